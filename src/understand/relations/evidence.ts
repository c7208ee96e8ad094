/** Why somebody is, or may be, something to us: ids and words of theirs; pages put it into sentences. */
export interface Evidence {
  words?: string[]
  in?: 'bio' | 'name' | 'affiliation'
  organisation?: { id: string; name: string }
  /** Posts or outcomes that show it, newest first. */
  activities?: string[]
  count?: number
  topics?: string[]
  domain?: string
}

/** So many activities are kept as evidence. */
export const EVIDENCE_ACTIVITIES_MAX = 10

export function readEvidence(json: string | null): Evidence | null {
  return json === null ? null : (JSON.parse(json) as Evidence)
}

import type { Stage } from '#vocabulary/index.ts'

/** Why somebody is, or may be, something to us: ids and words of theirs; pages put it into sentences. */
export interface Evidence {
  words?: string[]
  in?: 'bio' | 'name' | 'affiliation'
  organisation?: { id: string; name: string }
  /** Posts or outcomes that show it, newest first. */
  activities?: string[]
  count?: number
  topics?: string[]
  /** Where they stand in the topic. */
  stage?: Stage | undefined
  domain?: string
  /** What colleagues keep, by the name that it had then. */
  tag?: { id: string; name: string }
  field?: { id: string; name: string }
  /** What the field holds, in words. */
  value?: string
  list?: { id: string; name: string }
  /** Since when the tag, or the value of the field, is there: YYYY-MM-DD. */
  since?: string
  /** Of a rule with several conditions: of each that they hold, in its order. */
  each?: Evidence[]
}

/** So many activities are kept as evidence. */
export const EVIDENCE_ACTIVITIES_MAX = 10

export function readEvidence(json: string | null): Evidence | null {
  return json === null ? null : (JSON.parse(json) as Evidence)
}

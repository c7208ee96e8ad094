import {
  type DatedRelation,
  FIRST_DAY,
  type IncomingOwnTerms,
  isUuid,
  LIMITS,
  RELATION_KINDS,
} from '#vocabulary/index.ts'
import { cleanName, cleanText } from './clean-text.ts'
import { type FieldsIfKnown, knownFields } from './known-fields.ts'

/** What a list says in the workspace's own terms, cleaned. */
export function checkedOwnTerms(terms: IncomingOwnTerms): FieldsIfKnown<IncomingOwnTerms> {
  const tags = terms.tags
    ?.map((name) => cleanName(name, LIMITS.tagCharsMax))
    .filter((name) => name !== '')
  const notes = terms.notes
    ?.map((text) => cleanText(text, LIMITS.noteCharsMax).trim())
    .filter((text) => text !== '')
  return {
    fields: terms.fields,
    ownerId: idOf(terms.ownerId),
    secondOwnerId: idOf(terms.secondOwnerId),
    tags: tags?.length === 0 ? undefined : tags,
    notes: notes?.length === 0 ? undefined : notes,
  }
}

/** Relations of which a list says days, those that are no days left out. */
export function checkedRelations(
  relations: readonly DatedRelation[] | undefined,
): DatedRelation[] | undefined {
  return relations
    ?.filter(({ kind }) => RELATION_KINDS.includes(kind))
    .map(({ kind, since, until }) =>
      knownFields<DatedRelation>({ kind, since: dayOf(since), until: dayOf(until) }),
    )
}

/** The text if it is a day of the calendar that the log can hold, YYYY-MM-DD. */
export function dayOf(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text) || text < FIRST_DAY) return undefined
  const date = new Date(text)
  // 2026-02-30 parses as a day in March.
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  return isDay ? text : undefined
}

function idOf(text: string | undefined): string | undefined {
  return text !== undefined && isUuid(text) ? text : undefined
}

import type { WrittenField } from '#store/tables-merges.ts'
import {
  type DirectionReason,
  type MergeSide,
  PERSON_FIELDS,
  type PersonField,
} from '#vocabulary/index.ts'
import type { PersonFields, PersonRow } from './person-fields.ts'

/** From whom each field is taken; what is absent is chosen by {@link chosenSides}. */
export type FieldChoice = { [Field in PersonField]?: MergeSide | undefined }

/**
 * From whom each field is taken. What nobody chose stays as it is, unless there is nothing: then
 * what the other person has fills the gap, so that no merge loses a reading. Family and given name
 * are one choice, or the family name of one would stand beside the given name of the other.
 */
export function chosenSides(
  keep: PersonFields,
  merge: PersonFields,
  choice: FieldChoice,
): Record<PersonField, MergeSide> {
  const isUnsplit = keep.familyName === null && keep.givenName === null
  const fills = (field: PersonField) => keep[field] === null && merge[field] !== null
  const byDefault: Record<PersonField, MergeSide> = {
    displayName: 'keep',
    familyName: isUnsplit && fills('familyName') ? 'merge' : 'keep',
    givenName: isUnsplit && fills('givenName') ? 'merge' : 'keep',
    nameReading: fills('nameReading') ? 'merge' : 'keep',
  }
  const sides = PERSON_FIELDS.map((field) => [field, choice[field] ?? byDefault[field]] as const)
  return Object.fromEntries(sides) as Record<PersonField, MergeSide>
}

/** The fields that change by it, with what they were and what they become. */
export function writtenFields(
  keep: Pick<PersonRow, 'fields' | 'edited'>,
  merge: Pick<PersonRow, 'fields'>,
  choice: FieldChoice,
): Partial<Record<PersonField, WrittenField>> {
  const sides = chosenSides(keep.fields, merge.fields, choice)
  const written: Partial<Record<PersonField, WrittenField>> = {}
  for (const field of PERSON_FIELDS) {
    const [before, after] = [keep.fields[field], merge.fields[field]]
    if (sides[field] === 'keep' || before === after) continue
    written[field] = { before, after, wasEdited: keep.edited.includes(field) }
  }
  return written
}

/** What speaks for keeping a person. */
export interface Standing {
  id: string
  /** Fields that a member has given. */
  edited: number
  /** Rows that name the person: relations, affiliations, deals. */
  known: number
  activities: number
  createdAt: Date
}

/** Whom of two to keep, and why: who more work went into, who is more active, who was there first. */
export function proposeDirection(
  a: Standing,
  b: Standing,
): { keep: string; merge: string; because: DirectionReason } {
  const measures: [DirectionReason, number][] = [
    ['edited', a.edited - b.edited],
    ['known', a.known - b.known],
    ['active', a.activities - b.activities],
  ]
  const [because, lead] = measures.find(([, difference]) => difference !== 0) ?? [
    'older',
    a.createdAt.getTime() < b.createdAt.getTime() ||
    (a.createdAt.getTime() === b.createdAt.getTime() && a.id < b.id)
      ? 1
      : -1,
  ]
  return lead > 0 ? { keep: a.id, merge: b.id, because } : { keep: b.id, merge: a.id, because }
}

import type { MergeBackup, WrittenField } from '#store/tables-merges.ts'
import {
  type DirectionReason,
  type MergeField,
  type MergeSide,
  PERSON_FIELDS,
  type PersonField,
} from '#vocabulary/index.ts'
import { isCardKey } from './card-fields.ts'
import type { PersonFields } from './person-fields.ts'
import { fieldsOfBoth, valueIn, type WholePerson } from './whole-person.ts'

/** From whom each field is taken; what is absent is chosen by {@link chosenSides}. */
export type FieldChoice = { [Field in MergeField]?: MergeSide | undefined }

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

/**
 * From whom each field of both is taken, also owners, values of own fields and tags: what the kept
 * person lacks is filled, so that all of it shows.
 */
export function sidesOf(
  keep: Pick<WholePerson, 'fields' | 'card'>,
  merge: Pick<WholePerson, 'fields' | 'card'>,
  choice: FieldChoice,
): { field: MergeField; takes: MergeSide }[] {
  const named = chosenSides(keep.fields, merge.fields, choice)
  return fieldsOfBoth(keep, merge).map((field) => {
    const byDefault = isCardKey(field)
      ? valueIn(keep, field) === null
        ? 'merge'
        : 'keep'
      : named[field]
    return { field, takes: choice[field] ?? byDefault }
  })
}

/** The fields that change by it, with what they were and what they become. */
export function writtenFields(
  keep: Pick<WholePerson, 'fields' | 'card' | 'edited'>,
  merge: Pick<WholePerson, 'fields' | 'card'>,
  choice: FieldChoice,
): Partial<Record<MergeField, WrittenField>> {
  const written: Partial<Record<MergeField, WrittenField>> = {}
  for (const { field, takes } of sidesOf(keep, merge, choice)) {
    const [before, after] = [valueIn(keep, field), valueIn(merge, field)]
    if (takes === 'keep' || before === after) continue
    written[field] = { before, after, wasEdited: keep.edited.includes(field) }
  }
  return written
}

/** What a merge wrote, field by field: names in their order, then what stood on the card. */
export function writtenIn(wrote: MergeBackup['wrote']): [MergeField, WrittenField][] {
  const names: readonly MergeField[] = PERSON_FIELDS
  const cards = (Object.keys(wrote) as MergeField[]).filter(isCardKey).sort()
  return [...names, ...cards].flatMap((field) => {
    const written = wrote[field]
    return written === undefined ? [] : [[field, written] as [MergeField, WrittenField]]
  })
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

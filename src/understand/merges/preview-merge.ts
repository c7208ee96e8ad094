import type { Transaction } from '#store/door.ts'
import {
  type DirectionReason,
  type MergeSide,
  PERSON_FIELDS,
  type PersonField,
} from '#vocabulary/index.ts'
import { hydratePeople, type ListedPerson } from '../hydrate-people.ts'
import { noPerson, rootOf } from '../read-people.ts'
import { originalsOf } from '../root-of-people.ts'
import { chosenSides, type FieldChoice, proposeDirection } from './choose-fields.ts'
import { type NotSame, notSameBetween } from './not-same.ts'
import { type PersonRow, readPersons } from './person-fields.ts'
import { countNaming, NAMING, type Naming } from './rows-naming.ts'

/** One of two people who may be one, with all that speaks of them. */
export interface PreviewedPerson {
  person: ListedPerson
  /** Fields that a member has given. */
  edited: string[]
  /** Persons that had been merged into it before. */
  merged: number
  /** Rows that name the person. */
  rows: Record<Naming, number>
}

/** What a merge would do, before anybody does it. */
export interface MergePreview {
  keep: PreviewedPerson
  merge: PreviewedPerson
  /** Every field of both, from whom it would be taken and what it would be. */
  fields: {
    field: PersonField
    keep: string | null
    merge: string | null
    takes: MergeSide
    result: string | null
  }[]
  /** Whom to keep, and why. */
  proposed: { keep: string; merge: string; because: DirectionReason }
  /** Whether both are one person already: then nothing would change. */
  isOneAlready: boolean
  /** Where it was said that they are not the same; a member's merge takes that back. */
  notSame: NotSame[]
  /** The person as it would be shown. */
  result: { posts: number; activities: number; handles: number; rows: Record<Naming, number> }
}

/** Two people side by side and what would change; writes nothing. Throws `not-found`. */
export async function previewMerge(
  tx: Transaction,
  wanted: { keep: string; merge: string; fields?: FieldChoice | undefined },
): Promise<MergePreview> {
  const [keepId, mergeId] = [await rootOf(tx, wanted.keep), await rootOf(tx, wanted.merge)]
  const rows = await readPersons(tx, [keepId, mergeId])
  const [keep, merge] = await lookAt(tx, [keepId, mergeId], rows)
  const [keepRow, mergeRow] = [rows.get(keepId), rows.get(mergeId)]
  if (!(keep && merge && keepRow && mergeRow)) throw noPerson()
  const isOneAlready = keepId === mergeId
  return {
    ...{ keep, merge, isOneAlready },
    fields: compareFields(keepRow, mergeRow, wanted.fields ?? {}),
    proposed: proposeDirection(standingOf(keep, keepRow), standingOf(merge, mergeRow)),
    notSame: isOneAlready ? [] : await notSameBetween(tx, keepId, mergeId),
    result: await sumOf(tx, isOneAlready ? [keep] : [keep, merge]),
  }
}

async function lookAt(
  tx: Transaction,
  ids: readonly string[],
  rows: ReadonlyMap<string, PersonRow>,
): Promise<PreviewedPerson[]> {
  const people = await hydratePeople(tx, ids)
  const looked: PreviewedPerson[] = []
  for (const person of people) {
    looked.push({
      person,
      edited: rows.get(person.id)?.edited ?? [],
      merged: (await originalsOf(tx, person.id)).length - 1,
      rows: await countNaming(tx, [person.id]),
    })
  }
  return looked
}

function compareFields(
  keep: PersonRow,
  merge: PersonRow,
  choice: FieldChoice,
): MergePreview['fields'] {
  const sides = chosenSides(keep.fields, merge.fields, choice)
  return PERSON_FIELDS.map((field) => {
    const [own, other, takes] = [keep.fields[field], merge.fields[field], sides[field]]
    return { field, keep: own, merge: other, takes, result: takes === 'keep' ? own : other }
  })
}

function standingOf({ person, edited, rows }: PreviewedPerson, { createdAt }: PersonRow) {
  const known = NAMING.reduce((sum, naming) => sum + rows[naming], 0)
  const { id, activities } = person
  return { id, edited: edited.length, known, activities, createdAt }
}

async function sumOf(
  tx: Transaction,
  sides: readonly PreviewedPerson[],
): Promise<MergePreview['result']> {
  const sum = (of: (side: PreviewedPerson) => number) =>
    sides.reduce((total, side) => total + of(side), 0)
  return {
    posts: sum(({ person }) => person.posts),
    activities: sum(({ person }) => person.activities),
    handles: sum(({ person }) => person.handles.length),
    rows: await countNaming(
      tx,
      sides.map(({ person }) => person.id),
    ),
  }
}

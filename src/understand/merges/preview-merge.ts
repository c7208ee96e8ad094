import type { Transaction } from '#store/door.ts'
import type {
  ContactChannel,
  DirectionReason,
  DoNotContactChannel,
  MergeField,
  MergeSide,
} from '#vocabulary/index.ts'
import { hydratePeople, type ListedPerson } from '../hydrate-people.ts'
import { agreedAmong, closedAmong } from '../privacy/contact-rules.ts'
import { noPerson, rootOf } from '../read-people.ts'
import { originalsOf } from '../root-of-people.ts'
import { type FieldChoice, proposeDirection, sidesOf } from './choose-fields.ts'
import { type NamedField, nameFields } from './name-fields.ts'
import { type NotSame, notSameBetween } from './not-same.ts'
import type { PersonRow } from './person-fields.ts'
import { countNaming, NAMING, type Naming } from './rows-naming.ts'
import { readWhole, valueIn, type WholePerson } from './whole-person.ts'

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

/** Names of tags or means of contact, of each and of both. */
export interface Together<T> {
  keep: T[]
  merge: T[]
  result: T[]
}

/** What a merge would do, before anybody does it. */
export interface MergePreview {
  keep: PreviewedPerson
  merge: PreviewedPerson
  /**
   * Every field of both, owners and values of own fields too, from whom it would be taken and what it
   * would be; members by their ids, values as JSON texts.
   */
  fields: (NamedField & {
    keep: string | null
    merge: string | null
    takes: MergeSide
    result: string | null
  })[]
  /** What both have of these comes together. */
  together: {
    tags: Together<string>
    consents: Together<ContactChannel>
    doNotContact: Together<DoNotContactChannel>
  }
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
  const rows = await readWhole(tx, [keepId, mergeId])
  const [keep, merge] = await lookAt(tx, [keepId, mergeId], rows)
  const [keepRow, mergeRow] = [rows.get(keepId), rows.get(mergeId)]
  if (!(keep && merge && keepRow && mergeRow)) throw noPerson()
  const isOneAlready = keepId === mergeId
  return {
    ...{ keep, merge, isOneAlready },
    fields: await compareFields(tx, keepRow, mergeRow, wanted.fields ?? {}),
    together: await comeTogether(tx, keepRow, mergeRow),
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

async function compareFields(
  tx: Transaction,
  keep: WholePerson,
  merge: WholePerson,
  choice: FieldChoice,
): Promise<MergePreview['fields']> {
  const sides = sidesOf(keep, merge, choice).filter(({ field }) => !field.startsWith('tag:'))
  const shownAs = await nameFields(
    tx,
    sides.map(({ field }) => field),
  )
  return sides.map(({ field, takes }) => {
    const [own, other] = [valueIn(keep, field), valueIn(merge, field)]
    const values = { keep: own, merge: other, takes, result: takes === 'keep' ? own : other }
    return { ...shownAs(field), ...values }
  })
}

async function comeTogether(
  tx: Transaction,
  keep: WholePerson,
  merge: WholePerson,
): Promise<MergePreview['together']> {
  const tagsOf = ({ card }: WholePerson) =>
    (Object.keys(card) as MergeField[]).filter((key) => key.startsWith('tag:'))
  const shownAs = await nameFields(tx, [...tagsOf(keep), ...tagsOf(merge)])
  const tags = (of: WholePerson) => tagsOf(of).map((key) => shownAs(key).name ?? '')
  const consented = await agreedAmong(tx, [keep.id, merge.id])
  const closed = await closedAmong(tx, [keep.id, merge.id])
  return {
    tags: both(tags(keep), tags(merge)),
    consents: both(consented.get(keep.id), consented.get(merge.id)),
    doNotContact: both(closed.get(keep.id), closed.get(merge.id)),
  }
}

function both<T extends string>(keep: T[] = [], merge: T[] = []): Together<T> {
  return { keep, merge, result: [...new Set([...keep, ...merge])] }
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

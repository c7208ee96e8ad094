import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { MergeEvidence, MergeField, MergeOrigin, NotSameReason } from '#vocabulary/index.ts'
import { type ListedHandle, readHandlesOf } from '../hydrate-people.ts'
import { rootOf } from '../read-people.ts'
import { originalsOf } from '../root-of-people.ts'
import { writtenIn } from './choose-fields.ts'
import { getMerge, type Merge, selectMerges } from './merge-row.ts'
import { type NamedField, nameFields } from './name-fields.ts'
import { notSameOf } from './not-same.ts'
import type { PersonFields } from './person-fields.ts'
import { type FieldUndo, fatesOf } from './restore-fields.ts'
import { leavingWith } from './unmerge-people.ts'
import { readWhole } from './whole-person.ts'

/** A member, whose name the log cannot see. */
export interface Member {
  id: string
  name: string | null
}

interface Named {
  id: string
  displayName: string
}

/** A merge in words' reach: with names, and with what taking it back would do. */
export interface ListedMerge {
  id: string
  keep: Named
  merged: Named
  origin: MergeOrigin
  author: Member | null
  at: string
  evidence: MergeEvidence
  /** What the kept person was called before. */
  before: PersonFields
  /** The fields that the merge changed. */
  fields: (NamedField & { before: string | null; after: string | null })[]
  /** Persons that moved. */
  moved: number
  undoneAt: string | null
  undoneBy: Member | null
  /** What taking it back would do; null once it was. */
  undo: MergeUndo | null
}

export interface MergeUndo {
  /** Whose they would be again. */
  person: Named
  handles: ListedHandle[]
  posts: number
  activities: number
  fields: (NamedField & Omit<FieldUndo, 'field'>)[]
}

/** Two people who are not the same, seen from one of them. */
export interface ListedNotSame {
  id: string
  person: Named
  because: NotSameReason
  author: Member | null
  at: string
}

/** The merges by which a person is one, those that were taken back, and who is said to be another. */
export interface MergesOfPerson {
  items: ListedMerge[]
  notSame: ListedNotSame[]
}

/** So many taken back are shown; those that stand all are. */
const UNDONE_SHOWN_MAX = 50

/** Everything by which a person is held to be one or two, newest first. Throws `not-found`. */
export async function listMerges(tx: Transaction, id: string): Promise<MergesOfPerson> {
  const root = await rootOf(tx, id)
  const originals = await originalsOf(tx, root)
  const merges = await mergesAmong(tx, originals)
  const apart = await notSameOf(tx, root)
  const own = new Set(originals)
  const others = apart.map((pair) => (own.has(pair.firstId) ? pair.secondId : pair.firstId))
  const names = await namesOf(tx, [
    ...merges.flatMap(({ keepId, mergedId }) => [keepId, mergedId]),
    ...others,
  ])
  const items: ListedMerge[] = []
  for (const merge of merges) items.push(await showMerge(tx, merge, names))
  const notSame = apart.map(({ id: pair, because, authorId, at }, i) => ({
    ...{ id: pair, person: named(names, others[i] ?? ''), because },
    ...{ author: memberOf(authorId), at: at.toISOString() },
  }))
  return { items, notSame }
}

/** One merge as lists show it. Throws `not-found`. */
export async function showMergeOf(tx: Transaction, id: string): Promise<ListedMerge> {
  const merge = await getMerge(tx, id)
  return showMerge(tx, merge, await namesOf(tx, [merge.keepId, merge.mergedId]))
}

async function mergesAmong(tx: Transaction, originals: readonly string[]): Promise<Merge[]> {
  const standing = await selectMerges(tx)
    .where('merged_id', 'in', [...originals])
    .where('undone_at', 'is', null)
    .execute()
  const undone = await selectMerges(tx)
    .where((is) =>
      is.or([is('merged_id', 'in', [...originals]), is('keep_id', 'in', [...originals])]),
    )
    .where('undone_at', 'is not', null)
    .limit(UNDONE_SHOWN_MAX)
    .execute()
  return [...standing, ...undone]
}

async function showMerge(
  tx: Transaction,
  merge: Merge,
  names: ReadonlyMap<string, string>,
): Promise<ListedMerge> {
  const { id, origin, authorId, at, evidence, backup, moved, undoneAt, undoneBy } = merge
  const wrote = writtenIn(backup.wrote)
  const shownAs = await nameFields(
    tx,
    wrote.map(([field]) => field),
  )
  const fields = wrote.map(([field, { before, after }]) => ({ ...shownAs(field), before, after }))
  return {
    ...{ id, origin, evidence, fields, before: backup.keep, moved: moved.length },
    keep: named(names, merge.keepId),
    merged: named(names, merge.mergedId),
    author: memberOf(authorId),
    at: at.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
    undoneBy: memberOf(undoneBy),
    undo:
      undoneAt === null
        ? await previewUndo(tx, merge, named(names, merge.mergedId), shownAs)
        : null,
  }
}

async function previewUndo(
  tx: Transaction,
  merge: Merge,
  person: Named,
  shownAs: (field: MergeField) => NamedField,
): Promise<MergeUndo> {
  const leaving = await leavingWith(tx, merge.mergedId)
  const handles = await readHandlesOf(tx, leaving)
  const { rows } = await sql<{ posts: number; activities: number }>`
    select coalesce(sum(s.posts), 0)::bigint as posts,
      coalesce(sum(s.activities), 0)::bigint as activities
    from unnest(${leaving}::uuid[]) as wanted (id)
    cross join lateral (
      select * from person_summary s where s.person_id = wanted.id offset 0) s`.execute(tx)
  const keep = (await readWhole(tx, [merge.keepId])).get(merge.keepId)
  const fates = keep === undefined ? [] : await fatesOf(tx, merge, keep)
  const fields = fates.map(({ field, ...fate }) => ({ ...shownAs(field), ...fate }))
  return { person, handles, ...(rows[0] ?? { posts: 0, activities: 0 }), fields }
}

async function namesOf(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'display_name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, display_name }) => [id, display_name]))
}

function named(names: ReadonlyMap<string, string>, id: string): Named {
  return { id, displayName: names.get(id) ?? '' }
}

function memberOf(id: string | null): Member | null {
  return id === null ? null : { id, name: null }
}

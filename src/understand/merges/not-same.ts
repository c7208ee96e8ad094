import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { EnishiError, type NotSameReason, uuidV7 } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { rootOf } from '../read-people.ts'
import { originalsOf } from '../root-of-people.ts'
import { holdPeople } from './hold-people.ts'

/** Two persons of whom it was said that they are two; which is named first means nothing. */
export interface NotSame {
  id: string
  firstId: string
  secondId: string
  because: NotSameReason
  authorId: string | null
  at: Date
}

const COLUMNS = [
  'id',
  'first_id as firstId',
  'second_id as secondId',
  'because',
  'author_id as authorId',
  'said_at as at',
] as const

/**
 * Says that two persons are not the same: no automatic merge joins them, or those merged into them,
 * until that is taken back. Records `person.not-same`; said again, it answers what was said. Throws
 * `not-found`, and `conflict` for two that are shown as one (take back the merge instead).
 */
export async function sayNotSame(
  tx: Transaction,
  a: string,
  b: string,
  change: ChangeInWorkspace,
): Promise<NotSame> {
  await holdPeople(tx)
  const [rootA, rootB] = [await rootOf(tx, a), await rootOf(tx, b)]
  if (rootA === rootB) throw isSame()
  return keepApart(tx, [a, b], 'member', change)
}

/** Takes back that two persons are not the same. Records `person.not-same-taken-back`. Throws `not-found`. */
export async function takeBackNotSame(
  tx: Transaction,
  id: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const taken = await tx
    .updateTable('person_not_same')
    .set({ taken_back_at: change.now, taken_back_by: change.authorId })
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .returning(['first_id', 'second_id'])
    .executeTakeFirst()
  if (taken === undefined) throw noPair()
  await tell(tx, 'person.not-same-taken-back', [taken.first_id, taken.second_id], change)
}

/** As {@link sayNotSame}, for whoever holds the workspace and has looked. */
export async function keepApart(
  tx: Transaction,
  pair: readonly [string, string],
  because: NotSameReason,
  change: ChangeInWorkspace,
): Promise<NotSame> {
  const [first, second] = [...pair].sort() as [string, string]
  const known = await selectStanding(tx)
    .where('first_id', '=', first)
    .where('second_id', '=', second)
    .executeTakeFirst()
  if (known !== undefined) return known
  const said = await tx
    .insertInto('person_not_same')
    .values({
      workspace_id: change.workspaceId,
      id: uuidV7(change.now.getTime(), change.random),
      first_id: first,
      second_id: second,
      because,
      author_id: change.authorId,
      said_at: change.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  await tell(tx, 'person.not-same', pair, change)
  return said
}

function selectStanding(tx: Transaction) {
  return tx.selectFrom('person_not_same').select(COLUMNS).where('taken_back_at', 'is', null)
}

/** What stands between two roots: pairs of one of this person's originals and one of the other's. */
export async function notSameBetween(
  tx: Transaction,
  rootA: string,
  rootB: string,
): Promise<NotSame[]> {
  // Of most pairs nothing was ever said, and one statement tells.
  if ((await keptApartAmong(tx, [[rootA, rootB]])).size === 0) return []
  const [ofA, ofB] = [await originalsOf(tx, rootA), await originalsOf(tx, rootB)]
  return selectStanding(tx)
    .where((is) =>
      is.or([
        is.and([is('first_id', 'in', ofA), is('second_id', 'in', ofB)]),
        is.and([is('first_id', 'in', ofB), is('second_id', 'in', ofA)]),
      ]),
    )
    .orderBy('id')
    .execute()
}

/** What was said of a root and those merged into it, newest first. */
export async function notSameOf(tx: Transaction, root: string): Promise<NotSame[]> {
  const originals = await originalsOf(tx, root)
  return selectStanding(tx)
    .where((is) => is.or([is('first_id', 'in', originals), is('second_id', 'in', originals)]))
    .orderBy('said_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Whether somebody said that two persons, as they are shown, are not the same. */
export async function areKeptApart(tx: Transaction, a: string, b: string): Promise<boolean> {
  const [rootA, rootB] = [await rootOf(tx, a), await rootOf(tx, b)]
  return rootA !== rootB && (await notSameBetween(tx, rootA, rootB)).length > 0
}

/** A member who joins two says by it that they are the same. */
export async function forgetNotSame(
  tx: Transaction,
  pairs: readonly NotSame[],
  change: ChangeInWorkspace,
): Promise<void> {
  for (const { id } of pairs) await takeBackNotSame(tx, id, change)
}

async function tell(
  tx: Transaction,
  name: string,
  [first, second]: readonly string[],
  { authorId }: ChangeInWorkspace,
): Promise<void> {
  const detail = [`other=${second}`]
  await writeEvent(tx, OWN_WORKSPACE, { name, subjectId: first ?? '', detail, authorId })
}

/** For lists of pairs: those among them that were said to be two, by their roots of today. */
export async function keptApartAmong(
  tx: Transaction,
  pairs: readonly (readonly [string, string])[],
): Promise<Set<string>> {
  if (pairs.length === 0) return new Set()
  const { rows } = await sql<{ n: number }>`
    select distinct k.n::integer as n
    from unnest(${pairs.map(([a]) => a)}::uuid[], ${pairs.map(([, b]) => b)}::uuid[])
      with ordinality as k (a, b, n)
    cross join lateral (
      select k.a as id union all select m.id from person m where m.merged_into = k.a) one
    cross join lateral (
      select k.b as id union all select m.id from person m where m.merged_into = k.b) other
    cross join lateral (
      select 1 from person_not_same s where s.taken_back_at is null
        and (s.first_id = one.id and s.second_id = other.id
          or s.first_id = other.id and s.second_id = one.id) offset 0) said`.execute(tx)
  return new Set(rows.map(({ n }) => pairName(pairs[n - 1] ?? ['', ''])))
}

/** A pair of persons, whichever is named first. */
export function pairName(pair: readonly [string, string]): string {
  return [...pair].sort().join(' ')
}

function isSame(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'These two are shown as one person. Take back their merge first; that says that they are not the same.',
      ja: 'この2人は、いま1人の人物として表示されています。先に統合を取り消してください。取り消すと「別人」として記録されます。',
    },
    { field: 'b' },
  )
}

function noPair(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'Nobody says that of these people, or it was taken back already.',
      ja: '「別人」の記録が見つかりません。すでに取り消されている可能性があります。',
    },
    { field: 'id' },
  )
}

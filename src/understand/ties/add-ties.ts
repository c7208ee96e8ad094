import { sql } from 'kysely'
import type { Batch, ListenStep, TiedActivity } from '#listen/index.ts'
import { insertRows } from '#store/insert-rows.ts'
import { TIE_KINDS, type TieKind } from '#vocabulary/index.ts'
import { dayIn } from '../day-of.ts'
import { tiesOf } from './ties-of.ts'

/** Activities of these types turn to somebody. */
const KIND_OF: Readonly<Record<string, TieKind>> = {
  Create: 'answers',
  Announce: 'shares',
  Like: 'likes',
  Follow: 'follows',
}

/** A signed count of one day's tie. */
interface TieChange {
  from: string
  to: string
  day: string
  counts: Partial<Record<TieKind, number>>
  sign: 1 | -1
}

/** Before activities change: notes how they stood, and which the batch is about to touch. */
export async function noteTied(batch: Batch, changing: readonly string[]): Promise<void> {
  const { touched, before } = batch.ties
  const known = changing.filter((id) => !touched.has(id))
  before.push(...(await readTied(batch, known)))
  for (const id of changing) touched.add(id)
  for (const { plan, activityId } of batch.heard) {
    if (plan?.kind === 'insert' && activityId !== undefined) touched.add(activityId)
  }
}

/**
 * Brings `tie` up to the batch: what changed is counted as it stands now and no more as it stood, and
 * what came before the post that it answers is counted when that post comes. Batches of a workspace
 * take turns here, so that of an answer and its post in two batches the later one sees the other.
 */
export const rollUpTiesStep: ListenStep = { name: 'roll-up-ties', isLast: true, run: rollUpTies }

async function rollUpTies(batch: Batch): Promise<void> {
  const { touched, before, newKeys } = batch.ties
  if (touched.size + newKeys.size === 0) return
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tie ${batch.workspaceId}`}, 0))`.execute(
    batch.tx,
  )
  const changes = await readNow(batch, [...touched])
  // What is only known since this batch was not counted before it.
  const isOld = (key: string) => !newKeys.has(key)
  changes.push(...(await changesOf(batch, before, -1, isOld)))
  changes.push(...(await lateChanges(batch, newKeys, touched, 1)))
  await addTies(batch, changes)
}

/** Takes activities that are about to leave the log out of the ties; for whoever holds the workspace. */
export async function takeTiesOut(batch: Batch, ids: readonly string[]): Promise<void> {
  const keys = await keysOf(batch, ids)
  const leaving = await changesOf(batch, await readTied(batch, ids), -1, () => true)
  const answers = await lateChanges(batch, keys, new Set(ids), -1)
  await addTies(batch, [...leaving, ...answers])
}

async function keysOf(batch: Batch, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select platform || chr(10) || encode(external_key_hash, 'hex') as key from activity_source
    where workspace_id = ${batch.workspaceId} and activity_id = any(${ids}::uuid[])`.execute(
    batch.tx,
  )
  return new Set(rows.map(({ key }) => key))
}

async function readTied(batch: Batch, ids: readonly string[]): Promise<TiedActivity[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<TiedActivity>`
    select a.id, a.type, a.platform, a.handle_id as "handleId", a.published_at as "publishedAt",
      encode(a.parent_hash, 'hex') as "parentHash", a.object_handle_id as "objectHandleId",
      array(select m.handle_id from activity_mention m
        where m.workspace_id = a.workspace_id and m.activity_id = a.id) as "mentionHandleIds"
    from activity a where a.workspace_id = ${batch.workspaceId} and a.id = any(${ids}::uuid[])
      and a.deleted_at is null`.execute(batch.tx)
  return rows
}

interface CellRow extends Record<TieKind, number> {
  from: string
  to: string
  day: string
}

async function readNow(batch: Batch, ids: readonly string[]): Promise<TieChange[]> {
  if (ids.length === 0) return []
  const own = sql`(select * from activity where workspace_id = ${batch.workspaceId}
    and id = any(${ids}::uuid[]))`
  const { rows } = await sql<CellRow>`
    select "from", "to", day::text as day, answers, mentions, shares, likes, follows
    from (${tiesOf(own)}) told ("from", "to", day, answers, mentions, shares, likes, follows)
  `.execute(batch.tx)
  return rows.map(({ from, to, day, ...counts }) => ({ from, to, day, counts, sign: 1 }))
}

const keyOf = ({ platform, parentHash }: TiedActivity) => `${platform}\n${parentHash}`

/** What activities, as given, say; of what they answer only keys that `counts`. */
async function changesOf(
  batch: Batch,
  tied: readonly TiedActivity[],
  sign: 1 | -1,
  counts: (key: string) => boolean,
): Promise<TieChange[]> {
  const dayOf = dayIn(batch.timeZone)
  const answering = tied.filter((one) => one.parentHash !== null && counts(keyOf(one)))
  const authors = await authorsOf(batch, new Set(answering.map(keyOf)))
  return tied.flatMap((one) => {
    const { handleId: from, type, mentionHandleIds } = one
    const said = (to: string, kind: TieKind): TieChange => ({
      ...{ from, to, day: dayOf(one.publishedAt), counts: { [kind]: 1 }, sign },
    })
    const kind = KIND_OF[type]
    const to = kind === undefined ? undefined : targetOf(one, authors)
    return [
      ...(kind === undefined || to === undefined ? [] : [said(to, kind)]),
      ...mentionHandleIds.map((mentioned) => said(mentioned, 'mentions')),
    ].filter((change) => change.to !== from)
  })
}

/** The same choice as in `tiesOf`. */
function targetOf(one: TiedActivity, authors: ReadonlyMap<string, string>): string | undefined {
  const author = one.parentHash === null ? undefined : authors.get(keyOf(one))
  if (one.type === 'Create') return author
  return one.objectHandleId ?? (one.type === 'Follow' ? undefined : author)
}

/** The handles of the activities that are known under the keys. */
async function authorsOf(batch: Batch, keys: ReadonlySet<string>): Promise<Map<string, string>> {
  if (keys.size === 0) return new Map()
  const { rows } = await sql<{ key: string; handleId: string }>`
    select k.platform || chr(10) || k.hash as key, p.handle_id as "handleId"
    from ${namedKeys(keys)}
    cross join lateral (
      select s.activity_id from activity_source s where s.workspace_id = ${batch.workspaceId}
        and s.platform = k.platform and s.external_key_hash = decode(k.hash, 'hex') limit 1) s
    cross join lateral (
      select a.handle_id from activity a where a.workspace_id = ${batch.workspaceId}
        and a.id = s.activity_id limit 1) p`.execute(batch.tx)
  return new Map(rows.map(({ key, handleId }) => [key, handleId]))
}

/** Activities outside of `except` that answer what is known under the keys: what that adds or takes away. */
async function lateChanges(
  batch: Batch,
  keys: ReadonlySet<string>,
  except: ReadonlySet<string>,
  sign: 1 | -1,
): Promise<TieChange[]> {
  if (keys.size === 0) return []
  const { rows } = await sql<TiedActivity>`
    select a.id, a.type, a.platform, a.handle_id as "handleId", a.published_at as "publishedAt",
      k.hash as "parentHash", a.object_handle_id as "objectHandleId"
    from ${namedKeys(keys)}
    cross join lateral (
      select * from activity a where a.workspace_id = ${batch.workspaceId}
        and a.parent_hash = decode(k.hash, 'hex') and a.parent_hash is not null offset 0) a
    where a.platform = k.platform and a.deleted_at is null and a.type in ('Create', 'Announce', 'Like')
      and (a.type = 'Create' or a.object_handle_id is null)`.execute(batch.tx)
  const late = rows.filter(({ id }) => !except.has(id))
  const answers = late.map((one) => ({ ...one, mentionHandleIds: [] }))
  return changesOf(batch, answers, sign, () => true)
}

function namedKeys(keys: ReadonlySet<string>) {
  const parts = [...keys].map((key) => key.split('\n'))
  return sql`unnest(${parts.map(([platform]) => platform)}::text[],
    ${parts.map(([, hash]) => hash)}::text[]) as k(platform, hash)`
}

const COLUMNS = {
  from_handle_id: 'uuid',
  to_handle_id: 'uuid',
  day: 'date',
  ...(Object.fromEntries(TIE_KINDS.map((kind) => [kind, 'integer'])) as Record<TieKind, 'integer'>),
} as const

/** Adds signed counts in the order of the key; days that then count nothing go. */
async function addTies(batch: Batch, changes: readonly TieChange[]): Promise<void> {
  const rows = sumUp(changes)
  const sums = TIE_KINDS.map(
    (kind) => sql`${sql.ref(kind)} = ${sql.ref(`tie.${kind}`)} + ${sql.ref(`excluded.${kind}`)}`,
  )
  await insertRows(
    batch.tx,
    'tie',
    batch.workspaceId,
    COLUMNS,
    rows,
    sql`on conflict (workspace_id, from_handle_id, to_handle_id, day) do update set ${sql.join(sums)}`,
  )
  const reduced = rows.filter((row) => TIE_KINDS.some((kind) => row[kind] < 0))
  if (reduced.length === 0) return
  const isEmpty = TIE_KINDS.map((kind) => sql`t.${sql.ref(kind)} = 0`)
  const column = (name: 'from_handle_id' | 'to_handle_id' | 'day') =>
    reduced.map((row) => row[name])
  await sql`
    delete from tie t using unnest(${column('from_handle_id')}::uuid[],
      ${column('to_handle_id')}::uuid[], ${column('day')}::date[]) as k(from_id, to_id, day)
    where t.workspace_id = ${batch.workspaceId} and t.from_handle_id = k.from_id
      and t.to_handle_id = k.to_id and t.day = k.day and ${sql.join(isEmpty, sql` and `)}`.execute(
    batch.tx,
  )
}

type TieRow = Record<TieKind, number> & Record<'from_handle_id' | 'to_handle_id' | 'day', string>

/** One row a key, sorted; what comes to nothing is left out. */
function sumUp(changes: readonly TieChange[]): TieRow[] {
  const rows = new Map<string, TieRow>()
  for (const { from, to, day, counts, sign } of changes) {
    const key = `${from} ${to} ${day}`
    const row = rows.get(key) ?? {
      ...{ from_handle_id: from, to_handle_id: to, day },
      ...{ answers: 0, mentions: 0, shares: 0, likes: 0, follows: 0 },
    }
    rows.set(key, row)
    for (const kind of TIE_KINDS) row[kind] += sign * (counts[kind] ?? 0)
  }
  return [...rows]
    .filter(([, row]) => TIE_KINDS.some((kind) => row[kind] !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row)
}

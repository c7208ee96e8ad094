import { sql } from 'kysely'
import type { ReaderRef } from '#listen/index.ts'
import type { Door, Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import { NIL_UUID, type RandomBytes, type Reader } from '#vocabulary/index.ts'
import { recountAround } from './correct-reading.ts'
import { readerNameOf } from './model-delta.ts'
import { isUsedPost } from './privacy/stopped.ts'
import {
  judgementIn,
  lockReadings,
  type ReadingColumns,
  type StoredReading,
  writeReadings,
} from './reading-columns.ts'
import { keepMoves } from './reading-moves.ts'
import { type ReaderSource, readerOf } from './reading-source.ts'
import { columnsOfReading } from './record-readings.ts'
import { holdWorkspace } from './remove-topics.ts'
import { shownReadings } from './shown-readings.ts'
import { keepReadings } from './standing-corrections.ts'
import { wholeText } from './understanding.ts'

/** Posts that are read again in one transaction. */
const AT_ONCE = 500

interface Chance {
  now: () => Date
  random: RandomBytes
}

interface OldPost {
  activityId: string
  revision: number
  model: string
  title: string | null
  text: string
  hint: string | null
}

/**
 * Reads old posts again with the model that reads now: those that are audited first, so that figures
 * are soon those of the model, then newest first. Each portion is a transaction of its own and its
 * posts then carry the model's name, so that whoever is interrupted goes on where it stood. What
 * members corrected stays. A model that changes meanwhile is followed. Stops between portions where
 * `isEnough` says so. Records `readings.renewed` when nothing is left. Answers how many were read, and
 * whether that was all.
 */
export async function readAgain(
  door: Door,
  workspaceId: string,
  readers: ReaderSource,
  chance: Chance,
  isEnough: () => boolean = () => false,
): Promise<{ posts: number; isComplete: boolean }> {
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    door.inWorkspace(workspaceId, work, 'background')
  let read = 0
  let reader: Reader
  let posts: OldPost[]
  do {
    const ref = await run(readerOf)
    reader = await readers(ref)
    const { model } = reader
    posts = await run((tx) => oldPosts(tx, workspaceId, model))
    const readings = readAll(reader, posts)
    const again = { model, posts, readings }
    read += await run((tx) => replace(tx, workspaceId, ref, again, chance))
  } while (posts.length > 0 && !isEnough())
  if (posts.length > 0) return { posts: read, isComplete: false }
  const detail = [`model=${reader.model}`, `posts=${read}`]
  if (read > 0) await run((tx) => writeEvent(tx, workspaceId, { name: 'readings.renewed', detail }))
  return { posts: read, isComplete: true }
}

/** The next portion of what another model read; empty at the end. */
async function oldPosts(tx: Transaction, workspaceId: string, model: string): Promise<OldPost[]> {
  const models = await otherModels(tx, workspaceId, model)
  if (models.length === 0) return []
  const audited = sql`
    select distinct r.activity_id from audit_item i
    join reading r on r.workspace_id = i.workspace_id and r.activity_id = i.activity_id
    where i.workspace_id = ${workspaceId} and i.answered_at is not null and r.model = any(${models}::text[])
      and ${isUsedPost(sql`r.activity_id`)}
    limit ${AT_ONCE}`
  const first = await postsOf(tx, workspaceId, audited)
  if (first.length > 0) return first
  // Each model's newest along the index, then the newest of those.
  const newest = models.map(
    (other) => sql`(select activity_id from reading
      where workspace_id = ${workspaceId} and model = ${other} and ${isUsedPost(sql`activity_id`)}
      order by activity_id desc limit ${AT_ONCE})`,
  )
  return postsOf(
    tx,
    workspaceId,
    sql`select activity_id from (${sql.join(newest, sql` union all `)}) found
      order by activity_id desc limit ${AT_ONCE}`,
  )
}

/** Models whose readings stand in the log, by the roll-up, but for this one and votes beside it. */
async function otherModels(tx: Transaction, workspaceId: string, model: string): Promise<string[]> {
  const { rows } = await sql<{ model: string }>`
    select distinct model from model_day
    where workspace_id = ${workspaceId} and topic_id = ${NIL_UUID}::uuid order by model
  `.execute(tx)
  return rows.map((row) => row.model).filter((other) => readerNameOf(other) !== model)
}

async function postsOf(
  tx: Transaction,
  workspaceId: string,
  ids: ReturnType<typeof sql>,
): Promise<OldPost[]> {
  const { rows } = await sql<OldPost>`
    select r.activity_id as "activityId", r.revision, r.model, p.title, p.text, p.language_hint as hint
    from (${ids}) wanted
    join reading r on r.workspace_id = ${workspaceId} and r.activity_id = wanted.activity_id
    join post p on p.workspace_id = r.workspace_id and p.activity_id = r.activity_id
    order by r.activity_id desc
  `.execute(tx)
  return rows
}

function readAll(reader: Reader, posts: readonly OldPost[]): Map<string, ReadingColumns> {
  return new Map(
    posts.map((post) => {
      const reading = reader.read(wholeText(post), post.hint === null ? {} : { lang: post.hint })
      return [post.activityId, columnsOfReading(reading) as ReadingColumns]
    }),
  )
}

interface ReadPosts {
  /** What read them. */
  model: string
  posts: readonly OldPost[]
  readings: ReadonlyMap<string, ReadingColumns>
}

/** Answers how many were replaced: none where another model reads by now, and none that was edited. */
async function replace(
  tx: Transaction,
  workspaceId: string,
  ref: ReaderRef,
  { model, posts, readings }: ReadPosts,
  { now, random }: Chance,
): Promise<number> {
  await holdWorkspace(tx)
  if ((await readerOf(tx)).version !== ref.version) return 0
  const stored = await lockReadings(
    tx,
    workspaceId,
    posts.map(({ activityId }) => activityId),
  )
  const replaced = posts.flatMap((post): StoredReading[] => {
    const before = stored.get(post.activityId)
    const columns = readings.get(post.activityId)
    if (before === undefined || columns === undefined) return []
    if (before.revision !== post.revision || before.columns.model !== post.model) return []
    return [{ ...before, readAt: now(), columns }]
  })
  const ids = replaced.map(({ activityId }) => activityId)
  const change = { now: now(), random }
  await keepJudged(tx, workspaceId, replaced, stored, change)
  const shown = await shownReadings(tx, workspaceId, replaced)
  await keepMoves(tx, workspaceId, model, stored, shown, change)
  await recountAround(tx, workspaceId, ids, change, () => writeReadings(tx, workspaceId, shown))
  return replaced.length
}

/** Of corrected, audited and voted posts both readings are kept, and audits are about the new one. */
async function keepJudged(
  tx: Transaction,
  workspaceId: string,
  replaced: readonly StoredReading[],
  before: ReadonlyMap<string, StoredReading>,
  change: { now: Date; random: RandomBytes },
): Promise<void> {
  const judged = await judgedAmong(tx, workspaceId, replaced)
  const kept = judged.filter(({ isKept }) => isKept).map(({ id }) => id)
  const byId = new Map(replaced.map((reading) => [reading.activityId, reading]))
  const unkept = judged.filter(({ isKept }) => !isKept).flatMap(({ id }) => before.get(id) ?? [])
  await keepReadings(tx, workspaceId, unkept, change)
  const news = [...kept, ...unkept.map(({ activityId }) => activityId)]
  const readings = news.flatMap((id) => byId.get(id) ?? [])
  await keepReadings(tx, workspaceId, readings, change)
  await renewAudits(tx, workspaceId, readings)
}

/** Posts that were corrected, drawn or voted on, and whether what their model said is kept already. */
async function judgedAmong(
  tx: Transaction,
  workspaceId: string,
  readings: readonly StoredReading[],
): Promise<{ id: string; isKept: boolean }[]> {
  const ids = readings.map(({ activityId }) => activityId)
  const { rows } = await sql<{ id: string; isKept: boolean }>`
    select wanted.id, exists (select from reading_history h
      join reading r on r.workspace_id = h.workspace_id and r.activity_id = h.activity_id
        and r.revision = h.revision
      where h.workspace_id = ${workspaceId} and h.activity_id = wanted.id
        and h.replaced_at is null) as "isKept"
    from unnest(${ids}::uuid[]) as wanted (id)
    where exists (select from correction c
        where c.workspace_id = ${workspaceId} and c.activity_id = wanted.id)
      or exists (select from audit_item i
        where i.workspace_id = ${workspaceId} and i.activity_id = wanted.id)
      or exists (select from model_vote v
        where v.workspace_id = ${workspaceId} and v.activity_id = wanted.id)
  `.execute(tx)
  return rows
}

async function renewAudits(
  tx: Transaction,
  workspaceId: string,
  readings: readonly StoredReading[],
): Promise<void> {
  const said = readings.map(({ columns }) => JSON.stringify(judgementIn(columns)))
  const unsure = readings.map(({ columns }) => JSON.stringify(columns.unsure))
  await sql`
    update audit_item i set said = u.said, model = u.model,
      unsure = array(select jsonb_array_elements_text(u.unsure))
    from unnest(${readings.map(({ activityId }) => activityId)}::uuid[],
      ${readings.map(({ revision }) => revision)}::integer[],
      ${readings.map(({ columns }) => columns.model)}::text[], ${said}::jsonb[], ${unsure}::jsonb[])
      as u(activity_id, revision, model, said, unsure)
    where i.workspace_id = ${workspaceId} and i.activity_id = u.activity_id and i.revision = u.revision
  `.execute(tx)
}

import { sql } from 'kysely'
import type { Chance } from '#store/accounts.ts'
import type { Door, Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { writeEvent } from '#store/outbox.ts'
import { NIL_UUID, uuidV7, uuidV7Floor } from '#vocabulary/index.ts'
import { carryOver, type EarlierOpinion } from './carry-over.ts'
import { type FoundOpinion, findOpinions } from './find-opinions.ts'
import { loadOpinionPosts, OPINION_DAYS, type Run } from './load-opinion-posts.ts'
import type { MeaningFinder, OpinionPost } from './opinion-post.ts'
import { recountOpinion } from './recount-opinion.ts'

const DAY_MS = 86_400_000

export interface GroupedTopic {
  opinions: number
  posts: number
}

/**
 * Finds the opinions of one topic anew and writes them down, one transaction an opinion: each keeps
 * its id, a name that a member gave, what was merged and what was split. Opinions that nobody voices
 * any more go, unless a member decided about them. Records `opinions.grouped`. Doing it twice
 * changes nothing; where it was interrupted, the next run completes it.
 */
export async function groupTopic(
  door: Door,
  workspaceId: string,
  topicId: string,
  finder: MeaningFinder,
  { now, random }: Chance,
): Promise<GroupedTopic> {
  const run: Run = (work) => door.inWorkspace(workspaceId, work, 'background')
  const at = now()
  const posts = await loadOpinionPosts(run, topicId, at)
  const names = await run((tx) => namesOfTopic(tx, topicId))
  const { opinions, copies } = findOpinions(posts, finder, names)
  const earlier = await run((tx) => loadEarlier(tx, topicId, at))
  const idOf = carryOver(
    opinions.map((found) => describe(found, posts)),
    earlier,
  )
  const kept = new Set<string>()
  for (const [index, found] of opinions.entries()) {
    const id = idOf.get(index) ?? uuidV7(at.getTime(), random)
    kept.add(id)
    await run((tx) => writeOpinion(tx, { workspaceId, topicId, id, found, posts, copies, at }))
  }
  await run((tx) => dropUnvoiced(tx, workspaceId, topicId, kept, at))
  await run((tx) => noteRun(tx, workspaceId, topicId, posts, opinions.length, at))
  return { opinions: opinions.length, posts: posts.length }
}

/** Its name and aliases: what everybody says of it tells nothing of what they say about it. */
async function namesOfTopic(tx: Transaction, topicId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from topic where id = ${topicId}::uuid
    union select alias from topic_alias where topic_id = ${topicId}::uuid order by 1
  `.execute(tx)
  return rows.map(({ name }) => name)
}

function describe(found: FoundOpinion, posts: readonly OpinionPost[]) {
  return { ...found, postIds: found.posts.map(({ index }) => posts[index]?.id ?? NIL_UUID) }
}

async function loadEarlier(tx: Transaction, topicId: string, at: Date): Promise<EarlierOpinion[]> {
  const floor = uuidV7Floor(at.getTime() - OPINION_DAYS * DAY_MS)
  const { rows } = await sql<EarlierOpinion>`
    select o.id, o.kind, o.side, o.centre, array(select p.activity_id::text from opinion_post p
      where p.workspace_id = o.workspace_id and p.opinion_id = o.id
        and p.activity_id >= ${floor}::uuid) as "postIds"
    from opinion o where o.topic_id = ${topicId}::uuid and not o.is_split order by o.id
  `.execute(tx)
  return rows
}

interface WrittenOpinion {
  workspaceId: string
  topicId: string
  id: string
  found: FoundOpinion
  posts: readonly OpinionPost[]
  copies: Int32Array
  at: Date
}

async function writeOpinion(tx: Transaction, written: WrittenOpinion): Promise<void> {
  const { workspaceId, id, at } = written
  const shownId = await upsertOpinion(tx, written)
  await tx.deleteFrom('opinion_post').where('opinion_id', '=', id).execute()
  const pins = await loadPins(tx, id)
  const rows = rowsOf(written, shownId)
  const staying = rows.filter((row) => pinOf(row, pins) === undefined)
  await insertPosts(tx, workspaceId, staying)
  const moved = rows.filter((row) => pinOf(row, pins) !== undefined)
  for (const to of new Set(pins.map((pin) => pin.toId))) {
    await movePosts(
      tx,
      workspaceId,
      to,
      moved.filter((row) => pinOf(row, pins)?.toId === to),
    )
    await recountShown(tx, workspaceId, to, at)
  }
  await recountOpinion(tx, workspaceId, shownId, at)
}

/** Answers under which opinion it is shown. */
async function upsertOpinion(
  tx: Transaction,
  { workspaceId, topicId, id, found }: WrittenOpinion,
): Promise<string> {
  const { name, centre, kind, side } = found
  const { rows } = await sql<{ shownId: string }>`
    insert into opinion as o (workspace_id, id, topic_id, kind, side, name_ja, name_en, found_ja,
      found_en, centre)
    values (${workspaceId}, ${id}, ${topicId}, ${kind}, ${side}, ${name.ja}, ${name.en}, ${name.ja},
      ${name.en}, ${centre})
    on conflict (workspace_id, id) do update set side = excluded.side, centre = excluded.centre,
      found_ja = excluded.found_ja, found_en = excluded.found_en,
      name_ja = case when o.named_by is null and o.name_ja is null then excluded.name_ja
        else o.name_ja end,
      name_en = case when o.named_by is null and o.name_en is null then excluded.name_en
        else o.name_en end
    returning case when o.merged_into is null then o.id else o.merged_into end as "shownId"
  `.execute(tx)
  return rows[0]?.shownId ?? id
}

interface PostRow {
  opinion_id: string
  shown_id: string
  activity_id: string
  copy_of: string
  starts_at: number
  ends_at: number
  typical: number
  is_answered: boolean
}

function rowsOf({ id, found, posts, copies }: WrittenOpinion, shownId: string): PostRow[] {
  return found.posts.flatMap(({ index, start, end, typical }) => {
    const post = posts[index]
    const copied = posts[copies[index] ?? index]
    if (post === undefined || copied === undefined) return []
    const place = { starts_at: start, ends_at: end, typical, is_answered: post.isAnswered }
    return [
      { opinion_id: id, shown_id: shownId, activity_id: post.id, copy_of: copied.id, ...place },
    ]
  })
}

/** A post may have gone since it was read; what isn't there any more is left out. */
async function insertPosts(
  tx: Transaction,
  workspaceId: string,
  rows: readonly PostRow[],
): Promise<void> {
  const ids = rows.map(({ activity_id }) => activity_id)
  const { rows: there } = await sql<{ id: string }>`
    select activity_id as id from post where activity_id = any(${ids}::uuid[]) for key share
  `.execute(tx)
  const known = new Set(there.map(({ id }) => id))
  await insertRows(
    tx,
    'opinion_post',
    workspaceId,
    {
      ...{ opinion_id: 'uuid', shown_id: 'uuid', activity_id: 'uuid', copy_of: 'uuid' },
      ...{ starts_at: 'integer', ends_at: 'integer', typical: 'real', is_answered: 'boolean' },
    },
    rows.filter(({ activity_id }) => known.has(activity_id)).map((row) => ({ ...row })),
    sql`on conflict (workspace_id, opinion_id, activity_id) do update set
      is_answered = excluded.is_answered, copy_of = excluded.copy_of`,
  )
}

interface Pin {
  activityId: string
  copyOf: string | null
  toId: string
}

async function loadPins(tx: Transaction, fromId: string): Promise<Pin[]> {
  const { rows } = await sql<Pin>`
    select pin.activity_id as "activityId", pin.to_id as "toId", p.copy_of as "copyOf"
    from opinion_pin pin left join opinion_post p on p.workspace_id = pin.workspace_id
      and p.opinion_id = pin.to_id and p.activity_id = pin.activity_id
    where pin.from_id = ${fromId}::uuid
  `.execute(tx)
  return rows
}

/** A pinned post, or a copy of one, stays where the member put it. */
function pinOf(row: PostRow, pins: readonly Pin[]): Pin | undefined {
  return pins.find(({ activityId, copyOf }) =>
    [row.activity_id, row.copy_of].some((id) => id === activityId || id === copyOf),
  )
}

async function movePosts(
  tx: Transaction,
  workspaceId: string,
  toId: string,
  rows: readonly PostRow[],
): Promise<void> {
  const shown = await shownIdOf(tx, toId)
  await insertPosts(
    tx,
    workspaceId,
    rows.map((row) => ({ ...row, opinion_id: toId, shown_id: shown })),
  )
}

async function recountShown(
  tx: Transaction,
  workspaceId: string,
  id: string,
  at: Date,
): Promise<void> {
  await recountOpinion(tx, workspaceId, await shownIdOf(tx, id), at)
}

async function shownIdOf(tx: Transaction, id: string): Promise<string> {
  const row = await tx
    .selectFrom('opinion')
    .select('merged_into')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.merged_into ?? id
}

/** What was not found this time: gone, or, where a member decided about it, without posts. */
async function dropUnvoiced(
  tx: Transaction,
  workspaceId: string,
  topicId: string,
  kept: ReadonlySet<string>,
  at: Date,
): Promise<void> {
  const { rows } = await sql<{ id: string; shownId: string; isDecided: boolean }>`
    select o.id, case when o.merged_into is null then o.id else o.merged_into end as "shownId",
      o.named_by is not null or o.merged_into is not null
        or exists (select from opinion m where m.workspace_id = o.workspace_id and m.merged_into = o.id)
        or exists (select from opinion_pin p where p.workspace_id = o.workspace_id and p.from_id = o.id)
        or exists (select from opinion_decision d where d.workspace_id = o.workspace_id
          and d.opinion_id = o.id) as "isDecided"
    from opinion o where o.topic_id = ${topicId}::uuid and not o.is_split
  `.execute(tx)
  const unvoiced = rows.filter(({ id }) => !kept.has(id))
  const idsOf = (isDecided: boolean) =>
    unvoiced.filter((row) => row.isDecided === isDecided).map(({ id }) => id)
  await sql`delete from opinion where id = any(${idsOf(false)}::uuid[])`.execute(tx)
  await sql`delete from opinion_post where opinion_id = any(${idsOf(true)}::uuid[])`.execute(tx)
  const shown = new Set([
    ...unvoiced.filter((row) => row.isDecided).map(({ shownId }) => shownId),
    ...(await dropOldSplits(tx, topicId, at)),
  ])
  for (const id of shown) await recountOpinion(tx, workspaceId, id, at)
}

/** What members split off ages like everything else; answers the opinions that lost something. */
async function dropOldSplits(tx: Transaction, topicId: string, at: Date): Promise<string[]> {
  const floor = uuidV7Floor(at.getTime() - OPINION_DAYS * DAY_MS)
  const { rows } = await sql<{ shownId: string }>`
    delete from opinion_post p using opinion o
    where o.topic_id = ${topicId}::uuid and o.is_split and p.workspace_id = o.workspace_id
      and p.opinion_id = o.id and p.activity_id < ${floor}::uuid
    returning p.shown_id as "shownId"
  `.execute(tx)
  return rows.map(({ shownId }) => shownId)
}

async function noteRun(
  tx: Transaction,
  workspaceId: string,
  topicId: string,
  posts: readonly OpinionPost[],
  opinions: number,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('opinion_run')
    .values({
      workspace_id: workspaceId,
      topic_id: topicId,
      grouped_at: at,
      posts: posts.length,
      newest_id: posts.at(-1)?.id ?? NIL_UUID,
    })
    .onConflict((taken) =>
      taken.columns(['workspace_id', 'topic_id']).doUpdateSet((row) => ({
        grouped_at: row.ref('excluded.grouped_at'),
        posts: row.ref('excluded.posts'),
        newest_id: row.ref('excluded.newest_id'),
      })),
    )
    .execute()
  await writeEvent(tx, workspaceId, {
    name: 'opinions.grouped',
    subjectId: topicId,
    detail: [`opinions=${opinions}`, `posts=${posts.length}`],
  })
}

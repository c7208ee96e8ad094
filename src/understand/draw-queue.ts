import { sql } from 'kysely'
import { type ListedActivity, listActivitiesById } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import {
  type Judgement,
  type JudgingQueue,
  NIL_UUID,
  type RandomBytes,
  type ReadingPart,
  uuidV7Floor,
} from '#vocabulary/index.ts'
import { isUsedPost } from './privacy/stopped.ts'
import { judgementIn, lockReadings, type StoredReading } from './reading-columns.ts'
import { holdWorkspace } from './remove-topics.ts'
import { keepReadings, keptReadings } from './standing-corrections.ts'

/** A post that waits to be judged. */
export interface QueueItem {
  /** Without its reading in the audit queue: what a model said sways whoever judges. */
  activity: ListedActivity
  queue: JudgingQueue
  drawnAt: string
  lang: string
  said: Judgement | null
  unsure: ReadingPart[]
}

interface Chance {
  now: Date
  random: RandomBytes
}

/** Posts that are shown at once. */
const SHOWN = 20
/** How often more are drawn for a language that is rare. */
const DRAWS_MAX = 5

/**
 * The next posts of a queue, in the order in which they were drawn; draws more where there are too
 * few. An audit is any post of the last days with the same chance, whatever was done with it; the
 * learning queue takes those of which the reader is least sure.
 */
export async function nextToJudge(
  tx: Transaction,
  workspaceId: string,
  wanted: { queue: JudgingQueue; lang?: string | undefined },
  chance: Chance,
): Promise<QueueItem[]> {
  let waiting = await waitingItems(tx, workspaceId, wanted)
  for (let draw = 0; draw < DRAWS_MAX && waiting.length < SHOWN; draw++) {
    if (draw === 0) await holdWorkspace(tx)
    const drawn =
      wanted.queue === 'audit'
        ? await drawEvenly(tx, workspaceId, chance)
        : await leastSure(tx, workspaceId, wanted.lang)
    const added = await putInQueue(tx, workspaceId, wanted.queue, drawn, chance)
    if (added === 0) break
    waiting = await waitingItems(tx, workspaceId, wanted)
  }
  return showItems(tx, wanted.queue, waiting)
}

interface WaitingItem {
  id: string
  drawnAt: Date
  lang: string
  said: Judgement
  unsure: ReadingPart[]
}

/** Items about the text as it reads now. */
async function waitingItems(
  tx: Transaction,
  workspaceId: string,
  { queue, lang }: { queue: JudgingQueue; lang?: string | undefined },
): Promise<WaitingItem[]> {
  const ofLang = lang === undefined ? sql`` : sql`and i.lang = ${lang}`
  const { rows } = await sql<WaitingItem>`
    select i.activity_id as id, i.drawn_at as "drawnAt", i.lang, i.said, i.unsure from audit_item i
    join reading r on r.workspace_id = i.workspace_id and r.activity_id = i.activity_id
      and r.revision = i.revision
    where i.workspace_id = ${workspaceId} and i.queue = ${queue} and i.answered_at is null
      and i.skipped_at is null and ${isUsedPost(sql`i.activity_id`)} ${ofLang}
    order by i.drawn_at, i.activity_id limit ${SHOWN}
  `.execute(tx)
  return rows
}

async function showItems(
  tx: Transaction,
  queue: JudgingQueue,
  waiting: readonly WaitingItem[],
): Promise<QueueItem[]> {
  const ids = waiting.map(({ id }) => id)
  const activities = await listActivitiesById(tx, ids)
  const isBlind = queue === 'audit'
  return waiting.flatMap(({ id, drawnAt, lang, said, unsure }) => {
    const activity = activities.get(id)
    if (activity === undefined) return []
    return [
      {
        activity: isBlind ? { ...activity, reading: null } : activity,
        ...{ queue, drawnAt: drawnAt.toISOString(), lang },
        ...{ said: isBlind ? null : said, unsure: isBlind ? [] : unsure },
      },
    ]
  })
}

/** Audits are about posts of so many days before the newest. */
const AUDITED_DAYS = 90

/**
 * Ids of posts, each with the same chance: a day by how many posts it has, then any post of that
 * day (of posts that share a day the one with the least of a random hash).
 */
async function drawEvenly(tx: Transaction, workspaceId: string, chance: Chance): Promise<string[]> {
  const { rows: days } = await sql<{ from: Date; to: Date; posts: number }>`
    select (d.day::timestamp at time zone w.time_zone) as "from",
      ((d.day + 1)::timestamp at time zone w.time_zone) as "to", sum(d.posts)::bigint as posts
    from model_day d join workspace w on w.id = d.workspace_id
    where d.workspace_id = ${workspaceId} and d.topic_id = ${NIL_UUID}::uuid and d.day > (
      select max(day) - ${AUDITED_DAYS}::integer from model_day
      where workspace_id = ${workspaceId} and topic_id = ${NIL_UUID}::uuid)
    group by 1, 2 order by 1
  `.execute(tx)
  const all = days.reduce((sum, day) => sum + day.posts, 0)
  const wanted = new Map<(typeof days)[number], number>()
  for (let draw = 0; draw < SHOWN && all > 0; draw++) {
    const day = dayAt(days, Math.floor(shareBy(chance.random) * all))
    if (day !== undefined) wanted.set(day, (wanted.get(day) ?? 0) + 1)
  }
  const drawn: string[] = []
  for (const [{ from, to }, count] of wanted) {
    const salt = String(shareBy(chance.random))
    const { rows } = await sql<{ id: string }>`
      select activity_id as id from reading
      where workspace_id = ${workspaceId}
        and activity_id >= ${uuidV7Floor(from.getTime())}::uuid
        and activity_id < ${uuidV7Floor(to.getTime())}::uuid
        and ${isUsedPost(sql`activity_id`)}
      order by md5(activity_id::text || ${salt}) limit ${count}
    `.execute(tx)
    drawn.push(...rows.map(({ id }) => id))
  }
  return drawn
}

/** The day in which the post stands that has so many before it. */
function dayAt<Day extends { posts: number }>(
  days: readonly Day[],
  place: number,
): Day | undefined {
  let before = 0
  return days.find(({ posts }) => {
    before += posts
    return place < before
  })
}

function shareBy(random: RandomBytes): number {
  const bytes = new Uint8Array(4)
  random(bytes)
  return new DataView(bytes.buffer).getUint32(0) / 2 ** 32
}

/** The newest posts among which the least sure are looked for. */
const LOOKED_AT = 2_000

/**
 * Ids of recent posts of which the reader is least sure, that nobody judged. Of one that is open in
 * several parts more is learnt, so that it comes first.
 */
async function leastSure(
  tx: Transaction,
  workspaceId: string,
  lang: string | undefined,
): Promise<string[]> {
  const ofLang = lang === undefined ? sql`` : sql`and lang = ${lang}`
  const { rows } = await sql<{ id: string }>`
    with newest as (
      select activity_id, revision, unsure, sentiment_confidence, stage_confidence, stance_confidence
      from reading
      where workspace_id = ${workspaceId} ${ofLang} order by activity_id desc limit ${LOOKED_AT})
    select n.activity_id as id from newest n
    where ${isUsedPost(sql`n.activity_id`)} and not exists (select from audit_item i
        where i.workspace_id = ${workspaceId} and i.activity_id = n.activity_id)
      and not exists (select from correction c
        where c.workspace_id = ${workspaceId} and c.activity_id = n.activity_id and c.undone_at is null)
    order by cardinality(n.unsure) desc,
      least(n.sentiment_confidence, n.stage_confidence, n.stance_confidence), n.activity_id desc
    limit ${SHOWN}
  `.execute(tx)
  return rows.map(({ id }) => id)
}

const ITEM_COLUMNS = {
  activity_id: 'uuid',
  revision: 'integer',
  queue: 'text',
  drawn_at: 'timestamptz',
  lang: 'text',
  model: 'text',
  said: 'jsonb',
  unsure: 'text[]',
} as const

/** With what the model says of them, also where a member corrected it. Answers how many are new in the queue. */
async function putInQueue(
  tx: Transaction,
  workspaceId: string,
  queue: JudgingQueue,
  ids: readonly string[],
  chance: Chance,
): Promise<number> {
  const stored = await lockReadings(tx, workspaceId, ids)
  const kept = await keptReadings(tx, workspaceId, ids)
  const readings = [...stored.values()].map((reading): StoredReading => {
    const columns = kept.get(reading.activityId) ?? reading.columns
    return { ...reading, columns }
  })
  const unkept = readings.filter(({ activityId }) => !kept.has(activityId))
  await keepReadings(tx, workspaceId, unkept, chance)
  const rows = readings.map(({ activityId, revision, columns }) => ({
    ...{ activity_id: activityId, revision, queue, drawn_at: chance.now.toISOString() },
    ...{ lang: columns.lang, model: columns.model, said: JSON.stringify(judgementIn(columns)) },
    unsure: columns.unsure,
  }))
  // One that was drawn before its text was edited is drawn about the new text.
  const added = await insertRows(
    tx,
    'audit_item',
    workspaceId,
    ITEM_COLUMNS,
    rows,
    sql`on conflict (workspace_id, activity_id, queue) do update set revision = excluded.revision,
      drawn_at = excluded.drawn_at, lang = excluded.lang, model = excluded.model,
      said = excluded.said, unsure = excluded.unsure, truth = null, answered_by = null,
      answered_at = null, skipped_at = null
      where audit_item.revision <> excluded.revision returning 1`,
  )
  return added.length
}

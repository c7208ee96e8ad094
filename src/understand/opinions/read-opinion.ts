import { sql } from 'kysely'
import { type ListedActivity, listActivitiesById } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import type { StageOrNone, Stance } from '#vocabulary/index.ts'
import type { ReadBy } from '../model-days.ts'
import { noOpinion, opinionRow } from './opinion-row.ts'
import { type ListedOpinion, listed, readByOfOpinions } from './read-opinions.ts'

/** One opinion with all that is known about it. */
export interface OpinionInFull extends ListedOpinion {
  topicName: string
  stages: { stage: StageOrNone; stance: Stance; posts: number }[]
  channels: { id: string; name: string; posts: number }[]
  days: { day: string; posts: number; voices: number | null }[]
  /** The most typical posts, copies folded into the first of them. */
  examples: { activity: ListedActivity; start: number; end: number; copies: number }[]
  merged: { id: string; name: ListedOpinion['name'] }[]
  decisions: OpinionDecision[]
  readBy: ReadBy
}

export interface OpinionDecision {
  id: string
  kind: 'rename' | 'merge' | 'split'
  others: string[]
  memberId: string | null
  /** The same, for whoever can tell the name: the log knows none. */
  by: { id: string; name: string | null } | null
  madeAt: string
}

const EXAMPLES_MAX = 12
const DECISIONS_MAX = 20

/** One opinion; one that was merged answers as that into which it went. Throws `not-found`. */
export async function getOpinion(tx: Transaction, id: string): Promise<OpinionInFull> {
  const asked = await opinionRow(tx, id)
  const row = asked?.merged_into == null ? asked : await opinionRow(tx, asked.merged_into)
  if (row === undefined) throw noOpinion()
  const topic = await tx
    .selectFrom('topic')
    .select('name')
    .where('id', '=', row.topic_id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (topic === undefined) throw noOpinion()
  return {
    ...listed(row),
    topicName: topic.name,
    stages: await readStages(tx, row.id, row.topic_id),
    channels: await readChannels(tx, row.id),
    days: await readDays(tx, row.id),
    examples: await readExamples(tx, row.id),
    merged: await readMerged(tx, row.id),
    decisions: await readDecisions(tx, row.id),
    readBy: await readByOfOpinions(tx, sql`p.shown_id = ${row.id}::uuid`),
  }
}

async function readStages(
  tx: Transaction,
  id: string,
  topicId: string,
): Promise<OpinionInFull['stages']> {
  const { rows } = await sql<OpinionInFull['stages'][number]>`
    select t.stage, t.stance, count(distinct o.activity_id)::integer as posts
    from opinion_post o
    join reading_topic t on t.workspace_id = o.workspace_id and t.topic_id = ${topicId}::uuid
      and t.activity_id = o.activity_id
    where o.shown_id = ${id}::uuid group by 1, 2 order by 3 desc, 1, 2
  `.execute(tx)
  return rows
}

async function readChannels(tx: Transaction, id: string): Promise<OpinionInFull['channels']> {
  const { rows } = await sql<OpinionInFull['channels'][number]>`
    select c.id, c.name, count(distinct o.activity_id)::integer as posts
    from opinion_post o
    join activity a on a.workspace_id = o.workspace_id and a.id = o.activity_id
    join channel c on c.workspace_id = a.workspace_id and c.id = a.channel_id
    where o.shown_id = ${id}::uuid group by 1, 2 order by 3 desc, 2, 1
  `.execute(tx)
  return rows
}

async function readDays(tx: Transaction, id: string): Promise<OpinionInFull['days']> {
  const { rows } = await sql<OpinionInFull['days'][number]>`
    select day::text as day, posts, voices from opinion_day where opinion_id = ${id}::uuid order by day
  `.execute(tx)
  return rows
}

async function readExamples(tx: Transaction, id: string): Promise<OpinionInFull['examples']> {
  const { rows } = await sql<{ id: string; start: number; end: number; copies: number }>`
    select chosen.activity_id as id, chosen.starts_at as start, chosen.ends_at as end, copies
    from (
      select distinct on (o.copy_of) o.*,
        (count(*) over (partition by o.copy_of))::integer as copies
      from opinion_post o where o.shown_id = ${id}::uuid
      order by o.copy_of, o.typical desc, o.activity_id
    ) chosen order by chosen.typical desc, chosen.activity_id desc limit ${EXAMPLES_MAX}
  `.execute(tx)
  const activities = await listActivitiesById(
    tx,
    rows.map((row) => row.id),
  )
  return rows.flatMap(({ id: activityId, ...place }) => {
    const activity = activities.get(activityId)
    return activity === undefined ? [] : [{ activity, ...place }]
  })
}

async function readMerged(tx: Transaction, id: string): Promise<OpinionInFull['merged']> {
  const rows = await tx
    .selectFrom('opinion')
    .select(['id', 'name_ja', 'name_en'])
    .where('merged_into', '=', id)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, name: { ja: row.name_ja, en: row.name_en } }))
}

async function readDecisions(tx: Transaction, id: string): Promise<OpinionDecision[]> {
  const rows = await tx
    .selectFrom('opinion_decision')
    .select(['id', 'kind', 'others', 'member_id', 'made_at'])
    .where('opinion_id', '=', id)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(DECISIONS_MAX)
    .execute()
  return rows.map(({ member_id, made_at, ...row }) => ({
    ...row,
    memberId: member_id,
    by: member_id === null ? null : { id: member_id, name: null },
    madeAt: made_at.toISOString(),
  }))
}

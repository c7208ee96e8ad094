import { sql } from 'kysely'
import type { Batch, Contribution } from '#listen/index.ts'
import { insertRows } from '#store/insert-rows.ts'

/**
 * Where each person stands for each topic is what their latest telling post shows. New posts move
 * a person forward by a comparison of ids (which carry the time); edits and deletions make the pair
 * (person, topic) be looked up in the log again.
 */
export async function moveJourneyStages(batch: Batch): Promise<void> {
  await advance(batch)
  await lookUpAgain(batch)
}

interface Pair {
  personId: string
  topicId: string
}

function pairsOf(batch: Batch, one: Contribution): Pair[] {
  const personId = batch.personOfHandle.get(one.handleId) as string
  return (one.reading?.topicIds ?? []).map((topicId) => ({ personId, topicId }))
}

function keyOf({ personId, topicId }: Pair): string {
  return `${personId}\n${topicId}`
}

const COLUMNS = {
  person_id: 'uuid',
  topic_id: 'uuid',
  stage: 'text',
  stance: 'text',
  activity_id: 'uuid',
} as const

async function advance(batch: Batch): Promise<void> {
  const latest = new Map<string, { pair: Pair; one: Contribution }>()
  for (const one of batch.contributions) {
    if (one.sign < 0 || one.reading === undefined || one.reading.stage === 'none') continue
    for (const pair of pairsOf(batch, one)) {
      const known = latest.get(keyOf(pair))
      if (known === undefined || known.one.activityId < one.activityId) {
        latest.set(keyOf(pair), { pair, one })
      }
    }
  }
  const sorted = [...latest].sort(([a], [b]) => (a < b ? -1 : 1))
  const rows = sorted.map(([, { pair, one }]) => ({
    person_id: pair.personId,
    topic_id: pair.topicId,
    stage: one.reading?.stage,
    stance: one.reading?.stance,
    activity_id: one.activityId,
  }))
  await insertRows(
    batch.tx,
    'journey_stage',
    batch.workspaceId,
    COLUMNS,
    rows,
    sql`on conflict (workspace_id, person_id, topic_id) do update set stage = excluded.stage,
      stance = excluded.stance, activity_id = excluded.activity_id
      where excluded.activity_id > journey_stage.activity_id`,
  )
}

async function lookUpAgain(batch: Batch): Promise<void> {
  const pairs = new Map<string, Pair>()
  for (const one of batch.contributions) {
    if (one.sign > 0) continue
    for (const pair of pairsOf(batch, one)) pairs.set(keyOf(pair), pair)
  }
  if (pairs.size === 0) return
  const sorted = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair)
  await rebuildPairs(batch, sorted)
}

/** Sets the stage of each pair from the log: the latest telling post of the person's handles. */
async function rebuildPairs(batch: Batch, pairs: Pair[]): Promise<void> {
  const people = pairs.map((pair) => pair.personId)
  const topics = pairs.map((pair) => pair.topicId)
  await sql`
    delete from journey_stage j using unnest(${people}::uuid[], ${topics}::uuid[]) as k(person_id, topic_id)
    where j.workspace_id = ${batch.workspaceId} and j.person_id = k.person_id and j.topic_id = k.topic_id
  `.execute(batch.tx)
  await sql`
    insert into journey_stage (workspace_id, person_id, topic_id, stage, stance, activity_id)
    select ${batch.workspaceId}::uuid, k.person_id, k.topic_id, l.stage, l.stance, l.activity_id
    from unnest(${people}::uuid[], ${topics}::uuid[]) as k(person_id, topic_id)
    cross join lateral (
      select t.stage, t.stance, t.activity_id
      from handle_ownership o
      join activity a on a.workspace_id = o.workspace_id and a.handle_id = o.handle_id
      join reading_topic t on t.workspace_id = a.workspace_id and t.activity_id = a.id
        and t.topic_id = k.topic_id and t.stage <> 'none'
      where o.workspace_id = ${batch.workspaceId} and o.person_id = k.person_id and o.until is null
      order by t.activity_id desc limit 1
    ) l
  `.execute(batch.tx)
}

/** Sets the stages of everybody for one topic from the log. */
export async function rebuildTopicJourneys(
  tx: Batch['tx'],
  workspaceId: string,
  topicId: string,
): Promise<void> {
  await sql`delete from journey_stage
    where workspace_id = ${workspaceId} and topic_id = ${topicId}`.execute(tx)
  await sql`
    insert into journey_stage (workspace_id, person_id, topic_id, stage, stance, activity_id)
    select distinct on (o.person_id) t.workspace_id, o.person_id, t.topic_id, t.stage, t.stance,
      t.activity_id
    from reading_topic t
    join activity a on a.workspace_id = t.workspace_id and a.id = t.activity_id
    join handle_ownership o on o.workspace_id = a.workspace_id and o.handle_id = a.handle_id
      and o.until is null
    where t.workspace_id = ${workspaceId} and t.topic_id = ${topicId} and t.stage <> 'none'
    order by o.person_id, t.activity_id desc
  `.execute(tx)
}

import { sql } from 'kysely'
import { searchQuery, toTsQueryLiteral } from '#language/index.ts'
import type { Door, Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { writeEvent } from '#store/outbox.ts'
import type { TopicMention } from '#vocabulary/index.ts'
import { recountIntentDays } from './intent-days.ts'
import { recountModelDays } from './model-days.ts'
import { TOPIC_COLUMNS } from './record-readings.ts'
import { dropInSteps, holdWorkspace, type Run, removeTopics } from './remove-topics.ts'
import { recountTopicDays } from './topic-days.ts'
import { topicFinderOf } from './understanding.ts'
import { rebuildTopicJourneys } from './walk-journeys.ts'

const POSTS_AT_ONCE = 1_000

interface AppliedTopic {
  id: string
  name: string
  aliases: string[]
  /** Another after every change of the topic, also one that was changed back. */
  version: string
}

/**
 * Removes what was found for removed topics, then searches the posts that are already in the log
 * for the names of new and changed ones, a thousand at a time, and counts the topic's days and
 * stages anew. Posts that arrive meanwhile are read with the new topics (see listening.ts), so none
 * is missed; doing it twice changes nothing. Answers the ids of the topics that were applied.
 */
export async function applyTopics(door: Door, workspaceId: string): Promise<string[]> {
  const run: Run = (work) => door.inWorkspace(workspaceId, work, 'background')
  await removeTopics(run, workspaceId)
  const topics = await run(waitingTopics)
  const applied: string[] = []
  for (const topic of topics) {
    if (await applyTopic(run, workspaceId, topic)) applied.push(topic.id)
  }
  return applied
}

/** Answers false for a topic that was changed or removed meanwhile: the change has its own job. */
async function applyTopic(run: Run, workspaceId: string, topic: AppliedTopic): Promise<boolean> {
  // Mentions under names that the topic no longer has.
  await dropInSteps(run, workspaceId, 'reading_topic', topic.id)
  const whileSame = <T>(work: (tx: Transaction) => Promise<T>) =>
    run(async (tx) => {
      await holdWorkspace(tx)
      const now = (await waitingTopics(tx)).find(({ id }) => id === topic.id)
      return JSON.stringify(now) === JSON.stringify(topic) ? work(tx) : CHANGED
    })
  for (const name of new Set([topic.name, ...topic.aliases])) {
    let before: string | null | typeof CHANGED = null
    do {
      const from: string | null = before
      before = await whileSame((tx) => applyPage(tx, workspaceId, topic, name, from))
      if (before === CHANGED) return false
    } while (before !== null)
  }
  const finished = await whileSame((tx) => finishTopic(tx, workspaceId, topic))
  return finished !== CHANGED
}

const CHANGED = Symbol('changed')

async function waitingTopics(tx: Transaction): Promise<AppliedTopic[]> {
  const { rows } = await sql<AppliedTopic>`
    select t.id, t.name, t.xmin::text as version, array(select a.alias from topic_alias a
      where a.workspace_id = t.workspace_id and a.topic_id = t.id order by a.alias) as aliases
    from topic t where t.applied_at is null and t.deleted_at is null order by t.id
  `.execute(tx)
  return rows
}

interface CandidatePost {
  activityId: string
  title: string | null
  text: string
  sentiment: string
  stage: string
  stance: string
  isStageOpen: boolean
}

/** Answers the id before which the next page starts, null after the last. */
async function applyPage(
  tx: Transaction,
  workspaceId: string,
  topic: AppliedTopic,
  name: string,
  before: string | null,
): Promise<string | null> {
  const query = searchQuery(name)
  if (query === null) return null
  const { rows } = await sql<CandidatePost>`
    select p.activity_id as "activityId", p.title, p.text, r.sentiment, r.stage, r.stance,
      'stage' = any(r.unsure) as "isStageOpen"
    from search_posts(${toTsQueryLiteral(query)}::tsquery, ${before}, null, ${POSTS_AT_ONCE}) s(id)
    join post p on p.workspace_id = ${workspaceId} and p.activity_id = s.id
    join reading r on r.workspace_id = p.workspace_id and r.activity_id = p.activity_id
    order by p.activity_id desc
  `.execute(tx)
  const found = mentionsIn(topic, rows)
  await insertRows(
    tx,
    'reading_topic',
    workspaceId,
    TOPIC_COLUMNS,
    found,
    sql`on conflict do nothing`,
  )
  return rows.length < POSTS_AT_ONCE ? null : (rows.at(-1) as CandidatePost).activityId
}

function mentionsIn(topic: AppliedTopic, posts: CandidatePost[]): Record<string, unknown>[] {
  const finder = topicFinderOf({ revision: 0, topics: [topic] })
  return posts.flatMap((post) => {
    const offset = post.title === null ? 0 : post.title.length + 1
    const whole = post.title === null ? post.text : `${post.title}\n${post.text}`
    const mentions = finder.find(whole)
    const mention = mentions.find(({ start }) => start >= offset) ?? mentions[0]
    return mention === undefined ? [] : [topicRow(topic.id, post, mention, offset)]
  })
}

/** As reading writes it: the first place in the text, or 0..0 when only the title names the topic. */
function topicRow(
  topicId: string,
  post: CandidatePost,
  mention: TopicMention,
  offset: number,
): Record<string, unknown> {
  const isInText = mention.start >= offset
  return {
    topic_id: topicId,
    activity_id: post.activityId,
    starts_at: isInText ? mention.start - offset : 0,
    ends_at: isInText ? mention.end - offset : 0,
    sentiment: post.sentiment,
    stage: post.stage,
    stance: post.stance,
    stage_open: post.isStageOpen,
  }
}

async function finishTopic(
  tx: Transaction,
  workspaceId: string,
  topic: AppliedTopic,
): Promise<void> {
  await recountReadingDays(tx, workspaceId, topic.id)
  await recountTopicDays(tx, workspaceId, topic.id)
  await recountIntentDays(tx, workspaceId, topic.id)
  await recountModelDays(tx, workspaceId, topic.id)
  await rebuildTopicJourneys(tx, workspaceId, topic.id)
  await sql`update topic set applied_at = now() where workspace_id = ${workspaceId} and id = ${topic.id}`.execute(
    tx,
  )
  await writeEvent(tx, workspaceId, { name: 'topic.applied', subjectId: topic.id })
}

async function recountReadingDays(
  tx: Transaction,
  workspaceId: string,
  topicId: string,
): Promise<void> {
  await sql`delete from reading_day where workspace_id = ${workspaceId} and topic_id = ${topicId}`.execute(
    tx,
  )
  await sql`
    insert into reading_day (workspace_id, day, topic_id, channel_id, stage, stance, sentiment, posts)
    select t.workspace_id, (a.published_at at time zone w.time_zone)::date, t.topic_id, a.channel_id,
      t.stage, t.stance, t.sentiment, count(*)
    from reading_topic t
    join activity a on a.workspace_id = t.workspace_id and a.id = t.activity_id
    join workspace w on w.id = t.workspace_id
    where t.workspace_id = ${workspaceId} and t.topic_id = ${topicId}
    group by 1, 2, 3, 4, 5, 6, 7
  `.execute(tx)
}

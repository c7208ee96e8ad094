import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import {
  type ActivityType,
  type CorrectedPart,
  type HandleKind,
  INTENTS,
  type Intent,
  isNewToReader,
  type ReadingPart,
  type Sayer,
  type Sentiment,
  type StageOrNone,
  type Stance,
  saysOther,
  type TopicKind,
} from '#vocabulary/index.ts'
import { assertedIntents } from './asserted-intents.ts'
import { type ListedOutcome, readOutcomes } from './hydrate-outcomes.ts'

/** One row of the log as it is shown; times in RFC 3339, UTC. */
export interface ListedActivity {
  id: string
  type: ActivityType
  actor: {
    handleId: string
    personId: string
    name: string
    username: string | null
    platform: string
    kind: HandleKind
  }
  channel: { id: string; name: string; kind: string }
  publishedAt: string
  editedAt: string | null
  deletedAt: string | null
  url: string | null
  title: string | null
  text: string | null
  isExcerpt: boolean
  tags: string[]
  parentId: string | null
  reading: ListedReading | null
  topics: TopicInPost[]
  /** Only of type Outcome. */
  outcome: ListedOutcome | null
}

interface ListedReading {
  lang: string
  langConfidence: number
  sentiment: Sentiment
  sentimentScore: number
  sentimentConfidence: number
  stage: StageOrNone
  stageConfidence: number
  stance: Stance
  /** Null where it was read before readers said so. */
  stanceConfidence: number | null
  /** The intents that hold, in the order of the vocabulary. */
  intents: Intent[]
  /** 0..1, to the percent; null where a reader without intents read it. */
  likelihoods: Record<Intent, number> | null
  isToxic: boolean
  /** 0..1, to the percent; null as the likelihoods are. */
  toxicity: number | null
  novelty: number
  isNew: boolean
  isOther: boolean
  /** What the reader left open. */
  unsure: ReadingPart[]
  saidBy: { [Part in CorrectedPart]?: Sayer }
  model: string
  /** Who corrected it. The log knows no names of members; whoever answers adds them. */
  correctedBy: { id: string; name: string | null } | null
}

interface TopicInPost {
  id: string
  name: string
  kind: TopicKind
  start: number
  end: number
}

interface ActivityRow {
  id: string
  type: ActivityType
  platform: string
  published_at: Date
  edited_at: Date | null
  deleted_at: Date | null
  url: string | null
  handle_id: string
  username: string | null
  handle_kind: HandleKind
  person_id: string
  person_name: string
  channel_id: string
  channel_name: string
  channel_kind: string
  title: string | null
  text: string | null
  is_excerpt: boolean | null
  tags: string[] | null
  parent_id: string | null
  model: string | null
  lang: string
  lang_confidence: number
  sentiment: Sentiment
  sentiment_score: number
  sentiment_confidence: number
  stage: StageOrNone
  stage_confidence: number
  stance: Stance
  stance_confidence: number | null
  asserted: Intent[]
  likelihoods: number[] | null
  toxic: boolean
  novelty: number
  unsure: ReadingPart[]
  other: boolean | null
  voted_parts: ReadingPart[] | null
  corrected_parts: CorrectedPart[] | null
  corrected_by: string | null
}

/** The activities with these ids, in their order, with all that a list shows; two round trips, a third for outcomes. */
export async function hydrateActivities(
  tx: Transaction,
  ids: readonly string[],
): Promise<ListedActivity[]> {
  if (ids.length === 0) return []
  const rows = await readRows(tx, ids)
  const topics = await readTopics(tx, ids)
  const outcomes = await readOutcomes(tx, idsOfOutcomes(rows))
  return ids.flatMap((id) => {
    const row = rows.get(id)
    if (row === undefined) return []
    return [{ ...showActivity(row, topics.get(id) ?? []), outcome: outcomes.get(id) ?? null }]
  })
}

function idsOfOutcomes(rows: ReadonlyMap<string, ActivityRow>): string[] {
  return [...rows.values()].filter(({ type }) => type === 'Outcome').map(({ id }) => id)
}

// One look-up a row and table, whatever the planner thinks of tables it has no statistics of yet.
// `case`, not `coalesce`: under row-level security PostgreSQL takes coalesce for leaky and then
// reads the whole table instead of the index.
const OWNER = sql`
  cross join lateral (
    select root.id as person_id, root.display_name as person_name
    from handle_ownership o
    join person own on own.id = o.person_id
    join person root
      on root.id = case when own.merged_into is null then own.id else own.merged_into end
    where o.handle_id = a.handle_id and o.until is null offset 0
  ) owner`

const PARENT = sql`
  left join lateral (
    select s.activity_id as parent_id from activity_source s
    where s.platform = a.platform and s.external_key_hash = a.parent_hash limit 1
  ) parent on true`

/** Parts that members corrected of the text as it is. */
const CORRECTED = sql`(select array_agg(c.part) from correction c
  where c.activity_id = a.id and c.revision = r.revision and c.undone_at is null
    and r.corrected_by is not null)`

/** Parts that a language model filled: it voted, and the reader that reads now leaves them open too. */
const VOTED_PARTS = sql`(select array_agg(v.part) from reading_history h
  join model_vote v on v.workspace_id = h.workspace_id and v.activity_id = h.activity_id
    and v.revision = h.revision and v.usable and h.said -> 'unsure' ? v.part
  where h.activity_id = a.id and h.revision = r.revision and h.replaced_at is null)`

async function readRows(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, ActivityRow>> {
  const { rows } = await sql<ActivityRow>`
    select a.id, a.type, a.platform, a.published_at, a.edited_at, a.deleted_at, a.url, a.handle_id,
      h.username, h.kind as handle_kind, owner.person_id, owner.person_name,
      c.id as channel_id, c.name as channel_name, c.kind as channel_kind,
      p.title, p.text, p.is_excerpt, p.tags, parent.parent_id,
      r.model, r.lang, r.lang_confidence, r.sentiment, r.sentiment_score, r.sentiment_confidence,
      r.stage, r.stage_confidence, r.stance, r.stance_confidence, ${assertedIntents('r')} as asserted, r.likelihoods, r.toxic,
      r.novelty, r.unsure, r.other, r.corrected_by, ${VOTED_PARTS} as voted_parts,
      ${CORRECTED} as corrected_parts
    from unnest(${ids}::uuid[]) as wanted (id)
    cross join lateral (select * from activity where activity.id = wanted.id offset 0) a
    join channel c on c.id = a.channel_id
    cross join lateral (select * from handle where handle.id = a.handle_id offset 0) h
    ${OWNER}
    left join lateral (select * from post where post.activity_id = a.id offset 0) p on true
    left join lateral (select * from reading where reading.activity_id = a.id offset 0) r on true
    ${PARENT}
  `.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

async function readTopics(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, TopicInPost[]>> {
  const { rows } = await sql<{ activity_id: string } & TopicInPost>`
    select found.activity_id, t.id, t.name, t.kind, found.starts_at as start, found.ends_at as end
    from unnest(${ids}::uuid[]) as wanted (id)
    cross join lateral (
      select * from reading_topic where reading_topic.activity_id = wanted.id offset 0) found
    join topic t on t.id = found.topic_id
    where t.deleted_at is null
    order by found.starts_at, t.id
  `.execute(tx)
  const topics = new Map<string, TopicInPost[]>()
  for (const { activity_id, ...topic } of rows) {
    topics.set(activity_id, [...(topics.get(activity_id) ?? []), topic])
  }
  return topics
}

function showActivity(row: ActivityRow, topics: TopicInPost[]): Omit<ListedActivity, 'outcome'> {
  return {
    id: row.id,
    type: row.type,
    actor: showActor(row),
    channel: { id: row.channel_id, name: row.channel_name, kind: row.channel_kind },
    publishedAt: row.published_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    url: row.url,
    title: row.title,
    text: row.text,
    isExcerpt: row.is_excerpt ?? false,
    tags: row.tags ?? [],
    parentId: row.parent_id,
    reading: row.model === null ? null : showReading({ ...row, model: row.model }),
    topics,
  }
}

function showActor(row: ActivityRow): ListedActivity['actor'] {
  return {
    handleId: row.handle_id,
    personId: row.person_id,
    name: row.person_name,
    username: row.username,
    platform: row.platform,
    kind: row.handle_kind,
  }
}

function showReading(row: ActivityRow & { model: string }): ListedReading {
  return {
    lang: row.lang,
    langConfidence: row.lang_confidence,
    sentiment: row.sentiment,
    sentimentScore: row.sentiment_score,
    sentimentConfidence: row.sentiment_confidence,
    stage: row.stage,
    stageConfidence: row.stage_confidence,
    stance: row.stance,
    stanceConfidence: row.stance_confidence,
    intents: row.asserted,
    ...showLikelihoods(row.likelihoods),
    isToxic: row.toxic,
    novelty: row.novelty,
    isNew: isNewToReader(row),
    isOther: row.other ?? saysOther({ ...row, intents: row.asserted }),
    unsure: row.unsure,
    saidBy: sayersOf(row),
    model: row.model,
    correctedBy: row.corrected_by === null ? null : { id: row.corrected_by, name: null },
  }
}

/** A member outranks a language model, which outranks the reader. */
function sayersOf({ voted_parts, corrected_parts }: ActivityRow): ListedReading['saidBy'] {
  const voted = (voted_parts ?? []).map((part) => [part, 'language-model'])
  const corrected = (corrected_parts ?? []).map((part) => [part, 'member'])
  return Object.fromEntries([...voted, ...corrected])
}

/** Stored in percent, in the order of INTENTS, then toxicity. */
function showLikelihoods(
  percents: number[] | null,
): Pick<ListedReading, 'likelihoods' | 'toxicity'> {
  if (percents === null) return { likelihoods: null, toxicity: null }
  const share = (at: number) => (percents[at] ?? 0) / 100
  const named = INTENTS.map((intent, i) => [intent, share(i)])
  return {
    likelihoods: Object.fromEntries(named) as Record<Intent, number>,
    toxicity: share(INTENTS.length),
  }
}

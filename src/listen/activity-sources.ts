import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type MoveKind, stagesOfMove } from '#vocabulary/index.ts'
import type { ActivityFilter, IdRange } from './activity-filter.ts'

/** A filter whose person is resolved to the handles that are theirs today. */
export interface ResolvedFilter extends ActivityFilter {
  handles?: string[] | undefined
  /** The full text as a `tsquery` literal. */
  tokens?: string | undefined
}

type Condition =
  | 'topic'
  | 'stage'
  | 'stance'
  | 'sentiment'
  | 'move'
  | 'opinion'
  | 'moved'
  | 'lang'
  | 'model'
  | 'intent'
  | 'toxic'
  | 'unsure'
  | 'channel'
  | 'handles'
  | 'tokens'
  | 'post'

type ReadingColumn = 'stage' | 'stance' | 'sentiment' | 'lang' | 'model'

const OF_TOPIC = ['stage', 'stance', 'sentiment'] as const
/** Of the post, whatever its topics. */
const OF_POST = ['lang', 'model'] as const
const OF_READING = [...OF_TOPIC, ...OF_POST] as const
/** What the indexes of the readings bring along. */
const INDEXED = [...OF_TOPIC, 'lang'] as const

/** Where candidates come from, newest first: one index, and the conditions that it settles. */
export interface Source {
  settles: readonly Condition[]
  /** Columns of the reading that it brings along, to be compared without another look-up. */
  carries: readonly ReadingColumn[]
  /** `select <id> ... where <in range>`, without order and limit. */
  ids(range: IdRange): RawBuilder<unknown>
  /** The newest of them. */
  newest(range: IdRange, rows: number): RawBuilder<unknown>
}

/** Every index that could lead the search for this filter; the whole log where none can. */
export function sourcesFor(filter: ResolvedFilter): Source[] {
  const sources: Source[] = []
  if (filter.handles !== undefined) sources.push(fromHandles(filter.handles))
  if (filter.topic !== undefined && filter.move !== undefined) {
    sources.push(fromMoves(filter, filter.topic, filter.move))
  }
  if (filter.topic !== undefined) sources.push(fromTopic(filter, filter.topic))
  else sources.push(...fromReadings(filter, ['stage', 'stance', 'sentiment']))
  if (filter.opinion !== undefined) sources.push(fromOpinion(filter.opinion))
  if (filter.moved !== undefined) sources.push(fromMoved(filter.moved))
  sources.push(...fromReadings(filter, [...OF_POST]), ...fromFlags(filter))
  if (filter.channel !== undefined) sources.push(fromChannel(filter.channel))
  return sources.length > 0 ? sources : [filter.kind === 'post' ? ALL_POSTS : ALL_ACTIVITIES]
}

function fromReadings(filter: ResolvedFilter, columns: ReadingColumn[]): Source[] {
  return columns.flatMap((column) => {
    const value = filter[column]
    // What nearly every post has leads nowhere, and its index leaves it out.
    return value === undefined || value === 'none' ? [] : [fromReading(filter, column, value)]
  })
}

function source(
  settles: readonly Condition[],
  table: string,
  id: string,
  where: RawBuilder<unknown>,
  carries: readonly ReadingColumn[] = [],
): Source {
  const column = sql.ref(id)
  const columns = sql.join([sql`${column} as id`, ...carries.map((name) => sql.ref(name))])
  const ids = ({ before, floor }: IdRange) => sql`
    select ${columns} from ${sql.table(table)}
    where ${where} and ${column} < ${before}::uuid and ${column} >= ${floor}::uuid`
  return {
    settles,
    carries,
    ids,
    newest: (range, rows) => sql`${ids(range)} order by ${column} desc limit ${rows}::integer`,
  }
}

const ALL_POSTS = source(['post'], 'post', 'activity_id', sql`true`)
const ALL_ACTIVITIES = source([], 'activity', 'id', sql`true`)

function fromReading(filter: ResolvedFilter, column: ReadingColumn, value: string): Source {
  const asked = filter.topic === undefined ? INDEXED : (['lang'] as const)
  const carries = asked.filter((other) => other !== column && filter[other] !== undefined)
  const where = sql`${sql.ref(column)} = ${value}`
  const isNarrow = column === 'model'
  return source([column, 'post'], 'reading', 'activity_id', where, isNarrow ? [] : carries)
}

/** What holds of a reading or does not; those of which it holds have an index of their own. */
interface Flag {
  condition: 'intent' | 'toxic' | 'unsure'
  where: RawBuilder<unknown>
  isIndexed: boolean
}

function flagsOf({ intent, toxic, unsure }: ResolvedFilter): Flag[] {
  const flags: Flag[] = []
  if (intent !== undefined) {
    flags.push({ condition: 'intent', where: sql`${sql.ref(intent)}`, isIndexed: true })
  }
  if (toxic !== undefined) {
    const where = toxic ? sql`toxic` : sql`not toxic`
    flags.push({ condition: 'toxic', where, isIndexed: toxic })
  }
  if (unsure !== undefined) {
    const where = unsure ? sql`unsure <> '{}'` : sql`unsure = '{}'`
    flags.push({ condition: 'unsure', where, isIndexed: unsure })
  }
  return flags
}

function fromFlags(filter: ResolvedFilter): Source[] {
  return flagsOf(filter)
    .filter(({ isIndexed }) => isIndexed)
    .map(({ condition, where }) => source([condition, 'post'], 'reading', 'activity_id', where))
}

function fromTopic(filter: ResolvedFilter, topic: string): Source {
  const ofTopic = sql`topic_id = ${topic}::uuid`
  const carries = OF_TOPIC.filter((column) => filter[column] !== undefined)
  const { stage } = filter
  if (stage === undefined || stage === 'none') {
    return source(['topic', 'post'], 'reading_topic', 'activity_id', ofTopic, carries)
  }
  const ofStage = sql`${ofTopic} and stage = ${stage}`
  const others = carries.filter((column) => column !== 'stage')
  return source(['topic', 'stage', 'post'], 'reading_topic', 'activity_id', ofStage, others)
}

/** A move of a topic, as the index of moves finds it. */
function isMove(topic: string, move: MoveKind): RawBuilder<unknown>[] {
  const { from, to } = stagesOfMove(move)
  return [sql`topic_id = ${topic}::uuid`, sql`from_stage = ${from}`, sql`to_stage = ${to}`]
}

/** What a post says for or against a topic, its move says as well. */
function fromMoves(filter: ResolvedFilter, topic: string, move: MoveKind): Source {
  const where = sql.join(isMove(topic, move), sql` and `)
  const carries = filter.stance === undefined ? [] : (['stance'] as const)
  return source(['topic', 'move', 'post'], 'journey_move', 'activity_id', where, carries)
}

/** What is shown under an opinion; a post that stands in two merged ones is one post. */
function fromOpinion(opinion: string): Source {
  const where = sql`shown_id = ${opinion}::uuid`
  const all = source(['opinion', 'post'], 'opinion_post', 'activity_id', where)
  const newest = (range: IdRange, rows: number) => sql`
    select distinct once.id from (${all.ids(range)}) once order by once.id desc limit ${rows}::integer`
  return { ...all, newest }
}

/** What is shown otherwise since a change of the model. */
function fromMoved(run: string): Source {
  return source(['moved', 'post'], 'reading_move', 'activity_id', sql`run_id = ${run}::uuid`)
}

function fromChannel(channel: string): Source {
  return source(['channel'], 'activity', 'id', sql`channel_id = ${channel}::uuid`)
}

/** A person's handles side by side: the newest of each, merged. */
function fromHandles(handles: string[]): Source {
  const list = sql`${handles}::uuid[]`
  const all = source(['handles'], 'activity', 'id', sql`handle_id = any(${list})`)
  const newest = ({ before, floor }: IdRange, rows: number) => sql`
    select newest.id from unnest(${list}) as own (handle_id) cross join lateral (
      select a.id from activity a where a.handle_id = own.handle_id
        and a.id < ${before}::uuid and a.id >= ${floor}::uuid
      order by a.id desc limit ${rows}::integer
    ) newest order by newest.id desc limit ${rows}::integer`
  return { ...all, newest }
}

/** Posts that hold the tokens. */
export function fromSearch(tokens: string): Source {
  const newest = ({ before, floor }: IdRange, rows: number) => sql`
    select id from enishi.search_posts(
      ${tokens}::tsquery, ${before}::uuid, ${floor}::uuid, ${rows}::integer) as hit (id)`
  return { settles: ['tokens', 'post'], carries: [], ids: (range) => newest(range, 1), newest }
}

/** These and no others. */
export function fromIds(candidates: readonly string[]): Source {
  const ids = ({ before, floor }: IdRange) => sql`
    select id from unnest(${candidates}::uuid[]) as own (id)
    where id < ${before}::uuid and id >= ${floor}::uuid`
  const newest = (range: IdRange, rows: number) => sql`
    ${ids(range)} order by id desc limit ${rows}::integer`
  return { settles: [], carries: [], ids, newest }
}

/** How many rows the source holds, as the planner's statistics have it. */
export async function estimateRows(
  tx: Transaction,
  source: Source,
  range: IdRange,
): Promise<number> {
  const explain = sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
    explain (format json) ${source.ids(range)}`
  const { rows } = await explain.execute(tx)
  return rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? Number.POSITIVE_INFINITY
}

/**
 * What the source leaves open: look-ups by primary key as joins to `batch` (`offset 0` keeps the
 * planner from turning them into joins over whole tables), and conditions on what it carries.
 */
export function probesFor(filter: ResolvedFilter, { settles, carries }: Source) {
  const isOpen = (condition: Condition) =>
    !settles.includes(condition) && !carries.some((column) => column === condition)
  const probes = [
    ...topicProbe(filter, isOpen),
    ...moveProbe(filter, isOpen),
    ...opinionProbe(filter, isOpen),
    ...movedProbe(filter, isOpen),
    ...readingProbe(filter, isOpen),
    ...activityProbe(filter, isOpen),
    ...postProbe(filter, isOpen),
  ]
  const carried = carries.map((column) => sql`${sql.ref(`batch.${column}`)} = ${filter[column]}`)
  return {
    /** Look-ups a row. */
    count: probes.length,
    isNothing: probes.length + carried.length === 0,
    joins: sql.join(probes, sql` `),
    where: sql.join([sql`true`, ...carried], sql` and `),
  }
}

type IsOpen = (condition: Condition) => boolean

function equals(
  filter: ResolvedFilter,
  columns: readonly ReadingColumn[],
  isOpen: IsOpen,
): RawBuilder<unknown>[] {
  return columns
    .filter((column) => filter[column] !== undefined && isOpen(column))
    .map((column) => sql`${sql.ref(`probed.${column}`)} = ${filter[column]}`)
}

function topicProbe(filter: ResolvedFilter, isOpen: IsOpen): RawBuilder<unknown>[] {
  if (filter.topic === undefined) return []
  const conditions = equals(filter, OF_TOPIC, isOpen)
  if (!isOpen('topic') && conditions.length === 0) return []
  const own = sql`topic_id = ${filter.topic}::uuid`
  return [probe('reading_topic', 'activity_id', [own, ...conditions])]
}

function moveProbe({ topic, move }: ResolvedFilter, isOpen: IsOpen): RawBuilder<unknown>[] {
  if (topic === undefined || move === undefined || !isOpen('move')) return []
  return [probe('journey_move', 'activity_id', isMove(topic, move))]
}

/** Two merged opinions may hold the same post: `limit 1` keeps it one. */
function opinionProbe({ opinion }: ResolvedFilter, isOpen: IsOpen): RawBuilder<unknown>[] {
  if (opinion === undefined || !isOpen('opinion')) return []
  return [
    sql`cross join lateral (select 1 from opinion_post probed where probed.activity_id = batch.id
      and probed.shown_id = ${opinion}::uuid limit 1) as in_opinion_post`,
  ]
}

function movedProbe({ moved }: ResolvedFilter, isOpen: IsOpen): RawBuilder<unknown>[] {
  if (moved === undefined || !isOpen('moved')) return []
  return [probe('reading_move', 'activity_id', [sql`run_id = ${moved}::uuid`])]
}

function readingProbe(filter: ResolvedFilter, isOpen: IsOpen): RawBuilder<unknown>[] {
  const columns = filter.topic === undefined ? OF_READING : OF_POST
  const flags = flagsOf(filter).filter(({ condition }) => isOpen(condition))
  const conditions = [...equals(filter, columns, isOpen), ...flags.map(({ where }) => where)]
  return conditions.length === 0 ? [] : [probe('reading', 'activity_id', conditions)]
}

function activityProbe(filter: ResolvedFilter, isOpen: IsOpen): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = []
  if (filter.channel !== undefined && isOpen('channel')) {
    conditions.push(sql`probed.channel_id = ${filter.channel}::uuid`)
  }
  if (filter.handles !== undefined && isOpen('handles')) {
    conditions.push(sql`probed.handle_id = any(${filter.handles}::uuid[])`)
  }
  return conditions.length === 0 ? [] : [probe('activity', 'id', conditions)]
}

function postProbe(filter: ResolvedFilter, isOpen: IsOpen): RawBuilder<unknown>[] {
  const tokens =
    filter.tokens !== undefined && isOpen('tokens')
      ? [sql`probed.tokens @@ ${filter.tokens}::tsquery`]
      : []
  if (tokens.length === 0 && (filter.kind === 'all' || !isOpen('post'))) return []
  return [probe('post', 'activity_id', tokens)]
}

function probe(
  table: string,
  id: string,
  conditions: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
  const all = sql.join([sql`${sql.ref(`probed.${id}`)} = batch.id`, ...conditions], sql` and `)
  return sql`cross join lateral (
    select 1 from ${sql.table(table)} probed where ${all} offset 0) as ${sql.ref(`in_${table}`)}`
}

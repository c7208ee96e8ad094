import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { getTopic, readBounds } from '#understand/index.ts'
import { addDays, NIL_UUID, type TopicKind } from '#vocabulary/index.ts'
import { readStays } from './read-stays.ts'
import { HORIZON_DAYS, MOVES_MAX, scopeOf } from './stay-rows.ts'
import { type ComparedPoint, compareStages } from './stuck-points.ts'

/** A point where people stay longer or shorter than is usual here, with its topic. */
export interface StuckPoint extends Omit<ComparedPoint, 'topicId'> {
  topic: { id: string; name: string; kind: TopicKind }
  /** People whose stays were compared, and those of them who stay on there today. */
  people: number
  ongoing: number
}

export interface StuckPoints {
  /** Stays begun since then are compared with those before. */
  recentFrom: string
  since: string | null
  topics: number
  /** What stands out: slow first, the surest first. */
  points: StuckPoint[]
  /** Comparisons that show nothing unusual, and those with too few people. */
  usual: number
  insufficient: number
}

/** Days of the workspace that count as lately. */
export const RECENT_DAYS = 90
/** Topics that are compared: those with most moves, as long as their moves can be read at once. */
const TOPICS_MAX = 30

/**
 * Where people get stuck: every stage of every topic, beside the other topics and beside itself
 * before. With a topic only its points are told. O(n log n) in the moves read, at most MOVES_MAX.
 */
export async function readStuckPoints(
  tx: Transaction,
  topic: string | undefined,
  now: Date,
): Promise<StuckPoints> {
  if (topic !== undefined) await getTopic(tx, topic)
  const topics = await readMovedTopics(tx, topic)
  const { today } = await readBounds(tx, now)
  const recentFrom = addDays(today, -RECENT_DAYS)
  const scope = await scopeOf(tx, { topics: topics.map(({ id }) => id) }, now)
  const { stays, counts } = await readStays(tx, scope, recentFrom)
  const compared = compareStages(
    topics.map(({ id }) => ({ topicId: id, ...staysIn(stays, id) })),
    HORIZON_DAYS,
  ).filter(({ topicId }) => topic === undefined || topicId === topic)
  const points = compared
    .filter(({ verdict }) => verdict === 'slow' || verdict === 'quick')
    .filter((point, _, all) => !all.some((other) => saysTheSame(point, other)))
    .sort(bySurety)
    .flatMap(({ topicId, ...point }) => {
      const about = topics.find(({ id }) => id === topicId)
      if (about === undefined) return []
      const of = (ending: 'ongoing' | null) =>
        counts.find(
          (one) =>
            one.isRecent &&
            one.topicId === topicId &&
            one.stage === point.stage &&
            one.ending === ending,
        )
      const { id, name, kind } = about
      const people = of(null)?.people ?? 0
      return [{ ...point, topic: { id, name, kind }, people, ongoing: of('ongoing')?.people ?? 0 }]
    })
  const count = (verdict: ComparedPoint['verdict']) =>
    compared.filter((one) => one.verdict === verdict).length
  return {
    ...{ recentFrom, since: scope.since, topics: topics.length, points },
    ...{ usual: count('usual'), insufficient: count('insufficient') },
  }
}

function staysIn(stays: Awaited<ReturnType<typeof readStays>>['stays'], id: string) {
  const found = stays.get(id)
  if (found === undefined) throw new RangeError(`The stays of topic ${id} were not read.`)
  return found
}

/** Where all who leave go the same way, the way says nothing that the stage doesn't. */
export function saysTheSame(way: ComparedPoint, stage: ComparedPoint): boolean {
  return (
    way.to !== null &&
    stage.to === null &&
    way.topicId === stage.topicId &&
    way.stage === stage.stage &&
    way.beside === stage.beside &&
    way.left === stage.left
  )
}

/** Slow before quick; then those whose interval is farthest from the usual pace. */
export function bySurety(a: ComparedPoint, b: ComparedPoint): number {
  const rank = ({ verdict }: ComparedPoint) => (verdict === 'slow' ? 0 : 1)
  const far = ({ low, high }: ComparedPoint) => (high !== null && high < 1 ? 1 / high : (low ?? 0))
  return rank(a) - rank(b) || far(b) - far(a)
}

interface MovedTopic {
  id: string
  name: string
  kind: TopicKind
  moves: number
}

/** The topics with most moves, that of the question first, until as many moves as can be read. */
async function readMovedTopics(tx: Transaction, first: string | undefined): Promise<MovedTopic[]> {
  const { rows } = await sql<MovedTopic>`
    select t.id, t.name, t.kind, moved.moves from topic t
    join (select topic_id, sum(moves)::float8 as moves from move_day group by topic_id) moved
      on moved.topic_id = t.id
    where t.deleted_at is null
    order by t.id = ${first ?? NIL_UUID}::uuid desc, moved.moves desc, t.id
    limit ${TOPICS_MAX}::integer`.execute(tx)
  let moves = 0
  return rows.filter((one, at) => {
    moves += one.moves
    return at === 0 || moves <= MOVES_MAX
  })
}

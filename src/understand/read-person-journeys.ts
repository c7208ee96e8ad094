import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { MoveKind, Stage, StageOrNone, Stance, TopicKind } from '#vocabulary/index.ts'
import type { Move } from './journey.ts'
import { rootOf } from './read-people.ts'

/** A post that shows where somebody stands. */
export interface ShownBy {
  id: string
  /** Its first characters; null where the text is gone. */
  excerpt: string | null
  publishedAt: string
  stageConfidence: number
}

export interface PersonMove {
  move: MoveKind
  from: StageOrNone
  to: Stage
  stance: Stance
  round: number
  shownBy: ShownBy
}

/** Where a person stands for one topic, and how they got there. */
export interface PersonJourney {
  topic: { id: string; name: string; kind: TopicKind }
  stage: Stage
  stance: Stance
  round: number
  latest: ShownBy
  /** The latest {@link MOVES_SHOWN_MAX}, oldest first. */
  moves: PersonMove[]
  /** Earlier moves that are left out. */
  earlier: number
}

const MOVES_SHOWN_MAX = 30
const EXCERPT_CHARS_MAX = 200

/**
 * The journeys of one person, latest first; those of people who were merged are one. Throws `not-found`.
 */
export async function readPersonJourneys(tx: Transaction, id: string): Promise<PersonJourney[]> {
  const root = await rootOf(tx, id)
  const latest = await readStages(tx, root)
  const moves = await readMoves(tx, root)
  const shown = (topic: string) => moves.get(topic)?.slice(-MOVES_SHOWN_MAX) ?? []
  const ids = latest.flatMap((stage) => [
    stage.activityId,
    ...shown(stage.topicId).map(({ activityId }) => activityId),
  ])
  const posts = await readPosts(tx, ids)
  return latest.flatMap((stage) => {
    const all = moves.get(stage.topicId) ?? []
    return showJourney(stage, shown(stage.topicId), all, posts)
  })
}

interface StageRow {
  topicId: string
  name: string
  kind: TopicKind
  stage: Stage
  stance: Stance
  activityId: string
}

async function readStages(tx: Transaction, root: string): Promise<StageRow[]> {
  const { rows } = await sql<StageRow>`
    select t.id as "topicId", t.name, t.kind, j.stage, j.stance,
      j.activity_id as "activityId"
    from (select * from journey_stage j where j.person_id = ${root}::uuid offset 0) j
    join topic t on t.id = j.topic_id and t.deleted_at is null
    order by j.activity_id desc`.execute(tx)
  return rows
}

type MovesByTopic = Map<string, Move[]>

async function readMoves(tx: Transaction, root: string): Promise<MovesByTopic> {
  const { rows } = await sql<Move & { topicId: string }>`
    select topic_id as "topicId", activity_id as "activityId", from_stage as "from", to_stage as "to",
      stance, round, at from journey_move
    where person_id = ${root}::uuid order by activity_id`.execute(tx)
  const moves: MovesByTopic = new Map()
  for (const { topicId, ...move } of rows) moves.set(topicId, [...(moves.get(topicId) ?? []), move])
  return moves
}

interface PostRow {
  id: string
  text: string | null
  publishedAt: Date
  stageConfidence: number
}

async function readPosts(tx: Transaction, ids: string[]): Promise<Map<string, ShownBy>> {
  const { rows } = await sql<PostRow>`
    select a.id, p.text, a.published_at as "publishedAt", r.stage_confidence as "stageConfidence"
    from unnest(${[...new Set(ids)]}::uuid[]) as wanted (id)
    cross join lateral (
      select a.id, a.published_at from activity a where a.id = wanted.id offset 0) a
    cross join lateral (
      select r.stage_confidence from reading r where r.activity_id = wanted.id offset 0) r
    left join lateral (
      select left(p.text, ${EXCERPT_CHARS_MAX}) as text from post p where p.activity_id = wanted.id offset 0
    ) p on true`.execute(tx)
  return new Map(
    rows.map(({ text, publishedAt, ...row }) => [
      row.id,
      { ...row, excerpt: text, publishedAt: publishedAt.toISOString() },
    ]),
  )
}

function showJourney(
  { topicId: id, name, kind, stage, stance, activityId }: StageRow,
  shown: readonly Move[],
  all: readonly Move[],
  posts: ReadonlyMap<string, ShownBy>,
): PersonJourney[] {
  const latest = posts.get(activityId)
  if (latest === undefined) return []
  const moves = shown.flatMap((move) => {
    const shownBy = posts.get(move.activityId)
    return shownBy === undefined ? [] : [showMove(move, shownBy)]
  })
  const round = all.at(-1)?.round ?? 1
  const earlier = all.length - shown.length
  return [{ topic: { id, name, kind }, stage, stance, round, latest, moves, earlier }]
}

function showMove({ from, to, stance, round }: Move, shownBy: ShownBy): PersonMove {
  return { move: `${from}-${to}`, from, to, stance, round, shownBy }
}

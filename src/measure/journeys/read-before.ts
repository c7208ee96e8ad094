import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { getTopic } from '#understand/index.ts'
import {
  addDays,
  type MoveKind,
  REACHED_BY,
  type ReachedBy,
  type Stage,
  type StageOrNone,
  stagesOfMove,
  type TopicKind,
} from '#vocabulary/index.ts'
import { type BeforeFigure, compareReached } from './before-moves.ts'
import {
  drawCandidates,
  keepComparable,
  type Moment,
  type MoveMade,
  type Standing,
} from './draw-controls.ts'
import { BEFORE_DAYS, countOwnActivities, type Reached, readReached } from './reached-rows.ts'
import { peopleOfSegment, type Segment } from './segment.ts'
import { midnight } from './stay-rows.ts'

/** How often one kind of touch came before a move, beside people who did not move. */
export interface BeforeRow extends BeforeFigure {
  by: ReachedBy
  /** Null for all channels together. */
  channel: { id: string; name: string } | null
  /** Enough movers and others were reached to compare them. */
  isEnough: boolean
  /** Who moved and was reached: the touch, and the post that shows the move after it. */
  examples: { personId: string; name: string; touch: string; move: string }[]
}

export interface BeforeMoves {
  topic: { id: string; name: string; kind: TopicKind }
  move: MoveKind
  from: StageOrNone
  to: Stage
  days: number
  /** Moves looked at, the latest, and those of them that comparable people stand beside. */
  moves: number
  compared: number
  others: number
  rows: BeforeRow[]
}

export interface BeforeFilter {
  topic: string
  move: MoveKind
  from?: string | undefined
  to?: string | undefined
  /** Whose moves, beside others of the same segment. */
  segment?: Segment | undefined
}

/** The latest moves that are looked at. */
const MOVES_LOOKED_AT = 200
/** Standing people among whom the others are drawn. */
const STANDINGS_MAX = 5_000
const SPEAKERS_PER_MOVE = 20
/** Fewer reached are too few to compare. */
const REACHED_MIN = 10
const COMPARED_MIN = 20

/**
 * What reached people in the week before a move, beside people who stood at the same stage of the
 * topic at the same moment, had been as busy, and did not move then. It says what came before, not
 * what brought it about. `chance` draws the others. Throws `not-found`.
 */
export async function readBeforeMoves(
  tx: Transaction,
  filter: BeforeFilter,
  chance: () => number,
): Promise<BeforeMoves> {
  const { id, name, kind } = await getTopic(tx, filter.topic)
  const { from, to } = stagesOfMove(filter.move)
  const moves = await readMoves(tx, filter, from, to)
  const everybody = await readStandings(tx, id, from, moves)
  const standings = await amongSegment(tx, everybody, filter)
  const drawn = drawCandidates(moves, standings, chance)
  const moments = keepComparable(drawn, await countOwnActivities(tx, drawn))
  const reached = await readReached(tx, id, moments)
  const compared = moments.filter(({ isMover }) => isMover).length
  return {
    ...{ topic: { id, name, kind }, move: filter.move, from, to, days: BEFORE_DAYS },
    ...{ moves: moves.length, compared, others: moments.length - compared },
    rows: await withNames(tx, rowsOf(moments, reached, await readChannels(tx, reached))),
  }
}

async function readMoves(
  tx: Transaction,
  filter: BeforeFilter,
  from: StageOrNone,
  to: Stage,
): Promise<MoveMade[]> {
  const since = filter.from === undefined ? sql`` : sql`and at >= ${midnight(filter.from)}`
  const until = filter.to === undefined ? sql`` : sql`and at < ${midnight(addDays(filter.to, 1))}`
  const { rows } = await sql<{ personId: string; at: Date; activityId: string }>`
    select person_id as "personId", at, activity_id as "activityId" from journey_move
    where ${memberCondition(filter)} and topic_id = ${filter.topic}::uuid and from_stage = ${from} and to_stage = ${to}
      ${since} ${until}
    order by activity_id desc limit ${MOVES_LOOKED_AT}`.execute(tx)
  return rows.map(({ at, ...move }) => ({ ...move, atMs: at.getTime() }))
}

/** Of a segment, that the person of a move is in it. */
function memberCondition({ segment, topic }: BeforeFilter) {
  if (segment === undefined) return sql`true`
  return sql`person_id in (select member.person_id
    from (${peopleOfSegment(segment, [topic])}) member)`
}

/** Those of the segment; language and channel are those with which somebody came into the topic, so of who has not come yet all count. */
async function amongSegment(
  tx: Transaction,
  standings: readonly Standing[],
  { segment, topic, move }: BeforeFilter,
): Promise<readonly Standing[]> {
  const isByEntry = segment?.kind === 'language' || segment?.kind === 'channel'
  const isEntering = stagesOfMove(move).from === 'none'
  if (segment === undefined || (isByEntry && isEntering)) return standings
  const { rows } = await sql<{ id: string }>`
    select distinct member.person_id as id from (${peopleOfSegment(segment, [topic])}) member
    where member.person_id = any(${standings.map(({ personId }) => personId)}::uuid[])`.execute(tx)
  const members = new Set(rows.map(({ id }) => id))
  return standings.filter(({ personId }) => members.has(personId))
}

/** Examples with the names of their people. */
async function withNames(tx: Transaction, rows: readonly UnnamedRow[]): Promise<BeforeRow[]> {
  const ids = [...new Set(rows.flatMap(({ examples }) => examples.map((one) => one.personId)))]
  const { rows: people } = await sql<{ id: string; name: string }>`
    select wanted.id, root.display_name as name from unnest(${ids}::uuid[]) as wanted (id)
    join person p on p.id = wanted.id
    join person root on root.id = coalesce(p.merged_into, p.id)`.execute(tx)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ examples, ...row }) => ({
    ...row,
    examples: examples.map((one) => ({ ...one, name: names.get(one.personId) ?? '' })),
  }))
}

interface UnnamedRow extends Omit<BeforeRow, 'examples'> {
  examples: Omit<BeforeRow['examples'][number], 'name'>[]
}

interface StandingRow {
  personId: string
  from: Date
  until: Date | null
}

/** Who stood at the stage while the moves were made: among them the others are drawn. */
async function readStandings(
  tx: Transaction,
  topic: string,
  stage: StageOrNone,
  moves: readonly MoveMade[],
): Promise<Standing[]> {
  if (moves.length === 0) return []
  const last = moves[0]?.atMs ?? 0
  const first = moves.at(-1)?.atMs ?? last
  const { rows } = await (stage === 'none'
    ? sql<StandingRow>`
        select distinct on (owner.person_id) owner.person_id as "personId",
          'epoch'::timestamptz as "from", came.at as until
        from unnest(${moves.map(({ activityId }) => activityId)}::uuid[]) as made (id)
        cross join lateral (
          select a.handle_id from activity a where a.id < made.id and a.type = 'Create'
          order by a.id desc limit ${SPEAKERS_PER_MOVE}) spoke
        cross join lateral (
          select hp.person_id from handle_person hp where hp.handle_id = spoke.handle_id offset 0) owner
        left join lateral (
          select m.at from journey_move m where m.person_id = owner.person_id
            and m.topic_id = ${topic}::uuid order by m.activity_id limit 1) came on true`
    : sql<StandingRow>`
        select person_id as "personId", at as "from", until from (
          select person_id, activity_id, at, to_stage,
            lead(at) over (partition by person_id order by activity_id) as until
          from journey_move where topic_id = ${topic}::uuid and from_stage <> to_stage) line
        where to_stage = ${stage} and at < ${new Date(last)}
          and (until is null or until > ${new Date(first)})
        order by activity_id desc limit ${STANDINGS_MAX}`
  ).execute(tx)
  return rows.map(({ personId, from, until }) => ({
    ...{ personId, fromMs: from.getTime() },
    untilMs: until?.getTime() ?? Number.POSITIVE_INFINITY,
  }))
}

async function readChannels(
  tx: Transaction,
  reached: readonly Reached[],
): Promise<Map<string, string>> {
  const ids = [...new Set(reached.map(({ channelId }) => channelId))]
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from channel where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Every kind of touch over all channels, and by channel where it came through several. */
function rowsOf(
  moments: readonly Moment[],
  reached: readonly Reached[],
  channels: ReadonlyMap<string, string>,
): UnnamedRow[] {
  return REACHED_BY.flatMap((by) => {
    const own = reached.filter((one) => one.by === by)
    const used = [...channels].filter(([id]) => own.some(({ channelId }) => channelId === id))
    const all = rowOf(by, null, moments, own)
    if (used.length < 2) return [all]
    const apart = used.map(([id, name]) =>
      rowOf(
        by,
        { id, name },
        moments,
        own.filter(({ channelId }) => channelId === id),
      ),
    )
    return [all, ...apart.sort((a, b) => b.moversReached - a.moversReached)]
  })
}

function rowOf(
  by: ReachedBy,
  channel: BeforeRow['channel'],
  moments: readonly Moment[],
  reached: readonly Reached[],
): UnnamedRow {
  const touched = new Map(reached.map(({ row, activityId }) => [row, activityId]))
  const figure = compareReached(
    moments,
    moments.map((_, row) => touched.has(row)),
  )
  const examples = [...touched].flatMap(([row, touch]) => {
    const moment = moments[row]
    return moment?.isMover === true
      ? [{ personId: moment.personId, touch, move: moment.movedBy }]
      : []
  })
  const isEnough =
    figure.movers >= COMPARED_MIN && figure.moversReached + figure.othersReached >= REACHED_MIN
  return {
    ...{ by, channel, ...figure },
    isEnough: isEnough && figure.ratio !== null,
    examples,
  }
}

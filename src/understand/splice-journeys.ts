import { sql } from 'kysely'
import type { Batch } from '#listen/index.ts'
import { NIL_UUID, type Stage, type StageOrNone, type Stance } from '#vocabulary/index.ts'
import { isMove, journeyOf, type Move, NOWHERE, standingAfter, type Telling } from './journey.ts'
import {
  type MoveChange,
  type Pair,
  type Reached,
  unnestPairs,
  writeMoves,
  writeReached,
} from './journey-rows.ts'
import { TELLS } from './walk-journeys.ts'

/** A journey in whose middle something has changed; its row in `journey_stage` is locked. */
export interface Late extends Pair {
  /** The lowest and the highest id of the posts that changed. */
  floor: string
  ceiling: string
  /** What was told, where nothing else has changed and later posts are known; else null. */
  added: Telling[] | null
}

const TOP_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Walks the stretch of each journey again that may be another now: from the move before what changed
 * to the move behind it. Where the stretch leads to another standing than it did, the rest is walked
 * as well. Answers the moves that were gained and lost; of the rest only rounds may be shifted.
 */
export async function spliceJourneys(batch: Batch, late: Late[]): Promise<MoveChange[]> {
  if (late.length === 0) return []
  const stretches = (await findStretches(batch, late)).filter((stretch) => !isRepeated(stretch))
  const walked = await walk(batch, stretches)
  const astray = walked.filter(leadsElsewhere)
  const rest = await walk(
    batch,
    astray.map(({ stretch }) => ({ ...stretch, end: null })),
  )
  return replace(batch, [...walked.filter((one) => !leadsElsewhere(one)), ...rest])
}

/** What a journey was between two of its moves, both bounds as kept. */
interface Stretch extends Pair {
  late: Late
  before: Move | null
  end: Move | null
  /** Whether moves stand between the posts that changed. */
  isCrossed: boolean
}

interface MoveRow {
  n: number
  activity_id: string
  from_stage: StageOrNone
  to_stage: Stage
  stance: Stance
  round: number
  at: Date
}

function toMove({ activity_id, from_stage, to_stage, stance, round, at }: MoveRow): Move {
  return { activityId: activity_id, from: from_stage, to: to_stage, stance, round, at }
}

async function findStretches(batch: Batch, late: Late[]): Promise<Stretch[]> {
  const floors = late.map(({ floor }) => floor)
  const ceilings = late.map(({ ceiling }) => ceiling)
  const own = sql`m.workspace_id = ${batch.workspaceId} and m.person_id = k.person_id
    and m.topic_id = k.topic_id`
  const { rows } = await sql<MoveRow & { side: 'before' | 'end'; nextId: string | null }>`
    select k.n, side.*, (select m.activity_id from journey_move m where ${own} and m.activity_id >= b.floor
      order by m.activity_id limit 1) as "nextId"
    from ${unnestPairs(late)}
    join unnest(${floors}::uuid[], ${ceilings}::uuid[]) with ordinality as b (floor, ceiling, n) on b.n = k.n
    cross join lateral (
      (select 'before' as side, m.* from journey_move m where ${own} and m.activity_id < b.floor
        order by m.activity_id desc limit 1)
      union all
      (select 'end', m.* from journey_move m where ${own} and m.activity_id > b.ceiling
        order by m.activity_id limit 1)
    ) side`.execute(batch.tx)
  const stretches = late.map(
    (one): Stretch => ({ ...one, late: one, before: null, end: null, isCrossed: false }),
  )
  for (const row of rows) {
    const stretch = stretches[row.n - 1] as Stretch
    stretch[row.side] = toMove(row)
    stretch.isCrossed = row.nextId !== null && row.nextId <= stretch.late.ceiling
  }
  return stretches
}

/** Late posts that only repeat where their author stood then change nothing. */
function isRepeated({ late, before, isCrossed }: Stretch): boolean {
  if (late.added === null || before === null || isCrossed) return false
  const standing = standingAfter(before)
  return late.added.every((telling) => !isMove(standing, telling))
}

interface Walked {
  stretch: Stretch
  tellings: Telling[]
  was: Move[]
  is: Move[]
}

async function walk(batch: Batch, stretches: Stretch[]): Promise<Walked[]> {
  if (stretches.length === 0) return []
  const was = await readMoves(batch, stretches)
  const tellings = await readTellings(batch, stretches)
  return stretches.map((stretch, i) => {
    const { before } = stretch
    const from = before === null ? NOWHERE : standingAfter(before)
    const told = tellings[i] as Telling[]
    return { stretch, tellings: told, was: was[i] as Move[], is: journeyOf(told, from) }
  })
}

/** The stretches as a row set `k (person_id, topic_id, n)` beside `b (low, high, n)`: above low, up to high. */
function bounds(stretches: Stretch[]) {
  const low = stretches.map(({ before }) => before?.activityId ?? NIL_UUID)
  const high = stretches.map(({ end }) => end?.activityId ?? TOP_UUID)
  return sql`${unnestPairs(stretches)}
    join unnest(${low}::uuid[], ${high}::uuid[]) with ordinality as b (low, high, n) on b.n = k.n`
}

async function readMoves(batch: Batch, stretches: Stretch[]): Promise<Move[][]> {
  const { rows } = await sql<MoveRow>`
    select k.n, m.* from ${bounds(stretches)}
    cross join lateral (
      select * from journey_move m where m.workspace_id = ${batch.workspaceId}
        and m.person_id = k.person_id and m.topic_id = k.topic_id
        and m.activity_id > b.low and m.activity_id <= b.high offset 0
    ) m order by k.n, m.activity_id`.execute(batch.tx)
  const moves: Move[][] = stretches.map(() => [])
  for (const row of rows) moves[row.n - 1]?.push(toMove(row))
  return moves
}

interface TellingRow {
  n: number
  activityId: string
  stage: Stage
  stance: Stance
  at: Date
}

async function readTellings(batch: Batch, stretches: Stretch[]): Promise<Telling[][]> {
  const { rows } = await sql<TellingRow>`
    select k.n, a.id as "activityId", t.stage, t.stance, a.published_at as at
    from ${bounds(stretches)}
    cross join lateral (
      select k.person_id as id
      union all select m.id from person m where m.workspace_id = ${batch.workspaceId}
        and m.merged_into = k.person_id) original
    cross join lateral (
      select o.handle_id from handle_ownership o where o.workspace_id = ${batch.workspaceId}
        and o.person_id = original.id and o.until is null offset 0) o
    cross join lateral (
      select a.id, a.published_at from activity a where a.workspace_id = ${batch.workspaceId}
        and a.handle_id = o.handle_id and a.id > b.low and a.id <= b.high offset 0) a
    cross join lateral (
      select t.stage, t.stance from reading_topic t where t.workspace_id = ${batch.workspaceId}
        and t.topic_id = k.topic_id and t.activity_id = a.id and ${TELLS} offset 0) t
    order by k.n, a.id`.execute(batch.tx)
  const tellings: Telling[][] = stretches.map(() => [])
  for (const { n, ...telling } of rows) tellings[n - 1]?.push(telling)
  return tellings
}

/** Whether what follows the stretch may be other moves now. */
function leadsElsewhere({ stretch: { before, end }, is }: Walked): boolean {
  if (end === null) return false
  // The end is told by a post of the stretch, so where nothing moves the stretch only repeats.
  const last = is.at(-1) ?? before
  return last?.to !== end.to || last.stance !== end.stance
}

async function replace(batch: Batch, walked: Walked[]): Promise<MoveChange[]> {
  const changes = walked.flatMap(differences)
  const gained = changes.filter(({ sign }) => sign > 0)
  await dropMoves(
    batch,
    changes.filter(({ sign }) => sign < 0),
  )
  await shiftRounds(batch, walked)
  await setEnds(batch, walked)
  await writeMoves(batch, gained)
  return changes
}

function differences({ stretch: { personId, topicId }, was, is }: Walked): MoveChange[] {
  const pair = { personId, topicId }
  const [before, now] = [new Set(was.map(nameOf)), new Set(is.map(nameOf))]
  const lost = was.filter((move) => !now.has(nameOf(move)))
  const gained = is.filter((move) => !before.has(nameOf(move)))
  return [
    ...lost.map((move): MoveChange => ({ ...pair, sign: -1, move })),
    ...gained.map((move): MoveChange => ({ ...pair, sign: 1, move })),
  ]
}

function nameOf({ activityId, from, to, stance, round }: Move): string {
  return [activityId, from, to, stance, round].join(' ')
}

async function dropMoves(batch: Batch, lost: MoveChange[]): Promise<void> {
  if (lost.length === 0) return
  await sql`
    delete from journey_move m using (
      select k.person_id, k.topic_id, a.id from ${unnestPairs(lost)}
      join unnest(${lost.map(({ move }) => move.activityId)}::uuid[]) with ordinality as a (id, n) on a.n = k.n
    ) k where m.workspace_id = ${batch.workspaceId} and m.person_id = k.person_id
      and m.topic_id = k.topic_id and m.activity_id = k.id`.execute(batch.tx)
}

/** Behind a stretch that closes the circle more often or less than it did, all rounds change. */
async function shiftRounds(batch: Batch, walked: Walked[]): Promise<void> {
  const shifted = walked.flatMap(({ stretch: { end, ...stretch }, is }) => {
    if (end === null) return []
    const rounds = (is.at(-1) ?? stretch.before ?? NOWHERE).round - end.round
    return rounds === 0 ? [] : [{ ...stretch, rounds, end }]
  })
  if (shifted.length === 0) return
  const of = sql`(
    select k.person_id, k.topic_id, s.id, s.rounds from ${unnestPairs(shifted)}
    join unnest(${shifted.map(({ end }) => end.activityId)}::uuid[],
      ${shifted.map(({ rounds }) => rounds)}::integer[]) with ordinality as s (id, rounds, n) on s.n = k.n
  ) k`
  await sql`update journey_move m set round = m.round + k.rounds from ${of}
    where m.workspace_id = ${batch.workspaceId} and m.person_id = k.person_id
      and m.topic_id = k.topic_id and m.activity_id > k.id`.execute(batch.tx)
  await sql`update journey_stage j set round = j.round + k.rounds from ${of}
    where j.workspace_id = ${batch.workspaceId} and j.person_id = k.person_id
      and j.topic_id = k.topic_id`.execute(batch.tx)
}

/** Where the last stretch was walked, journeys end elsewhere, or are no more. */
async function setEnds(batch: Batch, walked: Walked[]): Promise<void> {
  const ends = walked.filter(({ stretch }) => stretch.end === null)
  const reached = ends.map(endOf)
  await writeReached(
    batch,
    reached.filter((one) => one !== null),
  )
  const gone = ends.filter((_, i) => reached[i] === null).map(({ stretch }) => stretch)
  if (gone.length === 0) return
  await sql`
    delete from journey_stage j using ${unnestPairs(gone)}
    where j.workspace_id = ${batch.workspaceId} and j.person_id = k.person_id
      and j.topic_id = k.topic_id`.execute(batch.tx)
}

/** Null when no post tells anything. */
function endOf({ stretch: { personId, topicId, before }, tellings, is }: Walked): Reached | null {
  const last = is.at(-1) ?? before
  if (last === null || last === undefined) return null
  const { activityId, to: stage, stance } = last
  const latest = tellings.at(-1) ?? { activityId, stage, stance }
  return { personId, topicId, latest, standing: standingAfter(last) }
}

import { sql } from 'kysely'
import type { Stage, StageOrNone, Stance, Topic } from '#vocabulary/index.ts'
import { NIL_UUID } from '#vocabulary/index.ts'
import type { DatedStep } from '../touches/levels.ts'
import type { Accounts, Run } from '../touches/people-of-handles.ts'
import { outcomeFinder } from '../touches/read-outcomes.ts'

/** Something that people did of which we ask who caused it: a move or a business outcome. */
export interface Happening {
  activityId: string
  handleId: string
  /** A root, as a number; -1 of an outcome of nobody. */
  person: number
  type: string
  atMs: number
  topicIds: readonly string[]
  valueMinor: number | null
  currency: string | null
  /** The moves that it is, one a topic; none where what it is worth is no matter of stages. */
  moves: readonly StageMove[]
}

/** Somebody who stood at one stage of a topic, or nowhere, stands at another. */
export interface StageMove {
  topicId: string
  from: StageOrNone
  to: Stage
}

/** All happenings of the workspace, with what they say of levels. */
export interface Happenings {
  all: Happening[]
  steps: DatedStep[]
}

export interface MoveRow {
  personId: string
  rootId: string
  topicId: string
  activityId: string
  handleId: string
  from: StageOrNone
  to: Stage
  stance: Stance
  at: Date
  /** Shown in an answer to somebody else. */
  isAnswer: boolean
}

const AT_ONCE = 10_000

/** Reads moves and business outcomes; moves of an account without a person are left out. */
export async function readHappenings(
  run: Run,
  accounts: Accounts,
  topics: readonly Topic[],
): Promise<Happenings> {
  const kinds = new Map(topics.map(({ id, kind }) => [id, kind]))
  const moves = (await readMoves(run)).filter(({ topicId }) => kinds.has(topicId))
  const outcomes = await readOutcomes(run, accounts, topics)
  const steps: DatedStep[] = moves.map(({ rootId, topicId, to, stance, at }) => ({
    ...{ personId: rootId, topicId, did: to, stance, atMs: at.getTime() },
  }))
  for (const { type, person, topicIds, atMs } of outcomes) {
    if (person < 0) continue
    if (type !== 'purchase' && type !== 'renewal' && type !== 'referral') continue
    const personId = accounts.people.idOf(person)
    for (const topicId of topicIds) {
      steps.push({ personId, topicId, did: type, stance: 'none', atMs })
    }
  }
  steps.sort((a, b) => a.atMs - b.atMs)
  return { all: [...happeningsOfMoves(moves, accounts, kinds), ...outcomes], steps }
}

async function readMoves(run: Run): Promise<MoveRow[]> {
  const moves: MoveRow[] = []
  let after = { personId: NIL_UUID, topicId: NIL_UUID, activityId: NIL_UUID }
  for (;;) {
    const { personId, topicId, activityId } = after
    const rows = await run(async (tx) => {
      const { rows } = await sql<MoveRow>`
        select m.person_id as "personId", r.root_id as "rootId", m.topic_id as "topicId",
          m.activity_id as "activityId", a.handle_id as "handleId", m.from_stage as "from",
          m.to_stage as "to", m.stance, m.at,
          a.parent_hash is not null and asked.person_id is distinct from r.root_id as "isAnswer"
        from (select * from journey_move m
          where (m.person_id, m.topic_id, m.activity_id)
            > (${personId}::uuid, ${topicId}::uuid, ${activityId}::uuid)
          order by m.person_id, m.topic_id, m.activity_id limit ${AT_ONCE}) m
        join activity a on a.workspace_id = m.workspace_id and a.id = m.activity_id
          and a.deleted_at is null
        join person_root r on r.workspace_id = m.workspace_id and r.person_id = m.person_id
        left join lateral (
          select s.activity_id from activity_source s where s.workspace_id = a.workspace_id
            and s.platform = a.platform and s.external_key_hash = a.parent_hash limit 1) s on true
        left join lateral (
          select hp.person_id from activity p join handle_person hp
            on hp.workspace_id = p.workspace_id and hp.handle_id = p.handle_id
          where p.workspace_id = a.workspace_id and p.id = s.activity_id limit 1) asked on true
        order by m.person_id, m.topic_id, m.activity_id`.execute(tx)
      return rows
    })
    for (const row of rows) moves.push(row)
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) break
    after = last
  }
  return moves.sort(
    (a, b) => a.at.getTime() - b.at.getTime() || compare(a.activityId, b.activityId),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Moves that speak for a change to what is compared or chosen. */
const TOWARDS: ReadonlySet<Stage> = new Set<Stage>(['evaluation', 'recommendation', 'satisfaction'])

/**
 * A move is an outcome of its stage, against: a rejection. The first move of somebody who had stood on
 * one of our topics to evaluation or further of a competitor's is `to-competitor` instead, and counts
 * for the competitor's topic and for ours. What is shown in an answer is none: the question occasioned
 * the words, and when the move was made nobody knows.
 */
export function happeningsOfMoves(
  moves: readonly MoveRow[],
  accounts: Accounts,
  kinds: ReadonlyMap<string, Topic['kind']>,
): Happening[] {
  const stoodOn = new Map<string, Set<string>>()
  const movesOf = new Map<string, StageMove[]>()
  const went = new Set<string>()
  return moves.flatMap((move) => {
    const { rootId, topicId, from, to, stance, at, activityId, handleId } = move
    const kind = kinds.get(topicId)
    const own = stoodOn.get(rootId) ?? new Set<string>()
    stoodOn.set(rootId, own)
    if (kind === 'own') own.add(topicId)
    const journey = `${rootId} ${topicId}`
    const goesOver = kind === 'competitor' && stance !== 'against' && TOWARDS.has(to)
    const isLost = goesOver && own.size > 0 && !went.has(journey)
    if (goesOver) went.add(journey)
    const person = accounts.people.find(rootId)
    if (person < 0 || move.isAnswer) return []
    const stage = stance === 'against' ? 'stage:rejection' : `stage:${to}`
    const type = isLost ? 'to-competitor' : stage
    const together = movesOf.get(`${activityId} ${type}`) ?? []
    movesOf.set(`${activityId} ${type}`, together)
    // The chain of stages knows no turns for or against, and none of a competitor's is ours.
    if (type === `stage:${to}`) together.push({ topicId, from, to })
    return [
      {
        ...{ activityId, handleId, person, atMs: at.getTime(), valueMinor: null, currency: null },
        ...{ type, topicIds: isLost ? [topicId, ...own] : [topicId], moves: together },
      },
    ]
  })
}

async function readOutcomes(
  run: Run,
  accounts: Accounts,
  topics: readonly Topic[],
): Promise<Happening[]> {
  const find = outcomeFinder(topics)
  const found: Happening[] = []
  for (let after = NIL_UUID; ; ) {
    const from = after
    const rows = await run((tx) => find(tx, sql`a.id > ${from}::uuid`, AT_ONCE))
    for (const { at, handleId, ...row } of rows) {
      const person = accounts.personOf(accounts.handles.find(handleId))
      found.push({ ...row, handleId, person, atMs: at.getTime(), moves: [] })
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) return found
    after = last.activityId
  }
}

/** Of each person: when they were first seen doing anything, and whether anything but an outcome. */
export interface FirstSeen {
  /** In seconds; Infinity where never. */
  at: Float64Array
  /** 1: known from more than what the books say. */
  isKnown: Uint8Array
}

export async function readFirstSeen(run: Run, accounts: Accounts): Promise<FirstSeen> {
  const at = new Float64Array(accounts.people.count).fill(Number.POSITIVE_INFINITY)
  const isKnown = new Uint8Array(accounts.people.count)
  for (let from = 0; from < accounts.handles.count; from += AT_ONCE) {
    const until = Math.min(accounts.handles.count, from + AT_ONCE)
    const ids = Array.from({ length: until - from }, (_, i) => accounts.handles.idOf(from + i))
    const rows = await run(async (tx) => {
      const { rows } = await sql<{ handleId: string; at: Date; known: boolean }>`
        select own.id as "handleId", first.published_at as at, known.id is not null as known
        from unnest(${ids}::uuid[]) as own (id)
        cross join lateral (select a.published_at from activity a where a.handle_id = own.id
          and a.deleted_at is null order by a.id limit 1) first
        left join lateral (select a.id from activity a where a.handle_id = own.id
          and a.deleted_at is null and a.type <> 'Outcome' order by a.id limit 1) known on true
      `.execute(tx)
      return rows
    })
    for (const row of rows) {
      const person = accounts.personOf(accounts.handles.find(row.handleId))
      if (person < 0) continue
      at[person] = Math.min(at[person] as number, row.at.getTime() / 1000)
      if (row.known) isKnown[person] = 1
    }
  }
  return { at, isKnown }
}

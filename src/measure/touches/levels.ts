import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { ORIGINALS } from '#understand/index.ts'
import type { ActorLevel, OutcomeType, Stage, Stance } from '#vocabulary/index.ts'

/** Something that changes what a person has done about a topic: a move, or an outcome about it. */
export interface LevelStep {
  atMs: number
  did: Stage | Extract<OutcomeType, 'purchase' | 'renewal' | 'referral'>
  /** Of a move. */
  stance: Stance
}

/** What somebody has done about a topic by an instant, from their steps in the order of time. */
export function levelAt(steps: readonly LevelStep[] | undefined, atMs: number): ActorLevel {
  let level: ActorLevel = 'unknown'
  let hasBought = false
  for (const step of steps ?? []) {
    if (step.atMs > atMs) break
    hasBought ||= step.did !== 'discovery' && step.did !== 'evaluation' && isPurchase(step)
    level = levelAfter(step, hasBought, level)
  }
  return level
}

/** Whoever is past buying has bought; whoever only recommends may have not. */
function isPurchase({ did }: LevelStep): boolean {
  return did === 'purchase' || did === 'renewal' || did === 'satisfaction'
}

function levelAfter(
  { did, stance }: LevelStep,
  hasBought: boolean,
  before: ActorLevel,
): ActorLevel {
  if (stance === 'against') return 'advises-against'
  if (did === 'recommendation' || did === 'referral') return 'recommends'
  // Buying again makes nobody silent who recommends it.
  if (did === 'purchase' || did === 'renewal') return before === 'recommends' ? before : 'bought'
  return hasBought ? 'bought' : 'knows'
}

/** Which of two levels tells more: of a post about several topics the stronger counts. */
const BY_WEIGHT: readonly ActorLevel[] = [
  'unknown',
  'knows',
  'bought',
  'advises-against',
  'recommends',
]

export function strongerLevel(one: ActorLevel, other: ActorLevel): ActorLevel {
  return BY_WEIGHT.indexOf(one) >= BY_WEIGHT.indexOf(other) ? one : other
}

/** A move as a step, of a root. */
export interface DatedStep extends LevelStep {
  personId: string
  topicId: string
}

/** The moves of people (roots, or all of the workspace) as steps, in the order of time. */
export async function readMoveSteps(
  tx: Transaction,
  people: readonly string[] | undefined,
): Promise<DatedStep[]> {
  const moved = people === undefined ? ALL_MOVES : movesOf(people)
  const { rows } = await sql<Omit<DatedStep, 'atMs'> & { at: Date }>`
    select m.root_id as "personId", m.topic_id as "topicId", m.to_stage as did, m.stance, m.at
    from (${moved}) m order by m.at, m.activity_id`.execute(tx)
  return rows.map(({ at, ...row }) => ({ ...row, atMs: at.getTime() }))
}

const ALL_MOVES = sql`
  select m.*, r.root_id from journey_move m
  join person_root r on r.workspace_id = m.workspace_id and r.person_id = m.person_id`

const movesOf = (people: readonly string[]) => sql`
  select m.*, wanted.id as root_id
  from unnest(${[...new Set(people)]}::uuid[]) as wanted (id) ${ORIGINALS}
  cross join lateral (
    select * from journey_move m where m.person_id = original.original_id offset 0) m`

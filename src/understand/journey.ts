import { hasSides, type Stage, type StageOrNone, type Stance } from '#vocabulary/index.ts'

/** A post that tells where its author stands for a topic. */
export interface Telling {
  activityId: string
  stage: Stage
  stance: Stance
  at: Date
}

/** Where a person stands after a move: its stage, what it said for or against, and the round. */
export interface Standing {
  stage: StageOrNone
  stance: Stance
  round: number
}

/** A change of where a person stands, and the post that shows it. */
export interface Move {
  activityId: string
  from: StageOrNone
  to: Stage
  stance: Stance
  /** 1 for the first time round the cycle. */
  round: number
  at: Date
}

/** Before the first telling post. */
export const NOWHERE: Standing = { stage: 'none', stance: 'none', round: 1 }

/**
 * The moves that telling posts of one person about one topic show, oldest first. A post moves its
 * author when it shows another stage, whichever way round the cycle; from satisfaction to discovery
 * the next round begins. After buying, and in what is recommended, a post for or against is a move as
 * well when the latest move was not: satisfaction may turn into its opposite. What repeats the
 * standing is no move. `from` is where the tellings before these have led. The same in SQL stands in
 * walk-journeys.ts; see docs/decisions/0020.
 */
export function journeyOf(tellings: Iterable<Telling>, from: Standing = NOWHERE): Move[] {
  const moves: Move[] = []
  let standing = from
  for (const telling of tellings) {
    if (!isMove(standing, telling)) continue
    const move = moveTo(telling, standing)
    moves.push(move)
    standing = standingAfter(move)
  }
  return moves
}

/** Whether the post changes where its author stands. */
export function isMove(standing: Standing, { stage, stance }: Pick<Telling, 'stage' | 'stance'>) {
  if (stage !== standing.stage) return true
  const isDecided = stance === 'for' || stance === 'against'
  return hasSides(stage) && isDecided && stance !== standing.stance
}

function moveTo({ activityId, stage, stance, at }: Telling, standing: Standing): Move {
  const isNextRound = standing.stage === 'satisfaction' && stage === 'discovery'
  const round = standing.round + (isNextRound ? 1 : 0)
  return { activityId, from: standing.stage, to: stage, stance, round, at }
}

export function standingAfter({ to, stance, round }: Pick<Move, 'to' | 'stance' | 'round'>) {
  return { stage: to, stance, round } satisfies Standing
}

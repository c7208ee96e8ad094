import { ACTOR_LEVELS, type ActorLevel, TOUCH_KINDS, type TouchKind } from '#vocabulary/index.ts'
import { creditOutcome } from '../influence/credit.ts'
import type { InfluenceMeasured } from '../influence/measure-influence.ts'
import type { Ground, ScopeInput } from './scope-input.ts'
import { type StageWorths, type Worth, worthOfMoves } from './stage-worth.ts'

/** The parts of one outcome, as its tables hold them. */
export interface WrittenCredit {
  outcomeId: string
  type: string
  handleId: string
  at: Date
  valueMinor: number | null
  currency: string | null
  /** Of a move, by how much the stage after is worth more than the one before. */
  worth: Worth | null
  background: number
  shares: WrittenShare[]
}

export interface WrittenShare {
  activityId: string
  evidenceId: string
  kind: TouchKind
  actorHandleId: string
  channelId: string
  level: ActorLevel
  reachedAt: Date
  share: number
}

/** Shares from a thousandth on are kept, and the largest of an outcome in any case. */
const SHARE_MIN = 1e-3
const KEPT_MIN = 64

/** The parts of all outcomes of a scope (one topic, or null) at the fitted parameters. */
export function outcomeCredits(
  ground: Ground,
  scope: ScopeInput,
  measured: InfluenceMeasured,
  { topicId, worths }: { topicId: string | null; worths: StageWorths },
): WrittenCredit[] {
  const { study, touches } = measured
  const { sets } = study
  const start = startsOf(touches.event, sets.t.length)
  return Array.from(sets.t, (t, e): WrittenCredit => {
    const rows = touches.touch.subarray(start[e], start[e + 1])
    const seen = Array.from(rows, (row) => {
      const { t, actor, channel } = measured.timeline.touches
      return { t: t[row] as number, actor: actor[row] as number, channel: channel[row] as number }
    })
    const { parts, background } = creditOutcome(
      measured.parameters,
      sets.type[e] as number,
      t,
      seen,
    )
    const happening = scope.happenings[sets.outcome[e] as number]
    if (happening === undefined) throw new RangeError('an outcome that nobody had')
    const { activityId, type, handleId, atMs, valueMinor, currency, moves } = happening
    const kept = keepShares(parts)
    return {
      ...{ outcomeId: activityId, type, handleId, at: new Date(atMs), valueMinor, currency },
      worth: worthOfMoves(worths, moves, topicId),
      background: 1 - kept.reduce((sum, { share }) => sum + share, 0),
      shares: kept.map(({ index, share }) =>
        shareOf(ground, scope, measured, rows[index] as number, share),
      ),
    }

    // What nothing reached is background to the last bit.
    function keepShares(all: Float64Array) {
      return background === 1 ? [] : keptShares(all)
    }
  })
}

function startsOf(event: Int32Array, events: number): Int32Array {
  const start = new Int32Array(events + 1)
  for (const e of event) start[e + 1] = (start[e + 1] as number) + 1
  for (let e = 0; e < events; e++) start[e + 1] = (start[e + 1] as number) + (start[e] as number)
  return start
}

/**
 * The shares that are written: those below a thousandth are dealt to the others in proportion, so that
 * the background stays what it was and all together stay one. In the order of the touches.
 */
export function keptShares(parts: Float64Array): { index: number; share: number }[] {
  const credited = parts.reduce((sum, part) => sum + part, 0)
  const ranked = Array.from(parts, (share, index) => ({ index, share }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || a.index - b.index)
    .filter(({ share }, rank) => share >= SHARE_MIN || rank < KEPT_MIN)
  const kept = ranked.reduce((sum, { share }) => sum + share, 0)
  return ranked
    .map(({ index, share }) => ({ index, share: (share * credited) / kept }))
    .sort((a, b) => a.index - b.index)
}

function shareOf(
  { touches }: Ground,
  scope: ScopeInput,
  { timeline }: InfluenceMeasured,
  timelineRow: number,
  share: number,
): WrittenShare {
  const inputRow = timeline.row[timelineRow] as number
  const row = scope.row[inputRow] as number
  return {
    activityId: touches.activities.idOf(touches.activity[row] as number),
    evidenceId: touches.activities.idOf(touches.evidence[row] as number),
    kind: TOUCH_KINDS[touches.kind[row] as number] ?? 'follow',
    actorHandleId: touches.accounts.handles.idOf(touches.actorHandle[row] as number),
    channelId: touches.channels.idOf(touches.channel[row] as number),
    level: ACTOR_LEVELS[scope.input.touches.level[inputRow] as number] ?? 'unknown',
    reachedAt: new Date(touches.atMs[row] as number),
    share,
  }
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { InfluenceOutcome } from '#vocabulary/index.ts'
import { analyseArms } from './analyse-arms.ts'
import { LEVEL } from './interval.ts'
import { type CalibratedChannel, type ChannelFinding, calibrateChannels } from './pool-effects.ts'
import type { ChannelArms } from './tally-arms.ts'

/** What an experiment found of one channel, as it is kept. */
export interface KeptFinding extends ChannelFinding {
  /** People in both arms whose time is over. */
  people: number
}

/** What arms say of each channel that has a rho. */
export function findingsOf(arms: readonly ChannelArms[]): KeptFinding[] {
  return arms.flatMap(({ channelId, engage, holdOut }) => {
    const { rho } = analyseArms({ engage, holdOut }, LEVEL)
    if (channelId === null || rho === null) return []
    const people = engage.people + holdOut.people
    return [{ channelId, value: rho.value, variance: rho.variance, people }]
  })
}

/** What was found longer ago says little of today. */
const EXPERIMENTS_MAX = 20

/** Experiments that speak of the same outcome of the same topic (null: whatever it is about). */
export interface SameAsked {
  outcome: InfluenceOutcome
  topicId: string | null
}

interface KeptExperiment {
  id: string
  startedAt: Date
  /** When the last of its outcomes counted; null while it runs. */
  until: Date | null
  findings: KeptFinding[]
}

/** What experiments of the same outcome and topic found, the newest first, as it was last reckoned. */
export async function readFindings(
  tx: Transaction,
  { outcome, topicId }: SameAsked,
): Promise<KeptExperiment[]> {
  const { rows } = await sql<KeptExperiment>`
    select id, started_at as "startedAt", findings,
      ended_at + make_interval(days => horizon_days) as until
    from experiment where started_at is not null and state in ('running', 'ended')
      and outcome = ${outcome} and topic_id is not distinct from ${topicId}::uuid
    order by id desc limit ${sql.lit(EXPERIMENTS_MAX)}`.execute(tx)
  return rows
}

/** How much of what is observed holds in a channel, and whom and when that was found of. */
export interface ChannelCalibration extends CalibratedChannel {
  people: number
  from: Date
  /** Null: an experiment of it still runs. */
  to: Date | null
}

/** A span of time; null is open. */
export interface Period {
  from: Date | null
  to: Date | null
}

/**
 * How much of what is observed of our own engagement holds, of each channel that has an experiment
 * behind it, with an interval of nine in ten: by experiments about the same outcome and topic alone that
 * ran at some time of the period. A channel that is missing here has none: its figures are *estimated*,
 * never *caused*.
 */
export async function calibrationOf(
  tx: Transaction,
  asked: SameAsked,
  period: Period,
): Promise<Map<string, ChannelCalibration>> {
  const speaking = (await readFindings(tx, asked)).filter((one) => isWithin(one, period))
  const all = speaking.flatMap(({ findings }) => findings)
  const channels = calibrateChannels(all, LEVEL)
  return new Map(
    [...channels].map(([channelId, calibrated]) => {
      const own = speaking.filter(({ findings }) =>
        findings.some((finding) => finding.channelId === channelId),
      )
      const people = all
        .filter((finding) => finding.channelId === channelId)
        .reduce((sum, finding) => sum + finding.people, 0)
      return [channelId, { ...calibrated, people, ...spanOf(own) }]
    }),
  )
}

function isWithin({ startedAt, until }: KeptExperiment, { from, to }: Period): boolean {
  const beganBefore = to === null || startedAt <= to
  return beganBefore && (from === null || until === null || until >= from)
}

function spanOf(experiments: readonly KeptExperiment[]): { from: Date; to: Date | null } {
  const from = Math.min(...experiments.map(({ startedAt }) => startedAt.getTime()))
  const ends = experiments.map(({ until }) => until?.getTime() ?? Number.POSITIVE_INFINITY)
  const to = Math.max(...ends)
  return { from: new Date(from), to: Number.isFinite(to) ? new Date(to) : null }
}

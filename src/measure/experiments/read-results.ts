import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { InfluenceOutcome } from '#vocabulary/index.ts'
import { type AnalysedArms, type ArmCounts, analyseArms } from './analyse-arms.ts'
import { type Counted, countArms } from './count-arms.ts'
import { LEVEL } from './interval.ts'
import { type CalibratedChannel, type ChannelFinding, calibrateChannels } from './pool-effects.ts'
import { noExperiment } from './read-experiments.ts'
import type { ChannelArms } from './tally-arms.ts'

/** What one channel shows, or all together. */
export interface ChannelResult extends Omit<AnalysedArms, 'rho'> {
  /** Null: all channels, everybody once. */
  channel: { id: string; name: string } | null
  engage: ArmCounts
  holdOut: ArmCounts
  waiting: number
  /** How much of the observed lift holds, by this experiment and channel alone. */
  rho: { value: number; low: number; high: number } | null
  /** The same, drawn towards all experiments of the workspace that count the same. */
  pooledRho: CalibratedChannel | null
}

export interface ExperimentResults {
  level: number
  outcome: InfluenceOutcome
  horizonDays: number
  all: ChannelResult | null
  /** By the name of the channel. */
  channels: ChannelResult[]
  /** People given both arms before they were merged; they stay in the first. */
  bothArms: number
}

/** What an experiment shows so far, by intention to treat. Throws `not-found`. */
export async function readResults(
  tx: Transaction,
  id: string,
  now: Date,
): Promise<ExperimentResults> {
  const experiment = await tx
    .selectFrom('experiment')
    .select(['id', 'outcome', 'topic_id as topicId', 'horizon_days as horizonDays'])
    .select('started_at as startedAt')
    .where('id', '=', id)
    .executeTakeFirst()
  if (experiment === undefined) throw noExperiment()
  const { outcome, horizonDays, startedAt } = experiment
  const empty = { level: LEVEL, outcome, horizonDays, all: null, channels: [], bothArms: 0 }
  if (startedAt === null) return empty
  const counted = { ...experiment, startedAt }
  const { arms, bothArms } = await countArms(tx, counted, now)
  const pooled = await poolAll(tx, { now, outcome, topicId: experiment.topicId })
  const names = await namesOf(tx, arms)
  const results = arms.map((one) => resultOf(one, names, pooled))
  return {
    ...empty,
    all: results.find(({ channel }) => channel === null) ?? null,
    channels: results
      .filter(({ channel }) => channel !== null)
      .toSorted((a, b) => (a.channel?.name ?? '').localeCompare(b.channel?.name ?? '')),
    bothArms,
  }
}

function resultOf(
  { channelId, engage, holdOut, waiting }: ChannelArms,
  names: ReadonlyMap<string, string>,
  pooled: ReadonlyMap<string, CalibratedChannel>,
): ChannelResult {
  const { rho, ...analysed } = analyseArms({ engage, holdOut }, LEVEL)
  return {
    ...{ ...analysed, engage, holdOut, waiting },
    channel: channelId === null ? null : { id: channelId, name: names.get(channelId) ?? '' },
    rho: rho && { value: rho.value, low: rho.low, high: rho.high },
    pooledRho: channelId === null ? null : (pooled.get(channelId) ?? null),
  }
}

async function namesOf(
  tx: Transaction,
  arms: readonly ChannelArms[],
): Promise<Map<string, string>> {
  const ids = arms.flatMap(({ channelId }) => channelId ?? [])
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('channel')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Experiments that speak of the same: of this outcome and topic, where these are given. */
interface Asked {
  now: Date
  outcome?: InfluenceOutcome | undefined
  /** Null: those about no topic in particular. */
  topicId?: string | null | undefined
}

async function poolAll(tx: Transaction, asked: Asked): Promise<Map<string, CalibratedChannel>> {
  const { outcome, topicId } = asked
  const { rows } = await sql<Counted>`
    select id, outcome, topic_id as "topicId", horizon_days as "horizonDays", started_at as "startedAt"
    from experiment where started_at is not null and state in ('running', 'ended')
      and (${outcome ?? null}::text is null or outcome = ${outcome ?? null})
      and (${topicId === undefined} or topic_id is not distinct from ${topicId ?? null}::uuid)
    order by id desc limit ${sql.lit(EXPERIMENTS_MAX)}`.execute(tx)
  const found: ChannelFinding[] = []
  for (const experiment of rows) {
    const tally = await countArms(tx, experiment, asked.now)
    for (const { channelId, engage, holdOut } of tally.arms) {
      const { rho } = analyseArms({ engage, holdOut }, LEVEL)
      if (channelId !== null && rho !== null) {
        found.push({ channelId, value: rho.value, variance: rho.variance })
      }
    }
  }
  return calibrateChannels(found, LEVEL)
}

/** What was found longer ago says little of today. */
const EXPERIMENTS_MAX = 20

/**
 * How much of what is observed of our own engagement holds, of each channel that has an experiment
 * behind it, with an interval of nine in ten. Experiments about the topic count, or those about none
 * in particular, and all where no topic is named. A channel that is missing here has no experiment:
 * its figures are *estimated*, never *caused*.
 */
export async function calibrationOf(
  tx: Transaction,
  { topicId }: { topicId?: string | undefined },
  now: Date,
): Promise<Map<string, CalibratedChannel>> {
  if (topicId === undefined) return poolAll(tx, { now })
  const own = await poolAll(tx, { now, topicId })
  return own.size > 0 ? own : poolAll(tx, { now, topicId: null })
}

import type { Transaction } from '#store/door.ts'
import type { InfluenceOutcome } from '#vocabulary/index.ts'
import { type AnalysedArms, type ArmCounts, analyseArms } from './analyse-arms.ts'
import { countArms } from './count-arms.ts'
import { findingsOf, readFindings, type SameAsked } from './findings.ts'
import { LEVEL } from './interval.ts'
import { type CalibratedChannel, calibrateChannels } from './pool-effects.ts'
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
  /** People held out whom we engaged of our own accord all the same, their time over or not. */
  contaminated: number
}

const NOBODY = { bothArms: 0, contaminated: 0 }

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
  const empty = { level: LEVEL, outcome, horizonDays, all: null, channels: [], ...NOBODY }
  if (startedAt === null) return empty
  const counted = { ...experiment, startedAt }
  const { arms, ...whole } = await countArms(tx, counted, now)
  const pooled = await poolWithOthers(tx, experiment, arms)
  const names = await namesOf(tx, arms)
  const results = arms.map((one) => resultOf(one, names, pooled))
  return {
    ...empty,
    all: results.find(({ channel }) => channel === null) ?? null,
    channels: results
      .filter(({ channel }) => channel !== null)
      .toSorted((a, b) => (a.channel?.name ?? '').localeCompare(b.channel?.name ?? '')),
    ...whole,
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

/**
 * How much holds of each channel by all experiments of the same: this one as it stands now, the others as
 * they were last reckoned.
 */
async function poolWithOthers(
  tx: Transaction,
  experiment: SameAsked & { id: string },
  arms: readonly ChannelArms[],
): Promise<Map<string, CalibratedChannel>> {
  const others = (await readFindings(tx, experiment)).filter(({ id }) => id !== experiment.id)
  const all = [...findingsOf(arms), ...others.flatMap(({ findings }) => findings)]
  return calibrateChannels(all, LEVEL)
}

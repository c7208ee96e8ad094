import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { InfluenceOutcome } from '#vocabulary/index.ts'
import { type Doubt, drawSums, lineSums, type SharesByLine } from '../influence/add-up.ts'
import type { Interval } from '../influence/measure-influence.ts'
import { sharesOfSums } from '../influence/share-of-credit.ts'
import { foldLines, isEnough, type Line } from './line.ts'
import { rootsOf } from './name-people.ts'
import type { Run } from './read-run.ts'
import type { Scope } from './scope.ts'
import {
  LINES_MAX,
  type OutcomesWanted,
  partsOfKeys,
  type SharePart,
  type SummedCut,
  sumByKey,
  sumOutcomes,
} from './shares-of.ts'
import { addPlacebos, placebosOfRow, scalePlacebos } from './shown-placebos.ts'
import { touchesOfLines } from './touches-of-lines.ts'

/** The lines of a cut as the measurement left them, with what came since. */
export async function linesOfRun(
  tx: Transaction,
  by: SummedCut,
  run: Run,
  wanted: OutcomesWanted,
): Promise<Line[]> {
  const measured = await measuredLines(tx, by, run, by === 'type' ? null : wanted.type)
  const lines = new Map(measured.map((line) => [line.key, line]))
  const live = await sumByKey(tx, by, { ...wanted, isLive: true })
  const fresh = live.filter(({ key }) => !lines.has(key)).map(({ key }) => key)
  const touches = await touchesOfLines(tx, by, fresh, run, { since: null, before: null })
  for (const sum of live) {
    const none = { ...emptyLine(sum.key), touches: touches.get(sum.key) ?? 0 }
    lines.set(sum.key, withLive(lines.get(sum.key) ?? none, sum, run))
  }
  const shown = [...lines.values()].filter(
    ({ key }) => by !== 'type' || wanted.type === null || key === wanted.type,
  )
  return foldLines(shown, await foldingOf(tx, by, shown))
}

function emptyLine(key: string): Line {
  const none = { credit: 0, low: 0, high: 0, placebo: 0, outcomes: 0, touches: 0, live: 0 }
  const unknown = { placebos: null, multiplierInterval: null, passedOnInterval: null }
  return {
    key,
    ...none,
    ...unknown,
    shareOfCredit: null,
    multiplier: null,
    passedOn: null,
    enough: false,
    members: [key],
  }
}

/**
 * What came since is as sure as the line was before; without a line, as all of it together. Touches stay
 * those of the measurement: parts of outcomes are none.
 */
function withLive(line: Line, sum: { credit: number; outcomes: number }, run: Run): Line {
  const whole = line.credit > 0 ? line : { ...run, credit: run.credited }
  const share = (bound: number) => (whole.credit > 0 ? bound / whole.credit : 1)
  return {
    ...line,
    credit: line.credit + sum.credit,
    low: line.low + sum.credit * share(whole.low),
    high: line.high + sum.credit * share(whole.high),
    outcomes: line.outcomes + sum.outcomes,
    live: sum.credit,
  }
}

/** The lines of a cut as the measurement wrote them, most credit first. */
export async function measuredLines(
  tx: Transaction,
  by: SummedCut,
  run: Pick<Run, 'id' | 'parameters'>,
  type: InfluenceOutcome | null,
): Promise<Line[]> {
  const rows = await tx
    .selectFrom('influence_figure')
    .select(['key', 'credit', 'low', 'high', 'placebo', 'outcomes', 'touches', 'multiplier'])
    .select(['passed_on', 'is_enough', 'handle_id', 'passed_on_low', 'passed_on_high'])
    .select(['multiplier_low', 'multiplier_high', 'placebo_low', 'placebo_high'])
    .select(['shuffled', 'shuffled_low', 'shuffled_high'])
    .select(['reversed', 'reversed_low', 'reversed_high'])
    .where('run_id', '=', run.id)
    .where('cut', '=', by)
    .where('type', '=', type ?? '')
    .orderBy('credit', 'desc')
    .orderBy('key')
    .limit(LINES_MAX)
    .execute()
  const draws = Number(run.parameters.draws ?? 0)
  return rows.map((row) => {
    const { credit, low, high, placebo, outcomes, touches, multiplier, is_enough: enough } = row
    const key = row.handle_id ?? row.key
    return {
      ...{ key, credit, low, high, placebo, outcomes, touches, multiplier, enough },
      placebos: placebosOfRow(row, draws),
      multiplierInterval: interval(row.multiplier_low, row.multiplier_high),
      passedOn: by === 'actor' ? row.passed_on : null,
      passedOnInterval: interval(row.passed_on_low, row.passed_on_high),
      ...{ shareOfCredit: null, live: 0, members: [key] },
    }
  })
}

function interval(low: number | null, high: number | null): Interval | null {
  return low === null || high === null ? null : { low, high }
}

/** What keys are one by now: accounts of a person, opinions merged into another. */
async function foldingOf(
  tx: Transaction,
  by: SummedCut,
  lines: readonly { key: string }[],
): Promise<ReadonlyMap<string, string> | null> {
  const keys = lines.map(({ key }) => key)
  if (by === 'actor') return rootsOf(tx, keys)
  if (by !== 'opinion') return null
  const { rows } = await sql<{ id: string; shown: string }>`
    select o.id, case when o.merged_into is null then o.id else o.merged_into end as shown
    from opinion o where o.id = any(${keys}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, shown }) => [id, shown]))
}

/** The lines of a cut, added up over a span; intervals are those of `withIntervals`. */
export async function linesOfSpan(
  tx: Transaction,
  by: SummedCut,
  wanted: OutcomesWanted,
): Promise<Line[]> {
  const sums = await sumByKey(tx, by, wanted)
  const lines = sums.map((sum) => ({ ...emptyLine(sum.key), ...sum }))
  return foldLines(lines, await foldingOf(tx, by, lines))
}

/**
 * Lines of a span with their intervals, placebos and whether they are enough. Channels have their shares of
 * the credit of all that are given.
 */
export async function withIntervals(
  tx: Transaction,
  by: SummedCut,
  lines: readonly Line[],
  run: Run,
  wanted: OutcomesWanted,
): Promise<Line[]> {
  const keys = lines.flatMap(({ members }) => members)
  const parts = await partsOfKeys(tx, by, keys, wanted)
  const lineOf = new Map(lines.flatMap(({ members }, i) => members.map((key) => [key, i] as const)))
  const shares = await sharesOf(tx, parts, lines.length, ({ key }) => lineOf.get(key) ?? 0)
  const drawn = drawSums(shares.columns, await doubtOf(tx, run, shares.channels))
  const sums = lineSums(drawn)
  const sharesOfCredit = by === 'channel' ? sharesOfSums(drawn) : []
  const measured = await measuredLines(tx, by, run, by === 'type' ? null : wanted.type)
  const placebosOf = new Map(measured.map(({ key, placebos }) => [key, placebos]))
  const placeboOf = new Map(measured.map(({ key, placebo }) => [key, placebo]))
  const scale = await outcomesAgainst(tx, run, wanted)
  const touches = await touchesOfLines(tx, by, keys, run, wanted)
  const sum = (of: ReadonlyMap<string, number>, { members }: Line) =>
    members.reduce((all, key) => all + (of.get(key) ?? 0), 0)
  return lines.map((line, i) => {
    const { low = 0, high = 0 } = sums[i] ?? {}
    const placebos = line.members
      .map((key) => placebosOf.get(key) ?? null)
      .reduce(addPlacebos, null)
    const known = {
      ...{ ...line, low, high, placebo: sum(placeboOf, line) * scale },
      ...{ placebos: scalePlacebos(placebos, scale), touches: sum(touches, line) },
      shareOfCredit: sharesOfCredit[i] ?? null,
    }
    return { ...known, enough: isEnough(known) }
  })
}

/** The outcomes of a span in proportion to those of the measurement. */
export async function outcomesAgainst(
  tx: Transaction,
  run: Run,
  { type, ...wanted }: OutcomesWanted,
): Promise<number> {
  const count = async (span: OutcomesWanted) =>
    (await sumOutcomes(tx, span)).reduce((sum, { outcomes }) => sum + outcomes, 0)
  const all = type === null ? run.outcomes : await count(wholeOf(wanted.scope, type))
  return all === 0 ? 0 : (await count({ ...wanted, type })) / all
}

function wholeOf(scope: Scope, type: InfluenceOutcome): OutcomesWanted {
  return { scope, type, since: null, before: null }
}

/** Parts as columns, with the channels by which their last column counts. */
export async function sharesOf<Part extends SharePart>(
  tx: Transaction,
  parts: readonly Part[],
  lines: number,
  lineOf: (part: Part) => number,
): Promise<{ columns: SharesByLine; channels: string[] }> {
  const roots = await rootsOf(
    tx,
    parts.map(({ handleId }) => handleId),
  )
  const [people, outcomes, channels] = [numbers(), numbers(), numbers()]
  const column = (of: (part: Part) => number) => Int32Array.from(parts, of)
  const columns = {
    person: column(({ handleId }) => people.of(roots.get(handleId) ?? handleId)),
    outcome: column(({ outcomeId }) => outcomes.of(outcomeId)),
    line: column(lineOf),
    channel: column(({ channelId }) => channels.of(channelId)),
    share: Float64Array.from(parts, ({ share }) => share),
    lines,
  }
  return {
    columns: { ...columns, people: people.names().length, outcomes: outcomes.names().length },
    channels: channels.names(),
  }
}

function numbers() {
  const known = new Map<string, number>()
  return {
    of: (name: string) => {
      const number = known.get(name) ?? known.size
      known.set(name, number)
      return number
    },
    names: () => [...known.keys()],
  }
}

/** By how much each replicate of the measurement would credit a channel more than was measured. */
export async function doubtOf(
  tx: Transaction,
  run: Run,
  channels: readonly string[],
): Promise<Doubt> {
  const measured = await measuredLines(tx, 'channel', run, null)
  const credits = new Map(measured.map(({ key, credit }) => [key, credit]))
  const factors = channels.map((channel) => {
    const credit = credits.get(channel) ?? 0
    const replicates = run.replicates[channel] ?? []
    // A channel that had no credit then has no doubt that could be scaled.
    return Float64Array.from(credit > 0 ? replicates : [], (one) => one / credit)
  })
  return { factors, sway: Number(run.parameters.sway ?? 0) }
}

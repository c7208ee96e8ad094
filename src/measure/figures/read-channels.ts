import type { Transaction } from '#store/door.ts'
import { drawSums } from '../influence/add-up.ts'
import { type ShareOfCredit, sharesOfCredit, sharesOfSums } from '../influence/share-of-credit.ts'
import type { Calibration } from './calibration.ts'
import type { Line } from './line.ts'
import { doubtOf, linesOfRun, linesOfSpan, sharesOf, withIntervals } from './read-lines.ts'
import type { Run } from './read-run.ts'
import { isNarrowed } from './scope.ts'
import { type OutcomesWanted, partsOfKeys } from './shares-of.ts'

/**
 * All channels, each with its share of the credit of all. Without shares where nobody can say how sure they
 * are: the measurement kept no replicates, or experiments calibrate some channels, whose credit is then on
 * another scale than that of the others.
 */
export async function channelLines(
  tx: Transaction,
  run: Run,
  wanted: OutcomesWanted,
  calibrationOf: (key: string) => Calibration,
): Promise<Line[]> {
  const isSpan = isNarrowed(wanted)
  const lines = isSpan
    ? await linesOfSpan(tx, 'channel', wanted)
    : await linesOfRun(tx, 'channel', run, wanted)
  const told = isSpan ? await withIntervals(tx, 'channel', lines, run, wanted) : lines
  if (!canTell(lines, run, calibrationOf)) {
    return told.map((line) => ({ ...line, shareOfCredit: null }))
  }
  if (isSpan) return told
  const shares = await sharesOfRun(tx, lines, run, wanted)
  return told.map((line, i) => ({ ...line, shareOfCredit: shares[i] ?? null }))
}

function canTell(
  lines: readonly Line[],
  { replicates }: Run,
  calibrationOf: (key: string) => Calibration,
): boolean {
  const isMixed = lines.some(({ key }) => calibrationOf(key).label !== 'estimated')
  return Object.keys(replicates).length > 0 && !isMixed
}

/** What came since is as sure as what was measured; of one type of outcome, as sure as its own are few. */
async function sharesOfRun(
  tx: Transaction,
  lines: readonly Line[],
  run: Run,
  wanted: OutcomesWanted,
): Promise<(ShareOfCredit | null)[]> {
  const keys = lines.map(({ key }) => key)
  if (wanted.type !== null) {
    const parts = await partsOfKeys(tx, 'channel', keys, wanted)
    const place = new Map(keys.map((key, i) => [key, i]))
    const { columns, channels } = await sharesOf(tx, parts, keys.length, ({ key }) => {
      return place.get(key) ?? 0
    })
    return sharesOfSums(drawSums(columns, await doubtOf(tx, run, channels)))
  }
  const { factors, sway } = await doubtOf(tx, run, keys)
  const drawn = Math.max(0, ...factors.map((factor) => factor.length))
  const replicates = lines.map(({ credit }, i) =>
    Float64Array.from({ length: drawn }, (_, b) => credit * (factors[i]?.[b] ?? 1)),
  )
  const credits = lines.map(({ credit }) => credit)
  return sharesOfCredit(credits, replicates, { sway, level: Number(run.parameters.level ?? 0.9) })
}

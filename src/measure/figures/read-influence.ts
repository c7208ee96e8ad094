import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import type { CreditLabel, InfluenceCut, NoFigureReason } from '#vocabulary/index.ts'
import { namesOfCommunities } from '../communities/read-members.ts'
import {
  type Calibration,
  type CalibrationGround,
  calibrate,
  calibrateChannels,
  ESTIMATED,
} from './calibration.ts'
import { type InMoney, inMoney, moneyIntervals } from './in-money.ts'
import { type Line, placeOf } from './line.ts'
import { type LineName, nameLines } from './name-lines.ts'
import { channelLines } from './read-channels.ts'
import { linesOfRun, linesOfSpan, withIntervals } from './read-lines.ts'
import { type Ground, groundOf, type Run, readRun } from './read-run.ts'
import { isNarrowed, type OutcomesAsked, scopeOf, spanOf, typeAsked } from './scope.ts'
import { moneyOfKeys, moneyPartsOfKeys, type OutcomesWanted, type SummedCut } from './shares-of.ts'

export interface InfluenceAsked extends OutcomesAsked {
  topic?: string | undefined
  by: InfluenceCut
  /** One line alone. */
  key?: string | undefined
}

/** Credit of one person, channel, community, type, level or opinion. */
export interface InfluenceFigure extends LineName, Omit<Line, 'members'>, InMoney {
  evidence: CreditLabel
  /** Experiments that it is calibrated by; null where it is estimated. */
  calibration: CalibrationGround | null
}

export interface InfluenceList extends Listed<InfluenceFigure>, Ground {
  basis: 'run' | 'span'
  placebo: 'measured' | 'scaled'
}

/**
 * Who causes action, most credit first. Without days: as measured, and what came since. With days: added
 * up over the outcomes of those days. Empty with a reason where there is nothing to show. Throws
 * `not-found` for a topic that is none, `bad-input` for a span turned round or a foreign cursor.
 */
export async function readInfluence(
  tx: Transaction,
  asked: InfluenceAsked,
  page: PageRequest,
): Promise<InfluenceList> {
  const scope = await scopeOf(tx, asked.topic)
  const run = await readRun(tx, scope)
  const wanted = { scope, type: typeAsked(asked), ...(await spanOf(tx, asked)) }
  const isSpan = isNarrowed(wanted)
  const basis = isSpan
    ? ({ basis: 'span', placebo: 'scaled' } as const)
    : ({ basis: 'run', placebo: 'measured' } as const)
  const after = page.cursor === undefined ? null : readPlace(page.cursor, asked.by)
  const ground = await groundOf(tx, run, wanted)
  const nothing = (reason: NoFigureReason | null) => {
    return { items: [], next: null, ...ground, ...basis, reason }
  }
  if (asked.by === 'community' && (await namesOfCommunities(tx)).size === 0) {
    return nothing('no-communities')
  }
  if (run === null || ground.reason === 'no-outcomes') return nothing(ground.reason)
  const by = asked.by
  const calibrationOf = await calibrationsOf(tx, by, run, wanted)
  const every =
    by === 'channel'
      ? await channelLines(tx, run, wanted, calibrationOf)
      : await (isSpan ? linesOfSpan(tx, by, wanted) : linesOfRun(tx, by, run, wanted))
  const all = asked.key === undefined ? every : every.filter(({ key }) => key === asked.key)
  const { shown, next } = cutPage(all, after, page.limit, by)
  const isBare = isSpan && by !== 'channel'
  const lines = isBare ? await withIntervals(tx, by, shown, run, wanted) : shown
  const items = await showLines(tx, by, lines, run, wanted, calibrationOf)
  return { items, next, ...ground, ...basis }
}

interface Place {
  credit: number
  key: string
}

function readPlace(cursor: string, by: InfluenceCut): Place {
  const [cut, credit = '', key = ''] = readCursor(cursor, 3)
  const place = { credit: Number(credit), key }
  if (cut !== by || credit === '' || !Number.isFinite(place.credit)) readCursor('', 3)
  return place
}

function cutPage(all: readonly Line[], after: Place | null, limit: number, by: InfluenceCut) {
  const behind = (line: Line) =>
    after === null ||
    placeOf(line.credit) < placeOf(after.credit) ||
    (placeOf(line.credit) === placeOf(after.credit) && line.key > after.key)
  const rest = all.filter(behind)
  const shown = rest.slice(0, limit)
  const last = shown.at(-1)
  const isMore = rest.length > shown.length && last !== undefined
  return { shown, next: isMore ? writeCursor([by, String(last.credit), last.key]) : null }
}

/**
 * What experiments say of each line: they speak of channels, and of the days of the figures; without days
 * these are all that were measured, and what came since.
 */
async function calibrationsOf(
  tx: Transaction,
  by: SummedCut,
  run: Run,
  { scope, type, since, before }: OutcomesWanted,
): Promise<(key: string) => Calibration> {
  if (by !== 'channel') return () => ESTIMATED
  const topicId = scope.topic?.id ?? null
  return calibrateChannels(tx, { topicId, type, from: since ?? run.from, to: before })
}

async function showLines(
  tx: Transaction,
  by: SummedCut,
  lines: readonly Line[],
  run: Run,
  wanted: OutcomesWanted,
  calibrationOf: (key: string) => Calibration,
): Promise<InfluenceFigure[]> {
  const keys = lines.flatMap(({ members }) => members)
  const names = await nameLines(tx, by, lines)
  const money = await moneyOfKeys(tx, by, keys, wanted)
  const lineOf = new Map(lines.flatMap(({ members }, i) => members.map((key) => [key, i] as const)))
  const parts = await moneyPartsOfKeys(tx, by, keys, wanted)
  const intervals = await moneyIntervals(tx, run, parts, lines.length, ({ key }) => {
    return lineOf.get(key) ?? 0
  })
  const items: InfluenceFigure[] = []
  for (const [i, { members, ...line }] of lines.entries()) {
    const name = names.get(line.key)
    if (name === undefined) continue
    const calibration = calibrationOf(line.key)
    const own = money.filter(({ key }) => members.includes(key))
    const told = { evidence: calibration.label, calibration: calibration.ground }
    const known = { sums: own, intervals: intervals[i] ?? new Map() }
    const amounts = inMoney(known, calibration)
    items.push({ ...calibrate(line, calibration), ...name, ...amounts, ...told })
  }
  return items
}

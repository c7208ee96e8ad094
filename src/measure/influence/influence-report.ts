import type { Cut } from './cells.ts'
import type { InfluenceInput } from './columns.ts'
import { comparatorsOf } from './comparators.ts'
import { creditedValue } from './credited-value.ts'
import type { CreditFigure, InfluenceMeasured, InfluenceWish } from './measure-influence.ts'

const ALL = 'all'

/** The cuts of which the report tells placebos. */
export function reportCuts({ touches }: InfluenceInput): Cut[] {
  const cuts = [
    { name: ALL, of: new Int32Array(touches.t.length) },
    { name: 'channel', of: touches.channel },
  ]
  return touches.level.length === 0 ? cuts : [...cuts, { name: 'level', of: touches.level }]
}

/** Figures with what their cells' placebos credit; null where no touch of them precedes an outcome. */
function withPlacebos<Figure extends CreditFigure>(
  { cells }: InfluenceMeasured,
  cut: string,
  figures: readonly Figure[],
  by: 'key' | 'type',
) {
  const own = new Map(
    cells
      .filter((cell) => cell.cut === cut && (by === 'type' || cell.type < 0))
      .map((cell) => [cell[by], cell.placebos] as const),
  )
  return figures.map((figure, i) => ({ ...figure, placebos: own.get(i) ?? null }))
}

/** Credit of each level by type of outcome: do buyers or recommenders move people, and to what? */
function levelsByType({ levels, types }: InfluenceInput, { cells }: InfluenceMeasured): object[] {
  return cells
    .filter(({ cut, type }) => cut === 'level' && type >= 0)
    .map(({ cut: _, key, type, ...figure }) => {
      return { level: levels[key] ?? '', type: types[type] ?? '', ...figure }
    })
}

/** What was measured, with names, in the form of `enishi influence`. */
export function influenceReport(
  input: InfluenceInput,
  measured: InfluenceMeasured,
  wish: InfluenceWish,
): object {
  const { parameters, strata } = measured
  return {
    outcomes: measured.outcomes,
    credited: measured.credited,
    background: measured.background,
    interval: measured.interval,
    label: 'estimated',
    placebo: measured.placebo,
    parameters: {
      tauDays: parameters.tauDays,
      shape: parameters.shape,
      theta: thetaByName(input, parameters.theta),
      windowDays: wish.windowDays,
      controls: wish.controls,
      seed: wish.seed,
      bootstrap: wish.bootstrap,
      trust: parameters.trust,
      evidence: parameters.evidence,
      byChance: parameters.byChance,
      sway: parameters.sway,
      adds: parameters.adds,
      ending: measured.ending.map((type) => input.types[type]),
    },
    byChannel: named(
      'channel',
      input.channels,
      withPlacebos(measured, 'channel', measured.byChannel, 'key'),
    ),
    byActor: measured.byActor.map(({ actor, ...figure }) => ({
      actor: input.names[actor],
      ...figure,
    })),
    byType: named('type', input.types, withPlacebos(measured, ALL, measured.byType, 'type')),
    byLevel: named('level', input.levels, withPlacebos(measured, 'level', measured.byLevel, 'key')),
    byLevelAndType: levelsByType(input, measured),
    value: creditedValue(input, measured, wish),
    strata,
    comparators: comparatorsOf(input, measured.timeline, wish.windowDays),
  }
}

function thetaByName({ channels, types }: InfluenceInput, theta: Float64Array) {
  const entries = types.flatMap((type, s) =>
    channels.map((channel, c) => [`${channel}:${type}`, theta[s * channels.length + c] ?? 0]),
  )
  return Object.fromEntries(entries)
}

/** Figures with their names, highest credit first. */
function named<Figure extends CreditFigure>(
  key: string,
  names: readonly string[],
  figures: readonly Figure[],
): object[] {
  return figures
    .map((figure, i) => ({ [key]: names[i] ?? '', ...figure }))
    .sort((a, b) => b.credit - a.credit)
}

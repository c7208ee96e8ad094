import type { InfluenceInput } from './columns.ts'
import { comparatorsOf } from './comparators.ts'
import type { CreditFigure, InfluenceMeasured, InfluenceWish } from './measure-influence.ts'

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
    byChannel: named('channel', input.channels, measured.byChannel),
    byActor: measured.byActor.map(({ actor, ...figure }) => ({
      actor: input.names[actor],
      ...figure,
    })),
    byType: named('type', input.types, measured.byType),
    byLevel: named('level', input.levels, measured.byLevel),
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

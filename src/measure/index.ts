export { attributePaths } from './attribution/attribute-paths.ts'
export type { Path } from './attribution/paths.ts'
export * from './communities/index.ts'
export * from './experiments/index.ts'
export { askToMeasure } from './figures/ask-to-measure.ts'
export { readComparators } from './figures/read-comparators.ts'
export { readCredits } from './figures/read-credits.ts'
export { readInfluence } from './figures/read-influence.ts'
export { readMethod } from './figures/read-method.ts'
export { readPaths } from './figures/read-path.ts'
export { readInfluenceSummary } from './figures/read-summary.ts'
export type { InfluenceInput } from './influence/columns.ts'

export { influenceReport, reportCuts } from './influence/influence-report.ts'
export { CreditAsItArrives } from './influence/live-credit.ts'
export {
  INFLUENCE_DEFAULTS,
  type InfluenceWish,
  measureInfluence,
} from './influence/measure-influence.ts'
export * from './journeys/index.ts'
export { creditAfter } from './live/follow-outcomes.ts'
export { measureWorkspace } from './nightly/measure-workspace.ts'
export * from './plans/index.ts'
export { readBriefing } from './read-briefing.ts'
export { readTouches, type TouchesRead } from './touches/read-touches.ts'
export { touchesOf } from './touches/touches-of.ts'

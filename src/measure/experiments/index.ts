export {
  assignEngagement,
  assignIn,
  recordEngagements,
} from './assign-engagement.ts'
export {
  addExperiment,
  decideExperiment,
  moveExperiment,
  patchExperiment,
} from './change-experiments.ts'
export { engagementsAfter } from './engagements-after.ts'
export { calibrationOf, type Period } from './findings.ts'
export { readHeldOut } from './held-out.ts'
export { listArm } from './list-arm.ts'
export { askPower } from './observed-pace.ts'

export { getExperiment, listExperiments } from './read-experiments.ts'
export { readResults } from './read-results.ts'
export { keepExperiments, reckonExperiments } from './reckon-experiments.ts'

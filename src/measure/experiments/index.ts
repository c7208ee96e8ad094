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
export { listArm } from './list-arm.ts'
export { askPower } from './observed-pace.ts'

export { getExperiment, listExperiments } from './read-experiments.ts'
export { calibrationOf, readResults } from './read-results.ts'

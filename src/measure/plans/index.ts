export { answerWaitingPlan, askPlan } from './ask-plan.ts'
export { makePlanTasks } from './make-tasks.ts'

export { getPlan, listPlans, type PlanInFull } from './read-plans.ts'

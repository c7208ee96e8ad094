import { parentPort, workerData } from 'node:worker_threads'
import { choosePlan, type PlanInput } from './choose-plan.ts'

// Seconds of work at most, which no request waits for in the thread that answers requests.
parentPort?.postMessage(choosePlan(workerData as PlanInput))

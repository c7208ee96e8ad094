import { workerData } from 'node:worker_threads'
import { type ComparingOrder, helpComparing } from './compare-candidates.ts'

// Compares what nobody else has taken, into shared memory, and ends.
helpComparing(workerData as ComparingOrder)

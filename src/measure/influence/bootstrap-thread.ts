import { workerData } from 'node:worker_threads'
import { fillReplicates, type ReplicateOrder } from './bootstrap.ts'

// Fills its share of the replicates into shared memory and ends.
fillReplicates(workerData as ReplicateOrder)

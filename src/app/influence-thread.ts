import { randomFillSync } from 'node:crypto'
import { workerData } from 'node:worker_threads'
import { measureWorkspace } from '#measure/index.ts'
import { openDoor } from '#store/door.ts'
import type { MeasuringWork } from './measure-influence.ts'

/** The same every night, so that figures move with what happened and not with the dice. */
const SEED = 1

/** The thread in which influence is measured. */
const { connection, workspaceId } = workerData as MeasuringWork
const door = openDoor(connection)
const random = (into: Uint8Array) => void randomFillSync(into)
try {
  await measureWorkspace(door, { workspaceId, now: new Date(), random, seed: SEED })
} finally {
  await door.close()
}

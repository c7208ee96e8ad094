import { randomFillSync } from 'node:crypto'
import { workerData } from 'node:worker_threads'
import { sql } from 'kysely'
import { measureWorkspace } from '#measure/index.ts'
import { openDoor } from '#store/door.ts'
import type { MeasuringWork } from './measure-influence.ts'

/** The same every night, so that figures move with what happened and not with the dice. */
const SEED = 1

/** The thread in which influence is measured. */
const { connection, workspaceId } = workerData as MeasuringWork
const door = openDoor(connection)
const random = (into: Uint8Array) => void randomFillSync(into)

/** What was imported a moment ago, and what a measurement writes in one go, no plan knows of yet. */
async function refreshStatistics(): Promise<void> {
  await door.inWorkspace(
    workspaceId,
    (tx) => sql`select refresh_statistics()`.execute(tx),
    'background',
  )
}

try {
  await refreshStatistics()
  await measureWorkspace(door, { workspaceId, now: new Date(), random, seed: SEED })
  await refreshStatistics()
} finally {
  await door.close()
}

import { randomFillSync } from 'node:crypto'
import { workerData } from 'node:worker_threads'
import { findCommunitiesOf } from '#measure/index.ts'
import { openDoor } from '#store/door.ts'
import type { FindingWork } from './find-communities.ts'

/** The thread in which the communities of one workspace are found: seconds of work that nobody waits for. */
const { connection, workspaceId } = workerData as FindingWork
const door = openDoor(connection)
const random = (into: Uint8Array) => void randomFillSync(into)
try {
  await findCommunitiesOf(door, workspaceId, { now: () => new Date(), random })
} finally {
  await door.close()
}

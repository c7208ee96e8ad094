import { workerData } from 'node:worker_threads'
import { openDoor } from '#store/door.ts'
import { groupCopiesOf } from '#understand/index.ts'
import type { CopiesWork } from './group-copies.ts'

/** The thread in which copies of posts are found: seconds of work that nobody waits for. */
const { connection, workspaceId } = workerData as CopiesWork
const door = openDoor(connection)
try {
  await groupCopiesOf(door, workspaceId, { now: () => new Date() })
} finally {
  await door.close()
}

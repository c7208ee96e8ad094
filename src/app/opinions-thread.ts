import { randomFillSync } from 'node:crypto'
import { workerData } from 'node:worker_threads'
import { openDoor } from '#store/door.ts'
import { groupTopic, meaningFinder } from '#understand/index.ts'
import type { GroupingWork } from './group-opinions.ts'

/** The thread in which the opinions of one topic are found: seconds of work that nobody waits for. */
const { connection, workspaceId, topicId } = workerData as GroupingWork
const door = openDoor(connection)
const random = (into: Uint8Array) => void randomFillSync(into)
try {
  await groupTopic(door, workspaceId, topicId, meaningFinder(), { now: () => new Date(), random })
} finally {
  await door.close()
}

import type { Connection } from '#store/door.ts'
import type { Job } from '#store/jobs.ts'
import { runInThread } from './run-in-thread.ts'

/** What the thread works on. */
export interface GroupingWork {
  connection: Connection
  workspaceId: string
  topicId: string
}

/**
 * Finds the opinions of the job's topic anew in a thread of its own, so that no request waits for
 * it. Ends at the signal: what is written by then stays, and the job is to be taken up again.
 * Answers whether it is finished.
 */
export async function groupInThread(
  connection: Connection,
  { workspaceId, subjectId }: Job,
  signal: AbortSignal,
): Promise<boolean> {
  if (subjectId === null) return true
  const workerData: GroupingWork = { connection, workspaceId, topicId: subjectId }
  return runInThread(
    new URL('./opinions-thread.ts', import.meta.url),
    'opinions',
    workerData,
    signal,
  )
}

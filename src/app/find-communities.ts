import type { Connection } from '#store/door.ts'
import type { Job } from '#store/jobs.ts'
import { runInThread } from './run-in-thread.ts'

/** What the thread works on. */
export interface FindingWork {
  connection: Connection
  workspaceId: string
}

/**
 * Finds the communities of a workspace anew in a thread of its own, so that no request waits for it.
 * Ends at the signal; nothing is written then, and the job is to be taken up again. Answers whether
 * it is finished.
 */
export async function findInThread(
  connection: Connection,
  { workspaceId }: Job,
  signal: AbortSignal,
): Promise<boolean> {
  const workerData: FindingWork = { connection, workspaceId }
  return runInThread(
    new URL('./communities-thread.ts', import.meta.url),
    'communities',
    workerData,
    signal,
  )
}

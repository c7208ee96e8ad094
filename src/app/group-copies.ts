import type { Connection } from '#store/door.ts'
import type { Job } from '#store/jobs.ts'
import { runInThread } from './run-in-thread.ts'

/** What the thread works on. */
export interface CopiesWork {
  connection: Connection
  workspaceId: string
}

/**
 * Finds anew which posts copy others, in a thread of its own, so that no request waits for it. Ends at
 * the signal; the job is then to be taken up again. Answers whether it is finished.
 */
export async function groupCopiesInThread(
  connection: Connection,
  { workspaceId }: Job,
  signal: AbortSignal,
): Promise<boolean> {
  const workerData: CopiesWork = { connection, workspaceId }
  return runInThread(new URL('./copies-thread.ts', import.meta.url), 'copies', workerData, signal)
}

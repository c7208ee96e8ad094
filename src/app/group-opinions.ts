import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Connection } from '#store/door.ts'
import type { Job } from '#store/jobs.ts'

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
  const worker = new Worker(new URL('./opinions-thread.ts', import.meta.url), { workerData })
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const [code] = (await once(worker, 'exit')) as [number]
    if (code !== 0 && !signal.aborted) throw new Error(`the thread of opinions ended with ${code}`)
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return !signal.aborted
}

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/**
 * Works on a job in a thread of its own, so that no request waits for it; `url` is that of its program,
 * `what` names it where it fails. Ends at the signal; the job is then to be taken up again. Answers
 * whether it is finished.
 */
export async function runInThread(
  url: URL,
  what: string,
  workerData: object,
  signal: AbortSignal,
): Promise<boolean> {
  const worker = new Worker(url, { workerData })
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const [code] = (await once(worker, 'exit')) as [number]
    if (code !== 0 && !signal.aborted) throw new Error(`the thread of ${what} ended with ${code}`)
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return !signal.aborted
}

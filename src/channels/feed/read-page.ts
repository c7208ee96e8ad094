import { Worker } from 'node:worker_threads'
import type { FeedEntry, FeedItem } from './feed-item.ts'

export interface PageOrder {
  entry: FeedEntry
  html: string
}

/** Any honest page is read in a tenth of this; finding the main part of a page nested deep enough takes for ever. */
const READ_MILLISECONDS_MAX = 10_000
/** Without work for this long the thread ends and gives back its memory. */
const IDLE_MILLISECONDS_MAX = 60_000

let thread: Worker | undefined
let idle: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * `pageFor` in a thread of its own, one page after another; undefined also where the page
 * takes too long or the thread breaks over it.
 */
export function readPage(entry: FeedEntry, html: string): Promise<FeedItem['page']> {
  const read = last.then(() => readInThread({ entry, html }))
  last = read
  return read
}

function readInThread(order: PageOrder): Promise<FeedItem['page']> {
  clearTimeout(idle)
  const worker = thread ?? startThread()
  return new Promise((resolve) => {
    const settle = (page: FeedItem['page']) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      // Threads keep no process alive that has nothing else to do.
      worker.unref()
      idle = setTimeout(() => end(worker), IDLE_MILLISECONDS_MAX).unref()
      resolve(page)
    }
    const fail = () => {
      end(worker)
      settle(undefined)
    }
    const timer = setTimeout(fail, READ_MILLISECONDS_MAX)
    worker.ref()
    worker.once('message', settle)
    worker.once('error', fail)
    worker.once('exit', fail)
    worker.postMessage(order)
  })
}

function startThread(): Worker {
  thread = new Worker(new URL('./page-thread.ts', import.meta.url), {
    // What a page can be made to need; beyond, the thread breaks and not the process.
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  return thread
}

function end(worker: Worker): void {
  if (thread === worker) thread = undefined
  worker.removeAllListeners()
  // A thread that breaks while it is ended is ended.
  worker.on('error', () => worker.removeAllListeners())
  void worker.terminate()
}

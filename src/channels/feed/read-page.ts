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

type Page = FeedItem['page']

/** A thread and who waits for its answer. */
interface Thread {
  worker: Worker
  settle: (page: Page) => void
}

let thread: Thread | undefined
let idle: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * `pageFor` in a thread of its own, one page after another; undefined also where the page
 * takes too long or the thread breaks over it.
 */
export function readPage(entry: FeedEntry, html: string): Promise<Page> {
  // A page that cannot even be handed to the thread is none, and stands in no other's way.
  const read = last.then(() => readInThread({ entry, html })).then(undefined, () => undefined)
  last = read
  return read
}

async function readInThread(order: PageOrder): Promise<Page> {
  clearTimeout(idle)
  thread ??= startThread()
  const { worker } = thread
  const { promise, resolve } = Promise.withResolvers<Page>()
  thread.settle = resolve
  worker.postMessage(order)
  const timer = setTimeout(() => {
    end(worker)
    resolve(undefined)
  }, READ_MILLISECONDS_MAX)
  worker.ref()
  const page = await promise
  clearTimeout(timer)
  // A thread keeps no process alive that has nothing else to do.
  worker.unref()
  idle = setTimeout(() => end(worker), IDLE_MILLISECONDS_MAX).unref()
  return page
}

function startThread(): Thread {
  const worker = new Worker(new URL('./page-thread.ts', import.meta.url), {
    // What a page can be made to need; beyond, the thread breaks and not the process.
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  const started: Thread = { worker, settle: () => worker.unref() }
  const fail = () => {
    if (thread === started) thread = undefined
    started.settle(undefined)
  }
  worker.on('message', (page: Page) => started.settle(page))
  worker.on('error', fail)
  worker.on('exit', fail)
  return started
}

function end(worker: Worker): void {
  if (thread?.worker === worker) thread = undefined
  void worker.terminate()
}

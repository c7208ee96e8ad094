/** The thread in which pages are read: one may be made to take long, and then it's ended. */
import { parentPort } from 'node:worker_threads'
import { pageFor } from './main-part.ts'
import type { PageOrder } from './read-page.ts'

parentPort?.on('message', ({ entry, html }: PageOrder) => {
  parentPort?.postMessage(pageFor(entry, html))
})

import { Worker } from 'node:worker_threads'
import type { TopicSet, Understanding, Understood } from '#listen/index.ts'

interface Answer {
  id: number
  understood?: Understood[]
  error?: string
}

interface Waiting {
  resolve: (understood: Understood[]) => void
  reject: (error: Error) => void
}

/** Understanding in a thread of its own. Start it once; `close` ends the thread. */
export function understandInThread(): Understanding & { close(): Promise<void> } {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url))
  worker.unref()
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let sent = ''
  worker.on('message', ({ id, understood, error }: Answer) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (understood === undefined)
      asked?.reject(new Error(error ?? 'The reading thread fell silent'))
    else asked?.resolve(understood)
  })
  worker.on('error', (error) => {
    for (const asked of waiting.values()) asked.reject(error)
    waiting.clear()
  })
  return {
    understand: (texts, topics) => {
      if (texts.length === 0) return Promise.resolve([])
      const id = nextId++
      const key = keyOf(topics)
      const isKnown = key === sent
      sent = key
      worker.postMessage(isKnown ? { id, texts } : { id, texts, topics })
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

/** Revisions count within one workspace, so the topics' ids tell workspaces apart. */
function keyOf({ revision, topics }: TopicSet): string {
  return `${revision} ${topics.map((topic) => topic.id).join(' ')}`
}

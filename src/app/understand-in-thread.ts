import { Worker } from 'node:worker_threads'
import type { TopicSet, Understanding, Understood } from '#listen/index.ts'
import type { ExplainMove, FetchDelta, WhyMoved } from '#understand/index.ts'
import type { DeltaAnswer, DeltaWish, MoveRequest } from './reading-thread.ts'

interface Answer {
  id: number
  answer?: unknown
  error?: string
}

interface Waiting {
  resolve: (answer: unknown) => void
  reject: (error: Error) => void
}

/**
 * Understanding in a thread of its own. A thread that dies fails what it was asked; the next
 * question starts another. `close` ends it. `fetchDelta`: where what a workspace's model learnt comes
 * from; left out, the base reads for everybody.
 */
export function understandInThread(
  fetchDelta: FetchDelta = async () => null,
): Understanding & { explainMove: ExplainMove; close(): Promise<void> } {
  const waiting = new Map<number, Waiting>()
  let running: { worker: Worker; sent: string } | undefined
  let nextId = 1
  const start = () => {
    const worker = new Worker(new URL('./reading-thread.ts', import.meta.url))
    worker.unref()
    worker.on('message', (message: Answer | DeltaWish) => {
      if ('wish' in message) void grant(worker, fetchDelta, message)
      else settle(waiting, message)
    })
    let cause = new Error('The reading thread ended')
    worker.on('error', (error) => {
      cause = error
    })
    worker.on('exit', () => {
      if (running?.worker === worker) running = undefined
      for (const asked of waiting.values()) asked.reject(cause)
      waiting.clear()
    })
    return { worker, sent: '' }
  }
  return {
    understand: (texts, topics) => {
      if (texts.length === 0) return Promise.resolve([])
      running ??= start()
      const id = nextId++
      const key = keyOf(topics)
      running.worker.postMessage(key === running.sent ? { id, texts } : { id, texts, topics })
      running.sent = key
      return answerTo<Understood[]>(waiting, id)
    },
    explainMove: (question) => {
      running ??= start()
      const id = nextId++
      running.worker.postMessage({ id, question } satisfies MoveRequest)
      return answerTo<WhyMoved[] | null>(waiting, id)
    },
    close: async () => {
      await running?.worker.terminate()
    },
  }
}

function answerTo<T>(waiting: Map<number, Waiting>, id: number): Promise<T> {
  const resolved = (resolve: (answer: T) => void) => (answer: unknown) => resolve(answer as T)
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: resolved(resolve), reject })
  })
}

/** Gives the thread the delta that it asks for. */
async function grant(worker: Worker, fetchDelta: FetchDelta, { wish, ref }: DeltaWish) {
  const answer = (said: Omit<DeltaAnswer, 'deltaFor'>) =>
    worker.postMessage({ deltaFor: wish, ...said } satisfies DeltaAnswer)
  try {
    answer({ delta: await fetchDelta(ref) })
  } catch (error) {
    answer({ delta: null, error: String((error as Error).message) })
  }
}

function settle(waiting: Map<number, Waiting>, { id, answer, error }: Answer): void {
  const asked = waiting.get(id)
  waiting.delete(id)
  if (answer === undefined) asked?.reject(new Error(error ?? 'The reading thread fell silent'))
  else asked?.resolve(answer)
}

/** Revisions count within one workspace, so the topics' ids tell workspaces apart, and models by theirs. */
function keyOf({ revision, topics, reader }: TopicSet): string {
  const model = reader === undefined ? '' : `${reader.workspaceId} ${reader.version}`
  return `${revision} ${model} ${topics.map((topic) => topic.id).join(' ')}`
}

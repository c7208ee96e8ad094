import { parentPort } from 'node:worker_threads'
import type { PostText, ReaderRef, TopicSet } from '#listen/index.ts'
import { type FetchDelta, type MoveQuestion, understandHere } from '#understand/index.ts'
import { openExplaining, openReaders } from './readers.ts'

/** What the thread is asked; topics only when they differ from the last ones. */
export interface ReadingRequest {
  id: number
  texts: PostText[]
  topics?: TopicSet
}

/** A move of a reading that is to be explained. */
export interface MoveRequest {
  id: number
  question: MoveQuestion
}

/** What a workspace's model adds to the base, as the thread wished for it. */
export interface DeltaAnswer {
  deltaFor: number
  delta: Uint8Array | null
  error?: string
}

/** The thread's wish for it. It keeps what it gets, so that the bytes come once. */
export interface DeltaWish {
  wish: number
  ref: ReaderRef
}

interface Waiting {
  resolve: (delta: Uint8Array | null) => void
  reject: (error: Error) => void
}

const wishes = new Map<number, Waiting>()
let nextWish = 1

/** The thread has no connection of its own: whoever started it looks into the database. */
const askForDelta: FetchDelta = (ref) =>
  new Promise((resolve, reject) => {
    const wish = nextWish++
    wishes.set(wish, { resolve, reject })
    parentPort?.postMessage({ wish, ref } satisfies DeltaWish)
  })

function takeDelta({ deltaFor, delta, error }: DeltaAnswer): void {
  const waiting = wishes.get(deltaFor)
  wishes.delete(deltaFor)
  if (error === undefined) waiting?.resolve(delta)
  else waiting?.reject(new Error(error))
}

/** The thread in which texts are read, so that no long text holds up a request. */
async function serveReadings(): Promise<void> {
  const understanding = understandHere(await openReaders(askForDelta))
  const explainMove = await openExplaining(askForDelta)
  let topics: TopicSet = { revision: -1, topics: [] }
  parentPort?.on('message', async (message: ReadingRequest | MoveRequest | DeltaAnswer) => {
    if ('deltaFor' in message) return takeDelta(message)
    const { id } = message
    try {
      if ('question' in message) {
        parentPort?.postMessage({ id, answer: await explainMove(message.question) })
        return
      }
      topics = message.topics ?? topics
      const answer = await understanding.understand(message.texts, topics)
      parentPort?.postMessage({ id, answer })
    } catch (error) {
      parentPort?.postMessage({ id, error: String((error as Error).stack ?? error) })
    }
  })
}

await serveReadings()

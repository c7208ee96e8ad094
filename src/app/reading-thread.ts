import { parentPort } from 'node:worker_threads'
import { createLanguageDetector } from '#language/index.ts'
import type { PostText, TopicSet } from '#listen/index.ts'
import { createReader, loadBaseModel, understandHere } from '#understand/index.ts'

/** What the thread is asked; topics only when they differ from the last ones. */
export interface ReadingRequest {
  id: number
  texts: PostText[]
  topics?: TopicSet
}

/** The thread in which texts are read, so that no long text holds up a request. */
async function serveReadings(): Promise<void> {
  const understanding = understandHere(
    createReader(await createLanguageDetector(), loadBaseModel()),
  )
  let topics: TopicSet = { revision: -1, topics: [] }
  parentPort?.on('message', async (request: ReadingRequest) => {
    topics = request.topics ?? topics
    try {
      const understood = await understanding.understand(request.texts, topics)
      parentPort?.postMessage({ id: request.id, understood })
    } catch (error) {
      parentPort?.postMessage({ id: request.id, error: String((error as Error).stack ?? error) })
    }
  })
}

await serveReadings()

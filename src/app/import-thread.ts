import { parentPort, workerData } from 'node:worker_threads'
import type { StepCount } from '#listen/index.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import { type Connection, openDoor } from '#store/door.ts'
import { deltasOf, understandHere } from '#understand/index.ts'
import { importUpload, type UploadImport } from './import-upload.ts'
import { composeListening } from './listening.ts'
import { openReaders } from './readers.ts'
import { tryUpload, type UploadTrial } from './try-upload.ts'

/** How an import's thread ends. */
export type ImportAnswer =
  | { steps: StepCount[] }
  | { failure: { message: string; stack: string; isLost: boolean } }

/** The thread of one import: its own connections and reader, so that requests never wait for it. */
const { connection, work } = workerData as {
  connection: Connection
  work: UploadImport | UploadTrial
}
const door = openDoor(connection)
const listening = composeListening(door, understandHere(await openReaders(deltasOf(door))))
try {
  if ('trialId' in work) await tryUpload(door, listening, work)
  else await importUpload(door, listening, work)
  parentPort?.postMessage({ steps: listening.meter.counts() } satisfies ImportAnswer)
} catch (error) {
  const { message, stack } = error as Error
  const failure = { message, stack: stack ?? message, isLost: isConnectionLost(error) }
  parentPort?.postMessage({ failure } satisfies ImportAnswer)
} finally {
  await door.close()
}

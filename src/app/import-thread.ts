import { parentPort, workerData } from 'node:worker_threads'
import { createLanguageDetector } from '#language/index.ts'
import { type Connection, openDoor } from '#store/door.ts'
import { createFirstReader, understandHere } from '#understand/index.ts'
import { importUpload, type UploadImport } from './import-upload.ts'
import { composeListening } from './listening.ts'

/** The thread of one import: its own connections and reader, so that requests never wait for it. */
const { connection, work } = workerData as { connection: Connection; work: UploadImport }
const door = openDoor(connection)
const listening = composeListening(
  door,
  understandHere(createFirstReader(await createLanguageDetector())),
)
try {
  await importUpload(door, listening, work)
  parentPort?.postMessage({ steps: listening.meter.counts() })
} finally {
  await door.close()
}

import { parentPort, workerData } from 'node:worker_threads'
import { openListeningHere, systemRandom } from '#app/listening.ts'
import { INPUT_FORMATS } from '#channels/registry.ts'
import { beginImport, importFile } from '#listen/index.ts'
import { type Connection, openDoor } from '#store/door.ts'
import { type ExportSize, exportLines } from './generated-export.ts'

/** What the thread imports, and where. */
export interface ImportOrder extends ExportSize {
  connection: Connection
  workspaceId: string
}

const order = workerData as ImportOrder
const door = openDoor(order.connection)
const listening = await openListeningHere(door)
const wanted = {
  format: 'activities',
  fileName: 'beside',
  channelName: 'beside',
  fingerprint: order.keyPrefix,
} as const
const run = await door.inWorkspace(order.workspaceId, (tx) =>
  beginImport(tx, order.workspaceId, wanted, new Date(), systemRandom),
)

async function* bytes(): AsyncGenerator<Uint8Array, void, undefined> {
  for (const line of exportLines(order)) yield Buffer.from(`${line}\n`)
}

parentPort?.postMessage('started')
const startedAt = performance.now()
const { tally } = await importFile({
  ...{ door, listening, run, workspaceId: order.workspaceId },
  format: INPUT_FORMATS.activities,
  source: bytes(),
  scope: 'beside',
  timeZone: 'Asia/Tokyo',
  now: () => new Date(),
})
const seconds = (performance.now() - startedAt) / 1000
await door.close()
parentPort?.postMessage({ tally, seconds, steps: listening.meter.counts() })

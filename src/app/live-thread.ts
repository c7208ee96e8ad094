import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { LIVE_KINDS } from '#channels/live-registry.ts'
import { INPUT_FORMATS } from '#channels/registry.ts'
import type { StepCount } from '#listen/index.ts'
import type { AllowRule } from '#outside/allow-list.ts'
import { createOutside } from '#outside/outside.ts'
import { type Connection, openDoor } from '#store/door.ts'
import { type LiveFigures, LiveListening } from '#stream/live-listening.ts'
import { Spool, type SpoolNews } from '#stream/spool.ts'
import { deltasOf } from '#understand/index.ts'
import { composeListening } from './listening.ts'
import { composeLiveTools } from './live-tools.ts'
import { watchLive } from './live-watch.ts'
import { understandInThread } from './understand-in-thread.ts'

/** What the thread is given. */
export interface LiveWork {
  connection: Connection
  dataFolder: string
  allowHosts?: readonly AllowRule[]
}

/** What the thread tells. */
export type LiveMessage =
  | { kind: 'figures'; figures: LiveFigures; steps: StepCount[] }
  | { kind: 'failure'; what: string; message: string }
  | { kind: 'turn'; isOurs: boolean }
  | { kind: 'spool'; news: SpoolNews }

const FIGURES_MS = 1_000

/** The thread of live listening: its own connections, its own way out, its own reading of texts. */
async function listenLive({ connection, dataFolder, allowHosts }: LiveWork): Promise<void> {
  const tell = (message: LiveMessage) => parentPort?.postMessage(message)
  const onFailure = (what: string, error: Error) =>
    tell({ kind: 'failure', what, message: String(error.message) })
  const door = openDoor(connection)
  const reading = understandInThread(deltasOf(door))
  const outside = createOutside({ allow: allowHosts, now: () => new Date() })
  const spool = await Spool.open({
    folder: join(dataFolder, 'spool'),
    onNews: (news) => tell({ kind: 'spool', news }),
  })
  const listening = composeListening(door, reading)
  const tools = composeLiveTools(outside)
  const parts = { door, kinds: LIVE_KINDS, formats: INPUT_FORMATS, listening, tools, spool }
  const live = new LiveListening({ ...parts, onFailure })
  const ending = new AbortController()
  const onTurn = (isOurs: boolean) => tell({ kind: 'turn', isOurs })
  const watching = watchLive({ door, connection, live, onFailure, onTurn }, ending.signal)
  const telling = setInterval(() => {
    tell({ kind: 'figures', figures: live.figures(), steps: listening.meter.counts() })
  }, FIGURES_MS)
  parentPort?.once('message', () => ending.abort())
  await watching
  clearInterval(telling)
  await Promise.all([outside.close(), reading.close(), door.close()])
  parentPort?.close()
}

await listenLive(workerData as LiveWork)

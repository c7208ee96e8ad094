import { parentPort, workerData } from 'node:worker_threads'
import { isConnectionLost } from '#store/connection-lost.ts'
import { type Connection, type Door, openDoor } from '#store/door.ts'
import {
  askToReadAgain,
  deltasOf,
  loadBaseModel,
  loadLanguageDetector,
  readAgain,
  trainModel,
} from '#understand/index.ts'
import { systemRandom } from './listening.ts'
import { openReaders } from './readers.ts'

/** What the thread does: train a candidate, or read old posts again. */
export type LearningWork =
  | { kind: 'train-model'; workspaceId: string; candidateId: string }
  | { kind: 'read-again'; workspaceId: string }

/** How the thread ends where it fails. */
export interface LearningFailure {
  failure: { message: string; stack: string; isLost: boolean }
}

const chance = { now: () => new Date(), random: systemRandom }
/** Reading again makes way for other jobs after so long, and stands in line again. */
const SLICE_MS = 60_000

async function train(door: Door, workspaceId: string, candidateId: string): Promise<void> {
  const detector = await loadLanguageDetector()
  await trainModel(door, workspaceId, candidateId, { base: loadBaseModel(), detector, ...chance })
}

async function renew(door: Door, workspaceId: string): Promise<void> {
  const readers = await openReaders(deltasOf(door))
  const endsAtMs = performance.now() + SLICE_MS
  const isEnough = () => performance.now() > endsAtMs
  const { isComplete } = await readAgain(door, workspaceId, readers, chance, isEnough)
  if (isComplete) return
  const { random } = chance
  await door.inWorkspace(workspaceId, (tx) =>
    askToReadAgain(tx, workspaceId, { now: chance.now(), random }),
  )
}

/** The thread of one job that learns or reads: its own connections, so that requests never wait for it. */
const { connection, work } = workerData as { connection: Connection; work: LearningWork }
const door = openDoor(connection)
try {
  if (work.kind === 'read-again') await renew(door, work.workspaceId)
  else await train(door, work.workspaceId, work.candidateId)
} catch (error) {
  const { message, stack } = error as Error
  const failure = { message, stack: stack ?? message, isLost: isConnectionLost(error) }
  parentPort?.postMessage({ failure } satisfies LearningFailure)
} finally {
  await door.close()
}

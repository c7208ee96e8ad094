import { randomFillSync } from 'node:crypto'
import {
  createListening,
  type Listening,
  recogniseStep,
  recordStep,
  type Understanding,
} from '#listen/index.ts'
import type { Door } from '#store/door.ts'
import {
  deltasOf,
  recordProfilesStep,
  recordReadingsStep,
  resolveHandlesStep,
  rollUpStep,
  takeBackStep,
  understandHere,
} from '#understand/index.ts'
import type { RandomBytes } from '#vocabulary/index.ts'
import { openReaders } from './readers.ts'

/** The steps of listening, in their order. */
const LISTEN_STEPS = [
  resolveHandlesStep,
  recordProfilesStep,
  recogniseStep,
  takeBackStep,
  recordStep,
  recordReadingsStep,
  rollUpStep,
] as const

export const systemRandom: RandomBytes = (into) => {
  randomFillSync(into)
}

/** Listening with the real clock and randomness. */
export function composeListening(door: Door, understanding: Understanding): Listening {
  return createListening({
    door,
    understanding,
    steps: LISTEN_STEPS,
    now: () => new Date(),
    random: systemRandom,
  })
}

/** Listening with the reader in this thread: for commands that do nothing else. */
export async function openListeningHere(door: Door): Promise<Listening> {
  return composeListening(door, understandHere(await openReaders(deltasOf(door))))
}

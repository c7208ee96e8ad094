import { randomFillSync } from 'node:crypto'
import { recordDealsStep, recordOwnTermsStep } from '#engage/index.ts'
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
  meetContactsStep,
  recordOrganisationsStep,
  recordProfilesStep,
  recordReadingsStep,
  refuseErasedStep,
  refuseStoppedStep,
  resolveHandlesStep,
  rollUpStep,
  rollUpTiesStep,
  takeBackStep,
  understandHere,
} from '#understand/index.ts'
import type { RandomBytes } from '#vocabulary/index.ts'
import { openReaders } from './readers.ts'

/** The steps of listening, in their order; deals that are won are heard by the listening itself. */
const stepsOf = (hear: Parameters<typeof recordDealsStep>[0]) => [
  refuseErasedStep,
  refuseStoppedStep,
  meetContactsStep,
  resolveHandlesStep,
  recordProfilesStep,
  recordOrganisationsStep,
  recordDealsStep(hear),
  recordOwnTermsStep,
  recogniseStep,
  takeBackStep,
  recordStep,
  recordReadingsStep,
  rollUpStep,
  rollUpTiesStep,
]

export const systemRandom: RandomBytes = (into) => {
  randomFillSync(into)
}

/** Listening with the real clock and randomness. */
export function composeListening(door: Door, understanding: Understanding): Listening {
  const listening: Listening = createListening({
    door,
    understanding,
    steps: stepsOf((tx, hearing) => listening.hearIn(tx, hearing)),
    now: () => new Date(),
    random: systemRandom,
  })
  return listening
}

/** Listening for changes that bring no text: nothing is read in it. */
export function listenWithoutTexts(door: Door): Listening {
  return composeListening(door, { understand: () => Promise.reject(new Error('No reader')) })
}

/** Listening with the reader in this thread: for commands that do nothing else. */
export async function openListeningHere(door: Door): Promise<Listening> {
  return composeListening(door, understandHere(await openReaders(deltasOf(door))))
}

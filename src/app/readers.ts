import { existsSync } from 'node:fs'
import { createLanguageDetector } from '#language/index.ts'
import {
  type BaseReader,
  createFirstReader,
  createReaders,
  type FetchDelta,
  loadBaseModel,
  type ReaderSource,
} from '#understand/index.ts'

const BASE_MODEL = new URL('../../models/base.bin.br', import.meta.url)

/**
 * The readers of all workspaces for this thread: the trained base with what each has learnt, or, where
 * the file of the base is missing, the rules alone. `explains`: with evidence, at twice the cost.
 */
export async function openReaders(
  fetchDelta: FetchDelta,
  options: { explains?: boolean } = {},
): Promise<ReaderSource> {
  const detector = await createLanguageDetector()
  if (existsSync(BASE_MODEL)) return createReaders(detector, loadBaseModel(), fetchDelta, options)
  const reader = createFirstReader(detector)
  return async () => reader
}

/** What reads in this installation without corrections. */
export async function describeBase(): Promise<BaseReader> {
  if (existsSync(BASE_MODEL)) return { name: loadBaseModel().name, canLearn: true }
  return { name: createFirstReader(await createLanguageDetector()).model, canLearn: false }
}

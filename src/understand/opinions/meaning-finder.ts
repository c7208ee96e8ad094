import { createConceptFinder } from '../concepts/find-concepts.ts'
import { CONCEPTS } from '../concepts/all.ts'
import type { MeaningFinder } from './opinion-post.ts'

let made: MeaningFinder | undefined

/** The finder of the concepts of the lexicon; made once a thread. */
export function meaningFinder(): MeaningFinder {
  made ??= createConceptFinder(CONCEPTS)
  return made
}

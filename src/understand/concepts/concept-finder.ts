import { CONCEPTS } from './all.ts'
import { type ConceptFinder, createConceptFinder } from './find-concepts.ts'

let made: ConceptFinder | undefined

/** The finder of all concepts; made at the first call, since that takes a quarter of a second. */
export function conceptFinder(): ConceptFinder {
  made ??= createConceptFinder(CONCEPTS)
  return made
}

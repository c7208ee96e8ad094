import { readFileSync } from 'node:fs'
import { createLanguageDetector, type LanguageDetector, ngramsFile } from '#language/index.ts'

/** The detector of languages with its n-grams, read from their file; takes a tenth of a second. */
export function loadLanguageDetector(): Promise<LanguageDetector> {
  return createLanguageDetector(readFileSync(ngramsFile(), 'utf8'))
}

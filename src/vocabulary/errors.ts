import type { InterfaceLanguage, Words } from './language.ts'

/** Every way in which a request or a command is refused. One table per transport maps them onwards. */
export const ERROR_CODES = [
  'bad-input',
  'not-signed-in',
  'bad-signature',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'too-busy',
  'not-ready',
  'already-set-up',
  'port-taken',
  'folder-not-writable',
  'folder-held',
  'database-unreachable',
  'database-not-startable',
  'database-too-old',
  'wrong-node',
  'fault',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** Where in the input the fault is. */
export interface ErrorPlace {
  file?: string
  line?: number
  field?: string
}

/**
 * An expected refusal: a code for machines, words for people in both languages,
 * and, where there is one, the way out. Anything else thrown is a fault of ours.
 */
export class EnishiError extends Error {
  readonly code: ErrorCode
  readonly words: Words
  readonly place: ErrorPlace

  constructor(code: ErrorCode, words: Words, place: ErrorPlace = {}, cause?: unknown) {
    super(words.en, cause === undefined ? undefined : { cause })
    this.name = 'EnishiError'
    this.code = code
    this.words = words
    this.place = place
  }

  /** The words in the user's language, with the place in front. */
  in(language: InterfaceLanguage): string {
    const { file, line, field } = this.place
    const place = [file, line === undefined ? undefined : String(line), field]
    const known = place.filter((part) => part !== undefined).join(':')
    return known === '' ? this.words[language] : `${known}: ${this.words[language]}`
  }
}

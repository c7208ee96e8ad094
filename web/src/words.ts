import type { InterfaceLanguage, Words } from './terms.ts'

type Phrase = { ja: (...about: never[]) => string; en: (...about: never[]) => string }

/** The phrase that asks for more is the one to call; phrases that ask for different things are an error. */
type Spoken<Entry> = Entry extends { ja: infer Ja; en: infer En }
  ? Ja extends string
    ? string
    : Ja extends En
      ? En
      : En extends Ja
        ? Ja
        : never
  : never

export type WordsOf<Entries> = { readonly [Key in keyof Entries]: Spoken<Entries[Key]> }

/**
 * Takes words written side by side (`{ title: { ja, en } }`, or functions of the same arguments) and
 * answers them by language. An entry that lacks a language doesn't compile.
 */
export function defineWords<const Entries extends Record<string, Words | Phrase>>(
  entries: Entries,
): Record<InterfaceLanguage, WordsOf<Entries>> {
  return { ja: pick(entries, 'ja'), en: pick(entries, 'en') }
}

function pick<Entries extends Record<string, Words | Phrase>>(
  entries: Entries,
  language: InterfaceLanguage,
): WordsOf<Entries> {
  const picked = Object.entries(entries).map(([key, entry]) => [key, entry[language]])
  return Object.fromEntries(picked) as WordsOf<Entries>
}

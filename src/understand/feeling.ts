import type { FoldedText } from '#language/index.ts'

/** A text with its folded form: what every part of the first reader looks at. */
export interface SeenText {
  text: string
  folded: FoldedText
}

/** A piece of the text that carries feeling, with its place in the text as written. */
export interface Feeling {
  start: number
  end: number
  /** Signed strength, a word by itself having -4 .. 4. */
  weight: number
}

/** The piece of the folded text [start, end) as a feeling about the text as written. */
export function feelingAt(seen: SeenText, start: number, end: number, weight: number): Feeling {
  const { offsets } = seen.folded
  const from = offsets[start] as number
  // A sign with marks upon it is one character as written: its piece ends where the next begins.
  let last = end
  while (last < offsets.length - 1 && (offsets[last] as number) <= from) last++
  return { start: from, end: offsets[last] as number, weight }
}

/** Each distinct word of the lexicon with its strength; a later entry wins. */
export function lexiconEntries(
  lexicon: readonly (readonly [weight: number, words: string])[],
): Map<string, number> {
  const entries = new Map<string, number>()
  for (const [weight, words] of lexicon) {
    for (const word of words.trim().split(/\s+/)) entries.set(word, weight)
  }
  return entries
}

import { wordsOf } from './words-of.ts'

/** How much of what the lexicon says with a word is about which theme: 0..1, by word. */
export type ThemeWords = ReadonlyMap<string, ReadonlyMap<string, number>>

/** A word that is about a theme in fewer of its wordings is about anything. */
const SHARE_MIN = 0.25

/**
 * The words that the wordings of concepts are made of, with their themes: 「洗い易」 and "pain to wash"
 * tell that 洗 and "wash" are about upkeep, also where a clause uses them in no wording of the list. A
 * word in one wording tells half as much as one in many. `themeIn` answers the theme of a concept.
 */
export function themesOfWords(
  worded: readonly { id: string; kind: string; wordings: readonly string[] }[],
  themeIn: (id: string) => string | undefined,
): ThemeWords {
  const counts = new Map<string, Map<string | undefined, number>>()
  for (const { id, kind, wordings } of worded) {
    if (kind === 'act') continue
    const theme = themeIn(id)
    for (const word of wordings.flatMap(wordsOf)) {
      const known = counts.get(word) ?? new Map<string | undefined, number>()
      counts.set(word, known.set(theme, (known.get(theme) ?? 0) + 1))
    }
  }
  const shares = [...counts].map(([word, themes]) => [word, sharesOf(themes)] as const)
  return new Map(shares.filter(([, themes]) => themes.size > 0))
}

function sharesOf(themes: ReadonlyMap<string | undefined, number>): Map<string, number> {
  let all = 1
  for (const count of themes.values()) all += count
  const shares = new Map<string, number>()
  for (const [theme, count] of themes) {
    if (theme !== undefined && count / all >= SHARE_MIN) shares.set(theme, count / all)
  }
  return shares
}

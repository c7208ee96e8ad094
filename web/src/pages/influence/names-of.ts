import { CAUSED_TYPES, CAUSED_WORDS, LEVEL_WORDS, LEVELS } from '../../parts/influence-words.ts'
import type { InfluenceCut, InfluenceItem, InterfaceLanguage } from '../../terms.ts'

/** A type or level in words; the key itself where a newer server knows more of them. */
export function wordedKey(
  by: InfluenceCut | undefined,
  key: string,
  language: InterfaceLanguage,
): string | undefined {
  const type = by === 'type' ? CAUSED_TYPES.find((one) => one === key) : undefined
  if (type !== undefined) return CAUSED_WORDS[type][language]
  const level = by === 'level' ? LEVELS.find((one) => one === key) : undefined
  return level === undefined ? undefined : LEVEL_WORDS[level][language]
}

/** What a row is called: people, channels and communities by their name, opinions in the language, the rest in words. */
export function nameOfRow(
  by: InfluenceCut,
  row: InfluenceItem,
  language: InterfaceLanguage,
): string {
  const { opinion } = row
  const sentence =
    opinion === null ? null : (opinion[language] ?? opinion[language === 'ja' ? 'en' : 'ja'])
  return (
    row.person?.name ??
    row.channel?.name ??
    row.community?.name ??
    sentence ??
    wordedKey(by, row.key, language) ??
    (row.label === '' ? row.key : row.label)
  )
}

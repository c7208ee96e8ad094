import type { InterfaceLanguage, Opinion } from '../../terms.ts'

/** The name in the reader's language, else in the other; undefined where there is none. */
export function opinionName(
  name: Opinion['name'],
  language: InterfaceLanguage,
): { text: string; lang: InterfaceLanguage } | undefined {
  const other = language === 'ja' ? 'en' : 'ja'
  for (const lang of [language, other] as const) {
    const text = name[lang]
    if (text !== null) return { text, lang }
  }
  return undefined
}

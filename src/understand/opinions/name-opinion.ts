import type { MeaningFinder } from './opinion-post.ts'
import type { Sparse } from './sparse.ts'

/** A sentence in each language in which there is one. */
export interface OpinionName {
  ja: string | null
  en: string | null
}

export interface NamingClause {
  text: string
  lang: string
  aspects: readonly string[]
  claims: readonly string[]
  /** 0..1. */
  typical: number
}

/** Names that read at a glance: not so short that they say nothing, nor a paragraph. */
const LENGTHS = { ja: [5, 16, 40], en: [10, 36, 90] } as const

/**
 * Names an opinion by what people say: in Japanese and in English the shortest of its most typical
 * clauses. Where nobody said it in a language, its concepts say it ("battery: does not last").
 */
export function nameOpinion(
  clauses: readonly NamingClause[],
  meanings: Sparse,
  finder: MeaningFinder,
): OpinionName {
  const said = { ja: typicalClause(clauses, 'ja'), en: typicalClause(clauses, 'en') }
  return {
    ja: said.ja ?? byConcepts(meanings, finder, 'ja'),
    en: said.en ?? byConcepts(meanings, finder, 'en'),
  }
}

function typicalClause(clauses: readonly NamingClause[], lang: 'ja' | 'en'): string | null {
  const said = new Map<string, { text: string; times: number; clause: NamingClause }>()
  for (const clause of clauses) {
    if (!isWrittenIn(clause, lang)) continue
    const text = clause.text.replace(/^[、,:：\s]+|[、,\s]+$/gu, '')
    const known = said.get(text.toLowerCase())
    if (known === undefined) said.set(text.toLowerCase(), { text, times: 1, clause })
    else known.times++
  }
  let best: { text: string; score: number } | undefined
  for (const { text, times, clause } of said.values()) {
    const score = clause.typical * Math.log2(1 + times) * fitOf(text, lang)
    if (best === undefined || score > best.score) best = { text, score }
    else if (score === best.score && text < best.text) best = { text, score }
  }
  return best === undefined || best.score === 0 ? null : best.text.slice(0, LENGTHS[lang][2] * 2)
}

function isWrittenIn({ text, lang }: NamingClause, wanted: 'ja' | 'en'): boolean {
  const isJapanese = /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)
  return wanted === 'ja' ? isJapanese : lang === 'en' && !isJapanese
}

/** 1 for the length at which a name reads best, less the further it is off. */
function fitOf(text: string, lang: 'ja' | 'en'): number {
  const [shortest, best, longest] = LENGTHS[lang]
  const length = [...text].length
  if (length < shortest) return 0.2
  if (length > longest) return 0.15
  return length <= best ? 1 : 1 - 0.8 * ((length - best) / (longest - best))
}

const SEPARATOR = { ja: '：', en: ': ' } as const

function byConcepts(meanings: Sparse, finder: MeaningFinder, lang: 'ja' | 'en'): string | null {
  const ranked = [...meanings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const strongest = (kind: 'aspect' | 'claim') => {
    for (const [id] of ranked) {
      const concept = finder.concepts.find((one) => one.id === id && one.kind === kind)
      if (concept !== undefined)
        return lang === 'en' ? spoken(concept.id) : firstWording(concept.ja)
    }
    return undefined
  }
  const parts = [strongest('aspect'), strongest('claim')].filter((part) => part !== undefined)
  return parts.length === 0 ? null : parts.join(SEPARATOR[lang])
}

function spoken(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words
}

function firstWording(list: string): string | undefined {
  return list.trim().split(/\s+/u)[0]?.replaceAll('_', ' ')
}

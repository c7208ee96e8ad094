import type { MeaningFinder, OpinionKind, Side } from './opinion-post.ts'
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
 * Names an opinion in Japanese and English: a claim by its strongest aspect and what is said of it
 * (「電池がもたない」, "The battery does not last") where the lexicon knows both or the claim alone, else
 * by the shortest of its most typical clauses. A question is named by what people ask.
 */
export function nameOpinion(
  kind: OpinionKind,
  side: Side,
  clauses: readonly NamingClause[],
  meanings: Sparse,
  finder: MeaningFinder,
): OpinionName {
  const known = namesOf(side, meanings, finder)
  const said = (lang: 'ja' | 'en') => typicalClause(clauses, lang)
  if (kind === 'question') {
    const { aspect } = known
    return {
      ja: said('ja') ?? (aspect === undefined ? null : `${aspect.ja}について`),
      en: said('en') ?? (aspect === undefined ? null : `About the ${aspect.en}`),
    }
  }
  return sentenceOf(known) ?? { ja: said('ja'), en: said('en') }
}

interface KnownNames {
  aspect?: Name | undefined
  claim?: Name | undefined
}

type Name = NonNullable<MeaningFinder['concepts'][number]['name']>

/** A meaning that is weaker stands in few of the clauses. */
const WEIGHT_MIN = 0.25

/** The strongest aspect and the strongest claim on the opinion's side. */
function namesOf(side: Side, meanings: Sparse, finder: MeaningFinder): KnownNames {
  const ranked = [...meanings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const strongest = (kind: 'aspect' | 'claim') => {
    for (const [id, weight] of ranked) {
      if (weight < WEIGHT_MIN) break
      const concept = finder.concepts.find((one) => one.id === id && one.kind === kind)
      if (concept !== undefined && (kind === 'aspect' || concept.side === side)) return concept.name
    }
    return undefined
  }
  return { aspect: strongest('aspect'), claim: strongest('claim') }
}

function sentenceOf({ aspect, claim }: KnownNames): OpinionName | undefined {
  if (claim === undefined) return undefined
  if (aspect === undefined) return { ja: claim.ja, en: `It ${claim.en}` }
  return { ja: `${aspect.ja}が${claim.ja}`, en: `The ${aspect.en} ${claim.en}` }
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

import type { MeaningFinder, OpinionKind, Side } from './opinion-post.ts'
import { addTo, dot, type Sparse, unit } from './sparse.ts'
import { isTheme, themeIn } from './weigh-meanings.ts'

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
  /** All its words. */
  words: readonly string[]
  /** Those of its words that tell something, by how much. */
  telling: Sparse
  /** 0..1: how much it shares of what the opinion means. */
  typical: number
}

/** Names that read at a glance: not so short that they say nothing, nor a paragraph. */
const LENGTHS = { ja: [5, 16, 40], en: [10, 36, 90] } as const

/**
 * Names an opinion in Japanese and English: a claim by its strongest aspect and what is said of it
 * (「電池がもたない」, "The battery does not last") where the lexicon knows both or the claim alone and
 * enough of the clauses say it, else by the clause that says most of what the others say. A question
 * is named by what people ask.
 */
export function nameOpinion(
  kind: OpinionKind,
  side: Side,
  clauses: readonly NamingClause[],
  meanings: Sparse,
  finder: MeaningFinder,
): OpinionName {
  const known = namesOf(side, meanings, finder, clauses)
  const said = sayingMost(clauses)
  if (kind === 'question') {
    const { aspect } = known
    return {
      ja: said.ja ?? (aspect === undefined ? null : `${aspect.ja}について`),
      en: said.en ?? (aspect === undefined ? null : `About the ${aspect.en}`),
    }
  }
  return sentenceOf(known) ?? said
}

interface KnownNames {
  aspect?: Name | undefined
  claim?: Name | undefined
}

type Name = NonNullable<MeaningFinder['concepts'][number]['name']>

/** Of the strongest meaning's weight: a meaning that is weaker stands in few of the clauses. */
const WEIGHT_MIN = 0.25
/** Of the clauses: what fewer say is no name for all, however telling it is. */
const SAYING_MIN = 0.15

/** The strongest aspect and the strongest claim on the opinion's side, both of its strongest theme. */
function namesOf(
  side: Side,
  meanings: Sparse,
  finder: MeaningFinder,
  clauses: readonly NamingClause[],
): KnownNames {
  const ranked = [...meanings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const theme = ranked.find(([id]) => isTheme(id))?.[0]
  const fitting = ranked.filter(
    ([id]) => !isTheme(id) && (theme === undefined || themeIn(id) === theme),
  )
  const weightMin = WEIGHT_MIN * (fitting[0]?.[1] ?? 0)
  const strongest = (kind: 'aspect' | 'claim') => {
    for (const [id, weight] of fitting) {
      if (weight < weightMin) break
      const concept = finder.concepts.find((one) => one.id === id && one.kind === kind)
      if (concept === undefined) continue
      if (kind === 'aspect' || (concept.side === side && isSaidByEnough(id, clauses)))
        return concept
    }
    return undefined
  }
  const claim = strongest('claim')
  const says = claim !== undefined && finder.whole?.has(claim.id) === true
  return { aspect: says ? undefined : strongest('aspect')?.name, claim: claim?.name }
}

function sentenceOf({ aspect, claim }: KnownNames): OpinionName | undefined {
  if (claim === undefined) return undefined
  if (aspect === undefined) return { ja: claim.ja, en: `It ${claim.en}` }
  // 値段は値打ちがある: a second が would read as if both were said of one thing.
  const particle = claim.ja.includes('が') ? 'は' : 'が'
  return { ja: `${aspect.ja}${particle}${claim.ja}`, en: `The ${aspect.en} ${claim.en}` }
}

/** Of the clauses whose meaning is known: the others joined these by their words. */
function isSaidByEnough(id: string, clauses: readonly NamingClause[]): boolean {
  const known = clauses.filter(({ aspects, claims }) => aspects.length + claims.length > 0)
  const saying = known.filter(({ claims }) => claims.includes(id))
  return saying.length >= SAYING_MIN * known.length
}

/** A clause with what speaks for it as a name. */
interface CentralClause {
  clause: NamingClause
  /** How much of what the clauses say it says, less what nobody else says; 0..1. */
  carries: number
}

/** Its meanings count as much as its words: a clause with neither says nothing that others say. */
const HALF = Math.SQRT1_2
/** What a clause is worth all whose words are its own: it tells of something else (a parcel came). */
const UNSHARED_WORTH = 0.2
/** With so many others in its language half of that holds. */
const OTHERS_FEW = 3
/** What a clause is worth beside the typical ones that joined by its words alone. */
const UNTYPICAL_WORTH = 0.1
/** Of what the best clause carries: in the other language nobody says it who carries less. */
const CARRIES_MIN = 0.2

/** How central each clause is: its mean likeness to all, less where its words are its own or it isn't typical. */
function centralClauses(clauses: readonly NamingClause[]): CentralClause[] {
  const vectors = clauses.map(vectorOf)
  const centre: Sparse = new Map()
  for (const vector of vectors) addTo(centre, vector)
  const shared = sharesOfWords(clauses)
  return clauses.map((clause, at) => {
    const alike = dot(vectors[at] ?? new Map(), centre) / clauses.length
    const carries = alike * (shared[at] ?? 1) * (UNTYPICAL_WORTH + clause.typical)
    return { clause, carries }
  })
}

/**
 * What each clause is worth by the words that others use too. Only clauses of its language could: where
 * there are few of them, words of its own tell little.
 */
function sharesOfWords(clauses: readonly NamingClause[]): number[] {
  const used = new Map<string, number>()
  for (const word of clauses.flatMap(({ words }) => words)) {
    used.set(word, (used.get(word) ?? 0) + 1)
  }
  const japanese = clauses.filter((clause) => isWrittenIn(clause, 'ja')).length
  return clauses.map((clause) => {
    const { words } = clause
    if (words.length === 0) return 1
    const alone = words.filter((word) => used.get(word) === 1).length / words.length
    const others = (isWrittenIn(clause, 'ja') ? japanese : clauses.length - japanese) - 1
    return 1 - (1 - UNSHARED_WORTH) * alone * (others / (others + OTHERS_FEW))
  })
}

function vectorOf({ aspects, claims, telling }: NamingClause): Sparse {
  const meanings = unit(new Map([...aspects, ...claims].map((id) => [`${MEANING}${id}`, 1])))
  const vector: Sparse = new Map()
  addTo(vector, unit(telling), HALF)
  addTo(vector, meanings, HALF)
  return vector
}

/** Before a meaning, so that a word may be called the same. */
const MEANING = 'meaning '

/** What stands around the words of a clause: commas, spaces and, behind it, emoji. */
const AROUND =
  /^[、,:：\s]+|(?:[、,\s]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d})+$/gu

/**
 * The most central clause in each language, of equals the first by its text. Null where nobody wrote in
 * it, or nothing that says much of what is said in the other.
 */
function sayingMost(clauses: readonly NamingClause[]): OpinionName {
  const central = centralClauses(clauses)
  const [ja, en] = [bestIn(central, 'ja'), bestIn(central, 'en')]
  const least = CARRIES_MIN * Math.max(ja.score, en.score)
  return {
    ja: ja.score < least ? null : ja.text,
    en: en.score < least ? null : en.text,
  }
}

function bestIn(central: readonly CentralClause[], lang: 'ja' | 'en') {
  let best: { text: string | null; score: number } = { text: null, score: -1 }
  for (const { clause, carries } of central) {
    if (!isWrittenIn(clause, lang)) continue
    const text = clause.text.replace(AROUND, '').slice(0, LENGTHS[lang][2] * 2)
    const score = carries * fitOf(text, lang)
    const isFirst = score === best.score && text < (best.text ?? '')
    if (score > best.score || isFirst) best = { text, score }
  }
  return best
}

/** 無傷 is Japanese where its post is, though it has no kana. */
function isWrittenIn({ text, lang }: NamingClause, wanted: 'ja' | 'en'): boolean {
  const isHan = lang === 'ja' && /\p{sc=Han}/u.test(text)
  const isJapanese = isHan || /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)
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

import { groupCopies } from '#language/index.ts'
import { countVoices } from '../voices/count-voices.ts'
import { type DescribedClause, describeClauses } from './describe-clause.ts'
import { type ClauseGroup, GROUPING, type GroupingOptions, groupClauses } from './group-clauses.ts'
import { type NamingClause, nameOpinion, type OpinionName } from './name-opinion.ts'
import type { MeaningFinder, OpinionKind, OpinionPost, Side } from './opinion-post.ts'
import { settleKinds, settleSides } from './settle-wordings.ts'
import type { Sparse } from './sparse.ts'
import { weighWords } from './weigh-words.ts'

/** A recurring claim or question, before it is known whether it was met before. */
export interface FoundOpinion {
  kind: OpinionKind
  side: Side
  name: OpinionName
  /** The strongest meanings (or words) of the group, by which a later run knows it again. */
  centre: string[]
  posts: FoundPost[]
  voices: number
  /** Whether the lexicon knows what it means; else it is alike by its words. */
  isKnown: boolean
}

export interface FoundPost {
  /** Index in the posts given. */
  index: number
  /** The clause that says it, in UTF-16 code units of the post. */
  start: number
  end: number
  /** 0..1: how typical the clause is of the opinion. */
  typical: number
}

export interface OpinionsFound {
  opinions: FoundOpinion[]
  /** For each post the index of the first of its copies. */
  copies: Int32Array
}

/** A claim of fewer voices recurs too little to be an opinion. */
const VOICES_MIN = 3
/** A claim that is alike only by its words has to be said by more, and in words that tell something. */
const WORDED_VOICES_MIN = 5
const OPINIONS_MAX = 80

/**
 * The recurring claims and questions in the posts of one topic, the loudest first. Pure and
 * deterministic; `names` are those of the topic; time grows with the posts, and with the square of at most 500 signatures.
 */
export function findOpinions(
  posts: readonly OpinionPost[],
  finder: MeaningFinder,
  names: readonly string[] = [],
  options: GroupingOptions = GROUPING,
): OpinionsFound {
  const copies = groupCopies(posts.map(({ text }) => text))
  const called = namesPattern(names)
  const clauses = settleKinds(
    posts.flatMap((post, index) => describeClauses(post, index, finder, called)),
  )
  const opinions = (['claim', 'question'] as const).flatMap((kind) => {
    const said = clauses.filter((clause) => clause.kind === kind)
    const ofKind = kind === 'claim' ? settleSides(said) : said
    const words = weighWords(ofKind.map((clause) => clause.words))
    const groups = groupClauses(ofKind, words, options, finder.themesOfWord)
    const telling = groups.filter((group) => group.meanings.size > 0 || isTelling(group, kind))
    return telling.map((group) => opinionOf(group, { kind, ofKind, words, posts, copies, finder }))
  })
  return { copies, opinions: loudest(opinions) }
}

function namesPattern(names: readonly string[]): RegExp | null {
  const written = names.filter((name) => name !== '').map((name) => RegExp.escape(name))
  return written.length === 0 ? null : new RegExp(written.sort(byLength).join('|'), 'giu')
}

function byLength(a: string, b: string): number {
  return b.length - a.length || (a < b ? -1 : 1)
}

/** At least two kanji, two katakana or four letters: おすすめします says nothing about the topic. */
const CONTENT = /^(?:[\p{sc=Han}々]{2,}|[\p{sc=Katakana}ー]{2,}|[\p{sc=Latin}'-]{4,})$/u

/** A group of words that is on a side, or asks, and of which the strongest words say something. */
function isTelling({ side, words }: ClauseGroup, kind: OpinionKind): boolean {
  if (kind === 'claim' && side === 0) return false
  const strongest = [...words].sort((a, b) => b[1] - a[1]).slice(0, 3)
  return strongest.some(([word]) => CONTENT.test(word))
}

interface Material {
  kind: OpinionKind
  ofKind: readonly DescribedClause[]
  words: readonly Sparse[]
  posts: readonly OpinionPost[]
  copies: Int32Array
  finder: MeaningFinder
}

function loudest(opinions: FoundOpinion[]): FoundOpinion[] {
  return opinions
    .filter(({ voices, isKnown, kind }) => {
      return voices >= (isKnown || kind === 'question' ? VOICES_MIN : WORDED_VOICES_MIN)
    })
    .sort((a, b) => b.voices - a.voices || b.posts.length - a.posts.length || compareCentres(a, b))
    .slice(0, OPINIONS_MAX)
}

function compareCentres(a: FoundOpinion, b: FoundOpinion): number {
  return a.centre.join(' ') < b.centre.join(' ') ? -1 : 1
}

function opinionOf(group: ClauseGroup, material: Material): FoundOpinion {
  const { kind, ofKind, posts, copies, finder } = material
  const scored = scoreMembers(group, material)
  const found = onePerPost(scored)
  const voicesOf = found.map(({ index }) => ({
    personId: posts[index]?.personId ?? '',
    copyOf: copies[index] ?? index,
  }))
  return {
    kind,
    side: group.side as Side,
    name: nameOpinion(
      kind,
      group.side as Side,
      namingClauses(scored, material),
      group.meanings,
      finder,
    ),
    centre: centreOf(group, ofKind),
    posts: found,
    isKnown: group.meanings.size > 0,
    voices: countVoices(voicesOf),
  }
}

function namingClauses(scored: readonly ScoredMember[], material: Material): NamingClause[] {
  return scored.map(({ index, clause: described, typical }) => {
    const { clause, post, aspects, claims, words } = described
    const lang = material.posts[post]?.lang ?? 'und'
    const telling = material.words[index] ?? new Map()
    return { text: clause.text, lang, aspects, claims, words, telling, typical }
  })
}

interface ScoredMember {
  /** Of the clause among those of its kind. */
  index: number
  clause: DescribedClause
  typical: number
}

/** Typical is what shares the group's meanings and words. */
function scoreMembers(group: ClauseGroup, { ofKind, words }: Material): ScoredMember[] {
  const wordTop = Math.max(1e-9, ...group.words.values())
  return group.members.flatMap((index) => {
    const clause = ofKind[index]
    if (clause === undefined) return []
    let meaning = 0
    for (const id of [...clause.aspects, ...clause.claims]) meaning += group.meanings.get(id) ?? 0
    let shared = 0
    const own = words[index] ?? new Map()
    for (const word of own.keys()) shared += (group.words.get(word) ?? 0) / wordTop
    const typical = 0.7 * Math.min(1, meaning) + 0.3 * Math.min(1, shared / Math.max(1, own.size))
    return [{ index, clause, typical }]
  })
}

function onePerPost(scored: readonly ScoredMember[]): FoundPost[] {
  const byPost = new Map<number, FoundPost>()
  for (const { clause, typical } of scored) {
    const known = byPost.get(clause.post)
    if (known !== undefined && known.typical >= typical) continue
    const { start, end } = clause.clause
    byPost.set(clause.post, { index: clause.post, start, end, typical })
  }
  return [...byPost.values()].sort((a, b) => a.index - b.index)
}

const CENTRE_MAX = 6

function centreOf(group: ClauseGroup, ofKind: readonly DescribedClause[]): string[] {
  const from = group.meanings.size > 0 ? group.meanings : group.words
  const strongest = [...from].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (strongest.length > 0) return strongest.slice(0, CENTRE_MAX).map(([name]) => name)
  return group.members.slice(0, 1).map((index) => ofKind[index]?.clause.text ?? '')
}

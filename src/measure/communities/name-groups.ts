/**
 * What communities are about: the phrases that more of their people use than people elsewhere do, and
 * the posts that say most of them. A phrase is worth
 *
 *   p ln(p / q) (1 + ln(uses a person) / 2),  p the share of the community's people who use it, q that
 *   of all others
 *
 * (its part of the divergence between the two, so that it has to be both frequent and telling; more
 * where people come back to it), with half a person added to each so that few people say little.
 */
import type { NounPhrase } from './noun-phrases.ts'

export interface NamingPost {
  id: string
  /** Who wrote it. */
  node: number
  /** Of what is written; posts with the same words count once. */
  text: string
  phrases: readonly NounPhrase[]
  /** Names of products that are listened for, and what has them in it: a group is called by them only where nothing else is said. */
  productNames: readonly NounPhrase[]
}

export interface NamedGroup {
  /** Up to three, the most telling first; none where nothing is said often enough. */
  phrases: string[]
  /** Ids, the most typical first. */
  typical: string[]
}

const NAME_PHRASES_MAX = 3
const TYPICAL_MAX = 8
/** Names come out of the posts that say most; so many are looked at. */
const TYPICAL_LOOKED_AT = 60
/** How much a phrase of the present name is worth more, so that names don't flicker. */
const PRESENT_BONUS = 1.5
/** At least so many of the phrases' uses stand where nouns stand, less those where verbs stand. */
const NOUN_MIN = 0

interface Used {
  people: Set<number>
  times: number
  surfaces: Map<string, number>
  noun: number
}

/**
 * Names groups by their posts (`posts[g]`), against each other and against what everybody else says
 * (`others`). `present` are the phrases of each as it is called now. Names of products name a group only
 * where nothing else does.
 */
export function nameGroups(
  posts: readonly (readonly NamingPost[])[],
  others: readonly NamingPost[],
  present: readonly (readonly string[])[],
): NamedGroup[] {
  const named = nameBySaid(posts, others, present)
  if (named.every(({ phrases }) => phrases.length > 0)) return named
  const withProducts = nameBySaid(posts.map(withProductNames), withProductNames(others), present)
  return named.map((one, group) => (one.phrases.length > 0 ? one : (withProducts[group] ?? one)))
}

function withProductNames(posts: readonly NamingPost[]): NamingPost[] {
  return posts.map((post) => ({ ...post, phrases: [...post.phrases, ...post.productNames] }))
}

function nameBySaid(
  posts: readonly (readonly NamingPost[])[],
  others: readonly NamingPost[],
  present: readonly (readonly string[])[],
): NamedGroup[] {
  const uses = posts.map(usesOf)
  const outside = usesOf(others)
  const all = new Map<string, number>()
  for (const used of [...uses, outside]) {
    for (const [key, { people }] of used) all.set(key, (all.get(key) ?? 0) + people.size)
  }
  const speakers = posts.map((some) => new Set(some.map(({ node }) => node)).size)
  const speakersAll =
    speakers.reduce((sum, one) => sum + one, 0) + new Set(others.map(({ node }) => node)).size
  return posts.map((some, group) => {
    const known = new Set((present[group] ?? []).map((phrase) => phrase.toLowerCase()))
    const weights = weigh(uses[group] ?? new Map(), all, known, {
      here: speakers[group] ?? 0,
      all: speakersAll,
    })
    const typical = rankPosts(some, weights)
    return {
      phrases: choosePhrases(
        ...([uses[group] ?? new Map(), weights, typical.slice(0, TYPICAL_LOOKED_AT)] as const),
        present[group] ?? [],
      ),
      typical: onePerPerson(typical).slice(0, TYPICAL_MAX),
    }
  })
}

function usesOf(posts: readonly NamingPost[]): Map<string, Used> {
  const uses = new Map<string, Used>()
  for (const { node, phrases } of posts) {
    for (const { key, surface, nounSign } of phrases) {
      const used = uses.get(key) ?? { people: new Set(), times: 0, surfaces: new Map(), noun: 0 }
      uses.set(key, used)
      used.people.add(node)
      used.times += 1
      used.surfaces.set(surface, (used.surfaces.get(surface) ?? 0) + 1)
      used.noun += nounSign
    }
  }
  return uses
}

interface Speakers {
  here: number
  all: number
}

/** What each phrase that two people or more use is worth here; only what is worth something. */
function weigh(
  uses: ReadonlyMap<string, Used>,
  all: ReadonlyMap<string, number>,
  present: ReadonlySet<string>,
  speakers: Speakers,
): Map<string, number> {
  const leastPeople = Math.max(2, Math.ceil(0.02 * speakers.here))
  const weights = new Map<string, number>()
  for (const [key, { people, times, surfaces, noun }] of uses) {
    if (people.size < leastPeople || noun < NOUN_MIN) continue
    const elsewhere = (all.get(key) ?? 0) - people.size
    const p = people.size / (speakers.here + 0.5)
    const q = (elsewhere + 0.5) / (speakers.all - speakers.here + 1)
    const isPresent =
      present.has(key) || [...surfaces.keys()].some((s) => present.has(s.toLowerCase()))
    const often = 1 + Math.log(times / people.size) / 2
    const weight = p * Math.log(p / q) * often * (isPresent ? PRESENT_BONUS : 1)
    if (weight > 0) weights.set(key, weight)
  }
  return weights
}

/** Posts by what they say of the phrases, longer ones needing more; copies left out. */
function rankPosts(
  posts: readonly NamingPost[],
  weights: ReadonlyMap<string, number>,
): NamingPost[] {
  const seen = new Set<string>()
  const scored = posts.flatMap((post) => {
    const words = post.text.trim().toLowerCase()
    if (seen.has(words)) return []
    seen.add(words)
    let said = 0
    for (const { key } of post.phrases) said += weights.get(key) ?? 0
    return [{ post, score: said / Math.sqrt(20 + words.length) }]
  })
  return scored
    .sort((a, b) => b.score - a.score || (a.post.id < b.post.id ? -1 : 1))
    .map(({ post }) => post)
}

function onePerPerson(posts: readonly NamingPost[]): string[] {
  const seen = new Set<number>()
  return posts.flatMap(({ id, node }) => {
    if (seen.has(node)) return []
    seen.add(node)
    return [id]
  })
}

/** The most telling phrases of the typical posts; none that says part of another. */
function choosePhrases(
  uses: ReadonlyMap<string, Used>,
  weights: ReadonlyMap<string, number>,
  typical: readonly NamingPost[],
  present: readonly string[],
): string[] {
  const said = new Set(typical.flatMap(({ phrases }) => phrases.map(({ key }) => key)))
  const ranked = [...weights]
    .filter(([key]) => said.has(key))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([key]) => key)
  const chosen: string[] = []
  for (const key of ranked) {
    if (chosen.length === NAME_PHRASES_MAX) break
    const fuller = fullest(key, ranked, uses)
    if (chosen.some((one) => overlapping(one, fuller))) continue
    chosen.push(fuller)
  }
  return inOrderOf(
    present,
    chosen.map((key) => surfaceOf(uses.get(key))),
  )
}

/** What was there before keeps its order, so that a name that still fits reads as it did. */
function inOrderOf(present: readonly string[], chosen: readonly string[]): string[] {
  const staying = present.filter((phrase) => chosen.includes(phrase))
  return [...staying, ...chosen.filter((phrase) => !staying.includes(phrase))]
}

/** A longer phrase stands for a shorter one that is hardly said without it. */
const FULLER_MIN = 0.7

/** Of the phrases that hold this one, the one that nearly all say who say this: コーヒー豆 for コーヒー. */
function fullest(key: string, ranked: readonly string[], uses: ReadonlyMap<string, Used>): string {
  const times = uses.get(key)?.times ?? 0
  const fuller = ranked.filter(
    (other) => holds(other, key) && (uses.get(other)?.times ?? 0) >= FULLER_MIN * times,
  )
  return fuller.reduce((best, other) => (other.length > best.length ? other : best), key)
}

function overlapping(a: string, b: string): boolean {
  return a === b || holds(a, b) || holds(b, a)
}

/** Whether a phrase has the other in it: as words in English, as characters in Japanese. */
function holds(longer: string, shorter: string): boolean {
  if (longer === shorter) return false
  const isLatin = /^\p{sc=Latin}/u.test(shorter)
  return isLatin ? ` ${longer} `.includes(` ${shorter} `) : longer.includes(shorter)
}

/** As most write it. */
function surfaceOf(used: Used | undefined): string {
  const surfaces = [...(used?.surfaces ?? [])]
  surfaces.sort((a, b) => b[1] - a[1] || (a[0] > b[0] ? -1 : 1))
  return surfaces[0]?.[0] ?? ''
}

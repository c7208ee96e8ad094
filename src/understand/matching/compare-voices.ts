import { EMOJI, HABITS_COUNT, HASHTAG, habitsIn, wordsIn } from './writing-habits.ts'

/** What an account writes, counted: how, and about what. */
export interface Voice {
  /** Habits of one script are no habits of another. */
  script: 'kana' | 'other'
  posts: number
  /** Posts that show each habit. */
  habits: readonly number[]
  emoji: ReadonlyMap<string, number>
  /** Topics and hashtags. */
  subjects: ReadonlyMap<string, number>
  /** Words that may tell what it is about, by the posts that have them. */
  words: ReadonlyMap<string, number>
}

/** How tastes are spread among people. */
interface Taste {
  /** Of each thing, by authors. */
  shares: ReadonlyMap<string, number>
  /** The smaller, the more people differ. */
  strength: number
}

/** What is usual among those who write in one script. */
export interface Usual {
  /** For each habit the parameters of the beta distribution of how often people show it. */
  habits: readonly (readonly [number, number])[]
  emoji: Taste
  subjects: Taste
  /** Of words that some, but not most, use. */
  words: Taste
}

export type UsualVoices = Partial<Record<Voice['script'], Usual>>

const KANA = /[\u3041-\u30fa]/u

/** Undefined for one who wrote nothing. */
export function voiceOf(
  texts: readonly string[],
  topics: ReadonlyMap<string, number>,
): Voice | undefined {
  if (texts.length === 0) return undefined
  const habits = new Array<number>(HABITS_COUNT).fill(0)
  const emoji = new Map<string, number>()
  const subjects = new Map(topics)
  const words = new Map<string, number>()
  for (const text of texts) {
    habitsIn(text).forEach((shown, at) => {
      habits[at] = (habits[at] ?? 0) + shown
    })
    countIn(emoji, text.match(EMOJI))
    countIn(subjects, text.match(HASHTAG))
    countIn(words, wordsIn(text))
  }
  const kana = texts.filter((text) => KANA.test(text)).length
  const script = kana * 2 > texts.length ? 'kana' : 'other'
  return { script, posts: texts.length, habits, emoji, subjects, words }
}

function countIn(counts: Map<string, number>, found: readonly string[] | null): void {
  for (const one of found ?? []) counts.set(one, (counts.get(one) ?? 0) + 1)
}

/** Fewer posts show no habit, and fewer people nothing usual. */
const POSTS_MIN = 3
const AUTHORS_MIN = 40

/** What is usual among these people; of a script in which too few of them write, nothing is said. */
export function usualAmong(voices: readonly Voice[]): UsualVoices {
  const usual: UsualVoices = {}
  for (const script of ['kana', 'other'] as const) {
    const some = voices.filter((voice) => voice.script === script && voice.posts >= POSTS_MIN)
    if (some.length < AUTHORS_MIN) continue
    usual[script] = {
      habits: Array.from({ length: HABITS_COUNT }, (_, at) => spreadOf(some, at)),
      emoji: tasteOf(some.map(({ emoji }) => emoji)),
      subjects: tasteOf(some.map(({ subjects }) => subjects)),
      words: wordsTaste(some.map(({ words }) => words)),
    }
  }
  return usual
}

/** From "always or never" to "everybody now and then". */
const STRENGTHS = [0.2, 0.4, 0.7, 1, 1.5, 2.5, 4, 8, 16, 40]

/** The beta distribution of how often people show a habit: their mean, and the likeliest spread. */
function spreadOf(voices: readonly Voice[], habit: number): readonly [number, number] {
  const counted = voices.map(({ habits, posts }) => [habits[habit] ?? 0, posts] as const)
  const shown = counted.reduce((sum, [count, posts]) => sum + (count + 0.05) / (posts + 0.1), 0)
  const mean = shown / counted.length
  let best: readonly [number, number] = [mean, 1 - mean]
  let likeliest = Number.NEGATIVE_INFINITY
  for (const strength of STRENGTHS) {
    const [a, b] = [strength * mean, strength * (1 - mean)]
    const none = logBeta(a, b)
    const likelihood = counted.reduce(
      (sum, [count, posts]) => sum + logBeta(a + count, b + posts - count) - none,
      0,
    )
    if (likelihood > likeliest) [best, likeliest] = [[a, b], likelihood]
  }
  return best
}

type Counts = ReadonlyMap<string, number>

/** How many authors have each thing at all. */
function authorsOf(counts: readonly Counts[]): Map<string, number> {
  const authors = new Map<string, number>()
  for (const things of counts) {
    for (const thing of things.keys()) authors.set(thing, (authors.get(thing) ?? 0) + 1)
  }
  return authors
}

/** Of all that authors have at all, the share of each, and the likeliest strength. */
function tasteOf(counts: readonly Counts[], authors = authorsOf(counts)): Taste {
  let all = 0
  for (const count of authors.values()) all += count
  const shares = new Map([...authors].map(([thing, count]) => [thing, count / all]))
  let best: Taste = { shares, strength: 1 }
  let likeliest = Number.NEGATIVE_INFINITY
  for (const strength of TASTE_STRENGTHS) {
    const taste = { shares, strength }
    const likelihood = counts.reduce((sum, things) => sum + logChance(things, taste), 0)
    if (likelihood > likeliest) [best, likeliest] = [taste, likelihood]
  }
  return best
}

const TASTE_STRENGTHS = [1, 2, 4, 8, 16, 32, 64, 128, 256]

/** A word that fewer authors have may be chance; one that more have is everybody's. */
const WORD_AUTHORS_MIN = 4
const WORD_SHARE_MAX = 0.3

function wordsTaste(counts: readonly Counts[]): Taste {
  const telling = [...authorsOf(counts)].filter(
    ([, count]) => count >= WORD_AUTHORS_MIN && count <= WORD_SHARE_MAX * counts.length,
  )
  const known = new Map(telling)
  return tasteOf(
    counts.map((words) => new Map([...words].filter(([word]) => known.has(word)))),
    known,
  )
}

/**
 * So much of the sum is believed: habits come together (who leaves out full stops breaks lines), and
 * nobody writes quite the same everywhere.
 */
const HABITS_BELIEVED = 0.55
const EMOJI_BELIEVED = 0.3
const SUBJECTS_BELIEVED = 0.85
const WORDS_BELIEVED = 0.5
/** What is alike in writing never says more than this, for or against. */
const SAID_MAX = 6

/** How much likelier it is that one person wrote both than that two did, in nats. */
interface VoicesCompared {
  /** By how they write. */
  writing?: number
  /** By what they write about. */
  interests?: number
}

/**
 * Compares two voices, each by the chance of its counts under one person's rates against those under
 * two people's, where rates are spread as is usual (beta-binomial, Dirichlet-multinomial): who has
 * written little says little, and what everybody does says nothing. Symmetric.
 */
export function compareVoices(a: Voice, b: Voice, usual: UsualVoices): VoicesCompared {
  const known = usual[a.script]
  // Who writes in two scripts has other habits and subjects in each.
  if (known === undefined || a.script !== b.script) return {}
  const habits = known.habits.reduce(
    (sum, spread, at) =>
      sum + sameRate([a.habits[at] ?? 0, a.posts], [b.habits[at] ?? 0, b.posts], spread),
    0,
  )
  const emoji = sameTaste(a.emoji, b.emoji, known.emoji)
  const subjects = sameTaste(a.subjects, b.subjects, known.subjects)
  const words = sameTaste(knownOf(a.words, known.words), knownOf(b.words, known.words), known.words)
  return {
    writing: bounded(HABITS_BELIEVED * habits + EMOJI_BELIEVED * emoji),
    interests: bounded(SUBJECTS_BELIEVED * subjects + WORDS_BELIEVED * words),
  }
}

function bounded(nats: number): number {
  return Math.max(-SAID_MAX, Math.min(SAID_MAX, nats))
}

type Counted = readonly [count: number, of: number]

function sameRate([k, n]: Counted, [l, m]: Counted, [a, b]: readonly [number, number]): number {
  const together = logBeta(a + k + l, b + n + m - k - l) + logBeta(a, b)
  return together - (logBeta(a + k, b + n - k) + logBeta(a + l, b + m - l))
}

/** The share of what nobody else has. */
const SHARE_MIN = 3e-4

function knownOf(counts: Counts, { shares }: Taste): Counts {
  return new Map([...counts].filter(([thing]) => shares.has(thing)))
}

/** Log of the chance of such counts, in one order, for somebody whose taste is drawn from these. */
function logChance(counts: Counts, { shares, strength }: Taste): number {
  let nats = logGamma(strength) - logGamma(strength + sumOf(counts))
  for (const [thing, count] of counts) {
    const prior = strength * Math.max(SHARE_MIN, shares.get(thing) ?? 0)
    nats += logGamma(prior + count) - logGamma(prior)
  }
  return nats
}

function sameTaste(a: Counts, b: Counts, taste: Taste): number {
  const both = new Map(a)
  for (const [thing, count] of b) both.set(thing, (both.get(thing) ?? 0) + count)
  return logChance(both, taste) - (logChance(a, taste) + logChance(b, taste))
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}

/** Series of Stirling, from 7 on exact to ten digits; below by the recurrence. */
function logGamma(x: number): number {
  let product = 1
  let at = x
  while (at < 7) product *= at++
  const inverse = 1 / (at * at)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
}

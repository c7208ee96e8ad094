import { foldText, organisationKey } from '#language/index.ts'
import { filled } from './compare-contacts.ts'
import {
  equalComparison,
  type PreparedText,
  type PreparedWord,
  plainText,
  prepareText,
  prepareWord,
  similarityFrom,
  type WordSet,
  wordSet,
  wordsShared,
} from './compare-text.ts'
import { type FieldComparison, level } from './field-comparison.ts'

const ORGANISATION_LEVELS = [
  level('exact', 0.6, 2e-3, 1),
  level('close', 0.1, 2e-3, 0.5),
  level('part', 0.08, 5e-3),
  level('different', 0.22, 0.991),
]

const ORGANISATION_CLOSE_FROM = 0.93

export const organisationComparison: FieldComparison<PreparedWord> = {
  field: 'organisation',
  levels: ORGANISATION_LEVELS,
  textOf: ({ organisation }) => filled(organisation, organisationKey),
  prepare: prepareWord,
  compare: (a, b) => {
    if (a.joined === b.joined) return 0
    const isShorter = a.joined.length <= b.joined.length
    const short = isShorter ? a.joined : b.joined
    const isClose = () => similarityFrom(ORGANISATION_CLOSE_FROM, a, b) >= ORGANISATION_CLOSE_FROM
    if (short.length >= 4 && isClose()) return 1
    const long = isShorter ? b.joined : a.joined
    return short.length >= 2 && long.startsWith(short) ? 2 : 3
  },
  frequencyMin: () => 1e-6,
}

const LOCATION_LEVELS = [
  level('exact', 0.5, 0.02, 1),
  level('close', 0.12, 0.01, 0.5),
  level('part', 0.18, 0.04),
  level('different', 0.2, 0.93),
]

const PLACE_CLOSE_FROM = 0.93

export const locationComparison: FieldComparison<PreparedText> = {
  field: 'location',
  levels: LOCATION_LEVELS,
  textOf: ({ location }) => plainText(location),
  prepare: prepareText,
  compare: (a, b) => {
    if (a.text === b.text) return 0
    const areLong = a.text.length >= 4 && b.text.length >= 4
    if (areLong && similarityFrom(PLACE_CLOSE_FROM, a, b) >= PLACE_CLOSE_FROM) return 1
    const isShorter = a.text.length <= b.text.length
    const short = isShorter ? a.text : b.text
    const contains = short.length >= 2 && (isShorter ? b.text : a.text).includes(short)
    return contains || wordsShared(a.words, b.words) > 0 ? 2 : 3
  },
  frequencyMin: () => 1e-5,
}

const BIO_LEVELS = [
  level('exact', 0.15, 1e-6, 1),
  // People of one trade describe themselves alike: 転勤族の妻、台所の道具が好き.
  level('close', 0.15, 3e-3),
  level('part', 0.25, 0.04),
  level('different', 0.45, 0.957),
]

/** Bios are compared by their words, and, where a script has no spaces, by pairs of characters. */
function wordsOfBio(text: string): WordSet {
  const words = new Set<string>()
  for (const piece of text.slice(0, 1000).split(/[^\p{L}\p{N}\p{M}ー]+/u)) {
    if (piece === '') continue
    if (/^[\p{Script=Latin}\p{N}\p{Script=Cyrillic}]+$/u.test(piece)) {
      if (piece.length >= 3) words.add(piece)
    } else for (let at = 0; at + 1 < piece.length; at++) words.add(piece.slice(at, at + 2))
  }
  return wordSet(words)
}

export const bioComparison: FieldComparison<WordSet> = {
  field: 'bio',
  levels: BIO_LEVELS,
  textOf: ({ bio }) => filled(bio, (text) => foldText(text).trim()),
  prepare: wordsOfBio,
  isCostly: true,
  compare: (a, b) => {
    const share = wordsShared(a, b)
    // A few words are had in common by everybody of a trade.
    if (share === 1) return a.length >= 4 ? 0 : 2
    if (share >= 0.6 && Math.min(a.length, b.length) >= 6) return 1
    return share >= 0.25 && Math.min(a.length, b.length) >= 4 ? 2 : 3
  },
  frequencyMin: ({ length }) => (length >= 8 ? 1e-7 : 1e-3),
  comparesEqual: true,
}

export const languageComparison = equalComparison(
  'lang',
  ({ lang }) => filled(lang, (text) => text.trim().toLowerCase().split(/[-_]/)[0] ?? ''),
  { m: 0.95, u: 0.5, frequencyMin: 0.01 },
)

const HOURS = 24
/** Fewer posts show no habit. */
const POSTS_MIN = 30

const HOUR_LEVELS = [
  level('close', 0.45, 0.15),
  level('part', 0.4, 0.35),
  level('different', 0.15, 0.5),
]

/** At which hours two are awake: weak alone, since a whole country shares them. */
export const hoursComparison: FieldComparison<Float64Array> = {
  field: 'hours',
  levels: HOUR_LEVELS,
  textOf: ({ hours }) => {
    if (hours === undefined || hours.length !== HOURS) return undefined
    const sum = hours.reduce((total, count) => total + count, 0)
    return sum < POSTS_MIN ? undefined : JSON.stringify(hours)
  },
  prepare: (text) => smoothed(JSON.parse(text) as number[]),
  compare: (a, b) => {
    const alike = cosine(a, b)
    if (alike >= 0.92) return 0
    return alike >= 0.75 ? 1 : 2
  },
  frequencyMin: () => 1,
}

/** An hour early or late is the same habit. */
function smoothed(hours: readonly number[]): Float64Array {
  const at = (hour: number) => Math.sqrt(hours[(hour + HOURS) % HOURS] ?? 0)
  return Float64Array.from(
    { length: HOURS },
    (_, hour) => at(hour - 1) + 2 * at(hour) + at(hour + 1),
  )
}

function cosine(a: Float64Array, b: Float64Array): number {
  let product = 0
  let squaresOfA = 0
  let squaresOfB = 0
  for (let hour = 0; hour < HOURS; hour++) {
    const ofA = a[hour] ?? 0
    const ofB = b[hour] ?? 0
    product += ofA * ofB
    squaresOfA += ofA * ofA
    squaresOfB += ofB * ofB
  }
  return product / Math.sqrt(squaresOfA * squaresOfB || 1)
}

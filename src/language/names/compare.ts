import { compareParts } from './compare-parts.ts'
import { CHARACTERS, NOTHING } from './comparisons.ts'
import { foldLatin } from './fold-latin.ts'
import type { NameComparison, NameForm, NameLevel, NamePart, PersonName } from './person-name.ts'

/** Levels from the best; the worse of two halves is the level of the whole. */
const RANKS: Record<NameLevel, number> = {
  same: 0,
  variant: 1,
  reading: 2,
  initials: 3,
  close: 4,
  part: 5,
  conflict: 6,
  different: 7,
}

const PART_FROM = 0.6
const OTHER_GIVEN: NameComparison = { level: 'conflict', because: 'other-given', similarity: 0.2 }
const OTHER_FAMILY: NameComparison = {
  level: 'different',
  because: 'other-family',
  similarity: 0.3,
}
const GENERATION: NameComparison = { level: 'conflict', because: 'generation', similarity: 0.25 }
const MIDDLE_NAME: NameComparison = { level: 'variant', because: 'middle-name', similarity: 0.92 }
const TURNED: NameComparison = { level: 'same', because: 'order', similarity: 0.99 }

/**
 * How two names agree, over all their writings, whichever half stands first. Symmetric; a name with
 * letters is `same` as itself. Says nothing on how rare the name is: that is for the one who matches.
 */
export function compareNames(a: PersonName, b: PersonName): NameComparison {
  const found = compareWritings(a, b)
  if (a.generation === b.generation || RANKS[found.level] > RANKS.part) return found
  return a.generation !== undefined && b.generation !== undefined ? GENERATION : found
}

function compareWritings(a: PersonName, b: PersonName): NameComparison {
  let best = NOTHING
  for (const one of a.forms) {
    for (const other of b.forms) {
      if (one.origin === 'transliterated' && other.origin === 'transliterated') continue
      const found = compareForms(one, other)
      // Characters decide where both have them: their readings may be anybody's.
      if (one.script === 'han' && other.script === 'han') return found
      best = better(best, found)
    }
  }
  return best
}

function better(a: NameComparison, b: NameComparison): NameComparison {
  const ranks = RANKS[a.level] - RANKS[b.level]
  if (ranks !== 0) return ranks < 0 ? a : b
  return a.similarity >= b.similarity ? a : b
}

function worse(a: NameComparison, b: NameComparison): NameComparison {
  return better(a, b) === a ? b : a
}

function compareForms(a: NameForm, b: NameForm): NameComparison {
  if (a.joined === b.joined)
    return a.others.length === b.others.length ? compareWhole(a, b) : CHARACTERS
  if (a.family === undefined || a.given === undefined) return compareLone(a, b)
  if (b.family === undefined || b.given === undefined) return compareLone(b, a)
  return compareWhole(a, b)
}

function compareWhole(a: NameForm, b: NameForm): NameComparison {
  if (a.family === undefined || a.given === undefined) return compareLone(a, b)
  if (b.family === undefined || b.given === undefined) return compareLone(b, a)
  const straight = halves(compareParts(a.family, b.family), compareParts(a.given, b.given))
  const best = RANKS[straight.level] < RANKS.part ? straight : better(straight, turned(a, b))
  if (RANKS[best.level] < RANKS.part) return withMiddle(best, a.others, b.others)
  return hasSharedFamily(a, b) ? MIDDLE_NAME : best
}

function turned(a: NameForm, b: NameForm): NameComparison {
  if (a.family === undefined || a.given === undefined) return NOTHING
  if (b.family === undefined || b.given === undefined) return NOTHING
  const found = halves(compareParts(a.family, b.given), compareParts(a.given, b.family))
  if (found.because === 'equal') return TURNED
  // Characters stand family first, so nothing but the very same ones speaks for a turned name.
  if (a.script === 'han' && b.script === 'han') return NOTHING
  return RANKS[found.level] < RANKS.part ? found : NOTHING
}

/** Two family names of which one is left out: Gabriel García Márquez, Anna Smith-Jones. */
function hasSharedFamily(a: NameForm, b: NameForm): boolean {
  if (a.script !== 'latin' || b.script !== 'latin') return false
  if (a.given === undefined || b.given === undefined || a.given.isInitial || b.given.isInitial) {
    return false
  }
  if (RANKS[compareParts(a.given, b.given).level] > RANKS.reading) return false
  return familiesOf(a).some((family) => familiesOf(b).includes(family))
}

function familiesOf({ family, others }: NameForm): string[] {
  const parts = family === undefined ? others : [family, ...others]
  return parts.flatMap((part) => (part.isInitial ? [] : wordsOf(part)))
}

/** Kept by part: the same words make most names, and each name meets hundreds of others. */
const words = new WeakMap<NamePart, readonly string[]>()

function wordsOf(part: NamePart): readonly string[] {
  let found = words.get(part)
  if (found === undefined) {
    found = part.raw.split('-').map(foldLatin)
    words.set(part, found)
  }
  return found
}

function halves(family: NameComparison, given: NameComparison): NameComparison {
  const familyAgrees = family.level !== 'different'
  const givenAgrees = given.level !== 'different'
  if (familyAgrees && givenAgrees) return worse(family, given)
  if (givenAgrees && given.level !== 'initials') {
    return family.because === 'same-sound' ? family : OTHER_FAMILY
  }
  return familyAgrees && family.level !== 'initials' ? OTHER_GIVEN : NOTHING
}

function withMiddle(
  found: NameComparison,
  a: readonly NamePart[],
  b: readonly NamePart[],
): NameComparison {
  if (a.length === 0 && b.length === 0) return found
  if (a.length === 0 || b.length === 0) return worse(found, MIDDLE_NAME)
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const fits = few.every((part) =>
    many.some((one) => compareParts(part, one).level !== 'different'),
  )
  return fits ? found : OTHER_GIVEN
}

/** A word alone beside a whole name: the name without a space, or one half of it. */
function compareLone(lone: NameForm, other: NameForm): NameComparison {
  const [word] = lone.others
  if (word === undefined) return NOTHING
  if (other.family === undefined || other.given === undefined) {
    const [otherWord] = other.others
    return otherWord === undefined ? NOTHING : compareParts(word, otherWord)
  }
  const half = better(compareParts(word, other.family), compareParts(word, other.given))
  if (half.level === 'different' || half.level === 'initials') return NOTHING
  return { level: 'part', because: 'one-part', similarity: half.similarity * PART_FROM }
}

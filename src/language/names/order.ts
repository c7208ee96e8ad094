import type { NameOrder, NamePart } from './person-name.ts'
import { nameReadings } from './readings.ts'

/** Which order the words of a name stand in: by its writing, capitals, and which sounds are family names. */
export function isFamilyFirst(
  words: readonly string[],
  parts: readonly NamePart[],
  hasFamilyFirst: boolean,
): NameOrder {
  const first = parts[0]
  const last = parts.at(-1)
  if (first === undefined || last === undefined) return 'unknown'
  if (hasFamilyFirst) return 'family-given'
  if (first.script === 'han' && last.script !== 'latin') return 'family-given'
  return byCapitals(words) ?? bySounds(first, last)
}

/** YAMADA Taro. */
function byCapitals(words: readonly string[]): NameOrder | undefined {
  const isFirst = isShouted(words[0])
  if (isFirst === isShouted(words.at(-1))) return undefined
  return isFirst ? 'family-given' : 'given-family'
}

function isShouted(word: string | undefined): boolean {
  return word !== undefined && word.length > 2 && /^[\p{Lu}'-]+$/u.test(word)
}

function bySounds(first: NamePart, last: NamePart): NameOrder {
  const { familySounds, givenSounds } = nameReadings()
  const score = (family: NamePart, given: NamePart) =>
    (family.looseSounds.some((sound) => familySounds.has(sound)) ? 1 : 0) +
    (given.looseSounds.some((sound) => givenSounds.has(sound)) ? 1 : 0)
  const familyFirst = score(first, last)
  const givenFirst = score(last, first)
  if (familyFirst === givenFirst) {
    return familyFirst === 0 && first.script === 'latin' ? 'given-family' : 'unknown'
  }
  return familyFirst > givenFirst ? 'family-given' : 'given-family'
}

import { foldText } from '../fold.ts'
import { foldHan } from './han-folds.ts'
import { pinyinOfFamily } from './pinyin.ts'
import { nameReadings } from './readings.ts'
import { looseSound, soundOfKana, soundOfRomaji } from './sound.ts'

/** A name without a space taken into its two halves; offsets count characters of the given text. */
export interface Split {
  family: string
  given: string
  /** Whether a list knows the family name, or the lengths alone decided. */
  isListed: boolean
}

const FAMILY_MAX = 5
const GIVEN_MAX = 5

/**
 * 田中一郎 into 田中 and 一郎: by the lists of names, else by the lengths that are usual.
 * Undefined for one character and for more than a name has.
 */
export function splitHan(name: string): Split | undefined {
  const characters = [...name]
  const count = characters.length
  if (count < 2 || count > FAMILY_MAX + GIVEN_MAX) return undefined
  let best: Split | undefined
  let bestScore = Number.NEGATIVE_INFINITY
  for (let at = Math.max(1, count - GIVEN_MAX); at <= Math.min(FAMILY_MAX, count - 1); at++) {
    const family = characters.slice(0, at).join('')
    const given = characters.slice(at).join('')
    const score = scoreSplit(family, given)
    if (score <= bestScore) continue
    bestScore = score
    best = { family, given, isListed: score >= CHINESE_FAMILY }
  }
  return best
}

const LISTED_FAMILY = 8
const CHINESE_FAMILY = 7
const LISTED_GIVEN = 6

function scoreSplit(family: string, given: string): number {
  const { family: families, given: givens } = nameReadings()
  const familyLength = [...family].length
  const givenLength = [...given].length
  let score = 0
  if (families.has(foldHan(foldText(family)))) score += LISTED_FAMILY
  else if (pinyinOfFamily(foldHan(family)) !== undefined) score += CHINESE_FAMILY
  if (givens.has(foldHan(foldText(given)))) score += LISTED_GIVEN
  else if (/^[ぁ-ゖァ-ヶー]{2,4}$/u.test(given)) score += LISTED_GIVEN - 1
  score += USUAL_FAMILY[familyLength] ?? 0
  return score + (USUAL_GIVEN[givenLength] ?? 0)
}

/** By number of characters; index 0 is never asked for. */
const USUAL_FAMILY = [0, 1, 3, 1.5, -1, -2]
const USUAL_GIVEN = [0, 1, 3, 1.8, -1, -3]

/** やまだたろう into やまだ and たろう where a family name of the list begins it. */
export function splitKana(name: string): Split | undefined {
  const { familySounds, givenSounds } = nameReadings()
  let best: Split | undefined
  let bestScore = 0
  for (let at = 1; at < name.length; at++) {
    const family = name.slice(0, at)
    const given = name.slice(at)
    const score = (isAmong(familySounds, family) ? 2 : 0) + (isAmong(givenSounds, given) ? 2.5 : 0)
    if (score < 2 || given.length < 2 || score < bestScore) continue
    bestScore = score
    best = { family, given, isListed: score > 4 }
  }
  return best?.isListed === true ? best : undefined
}

function isAmong(sounds: ReadonlySet<string>, kana: string): boolean {
  if (/^[ゃゅょっーん]/u.test(foldText(kana))) return false
  const sound = soundOfKana(foldText(kana))
  return sound !== undefined && sounds.has(looseSound(sound))
}

const ROMAJI_MIN = 7
const ROMAJI_HALF_MIN = 3

/** yamadataro and taroyamada, as handles have them, where the lists know both halves. */
export function splitRomaji(word: string): Split | undefined {
  const { familySounds, givenSounds } = nameReadings()
  if (word.length < ROMAJI_MIN || soundOfRomaji(word.toLowerCase()) === undefined) return undefined
  let turned: Split | undefined
  for (let at = word.length - ROMAJI_HALF_MIN; at >= ROMAJI_HALF_MIN; at--) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    const [before, behind] = [first, second].map((half) => {
      const sound = soundOfRomaji(half.toLowerCase())
      return sound === undefined ? '' : looseSound(sound)
    })
    if (before === undefined || behind === undefined) continue
    if (familySounds.has(before) && givenSounds.has(behind)) {
      return { family: first, given: second, isListed: true }
    }
    if (givenSounds.has(before) && familySounds.has(behind)) {
      turned ??= { family: second, given: first, isListed: true }
    }
  }
  return turned
}

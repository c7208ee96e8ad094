import { looksSlavic, looseSlavic } from './cyrillic.ts'
import { bonesOfKana, bonesOfLatin } from './katakana-western.ts'
import { nicknamesOf } from './nicknames.ts'
import type { NameScript } from './person-name.ts'
import { nameReadings } from './readings.ts'

/** Agrees with everything: for what is compared by looser rules. */
export const ANY_BEGINNING = -1

function bitOf(text: string | undefined): number {
  const unit = text?.charCodeAt(0) ?? 0
  return unit >= 0x61 && unit <= 0x7a ? 1 << (unit - 0x61) : 1 << 30
}

/** Initials by Hepburn that kunrei writes otherwise. */
const HEPBURN: Record<string, string> = { t: 'c', h: 'f', z: 'j' }

/**
 * The first letters by which a part may agree with another, as bits: two parts with none in common
 * agree by no rule, which a million comparisons a second find out first.
 */
export function beginningsOf(
  script: NameScript,
  word: string,
  text: string,
  sounds: readonly string[],
): number {
  let bits = 0
  for (const sound of sounds) bits |= bitOf(sound) | bitOf(HEPBURN[sound[0] ?? ''] ?? sound)
  switch (script) {
    case 'latin':
      return bits | beginningsOfLatin(text)
    case 'kana':
      return sounds[0] !== undefined && /[\u30a1-\u30fa]/.test(word.normalize('NFKC'))
        ? bits | bitOf(bonesOfKana(sounds[0]))
        : bits
    case 'han':
      return bits | beginningsOfHan(text)
    default:
      return ANY_BEGINNING
  }
}

function beginningsOfLatin(text: string): number {
  let bits = bitOf(text)
  for (const other of nicknamesOf(text)) bits |= bitOf(other)
  for (const bones of bonesOfLatin(text)) bits |= bitOf(bones)
  return looksSlavic(text) ? bits | bitOf(looseSlavic(text)) : bits
}

function beginningsOfHan(text: string): number {
  const [first = ''] = text
  const readings = nameReadings().characters.get(first)
  if (readings === undefined) return ANY_BEGINNING
  return readings.reduce((bits, sound) => bits | bitOf(sound) | bitOf(HEPBURN[sound[0] ?? '']), 0)
}

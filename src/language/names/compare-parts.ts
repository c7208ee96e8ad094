import { jaroWinkler } from '../jaro-winkler.ts'
import { mayBeRead } from './character-readings.ts'
import { agreeInLatin } from './compare-latin.ts'
import {
  BONES,
  CHARACTER_READING,
  CHARACTERS,
  DIACRITICS,
  INITIALS,
  LISTED_READING,
  NOTHING,
  OWN_READING,
  SAME,
  SAME_SOUND,
  TRANSLITERATION,
  UNLISTED_READING,
} from './comparisons.ts'
import { bonesOfKana, bonesOfLatin } from './katakana-western.ts'
import type { NameComparison, NamePart } from './person-name.ts'
import { mayBeRomajiOf } from './sound.ts'

/** A slip from which two words count as one: Jaro-Winkler of Latin words of five letters and more. */
const SLIP_FROM = 0.93
const SLIP_LETTERS_MIN = 5

/** How two parts of names agree; `different` where nothing says that they are one. Symmetric. */
export function compareParts(a: NamePart, b: NamePart): NameComparison {
  if (a.text === b.text) return compareEqual(a, b)
  if ((a.beginnings & b.beginnings) === 0) return NOTHING
  if (a.script === b.script) return compareSameScript(a, b)
  return rankOfScript(a) <= rankOfScript(b) ? compareScripts(a, b) : compareScripts(b, a)
}

function compareEqual(a: NamePart, b: NamePart): NameComparison {
  if (a.script === 'han' && a.soundsFrom === 'beside' && b.soundsFrom === 'beside') {
    if (!a.looseSounds.some((sound) => b.looseSounds.includes(sound))) return NOTHING
  }
  if (a.from !== b.from) return TRANSLITERATION
  if (a.raw === b.raw) return SAME
  return a.script === 'han' ? CHARACTERS : DIACRITICS
}

function compareSameScript(a: NamePart, b: NamePart): NameComparison {
  switch (a.script) {
    case 'han':
      return a.looseSounds.some((sound) => b.looseSounds.includes(sound)) ? SAME_SOUND : NOTHING
    case 'kana':
      return a.sounds[0] !== undefined && a.sounds[0] === b.sounds[0] ? CHARACTERS : NOTHING
    case 'latin':
      return agreeInLatin(a, b) ?? slipOf(a, b)
    default:
      return slipOf(a, b)
  }
}

function slipOf(a: NamePart, b: NamePart): NameComparison {
  if (Math.min(a.text.length, b.text.length) < SLIP_LETTERS_MIN) return NOTHING
  if (a.text[0] !== b.text[0]) return NOTHING
  const likeness = jaroWinkler(a.text, b.text)
  if (likeness < SLIP_FROM) return NOTHING
  return { level: 'close', because: 'slip', similarity: likeness * 0.85 }
}

const SCRIPT_RANKS = ['han', 'kana', 'latin', 'hangul', 'cyrillic', 'other', 'none']

function rankOfScript(part: NamePart): number {
  return SCRIPT_RANKS.indexOf(part.script)
}

/** Two scripts, the first the one further from the sound. */
function compareScripts(a: NamePart, b: NamePart): NameComparison {
  if (a.script === 'han' && (b.script === 'kana' || b.script === 'latin'))
    return compareReading(a, b)
  if (a.script === 'kana' && b.script === 'latin') return compareKanaLatin(a, b)
  return NOTHING
}

function compareReading(han: NamePart, spoken: NamePart): NameComparison {
  if (spoken.isInitial)
    return han.looseSounds.some((one) => beginsWith(one, spoken)) ? INITIALS : NOTHING
  const [sound] = spoken.sounds
  if (sound === undefined) return NOTHING
  const isExact = spoken.script === 'kana' && han.soundsFrom === 'list'
  const agrees = han.sounds.some((one) => (isExact ? one === sound : mayBeRomajiOf(sound, one)))
  if (agrees) return han.soundsFrom === 'beside' ? OWN_READING : LISTED_READING
  if (han.soundsFrom !== 'list' || !mayBeRead(han.text, sound, isExact)) return NOTHING
  return han.sounds.length === 0 ? CHARACTER_READING : UNLISTED_READING
}

function compareKanaLatin(kana: NamePart, latin: NamePart): NameComparison {
  const [sound] = kana.sounds
  if (sound === undefined) return NOTHING
  if (latin.isInitial) return beginsWith(sound, latin) ? INITIALS : NOTHING
  const [romaji] = latin.sounds
  if (romaji !== undefined && mayBeRomajiOf(romaji, sound)) return LISTED_READING
  return isKatakana(kana) && bonesOfLatin(latin.text).includes(bonesOfKana(sound)) ? BONES : NOTHING
}

function isKatakana({ written }: NamePart): boolean {
  return /^[\u30a1-\u30fc]+$/.test(written)
}

/** Initials by Hepburn where the sounds are written otherwise: C for ち, F for ふ, J for じ. */
const INITIAL_SOUNDS: Record<string, string> = { c: 't', f: 'h', j: 'z' }

function beginsWith(sound: string, { text }: NamePart): boolean {
  return sound.startsWith(text) || sound.startsWith(INITIAL_SOUNDS[text] ?? text)
}

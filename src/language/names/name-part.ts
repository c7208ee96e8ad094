import { foldText } from '../fold.ts'
import { beginningsOf } from './beginnings.ts'
import { foldLatin } from './fold-latin.ts'
import { foldHan } from './han-folds.ts'
import type { NamePart, NameScript } from './person-name.ts'
import { nameReadings } from './readings.ts'
import { looseSound, soundOfKana, soundOfRomaji } from './sound.ts'

/** What a part is in its name; a word that stands alone may be either. */
export type PartRole = 'family' | 'given' | 'either'

const SCRIPTS: readonly (readonly [NameScript, RegExp])[] = [
  ['han', /\p{sc=Han}/u],
  ['kana', /[\p{sc=Hiragana}\p{sc=Katakana}]/u],
  ['hangul', /\p{sc=Hangul}/u],
  ['cyrillic', /\p{sc=Cyrillic}/u],
  ['latin', /\p{sc=Latin}/u],
  ['other', /\p{L}/u],
]

/** The writing of a word; a word with one Chinese character in it (美つ子) is `han`. */
export function scriptOf(word: string): NameScript {
  return SCRIPTS.find(([, letters]) => letters.test(word))?.[0] ?? 'none'
}

/** Parts are never changed and the same few thousand words make most names, so they are kept. */
const PARTS_KEPT_MAX = 20_000
const kept = new Map<string, NamePart>()

/** A word of a name prepared for comparing. */
export function namePart(word: string, role: PartRole): NamePart {
  const key = `${role} ${word}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const part = prepare(word, role)
  if (kept.size >= PARTS_KEPT_MAX) kept.clear()
  kept.set(key, part)
  return part
}

function prepare(word: string, role: PartRole): NamePart {
  const raw = foldText(word).trim()
  const script = scriptOf(raw)
  const text = foldPart(raw, script)
  const sounds = soundsOf(raw, text, script, role)
  return {
    written: word,
    text,
    raw,
    script,
    sounds,
    looseSounds: [...new Set(sounds.map(looseSound))],
    soundsFrom: script === 'han' ? 'list' : 'letters',
    beginnings: beginningsOf(script, word, text, sounds),
    isInitial: script === 'latin' && text.length === 1,
  }
}

function foldPart(raw: string, script: NameScript): string {
  if (script === 'latin') return foldLatin(raw)
  return script === 'han' ? foldHan(raw) : raw
}

function soundsOf(raw: string, text: string, script: NameScript, role: PartRole): string[] {
  if (script === 'latin') {
    const sound = text.length > 1 ? soundOfRomaji(raw.replaceAll('-', '')) : undefined
    return sound === undefined ? [] : [sound]
  }
  if (script === 'kana') {
    const sound = soundOfKana(raw)
    return sound === undefined ? [] : [sound]
  }
  return script === 'han' ? listedSounds(text, role) : []
}

function listedSounds(text: string, role: PartRole): string[] {
  const { family, given } = nameReadings()
  const ofFamily = role === 'given' ? [] : (family.get(text) ?? [])
  const ofGiven = role === 'family' ? [] : (given.get(text) ?? [])
  return [...new Set([...ofFamily, ...ofGiven])]
}

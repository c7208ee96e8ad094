import type { BareName } from './bare-name.ts'
import { namePart, scriptOf } from './name-part.ts'
import { isFamilyFirst } from './order.ts'
import type { NameForm, NameOrder, NamePart, NameScript } from './person-name.ts'
import { looseSound, mayBeRomajiOf } from './sound.ts'
import { splitHan, splitKana, splitRomaji } from './split.ts'
import { transliteratedForms } from './transliterate.ts'

/** The writings of a name: as written, what stood in brackets, and what it is in Latin letters. */
export function formsOf(bare: BareName): NameForm[] {
  const groups = groupsOf(bare.words)
  const main = groups[0]
  if (main === undefined) return []
  const written = formOf(main, bare.hasFamilyFirst)
  const beside = [...groups.slice(1), ...bare.asides]
    .map((words) => readingOf(formOf(words, false), written))
    .filter((form) => form !== undefined)
  const spoken = beside.reduce(withReading, written)
  return [spoken, ...beside, ...transliteratedForms(spoken)]
}

/** 山田太郎 Taro Yamada holds two writings; 田中 Ken, a word of each, is one. */
function groupsOf(words: readonly string[]): string[][] {
  if (words.length === 0) return []
  const latin = words.filter((word) => scriptOf(word) === 'latin')
  const rest = words.filter((word) => scriptOf(word) !== 'latin')
  const isOneEach = latin.length === 1 && rest.length === 1 && splitOf(rest[0] ?? '') === undefined
  if (latin.length > 0 && rest.length > 0 && !isOneEach) {
    return scriptOf(words[0] ?? '') === 'latin'
      ? [latin, ...groupsOf(rest)]
      : [...groupsOf(rest), latin]
  }
  return rest.length > 0 && latin.length === 0 ? groupsOfKana(rest) : [[...words]]
}

/** 山田 太郎 やまだ たろう and 山田太郎 やまだたろう: characters and their reading. */
function groupsOfKana(words: string[]): string[][] {
  const han = words.filter((word) => scriptOf(word) === 'han')
  const kana = words.filter((word) => scriptOf(word) === 'kana')
  if (han.length + kana.length < words.length || han.length === 0 || kana.length === 0)
    return [words]
  const isTwice = han.length === 2 || (han.length === 1 && splitListed(han[0] ?? ''))
  return isTwice ? [han, kana] : [words]
}

function splitListed(word: string): boolean {
  return [...word].length > 2 && splitHan(word)?.isListed === true
}

function splitOf(word: string) {
  const script = scriptOf(word)
  if (script === 'han') return [...word].length > 2 ? splitHan(word) : undefined
  if (script === 'latin') return splitRomaji(word)
  return script === 'kana' ? splitKana(word) : undefined
}

const PATRONYMIC = /(?:вич|вна|ична|инична)$/

function formOf(words: readonly string[], isTurned: boolean): NameForm {
  const [only = ''] = words
  if (words.length === 1) return formOfOne(only)
  const hasFamilyFirst = isTurned || (words.length === 3 && PATRONYMIC.test(words[2] ?? ''))
  const parts = words.map((word) => namePart(word, 'either'))
  const order = isFamilyFirst(words, parts, hasFamilyFirst)
  const isReversed =
    order === 'family-given' || (order === 'unknown' && parts[0]?.script !== 'latin')
  const familyAt = isReversed ? 0 : words.length - 1
  const givenAt = isReversed ? (hasFamilyFirst ? 1 : words.length - 1) : 0
  const others = parts.filter((_, at) => at !== familyAt && at !== givenAt)
  return {
    script: parts[0]?.script ?? 'none',
    order,
    family: namePart(words[familyAt] ?? '', 'family'),
    given: namePart(words[givenAt] ?? '', 'given'),
    others,
    origin: 'written',
    joined: parts.map((part) => part.text).join(''),
  }
}

function formOfOne(word: string): NameForm {
  const part = namePart(word, 'either')
  const split = splitWhole(word, part)
  if (split === undefined) {
    return { ...placed(part), script: part.script, origin: 'written', joined: part.text }
  }
  return {
    script: part.script,
    order: 'family-given',
    family: namePart(split.family, 'family'),
    given: namePart(split.given, 'given'),
    others: [],
    origin: 'written',
    joined: part.text,
  }
}

/** A short word that is itself a name of the lists isn't taken apart: 長谷川, 真由美. */
function splitWhole(word: string, part: NamePart) {
  if (part.script === 'hangul') return splitHangul(word)
  if (part.sounds.length > 0 && part.script === 'han') return undefined
  const split = part.script === 'han' ? splitHan(word) : splitOf(word)
  return split?.isListed === false && [...word].length < 3 ? undefined : split
}

function splitHangul(word: string) {
  const syllables = [...word]
  if (syllables.length < 3 || syllables.length > 4) return undefined
  return { family: syllables[0] ?? '', given: syllables.slice(1).join(''), isListed: true }
}

function placed(part: NamePart): { order: NameOrder; others: NamePart[] } {
  return { order: 'unknown', others: [part] }
}

/** A second writing of the same name, if it can be one. */
function readingOf(form: NameForm, main: NameForm): NameForm | undefined {
  if (form.script === main.script || !READS[main.script]?.includes(form.script)) return undefined
  return isPlausible(form, main) ? { ...form, origin: 'reading' } : undefined
}

const READS: Partial<Record<NameScript, readonly NameScript[]>> = {
  han: ['kana', 'latin', 'hangul'],
  kana: ['latin', 'han'],
  latin: ['han', 'kana', 'hangul', 'cyrillic'],
  hangul: ['latin', 'han'],
  cyrillic: ['latin'],
}

/** A word alone must sound like the name or one of its halves, else it is a remark (カメラ好き). */
function isPlausible(form: NameForm, main: NameForm): boolean {
  if (form.family !== undefined && form.others.length === 0) return true
  const [word] = form.others
  if (word === undefined || form.others.length > 1) return false
  const halves = [main.family, main.given, ...main.others].flatMap(
    (part) => part?.looseSounds ?? [],
  )
  return word.looseSounds.some((sound) =>
    halves.some((half) => half.length > 1 && (sound.startsWith(half) || half.startsWith(sound))),
  )
}

/** The written name with what stood beside it as its only reading. */
function withReading(main: NameForm, beside: NameForm): NameForm {
  if (main.script !== 'han' || beside.family === undefined || beside.given === undefined)
    return main
  const { family, given } = main
  if (family === undefined || given === undefined) return main
  const isTurned = soundsTurned(main, beside)
  const [first, second] = isTurned ? [beside.given, beside.family] : [beside.family, beside.given]
  return { ...main, family: readAs(family, first), given: readAs(given, second) }
}

function soundsTurned(main: NameForm, beside: NameForm): boolean {
  const family = main.family?.looseSounds ?? []
  const isAmong = (part: NamePart | undefined) =>
    part?.looseSounds.some((sound) => family.includes(sound)) === true
  return isAmong(beside.given) && !isAmong(beside.family)
}

function readAs(part: NamePart, reading: NamePart): NamePart {
  const [sound] = reading.sounds
  if (sound === undefined || part.script !== 'han') return part
  const fitting = part.sounds.filter((one) => mayBeRomajiOf(sound, one))
  const sounds = reading.script === 'kana' || fitting.length === 0 ? [sound] : fitting
  return {
    ...part,
    sounds,
    looseSounds: [...new Set(sounds.map(looseSound))],
    soundsFrom: 'beside',
    beginnings: part.beginnings | reading.beginnings,
  }
}

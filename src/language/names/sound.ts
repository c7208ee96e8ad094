/**
 * Sounds of Japanese: one spelling in which kana and every romanisation of them meet. Consonants as
 * in kunrei (si, ti, tu, hu, zi), ん as n, a long vowel as the vowel and a colon (おおの `o:no`,
 * しょうた `syo:ta`), 促音 as the consonant twice (はっとり `hattori`).
 */

const VOWELS = 'aiueo'
const LONG = ':'

const ROWS: readonly (readonly [string, string])[] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['g', 'がぎぐげご'],
  ['s', 'さしすせそ'],
  ['z', 'ざじずぜぞ'],
  ['t', 'たちつてと'],
  ['d', 'だぢづでど'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
  ['m', 'まみむめも'],
  ['r', 'らりるれろ'],
]

function kanaTable(): Map<string, string> {
  const table = new Map<string, string>()
  for (const [consonant, row] of ROWS) {
    for (let i = 0; i < 5; i++) table.set(row[i] ?? '', consonant + VOWELS[i])
  }
  const rest = 'やyaゆyuよyoわwaゐiゑeをoんnゔvuぢziづzu'
  for (const [, kana = '', sound = ''] of rest.matchAll(/(\P{ASCII})(\p{ASCII}+)/gu)) {
    table.set(kana, sound)
  }
  return table
}

const KANA = kanaTable()
const SMALL: Record<string, string> = { ゃ: 'ya', ゅ: 'yu', ょ: 'yo', ゎ: 'wa', ヵ: 'ka', ヶ: 'ga' }
const SMALL_VOWELS: Record<string, string> = { ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o' }

/** The sound of hiragana; undefined when there is anything else in it. */
export function soundOfKana(kana: string): string | undefined {
  let sound = ''
  let doubled = false
  for (const character of kana) {
    if (character === 'っ') {
      doubled = true
      continue
    }
    const next = appendKana(sound, character, doubled)
    if (next === undefined) return undefined
    sound = next
    doubled = false
  }
  return sound
}

function appendKana(sound: string, character: string, doubled: boolean): string | undefined {
  if (character === 'ー') return lengthened(sound)
  const plain = KANA.get(character)
  if (plain !== undefined) {
    if (plain.length === 1 && plain !== 'n') return withVowel(sound, plain)
    return sound + (doubled ? (plain[0] ?? '') : '') + plain
  }
  const glide = SMALL[character]
  if (glide !== undefined)
    return /[^aueo:]i$/.test(sound) ? sound.slice(0, -1) + glide : sound + glide
  const vowel = SMALL_VOWELS[character]
  if (vowel === undefined) return undefined
  return /[aiueo]$/.test(sound) ? sound.slice(0, -1) + vowel : sound + vowel
}

function lengthened(sound: string): string {
  return /[aiueo]$/.test(sound) ? sound + LONG : sound
}

/** A bare vowel after the same one, or う after お, is its length. */
function withVowel(sound: string, vowel: string): string {
  const last = sound.at(-1) ?? ''
  const isLength = last === vowel || (last === 'o' && vowel === 'u')
  return isLength ? sound + LONG : sound + vowel
}

/** Spellings that differ from kunrei, the longest first. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/tch/g, 'tti'],
  [/cch/g, 'tti'],
  [/ssh(?=[aueo])/g, 'ssy'],
  [/sh(?=[aueo])/g, 'sy'],
  [/shi/g, 'si'],
  [/ti(?=i)/g, 't'],
  [/tti(?=[aueo])/g, 'tty'],
  [/ch(?=[aueo])/g, 'ty'],
  [/chi/g, 'ti'],
  [/tsu/g, 'tu'],
  [/fu/g, 'hu'],
  [/jy?(?=[aueo])/g, 'zy'],
  [/ji/g, 'zi'],
  [/dzu|du/g, 'zu'],
  [/di/g, 'zi'],
  [/m(?=[bpm])/g, 'n'],
  [/oh(?![aiueoy])/g, 'o:'],
  [/uh(?![aiueoy])/g, 'u:'],
  [/ou|oo/g, 'o:'],
  [/uu/g, 'u:'],
  [/aa/g, 'a:'],
  [/ee/g, 'e:'],
  [/ii/g, 'i:'],
]

const SYLLABLES =
  /^(?:(?:kk|ss|tt|pp|gg|zz|dd|bb|[kgsztdnhbpmr])?y?[aiueo]:?|wa:?|y[auo]:?|n(?![aiueoy])|n')+$/

/**
 * The sound of a romanisation by Hepburn, kunrei or a passport's; length only where it is written
 * (ō, ou, oo, oh, uu). Takes lower-case letters with macrons; undefined when it isn't Japanese.
 */
export function soundOfRomaji(letters: string): string | undefined {
  let sound = letters
    .replace(/[āâ]/g, 'a:')
    .replace(/[īî]/g, 'i:')
    .replace(/[ūû]/g, 'u:')
    .replace(/[ēê]/g, 'e:')
    .replace(/[ōô]/g, 'o:')
    .replace(/['’`]/g, '')
  for (const [spelling, kunrei] of SPELLINGS) sound = sound.replace(spelling, kunrei)
  return SYLLABLES.test(sound) ? sound.replace(/:+/g, LONG) : undefined
}

/** A sound without lengths: what Ohno, Ono and Oono share. */
export function looseSound(sound: string): string {
  return sound.includes(LONG) ? sound.replaceAll(LONG, '') : sound
}

/** Whether a romanisation may be of this reading: every length that it writes is in the reading. */
export function mayBeRomajiOf(romaji: string, reading: string): boolean {
  let at = 0
  for (const unit of reading) {
    if (romaji[at] === unit) at++
    else if (unit !== LONG) return false
  }
  return at === romaji.length
}

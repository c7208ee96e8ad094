/** Which writing a name, or a part of it, is in. A part with a Chinese character in it is `han`. */
export type NameScript = 'han' | 'kana' | 'latin' | 'hangul' | 'cyrillic' | 'other' | 'none'

/** Whether the family name stands first; `unknown` where nothing says so. */
export type NameOrder = 'family-given' | 'given-family' | 'unknown'

/** What a display name names: a person, or something that is no single person. */
export type NameBearer = 'person' | 'organisation' | 'bot' | 'shared'

/** One part of a name, prepared for comparing. */
export interface NamePart {
  /** As it stood in the name. */
  written: string
  /** Folded: width, case, kana, diacritics, and 旧字体 and other variants of a character. */
  text: string
  /** Folded as above but for variants of characters and diacritics. */
  raw: string
  script: NameScript
  /** How it may be spoken: sounds (see sound.ts), the usual ones first. Empty where unknown. */
  sounds: readonly string[]
  /** Readings and romanisations without long vowels: what must agree at least. */
  looseSounds: readonly string[]
  /** Where the sounds come from: the letters themselves, the list, or a reading that stood beside. */
  soundsFrom: 'letters' | 'list' | 'beside'
  /** The script that we transliterated it from. */
  from?: NameScript
  /** First letters, as bits, of all that it may agree by; parts that share none are different. */
  beginnings: number
  /** A single Latin letter. */
  isInitial: boolean
}

/** One writing of a name: 山田太郎 / Taro Yamada has two. */
export interface NameForm {
  script: NameScript
  order: NameOrder
  /** The family name; undefined where it is missing or no order tells it. */
  family?: NamePart
  given?: NamePart
  /** Names between, or all words where there are no two to tell apart. */
  others: readonly NamePart[]
  /** Whether it was written by the bearer, read aloud (やまだ), or transliterated by us. */
  origin: 'written' | 'reading' | 'transliterated'
  /** All parts in the order written, folded, without spaces. */
  joined: string
}

/** A display name or handle taken apart. */
export interface PersonName {
  /** What is left of the text without decorations, honorifics and roles. */
  text: string
  family?: string
  given?: string
  middle?: string
  /** The reading that came with the name: 山田太郎（やまだ たろう）. */
  reading?: string
  /** さん, 様, Mr, Dr …, folded. */
  honorific?: string
  /** `jr`, `sr`, `2`, `3`: tells father and son apart. */
  generation?: string
  script: NameScript
  order: NameOrder
  isOrganisationLike: boolean
  bearer: NameBearer
  /** The writings to compare by; empty where there is no letter at all. */
  forms: readonly NameForm[]
}

/**
 * How two names agree.
 * - `same`: one name, but for width, spaces, case, order, honorific
 * - `variant`: one name in other characters (斎藤/齋藤), romanisation (Ohno/Ono), nickname, diacritics,
 *   or with a middle name more
 * - `reading`: one side is the other's reading (山田太郎 / Taro Yamada / やまだ たろう)
 * - `initials`: J. Smith and John Smith
 * - `close`: a slip of the pen apart, or other characters of the same sound
 * - `part`: only a family or a given name is there to compare, and it agrees
 * - `different`: other names
 * - `conflict`: half agrees and the other half speaks against one person (田中一郎 / 田中二郎, Jr / Sr)
 */
export type NameLevel =
  | 'same'
  | 'variant'
  | 'reading'
  | 'initials'
  | 'close'
  | 'part'
  | 'different'
  | 'conflict'

/** What the level rests on. */
export type NameEvidence =
  | 'equal'
  | 'order'
  | 'characters'
  | 'romanisation'
  | 'own-reading'
  | 'listed-reading'
  | 'character-reading'
  | 'transliteration'
  | 'nickname'
  | 'diacritics'
  | 'middle-name'
  | 'initials'
  | 'slip'
  | 'same-sound'
  | 'one-part'
  | 'other-family'
  | 'other-given'
  | 'generation'
  | 'nothing'

export interface NameComparison {
  level: NameLevel
  /** 0 to 1, comparable across levels. */
  similarity: number
  because: NameEvidence
}

import { withoutJapaneseEnding, withoutLatinTitles } from './honorifics.ts'
import { scriptOf } from './name-part.ts'

/** A display name down to its words. */
export interface BareName {
  words: string[]
  /** The same name in other writing, from brackets or behind a slash; each its words. */
  asides: string[][]
  honorific?: string
  generation?: string
  /** Smith, John: what stands before the comma is the family name. */
  hasFamilyFirst: boolean
}

const BRACKETS =
  /[(（[［「『〔<＜〈{]([^()（）[\]［］「」『』〔〕<>＜＞〈〉{}]*)[)）\]］」』〕>＞〉}]/gu
/** 【公式】 and the like say something about the account, never how the name is read. */
const LABELS = /【[^】]*】|≪[^≫]*≫|《[^》]*》/gu
/** Behind these comes no name any more: a role, a firm, a mood. `/` is looked at apart. */
const BREAKS = /[|｜@＠♪★☆◆◇■□●○◎♡♥❤~〜～:：#＃!！?？…※→←;；•]|(?:\s[-–—―]\s)|\bat\b|\s[xX×]\s/u
const SIGNS = /[^\p{L}\p{M}\p{N}\s・·'’`´.,_=＝ー々〆〇-]/gu

/** Takes decorations, labels, roles and honorifics off. */
export function bareName(text: string): BareName {
  const plain = text
    .toWellFormed()
    .normalize('NFKC')
    .replace(LABELS, ' ')
    .replace(/^[\s@]+/, '')
  const asides: string[] = []
  const outside = plain.replace(BRACKETS, (_, inside: string) => {
    asides.push(inside)
    return ' '
  })
  const [first = '', ...slashed] = firstWithLetters(outside).split('/')
  asides.push(...slashed.map(firstWithLetters))
  const main = first.trim() === '' ? (asides.shift() ?? '') : first
  return {
    ...bareWords(main),
    asides: asides.map((aside) => bareWords(aside).words).filter((words) => words.length > 0),
  }
}

/** The first stretch between breaks that holds a letter. */
function firstWithLetters(text: string): string {
  return text.split(BREAKS).find((piece) => /\p{L}/u.test(piece)) ?? ''
}

function bareWords(text: string): Omit<BareName, 'asides'> {
  const clean = text.replace(SIGNS, ' ').replace(/\s+/gu, ' ').trim()
  const ending = withoutJapaneseEnding(clean)
  const { rest, hasFamilyFirst } = turnedAtComma(ending.rest)
  const titled = withoutLatinTitles(wordsOf(rest))
  const honorific = ending.honorific ?? titled.honorific
  return {
    words: titled.words,
    hasFamilyFirst,
    ...(honorific === undefined ? {} : { honorific }),
    ...(titled.generation === undefined ? {} : { generation: titled.generation }),
  }
}

const AFTER_COMMA =
  /^(?:(?:ph\.?\s?d|m\.?d|jr|sr|ii|iii|iv|mba|esq|cpa|msc|bsc|llm|jd|dds|pmp|cfa)\.?,?\s*)+$/i

/** Smith, John is John Smith; in John Smith, PhD the comma parts off a degree. */
function turnedAtComma(text: string): { rest: string; hasFamilyFirst: boolean } {
  const at = text.indexOf(',')
  if (at === -1) return { rest: text, hasFamilyFirst: false }
  const before = text.slice(0, at).trim()
  const behind = text.slice(at + 1).trim()
  if (behind === '' || AFTER_COMMA.test(behind)) {
    return { rest: `${before} ${behind.replaceAll(',', ' ')}`, hasFamilyFirst: false }
  }
  if (before.split(' ').length > 2) return { rest: before, hasFamilyFirst: false }
  return { rest: `${before} ${behind.replaceAll(',', ' ')}`, hasFamilyFirst: true }
}

const HANDLE = /^[a-z0-9][a-z0-9._-]*$/i

function wordsOf(text: string): string[] {
  const isHandle = HANDLE.test(text) && /[._\d]|[a-z]{2}[A-Z]/.test(text)
  const spaced = isHandle
    ? text.replace(/[\d._-]+/g, ' ').replace(/(?<=[a-z]{2})(?=[A-Z])/g, ' ')
    : text.replace(/_+/g, ' ').replace(/(?<=\p{L}\.)(?=\p{L})/gu, ' ')
  return spaced
    .split(/[\s・·=＝,]+/u)
    .map((word) => word.replace(/^[-'.’]+|[-'’]+$/gu, ''))
    .map((word) => (scriptOf(word) === 'latin' ? word.replace(/\.$/, '') : word))
    .filter((word) => scriptOf(word) !== 'none')
    .map((word) => word.replace(/(?<=\p{L})\d+$/u, ''))
}

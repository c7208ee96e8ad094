import { CHINESE_FAMILIES, CHINESE_GIVEN } from './data/pinyin.ts'
import { foldHan } from './han-folds.ts'

let families: Map<string, string> | undefined
let givens: Map<string, string> | undefined

/** The pinyin of a Chinese family name in folded characters; undefined for another one. */
export function pinyinOfFamily(han: string): string | undefined {
  families ??= readFamilies()
  return families.get(han)
}

/** The pinyin of a given name of one or two characters, as one word without tones. */
export function pinyinOfGiven(han: string): string | undefined {
  givens ??= readGivens()
  const characters = [...han]
  if (characters.length > 2) return undefined
  let pinyin = ''
  for (const character of characters) {
    const one = givens.get(character)
    if (one === undefined) return undefined
    pinyin += one
  }
  return pinyin
}

function readFamilies(): Map<string, string> {
  const table = new Map<string, string>()
  for (const [pinyin, han] of entriesOf(CHINESE_FAMILIES)) {
    const isOfTwo = COMPOUND.has(pinyin)
    for (const one of isOfTwo ? [han] : han) table.set(foldHan(one), pinyin)
  }
  return table
}

const COMPOUND = new Set(['ouyang', 'sima', 'zhuge', 'shangguan', 'situ'])

function readGivens(): Map<string, string> {
  const table = new Map<string, string>()
  for (const [pinyin, han] of [...entriesOf(CHINESE_FAMILIES), ...entriesOf(CHINESE_GIVEN)]) {
    if (!COMPOUND.has(pinyin)) for (const one of han) table.set(foldHan(one), pinyin)
  }
  return table
}

/** Pairs of pinyin and the characters behind it. */
function entriesOf(data: string): [string, string][] {
  return data
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const start = entry.search(/[^a-z]/)
      return [entry.slice(0, start), entry.slice(start)]
    })
}

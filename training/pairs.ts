/**
 * Minimal pairs: two posts that differ in little and therefore in one label; a pair counts only where
 * both are read right. What is read wrongly is shown of the sets that turns may be written from.
 *   node training/pairs.ts [--wrong]
 */
import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { createReader, loadBaseModel, loadLanguageDetector } from '#understand/index.ts'
import type { Intent, Reader, Reading } from '#vocabulary/index.ts'

export interface MinimalPair {
  phenomenon: string
  part: 'sentiment' | 'stage' | Intent
  sides: readonly [PairSide, PairSide]
}

interface PairSide {
  text: string
  label: string
}

/** Sets of a language, the second and the third written later and by the guide alone. */
export type PairSet = 'first' | 'second' | 'third'
export const PAIR_SETS: readonly PairSet[] = ['first', 'second', 'third']
const FILE_ENDS: Record<PairSet, string> = { first: '.tsv', second: '-2.tsv', third: '-3.tsv' }

/** Nobody looks at what is read wrongly here: no turn is written from it, so its figure flatters nobody. */
const KEPT_UNSEEN: PairSet = 'third'

/** The pairs of a language, in the order of their file; none where the language has no such set. */
export function readPairs(lang: string, set: PairSet = 'first'): MinimalPair[] {
  const path = new URL(`../corpus/pairs/${lang}${FILE_ENDS[set]}`, import.meta.url)
  return existsSync(path) ? readPairFile(path) : []
}

/** The pairs of one file in its order, be they for testing or for learning (corpus/contrasts). */
export function readPairFile(path: URL): MinimalPair[] {
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  return lines.map((line) => {
    const [phenomenon = '', part = '', textA = '', labelA = '', textB = '', labelB = ''] =
      line.split('\t')
    return {
      phenomenon,
      part: part as MinimalPair['part'],
      sides: [
        { text: textA.replaceAll('\\n', '\n'), label: labelA },
        { text: textB.replaceAll('\\n', '\n'), label: labelB },
      ],
    }
  })
}

/** What a reader says of one side, in the words of the pairs. */
export function saidOf(reading: Reading, part: MinimalPair['part']): string {
  if (part === 'sentiment') return reading.sentiment
  if (part === 'stage') return reading.stage
  return reading.asserted.includes(part) ? 'yes' : 'no'
}

export interface JudgedPair extends MinimalPair {
  said: readonly [string, string]
  isRight: boolean
}

/** Each pair with what the reader says of both sides. */
export function judgePairs(reader: Reader, lang: string, set: PairSet = 'first'): JudgedPair[] {
  return readPairs(lang, set).map((pair) => {
    const [a, b] = pair.sides
    const say = ({ text }: PairSide) => saidOf(reader.read(text, { lang }), pair.part)
    const said = [say(a), say(b)] as const
    return { ...pair, said, isRight: said[0] === a.label && said[1] === b.label }
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const reader = createReader(await loadLanguageDetector(), loadBaseModel())
  for (const lang of ['en', 'ja']) {
    for (const set of PAIR_SETS) {
      const pairs = judgePairs(reader, lang, set)
      if (pairs.length === 0) continue
      printRight(`${lang}, ${set} set`, pairs)
      if (process.argv.includes('--wrong') && set !== KEPT_UNSEEN) printWrong(pairs)
    }
  }
}

function printRight(name: string, pairs: readonly JudgedPair[]): void {
  const right = pairs.filter(({ isRight }) => isRight).length
  console.log(
    `${name}: ${right} of ${pairs.length} pairs right (${((100 * right) / pairs.length).toFixed(1)} %)`,
  )
  for (const [phenomenon, group] of Map.groupBy(pairs, (pair) => pair.phenomenon)) {
    const rightHere = group.filter(({ isRight }) => isRight).length
    console.log(`  ${phenomenon.padEnd(26)} ${rightHere} of ${group.length}`)
  }
}

function printWrong(pairs: readonly JudgedPair[]): void {
  for (const { part, sides, said, isRight } of pairs) {
    if (isRight) continue
    for (const [at, { text, label }] of sides.entries()) {
      console.log(
        `    ${part}: ${label === said[at] ? 'right' : `${said[at]}, not ${label}`}: ${text}`,
      )
    }
  }
}

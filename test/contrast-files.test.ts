import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { foldText } from '#language/index.ts'
import { INTENTS, SENTIMENTS, STAGES_OR_NONE } from '#vocabulary/index.ts'
import { readSeedCorpus } from '../training/examples.ts'
import { type MinimalPair, PAIR_SETS, readPairFile, readPairs } from '../training/pairs.ts'

const FOLDER = new URL('../corpus/contrasts/', import.meta.url)
const FILES = readdirSync(FOLDER).map((name) => new URL(name, FOLDER))

/** The labels that the guide has for a part; none where it has no such part. */
function labelsOf(part: MinimalPair['part']): readonly string[] {
  if (part === 'sentiment') return SENTIMENTS
  if (part === 'stage') return STAGES_OR_NONE
  return INTENTS.includes(part) ? ['yes', 'no'] : []
}

/** Lines of a file where something is wrong, as an editor counts them: a text kept unseen is never shown. */
function linesWhere(pairs: readonly MinimalPair[], isWrong: (pair: MinimalPair) => boolean) {
  return pairs.flatMap((pair, at) => (isWrong(pair) ? [at + 2] : []))
}

const bothOf = ({ sides }: MinimalPair) => sides.map(({ text }) => foldText(text)).join('\n')

describe.each(FILES)('the contrasts of %s', (file) => {
  const pairs = readPairFile(file)

  it('have six fields a line, labels of the guide, and a part in which the two posts differ', () => {
    const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(header).toBe('phenomenon\tpart\ttext_a\tlabel_a\ttext_b\tlabel_b')
    expect(lines.filter((line) => line.split('\t').length !== 6)).toEqual([])
    const isLabelled = ({ part, sides }: MinimalPair) =>
      sides.every(({ text, label }) => text.trim() === text && labelsOf(part).includes(label))
    expect(linesWhere(pairs, (pair) => !isLabelled(pair))).toEqual([])
    expect(linesWhere(pairs, ({ sides: [a, b] }) => a.label === b.label)).toEqual([])
  })

  it('are of the phenomena that the pairs test, 350 and more, each part of one said once', () => {
    const phenomena = new Set(readPairs('ja').map(({ phenomenon }) => phenomenon))
    expect(linesWhere(pairs, ({ phenomenon }) => !phenomena.has(phenomenon))).toEqual([])
    expect(new Set(pairs.map(bothOf)).size).toBeGreaterThanOrEqual(350)
    expect(new Set(pairs.map((pair) => `${pair.part}\n${bothOf(pair)}`)).size).toBe(pairs.length)
  })

  it('share no text with the pairs that test, nor with the seed corpus', () => {
    const elsewhere = new Set(readSeedCorpus().map(({ text }) => foldText(text)))
    for (const lang of ['en', 'ja'])
      for (const set of PAIR_SETS)
        for (const { sides } of readPairs(lang, set))
          for (const { text } of sides) elsewhere.add(foldText(text))
    const isTaken = ({ sides }: MinimalPair) =>
      sides.some(({ text }) => elsewhere.has(foldText(text)))
    expect(linesWhere(pairs, isTaken)).toEqual([])
  })
})

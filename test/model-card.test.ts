import { describe, expect, it } from 'vitest'
import type { Agreement } from '../training/agreement.ts'
import { BINARY, CHOICES } from '../training/calibrate.ts'
import type { Example } from '../training/examples.ts'
import type { Figures } from '../training/figures.ts'
import { markdownTable } from '../training/markdown-table.ts'
import type { Measurements } from '../training/measure-model.ts'
import { type ModelFigures, modelCard } from '../training/model-card.ts'

/** Every F1 of the group is `f1`. */
function figuresOf(group: string, f1: number): Figures {
  const choices = CHOICES.map(([head, labels]) => [
    head,
    {
      macroF1: f1,
      macroRecall: 60,
      byLabel: labels.map((label) => ({ label, precision: 50, recall: 60, f1, count: 1_000 })),
      calibrationError: 1.25,
      answered: 91,
      rightWhereAnswered: 82,
    },
  ])
  const binary = BINARY.map((part) => [
    part,
    { f1, precision: 50, recall: 60, count: 100, calibrationError: 0.4 },
  ])
  return {
    group,
    posts: 3_000,
    choices: Object.fromEntries(choices) as Figures['choices'],
    binary: Object.fromEntries(binary) as Figures['binary'],
  }
}

const figures: ModelFigures = {
  model: 'base-7',
  seed: 3,
  sha256: 'abc',
  bytes: 3_129_129,
  posts: 18_058,
  byLanguage: [figuresOf('en', 70.04), figuresOf('ja', 71)],
  quantised: [figuresOf('en', 69.84), figuresOf('ja', 71.004)],
  byIndustry: [figuresOf('ja travel', 64.5)],
}
const corpus: Example[] = [
  {
    id: 'ja-travel-0001',
    text: '',
    lang: 'ja',
    source: 'travel',
    weight: 1,
    sentiment: 'positive',
    intents: new Set(['praise', 'complaint']),
    stage: 'satisfaction',
    isToxic: false,
  },
]
const agreement: Agreement[] = [
  { lang: 'en', posts: 2_445, parts: { sentiment: { kappa: 0.907, equal: 0.937 } } },
  { lang: 'ja', posts: 2_808, parts: { sentiment: { kappa: 0.923, equal: 0.949 } } },
]
const measured: Measurements = {
  sha256: 'abc',
  pairs: [
    { lang: 'en', set: 'first', phenomenon: 'irony', right: 3, of: 4 },
    { lang: 'en', set: 'third', phenomenon: 'irony', right: 2, of: 4 },
    { lang: 'ja', set: 'second', phenomenon: 'irony', right: 1, of: 4 },
  ],
  contrasts: [
    { lang: 'en', phenomenon: 'quotation', right: 3, of: 4 },
    { lang: 'en', phenomenon: 'tense', right: 1, of: 4 },
    { lang: 'ja', phenomenon: 'tense', right: 2, of: 3 },
  ],
  opinions: {
    ...{ planted: 50, good: 30, twice: 1, purity: 0.874, strictPurity: 0.71, completeness: 0.69 },
  },
  curve: {
    workspaces: 2,
    audits: 400,
    points: [1, 2].map((seed) => ({
      ...{ seed, corrections: 25, better: 9, worse: 1, base: 0.5, learnt: 0.5 + seed / 10 },
      ...(seed === 1
        ? { reason: 'better' as const, running: 0.6 }
        : { reason: 'may-be-chance' as const, running: 0.5 }),
    })),
    pairs: { of: 8, base: 5, running: 4 },
  },
}
const rowsOf = (card: string, first: string) =>
  card
    .split('\n')
    .filter((line) => line.startsWith(`| ${first} `))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

describe('modelCard', () => {
  const en = modelCard('en', { figures, measured }, corpus, agreement)
  const ja = modelCard('ja', { figures, measured }, corpus, agreement)

  it('has the scores of every part in both languages', () => {
    expect(rowsOf(en, 'complaint').slice(1, 3)).toEqual([
      ['complaint', '100', '70.0', '50.0', '60.0', '0.4'],
      ['complaint', '100', '71.0', '50.0', '60.0', '0.4'],
    ])
    for (const part of BINARY) expect(rowsOf(en, part)).toHaveLength(4)
    expect(rowsOf(ja, '苦情')).toHaveLength(4)
    expect(rowsOf(ja, '感情')[0]).toEqual([
      '感情',
      '3,000',
      '70.0',
      '50.0',
      '60.0',
      '1.3',
      '91.0',
      '82.0',
    ])
  })

  it('says what a byte a weight costs, and nothing where it costs nothing', () => {
    expect(rowsOf(en, 'churn').at(-1)).toEqual([
      'churn',
      '70.0',
      '69.8',
      '-0.2',
      '71.0',
      '71.0',
      '0.0',
    ])
  })

  it('has what was measured, and says so where nothing was', () => {
    expect(rowsOf(en, 'phenomenon')).toEqual([
      ['phenomenon', 'English: first set', 'third set', 'Japanese: second set'],
      ['phenomenon', 'English', 'Japanese'],
    ])
    expect(rowsOf(en, 'irony')).toEqual([['irony', '3 of 4', '2 of 4', '1 of 4']])
    expect(rowsOf(en, 'quotation')).toEqual([['quotation', '3 of 4', '']])
    expect(rowsOf(en, 'all').at(-1)).toEqual(['all', '4 of 8 (50 %)', '2 of 3 (67 %)'])
    expect(rowsOf(ja, '全体').slice(-2)).toEqual([
      ['全体', '3 / 4 (75 %)', '2 / 4 (50 %)', '1 / 4 (25 %)'],
      ['全体', '4 / 8 (50 %)', '2 / 3 (67 %)'],
    ])
    expect(rowsOf(en, '25')).toEqual([['25', '50.0', '+15.0', '1 of 2', '55.0', '+5.0', '0.0']])
    for (const card of [en, ja]) expect(card).toContain('0.87')
    const bare = modelCard('en', { figures, measured: null }, corpus, agreement)
    expect(bare).toContain('Not measured')
    expect(bare).not.toContain('irony')
  })

  it('leaves an industry without figures empty', () => {
    expect(rowsOf(en, 'travel')).toEqual([
      ['travel', '', '', '', '', '3,000', '64.5', '64.5', '64.5'],
    ])
    expect(rowsOf(ja, '自動車')[0]?.slice(1).join('')).toBe('')
  })

  it('has the agreement, the counts of the corpus and the file that it is of', () => {
    expect(rowsOf(en, 'sentiment').at(-1)).toEqual(['sentiment', '0.91', '93.7', '0.92', '94.9'])
    expect(rowsOf(en, 'stance: mixed')[0]).toEqual(['stance: mixed', '', '1'])
    for (const card of [en, ja]) {
      expect(card).toContain('`base-7`')
      expect(card).toContain('3.1 MB')
      expect(card).toContain('18,058')
    }
  })
})

describe('markdownTable', () => {
  it('pads by what characters are wide, and puts numbers to the right', () => {
    expect(
      markdownTable(
        ['項目', 'F1', 'x'],
        [
          ['感情', 9.5, 'a'],
          ['ab', '', 'b'],
        ],
      ),
    ).toBe(
      [
        '| 項目 |  F1 | x   |',
        '| ---- | --: | --- |',
        '| 感情 | 9.5 | a   |',
        '| ab   |     | b   |',
      ].join('\n'),
    )
  })
})

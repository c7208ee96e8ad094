import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '#language/index.ts'
import { ENGLISH_LABEL_FUNCTIONS, JAPANESE_LABEL_FUNCTIONS } from './all.ts'
import { createVoters, intentSign, type LabelFunction, stageSign } from './label-function.ts'
import { ownWords } from './own-words.ts'

const TEA: readonly LabelFunction[] = [
  stageSign('satisfaction', 'tea-pattern', 'tea|chai', /\b(?:green|black) (?:tea|chai)\b/),
  intentSign('praise', 'tea-trigger', 'tea|お茶'),
  intentSign('recommendation_given', 'never-asked', 'coffee', /green/),
]

function votesOn(post: string): [number, string][] {
  const folded = foldText(post)
  return createVoters(TEA)
    .cast(folded)
    .map(({ index, start, end }) => [index, folded.slice(start, end)])
}

describe('voters', () => {
  it('say where the sign stands, once a function, in the order of the functions', () => {
    expect(votesOn('Tea! green TEA, black tea')).toEqual([
      [0, 'green tea'],
      [1, 'tea'],
    ])
  })

  it('leave a pattern alone whose triggers are not there', () => {
    expect(votesOn('green leaves')).toEqual([])
  })

  it('keep nothing from one post to the next', () => {
    const voters = createVoters(TEA)
    const first = voters.cast('green tea')
    expect(voters.cast('water')).toEqual([])
    expect(voters.cast('green tea')).toEqual(first)
  })

  it('put what is voted for in front of the name', () => {
    expect(TEA.map(({ name }) => name)).toEqual([
      'satisfaction-tea-pattern',
      'praise-tea-trigger',
      'recommendation-given-never-asked',
    ])
  })

  it.each([
    ['> green tea is bad', []],
    ['> green tea is bad. I like chai', []],
    ['> お茶はまずい\nそうかな', []],
    ['no. > green tea is bad. Well, black tea isn’t', [0, 1]],
    ['black tea RT @somebody: green chai', [0, 1]],
    ['RT @somebody: green tea', []],
    ['water > green tea', [0, 1]],
    ['>>12 green tea', [0, 1]],
    ['"green tea"', [0, 1]],
    ['follow & RT @shop for tea', [1]],
  ])('hear only the author in %j', (post, indexes) => {
    expect(votesOn(post).map(([index]) => index)).toEqual(indexes)
  })

  it('hear only what stands outside quoted lines where the lines were kept', () => {
    expect(ownWords('> green tea. really\nblack tea')).toMatch(/^\n+black tea$/)
  })

  it('never move a text while blanking it', () => {
    const piece = fc.constantFrom('> ', 'rt @', 'a', '。', '. ', '’', 'お茶 ', '\n', '>>1')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        expect(ownWords(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe.each([
  ['Japanese', JAPANESE_LABEL_FUNCTIONS],
  ['English', ENGLISH_LABEL_FUNCTIONS],
] as const)('the %s label functions', (_, functions) => {
  it('have names of their own, across stages, intents and stances', () => {
    expect(new Set(functions.map(({ name }) => name)).size).toBe(functions.length)
    for (const { name } of functions) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
  })

  it('speak for every stage, every intent and both sides', () => {
    expect(new Set(functions.map(({ of, votes }) => `${of} ${votes}`)).size).toBe(5 + 10 + 2)
  })

  it('stay inside whatever text they are given', () => {
    const voters = createVoters(functions)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text)
        for (const { start, end } of voters.cast(folded)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(folded.length)
          expect(end).toBeGreaterThan(start)
        }
      }),
    )
  })

  it('read 100,000 characters of their own triggers in the time of a request', () => {
    const triggers = functions.flatMap((one) => one.triggers).join(' ')
    const text = triggers.repeat(Math.ceil(100_000 / triggers.length)).slice(0, 100_000)
    const before = performance.now()
    createVoters(functions).cast(text)
    expect(performance.now() - before).toBeLessThan(3000)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FeatureBag } from './feature-bag.ts'
import { foldText } from './fold.ts'
import { createFeatureMaker, FEATURE_UNITS_MAX, type Span } from './text-features.ts'

const make = createFeatureMaker()

function featuresOf(text: string, quoted: readonly Span[] = []): FeatureBag {
  const bag = new FeatureBag()
  make(bag, foldText(text), quoted)
  return bag
}

function bucketsOf(text: string, quoted: readonly Span[] = []): Set<number> {
  const bag = featuresOf(text, quoted)
  return new Set(bag.buckets.subarray(0, bag.size))
}

function shared(a: Set<number>, b: Set<number>): number {
  return [...a].filter((bucket) => b.has(bucket)).length / Math.max(a.size, b.size)
}

describe('features of a text', () => {
  it('tells a word within a negation from the word itself', () => {
    const plain = featuresOf('good')
    const negated = bucketsOf('not good')
    // The word as such is the first feature of "good"; after "not" another one stands for it.
    expect(negated.has(plain.buckets[0] as number)).toBe(false)
    expect(bucketsOf('very good').has(plain.buckets[0] as number)).toBe(true)
  })

  it('ends a negation after three words and at a full stop', () => {
    const word = featuresOf('good').buckets[0] as number
    expect(bucketsOf('not one two three good').has(word)).toBe(true)
    expect(bucketsOf('not now. good').has(word)).toBe(true)
  })

  it('takes digits and repeated letters as alike', () => {
    expect(bucketsOf('waited 30 minutes')).toEqual(bucketsOf('waited 45 minutes'))
    expect(bucketsOf('sooooo')).toEqual(bucketsOf('soo'))
    expect(bucketsOf('すごーーーーい')).toEqual(bucketsOf('すごーーい'))
  })

  it('makes links and mentions one feature each, whatever they name', () => {
    expect(bucketsOf('see https://a.example/x')).toEqual(bucketsOf('see https://b.example/y?z=1'))
    expect(bucketsOf('hi @anna')).toEqual(bucketsOf('hi @bob_2@mastodon.example'))
  })

  it('tells what is quoted from what the author says', () => {
    const text = 'terrible service'
    const quoted = bucketsOf(text, [{ start: 0, end: text.length }])
    expect(shared(bucketsOf(text), quoted)).toBeLessThan(0.1)
    const japanese = '対応が最悪'
    expect(shared(bucketsOf(japanese), bucketsOf(japanese, [{ start: 0, end: 5 }]))).toBeLessThan(
      0.1,
    )
  })

  it('gives a Japanese run its grams of one to five characters with their edges', () => {
    const bag = featuresOf('電池が')
    const spans = new Set<string>()
    for (let at = 0; at < bag.size; at++) spans.add(`${bag.starts[at]}-${bag.ends[at]}`)
    expect([...spans].sort()).toEqual(['0-1', '0-2', '0-3', '1-2', '1-3', '2-3'])
  })

  it('gives a family the same length whatever the length of the text', () => {
    const length = (text: string) => {
      const bag = featuresOf(text)
      return Math.sqrt(bag.values.subarray(0, bag.size).reduce((sum, value) => sum + value ** 2, 0))
    }
    expect(length('電池がもたない')).toBeCloseTo(length('電池がもたないし画面も暗いし重い'), 5)
  })

  it('holds any text: places within it, finite values, the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const folded = foldText(text).slice(0, FEATURE_UNITS_MAX)
        const bag = featuresOf(text)
        for (let at = 0; at < bag.size; at++) {
          expect(bag.starts[at] as number).toBeLessThanOrEqual(bag.ends[at] as number)
          expect(bag.ends[at] as number).toBeLessThanOrEqual(folded.length)
          expect(Number.isFinite(bag.values[at])).toBe(true)
        }
        expect(bucketsOf(text)).toEqual(bucketsOf(text))
      }),
    )
  })
})

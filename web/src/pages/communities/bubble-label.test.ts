import { expect, it } from 'vitest'
import { bubbleLines } from './bubble-label.ts'

it('cuts what does not fit, an ideograph counting as two', () => {
  expect(bubbleLines(['compost heap', 'slugs'], 12, 2)).toEqual(['compost heap', 'slugs'])
  expect(bubbleLines(['compost heap'], 9, 2)).toEqual(['compost…'])
  expect(bubbleLines(['エスプレッソマシン'], 9, 2)).toEqual(['エスプレ…'])
})

it('leaves bubbles without a label that are too small for one', () => {
  expect(bubbleLines(['slugs'], 3, 2)).toEqual([])
  expect(bubbleLines(['a long one', 'second', 'third'], 20, 2)).toHaveLength(2)
})

import { expect, test } from 'vitest'
import { negativeShare } from './sentences.ts'

test('no post has no negative share', () => {
  const byStage = { none: 0, discovery: 0, evaluation: 0, recommendation: 0, satisfaction: 0 }
  const of = (posts: number, negative: number) =>
    negativeShare({ posts, byStage, bySentiment: { negative, neutral: 0, positive: 0 } })
  expect(of(0, 0)).toBeNull()
  expect(of(8, 2)).toBe(0.25)
})

import { expect, test } from 'vitest'
import { negativeShare, type Overview, topicThatMovedMost } from './sentences.ts'

const counts = (posts: number, negative = 0): Overview['total'] => ({
  posts,
  bySentiment: { negative, neutral: posts - negative, positive: 0 },
  byStage: { none: posts, discovery: 0, evaluation: 0, recommendation: 0, satisfaction: 0 },
})
const topic = (id: string, posts: number) => ({
  id,
  name: id,
  kind: 'own' as const,
  ...counts(posts),
})

test('the topic that moved most may have come, gone or shrunk', () => {
  const moved = topicThatMovedMost([topic('a', 10), topic('b', 1)], [topic('a', 8), topic('b', 9)])
  expect(moved).toEqual({ id: 'b', name: 'b', now: 1, before: 9 })
  expect(topicThatMovedMost([], [topic('gone', 3)])?.now).toBe(0)
  expect(topicThatMovedMost([topic('a', 5)], [topic('a', 5)])).toBeNull()
  expect(topicThatMovedMost([topic('a', 5)], [])).toBeNull()
})

test('no posts have no share', () => {
  expect(negativeShare(counts(0))).toBeNull()
  expect(negativeShare(counts(10, 2))).toBe(0.2)
})

import { expect, test } from 'vitest'
import type { Overview } from './sentences.ts'
import { voiceOf } from './voice.ts'

type TopicCounts = Overview['topics'][number]

function topic(id: string, kind: TopicCounts['kind'], posts: number): TopicCounts {
  const bySentiment = { negative: 0, neutral: posts, positive: 0 }
  const byStage = { none: posts, discovery: 0, evaluation: 0, recommendation: 0, satisfaction: 0 }
  return { id, name: id, kind, posts, bySentiment, byStage }
}

test('shares are of our own and competitors’ mentions alone, with their change in points', () => {
  const now = [
    topic('us', 'own', 30),
    topic('them', 'competitor', 60),
    topic('tea', 'category', 900),
  ]
  const was = [topic('us', 'own', 20), topic('them', 'competitor', 20)]
  const voice = voiceOf(now, was)
  expect(voice?.own).toBeCloseTo(1 / 3, 9)
  expect(voice?.moved).toBe(-17)
  expect(voice?.rows.map(({ topic: { id }, moved }) => [id, moved])).toEqual([
    ['them', 17],
    ['us', -17],
  ])
})

test('there is no share with one side alone, and no change without a before', () => {
  expect(voiceOf([topic('us', 'own', 5)], [])).toBeNull()
  expect(voiceOf([], [])).toBeNull()
  const both = [topic('us', 'own', 1), topic('them', 'competitor', 1)]
  expect(voiceOf(both, [])).toMatchObject({ own: 0.5, moved: null })
})

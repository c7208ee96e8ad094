import { expect, test } from 'vitest'
import type { Overview } from './sentences.ts'
import { voiceOf } from './voice.ts'

type TopicCounts = Overview['topics'][number]

function topic(id: string, kind: TopicCounts['kind'], posts: number): TopicCounts {
  const bySentiment = { negative: 0, neutral: posts, positive: 0 }
  const byStage = { none: posts, discovery: 0, evaluation: 0, recommendation: 0, satisfaction: 0 }
  return { id, name: id, kind, posts, bySentiment, byStage }
}

const posts = (topics: TopicCounts[]) => ({ topics, voices: undefined })

test('shares are of our own and competitors’ mentions alone, with their change in points', () => {
  const now = [
    topic('us', 'own', 30),
    topic('them', 'competitor', 60),
    topic('tea', 'category', 900),
  ]
  const was = [topic('us', 'own', 20), topic('them', 'competitor', 20)]
  const voice = voiceOf(posts(now), posts(was))
  expect(voice?.own).toBeCloseTo(1 / 3, 9)
  expect(voice?.moved).toBe(-17)
  expect(voice?.rows.map(({ topic: { id }, moved }) => [id, moved])).toEqual([
    ['them', 17],
    ['us', -17],
  ])
})

test('there is no share with one side alone, and no change without a before', () => {
  expect(voiceOf(posts([topic('us', 'own', 5)]), posts([]))).toBeNull()
  expect(voiceOf(posts([]), posts([]))).toBeNull()
  const both = [topic('us', 'own', 1), topic('them', 'competitor', 1)]
  expect(voiceOf(posts(both), posts([]))).toMatchObject({ own: 0.5, moved: null })
})

test('a copied campaign is one voice of the share, and its posts are still told', () => {
  const topics = [topic('us', 'own', 4), topic('them', 'competitor', 60)]
  const voices = (us: number, them: number) => ({
    total: us + them,
    topics: [
      { id: 'us', voices: us },
      { id: 'them', voices: them },
    ],
  })
  const voice = voiceOf({ topics, voices: voices(3, 1) }, { topics, voices: voices(1, 1) })
  expect(voice).toMatchObject({ unit: 'voices', own: 0.75, moved: 25 })
  expect(voice?.rows.map((row) => [row.topic.id, row.topic.posts, row.voices])).toEqual([
    ['us', 4, 3],
    ['them', 60, 1],
  ])
})

test('where voices of either span are not counted the shares are of posts, and say so', () => {
  const topics = [topic('us', 'own', 30), topic('them', 'competitor', 10)]
  const uncounted = { topics, voices: { total: null, topics: [] } }
  expect(voiceOf(uncounted, posts(topics))).toMatchObject({ unit: 'posts', own: 0.75, moved: 0 })
})

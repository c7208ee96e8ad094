import { expect, it } from 'vitest'
import { loadLanguageDetector } from './language-detector.ts'
import { readPost } from './read-post.ts'
import { createReader } from './reader.ts'
import { loadBaseModel } from './reader-model.ts'
import { createTopicFinder } from './topics.ts'

it('reads a post into its reading, topics, stages and tokens', async () => {
  const reader = createReader(await loadLanguageDetector(), loadBaseModel())
  const finder = createTopicFinder([
    { id: 'a', name: 'カメラA', kind: 'own', aliases: [] },
    { id: 'b', name: 'カメラB', kind: 'competitor', aliases: [] },
  ])
  const post = readPost(reader, finder, 'カメラAとカメラBで迷う。カメラAかな', { lang: 'ja' })
  expect(post.reading).toMatchObject({ lang: 'ja', stage: 'evaluation' })
  expect(post.topics.map(({ topicId, start }) => [topicId, start])).toEqual([
    ['a', 0],
    ['b', 5],
    ['a', 13],
  ])
  expect(post.stages).toEqual([
    { topicId: 'a', stage: 'evaluation' },
    { topicId: 'b', stage: 'evaluation' },
  ])
  expect(post.tokens).toContain('迷う')
})

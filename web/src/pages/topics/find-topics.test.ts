import { expect, test } from 'vitest'
import type { Topic } from '../../terms.ts'
import { findTopics } from './find-topics.ts'

const topic = (name: string, kind: Topic['kind'], aliases: string[] = []): Topic => {
  return { id: name, name, kind, aliases, posts: 0, readBy: [], isApplied: true }
}
const TOPICS = [topic('みつばち号', 'own', ['MB-1']), topic('Kettle King', 'competitor')]

test('topics are found by name or alias, kana, width and case aside', () => {
  const names = (q: string, kind?: Topic['kind']) =>
    findTopics(TOPICS, q, kind).map(({ name }) => name)
  expect(names('ミツバチ')).toEqual(['みつばち号'])
  expect(names('ｍｂ')).toEqual(['みつばち号'])
  expect(names('king')).toEqual(['Kettle King'])
  expect(names('', 'competitor')).toEqual(['Kettle King'])
  expect(names('king', 'own')).toEqual([])
})

import { expect, test } from 'vitest'
import { assign, heldBy, isEnough } from './mapping.ts'

test('a column holds one thing, and a thing is in one column', () => {
  const first = assign({ text: '本文', author: '名前' }, 'コメント', 'text')
  expect(first).toEqual({ author: '名前', text: 'コメント' })
  expect(assign(first, '名前', 'authorId')).toEqual({ text: 'コメント', authorId: '名前' })
  expect(assign(first, '名前', undefined)).toEqual({ text: 'コメント' })
  expect(heldBy(first, '名前')).toBe('author')
  expect(heldBy(first, '本文')).toBeUndefined()
})

test('a table can be read when it says who and when, or what', () => {
  expect(isEnough('posts-csv', { author: '名前' })).toBe(false)
  expect(isEnough('posts-csv', { title: '件名' })).toBe(true)
  expect(isEnough('people-csv', { organisation: '会社' })).toBe(false)
  expect(isEnough('outcomes-csv', { at: '日時' })).toBe(false)
  expect(isEnough('outcomes-csv', { at: '日時', personId: '顧客ID' })).toBe(true)
})

import { expect, test } from 'vitest'
import { assign, fieldsOf, heldBy, isEnough } from './mapping.ts'

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

test('offers the fields that the workspace added', () => {
  const id = '019a3f60-0000-7000-8000-000000000001'
  const table = {
    ...{ header: ['案件名', '更新日'], sample: [], mappings: {}, remembered: [], product: null },
    fields: { 'deals-csv': [{ id, name: '更新日' }] },
  }
  const [field] = fieldsOf(table as never, 'deals-csv')
  expect(field).toEqual({ meaning: `field:${id}`, name: '更新日' })
  expect(fieldsOf(table as never, 'posts-csv')).toEqual([])
  const mapped = assign({ name: '案件名' }, '更新日', field?.meaning)
  expect(heldBy(mapped, '更新日')).toBe(`field:${id}`)
  expect(isEnough('deals-csv', mapped)).toBe(true)
})

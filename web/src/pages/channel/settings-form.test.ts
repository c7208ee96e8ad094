import { expect, test } from 'vitest'
import { blankOf, type Kind, linesOf, listOf, settingsOf, settingsToSave } from './settings-form.ts'

const words = { ja: 'x', en: 'x' }
const field = (name: string, more: Partial<Kind['fields'][number]> = {}) => {
  return { name, label: words, type: 'text' as const, isRequired: false, ...more }
}
const KIND: Kind = {
  ...{ kind: 'feed', by: 'poll', secret: null, name: words, about: words },
  capabilities: { edits: true, deletions: false, engagement: false, resume: 'none', send: false },
  fields: [field('address'), field('fullText', { type: 'switch', default: false }), field('tags')],
}

test('a blank form holds the defaults, false among them', () => {
  expect(blankOf(KIND)).toEqual({ fullText: false })
})

test('what is sent are the fields of the kind that say something', () => {
  const filledIn = { address: '', fullText: false, tags: ['a'], other: 'not of this kind' }
  expect(settingsOf(KIND, filledIn)).toEqual({ fullText: false, tags: ['a'] })
})

test('a list is written one a line and read back', () => {
  expect(linesOf(['縁', 'tea'])).toBe('縁\ntea')
  expect(listOf('縁\r\ntea')).toEqual(['縁', 'tea'])
  expect(listOf('')).toEqual([])
})

test('what a colleague changed meanwhile stays', () => {
  const filled = { address: 'https://a.example', fullText: false, tags: ['a'] }
  const kept = { ...filled, fullText: true }
  expect(settingsToSave(KIND, { filled, now: { ...filled } }, kept)).toBeUndefined()
  const now = { ...filled, address: 'https://b.example', tags: undefined }
  expect(settingsToSave(KIND, { filled, now }, kept)).toEqual({
    address: 'https://b.example',
    fullText: true,
  })
})

import { describe, expect, test } from 'vitest'
import { calledIn, cutAtMentions, mentionAt } from './mentions.ts'

const MEMBERS = [
  { id: '1', name: 'Ann' },
  { id: '2', name: 'Ann Lee' },
  { id: '3', name: '縁 結子' },
]

describe('mentions', () => {
  test('begin at an @ of either width that stands at the start or after a space', () => {
    expect(mentionAt('hello @An', 9)).toEqual({ start: 6, typed: 'An' })
    expect(mentionAt('明日、＠縁', 5)).toEqual({ start: 3, typed: '縁' })
    expect(mentionAt('@', 1)).toEqual({ start: 0, typed: '' })
    expect(mentionAt('mail me at a@b', 14)).toBeNull()
    expect(mentionAt('@Ann is here', 12)).toBeNull()
  })

  test('call whoever is named whole, and not those whose name is part of another', () => {
    expect(calledIn('@Ann Lee please', MEMBERS)).toEqual(['2'])
    expect(calledIn('@Ann and @Ann Lee', MEMBERS).sort()).toEqual(['1', '2'])
    expect(calledIn('＠縁 結子 お願いします', MEMBERS)).toEqual(['3'])
    expect(calledIn('Ann, you know', MEMBERS)).toEqual([])
  })

  test('are cut out of the text, and nothing is lost', () => {
    const text = 'To @Ann Lee (not @Bob) and @Ann'
    const parts = cutAtMentions(text, ['Ann', 'Ann Lee'])
    expect(parts.map((part) => part.text).join('')).toBe(text)
    expect(parts.filter((part) => part.isMention).map((part) => part.text)).toEqual([
      ...['@Ann Lee', '@Ann'],
    ])
    expect(cutAtMentions('a.b', ['a.b'])).toEqual([{ text: 'a.b', isMention: false }])
  })
})

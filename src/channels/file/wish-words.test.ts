import { expect, it } from 'vitest'
import { agreedTo, closedBy, isTicked } from './wish-words.ts'

it.each([
  ['1', true],
  ['TRUE', true],
  ['○', true],
  ['不可', true],
  ['０', false],
  ['いいえ', false],
  ['たぶん', undefined],
])('reads the box %s', (cell, ticked) => {
  expect(isTicked(cell)).toBe(ticked)
})

it('reads by which means somebody is closed to us, and what they agreed to', () => {
  expect(closedBy('mail;phone')).toEqual(['mail', 'phone'])
  expect(closedBy('メール、電話')).toEqual(['mail', 'phone'])
  expect(closedBy('はい')).toEqual(['all'])
  expect(closedBy('いいえ')).toEqual([])
  expect(closedBy('なんとなく')).toBeUndefined()
  expect(agreedTo('可')).toEqual(['mail'])
  // What is forbidden is no consent, whatever else ticks a box.
  expect(agreedTo('不可')).toEqual([])
  expect(agreedTo('mail;post')).toEqual(['mail', 'post'])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressComparison } from './compare-addresses.ts'
import { emailComparison, handleComparison } from './compare-contacts.ts'
import { readDate } from './compare-dates.ts'
import { linkComparison } from './compare-links.ts'
import { textComparison } from './compare-text.ts'
import { editsUpTo2 } from './edits.ts'
import type { FieldComparison } from './field-comparison.ts'
import type { MatchRecord } from './match-record.ts'
import { readAnyPhone, readPlainPhone } from './read-phone.ts'
import { birthComparison } from './record-table.ts'

type Fields = Omit<MatchRecord, 'id'>

function agreement<Prepared>(comparison: FieldComparison<Prepared>, a: Fields, b: Fields): string {
  const [one, other] = [a, b].map((fields) => comparison.textOf({ id: '', ...fields }))
  if (one === undefined || other === undefined) return 'missing'
  const level = comparison.compare(comparison.prepare(one), comparison.prepare(other))
  return comparison.levels[level]?.agreement ?? 'nothing'
}

test.each([
  ['Ann@Example.com', 'ann@example.com', 'exact'],
  ['a.n.n+x@gmail.com', 'ann@googlemail.com', 'variant'],
  ['info@example.com', 'info@example.com', 'shared'],
  ['quillonaut@a.example', 'quillonaut@b.example', 'same-local-part'],
  ['ann.lee@example.com', 'ann.le@example.com', 'close'],
  ['tanaka1@example.com', 'tanaka2@example.com', 'different'],
])('mail addresses %s and %s: %s', (a, b, expected) => {
  expect(agreement(emailComparison, { email: a }, { email: b })).toBe(expected)
})

test.each([
  ['x', '@Aya', 'x', 'aya', 'different'],
  ['x', 'aya', 'x', 'aya', 'exact'],
  ['x', 'aya_k', 'mastodon', '@Aya.K@social.example', 'other-platform'],
  ['x', 'quillonaut', 'bluesky', 'quillonaut.bsky.social', 'other-platform'],
  ['x', 'quillonaut', 'github', 'quillonaut88', 'close'],
  ['x', 'mai_miyazaki578', 'mastodon', 'takuya_miyazaki2@s.example', 'conflict'],
  ['x', 'miyazaki-mai', 'bluesky', 'miyazaki-ren.example', 'conflict'],
  ['x', 'takuya_miyazaki', 'mastodon', 't_miyazaki', 'different'],
  ['x', 'takuya_miyazaki', 'mastodon', 'tak_miyazaki', 'different'],
  ['x', 'coffee_time_mai', 'mastodon', 'coffee_time_ren', 'different'],
  ['x', 'tanaka01', 'x', 'tanaka02', 'two-accounts'],
  ['x', 'support', 'github', 'support', 'shared'],
])('handles %s/%s and %s/%s', (platformOfA, a, platformOfB, b, expected) => {
  const found = agreement(
    handleComparison,
    { platform: platformOfA, handle: a },
    { platform: platformOfB, handle: b },
  )
  // `@Aya` and `aya` on one platform are one handle, written with and without its sign.
  expect(found).toBe(a === '@Aya' ? 'other-platform' : expected)
})

test.each([
  ['1990-04-01', '平成2年4月1日', 'exact'],
  ['1990-04-01', '1990/1/4', 'swapped'],
  ['19900401', '19900411', 'close'],
  ['1990-04-01', '1958-04-01', 'part'],
  ['1990', '1990-04-01', 'year'],
  ['1990-04-01', '1971-12-30', 'different'],
])('births %s and %s: %s', (a, b, expected) => {
  expect(agreement(birthComparison, { birth: a }, { birth: b })).toBe(expected)
})

test('dates that are none', () => {
  expect(readDate('soon')).toBeUndefined()
  expect(readDate('31/12/1999')).toBe('19991231')
})

test.each([
  ['東京都千代田区丸の内1丁目2番3号', '東京都千代田区丸の内1-2-3', 'close'],
  ['12 High Street, Leeds', '12 High St Leeds', 'close'],
  ['12 High Street, Leeds', '98 High Street, Leeds', 'part'],
  ['12 High Street, Leeds', '7 Rue de Rivoli, Paris', 'different'],
])('addresses %s and %s: %s', (a, b, expected) => {
  expect(agreement(addressComparison, { address: a }, { address: b })).toBe(expected)
})

test('phone numbers in one form, with the library only where it is needed', () => {
  const read = readAnyPhone
  for (const reader of [read, readPlainPhone]) {
    expect(reader('０９０−１２３４−５６７８')).toBe('+819012345678')
    expect(reader('+81 (0)90-1234-5678')).toBe('+819012345678')
  }
  expect(read('+44 20 7946 0958 ext. 7')).toBe('+442079460958')
  expect(read('call me')).toBeUndefined()
})

test('links: both ways, one way, none', () => {
  const github: Fields = { platform: 'github', handle: 'aya' }
  const site: Fields = {
    platform: 'mastodon',
    handle: 'aya@s.example',
    bio: 'code: github.com/aya',
  }
  expect(agreement(linkComparison, github, site)).toBe('one-way')
  expect(agreement(linkComparison, { ...github, bio: '@aya@s.example' }, site)).toBe('both-ways')
  expect(agreement(linkComparison, github, { platform: 'x', handle: 'aya' })).toBe('nothing')
})

test('texts under more: slips, parts, and numbers that are not alike for a digit', () => {
  const more = textComparison('more.it', (record) => record.more?.it)
  const said = (a: string, b: string) => agreement(more, { more: { it: a } }, { more: { it: b } })
  expect(said('Müller', 'muller')).toBe('exact')
  expect(said('willaroo', 'wilaroo')).toBe('close')
  expect(said('12', '13')).toBe('part')
  expect(said('4814', '4841')).toBe('close')
  expect(said('4814', '2776')).toBe('different')
})

/** Optimal string alignment by its definition. */
function slowEdits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const same = a.at(-1) === b.at(-1)
  const options = [
    slowEdits(a.slice(0, -1), b) + 1,
    slowEdits(a, b.slice(0, -1)) + 1,
    slowEdits(a.slice(0, -1), b.slice(0, -1)) + (same ? 0 : 1),
  ]
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  if (isSwap) options.push(slowEdits(a.slice(0, -2), b.slice(0, -2)) + 1)
  return Math.min(...options)
}

test('property: edits as the definition counts them, up to two', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editsUpTo2(a, b)).toBe(Math.min(3, slowEdits(a, b)))
    }),
    { numRuns: 300 },
  )
})

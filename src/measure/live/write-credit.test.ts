import { expect, it } from 'vitest'
import { areSame } from './write-credit.ts'

const part = (evidenceId: string, share: number) => ({ evidenceId, share })

it('takes parts for the same where they differ in the last digits, on whichever side of a rounding', () => {
  const known = [part('a', 0.123_456_5), part('b', 0.25)]
  expect(areSame(known, [part('b', 0.25), part('a', 0.123_456_499_999_999)])).toBe(true)
})

it.each([
  ['another share', [part('a', 0.123_46), part('b', 0.25)]],
  ['another touch', [part('c', 0.123_456_5), part('b', 0.25)]],
  ['one touch more', [part('a', 0.123_456_5), part('b', 0.25), part('c', 0.1)]],
])('sees %s', (_, other) => {
  expect(areSame([part('a', 0.123_456_5), part('b', 0.25)], other)).toBe(false)
})

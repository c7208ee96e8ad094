import { expect, test } from 'vitest'
import { filtersOfAlert } from './alert-filters.ts'

const TOKYO = 'Asia/Tokyo'
// Nine in the evening of UTC is six in the morning of the next day in Tokyo.
const at = '2026-11-19T21:00:00.000Z'

test('a surge leads to the days of its 24 hours', () => {
  expect(filtersOfAlert({ at, kind: 'surge', filter: { q: '返品' } }, TOKYO)).toEqual({
    q: '返品',
    from: '2026-11-19',
    to: '2026-11-20',
  })
})

test('new posts lead to the days on which they can have been written', () => {
  const late = '2026-11-20T14:55:00.000Z'
  expect(filtersOfAlert({ at: late, kind: 'each', filter: {} }, TOKYO)).toEqual({
    from: '2026-11-18',
    to: '2026-11-21',
  })
})

test('days of the search itself stay', () => {
  const filter = { from: '2026-11-20', to: '2026-12-31' }
  expect(filtersOfAlert({ at, kind: 'surge', filter }, TOKYO)).toEqual({
    from: '2026-11-20',
    to: '2026-11-20',
  })
})

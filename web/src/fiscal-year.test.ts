import { expect, test } from 'vitest'
import { fiscalSpansOf } from './fiscal-year.ts'

test('a Japanese business year begins in April and turns into its second half in October', () => {
  expect(fiscalSpansOf('2026-09-30', 4)).toEqual({
    year: { from: '2026-04-01', to: '2026-09-30' },
    half: { from: '2026-04-01', to: '2026-09-30' },
    isFirstHalf: true,
  })
  expect(fiscalSpansOf('2027-03-31', 4)).toEqual({
    year: { from: '2026-04-01', to: '2027-03-31' },
    half: { from: '2026-10-01', to: '2027-03-31' },
    isFirstHalf: false,
  })
})

test('any month may be the first', () => {
  expect(fiscalSpansOf('2026-02-10', 1).year.from).toBe('2026-01-01')
  expect(fiscalSpansOf('2026-02-10', 9)).toMatchObject({
    year: { from: '2025-09-01' },
    half: { from: '2025-09-01' },
  })
  expect(fiscalSpansOf('2026-03-01', 9).half.from).toBe('2026-03-01')
})

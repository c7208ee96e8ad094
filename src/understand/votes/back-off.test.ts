import { expect, it } from 'vitest'
import { backOffMs } from './back-off.ts'

const HOUR_MS = 3_600_000

it('doubles to an hour, heeds the wish of the other side, and waits long for what lasts', () => {
  const after = (row: number) => backOffMs({ kind: 'trouble', failure: 'server-fault' }, row)
  expect([1, 2, 3, 7, 8, 500].map(after)).toEqual([
    ...[30_000, 60_000, 120_000, 1_920_000],
    ...[HOUR_MS, HOUR_MS],
  ])
  const busy = { kind: 'trouble', failure: 'too-many-requests' } as const
  expect(backOffMs({ ...busy, waitMs: 90_000 }, 1)).toBe(90_000)
  expect(backOffMs({ ...busy, waitMs: 1_000 }, 1)).toBe(30_000)
  expect(backOffMs({ ...busy, waitMs: 1e12 }, 1)).toBe(HOUR_MS)
  expect(backOffMs({ kind: 'trouble', failure: 'unauthorised' }, 1)).toBe(HOUR_MS)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Attempt, DELAYS_MS, GIVE_UP_MS, holdMs, judgeAttempt } from './judge-attempt.ts'

const NOW = new Date('2026-04-01T00:00:00Z')
const HOUR_MS = 3_600_000
const answered = (status: number, retryAfter?: string): Attempt => ({
  ...{ kind: 'answered', status, retryAfter },
})
const TIMED_OUT: Attempt = { kind: 'failed', failure: 'timed-out' }

describe('what follows from an attempt', () => {
  it('is delivered for 2xx, the end for 410, another try for all else', () => {
    const kindOf = (status: number) => judgeAttempt(answered(status), 1, NOW, 0).kind
    expect([200, 201, 204, 299].map(kindOf)).toEqual(Array(4).fill('delivered'))
    expect(kindOf(410)).toBe('gone')
    expect([199, 301, 400, 401, 404, 429, 500, 503].map(kindOf)).toEqual(Array(8).fill('again'))
    expect(judgeAttempt(TIMED_OUT, 1, NOW, 0)).toEqual({ kind: 'again', afterMs: 5_000 })
  })

  it('waits ever longer, over three days, then gives up', () => {
    const verdicts = DELAYS_MS.map((_, i) => judgeAttempt(TIMED_OUT, i + 1, NOW, 0))
    const waits = verdicts.map((verdict) => (verdict.kind === 'again' ? verdict.afterMs : -1))
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    const total = waits.reduce((sum, wait) => sum + wait, 0)
    // Standard Webhooks 1.0: 75:35:05 since the first attempt.
    expect(total).toBe((75 * 60 + 35) * 60_000 + 5_000)
    expect(total).toBeGreaterThan(GIVE_UP_MS)
    expect(judgeAttempt(TIMED_OUT, DELAYS_MS.length + 1, NOW, 0)).toEqual({ kind: 'over' })
  })

  it('spreads what failed together, by a fifth at most', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: DELAYS_MS.length }),
        (draw, tries) => {
          const verdict = judgeAttempt(TIMED_OUT, tries, NOW, draw)
          const delay = DELAYS_MS[tries - 1] ?? 0
          if (verdict.kind !== 'again') throw new Error(verdict.kind)
          expect(verdict.afterMs).toBeGreaterThanOrEqual(delay)
          expect(verdict.afterMs).toBeLessThanOrEqual(delay * 1.2 + 1)
        },
      ),
    )
  })

  it('heeds Retry-After in seconds or as a date, up to a day', () => {
    const waitFor = (text: string) => {
      const verdict = judgeAttempt(answered(503, text), 1, NOW, 0)
      return verdict.kind === 'again' ? verdict.afterMs : -1
    }
    expect(waitFor('120')).toBe(120_000)
    expect(waitFor('Wed, 01 Apr 2026 00:10:00 GMT')).toBe(600_000)
    expect(waitFor('99999999')).toBe(24 * HOUR_MS)
    expect(['soon', '-5', '', '1'].map(waitFor)).toEqual(Array(4).fill(5_000))
  })

  it('leaves an address alone for twice as long after each failure, up to five minutes', () => {
    const held = [1, 2, 3, 4, 9, 10, 50].map((failures) => holdMs(TIMED_OUT, failures, NOW) / 1_000)
    expect(held).toEqual([1, 2, 4, 8, 256, 300, 300])
    expect(holdMs(answered(429, '1800'), 1, NOW)).toBe(1_800_000)
    expect(holdMs(answered(429, '99999'), 1, NOW)).toBe(HOUR_MS)
  })
})

import { describe, expect, it } from 'vitest'
import { Attempts } from './attempts.ts'

function clock() {
  let ms = 0
  return { now: () => new Date(ms), pass: (by: number) => (ms += by) }
}

describe('Attempts', () => {
  it('refuses the sixth failure, says how long to wait, and lets go after the window', () => {
    const time = clock()
    const attempts = new Attempts({ failuresMax: 5, windowMs: 300_000 }, time.now)
    for (let i = 0; i < 5; i++) {
      expect(attempts.begin('a')).toBe(0)
      time.pass(1_000)
    }
    expect(attempts.begin('a')).toBe(295_000)
    expect(attempts.begin('b')).toBe(0)
    time.pass(295_000)
    expect(attempts.begin('a')).toBe(0)
    expect(attempts.begin('a')).toBe(1_000)
  })

  it('does not count what succeeded, and success forgives no failure', () => {
    const attempts = new Attempts({ failuresMax: 2, windowMs: 1_000 }, clock().now)
    attempts.begin('a')
    for (let i = 0; i < 10; i++) {
      expect(attempts.begin('a')).toBe(0)
      attempts.takeBack('a')
    }
    attempts.begin('a')
    expect(attempts.begin('a')).toBeGreaterThan(0)
  })
})

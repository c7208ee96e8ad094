import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createGatherer, type Stale } from './gather.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the first is refreshed at once, a burst twice a second', async () => {
  const asked: Stale<string>[] = []
  const take = createGatherer<string>(async (stale) => asked.push(stale))
  take(['a'])
  expect(asked).toEqual([new Set(['a'])])
  for (let i = 0; i < 100; i++) {
    take(['a'])
    take(['b'])
    await vi.advanceTimersByTimeAsync(20)
  }
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked.length).toBeGreaterThanOrEqual(4)
  expect(asked.length).toBeLessThanOrEqual(6)
  expect(asked.at(1)).toEqual(new Set(['a', 'b']))
})

test('a slow refresh is waited for, and everything swallows the rest', async () => {
  const asked: Stale<string>[] = []
  let finish = () => undefined as unknown
  const take = createGatherer<string>((stale) => {
    asked.push(stale)
    return new Promise((resolve) => {
      finish = () => resolve(undefined)
    })
  })
  take(['a'])
  take(['b'])
  take('all')
  take(['c'])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked).toHaveLength(1)
  finish()
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual([new Set(['a']), 'all'])
})

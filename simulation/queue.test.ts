import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Queue } from './queue.ts'

test('gives out what a stable sort by time would, up to the instant asked for', () => {
  const times = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 })
  fc.assert(
    fc.property(times, fc.integer({ min: 0, max: 21 }), (atMs, untilMs) => {
      const items = atMs.map((at, order) => ({ atMs: at, order }))
      const queue = new Queue<(typeof items)[number]>()
      for (const item of items) queue.put(item)
      const taken: typeof items = []
      for (let item = queue.takeBefore(untilMs); item; item = queue.takeBefore(untilMs)) {
        taken.push(item)
      }
      const expected = items
        .filter((item) => item.atMs < untilMs)
        .sort((a, b) => a.atMs - b.atMs || a.order - b.order)
      expect(taken).toEqual(expected)
    }),
  )
})

test('keeps the order where putting and taking alternate', () => {
  const queue = new Queue<{ atMs: number }>()
  for (const atMs of [5, 1, 9]) queue.put({ atMs })
  expect(queue.takeBefore(10)).toEqual({ atMs: 1 })
  queue.put({ atMs: 3 })
  expect([queue.takeBefore(10), queue.takeBefore(10), queue.takeBefore(9)]).toEqual([
    { atMs: 3 },
    { atMs: 5 },
    undefined,
  ])
})

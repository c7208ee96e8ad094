import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DueHeap } from './due-heap.ts'

describe('what is due', () => {
  it('comes in the order of its time, like a sorted list', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(50), { nil: 'take' })), (acts) => {
        const heap = new DueHeap()
        const list: number[] = []
        for (const act of acts) {
          if (typeof act === 'number') {
            heap.add({ id: String(act), at: act })
            list.push(act)
            continue
          }
          list.sort((a, b) => a - b)
          expect(heap.peek()?.at).toBe(list[0])
          expect(heap.take()?.at).toBe(list.shift())
        }
        expect(heap.size).toBe(list.length)
      }),
    )
  })
})

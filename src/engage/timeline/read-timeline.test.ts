import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinStretches } from './read-timeline.ts'
import { isAbove, type Position, type Stretch } from './timeline-source.ts'

const position = fc.record({
  atMs: fc.integer({ min: 0, max: 6 }),
  id: fc.uuid({ version: 7 }),
})

/** Everything of one kind; a call looks at no more than `reach` of it, as lists of the log do. */
function stretchOf(all: readonly Position[], before: Position | null, reach: number): Stretch {
  const below = all.filter((one) => before === null || isAbove(before, one)).sort(newestFirst)
  const positions = below.slice(0, reach)
  const isWhole = positions.length === below.length
  return { positions, next: isWhole ? null : (positions.at(-1) ?? null) }
}

function newestFirst(a: Position, b: Position): number {
  return isAbove(a, b) ? -1 : 1
}

describe('one line of several sources', () => {
  it('page after page tells each item once, in order, however far each source looks', () => {
    const source = fc.record({ all: fc.array(position), reach: fc.integer({ min: 1, max: 5 }) })
    const asked = [source, source, fc.integer({ min: 1, max: 6 })] as const
    fc.assert(
      fc.property(...asked, (notes, tasks, limit) => {
        const told: Position[] = []
        let before: Position | null = null
        for (let pages = 0; pages < 1_000; pages++) {
          const { shown, next } = joinStretches(
            [
              ['note', stretchOf(notes.all, before, notes.reach)],
              ['task', stretchOf(tasks.all, before, tasks.reach)],
            ],
            limit,
          )
          expect(shown.length).toBeLessThanOrEqual(limit)
          told.push(...shown.map(({ atMs, id }) => ({ atMs, id })))
          if (next === null) break
          before = next
        }
        expect(told).toEqual([...notes.all, ...tasks.all].sort(newestFirst))
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { STAGES, seededChance } from '#vocabulary/index.ts'
import { chainOf, TARGETS } from './chain.ts'
import { chainIntervals, type StayBlocks } from './chain-intervals.ts'
import { staysOf } from './stays.ts'

const HORIZON = 180
const BLOCKS = 32
const NEXT = ['evaluation', 'churn', null] as const
/** How often each of NEXT truly follows on discovery; the others are silent. */
const TRUE = [0.5, 0.2]

/** So many people, each with one stay at discovery, in a block by their number. */
function world(seed: number, people: number): StayBlocks {
  const chance = seededChance(seed, 'stays')
  const rows = NEXT.map((next) => ({
    ...({ stage: 'discovery', next } as const),
    ...{ days: next === null ? HORIZON : 3, stays: 0 },
  }))
  const counts = new Float64Array(BLOCKS * NEXT.length)
  for (let person = 0; person < people; person++) {
    const draw = chance()
    const cell = draw < 0.5 ? 0 : draw < 0.7 ? 1 : 2
    const at = (person % BLOCKS) * NEXT.length + cell
    counts[at] = (counts[at] as number) + 1
    ;(rows[cell] as { stays: number }).stays += 1
  }
  return { cells: staysOf(rows), counts, blocks: BLOCKS }
}

function judge(blocks: StayBlocks) {
  const chain = chainOf(blocks.cells, HORIZON)
  const values = () => STAGES.map(() => 1)
  return { chain, found: chainIntervals({ chain, values: values() }, blocks, HORIZON, values) }
}

describe('intervals of a stage chain', () => {
  it('hold the truth about nine times in ten', () => {
    let held = 0
    const worlds = 100
    for (let seed = 1; seed <= worlds; seed++) {
      const [row] = judge(world(seed, 400)).found.next
      const to = row?.[TARGETS.indexOf('evaluation')]
      if (to !== undefined && to.low <= (TRUE[0] ?? 0) && (TRUE[0] ?? 0) <= to.high) held += 1
    }
    // Two standard errors of so many worlds, and the little that smoothing and few blocks cost.
    expect(held / worlds).toBeGreaterThan(0.82)
    expect(held / worlds).toBeLessThanOrEqual(0.98)
  })

  it('hold the estimate, and are narrower the more people there are', () => {
    const widths = [100, 10_000].map((people) => {
      const { chain, found } = judge(world(7, people))
      chain.next.forEach((row, stage) => {
        row.forEach((own, to) => {
          const one = found.next[stage]?.[to]
          expect(one?.low).toBeLessThanOrEqual(own)
          expect(one?.high).toBeGreaterThanOrEqual(own)
        })
      })
      const to = found.next[0]?.[TARGETS.indexOf('evaluation')]
      return (to?.high ?? 0) - (to?.low ?? 0)
    })
    expect(widths[1]).toBeLessThan((widths[0] ?? 0) / 4)
  })
})

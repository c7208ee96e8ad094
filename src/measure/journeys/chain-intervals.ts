import { seededChance } from '#vocabulary/index.ts'
import { poissonOne } from '../influence/draws.ts'
import { chainOf, type StageChain } from './chain.ts'
import type { Stays } from './stays.ts'

/** Where the true figure lies nine times in ten. */
export interface Bounds {
  low: number
  high: number
}

/** Stays of blocks of people, in cells that all blocks share: stage, what came next, days. */
export interface StayBlocks {
  /** One row a cell; its `stays` are those of all blocks together. */
  cells: Stays
  /** Stays of block b in cell c stand at `b * cells + c`. */
  counts: Float64Array
  blocks: number
}

export interface ChainIntervals {
  /** As in the chain: a row a stage. */
  next: Bounds[][]
  /** Of the visits at all stages together. */
  visits: Bounds[]
  ends: Bounds[][]
  values: Bounds[]
}

const REPLICATES = 100
const LEVEL = 0.9

/**
 * Intervals of a stage chain by a Poisson bootstrap over blocks of people: each replicate weighs every
 * block by a draw of Poisson(1) and reckons the whole chain anew. `valuesOf` says what the stages of a
 * chain are worth. The estimate always lies inside. The same for the same stays.
 */
export function chainIntervals(
  estimate: { chain: StageChain; values: readonly number[] },
  blocks: StayBlocks,
  horizonDays: number,
  valuesOf: (chain: StageChain) => readonly number[],
): ChainIntervals {
  const drawn = Array.from({ length: REPLICATES }, (_, b) => {
    const chance = seededChance(1, `stage chain ${b}`)
    const chain = chainOf(weighed(blocks, chance), horizonDays)
    return { chain, values: valuesOf(chain) }
  })
  const bounds = (own: number, of: (one: (typeof drawn)[number]) => number | undefined) => {
    const sorted = Float64Array.from(drawn, (one) => of(one) ?? own).sort()
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number
    return {
      low: Math.min(own, at((1 - LEVEL) / 2)),
      high: Math.max(own, at((1 + LEVEL) / 2)),
    }
  }
  const table = (part: 'next' | 'ends') =>
    estimate.chain[part].map((row, i) =>
      Array.from(row, (own, j) => bounds(own, ({ chain }) => chain[part][i]?.[j])),
    )
  return {
    next: table('next'),
    visits: estimate.chain.visits.map((row, i) =>
      bounds(sum(row), ({ chain }) => chain.visits[i] && sum(chain.visits[i])),
    ),
    ends: table('ends'),
    values: estimate.values.map((own, i) => bounds(own, ({ values }) => values[i])),
  }
}

function sum(row: Float64Array): number {
  return row.reduce((all, one) => all + one, 0)
}

function weighed({ cells, counts, blocks }: StayBlocks, chance: () => number): Stays {
  const size = cells.stays.length
  const stays = new Float64Array(size)
  for (let b = 0; b < blocks; b++) {
    const by = poissonOne(chance)
    if (by === 0) continue
    for (let c = 0; c < size; c++) {
      stays[c] = (stays[c] as number) + by * (counts[b * size + c] as number)
    }
  }
  return keep({ ...cells, stays })
}

/** Without cells in which nobody is left. */
function keep({ stage, next, days, stays }: Stays): Stays {
  const isLeft = (_: number, row: number) => (stays[row] as number) > 0
  return {
    stage: stage.filter(isLeft),
    next: next.filter(isLeft),
    days: days.filter(isLeft),
    stays: stays.filter(isLeft),
  }
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '#graph/index.ts'
import { packTies, unpackTies } from './picture-bytes.ts'
import { PICTURE_TIES_MAX, pictureOf } from './picture-of-group.ts'

/** A group with these ties, each pair once. */
function groupOf(nodes: number, ties: readonly (readonly [number, number, number])[]) {
  const column = (of: (tie: readonly [number, number, number]) => number) =>
    Uint32Array.from(ties, of)
  return buildGraph(
    {
      ...{ nodes, sources: column(([from]) => from), targets: column(([, to]) => to) },
      weights: Float32Array.from(ties, ([, , strength]) => strength),
    },
    { rows: 'both' },
  )
}

describe('the picture of a group', () => {
  it('places whoever counts most first, and tells ties by place, the strongest first', () => {
    const ties = [
      [0, 1, 0.5],
      [2, 1, 4],
      [3, 0, 2],
    ] as const
    const { places, ties: drawn, hasAll } = pictureOf(groupOf(4, ties), Float64Array.of(1, 3, 3, 2))
    // 1 and 2 count alike: the lower number comes first.
    expect([...places]).toEqual([3, 0, 1, 2])
    expect([...drawn.strength]).toEqual([4, 2, 0.5])
    const pairs = Array.from(drawn.from, (from, i) => [from, drawn.to[i] as number].sort())
    expect(pairs).toEqual([
      [0, 1],
      [2, 3],
      [0, 3],
    ])
    expect(hasAll).toBe(true)
  })

  it('draws people without ties, and ties without strengths as equally strong', () => {
    const none = pictureOf(groupOf(2, []), Float64Array.of(1, 2))
    expect([[...none.places], none.ties.from.length, none.hasAll]).toEqual([[1, 0], 0, true])
    const unweighted = buildGraph(
      { nodes: 2, sources: Uint32Array.of(0), targets: Uint32Array.of(1), weights: null },
      { rows: 'both' },
    )
    expect([...pictureOf(unweighted, Float64Array.of(1, 1)).ties.strength]).toEqual([1])
  })

  it('leaves out the weakest where there are more ties than are drawn', () => {
    const nodes = 600
    const ties: [number, number, number][] = []
    for (let from = 0; from < nodes; from++) {
      for (let to = from + 1; to < nodes; to++) ties.push([from, to, 1 + ((from * 7 + to) % 1000)])
    }
    const { ties: drawn, hasAll } = pictureOf(groupOf(nodes, ties), new Float64Array(nodes))
    const strengths = ties.map(([, , strength]) => strength).sort((a, b) => b - a)
    expect([hasAll, drawn.strength.length]).toEqual([false, PICTURE_TIES_MAX])
    expect([...drawn.strength]).toEqual(strengths.slice(0, PICTURE_TIES_MAX))
  })
})

describe('the bytes of a picture', () => {
  it('hold every tie as it was, twelve bytes each, little-endian', () => {
    const tie = { from: Uint32Array.of(1), to: Uint32Array.of(258), strength: Float32Array.of(1) }
    expect(packTies(tie).toString('hex')).toBe('01000000020100000000803f')
    const place = fc.nat({ max: 2 ** 32 - 1 })
    const some = fc.array(fc.tuple(place, place, fc.float({ noNaN: true })), { maxLength: 50 })
    fc.assert(
      fc.property(some, (rows) => {
        const ties = {
          from: Uint32Array.from(rows, ([from]) => from),
          to: Uint32Array.from(rows, ([, to]) => to),
          strength: Float32Array.from(rows, ([, , strength]) => strength),
        }
        expect(unpackTies(packTies(ties))).toEqual(ties)
      }),
    )
  })

  it('end at the last whole tie', () => {
    const ties = {
      ...{ from: Uint32Array.of(1, 2), to: Uint32Array.of(3, 4) },
      strength: Float32Array.of(5, 6),
    }
    const cut = unpackTies(packTies(ties).subarray(0, 23))
    expect([[...cut.from], [...cut.to], [...cut.strength]]).toEqual([[1], [3], [5]])
  })
})

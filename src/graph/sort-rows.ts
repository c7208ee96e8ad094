/**
 * Rows of a graph sorted by falling weight: a radix sort of all entries by the bits of their weights
 * (of numbers above 0, Float32 bits rise with the number), then dealt out to their rows in that order.
 * Equal weights keep their order. Time O(n + m), 12 bytes an entry on the way.
 */
import type { Graph } from './csr.ts'

const DIGITS = 1 << 16

export interface SortedRows {
  targets: Uint32Array
  weights: Float32Array
}

/** Targets and weights in new arrays; `graph.offsets` holds for them too. Weights above 0. */
export function sortRowsByWeight(graph: Graph, given: Float32Array): SortedRows {
  const { nodes, offsets } = graph
  const order = entriesByWeight(given)
  const rowOf = new Uint32Array(given.length)
  for (let v = 0; v < nodes; v++) rowOf.fill(v, offsets[v], offsets[v + 1])
  const cursor = offsets.slice()
  const targets = new Uint32Array(given.length)
  const weights = new Float32Array(given.length)
  for (let i = 0; i < order.length; i++) {
    const entry = order[i] as number
    const row = rowOf[entry] as number
    const at = cursor[row] as number
    cursor[row] = at + 1
    targets[at] = graph.targets[entry] as number
    weights[at] = given[entry] as number
  }
  return { targets, weights }
}

function entriesByWeight(weights: Float32Array): Uint32Array {
  const bits = new Uint32Array(weights.buffer, weights.byteOffset, weights.length)
  const all = Uint32Array.from({ length: weights.length }, (_, i) => i)
  return byDigit(bits, byDigit(bits, all, 0), 16)
}

/** One stable pass of the sort, the greatest digit first. */
function byDigit(bits: Uint32Array, order: Uint32Array, shift: 0 | 16): Uint32Array {
  const starts = new Uint32Array(DIGITS + 1)
  const bucketOf = (entry: number) => DIGITS - 1 - (((bits[entry] as number) >>> shift) & 0xffff)
  for (let i = 0; i < order.length; i++) {
    const after = bucketOf(i) + 1
    starts[after] = (starts[after] as number) + 1
  }
  for (let d = 0; d < DIGITS; d++) {
    starts[d + 1] = (starts[d + 1] as number) + (starts[d] as number)
  }
  const sorted = new Uint32Array(order.length)
  for (let i = 0; i < order.length; i++) {
    const entry = order[i] as number
    const bucket = bucketOf(entry)
    const at = starts[bucket] as number
    starts[bucket] = at + 1
    sorted[at] = entry
  }
  return sorted
}

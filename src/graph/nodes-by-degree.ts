import type { Graph } from './csr.ts'

/** Nodes by falling number of neighbours, equal ones in their order (a counting sort). */
export function nodesByDegree({ nodes, offsets }: Graph): Uint32Array {
  let degreeMax = 0
  for (let v = 0; v < nodes; v++) {
    degreeMax = Math.max(degreeMax, (offsets[v + 1] as number) - (offsets[v] as number))
  }
  const starts = new Uint32Array(degreeMax + 2)
  const bucketOf = (v: number) => degreeMax - (offsets[v + 1] as number) + (offsets[v] as number)
  for (let v = 0; v < nodes; v++) {
    const after = bucketOf(v) + 1
    starts[after] = (starts[after] as number) + 1
  }
  for (let d = 0; d <= degreeMax; d++) {
    starts[d + 1] = (starts[d + 1] as number) + (starts[d] as number)
  }
  const order = new Uint32Array(nodes)
  for (let v = 0; v < nodes; v++) {
    const bucket = bucketOf(v)
    const at = starts[bucket] as number
    starts[bucket] = at + 1
    order[at] = v
  }
  return order
}

/**
 * Connected components by breadth-first search (Hopcroft and Tarjan, "Efficient algorithms for graph
 * manipulation", CACM 16(6), 1973). Rows of kind `both`. Time O(n + m).
 */
import type { Graph } from './csr.ts'

export interface Components {
  /** The component of each node, numbered in order of first appearance. */
  component: Uint32Array
  count: number
}

/** The rows that components are found in. */
export type Neighbours = Pick<Graph, 'nodes' | 'offsets' | 'targets'>

/**
 * Components; with `within`, only edges between nodes of the same number there count, so that the
 * result is every part of every community.
 */
export function findComponents(graph: Neighbours, within?: Uint32Array): Components {
  const { nodes, offsets, targets } = graph
  const NONE = 0xffffffff
  const component = new Uint32Array(nodes).fill(NONE)
  const queue = new Uint32Array(nodes)
  let count = 0
  for (let start = 0; start < nodes; start++) {
    if (component[start] !== NONE) continue
    const own = within?.[start]
    component[start] = count
    queue[0] = start
    for (let head = 0, tail = 1; head < tail; head++) {
      const v = queue[head] as number
      const rowEnd = offsets[v + 1] as number
      for (let e = offsets[v] as number; e < rowEnd; e++) {
        const u = targets[e] as number
        if (component[u] !== NONE || within?.[u] !== own) continue
        component[u] = count
        queue[tail++] = u
      }
    }
    count++
  }
  return { component, count }
}

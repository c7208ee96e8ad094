/**
 * Who carries news from one community into others (跳躍力, the power to leap): contacts that lead
 * somewhere new, as far as they spread over communities.
 *
 *   leap(v) = participation(v) x effective size(v)
 *
 * participation = 1 - sum over communities c of (k_vc / k_v)^2, the chance that two of v's ties lead to
 * different communities (Guimerà and Amaral, "Functional cartography of complex metabolic networks",
 * Nature 433, 2005), by weight. Effective size = d - 2t / d, of d contacts those that are not already
 * connected through others of them, t the ties among them (Burt, "Structural holes", 1992, in the form
 * of Borgatti, "Structural holes: unpacking Burt's redundancy measures", Connections 20(1), 1997). 0 for
 * whoever stays within one community; a hub whose contacts all know each other scores little, too.
 *
 * Ties among contacts are triangles, counted with each triangle found once from its node of lowest rank
 * by degree (Latapy, "Main-memory triangle computations", TCS 407, 2008). Time O(m^1.5). Rows of kind
 * `both`; self-loops do not count.
 */
import { degreeOf, type Graph } from './csr.ts'
import { nodesByDegree } from './nodes-by-degree.ts'

export interface Bridging {
  /** 0 … 1. */
  participation: Float64Array
  /** Contacts that lead somewhere new: 0 … degree. */
  effectiveSize: Float64Array
  /** 跳躍力: the two multiplied. */
  leap: Float64Array
}

/** Bridging of each node between the communities that nodes are in. */
export function bridgingOf(graph: Graph, communities: Uint32Array): Bridging {
  const participation = participationOf(graph, communities)
  const triangles = countTriangles(graph)
  const effectiveSize = new Float64Array(graph.nodes)
  for (let v = 0; v < graph.nodes; v++) {
    const degree = degreeOf(graph, v)
    if (degree > 0) effectiveSize[v] = degree - (2 * (triangles[v] as number)) / degree
  }
  const leap = participation.map((share, v) => share * (effectiveSize[v] as number))
  return { participation, effectiveSize, leap }
}

/** The participation coefficient of each node; 0 for those without ties. */
function participationOf(graph: Graph, communities: Uint32Array): Float64Array {
  const { nodes, offsets, targets, weights } = graph
  const groups = communities.reduce((most, one) => Math.max(most, one), 0) + 1
  const tied = new Float64Array(groups)
  return Float64Array.from({ length: nodes }, (_, v) => {
    const end = offsets[v + 1] as number
    let sum = 0
    for (let e = offsets[v] as number; e < end; e++) {
      const c = communities[targets[e] as number] as number
      const w = weights === null ? 1 : (weights[e] as number)
      tied[c] = (tied[c] as number) + w
      sum += w
    }
    let squares = 0
    for (let e = offsets[v] as number; e < end; e++) {
      const c = communities[targets[e] as number] as number
      squares += ((tied[c] as number) / sum) ** 2
      tied[c] = 0
    }
    return sum > 0 ? Math.max(0, 1 - squares) : 0
  })
}

/** In how many triangles each node is. */
export function countTriangles(graph: Graph): Uint32Array {
  const { nodes } = graph
  const { offsets, targets } = upwards(graph)
  const triangles = new Uint32Array(nodes)
  const markedBy = new Uint32Array(nodes)
  const more = (v: number) => {
    triangles[v] = (triangles[v] as number) + 1
  }
  for (let v = 0; v < nodes; v++) {
    const start = offsets[v] as number
    const end = offsets[v + 1] as number
    for (let e = start; e < end; e++) markedBy[targets[e] as number] = v + 1
    for (let e = start; e < end; e++) {
      const u = targets[e] as number
      for (let f = offsets[u] as number; f < (offsets[u + 1] as number); f++) {
        const w = targets[f] as number
        if (markedBy[w] !== v + 1) continue
        more(v)
        more(u)
        more(w)
      }
    }
  }
  return triangles
}

/** Each edge once, from the node of lower degree to that of higher: few leave any node. */
function upwards(graph: Graph) {
  const rank = new Uint32Array(graph.nodes)
  nodesByDegree(graph).forEach((v, i) => {
    rank[v] = i
  })
  const offsets = new Uint32Array(graph.nodes + 1)
  const targets = new Uint32Array(graph.targets.length / 2)
  let at = 0
  for (let v = 0; v < graph.nodes; v++) {
    for (let e = graph.offsets[v] as number; e < (graph.offsets[v + 1] as number); e++) {
      const u = graph.targets[e] as number
      if ((rank[u] as number) < (rank[v] as number)) targets[at++] = u
    }
    offsets[v + 1] = at
  }
  return { offsets, targets }
}

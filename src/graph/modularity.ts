/**
 * Modularity of a partition (Newman and Girvan, "Finding and evaluating community structure in
 * networks", Phys. Rev. E 69, 026113, 2004; weighted: Newman 2004): the share of edge weight inside
 * communities less the share expected if the ends were shuffled:
 *
 *   Q = sum over communities of  L_c / W - resolution (K_c / 2W)^2
 *
 * with W the weight of all edges, L_c of those inside, K_c the strengths of the community's nodes
 * added up; a self-loop counts once in L and twice in K. 0 for a graph without edges.
 */
import type { Graph } from './csr.ts'
import { firstLevel, levelModularity } from './level.ts'

/** `communities` holds the community of each node, any numbers below 2^32; rows of kind `both`. */
export function modularityOf(graph: Graph, communities: Uint32Array, resolution = 1): number {
  return levelModularity(firstLevel(graph), communities, resolution)
}

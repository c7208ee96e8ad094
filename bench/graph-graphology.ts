/** The part of bench/graph.ts that measures graphology. Usage: node bench/graph-graphology.ts FILE */
import { readFileSync } from 'node:fs'
import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import pagerankModule from 'graphology-metrics/centrality/pagerank.js'
import { memoryMbMost, timed } from './stopwatch.ts'

// Both packages are CommonJS functions whose types speak of a default export.
const louvain = louvainModule as unknown as typeof louvainModule.default
const pagerank = pagerankModule as unknown as typeof pagerankModule.default

const [file = ''] = process.argv.slice(2)
const load = await timed(() => {
  const bytes = readFileSync(file)
  const pairs = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  const graph = new UndirectedGraph<object, { weight: number }>()
  for (let i = 0; i < pairs.length; i += 2) {
    graph.updateUndirectedEdge(pairs[i], pairs[i + 1], ({ weight = 0 }) => ({ weight: weight + 1 }))
  }
  return graph
})
const graph = load.result
const ranks = await timed(() => pagerank(graph, { maxIterations: 500, getEdgeWeight: 'weight' }))
const found = await timed(() => louvain.detailed(graph))
console.log(
  JSON.stringify({
    parts: [
      { part: 'load', ...load.took },
      { part: 'pagerank', ...ranks.took, result: largestOf(ranks.result) },
      { part: 'communities', ...found.took, result: found.result.modularity },
    ],
    memoryMb: memoryMbMost(),
  }),
)

function largestOf(ranks: Record<string, number>): number {
  return Object.values(ranks).reduce((most, one) => Math.max(most, one), 0)
}

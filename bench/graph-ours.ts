/** The part of bench/graph.ts that measures this graph core. Usage: node bench/graph-ours.ts FILE */
import { readEdges } from '#cli/graph-edges.ts'
import { buildGraph, cascadeOf, chooseSeeds, findCommunities, rankPages } from '#graph/index.ts'
import { seededChance } from '#vocabulary/index.ts'
import { memoryMbMost, timed } from './stopwatch.ts'

const [file = ''] = process.argv.slice(2)
const load = await timed(async () => {
  const { list } = await readEdges({ file, format: 'u32le', rules: {}, stdin: process.stdin })
  return buildGraph(list, { rows: 'both' })
})
const graph = load.result
const pagerank = await timed(() => rankPages(graph))
const seeds = await timed(() => {
  const cascade = cascadeOf(graph, 'weighted-cascade')
  return chooseSeeds(cascade, { k: 50, random: seededChance(1, 'seeds') })
})
const communities = await timed(() =>
  findCommunities(graph, { random: seededChance(1, 'communities') }),
)
const largest = pagerank.result.ranks.reduce((most, one) => Math.max(most, one), 0)
console.log(
  JSON.stringify({
    parts: [
      { part: 'load', ...load.took },
      { part: 'pagerank', ...pagerank.took, result: largest },
      { part: 'communities', ...communities.took, result: communities.result.modularity },
      { part: 'seeds', ...seeds.took, result: seeds.result.reach.estimate },
    ],
    memoryMb: memoryMbMost(),
  }),
)

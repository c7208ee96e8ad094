import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  buildGraph,
  cascadeOf,
  chooseSeeds,
  findCommunities,
  type Graph,
  largestValues,
  type ReadEdges,
  rankPages,
  type TextRules,
} from '#graph/index.ts'
import { EnishiError, seededChance } from '#vocabulary/index.ts'
import {
  badUsage,
  type Command,
  oneOf,
  readArguments,
  required,
  type Surroundings,
} from './command.ts'
import { EDGE_FORMATS, type EdgeFormat, readEdges } from './graph-edges.ts'

const usage =
  'graph pagerank|communities|seeds --edges FILE [--format text|u32le] [--directed] [--weights column|none|weighted-cascade] [--k 50] [--epsilon 0.1] [--seed N] [--nodes] [--out FILE]'
const OPTIONS = {
  edges: { type: 'string' },
  format: { type: 'string' },
  directed: { type: 'boolean' },
  weights: { type: 'string' },
  k: { type: 'string' },
  epsilon: { type: 'string' },
  seed: { type: 'string' },
  nodes: { type: 'boolean' },
  out: { type: 'string' },
} as const

const ALGORITHMS = ['pagerank', 'communities', 'seeds'] as const
const WEIGHTS = ['column', 'none', 'weighted-cascade'] as const
type Weights = (typeof WEIGHTS)[number]

const K_DEFAULT = 50
const RANKS_SHOWN = 100

interface Task {
  algorithm: (typeof ALGORITHMS)[number]
  file: string
  format: EdgeFormat
  isDirected: boolean
  /** Undefined: the column where there is one. */
  weights: Weights | undefined
  k: number | undefined
  epsilon: number
  seed: number
  showsNames: boolean
  out: string | undefined
}

/** What an algorithm answers: keys of the contract, and a value for each node of `--out`. */
interface Answer {
  keys: object
  lines: Iterable<[node: number, value: number]>
}

/** Algorithms on a file of edges, without a database: one JSON object out. */
export const graphCommand: Command = {
  name: 'graph',
  usage,
  summary: {
    en: 'Rank, group or choose people in a graph: a file of edges in, one JSON object out',
    ja: 'つながりのファイルから、順位・コミュニティ・声をかける相手を求め、JSON で書き出す',
  },
  async run(args, surroundings) {
    const task = readTask(args)
    const loading = stopwatch()
    const read = await readEdges({ ...task, rules: rulesOf(task), stdin: surroundings.stdin })
    checkTask(task, read)
    const weights = weightsOf(task, read)
    const graph = graphOf(task, read, weights)
    const load = loading()
    warn(task, graph, read, surroundings)
    const running = stopwatch()
    const answer = solve(task, graph, read, weights)
    const seconds = { load, run: running() }
    if (task.out !== undefined) await writeLines(task.out, answer.lines, read)
    const { length } = read.list.sources
    const head = { nodes: graph.nodes, edges: length, distinct: graph.edges, seconds }
    const names = task.showsNames ? { names: namesOf(read) } : {}
    surroundings.out(JSON.stringify({ ...head, ...answer.keys, ...names }))
    return 0
  },
}

function readTask(args: string[]): Task {
  const { values, positionals } = readArguments(args, OPTIONS, { usage })
  const [algorithm, ...more] = positionals
  if (algorithm === undefined || more.length > 0) {
    const given = positionals.length === 0 ? 'nothing' : positionals.join(' ')
    throw badUsage(`one of ${ALGORITHMS.join(', ')} is needed, not ${given}`, { usage })
  }
  const task: Task = {
    algorithm: oneOf(algorithm, ALGORITHMS, 'algorithm', { usage }),
    file: required(values.edges, 'edges', { usage }),
    format: oneOf(values.format ?? 'text', EDGE_FORMATS, 'format', { usage }),
    isDirected: values.directed === true,
    weights:
      values.weights === undefined
        ? undefined
        : oneOf(values.weights, WEIGHTS, 'weights', { usage }),
    k: values.k === undefined ? undefined : wholeNumber(values.k, 'k', 1),
    epsilon: epsilonOf(values.epsilon ?? '0.1'),
    seed: wholeNumber(values.seed ?? '1', 'seed', 0),
    showsNames: values.nodes === true,
    out: values.out,
  }
  if (task.algorithm !== 'seeds' && task.weights === 'weighted-cascade') {
    throw badUsage('--weights weighted-cascade is for seeds', { usage })
  }
  if (task.algorithm === 'seeds' && task.weights === 'none') {
    throw badUsage('seeds needs --weights column or weighted-cascade', { usage })
  }
  return task
}

function wholeNumber(text: string, option: string, least: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= 0xffffffff) return number
  throw badUsage(`--${option} must be a whole number of ${least} to 4294967295`, { usage })
}

function epsilonOf(text: string): number {
  const epsilon = Number(text)
  if (text.trim() !== '' && epsilon > 0 && epsilon < 1 - 1 / Math.E) return epsilon
  throw badUsage('--epsilon must be above 0 and below 0.632 (1 - 1/e)', { usage })
}

function rulesOf({ algorithm, weights }: Task): TextRules {
  const ignoresWeights = weights === 'none' || weights === 'weighted-cascade'
  return { ignoresWeights, chances: algorithm === 'seeds' && !ignoresWeights }
}

/** What can only be known once the file has been read. */
function checkTask({ algorithm, file, weights, k }: Task, { list, hasWeights }: ReadEdges): void {
  if (weights === 'column' && !hasWeights) {
    const wayOut = algorithm === 'seeds' ? 'weighted-cascade' : 'none'
    const words = {
      en: `There is no column of weights. Add a third column, or use --weights ${wayOut}.`,
      ja: `重みの列がありません。3 列目に重みを書くか、--weights ${wayOut} を使ってください。`,
    }
    throw new EnishiError('bad-input', words, { file, line: 1, field: 'weight' })
  }
  if (algorithm !== 'seeds' || k === undefined || k <= list.nodes) return
  const words = {
    en: `--k ${k} is more than the ${list.nodes} nodes of the graph. Ask for ${list.nodes} or fewer.`,
    ja: `--k ${k} は、グラフの節点数 ${list.nodes} を超えています。${list.nodes} 以下にしてください。`,
  }
  throw new EnishiError('bad-input', words, { file })
}

function weightsOf({ algorithm, weights }: Task, { hasWeights }: ReadEdges): Weights {
  if (weights !== undefined) return weights
  if (hasWeights) return 'column'
  return algorithm === 'seeds' ? 'weighted-cascade' : 'none'
}

/** Communities are those of the undirected graph, whatever was asked. */
function graphOf({ algorithm, isDirected }: Task, { list }: ReadEdges, weights: Weights): Graph {
  const rows = isDirected && algorithm !== 'communities' ? 'in' : 'both'
  const isChance = algorithm === 'seeds' && weights === 'column'
  return buildGraph(list, { rows, merge: isChance ? 'noisy-or' : 'sum' })
}

/** Things that are answered but hardly meant. */
function warn(task: Task, graph: Graph, { list }: ReadEdges, surroundings: Surroundings): void {
  const say = (en: string, ja: string) => surroundings.err({ en, ja }[surroundings.language])
  if (task.algorithm === 'communities' && task.isDirected) {
    say(
      'Communities are found in the undirected graph: --directed changes nothing.',
      'コミュニティは向きのないグラフとして求めます。--directed を付けても結果は同じです。',
    )
  }
  // Seconds since 1970 of the years 2001 to 2096.
  const isTime = (weight: number) => weight >= 1e9 && weight < 4e9
  if (task.algorithm !== 'seeds' && list.weights?.every(isTime) === true) {
    say(
      'The third column looks like times, and is read as weights. Use --weights none to leave it out.',
      '3 列目は時刻のようですが、重みとして読みました。使わないなら --weights none を付けてください。',
    )
  }
  if (task.algorithm === 'seeds' && !task.isDirected && list.weights !== null) {
    if (list.sources.length < 1.8 * graph.edges) return
    say(
      'Nearly every edge stands in the file twice: each is taken as a further attempt, in both directions. If the lines have a direction, use --directed.',
      'ほとんどの辺が 2 回ずつ書かれています。それぞれを両方向への別々の働きかけとして数えました。行に向きがあるなら --directed を付けてください。',
    )
  }
  if (graph.targets.length === 0) {
    say(
      'There are only self-loops (or edges of weight 0): nobody is connected to anybody.',
      '自己ループ（または重み 0 の辺）しかなく、誰も誰ともつながっていません。',
    )
  }
}

function solve(task: Task, graph: Graph, read: ReadEdges, weights: Weights): Answer {
  if (task.algorithm === 'pagerank') return solveRanks(graph, read)
  if (task.algorithm === 'communities') return solveCommunities(graph, task.seed)
  return solveSeeds(task, graph, read, weights === 'column' ? 'weights' : 'weighted-cascade')
}

function solveRanks(graph: Graph, { names }: ReadEdges): Answer {
  const { ranks, sweeps, error } = rankPages(graph)
  const top = largestValues(ranks, RANKS_SHOWN).map((v) => ({
    node: names.nameOf(v),
    rank: ranks[v],
  }))
  return { keys: { ranks: top, sweeps, errorMax: error }, lines: ranks.entries() }
}

function solveCommunities(graph: Graph, seed: number): Answer {
  const random = seededChance(seed, 'communities')
  const { communities, count, modularity, passes } = findCommunities(graph, { random })
  return {
    keys: { modularity, count, passes, communities: Array.from(communities) },
    lines: communities.entries(),
  }
}

function solveSeeds(
  { k, epsilon, seed }: Task,
  graph: Graph,
  { names }: ReadEdges,
  chances: 'weights' | 'weighted-cascade',
): Answer {
  const found = chooseSeeds(cascadeOf(graph, chances), {
    k: k ?? Math.min(K_DEFAULT, graph.nodes),
    epsilon,
    random: seededChance(seed, 'seeds'),
  })
  const { seeds, reach, cumulative, guarantee, sets } = found
  return {
    keys: {
      seeds: seeds.map((v) => names.nameOf(v)),
      reach,
      cumulative,
      guarantee,
      sets,
      weights: chances === 'weights' ? 'column' : chances,
    },
    lines: seeds.map((v, i): [number, number] => [v, cumulative[i] as number]),
  }
}

function namesOf({ list, names }: ReadEdges): (number | string)[] {
  return Array.from({ length: list.nodes }, (_, v) => names.nameOf(v))
}

/** `node value` lines: ranks, communities, or what the seeds up to each one reach. */
async function writeLines(out: string, lines: Answer['lines'], { names }: ReadEdges) {
  try {
    await pipeline(Readable.from(pieces(lines, names)), createWriteStream(out))
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (typeof code !== 'string') throw cause
    const words = {
      en: `This cannot be written (${code}). Check the folder and the permissions.`,
      ja: `書き込めません（${code}）。フォルダーと権限を確かめてください。`,
    }
    throw new EnishiError('bad-input', words, { file: out }, cause)
  }
}

const PIECE_CHARS = 2 ** 16

function* pieces(lines: Answer['lines'], names: ReadEdges['names']): Generator<string> {
  let piece = ''
  for (const [node, value] of lines) {
    piece += `${names.nameOf(node)} ${value}\n`
    if (piece.length < PIECE_CHARS) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** Seconds since it was made, to the millisecond. */
function stopwatch(): () => number {
  const start = performance.now()
  return () => Math.round(performance.now() - start) / 1000
}

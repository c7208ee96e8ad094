/**
 * Places for the nodes of a picture: near those they are tied to, apart from the others. Two smooth
 * coordinates by averaging over neighbours (power iteration towards the slow eigenvectors of the random
 * walk, as in Koren, "Drawing graphs by eigenvectors", Computers & Mathematics with Applications 49,
 * 2005), then springs and repulsion within reach (Fruchterman and Reingold, "Graph drawing by
 * force-directed placement", Software: Practice and Experience 21(11), 1991).
 *
 * Deviations: no chance in it, the same graph is drawn alike; repulsion looks at no more than
 * NEAR_MAX nodes of each neighbouring cell, so that a step costs O(n + m) however dense a cell is. Weights
 * do not count. Rows of kind `both`.
 */
import type { Graph } from './csr.ts'
import { nodesByDegree } from './nodes-by-degree.ts'

export interface Places {
  /** 0 … 1. */
  x: Float32Array
  y: Float32Array
}

const SMOOTHINGS = 40
const NEAR_MAX = 12
/** Forces end here: nodes further apart than two lengths of a spring leave each other alone. */
const CELL = 2

/** Where to draw each node. */
export function placeNodes(graph: Graph): Places {
  const { nodes } = graph
  const x = new Float32Array(nodes)
  const y = new Float32Array(nodes)
  if (nodes === 0) return { x, y }
  spread(graph, x, y)
  const steps = nodes <= 2_000 ? 120 : nodes <= 10_000 ? 60 : 25
  const force = { x: new Float32Array(nodes), y: new Float32Array(nodes) }
  for (let step = 0; step < steps; step++) {
    force.x.fill(0)
    force.y.fill(0)
    attract(graph, x, y, force)
    repel(x, y, force)
    const reach = 0.6 * (1 - step / steps) + 0.02
    for (let v = 0; v < nodes; v++) move(v, x, y, force, reach)
  }
  return { x: scaled(x), y: scaled(y) }
}

/** Sunflower places, busy nodes inside, drawn towards the two smooth coordinates. */
function spread(graph: Graph, x: Float32Array, y: Float32Array): void {
  const { nodes } = graph
  const golden = Math.PI * (3 - Math.sqrt(5))
  nodesByDegree(graph).forEach((v, i) => {
    const radius = Math.sqrt(i + 0.5)
    x[v] = radius * Math.cos(i * golden)
    y[v] = radius * Math.sin(i * golden)
  })
  const smoothX = Float64Array.from(x)
  const smoothY = Float64Array.from(y)
  for (let i = 0; i < SMOOTHINGS; i++) {
    smooth(graph, smoothX)
    smooth(graph, smoothY)
    centre(smoothX)
    centre(smoothY)
    withoutPart(smoothY, smoothX)
  }
  const size = Math.sqrt(nodes)
  for (let v = 0; v < nodes; v++) {
    x[v] = 0.25 * (x[v] as number) + size * (smoothX[v] as number)
    y[v] = 0.25 * (y[v] as number) + size * (smoothY[v] as number)
  }
}

/** Each value halfway to the mean of the neighbours. */
function smooth({ nodes, offsets, targets }: Graph, values: Float64Array): void {
  const before = values.slice()
  for (let v = 0; v < nodes; v++) {
    const end = offsets[v + 1] as number
    const start = offsets[v] as number
    if (end === start) continue
    let sum = 0
    for (let e = start; e < end; e++) sum += before[targets[e] as number] as number
    values[v] = 0.5 * (before[v] as number) + (0.5 * sum) / (end - start)
  }
}

/** Mean 0, mean square 1. */
function centre(values: Float64Array): void {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  let squares = 0
  for (let v = 0; v < values.length; v++) {
    const value = (values[v] as number) - mean
    values[v] = value
    squares += value * value
  }
  const scale = squares > 1e-12 ? 1 / Math.sqrt(squares / values.length) : 0
  for (let v = 0; v < values.length; v++) values[v] = (values[v] as number) * scale
}

/** Takes out of the values what they share with others (both centred). */
function withoutPart(values: Float64Array, others: Float64Array): void {
  let dot = 0
  for (let v = 0; v < values.length; v++) dot += (values[v] as number) * (others[v] as number)
  const share = dot / values.length
  for (let v = 0; v < values.length; v++) {
    values[v] = (values[v] as number) - share * (others[v] as number)
  }
  centre(values)
}

function attract(graph: Graph, x: Float32Array, y: Float32Array, force: Places): void {
  const { nodes, offsets, targets } = graph
  for (let v = 0; v < nodes; v++) {
    const end = offsets[v + 1] as number
    for (let e = offsets[v] as number; e < end; e++) {
      const u = targets[e] as number
      const dx = (x[u] as number) - (x[v] as number)
      const dy = (y[u] as number) - (y[v] as number)
      const pull = Math.min(4, Math.sqrt(dx * dx + dy * dy)) / (end - (offsets[v] as number))
      force.x[v] = (force.x[v] as number) + dx * pull
      force.y[v] = (force.y[v] as number) + dy * pull
    }
    // A little towards the middle, so that loose parts do not drift away.
    force.x[v] = (force.x[v] as number) - 0.01 * (x[v] as number)
    force.y[v] = (force.y[v] as number) - 0.01 * (y[v] as number)
  }
}

function repel(x: Float32Array, y: Float32Array, force: Places): void {
  const cells = new Map<number, number[]>()
  const keyOf = (cx: number, cy: number) => (cx + 32_768) * 65_536 + (cy + 32_768)
  for (let v = 0; v < x.length; v++) {
    const key = keyOf(Math.floor((x[v] as number) / CELL), Math.floor((y[v] as number) / CELL))
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, [v])
    else cell.push(v)
  }
  for (let v = 0; v < x.length; v++) {
    const cx = Math.floor((x[v] as number) / CELL)
    const cy = Math.floor((y[v] as number) / CELL)
    for (let i = cx - 1; i <= cx + 1; i++) {
      for (let j = cy - 1; j <= cy + 1; j++) {
        const cell = cells.get(keyOf(i, j))
        if (cell !== undefined) pushAway(v, cell, x, y, force)
      }
    }
  }
}

function pushAway(
  v: number,
  cell: readonly number[],
  x: Float32Array,
  y: Float32Array,
  force: Places,
): void {
  const stride = Math.max(1, Math.floor(cell.length / NEAR_MAX))
  for (let i = v % stride; i < cell.length; i += stride) {
    const u = cell[i] as number
    if (u === v) continue
    // Nodes on one spot part by their numbers.
    const dx = (x[v] as number) - (x[u] as number) || 0.01 * Math.sign(v - u)
    const dy = (y[v] as number) - (y[u] as number)
    const push = stride / Math.max(0.05, dx * dx + dy * dy)
    force.x[v] = (force.x[v] as number) + dx * push
    force.y[v] = (force.y[v] as number) + dy * push
  }
}

function move(v: number, x: Float32Array, y: Float32Array, force: Places, reach: number): void {
  const fx = force.x[v] as number
  const fy = force.y[v] as number
  const length = Math.sqrt(fx * fx + fy * fy)
  if (!(length > 0)) return
  const step = Math.min(length, reach) / length
  x[v] = (x[v] as number) + fx * step
  y[v] = (y[v] as number) + fy * step
}

function scaled(values: Float32Array): Float32Array {
  const least = values.reduce((low, one) => Math.min(low, one), Infinity)
  const most = values.reduce((high, one) => Math.max(high, one), -Infinity)
  const span = most - least
  return values.map((value) => (span > 0 ? (value - least) / span : 0.5))
}

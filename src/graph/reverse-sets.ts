/**
 * Random reverse-reachable sets of the independent cascade model (Borgs, Brautbar, Chayes, Lucier,
 * "Maximizing social influence in nearly optimal time", SODA 2014): draw a person, then everybody from
 * whom a chain of successful influence leads to that person. A set of seeds reaches as large a share of
 * everybody as the share of such sets that it meets.
 *
 * Edges succeed rarely, so failures are jumped over: the number of failures before the next success is
 * geometric (SUBSIM: Guo, Wang, Wei, Chen, "Influence maximization revisited: efficient reverse
 * reachable set generation with bound tightened", SIGMOD 2020). Where all edges into a node have the same
 * chance the jump is exact; else rows are sorted by falling chance and cut at 1, 2, 4, 8 …, jumps use the
 * greatest chance of the part, and whoever is jumped to counts with chance p / greatest.
 *
 * Where only those count who are *moved* (reached along at least one edge, so that seeds are not counted for
 * being seeds), a set leaves its root out and is drawn given that something reaches the root: the first
 * edge that succeeds by inversion, the rest of the row one by one. Roots come in proportion to value times
 * `chanceOfAny`, so the estimate stays unbiased however rare moves are (conditioning, as importance
 * sampling of rare events does).
 *
 * Deviation: parts are visited one after another (SUBSIM jumps over whole parts too), which costs a
 * logarithm of the degree more a node.
 */
import type { Graph } from './csr.ts'
import { sortRowsByWeight } from './sort-rows.ts'

/** Who influences whom with which chance: rows list who points in. */
export interface Cascade {
  nodes: number
  offsets: Uint32Array
  sources: Uint32Array
  /** Parallel to `sources`, falling in each row; null where it is 1 / the row's length (weighted cascade). */
  chances: Float32Array | null
}

/**
 * The cascade of a graph with rows of kind `in` or `both`. `weights` reads weights as chances of (0, 1];
 * `weighted-cascade` gives each edge 1 / in-degree. Self-loops mean nothing here.
 */
export function cascadeOf(graph: Graph, chances: 'weights' | 'weighted-cascade'): Cascade {
  if (graph.rows === 'out') throw new RangeError('cascadeOf reads rows of kind "in" or "both"')
  const { nodes, offsets, targets, weights } = graph
  if (chances === 'weighted-cascade') return { nodes, offsets, sources: targets, chances: null }
  if (weights === null) {
    return { nodes, offsets, sources: targets, chances: new Float32Array(targets.length).fill(1) }
  }
  const sorted = sortRowsByWeight(graph, weights)
  return { nodes, offsets, sources: sorted.targets, chances: sorted.weights }
}

/** Sets of nodes, one after another in one array. */
export class SetCollection {
  count = 0
  /** Set s holds `members[starts[s]]` up to `members[starts[s + 1] - 1]`. */
  starts: Uint32Array<ArrayBuffer> = new Uint32Array(1024)
  members: Uint32Array<ArrayBuffer> = new Uint32Array(4096)

  /** Room for one set more of up to `size` members. */
  reserve(size: number): void {
    const end = this.starts[this.count] as number
    if (this.count + 2 > this.starts.length) this.starts = doubled(this.starts, this.count + 2)
    if (end + size > this.members.length) this.members = doubled(this.members, end + size)
  }
}

function doubled(array: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, array.length * 2))
  larger.set(array)
  return larger
}

/** Draws the person a set begins with. */
export type DrawRoot = () => number

/** Anybody, each with the same chance. */
export function anyRoot(nodes: number, random: () => number): DrawRoot {
  return () => Math.floor(random() * nodes)
}

/** In proportion to values, at least one of which is above 0 (alias method: Walker 1977, Vose 1991). */
export function valuedRoot(values: Float64Array, random: () => number): DrawRoot {
  const n = values.length
  const total = values.reduce((sum, one) => sum + one, 0)
  const share = values.map((value) => (value * n) / total)
  const alias = new Uint32Array(n)
  const [small, large]: [number[], number[]] = [[], []]
  for (let v = 0; v < n; v++) ((share[v] as number) < 1 ? small : large).push(v)
  for (let low = small.pop(); low !== undefined; low = small.pop()) {
    const high = large.at(-1)
    if (high === undefined) {
      share[low] = 1
      continue
    }
    alias[low] = high
    share[high] = (share[high] as number) - (1 - (share[low] as number))
    if ((share[high] as number) < 1) small.push(large.pop() as number)
  }
  for (const rest of large) share[rest] = 1
  return () => {
    const at = random() * n
    const v = Math.floor(at)
    return at - v < (share[v] as number) ? v : (alias[v] as number)
  }
}

/** Of each node, the chance that at least one of the edges into it succeeds. */
export function chanceOfAny({ nodes, offsets, chances }: Cascade): Float64Array {
  return Float64Array.from({ length: nodes }, (_, v) => {
    const [start, end] = [offsets[v] as number, offsets[v + 1] as number]
    if (chances === null) return end === start ? 0 : 1 - (1 - 1 / (end - start)) ** (end - start)
    let log = 0
    for (let e = start; e < end; e++) log += Math.log1p(-(chances[e] as number))
    return -Math.expm1(log)
  })
}

/** Whom a set counts as reached: roots themselves too, or only along an edge. */
export type Counts = 'reached' | 'moved'

/** Draws reverse-reachable sets of a cascade. */
export class ReverseSampler {
  private readonly cascade: Cascade
  private readonly random: () => number
  private readonly drawRoot: DrawRoot
  private readonly counts: Counts
  /** Of each node, the number of the last set that visited it. */
  private readonly visited: Uint32Array
  private turn = 0
  private readonly found: Uint32Array
  /** 1 / ln(1 - 1/d) of each in-degree d that occurs below the table's end. */
  private readonly jumpOf: Float64Array
  /** Nodes visited so far: what the drawing cost. */
  visits = 0

  /** With `moved`, roots have to come in proportion to value times {@link chanceOfAny}. */
  constructor(
    cascade: Cascade,
    drawRoot: DrawRoot,
    random: () => number,
    counts: Counts = 'reached',
  ) {
    this.cascade = cascade
    this.counts = counts
    this.random = random
    this.drawRoot = drawRoot
    this.visited = new Uint32Array(cascade.nodes)
    this.found = new Uint32Array(cascade.nodes)
    this.jumpOf = Float64Array.from({ length: 1024 }, (_, d) =>
      d < 2 ? 0 : 1 / Math.log1p(-1 / d),
    )
  }

  /** Draws sets until the collection holds `count`, or as many members as allowed. */
  fill(collection: SetCollection, count: number, membersMax: number): void {
    while (collection.count < count) {
      if ((collection.starts[collection.count] as number) >= membersMax) return
      const from = this.counts === 'moved' ? 1 : 0
      const size = this.draw(null) - from
      collection.reserve(size)
      const start = collection.starts[collection.count] as number
      for (let i = 0; i < size; i++) {
        collection.members[start + i] = this.found[from + i] as number
      }
      collection.count++
      collection.starts[collection.count] = start + size
    }
  }

  /** Of `count` fresh sets, how many meet the nodes marked with 1. */
  countMeeting(marked: Uint8Array, count: number): number {
    let meeting = 0
    for (let i = 0; i < count; i++) if (this.draw(marked) === 0) meeting++
    return meeting
  }

  /** Draws one set into `found`; answers its size, or 0 as soon as it meets a marked node. */
  private draw(marked: Uint8Array | null): number {
    const turn = this.nextTurn()
    const root = this.drawRoot()
    this.visited[root] = turn
    this.found[0] = root
    const isMoved = this.counts === 'moved'
    if (!isMoved && marked !== null && marked[root] === 1) return 0
    const isUniform = this.cascade.chances === null
    let size = 1
    for (let head = 0; head < size; head++) {
      const v = this.found[head] as number
      const before = size
      if (isMoved && head === 0) size = this.addAtLeastOne(v)
      else size = isUniform ? this.addUniform(v, size) : this.addByChance(v, size)
      if (marked === null) continue
      for (let i = before; i < size; i++) if (marked[this.found[i] as number] === 1) return 0
    }
    this.visits += size
    return size
  }

  private nextTurn(): number {
    if (this.turn === 0xffffffff) {
      this.visited.fill(0)
      this.turn = 0
    }
    return ++this.turn
  }

  /** Adds those who succeed at influencing the root, given that at least one does. */
  private addAtLeastOne(v: number): number {
    const { offsets, sources, chances } = this.cascade
    const [start, end] = [offsets[v] as number, offsets[v + 1] as number]
    const chanceAt = (e: number) => chances?.[e] ?? 1 / (end - start)
    let none = 1
    for (let e = start; e < end; e++) none *= 1 - chanceAt(e)
    let left = this.random() * (1 - none)
    let first = start
    // Rounding may leave a crumb behind the last edge.
    for (let open = 1; first < end - 1; first++) {
      left -= open * chanceAt(first)
      if (left < 0) break
      open *= 1 - chanceAt(first)
    }
    let size = this.add(sources[first] as number, 1)
    for (let e = first + 1; e < end; e++) {
      if (this.random() < chanceAt(e)) size = this.add(sources[e] as number, size)
    }
    return size
  }

  /** Adds those who succeed at influencing v, where each does with chance 1 / in-degree. */
  private addUniform(v: number, size: number): number {
    const { offsets, sources } = this.cascade
    const start = offsets[v] as number
    const end = offsets[v + 1] as number
    const degree = end - start
    if (degree < 2) return degree === 0 ? size : this.add(sources[start] as number, size)
    const jump = degree < 1024 ? (this.jumpOf[degree] as number) : 1 / Math.log1p(-1 / degree)
    let added = size
    let at = start + Math.floor(Math.log(this.random()) * jump)
    while (at < end) {
      added = this.add(sources[at] as number, added)
      at += 1 + Math.floor(Math.log(this.random()) * jump)
    }
    return added
  }

  /** The same for rows of falling chances. */
  private addByChance(v: number, size: number): number {
    const { offsets, sources, chances } = this.cascade
    if (chances === null) return size
    const start = offsets[v] as number
    const end = offsets[v + 1] as number
    let added = size
    for (let part = start, length = 1; part < end; part += length, length *= 2) {
      const partEnd = Math.min(end, part + length)
      const greatest = chances[part] as number
      const jump = greatest < 1 ? 1 / Math.log1p(-greatest) : 0
      let at = part + (jump === 0 ? 0 : Math.floor(Math.log(this.random()) * jump))
      while (at < partEnd) {
        const chance = chances[at] as number
        if (chance === greatest || this.random() * greatest < chance) {
          added = this.add(sources[at] as number, added)
        }
        at += 1 + (jump === 0 ? 0 : Math.floor(Math.log(this.random()) * jump))
      }
    }
    return added
  }

  private add(u: number, size: number): number {
    if (this.visited[u] === this.turn) return size
    this.visited[u] = this.turn
    this.found[size] = u
    return size + 1
  }
}

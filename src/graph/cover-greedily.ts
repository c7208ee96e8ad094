/**
 * Greedy maximum coverage of a collection of sets (Nemhauser, Wolsey, Fisher 1978), with a heap whose
 * keys are brought up to date only when they come to the top (Minoux's accelerated greedy, 1978; CELF of
 * Leskovec et al. 2007). Counts themselves are exact at all times: a set that is met for the first time is
 * taken from the counts of all its members, so each set is walked through at most once.
 *
 * With costs, people are taken by gain / cost as long as the budget lasts, and by gain alone in a second
 * run; whichever covers more is kept. That is at least half of 1 - 1/e of the best possible (Leskovec et
 * al., "Cost-effective outbreak detection in networks", KDD 2007), while gain / cost alone may be
 * arbitrarily bad. A limit per group (contact limits, diversity over communities) skips those whose
 * group is full; greedy is then at least half of the best (Fisher, Nemhauser, Wolsey 1978).
 *
 * `bound` is an upper bound on what any allowed choice covers: for a prefix S of the greedy choice, by
 * submodularity no choice covers more than S plus the largest gains beside S that fit (the first k of
 * them, as far as groups allow; with costs the fractional knapsack); the least over prefixes. Complexity O(total size of sets + n).
 */
import { listMembers } from './list-members.ts'
import type { SetCollection } from './reverse-sets.ts'

export interface Choice {
  /** People at most. */
  k: number
  /** What each costs; `Infinity` for those who may not be chosen. Above 0. */
  costs?: Float64Array | undefined
  /** What may be spent; needs `costs`. */
  budget?: number | undefined
  /** The group of each node, and how many of a group at most. */
  groups?: Uint32Array | undefined
  perGroupMax?: number | undefined
}

export interface Cover {
  seeds: number[]
  /** Sets met by the first 1, 2, … seeds. */
  covered: number[]
  /** No allowed choice meets more sets. */
  bound: number
}

/** Which sets each node is in, and how many not yet met. */
interface Index {
  starts: Uint32Array
  sets: Uint32Array
  gains: Uint32Array
}

/** Chooses at most k nodes that meet many of the sets. */
export function coverGreedily(collection: SetCollection, nodes: number, choice: Choice): Cover {
  const { costs, budget } = choice
  const byGain = runGreedy(collection, nodes, choice, (gain) => gain)
  if (costs === undefined || budget === undefined) return byGain
  const byRatio = runGreedy(collection, nodes, choice, (gain, v) => gain / (costs[v] as number))
  const better = total(byRatio) >= total(byGain) ? byRatio : byGain
  return { ...better, bound: Math.min(byRatio.bound, byGain.bound) }
}

function total({ covered }: Cover): number {
  return covered.at(-1) ?? 0
}

function runGreedy(
  collection: SetCollection,
  nodes: number,
  choice: Choice,
  keyOf: (gain: number, node: number) => number,
): Cover {
  const index = indexOf(collection, nodes)
  const met = new Uint8Array(collection.count)
  const heap = heapOf(index.gains, choice, keyOf)
  const taken = new Map<number, number>()
  const cover: Cover = { seeds: [], covered: [], bound: collection.count }
  let [reached, left] = [0, choice.budget ?? Infinity]
  for (;;) {
    if (isLookedAt(cover.seeds.length, choice)) {
      cover.bound = Math.min(cover.bound, reached + gainsBeside(index.gains, choice))
    }
    const v = cover.seeds.length < choice.k ? popBest(heap, index.gains, keyOf, fits) : -1
    if (v < 0) return cover
    left -= choice.costs?.[v] ?? 0
    const group = choice.groups?.[v] ?? 0
    taken.set(group, (taken.get(group) ?? 0) + 1)
    reached += index.gains[v] as number
    meetSets(collection, index, met, v)
    cover.seeds.push(v)
    cover.covered.push(reached)
  }

  function fits(v: number): boolean {
    if (choice.budget !== undefined && (choice.costs?.[v] ?? 0) > left) return false
    if (choice.groups === undefined) return true
    return (taken.get(choice.groups[v] ?? 0) ?? 0) < (choice.perGroupMax ?? Infinity)
  }
}

/** Which prefixes give a bound: eleven; where one takes a sort, those of 0, 1, 2, 4 … seeds. */
function isLookedAt(count: number, { k, budget, groups }: Choice): boolean {
  if (budget !== undefined || groups !== undefined) return (count & (count - 1)) === 0
  return count === k || count % Math.ceil(k / 10) === 0
}

function indexOf({ count, starts, members }: SetCollection, nodes: number): Index {
  const size = starts[count] as number
  const listed = listMembers(members.subarray(0, size), nodes)
  const gains = new Uint32Array(nodes)
  for (let v = 0; v < nodes; v++) {
    gains[v] = (listed.starts[v + 1] as number) - (listed.starts[v] as number)
  }
  // Positions of members become the sets that they stand in.
  const setOf = new Uint32Array(size)
  for (let s = 0; s < count; s++) setOf.fill(s, starts[s], starts[s + 1])
  const sets = listed.members
  for (let i = 0; i < size; i++) sets[i] = setOf[sets[i] as number] as number
  return { starts: listed.starts, sets, gains }
}

/** Marks the sets that v is in, and takes those new from the gains of all their members. */
function meetSets(
  { starts, members }: SetCollection,
  index: Index,
  met: Uint8Array,
  v: number,
): void {
  const end = index.starts[v + 1] as number
  for (let i = index.starts[v] as number; i < end; i++) {
    const s = index.sets[i] as number
    if (met[s] === 1) continue
    met[s] = 1
    const setEnd = starts[s + 1] as number
    for (let j = starts[s] as number; j < setEnd; j++) {
      const u = members[j] as number
      index.gains[u] = (index.gains[u] as number) - 1
    }
  }
}

const mayBeChosen = ({ costs }: Choice, v: number) => costs === undefined || costs[v] !== Infinity

/** The most that the gains beside a choice could add: the k largest, or what the whole budget buys. */
function gainsBeside(gains: Uint32Array, choice: Choice): number {
  const { k, costs, budget } = choice
  if (costs === undefined || budget === undefined) return largestSum(gains, choice)
  const candidates: number[] = []
  for (let v = 0; v < gains.length; v++) {
    if ((gains[v] as number) > 0 && (costs[v] as number) <= budget) candidates.push(v)
  }
  const ratio = (v: number) => (gains[v] as number) / (costs[v] as number)
  candidates.sort((a, b) => ratio(b) - ratio(a))
  let [left, sum] = [budget, 0]
  for (const v of candidates) {
    const part = Math.min(1, left / (costs[v] as number))
    sum += part * (gains[v] as number)
    left -= part * (costs[v] as number)
    if (part < 1) break
  }
  return Math.min(sum, k < gains.length ? largestSum(gains, choice) : Infinity)
}

/** The k largest gains added up, no more of a group than allowed. */
function largestSum(gains: Uint32Array, choice: Choice): number {
  if (choice.groups !== undefined) return largestSumOfGroups(gains, choice, choice.groups)
  let most = 0
  for (let v = 0; v < gains.length; v++) if ((gains[v] as number) > most) most = gains[v] as number
  const countOf = new Uint32Array(most + 1)
  for (let v = 0; v < gains.length; v++) {
    if (!mayBeChosen(choice, v)) continue
    const gain = gains[v] as number
    countOf[gain] = (countOf[gain] as number) + 1
  }
  let [left, sum] = [choice.k, 0]
  for (let gain = most; gain > 0 && left > 0; gain--) {
    const some = Math.min(left, countOf[gain] as number)
    sum += some * gain
    left -= some
  }
  return sum
}

/** Of candidates under limits a group, taking the largest that fits is best (they form a matroid). */
function largestSumOfGroups(gains: Uint32Array, choice: Choice, groups: Uint32Array): number {
  const order: number[] = []
  for (let v = 0; v < gains.length; v++) {
    if ((gains[v] as number) > 0 && mayBeChosen(choice, v)) order.push(v)
  }
  order.sort((a, b) => (gains[b] as number) - (gains[a] as number))
  const taken = new Map<number, number>()
  let [left, sum] = [choice.k, 0]
  for (const v of order) {
    const group = groups[v] as number
    const others = taken.get(group) ?? 0
    if (others >= (choice.perGroupMax ?? Infinity)) continue
    taken.set(group, others + 1)
    sum += gains[v] as number
    if (--left === 0) break
  }
  return sum
}

interface Heap {
  keys: Float64Array
  nodes: Uint32Array
  size: number
}

function heapOf(
  gains: Uint32Array,
  choice: Choice,
  keyOf: (gain: number, node: number) => number,
): Heap {
  let size = 0
  for (let v = 0; v < gains.length; v++) if ((gains[v] as number) > 0) size++
  const heap: Heap = { keys: new Float64Array(size), nodes: new Uint32Array(size), size: 0 }
  for (let v = 0; v < gains.length; v++) {
    if (gains[v] === 0 || !mayBeChosen(choice, v)) continue
    heap.keys[heap.size] = keyOf(gains[v] as number, v)
    heap.nodes[heap.size++] = v
  }
  for (let at = (heap.size >> 1) - 1; at >= 0; at--) sink(heap, at)
  return heap
}

/** Takes out the node of the greatest key that is up to date and fits; -1 where none gains. */
function popBest(
  heap: Heap,
  gains: Uint32Array,
  keyOf: (gain: number, node: number) => number,
  fits: (node: number) => boolean,
): number {
  while (heap.size > 0) {
    const v = heap.nodes[0] as number
    const key = keyOf(gains[v] as number, v)
    if (key === heap.keys[0] && key > 0 && fits(v)) {
      removeTop(heap)
      return v
    }
    // Whoever does not fit now never will again, since budget and places only shrink.
    if (key > 0 && fits(v)) {
      heap.keys[0] = key
      sink(heap, 0)
    } else removeTop(heap)
  }
  return -1
}

function removeTop(heap: Heap): void {
  heap.size--
  heap.keys[0] = heap.keys[heap.size] as number
  heap.nodes[0] = heap.nodes[heap.size] as number
  sink(heap, 0)
}

/** Equal keys stand by falling number of node below, so that ties do not depend on history. */
function sink({ keys, nodes, size }: Heap, from: number): void {
  const key = keys[from] as number
  const node = nodes[from] as number
  let at = from
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && isAbove(keys, nodes, child + 1, keys[child], nodes[child])) child++
    if (!isAbove(keys, nodes, child, key, node)) break
    keys[at] = keys[child] as number
    nodes[at] = nodes[child] as number
    at = child
  }
  keys[at] = key
  nodes[at] = node
}

function isAbove(keys: Float64Array, nodes: Uint32Array, at: number, key = 0, node = 0): boolean {
  const own = keys[at] as number
  return own > key || (own === key && (nodes[at] as number) < node)
}

/**
 * Whom to engage so that influence spreads furthest: influence maximisation by OPIM-C (Tang, Tang, Xiao,
 * Yuan, "Online processing algorithms for influence maximization", SIGMOD 2018). Two independent collections of
 * reverse-reachable sets; greedy chooses on the first, the second says how far the choice reaches; both
 * double until the choice is provably good enough:
 *
 *   low = ((sqrt(C2 + 2a/9) - sqrt(a/2))^2 - a/18) n / R2   what the choice reaches at least
 *   high = (sqrt(B1 + a/2) + sqrt(a/2))^2 n / R1            what any choice reaches at most
 *
 * with C2 the sets of the second collection that the choice meets, B1 the bound on the first (see
 * cover-greedily.ts), a = ln(3 rounds / delta); enough is low / high >= 1 - 1/e - epsilon.
 *
 * Deviations: the second collection is drawn afresh in every round and not kept, so that a set can end as
 * soon as it meets the choice; with values (of people, or of a stage) roots are drawn by value and "reach" is value reached;
 * with a budget or places per group enough is what those greedies are sure of, half of 1 - 1/e and a half,
 * less epsilon. The reach told at the end is measured afresh, on sets that no decision rested on, as
 * many as a relative standard error of about 0.7 % takes (less where that would take longer than the search).
 */
import { type Choice, type Cover, coverGreedily } from './cover-greedily.ts'
import {
  anyRoot,
  type Cascade,
  type Counts,
  chanceOfAny,
  ReverseSampler,
  SetCollection,
  valuedRoot,
} from './reverse-sets.ts'

export interface SeedOptions extends Choice {
  /** Numbers in [0, 1). */
  random: () => number
  epsilon?: number
  /** Chance that the guarantee does not hold; 1 / n unless said otherwise. */
  delta?: number
  /** What reaching each person is worth; 1 each unless said otherwise. Not negative, one above 0. */
  values?: Float64Array
  /** `moved`: only whoever an edge reaches counts, seeds not for being seeds. */
  counts?: Counts
  /**
   * Members of all sets of the first collection at most, four bytes each twice; 2^27 unless said otherwise.
   * Where this ends the search, `guarantee` says what the choice is worth.
   */
  membersMax?: number
}

/** How far a set of seeds reaches, in people or value; themselves included unless `moved` counts. */
export interface Reach {
  estimate: number
  /** Wrong with chance delta at most. */
  low: number
  high: number
}

export interface Seeds {
  /** In the order chosen: the first few are a good choice by themselves. */
  seeds: number[]
  reach: Reach
  /** What the seeds up to each one are estimated to reach, on the first collection (a little optimistic). */
  cumulative: number[]
  /** The choice reaches at least this share of what the best choice does. */
  guarantee: number
  /** Sets in the first collection at the end, and as many in the second. */
  sets: number
}

const ENOUGH = 1 - 1 / Math.E
/** Sets met that the final measurement aims at: a standard error of 0.7 %. */
const MEETING_AIM = 20_000

/** Chooses seeds of a cascade. The same random numbers give the same seeds. */
export function chooseSeeds(cascade: Cascade, options: SeedOptions): Seeds {
  const { nodes } = cascade
  const { epsilon = 0.1, delta = 1 / Math.max(2, nodes), membersMax = 2 ** 27 } = options
  const { sampler, worth } = samplerOf(cascade, options)
  if (worth === 0) return NOTHING_TO_MOVE
  const first = new SetCollection()
  const plan = planSets(nodes, Math.min(options.k, nodes), epsilon, delta)
  const a = Math.log((3 * plan.rounds) / delta)
  const enough = shareThatGreedyIsSureOf(options) - epsilon
  for (let wanted = plan.first; ; wanted *= 2) {
    sampler.fill(first, wanted, membersMax)
    const sets = first.count
    const cover = coverGreedily(first, nodes, options)
    const met = sampler.countMeeting(markedOf(nodes, cover.seeds), sets)
    const guarantee = leastCount(met, a) / mostCount(cover.bound, a)
    const mayGoOn = cover.bound > 0 && sets === wanted && wanted < plan.most
    if (guarantee < enough && mayGoOn) continue
    const reach = measureReach(sampler, nodes, cover.seeds, { worth, a, share: met / sets, sets })
    return told(cover, reach, { worth, sets, guarantee: Math.min(1, guarantee) })
  }
}

const NOTHING_TO_MOVE: Seeds = {
  ...{ seeds: [], cumulative: [], guarantee: 1, sets: 0 },
  reach: { estimate: 0, low: 0, high: 0 },
}

/** What draws sets, and what all that they stand for is worth; 0 where nobody can be moved. */
function samplerOf(
  cascade: Cascade,
  { values, random, counts = 'reached' }: Pick<SeedOptions, 'values' | 'random' | 'counts'>,
): { sampler: ReverseSampler; worth: number } {
  const { nodes } = cascade
  if (counts === 'reached' && values === undefined) {
    return { sampler: new ReverseSampler(cascade, anyRoot(nodes, random), random), worth: nodes }
  }
  const weights = counts === 'reached' ? values : weighed(chanceOfAny(cascade), values)
  const worth = weights?.reduce((sum, one) => sum + one, 0) ?? 0
  const drawRoot = worth > 0 && weights ? valuedRoot(weights, random) : anyRoot(nodes, random)
  return { sampler: new ReverseSampler(cascade, drawRoot, random, counts), worth }
}

function weighed(chances: Float64Array, values: Float64Array | undefined): Float64Array {
  return values === undefined ? chances : chances.map((chance, v) => chance * (values[v] as number))
}

function told(
  { seeds, covered }: Cover,
  reach: Reach,
  { worth, sets, guarantee }: { worth: number; sets: number; guarantee: number },
): Seeds {
  const cumulative = covered.map((count) => (count * worth) / sets)
  return { seeds, reach, cumulative, guarantee, sets }
}

function shareThatGreedyIsSureOf({ budget, groups }: Choice): number {
  if (budget !== undefined) return ENOUGH / 2
  return groups === undefined ? ENOUGH : 0.5
}

/** How many sets to begin with, when they surely suffice, and how often they double till then (section 5.1). */
function planSets(nodes: number, k: number, epsilon: number, delta: number) {
  let logChoices = 0
  for (let i = 0; i < k; i++) logChoices += Math.log((nodes - i) / (i + 1))
  const root =
    ENOUGH * Math.sqrt(Math.log(6 / delta)) + Math.sqrt(ENOUGH * (logChoices + Math.log(6 / delta)))
  const most = (2 * nodes * root ** 2) / (epsilon ** 2 * Math.max(1, k))
  const first = Math.max(64, Math.ceil((most * epsilon ** 2 * k) / nodes))
  return { most, first, rounds: Math.max(1, Math.ceil(Math.log2(most / first))) }
}

function markedOf(nodes: number, seeds: number[]): Uint8Array {
  const marked = new Uint8Array(nodes)
  for (const v of seeds) marked[v] = 1
  return marked
}

/** A count that the expected one exceeds but with chance e^-a (lemma 4.2). */
function leastCount(met: number, a: number): number {
  if (met === 0) return 0
  return Math.max(0, (Math.sqrt(met + (2 * a) / 9) - Math.sqrt(a / 2)) ** 2 - a / 18)
}

/** A count that the expected one stays below but with chance e^-a (lemma 4.3). */
function mostCount(met: number, a: number): number {
  return (Math.sqrt(met + a / 2) + Math.sqrt(a / 2)) ** 2
}

interface Measuring {
  /** What all people are worth. */
  worth: number
  a: number
  /** The share of sets met so far: how rare they are. */
  share: number
  sets: number
}

/** The reach of any seeds, by sets drawn for nothing else. */
function measureReach(
  sampler: ReverseSampler,
  nodes: number,
  seeds: number[],
  { worth, a, share, sets }: Measuring,
): Reach {
  const wanted = share > 0 ? MEETING_AIM / share : MEETING_AIM
  const count = Math.ceil(Math.min(wanted, Math.max(MEETING_AIM, 8 * sets)))
  const met = sampler.countMeeting(markedOf(nodes, seeds), count)
  const scale = worth / count
  return {
    estimate: met * scale,
    low: leastCount(met, a) * scale,
    high: Math.min(worth, mostCount(met, a) * scale),
  }
}

interface ReachOptions extends Pick<SeedOptions, 'random' | 'values' | 'counts'> {
  /** Fresh sets to draw. */
  sets: number
  delta?: number
}

/**
 * How far given seeds reach, by `sets` fresh reverse-reachable sets, with bounds that are each wrong
 * with chance delta at most.
 */
export function reachOf(cascade: Cascade, seeds: number[], options: ReachOptions): Reach {
  const { sampler, worth } = samplerOf(cascade, options)
  if (worth === 0) return NOTHING_TO_MOVE.reach
  const met = sampler.countMeeting(markedOf(cascade.nodes, seeds), options.sets)
  return boundedReach(met, worth, options)
}

function boundedReach(met: number, worth: number, { sets, delta = 0.01 }: ReachOptions): Reach {
  const a = Math.log(1 / delta)
  const scale = worth / sets
  return {
    estimate: met * scale,
    low: leastCount(met, a) * scale,
    high: Math.min(worth, mostCount(met, a) * scale),
  }
}

/** The reach of seeds together, of each alone, and what each adds to those before it. */
export interface ReachInOrder extends Reach {
  alone: number[]
  added: number[]
}

/** {@link reachOf} with the part of each seed, all from the same fresh sets: `added` sums up to the reach. */
export function reachInOrder(
  cascade: Cascade,
  seeds: number[],
  options: ReachOptions,
): ReachInOrder {
  const { sampler, worth } = samplerOf(cascade, options)
  const alone = new Array<number>(seeds.length).fill(0)
  const added = new Array<number>(seeds.length).fill(0)
  if (worth === 0) return { ...NOTHING_TO_MOVE.reach, alone, added }
  const orderOf = new Int32Array(cascade.nodes).fill(-1)
  seeds.forEach((v, i) => {
    orderOf[v] = i
  })
  let met = 0
  const one = new SetCollection()
  for (let i = 0; i < options.sets; i++) {
    one.count = 0
    sampler.fill(one, 1, Infinity)
    const first = countMembers(one, orderOf, alone)
    if (first < 0) continue
    met++
    added[first] = (added[first] as number) + 1
  }
  const scale = worth / options.sets
  return {
    ...boundedReach(met, worth, options),
    alone: alone.map((count) => count * scale),
    added: added.map((count) => count * scale),
  }
}

/** Counts which seeds a set holds; answers the earliest, or -1. */
function countMembers(set: SetCollection, orderOf: Int32Array, counts: number[]): number {
  let first = -1
  for (let i = 0; i < (set.starts[1] as number); i++) {
    const order = orderOf[set.members[i] as number] as number
    if (order < 0) continue
    counts[order] = (counts[order] as number) + 1
    if (first < 0 || order < first) first = order
  }
  return first
}

import { buildGraph, type Cascade, cascadeOf, chooseSeeds, reachInOrder } from '#graph/index.ts'
import {
  type Chance,
  PLAN_COMPARATORS,
  type PlanComparator,
  seededChance,
} from '#vocabulary/index.ts'
import { intervalOf } from '../influence/bootstrap.ts'
import { pageRankOf, pickTop } from './comparators.ts'
import { chanceOf, type Links } from './links.ts'
import { expectedMoves } from './spread.ts'

/** Who may be chosen and how many, at what cost, and how many of a community at most. */
export interface PlanLimits {
  /** People at most. */
  people: number
  /** By person; `Infinity` for those who may not be chosen. Above 0. */
  costs: Float64Array
  /** What all may cost together; people alone count where it is left out. */
  budget?: number | undefined
  /** The community of each; those in none are a group each. */
  groups: Uint32Array
  perGroupMax: number
}

export interface PlanInput {
  links: Links
  limits: PlanLimits
  /** What moving each is worth; 1 each where left out. */
  values?: Float64Array | undefined
  /** Of each replicate and channel, theta relative to the fit: replicate x channels + channel. */
  ratios: Float64Array
  /** How much wider than the replicates the interval of this outcome is; 1 and more. */
  widening: number
  /** The share by which another kernel would have it otherwise. */
  sway: number
  /** Null where they are not known. */
  followers: Float64Array | null
  credit: Float64Array
  seed: number
}

export interface Expected {
  estimate: number
  low: number
  high: number
}

export interface ChosenPerson {
  person: number
  cost: number
  /** What they are expected to move by themselves, and beside those before them. */
  alone: number
  added: number
}

export interface PlanChoice {
  chosen: ChosenPerson[]
  expected: Expected
  /** The choice moves at least this share of what the best choice does. */
  guarantee: number
  comparators: { by: PlanComparator; people: number[]; expected: Expected | null }[]
}

const LEVEL = 0.9
/** Members of reverse-reachable sets at most: 64 MB. */
const MEMBERS_MAX = 2 ** 23
/** Sets of the last measurement; a standard error below 1 % where one in ten is met. */
const SETS = 100_000

/**
 * Chooses whom to engage (OPIM-C of the graph core on the chances of the links; communities as a
 * partition matroid in its greedy step) and says how many that is expected to move, from sets that no
 * decision rested on, beside what three usual rankings would move under the same limits. The same
 * input and seed give the same answer.
 */
export function choosePlan(input: PlanInput): PlanChoice {
  const { links, limits, values, seed } = input
  const cascade = cascadeOfLinks(links)
  const choice = { k: limits.people, ...withoutIdleLimits(limits) }
  const found = chooseSeeds(cascade, {
    ...{ ...choice, random: seededChance(seed, 'plan'), counts: 'moved' as const },
    ...{ membersMax: MEMBERS_MAX, ...(values === undefined ? {} : { values }) },
  })
  const reach = measured(cascade, input, found.seeds, 'reach')
  return {
    chosen: found.seeds.map((person, i) => ({
      ...{ person, cost: limits.costs[person] as number },
      ...{ alone: reach.alone[i] as number, added: reach.added[i] as number },
    })),
    expected: withTheta(input, found.seeds, reach),
    guarantee: found.guarantee,
    comparators: PLAN_COMPARATORS.map((by) => compare(by, cascade, input)),
  }
}

/** The cascade of links: chances of several channels together as independent attempts. */
function cascadeOfLinks(links: Links): Cascade {
  const edges = {
    ...{ nodes: links.people, sources: links.actor, targets: links.person },
    weights: Float32Array.from(links.strength, chanceOf),
  }
  return cascadeOf(buildGraph(edges, { rows: 'in', merge: 'noisy-or' }), 'weights')
}

/** A limit that nobody can meet costs the search time and guarantee: it is left out. */
function withoutIdleLimits({ people, costs, budget, groups, perGroupMax }: PlanLimits) {
  const isCapped = perGroupMax < people
  return {
    costs,
    ...(budget === undefined ? {} : { budget }),
    ...(isCapped ? { groups, perGroupMax } : {}),
  }
}

function measured(cascade: Cascade, input: PlanInput, people: number[], name: string) {
  const random: Chance = seededChance(input.seed, name)
  return reachInOrder(cascade, people, {
    ...{ random, sets: SETS, delta: (1 - LEVEL) / 2, counts: 'moved' },
    ...(input.values === undefined ? {} : { values: input.values }),
  })
}

function compare(by: PlanComparator, cascade: Cascade, input: PlanInput) {
  const rank = rankOf(by, input)
  if (rank === null) return { by, people: [], expected: null }
  const people = pickTop(rank, input.limits)
  const expected = withTheta(input, people, measured(cascade, input, people, by))
  return { by, people, expected }
}

function rankOf(by: PlanComparator, { links, followers, credit }: PlanInput): Float64Array | null {
  if (by === 'followers') return followers
  return by === 'credit' ? credit : pageRankOf(links)
}

/**
 * The interval: sampling, and what theta leaves open, as independent errors. Replicates change the
 * strength of channels; what that makes of the moves is their mean field relative to that of the fit.
 */
function withTheta(input: PlanInput, people: number[], reach: Expected): Expected {
  const { estimate, low, high } = reach
  const { links, values, ratios, widening, sway } = input
  const plain = expectedMoves(links, people, values)
  if (plain === 0 || estimate === 0) return { estimate, low, high }
  const { channels } = links
  const rows = Float32Array.from({ length: ratios.length / channels }, (_, b) => {
    const ratio = ratios.subarray(b * channels, (b + 1) * channels)
    return (estimate * expectedMoves(links, people, values, ratio)) / plain
  })
  const theta = intervalOf(rows, 1, 0, LEVEL, estimate, sway)
  return {
    estimate,
    low: Math.max(0, estimate - Math.hypot(estimate - low, widening * (estimate - theta.low))),
    high: estimate + Math.hypot(high - estimate, widening * (theta.high - estimate)),
  }
}

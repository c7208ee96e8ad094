import { chanceOf, type Links } from './links.ts'

/** Chances below are as good as none, and chains longer than this carry nothing that is seen. */
const CHANCE_MIN = 1e-12
const HOPS_MAX = 6

/**
 * The chance of each person to be moved by the seeds, hop by hop, as if those who might move somebody did
 * so independently of each other (mean field). Exact on trees, a little too high where ways meet again;
 * the reach that is told comes from sampled sets, this tells where it lies and how it changes with theta.
 * `ratio` multiplies the strength of each channel.
 */
export function moveChances(
  links: Links,
  seeds: readonly number[],
  ratio?: Float64Array,
): Map<number, number> {
  const logOfNone = new Map<number, number>()
  const isSeed = new Set(seeds)
  let fresh = new Map<number, Moved>(seeds.map((seed) => [seed, { before: 0, now: 1 }]))
  for (let hop = 0; hop < HOPS_MAX && fresh.size > 0; hop++) {
    const before = new Map<number, number>()
    for (const [v, moved] of fresh) pass(links, v, moved, ratio, logOfNone, before)
    fresh = new Map()
    for (const [u, log] of before) {
      const moved = { before: -Math.expm1(log), now: -Math.expm1(logOfNone.get(u) ?? 0) }
      if (moved.now - moved.before > CHANCE_MIN && !isSeed.has(u)) fresh.set(u, moved)
    }
  }
  return new Map([...logOfNone].map(([u, log]) => [u, -Math.expm1(log)]))
}

/** The chance that somebody is moved, one hop ago and now. */
interface Moved {
  before: number
  now: number
}

/** One hop from v; `before` remembers how each stood when the hop began. */
function pass(
  links: Links,
  v: number,
  moved: Moved,
  ratio: Float64Array | undefined,
  logOfNone: Map<number, number>,
  before: Map<number, number>,
): void {
  const end = links.start[v + 1] as number
  for (let e = links.start[v] as number; e < end; ) {
    const u = links.person[e] as number
    let strength = 0
    for (; e < end && links.person[e] === u; e++) {
      const times = ratio?.[links.channel[e] as number] ?? 1
      strength += (links.strength[e] as number) * times
    }
    const log = logOfNone.get(u) ?? 0
    if (!before.has(u)) before.set(u, log)
    const chance = chanceOf(strength)
    const said = Math.log1p(-moved.before * chance)
    // What v did for u so far is replaced, not added to: it is the same v.
    if (said > -Infinity) logOfNone.set(u, log + Math.log1p(-moved.now * chance) - said)
  }
}

/** What the seeds are expected to move, in people or value. */
export function expectedMoves(
  links: Links,
  seeds: readonly number[],
  values: Float64Array | undefined,
  ratio?: Float64Array,
): number {
  let sum = 0
  for (const [u, chance] of moveChances(links, seeds, ratio)) sum += chance * (values?.[u] ?? 1)
  return sum
}

import { type Arrival, EnishiError, type Topic } from '#vocabulary/index.ts'
import { worldTopics } from './cast/company.ts'
import { growWorld } from './story/grow.ts'
import { createWriter, makeVoice } from './text/write-post.ts'
import { DAY_MS, HOUR_MS, WORLD_OFFSET_HOURS } from './time.ts'
import type { World, WorldOptions } from './world.ts'

export { outcomeRows as outcomeRowsOf } from './files/lines.ts'
export { writeWorld } from './files/write-world.ts'
export type { TrueActor, TrueMove, TrueOutcome, World, WorldOptions } from './world.ts'

/** What may be asked of a world, inclusive. */
const WORLD_LIMITS = {
  seed: [0, 2 ** 32 - 1],
  people: [50, 100_000],
  days: [14, 1_000],
  /**
   * People times days: a world is grown whole in memory. At this size it took 0.7 GB with 10,000
   * people and 1.3 GB with 100,000; twenty times as much does not fit into Node.
   */
  personDaysMax: 5_000_000,
} as const

/** The usual world. Its end is fixed, so that its bytes are. */
export const WORLD_DEFAULTS = { seed: 1, people: 2_000, days: 180, end: '2026-10-31' } as const

/** What a caller says; what is left out is as usual. */
export interface WorldWish {
  seed?: number
  people?: number
  days?: number
  /** The last day, `2026-10-31`, in Japan's time zone. */
  end?: string
}

/**
 * The sample world of these options, whole in memory: 2,000 people over 180 days take a few seconds.
 * Pure: the same options make the same world. Throws `bad-input` for options out of WORLD_LIMITS.
 */
export function simulateWorld(wish: WorldWish = {}): World {
  return growWorld(worldOptions(wish), { createWriter, makeVoice })
}

/** The options that a wish comes to, checked. */
export function worldOptions(wish: WorldWish): WorldOptions {
  const { end, ...numbers } = { ...WORLD_DEFAULTS, ...wish }
  for (const name of ['seed', 'people', 'days'] as const) checkRange(name, numbers[name])
  checkSize(numbers)
  return { ...numbers, endsAtMs: endOfDay(end) }
}

/** Everything that was done in the world, in the order of time, as channels hear it. */
export function* activitiesOf(world: World): Generator<Arrival, void, undefined> {
  for (const { arrival } of world.arrivals) yield arrival
}

/** The topics that the company listens for; the same in every world. */
export function topicsOfWorld(): Topic[] {
  return worldTopics()
}

function checkRange(name: 'seed' | 'people' | 'days', value: number): void {
  const [low, high] = WORLD_LIMITS[name]
  if (Number.isInteger(value) && value >= low && value <= high) return
  const words = {
    en: `${name} must be a whole number from ${low} to ${high}.`,
    ja: `${name} には ${low} から ${high} までの整数を指定してください。`,
  }
  throw new EnishiError('bad-input', words, { field: name })
}

function checkSize({ people, days }: { people: number; days: number }): void {
  const { personDaysMax } = WORLD_LIMITS
  if (people * days <= personDaysMax) return
  const most = personDaysMax.toLocaleString('en')
  const words = {
    en: `people x days must be at most ${most}, as the world is grown in memory: ask for fewer people or fewer days.`,
    ja: `世界はメモリー上でつくるため、人数 × 日数は ${most} までです。people か days を小さくしてください。`,
  }
  throw new EnishiError('bad-input', words, { field: 'people' })
}

function endOfDay(end: string): number {
  const midnightMs = /^\d{4}-\d{2}-\d{2}$/.test(end) ? Date.parse(`${end}T00:00:00Z`) : Number.NaN
  if (!Number.isNaN(midnightMs) && new Date(midnightMs).toISOString().startsWith(end)) {
    return midnightMs + DAY_MS - WORLD_OFFSET_HOURS * HOUR_MS
  }
  const words = {
    en: 'end must be a day such as 2026-10-31.',
    ja: 'end には 2026-10-31 の形で日付を指定してください。',
  }
  throw new EnishiError('bad-input', words, { field: 'end' })
}

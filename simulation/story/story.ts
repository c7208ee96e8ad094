import type { IncomingActivity, OutcomeType, Stage, Stance } from '#vocabulary/index.ts'
import { seededChance } from '#vocabulary/index.ts'
import { PRODUCTS, type Product } from '../cast/company.ts'
import { Queue } from '../queue.ts'
import type {
  Chance,
  Claim,
  Purpose,
  Question,
  TextRequest,
  WrittenText,
} from '../text/text-request.ts'
import type {
  Account,
  Actor,
  DatedArrival,
  Follow,
  Reach,
  Standing,
  Truth,
  WorldEvents,
  WorldOptions,
} from '../world.ts'
import type { Deed, Mood } from './mechanism.ts'

/** A post that was said, as far as others still need it. */
export interface Said {
  key: string
  atMs: number
  account: Account
  author: Actor
  purpose: Purpose
  stage: Stage | 'none'
  stance: Stance
  product: Product | undefined
  request: TextRequest
  /** As it went out. */
  post: IncomingActivity
  depth: number
  thread: Thread
  isDeleted: boolean
}

/** A post, its answers, and who has spoken in it. */
export interface Thread {
  rootKey: string
  speakers: Account[]
}

/** A word on its way to somebody: it may make them act when its delay is over. */
export interface Touch {
  said: Said
  reach: Reach
  delayMs: number
}

/** What is still to happen. */
export type Planned = { atMs: number } & (
  | { do: 'talk'; actor: Actor; account: Account }
  | { do: 'announce'; actor: Actor }
  | { do: 'speak'; actor: Actor; product: Product }
  | { do: 'deed'; actor: Actor; product: Product; deed: Deed }
  | { do: 'touch'; actor: Actor; touch: Touch }
  | { do: 'like' | 'repost' | 'open' | 'answer'; account: Account; said: Said }
  | { do: 'edit' | 'delete'; said: Said }
  | { do: 'solve'; said: Said; touch?: Touch }
)

/** The world while it grows. One mutable whole, passed to every function that lets something happen. */
export interface Story {
  options: WorldOptions
  startsAtMs: number
  events: WorldEvents
  actors: readonly Actor[]
  accounts: readonly Account[]
  /** By account that is followed. */
  followers: readonly Follow[][]
  /** Accounts that meet without following: by platform, community and language. */
  neighbours: ReadonlyMap<string, Account[]>
  /** By actor and product. */
  standings: Uint8Array
  moods: Int8Array
  lastDeedMs: Float64Array
  /** Posts on their own that each actor wrote: decides which of two accounts is next. */
  postCounts: Uint32Array
  openCases: Set<string>
  queue: Queue<Planned>
  chance: Chance
  /** Of its own, so that what is asked changes nothing else. */
  questionChance: Chance
  write: (request: TextRequest) => WrittenText
  arrivals: DatedArrival[]
  truth: Truth[]
  keys: Map<string, number>
}

export interface StoryStart {
  options: WorldOptions
  startsAtMs: number
  events: WorldEvents
  actors: readonly Actor[]
  follows: readonly Follow[]
  write: (request: TextRequest) => WrittenText
}

export function beginStory({ follows, ...start }: StoryStart): Story {
  const { actors, options } = start
  const accounts = actors.flatMap((actor) => actor.accounts)
  const followers: Follow[][] = accounts.map(() => [])
  for (const follow of follows) followers[follow.followed]?.push(follow)
  const pairs = actors.length * PRODUCTS.length
  return {
    ...start,
    accounts,
    followers,
    neighbours: findNeighbours(actors),
    standings: new Uint8Array(pairs),
    moods: new Int8Array(pairs),
    lastDeedMs: new Float64Array(pairs).fill(Number.NEGATIVE_INFINITY),
    postCounts: new Uint32Array(actors.length),
    openCases: new Set(),
    queue: new Queue(),
    chance: seededChance(options.seed, 'story'),
    questionChance: seededChance(options.seed, 'questions'),
    arrivals: [],
    truth: [],
    keys: new Map(),
  }
}

export function neighbourhood(account: Account, actor: Actor): string {
  return `${account.handle.platform} ${actor.voice.community} ${actor.voice.language}`
}

function findNeighbours(actors: readonly Actor[]): Map<string, Account[]> {
  const found = new Map<string, Account[]>()
  for (const actor of actors) {
    if (actor.role !== 'public' || actor.planted !== undefined) continue
    for (const account of actor.accounts) {
      const name = neighbourhood(account, actor)
      const there = found.get(name)
      if (there === undefined) found.set(name, [account])
      else there.push(account)
    }
  }
  return found
}

function pairOf(actor: Actor, product: Product): number {
  return actor.index * PRODUCTS.length + PRODUCTS.indexOf(product)
}

export function standingOf(story: Story, actor: Actor, product: Product): Standing {
  return (story.standings[pairOf(actor, product)] ?? 0) as Standing
}

export function putStanding(story: Story, actor: Actor, product: Product, to: Standing): void {
  story.standings[pairOf(actor, product)] = to
}

export function moodOf(story: Story, actor: Actor, product: Product): Mood {
  return (story.moods[pairOf(actor, product)] ?? 0) as Mood
}

export function putMood(story: Story, actor: Actor, product: Product, mood: Mood): void {
  story.moods[pairOf(actor, product)] = mood
}

export function sinceLastDeed(story: Story, actor: Actor, product: Product, atMs: number): number {
  return atMs - (story.lastDeedMs[pairOf(actor, product)] ?? 0)
}

export function noteDeed(story: Story, actor: Actor, product: Product, atMs: number): void {
  story.lastDeedMs[pairOf(actor, product)] = atMs
}

/** Products of the kinds that the actor cares for. */
export function productsOfInterest(actor: Actor): Product[] {
  return PRODUCTS.filter(({ categoryId }) => actor.interests.includes(categoryId))
}

export function actorOf(story: Story, account: Account): Actor {
  const actor = story.actors[account.actor]
  if (actor === undefined) throw new RangeError(`no actor ${account.actor}`)
  return actor
}

/** The next key of its kind: `s1-post-000042` in the world of seed 1. */
export function nextKey(story: Story, kind: string): string {
  const count = (story.keys.get(kind) ?? 0) + 1
  story.keys.set(kind, count)
  return `s${story.options.seed}-${kind}-${String(count).padStart(6, '0')}`
}

/** Plans what falls into the world's time and drops the rest. */
export function plan(story: Story, planned: Planned): void {
  if (planned.atMs < story.options.endsAtMs) story.queue.put(planned)
}

/** What somebody is about to say. */
export interface Utterance {
  atMs: number
  actor: Actor
  account: Account
  purpose: Purpose
  product?: Product | undefined
  rival?: Product | undefined
  claim?: Claim | undefined
  question?: Question | undefined
  answered?: Said
  /** A hashtag that the post ends with. */
  tag?: string | undefined
}

/** An outcome that the business counts. */
export interface Happening {
  type: OutcomeType
  atMs: number
  actor: Actor
  product: Product
  valueYen?: number
  touch?: Touch | undefined
}

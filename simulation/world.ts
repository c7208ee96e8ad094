import type {
  Arrival,
  IncomingHandle,
  OutcomeType,
  RelationKind,
  Stage,
  Stance,
  Topic,
} from '#vocabulary/index.ts'
import type { CategoryId, CompanyId, Product } from './cast/company.ts'
import type {
  Chance,
  Claim,
  Community,
  Purpose,
  Question,
  TextRequest,
  Voice,
  WrittenText,
} from './text/text-request.ts'

export interface WorldOptions {
  /** 0 to 2^32 - 1; the same seed makes the same world. */
  seed: number
  /** Individuals; the accounts of organisations come on top. */
  people: number
  days: number
  /** The instant at which the world ends; no post is later. */
  endsAtMs: number
}

/** The phrasebooks, as the world calls on them. */
export interface Writing {
  createWriter(chance: Chance): { write(request: TextRequest): WrittenText }
  makeVoice(community: Community, language: 'ja' | 'en', chance: Chance): Voice
}

export const ACTOR_ROLES = ['public', 'staff', 'company', 'competitor', 'partner', 'press'] as const
export type ActorRole = (typeof ACTOR_ROLES)[number]

/** Somebody who acts: an individual or an organisation, behind one or two accounts. */
export interface Actor {
  index: number
  id: string
  role: ActorRole
  isOrganisation: boolean
  name: string
  /** Where it is known: family and given name, the reading of both, the post held. */
  family?: string
  given?: string
  reading?: string
  position?: string
  companyId?: CompanyId
  voice: Voice
  utcOffsetHours: number
  accounts: Account[]
  /** How much this one says and does; mean about 1, heavy-tailed. */
  pace: number
  /** The multiplier r of what this one's words cause. */
  influence: number
  /** How readily others follow; independent of influence. */
  popularity: number
  interests: readonly CategoryId[]
  /** Multiplier of the rates at which this one moves, where there is interest. */
  eagerness: number
  planted?: 'loud' | 'quiet'
  /** What this one truly is to the company, as far as the profile has to do with it. */
  is?: RelationKind[]
}

/** One account of an actor; `index` counts all accounts of the world. */
export interface Account {
  index: number
  actor: number
  handle: IncomingHandle
}

/** Where somebody stands with a product: 0 knows nothing of it, else its place in STAGES plus 1. */
export type Standing = 0 | 1 | 2 | 3 | 4

/** What somebody had done about a product at the moment of speaking. */
export const LEVELS = ['knows', 'bought', 'recommends', 'advises-against'] as const
export type Level = (typeof LEVELS)[number]

/** How a post reached a person. */
export type Reach =
  | { by: 'follow' }
  /** It answered the person, or came into a thread that the person speaks in. */
  | { by: 'thread' }
  /** The person opened it by a link. */
  | { by: 'click'; activity: string }
  /** Somebody whom the person follows reposted it. */
  | { by: 'repost'; activity: string }

/** The touch that made somebody act; absent where it would have happened anyway. */
export interface Cause {
  post: string
  actor: string
  level: Level
  reach: Reach
  delayMs: number
}

/** What truly happened, one a line of `truth.jsonl`, in the order in which it happened. */
export type Truth =
  | TrueActor
  | { kind: 'standing'; person: string; topic: string; stage: Stage }
  | TruePost
  | TrueMove
  | TrueOutcome
  | { kind: 'edit' | 'deletion'; post: string; at: string }

export interface TrueActor {
  kind: 'actor'
  id: string
  name: string
  role: ActorRole
  isOrganisation: boolean
  language: 'ja' | 'en'
  community: Community
  influence: number
  handles: { platform: string; handle: string }[]
  /** What shows that two handles are one person: a link that the platform vouches for, or only the name. */
  joinedBy?: 'verified-link' | 'same-name'
  planted?: 'loud' | 'quiet'
  is?: RelationKind[]
}

export interface TruePost {
  kind: 'post'
  id: string
  at: string
  actor: string
  platform: string
  handle: string
  purpose: Purpose
  stage: Stage | 'none'
  stance: Stance
  /** What it is about, whether or not it names it. */
  topic?: string
  rival?: string
  claim?: Claim
  question?: Question
  answers?: string
}

export interface TrueMove {
  kind: 'move'
  at: string
  person: string
  topic: string
  from: Stage | 'none'
  to: Stage
  cause?: Cause
}

export interface TrueOutcome {
  kind: 'outcome'
  id: string
  at: string
  person: string
  platform: string
  handle: string
  type: OutcomeType
  value?: number
  currency?: string
  topic: string
  cause?: Cause
}

/** A grown world, whole, in memory (decision 0016 says how much that takes). */
export interface World {
  options: WorldOptions
  startsAtMs: number
  topics: Topic[]
  products: readonly Product[]
  actors: readonly Actor[]
  /** Who follows whom, by account, with the instant. */
  follows: readonly Follow[]
  /** In the order of time. */
  arrivals: readonly DatedArrival[]
  truth: readonly Truth[]
  events: WorldEvents
}

export interface DatedArrival {
  atMs: number
  arrival: Arrival
  /** Whoever deleted, which the arrival of a deletion does not say. */
  actor: IncomingHandle
}

export interface Follow {
  follower: number
  followed: number
  sinceMs: number
}

/** The two unusual things that happen to everyone. */
export interface WorldEvents {
  incident: { topic: string; claim: Claim; fromMs: number; untilMs: number }
  campaign: { topic: string; fromMs: number; untilMs: number }
}

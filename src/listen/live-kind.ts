import type { Outside } from '#outside/ports.ts'
import type { GapReason, RandomBytes, Words } from '#vocabulary/index.ts'
import type { TopicSet } from './batch.ts'
import type { ImportFormat } from './input-format.ts'

/**
 * The port of channels that are listened to as people speak: one folder under channels/ and one line
 * in its registry a kind. Pages render what a kind declares, so a new kind needs no page of its own.
 */
export type LiveKind = ListeningKind | PushedKind

/** Kinds that go and listen by themselves. */
export type ListeningKind = PolledKind | StreamedKind

interface KindBase {
  /** `feed`, `bluesky`. */
  kind: string
  name: Words
  /** One sentence: what is heard, and what is needed for it. */
  about: Words
  capabilities: Capabilities
  fields: readonly SettingField[]
  /**
   * Checks what a member filled in and answers it as it is kept (JSON values). Throws `bad-input`
   * that names the field. Nothing outside is asked.
   */
  settle(filledIn: Readonly<Record<string, unknown>>): LiveSettings
  /** Tries the settings once against the outside, keeps nothing, and says precisely what is wrong. */
  probe(settings: LiveSettings, tools: LiveTools): Promise<ProbeResult>
  /** Words of the kind's own problem codes; those of #outside have theirs already. */
  problemWords: Readonly<Record<string, Words>>
}

/** What a channel of this kind can tell. The contract test holds a kind to it. */
export interface Capabilities {
  edits: boolean
  deletions: boolean
  /** Likes, reposts, follows. */
  engagement: boolean
  /** Whether it can go on where it stood after an interruption. */
  resume: 'cursor' | 'conditional' | 'none'
  send: boolean
}

/** One field of the set-up form. */
export interface SettingField {
  name: string
  label: Words
  hint?: Words
  /** `words`: a list, one a line. `topics`: whether and which topics; a list of ids or `all`. */
  type: 'url' | 'text' | 'words' | 'switch' | 'choice' | 'number' | 'topics'
  isRequired: boolean
  choices?: readonly { value: string; label: Words }[]
  default?: unknown
  numberMin?: number
  numberMax?: number
}

export type LiveSettings = Readonly<Record<string, unknown>>

/** What a kind works with; clock, chance and the way out are arguments. */
export interface LiveTools {
  outside: Outside
  now: () => Date
  random: RandomBytes
  /** Waits by the same clock; ends early at the signal. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}

export type ProbeResult =
  | {
      kind: 'works'
      /** What was found, to be shown: the feed's title, the newest entry. */
      found: { label: Words; value: string }[]
      /** Good to know, not in the way. */
      notes: Words[]
    }
  | {
      kind: 'problem'
      code: string
      words: Words
      field?: string
      /** Other values for the field that were found on the way (feeds that a page names). */
      offers?: { field: string; value: string; label: string }[]
    }

/** One thing heard, as it came: read by an input format when it is worked off. */
export interface LivePayload {
  format: ImportFormat
  body: string | Buffer
  /** ReadContext.scope of the format. */
  scope: string
  /** When it happened there, where that is known before it is read: for the lag. */
  publishedAt?: Date
}

/** A problem of a turn or connection; the code is one of the kind's or of #outside. */
export interface LiveProblem {
  code: string
  detail?: string
  /** Waiting does not mend it: gone, forbidden, not a feed. */
  isLasting?: boolean
}

export interface LiveGap {
  since: Date
  until: Date
  reason: GapReason
}

/** Counts of one turn, or since the last report of a stream; added to the channel's health. */
export interface LiveCounts {
  requests: number
  bytes: number
  unchanged: number
  events: number
  taken: number
}

export interface PolledKind extends KindBase {
  by: 'poll'
  /** One look. Never throws for what the outside does. */
  poll(turn: PollTurn): Promise<PollResult>
}

export interface PollTurn {
  settings: LiveSettings
  /** What the kind asked to remember at the last turn. */
  memory: string | null
  failuresInRow: number
  tools: LiveTools
  signal: AbortSignal
}

export interface PollResult {
  /** Kept only after the payloads are safe. */
  memory: string | null
  payloads: LivePayload[]
  nextInMs: number
  problem?: LiveProblem
  gap?: LiveGap
  counts: LiveCounts
}

export interface StreamedKind extends KindBase {
  by: 'stream'
  /**
   * Holds one connection until it ends or the signal comes, and answers why it ended. The engine
   * connects again (with back-off) and passes on what was remembered.
   */
  stream(session: StreamSession): Promise<LiveProblem | undefined>
}

export interface StreamSession {
  settings: LiveSettings
  memory: string | null
  /** When the channel was last known to be listening: what lies between may be missing. */
  lastHeardAt: Date | null
  tools: LiveTools
  signal: AbortSignal
  /** The workspace's topics now; another object after each change. */
  topics(): TopicSet
  /**
   * Hands on what was heard and settles when it is safe on disk; `memory` is remembered with it.
   * Awaiting it is the brake: the spool is bounded.
   */
  take(payloads: LivePayload[], memory: string): Promise<void>
  /** The connection stands and is heard. */
  opened(): void
  count(counts: Partial<LiveCounts>): void
  noteGap(gap: LiveGap): void
}

/** A place that tells us: it calls an address of ours and signs what it sends. */
export interface PushedKind extends KindBase {
  by: 'push'
  /** What the secret is called where it is found, and how to get it. */
  secret: {
    label: Words
    hint: Words
    /** Whether members may choose one of their own here, rather than be given it by the sender. */
    isOurs: boolean
  }
  /** Why a text is no secret of this sender; undefined where it may be one. */
  refuseSecret?(secret: string): Words | undefined
  /** The headers that `receive` reads, in lower case. */
  headers: readonly string[]
  /** Judges one call by its raw body. Pure, and never throws for what was sent. */
  receive(call: PushCall): Pushed
}

export interface PushCall {
  headers: Readonly<Record<string, string | undefined>>
  /** As it came: a signature is over bytes, not over what they mean. */
  body: Buffer
  settings: LiveSettings
  secret: string
  /** The id of the channel: what is numbered by the sender itself is numbered within it. */
  channelId: string
  now: Date
}

export type Pushed =
  | {
      kind: 'heard'
      payloads: LivePayload[]
      /** The sender's id of this event: what comes again under it was heard already. */
      eventKey: string
    }
  | {
      /** Well signed, and nothing for us; said so that the sender does not try again. */
      kind: 'ignored'
      why: string
    }
  | {
      /** Not to be believed, or not to be read; the code has words in `problemWords`. */
      kind: 'refused'
      code: string
      isForged: boolean
    }

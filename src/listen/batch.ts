import type { Transaction } from '#store/door.ts'
import type {
  Arrival,
  Ending,
  Intent,
  RandomBytes,
  Reading,
  Refusal,
  TopicMention,
} from '#vocabulary/index.ts'
import type { ChangeLedger } from './change-ledger.ts'

/** What was understood of a text before it is recorded. */
export interface Understood {
  reading: Reading
  topics: TopicMention[]
  /** Search tokens as a tsvector literal. */
  tokens: string
}

/** The reading of texts, behind a port: in this thread or in a worker. Keeps the order of the texts. */
export interface Understanding {
  understand(texts: PostText[], topics: TopicSet): Promise<Understood[]>
}

export interface PostText {
  title: string | undefined
  text: string
  languageHint: string | undefined
  /** Asks for the evidence of the reading. */
  explains?: boolean
  /** Topics that are known to stand in title and text joined; without, those that are found. */
  mentions?: TopicMention[]
}

/** The model that reads for a workspace; version 0 is the base, which is everybody's. */
export interface ReaderRef {
  workspaceId: string
  version: number
}

/** The topics of a workspace at one revision, and what reads for it. */
export interface TopicSet {
  revision: number
  /** The base where left out. */
  reader?: ReaderRef
  topics: { id: string; name: string; aliases: string[] }[]
}

/** One arrival on its way through the steps. */
export interface Heard {
  arrival: Arrival
  /** Counted in the tally; false for what a record says beside (the post inside a repost). */
  isCounted: boolean
  /** Ordinal and line of its record. */
  position: number
  line: number
  payload: { format: string; body: Buffer } | undefined
  understood: Understood | undefined
  /** Keys of the activity at its source, hashed; the first is the main one. Empty for profiles. */
  keyHashes: Buffer[]
  contentHash: Buffer | undefined
  /** Set by the steps. */
  handleId: string | undefined
  objectHandleId: string | undefined
  mentionHandleIds: string[]
  activityId: string | undefined
  /** The organisation or deal that a row of a list is about. */
  subjectId: string | undefined
  /** What recording has to do. */
  plan: Plan | undefined
  ending: Ending | undefined
  /** What of its record was left out. */
  notes?: readonly Refusal[]
}

export type Plan = { kind: 'insert' } | { kind: 'update'; revision: number } | { kind: 'nothing' }

/** A record that was refused before it became an arrival. */
export interface Refused {
  position: number
  line: number
  refusal: Refusal
  excerpt: string
}

/** Posts whose contribution to roll-ups is taken back or added, with what decides the cell. */
export interface Contribution {
  sign: 1 | -1
  activityId: string
  type: string
  channelId: string
  handleId: string
  publishedAt: Date
  /** Undefined for activities without text. */
  reading: CountedReading | undefined
}

/** What roll-ups count of a reading. */
export interface CountedReading {
  /** What read it. */
  model: string
  sentiment: string
  stage: string
  /** The reader left the stage open: it counts where posts are counted, and moves nobody. */
  isStageOpen: boolean
  stance: string
  /** The intents that hold. */
  asserted: readonly Intent[]
  isToxic: boolean
  topicIds: string[]
}

/** What decides to whom an activity turns. */
export interface TiedActivity {
  id: string
  type: string
  platform: string
  handleId: string
  publishedAt: Date
  /** Of the key that it answers, shares or likes; in hex. */
  parentHash: string | null
  objectHandleId: string | null
  mentionHandleIds: string[]
}

/** What the whole batch did to activities, for the ties that follow from it. */
export interface TieLedger {
  /** Activities recorded, changed or buried. */
  touched: Set<string>
  /** Those that were there before the batch, as they stood. */
  before: TiedActivity[]
  /** Keys under which an activity is known only since this batch: platform and hash in hex, joined by a line break. */
  newKeys: Set<string>
}

export function emptyTieLedger(): TieLedger {
  return { touched: new Set(), before: [], newKeys: new Set() }
}

/** What one transaction of listening works on. */
export interface Batch {
  workspaceId: string
  channelId: string
  /** Who imports it or writes it down; undefined where a machine listens. */
  memberId?: string
  timeZone: string
  arrivedAt: Date
  random: RandomBytes
  tx: Transaction
  heard: Heard[]
  /** Activities that this round turns into tombstones. */
  buried: string[]
  contributions: Contribution[]
  /** Original persons by handle, for the roll-ups. */
  personOfHandle: Map<string, string>
  /** Shared by all rounds of the batch. */
  ties: TieLedger
  /** Shared by all rounds of the batch. */
  ledger: ChangeLedger
}

/** One named step of listening. Steps run in order, inside the transaction of the batch. */
export interface ListenStep {
  name: string
  /** Looks at all arrivals at once, before they are cut into rounds (see rounds.ts). */
  isForWholeBatch?: true
  /** Runs once, behind all rounds; what it locks is held until the commit that follows. */
  isLast?: true
  run(batch: Batch): Promise<void>
}

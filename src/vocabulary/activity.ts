import type {
  DatedRelation,
  IncomingDeal,
  IncomingOrganisation,
  IncomingOwnTerms,
} from './list-rows.ts'
import type { AgentClass, IncomingOutcome } from './outcome.ts'
import type { ContactWishes } from './privacy.ts'
import type { RelationKind } from './relation.ts'

/**
 * What arrives and what the log holds, in the terms of W3C ActivityStreams 2.0
 * (https://www.w3.org/TR/activitystreams-vocabulary/).
 */

/** The kinds of activity that the log holds as rows. Update, Delete and Undo change rows instead. */
export const ACTIVITY_TYPES = [
  'Create',
  'Announce',
  'Like',
  'Dislike',
  'Follow',
  'View',
  'Join',
  'Leave',
  'Invite',
  'Offer',
  'Accept',
  'Reject',
  'Flag',
  'Block',
  'Outcome',
] as const
export type ActivityType = (typeof ACTIVITY_TYPES)[number]

/** What stands behind a handle, as far as its platform says. */
export const HANDLE_KINDS = ['person', 'organisation', 'bot', 'group', 'unknown'] as const
export type HandleKind = (typeof HANDLE_KINDS)[number]

/** One identity on one platform, as a payload shows it. Absent fields were not said; empty ones were said to be empty. */
export interface IncomingHandle {
  /** Lower-case name of the platform: `mastodon`, `bluesky`, `feed`, `mail`, `file`. */
  platform: string
  /** The platform's stable id of the account: a DID, an actor URI, a mail address. */
  externalId: string
  /** What people write to address it: `alice@example.social`, `alice.bsky.social`. */
  username?: string
  /**
   * `externalId` is only what people write to address the account, as lists of contacts have it:
   * an account that is known under that username is meant.
   */
  isByUsername?: true
  displayName?: string
  url?: string
  avatarUrl?: string
  bio?: string
  kind?: HandleKind
  /** A mail address that the platform itself vouches for. */
  verifiedEmail?: string
  /** Links that the platform has verified to point back (rel=me). */
  verifiedLinks?: string[]
}

/** Text that somebody wrote. `html` is outside text: it is kept as it came and never shown unsanitised. */
export interface IncomingContent {
  /** Plain text, as a reader would see it. */
  text: string
  title?: string
  html?: string
  /** BCP 47 tag claimed by the platform; only a hint. */
  languageHint?: string
  /** The text is only a part of what was published. */
  isExcerpt?: boolean
}

/** Something a handle did, new or edited. */
export interface IncomingActivity {
  kind: 'activity'
  /** `update` when the source says that this replaces an earlier form. */
  operation: 'create' | 'update'
  type: ActivityType
  platform: string
  /** The source's own id: an at-uri, a status URI, a guid, a Message-ID. Once per (workspace, platform). */
  externalKey: string
  /** Other keys under which the source may speak of the same activity (a server's local id). */
  alsoKnownAs?: string[]
  actor: IncomingHandle
  /** When the source says it happened; absent when it does not say. */
  publishedAt?: Date
  editedAt?: Date
  content?: IncomingContent
  url?: string
  /** Key, on the same platform, of the activity that this one answers, shares or likes. */
  parentKey?: string
  /** Key of the first activity of the thread, where the source says. */
  threadKey?: string
  /** The account that this one is about: followed, blocked, invited. */
  objectHandle?: IncomingHandle
  mentions?: IncomingHandle[]
  tags?: string[]
  /** Only with type Outcome. */
  outcome?: IncomingOutcome
  /** Only with type View: the link of ours that was followed. */
  click?: IncomingClick
}

/** A tracked link that somebody followed; the activity's key is the click id. */
export interface IncomingClick {
  linkId: string
  agent: AgentClass
}

/** An account's profile without an activity. */
export interface IncomingProfile {
  kind: 'profile'
  handle: IncomingHandle
  /** What the source knows of the person behind it. */
  person?: IncomingPerson
  /** Further accounts that the source says are the same person's; new ones join. */
  alsoHandles?: IncomingHandle[]
}

/** A person as a list of contacts knows them. Absent fields were not said. */
export interface IncomingPerson extends IncomingOwnTerms {
  /** The whole name, as it is shown. */
  displayName?: string
  familyName?: string
  givenName?: string
  nameReading?: string
  organisation?: {
    name: string
    /** Where in it: 営業部. */
    department?: string
    role?: string
    since?: string
    until?: string
    url?: string
  }
  relations?: RelationKind[]
  datedRelations?: DatedRelation[]
  wishes?: ContactWishes
}

/** The source says that an activity is gone. */
export interface IncomingDeletion {
  kind: 'deletion'
  platform: string
  /** Any of the keys of the activity. */
  externalKey: string
  deletedAt?: Date
}

/** The source says that an account and all it did are gone. */
export interface IncomingAccountDeletion {
  kind: 'account-deletion'
  platform: string
  externalId: string
  deletedAt?: Date
}

/** Something was paid back of a purchase, which may be told later than this. */
export interface IncomingRefund {
  kind: 'refund'
  platform: string
  /** Every key under which the purchase may be known. */
  purchaseKeys: string[]
  /** The source's id of the refund; of one that is told again the greatest amount counts. */
  externalKey: string
  /** Of one part of what was paid back: the key under which the source also tells the sum of the parts. */
  sumKey?: string
  valueMinor: number
  currency: string
  refundedAt?: Date
}

export type Arrival =
  | IncomingActivity
  | IncomingProfile
  | IncomingDeletion
  | IncomingAccountDeletion
  | IncomingRefund
  | IncomingOrganisation
  | IncomingDeal

import type { HandleKind } from '#vocabulary/index.ts'

/** What is known of one record: a profile, a row of a list. Empty fields count as missing. */
export interface MatchRecord {
  id: string
  platform?: string
  handle?: string
  name?: string
  email?: string
  phone?: string
  url?: string
  organisation?: string
  location?: string
  bio?: string
  /** A date in any usual form, or a year. */
  birth?: string
  address?: string
  lang?: string
  /** What the platform says it is. */
  kind?: HandleKind
  /** Links that the platform has verified to point back (rel=me). */
  verifiedLinks?: readonly string[]
  /**
   * The profile picture: a perceptual hash of 64 bits as 16 hexadecimal digits, of which some bits may
   * differ, or any text that is equal for equal pictures.
   */
  avatar?: string
  /** Posts by hour of day (UTC), 24 counts. */
  hours?: readonly number[]
  /** Whatever else is known; compared as text. */
  more?: Readonly<Record<string, string>>
}

/** What can only be said of a pair. */
export interface PairSignals {
  /** Share of the posts of the one with fewer that the other has nearly word for word, 0..1. */
  postsShared?: number
  /** By how they write, how much likelier one author is than two, in nats. */
  writing?: number
  /** The same by what they write about. */
  interests?: number
}

import type { Arrival, FieldKind, Refusal } from '#vocabulary/index.ts'
import type { ColumnMapping } from './table-columns.ts'

/** The formats that `enishi import --as` takes. */
export const IMPORT_FORMATS = [
  'activities',
  'activitystreams',
  'mastodon',
  'jetstream',
  'reddit',
  'hackernews',
  'feed',
  'mbox',
  'eml',
  'posts-csv',
  'people-csv',
  'organisations-csv',
  'deals-csv',
  'outcomes-csv',
  'stripe',
  'shopify',
  'webhook',
] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** One record as it stands in the input: a line, a row, an entry, a mail. */
export interface RawRecord {
  /** Line (or, where lines mean nothing, ordinal) in the input, from 1. */
  line: number
  /** What is kept as the original payload. */
  payload: string | Buffer
  /** The payload already taken apart, where splitting had to do so anyway. */
  parsed?: unknown
}

/** A record that could not even be cut out of the input whole. */
export interface UnreadableRecord {
  line: number
  refusal: Refusal
  /** The beginning of what stood there. */
  excerpt: string
}

export type SplitRecord = RawRecord | UnreadableRecord

/** What is understood of one record: what it says, or why it is refused. */
export type ReadRecord =
  | {
      /** What the record itself says; its ending is the record's ending. */
      arrival: Arrival
      /** What it says beside (the post inside a repost); recorded, not counted. */
      context?: Arrival[]
      /** What of it could not be placed and was left out; it is recorded all the same. */
      notes?: Refusal[]
    }
  | { refusal: Refusal }

/** A field that the workspace added to what a list is about. */
export interface OwnField {
  id: string
  name: string
  kind: FieldKind
  choices: readonly { id: string; name: string }[]
  /** Of money. */
  currency: string | null
}

/** A member whom a list may name. */
export interface NamedMember {
  id: string
  name: string
  email: string
}

/** What a workspace has of its own that a list may speak of. */
export interface OwnTerms {
  fields: readonly OwnField[]
  members: readonly NamedMember[]
}

export interface ReadContext {
  arrivedAt: Date
  /** Distinguishes sources whose ids are only locally unique: a server's host, a file's name. */
  scope: string
  /** The file that is read, where there is one. */
  fileName?: string
  columns?: ColumnMapping
  ownTerms?: OwnTerms
  /** IANA time zone for dates that name none. */
  timeZone: string
}

/**
 * The port that every format is read through. `split` is the only part that
 * sees the stream, and never holds more than one record (a document format: one
 * document) in memory; `read` is pure.
 */
export interface InputFormat {
  name: ImportFormat
  split(bytes: AsyncIterable<Uint8Array>, context: ReadContext): AsyncIterable<SplitRecord>
  read(record: RawRecord, context: ReadContext): ReadRecord
}

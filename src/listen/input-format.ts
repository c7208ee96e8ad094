import type { Arrival, Refusal } from '#vocabulary/index.ts'
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
  'outcomes-csv',
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
    }
  | { refusal: Refusal }

export interface ReadContext {
  arrivedAt: Date
  /** Distinguishes sources whose ids are only locally unique: a server's host, a file's name. */
  scope: string
  /** The file that is read, where there is one. */
  fileName?: string
  columns?: ColumnMapping
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

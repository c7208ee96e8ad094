import { mkdir } from 'node:fs/promises'
import { LIMITS } from '#vocabulary/index.ts'
import { SegmentReader, type SegmentStep } from './segment-reader.ts'
import {
  type CreateSegment,
  createSegment,
  dropSegment,
  listSegments,
  readPlace,
  type SpoolPlace,
  segmentPath,
  writePlace,
} from './spool-files.ts'
import { encodeFrame, type SpoolRecord } from './spool-frame.ts'
import { SpoolWriter } from './spool-writer.ts'

/** What the spool has to tell: never silent about what it could not keep or read. */
export type SpoolNews =
  /** The end of what was being written at a crash; it was never acknowledged. */
  | { kind: 'torn-tail'; segment: number; bytes: number }
  /** Bytes that are no record any more (a bad disk): they are skipped, and lost. */
  | { kind: 'damaged'; segment: number; offset: number; bytes: number }
  /** Writing fails; it is tried again until it succeeds, and nobody is told "safe" before. */
  | { kind: 'cannot-write'; message: string }

export interface SpoolSettings {
  folder: string
  bytesMax?: number
  segmentBytes?: number
  onNews(news: SpoolNews): void
  /** For tests: files that fail. */
  createSegment?: CreateSegment
  retryMs?: number
}

/** How much lies in the spool that is not worked off. */
export interface SpoolDepth {
  records: number
  bytes: number
}

/** Records in their order, and the place behind them. None where only damage was passed. */
export interface Taken {
  records: SpoolRecord[]
  end: SpoolPlace
}

const RETRY_MS = 1_000

/**
 * The append-only spool in the data folder: what is heard is on disk (fsynced) before anybody says
 * so, and is read from there in order, at least once. One process holds it at a time. Memory holds
 * a few MB, whatever its depth.
 */
export class Spool {
  readonly #folder: string
  readonly #bytesMax: number
  readonly #onNews: (news: SpoolNews) => void
  /** Safe bytes of each segment. */
  readonly #segments = new Map<number, number>()
  readonly #writer: SpoolWriter
  /** Worked off up to here; stored. */
  #place: SpoolPlace
  /** Taken up to here. */
  #taken: SpoolPlace
  #reader: { segment: number; reader: SegmentReader } | undefined
  #recordsAppended = 0
  #recordsTaken = 0
  #recordsWorkedOff = 0
  /** Appended, but found damaged. */
  #recordsLost = 0
  #arrived = Promise.withResolvers<void>()

  private constructor(settings: SpoolSettings, segments: Map<number, number>, place: SpoolPlace) {
    const { folder, bytesMax = LIMITS.spoolBytesMax } = settings
    this.#folder = folder
    this.#bytesMax = bytesMax
    this.#onNews = settings.onNews
    this.#segments = segments
    this.#place = place
    this.#taken = place
    this.#writer = new SpoolWriter({
      folder,
      segment: Math.max(place.segment, ...segments.keys()) + 1,
      segmentBytes: settings.segmentBytes ?? Math.min(LIMITS.spoolSegmentBytes, bytesMax / 4),
      createSegment: settings.createSegment ?? createSegment,
      hasRoom: (bytes) => this.#fileBytes() === 0 || this.#fileBytes() + bytes <= this.#bytesMax,
      onSafe: (safe) => this.#noteSafe(safe),
      onTrouble: (error) => this.#onNews({ kind: 'cannot-write', message: error.message }),
      retryMs: settings.retryMs ?? RETRY_MS,
    })
  }

  /** Opens the folder (made with 0700), looks through what lies there and cuts off a torn tail. */
  static async open(settings: SpoolSettings): Promise<Spool> {
    await mkdir(settings.folder, { recursive: true, mode: 0o700 })
    const found = await listSegments(settings.folder)
    const first = { segment: found[0]?.segment ?? 0, offset: 0 }
    const place = (await readPlace(settings.folder)) ?? first
    const kept = found.filter(({ segment }) => segment >= place.segment)
    for (const { segment } of found) {
      if (segment < place.segment) await dropSegment(settings.folder, segment)
    }
    const spool = new Spool(settings, new Map(kept.map((one) => [one.segment, one.bytes])), place)
    await spool.#lookThrough()
    return spool
  }

  /** Settles when the records are safe on disk; waits while the spool is full. */
  async append(records: readonly SpoolRecord[]): Promise<void> {
    if (records.length > 0) await this.#writer.append(records.map(encodeFrame))
  }

  /** The next records that nobody took yet, within these limits; undefined: there is nothing. */
  async take(recordsMax: number, bytesMax: number): Promise<Taken | undefined> {
    const records: SpoolRecord[] = []
    const from = this.#taken
    let bytes = 0
    while (records.length < recordsMax && bytes < bytesMax) {
      const record = await this.#next()
      if (record === undefined) break
      records.push(record)
      bytes += record.body.length
    }
    this.#recordsTaken += records.length
    // How many stood in damaged bytes nobody can count; behind the last record, they are what is missing.
    if (!this.#hasMore()) this.#recordsLost = this.#recordsAppended - this.#recordsTaken
    return this.#taken === from ? undefined : { records, end: this.#taken }
  }

  /**
   * Deletes the segments before here and stores that all up to here is worked off. False where the disk
   * does not take it, which is told: to be tried again.
   */
  async moveTo({ records, end }: Taken): Promise<boolean> {
    try {
      // First, so that a full disk has room for the place. Without it they are simply not found again.
      await this.#dropBefore(end)
      await writePlace(this.#folder, end)
    } catch (error) {
      this.#onNews({ kind: 'cannot-write', message: (error as Error).message })
      return false
    }
    this.#place = end
    this.#recordsWorkedOff += records.length
    return true
  }

  /**
   * Deletes the last segment too where nothing in it waits any more: what somebody is erased from in the
   * log must not lie on here. For whoever takes from the spool, between two turns.
   */
  async leaveNothing(): Promise<void> {
    const { segment, offset } = this.#place
    const isTaken = this.#taken.segment === segment && this.#taken.offset === offset
    if (!isTaken || this.#hasMore() || !this.#segments.has(segment)) return
    if (!this.#writer.endSegment()) return
    const end = { segment: segment + 1, offset: 0 }
    this.#taken = end
    await this.moveTo({ records: [], end })
  }

  async #dropBefore(end: SpoolPlace): Promise<void> {
    for (const segment of this.#segments.keys()) {
      if (segment >= end.segment) continue
      await dropSegment(this.#folder, segment)
      this.#segments.delete(segment)
    }
    this.#writer.noteRoom()
  }

  /** Settles when there may be something to take, or at the signal. */
  async untilArrival(signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.#hasMore()) return
    const { promise: aborted, resolve } = Promise.withResolvers<void>()
    const stop = () => resolve()
    signal.addEventListener('abort', stop, { once: true })
    await Promise.race([this.#arrived.promise, aborted])
    signal.removeEventListener('abort', stop)
  }

  depth(): SpoolDepth {
    const { segment, offset } = this.#place
    const bytes = this.#fileBytes() - (this.#segments.has(segment) ? offset : 0)
    const records = this.#recordsAppended - this.#recordsLost - this.#recordsWorkedOff
    return { records, bytes: Math.max(0, bytes) }
  }

  /** Takes no more; whoever waits for room is refused. What lies here can still be taken. */
  refuse(): void {
    this.#writer.refuse()
  }

  /** Writes what waits and closes the files; what was not worked off is there at the next opening. */
  async close(): Promise<void> {
    await this.#writer.close()
    await this.#reader?.reader.close()
    this.#reader = undefined
  }

  #fileBytes(): number {
    let sum = 0
    for (const bytes of this.#segments.values()) sum += bytes
    return sum
  }

  /** Whether anything safe lies behind what was taken. */
  #hasMore(): boolean {
    const { segment, offset } = this.#taken
    for (const [one, bytes] of this.#segments) {
      if (one === segment ? bytes > offset : one > segment && bytes > 0) return true
    }
    return false
  }

  #noteSafe({ segment, end, records }: { segment: number; end: number; records: number }): void {
    this.#segments.set(segment, end)
    this.#recordsAppended += records
    this.#arrived.resolve()
    this.#arrived = Promise.withResolvers()
  }

  async #next(): Promise<SpoolRecord | undefined> {
    for (;;) {
      const step = await this.#step()
      if (step === undefined) {
        if (!(await this.#goToNextSegment())) return undefined
        continue
      }
      const { segment, offset } = this.#taken
      this.#taken = { segment, offset: step.end }
      if (step.kind === 'record') return step.record
      this.#onNews({ kind: 'damaged', segment, offset, bytes: step.bytes })
    }
  }

  async #step(): Promise<SegmentStep | undefined> {
    const { segment, offset } = this.#taken
    const limit = this.#segments.get(segment)
    if (limit === undefined || offset >= limit) return undefined
    if (this.#reader?.segment !== segment) {
      await this.#reader?.reader.close()
      const reader = await SegmentReader.open(segmentPath(this.#folder, segment))
      this.#reader = { segment, reader }
    }
    return this.#reader.reader.next(offset, limit)
  }

  async #goToNextSegment(): Promise<boolean> {
    const later = [...this.#segments.keys()].filter((segment) => segment > this.#taken.segment)
    if (later.length === 0) return false
    this.#taken = { segment: Math.min(...later), offset: 0 }
    return true
  }

  /** Counts what is to be worked off; what was being written at a crash is cut off. */
  async #lookThrough(): Promise<void> {
    for (const [segment, bytes] of this.#segments) {
      const reader = await SegmentReader.open(segmentPath(this.#folder, segment))
      let at = segment === this.#place.segment ? this.#place.offset : 0
      try {
        for (;;) {
          const step = await reader.next(at, bytes)
          if (step === undefined) break
          if (step.kind === 'record') this.#recordsAppended += 1
          else if (step.isTail) this.#cutTail(segment, at, step.bytes)
          at = step.end
        }
      } finally {
        await reader.close()
      }
    }
  }

  /** The bytes stay in the file until it is deleted; nobody reads them, and nobody writes behind them. */
  #cutTail(segment: number, at: number, bytes: number): void {
    this.#segments.set(segment, at)
    this.#onNews({ kind: 'torn-tail', segment, bytes })
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { type CreateSegment, dropSegment, type SegmentFile, segmentPath } from './spool-files.ts'

/** What the writer needs to know and tells. */
export interface WriterParts {
  folder: string
  /** The first segment that it makes. */
  segment: number
  segmentBytes: number
  createSegment: CreateSegment
  /** Whether there is room for these bytes. */
  hasRoom(bytes: number): boolean
  /** These frames are safe: they end at this byte of the segment. */
  onSafe(safe: { segment: number; end: number; records: number }): void
  /** Writing failed (a full disk); it is tried again until it succeeds. */
  onTrouble(error: Error): void
  retryMs: number
}

interface Waiting {
  frames: Buffer[]
  bytes: number
  resolve: () => void
  reject: (error: unknown) => void
}

/** Frames that may wait for the disk; whoever brings more waits before they are taken. */
const WAITING_BYTES_MAX = 4 * 1024 * 1024

/**
 * Writes frames behind each other with one fsync for all that wait (group commit). What an `append`
 * settled for survives kill -9 and a loss of power.
 */
export class SpoolWriter {
  readonly #parts: WriterParts
  #segment: number
  #file: SegmentFile | undefined
  #end = 0
  #waiting: Waiting[] = []
  #waitingBytes = 0
  #writing: Promise<void> | undefined
  #roomMade = Promise.withResolvers<void>()
  #isClosed = false

  constructor(parts: WriterParts) {
    this.#parts = parts
    this.#segment = parts.segment
  }

  /** Settles when the frames are safe. Waits while the spool is full: that is the brake. */
  async append(frames: Buffer[]): Promise<void> {
    const bytes = frames.reduce((sum, frame) => sum + frame.length, 0)
    await this.#reserveRoom(bytes)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#waiting.push({ frames, bytes, resolve, reject })
    this.#writing ??= this.#writeWaiting()
    await promise
  }

  /**
   * Lets the next record begin a new file, so that the one before can be deleted. False while something
   * is being written.
   */
  endSegment(): boolean {
    if (this.#writing !== undefined) return false
    const file = this.#file
    if (file === undefined) return true
    this.#file = undefined
    this.#segment += 1
    this.#end = 0
    file.close().catch(this.#parts.onTrouble)
    return true
  }

  /** To be called when room was made: segments were deleted. */
  noteRoom(): void {
    this.#roomMade.resolve()
    this.#roomMade = Promise.withResolvers()
  }

  /** Takes no more: whoever waits for room is told so instead of waiting on. */
  refuse(): void {
    this.#isClosed = true
    this.noteRoom()
  }

  /** Writes what waits (once), then closes. Whoever still waits for room is refused. */
  async close(): Promise<void> {
    this.refuse()
    await this.#writing
    await this.#file?.close()
    this.#file = undefined
  }

  async #reserveRoom(bytes: number): Promise<void> {
    for (;;) {
      if (this.#isClosed) throw spoolClosed()
      const isFree = this.#waitingBytes === 0 || this.#waitingBytes + bytes <= WAITING_BYTES_MAX
      if (isFree && this.#parts.hasRoom(this.#waitingBytes + bytes)) break
      await this.#roomMade.promise
    }
    this.#waitingBytes += bytes
  }

  async #writeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      const frames = batch.flatMap((one) => one.frames)
      const bytes = batch.reduce((sum, one) => sum + one.bytes, 0)
      try {
        await this.#writeUntilSafe(frames, bytes)
        for (const { resolve } of batch) resolve()
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
      this.#waitingBytes -= bytes
      this.noteRoom()
    }
    this.#writing = undefined
  }

  async #writeUntilSafe(frames: Buffer[], bytes: number): Promise<void> {
    for (;;) {
      try {
        const file = await this.#openSegment()
        await file.write(frames, this.#end)
        await file.sync()
        this.#end += bytes
        const [segment, end] = [this.#segment, this.#end]
        this.#parts.onSafe({ segment, end, records: frames.length })
        return
      } catch (error) {
        this.#parts.onTrouble(error as Error)
        await this.#abandonSegment()
        if (this.#isClosed) throw error
        await sleep(this.#parts.retryMs)
      }
    }
  }

  async #openSegment(): Promise<SegmentFile> {
    if (this.#file !== undefined && this.#end < this.#parts.segmentBytes) return this.#file
    await this.#file?.close()
    if (this.#file !== undefined) this.#segment += 1
    this.#file = undefined
    this.#end = 0
    const path = segmentPath(this.#parts.folder, this.#segment)
    this.#file = await this.#parts.createSegment(path)
    return this.#file
  }

  /**
   * After a failure nobody knows what of the last write stands: it is cut off, the next is a new file.
   * A file in which nothing is safe goes, or each attempt would leave one.
   */
  async #abandonSegment(): Promise<void> {
    const [file, segment, end] = [this.#file, this.#segment, this.#end]
    this.#file = undefined
    this.#segment += 1
    this.#end = 0
    try {
      if (end > 0) await file?.truncate(end)
      else if (file !== undefined) await dropSegment(this.#parts.folder, segment)
    } catch (error) {
      this.#parts.onTrouble(error as Error)
    }
    await file?.close().catch(this.#parts.onTrouble)
  }
}

function spoolClosed(): Error {
  return new Error('The spool is closed')
}

import type { LivePayload, LiveTools, StreamSession } from '#listen/index.ts'
import { type LiveMemory, writeMemory } from './live-memory.ts'

/** A post should be seen within a second of its arrival. */
const HAND_ON_EVERY_MS = 200
/** Where nothing is taken, the cursor alone is kept this often. */
const KEEP_CURSOR_EVERY_MS = 15_000
const PAYLOADS_MAX = 500
const CHARS_MAX = 4 * 1024 * 1024

type Session = Pick<StreamSession, 'take' | 'count'>

/** Gathers what was taken and hands it on a few times a second, never twice at once. */
export class HandOn {
  readonly #session: Session
  readonly #memory: LiveMemory
  readonly #now: () => Date
  #payloads: LivePayload[] = []
  #chars = 0
  #counts = { events: 0, bytes: 0, taken: 0 }
  #keptUs: number | undefined
  #keptAtMs: number
  #turn: Promise<void> | undefined

  constructor(session: Session, memory: LiveMemory, now: () => Date) {
    this.#session = session
    this.#memory = memory
    this.#now = now
    this.#keptUs = memory.cursorUs
    this.#keptAtMs = now().getTime()
  }

  heard(text: string): void {
    this.#counts.events += 1
    this.#counts.bytes += Buffer.byteLength(text)
  }

  add(payload: LivePayload): void {
    this.#payloads.push(payload)
    this.#chars += payload.body.length
    this.#counts.taken += 1
  }

  /** Enough is gathered: whoever reads the stream waits until it is safe. */
  get isFull(): boolean {
    return this.#payloads.length >= PAYLOADS_MAX || this.#chars >= CHARS_MAX
  }

  /** Hands on what was gathered, and at the end the cursor alone too; settles when it is safe. */
  async flush(isOver = false): Promise<void> {
    while (this.#turn !== undefined) await this.#turn
    this.#turn = this.#pass(isOver).finally(() => {
      this.#turn = undefined
    })
    return this.#turn
  }

  /** Hands on by the clock, until the signal comes; rejects when handing on fails. */
  async keepFlushing(sleep: LiveTools['sleep'], signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(HAND_ON_EVERY_MS, signal)
      await this.flush()
    }
  }

  async #pass(isOver: boolean): Promise<void> {
    const { events, bytes, taken } = this.#counts
    if (events > 0) this.#session.count({ events, bytes, taken })
    this.#counts = { events: 0, bytes: 0, taken: 0 }
    if (!this.#hasToKeep(isOver)) return
    const payloads = this.#payloads
    this.#payloads = []
    this.#chars = 0
    this.#keptUs = this.#memory.cursorUs
    this.#keptAtMs = this.#now().getTime()
    await this.#session.take(payloads, writeMemory(this.#memory))
  }

  #hasToKeep(isOver: boolean): boolean {
    if (this.#payloads.length > 0) return true
    if (this.#memory.cursorUs === this.#keptUs) return false
    return isOver || this.#now().getTime() - this.#keptAtMs >= KEEP_CURSOR_EVERY_MS
  }
}

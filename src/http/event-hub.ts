import type { Readable } from 'node:stream'
import type { Bell, Follower } from '#store/bell.ts'
import type { Door } from '#store/door.ts'
import {
  type EventPosition,
  isAfter,
  readEventsAfter,
  readHorizon,
  readMissedEvents,
  readPosition,
  writePosition,
} from '#store/event-log.ts'
import type { OutboxEvent } from '#store/outbox.ts'
import { type Credential, readStandings, type Standing } from '#store/standing.ts'
import { LIMITS, type Role, type Scope } from '#vocabulary/index.ts'
import type { StreamEvent, StreamSignal } from './contract/stream.ts'
import { EventOutlet, formatMessage } from './event-outlet.ts'
import { manages } from './handler.ts'

/** Who opens a stream. */
export interface Guest {
  workspaceId: string
  role: Role | null
  scope: Scope | null
  credential: Credential
  /** Whom the stream counts for: the member, or the key. */
  owner: string
}

interface Client extends Guest {
  outlet: EventOutlet
  /** What it has been given; undefined while it is being given what it missed. */
  position: EventPosition | undefined
  /** What happens meanwhile. */
  held: OutboxEvent[]
}

export interface HubParts {
  door: Door
  bell: Bell
  now: () => Date
  log: (line: Record<string, unknown>) => void
}

const EVENTS_AT_ONCE = 500
const HEART_BEAT_MS = 15_000
/** While an earlier transaction still runs, its end is looked for this often; then ever less. */
const LOOK_AGAIN_MS = 15
const LOOK_AGAIN_MS_MAX = 500
const AFTER_FAILURE_MS = 500
const RETRY_MS = 2_000

/**
 * Hands the changes of the outbox to everybody who watches: woken by the bell, one read of the new
 * events and one look at all standings, however many streams there are.
 */
export class EventHub {
  readonly #parts: HubParts
  readonly #clients = new Set<Client>()
  readonly #closing = new AbortController()
  readonly #follower: Follower
  readonly #ended: Promise<void>
  #position: Promise<EventPosition> | undefined
  #opened = 0
  #sent = 0
  #cutOff = 0

  constructor(parts: HubParts) {
    this.#parts = parts
    this.#follower = parts.bell.follow()
    this.#ended = this.#run()
  }

  /** Opens a stream that begins behind `after`, or now; `full` where too many are open. */
  open(guest: Guest, after?: string): Readable | 'full' {
    const all = [...this.#clients]
    const ofWorkspace = all.filter((one) => one.workspaceId === guest.workspaceId)
    const ofOwner = ofWorkspace.filter((one) => one.owner === guest.owner)
    if (ofWorkspace.length >= LIMITS.streamsPerWorkspaceMax) return 'full'
    if (ofOwner.length >= LIMITS.streamsPerMemberMax || this.#closing.signal.aborted) return 'full'
    const outlet = new EventOutlet(() => void this.#clients.delete(client))
    const client: Client = { ...guest, outlet, position: undefined, held: [] }
    this.#clients.add(client)
    this.#opened += 1
    outlet.write(`retry: ${RETRY_MS}\n\n`)
    this.#begin(client, after).catch((error: Error) => {
      this.#parts.log({ level: 'error', at: 'stream', error: error.stack })
      outlet.readable.destroy()
    })
    return outlet.readable
  }

  /** Looks at once whether everybody may still be here: somebody has just signed out. */
  async recheck(): Promise<void> {
    await this.#dismiss([...this.#clients])
  }

  /** Figures for Prometheus. */
  lines(): string {
    return [
      '# TYPE enishi_streams gauge',
      `enishi_streams ${this.#clients.size}`,
      '# TYPE enishi_streams_opened_total counter',
      `enishi_streams_opened_total ${this.#opened}`,
      '# TYPE enishi_stream_messages_total counter',
      `enishi_stream_messages_total ${this.#sent}`,
      '# TYPE enishi_streams_cut_off_total counter',
      `enishi_streams_cut_off_total ${this.#cutOff}`,
      '',
    ].join('\n')
  }

  async close(): Promise<void> {
    this.#closing.abort()
    for (const { outlet } of this.#clients) outlet.end()
    this.#clients.clear()
    await this.#ended
  }

  /** Gives what was missed, then what happened meanwhile; from then on the rounds reach it. */
  async #begin(client: Client, after: string | undefined): Promise<void> {
    // The rounds go on from here at the latest; what they read is held for this client.
    await this.#place()
    const start = await this.#startOf(client, after)
    // Meanwhile it may have gone, or lost its right to be here.
    await this.#dismiss([client])
    if (!this.#clients.has(client)) return
    this.#signal(client, 'ready', start.position)
    if (start.isReset) this.#signal(client, 'reset', start.position)
    client.position = start.position
    for (const event of [...start.events, ...client.held.splice(0)]) this.#give(client, event)
  }

  async #startOf({ workspaceId }: Client, after: string | undefined) {
    const { door } = this.#parts
    if (after === undefined) {
      return { position: await readHorizon(door), events: [], isReset: false }
    }
    const known = readPosition(after)
    if (known === undefined) {
      return { position: await readHorizon(door), events: [], isReset: true }
    }
    const missed = await readMissedEvents(door, workspaceId, known, LIMITS.streamEventsResumedMax)
    if (missed.kind === 'reset') return { position: missed.position, events: [], isReset: true }
    return { position: known, events: missed.events, isReset: false }
  }

  #place(): Promise<EventPosition> {
    this.#position ??= this.#placeAnew()
    return this.#position
  }

  /**
   * Nobody looked while nobody watched: what was written then and an earlier transaction still hides
   * lies behind this place, and its call has passed.
   */
  async #placeAnew(): Promise<EventPosition> {
    try {
      const horizon = await readHorizon(this.#parts.door)
      this.#follower.ring()
      return horizon
    } catch (error) {
      this.#position = undefined
      throw error
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing
    let waitMs = HEART_BEAT_MS
    let beatAt = performance.now() + HEART_BEAT_MS
    while (!signal.aborted) {
      await this.#follower.wait(Math.max(0, Math.min(waitMs, beatAt - performance.now())), signal)
      if (signal.aborted) break
      try {
        const isWaiting = await this.#round()
        waitMs = isWaiting ? nextLook(waitMs) : HEART_BEAT_MS
        if (performance.now() >= beatAt) {
          beatAt = performance.now() + HEART_BEAT_MS
          await this.#beat()
        }
      } catch (error) {
        // The database is away for a moment: nobody is told anything, so nobody misses anything.
        this.#parts.log({ level: 'warn', at: 'stream', error: (error as Error).message })
        waitMs = AFTER_FAILURE_MS
      }
    }
    this.#follower.end()
  }

  /** Reads and hands on all that is new. Answers whether more is written that may not be read yet. */
  async #round(): Promise<boolean> {
    if (this.#clients.size === 0) {
      this.#position = undefined
      return false
    }
    for (;;) {
      const before = await this.#place()
      const { events, isWaiting } = await readEventsAfter(this.#parts.door, before, EVENTS_AT_ONCE)
      const last = events.at(-1)
      if (last === undefined) return isWaiting
      await this.#handOut(events)
      this.#position = Promise.resolve({ xid: last.xid, id: last.id })
      if (isWaiting) return true
    }
  }

  async #handOut(events: readonly OutboxEvent[]): Promise<void> {
    const concerned = new Set(events.map(({ workspaceId }) => workspaceId))
    const watching = [...this.#clients].filter((one) => concerned.has(one.workspaceId))
    if (watching.length === 0) return
    await this.#dismiss(watching)
    for (const event of events) {
      for (const client of this.#clients) {
        if (client.workspaceId !== event.workspaceId) continue
        if (client.position === undefined) client.held.push(event)
        else this.#give(client, event)
      }
    }
  }

  #give(client: Client, event: OutboxEvent): void {
    if (client.position === undefined || !isAfter(event, client.position)) return
    client.position = { xid: event.xid, id: event.id }
    if (isForManagers(event.name) && !manages(client)) return
    const { subjectId, detail, at } = event
    const data: StreamEvent = { subjectId, detail, at: at.toISOString() }
    this.#send(client, event.name, client.position, data)
  }

  #signal(client: Client, signal: StreamSignal, position: EventPosition): void {
    this.#send(client, signal, position, {})
  }

  #send(client: Client, event: string, position: EventPosition, data: object): void {
    this.#sent += 1
    const id = writePosition(position)
    if (!client.outlet.write(formatMessage({ event, id, data }))) this.#cutOff += 1
  }

  /** Ends the streams of those who may no longer be here, or not as what they were. */
  async #dismiss(clients: readonly Client[]): Promise<void> {
    if (clients.length === 0) return
    const { door, now } = this.#parts
    const credentials = clients.map(({ credential }) => credential)
    const standings = await readStandings(door, credentials, now())
    const known = new Set(standings.map(signOf))
    for (const client of clients) {
      if (known.has(signOf({ ...client, id: client.credential.id }))) continue
      this.#clients.delete(client)
      const signal: StreamSignal = 'signed-out'
      client.outlet.end(formatMessage({ event: signal, data: {} }))
    }
  }

  async #beat(): Promise<void> {
    await this.recheck()
    for (const { outlet } of this.#clients) outlet.write(': beat\n\n')
  }
}

function nextLook(beforeMs: number): number {
  if (beforeMs > LOOK_AGAIN_MS_MAX) return LOOK_AGAIN_MS
  return Math.min(beforeMs * 1.5, LOOK_AGAIN_MS_MAX)
}

function signOf({ id, workspaceId, role, scope }: Standing): string {
  return [id, workspaceId, role, scope].join(' ')
}

/** Keys and colleagues are the managers' business; of a channel the stream names no setting's value. */
function isForManagers(name: string): boolean {
  return /^(?:api-key|member)\./.test(name)
}

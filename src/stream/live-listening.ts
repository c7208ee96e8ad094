import {
  type ImportFormat,
  type InputFormat,
  type Listening,
  type LiveChannel,
  type LiveKind,
  type LiveTools,
  loadTopicSet,
  readLiveChannels,
  type TopicSet,
} from '#listen/index.ts'
import type { Door } from '#store/door.ts'
import { HealthBook } from './health-book.ts'
import { createLiveMeter, type LiveCount } from './live-meter.ts'
import { PollSchedule } from './poll-schedule.ts'
import type { Spool, SpoolDepth } from './spool.ts'
import { runStream } from './stream-runner.ts'
import { workOff } from './work-off.ts'

/** The parts of live listening; the composition root puts them together. */
export interface LiveParts {
  door: Door
  kinds: readonly LiveKind[]
  formats: Readonly<Record<ImportFormat, InputFormat>>
  listening: Listening
  tools: LiveTools
  spool: Spool
  /** Told of what goes wrong on our side; it is tried again. */
  onFailure(what: string, error: Error): void
}

/** Figures for whoever watches. */
export interface LiveFigures {
  spool: SpoolDepth
  workedOff: number
  kinds: LiveCount[]
}

/** Health is written this often: a cursor may lag behind by so much, and is asked for again. */
const FLUSH_MS = 2_000
/** So long kinds may take to hand on what they have when they are told to end. */
const STOP_MS_MAX = 3_000

interface Connected {
  channel: LiveChannel
  stop(): Promise<void>
}

/**
 * Listens to all channels of all workspaces and works off what was heard. Changes of channels and
 * topics come in by `refresh`. `hush` ends listening, `stop` all of it, the spool last.
 */
export class LiveListening {
  readonly #parts: LiveParts
  readonly #book: HealthBook
  readonly #polls: PollSchedule
  readonly #meter = createLiveMeter()
  readonly #topics = new Map<string, TopicSet>()
  readonly #streams = new Map<string, Connected>()
  readonly #polled = new Map<string, LiveChannel>()
  readonly #ending = new AbortController()
  #listening: { controller: AbortController; polling: Promise<void> } | undefined
  readonly #running: Promise<void>[]

  constructor(parts: LiveParts) {
    this.#parts = parts
    const { door, tools, spool } = parts
    const { now, random } = tools
    const onFailure = (error: Error) => parts.onFailure('health', error)
    this.#book = new HealthBook({ door, now, random, onFailure })
    const onKept = this.#meter.noteKept
    this.#polls = new PollSchedule({ spool, book: this.#book, tools, onKept })
    this.#running = [this.#workOff(), this.#flushNowAndThen()]
  }

  /** Begins to listen to all channels of these workspaces. */
  async begin(workspaceIds: readonly string[]): Promise<void> {
    if (this.#listening !== undefined) return
    const controller = new AbortController()
    this.#listening = { controller, polling: this.#polls.run(controller.signal) }
    for (const id of workspaceIds) await this.refresh(id)
  }

  get isListening(): boolean {
    return this.#listening !== undefined
  }

  /** Ends listening, not working off: another process listens now. */
  async hush(): Promise<void> {
    const listening = this.#listening
    this.#listening = undefined
    listening?.controller.abort()
    for (const id of this.#polled.keys()) this.#polls.remove(id)
    this.#polled.clear()
    const streams = [...this.#streams.values()]
    this.#streams.clear()
    await Promise.all([listening?.polling, ...streams.map((one) => one.stop())])
    await this.#book.flush()
  }

  /** Reads topics and channels of a workspace again and brings listening up to them. */
  async refresh(workspaceId: string): Promise<void> {
    if (this.#listening === undefined) return
    const { door } = this.#parts
    // What the kinds remember is to be in the rows that are read now.
    await this.#book.flush()
    const [topics, channels] = await door.inWorkspace(
      workspaceId,
      async (tx) => [await loadTopicSet(tx), await readLiveChannels(tx, workspaceId)] as const,
      'background',
    )
    this.#topics.set(workspaceId, topics)
    await this.#leaveOut(workspaceId, channels)
    for (const channel of channels) await this.#takeUp(channel)
  }

  lookNow(channelId: string): void {
    this.#polls.lookNow(channelId)
  }

  figures(): LiveFigures {
    return { spool: this.#parts.spool.depth(), ...this.#meter.figures() }
  }

  /** Ends listening, then working off after the turn in hand, then closes the spool. */
  async stop(): Promise<void> {
    // Whoever waits for room in a full spool would wait for the database: it was never told "safe".
    const timer = setTimeout(() => this.#parts.spool.refuse(), STOP_MS_MAX)
    await this.hush()
    clearTimeout(timer)
    this.#ending.abort()
    await Promise.all(this.#running)
    await this.#book.flush()
    await this.#parts.spool.close()
  }

  async #leaveOut(workspaceId: string, channels: readonly LiveChannel[]): Promise<void> {
    const wanted = new Set(channels.map(({ id }) => id))
    const isGone = (one: LiveChannel) => one.workspaceId === workspaceId && !wanted.has(one.id)
    for (const one of [...this.#polled.values()].filter(isGone)) {
      this.#polls.remove(one.id)
      this.#polled.delete(one.id)
    }
    for (const { channel, stop } of [...this.#streams.values()]) {
      if (!isGone(channel)) continue
      this.#streams.delete(channel.id)
      await stop()
    }
  }

  async #takeUp(channel: LiveChannel): Promise<void> {
    const kind = this.#parts.kinds.find((one) => one.kind === channel.kind)
    // Who is told instead of asking has nothing to do here.
    if (kind === undefined || kind.by === 'push') return
    const known = this.#polled.get(channel.id) ?? this.#streams.get(channel.id)?.channel
    if (known?.settingsHash === channel.settingsHash) return
    if (kind.by === 'poll') {
      this.#polled.set(channel.id, channel)
      this.#polls.set(channel, kind)
      return
    }
    await this.#streams.get(channel.id)?.stop()
    const controller = new AbortController()
    const { tools, spool } = this.#parts
    const topics = () => this.#topics.get(channel.workspaceId) ?? { revision: 0, topics: [] }
    const onKept = this.#meter.noteKept
    const parts = { tools, spool, book: this.#book, topics, onKept }
    const running = runStream(parts, channel, kind, controller.signal)
    const stop = async () => {
      controller.abort()
      await running
    }
    this.#streams.set(channel.id, { channel, stop })
  }

  async #workOff(): Promise<void> {
    const { spool, door, listening, formats, tools, onFailure } = this.#parts
    const { sleep } = tools
    const work = {
      ...{ spool, door, listening, formats, sleep },
      onWorkedOff: this.#meter.noteWorkedOff,
      onWaiting: (error: Error) => onFailure('database', error),
      onLeftOut: ({ workspaceId, channelId, code, detail, records }: LeftOutOf) => {
        const problem = { at: tools.now(), code, detail: `${detail} ×${records}` }
        // Of settings it says nothing, so it stands under any.
        const about = { ...NO_CHANNEL, workspaceId, id: channelId }
        this.#book.note(this.#known(channelId) ?? about, { problems: [problem] })
      },
    }
    await workOff(work, this.#ending.signal)
  }

  #known(channelId: string): LiveChannel | undefined {
    return this.#polled.get(channelId) ?? this.#streams.get(channelId)?.channel
  }

  async #flushNowAndThen(): Promise<void> {
    const { signal } = this.#ending
    while (!signal.aborted) {
      await this.#parts.tools.sleep(FLUSH_MS, signal)
      await this.#book.flush()
    }
  }
}

type LeftOutOf = Parameters<Parameters<typeof workOff>[0]['onLeftOut']>[0]

const NO_CHANNEL = {
  kind: '',
  settings: {},
  settingsHash: '',
  memory: null,
  succeededAt: null,
  nextTryAt: null,
  failuresInRow: 0,
} as const

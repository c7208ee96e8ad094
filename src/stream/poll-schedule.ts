import type { LiveChannel, LiveProblem, LiveTools, PolledKind, PollResult } from '#listen/index.ts'
import { DueHeap } from './due-heap.ts'
import { type KeepParts, type Kept, keepPayloads, smoothLag } from './spool-payloads.ts'

export interface PollParts extends Omit<KeepParts, 'now'> {
  tools: LiveTools
  /** Looks at once, at most. */
  concurrencyMax?: number
  onKept(kind: string, kept: Kept): void
}

interface Turn {
  channel: LiveChannel
  kind: PolledKind
  host: string
  memory: string | null
  succeededAt: Date | null
  failuresInRow: number
  lagMs: number | undefined
  dueAt: number
  isRunning: boolean
  /** Asked for while a look was running: look again behind it. */
  isAskedAgain: boolean
  controller: AbortController
}

const CONCURRENCY_MAX = 16
const PAUSE_MS_MIN = 1_000
/** Timers know no longer times, and a clock that is set is noticed. */
const SLEEP_MS_MAX = 60_000
/** After this many failures in a row a channel is called failing. */
const FAILURES_UNTIL_FAILING = 5

/**
 * Looks at polled channels when they are due: a few at once, at one host never two. What a look
 * brought is in the spool before what the kind asks to remember is noted.
 */
export class PollSchedule {
  readonly #parts: PollParts
  readonly #turns = new Map<string, Turn>()
  readonly #heap = new DueHeap()
  /** Hosts that are being looked at, with the channels that wait for them. */
  readonly #hosts = new Map<string, string[]>()
  #running = 0
  #wake = new AbortController()

  constructor(parts: PollParts) {
    this.#parts = parts
  }

  /** Takes a channel up, or up again with other settings. */
  set(channel: LiveChannel, kind: PolledKind): void {
    this.#turns.get(channel.id)?.controller.abort()
    const now = this.#parts.tools.now().getTime()
    const dueAt = Math.max(channel.nextTryAt?.getTime() ?? now, now)
    const { memory, succeededAt, failuresInRow } = channel
    this.#turns.set(channel.id, {
      ...{ channel, kind, memory, succeededAt, failuresInRow, dueAt },
      host: hostOf(kind, channel),
      lagMs: undefined,
      isRunning: false,
      isAskedAgain: false,
      controller: new AbortController(),
    })
    this.#heap.add({ id: channel.id, at: dueAt })
    this.#wake.abort()
  }

  remove(id: string): void {
    this.#turns.get(id)?.controller.abort()
    this.#turns.delete(id)
  }

  lookNow(id: string): void {
    const turn = this.#turns.get(id)
    if (turn === undefined) return
    turn.isAskedAgain = turn.isRunning
    if (!turn.isRunning) this.#plan(turn, this.#parts.tools.now().getTime())
  }

  /** Looks until the signal; settles when the last look has ended. */
  async run(signal: AbortSignal): Promise<void> {
    const looks = new Set<Promise<void>>()
    while (!signal.aborted) {
      for (const turn of this.#takeDue()) {
        const look = this.#look(turn, signal).finally(() => looks.delete(look))
        looks.add(look)
      }
      await this.#untilDue(signal)
    }
    await Promise.all(looks)
  }

  #plan(turn: Turn, at: number): void {
    turn.dueAt = at
    this.#heap.add({ id: turn.channel.id, at })
    this.#wake.abort()
  }

  #takeDue(): Turn[] {
    const now = this.#parts.tools.now().getTime()
    const due: Turn[] = []
    const most = this.#parts.concurrencyMax ?? CONCURRENCY_MAX
    while (this.#running < most) {
      const next = this.#heap.peek()
      if (next === undefined || next.at > now) break
      this.#heap.take()
      const turn = this.#turns.get(next.id)
      // Planned anew, removed or replaced since: another entry stands for it, or none.
      if (turn === undefined || turn.dueAt !== next.at || turn.isRunning) continue
      const waiting = this.#hosts.get(turn.host)
      if (waiting !== undefined) {
        waiting.push(next.id)
        continue
      }
      this.#hosts.set(turn.host, [])
      turn.isRunning = true
      this.#running += 1
      due.push(turn)
    }
    return due
  }

  async #untilDue(signal: AbortSignal): Promise<void> {
    const { tools, concurrencyMax = CONCURRENCY_MAX } = this.#parts
    this.#wake = new AbortController()
    const next = this.#running >= concurrencyMax ? undefined : this.#heap.peek()
    const wait = (next?.at ?? Number.POSITIVE_INFINITY) - tools.now().getTime()
    if (wait <= 0) return
    const any = AbortSignal.any([signal, this.#wake.signal])
    await tools.sleep(Math.min(wait, SLEEP_MS_MAX), any)
  }

  async #look(turn: Turn, signal: AbortSignal): Promise<void> {
    const { tools } = this.#parts
    const startedAt = tools.now()
    const result = await this.#poll(turn, signal)
    if (!signal.aborted && !turn.controller.signal.aborted) {
      await this.#keepOrTell(turn, startedAt, result)
    }
    turn.isRunning = false
    this.#running -= 1
    this.#freeHost(turn.host)
    const isCurrent = this.#turns.get(turn.channel.id) === turn
    const pause = turn.isAskedAgain ? 0 : Math.max(PAUSE_MS_MIN, result.nextInMs)
    turn.isAskedAgain = false
    if (isCurrent) this.#plan(turn, tools.now().getTime() + pause)
    else this.#wake.abort()
  }

  #freeHost(host: string): void {
    const waiting = this.#hosts.get(host) ?? []
    this.#hosts.delete(host)
    for (const id of waiting) {
      const turn = this.#turns.get(id)
      if (turn !== undefined) this.#heap.add({ id, at: turn.dueAt })
    }
  }

  /** A kind that throws breaks its word: a fault of ours, told like a problem, and tried again later. */
  async #poll(turn: Turn, signal: AbortSignal): Promise<PollResult> {
    const { channel, kind, memory, failuresInRow, controller } = turn
    const { tools } = this.#parts
    const any = AbortSignal.any([signal, controller.signal])
    try {
      const { settings } = channel
      return await kind.poll({ settings, memory, failuresInRow, tools, signal: any })
    } catch (error) {
      const counts = { requests: 0, bytes: 0, unchanged: 0, events: 0, taken: 0 }
      const problem = { code: 'fault', detail: String(error) }
      return { memory, payloads: [], nextInMs: 10 * 60_000, problem, counts }
    }
  }

  /** Where the spool is closed nothing of the look is remembered: it is done again at the next start. */
  async #keepOrTell(turn: Turn, startedAt: Date, result: PollResult): Promise<void> {
    try {
      await this.#keep(turn, startedAt, result)
    } catch (error) {
      const problem = { at: this.#parts.tools.now(), code: 'fault', detail: String(error) }
      this.#parts.book.note(turn.channel, { problems: [problem] })
    }
  }

  async #keep(turn: Turn, startedAt: Date, result: PollResult): Promise<void> {
    const { tools, book, onKept } = this.#parts
    const { channel, kind } = turn
    const { problem, gap, counts, payloads, nextInMs } = result
    // Of the first look all is old; later what was there before the last look was seen then.
    const lagSince = turn.succeededAt ?? startedAt
    const kept = await keepPayloads({ ...this.#parts, now: tools.now }, channel, payloads, lagSince)
    onKept(kind.kind, kept)
    turn.memory = result.memory
    turn.failuresInRow = problem === undefined ? 0 : turn.failuresInRow + 1
    if (problem === undefined) turn.succeededAt = startedAt
    if (kept.lagMs !== undefined) turn.lagMs = smoothLag(turn.lagMs, kept.lagMs)
    const now = tools.now()
    book.note(channel, {
      condition: conditionOf(problem, turn.failuresInRow),
      memory: turn.memory,
      triedAt: startedAt,
      nextTryAt: new Date(now.getTime() + Math.max(PAUSE_MS_MIN, nextInMs)),
      failuresInRow: turn.failuresInRow,
      counts,
      problems: problem === undefined ? [] : [{ ...withDetail(problem), at: now }],
      gaps: gap === undefined ? [] : [gap],
      ...(problem === undefined ? { succeededAt: startedAt } : {}),
      ...(kept.lagMs === undefined || turn.lagMs === undefined ? {} : { lagMs: turn.lagMs }),
    })
  }
}

/** The host that a channel's address leads to; a channel without one waits for nobody. */
function hostOf(kind: PolledKind, { id, settings }: LiveChannel): string {
  for (const { name, type } of kind.fields) {
    const value = settings[name]
    if (type === 'url' && typeof value === 'string' && URL.canParse(value)) {
      return new URL(value).host
    }
  }
  return id
}

/** What a problem makes of a channel's condition. Pure. */
export function conditionOf(
  problem: LiveProblem | undefined,
  failuresInRow: number,
): 'listening' | 'retrying' | 'failing' {
  if (problem === undefined) return 'listening'
  const isFailing = problem.isLasting === true || failuresInRow >= FAILURES_UNTIL_FAILING
  return isFailing ? 'failing' : 'retrying'
}

/** A problem as the book notes it. */
export function withDetail({ code, detail }: LiveProblem): { code: string; detail?: string } {
  return detail === undefined ? { code } : { code, detail }
}

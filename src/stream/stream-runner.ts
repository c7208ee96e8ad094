import type {
  LiveChannel,
  LivePayload,
  LiveProblem,
  LiveTools,
  StreamedKind,
  TopicSet,
} from '#listen/index.ts'
import { conditionOf, withDetail } from './poll-schedule.ts'
import { type KeepParts, type Kept, keepPayloads, smoothLag } from './spool-payloads.ts'

export interface StreamParts extends Omit<KeepParts, 'now'> {
  tools: LiveTools
  topics(): TopicSet
  onKept(kind: string, kept: Kept): void
}

const BACK_OFF_MS_MIN = 1_000
const BACK_OFF_MS_MAX = 5 * 60_000
/** A connection that stood this long, and then broke, begins the back-off anew. */
const STEADY_MS = 60_000
const PULSE_MS = 5_000

/** What is known of a streamed channel between its connections. */
interface Standing {
  memory: string | null
  lastHeardAt: Date | null
  failuresInRow: number
  lagMs: number | undefined
}

/**
 * Listens to a streamed channel until the signal: connects, and connects again when the connection
 * ends, after 1 s, then twice as long each time up to 5 min, give or take half by chance.
 */
export async function runStream(
  parts: StreamParts,
  channel: LiveChannel,
  kind: StreamedKind,
  signal: AbortSignal,
): Promise<void> {
  const { memory, succeededAt, failuresInRow } = channel
  const standing: Standing = { memory, lastHeardAt: succeededAt, failuresInRow, lagMs: undefined }
  let attempt = 0
  while (!signal.aborted) {
    const { problem, steadyMs } = await holdConnection(parts, channel, kind, standing, signal)
    if (signal.aborted) return
    attempt = steadyMs >= STEADY_MS ? 1 : attempt + 1
    const pauseMs = backOffMs(attempt, parts.tools.random)
    noteEnd(parts, channel, standing, problem, pauseMs)
    await parts.tools.sleep(pauseMs, signal)
  }
}

/** The pause before the next attempt, from 1: half of it is chance. */
export function backOffMs(attempt: number, random: LiveTools['random']): number {
  const bytes = new Uint8Array(2)
  random(bytes)
  const chance = new DataView(bytes.buffer).getUint16(0) / 0xffff
  const whole = Math.min(BACK_OFF_MS_MAX, BACK_OFF_MS_MIN * 2 ** (attempt - 1))
  return Math.round(whole * (0.5 + chance / 2))
}

function noteEnd(
  { book, tools }: StreamParts,
  channel: LiveChannel,
  standing: Standing,
  problem: LiveProblem | undefined,
  pauseMs: number,
): void {
  const now = tools.now()
  const nextTryAt = new Date(now.getTime() + pauseMs)
  if (problem === undefined) {
    book.note(channel, { nextTryAt })
    return
  }
  standing.failuresInRow += 1
  const { failuresInRow } = standing
  const condition = conditionOf(problem, failuresInRow)
  const problems = [{ ...withDetail(problem), at: now }]
  book.note(channel, { condition, failuresInRow, nextTryAt, problems })
}

async function holdConnection(
  parts: StreamParts,
  channel: LiveChannel,
  kind: StreamedKind,
  standing: Standing,
  signal: AbortSignal,
): Promise<{ problem: LiveProblem | undefined; steadyMs: number }> {
  const { tools, book } = parts
  const ended = new AbortController()
  let openedAt: number | undefined
  const opened = () => {
    if (openedAt !== undefined) return
    openedAt = tools.now().getTime()
    noteOpened(parts, channel, kind, standing)
    void pulse(parts, channel, standing, AbortSignal.any([signal, ended.signal]))
  }
  book.note(channel, { triedAt: tools.now() })
  const { settings } = channel
  const { memory, lastHeardAt } = standing
  let problem: LiveProblem | undefined
  try {
    problem = await kind.stream({
      ...{ settings, memory, lastHeardAt, tools, signal, opened },
      topics: parts.topics,
      take: (payloads, remembered) => take(parts, channel, kind, standing, payloads, remembered),
      count: (counts) => book.note(channel, { counts }),
      noteGap: (gap) => book.note(channel, { gaps: [gap] }),
    })
  } catch (error) {
    // A kind that throws breaks its word: a fault of ours, told like a problem.
    problem = { code: 'fault', detail: String(error) }
  } finally {
    ended.abort()
  }
  const steadyMs = openedAt === undefined ? 0 : tools.now().getTime() - openedAt
  return { problem, steadyMs }
}

/** Where the source cannot go on from a place, what lies between is missed. */
function noteOpened(
  { book, tools }: StreamParts,
  channel: LiveChannel,
  kind: StreamedKind,
  standing: Standing,
): void {
  const now = tools.now()
  const since = standing.lastHeardAt
  const isMissed = kind.capabilities.resume === 'none' && since !== null
  const gaps = isMissed ? [{ since, until: now, reason: 'not-listening' as const }] : []
  standing.failuresInRow = 0
  standing.lastHeardAt = now
  book.note(channel, { condition: 'listening', succeededAt: now, failuresInRow: 0, gaps })
}

/** While the connection stands, we know that we are listening, also where nobody speaks. */
async function pulse(
  { book, tools }: StreamParts,
  channel: LiveChannel,
  standing: Standing,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    await tools.sleep(PULSE_MS, signal)
    if (signal.aborted) return
    standing.lastHeardAt = tools.now()
    book.note(channel, { succeededAt: standing.lastHeardAt })
  }
}

async function take(
  parts: StreamParts,
  channel: LiveChannel,
  kind: StreamedKind,
  standing: Standing,
  payloads: readonly LivePayload[],
  memory: string,
): Promise<void> {
  const now = parts.tools.now
  const kept = await keepPayloads({ ...parts, now }, channel, payloads, null)
  parts.onKept(kind.kind, kept)
  standing.memory = memory
  standing.lastHeardAt = now()
  if (kept.lagMs !== undefined) standing.lagMs = smoothLag(standing.lagMs, kept.lagMs)
  const lag = standing.lagMs === undefined ? {} : { lagMs: standing.lagMs }
  parts.book.note(channel, { memory, succeededAt: standing.lastHeardAt, ...lag })
}

import { setTimeout as wait } from 'node:timers/promises'
import { systemRandom } from '#app/listening.ts'
import type {
  LiveCounts,
  LiveGap,
  LivePayload,
  LiveProblem,
  LiveSettings,
  LiveTools,
  StreamedKind,
  TopicSet,
} from '#listen/index.ts'
import type { Outside } from '#outside/ports.ts'

/** What a stream does, session after session. */
export interface StreamLog {
  payloads: LivePayload[]
  memory: string | null
  problems: (LiveProblem | undefined)[]
  gaps: LiveGap[]
  counts: LiveCounts
  opened: number
}

export function emptyStreamLog(memory: string | null = null): StreamLog {
  const counts = { requests: 0, bytes: 0, unchanged: 0, events: 0, taken: 0 }
  return { payloads: [], memory, problems: [], gaps: [], counts, opened: 0 }
}

export function liveTools(outside: Outside, now = () => new Date()): LiveTools {
  return {
    outside,
    now,
    random: systemRandom,
    sleep: (milliseconds, signal) =>
      wait(milliseconds, undefined, { signal }).then(
        () => undefined,
        (error: Error) => {
          if (error.name !== 'AbortError') throw error
        },
      ),
  }
}

export interface StreamRun {
  kind: StreamedKind
  settings: LiveSettings
  tools: LiveTools
  log: StreamLog
  /** Asked after each hand-over and before each connection. */
  isDone(log: StreamLog): boolean
  topics?: () => TopicSet
  lastHeardAt?: Date
  sessionsMax?: number
  /** Stands for the spool: called before the payloads count as safe. */
  beforeSafe?: (payloads: LivePayload[]) => Promise<void>
}

/** Thrown by `beforeSafe`: the process dies before what it heard is safe. */
export class Crash extends Error {}

/** Connects again and again, at once, until the test has what it wants. */
export async function runStream(run: StreamRun): Promise<StreamLog> {
  const { log } = run
  const stop = new AbortController()
  const look = () => {
    if (run.isDone(log)) stop.abort()
  }
  const noTopics: TopicSet = { revision: 0, topics: [] }
  for (let session = 0; !run.isDone(log) && session < (run.sessionsMax ?? 1000); session++) {
    const stream = run.kind.stream({
      settings: run.settings,
      memory: log.memory,
      lastHeardAt: run.lastHeardAt ?? null,
      tools: run.tools,
      signal: stop.signal,
      topics: run.topics ?? (() => noTopics),
      take: async (payloads, memory) => {
        await run.beforeSafe?.(payloads)
        log.payloads.push(...payloads)
        log.memory = memory
        look()
      },
      opened: () => {
        log.opened += 1
      },
      count: (counts) => {
        for (const [name, value] of Object.entries(counts)) {
          log.counts[name as keyof LiveCounts] += value ?? 0
        }
        look()
      },
      noteGap: (gap) => {
        log.gaps.push(gap)
      },
    })
    try {
      log.problems.push(await stream)
    } catch (error) {
      if (!(error instanceof Crash)) throw error
    }
  }
  return log
}

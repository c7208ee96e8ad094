import {
  type HealthReport,
  type LiveChannel,
  type LiveCounts,
  recordHealth,
} from '#listen/index.ts'
import type { Door } from '#store/door.ts'
import type { RandomBytes } from '#vocabulary/index.ts'

/** What is found out of a channel at once. */
export type HealthNote = Partial<Omit<HealthReport, 'channelId' | 'settingsHash' | 'counts'>> & {
  counts?: Partial<LiveCounts>
}

export interface BookParts {
  door: Door
  now: () => Date
  random: RandomBytes
  /** Told of what could not be written; it is kept for the next time. */
  onFailure(error: Error): void
}

const NOTHING: LiveCounts = { requests: 0, bytes: 0, unchanged: 0, events: 0, taken: 0 }
/** Problems and gaps of a channel that wait while the database is away. */
const WAITING_MAX = 50

/**
 * Gathers what is found out of channels and writes it now and then: one transaction a workspace,
 * however many channels. While the database is away it is kept; it holds one report a channel.
 */
export class HealthBook {
  readonly #parts: BookParts
  #reports = new Map<string, HealthReport & { workspaceId: string }>()

  constructor(parts: BookParts) {
    this.#parts = parts
  }

  note(channel: LiveChannel, note: HealthNote): void {
    const { id, workspaceId, settingsHash } = channel
    const known = this.#reports.get(id)
    const isSame = known?.settingsHash === settingsHash
    const base = known !== undefined && isSame ? known : { ...emptyReport(channel), ...rest(known) }
    this.#reports.set(id, { ...mergeNote(base, note), workspaceId, settingsHash })
  }

  /** Writes all that was noted. Never throws: what cannot be written is told and kept. */
  async flush(): Promise<void> {
    const { door, now, random } = this.#parts
    const reports = this.#reports
    this.#reports = new Map()
    for (const [workspaceId, own] of Map.groupBy(reports.values(), (one) => one.workspaceId)) {
      try {
        await door.inWorkspace(
          workspaceId,
          (tx) => recordHealth(tx, workspaceId, own, now(), random),
          'background',
        )
      } catch (error) {
        this.#parts.onFailure(error as Error)
        for (const report of own) this.#keep(report)
      }
    }
  }

  /** What could not be written goes under what was noted since. */
  #keep(report: HealthReport & { workspaceId: string }): void {
    const newer = this.#reports.get(report.channelId)
    const isSame = newer === undefined || newer.settingsHash === report.settingsHash
    const merged = isSame ? mergeNote(report, newer ?? {}) : mergeNote(newer, rest(report))
    this.#reports.set(report.channelId, { ...merged, workspaceId: report.workspaceId })
  }
}

function emptyReport({ id, settingsHash }: LiveChannel): HealthReport {
  return { channelId: id, settingsHash, counts: NOTHING, problems: [], gaps: [] }
}

/** What stays of a report when the settings change: what happened, not where it stood. */
function rest(
  report: HealthReport | undefined,
): Pick<HealthReport, 'counts' | 'problems' | 'gaps'> {
  const { counts = NOTHING, problems = [], gaps = [] } = report ?? {}
  return { counts, problems, gaps }
}

function mergeNote(report: HealthReport, note: HealthNote): HealthReport {
  const { counts = {}, problems = [], gaps = [], ...found } = note
  return {
    ...report,
    ...found,
    counts: addCounts(report.counts, counts),
    problems: [...report.problems, ...problems].slice(-WAITING_MAX),
    gaps: [...report.gaps, ...gaps].slice(-WAITING_MAX),
  }
}

function addCounts(some: LiveCounts, more: Partial<LiveCounts>): LiveCounts {
  return {
    requests: some.requests + (more.requests ?? 0),
    bytes: some.bytes + (more.bytes ?? 0),
    unchanged: some.unchanged + (more.unchanged ?? 0),
    events: some.events + (more.events ?? 0),
    taken: some.taken + (more.taken ?? 0),
  }
}

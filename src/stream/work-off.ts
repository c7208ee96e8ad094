import { sql } from 'kysely'
import {
  type Heard,
  type Hearing,
  type ImportFormat,
  type InputFormat,
  type Listening,
  prepareRecord,
  type Refused,
} from '#listen/index.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import type { Door } from '#store/door.ts'
import { LIMITS } from '#vocabulary/index.ts'
import type { Spool, Taken } from './spool.ts'
import type { SpoolRecord } from './spool-frame.ts'

/** Something of a channel that is left out, and why. */
export interface LeftOut {
  workspaceId: string
  channelId: string
  code: 'refused-record' | 'not-recorded'
  detail: string
  records: number
}

export interface WorkOffParts {
  spool: Spool
  door: Door
  listening: Listening
  formats: Readonly<Record<ImportFormat, InputFormat>>
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
  onLeftOut(leftOut: LeftOut): void
  /** Told after each turn. */
  onWorkedOff(records: number): void
  /** The database cannot take it now (away, read-only, too slow, its disk full): waited out. */
  onWaiting(error: Error): void
}

/** Bodies that one turn takes from the spool. */
const TURN_BYTES_MAX = 8 * 1024 * 1024
const WAIT_MS = 1_000
/** A new file for each lull costs the disk two writes; for each record it would cost as many. */
const CALM_MS = 5_000
const TIME_ZONE_KEPT_MS = 60_000
/** Batches after which a young log's statistics are refreshed (see migration 0007). */
const STATISTICS_AFTER = new Set([1, 4, 16, 64])

/**
 * Works off the spool in its order until the signal: records become batches of one channel, are
 * read, recorded, and then left behind. A process that dies in between finds them again, and what
 * was recorded already ends as a duplicate. While one turn is recorded, the texts of the next are
 * read. Nothing that is heard can stop it: what cannot be read or recorded is left out and told.
 */
export async function workOff(parts: WorkOffParts, signal: AbortSignal): Promise<void> {
  const zones = timeZones(parts)
  const batches = new Map<string, number>()
  let recording: Promise<void> = Promise.resolve()
  while (!signal.aborted) {
    const taken = await parts.spool.take(LIMITS.batchRecords, TURN_BYTES_MAX)
    if (taken === undefined) {
      await recording
      await untilMore(parts, signal)
      continue
    }
    const hearings = await untilAnswered(parts, signal, () => prepareTurn(parts, zones, taken))
    await recording
    // Told to stop, the turn before may have ended unrecorded: this one must not move past it.
    if (hearings === undefined || signal.aborted) return
    recording = recordTurn(parts, hearings, taken, batches, signal)
    // A failure is thrown where it is awaited, one turn later.
    recording.catch((error: Error) => error)
  }
  await recording
}

/** Waits for more; where none comes for a while, what is worked off is deleted to the last record. */
async function untilMore({ spool, sleep }: WorkOffParts, signal: AbortSignal): Promise<void> {
  const over = new AbortController()
  const arrival = spool.untilArrival(signal).then(() => true)
  const calm = sleep(CALM_MS, AbortSignal.any([signal, over.signal])).then(() => false)
  const isArrived = await Promise.race([arrival, calm])
  over.abort()
  if (isArrived || signal.aborted) return
  await spool.leaveNothing()
  await arrival
}

/** Time zones by workspace, asked for again now and then; undefined for a workspace that is gone. */
function timeZones({ door }: WorkOffParts) {
  const known = new Map<string, { zone: string | undefined; at: number }>()
  return async (workspaceId: string): Promise<string | undefined> => {
    const kept = known.get(workspaceId)
    if (kept !== undefined && performance.now() - kept.at < TIME_ZONE_KEPT_MS) return kept.zone
    const row = await door.inWorkspace(
      workspaceId,
      (tx) => tx.selectFrom('workspace').select('time_zone').executeTakeFirst(),
      'background',
    )
    known.set(workspaceId, { zone: row?.time_zone, at: performance.now() })
    return row?.time_zone
  }
}

async function prepareTurn(
  parts: WorkOffParts,
  zones: ReturnType<typeof timeZones>,
  { records }: Taken,
): Promise<Hearing[]> {
  const hearings: Hearing[] = []
  for (const [, own] of Map.groupBy(records, (one) => `${one.workspaceId} ${one.channelId}`)) {
    const [{ workspaceId, channelId }] = own as [SpoolRecord]
    const timeZone = await zones(workspaceId)
    if (timeZone === undefined) {
      const detail = 'workspace'
      parts.onLeftOut({ workspaceId, channelId, code: 'not-recorded', detail, records: own.length })
      continue
    }
    const hearing = prepareHearing(parts, own, timeZone)
    await readAhead(parts, hearing)
    hearings.push(hearing)
  }
  return hearings
}

/** A text that cannot be read is found where the hearing is halved, one by one. */
async function readAhead({ listening }: WorkOffParts, hearing: Hearing): Promise<void> {
  try {
    await listening.readAhead(hearing, 'background')
  } catch (error) {
    if (isWorthWaiting(error)) throw error
    delete hearing.topics
  }
}

function prepareHearing(
  parts: WorkOffParts,
  records: readonly SpoolRecord[],
  timeZone: string,
): Hearing {
  const [{ workspaceId, channelId }] = records as [SpoolRecord]
  const heard: Heard[] = []
  const refused: Refused[] = []
  for (const [i, { format, scope, receivedAt, body }] of records.entries()) {
    const position = i + 1
    const context = { arrivedAt: receivedAt, scope, timeZone }
    const prepared = readOne(parts.formats[format], { line: position, payload: body }, context)
    if ('heard' in prepared) heard.push(...prepared.heard)
    else refused.push(prepared.refused)
  }
  return { workspaceId, channelId, heard, refused }
}

/** A format that throws is a fault of ours: the record is refused, and what stands behind it goes on. */
function readOne(
  format: InputFormat,
  record: { line: number; payload: Buffer },
  context: Parameters<typeof prepareRecord>[3],
): ReturnType<typeof prepareRecord> {
  try {
    return prepareRecord(record, record.line, format, context)
  } catch (error) {
    const refusal = { reason: 'bad-field', detail: String(error) } as const
    return { refused: { position: record.line, line: record.line, refusal, excerpt: '' } }
  }
}

/** One line a reason, however many records it met: a source that errs does so by the thousand. */
function tellRefused(parts: WorkOffParts, { workspaceId, channelId, refused }: Hearing): void {
  const alike = Map.groupBy(refused, ({ refusal }) =>
    [refusal.reason, refusal.field, refusal.detail].filter((part) => part !== undefined).join(' '),
  )
  for (const [detail, { length }] of alike) {
    parts.onLeftOut({ workspaceId, channelId, code: 'refused-record', detail, records: length })
  }
}

async function recordTurn(
  parts: WorkOffParts,
  hearings: readonly Hearing[],
  taken: Taken,
  batches: Map<string, number>,
  signal: AbortSignal,
): Promise<void> {
  for (const hearing of hearings) {
    const isDone = await recordHearing(parts, hearing, signal)
    if (!isDone) return
    tellRefused(parts, hearing)
    const { workspaceId } = hearing
    const count = (batches.get(workspaceId) ?? 0) + 1
    batches.set(workspaceId, count)
    if (STATISTICS_AFTER.has(count)) await refreshStatistics(parts, workspaceId)
  }
  if (!(await moveUntilStored(parts, taken, signal))) return
  parts.onWorkedOff(taken.records.length)
}

/**
 * Moves on as soon as the disk takes the new place; until then nothing more is recorded that would be
 * found again. Tries once in any case. False: told to stop before.
 */
async function moveUntilStored(
  { spool, sleep }: WorkOffParts,
  taken: Taken,
  signal: AbortSignal,
): Promise<boolean> {
  while (!(await spool.moveTo(taken))) {
    await sleep(WAIT_MS, signal)
    if (signal.aborted) return false
  }
  return true
}

/** Records it, or finds the part that cannot be recorded by halving. False: told to stop before. */
async function recordHearing(
  parts: WorkOffParts,
  hearing: Hearing,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const hear = () => parts.listening.hear(hearing, 'background')
    return (await untilAnswered(parts, signal, hear)) !== undefined
  } catch (error) {
    const [some, others] = halve(hearing)
    if (others === undefined) {
      const { workspaceId, channelId } = hearing
      const detail = String((error as Error).message ?? error)
      parts.onLeftOut({ workspaceId, channelId, code: 'not-recorded', detail, records: 1 })
      return true
    }
    return (
      (await recordHearing(parts, some, signal)) && (await recordHearing(parts, others, signal))
    )
  }
}

/** Cut between records: what one record says stays together. */
function halve(hearing: Hearing): [Hearing, Hearing | undefined] {
  const positions = [...new Set(hearing.heard.map(({ position }) => position))]
  const middle = positions[Math.floor(positions.length / 2)]
  if (middle === undefined || positions.length < 2) return [hearing, undefined]
  const part = (isIn: (one: Heard) => boolean): Hearing => {
    const { workspaceId, channelId } = hearing
    return { workspaceId, channelId, heard: hearing.heard.filter(isIn), refused: [] }
  }
  return [part(({ position }) => position < middle), part(({ position }) => position >= middle)]
}

/** Does it until the database answers; undefined when the signal comes first. Other errors go on. */
async function untilAnswered<Answer>(
  parts: WorkOffParts,
  signal: AbortSignal,
  work: () => Promise<Answer>,
): Promise<Answer | undefined> {
  while (!signal.aborted) {
    try {
      return await work()
    } catch (error) {
      if (!isWorthWaiting(error)) throw error
      parts.onWaiting(error as Error)
      await parts.sleep(WAIT_MS, signal)
    }
  }
  return undefined
}

/** As PostgreSQL writes them (its manual, appendix A). */
const SQLSTATE = /^[0-9A-Z]{5}$/
/**
 * Of the data: cardinality, data exception, constraint, program limit. They come again however long
 * one waits. What else the database refuses (read-only, cancelled, no right to) is none of theirs.
 */
const DATA_FAULT = /^(?:21|22|23|54)/

/** Whether it is the state of the database that fails, and not what was heard. */
function isWorthWaiting(error: unknown): boolean {
  if (isConnectionLost(error)) return true
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && SQLSTATE.test(code) && !DATA_FAULT.test(code)
}

async function refreshStatistics(parts: WorkOffParts, workspaceId: string): Promise<void> {
  try {
    await parts.door.inWorkspace(
      workspaceId,
      (tx) => sql`select refresh_statistics()`.execute(tx),
      'background',
    )
  } catch (error) {
    // Plans are worse for a while; what was heard is recorded all the same.
    parts.onWaiting(error as Error)
  }
}

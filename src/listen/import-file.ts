import { sql } from 'kysely'
import { isConnectionLost } from '#store/connection-lost.ts'
import type { Door } from '#store/door.ts'
import { emptyTally, LIMITS, type Tally } from '#vocabulary/index.ts'
import type { Heard, Refused } from './batch.ts'
import { emptyLedger } from './change-ledger.ts'
import { isUndoable, keepChanges } from './import-changes.ts'
import { endImport, type ImportRow, moveImport, tallyOfImport } from './import-rows.ts'
import type { InputFormat, OwnTerms, ReadContext, SplitRecord } from './input-format.ts'
import type { Hearing, Listening } from './listening.ts'
import { openInput } from './open-input.ts'
import { prepareRecord } from './prepare.ts'
import type { ColumnMapping } from './table-columns.ts'

export interface ImportWork {
  door: Door
  listening: Listening
  workspaceId: string
  run: ImportRow
  format: InputFormat
  /** The bytes of the file from its beginning, as they are (gzipped or not). */
  source: AsyncIterable<Uint8Array>
  scope: string
  timeZone: string
  columns?: ColumnMapping
  ownTerms?: OwnTerms
  memberId?: string
  now: () => Date
  /** Looks at each batch before it is heard, and may say more of it. */
  prepare?: (hearing: Hearing) => Promise<void>
  /** Told after each batch that is committed. */
  onProgress?: (progress: { position: number; readBytes: number; tally: Tally }) => void
  /** Asks the import to stop after the batch in hand. */
  signal?: AbortSignal
}

export type ImportEnding = { state: 'done' | 'stopped'; tally: Tally }

/** Bytes of payloads that one batch may hold, whatever the number of its records. */
const BATCH_BYTES_MAX = 8 * 1024 * 1024

/**
 * Reads a file into the log from where the import stands: batch after batch, each with its new
 * position in one transaction. While one is being recorded the next is read, so memory holds two
 * batches. Ends as done or stopped; on a fault of the input or of ours the import is marked failed,
 * what was committed stays, and the error is thrown.
 */
export async function importFile(work: ImportWork): Promise<ImportEnding> {
  const { door, workspaceId, run } = work
  try {
    const state = await readAll(work)
    await door.inWorkspace(workspaceId, (tx) => endImport(tx, workspaceId, run.id, state))
    const tally = await door.inWorkspace(workspaceId, (tx) => tallyOfImport(tx, run.id))
    return { state, tally }
  } catch (error) {
    // The import stays as running: whoever takes it up goes on where it stood.
    if (isConnectionLost(error)) throw error
    const words = error instanceof Error ? error.message : String(error)
    await door.inWorkspace(workspaceId, (tx) => endImport(tx, workspaceId, run.id, 'failed', words))
    throw error
  }
}

/** A batch cut out of a file, and how far the file is read with it. */
export interface Cut {
  hearing: Hearing
  to: number
  readBytes: number
}

async function readAll(work: ImportWork): Promise<'done' | 'stopped'> {
  let recording: Promise<void> = Promise.resolve()
  let batches = 0
  try {
    for await (const cut of cutBatches(work)) {
      await work.prepare?.(cut.hearing)
      await work.listening.readAhead(cut.hearing, 'background')
      await recording
      if (work.signal?.aborted) return 'stopped'
      batches += 1
      recording = recordBatch(work, cut, STATISTICS_AFTER.has(batches))
      // A failure is thrown where it is awaited, one batch later.
      recording.catch((error: Error) => error)
    }
  } finally {
    await recording
  }
  return work.signal?.aborted ? 'stopped' : 'done'
}

/** Batches after which a young log's statistics are refreshed (see migration 0007). */
const STATISTICS_AFTER = new Set([1, 4, 16, 64])

async function recordBatch(work: ImportWork, cut: Cut, isOutgrown: boolean): Promise<void> {
  const tally = await work.listening.hear(cut.hearing, 'background')
  if (isOutgrown) {
    const { door, workspaceId } = work
    await door.inWorkspace(
      workspaceId,
      (tx) => sql`select refresh_statistics()`.execute(tx),
      'background',
    )
  }
  work.onProgress?.({ position: cut.to, readBytes: cut.readBytes, tally })
}

/** The batches of a file behind the import's position, each ready to be heard. */
export async function* cutBatches(work: ImportWork): AsyncGenerator<Cut, void, undefined> {
  const arrivedAt = work.now()
  const context: ReadContext = {
    arrivedAt,
    scope: work.scope,
    fileName: work.run.fileName,
    timeZone: work.timeZone,
    ...(work.columns === undefined ? {} : { columns: work.columns }),
    ...(work.ownTerms === undefined ? {} : { ownTerms: work.ownTerms }),
  }
  const counter = { readBytes: 0 }
  let from = work.run.position
  for await (const { records, to } of groupRecords(work, context, counter)) {
    const hearing = prepareBatch(work, context, records, from, to, counter.readBytes)
    yield { hearing, to, readBytes: counter.readBytes }
    from = to
  }
}

interface Group {
  records: { record: SplitRecord; position: number }[]
  /** Position of the last record. */
  to: number
}

/** Records behind the import's position, in groups of bounded number and size. */
async function* groupRecords(
  work: ImportWork,
  context: ReadContext,
  counter: { readBytes: number },
): AsyncGenerator<Group, void, undefined> {
  const bytes = openInput(work.source, {
    file: work.run.fileName,
    onBytes: (readBytes) => {
      counter.readBytes = readBytes
    },
  })
  let position = 0
  let records: Group['records'] = []
  let size = 0
  for await (const record of heldBack(work.format.split(bytes, context))) {
    if ('fault' in record) {
      // What stood before the fault is good: it is recorded before the fault is told.
      if (records.length > 0) yield { records, to: position }
      throw record.fault
    }
    position += 1
    if (position <= work.run.position) continue
    records.push({ record, position })
    size += 'payload' in record ? record.payload.length : 0
    if (records.length < LIMITS.batchRecords && size < BATCH_BYTES_MAX) continue
    yield { records, to: position }
    records = []
    size = 0
  }
  if (records.length > 0) yield { records, to: position }
}

/** Turns the fault with which a stream ends into its last item. */
async function* heldBack<Item extends object>(
  items: AsyncIterable<Item>,
): AsyncGenerator<Item | { fault: unknown }, void, undefined> {
  try {
    yield* items
  } catch (fault) {
    yield { fault }
  }
}

function prepareBatch(
  work: ImportWork,
  context: ReadContext,
  records: Group['records'],
  from: number,
  to: number,
  readBytes: number,
): Hearing {
  const hearing: Hearing = {
    workspaceId: work.workspaceId,
    channelId: work.run.channelId,
    heard: [],
    refused: [],
    ...(work.memberId === undefined ? {} : { memberId: work.memberId }),
  }
  const refused: Refused[] = hearing.refused
  for (const { record, position } of records) {
    const prepared = prepareRecord(record, position, work.format, context)
    if ('heard' in prepared) hearing.heard.push(...prepared.heard)
    else refused.push(prepared.refused)
  }
  hearing.alsoIn = async (tx, tally = emptyTally(), ledger = emptyLedger()) => {
    const { workspaceId, run } = work
    const all = [...refused, ...refusedBySteps(hearing.heard)]
    const noted = notesOf(hearing.heard)
    await moveImport(tx, workspaceId, run.id, { from, to, readBytes, tally, refused: all, noted })
    if (isUndoable(run.format)) await keepChanges(tx, workspaceId, run.id, to, ledger)
  }
  return hearing
}

/** What was left out of records that were taken, one a record. */
export function notesOf(heard: readonly Heard[]): Refused[] {
  return heard.flatMap(({ ending, isCounted, position, line, notes = [] }) => {
    const [refusal] = notes
    const isTaken = isCounted && ending?.kind !== 'refused'
    return refusal === undefined || !isTaken ? [] : [{ position, line, refusal, excerpt: '' }]
  })
}

/** Without an excerpt: what is refused here may be of somebody who was erased. */
function refusedBySteps(heard: readonly Heard[]): Refused[] {
  return heard.flatMap(({ ending, isCounted, position, line }) =>
    ending?.kind === 'refused' && isCounted
      ? [{ position, line, refusal: ending.refusal, excerpt: '' }]
      : [],
  )
}

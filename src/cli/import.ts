import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readTable } from '#channels/inspect-file.ts'
import { INPUT_FORMATS } from '#channels/registry.ts'
import { findLookalikes, joinLookalikes, readOwnTerms, undoDeals } from '#engage/index.ts'
import {
  ALL_COLUMNS,
  beginImport,
  type Column,
  type ColumnMapping,
  channelNameFor,
  type Hearing,
  IMPORT_FORMATS,
  type ImportEnding,
  type ImportFindings,
  type ImportFormat,
  type ImportRow,
  importFile,
  isFieldColumn,
  isTableFormat,
  type Listening,
  LOOKALIKES,
  type Lookalikes,
  readFileBytes,
  readHead,
  recallColumns,
  rememberColumns,
  TABLE_COLUMNS,
  tryImport,
} from '#listen/index.ts'
import { findWorkspace } from '#store/accounts.ts'
import type { Database } from '#store/database.ts'
import type { Door, Transaction } from '#store/door.ts'
import { beginUndo, undoImport } from '#understand/index.ts'
import { EnishiError, isUuid } from '#vocabulary/index.ts'
import {
  badUsage,
  type Command,
  DATA_OPTIONS,
  oneOf,
  readArguments,
  required,
  type Surroundings,
} from './command.ts'
import { showProgress } from './import-progress.ts'
import { writeRefused } from './refused-file.ts'
import { withDatabase } from './with-database.ts'

const usage =
  'import FILE --as FORMAT [--columns FILE] [--refused FILE] [--channel NAME] [--dry-run] [--lookalikes new|update] [--workspace SLUG] [--data DIR] | import --undo ID'

const OPTIONS = {
  ...DATA_OPTIONS,
  as: { type: 'string' },
  columns: { type: 'string' },
  refused: { type: 'string' },
  channel: { type: 'string' },
  'dry-run': { type: 'boolean' },
  lookalikes: { type: 'string' },
  undo: { type: 'string' },
} as const

/** What the composition root gives the command: listening with its reader in this process. */
export type OpenListening = (door: Door) => Promise<Listening>

interface Wanted {
  file: string
  format: ImportFormat
  channelName: string
  columns: ColumnMapping | undefined
  refusedFile: string | undefined
  lookalikes: Lookalikes
}

/** Reads a file into the log; started again after a Ctrl-C or a crash, it goes on where it stood. */
export function importCommand(openListening: OpenListening): Command {
  return {
    name: 'import',
    usage,
    summary: {
      en: `Read a file into the log, plain or gzipped (${IMPORT_FORMATS.join(', ')}); started again it goes on where it stood`,
      ja: `ファイルを取り込む。gzip も可（${IMPORT_FORMATS.join(', ')}）。中断しても、もう一度実行すれば続きから始まる`,
    },
    async run(args, surroundings) {
      const { values, positionals } = readArguments(args, OPTIONS, { usage })
      if (values.undo !== undefined)
        return runUndo(values.undo, openListening, values, surroundings)
      const [file, ...more] = positionals
      if (file === undefined || more.length > 0) throw badUsage('one FILE is needed', { usage })
      const format = oneOf(required(values.as, 'as', { usage }), IMPORT_FORMATS, 'as', { usage })
      await requireFile(file)
      const wanted: Wanted = {
        file,
        format,
        channelName: values.channel ?? channelNameFor(format, basename(file)),
        columns:
          values.columns === undefined ? undefined : await readColumns(values.columns, format),
        refusedFile: values.refused,
        lookalikes: oneOf(values.lookalikes ?? 'new', LOOKALIKES, 'lookalikes', { usage }),
      }
      const settings = surroundings.settings(values)
      if (values['dry-run'] === true) {
        const findings = await withDatabase(settings, (database) =>
          runTrial(database, openListening, wanted, settings.workspace, surroundings),
        )
        surroundings.out(JSON.stringify(findings))
        return 0
      }
      const ending = await withDatabase(settings, (database) =>
        runImport(database, openListening, wanted, settings.workspace, surroundings),
      )
      surroundings.out(JSON.stringify(ending.tally))
      return ending.state === 'done' ? 0 : INTERRUPTED
    },
  }
}

/** As shells report a command ended by Ctrl-C. */
const INTERRUPTED = 130

async function runImport(
  { door }: Database,
  openListening: OpenListening,
  wanted: Wanted,
  slug: string | undefined,
  surroundings: Surroundings,
): Promise<ImportEnding> {
  const workspace = await findWorkspace(door, slug)
  const listening = await openListening(door)
  const sizeBytes = (await stat(wanted.file)).size
  const columns = await chooseColumns(door, workspace.id, wanted)
  const ownTerms = await readOwnTerms(door, workspace.id, wanted.format)
  const { now, random } = surroundings.chance
  const begun = {
    format: wanted.format,
    fileName: basename(wanted.file),
    channelName: wanted.channelName,
    fingerprint: await fingerprintOf(wanted, sizeBytes),
    sizeBytes,
    lookalikes: wanted.lookalikes,
  }
  const { run, timeZone } = await door.inWorkspace(workspace.id, async (tx) => ({
    run: await beginImport(tx, workspace.id, begun, now(), random),
    timeZone: await timeZoneOf(tx),
  }))
  surroundings.err({ en: `Import ${run.id}`, ja: `取り込み ${run.id}` }[surroundings.language])
  const progress = showProgress(surroundings, run, sizeBytes)
  const stop = stopOnSignal(surroundings)
  try {
    return await importFile({
      ...{ door, listening, run, now },
      workspaceId: workspace.id,
      format: INPUT_FORMATS[wanted.format],
      source: readFileBytes(wanted.file),
      scope: wanted.channelName,
      timeZone,
      ...(columns === undefined ? {} : { columns }),
      ...(ownTerms === undefined ? {} : { ownTerms }),
      ...(wanted.lookalikes === 'update'
        ? { prepare: (hearing: Hearing) => joinLookalikes(door, hearing) }
        : {}),
      onProgress: progress.show,
      signal: stop.signal,
    })
  } finally {
    stop.release()
    progress.end(listening.meter)
    await writeRefusedLines(door, workspace.id, run, wanted)
  }
}

/** What the import would do, without doing it. */
async function runTrial(
  { door }: Database,
  openListening: OpenListening,
  wanted: Wanted,
  slug: string | undefined,
  { chance }: Surroundings,
): Promise<ImportFindings> {
  const workspace = await findWorkspace(door, slug)
  const listening = await openListening(door)
  const table = isTableFormat(wanted.format) ? await readTable(wanted.file) : undefined
  const { timeZone, known } = await door.inWorkspace(workspace.id, async (tx) => ({
    timeZone: await timeZoneOf(tx),
    known: table === undefined ? undefined : await recallColumns(tx, wanted.format, table.header),
  }))
  const columns = wanted.columns ?? known
  const ownTerms = await readOwnTerms(door, workspace.id, wanted.format)
  return tryImport({
    ...{ door, listening, timeZone, findLookalikes, ...chance },
    workspaceId: workspace.id,
    run: { format: wanted.format, fileName: basename(wanted.file) },
    format: INPUT_FORMATS[wanted.format],
    source: readFileBytes(wanted.file),
    scope: wanted.channelName,
    ...(columns === undefined ? {} : { columns }),
    ...(ownTerms === undefined ? {} : { ownTerms }),
  })
}

/** Takes an import back; called again after an interruption it goes on. */
async function runUndo(
  id: string,
  openListening: OpenListening,
  values: Parameters<Surroundings['settings']>[0],
  { settings, chance, out }: Surroundings,
): Promise<number> {
  if (!isUuid(id)) throw badUsage('--undo takes the id of an import', { usage })
  const chosen = settings(values)
  const undone = await withDatabase(chosen, async ({ door }) => {
    const workspace = await findWorkspace(door, chosen.workspace)
    await door.inWorkspace(workspace.id, (tx) => beginUndo(tx, workspace.id, id, chance))
    const listening = await openListening(door)
    const deals = undoDeals((tx, hearing) => listening.hearIn(tx, hearing))
    return undoImport({ door, deals, ...chance }, workspace.id, id)
  })
  out(JSON.stringify(undone))
  return 0
}

async function timeZoneOf(tx: Transaction): Promise<string> {
  const workspace = await tx.selectFrom('workspace').select('time_zone').executeTakeFirstOrThrow()
  return workspace.time_zone
}

async function writeRefusedLines(
  door: Door,
  workspaceId: string,
  run: ImportRow,
  { refusedFile }: Wanted,
): Promise<void> {
  if (refusedFile !== undefined) await writeRefused(door, workspaceId, run.id, refusedFile)
}

/** The first Ctrl-C stops after the batch in hand, a second one at once; both lose nothing. */
function stopOnSignal({ err, language }: Surroundings): { signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED)
    err(
      {
        en: '\nStopping after this batch. The same command goes on from here.',
        ja: '\nこのまとまりを終えて停止します。同じコマンドで続きから再開できます。',
      }[language],
    )
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const release = () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
  return { signal: controller.signal, release }
}

async function requireFile(file: string): Promise<void> {
  try {
    if ((await stat(file)).isFile()) return
  } catch (cause) {
    throw noFile(file, cause)
  }
  throw noFile(file)
}

function noFile(file: string, cause?: unknown): EnishiError {
  const words = {
    en: 'This file cannot be read. Check the path and the permissions.',
    ja: 'このファイルを読めません。パスと権限を確かめてください。',
  }
  return new EnishiError('bad-input', words, { file }, cause)
}

const FINGERPRINT_BYTES = 256 * 1024

/** Tells whether a later run reads the same input into the same place. */
async function fingerprintOf(wanted: Wanted, sizeBytes: number): Promise<string> {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([wanted.format, wanted.channelName, sizeBytes]))
  hash.update(await readHead(wanted.file, FINGERPRINT_BYTES))
  return `file:${hash.digest('hex')}`
}

/** The mapping given, else the one that this header had the last time, else a guess while reading. */
async function chooseColumns(
  door: Door,
  workspaceId: string,
  { file, format, columns }: Wanted,
): Promise<ColumnMapping | undefined> {
  if (!isTableFormat(format)) return undefined
  const table = await readTable(file)
  if (table === undefined) return columns
  return door.inWorkspace(workspaceId, async (tx) => {
    if (columns === undefined) return recallColumns(tx, format, table.header)
    await rememberColumns(tx, workspaceId, format, table.header, columns)
    return columns
  })
}

/** A mapping file: JSON, `{"text": "本文", "publishedAt": "投稿日時", …}`. */
async function readColumns(file: string, format: ImportFormat): Promise<ColumnMapping> {
  await requireFile(file)
  const text = await readFile(file, 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw badColumns(file, format, (cause as Error).message, undefined, cause)
  }
  if (typeof value !== 'object' || value === null) throw badColumns(file, format, 'no object')
  const known = new Set<string>(columnsOf(format))
  for (const [name, column] of Object.entries(value)) {
    if (!(known.has(name) || isFieldColumn(name)) || typeof column !== 'string')
      throw badColumns(file, format, 'unknown', name)
  }
  return value as ColumnMapping
}

function columnsOf(format: ImportFormat): readonly Column[] {
  return isTableFormat(format) ? TABLE_COLUMNS[format] : ALL_COLUMNS
}

function badColumns(
  file: string,
  format: ImportFormat,
  detail: string,
  field?: string,
  cause?: unknown,
): EnishiError {
  const list = columnsOf(format).join(', ')
  const words = {
    en: `The mapping must be a JSON object from ${list} to names of columns (${detail}).`,
    ja: `列の対応は、${list} から列の名前への JSON オブジェクトで書いてください（${detail}）。`,
  }
  return new EnishiError(
    'bad-input',
    words,
    { file, ...(field === undefined ? {} : { field }) },
    cause,
  )
}

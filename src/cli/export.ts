import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  CSV_ENCODINGS,
  type CsvEncoding,
  EXPORT_FILES,
  EXPORTS,
  type ExportName,
  exportBytes,
  exportText,
} from '#channels/export.ts'
import { findWorkspace } from '#store/accounts.ts'
import type { Door } from '#store/door.ts'
import { recordExport } from '#understand/index.ts'
import { EnishiError } from '#vocabulary/index.ts'
import {
  badUsage,
  type Command,
  DATA_OPTIONS,
  oneOf,
  readArguments,
  required,
  type Surroundings,
} from './command.ts'
import { withDatabase } from './with-database.ts'

const WANTED = [...EXPORTS, 'all'] as const

const usage = `export --as ${WANTED.join('|')} [--out FILE|DIR] [--encoding ${CSV_ENCODINGS.join('|')}] [--workspace SLUG] [--data DIR]`

const OPTIONS = {
  ...DATA_OPTIONS,
  as: { type: 'string' },
  out: { type: 'string' },
  encoding: { type: 'string' },
} as const

/** Writes what `import` reads, to standard output or into files. */
export const exportCommand: Command = {
  name: 'export',
  usage,
  summary: {
    en: 'Write the log, people or outcomes in the form that import reads; `all` needs a folder',
    ja: '行動・人物・成果を、取り込みで読める形で書き出す。all はフォルダーを指定する',
  },
  async run(args, surroundings) {
    const { values, positionals } = readArguments(args, OPTIONS, { usage })
    if (positionals.length > 0) throw badUsage(`unknown: ${positionals.join(' ')}`, { usage })
    const wanted = oneOf(required(values.as, 'as', { usage }), WANTED, 'as', { usage })
    const encoding = oneOf(values.encoding ?? 'utf-8', CSV_ENCODINGS, 'encoding', { usage })
    if (wanted === 'all' && values.out === undefined) {
      throw badUsage('--as all needs --out DIR', { usage })
    }
    const settings = surroundings.settings(values)
    await withDatabase(settings, async ({ door }) => {
      const { id } = await findWorkspace(door, settings.workspace)
      const job = { door, workspaceId: id, encoding, surroundings }
      if (wanted === 'all') await exportAll(job, values.out ?? '.')
      else await exportOne(job, wanted, values.out)
    })
    return 0
  },
}

interface ExportWork {
  door: Door
  workspaceId: string
  encoding: CsvEncoding
  surroundings: Surroundings
}

async function exportAll(work: ExportWork, folder: string): Promise<void> {
  await asWritten(folder, () => mkdir(folder, { recursive: true }))
  for (const name of EXPORTS) await exportOne(work, name, join(folder, EXPORT_FILES[name]))
}

async function exportOne(
  { door, workspaceId, encoding, surroundings }: ExportWork,
  name: ExportName,
  file: string | undefined,
): Promise<void> {
  await door.inWorkspace(workspaceId, (tx) =>
    recordExport(tx, workspaceId, name, { memberId: null, isKey: false }, surroundings.chance),
  )
  let lost = 0
  const text = exportText(door, workspaceId, name)
  const bytes = exportBytes(text, name, encoding, (count) => {
    lost += count
  })
  if (file === undefined) await toStandardOutput(bytes)
  else await asWritten(file, () => pipeline(bytes, createWriteStream(file)))
  if (lost > 0) surroundings.err(lostWords(lost, name)[surroundings.language])
}

/** The stream stays open for whoever writes to it next. */
async function toStandardOutput(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await pipeline(bytes, process.stdout, { end: false })
}

async function asWritten(file: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall === undefined) throw cause
    const { code } = cause as NodeJS.ErrnoException
    throw new EnishiError(
      'bad-input',
      {
        en: `This cannot be written (${code}). Check the path, the permissions and the room on the disk.`,
        ja: `書き込めません（${code}）。パス、権限、ディスクの空きを確かめてください。`,
      },
      { file },
      cause,
    )
  }
}

function lostWords(lost: number, name: ExportName) {
  return {
    en: `${EXPORT_FILES[name]}: ${lost} characters are not in CP932 and became ?. UTF-8 loses none.`,
    ja: `${EXPORT_FILES[name]}: CP932 にない文字 ${lost} 個を ? に置き換えました。UTF-8 なら失われません。`,
  }
}

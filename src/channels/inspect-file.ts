import {
  type ImportFormat,
  isTableFormat,
  openInput,
  readFileBytes,
  readHead,
} from '#listen/index.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { readTableHead, type TableHead } from './file/table.ts'
import { GUESS_BYTES, guessFormat, guessTableFormat } from './guess-format.ts'

export type { TableHead }

/** What a file looks like before it is imported. */
export interface FileLook {
  format: ImportFormat | undefined
  table: TableHead | undefined
}

const SAMPLE_ROWS = 5

/** Looks at the beginning of a file: its format and, for a table, header, sample and guesses. */
export async function inspectFile(path: string, fileName: string): Promise<FileLook> {
  const format = guessFormat(await unzippedHead(path), fileName)
  if (format === undefined || !isTableFormat(format)) return { format, table: undefined }
  const table = await readTable(path)
  return { format: table === undefined ? format : guessTableFormat(table.header), table }
}

/**
 * Header, first rows and guessed columns of a table; undefined when its header can't be read, or only
 * by unpacking much of a large workbook.
 */
export async function readTable(path: string): Promise<TableHead | undefined> {
  try {
    const head = await readTableHead(openInput(readFileBytes(path)))
    return { ...head, sample: head.sample.slice(0, SAMPLE_ROWS) }
  } catch (error) {
    // The import itself says what is wrong with the file.
    if (error instanceof EnishiError) return undefined
    throw error
  }
}

async function unzippedHead(path: string): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of openInput(once(await readHead(path, GUESS_BYTES)))) {
      parts.push(chunk)
      size += chunk.length
      if (size >= GUESS_BYTES) break
    }
  } catch (error) {
    // The head of a gzip file is cut off by nature: what it gave is enough.
    if (!(error instanceof EnishiError)) throw error
  }
  return Buffer.concat(parts).subarray(0, GUESS_BYTES)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes
}

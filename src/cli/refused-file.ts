import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { listRefusals } from '#listen/index.ts'
import type { Door } from '#store/door.ts'

const ROWS_AT_ONCE = 1_000

/** Writes every refused record of an import, over all its runs, as JSONL: line, reason, what stood there. */
export async function writeRefused(
  door: Door,
  workspaceId: string,
  importId: string,
  file: string,
): Promise<void> {
  async function* lines() {
    for (let after = 0; ; ) {
      const rows = await door.inWorkspace(workspaceId, (tx) =>
        listRefusals(tx, importId, after, ROWS_AT_ONCE),
      )
      yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
      const last = rows.at(-1)
      if (rows.length < ROWS_AT_ONCE || last === undefined) return
      after = last.position
    }
  }
  await pipeline(lines, createWriteStream(file))
}

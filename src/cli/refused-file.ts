import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
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
  const out = createWriteStream(file)
  let after = 0
  for (;;) {
    const rows = await door.inWorkspace(workspaceId, (tx) =>
      listRefusals(tx, importId, after, ROWS_AT_ONCE),
    )
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    if (!out.write(text)) await once(out, 'drain')
    const last = rows.at(-1)
    if (rows.length < ROWS_AT_ONCE || last === undefined) break
    after = last.position
  }
  out.end()
  await finished(out)
}

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Batch } from '#listen/index.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import { searchKey } from '../search.ts'
import { subjectColumns } from '../subject-rows.ts'
import { changeOf, type Said } from './said.ts'

/** So much of a note is kept to show what an import would do. */
const SHOWN_CHARS = 200

interface NewNote {
  one: Said
  id: string
  key: string
  text: string
}

/**
 * Writes what lists say as notes. A text that stands there already, or that an import wrote there before,
 * is not written again; also where a member has edited or removed that note since. Their author is who
 * imports them. Answers what was news.
 */
export async function writeNotes(batch: Batch, said: readonly Said[]): Promise<Said[]> {
  // Notes of a merged person are seen at the root: once is enough.
  const noted = said.filter((one) => one.isOfMerged !== true && one.terms.notes !== undefined)
  if (noted.length === 0) return []
  const there = await notesThere(batch, noted)
  const wanted = new Map<string, NewNote>()
  for (const one of noted) {
    for (const text of one.terms.notes ?? []) {
      if (there.has(`${one.id} ${text}`)) continue
      const key = keyOf(one, text)
      const id = uuidV7(batch.arrivedAt.getTime(), batch.random)
      if (!wanted.has(key)) wanted.set(key, { one, id, key, text })
    }
  }
  for (const key of await removedAmong(batch, [...wanted.keys()])) wanted.delete(key)
  const written = await insertNotes(batch, [...wanted.values()])
  for (const { one, id, text } of written) {
    const change = { field: id, before: null, after: text.slice(0, SHOWN_CHARS).toWellFormed() }
    batch.ledger.changed.push({ ...changeOf('note', one), ...change })
  }
  return [...new Set(written.map(({ one }) => one))]
}

/** The same text of the same subject is the same note, whatever has become of it since. */
function keyOf({ kind, id }: Said, text: string): string {
  const said = JSON.stringify([kind, id, text])
  return `import:${createHash('sha256').update(said).digest('hex').slice(0, 32)}`
}

/** The texts of notes by what they are about; of a merged person also those of the root. */
async function notesThere(batch: Batch, said: readonly Said[]): Promise<Set<string>> {
  const ids = [...new Set(said.map(({ id }) => id))]
  const { rows } = await sql<{ id: string; text: string }>`
    with wanted as (select u.id from unnest(${ids}::uuid[]) as u(id)),
    meant as (
      select id as wanted_id, id from wanted
      union all select w.id, p.merged_into from wanted w join person p on p.id = w.id
      where p.workspace_id = ${batch.workspaceId} and p.merged_into is not null)
    select m.wanted_id as id, n.text from meant m cross join lateral (
      select text from note where workspace_id = ${batch.workspaceId} and person_id = m.id
      union all select text from note
        where workspace_id = ${batch.workspaceId} and organisation_id = m.id
      union all select text from note
        where workspace_id = ${batch.workspaceId} and deal_id = m.id) n`.execute(batch.tx)
  return new Set(rows.map(({ id, text }) => `${id} ${text.trim()}`))
}

/** Which of these notes a member has removed. */
async function removedAmong({ tx }: Batch, keys: string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const rows = await tx
    .selectFrom('imported_note_removed')
    .select('key')
    .where('key', 'in', keys)
    .execute()
  return rows.map(({ key }) => key)
}

const NOTE_FORMS: Record<string, ColumnForm> = {
  ...{ id: 'uuid', key: 'text', text: 'text', search_key: 'text', is_imported: 'boolean' },
  author_id: 'uuid',
  ...{ person_id: 'uuid', organisation_id: 'uuid', deal_id: 'uuid', created_at: 'timestamptz' },
}

async function insertNotes(
  { tx, workspaceId, arrivedAt, memberId }: Batch,
  notes: readonly NewNote[],
): Promise<NewNote[]> {
  const rows = notes.map(({ one, id, key, text }) => ({
    ...{ id, key, text, search_key: searchKey(text), is_imported: true },
    author_id: memberId ?? null,
    ...{ ...subjectColumns(one), created_at: arrivedAt.toISOString() },
  }))
  const after = sql`on conflict do nothing returning id`
  const added = await insertRows<{ id: string }>(tx, 'note', workspaceId, NOTE_FORMS, rows, after)
  const ids = new Set(added.map(({ id }) => id))
  return notes.filter(({ id }) => ids.has(id))
}

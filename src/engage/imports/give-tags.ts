import { sql } from 'kysely'
import { foldText } from '#language/index.ts'
import type { Batch } from '#listen/index.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { LIMITS, uuidV7 } from '#vocabulary/index.ts'
import { subjectColumns } from '../subject-rows.ts'
import { changeOf, type Said } from './said.ts'

/**
 * Gives subjects the tags that lists name; those that are unknown are made. Where a subject or the
 * workspace has no room for more, the row is taken without, with a note. Answers what was news.
 */
export async function giveTags(batch: Batch, said: readonly Said[]): Promise<Said[]> {
  const tagged = said.filter(({ terms }) => terms.tags !== undefined)
  if (tagged.length === 0) return []
  // A transaction that is tried again notes them again.
  for (const { heard } of tagged) {
    heard.notes = (heard.notes ?? []).filter((one) => one.reason !== 'too-many-tags')
  }
  const tags = await tagsNamed(
    batch,
    tagged.flatMap(({ terms }) => terms.tags ?? []),
  )
  const carried = await carriedTags(batch, tagged)
  const added: { one: Said; tagId: string }[] = []
  for (const one of tagged) {
    const held = carried.get(one.id) ?? new Set<string>()
    carried.set(one.id, held)
    for (const name of one.terms.tags ?? []) {
      const tagId = tags.get(foldText(name))
      if (tagId !== undefined && held.has(tagId)) continue
      if (tagId === undefined || held.size >= LIMITS.tagsPerSubjectMax) {
        noteTooMany(one, name)
        continue
      }
      held.add(tagId)
      added.push({ one, tagId })
      const change = { field: tagId, before: null, after: name }
      batch.ledger.changed.push({ ...changeOf('tagging', one), ...change })
    }
  }
  await writeTaggings(batch, added)
  return [...new Set(added.map(({ one }) => one))]
}

function noteTooMany({ heard }: Said, name: string): void {
  const field = 'tags'
  heard.notes = [...(heard.notes ?? []), { reason: 'too-many-tags', field, detail: name }]
}

/** Ids by folded name. Tags that a workspace has no room for are not among them. */
async function tagsNamed(batch: Batch, names: readonly string[]): Promise<Map<string, string>> {
  const wanted = new Map(names.map((name) => [foldText(name), name] as const).toReversed())
  const known = await knownTags(batch, [...wanted.keys()])
  const strange = [...wanted].filter(([key]) => key !== '' && !known.has(key))
  if (strange.length === 0) return known
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::integer as count from tag where workspace_id = ${batch.workspaceId}
  `.execute(batch.tx)
  const room = Math.max(0, LIMITS.tagsPerWorkspaceMax - (counted[0]?.count ?? 0))
  // Somebody else may make one at the same moment: then that is the one.
  for (const { id, name } of await makeTags(batch, strange.slice(0, room))) {
    batch.ledger.changed.push({ kind: 'tag', id, field: '', before: null, after: name })
  }
  return knownTags(batch, [...wanted.keys()])
}

async function knownTags(batch: Batch, keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; key: string }>`
    select id, name_key as key from tag
    where workspace_id = ${batch.workspaceId} and name_key = any(${keys}::text[])`.execute(batch.tx)
  return new Map(rows.map(({ id, key }) => [key, id]))
}

const TAG_FORMS: Record<string, ColumnForm> = {
  ...{ id: 'uuid', name: 'text', name_key: 'text', created_at: 'timestamptz' },
}

function makeTags(
  { tx, workspaceId, arrivedAt, random }: Batch,
  named: readonly (readonly [key: string, name: string])[],
): Promise<{ id: string; name: string }[]> {
  const rows = named.map(([name_key, name]) => ({
    ...{ id: uuidV7(arrivedAt.getTime(), random), name, name_key },
    created_at: arrivedAt.toISOString(),
  }))
  const after = sql`on conflict do nothing returning id, name`
  return insertRows(tx, 'tag', workspaceId, TAG_FORMS, rows, after)
}

async function carriedTags(batch: Batch, said: readonly Said[]): Promise<Map<string, Set<string>>> {
  const ids = said.map(({ id }) => id)
  const { rows } = await sql<{ id: string; tagId: string }>`
    select subject_id as id, tag_id as "tagId" from tagging
    where workspace_id = ${batch.workspaceId} and subject_id = any(${ids}::uuid[])`.execute(
    batch.tx,
  )
  const carried = new Map<string, Set<string>>()
  for (const { id, tagId } of rows) carried.set(id, (carried.get(id) ?? new Set()).add(tagId))
  return carried
}

const TAGGING_FORMS: Record<string, ColumnForm> = {
  ...{ id: 'uuid', tag_id: 'uuid', person_id: 'uuid', organisation_id: 'uuid', deal_id: 'uuid' },
  ...{ added_at: 'timestamptz', is_imported: 'boolean' },
}

async function writeTaggings(
  { tx, workspaceId, arrivedAt, random }: Batch,
  added: readonly { one: Said; tagId: string }[],
): Promise<void> {
  const rows = added.map(({ one, tagId }) => ({
    ...{ id: uuidV7(arrivedAt.getTime(), random), tag_id: tagId, ...subjectColumns(one) },
    ...{ added_at: arrivedAt.toISOString(), is_imported: true },
  }))
  await insertRows(tx, 'tagging', workspaceId, TAGGING_FORMS, rows, sql`on conflict do nothing`)
}

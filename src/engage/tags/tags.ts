import { sql } from 'kysely'
import { foldText } from '#language/index.ts'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'
import { newRowId, tell } from '../subject-rows.ts'

export interface Tag {
  id: string
  name: string
}

/** A tag with how many carry it; people that were merged count as one. */
export interface ListedTag extends Tag {
  people: number
  organisations: number
  deals: number
}

/** Tags in the order in which they were added. Throws `bad-input` for a foreign cursor. */
export async function listTags(tx: Transaction, page: PageRequest): Promise<Listed<ListedTag>> {
  const after = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { rows } = await sql<ListedTag>`
    select t.id, t.name, c.* from tag t
    cross join lateral (
      select count(g.person_id)::integer as people, count(g.organisation_id)::integer as organisations,
        count(g.deal_id)::integer as deals from tagging g left join person p on p.id = g.person_id
      left join organisation o on o.id = g.organisation_id
      where g.tag_id = t.id and p.merged_into is null and o.merged_into is null offset 0) c
    where ${after}::uuid is null or t.id > ${after}::uuid
    order by t.id limit ${page.limit + 1}`.execute(tx)
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  const next = rows.length > items.length && last !== undefined ? writeCursor([last.id]) : null
  return { items, next }
}

/** One tag with its figures. Throws `not-found`. */
async function getTag(tx: Transaction, id: string): Promise<Tag> {
  const row = await tx
    .selectFrom('tag')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw noTag('not-found', 'id')
  return row
}

/**
 * The tag of that name, which is made where there is none (`tag.added`). Names are the same whatever
 * their case and width. Throws `conflict` for a workspace that is full.
 */
export async function tagNamed(
  tx: Transaction,
  name: string,
  change: ChangeInWorkspace,
): Promise<Tag> {
  const known = await byName(tx, name)
  if (known !== undefined) return known
  await refuseTooMany(tx)
  const id = newRowId(change)
  const added = await tx
    .insertInto('tag')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, name, name_key: foldText(name) },
      created_at: change.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  // Somebody else made it a moment ago.
  if (added.numInsertedOrUpdatedRows === 0n) return (await byName(tx, name)) ?? getTag(tx, id)
  await tell(tx, 'tag.added', id, change)
  return { id, name }
}

function byName(tx: Transaction, name: string): Promise<Tag | undefined> {
  return tx
    .selectFrom('tag')
    .select(['id', 'name'])
    .where('name_key', '=', foldText(name))
    .executeTakeFirst()
}

async function refuseTooMany(tx: Transaction): Promise<void> {
  const max = LIMITS.tagsPerWorkspaceMax
  const rows = await tx.selectFrom('tag').select('id').limit(max).execute()
  if (rows.length < max) return
  throw new EnishiError('conflict', {
    en: `There are ${max} tags, the most there may be. Merge some in Settings.`,
    ja: `タグは${max}件までです。設定で似たタグをまとめてください。`,
  })
}

/** Renames a tag (`tag.renamed`). Throws `not-found`, and `conflict` for the name of another. */
export async function renameTag(
  tx: Transaction,
  id: string,
  name: string,
  change: ChangeInWorkspace,
): Promise<Tag> {
  await getTag(tx, id)
  const other = await byName(tx, name)
  if (other !== undefined && other.id !== id) throw takenName()
  await tx
    .updateTable('tag')
    .set({ name, name_key: foldText(name) })
    .where('id', '=', id)
    .execute()
  await tell(tx, 'tag.renamed', id, change, ['name'])
  return { id, name }
}

/**
 * Merges a tag into another: whoever carries it carries the other from then on, and rules look at
 * that (`tag.merged`).
 * Throws `not-found`, and `bad-input` where the other is not there or the same.
 */
export async function mergeTags(
  tx: Transaction,
  id: string,
  into: string,
  change: ChangeInWorkspace,
): Promise<Tag> {
  await getTag(tx, id)
  const [kept] = await tagsThere(tx, [into], 'into')
  if (kept === undefined || into === id) throw noTag('bad-input', 'into')
  await sql`
    update tagging g set tag_id = ${into}::uuid where tag_id = ${id}::uuid
      and not exists (select 1 from tagging o where o.subject_id = g.subject_id and o.tag_id = ${into}::uuid)
  `.execute(tx)
  await tx
    .updateTable('relation_rule_condition')
    .set({ tag_id: into })
    .where('tag_id', '=', id)
    .execute()
  await tx.deleteFrom('tag').where('id', '=', id).execute()
  await tell(tx, 'tag.merged', into, change)
  return kept
}

/** Removes a tag from everywhere (`tag.removed`). Throws `not-found`. */
export async function deleteTag(
  tx: Transaction,
  id: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const removed = await tx.deleteFrom('tag').where('id', '=', id).executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw noTag('not-found', 'id')
  await tell(tx, 'tag.removed', id, change)
}

/** The tags of these ids. Throws `bad-input` where one is not there. */
export async function tagsThere(
  tx: Transaction,
  ids: readonly string[],
  field: string,
): Promise<Tag[]> {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom('tag').select(['id', 'name']).where('id', 'in', ids).execute()
  if (rows.length < new Set(ids).size) throw noTag('bad-input', field)
  return rows
}

function noTag(code: 'not-found' | 'bad-input', field: string): EnishiError {
  return new EnishiError(
    code,
    {
      en: 'There is no such tag. It may have been merged into another; look in the list of tags.',
      ja: 'このタグは見つかりません。ほかのタグにまとめられた可能性があります。タグの一覧から選んでください。',
    },
    { field },
  )
}

function takenName(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'Another tag has this name. Merge the two, or choose another name.',
      ja: '同じ名前のタグがあります。2つをまとめるか、別の名前にしてください。',
    },
    { field: 'name' },
  )
}

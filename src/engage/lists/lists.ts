import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import { EnishiError, LIMITS, type SubjectKind } from '#vocabulary/index.ts'
import { newRowId, tell } from '../subject-rows.ts'
import { type Colleague, colleague } from '../subjects.ts'
import { findAll, type ListFilter } from './find-subjects.ts'
import { narrow } from './narrow.ts'

/** A saved filter. */
export interface SavedList {
  id: string
  name: string
  subject: SubjectKind
  filter: ListFilter
  isShared: boolean
  owner: Colleague | null
  createdAt: string
}

export interface CountedList extends SavedList {
  count: number
  /** There are more than `count`. */
  isMore: boolean
}

export interface ListPatch {
  name?: string | undefined
  filter?: ListFilter | undefined
  isShared?: boolean | undefined
}

export interface NewList extends ListPatch {
  name: string
  subject: SubjectKind
  filter: ListFilter
}

/** Who looks: a member, or a key (null), which sees what is shared. */
export interface Viewer {
  memberId: string | null
  /** Whether they may change what others share. */
  manages: boolean
}

interface ListRow {
  id: string
  name: string
  subject: SubjectKind
  filter: unknown
  is_shared: boolean
  owner_id: string | null
  created_at: Date
}

/** The lists that the viewer sees, own and shared, in the order in which they were saved. */
export async function listLists(
  tx: Transaction,
  { memberId }: Viewer,
  subject: SubjectKind | undefined,
  page: PageRequest,
): Promise<Listed<SavedList>> {
  const after = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { rows } = await sql<ListRow>`
    select * from list where (is_shared or owner_id = ${memberId}::uuid)
      and (${subject ?? null}::text is null or subject = ${subject ?? null})
      and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${page.limit + 1}`.execute(tx)
  const items = rows.slice(0, page.limit).map(showList)
  const last = items.at(-1)
  const next = rows.length > items.length && last !== undefined ? writeCursor([last.id]) : null
  return { items, next }
}

function showList(row: ListRow): SavedList {
  const { id, name, subject, is_shared: isShared } = row
  // Written by this server from a filter that it had checked.
  const filter = row.filter as ListFilter
  const owner = colleague(row.owner_id)
  return { id, name, subject, filter, isShared, owner, createdAt: row.created_at.toISOString() }
}

/** One list. Throws `not-found`, also for one that the viewer doesn't see. */
export async function getList(tx: Transaction, viewer: Viewer, id: string): Promise<SavedList> {
  const row = await tx.selectFrom('list').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw noList()
  if (!row.is_shared && row.owner_id !== viewer.memberId) throw noList()
  return showList(row)
}

/**
 * One list with how many hold it today, as the filter is meant for who looks. Throws `not-found`, and
 * `bad-input` where a field of it is gone.
 */
export async function countList(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  meant: (filter: ListFilter) => ListFilter,
): Promise<CountedList> {
  const list = await getList(tx, viewer, id)
  const { ids, isMore } = await findAll(tx, list.subject, meant(list.filter))
  return { ...list, count: ids.length, isMore }
}

/** Saves a list (`list.added`). Throws `bad-input` for a field that is not there, `conflict` for too many. */
export async function addList(
  tx: Transaction,
  { name, subject, filter, isShared = false }: NewList,
  change: ChangeInWorkspace,
): Promise<SavedList> {
  await refuseTooMany(tx)
  await narrow(tx, subject, { fields: filter.fields })
  const id = newRowId(change)
  const row = {
    ...{ workspace_id: OWN_WORKSPACE, id, name, subject, filter: JSON.stringify(filter) },
    ...{ owner_id: change.authorId, is_shared: isShared, created_at: change.now },
  }
  await tx.insertInto('list').values(row).execute()
  await tell(tx, 'list.added', id, change)
  return getList(tx, { memberId: change.authorId, manages: true }, id)
}

async function refuseTooMany(tx: Transaction): Promise<void> {
  const max = LIMITS.listsPerWorkspaceMax
  const rows = await tx.selectFrom('list').select('id').limit(max).execute()
  if (rows.length < max) return
  throw new EnishiError('conflict', {
    en: `There are ${max} lists, the most there may be. Remove one that you no longer need.`,
    ja: `リストは${max}件までです。不要なものを削除してください。`,
  })
}

/** Changes a list (`list.changed`); that of another only who manages. Throws `not-found`, `forbidden`. */
export async function patchList(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  patch: ListPatch,
  change: ChangeInWorkspace,
): Promise<SavedList> {
  const list = await getList(tx, viewer, id)
  refuseForeign(list, viewer)
  const { name = list.name, filter = list.filter, isShared = list.isShared } = patch
  await narrow(tx, list.subject, { fields: filter.fields })
  await tx
    .updateTable('list')
    .set({ name, filter: JSON.stringify(filter), is_shared: isShared })
    .where('id', '=', id)
    .execute()
  await tell(tx, 'list.changed', id, change, Object.keys(patch))
  return showList(
    await tx.selectFrom('list').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
}

/** Removes a list (`list.removed`), nobody in it. Throws `not-found`, `forbidden`. */
export async function deleteList(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  change: ChangeInWorkspace,
): Promise<void> {
  refuseForeign(await getList(tx, viewer, id), viewer)
  await tx.deleteFrom('list').where('id', '=', id).execute()
  await tell(tx, 'list.removed', id, change)
}

function refuseForeign({ owner }: SavedList, { memberId, manages }: Viewer): void {
  if (manages || (memberId !== null && owner?.id === memberId)) return
  throw new EnishiError('forbidden', {
    en: 'This list is a colleague’s. Only they and managers change it; save it as one of your own.',
    ja: 'ほかのメンバーが作ったリストです。変更できるのは作成者と管理者だけです。自分のリストとして保存し直してください。',
  })
}

function noList(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such list. It may have been removed, or is no longer shared.',
      ja: 'このリストは見つかりません。削除されたか、共有が解除された可能性があります。',
    },
    { field: 'id' },
  )
}

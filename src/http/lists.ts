import { sql } from 'kysely'
import {
  addList,
  type BulkChange,
  countList,
  deleteList,
  getBulkEdit,
  getList,
  type ListFilter,
  listBulkEdits,
  listLists,
  makeBulkEdit,
  type Narrowed,
  narrow,
  patchList,
  previewBulkEdit,
  undoBulkEdit,
  type Viewer,
} from '#engage/index.ts'
import type { Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import { notePeopleLook } from '#understand/index.ts'
import { EnishiError, type SubjectKind } from '#vocabulary/index.ts'
import { changeDeals } from './cards.ts'
import { changeBy, checkMembers, meant, nameColleagues } from './colleagues.ts'
import { type Caller, type Handlers, type HttpContext, manages } from './handler.ts'
import { listCsv } from './list-csv.ts'

/** A key stands for nobody, whoever made it: it sees what is shared. */
function viewerOf(caller: Caller): Viewer {
  return { memberId: caller.role === null ? null : caller.userId, manages: manages(caller) }
}

/** A filter as it is for the caller: 'me' is the one who looks. */
function filterFor(filter: ListFilter, caller: Caller): ListFilter {
  return { ...filter, owner: meant(filter.owner, caller) }
}

interface CardQuery {
  tag?: string | undefined
  owner?: string | undefined
  list?: string | undefined
  field?: string | undefined
  fieldIs?: string | undefined
  fieldContains?: string | undefined
  fieldFrom?: string | undefined
  fieldTo?: string | undefined
  notContactedSince?: string | undefined
  contactedSince?: string | undefined
}

/**
 * A query of people, organisations or deals with what else must hold: tag, owner and field that it
 * names, and the saved list; other filters of the list hold where the query says nothing of them.
 * Throws `bad-input` for a list of something else and a field that is not there.
 */
export async function narrowQuery<Query extends CardQuery>(
  tx: Transaction,
  kind: SubjectKind,
  query: Query,
  caller: Caller,
): Promise<Omit<Query, 'owner'> & Narrowed> {
  const { list, tag, field, fieldIs: is, fieldContains: contains, fieldFrom, fieldTo } = query
  const fields = field === undefined ? [] : [{ field, is, contains, from: fieldFrom, to: fieldTo }]
  const owner = meant(query.owner, caller)
  const { notContactedSince, contactedSince } = query
  const own = await narrow(tx, kind, { tag, owner, fields, notContactedSince, contactedSince })
  if (list === undefined) return { ...query, ...own }
  const saved = filterFor(await savedFilter(tx, kind, list, caller), caller)
  const { also, among } = await narrow(tx, kind, saved)
  const { tag: _tag, owner: _owner, fields: _fields, ...plain } = saved
  const said = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
  const both = [own.also, also].filter((one) => one !== null)
  return {
    ...query,
    ...plain,
    ...said,
    also: both.length === 0 ? null : sql`(${sql.join(both, sql` and `)})`,
    among: own.among ?? among,
  }
}

async function savedFilter(
  tx: Transaction,
  kind: SubjectKind,
  id: string,
  caller: Caller,
): Promise<ListFilter> {
  const list = await listMeant(tx, id, caller)
  if (list.subject === kind) return list.filter
  throw new EnishiError(
    'bad-input',
    {
      en: 'This list is of something else. Open it from the page of lists.',
      ja: 'このリストは別の対象のものです。リストのページから開いてください。',
    },
    { field: 'list' },
  )
}

/** Named in a query, a list that is not there is a fault of the query. */
async function listMeant(tx: Transaction, id: string, caller: Caller) {
  try {
    return await getList(tx, viewerOf(caller), id)
  } catch (error) {
    if (!(error instanceof EnishiError) || error.code !== 'not-found') throw error
    throw new EnishiError('bad-input', error.words, { field: 'list' })
  }
}

/** An export leaves a line in the access log, with how many people it took out. */
async function noteDownload(
  tx: Transaction,
  id: string,
  caller: Caller,
  { now, random }: HttpContext,
): Promise<void> {
  const { count } = await countList(tx, viewerOf(caller), id, (filter) => filterFor(filter, caller))
  const { workspaceId, userId: memberId, scope } = caller
  await notePeopleLook(tx, {
    ...{ workspaceId, memberId, isKey: scope !== null, kind: 'exported', place: 'list' },
    ...{ subjectId: id, people: count, now: now(), random },
  })
}

/** Saved lists. */
export const listHandlers: Handlers<
  'listLists' | 'getList' | 'downloadList' | 'postList' | 'patchList' | 'deleteList'
> = {
  listLists: async ({ query, caller, context }) => {
    const { items, next } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listLists(tx, viewerOf(caller), query.subject, query),
    )
    return { items: await nameColleagues(items, caller, context), next }
  },
  getList: async ({ params, caller, context }) => {
    const list = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      countList(tx, viewerOf(caller), params.id, (filter) => filterFor(filter, caller)),
    )
    return named(list, caller, context)
  },
  downloadList: async ({ params, caller, context }) => {
    const list = await context.door.inWorkspace(caller.workspaceId, async (tx) => {
      const found = await getList(tx, viewerOf(caller), params.id)
      const event = { name: 'list.exported', subjectId: found.id, authorId: caller.userId }
      await writeEvent(tx, caller.workspaceId, event)
      if (found.subject === 'person') await noteDownload(tx, found.id, caller, context)
      return found
    })
    return {
      fileName: `list-${list.name}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: listCsv(list.subject, list.id, caller, context),
    }
  },
  postList: async ({ body, caller, context }) => {
    const list = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      addList(tx, body, changeBy(caller, context)),
    )
    return named(list, caller, context)
  },
  patchList: async ({ params, body, caller, context }) => {
    const list = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchList(tx, viewerOf(caller), params.id, body, changeBy(caller, context)),
    )
    return named(list, caller, context)
  },
  deleteList: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteList(tx, viewerOf(caller), params.id, changeBy(caller, context)),
    )
    return undefined
  },
}

async function named<Item extends object>(
  item: Item,
  caller: Caller,
  context: HttpContext,
): Promise<Item> {
  const [shown = item] = await nameColleagues([item], caller, context)
  return shown
}

/** Edits of many rows at once, and undoing them. */
export const bulkHandlers: Handlers<
  'postBulkPreview' | 'postBulkEdit' | 'listBulkEdits' | 'getBulkEdit' | 'postBulkUndo'
> = {
  postBulkPreview: async ({ body, caller, context }) => {
    await checkReceiver(body.change, caller, context)
    const filter = filterFor(body.filter ?? {}, caller)
    return context.door.inWorkspace(caller.workspaceId, (tx) =>
      previewBulkEdit(tx, { ...body, filter }),
    )
  },
  postBulkEdit: async ({ body, caller, context }) => {
    await checkReceiver(body.change, caller, context)
    const filter = filterFor(body.filter ?? {}, caller)
    const edit = await changeDeals(caller, context, (tx, by) =>
      makeBulkEdit(tx, { ...body, filter }, by),
    )
    return named(edit, caller, context)
  },
  listBulkEdits: async ({ query, caller, context }) => {
    const { items, next } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listBulkEdits(tx, query),
    )
    return { items: await nameColleagues(items, caller, context), next }
  },
  getBulkEdit: async ({ params, caller, context }) => {
    const edit = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      getBulkEdit(tx, params.id),
    )
    return named(edit, caller, context)
  },
  postBulkUndo: async ({ params, caller, context }) => {
    const edit = await changeDeals(caller, context, (tx, by) => undoBulkEdit(tx, params.id, by))
    return named(edit, caller, context)
  },
}

async function checkReceiver(
  change: BulkChange,
  caller: Caller,
  context: HttpContext,
): Promise<void> {
  if (change.kind === 'owner') await checkMembers([change.member], 'change', caller, context)
}

import { nameMembers } from '#store/members.ts'
import {
  getPerson,
  type ListedMerge,
  listFieldChanges,
  listMerges,
  mergePeople,
  moveHandle,
  previewMerge,
  sayNotSame,
  showMergeOf,
  splitHandle,
  takeBackNotSame,
  unmergePeople,
} from '#understand/index.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

/** Merges of people: preview, merge, take back, list; "not the same"; accounts that change hands; the journal. */
export const mergeHandlers: Handlers<
  | 'postMergePreview'
  | 'postMerge'
  | 'deleteMerge'
  | 'listMerges'
  | 'postNotSame'
  | 'deleteNotSame'
  | 'postHandleSplit'
  | 'postHandleMove'
  | 'listFieldChanges'
> = {
  postMergePreview: async ({ body, caller, context }) => {
    const preview = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      previewMerge(tx, body),
    )
    const { notSame } = preview
    const nameOf = await namesOf({ caller, context }, [
      ...notSame.map(({ authorId }) => authorId),
      ...membersIn(preview.fields, ['keep', 'merge']),
    ])
    const said = notSame.map(({ id, because, authorId, at }) => ({
      ...{ id, because, author: nameOf(authorId), at: at.toISOString() },
    }))
    const fields = preview.fields.map((one) => withNames(one, ['keep', 'merge', 'result'], nameOf))
    return { ...preview, fields, notSame: said }
  },
  postMerge: async ({ body, caller, context }) => {
    const merge = await context.door.inWorkspace(caller.workspaceId, async (tx) => {
      const { id } = await mergePeople(tx, { ...body, origin: 'member' }, changeBy(caller, context))
      return showMergeOf(tx, id)
    })
    const [named] = await withAuthors({ caller, context }, [merge])
    return named ?? merge
  },
  deleteMerge: async ({ params, caller, context }) => {
    const merge = await context.door.inWorkspace(caller.workspaceId, async (tx) => {
      await unmergePeople(tx, params.id, changeBy(caller, context))
      return showMergeOf(tx, params.id)
    })
    const [named] = await withAuthors({ caller, context }, [merge])
    return named ?? merge
  },
  listMerges: async ({ params, caller, context }) => {
    const { items, notSame } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listMerges(tx, params.id),
    )
    const authors = notSame.map(({ author }) => author?.id ?? null)
    const nameOf = await namesOf({ caller, context }, authors)
    return {
      items: await withAuthors({ caller, context }, items),
      notSame: notSame.map((said, i) => ({ ...said, author: nameOf(authors[i] ?? null) })),
    }
  },
  postNotSame: async ({ body, caller, context }) => {
    const said = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      sayNotSame(tx, body.a, body.b, changeBy(caller, context)),
    )
    const { id, firstId, secondId, because, at } = said
    return { id, people: [firstId, secondId], because, at: at.toISOString() }
  },
  deleteNotSame: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      takeBackNotSame(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
  postHandleSplit: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) =>
      getPerson(tx, await splitHandle(tx, params.id, params.handle, changeBy(caller, context))),
    ),
  postHandleMove: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => {
      const change = changeBy(caller, context)
      return getPerson(tx, await moveHandle(tx, params.id, params.handle, body.to, change))
    }),
  listFieldChanges: async ({ params, query, caller, context }) => {
    const { items, next } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listFieldChanges(tx, params.id, query),
    )
    const nameOf = await namesOf({ caller, context }, [
      ...items.map(({ author }) => author?.id ?? null),
      ...membersIn(items, ['from', 'to']),
    ])
    const named = items.map((item) => ({
      ...withNames(item, ['from', 'to'], nameOf),
      author: nameOf(item.author?.id ?? null),
    }))
    return { items: named, next }
  },
}

interface Asked {
  caller: Caller
  context: HttpContext
}

/** Names are of accounts, which the log cannot see, so they are asked for apart. */
async function namesOf({ caller, context }: Asked, ids: readonly (string | null)[]) {
  const wanted = new Set(ids.filter((id) => id !== null))
  const names =
    wanted.size === 0
      ? new Map<string, string>()
      : await nameMembers(context.door, caller.workspaceId, [...wanted])
  return (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? null })
}

type NameOf = Awaited<ReturnType<typeof namesOf>>

/** Members that stand in fields of owners. */
function membersIn<Value extends string>(
  fields: readonly ({ field: string } & { [Name in Value]: string | null })[],
  values: readonly Value[],
): (string | null)[] {
  return fields.filter(isOfOwner).flatMap((one) => values.map((value) => one[value]))
}

function isOfOwner({ field }: { field: string }): boolean {
  return field === 'owner' || field === 'secondOwner'
}

/** Owners by their names; one who left this workspace by the id. */
function withNames<
  Value extends string,
  One extends { field: string } & { [Name in Value]: string | null },
>(one: One, values: readonly Value[], nameOf: NameOf): One {
  if (!isOfOwner(one)) return one
  const names = values.map((value) => [value, nameOf(one[value])?.name ?? one[value]])
  return { ...one, ...Object.fromEntries(names) }
}

async function withAuthors(asked: Asked, merges: readonly ListedMerge[]): Promise<ListedMerge[]> {
  const ids = merges.flatMap(({ author, undoneBy, fields, undo }) => [
    ...[author?.id ?? null, undoneBy?.id ?? null],
    ...membersIn(fields, ['before', 'after']),
    ...membersIn(undo?.fields ?? [], ['now', 'after']),
  ])
  const nameOf = await namesOf(asked, ids)
  return merges.map((merge) => ({
    ...merge,
    fields: merge.fields.map((one) => withNames(one, ['before', 'after'], nameOf)),
    undo: merge.undo && {
      ...merge.undo,
      fields: merge.undo.fields.map((one) => withNames(one, ['now', 'after'], nameOf)),
    },
    author: nameOf(merge.author?.id ?? null),
    undoneBy: nameOf(merge.undoneBy?.id ?? null),
  }))
}

function changeBy(caller: Caller, { now, random }: HttpContext) {
  return { authorId: caller.userId, workspaceId: caller.workspaceId, now: now(), random }
}

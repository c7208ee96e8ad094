import { nameMembers } from '#store/members.ts'
import {
  findOrganisationPairs,
  listOrganisationMerges,
  mergeOrganisations,
  previewOrganisationMerge,
  sayOrganisationsApart,
  showOrganisationMerge,
  unmergeOrganisations,
} from '#understand/index.ts'
import { nameColleagues } from './colleagues.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

type Asked = { caller: Caller; context: HttpContext }
type Shown = Awaited<ReturnType<typeof showOrganisationMerge>>

/** Organisations that may be one: find, preview, merge, take back; "two". */
export const organisationMergeHandlers: Handlers<
  | 'listOrganisationLookalikes'
  | 'postOrganisationMergePreview'
  | 'postOrganisationMerge'
  | 'deleteOrganisationMerge'
  | 'listOrganisationMerges'
  | 'postOrganisationNotSame'
> = {
  listOrganisationLookalikes: async ({ query, caller, context }) => {
    const find = (tx: Parameters<typeof findOrganisationPairs>[0]) =>
      findOrganisationPairs(tx, query)
    return { items: await context.door.inWorkspace(caller.workspaceId, find), next: null }
  },
  postOrganisationMergePreview: async ({ body, caller, context }) => {
    const preview = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      previewOrganisationMerge(tx, body),
    )
    return { ...preview, fields: await named(preview.fields, { caller, context }) }
  },
  postOrganisationMerge: async ({ body, caller, context }) => {
    const merge = await context.door.inWorkspace(caller.workspaceId, async (tx) => {
      const { id } = await mergeOrganisations(tx, body, changeBy(caller, context))
      return showOrganisationMerge(tx, id)
    })
    return withNames(merge, { caller, context })
  },
  deleteOrganisationMerge: async ({ params, caller, context }) => {
    const merge = await context.door.inWorkspace(caller.workspaceId, async (tx) => {
      await unmergeOrganisations(tx, params.id, changeBy(caller, context))
      return showOrganisationMerge(tx, params.id)
    })
    return withNames(merge, { caller, context })
  },
  listOrganisationMerges: async ({ params, caller, context }) => {
    const merges = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listOrganisationMerges(tx, params.id),
    )
    const items = await Promise.all(merges.map((merge) => withNames(merge, { caller, context })))
    return { items, next: null }
  },
  postOrganisationNotSame: async ({ body, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      sayOrganisationsApart(tx, body.a, body.b, changeBy(caller, context)),
    )
    return undefined
  },
}

async function withNames(merge: Shown, asked: Asked): Promise<Shown> {
  const [shown = merge] = await nameColleagues([merge], asked.caller, asked.context)
  return { ...shown, fields: await named(shown.fields, asked) }
}

const VALUES = ['keep', 'merge', 'result', 'before', 'after'] as const

/** Owners by their names, which are of the accounts; one who left by the id. */
async function named<One extends { field: string }>(
  fields: readonly One[],
  { caller, context }: Asked,
): Promise<One[]> {
  const values = (one: One) => one as Partial<Record<(typeof VALUES)[number], string | null>>
  const owners = fields.filter(({ field }) => field.startsWith('owner:'))
  const ids = owners.flatMap((one) => VALUES.flatMap((value) => values(one)[value] ?? []))
  if (ids.length === 0) return [...fields]
  const names = await nameMembers(context.door, caller.workspaceId, [...new Set(ids)])
  return fields.map((one) => {
    if (!owners.includes(one)) return one
    const shown = VALUES.flatMap((value) => {
      const id = values(one)[value]
      return typeof id === 'string' ? [[value, names.get(id) ?? id]] : []
    })
    return { ...one, ...Object.fromEntries(shown) }
  })
}

function changeBy(caller: Caller, { now, random }: HttpContext) {
  return { authorId: caller.userId, workspaceId: caller.workspaceId, now: now(), random }
}

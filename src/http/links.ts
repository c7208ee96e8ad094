import {
  addCode,
  addLink,
  deleteCode,
  deleteLink,
  type ListedLink,
  listCodes,
  listLinks,
  patchCode,
  patchLink,
} from '#engage/index.ts'
import { nameMembers } from '#store/members.ts'
import type { Change } from '#understand/index.ts'
import { EnishiError } from '#vocabulary/index.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

type Names =
  | 'listLinks'
  | 'postLink'
  | 'patchLink'
  | 'deleteLink'
  | 'listCodes'
  | 'postCode'
  | 'patchCode'
  | 'deleteCode'

/** Short links of ours, and coupon and referral codes. */
export const linkHandlers: Handlers<Names> = {
  listLinks: async ({ query, caller, context }) => {
    const { items, next } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listLinks(tx, query),
    )
    return { items: await withMembers(items, caller, context), next }
  },
  postLink: async ({ body, caller, context }) => {
    await refuseStranger(body.member, caller, context)
    const made = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      addLink(tx, body, changeBy(caller, context)),
    )
    return withMember(made, caller, context)
  },
  patchLink: async ({ params, body, caller, context }) => {
    await refuseStranger(body.member, caller, context)
    const changed = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchLink(tx, params.id, body, changeBy(caller, context)),
    )
    return withMember(changed, caller, context)
  },
  deleteLink: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteLink(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
  listCodes: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listCodes(tx, query)),
  postCode: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      addCode(tx, body, changeBy(caller, context)),
    ),
  patchCode: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchCode(tx, params.id, body, changeBy(caller, context)),
    ),
  deleteCode: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteCode(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
}

function changeBy(caller: Caller, { now, random }: HttpContext): Change {
  return { authorId: caller.userId, now: now(), random }
}

/** Names are of accounts, which the log cannot see, so they are asked for apart. */
async function withMembers(
  links: readonly ListedLink[],
  { workspaceId }: Caller,
  { door }: HttpContext,
) {
  const ids = [...new Set(links.flatMap(({ memberId }) => memberId ?? []))]
  const names = ids.length === 0 ? undefined : await nameMembers(door, workspaceId, ids)
  return links.map(({ memberId, ...link }) => {
    const member = memberId === null ? null : { id: memberId, name: names?.get(memberId) ?? null }
    return { ...link, member }
  })
}

async function withMember(link: ListedLink, caller: Caller, context: HttpContext) {
  const { memberId, ...shown } = link
  const [named] = await withMembers([link], caller, context)
  return { ...shown, member: named?.member ?? null }
}

async function refuseStranger(
  member: string | null | undefined,
  { workspaceId }: Caller,
  { door }: HttpContext,
): Promise<void> {
  if (!member || (await nameMembers(door, workspaceId, [member])).has(member)) return
  const words = { en: 'There is no such member.', ja: 'メンバーが見つかりません。' }
  throw new EnishiError('bad-input', words, { field: 'member' })
}

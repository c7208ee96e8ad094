import { listNotices, markNotice, markNoticesSeen } from '#engage/index.ts'
import { nameColleagues } from './colleagues.ts'
import type { Caller, Handlers } from './handler.ts'
import { notSignedIn } from './refusals.ts'

/** What concerns the member who asks. */
export const noticeHandlers: Handlers<'listNotices' | 'postNoticesSeen' | 'patchNotice'> = {
  listNotices: async ({ query, caller, context }) => {
    const filter = { unseen: query.unseen === 'true' }
    const { items, ...rest } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listNotices(tx, memberOf(caller), filter, query),
    )
    return { items: await nameColleagues(items, caller, context), ...rest }
  },
  postNoticesSeen: async ({ body, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      markNoticesSeen(tx, memberOf(caller), body.upTo, context.now()),
    )
    return undefined
  },
  patchNotice: async ({ params, body, caller, context }) => {
    const one = { id: params.id, isSeen: body.isSeen }
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      markNotice(tx, memberOf(caller), one, context.now()),
    )
    return undefined
  },
}

/** These routes take no keys, so a caller is a member. */
function memberOf({ userId }: Caller): string {
  if (userId === null) throw notSignedIn()
  return userId
}

import {
  acknowledge,
  countOwned,
  getHandover,
  handOver,
  listHandovers,
  readHeld,
} from '#engage/index.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { changeDeals } from './cards.ts'
import { checkMembers, meant, nameColleagues } from './colleagues.ts'
import { type Caller, type Handlers, type HttpContext, manages } from './handler.ts'
import { notSignedIn } from './refusals.ts'

/** Who looks after how much, and passing it on. */
export const handoverHandlers: Handlers<
  | 'listOwners'
  | 'getHeld'
  | 'listHandovers'
  | 'getHandover'
  | 'postHandover'
  | 'postAcknowledgement'
> = {
  listOwners: async ({ caller, context }) => {
    const items = await context.door.inWorkspace(caller.workspaceId, countOwned)
    return { items: await nameColleagues(items, caller, context) }
  },
  getHeld: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      readHeld(tx, meant(query.giver, caller) ?? '', context.now()),
    ),
  listHandovers: async ({ query, caller, context }) => {
    const who = { receiver: meant(query.receiver, caller), giver: meant(query.giver, caller) }
    const { items, next } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listHandovers(tx, { ...who, state: query.state }, query),
    )
    return { items: await nameColleagues(items, caller, context), next }
  },
  getHandover: async ({ params, caller, context }) => {
    const handover = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      getHandover(tx, params.id),
    )
    return named(handover, caller, context)
  },
  postHandover: async ({ body, caller, context }) => {
    if (body.giver !== caller.userId && !manages(caller)) throw notYours()
    await checkMembers([body.receiver], 'receiver', caller, context)
    const handover = await changeDeals(caller, context, (tx, by) => handOver(tx, body, by))
    return named(handover, caller, context)
  },
  postAcknowledgement: async ({ params, caller, context }) => {
    const { userId } = caller
    if (userId === null) throw notSignedIn()
    const handover = await changeDeals(caller, context, (tx, by) =>
      acknowledge(tx, params.id, userId, by),
    )
    return named(handover, caller, context)
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

function notYours(): EnishiError {
  return new EnishiError('forbidden', {
    en: 'Members hand over what is their own; for others, ask a manager.',
    ja: '引き継げるのは自分の担当だけです。ほかのメンバーの分は管理者に依頼してください。',
  })
}

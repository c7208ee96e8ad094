import {
  addWebhook,
  countMissed,
  deleteWebhook,
  getDelivery,
  getWebhook,
  type ListedWebhook,
  listDeliveries,
  listWebhooks,
  patchWebhook,
  redeliver,
  redeliverAll,
  renewSecret,
  sendTest,
} from '#engage/index.ts'
import type { Transaction } from '#store/door.ts'
import { WEBHOOK_KIND_NAMES, WEBHOOK_KINDS } from '#vocabulary/index.ts'
import { type Caller, type Handlers, type HttpContext, manages } from './handler.ts'

type Names =
  | 'listWebhookKinds'
  | 'listWebhooks'
  | 'postWebhook'
  | 'getWebhook'
  | 'patchWebhook'
  | 'deleteWebhook'
  | 'postWebhookSecret'
  | 'listWebhookDeliveries'
  | 'getWebhookDelivery'
  | 'postWebhookTest'
  | 'postRedelivery'
  | 'postRedeliveries'

interface Asked {
  caller: Caller
  context: HttpContext
}

/** Addresses that are told of changes, and what they were told. */
export const webhookHandlers: Handlers<Names> = {
  listWebhookKinds: async () => ({
    items: WEBHOOK_KIND_NAMES.map((kind) => ({ kind, ...WEBHOOK_KINDS[kind] })),
  }),
  listWebhooks: async ({ query, caller, context }) => {
    const { items, next } = await inOwn({ caller, context }, (tx) =>
      listWebhooks(tx, query, context.now()),
    )
    return { items: items.map((item) => shownTo(item, caller)), next }
  },
  postWebhook: ({ body, caller, context }) =>
    inOwn({ caller, context }, (tx) => addWebhook(tx, body, sealedBy({ caller, context }))),
  getWebhook: async ({ params, caller, context }) => {
    const now = context.now()
    const found = await inOwn({ caller, context }, async (tx) => ({
      ...(await getWebhook(tx, params.id, now)),
      missed: await countMissed(tx, params.id, now),
    }))
    return shownTo(found, caller)
  },
  patchWebhook: ({ params, body, caller, context }) =>
    inOwn({ caller, context }, (tx) =>
      patchWebhook(tx, params.id, body, changeBy({ caller, context })),
    ),
  deleteWebhook: async ({ params, caller, context }) => {
    await inOwn({ caller, context }, (tx) =>
      deleteWebhook(tx, params.id, changeBy({ caller, context })),
    )
    return undefined
  },
  postWebhookSecret: ({ params, caller, context }) =>
    inOwn({ caller, context }, (tx) => renewSecret(tx, params.id, sealedBy({ caller, context }))),
  listWebhookDeliveries: ({ params, query, caller, context }) =>
    inOwn({ caller, context }, (tx) => listDeliveries(tx, params.id, query, context.now())),
  getWebhookDelivery: ({ params, caller, context }) =>
    inOwn({ caller, context }, (tx) => getDelivery(tx, params.id, params.delivery)),
  postWebhookTest: ({ params, caller, context }) =>
    inOwn({ caller, context }, (tx) => sendTest(tx, params.id, changeBy({ caller, context }))),
  postRedelivery: ({ params, caller, context }) =>
    inOwn({ caller, context }, (tx) =>
      redeliver(tx, params.id, params.delivery, changeBy({ caller, context })),
    ),
  postRedeliveries: async ({ params, caller, context }) => ({
    deliveries: await inOwn({ caller, context }, (tx) =>
      redeliverAll(tx, params.id, changeBy({ caller, context })),
    ),
  }),
}

function inOwn<T>({ caller, context }: Asked, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return context.door.inWorkspace(caller.workspaceId, work)
}

function changeBy({ caller, context }: Asked) {
  return { authorId: caller.userId, now: context.now(), random: context.random }
}

function sealedBy(asked: Asked) {
  return { ...changeBy(asked), seal: asked.context.seal }
}

/** Path and query of an address often hold a key of the receiver's. */
function shownTo<Shown extends ListedWebhook>(webhook: Shown, caller: Caller): Shown {
  return manages(caller) ? webhook : { ...webhook, address: new URL(webhook.address).origin }
}

import {
  addField,
  type Card,
  type CardPatch,
  type DealChange,
  deleteField,
  deleteTag,
  getCard,
  listFields,
  listTags,
  mergeTags,
  patchCard,
  patchField,
  renameTag,
  tagNamed,
} from '#engage/index.ts'
import type { Transaction } from '#store/door.ts'
import { tryAgain } from '#store/try-again.ts'
import type { SubjectKind } from '#vocabulary/index.ts'
import { changeBy, checkMembers, nameColleagues } from './colleagues.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

/** A change that may reach a deal, whose outcome may be written to the log. */
export function changeDeals<T>(
  caller: Caller,
  context: HttpContext,
  work: (tx: Transaction, by: DealChange) => Promise<T>,
): Promise<T> {
  const { door, listening } = context
  const by: DealChange = {
    ...changeBy(caller, context),
    hear: (tx, hearing) => listening.hearIn(tx, hearing),
  }
  return tryAgain(() => door.inWorkspace(caller.workspaceId, (tx) => work(tx, by)))
}

interface CardCall {
  params: { id: string }
  caller: Caller
  context: HttpContext
}

const readCard =
  (kind: SubjectKind) =>
  async ({ params, caller, context }: CardCall): Promise<Card> => {
    const card = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      getCard(tx, { kind, id: params.id }, context.now()),
    )
    return named(card, caller, context)
  }

const changeCard =
  (kind: SubjectKind) =>
  async ({ params, body, caller, context }: CardCall & { body: CardPatch }): Promise<Card> => {
    await checkMembers([body.owner], 'owner', caller, context)
    await checkMembers([body.secondOwner], 'secondOwner', caller, context)
    const card = await changeDeals(caller, context, (tx, by) =>
      patchCard(tx, { kind, id: params.id }, body, by),
    )
    return named(card, caller, context)
  }

async function named(card: Card, caller: Caller, context: HttpContext): Promise<Card> {
  const [shown = card] = await nameColleagues([card], caller, context)
  return shown
}

const tagHandlers: Handlers<'listTags' | 'postTag' | 'patchTag' | 'postTagMerge' | 'deleteTag'> = {
  listTags: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listTags(tx, query)),
  postTag: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      tagNamed(tx, body.name, changeBy(caller, context)),
    ),
  patchTag: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      renameTag(tx, params.id, body.name, changeBy(caller, context)),
    ),
  postTagMerge: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      mergeTags(tx, params.id, body.into, changeBy(caller, context)),
    ),
  deleteTag: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteTag(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
}

const fieldHandlers: Handlers<
  'listCustomFields' | 'postCustomField' | 'patchCustomField' | 'deleteCustomField'
> = {
  listCustomFields: async ({ query, caller, context }) => ({
    items: await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listFields(tx, query.subject),
    ),
  }),
  postCustomField: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      addField(tx, body, changeBy(caller, context)),
    ),
  patchCustomField: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchField(tx, params.id, body, changeBy(caller, context)),
    ),
  deleteCustomField: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteField(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
}

/** What colleagues keep of people, organisations and deals: owners, tags, custom fields. */
export const cardHandlers: Handlers<
  | keyof typeof tagHandlers
  | keyof typeof fieldHandlers
  | 'getPersonCard'
  | 'patchPersonCard'
  | 'getOrganisationCard'
  | 'patchOrganisationCard'
  | 'getDealCard'
  | 'patchDealCard'
> = {
  ...tagHandlers,
  ...fieldHandlers,
  getPersonCard: readCard('person'),
  patchPersonCard: changeCard('person'),
  getOrganisationCard: readCard('organisation'),
  patchOrganisationCard: changeCard('organisation'),
  getDealCard: readCard('deal'),
  patchDealCard: changeCard('deal'),
}

import { sumOrganisation } from '#engage/index.ts'
import { creditOfOrganisation } from '#measure/index.ts'
import {
  addOrganisation,
  addToOrganisation,
  type ChangeInWorkspace,
  deleteOrganisation,
  disownAccount,
  getOrganisation,
  listOrganisations,
  ownAccounts,
  patchOrganisation,
  removeFromOrganisation,
} from '#understand/index.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'
import { narrowQuery } from './lists.ts'

/** Organisations: list, one in full, add, change, remove; and who belongs to them. */
export const organisationHandlers: Handlers<
  | 'listOrganisations'
  | 'getOrganisation'
  | 'getOrganisationSums'
  | 'postOrganisation'
  | 'patchOrganisation'
  | 'deleteOrganisation'
  | 'postOrganisationPerson'
  | 'deleteOrganisationPerson'
  | 'postOrganisationAccount'
  | 'deleteOrganisationAccount'
> = {
  listOrganisations: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) =>
      listOrganisations(tx, await narrowQuery(tx, 'organisation', query, caller), query),
    ),
  getOrganisation: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => getOrganisation(tx, params.id)),
  getOrganisationSums: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => ({
      ...(await sumOrganisation(tx, params.id, context.now())),
      credit: await creditOfOrganisation(tx, params.id),
    })),
  postOrganisation: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      addOrganisation(tx, body, changeBy(caller, context)),
    ),
  patchOrganisation: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchOrganisation(tx, params.id, body, changeBy(caller, context)),
    ),
  deleteOrganisation: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteOrganisation(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
  postOrganisationPerson: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      addToOrganisation(tx, params.id, body, changeBy(caller, context)),
    ),
  deleteOrganisationPerson: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      removeFromOrganisation(tx, params.id, params.affiliation, changeBy(caller, context)),
    )
    return undefined
  },
  postOrganisationAccount: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      ownAccounts(tx, params.id, body.person, changeBy(caller, context)),
    ),
  deleteOrganisationAccount: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      disownAccount(tx, params.id, params.handle, changeBy(caller, context)),
    )
    return undefined
  },
}

function changeBy(caller: Caller, { now, random }: HttpContext): ChangeInWorkspace {
  return { authorId: caller.userId, workspaceId: caller.workspaceId, now: now(), random }
}

import { addContact, deleteContact, listContacts, patchContact } from '#engage/index.ts'
import { changeBy, checkMembers, meant, nameColleagues } from './colleagues.ts'
import type { Handlers } from './handler.ts'

/** Contacts outside the net: list, add, change, remove. */
export const contactHandlers: Handlers<
  'listContacts' | 'postContact' | 'patchContact' | 'deleteContact'
> = {
  listContacts: async ({ query, caller, context }) => {
    const filter = { ...query, member: meant(query.member, caller) }
    const { items, next } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listContacts(tx, filter, query),
    )
    return { items: await nameColleagues(items, caller, context), next }
  },
  postContact: async ({ body, caller, context }) => {
    await checkMembers([body.member], 'member', caller, context)
    const contact = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      addContact(tx, body, changeBy(caller, context)),
    )
    const [shown = contact] = await nameColleagues([contact], caller, context)
    return shown
  },
  patchContact: async ({ params, body, caller, context }) => {
    await checkMembers([body.member], 'member', caller, context)
    const contact = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchContact(tx, params.id, body, changeBy(caller, context)),
    )
    const [shown = contact] = await nameColleagues([contact], caller, context)
    return shown
  },
  deleteContact: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteContact(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
}

import type { Listed } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { nameMembers } from '#store/members.ts'
import {
  listAllAccesses,
  listAllProvisions,
  listClosedContacts,
  listConsents,
  listErasures,
  listPeopleLooks,
} from '#understand/index.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

type Names =
  | 'listDoNotContact'
  | 'listAllConsents'
  | 'listAllProvisions'
  | 'listAllAccesses'
  | 'listPeopleLooks'
  | 'listErasures'

/** The registers of a workspace on personal data. */
export const privacyRegisterHandlers: Handlers<Names> = {
  listDoNotContact: ({ query, caller, context }) =>
    listed(caller, context, (tx) => {
      const { q, lifted } = query
      return listClosedContacts(tx, { q, lifted: lifted === 'true' }, query)
    }),
  listAllConsents: ({ query, caller, context }) =>
    listed(caller, context, (tx) => listConsents(tx, query, query)),
  listAllProvisions: ({ query, caller, context }) =>
    listed(caller, context, (tx) => listAllProvisions(tx, query, query)),
  listAllAccesses: ({ query, caller, context }) =>
    listed(caller, context, (tx) => listAllAccesses(tx, query, query)),
  listPeopleLooks: ({ query, caller, context }) =>
    listed(caller, context, (tx) => listPeopleLooks(tx, query, query)),
  listErasures: ({ query, caller, context }) =>
    listed(caller, context, (tx) => listErasures(tx, query)),
}

/** A page of a register, with the names of the members who wrote it. */
async function listed<Item extends { by: string | null }>(
  { workspaceId }: Caller,
  { door }: HttpContext,
  read: (tx: Transaction) => Promise<Listed<Item>>,
) {
  const { items, next } = await door.inWorkspace(workspaceId, read)
  const ids = [...new Set(items.flatMap(({ by }) => by ?? []))]
  const names = ids.length === 0 ? new Map() : await nameMembers(door, workspaceId, ids)
  const named = items.map((item) => {
    const name: string | null = names.get(item.by) ?? null
    return { ...item, by: item.by === null ? null : { id: item.by, name } }
  })
  return { items: named, next }
}

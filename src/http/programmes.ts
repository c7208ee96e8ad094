import {
  addContact,
  addProgramme,
  listContacts,
  listMembersOf,
  listProgrammes,
  patchProgramme,
  putMember,
  removeContact,
  removeProgramme,
} from '#understand/index.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'
import { changeBy, inWorkspace, memberNames } from './relations.ts'

type Names =
  | 'listProgrammes'
  | 'postProgramme'
  | 'patchProgramme'
  | 'deleteProgramme'
  | 'listProgrammeMembers'
  | 'putProgrammeMember'
  | 'listProgrammeContacts'
  | 'postProgrammeContact'
  | 'deleteProgrammeContact'

/** Programmes: who is in them, how they stand, and when we were in touch. */
export const programmeHandlers: Handlers<Names> = {
  listProgrammes: async (call) => {
    const items = await inWorkspace(call, (tx) => listProgrammes(tx, call.context.now()))
    return { items: await withOwners(call, items) }
  },
  postProgramme: async (call) =>
    withOwner(call, await inWorkspace(call, (tx) => addProgramme(tx, call.body, changeBy(call)))),
  patchProgramme: async (call) => {
    const { params, body } = call
    return withOwner(
      call,
      await inWorkspace(call, (tx) => patchProgramme(tx, params.id, body, changeBy(call))),
    )
  },
  deleteProgramme: async (call) => {
    await inWorkspace(call, (tx) => removeProgramme(tx, call.params.id, changeBy(call)))
    return undefined
  },
  listProgrammeMembers: async (call) => {
    const { params, query, context } = call
    const { items, next } = await inWorkspace(call, (tx) =>
      listMembersOf(tx, params.id, query, query, context.now()),
    )
    return { items: await withOwners(call, items), next }
  },
  putProgrammeMember: async (call) => {
    await inWorkspace(call, (tx) => putMember(tx, call.params.id, call.body, changeBy(call)))
    return undefined
  },
  listProgrammeContacts: async (call) => {
    const { params, query } = call
    const { items, next } = await inWorkspace(call, (tx) =>
      listContacts(tx, params.id, query, query),
    )
    const names = await memberNames(
      call,
      items.map(({ author }) => author),
    )
    return { items: items.map((one) => ({ ...one, author: names(one.author) })), next }
  },
  postProgrammeContact: async (call) => {
    const { params, body } = call
    const logged = await inWorkspace(call, (tx) => addContact(tx, params.id, body, changeBy(call)))
    const names = await memberNames(call, [logged.author])
    return { ...logged, author: names(logged.author) }
  },
  deleteProgrammeContact: async (call) => {
    const { id, contact } = call.params
    await inWorkspace(call, (tx) => removeContact(tx, id, contact, changeBy(call)))
    return undefined
  },
}

interface Asked {
  caller: Caller
  context: HttpContext
}

async function withOwners<One extends { owner: string | null }>(
  call: Asked,
  items: readonly One[],
) {
  const names = await memberNames(
    call,
    items.map(({ owner }) => owner),
  )
  return items.map((item) => ({ ...item, owner: names(item.owner) }))
}

async function withOwner<One extends { owner: string | null }>(call: Asked, item: One) {
  const names = await memberNames(call, [item.owner])
  return { ...item, owner: names(item.owner) }
}

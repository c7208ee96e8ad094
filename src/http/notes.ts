import { addNote, deleteNote, listNotes, patchNote } from '#engage/index.ts'
import { changeBy, checkMembers, meant, nameColleagues } from './colleagues.ts'
import type { Handlers } from './handler.ts'

/** Notes: list, write, change, remove. */
export const noteHandlers: Handlers<'listNotes' | 'postNote' | 'patchNote' | 'deleteNote'> = {
  listNotes: async ({ query, caller, context }) => {
    const author = meant(query.author, caller)
    const filter = { ...query, author, mentions: meant(query.mentions, caller) }
    const { items, next } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listNotes(tx, filter, query),
    )
    return { items: await nameColleagues(items, caller, context), next }
  },
  postNote: async ({ body, caller, context }) => {
    await checkMembers(body.mentions ?? [], 'mentions', caller, context)
    const note = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      addNote(tx, body, changeBy(caller, context)),
    )
    const [shown = note] = await nameColleagues([note], caller, context)
    return shown
  },
  patchNote: async ({ params, body, caller, context }) => {
    await checkMembers(body.mentions ?? [], 'mentions', caller, context)
    const note = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchNote(tx, params.id, body, changeBy(caller, context)),
    )
    const [shown = note] = await nameColleagues([note], caller, context)
    return shown
  },
  deleteNote: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteNote(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
}

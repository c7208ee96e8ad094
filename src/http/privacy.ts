import { join } from 'node:path'
import { dropIdleUploads } from '#listen/index.ts'
import { writeEvent } from '#store/outbox.ts'
import {
  erasePerson,
  exportPage,
  exportPerson,
  keepTombstones,
  noteAccess,
  previewErasure,
} from '#understand/index.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

/** What people may ask for: what is known of them, and that it ends. */
export const privacyHandlers: Handlers<'exportPerson' | 'getErasure' | 'postErasure'> = {
  exportPerson: async ({ params, query, caller, context }) => {
    const { door, now } = context
    const { workspaceId, userId } = caller
    const known = await door.inWorkspace(
      workspaceId,
      async (tx) => {
        const found = await exportPerson(tx, params.id, now())
        const { id } = found.person
        const event = { name: 'person.exported', subjectId: id, detail: [query.as] }
        await writeEvent(tx, workspaceId, { ...event, authorId: userId })
        await noteAccess(tx, {
          ...{ workspaceId, personId: id, memberId: userId, isKey: caller.scope !== null },
          ...{ kind: 'exported', now: now(), random: context.random },
        })
        return found
      },
      'background',
    )
    const isPage = query.as === 'html'
    const text = isPage ? exportPage(known, query.language) : `${JSON.stringify(known, null, 2)}\n`
    return {
      fileName: `person-${known.person.id}.${query.as}`,
      mediaType: isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      content: once(text),
    }
  },
  getErasure: ({ params, caller, context }) =>
    context.door.inWorkspace(
      caller.workspaceId,
      (tx) => previewErasure(tx, params.id),
      'background',
    ),
  postErasure: async ({ params, body, caller, context }) => {
    const { door, dataFolder } = context
    const erasure = await door.inWorkspace(
      caller.workspaceId,
      (tx) => erasePerson(tx, params.id, body.confirmation, changeBy(caller, context)),
      'background',
    )
    await keepTombstones(door, caller.workspaceId, join(dataFolder, 'backups'))
    const uploadsDropped = await dropIdleUploads(door, dataFolder, caller.workspaceId)
    return { ...erasure, erasedAt: erasure.erasedAt.toISOString(), uploadsDropped }
  },
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

function changeBy(caller: Caller, { now, random }: HttpContext) {
  return { authorId: caller.userId, workspaceId: caller.workspaceId, now: now(), random }
}

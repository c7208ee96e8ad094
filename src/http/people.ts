import {
  doNotContactOf,
  getPerson,
  listPeople,
  noteAccess,
  patchPerson,
} from '#understand/index.ts'
import type { Handlers } from './handler.ts'
import { narrowQuery } from './lists.ts'

/** People: list, one in full, a correction of their name. */
export const peopleHandlers: Handlers<'listPeople' | 'getPerson' | 'patchPerson'> = {
  listPeople: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) =>
      listPeople(tx, await narrowQuery(tx, 'person', query, caller), query),
    ),
  getPerson: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => {
      const person = await getPerson(tx, params.id)
      const { workspaceId, userId: memberId, scope } = caller
      await noteAccess(tx, {
        ...{ workspaceId, personId: person.id, memberId, isKey: scope !== null, kind: 'viewed' },
        ...{ now: context.now(), random: context.random },
      })
      return { ...person, doNotContact: await doNotContactOf(tx, person.id) }
    }),
  patchPerson: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchPerson(tx, params.id, body, {
        ...{ authorId: caller.userId, workspaceId: caller.workspaceId },
        ...{ now: context.now(), random: context.random },
      }),
    ),
}

import { addTask, deleteTask, listTasks, patchTask } from '#engage/index.ts'
import { changeBy, checkMembers, meant, nameColleagues } from './colleagues.ts'
import type { Handlers } from './handler.ts'

/** Tasks: list, add, change, remove. */
export const taskHandlers: Handlers<'listTasks' | 'postTask' | 'patchTask' | 'deleteTask'> = {
  listTasks: async ({ query, caller, context }) => {
    const filter = { ...query, owner: meant(query.owner, caller) }
    const { items, next } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listTasks(tx, filter, query, context.now()),
    )
    return { items: await nameColleagues(items, caller, context), next }
  },
  postTask: async ({ body, caller, context }) => {
    await checkMembers([body.owner], 'owner', caller, context)
    const task = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      addTask(tx, body, changeBy(caller, context)),
    )
    const [shown = task] = await nameColleagues([task], caller, context)
    return shown
  },
  patchTask: async ({ params, body, caller, context }) => {
    await checkMembers([body.owner], 'owner', caller, context)
    const task = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchTask(tx, params.id, body, changeBy(caller, context)),
    )
    const [shown = task] = await nameColleagues([task], caller, context)
    return shown
  },
  deleteTask: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteTask(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
}

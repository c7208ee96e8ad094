import {
  assign,
  deleteAssignment,
  deleteDepartment,
  departmentNamed,
  listAssignments,
  listDepartments,
  patchAssignment,
  renameDepartment,
} from '#engage/index.ts'
import { changeBy, checkMembers, nameColleagues } from './colleagues.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

/** Departments of members, and who is and was in them. */
export const departmentHandlers: Handlers<
  | 'listDepartments'
  | 'postDepartment'
  | 'patchDepartment'
  | 'deleteDepartment'
  | 'listAssignments'
  | 'postAssignment'
  | 'patchAssignment'
  | 'deleteAssignment'
> = {
  listDepartments: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listDepartments(tx, query, context.now())),
  postDepartment: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      departmentNamed(tx, body.name, changeBy(caller, context)),
    ),
  patchDepartment: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      renameDepartment(tx, params.id, body, changeBy(caller, context)),
    ),
  deleteDepartment: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteDepartment(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
  listAssignments: async ({ query, caller, context }) => {
    const items = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listAssignments(tx, query),
    )
    return { items: await nameColleagues(items, caller, context) }
  },
  postAssignment: async ({ body, caller, context }) => {
    await checkMembers([body.member], 'member', caller, context)
    const made = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      assign(tx, body, changeBy(caller, context)),
    )
    return named(made, caller, context)
  },
  patchAssignment: async ({ params, body, caller, context }) => {
    const changed = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchAssignment(tx, params.id, body, changeBy(caller, context)),
    )
    return named(changed, caller, context)
  },
  deleteAssignment: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteAssignment(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
}

async function named<Item extends object>(
  item: Item,
  caller: Caller,
  context: HttpContext,
): Promise<Item> {
  const [shown = item] = await nameColleagues([item], caller, context)
  return shown
}

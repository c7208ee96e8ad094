import { type Assignment, departmentsToday, todayIn } from '#engage/index.ts'
import {
  acceptInvitation,
  inviteMember,
  listInvitations,
  lookAtInvitation,
  withdrawInvitation,
} from '#store/invitations.ts'
import { type Author, changeRole, listMembers, removeMember } from '#store/members.ts'
import type { Caller, Handlers } from './handler.ts'
import { notSignedIn } from './refusals.ts'

type Names =
  | 'listMembers'
  | 'patchMember'
  | 'deleteMember'
  | 'listInvitations'
  | 'postInvitation'
  | 'deleteInvitation'
  | 'postJoinLook'
  | 'postJoin'

/** Members: list, change, take out, invite, join. */
export const memberHandlers: Handlers<Names> = {
  listMembers: async ({ query, caller, context }) => {
    const { items, next } = await listMembers(context.door, caller.workspaceId, query)
    const ids = items.map(({ id }) => id)
    const departments = await context.door.inWorkspace(caller.workspaceId, async (tx) =>
      departmentsToday(tx, ids, await todayIn(tx, context.now())),
    )
    return { items: items.map((one) => describeMember(one, departments.get(one.id) ?? [])), next }
  },
  patchMember: async ({ params, body, caller, context }) => {
    const change = { userId: params.id, role: body.role, author: authorOf(caller) }
    await changeRole(context.door, caller.workspaceId, change)
    return undefined
  },
  deleteMember: async ({ params, caller, context }) => {
    const removal = { userId: params.id, author: authorOf(caller) }
    await removeMember(context.door, caller.workspaceId, removal)
    return undefined
  },
  listInvitations: async ({ query, caller, context }) => {
    const { items, next } = await listInvitations(context.door, caller.workspaceId, query)
    return { items: items.map(describeInvitation), next }
  },
  postInvitation: async ({ body, caller, context }) => {
    const { userId, role } = caller
    if (userId === null) throw notSignedIn()
    const wanted = { ...body, name: body.name ?? '', author: { userId, role } }
    const { workspaceId } = caller
    const made = await inviteMember(context.door, context, { ...wanted, workspaceId })
    return { ...describeInvitation(made), token: made.token }
  },
  deleteInvitation: async ({ params, caller, context }) => {
    const withdrawal = { id: params.id, author: authorOf(caller) }
    await withdrawInvitation(context.door, caller.workspaceId, withdrawal)
    return undefined
  },
  postJoinLook: ({ body, context }) => lookAtInvitation(context.door, body.token, context.now()),
  postJoin: async ({ body, context }) => {
    const { email } = await acceptInvitation(context.door, context, body)
    return { email }
  },
}

function authorOf({ userId, role }: Caller): Author {
  return { userId, role }
}

function describeMember(
  { joinedAt, lastSeenAt, ...member }: Awaited<ReturnType<typeof listMembers>>['items'][number],
  assignments: readonly Assignment[],
) {
  return {
    ...member,
    departments: assignments.map(({ department, title }) => ({ ...department, title })),
    joinedAt: joinedAt.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  }
}

function describeInvitation({
  id,
  email,
  name,
  role,
  createdAt,
  expiresAt,
}: Awaited<ReturnType<typeof listInvitations>>['items'][number]) {
  return {
    id,
    email,
    name,
    role,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}

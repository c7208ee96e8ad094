import type { Door } from '#store/door.ts'
import { inviteMember } from '#store/invitations.ts'
import { newId, randomBytes } from './workspace.ts'

const chance = { now: () => new Date(), random: randomBytes }

/** A member and an invitation of a workspace; answers their ids by the path before the id. */
export async function insertInvited(
  door: Door,
  workspaceId: string,
): Promise<Record<string, string>> {
  const member = await door.asAccounts((tx) =>
    tx
      .selectFrom('member')
      .select('userId')
      .where('organizationId', '=', workspaceId)
      .where('role', '=', 'viewer')
      .executeTakeFirstOrThrow(),
  )
  const author = { userId: member.userId, role: 'owner' as const }
  const wanted = { email: `i@${newId()}.example`, name: '', role: 'viewer' as const }
  const invitation = await inviteMember(door, chance, { workspaceId, author, ...wanted })
  return { '/members': member.userId, '/invitations': invitation.id }
}

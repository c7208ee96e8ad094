import { verifyAudit } from '#store/audit-chain.ts'
import { nameMembers } from '#store/members.ts'
import { listAudit } from '#understand/index.ts'
import type { Handlers } from './handler.ts'

/** The audit chain: its acts, and whether it holds. */
export const auditHandlers: Handlers<'listAudit' | 'getAuditVerdict'> = {
  listAudit: async ({ query, caller, context }) => {
    const { door } = context
    const { workspaceId } = caller
    const { items, next } = await door.inWorkspace(
      workspaceId,
      (tx) => listAudit(tx, query, query),
      'background',
    )
    const ids = [...new Set(items.flatMap(({ by }) => by ?? []))]
    const names = ids.length === 0 ? new Map() : await nameMembers(door, workspaceId, ids)
    const named = items.map(({ by, ...item }) => ({
      ...item,
      by: by === null ? null : { id: by, name: names.get(by) ?? null },
    }))
    return { items: named, next }
  },
  getAuditVerdict: ({ caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, verifyAudit, 'background'),
}

import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { communityRow } from './community-row.ts'

/**
 * Gives a community a name, which no later search touches; null takes it back to what is found.
 * Records `community.renamed`. Throws `not-found`.
 */
export async function renameCommunity(
  tx: Transaction,
  id: string,
  name: string | null,
  by: { authorId: string | null; workspaceId: string },
): Promise<void> {
  await communityRow(tx, id, { hold: true })
  await tx
    .updateTable('community')
    // A key has no member; then its workspace did it.
    .set({ name, named_by: name === null ? null : (by.authorId ?? by.workspaceId) })
    .where('id', '=', id)
    .execute()
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'community.renamed', subjectId: id, detail: ['name'], authorId: by.authorId },
  })
}

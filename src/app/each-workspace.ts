import { workspaceIds } from '#store/accounts.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import type { Door } from '#store/door.ts'

/**
 * Does something in every workspace, one after the other. Where it fails in one, `onTrouble` is told and
 * the others go on; throws only where the database is away.
 */
export async function inEachWorkspace(
  door: Door,
  work: (workspaceId: string) => Promise<unknown>,
  onTrouble: (error: Error) => void,
): Promise<void> {
  for (const id of await workspaceIds(door)) {
    try {
      await work(id)
    } catch (error) {
      if (isConnectionLost(error)) throw error
      onTrouble(error as Error)
    }
  }
}

import { type Chance, workspaceIds } from '#store/accounts.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import type { Door } from '#store/door.ts'
import { type BaseReader, followBase } from '#understand/index.ts'

/**
 * Has every workspace follow the base of this version: after an upgrade what other models read is put
 * in line to be read again. Where it fails in one workspace, `onTrouble` is told and the others go on;
 * throws only where the database is away.
 */
export async function followBaseEverywhere(
  door: Door,
  base: BaseReader,
  chance: Chance,
  onTrouble: (error: Error) => void,
): Promise<void> {
  for (const id of await workspaceIds(door)) {
    try {
      await followBase(door, id, base, chance)
    } catch (error) {
      if (isConnectionLost(error)) throw error
      onTrouble(error as Error)
    }
  }
}

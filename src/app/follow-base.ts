import type { Chance } from '#store/accounts.ts'
import type { Door } from '#store/door.ts'
import { type BaseReader, followBase } from '#understand/index.ts'
import { inEachWorkspace } from './each-workspace.ts'

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
  await inEachWorkspace(door, (id) => followBase(door, id, base, chance), onTrouble)
}

import type { Transaction } from '#store/door.ts'
import { type RandomBytes, uuidV7 } from '#vocabulary/index.ts'

/** The channel of imports of this kind and name, made when it is not there yet. Answers its id. */
export async function ensureChannel(
  tx: Transaction,
  workspaceId: string,
  channel: { kind: string; name: string },
  now: Date,
  random: RandomBytes,
): Promise<string> {
  await tx
    .insertInto('channel')
    .values({ workspace_id: workspaceId, id: uuidV7(now.getTime(), random), ...channel })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('channel')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', channel.kind)
    .where('name', '=', channel.name)
    .where('state', '=', 'import')
    .executeTakeFirstOrThrow()
  return row.id
}

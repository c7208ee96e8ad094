import { sql } from 'kysely'
import type { Batch } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { emptyBatch } from '../drop-expired.ts'
import { forgetCredits } from '../forget-credits.ts'
import { rollUpStep } from '../roll-up.ts'
import { contributionsOf } from '../take-back.ts'
import type { Whom } from './reach.ts'
import { type KnownBy, markOfPost } from './tombstone-keys.ts'

/** Activities that are counted back at once. */
const AT_ONCE = 500

/** By what the person's posts will be known again, once for each. */
export async function marksOfPosts(tx: Transaction, { handles }: Whom): Promise<KnownBy[]> {
  if (handles.length === 0) return []
  const rows = await tx
    .selectFrom('activity')
    .select(['platform', 'external_key'])
    .where('handle_id', 'in', [...handles])
    .execute()
  return rows.map((row) => markOfPost(row.platform, row.external_key))
}

/**
 * Erases all that the person did, with everything that hangs on it, and what it counted for; and the
 * traces of it in the fields and payloads of what others did. What they wrote in their own words stays.
 */
export async function eraseActivities(
  tx: Transaction,
  whom: Whom,
  { workspaceId, now, random }: ChangeInWorkspace,
): Promise<void> {
  await forgetAmongOthers(tx, whom)
  await forgetCredits(tx, whom)
  const empty = await emptyBatch(tx, workspaceId, workspaceId)
  for (;;) {
    const ids = await someOf(tx, whom)
    if (ids.length === 0) break
    const batch: Batch = { ...empty, contributions: [], arrivedAt: now, random }
    batch.contributions.push(...(await contributionsOf(batch, ids, -1)))
    await forgetCredits(tx, { activities: ids })
    await tx.deleteFrom('activity_source').where('activity_id', 'in', ids).execute()
    await sql`update alert set newest_activity_id = null
      where newest_activity_id = any(${ids}::uuid[])`.execute(tx)
    await tx.deleteFrom('activity').where('id', 'in', ids).execute()
    await rollUpStep.run(batch)
  }
}

async function someOf(tx: Transaction, { handles }: Whom): Promise<string[]> {
  if (handles.length === 0) return []
  const rows = await tx
    .selectFrom('activity')
    .select('id')
    .where('handle_id', 'in', [...handles])
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Others' activities that turn to the person: who is meant goes, also from the payload. Ties with the
 * person are then what a rebuild from the log would find: none.
 */
async function forgetAmongOthers(tx: Transaction, { handles }: Whom): Promise<void> {
  const theirs = sql`any(${[...handles]}::uuid[])`
  const { rows } = await sql<{ id: string }>`
    select m.activity_id as id from activity_mention m where m.handle_id = ${theirs}
    union select a.id from activity a where a.object_handle_id = ${theirs}
    union select answer.id from activity own
      join activity_source s on s.activity_id = own.id
      join activity answer on answer.workspace_id = own.workspace_id
        and answer.platform = s.platform
        and (answer.parent_hash = s.external_key_hash or answer.thread_hash = s.external_key_hash)
      where own.handle_id = ${theirs}`.execute(tx)
  const turned = sql`any(${rows.map(({ id }) => id)}::uuid[])`
  await sql`delete from payload where activity_id = ${turned}`.execute(tx)
  await sql`delete from activity_mention where handle_id = ${theirs}`.execute(tx)
  await sql`
    update activity set object_handle_id = null, parent_key = null, parent_hash = null
    where object_handle_id = ${theirs}`.execute(tx)
  for (const above of ['parent', 'thread'] as const) {
    const [key, hash] = [sql.ref(`${above}_key`), sql.ref(`${above}_hash`)]
    await sql`
      update activity a set ${key} = null, ${hash} = null
      where a.id = ${turned} and exists (
        select from activity_source s join activity own on own.workspace_id = s.workspace_id
          and own.id = s.activity_id
        where s.workspace_id = a.workspace_id and s.platform = a.platform
          and s.external_key_hash = a.${hash} and own.handle_id = ${theirs})`.execute(tx)
  }
  await sql`delete from tie where from_handle_id = ${theirs} or to_handle_id = ${theirs}`.execute(
    tx,
  )
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { EnishiError, uuidV7 } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { rootOf } from '../read-people.ts'
import { originalsOf } from '../root-of-people.ts'
import { tell } from './contact-rules.ts'
import { readUseStops, stoppedAmong, type UseStop } from './stopped.ts'

/** All stops of a person and of those merged into them, the latest first. Throws `not-found`. */
export async function stopsOfUse(tx: Transaction, personId: string): Promise<UseStop[]> {
  return readUseStops(tx, await originalsOf(tx, await rootOf(tx, personId)))
}

/**
 * Stops the use of a person's data (個人情報保護法 article 35): from here on no outlet names them. What waits
 * to be told to other systems and names them is not sent. Stopped again, the first stands. Throws `not-found`.
 */
export async function stopUse(
  tx: Transaction,
  personId: string,
  { reason, requestId = null }: { reason: string; requestId?: string | null },
  change: ChangeInWorkspace,
): Promise<UseStop[]> {
  const { workspaceId, authorId, now, random } = change
  const root = await rootOf(tx, personId)
  const people = await originalsOf(tx, root)
  const { rows } = await sql`
    insert into use_stop (workspace_id, id, person_id, request_id, reason, since, stopped_by)
    select ${workspaceId}::uuid, ${uuidV7(now.getTime(), random)}::uuid, ${root}::uuid,
      ${requestId}::uuid, ${reason}, ${now}::timestamptz, ${authorId}::uuid
    where not exists (select from use_stop u where u.person_id = any(${people}::uuid[])
      and u.lifted_at is null)
    on conflict (workspace_id, person_id) where lifted_at is null do nothing
    returning 1`.execute(tx)
  if (rows.length === 0) return stopsOfUse(tx, root)
  await sql`update webhook_delivery set body = null, due_at = null, people = '{}', state = 'erased'
    where state = 'waiting' and people && ${people}::uuid[]`.execute(tx)
  await tell(tx, 'person.use-stopped', root, requestId === null ? [] : ['granted'], change)
  return stopsOfUse(tx, root)
}

/** Uses their data again; that it was stopped stays on record. Throws `not-found`. */
export async function resumeUse(
  tx: Transaction,
  personId: string,
  { id, because }: { id: string; because: string },
  change: ChangeInWorkspace,
): Promise<void> {
  const root = await rootOf(tx, personId)
  const lifted = await tx
    .updateTable('use_stop')
    .set({ lifted_at: change.now, lifted_by: change.authorId, lifted_because: because })
    .where('id', '=', id)
    .where('person_id', 'in', await originalsOf(tx, root))
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  if (lifted.numUpdatedRows === 0n) throw notStopped()
  await tell(tx, 'person.use-resumed', root, [], change)
}

/** Throws `conflict` where the person's use was stopped. */
export async function refuseStopped(tx: Transaction, personId: string): Promise<void> {
  if (!(await stoppedAmong(tx, [personId])).has(personId)) return
  throw new EnishiError('conflict', {
    en: 'Use of this person’s data was stopped. Only what a law demands may still be given to others.',
    ja: 'この人物は利用停止中です。法令に基づく場合を除き、第三者へ提供できません。',
  })
}

function notStopped(): EnishiError {
  return new EnishiError('not-found', {
    en: 'This stop is not on record for this person, or was lifted already. Load the page again.',
    ja: 'この利用停止の記録は見つからないか、すでに解除されています。ページを読み込み直してください。',
  })
}

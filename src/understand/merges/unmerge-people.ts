import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { EnishiError } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { rootOf } from '../read-people.ts'
import { holdPeople } from './hold-people.ts'
import { getMerge, type Merge } from './merge-row.ts'
import { keepApart } from './not-same.ts'
import { recountPeople } from './recount-people.ts'
import { restoreFields } from './restore-fields.ts'

/**
 * Takes a merge back, whatever was merged on top of it: the person that was merged, and whatever is
 * still merged into it, leave and are a person of their own again. Fields that still are what the
 * merge wrote become what they were; what was edited since stays. The pair is said to be not the same, so
 * that no automatic merge repeats it. Records `person.unmerged`. Throws `not-found`, and `conflict`
 * for a merge that was taken back already.
 */
export async function unmergePeople(
  tx: Transaction,
  mergeId: string,
  change: ChangeInWorkspace,
): Promise<Merge> {
  await holdPeople(tx)
  const merge = await getMerge(tx, mergeId)
  if (merge.undoneAt !== null) throw isUndoneAlready()
  const root = await rootOf(tx, merge.keepId)
  const leaving = await leavingWith(tx, merge.mergedId)
  await letGo(tx, merge.mergedId, leaving)
  await tx
    .updateTable('person_merge')
    .set({ undone_at: change.now, undone_by: change.authorId })
    .where('id', '=', mergeId)
    .execute()
  const restored = await restoreFields(tx, merge, change)
  await keepApart(tx, [merge.keepId, merge.mergedId], 'unmerge', change)
  const { workspaceId, now, authorId } = change
  await recountPeople(tx, { workspaceId, now }, { roots: [root, merge.mergedId] })
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'person.unmerged', subjectId: root, authorId },
    detail: [`merge=${mergeId}`, `merged=${merge.mergedId}`, ...restored],
  })
  return getMerge(tx, mergeId)
}

/** The merged person and all that by merges which stand are merged into it. */
export async function leavingWith(tx: Transaction, mergedId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive leaving as (
      select ${mergedId}::uuid as id
      union
      select m.merged_id from leaving
      join person_merge m on m.keep_id = leaving.id and m.undone_at is null
    )
    select id from leaving`.execute(tx)
  return rows.map(({ id }) => id)
}

async function letGo(tx: Transaction, root: string, leaving: string[]): Promise<void> {
  await tx.updateTable('person').set({ merged_into: null }).where('id', '=', root).execute()
  await tx
    .updateTable('person')
    .set({ merged_into: root })
    .where('id', 'in', leaving)
    .where('id', '<>', root)
    .execute()
}

function isUndoneAlready(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'This merge was taken back already; somebody may have done so just now.',
      ja: 'この統合は、すでに取り消されています。ほかのメンバーが直前に取り消した可能性があります。',
    },
    { field: 'id' },
  )
}

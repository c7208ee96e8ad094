import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { OrganisationBackup } from '#store/tables-merges.ts'
import { EnishiError, type OrganisationMergeField, uuidV7 } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { holdPeople } from '../merges/hold-people.ts'
import { noOrganisation } from '../read-organisations.ts'
import { likenessOf } from './lookalikes.ts'
import { giveRowsBack, moveRows } from './merge-rows.ts'
import {
  heldIn,
  lockOrganisations,
  type OrganisationChoice,
  organisationWrites,
  type WholeOrganisation,
  writeOrganisationFields,
} from './organisation-fields.ts'
import { rootOrganisationOf } from './organisation-root.ts'
import { forgetApart, keepOrganisationsApart } from './organisations-apart.ts'
import {
  getOrganisationMerge,
  type OrganisationMerge,
  selectMerges,
  type Written,
  writtenBy,
} from './read-merges.ts'

/** Which organisation is to be shown as which; any id of theirs. */
export interface WantedOrganisationMerge {
  keep: string
  merge: string
  fields?: OrganisationChoice | undefined
}

/**
 * Shows one organisation as another from now on: its names and ids lead to the kept one, and rows that
 * named it name that one. A row of the merge says who, when, why, what the fields were and which rows
 * they are, so that it can be taken back. Nothing of the log is touched: that names accounts. Merges
 * and batches follow each other. Records `organisation.merged`. Throws `not-found`, and `conflict` for
 * two that are one already. That they were said to be two is taken back by it.
 */
export async function mergeOrganisations(
  tx: Transaction,
  wanted: WantedOrganisationMerge,
  change: ChangeInWorkspace,
): Promise<OrganisationMerge> {
  await holdPeople(tx)
  const keepId = await rootOrganisationOf(tx, wanted.keep)
  const mergedId = await rootOrganisationOf(tx, wanted.merge)
  if (keepId === mergedId) throw isOneAlready()
  const evidence = await likenessOf(tx, keepId, mergedId)
  const locked = await lockOrganisations(tx, [keepId, mergedId])
  const [keep, merged] = [locked.get(keepId), locked.get(mergedId)]
  if (keep === undefined || merged === undefined) throw noOrganisation()
  await forgetApart(tx, keepId, mergedId)
  const wrote = organisationWrites(keep, merged, wanted.fields ?? {})
  const { workspaceId, now, random, authorId } = change
  const id = uuidV7(now.getTime(), random)
  await tx
    .insertInto('organisation_merge')
    .values({
      ...{ workspace_id: workspaceId, id, keep_id: keepId, merged_id: mergedId },
      ...{ author_id: authorId, made_at: now, undone_at: null, undone_by: null },
      evidence: JSON.stringify(evidence),
      backup: JSON.stringify({ keep: keep.fields, wrote } satisfies OrganisationBackup),
    })
    .execute()
  await sql`update organisation set merged_into = ${keepId}::uuid, edited_at = ${now}
    where id = ${mergedId}::uuid or merged_into = ${mergedId}::uuid`.execute(tx)
  await moveRows(tx, { workspaceId, mergeId: id, keepId, mergedId })
  const changes = writtenBy({ keep: keep.fields, wrote }).map(([field, { after: to }]) => ({
    field,
    to,
  }))
  await writeOrganisationFields(tx, keep, changes, 'merge', change)
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'organisation.merged', subjectId: keepId, authorId },
    detail: [`merge=${id}`, `merged=${mergedId}`, ...Object.keys(wrote)],
  })
  return getOrganisationMerge(tx, id)
}

/**
 * Takes a merge back, whatever was merged on top of it: the organisation that was merged is one of its
 * own again, with all that by other merges is merged into it, and gets its rows back but those that
 * were given to another since. Fields that still are what the merge wrote become what they were; what
 * was edited since stays. The pair is said to be two. Records `organisation.unmerged`. Throws
 * `not-found`, and `conflict` for a merge that was taken back already.
 */
export async function unmergeOrganisations(
  tx: Transaction,
  mergeId: string,
  change: ChangeInWorkspace,
): Promise<OrganisationMerge> {
  await holdPeople(tx)
  const merge = await getOrganisationMerge(tx, mergeId)
  if (merge.undoneAt !== null) throw isUndoneAlready()
  const root = await rootOrganisationOf(tx, merge.keepId)
  const leaving = await leavingWith(tx, merge.mergedId)
  await lockOrganisations(tx, [root, merge.keepId, ...leaving])
  await sql`update organisation
    set merged_into = case when id = ${merge.mergedId}::uuid then null else ${merge.mergedId}::uuid end
    where id = any(${leaving}::uuid[])`.execute(tx)
  await tx
    .updateTable('organisation_merge')
    .set({ undone_at: change.now, undone_by: change.authorId })
    .where('id', '=', mergeId)
    .execute()
  await giveRowsBack(tx, merge, root)
  const restored = await restoreFields(tx, merge, change)
  await keepOrganisationsApart(tx, merge.keepId, merge.mergedId, change)
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'organisation.unmerged', subjectId: root, authorId: change.authorId },
    detail: [`merge=${mergeId}`, `merged=${merge.mergedId}`, ...restored],
  })
  return getOrganisationMerge(tx, mergeId)
}

/** The merged organisation and all that by merges which stand are merged into it. */
async function leavingWith(tx: Transaction, mergedId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive leaving as (
      select ${mergedId}::uuid as id
      union
      select m.merged_id from leaving
      join organisation_merge m on m.keep_id = leaving.id and m.undone_at is null
    )
    select id from leaving`.execute(tx)
  return rows.map(({ id }) => id)
}

async function restoreFields(
  tx: Transaction,
  merge: OrganisationMerge,
  change: ChangeInWorkspace,
): Promise<OrganisationMergeField[]> {
  const keep = (await lockOrganisations(tx, [merge.keepId])).get(merge.keepId)
  if (keep === undefined) return []
  const free = await uncover(tx, merge)
  const restored = free.filter(([field, { after }]) => heldIn(keep, field) === after)
  return putBack(tx, keep, restored, change)
}

/** What a later merge of the same wrote over goes back, in its turn, to what was before this one. */
async function uncover(
  tx: Transaction,
  merge: OrganisationMerge,
): Promise<[OrganisationMergeField, Written][]> {
  const later = await selectMerges(tx)
    .where('keep_id', '=', merge.keepId)
    .where('undone_at', 'is', null)
    .where('seq', '>', merge.seq)
    .execute()
  const free: [OrganisationMergeField, Written][] = []
  for (const [field, own] of writtenBy(merge.backup)) {
    const next = later.findLast(({ backup }) => backup.wrote[field] !== undefined)
    const over = next?.backup.wrote[field]
    if (next === undefined || over === undefined || over.before !== own.after) {
      free.push([field, own])
      continue
    }
    over.before = own.before
    await tx
      .updateTable('organisation_merge')
      .set({ backup: JSON.stringify(next.backup) })
      .where('id', '=', next.id)
      .execute()
  }
  return free
}

function putBack(
  tx: Transaction,
  keep: WholeOrganisation,
  restored: readonly [OrganisationMergeField, Written][],
  change: ChangeInWorkspace,
): Promise<OrganisationMergeField[]> {
  const changes = restored.map(([field, { before: to }]) => ({ field, to }))
  return writeOrganisationFields(tx, keep, changes, 'unmerge', change)
}

function isOneAlready(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'These two are shown as one organisation already; somebody may have merged them just now. Open it to see the merge.',
      ja: 'この2つは、すでに1つの企業・団体として表示されています。ほかのメンバーが直前に統合した可能性があります。企業・団体のページで統合の内容を確認してください。',
    },
    { field: 'merge' },
  )
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

import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { UndoneKind } from '#store/tables-imports.ts'
import type { RandomBytes } from '#vocabulary/index.ts'
import { emptyBatch } from '../drop-expired.ts'
import { forgetCredits } from '../forget-credits.ts'
import { holdWorkspace } from '../remove-topics.ts'
import { rollUpStep } from '../roll-up.ts'
import { contributionsOf } from '../take-back.ts'
import { takeTiesOut } from '../ties/add-ties.ts'
import { referredTo } from './references.ts'
import { restoreRows } from './restore-rows.ts'
import type { ImportedBatch, UndoDeals, UndoneBatch } from './undo-import.ts'

/** In which import, when and with what chance something is taken back. */
export interface Undoing {
  workspaceId: string
  channelId: string
  at: Date
  random: RandomBytes
  deals: UndoDeals
}

/** Takes back one batch of an import, in the order in which its rows refer to each other. */
export async function undoBatch(
  tx: Transaction,
  undoing: Undoing,
  batch: ImportedBatch,
): Promise<UndoneBatch> {
  await holdWorkspace(tx)
  const undone = nothingUndone()
  // Deals name people and organisations, and take their outcomes back themselves.
  await removeDeals(tx, undoing, batch.deals, undone)
  await removeActivities(tx, undoing, batch.activities, undone)
  await removeUnless(tx, undone, 'relation', batch.relations, IS_SAID_BY_MEMBER)
  await removeUnless(tx, undone, 'affiliation', batch.affiliations, sql`source <> 'import'`)
  await restoreRows(tx, undoing, batch.changed, undone)
  const held = await heldPeople(tx, batch.people)
  await removeHandles(tx, batch.handles, held, undone)
  await removePeople(tx, batch.people, held, undone)
  await removeOrganisations(tx, batch.organisations, undone)
  await removeTags(tx, undoing, batch, undone)
  return undone
}

function nothingUndone(): UndoneBatch {
  return { removed: {}, restored: 0, gone: 0, kept: [] }
}

const IS_SAID_BY_MEMBER = sql`source <> 'import' or confirmed_by is not null or ended_by is not null`

/** Removes rows but those that are edited; those that are not there any more count as gone. */
async function removeUnless(
  tx: Transaction,
  undone: UndoneBatch,
  kind: 'relation' | 'affiliation' | 'person' | 'organisation',
  ids: readonly string[],
  isEdited: RawBuilder<unknown>,
): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await sql<{ id: string; isEdited: boolean }>`
    select id, (${isEdited}) as "isEdited" from ${sql.table(kind)}
    where id = any(${ids}::uuid[]) order by id for update
  `.execute(tx)
  const edited = rows.filter((row) => row.isEdited).map(({ id }) => id)
  const free = rows.filter((row) => !row.isEdited).map(({ id }) => id)
  const removed = await remove(tx, kind, free)
  noteKept(undone, kind, edited, 'edited')
  note(undone, kind, removed, ids.length - rows.length)
}

async function remove(
  tx: Transaction,
  table: 'relation' | 'affiliation' | 'person' | 'organisation' | 'handle',
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} where id = any(${ids}::uuid[])`.execute(tx)
  return Number(numAffectedRows)
}

function note(undone: UndoneBatch, kind: UndoneKind, removed: number, gone: number): void {
  undone.removed[kind] = (undone.removed[kind] ?? 0) + removed
  undone.gone += gone
}

function noteKept(
  undone: UndoneBatch,
  kind: UndoneKind,
  ids: readonly string[],
  reason: 'edited' | 'referred',
): void {
  for (const id of ids) undone.kept.push({ kind, id, field: '', reason })
}

async function removeDeals(
  tx: Transaction,
  undoing: Undoing,
  ids: readonly string[],
  undone: UndoneBatch,
): Promise<void> {
  if (ids.length === 0) return
  const removed = await undoing.deals.remove(tx, undoing, ids)
  // They belong to the deals and are not counted beside them.
  await removeActivities(tx, undoing, removed.activities, nothingUndone())
  const fates = [...removed.fates]
  const thatAre = (fate: string) => fates.filter(([, one]) => one === fate).map(([id]) => id)
  noteKept(undone, 'deal', thatAre('edited'), 'edited')
  noteKept(undone, 'deal', thatAre('referred'), 'referred')
  note(undone, 'deal', thatAre('restored').length, thatAre('gone').length)
}

/** Activities leave the log with their keys and with what they counted for. */
async function removeActivities(
  tx: Transaction,
  { workspaceId, channelId, at, random }: Undoing,
  made: readonly string[],
  undone: UndoneBatch,
): Promise<void> {
  if (made.length === 0) return
  const { rows } = await sql<{ id: string; isEdited: boolean }>`
    select id, revision > 1 as "isEdited" from activity
    where id = any(${made}::uuid[]) order by id for update
  `.execute(tx)
  const ids = rows.filter((row) => !row.isEdited).map(({ id }) => id)
  const batch = { ...(await emptyBatch(tx, workspaceId, channelId)), arrivedAt: at, random }
  batch.contributions.push(...(await contributionsOf(batch, ids, -1)))
  await takeTiesOut(batch, ids)
  await forgetCredits(tx, { activities: ids })
  await sql`delete from activity_source where workspace_id = ${workspaceId}
    and activity_id = any(${ids}::uuid[])`.execute(tx)
  await sql`delete from activity where workspace_id = ${workspaceId}
    and id = any(${ids}::uuid[])`.execute(tx)
  await rollUpStep.run(batch)
  const edited = rows.filter((row) => row.isEdited).map(({ id }) => id)
  noteKept(undone, 'activity', edited, 'edited')
  note(undone, 'activity', ids.length, made.length - rows.length)
}

/** People who stay: whom a member has edited, or whom something beside their accounts refers to. */
async function heldPeople(tx: Transaction, people: readonly string[]): Promise<Set<string>> {
  const referred = await referredTo(tx, 'person', people, ['handle_ownership'])
  return new Set([...referred, ...(await editedAmong(tx, people))])
}

async function editedAmong(tx: Transaction, people: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from person where id = any(${people}::uuid[]) and edited_fields <> '{}'`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Accounts that nothing refers to; whoever stays keeps theirs. */
async function removeHandles(
  tx: Transaction,
  handles: readonly string[],
  held: ReadonlySet<string>,
  undone: UndoneBatch,
): Promise<void> {
  if (handles.length === 0) return
  const { rows } = await sql<{ id: string; owners: string[] }>`
    select h.id, array(select o.person_id from handle_ownership o
      where o.workspace_id = h.workspace_id and o.handle_id = h.id) as owners
    from handle h where h.id = any(${handles}::uuid[]) order by h.id for update
  `.execute(tx)
  const referred = await referredTo(tx, 'handle', handles)
  const kept = rows.filter(
    ({ id, owners }) => referred.has(id) || owners.some((one) => held.has(one)),
  )
  const staying = new Set(kept.map(({ id }) => id))
  const free = rows.filter(({ id }) => !staying.has(id)).map(({ id }) => id)
  const removed = await remove(tx, 'handle', free)
  noteKept(undone, 'handle', [...staying], 'referred')
  note(undone, 'handle', removed, handles.length - rows.length)
}

/** Whom nothing holds, and who has no account left. */
async function removePeople(
  tx: Transaction,
  people: readonly string[],
  held: ReadonlySet<string>,
  undone: UndoneBatch,
): Promise<void> {
  const edited = await editedAmong(tx, people)
  const referred = new Set([...held, ...(await withAccounts(tx, people))])
  const others = people.filter((id) => edited.has(id) || !referred.has(id))
  const kept = [...referred].filter((id) => !edited.has(id))
  noteKept(undone, 'person', kept, 'referred')
  await removeUnless(tx, undone, 'person', others, sql`edited_fields <> '{}'`)
}

async function withAccounts(tx: Transaction, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from unnest(${people}::uuid[]) as u(id)
    cross join lateral (select 1 from handle_ownership o where o.person_id = u.id limit 1) o
  `.execute(tx)
  return rows.map(({ id }) => id)
}

async function removeOrganisations(
  tx: Transaction,
  organisations: readonly string[],
  undone: UndoneBatch,
): Promise<void> {
  const referred = await referredTo(tx, 'organisation', organisations)
  noteKept(undone, 'organisation', [...referred], 'referred')
  const others = organisations.filter((id) => !referred.has(id))
  await removeUnless(tx, undone, 'organisation', others, sql`edited_at is not null`)
}

/** Tags that were made for the list, when whoever carried them has lost them. */
async function removeTags(
  tx: Transaction,
  { deals }: Undoing,
  { changed }: ImportedBatch,
  undone: UndoneBatch,
): Promise<void> {
  for (const row of changed.filter(({ kind }) => kind === 'tag')) {
    const fate = await deals.removeTag(tx, row)
    if (fate === 'edited' || fate === 'referred') noteKept(undone, 'tag', [row.id], fate)
    else note(undone, 'tag', fate === 'restored' ? 1 : 0, fate === 'gone' ? 1 : 0)
  }
}

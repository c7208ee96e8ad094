import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import {
  type CardKey,
  type JournalledField,
  type MergeField,
  type OrganisationMergeField,
  type OwnerRank,
  uuidV7,
} from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'

/**
 * What colleagues keep of one person, by key: ids of owners, JSON texts of values of own fields, and
 * `true` for each tag.
 */
export type Card = Readonly<Partial<Record<CardKey, string>>>

/** The cards of these persons, each with its own rows alone, whoever was merged into it. */
export async function readCards(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, Card>> {
  const among = sql`subject_id = any(${[...ids]}::uuid[])`
  const { rows } = await sql<{ id: string; key: CardKey; value: string }>`
    select subject_id as id, 'owner:' || rank as key, member_id::text as value
      from owner where ${among} and until is null
    union all
    select subject_id, 'field:' || field_id, value::text from custom_value where ${among}
    union all
    select subject_id, 'tag:' || tag_id, 'true' from tagging where ${among}
    order by key`.execute(tx)
  const byId = Map.groupBy(rows, ({ id }) => id)
  return new Map(
    ids.map((id) => [
      id,
      Object.fromEntries((byId.get(id) ?? []).map(({ key, value }) => [key, plain(key, value)])),
    ]),
  )
}

/** As JSON is written here, not as the database prints it. */
function plain(key: CardKey, value: string): string {
  return key.startsWith('field:') ? JSON.stringify(JSON.parse(value)) : value
}

export function isCardKey(field: JournalledField | OrganisationMergeField): field is CardKey {
  return field.includes(':')
}

/** The part of the key before the colon, and the rest. */
export function partsOf(key: CardKey): { kind: 'owner' | 'field' | 'tag'; of: string } {
  const at = key.indexOf(':')
  return { kind: key.slice(0, at) as 'owner' | 'field' | 'tag', of: key.slice(at + 1) }
}

/** What is to stand in a field; those that are no part of the card are left to others. */
export interface CardWriting {
  field: MergeField | OrganisationMergeField
  to: string | null
}

/** Whose card it is. */
export interface CardOf {
  kind: 'person' | 'organisation'
  id: string
}

/**
 * The changes that are possible still: a field, a choice or a tag that was removed since is brought
 * back by nobody.
 */
export async function possibleChanges<One extends CardWriting>(
  tx: Transaction,
  changes: readonly One[],
): Promise<One[]> {
  const possible: One[] = []
  for (const one of changes) {
    if (!isCardKey(one.field)) possible.push(one)
    else if (await isThere(tx, one.field)) {
      possible.push({ ...one, to: await withChoicesThere(tx, one.field, one.to) })
    }
  }
  return possible
}

async function isThere(tx: Transaction, key: CardKey): Promise<boolean> {
  const { kind, of } = partsOf(key)
  if (kind === 'owner') return true
  const table = sql.table(kind === 'tag' ? 'tag' : 'custom_field')
  const { rows } = await sql`select 1 from ${table} where id = ${of}::uuid`.execute(tx)
  return rows.length > 0
}

async function withChoicesThere(
  tx: Transaction,
  key: CardKey,
  value: string | null,
): Promise<string | null> {
  const { kind, of } = partsOf(key)
  if (kind !== 'field' || value === null) return value
  const field = await tx
    .selectFrom('custom_field')
    .select(['kind', 'choices'])
    .where('id', '=', of)
    .executeTakeFirst()
  const known = new Set(field?.choices.map(({ id }) => id))
  const held: unknown = JSON.parse(value)
  if (field?.kind === 'choice') return known.has(String(held)) ? value : null
  if (!Array.isArray(held)) return value
  const rest = held.filter((one) => known.has(String(one)))
  return rest.length === 0 ? null : JSON.stringify(rest)
}

/**
 * Writes what a merge brings to the card of a person or an organisation, or takes what it brought away again; the caller
 * journals it.
 */
export async function writeCard(
  tx: Transaction,
  card: CardOf,
  changes: readonly CardWriting[],
  origin: 'merge' | 'unmerge',
  change: ChangeInWorkspace,
): Promise<void> {
  for (const { field, to } of changes) {
    if (!isCardKey(field)) continue
    const { kind, of } = partsOf(field)
    if (kind === 'owner')
      await writeOwner(tx, { ...card, rank: of as OwnerRank }, to, origin, change)
    else if (kind === 'field') await writeValue(tx, card, of, to, change)
    else await writeTag(tx, card, of, to, change)
  }
}

interface Owned extends CardOf {
  rank: OwnerRank
}

/** A merge ends who looked after them and begins another; taken back, neither ever happened. */
async function writeOwner(
  tx: Transaction,
  owned: Owned,
  memberId: string | null,
  origin: 'merge' | 'unmerge',
  change: ChangeInWorkspace,
): Promise<void> {
  const today = sql`subject_id = ${owned.id}::uuid and rank = ${owned.rank} and until is null`
  if (origin === 'unmerge') {
    await sql`delete from owner where ${today}`.execute(tx)
    if (memberId !== null && (await reopenOwner(tx, owned, memberId))) return
  } else {
    await sql`update owner set until = greatest(${change.now}, since),
      ended_by = ${change.authorId}::uuid where ${today}`.execute(tx)
  }
  if (memberId !== null) await beginOwner(tx, owned, memberId, change)
}

/** Where it was a merge that ended them: else they begin anew. */
async function reopenOwner(
  tx: Transaction,
  { kind, id, rank }: Owned,
  memberId: string,
): Promise<boolean> {
  const merges = sql.table(`${kind}_merge`)
  const { rows } = await sql`update owner set until = null, ended_by = null where id = (
      select id from owner where subject_id = ${id}::uuid and rank = ${rank}
        and member_id = ${memberId}::uuid and exists (
          select 1 from ${merges} m where m.keep_id = owner.subject_id and m.made_at = owner.until)
      order by until desc, id desc limit 1)
    returning id`.execute(tx)
  return rows.length > 0
}

async function beginOwner(
  tx: Transaction,
  { kind, id, rank }: Owned,
  memberId: string,
  { workspaceId, now, authorId, random }: ChangeInWorkspace,
): Promise<void> {
  await tx
    .insertInto('owner')
    .values({
      ...{ workspace_id: workspaceId, id: uuidV7(now.getTime(), random) },
      ...subjectOf({ kind, id }),
      ...{ rank, member_id: memberId },
      ...{ since: now, until: null, set_by: authorId, ended_by: null },
    })
    .execute()
}

async function writeValue(
  tx: Transaction,
  card: CardOf,
  fieldId: string,
  value: string | null,
  { workspaceId, now, authorId, random }: ChangeInWorkspace,
): Promise<void> {
  await sql`delete from custom_value
    where subject_id = ${card.id}::uuid and field_id = ${fieldId}::uuid`.execute(tx)
  if (value === null) return
  await tx
    .insertInto('custom_value')
    .values({
      ...{ workspace_id: workspaceId, id: uuidV7(now.getTime(), random), field_id: fieldId },
      ...subjectOf(card),
      ...{ value, changed_at: now, changed_by: authorId },
    })
    .execute()
}

async function writeTag(
  tx: Transaction,
  card: CardOf,
  tagId: string,
  borne: string | null,
  { workspaceId, now, authorId, random }: ChangeInWorkspace,
): Promise<void> {
  if (borne === null) {
    await sql`delete from tagging
      where subject_id = ${card.id}::uuid and tag_id = ${tagId}::uuid`.execute(tx)
    return
  }
  await tx
    .insertInto('tagging')
    .values({
      ...{ workspace_id: workspaceId, id: uuidV7(now.getTime(), random), tag_id: tagId },
      ...subjectOf(card),
      ...{ added_at: now, added_by: authorId },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function subjectOf({ kind, id }: CardOf) {
  return {
    person_id: kind === 'person' ? id : null,
    organisation_id: kind === 'organisation' ? id : null,
    deal_id: null,
  }
}

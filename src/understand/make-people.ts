import { sql } from 'kysely'
import type { Batch } from '#listen/index.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import type { OwnershipReason } from '#store/tables.ts'
import { type IncomingHandle, uuidV7 } from '#vocabulary/index.ts'
import { exactSignals } from './identify.ts'
import { sortKey, splitDisplayName } from './names.ts'
import { nameTokens } from './person-names.ts'

/** A handle that was just made. */
export interface NewHandle {
  handle: IncomingHandle
  id: string
}

/** By the key (platform and id) of a handle the person, or the other handle, that a list puts it with. */
export type Together = Map<string, { key: string } | { personId: string }>

/**
 * Gives each new handle its person: the one that shows the same exact signal, the one that a list
 * names it with, or a new one. Answers the persons by handle.
 */
export async function makePeople(
  batch: Batch,
  handles: NewHandle[],
  together: Together = new Map(),
): Promise<Map<string, string>> {
  await insertSignals(batch, handles)
  const { owners, torn } = await findOwners(batch, handles)
  const joined = joinWithin(handles, owners, torn)
  joinAsListed(handles, together, owners, joined)
  const born = handles.filter(({ id }) => !owners.has(id) && !joined.has(id))
  const people = born.map(({ handle, id }) => ({
    id: uuidV7(batch.arrivedAt.getTime(), batch.random),
    handleId: id,
    ...nameRow(handle),
  }))
  const personOf = new Map(people.map((person) => [person.handleId, person.id]))
  for (const [handleId, owner] of owners) personOf.set(handleId, owner.personId)
  for (const [handleId, { reason }] of joined) {
    const personId = personOf.get(firstOf(joined, handleId)) as string
    personOf.set(handleId, personId)
    owners.set(handleId, { personId, reason })
  }
  const tokensOf = tokensOfJoined(handles, owners)
  const rows = people.map((person) => {
    const tokens = [person.name_tokens, ...(tokensOf.get(person.id) ?? [])].join(' ')
    tokensOf.delete(person.id)
    return { ...person, name_tokens: tokens }
  })
  await insertRows(batch.tx, 'person', batch.workspaceId, PERSON_COLUMNS, rows)
  batch.ledger.made.person.push(...people.map(({ id }) => id))
  const ownerships = handles.map(({ id }) => ({
    handle_id: id,
    person_id: personOf.get(id),
    reason: owners.get(id)?.reason ?? 'born',
  }))
  const columns = { handle_id: 'uuid', person_id: 'uuid', reason: 'text' } as const
  await insertRows(batch.tx, 'handle_ownership', batch.workspaceId, columns, ownerships)
  // People who were there before are found by their new accounts' names, too.
  const told = [...tokensOf].flatMap(([personId, tokens]) =>
    tokens.map((one) => ({ personId, tokens: one })),
  )
  await addNameTokens(batch, told)
  return personOf
}

export const PERSON_COLUMNS: Record<string, ColumnForm> = {
  id: 'uuid',
  display_name: 'text',
  family_name: 'text',
  given_name: 'text',
  sort_key: 'text',
  name_tokens: 'tsvector',
}

export function shownName(handle: IncomingHandle): string {
  return (
    [handle.displayName, handle.username, handle.externalId].find(isFilled) ?? handle.externalId
  )
}

function isFilled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== ''
}

export function nameRow(handle: IncomingHandle) {
  const name = shownName(handle)
  const split = handle.kind === 'organisation' ? undefined : splitDisplayName(name)
  return {
    display_name: name,
    family_name: split?.family ?? null,
    given_name: split?.given ?? null,
    sort_key: sortKey(name),
    name_tokens: handleTokens(handle),
  }
}

function handleTokens(handle: IncomingHandle): string {
  const names = [handle.displayName, handle.username].filter(isFilled)
  return nameTokens(names.length === 0 ? [handle.externalId] : names)
}

interface Owner {
  personId: string
  reason: OwnershipReason
}

function signalsOf({
  handle,
  id,
}: NewHandle): { kind: string; value: string; handle_id: string }[] {
  return exactSignals(handle).map(({ kind, value }) => ({ kind, value, handle_id: id }))
}

export async function insertSignals(batch: Batch, handles: NewHandle[]): Promise<void> {
  const columns = { kind: 'text', value: 'text', handle_id: 'uuid' } as const
  const rows = handles.flatMap(signalsOf)
  await insertRows(
    batch.tx,
    'handle_signal',
    batch.workspaceId,
    columns,
    rows,
    sql`on conflict do nothing`,
  )
}

interface Met {
  handleId: string
  /** How many people, as they are shown, have handles that it meets. */
  roots: number
  personId: string
  reason: OwnershipReason
}

/**
 * The person of another handle that shows the same signal. A verified address meets the same
 * address; a verified link meets the account whose page it points to, from either side (the
 * platform has checked that the page links back). Where handles of several people match, none
 * does: that is a question for a member, not a certainty; such handles are `torn`, and so are those
 * that meet people who are said to be not the same. Of people who were merged, the one whose handle
 * it meets gets it, so that it leaves with that one if the merge is taken back; where it meets
 * several of them, their root does.
 */
async function findOwners(
  batch: Batch,
  handles: NewHandle[],
): Promise<{ owners: Map<string, Owner>; torn: Set<string> }> {
  if (handles.length === 0) return { owners: new Map(), torn: new Set() }
  // Looked up one by one: in a workspace that statistics don't know yet all accounts would be gone through.
  const { rows } = await sql<Met>`
    select s.handle_id as "handleId", count(distinct hp.person_id)::integer as roots,
      (case when count(distinct hp.original_person_id) = 1 then min(hp.original_person_id::text)
        else min(hp.person_id::text) end)::uuid as "personId", min(s.kind) as reason
    from handle_signal s
    cross join lateral (
      select t.handle_id from handle_signal t
      where t.workspace_id = s.workspace_id and t.value = s.value and t.handle_id <> s.handle_id
        and t.kind = case s.kind when 'email' then 'email' when 'link' then 'account' else 'link' end
      offset 0) t
    cross join lateral (
      select person_id, original_person_id from handle_person
      where handle_person.workspace_id = s.workspace_id and handle_person.handle_id = t.handle_id
      offset 0) hp
    where s.workspace_id = ${batch.workspaceId} and s.handle_id = any(${handles.map((h) => h.id)}::uuid[])
    group by s.handle_id
  `.execute(batch.tx)
  const certain = rows.filter(({ roots }) => roots === 1)
  const torn = rows.filter(({ roots }) => roots > 1)
  return {
    owners: new Map(certain.map(({ handleId, ...owner }) => [handleId, owner])),
    torn: new Set(torn.map(({ handleId }) => handleId)),
  }
}

/** The kind of signal that a signal meets: see findOwners. */
const MEETS = { email: 'email', link: 'account', account: 'link' } as const

/**
 * Handles new in one batch that meet each other: each goes to the first one it meets, which is
 * there before it. Where it meets several persons, it stays alone.
 */
function joinWithin(
  handles: NewHandle[],
  owners: Map<string, Owner>,
  torn: ReadonlySet<string>,
): Map<string, { first: string; reason: OwnershipReason }> {
  const joined = new Map<string, { first: string; reason: OwnershipReason }>()
  const shownBy = new Map<string, string>()
  for (const { handle, id } of handles) {
    const signals = exactSignals(handle)
    const met = signals.flatMap(({ kind, value }) => {
      const other = shownBy.get(`${MEETS[kind]} ${value}`)
      return other === undefined ? [] : [{ first: joined.get(other)?.first ?? other, reason: kind }]
    })
    const [one, ...others] = met
    const isCertain = one !== undefined && others.every(({ first }) => first === one.first)
    if (isCertain && !owners.has(id) && !torn.has(id)) joined.set(id, one)
    for (const { kind, value } of signals) {
      const key = `${kind} ${value}`
      if (!shownBy.has(key)) shownBy.set(key, id)
    }
  }
  return joined
}

/** A list of contacts puts accounts together: a member vouches for it by importing it. */
function joinAsListed(
  handles: NewHandle[],
  together: Together,
  owners: Map<string, Owner>,
  joined: Map<string, { first: string; reason: OwnershipReason }>,
): void {
  if (together.size === 0) return
  const keyOf = ({ handle }: NewHandle) => `${handle.platform}\n${handle.externalId}`
  const idOf = new Map(handles.map((one) => [keyOf(one), one.id]))
  for (const one of handles) {
    const listed = together.get(keyOf(one))
    if (listed === undefined || owners.has(one.id) || joined.has(one.id)) continue
    if ('personId' in listed) {
      owners.set(one.id, { personId: listed.personId, reason: 'member' })
      continue
    }
    const other = idOf.get(listed.key)
    if (other === undefined || other === one.id) continue
    const first = firstOf(joined, other)
    if (first !== one.id) joined.set(one.id, { first, reason: 'member' })
  }
}

/** The handle that a chain of joined ones goes back to; it is joined to none itself. */
function firstOf(joined: ReadonlyMap<string, { first: string }>, id: string): string {
  let first = id
  for (let next = joined.get(first); next !== undefined; next = joined.get(first))
    first = next.first
  return first
}

/** By person the names of accounts that join them. */
function tokensOfJoined(
  handles: readonly NewHandle[],
  owners: ReadonlyMap<string, Owner>,
): Map<string, string[]> {
  const tokensOf = new Map<string, string[]>()
  for (const { handle, id } of handles) {
    const owner = owners.get(id)
    if (owner === undefined) continue
    const tokens = tokensOf.get(owner.personId) ?? []
    tokensOf.set(owner.personId, [...tokens, handleTokens(handle)])
  }
  return tokensOf
}

export async function addNameTokens(
  batch: Batch,
  rows: { personId: string; tokens: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  // Each row once: an update with several new values for one row takes but one of them.
  const people = [...byPerson.keys()].sort()
  const added = people.map((id) =>
    byPerson
      .get(id)
      ?.map(({ tokens }) => tokens)
      .join(' '),
  )
  await sql`
    update person p set name_tokens = p.name_tokens || u.tokens::tsvector
    from unnest(${people}::uuid[], ${added}::text[]) as u(id, tokens)
    where p.workspace_id = ${batch.workspaceId} and p.id = u.id
  `.execute(batch.tx)
}

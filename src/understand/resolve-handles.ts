import { sql } from 'kysely'
import { type Batch, changesOf, type Heard, type ListenStep } from '#listen/index.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { type IncomingHandle, uuidV7 } from '#vocabulary/index.ts'
import { noteDue } from './candidates/note-due.ts'
import {
  addNameTokens,
  insertSignals,
  makePeople,
  type NewHandle,
  nameRow,
  shownName,
  type Together,
} from './make-people.ts'
import { journalFields } from './merges/field-journal.ts'
import { lockPersons, type PersonRow } from './merges/person-fields.ts'

/** A handle as the log knows it. */
interface KnownHandle {
  id: string
  platform: string
  externalId: string
  personId: string
  username: string | null
  displayName: string | null
  url: string | null
  avatarUrl: string | null
  bio: string | null
  kind: string
}

/**
 * Finds the handle behind each arrival, makes those that are new, and joins a new handle to the
 * person who shows the same exact signal. Names never join: see identify.ts.
 */
export const resolveHandlesStep: ListenStep = {
  name: 'resolve-handles',
  // A profile is what the last arrival says of it, whatever round that is in.
  isForWholeBatch: true,
  run: resolveHandles,
}

async function resolveHandles(batch: Batch): Promise<void> {
  const wanted = collectHandles(batch.heard)
  const known = await findHandles(batch, [...wanted.values()])
  const strange = [...wanted].filter(([key]) => !known.has(key)).map(([, handle]) => handle)
  const addressed = await findByUsername(batch, strange)
  const missing = strange.filter((handle) => !addressed.has(keyOf(handle)))
  const together = whoIsTogether(batch.heard, new Map([...known, ...addressed]))
  const made = await makeHandles(batch, missing, together)
  const changed = [...wanted].flatMap(([key, handle]) => {
    const row = known.get(key)
    return row !== undefined && isChanged(row, handle) ? [{ row, handle }] : []
  })
  await updateHandles(batch, changed)
  await noteDue(batch, [...made.newIds, ...changed.map(({ row }) => row.id)])
  for (const [key, row] of [...made.rows, ...addressed]) known.set(key, row)
  for (const row of known.values()) batch.personOfHandle.set(row.id, row.personId)
  const changedKeys = new Set(changed.map(({ handle }) => keyOf(handle)))
  for (const heard of batch.heard) assign(heard, known, made.newKeys, changedKeys)
}

function keyOf(handle: IncomingHandle): string {
  return `${handle.platform}\n${handle.externalId}`
}

function handlesOf(heard: Heard): IncomingHandle[] {
  const { arrival } = heard
  if (arrival.kind === 'profile') return [...(arrival.alsoHandles ?? []), arrival.handle]
  if (arrival.kind === 'deal') return arrival.contact === undefined ? [] : [arrival.contact.handle]
  if (arrival.kind !== 'activity') return []
  const object = arrival.objectHandle === undefined ? [] : [arrival.objectHandle]
  return [...(arrival.mentions ?? []), ...object, arrival.actor]
}

/** Every handle once; what a later arrival says of it stands over what an earlier one said. */
function collectHandles(heard: Heard[]): Map<string, IncomingHandle> {
  const found = new Map<string, IncomingHandle>()
  for (const handle of heard.flatMap(handlesOf)) {
    const before = found.get(keyOf(handle))
    found.set(keyOf(handle), before === undefined ? handle : { ...before, ...handle })
  }
  return found
}

/** What is read of a handle `h` that the log knows. */
const KNOWN = sql`h.id, h.platform, h.external_id as "externalId", h.username,
  h.display_name as "displayName", h.url, h.avatar_url as "avatarUrl", h.bio, h.kind`

/** Whose the handle `h` is, as `o`. */
const OWNER = sql`select o.person_id from handle_ownership o
  where o.workspace_id = h.workspace_id and o.handle_id = h.id and o.until is null limit 1`

async function findHandles(
  batch: Batch,
  handles: IncomingHandle[],
): Promise<Map<string, KnownHandle>> {
  if (handles.length === 0) return new Map()
  const { rows } = await sql<KnownHandle>`
    select ${KNOWN}, o.person_id as "personId"
    from unnest(${handles.map((h) => h.platform)}::text[], ${handles.map((h) => h.externalId)}::text[])
      as k(platform, external_id)
    -- One look-up a key, whatever the statistics of a young log say.
    cross join lateral (
      select * from handle h where h.workspace_id = ${batch.workspaceId} and h.platform = k.platform
        and h.external_id = k.external_id limit 1) h
    cross join lateral (${OWNER}) o
  `.execute(batch.tx)
  return new Map(rows.map((row) => [`${row.platform}\n${row.externalId}`, row]))
}

/**
 * Accounts that lists of contacts name only by what people write to address them, by the key under
 * which they are asked for. A username that two accounts bear means neither.
 */
async function findByUsername(
  batch: Batch,
  handles: IncomingHandle[],
): Promise<Map<string, KnownHandle>> {
  const asked = handles.filter(({ isByUsername }) => isByUsername)
  if (asked.length === 0) return new Map()
  const { rows } = await sql<KnownHandle & { asked: string }>`
    select k.username as asked, ${KNOWN}, o.person_id as "personId"
    from unnest(${asked.map((h) => h.platform)}::text[], ${asked.map((h) => h.externalId)}::text[])
      as k(platform, username)
    cross join lateral (
      select * from handle h where h.workspace_id = ${batch.workspaceId} and h.platform = k.platform
        and h.username = k.username and h.deleted_at is null limit 2) h
    cross join lateral (${OWNER}) o
  `.execute(batch.tx)
  const found = Map.groupBy(rows, (row) => `${row.platform}\n${row.asked}`)
  return new Map(
    [...found].flatMap(([key, [one, ...others]]) =>
      one === undefined || others.length > 0 ? [] : [[key, one] as const],
    ),
  )
}

/**
 * Accounts that a list says are one person's: by the key of each the other, or where that is known
 * already its person. Two that are both known stay with whom they are: joining people is a merge.
 */
function whoIsTogether(heard: Heard[], known: Map<string, KnownHandle>): Together {
  const together: Together = new Map()
  for (const { arrival } of heard) {
    if (arrival.kind !== 'profile') continue
    const main = keyOf(arrival.handle)
    for (const other of (arrival.alsoHandles ?? []).map(keyOf)) {
      const personId = known.get(main)?.personId
      const otherPersonId = known.get(other)?.personId
      if (personId === undefined && otherPersonId !== undefined) {
        together.set(main, { personId: otherPersonId })
      }
      together.set(other, personId === undefined ? { key: main } : { personId })
    }
  }
  return together
}

const HANDLE_COLUMNS: Record<string, ColumnForm> = {
  id: 'uuid',
  platform: 'text',
  external_id: 'text',
  username: 'text',
  display_name: 'text',
  url: 'text',
  avatar_url: 'text',
  bio: 'text',
  kind: 'text',
}

async function makeHandles(
  batch: Batch,
  handles: IncomingHandle[],
  together: Together,
): Promise<{ rows: Map<string, KnownHandle>; newKeys: Set<string>; newIds: string[] }> {
  if (handles.length === 0) return { rows: new Map(), newKeys: new Set(), newIds: [] }
  const sorted = handles.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const rows = sorted.map((handle) => ({
    id: uuidV7(batch.arrivedAt.getTime(), batch.random),
    platform: handle.platform,
    external_id: handle.externalId,
    username: handle.username ?? (handle.isByUsername ? handle.externalId : undefined),
    display_name: handle.displayName,
    url: handle.url,
    avatar_url: handle.avatarUrl,
    bio: handle.bio,
    kind: handle.kind ?? 'unknown',
  }))
  const inserted = await insertRows<{ id: string }>(
    batch.tx,
    'handle',
    batch.workspaceId,
    HANDLE_COLUMNS,
    rows,
    sql`on conflict (workspace_id, platform, external_id) do nothing returning id`,
  )
  const won = new Set(inserted.map((row) => row.id))
  batch.ledger.made.handle.push(...won)
  const own = sorted.flatMap((handle, i) => {
    const id = (rows[i] as { id: string }).id
    return won.has(id) ? [{ handle, id }] : []
  })
  const owners = await makePeople(batch, own, together)
  const newKeys = new Set(own.map((one) => keyOf(one.handle)))
  // Another transaction made these a moment ago.
  const lost = sorted.filter((handle) => !newKeys.has(keyOf(handle)))
  const found = await findHandles(batch, lost)
  for (const one of own) found.set(keyOf(one.handle), knownOf(one, owners.get(one.id) as string))
  return { rows: found, newKeys, newIds: own.map(({ id }) => id) }
}

function knownOf({ handle, id }: NewHandle, personId: string): KnownHandle {
  return {
    ...{ id, personId, platform: handle.platform, externalId: handle.externalId },
    username: handle.username ?? (handle.isByUsername ? handle.externalId : null),
    displayName: handle.displayName ?? null,
    url: handle.url ?? null,
    avatarUrl: handle.avatarUrl ?? null,
    bio: handle.bio ?? null,
    kind: handle.kind ?? 'unknown',
  }
}

function isChanged(row: KnownHandle, handle: IncomingHandle): boolean {
  const differs = (known: string | null, said: string | undefined) =>
    said !== undefined && said !== (known ?? '')
  return (
    differs(row.username, handle.username) ||
    differs(row.displayName, handle.displayName) ||
    differs(row.url, handle.url) ||
    differs(row.avatarUrl, handle.avatarUrl) ||
    differs(row.bio, handle.bio) ||
    (handle.kind !== undefined && handle.kind !== 'unknown' && handle.kind !== row.kind)
  )
}

/** A profile that changed. The person takes the new name unless a member has given another. */
async function updateHandles(
  batch: Batch,
  changed: { row: KnownHandle; handle: IncomingHandle }[],
): Promise<void> {
  if (changed.length === 0) return
  const column = (said: (handle: IncomingHandle) => string | undefined) =>
    changed.map(({ handle }) => said(handle) ?? null)
  await sql`
    update handle h set username = coalesce(u.username, h.username),
      display_name = coalesce(u.display_name, h.display_name), url = coalesce(u.url, h.url),
      avatar_url = coalesce(u.avatar_url, h.avatar_url), bio = coalesce(u.bio, h.bio),
      kind = coalesce(u.kind, h.kind), updated_at = ${batch.arrivedAt}
    from unnest(${changed.map(({ row }) => row.id)}::uuid[], ${column((h) => h.username)}::text[],
      ${column((h) => h.displayName)}::text[], ${column((h) => h.url)}::text[],
      ${column((h) => h.avatarUrl)}::text[], ${column((h) => h.bio)}::text[],
      ${column((h) => (h.kind === 'unknown' ? undefined : h.kind))}::text[])
      as u(id, username, display_name, url, avatar_url, bio, kind)
    where h.workspace_id = ${batch.workspaceId} and h.id = u.id
  `.execute(batch.tx)
  noteChanges(batch, changed)
  // Few profiles change the name under which a person is shown.
  const inOrder = changed.sort((a, b) => (a.row.id < b.row.id ? -1 : 1))
  for (const { row, handle } of inOrder) await renamePerson(batch, row, handle)
  await insertSignals(
    batch,
    changed.map(({ row, handle }) => ({ handle, id: row.id })),
  )
}

const PROFILE_FIELDS = ['username', 'displayName', 'url', 'avatarUrl', 'bio', 'kind'] as const

function noteChanges(batch: Batch, changed: { row: KnownHandle; handle: IncomingHandle }[]): void {
  for (const { row, handle } of changed) {
    const { kind, ...said } = handle
    const after: KnownHandle = {
      ...row,
      ...said,
      ...(kind === 'unknown' ? {} : { kind: kind ?? row.kind }),
    }
    batch.ledger.changed.push(
      ...changesOf(
        { kind: 'handle', id: row.id, personId: row.personId },
        row,
        after,
        PROFILE_FIELDS,
      ),
    )
  }
}

async function renamePerson(batch: Batch, row: KnownHandle, handle: IncomingHandle): Promise<void> {
  const known = {
    platform: row.platform,
    externalId: row.externalId,
    ...(row.username === null ? {} : { username: row.username }),
    ...(row.displayName === null ? {} : { displayName: row.displayName }),
  }
  const before = shownName(known)
  const name = nameRow({ ...known, ...handle })
  if (name.display_name === before) return
  const person = (await lockPersons(batch.tx, [row.personId])).get(row.personId)
  const isOwnName = person?.fields.displayName === before && !person.edited.includes('displayName')
  if (person !== undefined && isOwnName) await takeName(batch, person, name)
  await addNameTokens(batch, [{ personId: row.personId, tokens: name.name_tokens }])
}

/** The person is called as their account is, as long as no member has called them otherwise. */
async function takeName(
  batch: Batch,
  { id, fields, edited }: PersonRow,
  name: ReturnType<typeof nameRow>,
): Promise<void> {
  const after = {
    displayName: name.display_name,
    familyName: edited.includes('familyName') ? fields.familyName : name.family_name,
    givenName: edited.includes('givenName') ? fields.givenName : name.given_name,
  }
  await batch.tx
    .updateTable('person')
    .set({
      display_name: after.displayName,
      family_name: after.familyName,
      given_name: after.givenName,
      ...(fields.nameReading === null ? { sort_key: name.sort_key } : {}),
    })
    .where('id', '=', id)
    .execute()
  const { workspaceId, arrivedAt: at, random } = batch
  const named = ['displayName', 'familyName', 'givenName'] as const
  batch.ledger.changed.push(
    ...changesOf({ kind: 'person', id, personId: id }, fields, { ...fields, ...after }, named),
  )
  const changes = named.map((field) => ({
    ...{ personId: id, field, from: fields[field], to: after[field] },
  }))
  const journalling = { workspaceId, at, random, authorId: null, origin: 'profile' as const }
  await journalFields(batch.tx, journalling, changes)
}

function assign(
  heard: Heard,
  known: Map<string, KnownHandle>,
  newKeys: Set<string>,
  changedKeys: Set<string>,
): void {
  const { arrival } = heard
  const idOf = (handle: IncomingHandle) => known.get(keyOf(handle))?.id
  if (arrival.kind === 'profile') {
    const key = keyOf(arrival.handle)
    const kind = newKeys.has(key) ? 'new' : changedKeys.has(key) ? 'updated' : 'duplicate'
    heard.ending = { kind, activityId: null }
    heard.handleId = idOf(arrival.handle)
    newKeys.delete(key)
    changedKeys.delete(key)
  } else if (arrival.kind === 'activity') {
    heard.handleId = idOf(arrival.actor)
    heard.objectHandleId = arrival.objectHandle && idOf(arrival.objectHandle)
    heard.mentionHandleIds = (arrival.mentions ?? []).flatMap((handle) => idOf(handle) ?? [])
  } else if (arrival.kind === 'deal') {
    heard.handleId = arrival.contact && idOf(arrival.contact.handle)
  }
}

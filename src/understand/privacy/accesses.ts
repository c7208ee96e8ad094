import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { type AccessKind, MAX_UUID, NIL_UUID, type RandomBytes, uuidV7 } from '#vocabulary/index.ts'
import { rootOf } from '../read-people.ts'
import { originalsOf } from '../root-of-people.ts'

/** Who looked at a person, or took what is known of them. */
export interface PersonAccess {
  memberId: string | null
  /** By an API key that this member made. */
  isKey: boolean
  kind: AccessKind
  at: string
}

export interface Looking {
  workspaceId: string
  personId: string
  memberId: string | null
  isKey: boolean
  kind: AccessKind
  now: Date
  random: RandomBytes
}

const HOUR_MS = 3_600_000

/** What this process has written down in the hour that runs; so most looks cost no write. */
const written = { hour: 0, keys: new Set<string>() }

/** Writes down that somebody looked, once an hour for each. */
export async function noteAccess(tx: Transaction, looking: Looking): Promise<void> {
  const { workspaceId, personId, isKey, kind, now } = looking
  const memberId = looking.memberId ?? NIL_UUID
  const hour = Math.floor(now.getTime() / HOUR_MS)
  if (written.hour !== hour) {
    written.hour = hour
    written.keys.clear()
  }
  const key = [workspaceId, personId, memberId, isKey, kind].join(' ')
  if (kind === 'viewed' && written.keys.has(key)) return
  await sql`
    insert into person_access (workspace_id, person_id, hour, member_id, is_key, kind, id, first_at)
    values (${workspaceId}, ${personId}, ${new Date(hour * HOUR_MS)}, ${memberId}, ${isKey}, ${kind},
      ${uuidV7(now.getTime(), looking.random)}, ${now})
    on conflict do nothing`.execute(tx)
  written.keys.add(key)
}

/** Looks at a person and at all merged into it, the latest first. Throws `not-found`. */
export async function listAccesses(
  tx: Transaction,
  personId: string,
  page: PageRequest,
): Promise<Listed<PersonAccess>> {
  const people = await originalsOf(tx, await rootOf(tx, personId))
  const before = page.cursor === undefined ? MAX_UUID : readIdCursor(page.cursor)
  const { rows } = await sql<Omit<PersonAccess, 'at'> & { at: Date; id: string }>`
    select id, nullif(member_id, ${NIL_UUID}::uuid) as "memberId", is_key as "isKey", kind,
      first_at as at
    from person_access where person_id = any(${[...people]}::uuid[]) and id < ${before}::uuid
    order by id desc limit ${page.limit + 1}::integer`.execute(tx)
  const taken = rows.slice(0, page.limit)
  const last = taken.at(-1)
  return {
    items: taken.map(({ id: _, at, ...row }) => ({ ...row, at: at.toISOString() })),
    next: rows.length > page.limit && last ? writeCursor([last.id]) : null,
  }
}

/** A year is kept. */
export async function dropOldAccesses(tx: Transaction, now: Date): Promise<void> {
  await sql`delete from person_access where hour < ${now}::timestamptz - interval '1 year'`.execute(
    tx,
  )
}

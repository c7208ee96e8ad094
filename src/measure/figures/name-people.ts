import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { isUsed } from '#understand/index.ts'

/** A person as a figure shows them, with the account by which they are meant. */
export interface NamedPerson {
  /** Whom they are shown as: merges are resolved. */
  id: string
  name: string
  handle: { id: string; platform: string; username: string | null; avatarUrl: string | null }
}

interface NamedRow {
  handleId: string
  personId: string
  name: string
  platform: string
  username: string | null
  avatarUrl: string | null
}

/**
 * The people of these accounts, by account; those that nobody owns any more are left out, and people
 * whose use was stopped.
 */
export async function namePeople(
  tx: Transaction,
  handles: readonly string[],
): Promise<Map<string, NamedPerson>> {
  const wanted = [...new Set(handles)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<NamedRow>`
    select wanted.id as "handleId", owner.id as "personId", owner.name, h.platform, h.username,
      h.avatar_url as "avatarUrl"
    from unnest(${wanted}::uuid[]) as wanted (id)
    cross join lateral (select * from handle where handle.id = wanted.id offset 0) h
    cross join lateral (
      select root.id, root.display_name as name
      from handle_ownership o
      join person own on own.id = o.person_id
      join person root
        on root.id = case when own.merged_into is null then own.id else own.merged_into end
      where o.handle_id = wanted.id and o.until is null offset 0) owner
    where ${isUsed(sql`wanted.id`)}`.execute(tx)
  return new Map(rows.map((row) => [row.handleId, show(row)]))
}

function show({ handleId, personId, name, ...handle }: NamedRow): NamedPerson {
  return { id: personId, name, handle: { id: handleId, ...handle } }
}

/** Whom each account belongs to today, by account. */
export async function rootsOf(
  tx: Transaction,
  handles: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(handles)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ handleId: string; personId: string }>`
    select wanted.id as "handleId", owner.id as "personId"
    from unnest(${wanted}::uuid[]) as wanted (id)
    cross join lateral (
      select case when own.merged_into is null then own.id else own.merged_into end as id
      from handle_ownership o join person own on own.id = o.person_id
      where o.handle_id = wanted.id and o.until is null offset 0) owner`.execute(tx)
  return new Map(rows.map(({ handleId, personId }) => [handleId, personId]))
}

import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import {
  type LookKind,
  type LookPlace,
  MAX_UUID,
  NIL_UUID,
  type RandomBytes,
  uuidV7,
} from '#vocabulary/index.ts'

/** That several people were seen at once, or taken out. */
export interface PeopleLook {
  workspaceId: string
  memberId: string | null
  isKey: boolean
  kind: LookKind
  place: LookPlace
  /** Of what: an organisation, a list, a community. */
  subjectId?: string | undefined
  /** How many. */
  people: number
  now: Date
  random: RandomBytes
}

const HOUR_MS = 3_600_000

/**
 * Writes down how many people were seen: an export as a row of its own, looks as one row an hour for
 * member, kind, place and subject, with how many requests there were and the most that one showed.
 */
export async function notePeopleLook(tx: Transaction, look: PeopleLook): Promise<void> {
  const { workspaceId, isKey, kind, place, people, now } = look
  const [memberId, subjectId] = [look.memberId ?? NIL_UUID, look.subjectId ?? NIL_UUID]
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
  await sql`
    insert into people_look as l (workspace_id, id, hour, member_id, is_key, kind, place, subject_id,
      requests, people, first_at, last_at)
    values (${workspaceId}, ${uuidV7(now.getTime(), look.random)}, ${hour}, ${memberId}, ${isKey},
      ${kind}, ${place}, ${subjectId}, 1, ${people}, ${now}, ${now})
    on conflict (workspace_id, hour, member_id, is_key, kind, place, subject_id)
      where kind <> 'exported'
      do update set requests = l.requests + 1, people = greatest(l.people, excluded.people),
        last_at = excluded.last_at`.execute(tx)
}

/** How many people there are, those merged into others not counted. */
async function countEverybody(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::integer as people from person where merged_into is null`.execute(tx)
  return rows[0]?.people ?? 0
}

/** Records that the log, the people or the outcomes were taken out (`log.exported`), with how many people. */
export async function recordExport(
  tx: Transaction,
  workspaceId: string,
  file: string,
  { memberId, isKey }: { memberId: string | null; isKey: boolean },
  { now, random }: { now: () => Date; random: RandomBytes },
): Promise<void> {
  await writeEvent(tx, workspaceId, { name: 'log.exported', detail: [file], authorId: memberId })
  const look = { kind: 'exported', place: 'log', people: await countEverybody(tx) } as const
  await notePeopleLook(tx, { workspaceId, memberId, isKey, ...look, now: now(), random })
}

export interface NotedLook {
  id: string
  kind: LookKind
  place: LookPlace
  /** Name of the organisation, list or community where it is there. */
  subject: string | null
  requests: number
  people: number
  at: string
  lastAt: string
  isKey: boolean
  by: string | null
}

/** Who saw how many people where, of the last year, the latest first. */
export async function listPeopleLooks(
  tx: Transaction,
  filter: { kind?: LookKind | undefined; member?: string | undefined },
  page: PageRequest,
): Promise<Listed<NotedLook>> {
  const before = page.cursor === undefined ? MAX_UUID : readIdCursor(page.cursor)
  const { kind, member } = filter
  const { rows } = await sql<Omit<NotedLook, 'at' | 'lastAt'> & { at: Date; lastAt: Date }>`
    select l.id, l.kind, l.place, l.requests, l.people, l.first_at as at, l.last_at as "lastAt",
      l.is_key as "isKey", nullif(l.member_id, ${NIL_UUID}::uuid) as "by",
      coalesce((select o.name from organisation o where o.id = l.subject_id),
        (select s.name from list s where s.id = l.subject_id)) as subject
    from people_look l
    where l.id < ${before}::uuid and ${kind === undefined ? sql`true` : sql`l.kind = ${kind}`}
      and ${member === undefined ? sql`true` : sql`l.member_id = ${member}::uuid`}
    order by l.id desc limit ${page.limit + 1}::integer`.execute(tx)
  const taken = rows.slice(0, page.limit)
  const last = taken.at(-1)
  return {
    items: taken.map(({ at, lastAt, ...row }) => ({
      ...{ ...row, at: at.toISOString(), lastAt: lastAt.toISOString() },
    })),
    next: rows.length > page.limit && last ? writeCursor([last.id]) : null,
  }
}

/** A year is kept. */
export async function dropOldLooks(tx: Transaction, now: Date): Promise<void> {
  await sql`delete from people_look where hour < ${now}::timestamptz - interval '1 year'`.execute(
    tx,
  )
}

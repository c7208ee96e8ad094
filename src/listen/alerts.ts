import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { AlertKind } from '#vocabulary/index.ts'
import type { Viewer } from './saved-searches.ts'

/** Something that a saved search raised. */
export interface Alert {
  id: string
  at: string
  kind: AlertKind
  searchId: string
  searchName: string
  filter: Record<string, unknown>
  posts: number
  newestActivityId: string | null
  /** For a surge: how many posts were to be expected. */
  expected: number | null
  isSeen: boolean
}

/** More unseen alerts than this are not counted. */
const UNSEEN_MAX = 100

interface AlertRow extends Omit<Alert, 'at' | 'filter'> {
  at: Date
  filter: string
}

/** Alerts of the searches that the viewer may see, newest first, and how many are unseen (to 100). */
export async function listAlerts(
  tx: Transaction,
  viewer: Viewer,
  page: PageRequest,
): Promise<Listed<Alert> & { unseen: number }> {
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { rows } = await sql<AlertRow>`
    select a.id, a.at, a.kind, a.search_id as "searchId", s.name as "searchName", s.filter, a.posts,
      a.newest_activity_id as "newestActivityId", a.expected,
      coalesce(a.id <= seen.alert_id, false) as "isSeen"
    ${visibleTo(viewer)} and (${before}::uuid is null or a.id < ${before}::uuid)
    order by a.id desc limit ${page.limit + 1}
  `.execute(tx)
  const items = rows.slice(0, page.limit).map((row) => ({
    ...row,
    at: row.at.toISOString(),
    filter: JSON.parse(row.filter) as Record<string, unknown>,
  }))
  const last = items.at(-1)
  const isMore = rows.length > items.length && last !== undefined
  const unseen = await countUnseen(tx, viewer)
  return { items, next: isMore ? writeCursor([last.id]) : null, unseen }
}

async function countUnseen(tx: Transaction, viewer: Viewer): Promise<number> {
  const { rows } = await sql<{ unseen: number }>`
    select count(*)::integer as unseen from (
      select 1 ${visibleTo(viewer)} and (seen.alert_id is null or a.id > seen.alert_id)
      limit ${UNSEEN_MAX}
    ) as unseen_alert
  `.execute(tx)
  return rows[0]?.unseen ?? 0
}

function visibleTo({ memberId }: Viewer) {
  return sql`from alert a join saved_search s on s.id = a.search_id
    left join alert_seen seen on seen.member_id = ${memberId}::uuid
    where (s.is_shared or s.owner_id = ${memberId}::uuid)`
}

/** Notes that the member has seen all alerts up to this one. */
export async function markAlertsSeen(
  tx: Transaction,
  memberId: string,
  upTo: string,
): Promise<void> {
  const moved = await sql`
    insert into alert_seen (workspace_id, member_id, alert_id)
    values (${OWN_WORKSPACE}, ${memberId}, ${upTo})
    on conflict (workspace_id, member_id) do update set alert_id = excluded.alert_id
    where alert_seen.alert_id < excluded.alert_id returning 1
  `.execute(tx)
  if (moved.rows.length === 0) return
  const event = { name: 'alert.seen', subjectId: upTo, authorId: memberId }
  await writeEvent(tx, OWN_WORKSPACE, event)
}

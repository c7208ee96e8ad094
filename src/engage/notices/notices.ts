import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import { EnishiError, MAX_UUID, type NoticeKind } from '#vocabulary/index.ts'
import { newRowId } from '../subject-rows.ts'
import {
  ABOUT,
  type About,
  type AboutRow,
  type Colleague,
  colleague,
  readAbout,
} from '../subjects.ts'

/** What a notice is of: exactly one of them. */
export type NoticeOf = { noteId: string } | { taskId: string } | { handoverId: string }

/**
 * Tells members what concerns them; nobody is told of what they did themselves. Told again of a task or
 * a hand-over it is news again, of a note it is not. Records `notice.given`.
 */
export async function giveNotices(
  tx: Transaction,
  { kind, of, members }: { kind: NoticeKind; of: NoticeOf; members: readonly (string | null)[] },
  change: ChangeInWorkspace,
): Promise<void> {
  const told = [...new Set(members)].filter((one) => one !== null && one !== change.authorId)
  if (told.length === 0) return
  const { noteId = null, taskId = null, handoverId = null } = { ...NONE, ...of }
  const anew =
    kind === 'mentioned'
      ? sql`do nothing`
      : sql`do update set id = excluded.id, at = excluded.at, author_id = excluded.author_id, seen_at = null`
  const { rows } = await sql`
    insert into notice (workspace_id, id, member_id, kind, note_id, task_id, handover_id, author_id, at)
    select ${OWN_WORKSPACE}, u.id, u.member_id, ${kind}, ${noteId}::uuid, ${taskId}::uuid,
      ${handoverId}::uuid, ${change.authorId}::uuid, ${change.now}::timestamptz
    from unnest(${told.map(() => newRowId(change))}::uuid[], ${told}::uuid[]) as u (id, member_id)
    on conflict (workspace_id, member_id, coalesce(note_id, task_id, handover_id)) ${anew}
    returning 1`.execute(tx)
  if (rows.length === 0) return
  const { authorId } = change
  await writeEvent(tx, OWN_WORKSPACE, { name: 'notice.given', authorId })
}

const NONE: { noteId?: string; taskId?: string; handoverId?: string } = {}

/** Takes back what no longer concerns whoever is not among `members`. */
export async function takeNoticesBack(
  tx: Transaction,
  of: { noteId: string } | { taskId: string },
  members: readonly (string | null)[],
): Promise<void> {
  const kept = members.filter((one) => one !== null)
  const ofIt = 'noteId' in of ? sql`note_id = ${of.noteId}` : sql`task_id = ${of.taskId}`
  await sql`delete from notice where ${ofIt} and member_id <> all(${kept}::uuid[])`.execute(tx)
}

/** Something that concerns the member who asks. */
export interface Notice {
  id: string
  kind: NoticeKind
  at: string
  isSeen: boolean
  author: Colleague | null
  /** The note, the title of the task, or the summary of the hand-over. */
  text: string
  about: About | null
  noteId: string | null
  taskId: string | null
  handoverId: string | null
}

interface NoticeRow extends AboutRow {
  id: string
  kind: NoticeKind
  at: Date
  seen_at: Date | null
  author_id: string | null
  text: string
  note_id: string | null
  task_id: string | null
  handover_id: string | null
}

/** More unseen notices than this are not counted. */
const UNSEEN_MAX = 100

/** A member's notices, the latest first, and how many are unseen (to 100). */
export async function listNotices(
  tx: Transaction,
  memberId: string,
  { unseen }: { unseen?: boolean | undefined },
  page: PageRequest,
): Promise<Listed<Notice> & { unseen: number }> {
  const before = page.cursor === undefined ? MAX_UUID : readIdCursor(page.cursor)
  const { rows } = await sql<NoticeRow>`
    select r.id, r.kind, r.at, r.seen_at, r.author_id, r.text, r.note_id, r.task_id, r.handover_id,
      ${ABOUT.columns}
    from (
      select n.*, coalesce(o.person_id, t.person_id) as person_id,
        coalesce(o.organisation_id, t.organisation_id) as organisation_id,
        coalesce(o.deal_id, t.deal_id) as deal_id,
        left(coalesce(o.text, t.title, h.summary, ''), 300) as text
      from notice n
      left join note o on o.workspace_id = n.workspace_id and o.id = n.note_id
      left join task t on t.workspace_id = n.workspace_id and t.id = n.task_id
      left join handover h on h.workspace_id = n.workspace_id and h.id = n.handover_id
      where n.member_id = ${memberId}::uuid and n.id < ${before}::uuid
        ${unseen === true ? sql`and n.seen_at is null` : sql``}
      order by n.id desc limit ${page.limit + 1}::integer) r
    ${ABOUT.joins} order by r.id desc`.execute(tx)
  const taken = rows.slice(0, page.limit)
  const last = taken.at(-1)
  const next = rows.length > page.limit && last ? writeCursor([last.id]) : null
  return { items: taken.map(shown), next, unseen: await countUnseen(tx, memberId) }
}

function shown(row: NoticeRow): Notice {
  return {
    ...{ id: row.id, kind: row.kind, at: row.at.toISOString(), isSeen: row.seen_at !== null },
    ...{ author: colleague(row.author_id), text: row.text, about: readAbout(row) },
    ...{ noteId: row.note_id, taskId: row.task_id, handoverId: row.handover_id },
  }
}

async function countUnseen(tx: Transaction, memberId: string): Promise<number> {
  const { rows } = await sql<{ unseen: number }>`
    select count(*)::integer as unseen from (select 1 from notice
      where member_id = ${memberId}::uuid and seen_at is null limit ${UNSEEN_MAX}) unseen`.execute(
    tx,
  )
  return rows[0]?.unseen ?? 0
}

/** Marks all of a member's notices up to this one as seen. */
export async function markNoticesSeen(
  tx: Transaction,
  memberId: string,
  upTo: string,
  now: Date,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('notice')
    .set({ seen_at: now })
    .where('member_id', '=', memberId)
    .where('id', '<=', upTo)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await tellSeen(tx, memberId)
}

/** Marks one as seen, or as new again. Throws `not-found` for another member's too. */
export async function markNotice(
  tx: Transaction,
  memberId: string,
  { id, isSeen }: { id: string; isSeen: boolean },
  now: Date,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('notice')
    .set({ seen_at: isSeen ? now : null })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw noNotice()
  await tellSeen(tx, memberId)
}

function tellSeen(tx: Transaction, authorId: string): Promise<void> {
  return writeEvent(tx, OWN_WORKSPACE, { name: 'notice.seen', authorId })
}

function noNotice(): EnishiError {
  return new EnishiError('not-found', {
    en: 'This notice is no longer there. What it was about may have been removed or given to somebody else.',
    ja: 'この通知はもうありません。対象が削除されたか、ほかの人に渡された可能性があります。',
  })
}

import { sql } from 'kysely'
import { checkTimeZone } from '#store/accounts.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import { giveNotices, takeNoticesBack } from '../notices/notices.ts'
import { searchKey } from '../search.ts'
import { type AboutInput, columnsOf } from '../subjects.ts'
import { getTask, type ListedTask, noTask } from './read-tasks.ts'

/** A day, or a time of it (HH:MM), in a time zone; in the workspace's where none is named. */
export interface DueInput {
  on: string
  time?: string | null | undefined
  timeZone?: string | undefined
}

type Given<T> = { [Field in keyof T]?: T[Field] | undefined }

export type TaskPatch = Given<{
  title: string
  detail: string | null
  about: AboutInput | null
  owner: string | null
  due: DueInput | null
  isDone: boolean
}>

export interface NewTask extends TaskPatch {
  title: string
  /** What whoever adds it calls it: said again, the task that is there is answered as it is. */
  key?: string | undefined
}

/**
 * Adds a task; it is its author's own where no owner is named. Records `task.added`. Throws
 * `bad-input` for what is not there and for an unknown time zone.
 */
export async function addTask(
  tx: Transaction,
  { key, ...input }: NewTask,
  change: ChangeInWorkspace,
): Promise<ListedTask> {
  const id = uuidV7(change.now.getTime(), change.random)
  const { now, authorId } = change
  const { title, detail = null, about = null, owner = authorId, due = null } = input
  const added = await tx
    .insertInto('task')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, key: key ?? null, title, detail },
      search_key: searchKey(title, detail),
      ...(await columnsOf(tx, about)),
      ...(await dueColumns(tx, due)),
      ...doneColumns(input.isDone === true, change),
      ...{ owner_id: owner, created_by: authorId, created_at: now, changed_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return taskByKey(tx, key ?? '', now)
  await giveNotices(tx, { kind: 'task-given', of: { taskId: id }, members: [owner] }, change)
  await tell(tx, 'task.added', id, change)
  return getTask(tx, id, now)
}

async function taskByKey(tx: Transaction, key: string, now: Date): Promise<ListedTask> {
  const row = await tx.selectFrom('task').select('id').where('key', '=', key).executeTakeFirst()
  if (row === undefined) throw noTask()
  return getTask(tx, row.id, now)
}

async function dueColumns(tx: Transaction, due: DueInput | null) {
  if (due === null) return { due_on: null, due_time: null, time_zone: null, due_at: null }
  const { on, time = null, timeZone = await ownTimeZone(tx) } = due
  checkTimeZone(timeZone)
  // Without a time it is due until the day has ended there.
  const { rows } = await sql<{ at: Date }>`
    select case when ${time}::time is null then (${on}::date + 1)::timestamp
      else ${on}::date + ${time}::time end at time zone ${timeZone} as at`.execute(tx)
  return { due_on: on, due_time: time, time_zone: timeZone, due_at: rows[0]?.at ?? null }
}

async function ownTimeZone(tx: Transaction): Promise<string> {
  const { time_zone } = await tx
    .selectFrom('workspace')
    .select('time_zone')
    .executeTakeFirstOrThrow()
  return time_zone
}

function doneColumns(isDone: boolean, { now, authorId }: ChangeInWorkspace) {
  return isDone ? { done_at: now, done_by: authorId } : { done_at: null, done_by: null }
}

/**
 * Changes a task. Records `task.changed` with the names of the fields, or `task.done` and
 * `task.opened`; done again, it keeps when and by whom it was. A new owner is told, unless that is done
 * elsewhere. Throws `not-found`, `bad-input`.
 */
export async function patchTask(
  tx: Transaction,
  id: string,
  patch: TaskPatch,
  change: ChangeInWorkspace,
  { isToldElsewhere = false } = {},
): Promise<ListedTask> {
  const { rows } = await sql`select 1 from task where id = ${id}::uuid for update`.execute(tx)
  if (rows.length === 0) throw noTask()
  const before = await getTask(tx, id, change.now)
  const { title = before.title, detail = before.detail, isDone, owner, about, due } = patch
  const isTurned = isDone !== undefined && isDone !== (before.doneAt !== null)
  await tx
    .updateTable('task')
    .set({
      ...{ title, detail, search_key: searchKey(title, detail), changed_at: change.now },
      ...(owner === undefined ? {} : { owner_id: owner }),
      ...(about === undefined ? {} : await columnsOf(tx, about)),
      ...(due === undefined ? {} : await dueColumns(tx, due)),
      ...(isTurned ? doneColumns(isDone, change) : {}),
    })
    .where('id', '=', id)
    .execute()
  if (owner !== undefined && owner !== before.owner?.id) {
    const members = isToldElsewhere ? [] : [owner]
    await takeNoticesBack(tx, { taskId: id }, members)
    await giveNotices(tx, { kind: 'task-given', of: { taskId: id }, members }, change)
  }
  const fields = Object.keys(patch).filter((field) => field !== 'isDone')
  if (fields.length > 0) await tell(tx, 'task.changed', id, change, fields)
  if (isTurned) await tell(tx, isDone ? 'task.done' : 'task.opened', id, change)
  return getTask(tx, id, change.now)
}

/** Removes a task. Records `task.removed`. Throws `not-found`. */
export async function deleteTask(
  tx: Transaction,
  id: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const removed = await tx.deleteFrom('task').where('id', '=', id).executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw noTask()
  await tell(tx, 'task.removed', id, change)
}

function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  { authorId }: ChangeInWorkspace,
  detail: string[] = [],
): Promise<void> {
  return writeEvent(tx, OWN_WORKSPACE, { name, subjectId, authorId, detail })
}

import { type RawBuilder, sql } from 'kysely'
import { foldText } from '#language/index.ts'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'
import { newRowId, tell } from '../subject-rows.ts'

/** A department of the workspace's own members. */
export interface Department {
  id: string
  name: string
}

/** What a department was called until a day, which is the first of another name; YYYY-MM-DD. */
export interface FormerName {
  name: string
  until: string
}

export interface ListedDepartment extends Department {
  /** How many members are in it today. */
  members: number
  /** The latest first. */
  formerNames: FormerName[]
}

/** What the department `d` was called on a day; today where the day is null. */
export function nameOn(day: RawBuilder<unknown>): RawBuilder<string> {
  return sql`coalesce((select f.name from department_former_name f
    where f.department_id = d.id and f.until > ${day} order by f.until limit 1), d.name)`
}

/** The day it is in the workspace's time zone, YYYY-MM-DD. */
export async function todayIn(tx: Transaction, now: Date): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select (${now}::timestamptz at time zone time_zone)::date::text as day from workspace`.execute(
    tx,
  )
  return rows[0]?.day ?? now.toISOString().slice(0, 10)
}

/** Departments in the order in which they were added. Throws `bad-input` for a foreign cursor. */
export async function listDepartments(
  tx: Transaction,
  page: PageRequest,
  now: Date,
): Promise<Listed<ListedDepartment>> {
  const after = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const today = await todayIn(tx, now)
  const { rows } = await sql<ListedDepartment>`
    select d.id, d.name, c.members, coalesce(f.names, '[]') as "formerNames" from department d
    cross join lateral (
      select json_agg(json_build_object('name', f.name, 'until', f.until) order by f.until desc) as names
      from department_former_name f where f.department_id = d.id) f
    cross join lateral (
      select count(distinct a.member_id)::integer as members from assignment a
      where a.department_id = d.id and a.since <= ${today}::date
        and (a.until is null or a.until >= ${today}::date) offset 0) c
    where ${after}::uuid is null or d.id > ${after}::uuid
    order by d.id limit ${page.limit + 1}`.execute(tx)
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  const next = rows.length > items.length && last !== undefined ? writeCursor([last.id]) : null
  return { items, next }
}

/**
 * The department of that name, which is made where there is none (`department.added`). Names are the
 * same whatever their case and width. Throws `conflict` for a workspace that is full.
 */
export async function departmentNamed(
  tx: Transaction,
  name: string,
  change: ChangeInWorkspace,
): Promise<Department> {
  const known = await byName(tx, name)
  if (known !== undefined) return known
  await refuseTooMany(tx)
  const id = newRowId(change)
  const added = await tx
    .insertInto('department')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, name, name_key: foldText(name) },
      created_at: change.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  // Somebody else made it a moment ago.
  if (added.numInsertedOrUpdatedRows === 0n) return (await byName(tx, name)) ?? { id, name }
  await tell(tx, 'department.added', id, change)
  return { id, name }
}

function byName(tx: Transaction, name: string): Promise<Department | undefined> {
  return tx
    .selectFrom('department')
    .select(['id', 'name'])
    .where('name_key', '=', foldText(name))
    .executeTakeFirst()
}

async function refuseTooMany(tx: Transaction): Promise<void> {
  const max = LIMITS.departmentsPerWorkspaceMax
  const rows = await tx.selectFrom('department').select('id').limit(max).execute()
  if (rows.length < max) return
  throw new EnishiError('conflict', {
    en: `There are ${max} departments, the most there may be. Remove some that nobody was ever in.`,
    ja: `部署は${max}件までです。使っていない部署を削除してください。`,
  })
}

/**
 * Renames a department (`department.renamed`). With `since`, the first day of the new name, it is known
 * by the old one up to the day before; without, the name was a slip and goes everywhere. Throws
 * `not-found`, `conflict` for the name of another, and `bad-input` for a day that has not come or lies
 * before an earlier change of name.
 */
export async function renameDepartment(
  tx: Transaction,
  id: string,
  { name, since = null }: { name: string; since?: string | null | undefined },
  change: ChangeInWorkspace,
): Promise<Department> {
  const was = await departmentThere(tx, id, 'not-found', 'id')
  const other = await byName(tx, name)
  if (other !== undefined && other.id !== id) throw takenName()
  if (since !== null && name !== was) await keepFormerName(tx, { id, name: was }, since, change)
  const named = { name, name_key: foldText(name) }
  await tx.updateTable('department').set(named).where('id', '=', id).execute()
  await tell(tx, 'department.renamed', id, change, ['name'])
  return { id, name }
}

async function keepFormerName(
  tx: Transaction,
  { id, name }: Department,
  until: string,
  change: ChangeInWorkspace,
): Promise<void> {
  if (until > (await todayIn(tx, change.now))) throw dayToCome()
  const { rows } = await sql<{ until: string }>`select until::text as until
    from department_former_name where department_id = ${id}::uuid and until >= ${until}::date
    limit 1`.execute(tx)
  if (rows.length > 0) throw renamedSince()
  await tx
    .insertInto('department_former_name')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, department_id: id, until, name },
      set_by: change.authorId,
    })
    .execute()
}

/** Removes a department that nobody was ever in (`department.removed`). Throws `not-found`, `conflict`. */
export async function deleteDepartment(
  tx: Transaction,
  id: string,
  change: ChangeInWorkspace,
): Promise<void> {
  await departmentThere(tx, id, 'not-found', 'id')
  const used = await tx
    .selectFrom('assignment')
    .select('id')
    .where('department_id', '=', id)
    .limit(1)
    .execute()
  if (used.length > 0) throw inUse()
  await tx.deleteFrom('department').where('id', '=', id).execute()
  await tell(tx, 'department.removed', id, change)
}

/** Its name, locked until the end of the transaction. Throws where the department is not there. */
export async function departmentThere(
  tx: Transaction,
  id: string,
  code: 'not-found' | 'bad-input',
  field: string,
): Promise<string> {
  const found = await tx
    .selectFrom('department')
    .select('name')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (found !== undefined) return found.name
  throw new EnishiError(
    code,
    {
      en: 'There is no such department. Choose one from the list of departments.',
      ja: 'この部署は見つかりません。部署の一覧から選んでください。',
    },
    { field },
  )
}

function dayToCome(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'That day has not come yet. Rename the department from its first day under the new name on.',
      ja: 'その日はまだ来ていません。新しい名前になる日以降に変更してください。',
    },
    { field: 'since' },
  )
}

function renamedSince(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'The department has been renamed on that day or later. Choose a later day.',
      ja: 'この部署の名前は、その日以降にも変わっています。もっと後の日を指定してください。',
    },
    { field: 'since' },
  )
}

function takenName(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'Another department has this name. Choose another name.',
      ja: '同じ名前の部署があります。別の名前にしてください。',
    },
    { field: 'name' },
  )
}

function inUse(): EnishiError {
  return new EnishiError('conflict', {
    en: 'Members are or were in this department, and past owners are shown with it. Rename it instead.',
    ja: 'この部署には配属の記録があり、過去の担当者の表示に使われます。削除せずに名前を変えてください。',
  })
}

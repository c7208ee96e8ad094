import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'
import { newRowId, tell } from '../subject-rows.ts'
import { type Colleague, colleague } from '../subjects.ts'
import { type Department, departmentThere, nameOn } from './departments.ts'

/** A member's time in a department; days YYYY-MM-DD, both belong to it. */
export interface Assignment {
  id: string
  member: Colleague | null
  department: Department
  title: string | null
  since: string
  /** Null while it goes on. */
  until: string | null
}

export interface AssignmentInput {
  member: string
  department: string
  title?: string | null | undefined
  since: string
  until?: string | null | undefined
  /** Assignments of the member that end the day before: a transfer. */
  leaves?: string[] | undefined
}

interface Row {
  id: string
  member_id: string
  department_id: string
  department: string
  title: string | null
  since: string
  until: string | null
}

interface AssignmentFilter {
  member?: string | undefined
  department?: string | undefined
  /** Only those of this day. */
  on?: string | undefined
}

/** Who was in which department, newest first; the newest where there are more than may be shown. */
export async function listAssignments(
  tx: Transaction,
  { member, department, on }: AssignmentFilter,
): Promise<Assignment[]> {
  const [who, where, day] = [member ?? null, department ?? null, on ?? null]
  return select(
    tx,
    sql`(${who}::uuid is null or a.member_id = ${who}::uuid)
      and (${where}::uuid is null or a.department_id = ${where}::uuid)
      and (${day}::date is null or a.since <= ${day}::date and (a.until is null or a.until >= ${day}::date))`,
  )
}

async function select(tx: Transaction, where: RawBuilder<unknown>): Promise<Assignment[]> {
  const { rows } = await sql<Row>`
    select a.id, a.member_id, a.department_id, d.name as department, a.title,
      a.since::text as since, a.until::text as until
    from assignment a
    cross join lateral (select ${nameOn(sql`a.until`)} as name from department d
      where d.id = a.department_id offset 0) d
    where ${where} order by a.since desc, a.id desc limit ${LIMITS.assignmentsShownMax}`.execute(tx)
  return rows.map(({ id, member_id, department_id, department, title, since, until }) => ({
    ...{ id, member: colleague(member_id), title, since, until },
    department: { id: department_id, name: department },
  }))
}

async function getAssignment(tx: Transaction, id: string): Promise<Assignment> {
  const [found] = await select(tx, sql`a.id = ${id}::uuid`)
  if (found === undefined) throw noAssignment('not-found', 'id')
  return found
}

/**
 * Puts a member into a department from a day on, and ends those that they leave for it the day before
 * (`member.assigned`). Throws `bad-input` for a department or assignment that is not theirs and for
 * days in the wrong order, `conflict` where they are in that department already.
 */
export async function assign(
  tx: Transaction,
  input: AssignmentInput,
  change: ChangeInWorkspace,
): Promise<Assignment> {
  const { member, department, title = null, since, until = null } = input
  await departmentThere(tx, department, 'bad-input', 'department')
  for (const id of new Set(input.leaves)) await leave(tx, id, member, since)
  const id = newRowId(change)
  await refuseBadDays(tx, { id, member, department, since, until })
  await tx
    .insertInto('assignment')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, department_id: department, member_id: member },
      ...{ title, since, until, set_by: change.authorId },
    })
    .execute()
  await tell(tx, 'member.assigned', member, change)
  return getAssignment(tx, id)
}

async function leave(tx: Transaction, id: string, member: string, next: string): Promise<void> {
  const [left] = await select(tx, sql`a.id = ${id}::uuid and a.member_id = ${member}::uuid`)
  if (left === undefined) throw noAssignment('bad-input', 'leaves')
  if (left.since >= next) throw leavesBeforeStart()
  await sql`update assignment set until = ${next}::date - 1
    where id = ${id}::uuid and (until is null or until >= ${next}::date)`.execute(tx)
}

export interface AssignmentPatch {
  title?: string | null | undefined
  since?: string | undefined
  until?: string | null | undefined
}

/** Mends title or days (`member.assigned`). Throws `not-found`, `bad-input`, `conflict`. */
export async function patchAssignment(
  tx: Transaction,
  id: string,
  patch: AssignmentPatch,
  change: ChangeInWorkspace,
): Promise<Assignment> {
  const was = await getAssignment(tx, id)
  const { title = was.title, since = was.since, until = was.until } = patch
  const member = was.member?.id ?? ''
  await refuseBadDays(tx, { id, member, department: was.department.id, since, until })
  await tx.updateTable('assignment').set({ title, since, until }).where('id', '=', id).execute()
  await tell(tx, 'member.assigned', member, change)
  return getAssignment(tx, id)
}

/** Removes an assignment that never was (`member.assigned`). Throws `not-found`. */
export async function deleteAssignment(
  tx: Transaction,
  id: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const { member } = await getAssignment(tx, id)
  await tx.deleteFrom('assignment').where('id', '=', id).execute()
  await tell(tx, 'member.assigned', member?.id ?? id, change)
}

interface Days {
  id: string
  member: string
  department: string
  since: string
  until: string | null
}

async function refuseBadDays(tx: Transaction, days: Days): Promise<void> {
  const { id, member, department, since, until } = days
  if (until !== null && until < since) throw endsBeforeStart()
  const [other] = await select(
    tx,
    sql`a.member_id = ${member}::uuid and a.department_id = ${department}::uuid
      and a.id <> ${id}::uuid and (a.until is null or a.until >= ${since}::date)
      and (${until}::date is null or a.since <= ${until}::date)`,
  )
  if (other !== undefined) throw thereAlready()
}

/** Departments of today by member. */
export async function departmentsToday(
  tx: Transaction,
  memberIds: readonly string[],
  today: string,
): Promise<Map<string, Assignment[]>> {
  const found = await select(
    tx,
    sql`a.member_id = any(${[...memberIds]}::uuid[]) and a.since <= ${today}::date
      and (a.until is null or a.until >= ${today}::date)`,
  )
  return Map.groupBy(found.reverse(), ({ member }) => member?.id ?? '')
}

/** A member for a while; times in RFC 3339, `until` null for up to now. */
interface Tenure {
  member: Colleague | null
  since: string
  until: string | null
}

/**
 * Of each tenure the departments in which the member was meanwhile, in order: who looked after a
 * customer is shown with the department of then, whatever it is today.
 */
export async function departmentsDuring(
  tx: Transaction,
  tenures: readonly Tenure[],
  now: Date,
): Promise<Department[][]> {
  const of = (column: (one: Tenure) => string | null) => tenures.map(column)
  const { rows } = await sql<{ asked: number; id: string; name: string }>`
    select (k.asked - 1)::integer as asked, d.id, d.name
    from unnest(${of(({ member }) => member?.id ?? null)}::uuid[],
      ${of(({ since }) => since)}::timestamptz[], ${of(({ until }) => until)}::timestamptz[])
      with ordinality as k(member_id, since, until, asked)
    cross join (select time_zone from workspace) w
    cross join lateral (
      select a.id, a.department_id, a.since, least(a.until, (k.until at time zone w.time_zone)::date)
        as until from assignment a where a.member_id = k.member_id
        and a.since <= ((case when k.until is null then ${now}::timestamptz else k.until end) at time zone w.time_zone)::date
        and (a.until is null or a.until >= (k.since at time zone w.time_zone)::date) offset 0) a
    cross join lateral (select d.id, ${nameOn(sql`a.until`)} as name from department d
      where d.id = a.department_id offset 0) d
    order by k.asked, a.since, a.id`.execute(tx)
  const found = Map.groupBy(rows, ({ asked }) => asked)
  return tenures.map((_, at) =>
    (found.get(at) ?? [])
      .filter(({ id }, i, all) => all.findIndex((one) => one.id === id) === i)
      .map(({ id, name }) => ({ id, name })),
  )
}

function noAssignment(code: 'not-found' | 'bad-input', field: string): EnishiError {
  return new EnishiError(
    code,
    {
      en: 'There is no such assignment of this member. Look at their departments under Settings → Members.',
      ja: 'この配属は見つかりません。設定の「メンバー」で、そのメンバーの部署を確かめてください。',
    },
    { field },
  )
}

function leavesBeforeStart(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'The transfer is not after the day on which the assignment that it ends began. Choose a later day.',
      ja: '異動日が、離れる部署に配属された日より後になっていません。異動日を確かめてください。',
    },
    { field: 'since' },
  )
}

function endsBeforeStart(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'The last day is before the first. Check the two days.',
      ja: '終わりの日が始まりの日より前です。日付を確かめてください。',
    },
    { field: 'until' },
  )
}

function thereAlready(): EnishiError {
  return new EnishiError('conflict', {
    en: 'The member is in this department already on some of these days. Change that assignment instead.',
    ja: 'この期間には、すでに同じ部署に配属されています。その配属の日付を変えてください。',
  })
}

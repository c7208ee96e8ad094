import { type RawBuilder, sql } from 'kysely'
import type { Listed, PageRequest } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { behind, type Order, orderBy, type Placed, pageOf, placeOf } from '../keyset.ts'
import { allOf, holdsWords, searchedWords } from '../search.ts'
import {
  ABOUT,
  type About,
  type AboutFilter,
  type AboutRow,
  type Colleague,
  colleague,
  isAbout,
  readAbout,
} from '../subjects.ts'
import { rowsAbout, scopeOfOrganisation } from '../timeline/scope.ts'

export interface ListedTask {
  id: string
  key: string | null
  title: string
  detail: string | null
  about: About | null
  owner: Colleague | null
  due: { on: string; time: string | null; timeZone: string } | null
  dueAt: string | null
  isOverdue: boolean
  doneAt: string | null
  doneBy: Colleague | null
  createdBy: Colleague | null
  createdAt: string
}

export interface TaskFilter extends AboutFilter {
  q?: string | undefined
  /** About the organisation, its people of today or its deals. */
  within?: string | undefined
  owner?: string | undefined
  state: 'open' | 'overdue' | 'done' | 'all'
  sort: 'due' | 'new'
}

const ID = sql`r.id`
const ORDERS: Record<TaskFilter['sort'], Order> = {
  due: { name: 'due', column: sql`r.due_key`, id: ID, type: 'timestamptz', isDown: false },
  new: { name: 'new', column: sql`r.line_at`, id: ID, type: 'timestamptz', isDown: true },
}

/** Tasks in an order, narrowed by the filter. Throws `bad-input` for a cursor of another list. */
export async function listTasks(
  tx: Transaction,
  filter: TaskFilter,
  page: PageRequest,
  now: Date,
): Promise<Listed<ListedTask>> {
  const order = ORDERS[filter.sort]
  const conditions = [
    ...(await isAbout(tx, filter)),
    ...(filter.within === undefined ? [] : [await isWithin(tx, filter.within)]),
    ...(filter.owner === undefined ? [] : [sql`r.owner_id = ${filter.owner}::uuid`]),
    STATES[filter.state](now),
    holdsWords(sql`r.search_key`, searchedWords(filter.q)),
    behind(order, page.cursor),
  ]
  const { rows } = await sql<Placed>`
    select ${placeOf(order)} from task r where ${allOf(conditions)}
    ${orderBy(order)} limit ${page.limit + 1}`.execute(tx)
  return pageOf(rows, page, order, (ids) => hydrateTasks(tx, ids, now))
}

async function isWithin(tx: Transaction, organisation: string): Promise<RawBuilder<unknown>> {
  return sql`(${rowsAbout(await scopeOfOrganisation(tx, organisation))})`
}

const STATES: Record<TaskFilter['state'], (now: Date) => RawBuilder<unknown>> = {
  open: () => sql`r.done_at is null`,
  overdue: (now) => sql`r.done_at is null and r.due_at <= ${now}`,
  done: () => sql`r.done_at is not null`,
  all: () => sql`true`,
}

interface TaskRow extends AboutRow {
  id: string
  key: string | null
  title: string
  detail: string | null
  owner_id: string | null
  due_on: string | null
  due_time: string | null
  time_zone: string | null
  due_at: Date | null
  done_at: Date | null
  done_by: string | null
  created_by: string | null
  created_at: Date
}

/** The tasks with these ids, in their order. */
export async function hydrateTasks(
  tx: Transaction,
  ids: readonly string[],
  now: Date,
): Promise<ListedTask[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<TaskRow>`
    select r.*, ${ABOUT.columns}
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, n)
    cross join lateral (select * from task where task.id = wanted.id offset 0) r
    ${ABOUT.joins} order by wanted.n`.execute(tx)
  return rows.map((row) => showTask(row, now))
}

function showTask(row: TaskRow, now: Date): ListedTask {
  const { id, key, title, detail, due_on: on, due_time, time_zone, due_at } = row
  const isOverdue = row.done_at === null && due_at !== null && due_at <= now
  return {
    ...{ id, key, title, detail, isOverdue },
    about: readAbout(row),
    owner: colleague(row.owner_id),
    due:
      on === null
        ? null
        : { on, time: due_time?.slice(0, 5) ?? null, timeZone: time_zone ?? 'UTC' },
    dueAt: due_at?.toISOString() ?? null,
    doneAt: row.done_at?.toISOString() ?? null,
    doneBy: colleague(row.done_by),
    createdBy: colleague(row.created_by),
    createdAt: row.created_at.toISOString(),
  }
}

/** One task. Throws `not-found`. */
export async function getTask(tx: Transaction, id: string, now: Date): Promise<ListedTask> {
  const [task] = await hydrateTasks(tx, [id], now)
  if (task === undefined) throw noTask()
  return task
}

export function noTask(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such task. It may have been removed; look for it in the list of tasks.',
      ja: 'このタスクは見つかりません。削除された可能性があります。タスクの一覧から探してください。',
    },
    { field: 'id' },
  )
}

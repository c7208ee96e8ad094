import { sql } from 'kysely'
import type { Door, Transaction } from '#store/door.ts'
import { type OutboxEvent, OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { uuidV7Floor } from '#vocabulary/index.ts'
import { rootsOf } from '../figures/name-people.ts'
import { readNews } from '../news.ts'
import { creditPeople, type PersonDue } from './credit-people.ts'
import { peopleDue } from './people-due.ts'

/** People that are credited in one transaction: few, so that nobody waits for it. */
const PEOPLE_AT_ONCE = 10
const DAY_MS = 86_400_000

/**
 * Credits what follows from a change of a workspace's log: outcomes that arrived, were corrected, or came
 * while a measurement was under way, or were paid back. What was credited stays where this is done twice. Answers how many
 * outcomes changed.
 */
export async function creditAfter(
  door: Door,
  event: Pick<OutboxEvent, 'workspaceId' | 'name' | 'detail' | 'subjectId'>,
  now: () => Date,
  signal?: AbortSignal,
): Promise<number> {
  const { workspaceId } = event
  if (event.name === 'outcome.refunded' && event.subjectId !== null) {
    const { subjectId } = event
    return door.inWorkspace(workspaceId, (tx) => creditNet(tx, subjectId), 'background')
  }
  const due = await door.inWorkspace(workspaceId, (tx) => dueAfter(tx, event), 'background')
  let changed = 0
  for (let from = 0; from < due.length && signal?.aborted !== true; from += PEOPLE_AT_ONCE) {
    const some = due.slice(from, from + PEOPLE_AT_ONCE)
    changed += await tryAgain(() =>
      door.inWorkspace(workspaceId, (tx) => creditPeople(tx, some, now()), 'background'),
    )
  }
  return changed
}

/** Credit goes to what is left of the money: its shares stay as they are. Answers how many changed. */
async function creditNet(tx: Transaction, outcomeId: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update outcome_credit c set value_minor = o.value_minor from outcome o
    where o.workspace_id = c.workspace_id and o.activity_id = c.outcome_id
      and c.outcome_id = ${outcomeId}::uuid and c.value_minor is distinct from o.value_minor
    returning c.outcome_id as id`.execute(tx)
  if (rows.length > 0) {
    const detail = ['outcomes=1']
    await writeEvent(tx, OWN_WORKSPACE, { name: 'outcome.credited', detail })
  }
  return new Set(rows.map(({ id }) => id)).size
}

/** Codes of PostgreSQL for transactions that may simply be tried again. */
const RETRIED = new Set(['40001', '40P01'])
const TRIES_MAX = 3

async function tryAgain<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      if (tries >= TRIES_MAX || !RETRIED.has(code)) throw error
    }
  }
}

async function dueAfter(
  tx: Transaction,
  { name, detail, subjectId }: Pick<OutboxEvent, 'name' | 'detail' | 'subjectId'>,
): Promise<PersonDue[]> {
  const windowDays = await widestWindow(tx)
  if (windowDays === null) return []
  if (name === 'activities.heard') {
    const news = readNews(detail)
    return news === undefined ? [] : peopleDue(tx, news, windowDays)
  }
  if (name === 'influence.measured') return arrivedMeanwhile(tx)
  const isReread = name.startsWith('reading.') && subjectId !== null
  return isReread ? authorOf(tx, subjectId) : []
}

/** Null where nothing is measured yet: then nothing is credited either. */
async function widestWindow(tx: Transaction): Promise<number | null> {
  const { rows } = await sql<{ days: number | null }>`
    select max((parameters ->> 'windowDays')::float8) as days from influence_run
    where state = 'measured'`.execute(tx)
  return rows[0]?.days ?? null
}

/** A post that is read otherwise may move its author otherwise from then on. */
async function authorOf(tx: Transaction, activityId: string): Promise<PersonDue[]> {
  const act = await tx
    .selectFrom('activity')
    .select(['handle_id', 'published_at'])
    .where('id', '=', activityId)
    .executeTakeFirst()
  if (act === undefined) return []
  const personId = (await rootsOf(tx, [act.handle_id])).get(act.handle_id)
  return personId === undefined ? [] : [{ personId, since: act.published_at, before: null }]
}

/** What a measurement had not seen when it read the log may have happened so long before it ended. */
const MEANWHILE_DAYS = 2
const MEANWHILE_MAX = 5_000

/**
 * Whoever did something that may be an outcome since shortly before the measurement: what arrived while it
 * was under way is in no row that it wrote.
 */
async function arrivedMeanwhile(tx: Transaction): Promise<PersonDue[]> {
  const { rows } = await sql<{ measuredAt: Date }>`
    select min(measured_at) as "measuredAt" from influence_run where state = 'measured'`.execute(tx)
  const measuredAt = rows[0]?.measuredAt
  if (measuredAt === undefined) return []
  const since = new Date(measuredAt.getTime() - MEANWHILE_DAYS * DAY_MS)
  const { rows: acts } = await sql<{ handleId: string }>`
    select distinct a.handle_id as "handleId" from (
      select a.id, a.handle_id, a.type from activity a
      where a.id >= ${uuidV7Floor(since.getTime())}::uuid and a.deleted_at is null
        and a.type in ('Create', 'Outcome') order by a.id desc) a
    where a.type = 'Outcome' or exists (
      select from reading_topic t where t.activity_id = a.id and t.stage <> 'none')
    limit ${MEANWHILE_MAX}`.execute(tx)
  const roots = await rootsOf(
    tx,
    acts.map(({ handleId }) => handleId),
  )
  return [...new Set(roots.values())].map((personId) => ({ personId, since, before: null }))
}

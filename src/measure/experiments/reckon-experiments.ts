import { sql } from 'kysely'
import type { Door, Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { type Counted, countArms } from './count-arms.ts'
import { findingsOf } from './findings.ts'
import { LATE_DAYS, seeEngagements } from './see-engagements.ts'

/** Whose findings may have changed since they were last reckoned, the newest first. */
async function readStale(tx: Transaction, now: Date, hours: number): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select id, outcome, topic_id as "topicId", horizon_days as "horizonDays", started_at as "startedAt"
    from experiment where started_at is not null and state in ('running', 'ended')
      and (reckoned_at is null or (reckoned_at <= ${now}::timestamptz - make_interval(hours => ${hours})
        and (state = 'running'
          or reckoned_at < ended_at + make_interval(days => horizon_days + ${LATE_DAYS}))))
    order by id desc`.execute(tx)
  return rows
}

const DAILY_HOURS = 20

/**
 * The work of each day: looks anew whom we engaged, and reckons what experiments found, where that was
 * last done most of a day ago.
 */
export async function keepExperiments(door: Door, workspaceId: string, now: Date): Promise<void> {
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    door.inWorkspace(workspaceId, work, 'background')
  const stale = await run((tx) => readStale(tx, now, DAILY_HOURS))
  if (stale.length === 0) return
  await run((tx) => seeEngagements(tx, { now, isAnew: true }))
  await reckonExperiments(door, workspaceId, now)
}

/**
 * Counts experiments that may say something else by now and keeps what they find, each in a transaction
 * of its own: figures of influence are calibrated by it until the next time. Records
 * `experiment.reckoned` where that changed.
 */
export async function reckonExperiments(door: Door, workspaceId: string, now: Date): Promise<void> {
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    door.inWorkspace(workspaceId, work, 'background')
  for (const counted of await run((tx) => readStale(tx, now, 0))) {
    await run((tx) => reckonOne(tx, counted, now))
  }
}

async function reckonOne(tx: Transaction, counted: Counted, now: Date): Promise<void> {
  const { arms } = await countArms(tx, counted, now)
  const findings = JSON.stringify(findingsOf(arms))
  const { rows } = await sql<{ isNew: boolean }>`
    with old as (select id, findings from experiment where id = ${counted.id} for update)
    update experiment e set findings = ${findings}::jsonb, reckoned_at = ${now} from old
    where e.id = old.id returning old.findings <> ${findings}::jsonb as "isNew"`.execute(tx)
  if (rows[0]?.isNew !== true) return
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'experiment.reckoned', subjectId: counted.id, detail: [], authorId: null },
  })
}

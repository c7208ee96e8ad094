import { type RawBuilder, sql } from 'kysely'
import type { Door, Transaction } from './door.ts'
import { EVENT_SIGNAL } from './outbox.ts'
import type { JobKind } from './tables-jobs.ts'

/** A heavy piece of work that outlives the request that asked for it. */
export interface Job {
  workspaceId: string
  id: string
  kind: JobKind
  subjectId: string | null
  attempts: number
}

const LEASE_SECONDS = 15
const ATTEMPTS_MAX = 5

/** Puts a job in line, in the transaction of the change that asks for it. */
export async function enqueueJob(
  tx: Transaction,
  workspaceId: string | RawBuilder<string>,
  job: { id: string; kind: JobKind; subjectId?: string },
): Promise<void> {
  await tx
    .insertInto('job')
    .values({
      workspace_id: workspaceId,
      id: job.id,
      kind: job.kind,
      subject_id: job.subjectId ?? null,
      failure: null,
      leased_until: null,
      finished_at: null,
    })
    .execute()
  await sql`select pg_notify(${EVENT_SIGNAL}, '')`.execute(tx)
}

/**
 * Takes the oldest job that nobody works on, under a lease: a worker that dies loses it
 * within seconds to the next. Answers undefined when there is nothing to do.
 */
export async function claimJob(door: Door): Promise<Job | undefined> {
  const { rows } = await door.asSystem((tx) =>
    sql<Job>`
      update job set state = 'running', attempts = attempts + 1,
        leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
      where (workspace_id, id) = (
        select workspace_id, id from job
        where state in ('waiting', 'running') and coalesce(leased_until, '-infinity') < now()
        order by created_at limit 1 for update skip locked)
      returning workspace_id as "workspaceId", id, kind, subject_id as "subjectId", attempts
    `.execute(tx),
  )
  return rows[0]
}

/** Keeps the lease of a job that is still being worked on. */
export async function renewLease(door: Door, job: Job): Promise<void> {
  await door.asSystem((tx) =>
    sql`
      update job set leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
      where workspace_id = ${job.workspaceId} and id = ${job.id} and state = 'running'
    `.execute(tx),
  )
}

/** Gives a job back unfinished, so that the next start takes it up at once. */
export async function returnJob(door: Door, job: Job): Promise<void> {
  await door.asSystem((tx) =>
    sql`
      update job set state = 'waiting', leased_until = null, attempts = attempts - 1
      where workspace_id = ${job.workspaceId} and id = ${job.id}
    `.execute(tx),
  )
}

export async function finishJob(door: Door, job: Job): Promise<void> {
  await door.asSystem((tx) =>
    sql`
      update job set state = 'done', leased_until = null, failure = null, finished_at = now()
      where workspace_id = ${job.workspaceId} and id = ${job.id}
    `.execute(tx),
  )
}

/** Notes the failure; the job is tried again after its lease until it has failed five times. */
export async function failJob(door: Door, job: Job, failure: string): Promise<void> {
  const state = job.attempts >= ATTEMPTS_MAX ? 'failed' : 'waiting'
  await door.asSystem((tx) =>
    sql`
      update job set state = ${state}, failure = ${failure.slice(0, 1000)},
        leased_until = now() + make_interval(secs => ${LEASE_SECONDS}),
        finished_at = case when ${state} = 'failed' then now() end
      where workspace_id = ${job.workspaceId} and id = ${job.id}
    `.execute(tx),
  )
}

/** Ends all leases at once: for a start that knows that it is alone on its database. */
export async function endLeases(door: Door): Promise<void> {
  await door.asSystem((tx) =>
    sql`update job set leased_until = null where state = 'running'`.execute(tx),
  )
}

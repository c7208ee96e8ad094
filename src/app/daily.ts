import { sql } from 'kysely'
import { cardLook } from '#engage/index.ts'
import { areCommunitiesDue, keepExperiments } from '#measure/index.ts'
import type { Chance } from '#store/accounts.ts'
import type { Door, Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import {
  areCopiesDue,
  dropOldAccesses,
  dropOldLooks,
  dueTopics,
  isSearchDue,
  searchRelations,
} from '#understand/index.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import { inEachWorkspace } from './each-workspace.ts'
import { enqueueMeasurement, isMoreComing } from './measure-influence.ts'

/**
 * Puts the work of each day in line: dropping what is older than its retention, in the workspaces
 * that have one and whose last run was begun more than twenty hours ago. Finished jobs of a month
 * ago leave the list. Opinions and copies of posts are found anew where enough was said since, communities once a day, and
 * influence is measured anew; rules of relations are applied, and experiments reckoned. Answers how many were put in line. Where
 * it fails in one workspace, `onTrouble` is told and the others go on; throws only where the database
 * is away.
 */
export async function enqueueDaily(
  door: Door,
  chance: Chance,
  onTrouble: (error: Error) => void,
): Promise<number> {
  let enqueued = 0
  const enqueueIn = async (id: string) => {
    const work = (tx: Transaction) => enqueueDue(tx, id, chance)
    if (await door.inWorkspace(id, work, 'background')) enqueued += 1
    enqueued += await enqueueOpinions(door, id, chance)
    if (await enqueueCopies(door, id, chance)) enqueued += 1
    if (await enqueueCommunities(door, id, chance)) enqueued += 1
    if (await enqueueMeasurement(door, id, chance)) enqueued += 1
    await searchDueRelations(door, id, chance)
    await keepExperiments(door, id, chance.now())
  }
  await inEachWorkspace(door, enqueueIn, onTrouble)
  return enqueued
}

/** Answers whether something was due. */
async function enqueueDue(
  tx: Transaction,
  workspaceId: string,
  { now, random }: Chance,
): Promise<boolean> {
  await sql`delete from job where workspace_id = ${workspaceId} and state = 'done'
    and finished_at < ${now()}::timestamptz - interval '30 days'`.execute(tx)
  await dropOldAccesses(tx, now())
  await dropOldLooks(tx, now())
  const due = await sql`
    select 1 from workspace w where w.id = ${workspaceId}
      and (w.retention_days is not null or exists (select from channel c
        where c.workspace_id = w.id and c.retention_days is not null)
        or exists (select from privacy_setting p
          where p.workspace_id = w.id and p.text_days is not null))
      and not exists (select from job j where j.workspace_id = w.id and j.kind = 'drop-expired'
        and j.created_at > ${now()}::timestamptz - interval '20 hours')
  `.execute(tx)
  if (due.rows.length === 0) return false
  const id = uuidV7(now().getTime(), random)
  await enqueueJob(tx, workspaceId, { id, kind: 'drop-expired' })
  return true
}

/** Applies the rules of relations and looks for proposals where the last search is a day old. */
async function searchDueRelations(
  door: Door,
  workspaceId: string,
  { now, random }: Chance,
): Promise<void> {
  const isDue = (tx: Transaction) => isSearchDue(tx, now())
  if (!(await door.inWorkspace(workspaceId, isDue, 'background'))) return
  await searchRelations(door, { workspaceId, authorId: null, now: now(), random }, cardLook)
}

/** Puts in line what is due of finding opinions anew; answers how many topics. */
async function enqueueOpinions(
  door: Door,
  workspaceId: string,
  { now, random }: Chance,
): Promise<number> {
  const work = async (tx: Transaction) => {
    const topics = await dueTopics(tx, now())
    for (const subjectId of topics) {
      const id = uuidV7(now().getTime(), random)
      await enqueueJob(tx, workspaceId, { id, kind: 'group-opinions', subjectId })
    }
    return topics.length
  }
  return door.inWorkspace(workspaceId, work, 'background')
}

/**
 * Puts in line what a young log need not wait a night for: communities, once enough people are tied, or
 * twice as many as at the last search. Cheap enough for every few minutes.
 */
export async function enqueueYoung(
  door: Door,
  chance: Chance,
  onTrouble: (error: Error) => void,
): Promise<number> {
  let enqueued = 0
  const isMore = (tx: Transaction) => isMoreComing(tx, null)
  const enqueueIn = async (id: string) => {
    if (await door.inWorkspace(id, isMore, 'background')) return
    if (await enqueueCommunities(door, id, chance)) enqueued += 1
  }
  await inEachWorkspace(door, enqueueIn, onTrouble)
  return enqueued
}

/** Answers whether copies of posts are due to be found anew. */
async function enqueueCopies(
  door: Door,
  workspaceId: string,
  { now, random }: Chance,
): Promise<boolean> {
  const work = async (tx: Transaction) => {
    if (!(await areCopiesDue(tx, now()))) return false
    const id = uuidV7(now().getTime(), random)
    await enqueueJob(tx, workspaceId, { id, kind: 'group-copies' })
    return true
  }
  return door.inWorkspace(workspaceId, work, 'background')
}

/** Answers whether communities are due to be found anew. */
async function enqueueCommunities(
  door: Door,
  workspaceId: string,
  { now, random }: Chance,
): Promise<boolean> {
  const work = async (tx: Transaction) => {
    if (!(await areCommunitiesDue(tx, now()))) return false
    const id = uuidV7(now().getTime(), random)
    await enqueueJob(tx, workspaceId, { id, kind: 'find-communities' })
    return true
  }
  return door.inWorkspace(workspaceId, work, 'background')
}

/**
 * Puts in line what is due once a job has brought posts: opinions, copies, and where no other job brings more,
 * communities and influence.
 */
export async function enqueueAfterPosts(
  door: Door,
  workspaceId: string,
  chance: Chance,
  jobId: string,
): Promise<void> {
  await enqueueOpinions(door, workspaceId, chance)
  await enqueueCopies(door, workspaceId, chance)
  const isMore = (tx: Transaction) => isMoreComing(tx, jobId)
  if (await door.inWorkspace(workspaceId, isMore, 'background')) return
  await enqueueCommunities(door, workspaceId, chance)
  await enqueueMeasurement(door, workspaceId, chance, jobId)
}

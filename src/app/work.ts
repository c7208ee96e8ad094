import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { undoDeals } from '#engage/index.ts'
import type { StepMeter } from '#listen/index.ts'
import { answerWaitingPlan } from '#measure/index.ts'
import type { Chance } from '#store/accounts.ts'
import type { Bell } from '#store/bell.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import { type Connection, type Door, databaseUnreachable } from '#store/door.ts'
import { claimJob, failJob, finishJob, type Job, renewLease, returnJob } from '#store/jobs.ts'
import type { JobKind } from '#store/tables-jobs.ts'
import {
  applyTopics,
  type BaseReader,
  countAnew,
  dropExpired,
  endOldTexts,
  type UndoDeals,
  undoImport,
} from '#understand/index.ts'
import { enqueueAfterPosts, enqueueDaily, enqueueYoung } from './daily.ts'
import { findInThread } from './find-communities.ts'
import { followBaseEverywhere } from './follow-base.ts'
import { groupCopiesInThread } from './group-copies.ts'
import { groupInThread } from './group-opinions.ts'
import type { ImportAnswer } from './import-thread.ts'
import type { LearningFailure, LearningWork } from './learning-thread.ts'
import { listenWithoutTexts } from './listening.ts'
import { loadWorld } from './load-world.ts'
import { measureInThread } from './measure-influence.ts'

export interface WorkParts {
  door: Door
  /** For threads of their own. */
  connection: Connection
  bell: Bell
  dataFolder: string
  /** What reads without corrections. */
  base: BaseReader
  meter: StepMeter
  chance: Chance
  /** Told of jobs that failed. */
  onFailure: (job: Job, error: Error) => void
  /** Told of what went wrong outside of a job. */
  onTrouble: (error: Error) => void
}

/** Jobs are looked for this often even when nobody calls: a lease may have run out. */
const LOOK_MS = 5_000
const RENEW_MS = 5_000
const DAILY_LOOK_MS = 60 * 60_000
/** What was heard live, without a job, is looked at this often while a log is young. */
const YOUNG_LOOK_MS = 3 * 60_000

/**
 * Works off the jobs, one at a time, woken by events. Ends at the signal: an import then stops
 * after its batch in hand and goes on at the next start.
 */
export async function workOffJobs(parts: WorkParts, signal: AbortSignal): Promise<void> {
  const bell = parts.bell.follow()
  let dailyAtMs = 0
  let youngAtMs = 0
  try {
    while (!signal.aborted) {
      if (parts.chance.now().getTime() >= dailyAtMs) {
        dailyAtMs = parts.chance.now().getTime() + DAILY_LOOK_MS
        const { door, chance, onTrouble } = parts
        await enqueueDaily(door, chance, onTrouble).catch(onTrouble)
        await followBaseEverywhere(door, parts.base, chance, onTrouble).catch(onTrouble)
      }
      if (parts.chance.now().getTime() >= youngAtMs) {
        youngAtMs = parts.chance.now().getTime() + YOUNG_LOOK_MS
        await enqueueYoung(parts.door, parts.chance, parts.onTrouble).catch(parts.onTrouble)
      }
      const job = await claimJob(parts.door).catch((error: Error) => error)
      // The database is away for a moment (restart): look again later.
      if (job instanceof Error || job === undefined) await bell.wait(LOOK_MS, signal)
      else await carryOut(parts, job, signal)
    }
  } finally {
    bell.end()
  }
}

async function carryOut(parts: WorkParts, job: Job, signal: AbortSignal): Promise<void> {
  const renewing = setInterval(() => {
    renewLease(parts.door, job).catch((error: Error) => parts.onFailure(job, error))
  }, RENEW_MS)
  try {
    const isFinished = await runJob(parts, job, signal)
    await (isFinished ? finishJob(parts.door, job) : returnJob(parts.door, job))
  } catch (error) {
    parts.onFailure(job, error as Error)
    // Its lease ends by itself; then it is taken up where it stood.
    if (isConnectionLost(error)) return
    const words = String((error as Error).message ?? error)
    await failJob(parts.door, job, words).catch((second: Error) => parts.onFailure(job, second))
  } finally {
    clearInterval(renewing)
  }
}

/** Answers whether the job is finished, or has to be taken up again. */
async function runJob(parts: WorkParts, job: Job, signal: AbortSignal): Promise<boolean> {
  const { kind, workspaceId } = job
  if (kind === 'group-opinions') return groupInThread(parts.connection, job, signal)
  if (kind === 'group-copies') return groupCopiesInThread(parts.connection, job, signal)
  if (kind === 'find-communities') return findInThread(parts.connection, job, signal)
  if (kind === 'measure-influence') return measureInThread(parts.connection, job, signal)
  if (kind === 'read-again') return learn(parts, { kind, workspaceId }, signal)
  if (kind === 'train-model') {
    return learn(parts, { kind, workspaceId, candidateId: job.subjectId ?? '' }, signal)
  }
  if (kind === 'undo-import') return undo(parts, job, signal)
  const isRead = kind === 'import' || kind === 'try-import'
  const isDone = isRead ? await runImport(parts, job, signal) : true
  if (!isRead) await WORK[kind](parts, job)
  if (isDone && BRINGS_POSTS.has(kind)) {
    await enqueueAfterPosts(parts.door, workspaceId, parts.chance, job.id)
  }
  return isDone
}

/** After these a topic may have so many new posts that its opinions are due, and influence too. */
const BRINGS_POSTS: ReadonlySet<JobKind> = new Set<JobKind>(['import', 'apply-topics'])

/** Jobs that are stopped and taken up again. */
type ThreadJob =
  | 'import'
  | 'try-import'
  | 'undo-import'
  | 'group-opinions'
  | 'group-copies'
  | 'find-communities'
  | 'measure-influence'
  | 'train-model'
  | 'read-again'

/** What each kind of job does from beginning to end, but for those that are stopped in between. */
const WORK: Record<
  Exclude<JobKind, ThreadJob>,
  (parts: WorkParts, job: Job) => Promise<unknown>
> = {
  'apply-topics': ({ door }, { workspaceId }) => applyTopics(door, workspaceId),
  'drop-expired': async ({ door, chance }, { workspaceId }) => {
    await dropExpired(door, workspaceId, chance)
    await endOldTexts(door, workspaceId, chance.now())
  },
  'rebuild-derived': ({ door }, { workspaceId }) => countAnew(door, workspaceId),
  'load-world': (parts, job) => loadWorld(parts, job),
  'plan-engagement': ({ door, chance }, { workspaceId, subjectId }) =>
    answerWaitingPlan(door, workspaceId, subjectId ?? '', chance.now()),
}

/** Batch after batch, so that the end of the process does not wait for a million rows. */
async function undo(
  { door, chance }: WorkParts,
  { workspaceId, subjectId }: Job,
  signal: AbortSignal,
): Promise<boolean> {
  const parts = { door, deals: undoDealsThrough(door), ...chance, signal }
  await undoImport(parts, workspaceId, subjectId ?? '')
  return !signal.aborted
}

/** Deals that were won take their outcomes back, which are activities without text. */
function undoDealsThrough(door: Door): UndoDeals {
  const listening = listenWithoutTexts(door)
  return undoDeals((tx, hearing) => listening.hearIn(tx, hearing))
}

async function runImport(parts: WorkParts, job: Job, signal: AbortSignal): Promise<boolean> {
  const { connection, dataFolder, meter } = parts
  const ofWhat =
    job.kind === 'try-import' ? { trialId: job.subjectId } : { importId: job.subjectId }
  const work = { workspaceId: job.workspaceId, ...ofWhat, dataFolder }
  const worker = new Worker(new URL('./import-thread.ts', import.meta.url), {
    workerData: { connection, work },
  })
  const take = (answer: Exclude<ImportAnswer, Failed>) => {
    for (const step of answer.steps) meter.note(step.name, step.seconds * 1000, step.items)
  }
  return untilThreadEnds<Exclude<ImportAnswer, Failed>>(worker, signal, take)
}

/** Trains a model or reads posts again. */
async function learn(
  { connection }: WorkParts,
  work: LearningWork,
  signal: AbortSignal,
): Promise<boolean> {
  const worker = new Worker(new URL('./learning-thread.ts', import.meta.url), {
    workerData: { connection, work },
  })
  return untilThreadEnds<never>(worker, signal, () => undefined)
}

type Failed = LearningFailure

/** Answers whether the thread came to its end by itself. Throws what it failed with. */
async function untilThreadEnds<Answer>(
  worker: Worker,
  signal: AbortSignal,
  take: (answer: Answer) => void,
): Promise<boolean> {
  // What it does are transactions: ending it at any moment loses nothing that was committed.
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop, { once: true })
  let lost: Error | undefined
  worker.on('message', (answer: Failed | Answer) => {
    if (isFailure(answer)) lost = failureOf(answer.failure)
    else take(answer)
  })
  try {
    await once(worker, 'exit')
  } finally {
    signal.removeEventListener('abort', stop)
  }
  if (lost !== undefined && !signal.aborted) throw lost
  return !signal.aborted
}

function isFailure(answer: unknown): answer is Failed {
  return typeof answer === 'object' && answer !== null && 'failure' in answer
}

function failureOf({
  message,
  stack,
  isLost,
}: {
  message: string
  stack: string
  isLost: boolean
}) {
  if (isLost) return databaseUnreachable(new Error(message))
  return Object.assign(new Error(message), { stack })
}

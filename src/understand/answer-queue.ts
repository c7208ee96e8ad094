import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import { EnishiError, type Judgement, type JudgingQueue, READING_PARTS } from '#vocabulary/index.ts'
import type { Change } from './change-topics.ts'
import { correctReading, noActivity } from './correct-reading.ts'
import { labelIn, type Truth } from './judgement.ts'
import { judgementIn, lockReadings } from './reading-columns.ts'
import { holdWorkspace } from './remove-topics.ts'

/**
 * Judges a post that waits in a queue: what differs from what it shows is corrected. Records
 * `queue.answered`. Throws `not-found` for what is in no queue, `conflict` for what was judged or left
 * out meanwhile, or was edited since it was drawn.
 */
export async function answerQueue(
  tx: Transaction,
  workspaceId: string,
  activityId: string,
  truth: Judgement,
  change: Change,
): Promise<void> {
  const queues = await waitingIn(tx, workspaceId, activityId)
  await sql`
    update audit_item set truth = ${JSON.stringify(truth)}::jsonb, answered_by = ${change.authorId},
      answered_at = ${change.now}
    where workspace_id = ${workspaceId} and activity_id = ${activityId} and answered_at is null
      and skipped_at is null
  `.execute(tx)
  const reading = (await lockReadings(tx, workspaceId, [activityId])).get(activityId)
  if (reading === undefined) throw noActivity()
  const shown = judgementIn(reading.columns)
  const wrong = READING_PARTS.filter((part) => labelIn(shown, part) !== labelIn(truth, part))
  if (wrong.length > 0) {
    const labels: Truth = Object.fromEntries(wrong.map((part) => [part, labelIn(truth, part)]))
    // What an audit says trains nothing, whatever other queue the post is in.
    const origin: JudgingQueue = queues.includes('audit') ? 'audit' : 'learning'
    await correctReading(tx, workspaceId, activityId, { truth: labels, origin }, change)
  }
  await tell(tx, workspaceId, 'queue.answered', activityId, queues, change)
}

/** Leaves a post of a queue out; it does not come again. Records `queue.skipped`. Throws as answering does. */
export async function skipQueue(
  tx: Transaction,
  workspaceId: string,
  activityId: string,
  change: Change,
): Promise<void> {
  const queues = await waitingIn(tx, workspaceId, activityId)
  await sql`
    update audit_item set skipped_at = ${change.now}
    where workspace_id = ${workspaceId} and activity_id = ${activityId} and answered_at is null
      and skipped_at is null
  `.execute(tx)
  await tell(tx, workspaceId, 'queue.skipped', activityId, queues, change)
}

/** The queues in which the post waits; the workspace is held, so that two members don't judge it at once. */
async function waitingIn(
  tx: Transaction,
  workspaceId: string,
  activityId: string,
): Promise<JudgingQueue[]> {
  await holdWorkspace(tx)
  const { rows } = await sql<{ queue: JudgingQueue; isWaiting: boolean }>`
    select i.queue, i.answered_at is null and i.skipped_at is null and r.revision is not null
      as "isWaiting"
    from audit_item i
    left join reading r on r.workspace_id = i.workspace_id and r.activity_id = i.activity_id
      and r.revision = i.revision
    where i.workspace_id = ${workspaceId} and i.activity_id = ${activityId} order by i.queue
  `.execute(tx)
  if (rows.length === 0) throw notDrawn()
  const waiting = rows.filter(({ isWaiting }) => isWaiting).map(({ queue }) => queue)
  if (waiting.length === 0) throw notWaiting()
  return waiting
}

function tell(
  tx: Transaction,
  workspaceId: string,
  name: string,
  subjectId: string,
  detail: string[],
  { authorId }: Change,
): Promise<void> {
  return writeEvent(tx, workspaceId, { name, subjectId, detail, authorId })
}

function notDrawn(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'This post is in no queue. Correct it where it is shown, or judge what the queue offers.',
      ja: 'この投稿はどの確認待ちにも入っていません。投稿の画面で直すか、確認待ちに出ている投稿を判定してください。',
    },
    { field: 'id' },
  )
}

function notWaiting(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'Somebody has judged this post meanwhile, or its text was edited. Go on with the next one.',
      ja: 'この投稿はほかのメンバーがすでに判定したか、本文が編集されています。次の投稿に進んでください。',
    },
    { field: 'id' },
  )
}

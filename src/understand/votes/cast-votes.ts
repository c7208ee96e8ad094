import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { writeEvent } from '#store/outbox.ts'
import type { RandomBytes } from '#vocabulary/index.ts'
import { recountAround } from '../correct-reading.ts'
import { labelIn } from '../judgement.ts'
import { judgementIn, lockReadings, type StoredReading, writeReadings } from '../reading-columns.ts'
import { holdWorkspace } from '../remove-topics.ts'
import { shownReadings } from '../shown-readings.ts'
import { keepReadings, keptReadings } from '../standing-corrections.ts'
import type { OpenPost } from './open-posts.ts'
import type { Labels } from './vote-answer.ts'

/** What was said of a post that was asked about; no labels where nothing usable was. */
export interface CastVote {
  post: Pick<OpenPost, 'activityId' | 'revision' | 'parts'>
  labels: Labels
}

const VOTE_COLUMNS = {
  activity_id: 'uuid',
  revision: 'integer',
  part: 'text',
  value: 'text',
  said: 'text',
  model: 'text',
  at: 'timestamptz',
  usable: 'boolean',
} as const

/**
 * Writes votes down and fills the parts that are still open with them: roll-ups and journeys follow in
 * the same transaction, what the reader said is kept. What was edited, corrected or read anew in the
 * meantime stays as it is. Records `reading.voted` with the names of the parts. Answers how many parts
 * were filled.
 */
export async function castVotes(
  tx: Transaction,
  workspaceId: string,
  votes: readonly CastVote[],
  { model, now, random }: { model: string; now: Date; random: RandomBytes },
): Promise<number> {
  await holdWorkspace(tx)
  const ids = votes.map(({ post }) => post.activityId)
  const stored = await lockReadings(tx, workspaceId, ids)
  const kept = await keptReadings(tx, workspaceId, ids)
  const current = votes.flatMap((vote): (CastVote & { said: StoredReading })[] => {
    const { activityId, revision } = vote.post
    const reading = stored.get(activityId)
    if (reading === undefined || reading.revision !== revision) return []
    return [{ ...vote, said: { ...reading, columns: kept.get(activityId) ?? reading.columns } }]
  })
  const rows = current.flatMap((vote) => rowsOf(vote, model, now))
  await insertRows(tx, 'model_vote', workspaceId, VOTE_COLUMNS, rows)
  const filling = current.flatMap((vote) => {
    const open = stored.get(vote.post.activityId)?.columns.unsure ?? []
    const parts = vote.post.parts.filter(
      (part) => vote.labels[part] !== undefined && open.includes(part),
    )
    return parts.length === 0 ? [] : [{ said: vote.said, parts }]
  })
  await fill(
    tx,
    workspaceId,
    filling.map(({ said }) => said),
    kept,
    { now, random },
  )
  for (const { said, parts } of filling) {
    const event = { name: 'reading.voted', subjectId: said.activityId, detail: parts }
    await writeEvent(tx, workspaceId, event)
  }
  return filling.reduce((sum, { parts }) => sum + parts.length, 0)
}

function rowsOf(
  { post, labels, said }: CastVote & { said: StoredReading },
  model: string,
  now: Date,
): Record<string, unknown>[] {
  const judged = judgementIn(said.columns)
  return post.parts.map((part) => ({
    ...{ activity_id: post.activityId, revision: post.revision, part },
    ...{ value: labels[part] ?? null, said: labelIn(judged, part), model },
    ...{ at: now.toISOString(), usable: labels[part] !== undefined },
  }))
}

async function fill(
  tx: Transaction,
  workspaceId: string,
  readings: readonly StoredReading[],
  kept: ReadonlyMap<string, unknown>,
  chance: { now: Date; random: RandomBytes },
): Promise<void> {
  if (readings.length === 0) return
  const ids = readings.map(({ activityId }) => activityId)
  const unkept = readings.filter(({ activityId }) => !kept.has(activityId))
  await keepReadings(tx, workspaceId, unkept, chance)
  const shown = await shownReadings(tx, workspaceId, readings)
  await recountAround(tx, workspaceId, ids, chance, () => writeReadings(tx, workspaceId, shown))
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import {
  CORRECTED_PARTS,
  type CorrectedPart,
  type CorrectionOrigin,
  EnishiError,
  NIL_UUID,
  saysOther,
  uuidV7,
} from '#vocabulary/index.ts'
import type { Change } from './change-topics.ts'
import { emptyBatch } from './drop-expired.ts'
import { labelIn, type Truth } from './judgement.ts'
import { judgementIn, lockReadings, type StoredReading, writeReadings } from './reading-columns.ts'
import { holdWorkspace } from './remove-topics.ts'
import { rollUpStep } from './roll-up.ts'
import { shownReadings } from './shown-readings.ts'
import { keepReadings, keptReadings, standingCorrections } from './standing-corrections.ts'
import { contributionsOf } from './take-back.ts'

/**
 * Corrects parts of a reading: they outrank every model, also when the post is read again, until its
 * text is edited. Roll-ups and journeys follow in the same transaction. Records `reading.corrected`
 * with the names of the parts. Throws `not-found` for no such activity, `conflict` for one without
 * text.
 */
export async function correctReading(
  tx: Transaction,
  workspaceId: string,
  activityId: string,
  correction: { truth: Truth; origin: CorrectionOrigin },
  change: Change,
): Promise<void> {
  await holdWorkspace(tx)
  const reading = await lockReading(tx, workspaceId, activityId)
  const kept = await keptReadings(tx, workspaceId, [activityId])
  if (!kept.has(activityId)) await keepReadings(tx, workspaceId, [reading], change)
  const parts = CORRECTED_PARTS.filter((part) => correction.truth[part] !== undefined)
  await endCorrections(tx, workspaceId, reading, change.now, parts)
  const common = { workspace_id: workspaceId, activity_id: activityId, revision: reading.revision }
  const rows = parts.map((part) => ({
    ...{ ...common, id: uuidV7(change.now.getTime(), change.random), part },
    ...{ value: correction.truth[part] ?? '', was: labelNow(reading, part) },
    ...{ model: reading.columns.model, member_id: change.authorId, made_at: change.now },
    ...{ origin: correction.origin, undone_at: null },
  }))
  await tx.insertInto('correction').values(rows).execute()
  await showCorrected(tx, workspaceId, reading, change)
  await tell(tx, workspaceId, 'reading.corrected', reading, change, parts)
}

/**
 * Takes all corrections of a post back, or that of one part: it shows what the model says again.
 * Records `reading.uncorrected` where there were any. Throws `not-found`, `conflict`.
 */
export async function takeCorrectionsBack(
  tx: Transaction,
  workspaceId: string,
  activityId: string,
  change: Change,
  only?: CorrectedPart,
): Promise<void> {
  await holdWorkspace(tx)
  const reading = await lockReading(tx, workspaceId, activityId)
  const standing = await standingCorrections(tx, workspaceId, [activityId])
  const truth = standing.get(activityId)?.truth
  if (truth === undefined) return
  const isMeant = (part: CorrectedPart) => only === undefined || part === only
  const parts = CORRECTED_PARTS.filter((part) => truth[part] !== undefined && isMeant(part))
  if (parts.length === 0) return
  await endCorrections(tx, workspaceId, reading, change.now, parts)
  await showCorrected(tx, workspaceId, reading, change)
  await tell(tx, workspaceId, 'reading.uncorrected', reading, change, parts)
}

async function lockReading(
  tx: Transaction,
  workspaceId: string,
  id: string,
): Promise<StoredReading> {
  const reading = (await lockReadings(tx, workspaceId, [id])).get(id)
  if (reading !== undefined) return reading
  const known = await tx.selectFrom('activity').select('id').where('id', '=', id).executeTakeFirst()
  throw known === undefined ? noActivity() : noText()
}

/** What a part says now, whoever said it. */
function labelNow({ columns }: StoredReading, part: CorrectedPart): string {
  const judged = judgementIn(columns)
  if (part !== 'other') return labelIn(judged, part)
  const { lang, novelty, unsure, other } = columns
  return (other ?? saysOther({ ...judged, lang, novelty, unsure })) ? 'yes' : 'no'
}

async function endCorrections(
  tx: Transaction,
  workspaceId: string,
  { activityId, revision }: StoredReading,
  now: Date,
  parts: readonly string[],
): Promise<void> {
  await sql`
    update correction set undone_at = ${now}
    where workspace_id = ${workspaceId} and activity_id = ${activityId} and revision = ${revision}
      and part = any(${parts}::text[]) and undone_at is null
  `.execute(tx)
}

/** The model's reading with the corrections that hold now, counted as it then says. */
async function showCorrected(
  tx: Transaction,
  workspaceId: string,
  reading: StoredReading,
  { now, random }: Change,
): Promise<void> {
  const ids = [reading.activityId]
  const said = (await keptReadings(tx, workspaceId, ids)).get(reading.activityId)
  const read = { ...reading, columns: said ?? reading.columns }
  const shown = await shownReadings(tx, workspaceId, [read])
  await recountAround(tx, workspaceId, ids, { now, random }, () =>
    writeReadings(tx, workspaceId, shown),
  )
}

/** Runs a change of readings between taking back what their posts count for and counting them again. */
export async function recountAround(
  tx: Transaction,
  workspaceId: string,
  ids: readonly string[],
  { now, random }: Pick<Change, 'now' | 'random'>,
  change: () => Promise<void>,
): Promise<void> {
  const empty = await emptyBatch(tx, workspaceId, NIL_UUID)
  const batch = { ...empty, arrivedAt: now, random }
  batch.contributions.push(...(await contributionsOf(batch, [...ids], -1)))
  await change()
  batch.contributions.push(...(await contributionsOf(batch, [...ids], 1)))
  await rollUpStep.run(batch)
}

function tell(
  tx: Transaction,
  workspaceId: string,
  name: string,
  { activityId }: StoredReading,
  { authorId }: Change,
  detail: string[],
): Promise<void> {
  return writeEvent(tx, workspaceId, { name, subjectId: activityId, detail, authorId })
}

export function noActivity(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such activity. It may have been removed; look for it in the list.',
      ja: 'この行動は見つかりません。削除された可能性があります。一覧から探してください。',
    },
    { field: 'id' },
  )
}

function noText(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'This activity has no text, so there is no reading to correct. Choose a post with text.',
      ja: 'この行動には本文がなく、直せる読み取りがありません。本文のある投稿を選んでください。',
    },
    { field: 'id' },
  )
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { writeEvent } from '#store/outbox.ts'
import type { Placebos } from '../influence/placebos.ts'
import type { ScopeMeasured } from './measure-scope.ts'
import { insertJourneys } from './measured-journeys.ts'
import type { WrittenCredit } from './outcome-credits.ts'

const AT_ONCE = 2_000

/**
 * Writes a measurement in the place of the one before of the same scope, all in one transaction and in
 * portions of 2,000 rows. What left the log since it was read is left out, and what was credited live
 * since then stays. Records `influence.measured`.
 */
export async function writeMeasured(
  tx: Transaction,
  workspaceId: string,
  measured: ScopeMeasured,
): Promise<void> {
  const scopeId = measured.topicId ?? workspaceId
  if (measured.topicId !== null && !(await isListened(tx, measured.topicId))) return
  await tx.deleteFrom('influence_run').where('scope_id', '=', scopeId).execute()
  await insertRun(tx, workspaceId, scopeId, measured)
  await insertMultipliers(tx, workspaceId, measured)
  await insertFigures(tx, workspaceId, measured)
  await insertTouchDays(tx, workspaceId, measured)
  await insertOutcomeDays(tx, workspaceId, measured)
  await insertStageValues(tx, workspaceId, measured)
  if (measured.journeys !== null) {
    await insertJourneys(tx, workspaceId, measured.id, measured.journeys)
  }
  await dropCredits(tx, scopeId, measured.measuredAt)
  for (let from = 0; from < measured.credits.length; from += AT_ONCE) {
    const portion = measured.credits.slice(from, from + AT_ONCE)
    await insertCredits(tx, workspaceId, scopeId, measured, portion)
  }
  await writeEvent(tx, workspaceId, {
    name: 'influence.measured',
    subjectId: scopeId,
    detail: [`outcomes=${measured.outcomes}`, `touches=${measured.touches}`],
  })
}

async function isListened(tx: Transaction, topicId: string): Promise<boolean> {
  const { rows } = await sql`select from topic where id = ${topicId}::uuid and deleted_at is null
    for key share`.execute(tx)
  return rows.length > 0
}

async function insertRun(
  tx: Transaction,
  workspaceId: string,
  scopeId: string,
  measured: ScopeMeasured,
): Promise<void> {
  const { id, topicId, state, measuredAt, from, to, people, touches, outcomes } = measured
  const { unlinked, credited, background, low, high } = measured
  await tx
    .insertInto('influence_run')
    .values({
      ...{ workspace_id: workspaceId, id, scope_id: scopeId, topic_id: topicId, state },
      ...{ measured_at: measuredAt, from_at: from, to_at: to, people, touches, outcomes },
      ...{ unlinked, credited, background, low, high },
      parameters: JSON.stringify(measured.parameters),
      replicates: JSON.stringify(measured.replicates),
    })
    .execute()
}

/** Of ids those of accounts that are still there. */
async function handlesThere(tx: Transaction, ids: Iterable<string>): Promise<Set<string>> {
  const wanted = [...new Set(ids)].sort()
  const there = new Set<string>()
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const { rows } = await sql<{ id: string }>`
      select id from handle where id = any(${wanted.slice(from, from + AT_ONCE)}::uuid[])
      for key share`.execute(tx)
    for (const { id } of rows) there.add(id)
  }
  return there
}

async function insertMultipliers(
  tx: Transaction,
  workspaceId: string,
  { id, multipliers }: ScopeMeasured,
): Promise<void> {
  const there = await handlesThere(tx, multipliers.keys())
  const rows = [...multipliers]
    .filter(([handle]) => there.has(handle))
    .map(([handle_id, multiplier]) => ({ run_id: id, handle_id, multiplier }))
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const columns = { run_id: 'uuid', handle_id: 'uuid', multiplier: 'float8' } as const
    await insertRows(
      tx,
      'influence_multiplier',
      workspaceId,
      columns,
      rows.slice(from, from + AT_ONCE),
    )
  }
}

const FIGURE_COLUMNS: Record<string, ColumnForm> = {
  ...{ run_id: 'uuid', cut: 'text', key: 'text', type: 'text' },
  ...{ credit: 'float8', low: 'float8', high: 'float8', placebo: 'float8' },
  ...{ outcomes: 'bigint', touches: 'bigint', multiplier: 'float8', passed_on: 'float8' },
  ...{ is_enough: 'boolean', handle_id: 'uuid' },
  ...{ placebo_low: 'float8', placebo_high: 'float8' },
  ...{ shuffled: 'float8', shuffled_low: 'float8', shuffled_high: 'float8' },
  ...{ reversed: 'float8', reversed_low: 'float8', reversed_high: 'float8' },
  ...{ passed_on_low: 'float8', passed_on_high: 'float8' },
  ...{ multiplier_low: 'float8', multiplier_high: 'float8' },
}

function placeboColumns(of: Placebos | null) {
  const spread = of?.spread
  return {
    placebo: of?.credited ?? 0,
    placebo_low: spread?.credited.low ?? null,
    placebo_high: spread?.credited.high ?? null,
    shuffled: of?.shuffledTimes ?? null,
    shuffled_low: spread?.shuffledTimes.low ?? null,
    shuffled_high: spread?.shuffledTimes.high ?? null,
    reversed: of?.reversedEdges ?? null,
    reversed_low: spread?.reversedEdges.low ?? null,
    reversed_high: spread?.reversedEdges.high ?? null,
  }
}

async function insertFigures(
  tx: Transaction,
  workspaceId: string,
  { id, figures }: ScopeMeasured,
): Promise<void> {
  const handles = figures.flatMap(({ handleId }) => (handleId === null ? [] : [handleId]))
  const there = await handlesThere(tx, handles)
  const rows = figures
    .filter(({ handleId }) => handleId === null || there.has(handleId))
    .map(({ enough, handleId, placebos, ...figure }) => {
      const { passedOn, passedOnInterval, multiplierInterval, ...row } = figure
      return {
        ...{ ...row, run_id: id, passed_on: passedOn, is_enough: enough, handle_id: handleId },
        passed_on_low: passedOnInterval?.low ?? null,
        passed_on_high: passedOnInterval?.high ?? null,
        multiplier_low: multiplierInterval?.low ?? null,
        multiplier_high: multiplierInterval?.high ?? null,
        ...placeboColumns(placebos),
      }
    })
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await insertRows(
      tx,
      'influence_figure',
      workspaceId,
      FIGURE_COLUMNS,
      rows.slice(from, from + AT_ONCE),
    )
  }
}

async function insertTouchDays(
  tx: Transaction,
  workspaceId: string,
  { id, touchDays }: ScopeMeasured,
): Promise<void> {
  const handles = touchDays.flatMap(({ handleId }) => (handleId === null ? [] : [handleId]))
  const there = await handlesThere(tx, handles)
  const rows = touchDays
    .filter(({ handleId }) => handleId === null || there.has(handleId))
    .map(({ handleId, days, touches, ...line }) => ({
      ...{ ...line, run_id: id, handle_id: handleId },
      ...{ days: `{${days}}`, touches: `{${touches}}` },
    }))
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE)
    const column = (of: (row: (typeof some)[number]) => string | null) => some.map(of)
    await sql`
      insert into influence_touch_days (workspace_id, run_id, cut, key, handle_id, days, touches)
      select ${workspaceId}::uuid, ${id}::uuid, u.cut, u.key, u.handle_id, u.days::date[],
        u.touches::integer[]
      from unnest(${column(({ cut }) => cut)}::text[], ${column(({ key }) => key)}::text[],
        ${column(({ handle_id }) => handle_id)}::uuid[], ${column(({ days }) => days)}::text[],
        ${column(({ touches }) => touches)}::text[]) as u (cut, key, handle_id, days, touches)
    `.execute(tx)
  }
}

async function insertOutcomeDays(
  tx: Transaction,
  workspaceId: string,
  { id, outcomeDays }: ScopeMeasured,
): Promise<void> {
  const columns = {
    ...({ run_id: 'uuid', type: 'text', day: 'date' } as const),
    ...({ linked: 'integer', unlinked: 'integer' } as const),
  }
  const rows = outcomeDays.map((row) => ({ ...row, run_id: id }))
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE)
    await insertRows(tx, 'influence_outcome_days', workspaceId, columns, some)
  }
}

async function insertStageValues(
  tx: Transaction,
  workspaceId: string,
  { id, worths }: ScopeMeasured,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from topic
    where id = any(${[...worths.keys()]}::uuid[]) and deleted_at is null for key share`.execute(tx)
  const rowsOf = ({ id: topic_id }: { id: string }) =>
    [...(worths.get(topic_id)?.minor ?? [])].map(([stage, minor]) => ({
      ...{ run_id: id, topic_id, stage, minor, currency: worths.get(topic_id)?.currency ?? '' },
    }))
  const columns = {
    ...({ run_id: 'uuid', topic_id: 'uuid', stage: 'text' } as const),
    ...({ minor: 'float8', currency: 'text' } as const),
  }
  await insertRows(tx, 'influence_stage_value', workspaceId, columns, rows.flatMap(rowsOf))
}

/** Takes out the credits of the measurement before; what came live since stays. */
async function dropCredits(tx: Transaction, scopeId: string, measuredAt: Date): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      delete from outcome_credit c using (
        select outcome_id, type from outcome_credit
        where scope_id = ${scopeId}::uuid and (not is_live or credited_at <= ${measuredAt})
        limit ${AT_ONCE}) old
      where c.scope_id = ${scopeId}::uuid and c.outcome_id = old.outcome_id and c.type = old.type
      returning 1`.execute(tx)
    if (rows.length < AT_ONCE) return
  }
}

const CREDIT_COLUMNS: Record<string, ColumnForm> = {
  ...{ scope_id: 'uuid', outcome_id: 'uuid', type: 'text', run_id: 'uuid', handle_id: 'uuid' },
  ...{ at: 'timestamptz', value_minor: 'bigint', currency: 'text', background: 'float8' },
  ...{ worth_minor: 'float8', worth_currency: 'text' },
  ...{ is_live: 'boolean', credited_at: 'timestamptz' },
}

const SHARE_COLUMNS: Record<string, ColumnForm> = {
  ...{ scope_id: 'uuid', outcome_id: 'uuid', type: 'text', number: 'integer' },
  ...{ activity_id: 'uuid', evidence_id: 'uuid', kind: 'text', actor_handle_id: 'uuid' },
  ...{ channel_id: 'uuid', level: 'text', reached_at: 'timestamptz', share: 'float8' },
}

async function insertCredits(
  tx: Transaction,
  workspaceId: string,
  scopeId: string,
  { id, measuredAt }: ScopeMeasured,
  portion: readonly WrittenCredit[],
): Promise<void> {
  const credits = await whatIsThere(tx, portion)
  await sql`delete from outcome_credit c
    using unnest(${credits.map(({ outcomeId }) => outcomeId)}::uuid[],
      ${credits.map(({ type }) => type)}::text[]) as k (id, type)
    where c.scope_id = ${scopeId}::uuid and c.outcome_id = k.id and c.type = k.type`.execute(tx)
  const rows = credits.map(({ outcomeId, handleId, valueMinor, worth, shares: _, ...credit }) => ({
    ...{ ...credit, scope_id: scopeId, outcome_id: outcomeId, run_id: id, handle_id: handleId },
    ...{ value_minor: valueMinor, is_live: false, credited_at: measuredAt },
    ...{ worth_minor: worth?.minor ?? null, worth_currency: worth?.currency ?? null },
  }))
  await insertRows(tx, 'outcome_credit', workspaceId, CREDIT_COLUMNS, rows)
  const shares = credits.flatMap(({ outcomeId, type, shares }) =>
    shares.map((share, number) => ({
      ...{ scope_id: scopeId, outcome_id: outcomeId, type, number, kind: share.kind },
      ...{ activity_id: share.activityId, evidence_id: share.evidenceId },
      ...{ actor_handle_id: share.actorHandleId, channel_id: share.channelId },
      ...{ level: share.level, reached_at: share.reachedAt, share: share.share },
    })),
  )
  for (let from = 0; from < shares.length; from += AT_ONCE) {
    const some = shares.slice(from, from + AT_ONCE)
    await insertRows(tx, 'credit_share', workspaceId, SHARE_COLUMNS, some)
  }
}

/** Outcomes of which everything that is named is still in the log. */
async function whatIsThere(
  tx: Transaction,
  portion: readonly WrittenCredit[],
): Promise<WrittenCredit[]> {
  const activities = portion.flatMap(({ outcomeId, shares }) => [
    outcomeId,
    ...shares.flatMap(({ activityId, evidenceId }) => [activityId, evidenceId]),
  ])
  const handles = portion.flatMap(({ handleId, shares }) => [
    handleId,
    ...shares.map(({ actorHandleId }) => actorHandleId),
  ])
  const wanted = [...new Set(activities)].sort()
  const standing = new Set<string>()
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const { rows } = await sql<{ id: string }>`
      select id from activity where id = any(${wanted.slice(from, from + AT_ONCE)}::uuid[])
      for key share`.execute(tx)
    for (const { id } of rows) standing.add(id)
  }
  const there = await handlesThere(tx, handles)
  return portion.filter(
    ({ outcomeId, handleId, shares }) =>
      standing.has(outcomeId) &&
      there.has(handleId) &&
      shares.every(
        (one) =>
          standing.has(one.activityId) &&
          standing.has(one.evidenceId) &&
          there.has(one.actorHandleId),
      ),
  )
}

import { sql } from 'kysely'
import { checkTimeZone } from '#store/accounts.ts'
import type { Door, Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import {
  type InterfaceLanguage,
  type NameOrder,
  type NumberStyle,
  type RandomBytes,
  uuidV7,
} from '#vocabulary/index.ts'
import { rebuildDerived } from './check-derived.ts'

/** What a workspace says of itself. */
export interface WorkspaceSettings {
  name: string
  language: InterfaceLanguage
  /** IANA name; days of roll-ups are days there. */
  timeZone: string
  fiscalYearStartMonth: number
  nameOrder: NameOrder
  numberStyle: NumberStyle
  retentionDays: number | null
}

type Change = { [Field in keyof WorkspaceSettings]?: WorkspaceSettings[Field] | undefined }

const COLUMNS = {
  name: 'name',
  language: 'language',
  timeZone: 'time_zone',
  fiscalYearStartMonth: 'fiscal_year_start_month',
  nameOrder: 'name_order',
  numberStyle: 'number_style',
  retentionDays: 'retention_days',
} as const satisfies Record<keyof WorkspaceSettings, string>

/** The settings, and whether days are still being counted anew after a change of the time zone. */
export async function readWorkspace(
  tx: Transaction,
): Promise<WorkspaceSettings & { isCountingAnew: boolean }> {
  const row = await tx
    .selectFrom('workspace')
    .select(['name', 'language', 'time_zone', 'fiscal_year_start_month'])
    .select(['name_order', 'number_style', 'retention_days'])
    .executeTakeFirstOrThrow()
  const counting = await tx
    .selectFrom('job')
    .select('id')
    .where('kind', '=', 'rebuild-derived')
    .where('state', 'in', ['waiting', 'running'])
    .limit(1)
    .executeTakeFirst()
  return {
    name: row.name,
    language: row.language,
    timeZone: row.time_zone,
    fiscalYearStartMonth: row.fiscal_year_start_month,
    nameOrder: row.name_order,
    numberStyle: row.number_style,
    retentionDays: row.retention_days,
    isCountingAnew: counting !== undefined,
  }
}

/**
 * Changes settings and records `workspace.changed` with the names of the fields. Another time zone
 * asks for the roll-ups to be counted anew, another retention for old posts to be dropped. Throws
 * `bad-input` for an unknown time zone.
 */
export async function changeWorkspace(
  tx: Transaction,
  change: Change,
  by: { authorId: string | null; now: Date; random: RandomBytes },
): Promise<WorkspaceSettings & { isCountingAnew: boolean }> {
  if (change.timeZone !== undefined) checkTimeZone(change.timeZone)
  const before = await readWorkspace(tx)
  const fields = (Object.keys(COLUMNS) as (keyof WorkspaceSettings)[]).filter(
    (field) => change[field] !== undefined && change[field] !== before[field],
  )
  if (fields.length === 0) return before
  const set = Object.fromEntries(fields.map((field) => [COLUMNS[field], change[field]]))
  await tx.updateTable('workspace').set(set).where('id', '=', OWN_WORKSPACE).execute()
  const job = (kind: 'rebuild-derived' | 'drop-expired') =>
    enqueueJob(tx, OWN_WORKSPACE, { id: uuidV7(by.now.getTime(), by.random), kind })
  if (fields.includes('timeZone')) await job('rebuild-derived')
  if (fields.includes('retentionDays') && change.retentionDays !== null) await job('drop-expired')
  const { authorId } = by
  await writeEvent(tx, OWN_WORKSPACE, { name: 'workspace.changed', detail: fields, authorId })
  return readWorkspace(tx)
}

/**
 * Counts everything derived anew, in one transaction that keeps batches out meanwhile: a live
 * channel's go on waiting in the spool. Linear in the log.
 */
export async function countAnew(door: Door, workspaceId: string): Promise<void> {
  const count = async (tx: Transaction) => {
    // The pool's limit is for a statement of daily work; counting a million posts takes longer.
    await sql`set local statement_timeout = '15min'`.execute(tx)
    await rebuildDerived(tx, workspaceId)
    await writeEvent(tx, workspaceId, { name: 'workspace.counted-anew' })
  }
  await door.inWorkspace(workspaceId, count, 'background')
}

import { type RawBuilder, sql } from 'kysely'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { isUuid } from '#vocabulary/index.ts'
import { handlesOf } from './cut-condition.ts'
import { type OutcomesAsked, scopeOf, spanOf, typeAsked } from './scope.ts'
import { type OutcomeRow, type ShownOutcome, showOutcomes } from './show-outcomes.ts'

/** Which outcomes are listed. */
export interface CreditedAsked extends OutcomesAsked {
  topic?: string | undefined
  /** Whose. */
  person?: string | undefined
  /** `prompted`: posts have a part in them; `background`: none has. */
  cause?: 'prompted' | 'background' | undefined
}

/** An outcome that was credited, be it to nobody. */
export interface CreditedOutcome extends ShownOutcome {
  /** What would have happened anyway: 0..1. */
  background: number
  /** Touches that have a part in it. */
  touches: number
  isLive: boolean
}

interface ListedRow extends OutcomeRow {
  atText: string
  background: number
  touches: number
  isLive: boolean
}

/**
 * All outcomes of a scope with what of each posts prompted, the latest first. Throws `not-found` for a
 * topic or person that is none, `bad-input` for a span turned round or a foreign cursor.
 */
export async function readOutcomes(
  tx: Transaction,
  asked: CreditedAsked,
  page: PageRequest,
): Promise<Listed<CreditedOutcome>> {
  const conditions = await conditionsOf(tx, asked)
  if (page.cursor !== undefined) conditions.push(behind(page.cursor))
  const rows = await readRows(tx, sql.join(conditions, sql` and `), page.limit + 1)
  const shown = rows.slice(0, page.limit)
  const outcomes = await showOutcomes(tx, shown)
  const last = shown.at(-1)
  const isMore = rows.length > page.limit && last !== undefined
  return {
    items: shown.flatMap(({ background, touches, isLive }, i) => {
      const outcome = outcomes[i]
      return outcome === undefined ? [] : [{ ...outcome, background, touches, isLive }]
    }),
    next: isMore ? writeCursor([last.atText, last.outcomeId, last.type]) : null,
  }
}

async function conditionsOf(tx: Transaction, asked: CreditedAsked): Promise<RawBuilder<unknown>[]> {
  const scope = await scopeOf(tx, asked.topic)
  const conditions = [sql`c.scope_id = ${scope.id}::uuid`]
  const { since, before } = await spanOf(tx, asked)
  if (since !== null) conditions.push(sql`c.at >= ${since}`)
  if (before !== null) conditions.push(sql`c.at < ${before}`)
  const type = typeAsked(asked)
  if (type !== null) conditions.push(sql`c.type = ${type}`)
  if (asked.person !== undefined) {
    conditions.push(sql`c.handle_id = any(${await handlesOf(tx, asked.person)}::uuid[])`)
  }
  // What nothing has a part in is background to the last bit.
  if (asked.cause === 'background') conditions.push(sql`c.background >= 1`)
  if (asked.cause === 'prompted') conditions.push(sql`c.background < 1`)
  return conditions
}

const INSTANT = /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/

function behind(cursor: string): RawBuilder<unknown> {
  const [at = '', outcome = '', type = ''] = readCursor(cursor, 3)
  // Anything that this server did not write is refused in the words of a cursor.
  if (!INSTANT.test(at) || !isUuid(outcome) || !/^[a-z:-]+$/.test(type)) readCursor('', 3)
  return sql`(c.at, c.outcome_id, c.type) < (${at}::timestamptz, ${outcome}::uuid, ${type})`
}

async function readRows(
  tx: Transaction,
  conditions: RawBuilder<unknown>,
  limit: number,
): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select c.outcome_id as "outcomeId", c.type, c.handle_id as "handleId", c.at, c.at::text as "atText",
      c.value_minor as "valueMinor", c.currency, c.worth_minor as "worthMinor",
      c.worth_currency as "worthCurrency", c.background, c.is_live as "isLive",
      (select count(*)::integer from credit_share s where s.workspace_id = c.workspace_id
        and s.scope_id = c.scope_id and s.outcome_id = c.outcome_id and s.type = c.type) as touches
    from outcome_credit c where ${conditions}
    order by c.at desc, c.outcome_id desc, c.type desc limit ${limit}`.execute(tx)
  return rows
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type CreditLabel, EnishiError } from '#vocabulary/index.ts'
import { ESTIMATED } from './calibration.ts'
import { readPreceding } from './read-preceding.ts'
import { readRun, type ShownRun, showRun } from './read-run.ts'
import { readUncredited, type Uncredited } from './read-uncredited.ts'
import { type Scope, scopeOf } from './scope.ts'
import { type OutcomeRow, type ShownOutcome, showOutcomes } from './show-outcomes.ts'
import { type PathTouch, showSteps } from './show-steps.ts'
import { type Step, traceBack } from './trace-back.ts'

/** How an outcome came about: shares of the first hop and the background add up to one. */
export interface InfluencePath {
  outcome: ShownOutcome
  background: number
  isLive: boolean
  creditedAt: string
  evidence: CreditLabel
  touches: PathTouch[]
  rest: number
  restShare: number
}

export interface InfluencePaths {
  topic: Scope['topic']
  run: ShownRun | null
  paths: InfluencePath[]
  /** Why there is no path, with what came before nevertheless; null where there is one. */
  uncredited: Uncredited | null
}

/**
 * Nobody opens many paths at once, and who opens one waits for it: rather late than refused, where the
 * database knows too little of a young log to plan look-ups well.
 */
const LOOK_UP_MS_MAX = 10_000
/** More touches than these are summed up in `rest`: the smallest ones. */
const TOUCHES_SHOWN_MAX = 40

/**
 * How an outcome came about, once for each type that its activity counts as. Where it has not been
 * credited, why, and what had reached the person all the same. Throws `not-found` for an activity or a topic that is none.
 */
export async function readPaths(
  tx: Transaction,
  outcomeId: string,
  topicId: string | undefined,
): Promise<InfluencePaths> {
  await sql`set local statement_timeout = ${sql.lit(LOOK_UP_MS_MAX)}`.execute(tx)
  const scope = await scopeOf(tx, topicId)
  await ensureActivity(tx, outcomeId)
  const run = await readRun(tx, scope)
  const rows = await readCredited(tx, scope, outcomeId)
  const outcomes = await showOutcomes(tx, rows)
  const paths: InfluencePath[] = []
  for (const [i, row] of rows.entries()) {
    const outcome = outcomes[i]
    if (outcome === undefined || run === null) continue
    const { shown, rest, restShare } = await stepsOf(tx, scope, row)
    // What came before and was credited nothing is shown too: all of it is background then.
    const first = shown.length > 0 ? shown : await readPreceding(tx, scope, run, row)
    const steps = [...first, ...(await traceBack(tx, scope, run, first))]
    const { background, isLive, creditedAt } = row
    paths.push({
      ...{
        outcome,
        background,
        isLive,
        creditedAt: creditedAt.toISOString(),
        evidence: ESTIMATED.label,
      },
      ...{ touches: await showSteps(tx, steps), rest, restShare },
    })
  }
  const uncredited = paths.length > 0 ? null : await readUncredited(tx, scope, run, outcomeId)
  return { topic: scope.topic, run: run === null ? null : showRun(run), paths, uncredited }
}

/** Throws `not-found` for an activity that is none. */
export async function ensureActivity(tx: Transaction, id: string): Promise<void> {
  const found = await tx.selectFrom('activity').select('id').where('id', '=', id).executeTakeFirst()
  if (found !== undefined) return
  throw new EnishiError(
    'not-found',
    {
      en: 'There is no such outcome. It may have been removed, or its person erased.',
      ja: 'この成果は見つかりません。削除されたか、本人のデータが消去された可能性があります。',
    },
    { field: 'outcome' },
  )
}

interface CreditedRow extends OutcomeRow {
  background: number
  isLive: boolean
  creditedAt: Date
}

async function readCredited(
  tx: Transaction,
  scope: Scope,
  outcomeId: string,
): Promise<CreditedRow[]> {
  const { rows } = await sql<CreditedRow>`
    select outcome_id as "outcomeId", type, handle_id as "handleId", at, value_minor as "valueMinor",
      currency, worth_minor as "worthMinor", worth_currency as "worthCurrency", background,
      is_live as "isLive", credited_at as "creditedAt"
    from outcome_credit where scope_id = ${scope.id}::uuid and outcome_id = ${outcomeId}::uuid
    order by type`.execute(tx)
  return rows
}

/** The touches of a path, the oldest first, without the smallest where there are very many. */
async function stepsOf(
  tx: Transaction,
  scope: Scope,
  { outcomeId, type }: CreditedRow,
): Promise<{ shown: Step[]; rest: number; restShare: number }> {
  const { rows } = await sql<Omit<Step, 'parent' | 'hop'>>`
    select number, activity_id as "activityId", evidence_id as "evidenceId", kind, level,
      actor_handle_id as "actorHandleId", channel_id as "channelId", reached_at as "reachedAt", share
    from credit_share where scope_id = ${scope.id}::uuid and outcome_id = ${outcomeId}::uuid
      and type = ${type} order by number`.execute(tx)
  const large = [...rows].sort((a, b) => b.share - a.share).slice(0, TOUCHES_SHOWN_MAX)
  const isShown = new Set(large.map(({ number }) => number))
  const shown = rows.filter(({ number }) => isShown.has(number))
  const left = rows.filter(({ number }) => !isShown.has(number))
  return {
    shown: shown.map((step, number) => ({ ...step, number, parent: null, hop: 1 })),
    rest: left.length,
    restShare: left.reduce((sum, { share }) => sum + share, 0),
  }
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type CreditLabel, EnishiError } from '#vocabulary/index.ts'
import { ESTIMATED } from './calibration.ts'
import { type NamedPerson, namePeople } from './name-people.ts'
import { readRun, type ShownRun, showRun } from './read-run.ts'
import { type Scope, scopeOf } from './scope.ts'
import { type OutcomeRow, type ShownOutcome, showOutcomes } from './show-outcomes.ts'
import { type ShownChannel, type ShownPost, showChannels, showPosts } from './show-posts.ts'
import { type Step, traceBack } from './trace-back.ts'

/** A touch on the way to an outcome; `parent` numbers the one whose actor it had reached before. */
export interface PathTouch
  extends Pick<Step, 'number' | 'parent' | 'hop' | 'share' | 'kind' | 'level' | 'evidenceId'> {
  reachedAt: string
  person: NamedPerson | null
  channel: ShownChannel | null
  post: ShownPost | null
}

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
}

/**
 * Nobody opens many paths at once, and who opens one waits for it: rather late than refused, where the
 * database knows too little of a young log to plan look-ups well.
 */
const LOOK_UP_MS_MAX = 10_000
/** More touches than these are summed up in `rest`: the smallest ones. */
const TOUCHES_SHOWN_MAX = 40

/**
 * How an outcome came about, once for each type that its activity counts as. Without paths where it has
 * not been credited. Throws `not-found` for an activity or a topic that is none.
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
    const steps = [...shown, ...(await traceBack(tx, scope, run, shown))]
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
  return { topic: scope.topic, run: run === null ? null : showRun(run), paths }
}

async function ensureActivity(tx: Transaction, id: string): Promise<void> {
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

async function showSteps(tx: Transaction, steps: readonly Step[]): Promise<PathTouch[]> {
  const people = await namePeople(
    tx,
    steps.map(({ actorHandleId }) => actorHandleId),
  )
  const posts = await showPosts(
    tx,
    steps.map(({ activityId }) => activityId),
  )
  const channels = await showChannels(
    tx,
    steps.map(({ channelId }) => channelId),
  )
  return steps.map(({ number, parent, hop, share, kind, level, evidenceId, ...step }) => ({
    ...{ number, parent, hop, share, kind, level, evidenceId },
    reachedAt: step.reachedAt.toISOString(),
    person: people.get(step.actorHandleId) ?? null,
    channel: channels.get(step.channelId) ?? null,
    post: posts.get(step.activityId) ?? null,
  }))
}

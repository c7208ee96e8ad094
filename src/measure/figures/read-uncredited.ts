import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { InfluenceOutcome, OutcomeType, Stage, UncreditedReason } from '#vocabulary/index.ts'
import { outcomeOfStage } from '#vocabulary/index.ts'
import { isKnownOtherwise } from '../live/known-people.ts'
import { accountsOf } from '../touches/people-of-handles.ts'
import { rootsOf } from './name-people.ts'
import { readPreceding } from './read-preceding.ts'
import type { Run } from './read-run.ts'
import type { Scope } from './scope.ts'
import { type ShownOutcome, showOutcomes } from './show-outcomes.ts'
import { type PathTouch, showSteps } from './show-steps.ts'

/** An outcome without credit: why, and what had reached the person in the usual window before. */
export interface Uncredited {
  reason: UncreditedReason
  /** Null where the activity is no outcome. */
  outcome: ShownOutcome | null
  touches: PathTouch[]
}

/** Why an activity has no path in a scope; what came before it is listed all the same. */
export async function readUncredited(
  tx: Transaction,
  scope: Scope,
  run: Run | null,
  activityId: string,
): Promise<Uncredited> {
  const row = await readOutcome(tx, scope, activityId)
  if (row === null) return { reason: 'no-outcome', outcome: null, touches: [] }
  const [outcome = null] = await showOutcomes(tx, [row])
  const steps = await readPreceding(tx, scope, run, row)
  const reason = await reasonOf(tx, run, row, steps.length > 0)
  return { reason, outcome, touches: await showSteps(tx, steps) }
}

interface ActivityRow {
  handleId: string
  at: Date
  type: OutcomeType | null
  valueMinor: number | null
  currency: string | null
  stage: Stage | null
  isAgainst: boolean | null
}

async function readOutcome(tx: Transaction, scope: Scope, activityId: string) {
  const { rows } = await sql<ActivityRow>`
    select a.handle_id as "handleId", a.published_at as at, o.type, o.value_minor as "valueMinor",
      o.currency, m.to_stage as stage, m.stance = 'against' as "isAgainst"
    from activity a
    left join outcome o on o.workspace_id = a.workspace_id and o.activity_id = a.id
    left join lateral (
      select m.to_stage, m.stance from handle_person hp
      join person p on p.workspace_id = hp.workspace_id
        and (p.id = hp.person_id or p.merged_into = hp.person_id)
      join journey_move m on m.workspace_id = p.workspace_id and m.person_id = p.id
      where hp.workspace_id = a.workspace_id and hp.handle_id = a.handle_id and m.activity_id = a.id
        and m.topic_id = coalesce(${scope.topic?.id ?? null}::uuid, m.topic_id)
      order by m.topic_id limit 1) m on true
    where a.id = ${activityId}::uuid and a.deleted_at is null`.execute(tx)
  const row = rows[0]
  const type = row === undefined ? null : typeOf(row)
  if (row === undefined || type === null) return null
  const { handleId, at, valueMinor, currency } = row
  const worth = { worthMinor: null, worthCurrency: null }
  return { outcomeId: activityId, type, handleId, at, valueMinor, currency, ...worth }
}

function typeOf({ type, stage, isAgainst }: ActivityRow): InfluenceOutcome | null {
  if (type !== null) return type
  if (stage === null) return null
  return isAgainst === true ? 'stage:rejection' : outcomeOfStage(stage)
}

async function reasonOf(
  tx: Transaction,
  run: Run | null,
  { handleId, at }: { handleId: string; at: Date },
  isReached: boolean,
): Promise<UncreditedReason> {
  const accounts = await accountsOf(tx, [...(await rootsOf(tx, [handleId])).values()])
  if (accounts.length === 0) return 'no-person'
  if (!isReached && !(await isKnownOtherwise(tx, accounts))) return 'nothing-else-known'
  if (run === null) return 'not-measured'
  if (run.state === 'insufficient') return 'too-few'
  return at > run.measuredAt ? 'not-yet' : 'not-counted'
}

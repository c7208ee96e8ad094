import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import type { WrittenCredit, WrittenShare } from '../nightly/outcome-credits.ts'
import type { PersonDue } from './credit-people.ts'

interface Written {
  scopeId: string
  runId: string
  now: Date
}

/** Parts that differ by less are the same: what was given by other means differs in the last digits. */
const SAME = 1e-6

/**
 * Writes what is credited, in place of what was. An outcome that the measurement counted stays one of
 * the measurement's, so that no figure counts it twice. Answers whether anything is otherwise now.
 */
export async function writeCredit(
  tx: Transaction,
  { scopeId, runId, now }: Written,
  outcome: WrittenCredit,
): Promise<boolean> {
  const { outcomeId, type, handleId, at, valueMinor, currency, worth, background } = outcome
  if (await isWritten(tx, scopeId, outcome)) return false
  await sql`
    insert into outcome_credit (workspace_id, scope_id, outcome_id, type, run_id, handle_id, at,
      value_minor, currency, worth_minor, worth_currency, background, is_live, credited_at)
    values (${OWN_WORKSPACE}, ${scopeId}, ${outcomeId}, ${type}, ${runId}, ${handleId}, ${at},
      ${valueMinor}, ${currency}, ${worth?.minor ?? null}, ${worth?.currency ?? null}, ${background},
      true, ${now})
    on conflict (workspace_id, scope_id, outcome_id, type) do update set run_id = excluded.run_id,
      handle_id = excluded.handle_id, at = excluded.at, value_minor = excluded.value_minor,
      currency = excluded.currency, worth_minor = excluded.worth_minor,
      worth_currency = excluded.worth_currency, background = excluded.background,
      credited_at = excluded.credited_at`.execute(tx)
  await sql`delete from credit_share where scope_id = ${scopeId}::uuid
    and outcome_id = ${outcomeId}::uuid and type = ${type}`.execute(tx)
  await writeShares(tx, scopeId, outcome)
  return true
}

async function isWritten(
  tx: Transaction,
  scopeId: string,
  { outcomeId, type, shares, background, ...outcome }: WrittenCredit,
): Promise<boolean> {
  const { rows } = await sql<{ isSame: boolean; shares: number[]; evidence: string[] }>`
    select abs(c.background - ${background}::float8) < ${SAME} and c.handle_id = ${outcome.handleId}::uuid
        and c.at = ${outcome.at} and c.value_minor is not distinct from ${outcome.valueMinor}::bigint
        and c.worth_currency is not distinct from ${outcome.worth?.currency ?? null}::text
        and (c.worth_minor is null or abs(c.worth_minor - ${outcome.worth?.minor ?? null}::float8) < 1)
        as "isSame",
      array(select s.share from credit_share s where s.scope_id = c.scope_id
        and s.outcome_id = c.outcome_id and s.type = c.type order by s.number) as shares,
      array(select s.evidence_id::text from credit_share s where s.scope_id = c.scope_id
        and s.outcome_id = c.outcome_id and s.type = c.type order by s.number) as evidence
    from outcome_credit c where c.scope_id = ${scopeId}::uuid and c.outcome_id = ${outcomeId}::uuid
      and c.type = ${type}`.execute(tx)
  const [row] = rows
  if (row?.isSame !== true) return false
  const known = row.shares.map((share, i) => ({ share, evidenceId: row.evidence[i] ?? '' }))
  return areSame(known, shares)
}

type Part = Pick<WrittenShare, 'evidenceId' | 'share'>

/** Whether the same touches have the same parts, in whatever order. */
export function areSame(some: readonly Part[], others: readonly Part[]): boolean {
  const [one, other] = [some.toSorted(byEvidence), others.toSorted(byEvidence)]
  return (
    one.length === other.length &&
    one.every(({ evidenceId, share }, i) => {
      const it = other[i]
      return it?.evidenceId === evidenceId && Math.abs(it.share - share) < SAME
    })
  )
}

function byEvidence(a: Part, b: Part): number {
  if (a.evidenceId !== b.evidenceId) return a.evidenceId < b.evidenceId ? -1 : 1
  return a.share - b.share
}

async function writeShares(
  tx: Transaction,
  scopeId: string,
  { outcomeId, type, shares }: WrittenCredit,
): Promise<void> {
  if (shares.length === 0) return
  const column = (of: (share: WrittenShare) => unknown) => shares.map(of)
  await sql`
    insert into credit_share (workspace_id, scope_id, outcome_id, type, number, activity_id,
      evidence_id, kind, actor_handle_id, channel_id, level, reached_at, share)
    select ${OWN_WORKSPACE}, ${scopeId}, ${outcomeId}, ${type}, n.number - 1, n.activity_id,
      n.evidence_id, n.kind, n.actor_handle_id, n.channel_id, n.level, n.reached_at, n.share
    from unnest(${column((one) => one.activityId)}::uuid[],
      ${column((one) => one.evidenceId)}::uuid[], ${column((one) => one.kind)}::text[],
      ${column((one) => one.actorHandleId)}::uuid[],
      ${column((one) => one.channelId)}::uuid[], ${column((one) => one.level)}::text[],
      ${column((one) => one.reachedAt)}::timestamptz[], ${column((one) => one.share)}::float8[])
      with ordinality as n (activity_id, evidence_id, kind, actor_handle_id, channel_id, level,
        reached_at, share, number)`.execute(tx)
}

/** Takes the credit back of what a person has not done after all; answers of which outcomes. */
export async function dropVanished(
  tx: Transaction,
  scopeId: string,
  accounts: readonly string[],
  { since, before }: PersonDue,
  credited: readonly WrittenCredit[],
): Promise<string[]> {
  const kept = credited.map(({ outcomeId, type }) => `${outcomeId} ${type}`)
  const { rows } = await sql<{ outcomeId: string; type: string }>`
    select outcome_id as "outcomeId", type from outcome_credit
    where scope_id = ${scopeId}::uuid and handle_id = any(${[...accounts]}::uuid[])
      and at >= ${since} and (${before}::timestamptz is null or at < ${before}::timestamptz)`.execute(
    tx,
  )
  const gone = rows.filter(({ outcomeId, type }) => !kept.includes(`${outcomeId} ${type}`))
  for (const { outcomeId, type } of gone) {
    await sql`delete from outcome_credit where scope_id = ${scopeId}::uuid
      and outcome_id = ${outcomeId}::uuid and type = ${type}`.execute(tx)
  }
  return gone.map(({ outcomeId }) => outcomeId)
}

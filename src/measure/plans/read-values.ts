import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { PlanOutcome } from '#vocabulary/index.ts'
import type { Accounts } from '../touches/people-of-handles.ts'

/** What moving each person is worth, in the minor unit of one currency. */
export interface ValuesOfPlan {
  currency: string
  /** Of somebody of whom nothing is known. */
  mean: number
  values: Float64Array
}

/** The mean of all counts as much as so many outcomes of one's own. */
const OUTCOMES_OF_THE_MEAN = 3

interface Valued {
  handleId: string
  /** Of outcomes with a value, their sum and number; of moves, what followed each. */
  worth: number
  outcomes: number
}

/**
 * What moving people is worth: of a business outcome its mean value, of a person that of their own,
 * shrunk to the mean of all; of a stage what those who moved there bought afterwards, on average. In
 * the currency in which most was paid, since sums of several cannot be added. Null without any.
 */
export async function readValues(
  tx: Transaction,
  { scopeId, outcome, accounts }: { scopeId: string; outcome: PlanOutcome; accounts: Accounts },
): Promise<ValuesOfPlan | null> {
  const currency = await readCurrency(tx, scopeId)
  if (currency === null) return null
  const rows = outcome.startsWith('stage:')
    ? await readBoughtAfter(tx, scopeId, outcome, currency)
    : await readPaid(tx, scopeId, outcome, currency)
  const worth = rows.reduce((sum, one) => sum + one.worth, 0)
  const outcomes = rows.reduce((sum, one) => sum + one.outcomes, 0)
  if (worth <= 0 || outcomes === 0) return null
  const mean = worth / outcomes
  const values = new Float64Array(accounts.people.count).fill(mean)
  for (const row of outcome.startsWith('stage:') ? [] : rows) {
    const person = accounts.personOf(accounts.handles.find(row.handleId))
    if (person < 0) continue
    const seen = OUTCOMES_OF_THE_MEAN + row.outcomes
    values[person] = (OUTCOMES_OF_THE_MEAN * mean + row.worth) / seen
  }
  return { currency, mean, values }
}

async function readCurrency(tx: Transaction, scopeId: string): Promise<string | null> {
  const { rows } = await sql<{ currency: string }>`
    select currency from outcome_credit where scope_id = ${scopeId} and currency is not null
    group by currency order by count(*) desc, currency limit 1`.execute(tx)
  return rows[0]?.currency ?? null
}

async function readPaid(tx: Transaction, scopeId: string, outcome: string, currency: string) {
  const { rows } = await sql<Valued>`
    select handle_id as "handleId", sum(value_minor)::float8 as worth, count(*)::integer as outcomes
    from outcome_credit where scope_id = ${scopeId} and type = ${outcome} and currency = ${currency}
    group by handle_id order by handle_id`.execute(tx)
  return rows
}

/** Of each who moved there, once, what the same person paid from then on. */
async function readBoughtAfter(
  tx: Transaction,
  scopeId: string,
  outcome: string,
  currency: string,
) {
  const { rows } = await sql<Valued>`
    with owned as materialized (
      select c.type, c.at, c.value_minor, c.currency, c.handle_id, hp.person_id
      from outcome_credit c
      join handle_person hp on hp.workspace_id = c.workspace_id and hp.handle_id = c.handle_id
      where c.scope_id = ${scopeId}
    ),
    moved as (
      select person_id, min(at) as at, (array_agg(handle_id order by at))[1] as handle_id
      from owned where type = ${outcome} group by person_id
    )
    select m.handle_id as "handleId", 1 as outcomes, coalesce(sum(p.value_minor), 0)::float8 as worth
    from moved m left join owned p on p.person_id = m.person_id and p.at >= m.at
      and p.type in ('purchase', 'renewal') and p.currency = ${currency}
    group by m.handle_id order by m.handle_id`.execute(tx)
  return rows
}

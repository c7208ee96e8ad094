import { sql } from 'kysely'
import { handlesOfOrganisation } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import type { ContactKind, DealState, OutcomeType, RelationCode } from '#vocabulary/index.ts'
import { dealsHolding } from '../deals/read-deals.ts'
import { rowsAbout, scopeOfOrganisation, type TimelineScope } from '../timeline/scope.ts'

/** An amount of one currency: digits of its minor unit, since a sum may be more than a number holds. */
export interface SumOfMoney {
  currency: string
  valueMinor: string
}

/** What its people signed up for, bought, …: what carries no amount is counted only. */
export interface OutcomeSum {
  type: OutcomeType
  outcomes: number
  byCurrency: SumOfMoney[]
}

export interface DealSum {
  state: DealState
  deals: number
  byCurrency: SumOfMoney[]
}

/** The last time that somebody of us was in touch, outside the net or for a programme. */
export interface LastContact {
  /** In the workspace's time zone. */
  on: string
  by: ContactKind | 'programme'
  /** With whom: one of its people, or the organisation itself. */
  with: { kind: 'person' | 'organisation'; id: string; name: string } | null
}

export interface OrganisationSums {
  outcomes: OutcomeSum[]
  deals: DealSum[]
  /** How many of its people are something to us today, by kind. */
  relations: { relation: RelationCode; people: number }[]
  lastContact: LastContact | null
  /** Open tasks about it, its people and its deals. */
  promises: { open: number; overdue: number }
}

/**
 * What an organisation is worth to us, summed over its people of today: their outcomes, its deals, what
 * they are to us, the last contact, what is promised. Throws `not-found`.
 */
export async function sumOrganisation(
  tx: Transaction,
  anyId: string,
  now: Date,
): Promise<OrganisationSums> {
  const scope = await scopeOfOrganisation(tx, anyId)
  const { id } = scope
  return {
    outcomes: await sumOutcomes(tx, id),
    deals: await sumDeals(tx, id),
    relations: await countRelations(tx, scope),
    lastContact: await readLastContact(tx, scope, now),
    promises: await countPromises(tx, scope, now),
  }
}

async function sumOutcomes(tx: Transaction, id: string): Promise<OutcomeSum[]> {
  const handles = await handlesOfOrganisation(tx, id)
  const { rows } = await sql<{ type: OutcomeType } & CurrencyRow>`
    select o.type, o.currency, count(*)::integer as count, coalesce(sum(o.value_minor), 0)::text as value
    from activity a
    cross join lateral (
      select type, currency, value_minor from outcome where outcome.activity_id = a.id offset 0) o
    where a.handle_id = any(${handles}::uuid[]) and a.type = 'Outcome'
    group by 1, 2 order by 1, 2`.execute(tx)
  return [...Map.groupBy(rows, ({ type }) => type)].map(([type, of]) => {
    return { type, outcomes: countOf(of), byCurrency: amountsOf(of) }
  })
}

interface CurrencyRow {
  currency: string | null
  count: number
  value: string
}

function countOf(rows: readonly CurrencyRow[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}

function amountsOf(rows: readonly CurrencyRow[]): SumOfMoney[] {
  return rows.flatMap(({ currency, value }) =>
    currency === null ? [] : [{ currency, valueMinor: value }],
  )
}

async function sumDeals(tx: Transaction, organisation: string): Promise<DealSum[]> {
  const { rows } = await sql<{ state: DealState } & CurrencyRow>`
    select d.state, d.currency, count(*)::integer as count, coalesce(sum(d.value_minor), 0)::text as value
    from deal d where ${await dealsHolding(tx, { organisation })}
    group by 1, 2 order by 1, 2`.execute(tx)
  const byState = Map.groupBy(rows, ({ state }) => state)
  return (['open', 'won', 'lost'] as const).flatMap((state) => {
    const of = byState.get(state) ?? []
    return of.length === 0 ? [] : [{ state, deals: countOf(of), byCurrency: amountsOf(of) }]
  })
}

async function countRelations(
  tx: Transaction,
  { originals }: TimelineScope,
): Promise<OrganisationSums['relations']> {
  const { rows } = await sql<{ relation: RelationCode; people: number }>`
    select r.kind as relation, count(distinct pr.root_id)::integer as people
    from relation r join person_root pr on pr.person_id = r.person_id
    where r.person_id = any(${originals}::uuid[]) and r.until is null
    group by 1 order by 2 desc, 1`.execute(tx)
  return rows
}

/** What is planned for later was no contact yet. */
async function readLastContact(
  tx: Transaction,
  { id, originals, deals }: TimelineScope,
  now: Date,
): Promise<LastContact | null> {
  const { rows } = await sql<{
    on: string
    by: LastContact['by']
    person: string | null
    personName: string | null
    organisation: string | null
    organisationName: string | null
  }>`
    with zone as (select time_zone from workspace), met as (
      select c.at, c.kind as by, c.organisation_id, (
          select cp.person_id from contact_person cp
          where cp.contact_id = c.id and cp.person_id = any(${originals}::uuid[]) limit 1) as person_id
      from contact c
      where c.at <= ${now} and (c.organisation_id = ${id}::uuid or c.deal_id = any(${deals}::uuid[])
        or c.id in (select contact_id from contact_person where person_id = any(${originals}::uuid[])))
      union all
      select p.on_day::timestamp at time zone (select time_zone from zone), 'programme',
        p.organisation_id, p.person_id
      from programme_contact p
      where p.on_day <= (${now}::timestamptz at time zone (select time_zone from zone))::date
        and (p.organisation_id = ${id}::uuid or p.person_id = any(${originals}::uuid[]))
    )
    select (m.at at time zone (select time_zone from zone))::date::text as on, m.by,
      root.id as person, root.display_name as "personName", o.id as organisation,
      o.name as "organisationName"
    from (select * from met order by at desc limit 1) m
    left join person_root pr on pr.person_id = m.person_id
    left join person root on root.id = pr.root_id
    left join organisation o on o.id = m.organisation_id`.execute(tx)
  const [row] = rows
  if (row === undefined) return null
  const { on, by, person, personName, organisation, organisationName } = row
  if (person !== null)
    return { on, by, with: { kind: 'person', id: person, name: personName ?? '' } }
  if (organisation === null) return { on, by, with: null }
  return { on, by, with: { kind: 'organisation', id: organisation, name: organisationName ?? '' } }
}

async function countPromises(
  tx: Transaction,
  scope: TimelineScope,
  now: Date,
): Promise<OrganisationSums['promises']> {
  const { rows } = await sql<OrganisationSums['promises']>`
    select count(*)::integer as open, (count(*) filter (where r.due_at <= ${now}))::integer as overdue
    from task r where (${rowsAbout(scope)}) and r.done_at is null`.execute(tx)
  return rows[0] ?? { open: 0, overdue: 0 }
}

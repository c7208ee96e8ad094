import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import {
  type DealRole,
  type DealState,
  decimalOfMinor,
  type LostReason,
} from '#vocabulary/index.ts'
import { type Colleague, colleague, noDeal, shownPerson } from '../subjects.ts'
import type { PipelineStage } from './pipelines.ts'

interface Named {
  id: string
  name: string
}

export interface DealPerson extends Named {
  nameReading: string | null
  role: DealRole
  isMain: boolean
}

/** A deal as lists show it; times in RFC 3339, UTC. */
export interface ListedDeal {
  id: string
  key: string | null
  name: string
  pipeline: Named
  stage: PipelineStage
  stageSince: string
  state: DealState
  valueMinor: number | null
  currency: string | null
  value: string | null
  probability: number
  ownProbability: number | null
  closesOn: string | null
  closedAt: string | null
  lostReason: LostReason | null
  lostText: string | null
  organisation: Named | null
  people: DealPerson[]
  topic: Named | null
  source: string | null
  owner: Colleague | null
  secondOwner: Colleague | null
  createdAt: string
  changedAt: string
}

interface DealRow {
  id: string
  key: string | null
  name: string
  pipeline_id: string
  pipeline_name: string
  stage_id: string
  stage_name: string
  stage_probability: number
  stage_since: Date
  state: DealState
  value_minor: number | null
  currency: string | null
  probability: number
  own_probability: number | null
  closes_on: string | null
  closed_at: Date | null
  lost_reason: LostReason | null
  lost_text: string | null
  organisation_id: string | null
  organisation_name: string | null
  topic_id: string | null
  topic_name: string | null
  source: string | null
  owner_id: string | null
  second_owner_id: string | null
  created_at: Date
  changed_at: Date
}

/**
 * How likely a deal `d` at its stage `s` is, in percent: one that is won is certain, one that is
 * lost is none, an open one has its own likelihood or its stage's.
 */
export const PROBABILITY = sql`case d.state when 'won' then 100 when 'lost' then 0 else
  case when d.own_probability is null then s.probability else d.own_probability end end`

/** The deals with these ids, in their order; two round trips. */
export async function hydrateDeals(tx: Transaction, ids: readonly string[]): Promise<ListedDeal[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<DealRow>`
    select d.*, p.name as pipeline_name, s.name as stage_name, s.probability as stage_probability,
      ${PROBABILITY} as probability, o.name as organisation_name, t.id as topic_id, t.name as topic_name
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, n)
    cross join lateral (
      select id, key, name, pipeline_id, stage_id, stage_since, state, value_minor, currency,
        own_probability, closes_on, closed_at, lost_reason, lost_text, organisation_id,
        topic_id as about_topic, source, owner_id, second_owner_id, created_at, changed_at
      from deal where deal.id = wanted.id offset 0) d
    join pipeline p on p.id = d.pipeline_id
    join pipeline_stage s on s.id = d.stage_id
    left join organisation o on o.id = d.organisation_id
    left join topic t on t.id = d.about_topic and t.deleted_at is null
    order by wanted.n`.execute(tx)
  const people = await readPeople(tx, ids)
  return rows.map((row) => showDeal(row, people.get(row.id) ?? []))
}

/** One deal. Throws `not-found`. */
export async function getListedDeal(tx: Transaction, id: string): Promise<ListedDeal> {
  const [deal] = await hydrateDeals(tx, [id])
  if (deal === undefined) throw noDeal()
  return deal
}

interface PersonRow {
  deal_id: string
  id: string
  display_name: string
  name_reading: string | null
  role: DealRole
  is_main: boolean
}

/** Who takes part, the main one first; of several that were merged into one, the main one's role. */
async function readPeople(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, DealPerson[]>> {
  const { rows } = await sql<PersonRow>`
    select * from (
      select distinct on (dp.deal_id, shown.id) dp.deal_id, shown.id, shown.display_name,
        shown.name_reading, dp.role, dp.is_main
      from unnest(${ids}::uuid[]) as wanted (id)
      cross join lateral (select * from deal_person where deal_person.deal_id = wanted.id offset 0) dp
      ${shownPerson(sql`dp.person_id`)}
      order by dp.deal_id, shown.id, dp.is_main desc, dp.person_id
    ) person order by is_main desc, display_name, id`.execute(tx)
  const people = new Map<string, DealPerson[]>()
  for (const { deal_id, ...row } of rows) {
    const person = { id: row.id, name: row.display_name, nameReading: row.name_reading }
    const others = people.get(deal_id) ?? []
    people.set(deal_id, [...others, { ...person, role: row.role, isMain: row.is_main }])
  }
  return people
}

function named(id: string | null, name: string | null): Named | null {
  return id === null ? null : { id, name: name ?? '' }
}

function showDeal(row: DealRow, people: DealPerson[]): ListedDeal {
  const { id, key, name, state, currency, probability, source, stage_id: stage } = row
  return {
    ...{ id, key, name, state, currency, probability, source, people },
    pipeline: { id: row.pipeline_id, name: row.pipeline_name },
    stage: { id: stage, name: row.stage_name, probability: row.stage_probability },
    stageSince: row.stage_since.toISOString(),
    valueMinor: row.value_minor,
    value: row.value_minor === null ? null : decimalOfMinor(row.value_minor, currency ?? ''),
    ownProbability: row.own_probability,
    closesOn: row.closes_on,
    closedAt: row.closed_at?.toISOString() ?? null,
    lostReason: row.lost_reason,
    lostText: row.lost_text,
    organisation: named(row.organisation_id, row.organisation_name),
    topic: named(row.topic_id, row.topic_name),
    owner: colleague(row.owner_id),
    secondOwner: colleague(row.second_owner_id),
    createdAt: row.created_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  }
}

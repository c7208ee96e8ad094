import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { OutboxEvent } from '#store/outbox.ts'
import { getListedOrganisation, hydratePeople, rootOf } from '#understand/index.ts'
import { decimalOfMinor, EnishiError, uuidV7Floor, type WebhookKind } from '#vocabulary/index.ts'
import { getListedDeal } from '../deals/hydrate-deals.ts'

/** One thing that is told of an event. */
export interface Told {
  kind: WebhookKind
  /** Of several of one event, which one. */
  part: number
  subjectId: string | null
  occurredAt: Date
  /** Public fields of the subject, named and formed as the API answers them; its id alone where it is gone. */
  data: Record<string, unknown>
}

type Telling = Pick<OutboxEvent, 'name' | 'subjectId' | 'detail' | 'at'>

/** What an event has to say under its own name. */
export async function tellEvent(
  tx: Transaction,
  event: Telling & { name: WebhookKind },
): Promise<Told> {
  const { name: kind, subjectId, at: occurredAt } = event
  const data = subjectId === null ? {} : await dataOf(tx, kind, subjectId)
  return { kind, part: 0, subjectId, occurredAt, data }
}

async function dataOf(
  tx: Transaction,
  kind: WebhookKind,
  id: string,
): Promise<Record<string, unknown>> {
  const read = READERS[kind.slice(0, kind.indexOf('.'))]
  if (read === undefined) return { id }
  try {
    return await read(tx, id)
  } catch (error) {
    // Removed or erased since: that it happened is told, nothing of what it was.
    if (error instanceof EnishiError && error.code === 'not-found') return { id }
    throw error
  }
}

/** By noun. Notes, tasks, contacts and alerts hold free words or are one member's: their id is enough to ask. */
const READERS: Record<string, (tx: Transaction, id: string) => Promise<Record<string, unknown>>> = {
  person: personFields,
  organisation: organisationFields,
  deal: dealFields,
}

async function personFields(tx: Transaction, id: string): Promise<Record<string, unknown>> {
  const root = await rootOf(tx, id)
  const [person] = await hydratePeople(tx, [root])
  if (person === undefined) return { id }
  const { displayName, familyName, givenName, nameReading, relations, affiliations } = person
  return { id: root, displayName, familyName, givenName, nameReading, relations, affiliations }
}

async function organisationFields(tx: Transaction, id: string): Promise<Record<string, unknown>> {
  const { name, nameReading, domain, url, relations } = await getListedOrganisation(tx, id)
  return { id, name, nameReading, domain, url, relations }
}

async function dealFields(tx: Transaction, id: string): Promise<Record<string, unknown>> {
  const deal = await getListedDeal(tx, id)
  const { name, pipeline, stage, stageSince, state, value, currency, probability } = deal
  const { closesOn, closedAt, lostReason, organisation, people, topic } = deal
  return {
    ...{ id, name, pipeline, stage, stageSince, state, value, currency, probability },
    ...{ closesOn, closedAt, lostReason, organisation, people, topic },
  }
}

/** What happened longer before it arrived is no news: an export of last year is told by its import. */
const NEWS_MS = 7 * 86_400_000

interface OutcomeRow {
  id: string
  type: string
  at: Date
  minor: number | null
  currency: string | null
  about: string | null
  person: string
}

/** The outcomes that a batch brought (`activities.heard`), oldest first; not those of long ago. */
export async function tellOutcomes(tx: Transaction, { detail }: Telling): Promise<Told[]> {
  const partOf = (name: string) =>
    detail.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1)
  const [from, to, arrived] = [partOf('from'), partOf('to'), partOf('at')]
  if (from === undefined || to === undefined || arrived === undefined) return []
  const [, floor = from] = [from, uuidV7Floor(Date.parse(arrived) - NEWS_MS)].sort()
  if (to < floor) return []
  const { rows } = await sql<OutcomeRow>`
    select a.id, o.type, a.published_at as at, o.value_minor as minor, o.currency, o.about,
      hp.person_id as person
    from outcome o
    join activity a on a.workspace_id = o.workspace_id and a.id = o.activity_id
    join handle_person hp on hp.workspace_id = a.workspace_id and hp.handle_id = a.handle_id
    where o.activity_id >= ${floor}::uuid and o.activity_id <= ${to}::uuid
      and a.arrived_at = ${arrived}::timestamptz
    order by a.id`.execute(tx)
  return rows.map(toldOutcome)
}

function toldOutcome(row: OutcomeRow, part: number): Told {
  const { id, type, at, minor, currency, about, person } = row
  const value = minor === null || currency === null ? null : decimalOfMinor(minor, currency)
  const data = { id, type, at: at.toISOString(), value, currency, about, person: { id: person } }
  return { kind: 'outcome.recorded', part: part + 1, subjectId: id, occurredAt: at, data }
}

import { sql } from 'kysely'
import type { Batch } from '#listen/index.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import { searchKey } from '../search.ts'
import { sortKeyOf } from './deal-keys.ts'
import type { ListedRow } from './record-deals.ts'

/** A row of a list that is a deal nobody knew, and the id that it gets. */
export interface NewListedDeal {
  row: ListedRow
  id: string
}

/** Makes the deals, with who takes part and where they begin; gives each its id. */
export async function insertDeals(batch: Batch, fresh: readonly NewListedDeal[]): Promise<void> {
  if (fresh.length === 0) return
  const { tx, workspaceId, random, arrivedAt } = batch
  const newId = () => uuidV7(arrivedAt.getTime(), random)
  for (const one of fresh) one.id = newId()
  await insertRows(
    tx,
    'deal',
    workspaceId,
    DEAL_FORMS,
    fresh.map((one) => rowOf(one, arrivedAt)),
  )
  await closeOver(batch, fresh)
  const people = fresh.flatMap(({ id, row: { personId } }) =>
    personId === undefined
      ? []
      : [{ deal_id: id, person_id: personId, role: 'other', is_main: true }],
  )
  await insertRows(tx, 'deal_person', workspaceId, PERSON_FORMS, people)
  const moves = fresh.map(({ id, row: { place } }) => ({
    ...{ id: newId(), deal_id: id, at: arrivedAt.toISOString() },
    ...{ to_stage_id: place.stageId, to_state: place.state ?? 'open' },
  }))
  await insertRows(tx, 'deal_move', workspaceId, MOVE_FORMS, moves)
}

const DEAL_FORMS: Record<string, ColumnForm> = {
  ...{ id: 'uuid', key: 'text', name: 'text', sort_key: 'text', search_key: 'text' },
  ...{ pipeline_id: 'uuid', stage_id: 'uuid', stage_since: 'timestamptz', state: 'text' },
  ...{ value_minor: 'bigint', currency: 'text', own_probability: 'integer', closes_on: 'date' },
  ...{ closed_at: 'timestamptz', lost_text: 'text', organisation_id: 'uuid', source: 'text' },
  ...{ created_at: 'timestamptz', changed_at: 'timestamptz' },
}

const PERSON_FORMS: Record<string, ColumnForm> = {
  ...{ deal_id: 'uuid', person_id: 'uuid', role: 'text', is_main: 'boolean' },
}

const MOVE_FORMS: Record<string, ColumnForm> = {
  ...{ id: 'uuid', deal_id: 'uuid', at: 'timestamptz', to_stage_id: 'uuid', to_state: 'text' },
}

function rowOf({ id, row: { deal, place, organisationId } }: NewListedDeal, arrivedAt: Date) {
  const { key, name, source, valueMinor, currency, probability, closesOn, lostText } = deal
  const { state = 'open' } = place
  const at = arrivedAt.toISOString()
  return {
    ...{ id, key, name, sort_key: sortKeyOf(name), search_key: searchKey(name, source), source },
    ...{ pipeline_id: place.pipelineId, stage_id: place.stageId, stage_since: at, state },
    ...{ value_minor: valueMinor, currency, own_probability: probability, closes_on: closesOn },
    closed_at: state === 'open' ? undefined : at,
    lost_text: state === 'lost' ? lostText : undefined,
    ...{ organisation_id: organisationId, created_at: at, changed_at: at },
  }
}

/** A deal that is over was closed on the day that the list names, if that has been. */
async function closeOver(batch: Batch, fresh: readonly NewListedDeal[]): Promise<void> {
  const ids = fresh
    .filter(({ row: { place } }) => place.state === 'won' || place.state === 'lost')
    .map(({ id }) => id)
  await sql`
    update deal set closed_at = least(closed_at, closes_on::timestamp at time zone ${batch.timeZone})
    where workspace_id = ${batch.workspaceId} and id = any(${ids}::uuid[])
      and closes_on is not null and state <> 'open'
  `.execute(batch.tx)
}

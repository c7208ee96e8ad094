import { sql } from 'kysely'
import { organisationKey } from '#language/index.ts'
import type { Batch, Heard, ListenStep } from '#listen/index.ts'
import { changesOf } from '#listen/index.ts'
import { writeEvent } from '#store/outbox.ts'
import { ensureOrganisations } from '#understand/index.ts'
import type { IncomingDeal } from '#vocabulary/index.ts'
import { patchDeal } from './change-deals.ts'
import { type DealChange, settleNewOutcomes } from './deal-outcome.ts'
import { SHOWN_FIELDS, shownDeal } from './deal-text.ts'
import { getListedDeal, hydrateDeals } from './hydrate-deals.ts'
import { insertDeals, type NewListedDeal } from './insert-deals.ts'
import { patchOfRow } from './patch-of-row.ts'
import { allPipelines } from './pipelines.ts'
import { type DealPlace, placeOfRow } from './place-deals.ts'

/**
 * Records what lists of deals say: those that are new are made, the others brought to what the list
 * says. Deals that are won are outcomes in the log, heard in the same transaction through `hear`.
 */
export function recordDealsStep(hear: DealChange['hear']): ListenStep {
  return {
    name: 'record-deals',
    isForWholeBatch: true,
    run: (batch) => recordDeals(batch, hear),
  }
}

/** A row of a list with all that it names found. */
export interface ListedRow {
  heard: Heard
  deal: IncomingDeal
  place: DealPlace
  organisationId: string | undefined
  /** An original person. */
  personId: string | undefined
}

async function recordDeals(batch: Batch, hear: DealChange['hear']): Promise<void> {
  const named = batch.heard.filter(({ arrival }) => arrival.kind === 'deal')
  if (named.length === 0) return
  const { workspaceId, arrivedAt: now, random } = batch
  const change: DealChange = { workspaceId, authorId: null, now, random, hear }
  const rows = await placeRows(batch, named, change)
  const known = await knownDeals(batch, rows)
  const fresh = freshOf(rows, known)
  await insertDeals(batch, fresh)
  for (const { row, id } of fresh) {
    end(row, 'new', id)
    known.set(row.deal.key, id)
    batch.ledger.made.deal.push(id)
  }
  const born = new Set(fresh.map(({ row }) => row))
  let updated = 0
  for (const row of rows) {
    if (!born.has(row) && (await bringTo(batch, row, idOf(row, known), change))) updated += 1
  }
  const won = fresh.filter(({ row }) => row.place.state === 'won').map(({ id }) => id)
  await settleNewOutcomes(batch.tx, await hydrateDeals(batch.tx, won), change)
  await tell(batch, fresh.length, updated)
}

async function placeRows(
  batch: Batch,
  named: readonly Heard[],
  change: DealChange,
): Promise<ListedRow[]> {
  const pipelines = await allPipelines(batch.tx, change)
  const rows: ListedRow[] = []
  for (const heard of named) {
    const deal = heard.arrival as IncomingDeal
    const place = placeOfRow(deal, pipelines)
    if ('refusal' in place) {
      heard.ending = { kind: 'refused', refusal: place.refusal }
      continue
    }
    const personId = batch.personOfHandle.get(heard.handleId ?? '')
    rows.push({ heard, deal, place, personId, organisationId: undefined })
  }
  const { tx, workspaceId, arrivedAt: at, random, ledger } = batch
  const names = rows.flatMap(({ deal }) => deal.organisation ?? [])
  const making = { workspaceId, at, random, ledger }
  const ids = await ensureOrganisations(
    tx,
    making,
    names.map((name) => ({ name })),
  )
  for (const row of rows) row.organisationId = ids.get(organisationKey(row.deal.organisation ?? ''))
  return rows
}

/** The deals that are known, by what lists call them and by id. */
async function knownDeals(batch: Batch, rows: readonly ListedRow[]): Promise<Map<string, string>> {
  const keys = rows.map(({ deal }) => deal.key)
  const chosen = rows.flatMap(({ deal }) => deal.sameAs ?? [])
  const found = await sql<{ id: string; key: string | null }>`
    select id, key from deal where workspace_id = ${batch.workspaceId}
      and (key = any(${keys}::text[]) or id = any(${chosen}::uuid[]))
    order by id for update
  `.execute(batch.tx)
  return new Map(found.rows.flatMap(({ id, key }) => [[id, id] as const, [key ?? id, id] as const]))
}

function idOf({ deal }: ListedRow, known: ReadonlyMap<string, string>): string | undefined {
  return known.get(deal.key) ?? known.get(deal.sameAs ?? '')
}

/** The first row of each deal that is not known. */
function freshOf(rows: readonly ListedRow[], known: ReadonlyMap<string, string>): NewListedDeal[] {
  const byKey = new Map<string, NewListedDeal>()
  for (const row of rows) {
    if (idOf(row, known) === undefined && !byKey.has(row.deal.key)) {
      byKey.set(row.deal.key, { row, id: '' })
    }
  }
  return [...byKey.values()]
}

function end({ heard }: ListedRow, kind: 'new' | 'updated' | 'duplicate', id: string): void {
  heard.subjectId = id
  heard.ending = { kind, activityId: null }
}

/** Brings a known deal to what the row says; answers whether that changed anything. */
async function bringTo(
  batch: Batch,
  row: ListedRow,
  id: string | undefined,
  change: DealChange,
): Promise<boolean> {
  if (id === undefined) throw new Error('A deal is known or new')
  const before = await getListedDeal(batch.tx, id)
  const patch = patchOfRow(before, row)
  if (Object.keys(patch).length === 0) {
    end(row, 'duplicate', id)
    return false
  }
  await patchDeal(batch.tx, id, patch, change)
  const after = await getListedDeal(batch.tx, id)
  const [was, is] = [shownDeal(before), shownDeal(after)]
  batch.ledger.changed.push(...changesOf({ kind: 'deal', id }, was, is, SHOWN_FIELDS))
  end(row, 'updated', id)
  return true
}

/** One event a batch, as for everything that is imported. */
async function tell(batch: Batch, added: number, updated: number): Promise<void> {
  if (added + updated === 0) return
  await writeEvent(batch.tx, batch.workspaceId, {
    name: 'deal.imported',
    subjectId: batch.channelId,
    detail: [`new=${added}`, `updated=${updated}`],
  })
}

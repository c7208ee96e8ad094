import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { hydrateDeals, type ListedDeal } from '../deals/hydrate-deals.ts'
import { type DealMove, type MoveRow, selectMoves, showMove } from '../deals/read-deals.ts'
import { dealsOf } from './scope.ts'
import { newestRows, type TimelineSource } from './timeline-source.ts'

export interface DealItem extends DealMove {
  kind: 'deal'
  deal: ListedDeal
}

/** Deals: where each began, and every change of its stage or state. */
export const dealSource: TimelineSource<DealItem> = {
  newest: (tx, scope, before, limit) =>
    newestRows(tx, 'deal_move', 'at', sql`r.deal_id in (${dealsOf(scope)})`, before, limit),
  hydrate: async (tx, ids) => {
    const { rows } = await selectMoves(sql`m.id = any(${ids}::uuid[])`).execute(tx)
    const deals = await dealsById(tx, rows)
    return rows.flatMap((row) => {
      const deal = deals.get(row.deal_id)
      return deal === undefined ? [] : [{ ...showMove(row), kind: 'deal', deal }]
    })
  },
}

async function dealsById(tx: Transaction, rows: readonly MoveRow[]) {
  const deals = await hydrateDeals(tx, [...new Set(rows.map(({ deal_id }) => deal_id))])
  return new Map(deals.map((deal) => [deal.id, deal]))
}

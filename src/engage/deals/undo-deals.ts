import type { ChangedRow } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import type { DealFate, RemovedDeals, UndoDeals, Undoing } from '#understand/index.ts'
import { referredTo } from '#understand/index.ts'
import { DEAL_STATES, minorOfDecimal } from '#vocabulary/index.ts'
import { removeTag, restoreOwnTerm } from '../imports/restore-own-terms.ts'
import { type DealPatch, forgetDeal, patchDeal } from './change-deals.ts'
import type { DealChange } from './deal-outcome.ts'
import { type ShownDeal, shownDeal, shownStage } from './deal-text.ts'
import { hydrateDeals, type ListedDeal } from './hydrate-deals.ts'
import { allPipelines } from './pipelines.ts'

/** How deals are taken back when an import is; what a member did to them since stays. */
export function undoDeals(hear: DealChange['hear']): UndoDeals {
  const changeOf = ({ workspaceId, at: now, random }: Undoing): DealChange => {
    return { workspaceId, authorId: null, now, random, hear }
  }
  return {
    remove: (tx, undoing, ids) => removeDeals(tx, changeOf(undoing), ids),
    restore: (tx, undoing, id, rows) => restoreDeal(tx, changeOf(undoing), id, rows),
    restoreOwnTerm,
    removeTag,
  }
}

async function removeDeals(
  tx: Transaction,
  change: DealChange,
  ids: readonly string[],
): Promise<RemovedDeals> {
  const fates: RemovedDeals['fates'] = new Map(ids.map((id) => [id, 'gone']))
  const activities: string[] = []
  const referred = await referredTo(tx, 'deal', ids)
  for (const { id, createdAt, changedAt } of await hydrateDeals(tx, ids)) {
    if (changedAt !== createdAt) fates.set(id, 'edited')
    else if (referred.has(id)) fates.set(id, 'referred')
    else {
      activities.push(...(await forgetDeal(tx, id, change)))
      fates.set(id, 'restored')
    }
  }
  return { fates, activities }
}

/** Puts the fields back that say what the import had made them say. */
async function restoreDeal(
  tx: Transaction,
  change: DealChange,
  id: string,
  rows: readonly ChangedRow[],
): Promise<Map<ChangedRow, DealFate>> {
  const [deal] = await hydrateDeals(tx, [id])
  const fates = new Map<ChangedRow, DealFate>()
  if (deal === undefined) return new Map(rows.map((row) => [row, 'gone']))
  const shown: ShownDeal = shownDeal(deal)
  const patch: DealPatch = {}
  for (const row of rows) {
    if (row.field === 'changedAt') continue
    const now = shown[row.field as keyof ShownDeal]
    const part = now === row.after ? await patchBack(tx, change, deal, row) : undefined
    if (part !== undefined) {
      Object.assign(patch, part)
      Object.assign(shown, { [row.field]: row.before })
    }
    fates.set(row, now === row.before ? 'gone' : part === undefined ? 'edited' : 'restored')
  }
  if (Object.keys(patch).length > 0) await patchDeal(tx, id, patch, change)
  await putClockBack(tx, id, deal, rows, fates)
  return fates
}

/** Undefined where what stood there is not there any more. */
async function patchBack(
  tx: Transaction,
  change: DealChange,
  deal: ListedDeal,
  { field, before }: ChangedRow,
): Promise<DealPatch | undefined> {
  switch (field) {
    case 'name':
      return before === null ? undefined : { name: before }
    case 'state': {
      const state = DEAL_STATES.find((one) => one === before)
      return state === undefined ? undefined : { state }
    }
    case 'value':
      return valueBack(before)
    case 'ownProbability':
      return { ownProbability: before === null ? null : Number(before) }
    case 'closesOn':
      return { closesOn: before }
    case 'source':
      return { source: before }
    case 'lostText':
      return { lostText: before }
    case 'organisation':
      return organisationBack(tx, before)
    case 'people':
      // An import names people only where nobody was.
      return before === null && deal.people.length === 1 ? { people: [] } : undefined
    case 'stage':
      return stageBack(tx, change, before)
    default:
      return undefined
  }
}

function valueBack(before: string | null): DealPatch | undefined {
  if (before === null) return { valueMinor: null }
  const [decimal = '', currency = ''] = before.split(' ')
  const valueMinor = minorOfDecimal(decimal, currency)
  return valueMinor === undefined ? undefined : { valueMinor, currency }
}

async function organisationBack(
  tx: Transaction,
  before: string | null,
): Promise<DealPatch | undefined> {
  if (before === null) return { organisation: null }
  const row = await tx
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', before)
    .executeTakeFirst()
  return row === undefined ? undefined : { organisation: row.id }
}

async function stageBack(
  tx: Transaction,
  change: DealChange,
  before: string | null,
): Promise<DealPatch | undefined> {
  for (const pipeline of await allPipelines(tx, change)) {
    const stage = pipeline.stages.find((one) => shownStage(pipeline, one) === before)
    if (stage !== undefined) return { stage: stage.id }
  }
  return undefined
}

/** Where all is as it was, the deal counts as unchanged since then: an earlier import may be taken back too. */
async function putClockBack(
  tx: Transaction,
  id: string,
  { changedAt }: ListedDeal,
  rows: readonly ChangedRow[],
  fates: ReadonlyMap<ChangedRow, DealFate>,
): Promise<void> {
  const clocks = rows.filter(({ field }) => field === 'changedAt')
  const [latest, earliest] = [clocks.at(0), clocks.at(-1)]
  if (earliest === undefined || earliest.before === null || latest?.after !== changedAt) return
  if ([...fates.values()].includes('edited')) return
  const changed_at = new Date(earliest.before)
  await tx.updateTable('deal').set({ changed_at }).where('id', '=', id).execute()
}

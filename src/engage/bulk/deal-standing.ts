import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { DEAL_STATES, EnishiError, LOST_REASONS, type LostReason } from '#vocabulary/index.ts'
import { patchDeal } from '../deals/change-deals.ts'
import type { DealChange } from '../deals/deal-outcome.ts'
import { getListedDeal, type ListedDeal } from '../deals/hydrate-deals.ts'

/** A change of where deals stand. */
export type DealStandingChange =
  | { kind: 'stage'; stage: string }
  | { kind: 'closes-on'; day: string | null }
  | {
      kind: 'state'
      state: ListedDeal['state']
      lostReason?: LostReason | undefined
      lostText?: string | undefined
    }

/** Whether a change is one of where deals stand. */
export function isDealStanding(change: { kind: string }): change is DealStandingChange {
  return change.kind === 'stage' || change.kind === 'closes-on' || change.kind === 'state'
}

/**
 * What such a change leads to, as it stands in one deal: a stage's id, a day, or `won`, `open`,
 * `lost:<reason>:<text>`. Throws `bad-input` for a stage that is not there, and for a loss without reason.
 */
export async function standingWanted(
  tx: Transaction,
  change: DealStandingChange,
): Promise<string | null> {
  if (change.kind === 'closes-on') return change.day
  if (change.kind === 'state') {
    if (change.state === 'lost' && change.lostReason === undefined) throw noReason()
    return stateText(change.state, change.lostReason ?? null, change.lostText ?? null)
  }
  const found = await tx
    .selectFrom('pipeline_stage')
    .select('id')
    .where('id', '=', change.stage)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (found === undefined) throw noStage()
  return change.stage
}

/** What stands in a deal of that which the change sets. */
export async function standingOf(
  tx: Transaction,
  dealId: string,
  { kind }: DealStandingChange,
): Promise<string | null> {
  const deal = await getListedDeal(tx, dealId)
  if (kind === 'stage') return deal.stage.id
  if (kind === 'closes-on') return deal.closesOn
  return stateText(deal.state, deal.lostReason, deal.lostText)
}

/** Sets it, as if the one deal were changed: a move with author and time, and the outcome of what is won. */
export async function setStanding(
  tx: Transaction,
  dealId: string,
  { kind }: DealStandingChange,
  wanted: string | null,
  by: DealChange,
): Promise<void> {
  if (kind === 'closes-on') await patchDeal(tx, dealId, { closesOn: wanted }, by)
  else if (kind === 'stage') await patchDeal(tx, dealId, { stage: wanted ?? undefined }, by)
  else await patchDeal(tx, dealId, patchOf(wanted ?? 'open'), by)
}

/** The same backwards: a deal that was closed before was closed when it was, not by the undoing. */
export async function restoreStanding(
  tx: Transaction,
  dealId: string,
  change: DealStandingChange,
  before: string | null,
  by: DealChange,
): Promise<void> {
  await setStanding(tx, dealId, change, before, by)
  if (change.kind !== 'state') return
  await sql`
    update deal d set closed_at = earlier.at from (
      select m.at, m.to_state from deal_move m
      where m.deal_id = ${dealId}::uuid and m.to_state is distinct from m.from_state
      order by m.at desc, m.id desc offset 2 limit 1) earlier
    where d.id = ${dealId}::uuid and d.state <> 'open' and earlier.to_state = d.state`.execute(tx)
}

/** Every deal stands somewhere: only what is closed, or has a day, would lose something. */
export function losesStanding(
  { kind }: DealStandingChange,
  before: string | null,
  after: string | null,
): boolean {
  if (kind === 'stage') return false
  if (kind === 'state') return before !== 'open'
  return before !== null && after !== null
}

function stateText(
  state: ListedDeal['state'],
  reason: LostReason | null,
  text: string | null,
): string {
  return state === 'lost' ? `lost:${reason ?? ''}:${text ?? ''}` : state
}

function patchOf(text: string) {
  const [word = '', reason = '', ...rest] = text.split(':')
  const state = DEAL_STATES.find((known) => known === word) ?? 'open'
  if (state !== 'lost') return { state }
  const lostReason = LOST_REASONS.find((known) => known === reason) ?? null
  return { state, lostReason, lostText: rest.join(':') || null }
}

function noReason(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'Say why the deals were lost: give a reason.',
      ja: '失注の理由を指定してください。',
    },
    { field: 'change' },
  )
}

function noStage(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'There is no such stage. Take one from the list of pipelines.',
      ja: 'このステージは見つかりません。パイプラインの一覧から選んでください。',
    },
    { field: 'change' },
  )
}

import { sql } from 'kysely'
import { ensureChannel, type Hearing, toHeard } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { type ChangeInWorkspace, originalsOf } from '#understand/index.ts'
import type { Arrival, IncomingOutcome } from '#vocabulary/index.ts'
import type { ListedDeal } from './hydrate-deals.ts'

/** A change that may reach the log: `hear` records in the same transaction. */
export interface DealChange extends ChangeInWorkspace {
  hear: (tx: Transaction, hearing: Hearing) => Promise<unknown>
}

/** Where the keys of such outcomes count; a deal's id and the how manieth outcome of it. */
const PLATFORM = 'enishi'

interface Standing {
  number: number
  handleId: string | null
}

interface Handle {
  id: string
  platform: string
  externalId: string
}

/**
 * Brings the outcome in the log to what the deal says: one that is won is a purchase of its main
 * person, with the value; an edit replaces it, a reopened deal takes it back, and one that is won
 * again is a new outcome, because what was taken back stays out. Without a main person, or one
 * without accounts, there is none.
 */
export async function settleOutcome(
  tx: Transaction,
  deal: ListedDeal,
  change: DealChange,
  isClosedAnew: boolean,
): Promise<void> {
  const held = await readStanding(tx, deal.id)
  const wanted = await handleFor(tx, deal, held)
  const isSame = held.handleId !== null && held.handleId === wanted?.id && !isClosedAnew
  if (held.handleId !== null && !isSame) await takeOutcomeBack(tx, deal.id, change)
  if (wanted === undefined) return
  const number = isSame ? held.number : held.number + 1
  await record(tx, change, [arrivalOf(deal, number, wanted, isSame ? change.now : undefined)])
  await tx
    .updateTable('deal')
    .set({ outcome_number: number, outcome_handle_id: wanted.id })
    .where('id', '=', deal.id)
    .execute()
}

/** Takes back what the deal stands for in the log, if anything. */
export async function takeOutcomeBack(
  tx: Transaction,
  dealId: string,
  change: DealChange,
): Promise<void> {
  const { number, handleId } = await readStanding(tx, dealId)
  if (handleId === null) return
  const externalKey = keyOf(dealId, number)
  await record(tx, change, [{ kind: 'deletion', platform: PLATFORM, externalKey }])
  await tx.updateTable('deal').set({ outcome_handle_id: null }).where('id', '=', dealId).execute()
}

/** The same for many deals that were just made and are won, heard at once. */
export async function settleNewOutcomes(
  tx: Transaction,
  deals: readonly ListedDeal[],
  change: DealChange,
): Promise<void> {
  const wanted: { deal: ListedDeal; handle: Handle }[] = []
  for (const deal of deals) {
    const handle = await handleFor(tx, deal, { number: 0, handleId: null })
    if (handle !== undefined) wanted.push({ deal, handle })
  }
  if (wanted.length === 0) return
  const arrivals = wanted.map(({ deal, handle }) => arrivalOf(deal, 1, handle, undefined))
  await record(tx, change, arrivals)
  await sql`
    update deal d set outcome_number = 1, outcome_handle_id = u.handle_id
    from unnest(${wanted.map(({ deal }) => deal.id)}::uuid[],
      ${wanted.map(({ handle }) => handle.id)}::uuid[]) as u(id, handle_id)
    where d.id = u.id
  `.execute(tx)
}

/** The activity that the deal stands for in the log, if any. */
export async function outcomeOf(tx: Transaction, dealId: string): Promise<string | undefined> {
  const { number, handleId } = await readStanding(tx, dealId)
  if (handleId === null) return undefined
  const externalKey = keyOf(dealId, number)
  const gone = { kind: 'deletion', platform: PLATFORM, externalKey } as const
  const { keyHashes } = toHeard(gone, { position: 1, line: 1 }, true)
  const row = await tx
    .selectFrom('activity_source')
    .select('activity_id')
    .where('platform', '=', PLATFORM)
    .where('external_key_hash', 'in', keyHashes)
    .executeTakeFirst()
  return row?.activity_id
}

async function readStanding(tx: Transaction, dealId: string): Promise<Standing> {
  const { outcome_number, outcome_handle_id } = await tx
    .selectFrom('deal')
    .select(['outcome_number', 'outcome_handle_id'])
    .where('id', '=', dealId)
    .executeTakeFirstOrThrow()
  return { number: outcome_number, handleId: outcome_handle_id }
}

/** The account by which the deal is won: the one that it is recorded with already, else the oldest. */
async function handleFor(
  tx: Transaction,
  deal: ListedDeal,
  held: Standing,
): Promise<Handle | undefined> {
  const main = deal.people.find(({ isMain }) => isMain)
  if (deal.state !== 'won' || main === undefined) return undefined
  const originals = await originalsOf(tx, main.id)
  const { rows } = await sql<Handle>`
    select h.id, h.platform, h.external_id as "externalId" from handle_ownership o
    join handle h on h.id = o.handle_id
    where o.person_id = any(${originals}::uuid[]) and o.until is null and h.deleted_at is null
    order by h.id = ${held.handleId}::uuid desc nulls last, h.id limit 1`.execute(tx)
  return rows[0]
}

function arrivalOf(
  deal: ListedDeal,
  number: number,
  { platform, externalId }: Handle,
  editedAt: Date | undefined,
): Arrival {
  const { valueMinor, currency, name } = deal
  const outcome: IncomingOutcome = { type: 'purchase', about: name }
  if (valueMinor !== null && currency !== null) Object.assign(outcome, { valueMinor, currency })
  return {
    kind: 'activity',
    operation: editedAt === undefined ? 'create' : 'update',
    type: 'Outcome',
    platform: PLATFORM,
    externalKey: keyOf(deal.id, number),
    actor: { platform, externalId },
    publishedAt: new Date(deal.closedAt ?? deal.changedAt),
    ...(editedAt === undefined ? {} : { editedAt }),
    outcome,
  }
}

function keyOf(dealId: string, number: number): string {
  return `deal:${dealId}:${number}`
}

async function record(
  tx: Transaction,
  change: DealChange,
  arrivals: readonly Arrival[],
): Promise<void> {
  const { workspaceId, authorId, now, random } = change
  const channel = { kind: 'deals', name: 'Enishi' }
  const channelId = await ensureChannel(tx, workspaceId, channel, now, random)
  const heard = arrivals.map((arrival) => toHeard(arrival, { position: 1, line: 1 }, true))
  const member = authorId === null ? {} : { memberId: authorId }
  await change.hear(tx, { workspaceId, channelId, heard, refused: [], ...member })
}

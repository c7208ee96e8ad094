import { sql } from 'kysely'
import { type AuditedValue, beforeAndAfter } from '#store/audit-chain.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import {
  type DealState,
  EnishiError,
  isKnownCurrency,
  type LostReason,
  uuidV7,
} from '#vocabulary/index.ts'
import { recordOwners } from '../owners/owners.ts'
import { searchKey } from '../search.ts'
import { checkThere, noDeal, organisationMeant } from '../subjects.ts'
import { sortKeyOf } from './deal-keys.ts'
import { type DealChange, outcomeOf, settleOutcome, takeOutcomeBack } from './deal-outcome.ts'
import { type DealPersonInput, writeDealPeople } from './deal-people.ts'
import { getListedDeal, type ListedDeal } from './hydrate-deals.ts'
import { firstPipeline, getPipeline, noStage } from './pipelines.ts'
import { type DealInFull, getDeal } from './read-deals.ts'

type Given<T> = { [Field in keyof T]?: T[Field] | undefined }

/** What a member says of a deal; what is absent stays. */
export type DealPatch = Given<{
  name: string
  stage: string
  state: DealState
  lostReason: LostReason | null
  lostText: string | null
  valueMinor: number | null
  currency: string | null
  ownProbability: number | null
  closesOn: string | null
  organisation: string | null
  topic: string | null
  source: string | null
  owner: string | null
  secondOwner: string | null
  people: DealPersonInput[]
}>

export interface NewDeal extends DealPatch {
  name: string
  /** What whoever adds it calls it: said again, the deal that is there is answered as it is. */
  key?: string | undefined
  pipeline?: string | undefined
}

/**
 * Adds a deal: at the stage named, or the first of the pipeline; without a pipeline in the first one,
 * and where there is none in one made for it. Records `deal.added`. Throws `bad-input` for what is
 * not there and for money without a currency.
 */
export async function addDeal(
  tx: Transaction,
  input: NewDeal,
  change: DealChange,
): Promise<DealInFull> {
  const { key = null, name, pipeline, ...patch } = input
  const known = key === null ? undefined : await dealByKey(tx, key)
  if (known !== undefined) return getDeal(tx, known)
  const begin = await beginOf(tx, pipeline, patch.stage, change)
  const id = uuidV7(change.now.getTime(), change.random)
  const added = await tx
    .insertInto('deal')
    .values({ ...newRow(id, key, name, change), ...begin })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  // Somebody else added it by that key a moment ago.
  if (added.numInsertedOrUpdatedRows === 0n) return getDeal(tx, await dealByKeyNow(tx, key ?? ''))
  const born = await getListedDeal(tx, id)
  await applyPatch(tx, born, { ...patch, stage: undefined, name }, change)
  await writeMove(tx, null, await getListedDeal(tx, id), change)
  await tell(tx, 'deal.added', id, change)
  await settle(tx, id, change, true)
  return getDeal(tx, id)
}

async function dealByKey(tx: Transaction, key: string): Promise<string | undefined> {
  const row = await tx.selectFrom('deal').select('id').where('key', '=', key).executeTakeFirst()
  return row?.id
}

async function dealByKeyNow(tx: Transaction, key: string): Promise<string> {
  const id = await dealByKey(tx, key)
  if (id === undefined) throw noDeal()
  return id
}

async function beginOf(
  tx: Transaction,
  pipeline: string | undefined,
  stage: string | undefined,
  change: DealChange,
): Promise<{ pipeline_id: string; stage_id: string }> {
  if (stage !== undefined) {
    const found = await placeOfStage(tx, stage)
    if (pipeline !== undefined && pipeline !== found.pipeline_id) throw noStage()
    return found
  }
  const { id, stages } =
    pipeline === undefined ? await firstPipeline(tx, change) : await pipelineMeant(tx, pipeline)
  const [first] = stages
  if (first === undefined) throw noStage()
  return { pipeline_id: id, stage_id: first.id }
}

/** Named in a body, a pipeline that is not there is a fault of the body. */
async function pipelineMeant(tx: Transaction, id: string) {
  try {
    return await getPipeline(tx, id)
  } catch (error) {
    if (!(error instanceof EnishiError)) throw error
    throw new EnishiError('bad-input', error.words, { field: 'pipeline' })
  }
}

async function placeOfStage(
  tx: Transaction,
  stage: string,
): Promise<{ pipeline_id: string; stage_id: string }> {
  const row = await tx
    .selectFrom('pipeline_stage')
    .select('pipeline_id')
    .where('id', '=', stage)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw noStage()
  return { pipeline_id: row.pipeline_id, stage_id: stage }
}

function newRow(id: string, key: string | null, name: string, { now, authorId }: DealChange) {
  return {
    ...{ workspace_id: OWN_WORKSPACE, id, key, name, sort_key: sortKeyOf(name) },
    search_key: searchKey(name),
    ...{ stage_since: now, created_at: now, changed_at: now, created_by: authorId },
    ...{ value_minor: null, currency: null, own_probability: null, closes_on: null },
    ...{ closed_at: null, lost_reason: null, lost_text: null, organisation_id: null },
    ...{ topic_id: null, source: null, owner_id: null, second_owner_id: null },
    outcome_handle_id: null,
  }
}

/**
 * Changes a deal. Another stage or state is a move, with author and time; `deal.moved`, `deal.won`,
 * `deal.lost` or `deal.reopened` are recorded beside `deal.changed`. What is said again changes
 * nothing. Throws `not-found`, `bad-input`.
 */
export async function patchDeal(
  tx: Transaction,
  id: string,
  patch: DealPatch,
  change: DealChange,
): Promise<DealInFull> {
  await holdDeal(tx, id)
  const before = await getListedDeal(tx, id)
  await applyPatch(tx, before, patch, change)
  const after = await getListedDeal(tx, id)
  const fields = changedFields(before, after)
  if (fields.length > 0) {
    await tx.updateTable('deal').set({ changed_at: change.now }).where('id', '=', id).execute()
    await tell(tx, 'deal.changed', id, change, fields, valuesOf(before, after))
  }
  if (before.stage.id !== after.stage.id || before.state !== after.state) {
    await writeMove(tx, before, after, change)
    await tell(tx, `deal.${howMoved(before, after)}`, id, change, [], moveOf(before, after))
  }
  if (fields.length > 0) await settle(tx, id, change, before.state !== after.state)
  return getDeal(tx, id)
}

/** Whoever changes a deal waits for who changes it already. Throws `not-found`. */
async function holdDeal(tx: Transaction, id: string): Promise<void> {
  const { rows } = await sql`select 1 from deal where id = ${id}::uuid for update`.execute(tx)
  if (rows.length === 0) throw noDeal()
}

function changedFields(before: ListedDeal, after: ListedDeal): string[] {
  const fields = Object.keys(before) as (keyof ListedDeal)[]
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

function howMoved(before: ListedDeal, after: ListedDeal): string {
  if (before.state === after.state) return 'moved'
  return after.state === 'open' ? 'reopened' : after.state
}

async function settle(
  tx: Transaction,
  id: string,
  change: DealChange,
  isMoved: boolean,
): Promise<void> {
  const deal = await getListedDeal(tx, id)
  await settleOutcome(tx, deal, change, isMoved)
}

async function applyPatch(
  tx: Transaction,
  before: ListedDeal,
  patch: DealPatch,
  change: DealChange,
): Promise<void> {
  const { id } = before
  const references = await referencesMeant(tx, patch)
  const set = {
    ...namesOf(before, patch),
    ...moneyOf(before, patch),
    ...standingOf(before, patch, change.now),
    ...referencesOf(references),
    ...(await stageOf(tx, before, patch.stage, change.now)),
  }
  await tx.updateTable('deal').set(set).where('id', '=', id).execute()
  if (patch.people !== undefined) await writeDealPeople(tx, id, patch.people)
  const owners = { main: patch.owner, second: patch.secondOwner }
  await recordOwners(tx, { kind: 'deal', id, ids: [id] }, owners, change)
}

/** With the organisation that stands for the one that is named. */
async function referencesMeant(tx: Transaction, patch: DealPatch): Promise<DealPatch> {
  const { organisation, topic } = patch
  if (typeof topic === 'string') await checkThere(tx, 'topic', topic, 'topic')
  if (typeof organisation !== 'string') return patch
  return { ...patch, organisation: await organisationMeant(tx, organisation, 'organisation') }
}

function namesOf(before: ListedDeal, patch: DealPatch) {
  const { name = before.name, source = before.source } = patch
  return { name, source, sort_key: sortKeyOf(name), search_key: searchKey(name, source) }
}

function moneyOf(before: ListedDeal, patch: DealPatch) {
  const { valueMinor = before.valueMinor, currency = before.currency } = patch
  if (valueMinor === null) return { value_minor: null, currency: null }
  if (currency === null || !isKnownCurrency(currency)) throw noCurrency()
  return { value_minor: valueMinor, currency }
}

function standingOf(before: ListedDeal, patch: DealPatch, now: Date) {
  const { state = before.state } = patch
  const { lostReason = before.lostReason, lostText = before.lostText } = patch
  const isLost = state === 'lost'
  const closedAt = state === before.state ? before.closedAt : now.toISOString()
  return {
    state,
    closed_at: state === 'open' ? null : closedAt,
    lost_reason: isLost ? lostReason : null,
    lost_text: isLost ? lostText : null,
  }
}

/** Columns of what is given; null empties them. */
function referencesOf(patch: DealPatch) {
  const columns = {
    own_probability: patch.ownProbability,
    closes_on: patch.closesOn,
    organisation_id: patch.organisation,
    topic_id: patch.topic,
    owner_id: patch.owner,
    second_owner_id: patch.secondOwner,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

async function stageOf(
  tx: Transaction,
  before: ListedDeal,
  stage: string | undefined,
  now: Date,
): Promise<object> {
  if (stage === undefined || stage === before.stage.id) return {}
  return { ...(await placeOfStage(tx, stage)), stage_since: now }
}

async function writeMove(
  tx: Transaction,
  before: ListedDeal | null,
  after: ListedDeal,
  { authorId, now, random }: DealChange,
): Promise<void> {
  await tx
    .insertInto('deal_move')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id: uuidV7(now.getTime(), random), deal_id: after.id },
      ...{ at: now, author_id: authorId },
      ...{ from_stage_id: before?.stage.id ?? null, to_stage_id: after.stage.id },
      ...{ from_state: before?.state ?? null, to_state: after.state },
    })
    .execute()
}

/** Removes a deal and takes back its outcome. Records `deal.removed`. Throws `not-found`. */
export async function deleteDeal(tx: Transaction, id: string, change: DealChange): Promise<void> {
  await holdDeal(tx, id)
  await takeOutcomeBack(tx, id, change)
  await tx.deleteFrom('deal').where('id', '=', id).execute()
  await tell(tx, 'deal.removed', id, change)
}

/**
 * Removes a deal as if it had never been; its outcome is not taken back but answered, for whoever
 * removes that too. Records `deal.removed`.
 */
export async function forgetDeal(
  tx: Transaction,
  id: string,
  change: DealChange,
): Promise<string[]> {
  const outcome = await outcomeOf(tx, id)
  await tx.deleteFrom('deal').where('id', '=', id).execute()
  await tell(tx, 'deal.removed', id, change)
  return outcome === undefined ? [] : [outcome]
}

function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  { authorId, random }: DealChange,
  detail: string[] = [],
  values: AuditedValue[] = [],
): Promise<void> {
  const audited = { random, values }
  return writeEvent(tx, OWN_WORKSPACE, { name, subjectId, authorId, detail, audited })
}

/** What stood in a deal before and after, as the audit chain keeps it; who takes part by their ids. */
function valuesOf(before: ListedDeal, after: ListedDeal): AuditedValue[] {
  return AUDITED_FIELDS.filter((field) => textOf(before[field]) !== textOf(after[field])).flatMap(
    (field) => beforeAndAfter(null, field, textOf(before[field]), textOf(after[field])),
  )
}

const AUDITED_FIELDS = [
  ...(['name', 'value', 'currency', 'ownProbability', 'closesOn', 'source', 'lostText'] as const),
  ...(['organisation', 'topic', 'owner', 'secondOwner'] as const),
] as const

function moveOf(before: ListedDeal, after: ListedDeal): AuditedValue[] {
  return [
    ...beforeAndAfter(null, 'stage', before.stage.name, after.stage.name),
    ...beforeAndAfter(null, 'state', before.state, after.state),
    ...(after.lostReason === null
      ? []
      : beforeAndAfter(null, 'lostReason', before.lostReason, after.lostReason)),
  ]
}

/** What is shown of a named thing is its name, of a member the id. */
function textOf(value: ListedDeal[(typeof AUDITED_FIELDS)[number]]): string | null {
  if (value === null) return null
  if (typeof value !== 'object') return String(value)
  return value.name ?? value.id
}

function noCurrency(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'A value needs a currency that exists, such as JPY or EUR.',
      ja: '金額には、JPY や EUR のような実在する通貨を指定してください。',
    },
    { field: 'currency' },
  )
}

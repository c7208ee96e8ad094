import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import {
  addRelation,
  checkRelationKinds,
  closeContact,
  doNotContactOf,
  listRelations,
  openContact,
  patchRelation,
  type RelationOf,
  removeRelation,
} from '#understand/index.ts'
import {
  type DoNotContactChannel,
  EnishiError,
  type FieldValue,
  type OwnerRank,
  type RelationCode,
  type SubjectKind,
} from '#vocabulary/index.ts'
import { changeOwners } from '../cards/cards.ts'
import type { DealChange } from '../deals/deal-outcome.ts'
import { checkValue } from '../fields/check-value.ts'
import { fillFields, heldIn } from '../fields/field-values.ts'
import { fieldMeant } from '../fields/fields.ts'
import { ownersOf } from '../owners/owners.ts'
import type { Subject } from '../subject-rows.ts'
import { carries, changeTags } from '../tags/taggings.ts'
import { tagsThere } from '../tags/tags.ts'
import {
  type DealStandingChange,
  isDealStanding,
  losesStanding,
  restoreStanding,
  setStanding,
  standingOf,
  standingWanted,
} from './deal-standing.ts'

/** One change that is made to many. */
export type BulkChange =
  | { kind: 'owner'; rank: OwnerRank; member: string | null }
  | { kind: 'tag'; tag: string; isOn: boolean }
  | { kind: 'relation'; relation: RelationCode; isOn: boolean }
  | { kind: 'do-not-contact'; channel: DoNotContactChannel; isOn: boolean; reason: string }
  | { kind: 'field'; field: string; value: FieldValue | null }
  | DealStandingChange

/** What such a change sets, as it stands in one row. */
export type BulkState = FieldValue | null

/** What the change leads to, the value of a field as it is kept. Throws `bad-input` for what doesn't fit. */
export async function stateWanted(
  tx: Transaction,
  kind: SubjectKind,
  change: BulkChange,
): Promise<BulkState> {
  if (isDealStanding(change)) {
    if (kind !== 'deal') throw noStanding()
    return standingWanted(tx, change)
  }
  if (change.kind === 'owner') return change.member
  if (change.kind === 'tag') {
    await tagsThere(tx, [change.tag], 'change')
    return change.isOn
  }
  if (change.kind === 'relation') {
    if (kind === 'deal') throw noRelations()
    await checkRelationKinds(tx, [change.relation], kind)
    return change.isOn
  }
  if (change.kind === 'do-not-contact') {
    if (kind !== 'person') throw noWishes()
    return change.isOn
  }
  const field = await fieldMeant(tx, kind, change.field)
  return change.value === null ? null : checkValue(field, change.value)
}

/** What stands in a row of that which the change sets. */
export async function stateOf(
  tx: Transaction,
  subject: Subject,
  change: BulkChange,
): Promise<BulkState> {
  if (isDealStanding(change)) return standingOf(tx, subject.id, change)
  if (change.kind === 'owner') return (await ownersOf(tx, subject))[change.rank]
  if (change.kind === 'tag') return carries(tx, subject, change.tag)
  if (change.kind === 'field') return heldIn(tx, subject, change.field)
  if (change.kind === 'do-not-contact') return (await closedFor(tx, subject, change)).length > 0
  return (await relationsToday(tx, subject, change.relation)).length > 0
}

/** Sets that which the change sets to a state. */
export async function setState(
  tx: Transaction,
  subject: Subject,
  change: BulkChange,
  state: BulkState,
  by: DealChange,
): Promise<void> {
  if (isDealStanding(change)) return setStanding(tx, subject.id, change, textOf(state), by)
  if (change.kind === 'owner') return setOwner(tx, subject, change.rank, state, by)
  if (change.kind === 'field') return fillFields(tx, subject, { [change.field]: state }, by)
  if (change.kind === 'relation') return setRelation(tx, subject, change.relation, state, by)
  if (change.kind === 'do-not-contact') return setClosed(tx, subject, change, state, by)
  const tags = state === true ? { add: [change.tag] } : { remove: [change.tag] }
  return changeTags(tx, subject, tags, by)
}

/** Gives a row back what it was before the change. */
export async function restoreState(
  tx: Transaction,
  subject: Subject,
  change: BulkChange,
  before: BulkState,
  by: DealChange,
): Promise<void> {
  if (change.kind === 'relation') {
    return takeRelationBack(tx, subject, change.relation, before, by)
  }
  if (isDealStanding(change)) {
    return restoreStanding(tx, subject.id, change, textOf(before), by)
  }
  return setState(tx, subject, change, before, by)
}

/** Whether a row has another value, which the change would lose. */
export function losesValue(change: BulkChange, before: BulkState, after: BulkState): boolean {
  if (isDealStanding(change)) return losesStanding(change, textOf(before), textOf(after))
  return before !== null && typeof before !== 'boolean' && after !== null
}

function textOf(state: BulkState): string | null {
  return typeof state === 'string' ? state : null
}

function setOwner(
  tx: Transaction,
  subject: Subject,
  rank: OwnerRank,
  state: BulkState,
  by: DealChange,
): Promise<void> {
  const member = typeof state === 'string' ? state : null
  const owners = rank === 'main' ? { owner: member } : { secondOwner: member }
  return changeOwners(tx, subject, owners, by)
}

type Closing = Extract<BulkChange, { kind: 'do-not-contact' }>

async function closedFor(tx: Transaction, subject: Subject, { channel }: Closing) {
  const standing = subject.kind === 'person' ? await doNotContactOf(tx, subject.id) : []
  return standing.filter((one) => one.channel === channel)
}

/** Closes or opens a means of contact; what is lifted stays on record. */
async function setClosed(
  tx: Transaction,
  subject: Subject,
  change: Closing,
  state: BulkState,
  by: DealChange,
): Promise<void> {
  const { channel, reason } = change
  const held = await closedFor(tx, subject, change)
  if (state === true) {
    if (held.length === 0) await closeContact(tx, subject.id, { channel, reason }, by)
    return
  }
  for (const { id } of held) await openContact(tx, subject.id, id, by)
}

async function setRelation(
  tx: Transaction,
  subject: Subject,
  kind: RelationCode,
  state: BulkState,
  by: DealChange,
): Promise<void> {
  const of = relationOf(subject)
  const held = await relationsToday(tx, subject, kind)
  if (state === true && held.length === 0) await addRelation(tx, of, { kind }, by)
  if (state === true) return
  const until = await todayThere(tx, by.now)
  for (const { id } of held) await patchRelation(tx, of, id, { until }, by)
}

/** Takes back what a change of relations did today: what it began goes, what it ended goes on. */
async function takeRelationBack(
  tx: Transaction,
  subject: Subject,
  kind: RelationCode,
  before: BulkState,
  by: DealChange,
): Promise<void> {
  const of = relationOf(subject)
  if (before !== true) {
    for (const { id } of await relationsToday(tx, subject, kind))
      await removeRelation(tx, of, id, by)
    return
  }
  const all = (await listRelations(tx, of)).filter((one) => one.kind === kind)
  const [last] = all.toSorted((a, b) => (b.until ?? '').localeCompare(a.until ?? ''))
  if (last === undefined) await addRelation(tx, of, { kind }, by)
  else await patchRelation(tx, of, last.id, { until: null }, by)
}

async function todayThere(tx: Transaction, now: Date): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select (${now}::timestamptz at time zone time_zone)::date::text as day from workspace`.execute(
    tx,
  )
  return rows[0]?.day ?? now.toISOString().slice(0, 10)
}

async function relationsToday(tx: Transaction, subject: Subject, kind: RelationCode) {
  if (subject.kind === 'deal') return []
  const relations = await listRelations(tx, relationOf(subject))
  return relations.filter((one) => one.kind === kind && one.until === null)
}

function relationOf({ kind, id }: Subject): RelationOf {
  return kind === 'person' ? { personId: id } : { organisationId: id }
}

function noRelations(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'Deals have no relations. Choose an owner, a tag or a field.',
      ja: '商談に関係区分はありません。担当・タグ・項目のいずれかを選んでください。',
    },
    { field: 'change' },
  )
}

function noWishes(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'Only people can be left uncontacted. Choose people.',
      ja: '「連絡しない」は人物だけに設定できます。人物を選んでください。',
    },
    { field: 'change' },
  )
}

function noStanding(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'Stage, close date and state are of deals. Choose deals.',
      ja: 'ステージ、完了予定日、状態は商談の項目です。商談を選んでください。',
    },
    { field: 'change' },
  )
}

import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import { nextContactsOf, passContactsOn, passProgrammesOn } from '#understand/index.ts'
import { EnishiError, type HandoverReason, LIMITS } from '#vocabulary/index.ts'
import { changeOwners } from '../cards/cards.ts'
import type { DealChange } from '../deals/deal-outcome.ts'
import { giveNotices } from '../notices/notices.ts'
import { ownersOf } from '../owners/owners.ts'
import { newRowId, subjectColumns, subjectToChange, tell } from '../subject-rows.ts'
import { type AboutInput, type Colleague, colleague, shownPerson } from '../subjects.ts'
import { patchTask } from '../tasks/change-tasks.ts'
import { contactsAbout, ownedBy } from './held.ts'

export interface HandoverInput {
  /** Member who passes on; may have left. */
  giver: string
  receiver: string
  reason: HandoverReason
  summary: string
  /** What is passed on; all that they look after where left out. */
  subjects?: AboutInput[] | undefined
}

export interface Handover {
  id: string
  giver: Colleague | null
  receiver: Colleague | null
  reason: HandoverReason
  summary: string
  madeAt: string
  author: Colleague | null
  /** Null while it waits for the receiver. */
  acknowledgedAt: string | null
  people: number
  organisations: number
  deals: number
  /** Open tasks that went along. */
  promises: number
  /** Next contacts of programmes that went along. */
  nextContacts: number
}

export interface HandoverItem {
  kind: 'person' | 'organisation' | 'deal' | 'task'
  /** A person that was merged as the root. */
  id: string
  name: string
}

export interface HandoverInFull extends Handover {
  items: HandoverItem[]
}

/**
 * Passes on what a member looks after: ownership, open tasks and next contacts go to the receiver at
 * once, who is asked to acknowledge it. With `subjects` those of them that the member owns, with the
 * open tasks and next contacts about them; else everything, of deals the open ones. Records `handover.made` beside the changes.
 * Throws `bad-input` for nothing to pass on, for oneself and for too much, `not-found`.
 */
export async function handOver(
  tx: Transaction,
  input: HandoverInput,
  change: DealChange,
): Promise<HandoverInFull> {
  const { giver: from, receiver: to, reason, summary } = input
  if (from === to) throw toOneself()
  const subjects = input.subjects ?? (await allOwnedBy(tx, from))
  const id = newRowId(change)
  await tx
    .insertInto('handover')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, from_id: from, to_id: to, reason, summary },
      ...{ made_at: change.now, made_by: change.authorId, acknowledged_at: null },
    })
    .execute()
  const about: string[] = []
  for (const one of subjects) about.push(...(await passOn(tx, { id, from, to }, one, change)))
  const tasks = await openTasksOf(tx, from, input.subjects === undefined ? null : about)
  for (const taskId of tasks) {
    await patchTask(tx, taskId, { owner: to }, change, { isToldElsewhere: true })
    await writeItem(tx, id, { task_id: taskId }, change)
  }
  const contacts = await passPromisedContacts(tx, { id, from, to }, input, about, change)
  if (about.length + tasks.length + contacts === 0) throw nothingToPassOn()
  const notice = { kind: 'handed-over', of: { handoverId: id }, members: [to] } as const
  await giveNotices(tx, notice, change)
  await tell(tx, 'handover.made', id, change)
  return getHandover(tx, id)
}

/** Next contacts go along: those with what is passed on, or all, with the programmes themselves. */
async function passPromisedContacts(
  tx: Transaction,
  { id, from, to }: Passing,
  { subjects }: HandoverInput,
  about: readonly string[],
  change: DealChange,
): Promise<number> {
  const isWhole = subjects === undefined
  const contacts = isWhole
    ? await nextContactsOf(tx, from, change.now, LIMITS.bulkRowsMax + 1)
    : await contactsAbout(tx, from, about, change.now)
  if (contacts.length > LIMITS.bulkRowsMax) throw tooMuch()
  if (isWhole) await passProgrammesOn(tx, from, to, change)
  // Whom the programme itself has handed over needs no word of their own.
  const left = isWhole ? await nextContactsOf(tx, from, change.now, LIMITS.bulkRowsMax) : contacts
  await passContactsOn(tx, left, to, change)
  await tx
    .updateTable('handover')
    .set({ next_contacts: contacts.length })
    .where('id', '=', id)
    .execute()
  return contacts.length
}

async function allOwnedBy(tx: Transaction, memberId: string): Promise<AboutInput[]> {
  const owned = await ownedBy(tx, memberId, LIMITS.bulkRowsMax + 1)
  if (owned.length > LIMITS.bulkRowsMax) throw tooMuch()
  return owned
}

interface Passing {
  id: string
  from: string
  to: string
}

/** Answers the ids under which tasks are about the subject; none where the member doesn't own it. */
async function passOn(
  tx: Transaction,
  { id, from, to }: Passing,
  about: AboutInput,
  change: DealChange,
): Promise<string[]> {
  const subject = await subjectToChange(tx, about)
  const { main, second } = await ownersOf(tx, subject)
  if (main !== from && second !== from) return []
  // Nobody stands in for themselves.
  const other = main === to || second === to ? null : to
  const owners =
    main === from
      ? { owner: to, ...(second === from || second === to ? { secondOwner: null } : {}) }
      : { secondOwner: other }
  await changeOwners(tx, subject, owners, change)
  await writeItem(tx, id, subjectColumns(subject), change)
  return subject.ids
}

async function openTasksOf(
  tx: Transaction,
  memberId: string,
  about: string[] | null,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from task where owner_id = ${memberId}::uuid and done_at is null
      and (${about}::uuid[] is null or person_id = any(${about}::uuid[])
        or organisation_id = any(${about}::uuid[]) or deal_id = any(${about}::uuid[]))
    order by id limit ${LIMITS.bulkRowsMax + 1}`.execute(tx)
  if (rows.length > LIMITS.bulkRowsMax) throw tooMuch()
  return rows.map(({ id }) => id)
}

async function writeItem(
  tx: Transaction,
  handoverId: string,
  of: object,
  change: DealChange,
): Promise<void> {
  const none = { person_id: null, organisation_id: null, deal_id: null, task_id: null }
  const row = { workspace_id: OWN_WORKSPACE, id: newRowId(change), handover_id: handoverId }
  await tx
    .insertInto('handover_item')
    .values({ ...row, ...none, ...of })
    .execute()
}

interface HandoverRow {
  id: string
  from_id: string
  to_id: string
  reason: HandoverReason
  summary: string
  made_at: Date
  made_by: string | null
  acknowledged_at: Date | null
  people: number
  organisations: number
  deals: number
  promises: number
  next_contacts: number
}

export interface HandoverFilter {
  /** Members. */
  receiver?: string | undefined
  giver?: string | undefined
  state: 'waiting' | 'acknowledged' | 'all'
}

/** Hand-overs, newest first. Throws `bad-input` for a foreign cursor. */
export async function listHandovers(
  tx: Transaction,
  { receiver, giver, state }: HandoverFilter,
  page: PageRequest,
): Promise<Listed<Handover>> {
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const [to, from] = [receiver ?? null, giver ?? null]
  const stands = {
    waiting: sql`h.acknowledged_at is null`,
    acknowledged: sql`h.acknowledged_at is not null`,
    all: sql`true`,
  }[state]
  const { rows } = await selectHandovers(sql`${stands}
    and (${to}::uuid is null or h.to_id = ${to}::uuid)
    and (${from}::uuid is null or h.from_id = ${from}::uuid)
    and (${before}::uuid is null or h.id < ${before}::uuid)
    order by h.id desc limit ${page.limit + 1}`).execute(tx)
  const items = rows.slice(0, page.limit).map(showHandover)
  const last = items.at(-1)
  const next = rows.length > items.length && last !== undefined ? writeCursor([last.id]) : null
  return { items, next }
}

function selectHandovers(where: ReturnType<typeof sql>) {
  return sql<HandoverRow>`
    select h.*, c.* from handover h cross join lateral (
      select count(distinct case when p.merged_into is null then p.id else p.merged_into end)::integer as people,
        count(i.organisation_id)::integer as organisations, count(i.deal_id)::integer as deals,
        count(i.task_id)::integer as promises
      from handover_item i left join person p on p.id = i.person_id
      where i.handover_id = h.id offset 0) c
    where ${where}`
}

function showHandover(row: HandoverRow): Handover {
  const { id, reason, summary, people, organisations, deals, promises } = row
  return {
    ...{ id, reason, summary, people, organisations, deals, promises },
    ...{ giver: colleague(row.from_id), receiver: colleague(row.to_id) },
    author: colleague(row.made_by),
    nextContacts: row.next_contacts,
    madeAt: row.made_at.toISOString(),
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
  }
}

/** One hand-over with what went along, as it is called today. Throws `not-found`. */
export async function getHandover(tx: Transaction, id: string): Promise<HandoverInFull> {
  const { rows } = await selectHandovers(sql`h.id = ${id}::uuid`).execute(tx)
  if (rows[0] === undefined) throw noHandover()
  const items = await sql<HandoverItem>`
    select distinct on (kind, id) kind, id, name from (
      select case when i.person_id is not null then 'person' when i.organisation_id is not null
          then 'organisation' when i.deal_id is not null then 'deal' else 'task' end as kind,
        coalesce(p.id, i.organisation_id, i.deal_id, i.task_id) as id,
        coalesce(p.display_name, o.name, d.name, t.title) as name
      from handover_item i
      left join lateral (select shown.* from (select 1) one ${shownPerson(sql`i.person_id`)}) p on true
      left join organisation o on o.id = i.organisation_id
      left join deal d on d.id = i.deal_id
      left join task t on t.id = i.task_id
      where i.handover_id = ${id}::uuid) item order by kind, id`.execute(tx)
  return { ...showHandover(rows[0]), items: items.rows }
}

/**
 * The receiver says that they have taken over (`handover.acknowledged`); said again it stays as it
 * was. Throws `not-found`, and `forbidden` for anybody else.
 */
export async function acknowledge(
  tx: Transaction,
  id: string,
  memberId: string,
  change: DealChange,
): Promise<HandoverInFull> {
  const { receiver, acknowledgedAt } = await getHandover(tx, id)
  if (receiver?.id !== memberId) throw notReceiver()
  if (acknowledgedAt === null) {
    const at = { acknowledged_at: change.now }
    await tx.updateTable('handover').set(at).where('id', '=', id).execute()
    await tell(tx, 'handover.acknowledged', id, change)
  }
  return getHandover(tx, id)
}

function toOneself(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'Choose another member to hand over to.',
      ja: '引き継ぎ先には、引き継ぎ元とは別のメンバーを選んでください。',
    },
    { field: 'receiver' },
  )
}

function nothingToPassOn(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'This member looks after nothing of it. Choose what they own, or another member.',
      ja: 'このメンバーが担当しているものがありません。担当しているものを選ぶか、別のメンバーを選んでください。',
    },
    { field: 'subjects' },
  )
}

function tooMuch(): EnishiError {
  const max = LIMITS.bulkRowsMax
  return new EnishiError(
    'bad-input',
    {
      en: `That is more than ${max} at once. Hand over in parts: choose what goes first.`,
      ja: `一度に引き継げるのは${max}件までです。対象を選び、何回かに分けて引き継いでください。`,
    },
    { field: 'subjects' },
  )
}

function notReceiver(): EnishiError {
  return new EnishiError('forbidden', {
    en: 'Only the one who takes over can acknowledge this.',
    ja: '引き継ぎを確認できるのは、引き継ぎ先のメンバーだけです。',
  })
}

function noHandover(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such hand-over. Look for it in the list.',
      ja: 'この引き継ぎは見つかりません。一覧から探してください。',
    },
    { field: 'id' },
  )
}

import { sql } from 'kysely'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import {
  EnishiError,
  isUuid,
  type PrivacyRequestKind,
  type PrivacyRequestOutcome,
  type ProvisionBasis,
  uuidV7,
} from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { rootOf } from '../read-people.ts'
import { originalsOf } from '../root-of-people.ts'
import { tell } from './contact-rules.ts'
import { readPrivacySetting } from './privacy-setting.ts'
import { refuseStopped, stopUse } from './use-stop.ts'

/** What somebody asked of us (個人情報保護法 articles 33 to 35). */
export interface PrivacyRequest {
  id: string
  kind: PrivacyRequestKind
  personId: string | null
  requester: string
  receivedOn: string
  dueOn: string
  identityCheckedAt: string | null
  outcome: PrivacyRequestOutcome | null
  answeredAt: string | null
  answeredBy: string | null
  note: string | null
  isOverdue: boolean
}

export interface PrivacyRequestInput {
  kind: PrivacyRequestKind
  person?: string | undefined
  requester: string
  /** YYYY-MM-DD. */
  receivedOn: string
  /** As many days later as the workspace gives itself, where left out. */
  dueOn?: string | undefined
  note?: string | undefined
}

const DAY_MS = 86_400_000

/** Writes a request down with the day by which it is to be answered. Throws `not-found`, `bad-input`. */
export async function addRequest(
  tx: Transaction,
  input: PrivacyRequestInput,
  change: ChangeInWorkspace,
): Promise<PrivacyRequest> {
  const { workspaceId, authorId, now, random } = change
  const personId = input.person === undefined ? null : await rootOf(tx, input.person)
  const { answerDays } = await readPrivacySetting(tx)
  const due = new Date(Date.parse(input.receivedOn) + answerDays * DAY_MS)
  const dueOn = input.dueOn ?? due.toISOString().slice(0, 10)
  if (dueOn < input.receivedOn) throw dueTooEarly()
  const id = uuidV7(now.getTime(), random)
  await sql`
    insert into privacy_request
      (workspace_id, id, kind, person_id, requester, received_on, due_on, note, created_by, created_at)
    values (${workspaceId}, ${id}, ${input.kind}, ${personId}, ${input.requester}, ${input.receivedOn},
      ${dueOn}, ${input.note ?? null}, ${authorId}, ${now})`.execute(tx)
  await tell(tx, 'privacy-request.received', id, [`kind=${input.kind}`, `due=${dueOn}`], change)
  return getRequest(tx, id, now)
}

export interface PrivacyRequestChange {
  person?: string | null | undefined
  isIdentityChecked?: boolean | undefined
  outcome?: PrivacyRequestOutcome | undefined
  dueOn?: string | undefined
  note?: string | null | undefined
}

/**
 * Checked, answered, or corrected. A stop of use that is granted stops there and then. Throws `not-found`,
 * `conflict` for one that is answered, and `bad-input` for a stop that is granted for nobody on record.
 */
export async function changeRequest(
  tx: Transaction,
  id: string,
  wanted: PrivacyRequestChange,
  change: ChangeInWorkspace,
): Promise<PrivacyRequest> {
  const { authorId, now } = change
  const before = await getRequest(tx, id, now)
  if (before.outcome !== null) throw answeredAlready()
  if (wanted.dueOn !== undefined && wanted.dueOn < before.receivedOn) throw dueTooEarly()
  const { person, isIdentityChecked, outcome, dueOn, note } = wanted
  const personId = person === undefined || person === null ? person : await rootOf(tx, person)
  await tx
    .updateTable('privacy_request')
    .set({
      ...(personId === undefined ? {} : { person_id: personId }),
      ...(isIdentityChecked === undefined ? {} : checked(isIdentityChecked, change)),
      ...(outcome === undefined ? {} : { outcome, answered_at: now, answered_by: authorId }),
      ...(dueOn === undefined ? {} : { due_on: dueOn }),
      ...(note === undefined ? {} : { note }),
      // A change of nothing is one too.
      id,
    })
    .where('id', '=', id)
    .execute()
  const meant = personId === undefined ? before.personId : personId
  if (before.kind === 'stop-of-use' && outcome === 'granted') {
    if (meant === null) throw noPerson()
    await stopUse(tx, meant, { reason: note ?? before.note ?? '', requestId: id }, change)
  }
  const name = outcome === undefined ? 'privacy-request.changed' : 'privacy-request.answered'
  await tell(
    tx,
    name,
    id,
    outcome === undefined ? Object.keys(wanted) : [`outcome=${outcome}`],
    change,
  )
  return getRequest(tx, id, now)
}

function checked(isChecked: boolean, { now, authorId }: ChangeInWorkspace) {
  return {
    identity_checked_at: isChecked ? now : null,
    identity_checked_by: isChecked ? authorId : null,
  }
}

const COLUMNS = sql`id, kind, person_id as "personId", requester, received_on as "receivedOn",
  due_on as "dueOn", identity_checked_at as "identityCheckedAt", outcome, answered_at as "answeredAt",
  answered_by as "answeredBy", note`

interface Row extends Omit<PrivacyRequest, 'identityCheckedAt' | 'answeredAt' | 'isOverdue'> {
  identityCheckedAt: Date | null
  answeredAt: Date | null
}

async function todayOf(tx: Transaction, now: Date): Promise<string> {
  const { rows } = await sql<{ today: string }>`
    select (${now}::timestamptz at time zone time_zone)::date as today from workspace`.execute(tx)
  return rows[0]?.today ?? now.toISOString().slice(0, 10)
}

function shown(row: Row, today: string): PrivacyRequest {
  return {
    ...row,
    identityCheckedAt: row.identityCheckedAt?.toISOString() ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    isOverdue: row.outcome === null && row.dueOn < today,
  }
}

async function getRequest(tx: Transaction, id: string, now: Date): Promise<PrivacyRequest> {
  const { rows } = await sql<Row>`select ${COLUMNS} from privacy_request where id = ${id}`.execute(
    tx,
  )
  if (rows[0] === undefined) throw noRequest()
  return shown(rows[0], await todayOf(tx, now))
}

/** Requests by the day they are due, or by when they were answered, the latest first; `person` of one person, `q` part of who asked. */
export async function listRequests(
  tx: Transaction,
  filter: { state: 'open' | 'answered'; person?: string | undefined; q?: string | undefined },
  page: PageRequest,
  now: Date,
): Promise<Listed<PrivacyRequest>> {
  const { state } = filter
  const [at, id] = page.cursor === undefined ? [null, null] : placeOf(page.cursor)
  const people =
    filter.person === undefined ? null : await originalsOf(tx, await rootOf(tx, filter.person))
  const asked = (filter.q ?? '').normalize('NFKC').toLowerCase().trim()
  const isOf = sql`${people === null ? sql`true` : sql`person_id = any(${people}::uuid[])`}
    and (${asked} = '' or position(${asked} in lower(normalize(requester, NFKC))) > 0)`
  const open = sql`select ${COLUMNS}, due_on::text as key from privacy_request
    where outcome is null and ${isOf} and (${at}::date is null or (due_on, id) > (${at}::date, ${id}::uuid))
    order by due_on, id limit ${page.limit + 1}::integer`
  const answered = sql`select ${COLUMNS}, answered_at::text as key from privacy_request
    where outcome is not null and ${isOf}
      and (${at}::timestamptz is null or (answered_at, id) < (${at}::timestamptz, ${id}::uuid))
    order by answered_at desc, id desc limit ${page.limit + 1}::integer`
  const { rows } = await sql<Row & { key: string }>`${state === 'open' ? open : answered}`.execute(
    tx,
  )
  const today = await todayOf(tx, now)
  const taken = rows.slice(0, page.limit)
  const last = taken.at(-1)
  const next = rows.length > page.limit && last ? writeCursor([last.key, last.id]) : null
  return { items: taken.map(({ key: _, ...row }) => shown(row, today)), next }
}

function placeOf(cursor: string): [string, string] {
  const [at = '', id = ''] = readCursor(cursor, 2)
  // One that this list did not write.
  if (Number.isNaN(Date.parse(at)) || !isUuid(id)) readCursor('', 2)
  return [at, id]
}

/** To whom what of a person was given (個人情報保護法 article 29). */
export interface Provision {
  id: string
  providedOn: string
  recipient: string
  items: string
  basis: ProvisionBasis
  note: string | null
}

/** Throws `conflict` for somebody whose use was stopped, unless a law demands it. */
export async function recordProvision(
  tx: Transaction,
  personId: string,
  { providedOn, recipient, items, basis, note }: Omit<Provision, 'id'>,
  change: ChangeInWorkspace,
): Promise<Provision> {
  const { workspaceId, authorId, now, random } = change
  const root = await rootOf(tx, personId)
  if (basis !== 'law') await refuseStopped(tx, root)
  const id = uuidV7(now.getTime(), random)
  await tx
    .insertInto('third_party_provision')
    .values({
      ...{ workspace_id: workspaceId, id, person_id: root, provided_on: providedOn, recipient },
      ...{ items, basis, note, recorded_by: authorId, recorded_at: now },
    })
    .execute()
  await tell(tx, 'person.provided', root, [`basis=${basis}`], change)
  return { id, providedOn, recipient, items, basis, note }
}

/** Records of a person and all merged into it, in the order in which they were made. Throws `not-found`. */
export async function listProvisions(tx: Transaction, personId: string): Promise<Provision[]> {
  const people = await originalsOf(tx, await rootOf(tx, personId))
  return tx
    .selectFrom('third_party_provision')
    .select(['id', 'provided_on as providedOn', 'recipient', 'items', 'basis', 'note'])
    .where('person_id', 'in', people)
    .orderBy('id')
    .execute()
}

function noRequest(): EnishiError {
  return new EnishiError('not-found', {
    en: 'There is no such request. GET /privacy/requests lists those that there are.',
    ja: 'この請求は見つかりません。GET /privacy/requests で一覧を確認してください。',
  })
}

function noPerson(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'Say whom on record this is about: then their data is no longer used from now on.',
      ja: '登録している人物を指定してください。指定した人物の利用をこの時点から停止します。',
    },
    { field: 'person' },
  )
}

function answeredAlready(): EnishiError {
  return new EnishiError('conflict', {
    en: 'This request is answered already. Write a new one down if there is more to do.',
    ja: 'この請求には回答済みです。追加の対応があれば、新しい請求として記録してください。',
  })
}

function dueTooEarly(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'The request would be due before it came in. Choose a later day.',
      ja: '期限が受付日より前になっています。受付日以降の日付を指定してください。',
    },
    { field: 'dueOn' },
  )
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { EnishiError, type RelationCode, uuidV7 } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { organisationToName } from '../organisation-merges/organisation-root.ts'
import { rootOf } from '../read-people.ts'
import { checkOwnKind } from '../relations/kinds.ts'
import { refuseFuture, todayIn } from '../relations/today.ts'
import {
  checkProgramme,
  getProgramme,
  type ListedProgramme,
  type LoggedContact,
  type MemberSubject,
} from './read-programmes.ts'

export interface ProgrammeInput {
  kind: RelationCode
  rhythmDays: number
  owner?: string | null | undefined
  aim?: string | null | undefined
}

/** What is absent stays. */
export interface ProgrammeChange {
  rhythmDays?: number | undefined
  owner?: string | null | undefined
  aim?: string | null | undefined
}

/** Begins a programme. Records `programme.added`. Throws `conflict` where the kind has one, `bad-input`. */
export async function addProgramme(
  tx: Transaction,
  { kind, rhythmDays, owner, aim }: ProgrammeInput,
  { authorId, now, random }: ChangeInWorkspace,
): Promise<ListedProgramme> {
  await checkOwnKind(tx, kind)
  const id = uuidV7(now.getTime(), random)
  const added = await tx
    .insertInto('programme')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, kind, rhythm_days: rhythmDays, created_by: authorId },
      ...{ owner_id: owner ?? null, aim: aim || null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) throw hasOne()
  await writeEvent(tx, OWN_WORKSPACE, { name: 'programme.added', subjectId: id, authorId })
  return getProgramme(tx, id, now)
}

/** Changes owner, rhythm or aim. Records `programme.changed`. Throws `not-found`. */
export async function patchProgramme(
  tx: Transaction,
  id: string,
  change: ProgrammeChange,
  { authorId, now }: ChangeInWorkspace,
): Promise<ListedProgramme> {
  const before = await getProgramme(tx, id, now)
  const { owner = before.owner, rhythmDays = before.rhythmDays, aim = before.aim } = change
  await tx
    .updateTable('programme')
    .set({ owner_id: owner, rhythm_days: rhythmDays, aim: aim || null })
    .where('id', '=', id)
    .execute()
  const detail = Object.keys(change)
  await writeEvent(tx, OWN_WORKSPACE, {
    name: 'programme.changed',
    subjectId: id,
    detail,
    authorId,
  })
  return getProgramme(tx, id, now)
}

/** Ends a programme with all that was logged in it. Records `programme.removed`. Throws `not-found`. */
export async function removeProgramme(
  tx: Transaction,
  id: string,
  { authorId }: ChangeInWorkspace,
): Promise<void> {
  await checkProgramme(tx, id)
  await tx.deleteFrom('programme').where('id', '=', id).execute()
  await writeEvent(tx, OWN_WORKSPACE, { name: 'programme.removed', subjectId: id, authorId })
}

export interface MemberInput extends MemberSubject {
  owner?: string | null | undefined
  rhythmDays?: number | null | undefined
  nextOn?: string | null | undefined
}

/**
 * Says where one person or organisation differs from the programme; what is absent stays. Records
 * `programme.member-changed`. Throws `not-found`, `bad-input`.
 */
export async function putMember(
  tx: Transaction,
  programmeId: string,
  input: MemberInput,
  { authorId, now, random }: ChangeInWorkspace,
): Promise<void> {
  await checkProgramme(tx, programmeId)
  const of = await subjectOf(tx, input)
  const { owner, rhythmDays, nextOn } = input
  const target = of.personId === null ? sql`organisation_id` : sql`person_id`
  const kept = (said: unknown, name: 'owner_id' | 'rhythm_days' | 'next_on') =>
    said === undefined ? sql.ref(`programme_member.${name}`) : sql.ref(`excluded.${name}`)
  await sql`
    insert into programme_member
      (workspace_id, id, programme_id, person_id, organisation_id, owner_id, rhythm_days, next_on)
    values (${OWN_WORKSPACE}, ${uuidV7(now.getTime(), random)}, ${programmeId}, ${of.personId},
      ${of.organisationId}, ${owner ?? null}, ${rhythmDays ?? null}, ${nextOn ?? null}::date)
    on conflict (workspace_id, programme_id, ${target}) where ${target} is not null do update set
      owner_id = ${kept(owner, 'owner_id')}, rhythm_days = ${kept(rhythmDays, 'rhythm_days')},
      next_on = ${kept(nextOn, 'next_on')}`.execute(tx)
  const detail = [of.personId ?? of.organisationId ?? '']
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'programme.member-changed', subjectId: programmeId, detail, authorId },
  })
}

export interface ContactInput extends MemberSubject {
  onDay?: string | undefined
  isThanks: boolean
  what?: string | undefined
  nextOn?: string | undefined
}

/** Logs that we were in touch, or gave something back. Records `programme.contact-added`. Throws `not-found`, `bad-input`. */
export async function addContact(
  tx: Transaction,
  programmeId: string,
  input: ContactInput,
  change: ChangeInWorkspace,
): Promise<LoggedContact> {
  await checkProgramme(tx, programmeId)
  const of = await subjectOf(tx, input)
  const { authorId, now, random } = change
  const today = await todayIn(tx, now)
  refuseFuture(input.onDay, today, 'onDay')
  const id = uuidV7(now.getTime(), random)
  const { onDay = today, isThanks, what, nextOn } = input
  const said = what === undefined || what === '' ? null : what
  await tx
    .insertInto('programme_contact')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, programme_id: programmeId, on_day: onDay },
      ...{ person_id: of.personId, organisation_id: of.organisationId },
      ...{ is_thanks: isThanks, what: said, author_id: authorId },
    })
    .execute()
  if (nextOn !== undefined) {
    const { person, organisation } = input
    await putMember(tx, programmeId, { person, organisation, nextOn }, change)
  }
  const detail = [of.personId ?? of.organisationId ?? '']
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'programme.contact-added', subjectId: programmeId, detail, authorId },
  })
  return { id, onDay, by: null, isThanks, what: said, author: authorId }
}

/** Removes a contact that was logged by mistake. Records `programme.contact-removed`. Throws `not-found`. */
export async function removeContact(
  tx: Transaction,
  programmeId: string,
  id: string,
  { authorId }: ChangeInWorkspace,
): Promise<void> {
  const removed = await tx
    .deleteFrom('programme_contact')
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw noContact()
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'programme.contact-removed', subjectId: programmeId, authorId },
  })
}

/** New rows name the root of this moment. */
async function subjectOf(
  tx: Transaction,
  { person, organisation }: MemberSubject,
): Promise<{ personId: string | null; organisationId: string | null }> {
  if ((person === undefined) === (organisation === undefined)) throw notOne()
  if (person !== undefined) return { personId: await rootOf(tx, person), organisationId: null }
  return { personId: null, organisationId: await organisationToName(tx, organisation ?? '') }
}

function hasOne(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'This kind of relation has a programme already. Change that one.',
      ja: 'この関係区分にはすでにプログラムがあります。そちらを変更してください。',
    },
    { field: 'kind' },
  )
}

function notOne(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'Say of whom: give a person or an organisation, one of the two.',
      ja: '対象を指定してください。人物か企業・団体のどちらか一方です。',
    },
    { field: 'person' },
  )
}

function noContact(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such contact. Look at what was logged.',
      ja: 'この連絡の記録は見つかりません。一覧を確認してください。',
    },
    { field: 'contact' },
  )
}

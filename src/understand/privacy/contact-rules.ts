import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import {
  CONTACT_CHANNELS,
  type ConsentWay,
  type ContactChannel,
  type DoNotContactChannel,
  EnishiError,
  uuidV7,
} from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { rootOf } from '../read-people.ts'
import { originalsOf } from '../root-of-people.ts'
import { readUseStops, stoppedAmong } from './stopped.ts'

/** That nobody may contact a person. */
export interface DoNotContact {
  id: string
  channel: DoNotContactChannel
  since: string
  reason: string
  saidBy: string | null
}

export interface Consent {
  id: string
  channel: ContactChannel
  givenAt: string
  how: ConsentWay
  textShown: string
  evidence: string | null
  recordedBy: string | null
  withdrawnAt: string | null
}

/**
 * Whether somebody may be contacted by a means: not where they or we said so, and by mail only with
 * their consent (特定電子メール法 article 3).
 */
export type MayContact = 'yes' | 'do-not-contact' | 'no-consent'

interface Rules {
  /** Channels that are closed, by the person as asked for. */
  closed: { person: string; channel: DoNotContactChannel }[]
  consented: { person: string; channel: ContactChannel }[]
}

/**
 * For each of the people whether they may be contacted by that means; what was said of one of several
 * merged people holds for all of them. Nobody may contact whose use was stopped. For every rule and every
 * way of writing to somebody.
 */
export async function mayContact(
  tx: Transaction,
  personIds: readonly string[],
  channel: ContactChannel,
): Promise<Map<string, MayContact>> {
  const { closed, consented } = await rulesFor(tx, personIds)
  const stopped = await stoppedAmong(tx, personIds)
  const holds = (rows: Rules['closed'], person: string, among: readonly string[]) =>
    rows.some((row) => row.person === person && among.includes(row.channel))
  return new Map(
    personIds.map((person) => {
      const isClosed = stopped.has(person) || holds(closed, person, ['all', channel])
      if (isClosed) return [person, 'do-not-contact']
      const needsConsent = channel === 'mail' && !holds(consented, person, [channel])
      return [person, needsConsent ? 'no-consent' : 'yes']
    }),
  )
}

/** Originals of each person asked for, whoever of the merged ones was named. */
const SAME_PERSON = sql`
  join person named on named.id = wanted.id
  cross join lateral (
    select p.id from person p
    where p.id = case when named.merged_into is null then named.id else named.merged_into end
    union all
    select m.id from person m
    where m.merged_into = case when named.merged_into is null then named.id else named.merged_into end
  ) same`

async function rulesFor(tx: Transaction, personIds: readonly string[]): Promise<Rules> {
  const wanted = sql`unnest(${[...personIds]}::uuid[]) as wanted (id) ${SAME_PERSON}`
  const closed = await sql<Rules['closed'][number]>`
    select wanted.id as person, d.channel from ${wanted}
    join do_not_contact d on d.person_id = same.id and d.lifted_at is null`.execute(tx)
  const consented = await sql<Rules['consented'][number]>`
    select wanted.id as person, c.channel from ${wanted}
    join contact_consent c on c.person_id = same.id and c.withdrawn_at is null`.execute(tx)
  return { closed: closed.rows, consented: consented.rows }
}

/** By which means somebody may be contacted. Throws `not-found`. */
export async function contactRulesOf(tx: Transaction, personId: string) {
  const people = await originalsOf(tx, await rootOf(tx, personId))
  const may: Partial<Record<ContactChannel, MayContact>> = {}
  for (const channel of CONTACT_CHANNELS) {
    may[channel] = (await mayContact(tx, [personId], channel)).get(personId) ?? 'yes'
  }
  return {
    useStops: await readUseStops(tx, people),
    doNotContact: await standing(tx, people),
    consents: await consentsOf(tx, people),
    mayContact: may as Record<ContactChannel, MayContact>,
  }
}

/** What stands of "do not contact" for a person and all merged into it. Throws `not-found`. */
export async function doNotContactOf(tx: Transaction, personId: string): Promise<DoNotContact[]> {
  return standing(tx, await originalsOf(tx, await rootOf(tx, personId)))
}

/** By which means nobody may contact these people (roots), of those whom that is said of. */
export async function closedAmong(
  tx: Transaction,
  roots: readonly string[],
): Promise<Map<string, DoNotContactChannel[]>> {
  const { rows } = await sql<{ root: string; channels: DoNotContactChannel[] }>`
    select u.root, array_agg(distinct d.channel order by d.channel) as channels
    from unnest(${roots}::uuid[]) as u(root)
    cross join lateral (select u.root as id union all
      select m.id from person m where m.merged_into = u.root) original
    join do_not_contact d on d.person_id = original.id and d.lifted_at is null
    group by 1`.execute(tx)
  return new Map(rows.map(({ root, channels }) => [root, channels]))
}

/** What these people (roots) agreed to and have not withdrawn, of those who agreed to anything. */
export async function agreedAmong(
  tx: Transaction,
  roots: readonly string[],
): Promise<Map<string, ContactChannel[]>> {
  const { rows } = await sql<{ root: string; channels: ContactChannel[] }>`
    select u.root, array_agg(distinct c.channel order by c.channel) as channels
    from unnest(${roots}::uuid[]) as u(root)
    cross join lateral (select u.root as id union all
      select m.id from person m where m.merged_into = u.root) original
    join contact_consent c on c.person_id = original.id and c.withdrawn_at is null
    group by 1`.execute(tx)
  return new Map(rows.map(({ root, channels }) => [root, channels]))
}

async function standing(tx: Transaction, people: readonly string[]): Promise<DoNotContact[]> {
  const rows = await tx
    .selectFrom('do_not_contact')
    .select(['id', 'channel', 'since', 'reason', 'said_by as saidBy'])
    .where('person_id', 'in', [...people])
    .where('lifted_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }))
}

async function consentsOf(tx: Transaction, people: readonly string[]): Promise<Consent[]> {
  const rows = await tx
    .selectFrom('contact_consent')
    .select(['id', 'channel', 'given_at', 'how', 'text_shown as textShown', 'evidence'])
    .select(['recorded_by as recordedBy', 'withdrawn_at'])
    .where('person_id', 'in', [...people])
    .orderBy('id')
    .execute()
  return rows.map(({ given_at, withdrawn_at, ...row }) => ({
    ...{ ...row, givenAt: given_at.toISOString() },
    withdrawnAt: withdrawn_at?.toISOString() ?? null,
  }))
}

/** Says that nobody may contact them; said again, the reason of the first stays. Throws `not-found`. */
export async function closeContact(
  tx: Transaction,
  personId: string,
  { channel, reason }: { channel: DoNotContactChannel; reason: string },
  change: ChangeInWorkspace,
): Promise<DoNotContact[]> {
  const { workspaceId, authorId, now, random } = change
  const root = await rootOf(tx, personId)
  const { rows } = await sql<{ id: string }>`
    insert into do_not_contact (workspace_id, id, person_id, channel, since, reason, said_by)
    values (${workspaceId}, ${uuidV7(now.getTime(), random)}, ${root}, ${channel}, ${now}, ${reason},
      ${authorId})
    on conflict (workspace_id, person_id, channel) where lifted_at is null do nothing
    returning id`.execute(tx)
  if (rows.length > 0) await tell(tx, 'person.contact-closed', root, [`channel=${channel}`], change)
  return doNotContactOf(tx, root)
}

/** Lifts one again; it stays on record. Throws `not-found`. */
export async function openContact(
  tx: Transaction,
  personId: string,
  id: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const people = await originalsOf(tx, await rootOf(tx, personId))
  const lifted = await tx
    .updateTable('do_not_contact')
    .set({ lifted_at: change.now, lifted_by: change.authorId })
    .where('id', '=', id)
    .where('person_id', 'in', people)
    .where('lifted_at', 'is', null)
    .returning(['person_id', 'channel'])
    .executeTakeFirst()
  if (lifted === undefined) throw notOnRecord()
  const detail = [`channel=${lifted.channel}`]
  await tell(tx, 'person.contact-opened', lifted.person_id, detail, change)
}

export interface ConsentInput {
  channel: ContactChannel
  givenAt: Date
  how: ConsentWay
  textShown: string
  evidence?: string | undefined
}

/** Writes down that somebody agreed. Throws `not-found`. */
export async function recordConsent(
  tx: Transaction,
  personId: string,
  { channel, givenAt, how, textShown, evidence }: ConsentInput,
  change: ChangeInWorkspace,
): Promise<string> {
  const { workspaceId, authorId, now, random } = change
  const root = await rootOf(tx, personId)
  const id = uuidV7(now.getTime(), random)
  await tx
    .insertInto('contact_consent')
    .values({
      ...{ workspace_id: workspaceId, id, person_id: root, channel, given_at: givenAt, how },
      ...{ text_shown: textShown, evidence: evidence ?? null, recorded_by: authorId },
      ...{ recorded_at: now, withdrawn_at: null, withdrawn_by: null },
    })
    .execute()
  await tell(tx, 'person.consent-given', root, [`channel=${channel}`], change)
  return id
}

/** Writes down that they agree no more. Throws `not-found`. */
export async function withdrawConsent(
  tx: Transaction,
  personId: string,
  id: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const people = await originalsOf(tx, await rootOf(tx, personId))
  const withdrawn = await tx
    .updateTable('contact_consent')
    .set({ withdrawn_at: change.now, withdrawn_by: change.authorId })
    .where('id', '=', id)
    .where('person_id', 'in', people)
    .where('withdrawn_at', 'is', null)
    .returning(['person_id', 'channel'])
    .executeTakeFirst()
  if (withdrawn === undefined) throw notOnRecord()
  const detail = [`channel=${withdrawn.channel}`]
  await tell(tx, 'person.consent-withdrawn', withdrawn.person_id, detail, change)
}

/** In the outbox and in the chain. */
export async function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  detail: string[],
  change: ChangeInWorkspace,
): Promise<void> {
  const { workspaceId, authorId } = change
  await writeEvent(tx, workspaceId, { name, subjectId, detail, authorId })
}

function notOnRecord(): EnishiError {
  return new EnishiError('not-found', {
    en: 'This is not on record for this person, or was lifted already. Load the page again.',
    ja: 'この記録は見つからないか、すでに取り消されています。ページを読み込み直してください。',
  })
}

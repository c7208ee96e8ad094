import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { CONTACTS_OF_THEIRS, DEALS_OF_THEIRS, REACHES, reachOf, type Whom } from './reach.ts'

/**
 * Erases what colleagues wrote down: notes, tasks and contacts that are about the person and nobody
 * else. A deal stays, as money was promised or paid; one that is theirs alone loses its words.
 */
export async function eraseEngagement(tx: Transaction, whom: Whom): Promise<void> {
  const { handles } = whom
  await sql`update deal set outcome_handle_id = null
    where outcome_handle_id = any(${[...handles]}::uuid[])`.execute(tx)
  for (const table of ['note', 'task'] as const) {
    await sql`delete from ${sql.table(table)} t where ${reachOf(table).where(whom)}`.execute(tx)
  }
  await sql`delete from contact where id in ${CONTACTS_OF_THEIRS(whom)}`.execute(tx)
  await sql`
    update deal set key = null, name = '—', sort_key = '', search_key = '', lost_text = null, source = null
    where id in ${DEALS_OF_THEIRS(whom)}`.execute(tx)
}

/** Free text that names the person where no key leads to them. */
export async function eraseNamings(tx: Transaction, whom: Whom): Promise<void> {
  await sql`update import_refusal t set excerpt = '', detail = null
    where ${REACHES.import_refusal.where(whom)}`.execute(tx)
  // A row that is kept aside has no key to the person.
  const tables = ['saved_search', 'list', 'import_trial', 'organisation_merge_row'] as const
  for (const table of tables) {
    await sql`delete from ${sql.table(table)} t where ${reachOf(table).where(whom)}`.execute(tx)
  }
  // That people were handed over stays; what was said of them goes.
  await sql`update handover t set summary = '—' where ${REACHES.handover.where(whom)}`.execute(tx)
  // What that batch changed of others can no longer be taken back.
  await sql`update import_change t set changed = '[]' where ${REACHES.import_change.where(whom)}`.execute(
    tx,
  )
  // That something was told stays, to be found at the receiver; what it said goes, and what waits is not sent.
  await sql`update webhook_delivery t set body = null, subject_id = null, people = '{}', due_at = null,
      state = case when t.state = 'waiting' then 'erased' else t.state end
    where ${REACHES.webhook_delivery.where(whom)}`.execute(tx)
  // That somebody asked stays, as the law wants; who it was goes.
  await sql`update privacy_request t set requester = '', note = null
    where ${REACHES.privacy_request.where(whom)}`.execute(tx)
  await sql`delete from audit_value t where ${REACHES.audit_value.where(whom)}`.execute(tx)
}

/** The person's own rows, and with them all that the database knows to hang on them. */
export async function erasePersonRows(tx: Transaction, { people, handles }: Whom): Promise<void> {
  await sql`delete from handle where id = any(${[...handles]}::uuid[])`.execute(tx)
  const named = sql`any(${[...people]}::uuid[])`
  // What was given to them to pass on; what it led to stays with whoever came by it.
  await sql`delete from claimed_touch where person_id = ${named}`.execute(tx)
  await sql`delete from tracked_link where person_id = ${named}`.execute(tx)
  await sql`delete from code where person_id = ${named}`.execute(tx)
  // Accounts that were theirs once and are another's today.
  await sql`delete from handle_ownership where person_id = ${named}`.execute(tx)
  await sql`delete from person where id = ${named}`.execute(tx)
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { newId } from './workspace.ts'

/** Valid bodies for the routes about personal data that change something by id. */
export const PRIVACY_BODIES = {
  'POST /people/{id}/erase': { confirmation: 'nobody of this name' },
  'POST /people/{id}/do-not-contact': { channel: 'all', reason: 'asked' },
  'POST /people/{id}/consents': {
    ...{ channel: 'mail', givenAt: '2026-01-01T00:00:00Z', how: 'paper', textShown: 'may we' },
  },
  'POST /people/{id}/provisions': {
    ...{ providedOn: '2026-01-01', recipient: 'Acme', items: 'name', basis: 'law' },
  },
  'PATCH /privacy/requests/{id}': { note: 'taken' },
  'POST /people/{id}/use-stops': { reason: 'asked' },
  'PATCH /people/{id}/use-stops/{stop}': { because: 'agreed' },
}

/** Tables that these routes write to. */
export const PRIVACY_TABLES = [
  ...['do_not_contact', 'contact_consent', 'privacy_request', 'third_party_provision'],
  ...['use_stop', 'notice'],
]

/** One row of each about the person; answers their ids by the path before the id. */
export async function insertPrivacy(
  tx: Transaction,
  ws: string,
  person: string,
): Promise<Record<string, string>> {
  const [closed, consent, request, stop] = [newId(), newId(), newId(), newId()]
  // Lifted: what stands would keep them out of every outlet.
  await sql`insert into use_stop (workspace_id, id, person_id, reason, since, lifted_at, lifted_because)
    values (${ws}, ${stop}, ${person}, 'asked', now(), now(), 'agreed')`.execute(tx)
  await sql`insert into do_not_contact (workspace_id, id, person_id, channel, since, reason)
    values (${ws}, ${closed}, ${person}, 'all', now(), 'asked')`.execute(tx)
  await sql`insert into contact_consent
      (workspace_id, id, person_id, channel, given_at, how, text_shown, recorded_at)
    values (${ws}, ${consent}, ${person}, 'mail', now(), 'paper', 'may we', now())`.execute(tx)
  await sql`insert into privacy_request
      (workspace_id, id, kind, person_id, requester, received_on, due_on, created_at)
    values (${ws}, ${request}, 'disclosure', ${person}, 'Akane', '2026-01-01', '2026-01-15', now())`.execute(
    tx,
  )
  await sql`insert into third_party_provision
      (workspace_id, id, person_id, provided_on, recipient, items, basis, recorded_at)
    values (${ws}, ${newId()}, ${person}, '2026-01-01', 'Acme', 'name', 'consent', now())`.execute(
    tx,
  )
  return {
    '+/do-not-contact': closed,
    '+/consents': consent,
    '+/use-stops': stop,
    '/privacy/requests': request,
  }
}

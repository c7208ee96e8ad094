import { type RawBuilder, sql } from 'kysely'
import { hydrateContacts, type ListedContact, withPeople } from '../contacts/read-contacts.ts'
import type { TimelineScope } from './scope.ts'
import { newestRows, type TimelineSource } from './timeline-source.ts'

export interface ContactItem extends ListedContact {
  kind: 'contact'
}

/** Contacts outside the net, at the time they took place. */
export const contactSource: TimelineSource<ContactItem> = {
  newest: (tx, scope, before, limit) =>
    newestRows(tx, 'contact', 'at', contactsOf(scope), before, limit),
  hydrate: async (tx, ids) => {
    const contacts = await hydrateContacts(tx, ids)
    return contacts.map((contact) => ({ ...contact, kind: 'contact' }))
  },
}

function contactsOf({ kind, id, originals, deals }: TimelineScope): RawBuilder<unknown> {
  if (kind === 'deal') return sql`r.deal_id = ${id}::uuid`
  if (kind === 'person') return withPeople(originals)
  return sql`r.id in (
    select contact_id from contact_person where person_id = any(${originals}::uuid[])
    union select c.id from contact c where c.organisation_id = ${id}::uuid
    union select c.id from contact c where c.deal_id = any(${deals}::uuid[]))`
}

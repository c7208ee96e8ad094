import { type RawBuilder, sql } from 'kysely'

/** A table whose rows name an organisation. */
export interface NamingTable {
  name: string
  /** The column that tells a row from others. */
  id: string
  /** Of `t`, that the kept one has its like as `k`, and only one may be. */
  like?: RawBuilder<unknown>
  /** Columns of the like that are filled from the row which is kept aside. */
  fills?: readonly string[]
  /** That a row which was kept aside may come back: what it names is there still. */
  isWhole?: RawBuilder<unknown>
  /** Column of the person whom it is about. */
  person?: string
}

/** Every table whose rows name an organisation and follow it; cards are merged field by field. */
export const NAMING_TABLES: readonly NamingTable[] = [
  {
    ...{ name: 'affiliation', id: 'id', person: 'person_id' },
    like: sql`k.person_id = t.person_id and k.until is null and t.until is null`,
    fills: ['role', 'department', 'since'],
    isWhole: sql`exists (select from person p where p.id = t.person_id)`,
  },
  { name: 'organisation_handle', id: 'handle_id' },
  {
    ...{ name: 'relation', id: 'id' },
    like: sql`k.kind = t.kind and k.until is null and t.until is null`,
    isWhole: sql`(t.rule_id is null or exists (select from relation_rule r where r.id = t.rule_id))
      and (t.kind not like '________-____-____-____-____________'
        or exists (select from relation_kind c where c.id::text = t.kind))`,
  },
  { name: 'relation_rule_condition', id: 'id' },
  {
    ...{ name: 'programme_member', id: 'id' },
    like: sql`k.programme_id = t.programme_id`,
    fills: ['owner_id', 'rhythm_days', 'next_on'],
    isWhole: sql`exists (select from programme p where p.id = t.programme_id)`,
  },
  { name: 'programme_contact', id: 'id' },
  { name: 'deal', id: 'id' },
  { name: 'task', id: 'id' },
  { name: 'note', id: 'id' },
  { name: 'contact', id: 'id' },
]

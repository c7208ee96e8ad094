import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { RelationCode, RelationSource } from '#vocabulary/index.ts'
import { type Colleague, colleague, shownPerson } from '../subjects.ts'
import type { TimelineScope } from './scope.ts'
import { newestRows, type TimelineSource } from './timeline-source.ts'

export interface RelationItem {
  kind: 'relation'
  id: string
  at: string
  /** What they are or were to us. */
  relation: RelationCode
  /** A person that was merged as its root. */
  of: { kind: 'person' | 'organisation'; id: string; name: string }
  /** Days. */
  since: string | null
  until: string | null
  source: RelationSource
  /** Who entered or confirmed it. */
  author: Colleague | null
}

/** What somebody is to us, at the time it was entered: days may be given later, or not at all. */
export const relationSource: TimelineSource<RelationItem> = {
  newest: async (tx, scope, before, limit) =>
    scope.kind === 'deal'
      ? { positions: [], next: null }
      : newestRows(tx, 'relation', 'created_at', relationsOf(scope), before, limit),
  hydrate,
}

function relationsOf({ kind, id, originals }: TimelineScope): RawBuilder<unknown> {
  const people = sql`r.person_id = any(${originals}::uuid[])`
  return kind === 'person' ? people : sql`${people} or r.organisation_id = ${id}::uuid`
}

interface RelationRow {
  id: string
  created_at: Date
  kind: RelationCode
  organisation: boolean
  of_id: string
  of_name: string
  since: string | null
  until: string | null
  source: RelationSource
  confirmed_by: string | null
}

async function hydrate(tx: Transaction, ids: string[]): Promise<RelationItem[]> {
  const { rows } = await sql<RelationRow>`
    select r.id, r.created_at, r.kind, r.person_id is null as organisation, subject.id as of_id,
      subject.name as of_name, r.since::text as since, r.until::text as until, r.source, r.confirmed_by
    from unnest(${ids}::uuid[]) as wanted (id)
    cross join lateral (select * from relation where relation.id = wanted.id offset 0) r
    cross join lateral (
      select shown.id, shown.display_name as name
      from (select 1) one ${shownPerson(sql`r.person_id`)}
      union all
      select o.id, o.name from organisation o where o.id = r.organisation_id) subject`.execute(tx)
  return rows.map(({ of_id: id, of_name: name, ...row }) => ({
    ...{ kind: 'relation', id: row.id, at: row.created_at.toISOString(), relation: row.kind },
    of: { kind: row.organisation ? 'organisation' : 'person', id, name },
    ...{ since: row.since, until: row.until, source: row.source },
    author: colleague(row.confirmed_by),
  }))
}

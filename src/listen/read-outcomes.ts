import { sql } from 'kysely'
import { type Listed, type PageRequest, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import type { OutcomeType } from '#vocabulary/index.ts'
import { idRange } from './activity-filter.ts'
import { hydrateActivities, type ListedActivity } from './hydrate-activities.ts'
import { handlesOfOrganisation } from './people-of-organisation.ts'
import { handlesOf } from './read-activities.ts'
import { type Claim, claimsOf } from './read-claims.ts'

/** What a list of outcomes may be narrowed to; all that is given must hold. */
export interface OutcomeFilter {
  type?: OutcomeType | undefined
  person?: string | undefined
  /** Of its people of today. */
  organisation?: string | undefined
  /** A time, or a day in the workspace's time zone; both included. */
  from?: string | undefined
  to?: string | undefined
}

/** An outcome with what it says of where it came from. */
export interface ListedOutcomeActivity extends ListedActivity {
  evidence: Claim[]
}

/** Outcomes with who and when, newest first. Throws `bad-input` for a foreign cursor. */
export async function listOutcomes(
  tx: Transaction,
  filter: OutcomeFilter,
  page: PageRequest,
): Promise<Listed<ListedOutcomeActivity>> {
  const { floor, before } = await idRange(tx, filter, page.cursor)
  const handles = await handlesMeant(tx, filter)
  if (handles?.length === 0) return { items: [], next: null }
  const ofType = filter.type === undefined ? sql`` : sql`and o.type = ${filter.type}`
  const query =
    handles === undefined
      ? sql<{ id: string }>`select o.activity_id as id from outcome o
          where o.activity_id < ${before}::uuid and o.activity_id >= ${floor}::uuid ${ofType}
          order by o.activity_id desc limit ${page.limit + 1}`
      : sql<{ id: string }>`select a.id from activity a
          cross join lateral (
            select 1 from outcome o where o.activity_id = a.id ${ofType} offset 0) o
          where a.handle_id = any(${handles}::uuid[]) and a.type = 'Outcome'
            and a.id < ${before}::uuid and a.id >= ${floor}::uuid
          order by a.id desc limit ${page.limit + 1}`
  const { rows } = await query.execute(tx)
  const ids = rows.slice(0, page.limit).map(({ id }) => id)
  const last = ids.at(-1)
  const claims = await claimsOf(tx, ids)
  const items = (await hydrateActivities(tx, ids)).map((item) => {
    return { ...item, evidence: claims.get(item.id) ?? [] }
  })
  return { items, next: rows.length > page.limit && last ? writeCursor([last]) : null }
}

/** The accounts of whom the filter names; undefined for everybody's. */
async function handlesMeant(
  tx: Transaction,
  { person, organisation }: OutcomeFilter,
): Promise<string[] | undefined> {
  const ofPerson = person === undefined ? undefined : await handlesOf(tx, person)
  if (organisation === undefined) return ofPerson
  const ofAll = await handlesOfOrganisation(tx, organisation)
  return ofPerson === undefined ? ofAll : ofPerson.filter((handle) => ofAll.includes(handle))
}

import { sql } from 'kysely'
import type { Batch, Contribution } from '#listen/index.ts'
import { insertRows } from '#store/insert-rows.ts'
import { findMerged } from './root-of-people.ts'

interface Summary {
  posts: number
  activities: number
  firstAt: number
  lastAt: number
  isReduced: boolean
}

/**
 * Adds what the batch contributes to the figures of each original person, and to those of the root
 * that the person is shown as. Whoever merges or splits people holds the workspace meanwhile.
 */
export async function addPersonSummaries(batch: Batch): Promise<void> {
  const personOf = (one: Contribution) => batch.personOfHandle.get(one.handleId) as string
  const people = sumUp(batch.contributions, personOf)
  await addSummaries(batch, 'person_summary', people)
  await mendBounds(batch, reducedOf(people))
  const merged = await findMerged(batch.tx, batch.workspaceId, [...people.keys()])
  const roots = sumUp(batch.contributions, (one) => merged.get(personOf(one)) ?? personOf(one))
  await addSummaries(batch, 'root_summary', roots)
  await mendRootBounds(batch, reducedOf(roots))
}

/** Sorted by person. */
function sumUp(
  contributions: readonly Contribution[],
  personOf: (one: Contribution) => string,
): Map<string, Summary> {
  const sums = new Map<string, Summary>()
  for (const one of contributions) {
    const person = personOf(one)
    sums.set(person, addTo(sums.get(person), one))
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function addTo(sum: Summary | undefined, { sign, publishedAt, reading }: Contribution): Summary {
  const at = publishedAt.getTime()
  return {
    posts: (sum?.posts ?? 0) + (reading === undefined ? 0 : sign),
    activities: (sum?.activities ?? 0) + sign,
    firstAt: Math.min(sum?.firstAt ?? at, at),
    lastAt: Math.max(sum?.lastAt ?? at, at),
    isReduced: (sum?.isReduced ?? false) || sign < 0,
  }
}

function reducedOf(sums: Map<string, Summary>): string[] {
  return [...sums].filter(([, { isReduced }]) => isReduced).map(([person]) => person)
}

type SummaryTable = 'person_summary' | 'root_summary'

const COLUMNS = {
  person_id: 'uuid',
  posts: 'bigint',
  activities: 'bigint',
  first_at: 'timestamptz',
  last_at: 'timestamptz',
} as const

async function addSummaries(
  batch: Batch,
  table: SummaryTable,
  sums: Map<string, Summary>,
): Promise<void> {
  const rows = [...sums].map(([person_id, sum]) => ({
    person_id,
    posts: sum.posts,
    activities: sum.activities,
    first_at: new Date(sum.firstAt).toISOString(),
    last_at: new Date(sum.lastAt).toISOString(),
  }))
  await insertRows(
    batch.tx,
    table,
    batch.workspaceId,
    COLUMNS,
    rows,
    sql`on conflict (workspace_id, person_id) do update set
      posts = ${sql.table(table)}.posts + excluded.posts,
      activities = ${sql.table(table)}.activities + excluded.activities,
      first_at = least(${sql.table(table)}.first_at, excluded.first_at),
      last_at = greatest(${sql.table(table)}.last_at, excluded.last_at)`,
  )
}

/** Counts can be subtracted, a first and last time can't: they are read from the log again. */
async function mendBounds(batch: Batch, people: string[]): Promise<void> {
  if (people.length === 0) return
  await sql`
    update person_summary s set first_at = b.first_at, last_at = b.last_at
    from (
      select o.person_id, min(l.first_at) as first_at, max(l.last_at) as last_at
      from handle_ownership o cross join lateral (
        select min(a.published_at) as first_at, max(a.published_at) as last_at from activity a
        where a.workspace_id = o.workspace_id and a.handle_id = o.handle_id and a.deleted_at is null
      ) l
      where o.workspace_id = ${batch.workspaceId} and o.person_id = any(${people}::uuid[])
        and o.until is null
      group by o.person_id
    ) b
    where s.workspace_id = ${batch.workspaceId} and s.person_id = b.person_id and s.activities > 0
  `.execute(batch.tx)
  await dropEmpty(batch, 'person_summary', people)
}

/**
 * The root's row was locked by the addition, so what another batch has changed meanwhile is either
 * seen here or added by that batch afterwards.
 */
async function mendRootBounds(batch: Batch, roots: string[]): Promise<void> {
  if (roots.length === 0) return
  await sql`
    update root_summary r set first_at = b.first_at, last_at = b.last_at
    from (
      select k.root, min(s.first_at) as first_at, max(s.last_at) as last_at
      from unnest(${roots}::uuid[]) as k(root) cross join lateral (
        select k.root as id
        union all
        select m.id from person m where m.workspace_id = ${batch.workspaceId} and m.merged_into = k.root
      ) original
      join person_summary s on s.workspace_id = ${batch.workspaceId} and s.person_id = original.id
      group by k.root
    ) b
    where r.workspace_id = ${batch.workspaceId} and r.person_id = b.root and r.activities > 0
  `.execute(batch.tx)
  await dropEmpty(batch, 'root_summary', roots)
}

async function dropEmpty(batch: Batch, table: SummaryTable, people: string[]): Promise<void> {
  await sql`delete from ${sql.table(table)} where workspace_id = ${batch.workspaceId}
    and person_id = any(${people}::uuid[]) and activities = 0`.execute(batch.tx)
}

import { sql } from 'kysely'
import { organisationKey } from '#language/index.ts'
import type { Transaction } from '#store/door.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { LIMITS, type RandomBytes, uuidV7 } from '#vocabulary/index.ts'
import { sortKey } from './names.ts'
import { nameTokens } from './person-names.ts'

/** An organisation as somebody names it. */
export interface NamedOrganisation {
  name: string
  reading?: string | undefined
  url?: string | undefined
}

/** In whose name, when and with what chance rows are made. */
export interface Making {
  workspaceId: string
  at: Date
  random: RandomBytes
}

/**
 * The organisations of these names, made where they are new; 株式会社山田 and ㈱山田 are one. Answers
 * their ids by `organisationKey`. What is already known of one stays; an address that was missing
 * is added.
 */
export async function ensureOrganisations(
  tx: Transaction,
  { workspaceId, at, random }: Making,
  named: readonly NamedOrganisation[],
): Promise<Map<string, string>> {
  const byKey = new Map<string, NamedOrganisation>()
  for (const one of named) {
    const key = organisationKey(one.name)
    // The first spelling names it; later ones add what was missing.
    if (key !== '') byKey.set(key, { ...one, ...byKey.get(key) })
  }
  const keys = [...byKey.keys()].sort()
  if (keys.length === 0) return new Map()
  const rows = keys.map((key) => {
    const one = byKey.get(key) as NamedOrganisation
    return { id: uuidV7(at.getTime(), random), name_key: key, ...organisationRow(one) }
  })
  await insertRows(
    tx,
    'organisation',
    workspaceId,
    ORGANISATION_COLUMNS,
    rows,
    sql`on conflict (workspace_id, name_key) do update
      set url = excluded.url, domain = excluded.domain
      where organisation.url is null and excluded.url is not null`,
  )
  const found = await sql<{ id: string; key: string }>`
    select o.id, o.name_key as key from unnest(${keys}::text[]) as k(key)
    cross join lateral (select o.id, o.name_key from organisation o
      where o.workspace_id = ${workspaceId} and o.name_key = k.key limit 1) o
  `.execute(tx)
  return new Map(found.rows.map(({ id, key }) => [key, id]))
}

const ORGANISATION_COLUMNS: Record<string, ColumnForm> = {
  id: 'uuid',
  name: 'text',
  name_reading: 'text',
  sort_key: 'text',
  name_key: 'text',
  name_tokens: 'tsvector',
  domain: 'text',
  url: 'text',
}

/** The columns of an organisation that follow from how it is named. */
export function organisationRow({ name, reading, url }: NamedOrganisation) {
  const domain = url === undefined ? undefined : URL.parse(url)?.hostname.replace(/^www\./, '')
  const key = organisationKey(name)
  return {
    name,
    name_reading: reading ?? null,
    sort_key: sortKey(reading ?? key)
      .slice(0, LIMITS.nameCharsMax)
      .toWellFormed(),
    name_tokens: nameTokens([name, key, reading ?? null, domain ?? null]),
    domain: domain === '' ? null : domain,
    url: url ?? null,
  }
}

/** Where a person belongs; what is absent was not said. Days are YYYY-MM-DD. */
export interface Affiliation {
  personId: string
  organisationId: string
  role?: string | undefined
  since?: string | undefined
  until?: string | undefined
  source: 'import' | 'member'
}

interface AffiliationRow {
  id: string
  role: string | null
  since: string | null
  until: string | null
  source: 'import' | 'member'
}

/**
 * Records that a person belongs to an organisation; answers whether that was news. The one that
 * holds today is told more of, or ended, by what is said; an import changes none that a member
 * made. One that has ended is known by its end.
 */
export async function recordAffiliation(
  tx: Transaction,
  making: Making,
  wanted: Affiliation,
): Promise<boolean> {
  const known = await knownAffiliations(tx, making.workspaceId, wanted)
  const current = known.find(({ until }) => until === null)
  const ended = known.find(({ until }) => until !== null && until === wanted.until)
  const before = ended ?? current
  if (before === undefined) return insertAffiliation(tx, making, wanted)
  if (before.source === 'member' && wanted.source === 'import') return false
  const after = {
    role: wanted.role ?? before.role,
    since: wanted.since ?? before.since,
    until: wanted.until ?? before.until,
  }
  const isSame = (['role', 'since', 'until'] as const).every(
    (field) => after[field] === before[field],
  )
  if (isSame) return false
  await tx
    .updateTable('affiliation')
    .set({ ...after, source: wanted.source })
    .where('workspace_id', '=', making.workspaceId)
    .where('id', '=', before.id)
    .execute()
  return true
}

async function knownAffiliations(
  tx: Transaction,
  workspaceId: string,
  { personId, organisationId }: Affiliation,
): Promise<AffiliationRow[]> {
  const { rows } = await sql<AffiliationRow>`
    select id, role, since::text as since, until::text as until, source from affiliation
    where workspace_id = ${workspaceId} and organisation_id = ${organisationId}
      and person_id = ${personId} order by id for update
  `.execute(tx)
  return rows
}

async function insertAffiliation(
  tx: Transaction,
  { workspaceId, at, random }: Making,
  { personId, organisationId, role, since, until, source }: Affiliation,
): Promise<boolean> {
  const { rows } = await sql`
    insert into affiliation (workspace_id, id, person_id, organisation_id, role, since, until, source)
    values (${workspaceId}, ${uuidV7(at.getTime(), random)}, ${personId}, ${organisationId},
      ${role ?? null}, ${since ?? null}::date, ${until ?? null}::date, ${source})
    on conflict do nothing returning id
  `.execute(tx)
  return rows.length > 0
}

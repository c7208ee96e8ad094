import { sql } from 'kysely'
import { organisationKey } from '#language/index.ts'
import type { ChangeLedger } from '#listen/index.ts'
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
  /** Told of what was made and changed. */
  ledger?: ChangeLedger
}

/**
 * The organisations of these names, made where they are new; 株式会社山田 and ㈱山田 are one. Answers
 * their ids by `organisationKey`. What is already known of one stays; an address that was missing
 * is added.
 */
export async function ensureOrganisations(
  tx: Transaction,
  { workspaceId, at, random, ledger }: Making,
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
  const told = await insertRows<{ id: string; url: string | null }>(
    tx,
    'organisation',
    workspaceId,
    ORGANISATION_COLUMNS,
    rows,
    sql`on conflict (workspace_id, name_key) do update
      set url = excluded.url, domain = excluded.domain
      where organisation.url is null and excluded.url is not null
        and organisation.merged_into is null returning id, url`,
  )
  const own = new Set(rows.map(({ id }) => id))
  for (const { id, url } of told) {
    if (own.has(id)) ledger?.made.organisation.push(id)
    else ledger?.changed.push({ kind: 'organisation', id, field: 'url', before: null, after: url })
  }
  const found = await sql<{ id: string; key: string }>`
    select o.id, o.name_key as key from unnest(${keys}::text[]) as k(key)
    cross join lateral (
      select case when o.merged_into is null then o.id else o.merged_into end as id, o.name_key from organisation o
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

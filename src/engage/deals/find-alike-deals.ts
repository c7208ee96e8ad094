import { sql } from 'kysely'
import { organisationKey } from '#language/index.ts'
import type { Heard, Hearing, Lookalike } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { sortKeyOf } from './deal-keys.ts'

interface Alike {
  asked: number
  id: string
  name: string
}

/**
 * The open deals that rows of a list are called like, at the same organisation, though the list calls
 * them by another key: of several that fit none is meant. Reads only.
 */
export async function findAlikeDeals(
  tx: Transaction,
  { workspaceId, heard }: Pick<Hearing, 'workspaceId' | 'heard'>,
): Promise<Map<Heard, Lookalike>> {
  const rows = heard.flatMap((one) =>
    one.arrival.kind === 'deal' ? [{ one, deal: one.arrival }] : [],
  )
  if (rows.length === 0) return new Map()
  const organisations = rows.map(({ deal }) => organisationKey(deal.organisation ?? ''))
  const found = await sql<Alike>`
    select (k.asked - 1)::integer as asked, d.id, d.name
    from unnest(${rows.map(({ deal }) => deal.key)}::text[],
      ${rows.map(({ deal }) => sortKeyOf(deal.name))}::text[], ${organisations}::text[])
      with ordinality as k(key, sort_key, organisation, asked)
    cross join lateral (
      select d.id, d.name, d.key, d.organisation_id from deal d
      where d.workspace_id = ${workspaceId} and d.sort_key = k.sort_key and d.state = 'open'
      limit 50) d
    left join organisation o on o.workspace_id = ${workspaceId} and o.id = d.organisation_id
    where d.key is distinct from k.key
      and case when o.id is null then '' else o.name_key end = k.organisation
      and not exists (select from deal known where known.workspace_id = ${workspaceId}
        and known.key = k.key)
    order by k.asked, d.id
  `.execute(tx)
  const byRow = Map.groupBy(found.rows, ({ asked }) => asked)
  return new Map(
    rows.flatMap(({ one }, at) => {
      const [like, ...others] = byRow.get(at) ?? []
      if (like === undefined || others.length > 0) return []
      const { id, name } = like
      const known = { kind: 'deal' as const, id, name }
      return [[one, { known, probability: null, isCertain: true }] as const]
    }),
  )
}

import { sql } from 'kysely'
import { organisationKey } from '#language/index.ts'
import type { Heard, Hearing, Lookalike } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { organisationRow } from '../organisations.ts'

interface Alike {
  asked: number
  id: string
  name: string
}

/**
 * The organisations that rows of a list look like, though they are called otherwise: the only one that
 * is found at the same domain. Reads only.
 */
export async function findAlikeOrganisations(
  tx: Transaction,
  { workspaceId, heard }: Pick<Hearing, 'workspaceId' | 'heard'>,
): Promise<Map<Heard, Lookalike>> {
  const rows = heard.flatMap((one) => {
    if (one.arrival.kind !== 'organisation') return []
    const { name, url } = one.arrival
    const { domain } = organisationRow({ name, url })
    return domain === undefined || domain === null ? [] : [{ one, name, domain }]
  })
  if (rows.length === 0) return new Map()
  const found = await sql<Alike>`
    select (k.asked - 1)::integer as asked, o.id, o.name
    from unnest(${rows.map(({ name }) => organisationKey(name))}::text[],
      ${rows.map(({ domain }) => domain)}::text[]) with ordinality as k(name_key, domain, asked)
    cross join lateral (select id, name from organisation o
      where o.workspace_id = ${workspaceId} and o.domain = k.domain
        and o.merged_into is null order by id limit 2) o
    where not exists (select from organisation known where known.workspace_id = ${workspaceId}
      and known.name_key = k.name_key)
    order by k.asked, o.id
  `.execute(tx)
  const byRow = Map.groupBy(found.rows, ({ asked }) => asked)
  return new Map(
    rows.flatMap(({ one }, at) => {
      const [like, ...others] = byRow.get(at) ?? []
      if (like === undefined || others.length > 0) return []
      const known = { kind: 'organisation' as const, id: like.id, name: like.name }
      return [[one, { known, probability: null, isCertain: true }] as const]
    }),
  )
}

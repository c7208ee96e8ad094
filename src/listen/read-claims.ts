import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { ClaimClass } from '#vocabulary/index.ts'

/** One thing that an outcome says of where it came from. */
export interface Claim {
  class: ClaimClass
  text: string
  /** The root of whom the link or code belongs to, or who was named. */
  person: { id: string; name: string } | null
  link: { id: string; name: string; campaign: string | null } | null
  code: { id: string; text: string; campaign: string | null } | null
}

interface ClaimRow {
  outcome_id: string
  class: ClaimClass
  text: string
  person_id: string | null
  person_name: string | null
  link_id: string | null
  link_name: string | null
  link_campaign: string | null
  code_id: string | null
  code_text: string | null
  code_campaign: string | null
}

/** What these outcomes say of where they came from, in the order of the classes. */
export async function claimsOf(
  tx: Transaction,
  outcomeIds: readonly string[],
): Promise<Map<string, Claim[]>> {
  if (outcomeIds.length === 0) return new Map()
  const { rows } = await sql<ClaimRow>`
    select t.outcome_id, t.class, t.text, r.id as person_id, r.display_name as person_name,
      l.id as link_id, l.name as link_name, l.campaign as link_campaign,
      c.id as code_id, c.text as code_text, c.campaign as code_campaign
    from unnest(${outcomeIds}::uuid[]) as wanted (id)
    cross join lateral (select * from claimed_touch where outcome_id = wanted.id offset 0) t
    left join tracked_link l on l.workspace_id = t.workspace_id and l.id = t.link_id
    left join code c on c.workspace_id = t.workspace_id and c.id = t.code_id
    left join person p on p.workspace_id = t.workspace_id
      and p.id = coalesce(t.person_id, c.person_id, l.person_id)
    left join person r on r.workspace_id = p.workspace_id and r.id = coalesce(p.merged_into, p.id)
    order by t.outcome_id, t.class, t.text
  `.execute(tx)
  const found = new Map<string, Claim[]>()
  for (const row of rows) {
    const claims = found.get(row.outcome_id) ?? []
    claims.push(showClaim(row))
    found.set(row.outcome_id, claims)
  }
  return found
}

function showClaim(row: ClaimRow): Claim {
  const { person_id, person_name, link_id, link_name, code_id, code_text } = row
  return {
    class: row.class,
    text: row.text,
    person: person_id === null ? null : { id: person_id, name: person_name ?? '' },
    link:
      link_id === null ? null : { id: link_id, name: link_name ?? '', campaign: row.link_campaign },
    code:
      code_id === null ? null : { id: code_id, text: code_text ?? '', campaign: row.code_campaign },
  }
}

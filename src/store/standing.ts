import { sql } from 'kysely'
import type { Role, Scope } from '#vocabulary/index.ts'
import type { Door } from './door.ts'

/** What somebody came in with: a session of a browser, or an API key. */
export interface Credential {
  kind: 'session' | 'key'
  id: string
}

/** What a credential still gives, and where. */
export interface Standing {
  id: string
  workspaceId: string
  role: Role | null
  scope: Scope | null
}

/**
 * What these credentials give at this moment, in one query; a session that ended or expired, a
 * member who was removed and a key that was revoked give nothing.
 */
export async function readStandings(
  door: Door,
  credentials: readonly Credential[],
  now: Date,
): Promise<Standing[]> {
  const ids = (kind: Credential['kind']) => [
    ...new Set(credentials.filter((one) => one.kind === kind).map(({ id }) => id)),
  ]
  const { rows } = await door.asAccounts((tx) =>
    sql<Standing>`
      select s.id, m."organizationId" as "workspaceId", m.role, null as scope
      from session s join member m on m."userId" = s."userId"
      where s.id = any(${ids('session')}::uuid[]) and s."expiresAt" > ${now}
      union all
      select k.id, k.workspace_id, null, k.scope from api_key k
      where k.id = any(${ids('key')}::uuid[]) and k.revoked_at is null
    `.execute(tx),
  )
  return rows
}

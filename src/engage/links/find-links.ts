import { sql } from 'kysely'
import type { Door } from '#store/door.ts'

/** A link that somebody follows: whose it is and where it leads. */
export interface FoundLink {
  workspaceId: string
  id: string
  code: string
  target: string
}

/** The links of these codes, in whichever workspace; removed ones and unknown codes are left out. */
export async function findLinks(door: Door, codes: readonly string[]): Promise<FoundLink[]> {
  const { rows } = await door.asSystem((tx) =>
    sql<FoundLink>`select workspace_id as "workspaceId", id, code, target from tracked_link
      where code = any(${codes}::text[]) and removed_at is null`.execute(tx),
  )
  return rows
}

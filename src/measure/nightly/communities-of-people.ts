import { sql } from 'kysely'
import { NIL_UUID } from '#vocabulary/index.ts'
import type { Accounts, Run } from '../touches/people-of-handles.ts'

/** Of each person, the community that they are tied to most; -1: none. */
export interface CommunitiesOfPeople {
  of: Int32Array
  ids: string[]
}

const AT_ONCE = 20_000

/** The communities of today, by person. */
export async function readCommunitiesOfPeople(
  run: Run,
  accounts: Accounts,
): Promise<CommunitiesOfPeople> {
  const of = new Int32Array(accounts.people.count).fill(-1)
  const most = new Float64Array(accounts.people.count).fill(Number.NEGATIVE_INFINITY)
  const ids: string[] = []
  const numbers = new Map<string, number>()
  for (let after = NIL_UUID; ; ) {
    const from = after
    const rows = await run((tx) =>
      sql<{ handleId: string; communityId: string; strength: number }>`
        select distinct on (m.handle_id) m.handle_id as "handleId",
          m.community_id as "communityId", m.strength
        from community_member m
        join community g on g.workspace_id = m.workspace_id and g.id = m.community_id
        where m.handle_id > ${from}::uuid and g.ended_at is null
        order by m.handle_id, m.strength desc, m.community_id limit ${AT_ONCE}`.execute(tx),
    )
    for (const { handleId, communityId, strength } of rows.rows) {
      const person = accounts.personOf(accounts.handles.find(handleId))
      if (person < 0 || strength <= (most[person] as number)) continue
      const number = numbers.get(communityId) ?? ids.push(communityId) - 1
      numbers.set(communityId, number)
      of[person] = number
      most[person] = strength
    }
    const last = rows.rows.at(-1)
    if (last === undefined || rows.rows.length < AT_ONCE) return { of, ids }
    after = last.handleId
  }
}

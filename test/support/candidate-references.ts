import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { listCandidates } from '#understand/index.ts'
import { newId } from './workspace.ts'

type Reader = (tx: Transaction, id: string) => Promise<string[]>

const pairs: Reader = async (tx, id) => {
  const { items } = await listCandidates(tx, { state: 'open', person: id }, { limit: 100 })
  return items.map((one) => one.id)
}

/** Readers of pairs that may be one person, which must resolve merged people, by foreign key. */
export const CANDIDATE_READERS: Record<string, Record<string, Reader>> = {
  'match_candidate.first_id': { 'pairs?person=': pairs },
  'match_candidate.second_id': { 'pairs?person=': pairs },
}

/** A pair of the person and a stranger. */
export async function plantCandidate(
  tx: Transaction,
  workspaceId: string,
  person: string,
  stranger: string,
) {
  const [first, second] = [person, stranger].sort()
  const handle = (of: string | undefined) =>
    sql`(select handle_id from handle_ownership where person_id = ${of} limit 1)`
  await sql`insert into match_candidate (workspace_id, id, first_id, second_id, first_handle_id,
      second_handle_id, weight, probability, reasons, value, found_at)
    values (${workspaceId}, ${newId()}, ${first}, ${second}, ${handle(first)}, ${handle(second)},
      1, 0.5, '[]', 1, now())`.execute(tx)
}

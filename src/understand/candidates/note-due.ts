import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'

interface Noting {
  tx: Transaction
  workspaceId: string
}

/** Notes accounts that are new or changed, so that they are compared with the others soon. */
export async function noteDue(
  { tx, workspaceId }: Noting,
  handleIds: readonly string[],
): Promise<void> {
  if (handleIds.length === 0) return
  const rows = [...new Set(handleIds)].sort().map((handle_id) => ({ handle_id }))
  const columns = { handle_id: 'uuid' } as const
  await insertRows(tx, 'match_due', workspaceId, columns, rows, NOTED_AGAIN)
}

/**
 * An account that waits already is noted anew: it may be under comparison as it was, and whoever
 * compares clears only what was noted no later than they read. By the clock and not by the beginning of
 * the transaction, which may lie before that of the first note.
 */
const NOTED_AGAIN = sql`on conflict (workspace_id, handle_id) do update
  set noted_at = greatest(clock_timestamp(), match_due.noted_at + interval '1 microsecond')`

/**
 * The same for all accounts of these people: of whom more is known, where they work for one, somebody
 * may be found who was not before.
 */
export async function noteDuePeople(noting: Noting, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const { rows } = await sql<{ id: string }>`
    select w.handle_id as id from unnest(${[...new Set(personIds)]}::uuid[]) as k(id)
    cross join lateral (select handle_id from handle_ownership o
      where o.workspace_id = ${noting.workspaceId} and o.person_id = k.id and o.until is null
      offset 0) w`.execute(noting.tx)
  await noteDue(
    noting,
    rows.map(({ id }) => id),
  )
}

/** A pair is judged again at most so often. */
const JUDGED_AGAIN_MS = 60 * 60_000
/** What is usual among all is read this late at the most. */
const USUAL_LATE_MS = 10 * 60_000
/** A pair that was found while its posts still came in is judged anew once, soon after. */
const FRESH_MS = 12 * 60_000

/**
 * Notes accounts in the queue that have written since their pair was judged: what somebody writes tells
 * who they are, and at first they have written nothing.
 */
export async function noteWhoWrote(tx: Transaction, now: Date): Promise<void> {
  await sql`
    insert into match_due (workspace_id, handle_id)
    select distinct ${OWN_WORKSPACE}, h.id from match_candidate c
    cross join lateral (values (c.first_handle_id), (c.second_handle_id)) h(id)
    cross join lateral (select a.arrived_at from activity a
      where a.handle_id = h.id order by a.id desc limit 1) l
    where c.state = 'open' and (c.judged_at < ${new Date(now.getTime() - JUDGED_AGAIN_MS)}
        or (c.judged_at < ${new Date(now.getTime() - FRESH_MS)}
          and c.judged_at < c.found_at + make_interval(secs => ${FRESH_MS / 1000})))
      and l.arrived_at > c.judged_at - make_interval(secs => ${USUAL_LATE_MS / 1000})
    order by h.id
    ${NOTED_AGAIN}
  `.execute(tx)
}

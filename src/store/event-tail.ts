import { sql } from 'kysely'
import type { Door } from './door.ts'

/** A change, as much of it as tells what to look at again. */
export interface TailEvent {
  workspaceId: string
  name: string
  subjectId: string | null
}

/** A place in the order of all events. */
export interface EventPlace {
  xid: string
  id: number
}

/** The end of the log of changes as it stands: whoever reads everything now goes on from here. */
export async function eventEnd(door: Door): Promise<EventPlace> {
  // Of a transaction that still runs nobody has seen anything, so it counts as later.
  const { rows } = await door.asSystem((tx) =>
    sql<EventPlace>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid, 0 as id`.execute(
      tx,
    ),
  )
  return rows[0] ?? { xid: '0', id: 0 }
}

/**
 * Changes behind a place, in their order, for whoever only needs to know of them while it runs: it
 * stores no position. Answers at most `eventsMax` and the place behind them.
 */
export async function eventsBehind(
  door: Door,
  place: EventPlace,
  eventsMax = 500,
): Promise<{ events: TailEvent[]; place: EventPlace; isMore: boolean }> {
  const { rows } = await door.asSystem((tx) =>
    sql<TailEvent & EventPlace>`
      select xid::text as xid, id, workspace_id as "workspaceId", name, subject_id as "subjectId"
      from event
      where (xid, id) > (${place.xid}::xid8, ${place.id}) and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, id limit ${eventsMax}
    `.execute(tx),
  )
  const last = rows.at(-1)
  const behind = last === undefined ? place : { xid: last.xid, id: last.id }
  return { events: rows, place: behind, isMore: rows.length === eventsMax }
}

import { sql } from 'kysely'
import { insertRows } from '#store/insert-rows.ts'
import type { IncomingClick } from '#vocabulary/index.ts'
import type { Batch, Heard } from './batch.ts'
import { claimKey } from './claim-key.ts'
import { holdOutcomes } from './hold-outcomes.ts'

const CLICK_COLUMNS = {
  activity_id: 'uuid',
  link_id: 'uuid',
  key: 'bytes',
  agent: 'text',
} as const

/** New clicks beside their activities, counted by day; outcomes that named them before find them. */
export async function writeClicks(batch: Batch, added: readonly Heard[]): Promise<void> {
  const clicks = added.flatMap((one) =>
    one.arrival.kind === 'activity' && one.arrival.click !== undefined
      ? [rowOf(one, one.arrival.click, one.arrival.externalKey)]
      : [],
  )
  if (clicks.length === 0) return
  await insertRows(batch.tx, 'link_click', batch.workspaceId, CLICK_COLUMNS, clicks)
  const ids = clicks.map((click) => click.activity_id)
  await sql`
    insert into link_day (workspace_id, link_id, day, clicks)
    select c.workspace_id, c.link_id, (a.published_at at time zone ${batch.timeZone})::date, count(*)
    from link_click c join activity a on a.workspace_id = c.workspace_id and a.id = c.activity_id
    where c.workspace_id = ${batch.workspaceId} and c.activity_id = any(${ids}::uuid[])
    group by 1, 2, 3 order by 2, 3
    on conflict (workspace_id, link_id, day) do update set clicks = link_day.clicks + excluded.clicks
  `.execute(batch.tx)
  await holdOutcomes(batch.tx, batch.workspaceId)
  await sql`
    update claimed_touch t set link_id = c.link_id, click_id = c.activity_id
    from link_click c
    where c.workspace_id = ${batch.workspaceId} and c.activity_id = any(${ids}::uuid[])
      and t.workspace_id = c.workspace_id and t.key = c.key and t.class = 'click'
  `.execute(batch.tx)
}

function rowOf({ activityId }: Heard, { linkId, agent }: IncomingClick, clickId: string) {
  return { activity_id: activityId, link_id: linkId, key: claimKey('click', clickId), agent }
}

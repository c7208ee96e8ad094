import { sql } from 'kysely'
import type { Batch, ListenStep } from '#listen/index.ts'
import type { Arrival } from '#vocabulary/index.ts'

/**
 * Takes in nothing more of whoever's use was stopped: what their accounts do and say ends as refused,
 * unread. What they take back themselves is obeyed, and what others say of them is others'.
 */
export const refuseStoppedStep: ListenStep = {
  name: 'refuse-stopped',
  isForWholeBatch: true,
  run: refuseStoppedUse,
}

async function refuseStoppedUse(batch: Batch): Promise<void> {
  const { rows } = await sql<{ platform: string; external: string }>`
    select h.platform, h.external from stopped_handle s
    cross join lateral (
      select one.platform, one.external_id as external from handle one
      where one.workspace_id = s.workspace_id and one.id = s.handle_id offset 0) h`.execute(
    batch.tx,
  )
  if (rows.length === 0) return
  const stopped = new Set(rows.map(({ platform, external }) => keyOf(platform, external)))
  batch.heard = batch.heard.filter((heard) => {
    const account = accountOf(heard.arrival)
    if (account === undefined || !stopped.has(account)) return true
    heard.ending = { kind: 'refused', refusal: { reason: 'use-stopped' } }
    return false
  })
}

function accountOf(arrival: Arrival): string | undefined {
  if (arrival.kind === 'activity') return keyOf(arrival.actor.platform, arrival.actor.externalId)
  if (arrival.kind === 'profile') return keyOf(arrival.handle.platform, arrival.handle.externalId)
  return undefined
}

function keyOf(platform: string, externalId: string): string {
  return `${platform}\n${externalId}`
}

import { sql } from 'kysely'
import { type Batch, emptyLedger, emptyTieLedger } from '#listen/index.ts'
import type { Door, Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import { type RandomBytes, uuidV7Floor } from '#vocabulary/index.ts'
import { forgetCredits } from './forget-credits.ts'
import { holdWorkspace } from './remove-topics.ts'
import { rollUpStep } from './roll-up.ts'
import { contributionsOf } from './take-back.ts'
import { takeTiesOut } from './ties/add-ties.ts'

/** Activities that leave in one transaction. */
const AT_ONCE = 500
const DAY_MS = 86_400_000

interface Chance {
  now: () => Date
  random: RandomBytes
}

/**
 * Drops what is older than its channel's retention, or the workspace's where the channel has none:
 * the activity with its post, reading and payload, and what it counted for. Its keys stay, so that
 * it doesn't come back with the next import. Answers how many activities were dropped. Each step is
 * a transaction of its own; interrupted, the next run goes on.
 */
export async function dropExpired(
  door: Door,
  workspaceId: string,
  chance: Chance,
): Promise<number> {
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    door.inWorkspace(workspaceId, work, 'background')
  const channels = await run(retentions)
  let dropped = 0
  for (const { id, days } of channels) {
    const before = uuidV7Floor(chance.now().getTime() - days * DAY_MS)
    let count: number
    do {
      count = await run((tx) => dropSome(tx, workspaceId, id, before, chance))
      dropped += count
    } while (count === AT_ONCE)
  }
  if (dropped > 0) {
    const detail = [`activities=${dropped}`]
    await run((tx) => writeEvent(tx, workspaceId, { name: 'activities.expired', detail }))
  }
  return dropped
}

async function retentions(tx: Transaction): Promise<{ id: string; days: number }[]> {
  const { rows } = await sql<{ id: string; days: number }>`
    select c.id, case when c.retention_days is null then w.retention_days else c.retention_days end as days
    from channel c join workspace w on w.id = c.workspace_id
    where c.retention_days is not null or w.retention_days is not null order by c.id
  `.execute(tx)
  return rows
}

async function dropSome(
  tx: Transaction,
  workspaceId: string,
  channelId: string,
  before: string,
  { now, random }: Chance,
): Promise<number> {
  await holdWorkspace(tx)
  const { rows } = await sql<{ id: string }>`
    select id from activity where workspace_id = ${workspaceId} and channel_id = ${channelId}
      and id < ${before}::uuid order by id limit ${AT_ONCE}
  `.execute(tx)
  if (rows.length === 0) return 0
  const ids = rows.map((row) => row.id)
  const batch = { ...(await emptyBatch(tx, workspaceId, channelId)), arrivedAt: now(), random }
  batch.contributions.push(...(await contributionsOf(batch, ids, -1)))
  await takeTiesOut(batch, ids)
  await forgetCredits(tx, { activities: ids })
  await sql`delete from activity where workspace_id = ${workspaceId}
    and id = any(${ids}::uuid[])`.execute(tx)
  await rollUpStep.run(batch)
  return rows.length
}

/** A batch of nothing heard, for what changes posts that are in the log. */
export async function emptyBatch(
  tx: Transaction,
  workspaceId: string,
  channelId: string,
): Promise<Omit<Batch, 'arrivedAt' | 'random'>> {
  const { time_zone: timeZone } = await tx
    .selectFrom('workspace')
    .select('time_zone')
    .executeTakeFirstOrThrow()
  return {
    ...{ workspaceId, channelId, timeZone, tx },
    ...{
      heard: [],
      buried: [],
      contributions: [],
      personOfHandle: new Map(),
      ties: emptyTieLedger(),
      ledger: emptyLedger(),
    },
  }
}

import { sql } from 'kysely'
import { addExperiment, decideExperiment, moveExperiment } from '#measure/index.ts'
import type { Transaction } from '#store/door.ts'
import { type InfluenceOutcome, seededChance, uuidV7 } from '#vocabulary/index.ts'
import { changeIn } from './change.ts'
import { randomBytes, type TestWorkspace } from './workspace.ts'

export const DAY_MS = 86_400_000
export const ASSIGNED = new Date('2026-06-01T00:00:00Z')
export const later = (days: number) => new Date(ASSIGNED.getTime() + days * DAY_MS)

export const at = (workspace: TestWorkspace, now: Date) => ({ ...changeIn(workspace), now })

/** Bytes that are the same in every run. */
function countedBytes(seed: number) {
  const chance = seededChance(seed, 'bytes')
  return (into: Uint8Array) => {
    for (let i = 0; i < into.length; i++) into[i] = Math.floor(chance() * 256)
  }
}

/** An experiment that runs since `ASSIGNED`. */
export async function start(
  workspace: TestWorkspace,
  more: { outcome?: InfluenceOutcome; topic?: string; channels?: string[] } = {},
): Promise<string> {
  return workspace.run(async (tx) => {
    const wanted = { name: 'greetings', holdoutShare: 0.1, horizonDays: 14 }
    const change = { ...at(workspace, ASSIGNED), random: countedBytes(1) }
    const { id } = await addExperiment(tx, { ...wanted, outcome: 'purchase', ...more }, change)
    await moveExperiment(tx, id, 'submit', change)
    const manager = { ...at(workspace, ASSIGNED), isOnlyManager: false }
    await decideExperiment(tx, id, { isApproved: true }, manager)
    await moveExperiment(tx, id, 'start', change)
    return id
  })
}

/** Many people with an account each, in one go; the same in every run. */
export async function seedMany(
  workspace: TestWorkspace,
  count: number,
  seed: number,
): Promise<string[]> {
  const bytes = countedBytes(seed)
  const people = Array.from({ length: count }, () => uuidV7(ASSIGNED.getTime(), bytes))
  const handles = people.map(() => uuidV7(ASSIGNED.getTime(), bytes))
  const insert = async (tx: Transaction) => {
    await sql`insert into person (workspace_id, id, display_name, sort_key)
      select ${workspace.id}, id, 'p', 'p' from unnest(${people}::uuid[]) as p (id)`.execute(tx)
    await sql`insert into handle (workspace_id, id, platform, external_id)
      select ${workspace.id}, id, 'file', id::text from unnest(${handles}::uuid[]) as h (id)`.execute(
      tx,
    )
    await sql`insert into handle_ownership (workspace_id, handle_id, person_id, reason)
      select ${workspace.id}, h, p, 'born' from unnest(${handles}::uuid[], ${people}::uuid[]) as o (h, p)`.execute(
      tx,
    )
  }
  await workspace.door.inWorkspace(workspace.id, insert, 'background')
  return people
}

/** Purchases of these people at a time. */
export async function buy(
  workspace: TestWorkspace,
  channel: string,
  people: string[],
  when: Date,
  about: string | null = null,
) {
  const ids = people.map(() => uuidV7(when.getTime(), randomBytes))
  const insert = async (tx: Transaction) => {
    await sql`insert into activity (workspace_id, id, type, platform, external_key, channel_id, handle_id,
        published_at, arrived_at, content_hash)
      select ${workspace.id}, b.id, 'Outcome', 'shop', b.id::text, ${channel}, o.handle_id, ${when}, ${when}, ''
      from unnest(${ids}::uuid[], ${people}::uuid[]) as b (id, person)
      join handle_ownership o on o.person_id = b.person and o.until is null`.execute(tx)
    await sql`insert into outcome (workspace_id, activity_id, type, about)
      select ${workspace.id}, id, 'purchase', ${about} from unnest(${ids}::uuid[]) as b (id)`.execute(
      tx,
    )
  }
  await workspace.door.inWorkspace(workspace.id, insert, 'background')
}

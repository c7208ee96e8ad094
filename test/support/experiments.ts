import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { newId } from './workspace.ts'

/** Valid bodies for the routes of experiments that change something by id. */
export const EXPERIMENT_BODIES = {
  'PATCH /experiments/{id}': { name: 'taken' },
  'POST /experiments/{id}/approval': { isApproved: true },
  'POST /experiments/{id}/state': { step: 'withdraw' },
  'POST /experiments/{id}/assignments': { people: [newId()], channel: newId() },
  'POST /experiments/{id}/engagements': { people: [newId()] },
}

/** Tables that these routes write to. */
export const EXPERIMENT_TABLES = ['experiment', 'experiment_channel', 'experiment_subject']

/** A running experiment with one subject; answers its id. */
export async function insertExperiment(
  tx: Transaction,
  ws: string,
  { channel, handle }: { channel: string; handle: string },
): Promise<string> {
  const id = newId()
  await sql`insert into experiment
      (workspace_id, id, name, state, holdout_share, seed, outcome, horizon_days, created_at, started_at)
    values (${ws}, ${id}, 'x', 'running', 0.1, 'x', 'purchase', 14, now(), now())`.execute(tx)
  await sql`insert into experiment_channel (workspace_id, experiment_id, channel_id)
    values (${ws}, ${id}, ${channel})`.execute(tx)
  await sql`insert into experiment_subject
      (workspace_id, experiment_id, handle_id, channel_id, arm, assigned_at)
    values (${ws}, ${id}, ${handle}, ${channel}, 'engage', now())`.execute(tx)
  return id
}

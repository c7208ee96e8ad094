import { sql } from 'kysely'
import type { Outside } from '#outside/ports.ts'
import type { Chance } from '#store/accounts.ts'
import type { Door, Transaction } from '#store/door.ts'
import type { Seal } from '#store/seal.ts'
import { TEST_KIND } from '#vocabulary/index.ts'
import {
  type Attempt,
  failureOfOutside,
  GIVE_UP_MS,
  holdMs,
  judgeAttempt,
  type Verdict,
} from './judge-attempt.ts'
import { signDelivery } from './sign-delivery.ts'
import { secretPurpose } from './webhook-secret.ts'
import { switchOff } from './write-deliveries.ts'

export interface SendParts {
  door: Door
  outside: Pick<Outside, 'fetchOutside'>
  seal: Seal
  chance: Chance
}

const ATTEMPT_MS_MAX = 15_000
/** Longer than an attempt can take: whoever holds the webhook then is dead. */
const LEASE_MS = 25_000
/** What an answer may come to: nobody reads it. */
const ANSWER_BYTES_MAX = 256 * 1024
const WORKSPACES_AT_ONCE = 20

/** A workspace with something to send, and when the first of it may go. */
export interface Due {
  workspaceId: string
  at: Date
}

/** Where something waits to be sent, what is due first at the front; at most twenty workspaces. */
export async function dueWorkspaces(door: Door): Promise<Due[]> {
  const { rows } = await door.asSystem((tx) =>
    sql<Due>`
      select d.workspace_id as "workspaceId",
        min(greatest(d.due_at, w.held_until, w.leased_until)) as at
      from webhook_delivery d
      join webhook w on w.workspace_id = d.workspace_id and w.id = d.webhook_id
      where d.state = 'waiting' and (w.state = 'on' or d.kind = ${TEST_KIND})
      group by d.workspace_id order by at limit ${WORKSPACES_AT_ONCE}`.execute(tx),
  )
  return rows
}

interface Claimed {
  id: string
  webhookId: string
  body: string
  tries: number
  address: string
  sealed: Buffer
  sealedBefore: Buffer | null
  failingSince: Date | null
  failures: number
}

/**
 * Makes one attempt at the oldest delivery of a workspace that is due, one at a time for each webhook.
 * Answers false where nothing is due. Whoever is killed on the way has sent it or not: it is sent again
 * once the lease ends, under the same id.
 */
export async function sendNext(
  parts: SendParts,
  workspaceId: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const { door, chance } = parts
  const begun = chance.now()
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    door.inWorkspace(workspaceId, work, 'background')
  const claimed = await run((tx) => claim(tx, begun))
  if (claimed === undefined) return false
  const attempt = await send(parts, claimed, begun, signal)
  const now = chance.now()
  if (attempt === 'aborted') await run((tx) => release(tx, claimed))
  else {
    const made = { attempt, begun, now, draw: drawOf(chance) }
    await run((tx) => settle(tx, claimed, made))
  }
  return true
}

async function claim(tx: Transaction, now: Date): Promise<Claimed | undefined> {
  const { rows } = await sql<{ id: string }>`
    select w.id from webhook w
    cross join lateral (
      select min(d.due_at) as due_at from webhook_delivery d
      where d.workspace_id = w.workspace_id and d.webhook_id = w.id and d.state = 'waiting'
        and d.due_at <= ${now} and (w.state = 'on' or d.kind = ${TEST_KIND})) first
    where first.due_at is not null
      and (w.held_until is null or w.held_until <= ${now})
      and (w.leased_until is null or w.leased_until <= ${now})
    order by first.due_at, w.id limit 1 for update of w skip locked`.execute(tx)
  const webhook = rows[0]
  if (webhook === undefined) return undefined
  const claimed = await sql<Claimed>`
    with leased as (
      update webhook set leased_until = ${new Date(now.getTime() + LEASE_MS)}
      where id = ${webhook.id} returning *
    )
    select d.id, d.body, d.tries, w.id as "webhookId", w.address, w.sealed, w.failures,
      case when w.before_until > ${now} then w.sealed_before end as "sealedBefore",
      w.failing_since as "failingSince"
    from leased w
    join webhook_delivery d on d.workspace_id = w.workspace_id and d.webhook_id = w.id
    where d.state = 'waiting' and d.due_at <= ${now} and (w.state = 'on' or d.kind = ${TEST_KIND})
    order by d.sequence limit 1`.execute(tx)
  return claimed.rows[0]
}

/** Outside of any transaction: somebody else's machine is waited for. */
async function send(
  { outside, seal }: SendParts,
  claimed: Claimed,
  at: Date,
  signal: AbortSignal | undefined,
): Promise<Attempt | 'aborted'> {
  const { webhookId, address, body } = claimed
  const purpose = secretPurpose(webhookId)
  const secrets = [claimed.sealed, claimed.sealedBefore].flatMap((sealed) =>
    sealed === null ? [] : (seal.open(sealed, purpose) ?? []),
  )
  if (secrets.length === 0) return { kind: 'failed', failure: 'no-secret' }
  const answer = await outside.fetchOutside(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signDelivery(claimed, at, secrets) },
    body,
    ...{ redirectsMax: 0, bytesMax: ANSWER_BYTES_MAX, millisecondsMax: ATTEMPT_MS_MAX },
    ...(signal === undefined ? {} : { signal }),
  })
  if (answer.kind === 'answer') {
    return { kind: 'answered', status: answer.status, retryAfter: answer.headers['retry-after'] }
  }
  if (answer.failure === 'aborted') return 'aborted'
  return { kind: 'failed', failure: failureOfOutside(answer.failure) }
}

async function release(tx: Transaction, { webhookId }: Claimed): Promise<void> {
  await tx.updateTable('webhook').set({ leased_until: null }).where('id', '=', webhookId).execute()
}

interface Made {
  attempt: Attempt
  begun: Date
  now: Date
  draw: number
}

async function settle(tx: Transaction, claimed: Claimed, made: Made): Promise<void> {
  const { attempt, now, draw } = made
  const verdict = judgeAttempt(attempt, claimed.tries + 1, now, draw)
  await noteWebhook(tx, claimed, verdict, made)
  await noteDelivery(tx, claimed, verdict, made)
  if (verdict.kind === 'gone') return switchOff(tx, claimed.webhookId, 'gone', now)
  const sinceMs = now.getTime() - (claimed.failingSince ?? now).getTime()
  if (verdict.kind !== 'delivered' && sinceMs >= GIVE_UP_MS) {
    await switchOff(tx, claimed.webhookId, 'failing', now)
  }
}

/** First, as whoever writes deliveries does: both hold the webhook before the delivery. */
async function noteWebhook(
  tx: Transaction,
  { webhookId, failures, failingSince }: Claimed,
  verdict: Verdict,
  { attempt, now }: Made,
): Promise<void> {
  const heldMs = holdMs(attempt, failures + 1, now)
  const state =
    verdict.kind === 'delivered'
      ? { failures: 0, failing_since: null, held_until: null, delivered_at: now }
      : {
          ...{ failures: failures + 1, failing_since: failingSince ?? now },
          held_until: new Date(now.getTime() + heldMs),
        }
  await tx
    .updateTable('webhook')
    .set({ ...state, leased_until: null })
    .where('id', '=', webhookId)
    .execute()
}

/** What somebody was erased from meanwhile, or was asked for anew, keeps its state and counts the attempt. */
async function noteDelivery(
  tx: Transaction,
  { id, tries }: Claimed,
  verdict: Verdict,
  { attempt, begun, now }: Made,
): Promise<void> {
  const status = attempt.kind === 'answered' ? attempt.status : null
  const failure = attempt.kind === 'failed' ? attempt.failure : null
  const due = verdict.kind === 'again' ? new Date(now.getTime() + verdict.afterMs) : null
  const state = verdict.kind === 'delivered' ? 'delivered' : due === null ? 'failed' : 'waiting'
  await sql`
    update webhook_delivery set attempts = attempts + 1, attempted_at = ${begun}, status = ${status},
      failure = ${failure}, took_ms = ${now.getTime() - begun.getTime()}::integer,
      tries = case when state = 'waiting' then ${tries + 1}::integer else tries end,
      due_at = case when state = 'waiting' then ${due}::timestamptz end,
      state = case when state = 'waiting' then ${state} else state end
    where id = ${id}`.execute(tx)
}

/** A number in [0, 1) with 32 bits. */
function drawOf({ random }: Chance): number {
  const bytes = new Uint8Array(4)
  random(bytes)
  return new DataView(bytes.buffer).getUint32(0) / 2 ** 32
}

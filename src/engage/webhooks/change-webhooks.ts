import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { Seal } from '#store/seal.ts'
import type { Change } from '#understand/index.ts'
import { EnishiError, LIMITS, uuidV7, type WebhookKind } from '#vocabulary/index.ts'
import { getWebhook, type ListedWebhook, noWebhook } from './read-webhooks.ts'
import { drawSecret } from './sign-delivery.ts'
import { readAddress } from './webhook-address.ts'
import { secretPurpose } from './webhook-secret.ts'

export interface WebhookInput {
  name: string
  address: string
  kinds: readonly WebhookKind[]
}

export type WebhookPatch = {
  [Field in keyof WebhookInput]?: WebhookInput[Field] | undefined
} & {
  state?: 'on' | 'paused' | undefined
  /** With `on`: that it is also told what changed while it was off, as far as that is still known. */
  tellMissed?: boolean | undefined
}

/** After a new secret was made, deliveries carry the signature of the old one as well for so long. */
const OVERLAP_MS = 24 * 3_600_000

/**
 * Makes a webhook, with a secret that is answered this once and sealed. It is told what changes from
 * then on. Records `webhook.added`. Throws `bad-input` for the address, `conflict` for too many.
 */
export async function addWebhook(
  tx: Transaction,
  input: WebhookInput,
  { authorId, now, random, seal }: Change & { seal: Seal },
): Promise<ListedWebhook & { secret: string }> {
  await refuseFull(tx)
  const id = uuidV7(now.getTime(), random)
  const secret = drawSecret(random)
  await tx
    .insertInto('webhook')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, name: input.name, address: readAddress(input.address) },
      ...{ kinds: [...new Set(input.kinds)], sealed: seal.close(secret, secretPurpose(id)) },
      ...{ state_at: now, created_by: authorId, created_at: now, changed_at: now },
    })
    .execute()
  await writeEvent(tx, OWN_WORKSPACE, { name: 'webhook.added', subjectId: id, authorId })
  return { ...(await getWebhook(tx, id, now)), secret }
}

/**
 * Changes a webhook. Turned on again it is sent what still waits, and told what changes from then on;
 * what changed meanwhile only with `tellMissed`. Records `webhook.changed` with the names of the fields. Throws
 * `not-found`, `bad-input`.
 */
export async function patchWebhook(
  tx: Transaction,
  id: string,
  input: WebhookPatch,
  { authorId, now }: Change,
): Promise<ListedWebhook> {
  const before = await holdWebhook(tx, id)
  const { name, address, kinds, state, tellMissed } = input
  const isTurned = state !== undefined && state !== before.state
  await tx
    .updateTable('webhook')
    .set({
      changed_at: now,
      ...(name === undefined ? {} : { name }),
      ...(address === undefined ? {} : { address: readAddress(address) }),
      ...(kinds === undefined ? {} : { kinds: [...new Set(kinds)] }),
      ...(isTurned ? { state, state_at: now } : {}),
      ...(isTurned && state === 'on' ? turnedOn(tellMissed === true) : {}),
      ...(isTurned && before.state === 'on' ? { off_xid: NOW } : {}),
    })
    .where('id', '=', id)
    .execute()
  const detail = Object.keys(input)
  await writeEvent(tx, OWN_WORKSPACE, { name: 'webhook.changed', subjectId: id, detail, authorId })
  return getWebhook(tx, id, now)
}

/** The transaction of the change itself. */
const NOW = sql<string>`pg_current_xact_id()`

/** What failed before is forgotten. What it missed begins where it was switched off, or was told until then. */
function turnedOn(tellMissed: boolean) {
  const missed = tellMissed
    ? {
        missed_xid: sql<string>`coalesce(missed_xid, off_xid)`,
        missed_id: sql<number>`coalesce(missed_id, 0)`,
        missed_to: NOW,
      }
    : { missed_xid: null, missed_id: null, missed_to: null }
  const forgotten = { failures: 0, failing_since: null, held_until: null }
  return { ...forgotten, ...missed, off_xid: null, since_xid: NOW }
}

/** Removes a webhook with its deliveries. Records `webhook.removed`. Throws `not-found`. */
export async function deleteWebhook(
  tx: Transaction,
  id: string,
  { authorId }: Change,
): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom('webhook').where('id', '=', id).executeTakeFirst()
  if (numDeletedRows === 0n) throw noWebhook()
  await writeEvent(tx, OWN_WORKSPACE, { name: 'webhook.removed', subjectId: id, authorId })
}

/**
 * Makes another secret, answered this once. For a day deliveries are signed with the old one as well, so
 * that the receiver may change in its own time. Records `webhook.secret-changed`. Throws `not-found`.
 */
export async function renewSecret(
  tx: Transaction,
  id: string,
  { authorId, now, random, seal }: Change & { seal: Seal },
): Promise<ListedWebhook & { secret: string }> {
  const before = await holdWebhook(tx, id)
  const secret = drawSecret(random)
  await tx
    .updateTable('webhook')
    .set({
      ...{ sealed: seal.close(secret, secretPurpose(id)), changed_at: now },
      ...{ sealed_before: before.sealed, before_until: new Date(now.getTime() + OVERLAP_MS) },
    })
    .where('id', '=', id)
    .execute()
  await writeEvent(tx, OWN_WORKSPACE, { name: 'webhook.secret-changed', subjectId: id, authorId })
  return { ...(await getWebhook(tx, id, now)), secret }
}

async function holdWebhook(tx: Transaction, id: string) {
  const row = await tx
    .selectFrom('webhook')
    .select(['state', 'sealed'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw noWebhook()
  return row
}

async function refuseFull(tx: Transaction): Promise<void> {
  const { webhooks } = await tx
    .selectFrom('webhook')
    .select((counted) => counted.fn.countAll<number>().as('webhooks'))
    .executeTakeFirstOrThrow()
  const most = LIMITS.webhooksPerWorkspaceMax
  if (webhooks < most) return
  throw new EnishiError('conflict', {
    en: `A workspace has ${most} webhooks at most. Remove some that are no longer used.`,
    ja: `Webhook は一つのワークスペースに${most}件までです。使わなくなったものを削除してください。`,
  })
}

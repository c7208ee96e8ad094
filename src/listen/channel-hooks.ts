import { sql } from 'kysely'
import type { Door, Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { Seal } from '#store/seal.ts'
import { type ChannelState, EnishiError } from '#vocabulary/index.ts'
import { keyHash } from './key-hash.ts'
import type { LiveSettings } from './live-kind.ts'

/** Where a sender's calls go to. */
export interface HookChannel {
  workspaceId: string
  id: string
  kind: string
  state: ChannelState
}

/** What it takes to judge a call. */
export interface HookAccess {
  settings: LiveSettings
  settingsHash: string
  /** Undefined where none was given, or it was sealed by another installation. */
  secret: string | undefined
}

/** The channel of this id in whichever workspace; undefined where nobody can tell it anything. */
export async function findHook(door: Door, channelId: string): Promise<HookChannel | undefined> {
  const { rows } = await door.asSystem((tx) =>
    sql<HookChannel>`select workspace_id as "workspaceId", id, kind, state from channel
      where id = ${channelId}::uuid and state in ('listening', 'paused') limit 2`.execute(tx),
  )
  // Ids are random: two workspaces with one would mean that somebody chose it.
  return rows.length === 1 ? rows[0] : undefined
}

/** What the secret of a channel is sealed for. */
function purposeOf(channelId: string): string {
  return `channel ${channelId}`
}

export async function readHookAccess(
  tx: Transaction,
  channelId: string,
  seal: Seal,
): Promise<HookAccess> {
  const { rows } = await sql<{ settings: string; hash: string; sealed: Buffer | null }>`
    select c.settings, md5(c.settings) as hash, s.sealed from channel c
    left join channel_secret s on s.workspace_id = c.workspace_id and s.channel_id = c.id
    where c.id = ${channelId}::uuid and c.settings is not null`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw noHook()
  const { settings, hash: settingsHash, sealed } = row
  const secret = sealed === null ? undefined : seal.open(sealed, purposeOf(channelId))
  return { settings: JSON.parse(settings) as LiveSettings, settingsHash, secret }
}

/** The refusal for an address that nobody listens at. */
export function noHook(): EnishiError {
  return new EnishiError('not-found', {
    en: 'Nobody listens at this address. The channel page has the one that holds.',
    ja: 'このアドレスでは受け付けていません。正しいアドレスはチャネルのページにあります。',
  })
}

/** Keeps the secret of a channel, instead of the one before. Records `channel.secret-changed`. */
export async function keepHookSecret(
  tx: Transaction,
  channelId: string,
  secret: string,
  by: { authorId: string | null; now: Date; seal: Seal },
): Promise<void> {
  const sealed = by.seal.close(secret, purposeOf(channelId))
  await tx
    .insertInto('channel_secret')
    .values({ workspace_id: OWN_WORKSPACE, channel_id: channelId, sealed, changed_at: by.now })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'channel_id']).doUpdateSet({ sealed, changed_at: by.now }),
    )
    .execute()
  const { authorId } = by
  await writeEvent(tx, OWN_WORKSPACE, {
    name: 'channel.secret-changed',
    subjectId: channelId,
    authorId,
  })
}

/** Whether a channel has a secret; it is never shown itself. */
export async function hasHookSecret(tx: Transaction, channelId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('channel_secret')
    .select('channel_id')
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the sender has told this event before. */
export async function isKnownEvent(
  tx: Transaction,
  channelId: string,
  eventKey: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('hook_event')
    .select('channel_id')
    .where('channel_id', '=', channelId)
    .where('event_hash', '=', keyHash(eventKey))
    .executeTakeFirst()
  return row !== undefined
}

/** So long senders try again; what is older needs no remembering. */
const REMEMBERED_MS = 31 * 86_400_000

/** Remembers an event whose outcomes are recorded, and forgets some that are old. */
export async function rememberEvent(
  tx: Transaction,
  channelId: string,
  eventKey: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('hook_event')
    .values({
      workspace_id: OWN_WORKSPACE,
      channel_id: channelId,
      event_hash: keyHash(eventKey),
      heard_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const before = new Date(now.getTime() - REMEMBERED_MS)
  await sql`
    delete from hook_event where channel_id = ${channelId}::uuid and event_hash in (
      select event_hash from hook_event
      where channel_id = ${channelId}::uuid and heard_at < ${before} order by heard_at limit 100)
  `.execute(tx)
}

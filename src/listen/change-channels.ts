import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { EnishiError, LIMITS, type RandomBytes, uuidV7 } from '#vocabulary/index.ts'
import type { LiveSettings } from './live-kind.ts'
import { noChannel } from './read-channels.ts'

/** Who changes a channel, when, and where fresh ids come from. */
export interface ChannelAuthor {
  authorId: string | null
  now: Date
  random: RandomBytes
}

/** A place to listen to; the settings as its kind settled them. */
export interface NewChannel {
  kind: string
  name: string
  settings: LiveSettings
  retentionDays?: number | null | undefined
  lawfulBasis?: string | null | undefined
}

export interface ChannelChange {
  name?: string | undefined
  settings?: LiveSettings | undefined
  state?: 'listening' | 'paused' | undefined
  retentionDays?: number | null | undefined
  lawfulBasis?: string | null | undefined
}

/**
 * Begins to listen to a place. Records `channel.added`; answers the id. Throws `conflict` for a name
 * that is taken or a workspace that is full.
 */
export async function addChannel(
  tx: Transaction,
  channel: NewChannel,
  author: ChannelAuthor,
): Promise<string> {
  await holdChannels(tx)
  await refuseTakenName(tx, channel.name, null)
  await refuseFullWorkspace(tx)
  const id = uuidV7(author.now.getTime(), author.random)
  await tx
    .insertInto('channel')
    .values({
      workspace_id: OWN_WORKSPACE,
      id,
      kind: channel.kind,
      name: channel.name,
      state: 'listening',
      settings: settingsText(channel.settings),
      retention_days: channel.retentionDays ?? null,
      lawful_basis: channel.lawfulBasis || null,
      created_by: author.authorId,
      created_at: author.now,
      changed_at: author.now,
    })
    .execute()
  await sql`insert into channel_health (workspace_id, channel_id)
    values (${OWN_WORKSPACE}, ${id})`.execute(tx)
  await tell(tx, 'channel.added', id, author)
  return id
}

/**
 * Changes a channel; a paused one is not listened to. Of an import only retention and lawful basis
 * can change. Another retention asks for old posts to be dropped. Records `channel.changed` with the
 * names of the fields. Throws `not-found` (also for what was removed), `conflict` for a taken name,
 * `bad-input`.
 */
export async function changeChannel(
  tx: Transaction,
  id: string,
  change: ChannelChange,
  author: ChannelAuthor,
): Promise<void> {
  await holdChannels(tx)
  const { state, retention_days: keptBefore } = await getState(tx, id)
  const { name, settings, retentionDays, lawfulBasis } = change
  const isLive = name !== undefined || settings !== undefined || change.state !== undefined
  if (state === 'import' && isLive) throw isImport()
  if (name !== undefined) await refuseTakenName(tx, name, id)
  await tx
    .updateTable('channel')
    .set({
      changed_at: author.now,
      ...(name === undefined ? {} : { name }),
      ...(settings === undefined ? {} : { settings: settingsText(settings) }),
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(retentionDays === undefined ? {} : { retention_days: retentionDays }),
      ...(lawfulBasis === undefined ? {} : { lawful_basis: lawfulBasis || null }),
    })
    .where('id', '=', id)
    .execute()
  if (settings !== undefined || change.state === 'listening') {
    await beginAnew(tx, id, author.now)
  }
  if (retentionDays !== undefined && retentionDays !== keptBefore) {
    // Also where it is taken away: the workspace's own may be shorter.
    const jobId = uuidV7(author.now.getTime(), author.random)
    await enqueueJob(tx, OWN_WORKSPACE, { id: jobId, kind: 'drop-expired' })
  }
  const fields = ['name', 'settings', 'state', 'retentionDays', 'lawfulBasis'] as const
  const changed = fields.filter((field) => change[field] !== undefined)
  await tell(tx, 'channel.changed', id, author, changed)
}

/** Stops listening for good; posts stay, the name is free again. Records `channel.removed`. */
export async function removeChannel(
  tx: Transaction,
  id: string,
  author: ChannelAuthor,
): Promise<void> {
  const { state } = await getState(tx, id)
  if (state === 'import') throw isImport()
  await tx
    .updateTable('channel')
    .set({ state: 'removed', changed_at: author.now })
    .where('id', '=', id)
    .execute()
  await tell(tx, 'channel.removed', id, author)
}

/**
 * Asks for a look now instead of at the next turn. Records `channel.look-asked`. Throws `not-found`,
 * `conflict` where nobody listens (paused, an import).
 */
export async function askToLook(tx: Transaction, id: string, author: ChannelAuthor): Promise<void> {
  const { state } = await getState(tx, id)
  if (state === 'import') throw isImport()
  if (state !== 'listening') throw isPaused()
  await tell(tx, 'channel.look-asked', id, author)
}

/** Kind and settings of a live channel, for a change. Throws `not-found`; null settings for imports. */
export async function readSettingsOf(
  tx: Transaction,
  id: string,
): Promise<{ kind: string; settings: LiveSettings | null }> {
  const { kind, settings } = await getState(tx, id)
  return { kind, settings: settings === null ? null : (JSON.parse(settings) as LiveSettings) }
}

async function getState(tx: Transaction, id: string) {
  const row = await tx
    .selectFrom('channel')
    .select(['kind', 'state', 'settings', 'retention_days'])
    .where('id', '=', id)
    .where('state', '<>', 'removed')
    .executeTakeFirst()
  if (row === undefined) throw noChannel()
  return row
}

/** Two members who add a channel at once take turns, so that a name is not taken twice. */
async function holdChannels(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('channel ' || ${OWN_WORKSPACE}::text, 0))`.execute(
    tx,
  )
}

/** What is remembered stays: only the kind knows what of it still holds under other settings. */
async function beginAnew(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('channel_health')
    .set({ condition: 'untried', failures_in_row: 0, next_try_at: now })
    .where('channel_id', '=', id)
    .execute()
}

function settingsText(settings: LiveSettings): string {
  const text = JSON.stringify(settings)
  if (text.length <= LIMITS.channelSettingsCharsMax) return text
  const most = LIMITS.channelSettingsCharsMax
  const words = {
    en: `The settings of a channel come to ${most} characters at most. Make several channels of them.`,
    ja: `チャネルの設定は全体で${most}文字までです。複数のチャネルに分けてください。`,
  }
  throw new EnishiError('bad-input', words, { field: 'settings' })
}

function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  { authorId }: ChannelAuthor,
  detail: string[] = [],
): Promise<void> {
  return writeEvent(tx, OWN_WORKSPACE, { name, subjectId, detail, authorId })
}

async function refuseTakenName(tx: Transaction, name: string, ownId: string | null): Promise<void> {
  const taken = await tx
    .selectFrom('channel')
    .select('id')
    .where('name', '=', name)
    .where('state', 'in', ['listening', 'paused'])
    .executeTakeFirst()
  if (taken === undefined || taken.id === ownId) return
  const words = {
    en: `There is a channel “${name}” already. Choose another name.`,
    ja: `チャネル「${name}」は既にあります。別の名前にしてください。`,
  }
  throw new EnishiError('conflict', words, { field: 'name' })
}

async function refuseFullWorkspace(tx: Transaction): Promise<void> {
  const { channels } = await tx
    .selectFrom('channel')
    .select((counted) => counted.fn.countAll<number>().as('channels'))
    .where('state', 'in', ['listening', 'paused'])
    .executeTakeFirstOrThrow()
  const most = LIMITS.channelsPerWorkspaceMax
  if (channels < most) return
  throw new EnishiError('conflict', {
    en: `A workspace listens to ${most} channels at most. Remove one that is no longer needed.`,
    ja: `チャネルは一つのワークスペースに${most}件までです。不要なチャネルを削除してください。`,
  })
}

function isImport(): EnishiError {
  return new EnishiError('conflict', {
    en: 'This channel was filled by imports; nothing is listened to here.',
    ja: 'このチャネルは取り込みで作られたもので、受信はしていません。',
  })
}

function isPaused(): EnishiError {
  return new EnishiError('conflict', {
    en: 'This channel is paused. Resume it first.',
    ja: 'このチャネルは一時停止中です。先に再開してください。',
  })
}

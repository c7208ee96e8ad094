import { zstdCompressSync } from 'node:zlib'
import { sql } from 'kysely'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'
import type { Batch, Heard, ListenStep } from './batch.ts'
import { activityTimeMs } from './check-arrival.ts'
import { keyHash } from './key-hash.ts'
import { writeClaims } from './record-claims.ts'
import { writeClicks } from './record-clicks.ts'
import { writeOutcomes } from './record-outcomes.ts'
import { writeRefunds } from './record-refunds.ts'

/** Writes what is new, replaces what was edited, and turns what is gone into tombstones. */
export const recordStep: ListenStep = {
  name: 'record',
  run: async (batch) => {
    const planned = (kind: string) => batch.heard.filter((heard) => heard.plan?.kind === kind)
    const [added, edited] = [planned('insert'), planned('update')]
    await insertActivities(batch, added)
    await updateActivities(batch, edited)
    await buryActivities(batch)
    const changed = [...added, ...edited]
    await writePosts(batch, changed)
    await writeMentions(batch, changed)
    await writeOutcomes(batch, changed)
    await writeRefunds(batch, changed)
    await writeClaims(batch)
    await writeClicks(batch, added)
    await writePayloads(batch, changed)
  },
}

const ACTIVITY_COLUMNS: Record<string, ColumnForm> = {
  id: 'uuid',
  type: 'text',
  platform: 'text',
  external_key: 'text',
  channel_id: 'uuid',
  handle_id: 'uuid',
  published_at: 'timestamptz',
  arrived_at: 'timestamptz',
  edited_at: 'timestamptz',
  revision: 'integer',
  content_hash: 'bytes',
  url: 'text',
  parent_key: 'text',
  parent_hash: 'bytes',
  thread_key: 'text',
  thread_hash: 'bytes',
  object_handle_id: 'uuid',
}

async function insertActivities(batch: Batch, heard: Heard[]): Promise<void> {
  const rows = heard.map((one) => activityRow(batch, one, 1))
  for (const { activityId } of heard) batch.ledger.made.activity.push(activityId ?? '')
  await insertRows(batch.tx, 'activity', batch.workspaceId, ACTIVITY_COLUMNS, rows)
}

function activityRow(batch: Batch, heard: Heard, revision: number): Record<string, unknown> {
  const arrival = heard.arrival as IncomingActivity
  return {
    id: heard.activityId,
    type: arrival.type,
    platform: arrival.platform,
    external_key: arrival.externalKey,
    channel_id: batch.channelId,
    handle_id: heard.handleId,
    published_at: new Date(activityTimeMs(arrival, batch.arrivedAt)).toISOString(),
    arrived_at: batch.arrivedAt.toISOString(),
    edited_at: arrival.editedAt?.toISOString() ?? null,
    revision,
    content_hash: heard.contentHash,
    url: arrival.url,
    parent_key: arrival.parentKey,
    parent_hash: hashOf(arrival.parentKey),
    thread_key: arrival.threadKey,
    thread_hash: hashOf(arrival.threadKey),
    object_handle_id: heard.objectHandleId,
  }
}

function hashOf(key: string | undefined): Buffer | null {
  return key === undefined ? null : keyHash(key)
}

/** An edit keeps id, author, channel and time of publishing; everything it says may change. */
async function updateActivities(batch: Batch, heard: Heard[]): Promise<void> {
  if (heard.length === 0) return
  const rows = heard.map((one) => ({
    ...activityRow(batch, one, revisionOf(one)),
  }))
  const column = (name: string) => rows.map((row) => (row as Record<string, unknown>)[name] ?? null)
  const hex = (name: string) =>
    column(name).map((value) => (value as Buffer | null)?.toString('hex') ?? null)
  await sql`
    update activity a set edited_at = coalesce(u.edited_at, a.edited_at), revision = u.revision,
      content_hash = decode(u.content_hash, 'hex'), url = coalesce(u.url, a.url),
      parent_key = u.parent_key, parent_hash = decode(u.parent_hash, 'hex')
    from unnest(${column('id')}::uuid[], ${column('edited_at')}::timestamptz[],
      ${column('revision')}::integer[], ${hex('content_hash')}::text[], ${column('url')}::text[],
      ${column('parent_key')}::text[], ${hex('parent_hash')}::text[])
      as u(id, edited_at, revision, content_hash, url, parent_key, parent_hash)
    where a.workspace_id = ${batch.workspaceId} and a.id = u.id
  `.execute(batch.tx)
}

function revisionOf(heard: Heard): number {
  return heard.plan?.kind === 'update' ? heard.plan.revision : 1
}

/** Tombstones: the row stays, so that the activity is known to be gone; its words and payload go. */
async function buryActivities(batch: Batch): Promise<void> {
  if (batch.buried.length === 0) return
  const sorted = [...batch.buried].sort()
  const where = sql`workspace_id = ${batch.workspaceId} and activity_id = any(${sorted}::uuid[])`
  await sql`
    update activity set deleted_at = ${batch.arrivedAt}, url = null
    where workspace_id = ${batch.workspaceId} and id = any(${sorted}::uuid[])
  `.execute(batch.tx)
  await sql`delete from reading_topic where ${where}`.execute(batch.tx)
  await sql`delete from reading where ${where}`.execute(batch.tx)
  await sql`delete from activity_mention where ${where}`.execute(batch.tx)
  await sql`delete from payload where ${where}`.execute(batch.tx)
  await sql`delete from outcome where ${where}`.execute(batch.tx)
  await sql`delete from claimed_touch where workspace_id = ${batch.workspaceId}
    and outcome_id = any(${sorted}::uuid[])`.execute(batch.tx)
  await sql`delete from post where ${where}`.execute(batch.tx)
}

const POST_COLUMNS: Record<string, ColumnForm> = {
  activity_id: 'uuid',
  title: 'text',
  text: 'text',
  is_excerpt: 'boolean',
  language_hint: 'text',
  tags: 'text[]',
  tokens: 'tsvector',
}

async function writePosts(batch: Batch, heard: Heard[]): Promise<void> {
  const rows = heard.flatMap((one) => postRow(one))
  await insertRows(
    batch.tx,
    'post',
    batch.workspaceId,
    POST_COLUMNS,
    rows,
    sql`on conflict (workspace_id, activity_id) do update set title = excluded.title,
      text = excluded.text, is_excerpt = excluded.is_excerpt,
      language_hint = excluded.language_hint, tags = excluded.tags, tokens = excluded.tokens`,
  )
}

function postRow(heard: Heard): Record<string, unknown>[] {
  const { content, tags } = heard.arrival as IncomingActivity
  if (content === undefined) return []
  return [
    {
      activity_id: heard.activityId,
      title: content.title,
      text: content.text,
      is_excerpt: content.isExcerpt ?? false,
      language_hint: content.languageHint,
      tags: tags ?? [],
      tokens: heard.understood?.tokens ?? '',
    },
  ]
}

async function writeMentions(batch: Batch, heard: Heard[]): Promise<void> {
  const rows = heard.flatMap((one) =>
    [...new Set(one.mentionHandleIds)].map((handle) => ({
      activity_id: one.activityId,
      handle_id: handle,
    })),
  )
  const columns = { activity_id: 'uuid', handle_id: 'uuid' } as const
  const edited = heard.filter((one) => one.plan?.kind === 'update').map((one) => one.activityId)
  if (edited.length > 0) {
    await sql`delete from activity_mention where workspace_id = ${batch.workspaceId}
      and activity_id = any(${edited}::uuid[])`.execute(batch.tx)
  }
  await insertRows(batch.tx, 'activity_mention', batch.workspaceId, columns, rows)
}

const PAYLOAD_COLUMNS: Record<string, ColumnForm> = {
  activity_id: 'uuid',
  revision: 'integer',
  format: 'text',
  encoding: 'text',
  body: 'bytes',
  content_hash: 'bytes',
}

async function writePayloads(batch: Batch, heard: Heard[]): Promise<void> {
  const rows = heard.flatMap((one) => {
    if (one.payload === undefined) return []
    const packed = pack(one.payload.body)
    return [
      {
        activity_id: one.activityId,
        revision: revisionOf(one),
        format: one.payload.format,
        ...packed,
        content_hash: one.contentHash,
      },
    ]
  })
  await insertRows(batch.tx, 'payload', batch.workspaceId, PAYLOAD_COLUMNS, rows)
}

/** Below this a frame's own overhead eats the gain. */
const PACK_BYTES_MIN = 200

function pack(body: Buffer): { encoding: 'zstd' | 'none'; body: Buffer } {
  if (body.length < PACK_BYTES_MIN) return { encoding: 'none', body }
  return { encoding: 'zstd', body: zstdCompressSync(body) }
}

import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import {
  type HandleKind,
  type IncomingActivity,
  type IncomingHandle,
  type IncomingOutcome,
  NIL_UUID,
} from '#vocabulary/index.ts'
import { HASHED_KEY, keyHash } from './key-hash.ts'
import { knownFields } from './known-fields.ts'

/** One page of an export and where the next begins; null at the end. */
export interface ExportPage<Item> {
  items: Item[]
  next: string | null
}

/** No account of somebody whose use was stopped leaves the house. */
const USED = (handleId: RawBuilder<unknown>) =>
  sql`${handleId} not in (select s.handle_id from stopped_handle s)`

/** Rows read at once. */
const PAGE_ROWS = 500

interface HandleRow {
  id: string
  platform: string
  external_id: string
  username: string | null
  display_name: string | null
  url: string | null
  avatar_url: string | null
  bio: string | null
  kind: HandleKind
  is_deleted: boolean
  email: string | null
  links: string[] | null
}

/** An account as a profile says it, and whether it is gone. */
export interface ExportedHandle {
  handle: IncomingHandle
  isDeleted: boolean
}

/** All accounts in the order in which they were met, with what their platforms vouch for. */
export async function exportHandles(
  tx: Transaction,
  after: string | null,
): Promise<ExportPage<ExportedHandle>> {
  const { rows } = await sql<HandleRow>`
    select h.id, h.platform, h.external_id, h.username, h.display_name, h.url, h.avatar_url, h.bio,
      h.kind, h.deleted_at is not null as is_deleted, s.email, s.links
    from (select * from handle where id > ${after ?? NIL_UUID}::uuid and ${USED(sql`id`)}
      order by id limit ${PAGE_ROWS}) h
    cross join lateral (
      select min(value) filter (where kind = 'email') as email,
        array_agg(value order by value) filter (where kind = 'link') as links
      from handle_signal s where s.handle_id = h.id) s
    order by h.id
  `.execute(tx)
  const items = rows.map((row) => ({ handle: handleOf(row), isDeleted: row.is_deleted }))
  return pageOf(rows, items)
}

function handleOf(row: HandleRow): IncomingHandle {
  return knownFields({
    platform: row.platform,
    externalId: row.external_id,
    username: row.username ?? undefined,
    displayName: row.display_name ?? undefined,
    url: row.url ?? undefined,
    avatarUrl: row.avatar_url ?? undefined,
    bio: row.bio ?? undefined,
    kind: row.kind === 'unknown' ? undefined : row.kind,
    verifiedEmail: row.email ?? undefined,
    // Kept in one form, without scheme.
    verifiedLinks: row.links?.map((link) => `https://${link}`),
  })
}

/** An activity as it would be heard, and whether it has been deleted since. */
export interface ExportedActivity {
  activity: IncomingActivity
  isDeleted: boolean
}

interface ActivityRow {
  id: string
  type: IncomingActivity['type']
  platform: string
  external_key: string
  published_at: Date
  edited_at: Date | null
  is_deleted: boolean
  url: string | null
  parent_key: string | null
  thread_key: string | null
  actor: HandleName
  object: HandleName | null
  mentions: HandleName[] | null
  keys: string[] | null
  title: string | null
  text: string | null
  is_excerpt: boolean | null
  language_hint: string | null
  tags: string[] | null
  outcome_type: IncomingOutcome['type'] | null
  value_minor: number | null
  currency: string | null
  about: string | null
}

/** What names an account where its profile is told elsewhere. */
interface HandleName {
  platform: string
  externalId: string
  username: string | null
  displayName: string | null
}

const NAME = sql`json_build_object('platform', h.platform, 'externalId', h.external_id,
  'username', h.username, 'displayName', h.display_name)`

/** The log in its own order, the oldest first. Deleted activities come without their words. */
export async function exportActivities(
  tx: Transaction,
  after: string | null,
): Promise<ExportPage<ExportedActivity>> {
  const { rows } = await sql<ActivityRow>`
    select a.id, a.type, a.platform, a.external_key, a.published_at, a.edited_at,
      a.deleted_at is not null as is_deleted, a.url, a.parent_key, a.thread_key,
      actor.name as actor, object.name as object, mentioned.names as mentions, source.keys,
      p.title, p.text, p.is_excerpt, p.language_hint, p.tags,
      o.type as outcome_type, o.value_minor, o.currency, o.about
    from (select * from activity where id > ${after ?? NIL_UUID}::uuid and ${USED(sql`handle_id`)}
      order by id limit ${PAGE_ROWS}) a
    cross join lateral (select ${NAME} as name from handle h where h.id = a.handle_id offset 0) actor
    left join lateral (
      select ${NAME} as name from handle h where h.id = a.object_handle_id
        and ${USED(sql`h.id`)} offset 0) object on true
    left join lateral (
      select json_agg(${NAME} order by h.id) as names from activity_mention m
      join handle h on h.id = m.handle_id where m.activity_id = a.id
        and ${USED(sql`h.id`)}) mentioned on true
    left join lateral (
      select array_agg(encode(s.external_key_hash, 'hex') order by s.external_key_hash) as keys
      from activity_source s where s.activity_id = a.id and s.platform = a.platform) source on true
    left join lateral (select * from post where post.activity_id = a.id offset 0) p on true
    left join lateral (select * from outcome where outcome.activity_id = a.id offset 0) o on true
    order by a.id
  `.execute(tx)
  const items = rows.map((row) => ({ activity: activityOf(row), isDeleted: row.is_deleted }))
  return pageOf(rows, items)
}

function activityOf(row: ActivityRow): IncomingActivity {
  return knownFields({
    kind: 'activity',
    operation: row.edited_at === null ? 'create' : 'update',
    type: row.type,
    platform: row.platform,
    externalKey: row.external_key,
    alsoKnownAs: otherKeys(row),
    actor: nameOf(row.actor),
    publishedAt: row.published_at,
    editedAt: row.edited_at ?? undefined,
    content: contentOf(row),
    url: row.url ?? undefined,
    parentKey: row.parent_key ?? undefined,
    threadKey: row.thread_key ?? undefined,
    objectHandle: row.object === null ? undefined : nameOf(row.object),
    mentions: row.mentions?.map(nameOf),
    tags: row.tags === null || row.tags.length === 0 ? undefined : row.tags,
    outcome: outcomeOf(row),
  })
}

/** Of further keys the log holds only hashes: they are said as such. */
function otherKeys({ keys, external_key }: ActivityRow): string[] | undefined {
  const own = keyHash(external_key).toString('hex')
  const others = (keys ?? []).filter((key) => key !== own)
  return others.length === 0 ? undefined : others.map((key) => `${HASHED_KEY}${key}`)
}

function nameOf({ platform, externalId, username, displayName }: HandleName): IncomingHandle {
  return knownFields({
    platform,
    externalId,
    username: username ?? undefined,
    displayName: displayName ?? undefined,
  })
}

function contentOf(row: ActivityRow): IncomingActivity['content'] {
  if (row.text === null) return undefined
  return knownFields({
    text: row.text,
    title: row.title ?? undefined,
    languageHint: row.language_hint ?? undefined,
    isExcerpt: row.is_excerpt === true ? true : undefined,
  })
}

function outcomeOf(row: ActivityRow): IncomingOutcome | undefined {
  if (row.outcome_type === null) return undefined
  return knownFields({
    type: row.outcome_type,
    valueMinor: row.value_minor ?? undefined,
    currency: row.currency ?? undefined,
    about: row.about ?? undefined,
  })
}

/** The key of something that was deleted before it came, or has left the log since. */
export interface ExportedTombstone {
  platform: string
  externalKey: string
}

/** Keys without an activity: what they name stays out. */
export async function exportTombstones(
  tx: Transaction,
  after: string | null,
): Promise<ExportPage<ExportedTombstone>> {
  const [platform = '', hash = ''] = after?.split('\n') ?? []
  const { rows } = await sql<{ platform: string; hash: string; is_gone: boolean }>`
    select s.platform, encode(s.external_key_hash, 'hex') as hash, a.id is null as is_gone
    from (
      select * from activity_source
      where (platform, external_key_hash) > (${platform}, decode(${hash}, 'hex'))
      order by platform, external_key_hash limit ${10 * PAGE_ROWS}) s
    left join lateral (select id from activity where activity.id = s.activity_id offset 0) a on true
    order by s.platform, s.external_key_hash
  `.execute(tx)
  const items = rows
    .filter(({ is_gone }) => is_gone)
    .map((row) => ({ platform: row.platform, externalKey: `${HASHED_KEY}${row.hash}` }))
  const last = rows.at(-1)
  const isEnd = rows.length < 10 * PAGE_ROWS || last === undefined
  return { items, next: isEnd ? null : `${last.platform}\n${last.hash}` }
}

function pageOf<Item>(rows: readonly { id: string }[], items: Item[]): ExportPage<Item> {
  return { items, next: rows.length < PAGE_ROWS ? null : (rows.at(-1)?.id ?? null) }
}

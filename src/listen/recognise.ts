import { sql } from 'kysely'
import { insertRows } from '#store/insert-rows.ts'
import { type IncomingActivity, uuidV7 } from '#vocabulary/index.ts'
import type { Batch, Heard, ListenStep } from './batch.ts'
import { activityTimeMs } from './check-arrival.ts'

/** What the log already holds under a key. */
interface Known {
  hash: string
  activityId: string
  /** Null where the activity's row is gone, or never was: a deletion that came first. */
  revision: number | null
  contentHash: Buffer | null
  editedAt: Date | null
  isDeleted: boolean
  isOldForm: boolean
}

/**
 * Decides for each arrival whether it is new, says something new, repeats or removes. The keys in
 * `activity_source` decide: whoever inserts the key first owns the activity, also across processes.
 */
export const recogniseStep: ListenStep = { name: 'recognise', run: recognise }

async function recognise(batch: Batch): Promise<void> {
  const keyed = batch.heard.filter((heard) => heard.keyHashes.length > 0)
  const known = await findKnown(batch, keyed)
  const unknown = keyed.filter((heard) => lookUp(known, heard) === undefined)
  for (const heard of unknown) heard.activityId = newActivityId(batch, heard)
  const lost = await claimKeys(batch, unknown)
  if (lost.length > 0) await yieldTo(batch, lost, known)
  for (const heard of keyed) decide(batch, heard, lookUp(known, heard))
  await addKeys(batch, keyed, known)
  await buryAccounts(batch)
}

/** Another transaction took the main keys first: what it wrote counts, also for our other keys. */
async function yieldTo(batch: Batch, lost: Heard[], known: Map<string, Known>): Promise<void> {
  const ids = lost.map((heard) => heard.activityId)
  await sql`delete from activity_source where workspace_id = ${batch.workspaceId}
    and activity_id = any(${ids}::uuid[])`.execute(batch.tx)
  for (const [key, value] of await findKnown(batch, lost)) known.set(key, value)
}

/** Further keys under which a known activity shows up now. */
async function addKeys(batch: Batch, keyed: Heard[], known: Map<string, Known>): Promise<void> {
  const rows = keyed.flatMap((heard) => {
    if (lookUp(known, heard) === undefined) return []
    const missing = heard.keyHashes.filter(
      (hash) => !known.has(mapKey(platformOf(heard), hash.toString('hex'))),
    )
    return missing.map((hash) => keyRow(heard, hash))
  })
  for (const key of await insertKeys(batch, rows)) batch.ties.newKeys.add(key)
}

/** An account that is gone takes all it did with it. */
async function buryAccounts(batch: Batch): Promise<void> {
  for (const heard of batch.heard) {
    if (heard.arrival.kind !== 'account-deletion') continue
    const { rows } = await sql<{ id: string; deletedAt: Date | null }>`
      select id, deleted_at as "deletedAt" from handle where workspace_id = ${batch.workspaceId}
        and platform = ${heard.arrival.platform} and external_id = ${heard.arrival.externalId}
      for update`.execute(batch.tx)
    const handle = rows[0]
    if (handle === undefined) {
      heard.ending = { kind: 'refused', refusal: { reason: 'nothing-to-delete' } }
      continue
    }
    heard.ending = { kind: handle.deletedAt === null ? 'deleted' : 'duplicate', activityId: null }
    await sql`update handle set deleted_at = coalesce(deleted_at, ${batch.arrivedAt}), bio = null,
      avatar_url = null where workspace_id = ${batch.workspaceId} and id = ${handle.id}`.execute(
      batch.tx,
    )
    await sql`delete from handle_picture where handle_id = ${handle.id}`.execute(batch.tx)
    const left = await sql<{ id: string }>`select id from activity
      where workspace_id = ${batch.workspaceId} and handle_id = ${handle.id} and deleted_at is null
      `.execute(batch.tx)
    batch.buried.push(...left.rows.map((row) => row.id))
  }
}

function mapKey(platform: string, hash: string): string {
  return `${platform}\n${hash}`
}

function platformOf(heard: Heard): string {
  const { arrival } = heard
  if (arrival.kind === 'profile') return arrival.handle.platform
  // Rows of lists that name no account have no platform and no key.
  return 'platform' in arrival ? arrival.platform : ''
}

function lookUp(known: Map<string, Known>, heard: Heard): Known | undefined {
  for (const hash of heard.keyHashes) {
    const found = known.get(mapKey(platformOf(heard), hash.toString('hex')))
    if (found !== undefined) return found
  }
  return undefined
}

async function findKnown(batch: Batch, heard: Heard[]): Promise<Map<string, Known>> {
  const keys = heard.flatMap((one) =>
    one.keyHashes.map((hash) => ({
      platform: platformOf(one),
      hash: hash.toString('hex'),
      content: one.contentHash?.toString('hex') ?? null,
    })),
  )
  if (keys.length === 0) return new Map()
  const { rows } = await sql<Known & { platform: string }>`
    select k.platform, k.hash, s.activity_id as "activityId", a.revision,
      a.content_hash as "contentHash", a.edited_at as "editedAt",
      a.deleted_at is not null as "isDeleted",
      a.revision > 1 and exists (
        select 1 from payload p where p.workspace_id = a.workspace_id and p.activity_id = a.id
          and p.content_hash = decode(k.content, 'hex')) as "isOldForm"
    from unnest(${keys.map((key) => key.platform)}::text[], ${keys.map((key) => key.hash)}::text[],
      ${keys.map((key) => key.content)}::text[]) as k(platform, hash, content)
    -- One look-up a key, whatever the statistics of a young log say.
    cross join lateral (
      select s.activity_id from activity_source s where s.workspace_id = ${batch.workspaceId}
        and s.platform = k.platform and s.external_key_hash = decode(k.hash, 'hex') limit 1) s
    left join lateral (
      select * from activity a where a.workspace_id = ${batch.workspaceId} and a.id = s.activity_id
      limit 1) a on true
  `.execute(batch.tx)
  return new Map(rows.map((row) => [mapKey(row.platform, row.hash), row]))
}

function newActivityId(batch: Batch, heard: Heard): string {
  const { arrival } = heard
  const time =
    arrival.kind === 'activity'
      ? activityTimeMs(arrival, batch.arrivedAt)
      : batch.arrivedAt.getTime()
  return uuidV7(time, batch.random)
}

interface KeyRow {
  platform: string
  external_key_hash: Buffer
  activity_id: string | undefined
}

function keyRow(heard: Heard, hash: Buffer): KeyRow {
  return { platform: platformOf(heard), external_key_hash: hash, activity_id: heard.activityId }
}

/** Takes the keys of new activities; answers those whose main key somebody else took meanwhile. */
async function claimKeys(batch: Batch, heard: Heard[]): Promise<Heard[]> {
  const taken = await insertKeys(
    batch,
    heard.flatMap((one) => one.keyHashes.map((hash) => keyRow(one, hash))),
  )
  const isLost = (one: Heard) => {
    const main = (one.keyHashes[0] as Buffer).toString('hex')
    return !taken.has(mapKey(platformOf(one), main))
  }
  for (const one of heard) if (!isLost(one)) noteNewKeys(batch, one, taken)
  return heard.filter(isLost)
}

function noteNewKeys({ ties }: Batch, heard: Heard, taken: Set<string>): void {
  for (const hash of heard.keyHashes) {
    const key = mapKey(platformOf(heard), hash.toString('hex'))
    if (taken.has(key)) ties.newKeys.add(key)
  }
}

/** Inserts keys that are free; answers which those were. */
async function insertKeys(batch: Batch, rows: KeyRow[]): Promise<Set<string>> {
  // One order for everybody, so that two batches with the same keys wait instead of deadlocking.
  const sorted = rows.sort(
    (a, b) =>
      (a.platform < b.platform ? -1 : Number(a.platform > b.platform)) ||
      a.external_key_hash.compare(b.external_key_hash),
  )
  const taken = await insertRows<{ platform: string; hash: string }>(
    batch.tx,
    'activity_source',
    batch.workspaceId,
    { platform: 'text', external_key_hash: 'bytes', activity_id: 'uuid' },
    sorted as unknown as Record<string, unknown>[],
    sql`on conflict do nothing returning platform, encode(external_key_hash, 'hex') as hash`,
  )
  return new Set(taken.map((row) => mapKey(row.platform, row.hash)))
}

function decide(batch: Batch, heard: Heard, known: Known | undefined): void {
  if (known === undefined) {
    decideNew(heard)
    return
  }
  heard.activityId = known.activityId
  const { arrival } = heard
  const isGone = known.isDeleted || known.revision === null
  if (arrival.kind === 'deletion') {
    end(heard, isGone ? 'duplicate' : 'deleted', 'nothing')
    if (!isGone) batch.buried.push(known.activityId)
  } else if (arrival.kind === 'activity') {
    if (saysNothingNew(arrival, heard.contentHash as Buffer, known))
      end(heard, 'duplicate', 'nothing')
    else planUpdate(heard, (known.revision as number) + 1)
  }
}

function decideNew(heard: Heard): void {
  // A deletion that comes before its activity leaves the key behind: the activity then stays out.
  if (heard.arrival.kind === 'deletion') end(heard, 'deleted', 'nothing')
  else end(heard, 'new', 'insert')
}

function end(
  heard: Heard,
  kind: 'new' | 'duplicate' | 'deleted',
  plan: 'insert' | 'nothing',
): void {
  heard.plan = { kind: plan }
  heard.ending = { kind, activityId: heard.activityId ?? null }
}

function planUpdate(heard: Heard, revision: number): void {
  heard.plan = { kind: 'update', revision }
  heard.ending = { kind: 'updated', activityId: heard.activityId ?? null }
}

/**
 * Whether what arrives again is no newer than what the log holds: gone, the same, an older edit by
 * the source's own clock, or a form that an earlier revision already had.
 */
function saysNothingNew(arrival: IncomingActivity, content: Buffer, known: Known): boolean {
  if (known.revision === null || known.isDeleted) return true
  if (known.contentHash?.equals(content) === true) return true
  const { editedAt } = arrival
  if (known.editedAt !== null) return editedAt === undefined || editedAt <= known.editedAt
  return known.isOldForm && editedAt === undefined
}

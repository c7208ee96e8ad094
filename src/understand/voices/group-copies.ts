import { sql } from 'kysely'
import { createCopyGrouper } from '#language/index.ts'
import type { Chance } from '#store/accounts.ts'
import type { Door, Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import { MAX_UUID, NIL_UUID } from '#vocabulary/index.ts'
import { wholeText } from '../understanding.ts'

/** Of a longer log, the newest. At 128 bytes a post: 64 MB. */
const POSTS_MAX = 500_000
const POSTS_AT_ONCE = 2_000

export interface GroupedCopies {
  posts: number
  /** Posts that are near-copies of posts by other accounts, the first of each group included. */
  copies: number
}

type Run = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

/**
 * Finds anew which posts copy posts of other accounts, and writes down where that changed, 2,000 a
 * transaction. Who repeats only themselves is one voice anyway. Records `copies.grouped`. Doing it
 * twice changes nothing; where it was interrupted, the next run completes it.
 */
export async function groupCopiesOf(
  door: Door,
  workspaceId: string,
  { now }: Pick<Chance, 'now'>,
): Promise<GroupedCopies> {
  const run: Run = (work) => door.inWorkspace(workspaceId, work, 'background')
  const at = now()
  const posts = await loadPosts(run)
  const found = copiesAmong(posts)
  const floor = posts.ids.at(-1) ?? NIL_UUID
  await run((tx) => dropOthers(tx, floor, [...found.keys()]))
  const rows = [...found]
  for (let from = 0; from < rows.length; from += POSTS_AT_ONCE) {
    const portion = rows.slice(from, from + POSTS_AT_ONCE)
    await run((tx) => writeCopies(tx, workspaceId, portion))
  }
  const grouped = { posts: posts.ids.length, copies: found.size }
  await run((tx) => noteRun(tx, workspaceId, { at, newestId: posts.ids[0] ?? NIL_UUID, grouped }))
  return grouped
}

/** Newest first. */
interface LoadedPosts {
  ids: string[]
  handleIds: string[]
  /** By place: the place of the first (newest) of its copies. */
  groups: Int32Array
}

async function loadPosts(run: Run): Promise<LoadedPosts> {
  const grouper = createCopyGrouper(POSTS_MAX)
  const [ids, handleIds]: [string[], string[]] = [[], []]
  let before = MAX_UUID
  while (ids.length < POSTS_MAX) {
    const from = before
    const rows = await run((tx) => selectPosts(tx, from))
    for (const { id, handleId, ...post } of rows) {
      ids.push(id)
      handleIds.push(handleId)
      grouper.add(wholeText(post))
    }
    if (rows.length < POSTS_AT_ONCE) break
    before = rows.at(-1)?.id ?? NIL_UUID
  }
  return { ids, handleIds, groups: grouper.groups() }
}

interface PostRow {
  id: string
  handleId: string
  title: string | null
  text: string
}

async function selectPosts(tx: Transaction, before: string): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`
    select p.activity_id as id, a.handle_id as "handleId", p.title, p.text
    from post p join activity a on a.workspace_id = p.workspace_id and a.id = p.activity_id
    where p.activity_id < ${before}::uuid
    order by p.activity_id desc limit ${POSTS_AT_ONCE}`.execute(tx)
  return rows
}

/** The posts of groups with more than one account, each with the earliest of its group. */
function copiesAmong({ ids, handleIds, groups }: LoadedPosts): Map<string, string> {
  const accounts = new Map<number, Set<string>>()
  const earliest = new Map<number, string>()
  for (const [at, group] of groups.entries()) {
    const own = accounts.get(group) ?? new Set()
    accounts.set(group, own.add(handleIds[at] as string))
    earliest.set(group, ids[at] as string)
  }
  const copies = new Map<string, string>()
  for (const [at, group] of groups.entries()) {
    if ((accounts.get(group)?.size ?? 0) < 2) continue
    copies.set(ids[at] as string, earliest.get(group) as string)
  }
  return copies
}

/** What was a copy and is none any more; posts older than those looked at stay as they are. */
async function dropOthers(tx: Transaction, floor: string, copies: string[]): Promise<void> {
  await sql`
    delete from post_copy c where c.activity_id >= ${floor}::uuid
      and not exists (select from unnest(${copies}::uuid[]) as kept (id) where kept.id = c.activity_id)
  `.execute(tx)
}

/** A post may have gone since it was read; what isn't there any more is left out. */
async function writeCopies(
  tx: Transaction,
  workspaceId: string,
  rows: readonly (readonly [id: string, copyOf: string])[],
): Promise<void> {
  await sql`
    insert into post_copy as c (workspace_id, activity_id, copy_of)
    select p.workspace_id, p.activity_id, found.copy_of
    from unnest(${rows.map(([id]) => id)}::uuid[], ${rows.map(([, copyOf]) => copyOf)}::uuid[])
      as found (id, copy_of)
    join post p on p.workspace_id = ${workspaceId}::uuid and p.activity_id = found.id
    order by p.activity_id for key share of p
    on conflict (workspace_id, activity_id) do update set copy_of = excluded.copy_of
      where c.copy_of <> excluded.copy_of`.execute(tx)
}

async function noteRun(
  tx: Transaction,
  workspaceId: string,
  { at, newestId, grouped }: { at: Date; newestId: string; grouped: GroupedCopies },
): Promise<void> {
  const { posts, copies } = grouped
  const row = { grouped_at: at, posts, newest_id: newestId }
  await tx
    .insertInto('copy_run')
    .values({ workspace_id: workspaceId, ...row })
    .onConflict((taken) => taken.column('workspace_id').doUpdateSet(row))
    .execute()
  const detail = [`posts=${posts}`, `copies=${copies}`]
  await writeEvent(tx, workspaceId, { name: 'copies.grouped', detail })
}

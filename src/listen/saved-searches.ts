import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import {
  type AlertChoice,
  EnishiError,
  LIMITS,
  type RandomBytes,
  type Role,
  uuidV7,
} from '#vocabulary/index.ts'
import type { ActivityFilter } from './activity-filter.ts'
import { checkFilter } from './read-activities.ts'

/** Who asks: a member with a role. An API key has neither and sees what is shared. */
export interface Viewer {
  memberId: string | null
  role: Role | null
}

/** What a member says of a search. */
export interface SearchInput {
  name: string
  filter: ActivityFilter
  isShared: boolean
  alert: AlertChoice
}

export interface SavedSearch extends SearchInput {
  id: string
  /** Whether it is the asking member's. */
  isOwn: boolean
  mayChange: boolean
  /** New posts since the member last looked at it. */
  unseen: number
}

/** The searches that the viewer may see, in the order in which they were saved. */
export async function listSavedSearches(
  tx: Transaction,
  viewer: Viewer,
  page: PageRequest,
): Promise<Listed<SavedSearch>> {
  const after = page.cursor === undefined ? undefined : readIdCursor(page.cursor)
  const { rows } = await selectSearches(
    viewer,
    sql`${after ?? null}::uuid is null or s.id > ${after ?? null}::uuid`,
    page.limit + 1,
  ).execute(tx)
  const items = rows.slice(0, page.limit).map((row) => describe(row, viewer))
  const last = items.at(-1)
  const isMore = rows.length > items.length && last !== undefined
  return { items, next: isMore ? writeCursor([last.id]) : null }
}

interface SearchRow {
  id: string
  name: string
  filter: string
  ownerId: string
  isShared: boolean
  alert: AlertChoice
  unseen: number
}

function selectSearches({ memberId }: Viewer, where: ReturnType<typeof sql>, limit: number) {
  return sql<SearchRow>`
    select s.id, s.name, s.filter, s.owner_id as "ownerId", s.is_shared as "isShared", s.alert,
      greatest(0, s.heard - coalesce(seen.heard, 0))::integer as unseen
    from saved_search s left join saved_search_seen seen
      on seen.search_id = s.id and seen.member_id = ${memberId}::uuid
    where (s.is_shared or s.owner_id = ${memberId}::uuid) and (${where})
    order by s.id limit ${limit}
  `
}

function describe(row: SearchRow, viewer: Viewer): SavedSearch {
  const { ownerId, filter, ...rest } = row
  const mayChange = maysChange(row, viewer)
  return { ...rest, filter: JSON.parse(filter), isOwn: ownerId === viewer.memberId, mayChange }
}

/** Their own; managers also what others share. */
function maysChange({ ownerId, isShared }: SearchRow, { memberId, role }: Viewer): boolean {
  return ownerId === memberId || (isShared && (role === 'owner' || role === 'manager'))
}

/** Throws `not-found` for a search that the viewer may not see. */
async function findSearch(tx: Transaction, id: string, viewer: Viewer): Promise<SearchRow> {
  const { rows } = await selectSearches(viewer, sql`s.id = ${id}::uuid`, 1).execute(tx)
  if (rows[0] === undefined) throw noSuchSearch()
  return rows[0]
}

/**
 * Saves a search. Throws `forbidden` where a viewer would share, `conflict` beyond the limit,
 * `bad-input` for a filter that no list can be narrowed by.
 */
export async function addSavedSearch(
  tx: Transaction,
  viewer: Viewer & { memberId: string },
  input: SearchInput,
  chance: { now: Date; random: RandomBytes },
): Promise<SavedSearch> {
  refuseSharing(viewer, input)
  checkFilter(input.filter)
  const { memberId } = viewer
  const own = await tx
    .selectFrom('saved_search')
    .select('id')
    .where('owner_id', '=', memberId)
    .limit(LIMITS.savedSearchesPerMemberMax)
    .execute()
  if (own.length >= LIMITS.savedSearchesPerMemberMax) throw tooManySearches()
  const id = uuidV7(chance.now.getTime(), chance.random)
  await tx
    .insertInto('saved_search')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, owner_id: memberId, surge_checked_at: null },
      ...columnsOf(input),
    })
    .execute()
  await tell(tx, 'saved-search.added', id, memberId)
  return describe(await findSearch(tx, id, viewer), viewer)
}

function columnsOf({ name, filter, isShared, alert }: SearchInput) {
  return { name, filter: JSON.stringify(filter), is_shared: isShared, alert }
}

/**
 * Changes a search; with another filter it counts anew. Throws `not-found`, `forbidden`, `bad-input`
 * for a filter that no list can be narrowed by.
 */
export async function patchSavedSearch(
  tx: Transaction,
  viewer: Viewer & { memberId: string },
  id: string,
  patch: { [Key in keyof SearchInput]?: SearchInput[Key] | undefined },
): Promise<SavedSearch> {
  const known = await findSearch(tx, id, viewer)
  if (!maysChange(known, viewer)) throw notYours()
  const before = { ...known, filter: JSON.parse(known.filter) }
  const wanted: SearchInput = {
    name: patch.name ?? before.name,
    filter: patch.filter ?? before.filter,
    isShared: patch.isShared ?? before.isShared,
    alert: patch.alert ?? before.alert,
  }
  refuseSharing(viewer, wanted)
  checkFilter(wanted.filter)
  const columns = columnsOf(wanted)
  await tx.updateTable('saved_search').set(columns).where('id', '=', id).execute()
  const isOther = columns.filter !== known.filter
  if (isOther) await countAnew(tx, id)
  await tell(tx, 'saved-search.changed', id, viewer.memberId, Object.keys(patch))
  // Not read again: a manager who ends the sharing of another's search sees it no more.
  const { name, isShared, alert } = wanted
  const changed = { ...known, name, isShared, alert, filter: columns.filter }
  return describe({ ...changed, unseen: isOther ? 0 : known.unseen }, viewer)
}

async function countAnew(tx: Transaction, id: string): Promise<void> {
  await tx.updateTable('saved_search').set({ heard: 0 }).where('id', '=', id).execute()
  await tx.deleteFrom('saved_search_seen').where('search_id', '=', id).execute()
}

/** Removes a search with its alerts. Throws `not-found`, `forbidden`. */
export async function deleteSavedSearch(
  tx: Transaction,
  viewer: Viewer & { memberId: string },
  id: string,
): Promise<void> {
  const known = await findSearch(tx, id, viewer)
  if (!maysChange(known, viewer)) throw notYours()
  await tx.deleteFrom('saved_search').where('id', '=', id).execute()
  await tell(tx, 'saved-search.removed', id, viewer.memberId)
}

/** Notes that the member has looked at what the search finds. Throws `not-found`. */
export async function markSearchSeen(
  tx: Transaction,
  viewer: Viewer & { memberId: string },
  id: string,
): Promise<void> {
  const { unseen } = await findSearch(tx, id, viewer)
  if (unseen === 0) return
  await sql`
    insert into saved_search_seen (workspace_id, search_id, member_id, heard)
    select workspace_id, id, ${viewer.memberId}, heard from saved_search where id = ${id}
    on conflict (workspace_id, search_id, member_id) do update set heard = excluded.heard
  `.execute(tx)
  await tell(tx, 'saved-search.seen', id, viewer.memberId)
}

function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  authorId: string,
  detail: string[] = [],
): Promise<void> {
  return writeEvent(tx, OWN_WORKSPACE, { name, subjectId, authorId, detail })
}

function refuseSharing({ role }: Viewer, { isShared }: SearchInput): void {
  if (!isShared || role !== 'viewer') return
  throw new EnishiError(
    'forbidden',
    {
      en: 'Viewers save searches for themselves. Ask a member to share this one.',
      ja: '閲覧者が保存した検索は自分だけのものです。共有はメンバーに依頼してください。',
    },
    { field: 'isShared' },
  )
}

function noSuchSearch(): EnishiError {
  return new EnishiError('not-found', {
    en: 'There is no such saved search. It may have been removed, or is no longer shared.',
    ja: 'この保存した検索は見つかりません。削除されたか、共有が解除された可能性があります。',
  })
}

function notYours(): EnishiError {
  return new EnishiError('forbidden', {
    en: 'This search is shared by somebody else. Ask them or a manager to change it, or save your own.',
    ja: 'ほかのメンバーが共有している検索です。作成者か管理者に変更を依頼するか、自分の検索として保存してください。',
  })
}

function tooManySearches(): EnishiError {
  const max = LIMITS.savedSearchesPerMemberMax
  return new EnishiError('conflict', {
    en: `You have ${max} saved searches, the most there may be. Remove one that you no longer need.`,
    ja: `保存できる検索は1人${max}件までです。不要なものを削除してください。`,
  })
}

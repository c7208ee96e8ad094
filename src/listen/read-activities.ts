import { zstdDecompressSync } from 'node:zlib'
import { searchQuery, toTsQueryLiteral } from '#language/index.ts'
import { type Listed, type PageRequest, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'
import { type ActivityFilter, idRange } from './activity-filter.ts'
import type { ResolvedFilter } from './activity-sources.ts'
import { hydrateActivities, type ListedActivity } from './hydrate-activities.ts'
import { handlesOfOrganisation } from './people-of-organisation.ts'
import { scanActivities } from './scan-activities.ts'

const NOTHING: Listed<never> = { items: [], next: null }

/**
 * The log, newest first, narrowed by the filter. A page may be short, even empty, with a `next`
 * that goes on: a call looks at `LIMITS.rowsLookedAtMax` rows at most. A person stands for all
 * handles that are theirs today. Throws `bad-input` for a foreign cursor, and for a move without the
 * topic about which people moved.
 */
export async function listActivities(
  tx: Transaction,
  filter: ActivityFilter,
  page: PageRequest,
): Promise<Listed<ListedActivity>> {
  const resolved = await resolveFilter(tx, filter)
  if (resolved === null) return NOTHING
  const range = await idRange(tx, filter, page.cursor)
  const { ids, next } = await scanActivities(tx, { ...resolved, range, limit: page.limit })
  const items = await hydrateActivities(tx, ids)
  return { items, next: next === null ? null : writeCursor([next]) }
}

/** The activities with these ids. */
export async function listActivitiesById(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, ListedActivity>> {
  const activities = await hydrateActivities(tx, ids)
  return new Map(activities.map((activity) => [activity.id, activity]))
}

/** Throws `bad-input` for a filter that no list can be narrowed by. */
export function checkFilter({ move, topic }: ActivityFilter): void {
  if (move !== undefined && topic === undefined) throw moveWithoutTopic()
}

/** Null when nothing can hold: a search for nothing but signs, a person without handles. */
export async function resolveFilter(
  tx: Transaction,
  filter: ActivityFilter,
): Promise<{ filter: ResolvedFilter; phrases: readonly string[] } | null> {
  checkFilter(filter)
  const q = filter.q?.trim()
  const search = q === undefined || q === '' ? undefined : searchQuery(q)
  if (search === null) return null
  const handles = await handlesFor(tx, filter)
  if (handles?.length === 0) return null
  const tokens = search === undefined ? undefined : toTsQueryLiteral(search)
  return { filter: { ...filter, handles, tokens }, phrases: search?.phrases ?? [] }
}

/** Whose posts are asked for; undefined for everybody's. */
async function handlesFor(
  tx: Transaction,
  { person, organisation }: ActivityFilter,
): Promise<string[] | undefined> {
  const own = person === undefined ? undefined : await handlesOf(tx, person)
  if (organisation === undefined) return own
  const theirs = await handlesOfOrganisation(tx, organisation)
  return own === undefined ? theirs : theirs.filter((handle) => own.includes(handle))
}

/** Handles that are this person's today; those of persons merged with it are among them. */
export async function handlesOf(tx: Transaction, personId: string): Promise<string[]> {
  const asked = await tx
    .selectFrom('person')
    .select(['id', 'merged_into'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (asked === undefined) return []
  const root = asked.merged_into ?? asked.id
  const merged = await tx
    .selectFrom('person')
    .select('id')
    .where('merged_into', '=', root)
    .execute()
  const owned = await tx
    .selectFrom('handle_ownership')
    .select('handle_id')
    .where('person_id', 'in', [root, ...merged.map(({ id }) => id)])
    .where('until', 'is', null)
    .execute()
  return owned.map(({ handle_id }) => handle_id)
}

/** One activity with all that is kept about it. */
export interface ActivityInFull extends ListedActivity {
  revision: number
  arrivedAt: string
  /** As it came, at most 100,000 characters; bytes that are no UTF-8 are replaced. */
  payload: { format: string; text: string } | null
}

/** One activity with the payload of its latest revision. Throws `not-found`. */
export async function getActivity(tx: Transaction, id: string): Promise<ActivityInFull> {
  const [shown] = await hydrateActivities(tx, [id])
  const row = await tx
    .selectFrom('activity')
    .select(['revision', 'arrived_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (shown === undefined || row === undefined) throw noActivity()
  return {
    ...shown,
    revision: row.revision,
    arrivedAt: row.arrived_at.toISOString(),
    payload: await readPayload(tx, id),
  }
}

/** The language that the platform claimed for a post, as its reader was told. */
export async function languageHintOf(tx: Transaction, id: string): Promise<string | undefined> {
  const post = await tx
    .selectFrom('post')
    .select('language_hint')
    .where('activity_id', '=', id)
    .executeTakeFirst()
  return post?.language_hint ?? undefined
}

const PAYLOAD_CHARS_MAX = 100_000

async function readPayload(tx: Transaction, id: string): Promise<ActivityInFull['payload']> {
  const payload = await tx
    .selectFrom('payload')
    .select(['format', 'encoding', 'body'])
    .where('activity_id', '=', id)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (payload === undefined) return null
  const bytes =
    payload.encoding === 'zstd'
      ? zstdDecompressSync(payload.body, { maxOutputLength: LIMITS.documentBytesMax })
      : payload.body
  const text = bytes.toString('utf8').slice(0, PAYLOAD_CHARS_MAX).toWellFormed()
  return { format: payload.format, text }
}

function noActivity(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such activity. It may have been removed; look for it in the list.',
      ja: 'この行動は見つかりません。削除された可能性があります。一覧から探してください。',
    },
    { field: 'id' },
  )
}

function moveWithoutTopic(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'People move from stage to stage for a topic: give `topic` beside `move`.',
      ja: '段階の移り変わりは話題ごとのものです。move と一緒に topic を指定してください。',
    },
    { field: 'topic' },
  )
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { HandleKind } from '#vocabulary/index.ts'
import { type MatchRecord, type Voice, voiceOf } from '../matching/index.ts'
import { numberOf } from '../phone-handles.ts'

/** An account as a record to compare, with all by which it is reached. */
export interface Reached {
  record: MatchRecord
  /** Every address that it shows; the record has the first. */
  emails: string[]
  /** The number of a line that others may answer as well; a number of one's own is in the record. */
  line?: string
}

/** The same, and whose it is. */
export interface KnownAccount extends Reached {
  /** The person whose it is, and as whom that person is shown. */
  personId: string
  rootId: string
}

interface AccountRow {
  id: string
  platform: string
  externalId: string
  username: string | null
  displayName: string | null
  url: string | null
  bio: string | null
  kind: HandleKind
  avatarUrl: string | null
  /** How the picture looks, where that is known. */
  pictureHash: string | null
  personId: string
  rootId: string
  name: string
  reading: string | null
  emails: string[]
  links: string[]
  organisation: string | null
}

/** What is known of these accounts, by id; those that are gone are left out. */
export async function loadAccounts(
  tx: Transaction,
  handleIds: readonly string[],
): Promise<Map<string, KnownAccount>> {
  if (handleIds.length === 0) return new Map()
  const { rows } = await sql<AccountRow>`
    select h.id, h.platform, h.external_id as "externalId", h.username,
      h.display_name as "displayName", h.url, h.bio, h.kind, h.avatar_url as "avatarUrl",
      (select lpad(to_hex(q.hash), 16, '0') from handle_picture q
        where q.workspace_id = h.workspace_id and q.handle_id = h.id and q.url = h.avatar_url)
        as "pictureHash",
      hp.original_person_id as "personId", hp.person_id as "rootId", p.display_name as name,
      p.name_reading as reading,
      array(select s.value from handle_signal s where s.workspace_id = h.workspace_id
        and s.handle_id = h.id and s.kind = 'email') as emails,
      array(select s.value from handle_signal s where s.workspace_id = h.workspace_id
        and s.handle_id = h.id and s.kind = 'link'
        union select l.page from handle_link l where l.workspace_id = h.workspace_id
        and l.handle_id = h.id and l.state = 'linked') as links,
      (select o.name from affiliation a join organisation o on o.workspace_id = a.workspace_id
        and o.id = a.organisation_id where a.workspace_id = h.workspace_id
        and a.person_id = hp.original_person_id and a.until is null limit 1) as organisation
    from unnest(${[...handleIds]}::uuid[]) as k(id)
    cross join lateral (select * from handle h where h.id = k.id and h.deleted_at is null limit 1) h
    cross join lateral (
      select original_person_id, person_id from handle_person
      where handle_person.workspace_id = h.workspace_id and handle_person.handle_id = h.id
      offset 0) hp
    join person p on p.workspace_id = h.workspace_id and p.id = hp.original_person_id
  `.execute(tx)
  return new Map(rows.map((row) => [row.id, accountOf(row)]))
}

const MAIL = 'mail'

function accountOf(row: AccountRow): KnownAccount {
  const { id, platform, kind, personId, rootId } = row
  const emails = platform === MAIL ? [row.externalId, ...row.emails] : row.emails
  const number = numberOf(row)
  const isLine = number !== undefined && number !== row.externalId
  const shown = row.displayName ?? row.name
  const name = row.reading === null ? shown : `${shown} (${row.reading})`
  const said = {
    ...{ email: emails[0], name, url: row.url ?? undefined },
    // Nobody chooses a number as they choose a name.
    ...(number === undefined ? { handle: chosenName(row) } : {}),
    ...(isLine ? {} : { phone: number }),
    ...{ bio: row.bio ?? undefined, organisation: row.organisation ?? undefined },
    ...{ avatar: row.pictureHash ?? row.avatarUrl ?? undefined },
  }
  const filled = Object.entries(said).filter(([, value]) => value !== undefined && value !== '')
  const links = row.links.map((link) => `https://${link}`)
  return {
    record: { id, platform, kind, ...Object.fromEntries(filled), verifiedLinks: links },
    ...{ emails, personId, rootId },
    ...(isLine ? { line: number } : {}),
  }
}

/** What its owner chose of an address: `jay` of `jay.bsky.social` and `@jay@example.social`. */
function chosenName({ platform, username }: AccountRow): string | undefined {
  if (username === null) return undefined
  const [local = username] = username.replace(/^@/, '').split('@')
  const labels = local.split('.')
  const isHost = platform === 'bluesky' || platform === 'feed'
  return isHost && labels.length > 2 ? labels[0] : local
}

/** What can be told of these accounts by what they did lately. */
export interface Behaviour {
  /** Activities by hour of day (UTC), 24 counts. */
  hours: number[]
  /** Their last posts. */
  texts: string[]
  /** The language in which nearly all of them are; undefined for few posts, and for several languages. */
  lang: string | undefined
  /** How and about what they are written; undefined for one who wrote nothing. */
  voice: Voice | undefined
}

const ACTIVITIES_MAX = 300
const POSTS_MAX = 60
/** A few words may be of any language. */
const LANG_SURE_FROM = 0.8

/** When and what these accounts wrote lately; asked only of pairs that are near a decision. */
export async function loadBehaviour(
  tx: Transaction,
  handleIds: readonly string[],
): Promise<Map<string, Behaviour>> {
  if (handleIds.length === 0) return new Map()
  const { rows } = await sql<BehaviourRow>`
    select k.id,
      array(select extract(hour from a.published_at at time zone 'UTC')::integer from activity a
        where a.handle_id = k.id order by a.id desc limit ${ACTIVITIES_MAX}) as hours,
      array(select p.text from (select a.id from activity a where a.handle_id = k.id
        and a.type = 'Create' and a.deleted_at is null order by a.id desc limit ${POSTS_MAX}) a
        join post p on p.activity_id = a.id) as texts,
      array(select t.topic_id::text from (select a.id from activity a where a.handle_id = k.id
        order by a.id desc limit ${ACTIVITIES_MAX}) a
        join reading_topic t on t.activity_id = a.id) as topics,
      array(select r.lang from (select a.id from activity a where a.handle_id = k.id
        and a.type = 'Create' and a.deleted_at is null order by a.id desc limit ${POSTS_MAX}) a
        join reading r on r.activity_id = a.id and r.lang_confidence >= ${LANG_SURE_FROM} and r.lang <> 'und') as langs
    from unnest(${[...handleIds]}::uuid[]) as k(id)
  `.execute(tx)
  return new Map(
    rows.map(({ id, hours, texts, topics, langs }) => [
      id,
      {
        ...{ hours: countHours(hours), texts, lang: mainLanguage(langs) },
        voice: voiceOf(texts, countEach(topics)),
      },
    ]),
  )
}

interface BehaviourRow {
  id: string
  hours: number[]
  texts: string[]
  topics: string[]
  langs: string[]
}

const POSTS_OF_LANGUAGE_MIN = 5
const SHARE_OF_LANGUAGE_MIN = 0.9

function mainLanguage(langs: readonly string[]): string | undefined {
  if (langs.length < POSTS_OF_LANGUAGE_MIN) return undefined
  const [most] = [...countEach(langs)].sort(([, a], [, b]) => b - a)
  if (most === undefined || most[1] < langs.length * SHARE_OF_LANGUAGE_MIN) return undefined
  return most[0]
}

function countEach(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function countHours(hours: readonly number[]): number[] {
  const counts = new Array<number>(24).fill(0)
  for (const hour of hours) counts[hour] = (counts[hour] ?? 0) + 1
  return counts
}

/** So many who wrote lately show what is usual. */
const AUTHORS_MAX = 300
const POSTS_LOOKED_AT = 3_000

interface Usual {
  voices: Voice[]
  /** The share of them who write in a language. */
  languages: ReadonlyMap<string, number>
}

/** How those write, and in what language, who wrote lately. */
export async function loadUsual(tx: Transaction): Promise<Usual> {
  const { rows } = await sql<{ id: string }>`
    select distinct handle_id::text as id from (select handle_id from activity
      where type = 'Create' and deleted_at is null order by id desc limit ${POSTS_LOOKED_AT}) a
    order by id limit ${AUTHORS_MAX}
  `.execute(tx)
  const behaviours = await loadBehaviour(
    tx,
    rows.map(({ id }) => id),
  )
  const all = [...behaviours.values()]
  const langs = countEach(all.flatMap(({ lang }) => lang ?? []))
  const told = [...langs.values()].reduce((sum, count) => sum + count, 0)
  return {
    voices: all.flatMap(({ voice }) => voice ?? []),
    languages: new Map([...langs].map(([lang, count]) => [lang, count / told])),
  }
}

import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { rootOf } from '#understand/index.ts'
import { EnishiError } from '#vocabulary/index.ts'

type Named = { id: string; name: string } | null

/** A link with its clicks; days are of the workspace's time zone. */
export interface ListedLink {
  id: string
  code: string
  target: string
  name: string
  campaign: string | null
  /** The log knows no names of members; whoever answers adds them. */
  memberId: string | null
  person: Named
  channel: Named
  topic: Named
  createdAt: string
  clicks: number
  /** The last fourteen days that had clicks, oldest first. */
  days: { day: string; clicks: number }[]
  outcomes: number
}

export interface LinkFilter {
  q?: string | undefined
  campaign?: string | undefined
  member?: string | undefined
  person?: string | undefined
}

interface LinkRow {
  id: string
  code: string
  target: string
  name: string
  campaign: string | null
  member_id: string | null
  created_at: Date
  person_id: string | null
  person_name: string | null
  channel_id: string | null
  channel_name: string | null
  topic_id: string | null
  topic_name: string | null
  clicks: number
  days: { day: string; clicks: number }[]
  outcomes: number
}

/** Links of ours, newest first. Throws `bad-input` for a foreign cursor, `not-found` for no person. */
export async function listLinks(
  tx: Transaction,
  page: PageRequest & LinkFilter,
): Promise<Listed<ListedLink>> {
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { q, campaign, member } = page
  const root = page.person === undefined ? undefined : await rootOf(tx, page.person)
  const wanted = [
    sql`l.removed_at is null`,
    ...(before === null ? [] : [sql`l.id < ${before}::uuid`]),
    ...(campaign === undefined ? [] : [sql`l.campaign = ${campaign}`]),
    ...(member === undefined ? [] : [sql`l.member_id = ${member}::uuid`]),
    ...(root === undefined ? [] : [sql`r.id = ${root}::uuid`]),
    ...(q === undefined ? [] : [soughtIn(q)]),
  ]
  const rows = await readRows(tx, wanted, page.limit + 1)
  const items = rows.slice(0, page.limit).map(showLink)
  const last = items.at(-1)
  return { items, next: rows.length > page.limit && last ? writeCursor([last.id]) : null }
}

function soughtIn(q: string) {
  return sql`strpos(lower(concat_ws(' ', l.name, l.code, l.campaign, l.target, r.display_name)),
    lower(${q})) > 0`
}

/** One link. Throws `not-found`, also for a removed one. */
export async function getLink(tx: Transaction, id: string): Promise<ListedLink> {
  const [row] = await readRows(tx, [sql`l.removed_at is null`, sql`l.id = ${id}::uuid`], 1)
  if (row === undefined) throw noLink()
  return showLink(row)
}

async function readRows(
  tx: Transaction,
  wanted: ReturnType<typeof soughtIn>[],
  limit: number,
): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select l.id, l.code, l.target, l.name, l.campaign, l.member_id, l.created_at,
      r.id as person_id, r.display_name as person_name,
      c.id as channel_id, c.name as channel_name, t.id as topic_id, t.name as topic_name,
      (select coalesce(sum(d.clicks), 0)::bigint from link_day d
        where d.workspace_id = l.workspace_id and d.link_id = l.id) as clicks,
      (select coalesce(json_agg(json_build_object('day', one.day::text, 'clicks', one.clicks)
          order by one.day), '[]')
        from (select d.day, d.clicks from link_day d
          where d.workspace_id = l.workspace_id and d.link_id = l.id
          order by d.day desc limit 14) one) as days,
      (select count(distinct ct.outcome_id) from claimed_touch ct
        where ct.workspace_id = l.workspace_id and ct.link_id = l.id) as outcomes
    from tracked_link l
    left join person p on p.workspace_id = l.workspace_id and p.id = l.person_id
    left join person r on r.workspace_id = p.workspace_id and r.id = coalesce(p.merged_into, p.id)
    left join channel c on c.workspace_id = l.workspace_id and c.id = l.channel_id
    left join topic t on t.workspace_id = l.workspace_id and t.id = l.topic_id
    where ${sql.join(wanted, sql` and `)}
    order by l.id desc limit ${limit}
  `.execute(tx)
  return rows
}

function showLink(row: LinkRow): ListedLink {
  const { id, code, target, name, campaign, member_id: memberId } = row
  const { clicks, days, outcomes } = row
  return {
    ...{ id, code, target, name, campaign, memberId, clicks, days, outcomes },
    person: named(row.person_id, row.person_name),
    channel: named(row.channel_id, row.channel_name),
    topic: named(row.topic_id, row.topic_name),
    createdAt: row.created_at.toISOString(),
  }
}

export function named(id: string | null, name: string | null): Named {
  return id === null ? null : { id, name: name ?? '' }
}

export function noLink(): EnishiError {
  return new EnishiError('not-found', {
    en: 'There is no such link. It may have been removed.',
    ja: 'リンクが見つかりません。削除された可能性があります。',
  })
}

import { sql } from 'kysely'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import {
  type ContactKind,
  EnishiError,
  HEALTHS,
  type Health,
  isUuid,
  type RelationCode,
} from '#vocabulary/index.ts'
import { rootOrganisationOf } from '../organisation-merges/organisation-root.ts'
import { rootOf } from '../read-people.ts'
import { todayIn } from '../relations/today.ts'
import { originalsOf } from '../root-of-people.ts'
import { contactDays, membersOf } from './members-of.ts'

/** How we keep in touch with those of one kind. */
export interface ListedProgramme {
  id: string
  kind: RelationCode
  /** A member. */
  owner: string | null
  rhythmDays: number
  aim: string | null
  healths: Record<Health, number>
  toThank: number
}

/** How a programme stands with one person or organisation. Days are YYYY-MM-DD. */
export interface ListedMember {
  of: { type: 'person' | 'organisation'; id: string; name: string; nameReading: string | null }
  since: string | null
  owner: string | null
  rhythmDays: number
  lastOn: string | null
  nextOn: string
  isAgreed: boolean
  health: Health
  /** Days from `nextOn` to today. */
  lateDays: number
  lastThanks: { onDay: string; what: string | null } | null
  toThankFor: { count: number; newest: string | null }
}

export interface MemberFilter {
  q?: string | undefined
  owner?: string | undefined
  health?: Health | undefined
  thanks?: 'owed' | undefined
}

/** All programmes with how they stand today, oldest first. */
export async function listProgrammes(tx: Transaction, now: Date): Promise<ListedProgramme[]> {
  const today = await todayIn(tx, now)
  const programmes = await tx
    .selectFrom('programme')
    .select(['id', 'kind', 'owner_id as owner', 'rhythm_days as rhythmDays', 'aim'])
    .orderBy('id')
    .execute()
  const { rows } = await sql<{ id: string; health: Health; people: number; owed: number }>`
    select programme_id as id, health, count(*)::integer as people,
      count(*) filter (where owed_posts > 0)::integer as owed
    from (${membersOf(sql`true`, today)}) m group by 1, 2`.execute(tx)
  return programmes.map((programme) => {
    const own = rows.filter(({ id }) => id === programme.id)
    const healths = Object.fromEntries(
      HEALTHS.map((health) => [health, own.find((row) => row.health === health)?.people ?? 0]),
    ) as Record<Health, number>
    return { ...programme, healths, toThank: own.reduce((sum, { owed }) => sum + owed, 0) }
  })
}

/** One programme. Throws `not-found`. */
export async function getProgramme(
  tx: Transaction,
  id: string,
  now: Date,
): Promise<ListedProgramme> {
  const programme = (await listProgrammes(tx, now)).find((one) => one.id === id)
  if (programme === undefined) throw noProgramme()
  return programme
}

/** Throws `not-found`. */
export async function checkProgramme(tx: Transaction, id: string): Promise<void> {
  const row = await tx.selectFrom('programme').select('id').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw noProgramme()
}

interface MemberRow {
  personId: string | null
  id: string
  name: string
  nameReading: string | null
  since: string | null
  owner: string | null
  rhythmDays: number
  lastOn: string | null
  nextOn: string
  isAgreed: boolean
  health: Health
  lateDays: number
  thankedOn: string | null
  thankedWith: string | null
  owedPosts: number | null
  owedNewest: string | null
}

/** Who is in a programme, the most overdue first. Throws `not-found`. */
export async function listMembersOf(
  tx: Transaction,
  programmeId: string,
  filter: MemberFilter,
  page: PageRequest,
  now: Date,
): Promise<Listed<ListedMember>> {
  await checkProgramme(tx, programmeId)
  const today = await todayIn(tx, now)
  const { rows } = await sql<MemberRow>`
    select * from (
      select m.person_id as "personId", subject.id, subject.name, subject.reading as "nameReading",
        m.since::text as since, m.owner_id as owner, m.rhythm_days as "rhythmDays",
        m.last_on::text as "lastOn", m.next_on::text as "nextOn", m.is_agreed as "isAgreed", m.health,
        m.late_days as "lateDays", m.thanked_on::text as "thankedOn", m.thanked_with as "thankedWith",
        m.owed_posts as "owedPosts", m.owed_newest as "owedNewest"
      from (${membersOf(sql`g.id = ${programmeId}::uuid`, today)}) m
      cross join lateral (
        select p.id, p.display_name as name, p.name_reading as reading from person p where p.id = m.person_id
        union all
        select o.id, o.name, o.name_reading from organisation o where o.id = m.organisation_id) subject
    ) shown where ${conditionsOf(filter)} and ${afterCursor(page.cursor)}
    order by "nextOn", id limit ${page.limit + 1}::integer`.execute(tx)
  const items = rows.slice(0, page.limit)
  const last = rows.length > page.limit ? items.at(-1) : undefined
  const next = last === undefined ? null : writeCursor([last.nextOn, last.id])
  return { items: items.map(showMember), next }
}

function conditionsOf({ q, owner, health, thanks }: MemberFilter) {
  const named = q?.trim() ?? ''
  const conditions = [
    sql`true`,
    ...(owner === undefined ? [] : [sql`owner = ${owner}::uuid`]),
    ...(health === undefined ? [] : [sql`health = ${health}`]),
    ...(thanks === undefined ? [] : [sql`"owedPosts" > 0`]),
    ...(named === '' ? [] : [isNamed(named)]),
  ]
  return sql.join(conditions, sql` and `)
}

/** With and without the spaces between family and given name. */
function isNamed(q: string) {
  const folded = q.normalize('NFKC').toLowerCase()
  const names = sql`lower(normalize(concat_ws(chr(10), name, "nameReading", replace(name, ' ', ''),
    replace("nameReading", ' ', '')), nfkc))`
  return sql`strpos(${names}, ${folded}) > 0`
}

function afterCursor(cursor: string | undefined) {
  if (cursor === undefined) return sql`true`
  const [nextOn = '', id = ''] = readCursor(cursor, 2)
  if (!isUuid(id) || !/^\d{4}-\d{2}-\d{2}$/.test(nextOn)) readCursor('', 2)
  return sql`("nextOn", id) > (${nextOn}, ${id}::uuid)`
}

function showMember(row: MemberRow): ListedMember {
  const { personId, id, name, nameReading, thankedOn, thankedWith, owedPosts, owedNewest } = row
  const { since, owner, rhythmDays, lastOn, nextOn, isAgreed, health, lateDays } = row
  return {
    of: { type: personId === null ? 'organisation' : 'person', id, name, nameReading },
    ...{ since, owner, rhythmDays, lastOn, nextOn, isAgreed, health, lateDays },
    lastThanks: thankedOn === null ? null : { onDay: thankedOn, what: thankedWith },
    toThankFor: { count: owedPosts ?? 0, newest: owedNewest },
  }
}

/** One contact as it was logged. */
export interface LoggedContact {
  id: string
  onDay: string
  /** How, of one that was kept outside the programme; null for one that was logged in it. */
  by: ContactKind | null
  isThanks: boolean
  what: string | null
  author: string | null
}

export interface MemberSubject {
  person?: string | undefined
  organisation?: string | undefined
}

/**
 * When we were in touch with one person or organisation, newest first: what was logged in the
 * programme, and contacts of all kinds. Throws `not-found`.
 */
export async function listContacts(
  tx: Transaction,
  programmeId: string,
  subject: MemberSubject,
  page: PageRequest,
): Promise<Listed<LoggedContact>> {
  await checkProgramme(tx, programmeId)
  const { person, organisation } = subject
  const ofOrganisation =
    organisation === undefined ? null : await rootOrganisationOf(tx, organisation)
  const root = person === undefined ? null : await rootOf(tx, person)
  const [onDay = '', id = ''] = page.cursor === undefined ? [] : readCursor(page.cursor, 2)
  if (page.cursor !== undefined && (!isUuid(id) || !/^\d{4}-\d{2}-\d{2}$/.test(onDay))) {
    readCursor('', 2)
  }
  const originals = root === null ? [] : await originalsOf(tx, root)
  const upTo =
    page.cursor === undefined ? sql`true` : sql`(c.on_day, c.id) < (${onDay}::date, ${id}::uuid)`
  const { rows } = await sql<LoggedContact>`
    select c.id, c.on_day::text as "onDay", c.by, c.is_thanks as "isThanks", c.what, c.author_id as author
    from (
      select id, on_day, null as by, is_thanks, what, author_id from programme_contact
      where programme_id = ${programmeId}::uuid and (person_id = any(${originals}::uuid[])
        or organisation_id = ${ofOrganisation}::uuid)
      union all
      select id, on_day, kind, false, summary, author_id
      from (${contactDays(sql`${originals}::uuid[]`, sql`${ofOrganisation}::uuid`)}) kept
    ) c where ${upTo}
    order by c.on_day desc, c.id desc limit ${page.limit + 1}::integer`.execute(tx)
  const items = rows.slice(0, page.limit)
  const last = rows.length > page.limit ? items.at(-1) : undefined
  return { items, next: last === undefined ? null : writeCursor([last.onDay, last.id]) }
}

function noProgramme(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such programme. Look at the list of programmes.',
      ja: 'このプログラムは見つかりません。プログラムの一覧を確認してください。',
    },
    { field: 'id' },
  )
}

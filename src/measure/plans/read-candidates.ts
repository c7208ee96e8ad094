import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { mayContact, ORIGINALS } from '#understand/index.ts'
import type { HandleKind } from '#vocabulary/index.ts'
import { loadSides } from '../communities/sides.ts'
import type { CandidateFacts, KnownAccount } from './may-engage.ts'

/** How many people one transaction reads of. */
export const CANDIDATES_AT_ONCE = 1_000
const MONTH_DAYS = 30

/** What is known of people (roots) who might be engaged, in their order; costs are not known here. */
export async function readCandidates(
  tx: Transaction,
  roots: readonly string[],
  now: Date,
): Promise<Omit<CandidateFacts, 'cost'>[]> {
  const accounts = await readAccountsOf(tx, roots)
  const relations = await readRelations(tx, roots)
  const contacts = await readContacts(tx, roots, now)
  const asked = await readAsked(tx, roots)
  const message = await mayContact(tx, roots, 'message')
  const mail = await mayContact(tx, roots, 'mail')
  return roots.map((root) => {
    const contact = contacts.get(root)
    return {
      accounts: accounts.get(root) ?? [],
      isColleague: relations.get(root)?.has('employee') ?? false,
      isCompetitor: relations.get(root)?.has('competitor') ?? false,
      may: { message: message.get(root) ?? 'yes', mail: mail.get(root) ?? 'no-consent' },
      daysSinceContact: contact?.days ?? null,
      contactsInMonth: contact?.inMonth ?? 0,
      isAsked: asked.has(root),
    }
  })
}

const wantedOf = (roots: readonly string[]) => sql`
  unnest(${[...roots]}::uuid[]) as wanted (id) ${ORIGINALS}`

interface AccountRow extends KnownAccount {
  root: string
  kind: HandleKind
}

/** Accounts that are theirs today, the oldest first. */
async function readAccountsOf(tx: Transaction, roots: readonly string[]) {
  const { rows } = await sql<AccountRow>`
    select wanted.id as root, h.id as "handleId", h.platform, h.kind,
      h.deleted_at is not null as "isDeleted",
      exists (select from organisation_handle g where g.workspace_id = h.workspace_id
        and g.handle_id = h.id) as "isOfOrganisation",
      h.platform = 'mail' or exists (select from handle_signal s
        where s.workspace_id = h.workspace_id and s.handle_id = h.id and s.kind = 'email') as "hasMail"
    from ${wantedOf(roots)}
    cross join lateral (
      select o.handle_id from handle_ownership o
      where o.person_id = original.original_id and o.until is null offset 0) o
    cross join lateral (select * from handle where handle.id = o.handle_id offset 0) h
    order by h.id`.execute(tx)
  const found = new Map<string, AccountRow[]>()
  for (const row of rows) {
    const known = found.get(row.root)
    if (known === undefined) found.set(row.root, [row])
    else known.push(row)
  }
  return found
}

/**
 * Who works for us, and who is or works for a competitor: as is said of the person or of an
 * organisation where they belong today. Ourselves are the organisations that rules name as our own.
 */
async function readRelations(tx: Transaction, roots: readonly string[]) {
  const { rows } = await sql<{ root: string; kind: 'employee' | 'competitor' }>`
    with wanted as materialized (select wanted.id as root, original.original_id as id
      from ${wantedOf(roots)}),
    workplace as (
      select organisation_id as id, kind from relation
      where organisation_id is not null and kind in ('employee', 'competitor') and ${HOLDS}
      union
      select c.organisation_id, 'employee' from relation_rule rule
      join relation_rule_condition c on c.rule_id = rule.id and c.condition = 'own-organisation'
      where rule.is_on and rule.removed_at is null and c.organisation_id is not null
    )
    select w.root, r.kind from wanted w join relation r on r.person_id = w.id
    where r.kind in ('employee', 'competitor') and ${HOLDS}
    union
    select w.root, p.kind from wanted w join affiliation r on r.person_id = w.id
    join workplace p on p.id = r.organisation_id where ${HOLDS}`.execute(tx)
  const found = new Map<string, Set<string>>()
  for (const { root, kind } of rows) found.set(root, (found.get(root) ?? new Set()).add(kind))
  return found
}

const HOLDS = sql`(since is null or since <= current_date) and (until is null or until >= current_date)`

/**
 * When we were last in touch with them, and how often in the last month: as members wrote down, and as
 * colleagues answered or addressed them in public. Of the latter each day counts once, as a whole.
 */
async function readContacts(tx: Transaction, roots: readonly string[], now: Date) {
  const ours = [...(await loadSides(tx)).ours]
  const { rows } = await sql<{ root: string; last: Date; inMonth: number }>`
    with wanted as materialized (select wanted.id as root, original.original_id as id
      from ${wantedOf(roots)})
    select root, max(at) as last,
      count(*) filter (where at > ${now}::timestamptz - make_interval(days => ${MONTH_DAYS}))::integer
        as "inMonth"
    from (
      select distinct w.root, c.id, c.at from wanted w
      join contact_person p on p.person_id = w.id
      join contact c on c.workspace_id = p.workspace_id and c.id = p.contact_id
      union
      select w.root, p.id, p.on_day::timestamptz from wanted w
      join programme_contact p on p.person_id = w.id
      union
      select w.root, null, least(${now}::timestamptz,
        (t.day + 1)::timestamp at time zone (select time_zone from workspace))
      from wanted w
      cross join lateral (
        select o.handle_id from handle_ownership o
        where o.person_id = w.id and o.until is null offset 0) o
      cross join lateral (
        select day from tie where tie.to_handle_id = o.handle_id
          and tie.from_handle_id = any(${ours}::uuid[]) and tie.answers + tie.mentions > 0
          and tie.day <= (${now}::timestamptz
            at time zone (select time_zone from workspace))::date offset 0) t
    ) met
    where at <= ${now} group by root`.execute(tx)
  return new Map(
    rows.map(({ root, last, inMonth }) => {
      const days = (now.getTime() - last.getTime()) / 86_400_000
      return [root, { days, inMonth }]
    }),
  )
}

/** Who has an open task of an earlier plan. */
async function readAsked(tx: Transaction, roots: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ root: string }>`
    select distinct wanted.id as root from ${wantedOf(roots)}
    cross join lateral (select t.id from task t
      where t.person_id = original.original_id and t.done_at is null offset 0) t
    join engagement_plan_person p on p.task_id = t.id`.execute(tx)
  return new Set(rows.map(({ root }) => root))
}

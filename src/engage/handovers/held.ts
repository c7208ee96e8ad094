import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type NextContact, nextContactsOf, originalsOf } from '#understand/index.ts'
import { LIMITS } from '#vocabulary/index.ts'
import type { AboutInput } from '../subjects.ts'

/** A promise that is still open. */
export interface HeldTask {
  id: string
  title: string
  dueOn: string | null
}

/** What a member looks after, with the promises that go along with it. */
export interface HeldSubject extends AboutInput {
  name: string
  tasks: HeldTask[]
  contacts: { kind: NextContact['kind']; nextOn: string }[]
}

export interface Held {
  items: HeldSubject[]
  /** There is more than can be handed over at once. */
  isMore: boolean
  /** Open tasks, and next contacts, about nothing of it: they go along with everything only. */
  otherTasks: HeldTask[]
  otherContacts: { kind: NextContact['kind']; name: string; nextOn: string }[]
}

/**
 * What a member looks after: people and organisations, and deals that are open; what was
 * merged by its root. By kind and id; at most `limit`.
 */
export async function ownedBy(
  tx: Transaction,
  memberId: string,
  limit: number,
): Promise<AboutInput[]> {
  const { rows } = await sql<AboutInput>`
    select distinct kind, id from (
      select 'person' as kind, p.id from owner o join person p on p.id = o.person_id
      where o.member_id = ${memberId}::uuid and o.until is null and p.merged_into is null
      union all
      select case when o.deal_id is null then 'organisation' else 'deal' end, o.subject_id
      from owner o left join deal d on d.id = o.deal_id
      left join organisation g on g.id = o.organisation_id
      where o.member_id = ${memberId}::uuid and o.until is null and o.person_id is null
        and g.merged_into is null
        and (o.deal_id is null or d.state = 'open')
    ) held order by kind, id limit ${limit}`.execute(tx)
  return rows
}

/** What a member would hand over, one by one, with what they promised. */
export async function readHeld(tx: Transaction, memberId: string, now: Date): Promise<Held> {
  const max = LIMITS.bulkRowsMax
  const owned = await ownedBy(tx, memberId, max + 1)
  const subjects = owned.slice(0, max)
  const names = await namesOf(tx, subjects)
  const tasks = await openTasks(tx, memberId, max)
  const contacts = await nextContactsOf(tx, memberId, now, max)
  const key = ({ kind, id }: AboutInput) => `${kind} ${id}`
  const held = new Set(subjects.map(key))
  const tasksOf = Map.groupBy(tasks, ({ about }) => (held.has(about) ? about : ''))
  const contactsOf = Map.groupBy(contacts, ({ of }) => (held.has(key(of)) ? key(of) : ''))
  const shown = ({ id, title, dueOn }: HeldTask): HeldTask => ({ id, title, dueOn })
  return {
    items: subjects.map((one) => ({
      ...{ kind: one.kind, id: one.id, name: names.get(one.id) ?? '' },
      tasks: (tasksOf.get(key(one)) ?? []).map(shown),
      contacts: (contactsOf.get(key(one)) ?? []).map(({ kind, nextOn }) => ({ kind, nextOn })),
    })),
    isMore: owned.length > max,
    otherTasks: (tasksOf.get('') ?? []).map(shown),
    otherContacts: (contactsOf.get('') ?? []).map(({ kind, nextOn, of }) => {
      return { kind, nextOn, name: of.name }
    }),
  }
}

async function namesOf(
  tx: Transaction,
  subjects: readonly AboutInput[],
): Promise<Map<string, string>> {
  const ids = subjects.map(({ id }) => id)
  const { rows } = await sql<{ id: string; name: string }>`
    select id, display_name as name from person where id = any(${ids}::uuid[])
    union all select id, name from organisation where id = any(${ids}::uuid[])
    union all select id, name from deal where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Open tasks of a member, the most urgent first, with what they are about: a merged person as the root. */
async function openTasks(
  tx: Transaction,
  memberId: string,
  limit: number,
): Promise<(HeldTask & { about: string })[]> {
  const { rows } = await sql<HeldTask & { about: string }>`
    select t.id, t.title, t.due_on::text as "dueOn",
      case when p.id is not null then 'person ' || case when p.merged_into is null then p.id
          else p.merged_into end
        when t.organisation_id is not null then 'organisation ' || t.organisation_id
        when t.deal_id is not null then 'deal ' || t.deal_id else '' end as about
    from task t left join person p on p.id = t.person_id
    where t.owner_id = ${memberId}::uuid and t.done_at is null
    order by t.due_key, t.id limit ${limit}`.execute(tx)
  return rows
}

/** The next contacts of a member that are with one of these; a person by any of the merged ones. */
export async function contactsAbout(
  tx: Transaction,
  memberId: string,
  ids: readonly string[],
  now: Date,
): Promise<NextContact[]> {
  const named = new Set(ids)
  const contacts = await nextContactsOf(tx, memberId, now, LIMITS.bulkRowsMax)
  const found: NextContact[] = []
  for (const contact of contacts) {
    const { kind, id } = contact.of
    const own = kind === 'person' ? await originalsOf(tx, id) : [id]
    if (own.some((one) => named.has(one))) found.push(contact)
  }
  return found
}

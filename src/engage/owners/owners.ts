import { sql } from 'kysely'
import { beforeAndAfter } from '#store/audit-chain.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import type { OwnerRank } from '#vocabulary/index.ts'
import { departmentsDuring } from '../departments/assignments.ts'
import type { Department } from '../departments/departments.ts'
import { journalCard, newRowId, rowsAbout, type Subject, subjectColumns } from '../subject-rows.ts'
import { type Colleague, colleague } from '../subjects.ts'

/** Who looks after a subject, now or for a while; times in RFC 3339. */
export interface Ownership {
  rank: OwnerRank
  member: Colleague | null
  since: string
  until: string | null
  /** In which the member was meanwhile, in order. */
  departments: Department[]
}

export type OwnersToday = Record<OwnerRank, string | null>

/** Who looks after it today; of merged people whoever looks after the root, to whom merges bring theirs. */
export async function ownersOf(tx: Transaction, subject: Subject): Promise<OwnersToday> {
  const { rows } = await sql<{ rank: OwnerRank; member_id: string }>`
    select rank, member_id from owner
    where subject_id = ${subject.id}::uuid and until is null`.execute(tx)
  const held = new Map(rows.map(({ rank, member_id }) => [rank, member_id]))
  return { main: held.get('main') ?? null, second: held.get('second') ?? null }
}

const HISTORY_MAX = 100

/**
 * Who looked after it and does, newest first. Whoever looked after somebody that was merged into it did
 * so until the merge.
 */
export async function ownersHistory(
  tx: Transaction,
  subject: Subject,
  now: Date,
): Promise<Ownership[]> {
  const { rows } = await sql<{
    rank: OwnerRank
    member_id: string
    since: Date
    until: Date | null
  }>`
    select rank, member_id, since, case when until is null and subject_id <> ${subject.id}::uuid then (
        select greatest(m.made_at, owner.since) from person_merge m
        where m.merged_id = owner.subject_id and m.undone_at is null) else until end as until
    from owner where ${rowsAbout(subject.ids)}
    order by since desc, id desc limit ${HISTORY_MAX}`.execute(tx)
  const tenures = rows.map(({ rank, member_id, since, until }) => ({
    ...{ rank, member: colleague(member_id), since: since.toISOString() },
    until: until?.toISOString() ?? null,
  }))
  const departments = await departmentsDuring(tx, tenures, now)
  return tenures.map((tenure, at) => ({ ...tenure, departments: departments[at] ?? [] }))
}

/**
 * Says who looks after a subject from now on; null for nobody, absent for who does. Answers the ranks
 * that changed. Of merged people the root's alone: whoever was merged into it has theirs back at an
 * unmerge. A person's are journalled.
 */
export async function recordOwners(
  tx: Transaction,
  subject: Subject,
  wanted: { [Rank in OwnerRank]?: string | null | undefined },
  change: ChangeInWorkspace,
): Promise<OwnerRank[]> {
  const before = await ownersOf(tx, subject)
  const changed: OwnerRank[] = []
  for (const rank of ['main', 'second'] as const) {
    const member = wanted[rank]
    if (member === undefined || member === before[rank]) continue
    await endOwners(tx, subject, rank, change)
    if (member !== null) await beginOwner(tx, subject, rank, member, change)
    changed.push(rank)
  }
  await journalCard(
    tx,
    subject,
    changed.map((rank) => {
      return { field: `owner:${rank}`, from: before[rank], to: wanted[rank] ?? null } as const
    }),
    change,
  )
  return changed
}

function endOwners(
  tx: Transaction,
  { id }: Subject,
  rank: OwnerRank,
  { now, authorId }: ChangeInWorkspace,
) {
  return sql`
    update owner set until = greatest(${now}, since), ended_by = ${authorId}::uuid
    where rank = ${rank} and until is null and subject_id = ${id}::uuid`.execute(tx)
}

async function beginOwner(
  tx: Transaction,
  subject: Subject,
  rank: OwnerRank,
  memberId: string,
  change: ChangeInWorkspace,
): Promise<void> {
  await tx
    .insertInto('owner')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id: newRowId(change), ...subjectColumns(subject) },
      ...{ rank, member_id: memberId, since: change.now, until: null },
      ...{ set_by: change.authorId, ended_by: null },
    })
    .execute()
}

/** Records who looks after a person or an organisation (`<subject>.owner-changed`). */
export async function setOwners(
  tx: Transaction,
  subject: Subject,
  wanted: { [Rank in OwnerRank]?: string | null | undefined },
  change: ChangeInWorkspace,
): Promise<void> {
  const before = await ownersOf(tx, subject)
  const changed = await recordOwners(tx, subject, wanted, change)
  if (changed.length === 0) return
  const values = changed.flatMap((rank) => beforeAndAfter(null, rank, before[rank], wanted[rank]))
  const { authorId, random } = change
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: `${subject.kind}.owner-changed`, subjectId: subject.id, authorId, detail: changed },
    audited: { random, values },
  })
}

/** What a member looks after, main or second. */
export interface OwnedFigures {
  member: Colleague | null
  people: number
  organisations: number
  deals: number
  openTasks: number
}

/** Every member who looks after something, with how much; of deals and tasks the open ones. */
export async function countOwned(tx: Transaction): Promise<OwnedFigures[]> {
  const { rows } = await sql<{
    member_id: string
    people: number
    organisations: number
    deals: number
    tasks: number
  }>`
    select member_id, count(distinct person)::integer as people,
      count(distinct organisation_id)::integer as organisations,
      count(distinct deal_id)::integer as deals, count(distinct task)::integer as tasks
    from (
      select o.member_id, p.id as person,
        o.organisation_id, d.id as deal_id, null::uuid as task
      from owner o left join person p on p.id = o.person_id
      left join deal d on d.id = o.deal_id and d.state = 'open'
      left join organisation g on g.id = o.organisation_id
      where o.until is null and p.merged_into is null and g.merged_into is null
      union all
      select t.owner_id, null, null, null, t.id from task t
      where t.done_at is null and t.owner_id is not null
    ) held group by member_id order by member_id`.execute(tx)
  return rows.map(({ member_id, tasks, ...figures }) => ({
    ...{ member: colleague(member_id), openTasks: tasks },
    ...figures,
  }))
}

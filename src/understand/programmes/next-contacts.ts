import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { RelationCode } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { todayIn } from '../relations/today.ts'
import { patchProgramme, putMember } from './change-programmes.ts'
import { membersOf } from './members-of.ts'

/** When a member is to be in touch with somebody next, by which programme. */
export interface NextContact {
  programmeId: string
  kind: RelationCode
  of: { kind: 'person' | 'organisation'; id: string; name: string }
  /** YYYY-MM-DD. */
  nextOn: string
}

/** With whom a member is to be in touch next, the most overdue first, at most `limit`. */
export async function nextContactsOf(
  tx: Transaction,
  memberId: string,
  now: Date,
  limit: number,
): Promise<NextContact[]> {
  const today = await todayIn(tx, now)
  const { rows } = await sql<{
    programmeId: string
    kind: RelationCode
    personId: string | null
    id: string
    name: string
    nextOn: string
  }>`
    select m.programme_id as "programmeId", g.kind, m.person_id as "personId", subject.id,
      subject.name, m.next_on::text as "nextOn"
    from (${membersOf(sql`true`, today)}) m
    join programme g on g.id = m.programme_id
    cross join lateral (
      select p.id, p.display_name as name from person p where p.id = m.person_id
      union all
      select o.id, o.name from organisation o where o.id = m.organisation_id) subject
    where m.owner_id = ${memberId}::uuid
    order by m.next_on, subject.id limit ${limit}::integer`.execute(tx)
  return rows.map(({ programmeId, kind, personId, id, name, nextOn }) => ({
    ...{ programmeId, kind, nextOn },
    of: { kind: personId === null ? 'organisation' : 'person', id, name },
  }))
}

/** Makes another member be in touch next, one by one. */
export async function passContactsOn(
  tx: Transaction,
  contacts: readonly NextContact[],
  to: string,
  change: ChangeInWorkspace,
): Promise<void> {
  for (const { programmeId, of } of contacts) {
    const subject = of.kind === 'person' ? { person: of.id } : { organisation: of.id }
    await putMember(tx, programmeId, { ...subject, owner: to }, change)
  }
}

/** Makes another member the owner of all programmes that one owns. */
export async function passProgrammesOn(
  tx: Transaction,
  from: string,
  to: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const owned = await tx.selectFrom('programme').select('id').where('owner_id', '=', from).execute()
  for (const { id } of owned) await patchProgramme(tx, id, { owner: to }, change)
}

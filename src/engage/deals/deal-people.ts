import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { originalsOf } from '#understand/index.ts'
import type { DealRole } from '#vocabulary/index.ts'
import { personMeant } from '../subjects.ts'

export interface DealPersonInput {
  person: string
  role: DealRole
  isMain?: boolean | undefined
}

/**
 * Brings those who take part to what is given. A person who takes part already, or one merged into
 * them, keeps the row with which they were named, so that an unmerge finds everybody at their deal.
 * The first is the main one where none is. Throws `bad-input` for somebody who is not there.
 */
export async function writeDealPeople(
  tx: Transaction,
  dealId: string,
  people: readonly DealPersonInput[],
): Promise<void> {
  const wanted = await rootsOf(tx, people)
  const held = await tx
    .selectFrom('deal_person')
    .select('person_id')
    .where('deal_id', '=', dealId)
    .orderBy('person_id')
    .execute()
  const main = [...wanted].find(([, { isMain }]) => isMain)?.[0] ?? [...wanted.keys()][0]
  // Nobody is the main one for a moment: there is never more than one.
  await tx
    .updateTable('deal_person')
    .set({ is_main: false })
    .where('deal_id', '=', dealId)
    .execute()
  const kept = new Set<string>()
  for (const [root, { role }] of wanted) {
    const originals = await originalsOf(tx, root)
    const own = held.filter(({ person_id }) => originals.includes(person_id))
    const rows = own.length === 0 ? [root] : own.map(({ person_id }) => person_id)
    for (const [i, id] of rows.entries()) {
      kept.add(id)
      await writePerson(tx, dealId, id, role, root === main && i === 0)
    }
  }
  const gone = held.map(({ person_id }) => person_id).filter((id) => !kept.has(id))
  await sql`delete from deal_person where deal_id = ${dealId}::uuid
    and person_id = any(${gone}::uuid[])`.execute(tx)
}

/** By root; of a person who is named twice the last counts, the main one before others. */
async function rootsOf(
  tx: Transaction,
  people: readonly DealPersonInput[],
): Promise<Map<string, DealPersonInput>> {
  const roots = new Map<string, DealPersonInput>()
  for (const person of people) {
    const root = await personMeant(tx, person.person, 'people')
    const isMain = person.isMain === true || roots.get(root)?.isMain === true
    roots.set(root, { ...person, isMain })
  }
  return roots
}

async function writePerson(
  tx: Transaction,
  dealId: string,
  personId: string,
  role: DealRole,
  isMain: boolean,
): Promise<void> {
  await sql`
    insert into deal_person (workspace_id, deal_id, person_id, role, is_main)
    select workspace_id, id, ${personId}::uuid, ${role}, ${isMain} from deal where id = ${dealId}::uuid
    on conflict (workspace_id, deal_id, person_id) do update
      set role = excluded.role, is_main = excluded.is_main`.execute(tx)
}

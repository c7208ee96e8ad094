import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { countVoices } from './count-voices.ts'

/**
 * How many speak in posts, by key: a person is one voice however often they speak, and so are the
 * people who post copies of one text. `said` is a row set of `key` (text), `person_id` and
 * `activity_id`. People are counted where they are; only those who posted copies come along, to be
 * joined. Keys without posts are missing.
 */
export async function voicesOf(
  tx: Transaction,
  said: RawBuilder<unknown>,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; people: number; linked: string[] | null }>`
    with said as materialized (${said}),
      people as (select key, count(*)::integer as people
        from (select key, person_id from said group by 1, 2) once group by key),
      linked as (select said.key, array_agg(distinct said.person_id || ' ' || c.copy_of) as linked
        from said join post_copy c on c.activity_id = said.activity_id group by said.key)
    select people.key, people.people, linked.linked
    from people left join linked on linked.key = people.key`.execute(tx)
  return new Map(rows.map(({ key, people, linked }) => [key, joined(people, linked ?? [])]))
}

function joined(people: number, linked: readonly string[]): number {
  const pairs = linked.map((pair) => {
    const [personId = '', copyOf = ''] = pair.split(' ')
    return { personId, copyOf }
  })
  const linkedPeople = new Set(pairs.map(({ personId }) => personId)).size
  return people - linkedPeople + countVoices(pairs)
}

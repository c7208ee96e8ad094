import { sql } from 'kysely'
import { searchTokens, toTsVectorLiteral } from '#language/index.ts'
import type { Transaction } from '#store/door.ts'
import { ORIGINALS } from './hydrate-people.ts'

interface NameRow {
  root_id: string
  names: (string | null)[]
}

/** All that the people (roots) are called: own names, readings, names and addresses of handles. */
export async function namesToSearch(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const own = await sql<NameRow>`
    select wanted.id as root_id,
      array[p.display_name, p.family_name, p.given_name, p.name_reading] as names
    from unnest(${ids}::uuid[]) as wanted (id) ${ORIGINALS}
    cross join lateral (select * from person where person.id = original.original_id offset 0) p
  `.execute(tx)
  const handles = await sql<NameRow>`
    select wanted.id as root_id, array[h.display_name, h.username] as names
    from unnest(${ids}::uuid[]) as wanted (id) ${ORIGINALS}
    cross join lateral (
      select handle_id from handle_ownership o
      where o.person_id = original.original_id and o.until is null offset 0) o
    cross join lateral (select * from handle where handle.id = o.handle_id offset 0) h
  `.execute(tx)
  const found = new Map<string, string[]>()
  for (const { root_id, names } of [...own.rows, ...handles.rows]) {
    found.set(root_id, [...(found.get(root_id) ?? []), ...searchableNames(names)])
  }
  return found
}

/** The names that are there, each also without spaces: 山田太郎 finds 山田 太郎. */
function searchableNames(names: readonly (string | null)[]): string[] {
  const known = names.filter((name) => name !== null && name !== '') as string[]
  const closed = known.map((name) => name.replace(/\s+/gu, ''))
  return [...new Set([...known, ...closed])]
}

/** Search tokens of names, as the text of a `tsvector`. */
export function nameTokens(names: readonly (string | null)[]): string {
  return toTsVectorLiteral(searchTokens(searchableNames(names).join('\n')))
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { SubjectKind } from '#vocabulary/index.ts'
import { ORIGINALS } from './hydrate-people.ts'

/** What colleagues keep of a person, an organisation or a deal, as a table can hold it. */
export interface ExportedCard {
  ownerId: string | null
  secondOwnerId: string | null
  /** Names, in their order. */
  tags: string[]
  /** The oldest first. */
  notes: string[]
  /**
   * Those that hold first. Built-in kinds by their code, those that the workspace added by their name; days
   * as YYYY-MM-DD. Of deals none.
   */
  relations: { kind: string; since: string | null; until: string | null }[]
}

/** The cards of subjects by their ids; merged people are one, found by the root. */
export async function exportCards(
  tx: Transaction,
  subject: SubjectKind,
  ids: readonly string[],
): Promise<Map<string, ExportedCard>> {
  const own = sql`(select wanted.id as original_id) original`
  const originals =
    subject === 'person'
      ? sql`(select original.original_id from (select wanted.id) same ${ORIGINALS}) original`
      : own
  const column = sql.ref(`${subject}_id`)
  const owner = (rank: string) => sql`(select member_id from owner o
    where o.subject_id = wanted.id and o.rank = ${rank} and o.until is null)`
  const { rows } = await sql<{ id: string } & ExportedCard>`
    select wanted.id, ${owner('main')} as "ownerId", ${owner('second')} as "secondOwnerId",
      array(select t.name from tagging g join tag t on t.id = g.tag_id
        where g.subject_id = wanted.id order by t.name_key) as tags,
      array(select n.text from ${originals}
        cross join lateral (select id, text, created_at from note
          where note.${column} = original.original_id offset 0) n
        order by n.created_at, n.id) as notes,
      ${subject === 'deal' ? sql`'[]'::json` : relationsOf(column, originals)} as relations
    from unnest(${ids}::uuid[]) as wanted(id)`.execute(tx)
  return new Map(rows.map(({ id, ...card }) => [id, card]))
}

function relationsOf(column: ReturnType<typeof sql.ref>, originals: ReturnType<typeof sql>) {
  return sql`coalesce((
    select json_agg(json_build_object('kind', held.kind, 'since', held.since, 'until', held.until)
      order by held.until is not null, held.kind, held.since, held.until)
    from (
      select distinct r.kind, r.since, r.until from ${originals}
      cross join lateral (
        select case when own.id is null then r.kind when w.language = 'ja' then own.name_ja
          else own.name_en end as kind, r.since, r.until
        from relation r join workspace w on w.id = r.workspace_id
        left join relation_kind own on own.workspace_id = r.workspace_id and own.id = r.custom_kind_id
        where r.${column} = original.original_id offset 0) r) held), '[]'::json)`
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { addCounts } from '../count-table.ts'
import { dayIn } from '../day-of.ts'
import type { Move } from '../journey.ts'
import { MOVE_DAY } from '../move-journeys.ts'
import { recountOpinion } from '../opinions/recount-opinion.ts'
import { type MovedPerson, rebuildPeopleJourneys } from '../walk-journeys.ts'

/** What a merge, an unmerge or a split is made in; the workspace is held (see remove-topics.ts). */
export interface Recounting {
  workspaceId: string
  now: Date
}

/**
 * Makes what is derived for these persons anew, after merges or ownerships have changed: sums of the
 * roots among them, journeys with the moves counted by day, and the voices of opinions that more than
 * one of them is heard in. `roots` are those before and after, `rehandled` those whose accounts changed.
 */
export async function recountPeople(
  tx: Transaction,
  recounting: Recounting,
  { roots, rehandled = [] }: { roots: readonly string[]; rehandled?: readonly string[] },
): Promise<void> {
  if (rehandled.length > 0) await recountOriginals(tx, recounting.workspaceId, rehandled)
  await recountRoots(tx, recounting.workspaceId, roots)
  await recountJourneys(tx, recounting.workspaceId, roots)
  await recountVoices(tx, recounting, roots)
}

async function recountOriginals(
  tx: Transaction,
  workspaceId: string,
  people: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('person_summary')
    .where('person_id', 'in', [...people])
    .execute()
  await sql`
    insert into person_summary (workspace_id, person_id, posts, activities, first_at, last_at)
    select ${workspaceId}::uuid, wanted.id, sum(a.posts), count(*), min(a.published_at), max(a.published_at)
    from unnest(${people}::uuid[]) as wanted (id)
    cross join lateral (
      select o.handle_id from handle_ownership o
      where o.person_id = wanted.id and o.until is null offset 0) o
    cross join lateral (
      select a.published_at, (select count(*) from reading r where r.activity_id = a.id) as posts
      from activity a where a.handle_id = o.handle_id and a.deleted_at is null offset 0) a
    group by wanted.id`.execute(tx)
}

async function recountRoots(
  tx: Transaction,
  workspaceId: string,
  people: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('root_summary')
    .where('person_id', 'in', [...people])
    .execute()
  await sql`
    insert into root_summary (workspace_id, person_id, posts, activities, first_at, last_at)
    select ${workspaceId}::uuid, root.id, sum(s.posts), sum(s.activities), min(s.first_at), max(s.last_at)
    from unnest(${people}::uuid[]) as wanted (id)
    cross join lateral (
      select p.id from person p where p.id = wanted.id and p.merged_into is null offset 0) root
    cross join lateral (
      select root.id as original_id
      union all select m.id from person m where m.merged_into = root.id) original
    cross join lateral (
      select * from person_summary s where s.person_id = original.original_id offset 0) s
    group by root.id`.execute(tx)
}

async function recountJourneys(
  tx: Transaction,
  workspaceId: string,
  people: readonly string[],
): Promise<void> {
  const { time_zone } = await tx
    .selectFrom('workspace')
    .select('time_zone')
    .executeTakeFirstOrThrow()
  const dayOf = dayIn(time_zone)
  const { lost, gained } = await rebuildPeopleJourneys(tx, workspaceId, people)
  const cellOf = (count: 1 | -1) => (move: MovedPerson) => ({
    parts: [move.topicId, dayOf(move.at), ...partsOf(move)],
    count,
  })
  await addCounts({ tx, workspaceId }, MOVE_DAY, [
    ...lost.map(cellOf(-1)),
    ...gained.map(cellOf(1)),
  ])
}

function partsOf({ from, to, stance }: Pick<Move, 'from' | 'to' | 'stance'>): string[] {
  return [from, to, stance]
}

/** Opinions in which at least two of the persons are heard: only there do voices become more or fewer. */
async function recountVoices(
  tx: Transaction,
  { workspaceId, now }: Recounting,
  people: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select o.shown_id as id
    from unnest(${people}::uuid[]) as wanted (id)
    cross join lateral (
      select p.id from person p where p.id = wanted.id
      union all select m.id from person m where m.merged_into = wanted.id) original
    cross join lateral (
      select h.handle_id from handle_ownership h
      where h.person_id = original.id and h.until is null offset 0) h
    cross join lateral (
      select a.id from activity a where a.handle_id = h.handle_id offset 0) a
    cross join lateral (
      select o.shown_id from opinion_post o where o.activity_id = a.id offset 0) o
    group by o.shown_id having count(distinct h.handle_id) > 1
    order by o.shown_id`.execute(tx)
  for (const { id } of rows) await recountOpinion(tx, workspaceId, id, now)
}

import { sql } from 'kysely'
import { type ListedActivity, listActivitiesById } from '#listen/index.ts'
import type { Listed, PageRequest } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import type { OwnershipReason } from '#store/tables.ts'
import { EnishiError, type Stage, type Stance, type TopicKind } from '#vocabulary/index.ts'
import { hydratePeople, type ListedPerson, ORIGINALS } from './hydrate-people.ts'
import { type PeopleFilter, scanPeople } from './scan-people.ts'
import { type PeopleSort, readPosition, writePosition } from './walk-people.ts'

/**
 * People by last activity, by number of posts (both most first) or by name. Merged people are one,
 * with sums over all of them. A page may be short, even empty, with a `next` that goes on. Throws
 * `bad-input` for a cursor of another list.
 */
export async function listPeople(
  tx: Transaction,
  filter: PeopleFilter & { sort: PeopleSort },
  page: PageRequest,
): Promise<Listed<ListedPerson>> {
  const { items, next } = await findPeople(tx, filter, page)
  return { items: await hydratePeople(tx, items), next }
}

/** The same people, only their ids. */
export async function findPeople(
  tx: Transaction,
  filter: PeopleFilter & { sort: PeopleSort },
  page: PageRequest,
): Promise<Listed<string>> {
  const { sort } = filter
  const after = page.cursor === undefined ? null : readPosition(sort, page.cursor)
  const { positions, next } = await scanPeople(tx, filter, sort, after, page.limit)
  return {
    items: positions.map(({ id }) => id),
    next: next === null ? null : writePosition(sort, next),
  }
}

/** A person with the reasons why handles are theirs, and where they stand for each topic. */
export interface PersonInFull extends ListedPerson {
  ownerships: {
    handleId: string
    /** The original person who owns it: the root, or one that was merged into it. */
    personId: string
    reason: OwnershipReason
    since: string | null
  }[]
  stages: {
    topic: { id: string; name: string; kind: TopicKind }
    stage: Stage
    stance: Stance
    /** The post that shows it. */
    shownBy: ListedActivity
  }[]
}

/** One person; the id of a merged one answers whom it was merged into. Throws `not-found`. */
export async function getPerson(tx: Transaction, id: string): Promise<PersonInFull> {
  const root = await rootOf(tx, id)
  const [person] = await hydratePeople(tx, [root])
  if (person === undefined) throw noPerson()
  const ownerships = await readOwnerships(tx, root)
  return { ...person, ownerships, stages: await readStages(tx, root) }
}

/** The person that this one is shown as. Throws `not-found`. */
export async function rootOf(tx: Transaction, id: string): Promise<string> {
  const person = await tx
    .selectFrom('person')
    .select(['id', 'merged_into'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (person === undefined) throw noPerson()
  return person.merged_into ?? person.id
}

async function readOwnerships(tx: Transaction, root: string): Promise<PersonInFull['ownerships']> {
  const { rows } = await sql<{
    handle_id: string
    person_id: string
    reason: OwnershipReason
    since: Date | null
  }>`
    select o.handle_id, o.person_id, o.reason, nullif(o.since, '-infinity') as since
    from (select ${root}::uuid as id) wanted ${ORIGINALS}
    join handle_ownership o on o.person_id = original.original_id and o.until is null
    order by o.handle_id
  `.execute(tx)
  return rows.map(({ handle_id, person_id, reason, since }) => ({
    handleId: handle_id,
    personId: person_id,
    reason,
    since: since?.toISOString() ?? null,
  }))
}

interface StageRow {
  topic_id: string
  name: string
  kind: TopicKind
  stage: Stage
  stance: Stance
  activity_id: string
}

/** Of several merged persons the one whose post is the latest tells where they stand. */
async function readStages(tx: Transaction, root: string): Promise<PersonInFull['stages']> {
  const { rows } = await sql<StageRow>`
    select distinct on (t.name, t.id) t.id as topic_id, t.name, t.kind, j.stage, j.stance, j.activity_id
    from (select ${root}::uuid as id) wanted ${ORIGINALS}
    join journey_stage j on j.person_id = original.original_id
    join topic t on t.id = j.topic_id and t.deleted_at is null
    order by t.name, t.id, j.activity_id desc
  `.execute(tx)
  const posts = await listActivitiesById(
    tx,
    rows.map(({ activity_id }) => activity_id),
  )
  return rows.flatMap(({ topic_id, name, kind, stage, stance, activity_id }) => {
    const shownBy = posts.get(activity_id)
    const topic = { id: topic_id, name, kind }
    return shownBy === undefined ? [] : [{ topic, stage, stance, shownBy }]
  })
}

export function noPerson(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such person. Look for them in the list of people.',
      ja: 'この人物は見つかりません。人物の一覧から探してください。',
    },
    { field: 'id' },
  )
}

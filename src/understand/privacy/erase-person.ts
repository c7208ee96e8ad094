import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { EnishiError, uuidV7 } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { holdPeople } from '../merges/hold-people.ts'
import { lockPersons } from '../merges/person-fields.ts'
import { askToGroup } from '../opinions/index.ts'
import { recountOpinion } from '../opinions/recount-opinion.ts'
import { unlearn } from '../run-model.ts'
import { tell } from './contact-rules.ts'
import { eraseActivities, marksOfPosts } from './erase-activities.ts'
import { eraseEngagement, eraseNamings, erasePersonRows } from './erase-rows.ts'
import { REACHED_TABLES, type ReachedTable, reachOf, type Whom } from './reach.ts'
import { ensureTombstoneKey, writeTombstones } from './tombstones.ts'
import { findWhom, type KnownWhom } from './whom.ts'

export type RowCounts = Partial<Record<ReachedTable, number>>

/** What an erasure would do. */
export interface ErasurePreview {
  personId: string
  displayName: string
  /** Rows that tell of the person, by table. */
  counts: RowCounts
  /** Whether models have learnt from what they wrote: they go, and learning starts anew. */
  modelsUnlearnt: number
  /** Deals with others in them: they stay with their words. */
  sharedDeals: number
  sharedContacts: number
}

/** That somebody was erased; nothing of who it was. */
export interface Erasure {
  id: string
  erasedAt: Date
  counts: RowCounts
  tombstones: number
}

/** Rows by table that tell of a person; tables without any are left out. */
async function countRows(tx: Transaction, whom: Whom): Promise<RowCounts> {
  const counts: RowCounts = {}
  for (const table of REACHED_TABLES) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)} t where ${reachOf(table).where(whom)}
    `.execute(tx)
    if (rows[0] !== undefined && rows[0].count > 0) counts[table] = rows[0].count
  }
  return counts
}

/** What would go and what would stay; writes nothing. Throws `not-found`. */
export async function previewErasure(tx: Transaction, personId: string): Promise<ErasurePreview> {
  await sql`set local statement_timeout = '60s'`.execute(tx)
  const whom = await findWhom(tx, personId)
  const counts = await countRows(tx, whom)
  const { rows } = await sql<{ deals: number; contacts: number; models: number }>`
    select (select count(*) from deal_person d where ${sharedIn('deal_person', 'deal_id', whom)}) as deals,
      (select count(*) from contact_person d
        where ${sharedIn('contact_person', 'contact_id', whom)}) as contacts,
      (select count(*) from reader_model where delta is not null) as models`.execute(tx)
  const { deals = 0, contacts = 0, models = 0 } = rows[0] ?? {}
  return {
    ...{ personId: whom.root, displayName: whom.displayName, counts },
    ...{ sharedDeals: deals, sharedContacts: contacts },
    modelsUnlearnt: (counts.post ?? 0) > 0 ? models : 0,
  }
}

function sharedIn(table: 'deal_person' | 'contact_person', key: string, { people }: Whom) {
  return sql`d.person_id = any(${[...people]}::uuid[]) and exists (
    select from ${sql.table(table)} o where o.${sql.ref(key)} = d.${sql.ref(key)}
      and o.person_id <> all(${[...people]}::uuid[]))`
}

/**
 * Erases a person with all that were merged into it: irreversible. Leaves tombstones, by which every
 * intake knows them again and keeps them out, and a row that says that it was done. `confirmation` must
 * be the name under which the person is shown. Records `person.erased`. Throws `not-found`, and
 * `bad-input` for another name.
 */
export async function erasePerson(
  tx: Transaction,
  personId: string,
  confirmation: string,
  change: ChangeInWorkspace,
): Promise<Erasure> {
  await holdPeople(tx)
  const whom = await findWhom(tx, personId)
  if (confirmation.trim() !== whom.displayName.trim()) throw otherName()
  return eraseWhom(tx, whom, change, 'member')
}

/** The same for somebody who was found by a tombstone. The workspace must be held. */
export async function eraseWhom(
  tx: Transaction,
  whom: KnownWhom,
  change: ChangeInWorkspace,
  origin: 'member' | 'replayed',
): Promise<Erasure> {
  const { workspaceId, now, random, authorId } = change
  await lockPersons(tx, whom.people)
  const id = uuidV7(now.getTime(), random)
  const counts = await countRows(tx, whom)
  const key = await ensureTombstoneKey(tx, workspaceId, random)
  const knownBy = [...whom.marks, ...(await marksOfPosts(tx, whom))]
  const tombstones = await writeTombstones(tx, workspaceId, { key, erasureId: id, knownBy })
  const opinions = await opinionsOf(tx, whom)
  await forgetPhrases(tx, whom)
  await eraseNamings(tx, whom)
  await eraseEngagement(tx, whom)
  await eraseActivities(tx, whom, change)
  await erasePersonRows(tx, whom)
  await recountOpinions(tx, opinions, change)
  if ((counts.post ?? 0) > 0) await unlearn(tx, workspaceId, change)
  await tx
    .insertInto('erasure')
    .values({
      ...{ workspace_id: workspaceId, id, person_ids: [...whom.people], erased_at: now },
      ...{ erased_by: authorId, origin, counts: JSON.stringify(counts) },
    })
    .execute()
  const detail = [`tombstones=${tombstones}`, `posts=${counts.post ?? 0}`]
  await tell(tx, 'person.erased', whom.root, detail, change)
  return { id, erasedAt: now, counts, tombstones }
}

/** The words that were found for their communities go; the next search finds them in what others say. */
async function forgetPhrases(tx: Transaction, { handles }: Whom): Promise<void> {
  await sql`update community set phrases = '{}' where id in (select community_id
    from community_member where handle_id = any(${[...handles]}::uuid[]))`.execute(tx)
}

interface Voiced {
  id: string
  topicId: string
}

async function opinionsOf(tx: Transaction, { handles }: Whom): Promise<Voiced[]> {
  const { rows } = await sql<Voiced>`
    select distinct o.id, o.topic_id as "topicId" from activity a
    join opinion_post p on p.workspace_id = a.workspace_id and p.activity_id = a.id
    join opinion o on o.workspace_id = p.workspace_id and o.id = any(array[p.shown_id, p.opinion_id])
    where a.handle_id = any(${[...handles]}::uuid[]) order by 1`.execute(tx)
  return rows
}

/**
 * Opinions that they voiced count anew. The words that were found for these go at once and are found
 * again from what others said; a name that a member gave stays.
 */
async function recountOpinions(
  tx: Transaction,
  opinions: readonly Voiced[],
  change: ChangeInWorkspace,
): Promise<void> {
  for (const { id } of opinions) {
    await recountOpinion(tx, change.workspaceId, id, change.now)
    await tx
      .updateTable('opinion')
      .set({ found_ja: null, found_en: null, centre: [] })
      .where('id', '=', id)
      .execute()
  }
  const topics = [...new Set(opinions.map(({ topicId }) => topicId))]
  const standing =
    topics.length === 0
      ? []
      : await tx
          .selectFrom('topic')
          .select('id')
          .where('id', 'in', topics)
          .where('deleted_at', 'is', null)
          .execute()
  for (const { id } of standing) await askToGroup(tx, id, change)
}

function otherName(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'That is not the name under which this person is shown. Type it as it stands on their page.',
      ja: '入力された名前が、この人の表示名と一致しません。人物ページに表示されているとおりに入力してください。',
    },
    { field: 'confirmation' },
  )
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { EnishiError, uuidV7 } from '#vocabulary/index.ts'
import type { Change } from '../change-topics.ts'
import { getTopic } from '../read-topics.ts'
import { noOpinion, type OpinionRow, opinionRow } from './opinion-row.ts'
import { recountOpinion } from './recount-opinion.ts'

/** A change in a known workspace. */
export interface OpinionChange extends Change {
  workspaceId: string
}

/** Words for an opinion; a language that is left out keeps its own. */
export interface OpinionWords {
  ja?: string | undefined
  en?: string | undefined
}

/** Gives an opinion a name, which no later grouping touches. Records `opinion.renamed`. */
export async function renameOpinion(
  tx: Transaction,
  id: string,
  words: OpinionWords,
  change: OpinionChange,
): Promise<void> {
  const before = await holdOpinion(tx, id)
  await decide(tx, change, {
    ...{ opinion_id: id, kind: 'rename', before_ja: before.name_ja, before_en: before.name_en },
    before_by: before.named_by,
  })
  await tx
    .updateTable('opinion')
    .set({
      name_ja: words.ja ?? before.name_ja,
      name_en: words.en ?? before.name_en,
      // A key has no member; then its workspace did it, which is as much a decision.
      named_by: change.authorId ?? change.workspaceId,
    })
    .where('id', '=', id)
    .execute()
  await tell(tx, 'opinion.renamed', id, change, Object.keys(words))
}

/**
 * Shows others under this one from now on, whatever is found later. All must be of one topic and one
 * kind. Records `opinion.merged`. Throws `not-found`, `bad-input`.
 */
export async function mergeOpinions(
  tx: Transaction,
  id: string,
  others: readonly string[],
  change: OpinionChange,
): Promise<void> {
  const into = await holdOpinion(tx, id)
  const distinct = [...new Set(others)].filter((other) => other !== id).sort()
  if (distinct.length === 0) throw nothingToMerge()
  for (const other of distinct) {
    const from = await holdOpinion(tx, other, 'others')
    if (from.topic_id !== into.topic_id || from.kind !== into.kind) throw notOfOneKind()
    const inside = await tx
      .selectFrom('opinion')
      .select('id')
      .where('merged_into', '=', other)
      .execute()
    await showUnder(tx, [other, ...inside.map((one) => one.id)], id)
    await decide(tx, change, {
      ...{ opinion_id: id, kind: 'merge', others: [other, ...inside.map((one) => one.id)] },
    })
  }
  await recountOpinion(tx, change.workspaceId, id, change.now)
  await tell(tx, 'opinion.merged', id, change, distinct)
}

async function showUnder(tx: Transaction, ids: readonly string[], shownId: string): Promise<void> {
  await sql`update opinion set merged_into = case when id = ${shownId}::uuid then null
    else ${shownId}::uuid end where id = any(${ids}::uuid[])`.execute(tx)
  await sql`update opinion_post set shown_id = ${shownId}::uuid
    where opinion_id = any(${ids}::uuid[])`.execute(tx)
}

/**
 * Takes posts out of an opinion into a new one, where they and their copies stay. Records
 * `opinion.split`. Answers the new one's id. Throws `bad-input` for posts that aren't in it, or when
 * nothing would be left.
 */
export async function splitOpinion(
  tx: Transaction,
  id: string,
  { posts, words }: { posts: readonly string[]; words: OpinionWords },
  change: OpinionChange,
): Promise<string> {
  const from = await holdOpinion(tx, id)
  const { rows: moved } = await sql<{ opinionId: string; activityId: string }>`
    select o.opinion_id as "opinionId", o.activity_id as "activityId" from opinion_post o
    where o.shown_id = ${id}::uuid and o.copy_of in (select asked.copy_of from opinion_post asked
      where asked.shown_id = ${id}::uuid and asked.activity_id = any(${[...posts]}::uuid[]))
  `.execute(tx)
  if (moved.length === 0) throw notItsPosts()
  if (new Set(moved.map(({ activityId }) => activityId)).size >= from.posts) throw nothingLeft()
  const toId = uuidV7(change.now.getTime(), change.random)
  await insertSplit(tx, from, toId, words, change)
  await movePosts(tx, moved, toId)
  await decide(tx, change, { opinion_id: id, kind: 'split', others: [toId] })
  await recountOpinion(tx, change.workspaceId, id, change.now)
  await recountOpinion(tx, change.workspaceId, toId, change.now)
  await tell(tx, 'opinion.split', id, change, [toId])
  return toId
}

async function insertSplit(
  tx: Transaction,
  from: OpinionRow,
  id: string,
  words: OpinionWords,
  { authorId, workspaceId }: OpinionChange,
): Promise<void> {
  await tx
    .insertInto('opinion')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, topic_id: from.topic_id, kind: from.kind },
      ...{ side: from.side, is_split: true, merged_into: null, first_at: null, last_at: null },
      ...{ name_ja: words.ja ?? null, name_en: words.en ?? null, found_ja: null, found_en: null },
      named_by: authorId ?? workspaceId,
    })
    .execute()
}

async function movePosts(
  tx: Transaction,
  moved: readonly { opinionId: string; activityId: string }[],
  toId: string,
): Promise<void> {
  const from = moved.map(({ opinionId }) => opinionId)
  const posts = moved.map(({ activityId }) => activityId)
  const rows = sql`unnest(${from}::uuid[], ${posts}::uuid[]) as moved (opinion_id, activity_id)`
  await sql`insert into opinion_pin (workspace_id, from_id, activity_id, to_id)
    select ${OWN_WORKSPACE}, opinion_id, activity_id, ${toId}::uuid from ${rows}
    on conflict (workspace_id, from_id, activity_id) do update set to_id = excluded.to_id`.execute(
    tx,
  )
  await sql`insert into opinion_post (workspace_id, opinion_id, shown_id, activity_id, copy_of,
      starts_at, ends_at, typical, is_answered)
    select p.workspace_id, ${toId}::uuid, ${toId}::uuid, p.activity_id, p.copy_of, p.starts_at,
      p.ends_at, p.typical, p.is_answered
    from opinion_post p join ${rows} on moved.opinion_id = p.opinion_id
      and moved.activity_id = p.activity_id
    on conflict do nothing`.execute(tx)
  await sql`delete from opinion_post p using ${rows}
    where moved.opinion_id = p.opinion_id and moved.activity_id = p.activity_id`.execute(tx)
}

/** Asks for the opinions of a topic to be found anew; once is enough while that waits. */
export async function askToGroup(
  tx: Transaction,
  topicId: string,
  change: OpinionChange,
): Promise<void> {
  await getTopic(tx, topicId)
  if (await isGrouping(tx, topicId, ['waiting'])) return
  const id = uuidV7(change.now.getTime(), change.random)
  await enqueueJob(tx, OWN_WORKSPACE, { id, kind: 'group-opinions', subjectId: topicId })
  await tell(tx, 'opinions.asked', topicId, change, [])
}

/** Whether a job for the topic is in one of these states. */
export async function isGrouping(
  tx: Transaction,
  topicId: string,
  states: readonly ('waiting' | 'running')[] = ['waiting', 'running'],
): Promise<boolean> {
  const job = await tx
    .selectFrom('job')
    .select('id')
    .where('kind', '=', 'group-opinions')
    .where('subject_id', '=', topicId)
    .where('state', 'in', states)
    .executeTakeFirst()
  return job !== undefined
}

/** Holds the opinion, so that of two members who decide at once the second waits. */
export async function holdOpinion(tx: Transaction, id: string, field = 'id'): Promise<OpinionRow> {
  const row = await opinionRow(tx, id, true)
  if (row === undefined || row.merged_into !== null) throw noOpinion(field)
  return row
}

interface Decided {
  opinion_id: string
  kind: 'rename' | 'merge' | 'split'
  others?: string[]
  before_ja?: string | null
  before_en?: string | null
  before_by?: string | null
}

async function decide(tx: Transaction, change: OpinionChange, decided: Decided): Promise<void> {
  await tx
    .insertInto('opinion_decision')
    .values({
      ...{ before_ja: null, before_en: null, before_by: null, undone_at: null, ...decided },
      ...{ workspace_id: OWN_WORKSPACE, id: uuidV7(change.now.getTime(), change.random) },
      ...{ member_id: change.authorId, made_at: change.now },
    })
    .execute()
}

export function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  { authorId }: OpinionChange,
  detail: string[],
): Promise<void> {
  return writeEvent(tx, OWN_WORKSPACE, { name, subjectId, detail, authorId })
}

function nothingToMerge(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'Choose at least one other opinion to merge into this one.',
      ja: 'この意見にまとめる、別の意見を一つ以上選んでください。',
    },
    { field: 'others' },
  )
}

function notOfOneKind(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'Only opinions of the same topic can be merged, and questions only with questions.',
      ja: 'まとめられるのは同じ話題の意見どうしだけです。質問は質問とだけまとめられます。',
    },
    { field: 'others' },
  )
}

function notItsPosts(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'None of these posts is in the opinion any more. Reload the page and choose again.',
      ja: '選んだ投稿は、もうこの意見に入っていません。ページを読み込み直して選び直してください。',
    },
    { field: 'posts' },
  )
}

function nothingLeft(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'At least one post has to stay. To call the whole opinion something else, rename it.',
      ja: '投稿を一件は残してください。意見全体の呼び方を変えるなら、名前を変更してください。',
    },
    { field: 'posts' },
  )
}

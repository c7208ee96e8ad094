import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { EnishiError, LIMITS, type RandomBytes, type TopicKind, uuidV7 } from '#vocabulary/index.ts'
import { getTopic, type ListedTopic, noTopic } from './read-topics.ts'

/** What a topic is made of. */
export interface TopicInput {
  name: string
  kind: TopicKind
  aliases: string[]
}

export type TopicChange = { [Field in keyof TopicInput]?: TopicInput[Field] | undefined }

/** Who changes something, when, and where fresh ids come from. */
export interface Change {
  authorId: string | null
  now: Date
  random: RandomBytes
}

/**
 * Adds a topic and asks for the log to be searched for its aliases. Records `topic.added`. Throws
 * `conflict` for a name that is taken or a workspace that is full.
 */
export async function addTopic(
  tx: Transaction,
  input: TopicInput,
  change: Change,
): Promise<ListedTopic> {
  await holdTopics(tx)
  await refuseTakenName(tx, input.name, null)
  await refuseFullWorkspace(tx)
  const id = uuidV7(change.now.getTime(), change.random)
  const { name, kind } = input
  await tx
    .insertInto('topic')
    .values({ workspace_id: OWN_WORKSPACE, id, name, kind, applied_at: null })
    .execute()
  await setAliases(tx, id, input.aliases)
  await askToApply(tx, id, change)
  await tell(tx, 'topic.added', id, change)
  return getTopic(tx, id)
}

/**
 * Changes name, kind or aliases; under another name or other aliases the log is searched again.
 * Records `topic.changed` with the names of the fields. Throws `not-found`, `conflict`.
 */
export async function patchTopic(
  tx: Transaction,
  id: string,
  input: TopicChange,
  change: Change,
): Promise<ListedTopic> {
  await holdTopics(tx)
  const before = await getTopic(tx, id)
  const { name = before.name, kind = before.kind, aliases = before.aliases } = input
  await refuseTakenName(tx, name, id)
  await tx.updateTable('topic').set({ name, kind }).where('id', '=', id).execute()
  if (input.aliases !== undefined) await setAliases(tx, id, aliases)
  if (name !== before.name || !isSameSet(aliases, before.aliases)) {
    await tx.updateTable('topic').set({ applied_at: null }).where('id', '=', id).execute()
    await askToApply(tx, id, change)
  }
  await tell(tx, 'topic.changed', id, change, Object.keys(input))
  return getTopic(tx, id)
}

/**
 * Removes a topic: out of sight at once, its name free again; the job then removes what was found
 * for it, which may be much. Records `topic.removed`. Throws `not-found`.
 */
export async function deleteTopic(tx: Transaction, id: string, change: Change): Promise<void> {
  await holdTopics(tx)
  const removed = await tx
    .updateTable('topic')
    .set({ deleted_at: change.now })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (removed.numUpdatedRows === 0n) throw noTopic()
  await tx.deleteFrom('topic_alias').where('topic_id', '=', id).execute()
  await askToApply(tx, id, change)
  await tell(tx, 'topic.removed', id, change)
}

function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  { authorId }: Change,
  detail: string[] = [],
): Promise<void> {
  return writeEvent(tx, OWN_WORKSPACE, { name, subjectId, detail, authorId })
}

/**
 * Says that the topics change. The row's lock makes this wait for the batches in flight, and
 * batches behind it read with the new topics (see listening.ts). Of two members who change topics
 * at once the second waits for the first, so that a name is not taken twice.
 */
async function holdTopics(tx: Transaction): Promise<void> {
  await sql`update workspace set topics_revision = topics_revision + 1`.execute(tx)
}

async function refuseTakenName(tx: Transaction, name: string, ownId: string | null): Promise<void> {
  const taken = await tx
    .selectFrom('topic')
    .select('id')
    .where('name', '=', name)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (taken === undefined || taken.id === ownId) return
  throw new EnishiError(
    'conflict',
    {
      en: `There is a topic “${name}” already. Choose another name, or add the aliases to that topic.`,
      ja: `話題「${name}」は既にあります。別の名前にするか、その話題に別名を追加してください。`,
    },
    { field: 'name' },
  )
}

async function refuseFullWorkspace(tx: Transaction): Promise<void> {
  const { topics } = await tx
    .selectFrom('topic')
    .select((counted) => counted.fn.countAll<number>().as('topics'))
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (topics < LIMITS.topicsPerWorkspaceMax) return
  const most = LIMITS.topicsPerWorkspaceMax
  throw new EnishiError('conflict', {
    en: `A workspace holds ${most} topics at most. Remove one that is no longer needed.`,
    ja: `話題は一つのワークスペースに${most}件までです。不要な話題を削除してください。`,
  })
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return new Set(some).symmetricDifference(new Set(others)).size === 0
}

async function setAliases(tx: Transaction, id: string, aliases: readonly string[]): Promise<void> {
  await tx.deleteFrom('topic_alias').where('topic_id', '=', id).execute()
  await sql`
    insert into topic_alias (workspace_id, topic_id, alias)
    select ${OWN_WORKSPACE}, ${id}::uuid, alias
    from unnest(${[...new Set(aliases)]}::text[]) as given (alias)
  `.execute(tx)
}

async function askToApply(tx: Transaction, topicId: string, change: Change): Promise<void> {
  const id = uuidV7(change.now.getTime(), change.random)
  await enqueueJob(tx, OWN_WORKSPACE, { id, kind: 'apply-topics', subjectId: topicId })
}

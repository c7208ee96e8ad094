import { sql } from 'kysely'
import { searchTokens, toTsVectorLiteral } from '#language/index.ts'
import type { Transaction } from '#store/door.ts'
import { recountIntentDays, recountModelDays, recountTopicDays } from '#understand/index.ts'
import {
  type ActivityType,
  type Intent,
  NIL_UUID,
  type ReadingPart,
  type Sentiment,
  type StageOrNone,
  type Stance,
  uuidV7,
} from '#vocabulary/index.ts'
import { newId, randomBytes, type TestWorkspace } from './workspace.ts'

/** What a test says of a post; the rest is filled in. */
export interface SeededPost {
  at: string
  by: string
  text?: string
  title?: string
  channel: string
  type?: ActivityType
  lang?: string
  sentiment?: Sentiment
  stage?: StageOrNone
  stance?: Stance
  topics?: string[]
  intents?: Intent[]
  toxic?: boolean
  unsure?: ReadingPart[]
  model?: string
}

/** A channel; answers its id. */
export async function seedChannel(workspace: TestWorkspace, name: string): Promise<string> {
  const id = newId()
  await workspace.run((tx) =>
    tx
      .insertInto('channel')
      .values({ workspace_id: workspace.id, id, kind: 'feed', name })
      .execute(),
  )
  return id
}

export async function seedTopic(workspace: TestWorkspace, name: string): Promise<string> {
  const id = newId()
  await workspace.run((tx) =>
    tx
      .insertInto('topic')
      .values({ workspace_id: workspace.id, id, name, kind: 'own', applied_at: new Date() })
      .execute(),
  )
  return id
}

export interface SeededPerson {
  personId: string
  handleId: string
}

/** A person with one handle. */
export async function seedPerson(
  workspace: TestWorkspace,
  name: string,
  mergedInto: string | null = null,
): Promise<SeededPerson> {
  const [personId, handleId] = [newId(), newId()]
  const tokens = toTsVectorLiteral(searchTokens(`${name}\n${name.replaceAll(' ', '')}`))
  await workspace.run(async (tx) => {
    await tx
      .insertInto('person')
      .values({
        workspace_id: workspace.id,
        id: personId,
        display_name: name,
        family_name: null,
        given_name: null,
        name_reading: null,
        sort_key: name.toLowerCase(),
        name_tokens: sql<string>`${tokens}::tsvector`,
        merged_into: mergedInto,
      })
      .execute()
    await seedHandle(tx, workspace.id, { personId, handleId }, name)
  })
  return { personId, handleId }
}

async function seedHandle(
  tx: Transaction,
  workspaceId: string,
  { personId, handleId }: SeededPerson,
  name: string,
): Promise<void> {
  await tx
    .insertInto('handle')
    .values({
      workspace_id: workspaceId,
      id: handleId,
      platform: 'mastodon',
      external_id: handleId,
      username: `${handleId.slice(-6)}@example.social`,
      display_name: name,
      url: null,
      avatar_url: null,
      bio: null,
      deleted_at: null,
    })
    .execute()
  await tx
    .insertInto('handle_ownership')
    .values({
      workspace_id: workspaceId,
      handle_id: handleId,
      until: null,
      person_id: personId,
      reason: 'born',
    })
    .execute()
}

/** A post, or another activity when it has no text; answers its id. Roll-ups stay as they are. */
export async function seedPost(workspace: TestWorkspace, post: SeededPost): Promise<string> {
  const id = uuidV7(Date.parse(post.at), randomBytes)
  await workspace.run(async (tx) => {
    const at = new Date(post.at)
    await tx
      .insertInto('activity')
      .values({
        workspace_id: workspace.id,
        id,
        type: post.type ?? (post.text === undefined ? 'Like' : 'Create'),
        platform: 'mastodon',
        external_key: id,
        channel_id: post.channel,
        handle_id: post.by,
        published_at: at,
        arrived_at: at,
        edited_at: null,
        deleted_at: null,
        content_hash: Buffer.alloc(8),
        url: null,
        parent_key: null,
        parent_hash: null,
        thread_key: null,
        thread_hash: null,
        object_handle_id: null,
      })
      .execute()
    if (post.text !== undefined) await seedText(tx, workspace.id, id, { ...post, text: post.text })
  })
  return id
}

async function seedText(
  tx: Transaction,
  workspaceId: string,
  id: string,
  post: SeededPost & { text: string },
): Promise<void> {
  const tokens = toTsVectorLiteral(searchTokens(`${post.title ?? ''}\n${post.text}`))
  await tx
    .insertInto('post')
    .values({
      workspace_id: workspaceId,
      activity_id: id,
      title: post.title ?? null,
      text: post.text,
      language_hint: null,
      tokens: sql<string>`${tokens}::tsvector`,
    })
    .execute()
  const read = {
    sentiment: post.sentiment ?? ('neutral' as const),
    stage: post.stage ?? ('none' as const),
    stance: post.stance ?? ('none' as const),
  }
  await tx
    .insertInto('reading')
    .values({
      workspace_id: workspaceId,
      activity_id: id,
      revision: 1,
      model: post.model ?? 'seed-1',
      lang: post.lang ?? 'ja',
      lang_confidence: 1,
      sentiment_score: 0,
      sentiment_confidence: 1,
      stage_confidence: 1,
      corrected_by: null,
      ...read,
      ...Object.fromEntries((post.intents ?? []).map((intent) => [intent, true])),
      toxic: post.toxic ?? false,
      likelihoods: null,
      unsure: post.unsure ?? [],
    })
    .execute()
  for (const topic_id of post.topics ?? []) {
    await tx
      .insertInto('reading_topic')
      .values({
        workspace_id: workspaceId,
        topic_id,
        activity_id: id,
        starts_at: 0,
        ends_at: 1,
        ...read,
      })
      .execute()
  }
}

/** The figures of roots, from those of the originals. */
export const SUM_ROOTS = sql`
  insert into root_summary (workspace_id, person_id, posts, activities, first_at, last_at)
  select s.workspace_id, coalesce(p.merged_into, p.id), sum(s.posts), sum(s.activities),
    min(s.first_at), max(s.last_at)
  from person_summary s join person p on p.workspace_id = s.workspace_id and p.id = s.person_id
  group by 1, 2`

/** Makes the roll-ups from what has been seeded. */
export async function seedRollUps(workspace: TestWorkspace): Promise<void> {
  await workspace.run(async (tx) => {
    for (const from of [
      sql`select *, ${NIL_UUID}::uuid as topic from reading`,
      sql`select *, topic_id as topic from reading_topic`,
    ]) {
      await sql`
        insert into reading_day (workspace_id, day, topic_id, channel_id, stage, stance, sentiment, posts)
        select a.workspace_id, (a.published_at at time zone 'Asia/Tokyo')::date, r.topic, a.channel_id,
          r.stage, r.stance, r.sentiment, count(*)
        from (${from}) r join activity a on a.id = r.activity_id group by 1, 2, 3, 4, 5, 6, 7`.execute(
        tx,
      )
    }
    await recountTopicDays(tx, workspace.id)
    await recountIntentDays(tx, workspace.id)
    await recountModelDays(tx, workspace.id)
    await sql`
      insert into person_summary (workspace_id, person_id, posts, activities, first_at, last_at)
      select a.workspace_id, o.person_id, count(*) filter (where a.type = 'Create'), count(*),
        min(a.published_at), max(a.published_at)
      from activity a join handle_ownership o on o.handle_id = a.handle_id group by 1, 2`.execute(
      tx,
    )
    await SUM_ROOTS.execute(tx)
    await sql`
      insert into journey_stage (workspace_id, person_id, topic_id, stage, stance, activity_id)
      select distinct on (o.person_id, t.topic_id)
        a.workspace_id, o.person_id, t.topic_id, t.stage, t.stance, t.activity_id
      from reading_topic t join activity a on a.id = t.activity_id
      join handle_ownership o on o.handle_id = a.handle_id where t.stage <> 'none'
      order by o.person_id, t.topic_id, t.activity_id desc`.execute(tx)
  })
}

/** One of the list, chosen by a number. */
export function chosen<T>(from: readonly T[], n: number): T {
  return from[Math.abs(n) % from.length] as T
}

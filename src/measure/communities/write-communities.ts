import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { writeEvent } from '#store/outbox.ts'
import { type CommunityChangeKind, NIL_UUID, type RandomBytes, uuidV7 } from '#vocabulary/index.ts'
import type { GroupPeople } from './describe-groups.ts'
import { countTies, YOUNG_TIES_MAX } from './due.ts'
import type { Bridges } from './find-bridges.ts'
import type { Health } from './health.ts'
import { packTies } from './picture-bytes.ts'
import type { GroupTally } from './scan-posts.ts'

export interface FoundCommunity {
  id: string
  members: GroupPeople
  /** Accounts of each of the people, parallel to `members.nodes`. */
  handles: readonly (readonly string[])[]
  tally: GroupTally
  health: Health
  phrases: readonly string[]
  /** Ids of posts. */
  typical: readonly string[]
  ours: number
  rivals: number
  isToJoin: boolean
}

export interface FoundAll {
  workspaceId: string
  at: Date
  random: RandomBytes
  communities: readonly FoundCommunity[]
  /** By node. */
  bridges: Bridges
  /** Ids of those that were not found any more. */
  ended: readonly string[]
  links: readonly { firstId: string; secondId: string; ties: number; strength: number }[]
  changes: readonly {
    kind: CommunityChangeKind
    communityId: string
    others: readonly string[]
    people: number
    peopleBefore: number
  }[]
  run: { people: number; ties: number; modularity: number; newestId: string }
  /** Of what ended before, who was in it is forgotten: it can return no more. */
  forgetBefore: Date
}

const ROWS_AT_ONCE = 20_000
const PARTS = ['community_member', 'community_topic', 'community_post'] as const

/** Replaces the communities by those found; searches of one workspace take turns here. */
export async function writeCommunities(tx: Transaction, found: FoundAll): Promise<void> {
  const { workspaceId, at, communities, ended } = found
  await sql`select pg_advisory_xact_lock(hashtextextended(${`communities ${workspaceId}`}, 0))`.execute(
    tx,
  )
  await forgetMembers(tx, found.forgetBefore)
  await sql`update community set ended_at = ${at}, is_to_join = false
    where id = any(${[...ended]}::uuid[])`.execute(tx)
  const told = new Set(found.changes.map(({ communityId }) => communityId))
  for (const one of communities) await upsertCommunity(tx, one, found, told.has(one.id))
  await replaceParts(tx, found)
  await writeChanges(tx, found)
  await noteRun(tx, found)
}

/** A community that ended stays known with its name and its history, but not who was in it. */
async function forgetMembers(tx: Transaction, before: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from community
    where ended_at <= ${before}::timestamptz`.execute(tx)
  const ids = rows.map(({ id }) => id)
  for (const table of [...PARTS, 'community_picture'] as const) {
    await tx
      .deleteFrom(table)
      .where('community_id', 'in', [...ids, NIL_UUID])
      .execute()
  }
}

async function upsertCommunity(
  tx: Transaction,
  one: FoundCommunity,
  { workspaceId, at }: FoundAll,
  isTold: boolean,
): Promise<void> {
  const row = columnsOf(one)
  await tx
    .insertInto('community')
    .values({
      ...{ workspace_id: workspaceId, id: one.id, name: null, named_by: null, born_at: at },
      ...{ ...row, people_told: row.people, ended_at: null },
    })
    .onConflict((taken) =>
      taken.columns(['workspace_id', 'id']).doUpdateSet({
        ...{ ...row, ended_at: null },
        ...(isTold ? { people_told: row.people } : {}),
      }),
    )
    .execute()
}

function columnsOf({ members, tally, health, phrases, ours, rivals, isToJoin }: FoundCommunity) {
  const recent = tally.weeks.slice(-4)
  const before = tally.weeks.slice(-8, -4)
  const sum = (weeks: readonly number[]) => weeks.reduce((all, one) => all + one, 0)
  const byPosts = <Row extends { posts: number }>(a: Row, b: Row) => b.posts - a.posts
  return {
    ...{ phrases: [...phrases], people: members.nodes.length, ties: members.pairs },
    ...{ posts: tally.posts, recent_posts: sum(recent), before_posts: sum(before) },
    ...{ weeks: tally.weeks, health: health.health, active_share: health.activeShare },
    ...{ answer_rate: health.answerRate, reciprocity: health.reciprocity },
    newcomers_kept: health.newcomersKept,
    stages: JSON.stringify([...tally.stages.values()].sort(byPosts)),
    languages: JSON.stringify(
      [...tally.languages].map(([lang, posts]) => ({ lang, posts })).sort(byPosts),
    ),
    relevance: tally.posts === 0 ? 0 : tally.relevantPosts / tally.posts,
    ...{ relevant_posts: tally.relevantPosts, rival_posts: tally.rivalPosts },
    ...{ ours, rivals, is_to_join: isToJoin },
  }
}

/** Members, topics, typical posts and links, all anew; what ended keeps its people, to be known again. */
async function replaceParts(tx: Transaction, found: FoundAll): Promise<void> {
  const ids = found.communities.map(({ id }) => id)
  await sql`delete from community_link`.execute(tx)
  for (const table of [...PARTS, 'community_picture'] as const) {
    await sql`delete from ${sql.table(table)} where community_id = any(${ids}::uuid[])`.execute(tx)
  }
  await insertMembers(tx, found)
  await insertPictures(tx, found)
  await insertTopics(tx, found)
  await insertPosts(tx, found)
  await insertRows(
    ...([tx, 'community_link', found.workspaceId] as const),
    { first_id: 'uuid', second_id: 'uuid', ties: 'integer', strength: 'real' },
    found.links.map(({ firstId, secondId, ties, strength }) => ({
      ...{ first_id: firstId, second_id: secondId, ties, strength },
    })),
  )
}

/** An account may have gone since it was read; what isn't there any more is left out. */
async function insertMembers(tx: Transaction, { workspaceId, communities, bridges }: FoundAll) {
  const rows = communities.flatMap(({ id, members, handles }) =>
    handles.flatMap((some, place) =>
      some.map((handleId, i) => ({
        ...{ community_id: id, handle_id: handleId, is_first: i === 0 },
        ...{ rank: members.rank[place], core: members.core[place], leap: members.leap[place] },
        ...{ strength: members.strength[place], x: members.x[place], y: members.y[place] },
        place: i === 0 ? members.picture.places[place] : null,
        ...(i === 0 ? bridgesOf(bridges, members.nodes[place] ?? 0) : NO_BRIDGE),
      })),
    ),
  )
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE)
    const there = await sql<{ id: string }>`select id from handle
      where id = any(${some.map((row) => row.handle_id)}::uuid[]) for key share`.execute(tx)
    const known = new Set(there.rows.map(({ id }) => id))
    await insertRows(
      ...([tx, 'community_member', workspaceId] as const),
      {
        ...{ community_id: 'uuid', handle_id: 'uuid', is_first: 'boolean', rank: 'real' },
        ...{ core: 'integer', leap: 'real', strength: 'real', x: 'real', y: 'real' },
        ...{ place: 'integer', bridge_30: 'real', bridge_30_before: 'real' },
        ...{ bridge_90: 'real', bridge_90_before: 'real' },
      },
      some.filter((row) => known.has(row.handle_id)),
    )
  }
}

const NO_BRIDGE = { bridge_30: 0, bridge_30_before: 0, bridge_90: 0, bridge_90_before: 0 }

function bridgesOf(bridges: Bridges, node: number): typeof NO_BRIDGE {
  return {
    ...{ bridge_30: bridges[30].now[node] ?? 0, bridge_30_before: bridges[30].before[node] ?? 0 },
    ...{ bridge_90: bridges[90].now[node] ?? 0, bridge_90_before: bridges[90].before[node] ?? 0 },
  }
}

/** One by one: each may hold two megabytes. */
async function insertPictures(tx: Transaction, { workspaceId, communities }: FoundAll) {
  for (const { id, members } of communities) {
    const { ties, hasAll } = members.picture
    await tx
      .insertInto('community_picture')
      .values({
        ...{ workspace_id: workspaceId, community_id: id },
        ...{ ties: packTies(ties), has_all: hasAll },
      })
      .execute()
  }
}

async function insertTopics(tx: Transaction, { workspaceId, communities }: FoundAll) {
  const there = await sql<{ id: string }>`select id from topic for key share`.execute(tx)
  const known = new Set(there.rows.map(({ id }) => id))
  const rows = communities.flatMap(({ id, tally }) =>
    [...tally.topics].map(([topicId, { posts, people }]) => ({
      ...{ community_id: id, topic_id: topicId, posts, people: people.size },
    })),
  )
  await insertRows(
    ...([tx, 'community_topic', workspaceId] as const),
    { community_id: 'uuid', topic_id: 'uuid', posts: 'integer', people: 'integer' },
    rows.filter((row) => known.has(row.topic_id)),
  )
}

async function insertPosts(tx: Transaction, { workspaceId, communities }: FoundAll) {
  const rows = communities.flatMap(({ id, typical }) =>
    typical.map((activityId, place) => ({ community_id: id, activity_id: activityId, place })),
  )
  const there = await sql<{ id: string }>`select id from activity
    where id = any(${rows.map((row) => row.activity_id)}::uuid[]) and deleted_at is null
    for key share`.execute(tx)
  const known = new Set(there.rows.map(({ id }) => id))
  await insertRows(
    ...([tx, 'community_post', workspaceId] as const),
    { community_id: 'uuid', activity_id: 'uuid', place: 'integer' },
    rows.filter((row) => known.has(row.activity_id)),
  )
}

async function writeChanges(
  tx: Transaction,
  { workspaceId, at, random, changes }: FoundAll,
): Promise<void> {
  for (const { kind, communityId, others, people, peopleBefore } of changes) {
    await tx
      .insertInto('community_change')
      .values({
        ...{ workspace_id: workspaceId, id: uuidV7(at.getTime(), random) },
        ...{ community_id: communityId, kind, at, others: [...others], people },
        people_before: peopleBefore,
      })
      .execute()
  }
}

async function noteRun(tx: Transaction, found: FoundAll): Promise<void> {
  const { workspaceId, at, communities, run } = found
  const row = {
    tie_rows: await countTies(tx, YOUNG_TIES_MAX),
    ...{ found_at: at, people: run.people, ties: run.ties, communities: communities.length },
    ...{ modularity: run.modularity, newest_id: run.newestId },
  }
  await tx
    .insertInto('community_run')
    .values({ workspace_id: workspaceId, ...row })
    .onConflict((taken) => taken.columns(['workspace_id']).doUpdateSet(row))
    .execute()
  await writeEvent(tx, workspaceId, {
    name: 'communities.found',
    detail: [`communities=${communities.length}`, `people=${run.people}`],
  })
}

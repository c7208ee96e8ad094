import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { IncomingActivity, IncomingHandle } from '#vocabulary/index.ts'
import { newId } from './workspace.ts'

/** Valid bodies for the routes that change a community. */
export const COMMUNITY_BODIES = { 'PATCH /communities/{id}': { name: 'taken' } }

/** A community of one account with a row in each of its tables; answers its id. */
export async function insertCommunity(
  tx: Transaction,
  workspaceId: string,
  { handle, topic, activity }: { handle: string; topic: string; activity: string },
): Promise<string> {
  const [id, other] = [newId(), newId()].sort() as [string, string]
  for (const one of [id, other]) {
    await sql`insert into community (workspace_id, id, phrases, people, ties, posts, recent_posts,
        before_posts, weeks, health, active_share, answer_rate, reciprocity, newcomers_kept, stages,
        languages, relevance, relevant_posts, rival_posts, ours, rivals, is_to_join, born_at, people_told)
      values (${workspaceId}, ${one}, '{coffee}', 5, 6, 1, 1, 0, '{0,0,0,0,0,0,0,0,0,0,0,1}', 50, 0.5,
        0.5, 0.5, 0.5, '[{"stage":"none","stance":"none","posts":1}]', '[{"lang":"en","posts":1}]', 1, 1,
        0, 0, 0, false, now(), 5)`.execute(tx)
  }
  await sql`insert into community_member
      (workspace_id, community_id, handle_id, is_first, rank, core, leap, strength, x, y)
    values (${workspaceId}, ${id}, ${handle}, true, 1, 1, 1, 1, 0.5, 0.5)`.execute(tx)
  await sql`insert into community_topic (workspace_id, community_id, topic_id, posts, people)
    values (${workspaceId}, ${id}, ${topic}, 1, 1)`.execute(tx)
  await sql`insert into community_post (workspace_id, community_id, activity_id, place)
    values (${workspaceId}, ${id}, ${activity}, 0)`.execute(tx)
  await sql`insert into community_link (workspace_id, first_id, second_id, ties, strength)
    values (${workspaceId}, ${id}, ${other}, 1, 1)`.execute(tx)
  await sql`insert into community_change
      (workspace_id, id, community_id, kind, at, others, people, people_before)
    values (${workspaceId}, ${newId()}, ${id}, 'born', now(), ${[other]}, 5, 0)`.execute(tx)
  await sql`insert into community_run
      (workspace_id, found_at, people, ties, communities, modularity, newest_id)
    values (${workspaceId}, now(), 5, 6, 2, 0.5, ${activity})`.execute(tx)
  return id
}

/** A circle of people who answer each other about something. */
export interface Circle {
  name: string
  people: readonly string[]
  /** What each says in turn. */
  says: readonly string[]
}

export const handleOf = (externalId: string): IncomingHandle => ({
  ...{ platform: 'forum', externalId, displayName: externalId },
})

/**
 * What arrives of a circle: on each of the days before `until` everybody says something, and the next
 * two in the circle answer. Keys carry the circle and the day, so that more days add to it.
 */
export function arrivalsOf(
  { name, people, says }: Circle,
  { until, days, from = 0 }: { until: Date; days: number; from?: number },
): IncomingActivity[] {
  const arrivals: IncomingActivity[] = []
  for (let day = from; day < from + days; day++) {
    people.forEach((person, i) => {
      const atMs = until.getTime() - (day + 1) * 86_400_000 + i * 60_000
      const key = `${name}-${day}-${i}`
      arrivals.push({
        ...({ kind: 'activity', operation: 'create', type: 'Create', platform: 'forum' } as const),
        ...{ externalKey: key, actor: handleOf(person), publishedAt: new Date(atMs) },
        content: { text: says[(day + i) % says.length] ?? '' },
      })
      for (const step of [1, 2 + (day % Math.max(1, people.length - 3))]) {
        const other = people[(i + step) % people.length] ?? person
        if (other === person) continue
        arrivals.push({
          ...({
            kind: 'activity',
            operation: 'create',
            type: 'Create',
            platform: 'forum',
          } as const),
          ...{ externalKey: `${key}-${step}`, actor: handleOf(other), parentKey: key },
          publishedAt: new Date(atMs + 3_600_000),
          content: { text: says[(day + i + step) % says.length] ?? '' },
        })
      }
    })
  }
  return arrivals
}

const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}-${i}`)

/** Two circles of coffee and gardens in Japanese and English, and one of keyboards. */
export const COFFEE: Circle = {
  name: 'coffee',
  people: named('coffee', 8),
  says: [
    '新しいエスプレッソマシンを買った。毎朝が楽しみ。',
    'コーヒー豆は浅煎りが好き。焙煎所の話が聞きたい。',
    'エスプレッソマシンの掃除が面倒だ。',
    '焙煎所の見学に行ってきた。コーヒー豆が山積みだった。',
    'エスプレッソマシンは高いけど、コーヒー豆で味が変わる。',
  ],
}
export const GARDEN: Circle = {
  name: 'garden',
  people: named('garden', 7),
  says: [
    'My tomato plants are growing, the compost heap helped.',
    'How do you keep slugs away from the tomato plants?',
    'The compost heap smells, what did I do?',
    'I planted beans beside the tomato plants.',
    'A compost heap needs air, turn it with a fork.',
  ],
}
export const KEYBOARD: Circle = {
  name: 'keyboard',
  people: named('keyboard', 6),
  says: [
    'The mechanical keyboard with brown switches is quiet.',
    'My mechanical keyboard arrived, the keycaps are lovely.',
    'Which keycaps fit a mechanical keyboard?',
    'New keycaps make the desk mat look old.',
  ],
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { countVoices } from '../voices/count-voices.ts'

interface CountedPost {
  personId: string
  copyOf: string
  stance: 'for' | 'against' | 'mixed' | 'none'
  at: Date
  day: string
  isAnswered: boolean
}

const RECENT_MS = 14 * 86_400_000

/** Counts anew what is shown under an opinion; the trend is that of the fortnight before `now`. */
export async function recountOpinion(
  tx: Transaction,
  workspaceId: string,
  id: string,
  now: Date,
): Promise<void> {
  const { rows } = await selectCounted(workspaceId, id).execute(tx)
  const of = (stance: CountedPost['stance']) => rows.filter((row) => row.stance === stance)
  const since = (ms: number) => rows.filter(({ at }) => at.getTime() >= now.getTime() - ms)
  const recent = since(RECENT_MS)
  const recently = new Set(recent)
  const earlier = since(2 * RECENT_MS).filter((row) => !recently.has(row))
  const times = rows.map(({ at }) => at.getTime())
  await tx
    .updateTable('opinion')
    .set({
      posts: rows.length,
      voices: countVoices(rows),
      for_posts: of('for').length,
      for_voices: countVoices(of('for')),
      against_posts: of('against').length,
      against_voices: countVoices(of('against')),
      mixed_posts: of('mixed').length,
      mixed_voices: countVoices(of('mixed')),
      answered_posts: rows.filter(({ isAnswered }) => isAnswered).length,
      recent_posts: recent.length,
      recent_voices: countVoices(recent),
      trend: recent.length - earlier.length,
      voices_trend: countVoices(recent) - countVoices(earlier),
      first_at: rows.length === 0 ? null : new Date(times.reduce((a, b) => Math.min(a, b))),
      last_at: rows.length === 0 ? null : new Date(times.reduce((a, b) => Math.max(a, b))),
    })
    .where('id', '=', id)
    .execute()
  await writeDays(tx, workspaceId, id, rows)
}

function selectCounted(workspaceId: string, id: string) {
  return sql<CountedPost>`
    select distinct on (o.activity_id) person.person_id as "personId", o.copy_of as "copyOf",
      case when t.stance is null then 'none' else t.stance end as stance,
      a.published_at as at, (a.published_at at time zone w.time_zone)::date::text as day,
      o.is_answered as "isAnswered"
    from opinion_post o
    join opinion shown on shown.workspace_id = o.workspace_id and shown.id = o.shown_id
    join workspace w on w.id = o.workspace_id
    join activity a on a.workspace_id = o.workspace_id and a.id = o.activity_id
    join handle_person person on person.workspace_id = a.workspace_id
      and person.handle_id = a.handle_id
    left join reading_topic t on t.workspace_id = o.workspace_id and t.topic_id = shown.topic_id
      and t.activity_id = o.activity_id
    where o.workspace_id = ${workspaceId}::uuid and o.shown_id = ${id}::uuid
    order by o.activity_id`
}

async function writeDays(
  tx: Transaction,
  workspaceId: string,
  id: string,
  rows: readonly CountedPost[],
): Promise<void> {
  const days = Map.groupBy(rows, ({ day }) => day)
  const posts = [...days.values()].map((of) => of.length)
  const voices = [...days.values()].map(countVoices)
  await tx.deleteFrom('opinion_day').where('opinion_id', '=', id).execute()
  await sql`
    insert into opinion_day (workspace_id, opinion_id, day, posts, voices)
    select ${workspaceId}::uuid, ${id}::uuid, day, posts, voices
    from unnest(${[...days.keys()]}::date[], ${posts}::integer[], ${voices}::integer[])
      as counted (day, posts, voices)
  `.execute(tx)
}

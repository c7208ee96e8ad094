import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/** What was asked and answered in one day of the workspace. */
export interface VoteDay {
  requests: number
  /** Posts that were asked about; the budget is of these. */
  posts: number
  /** Parts that were filled. */
  votes: number
  /** Entries that could not be used, and posts without a usable one. */
  dropped: number
  /** Requests that failed. */
  failures: number
}

export const NO_VOTES_YET: VoteDay = { requests: 0, posts: 0, votes: 0, dropped: 0, failures: 0 }

const DAY = (now: Date) => sql`(${now}::timestamptz at time zone w.time_zone)::date`

/** Undefined where nothing was asked that day. */
export async function readVoteDay(
  tx: Transaction,
  workspaceId: string,
  now: Date,
): Promise<VoteDay | undefined> {
  const { rows } = await sql<VoteDay>`
    select d.requests, d.posts, d.votes, d.dropped, d.failures
    from workspace w join model_vote_day d on d.workspace_id = w.id and d.day = ${DAY(now)}
    where w.id = ${workspaceId}
  `.execute(tx)
  return rows[0]
}

/** Adds to the counts of the day in which `now` lies. */
export async function countVotes(
  tx: Transaction,
  workspaceId: string,
  now: Date,
  added: Partial<VoteDay>,
): Promise<void> {
  const { requests, posts, votes, dropped, failures } = { ...NO_VOTES_YET, ...added }
  await sql`
    insert into model_vote_day as d
      (workspace_id, day, requests, posts, votes, dropped, failures)
    select w.id, ${DAY(now)}, ${requests}::integer, ${posts}::integer, ${votes}::integer,
      ${dropped}::integer, ${failures}::integer
    from workspace w where w.id = ${workspaceId}
    on conflict (workspace_id, day) do update set requests = d.requests + excluded.requests,
      posts = d.posts + excluded.posts, votes = d.votes + excluded.votes,
      dropped = d.dropped + excluded.dropped, failures = d.failures + excluded.failures
  `.execute(tx)
}

import { sql } from 'kysely'
import type { Outside } from '#outside/ports.ts'
import type { Door, Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import type { Seal } from '#store/seal.ts'
import type { RandomBytes } from '#vocabulary/index.ts'
import {
  askModel,
  type ModelAnswer,
  REQUEST_MS_MAX,
  reachedModel,
  type VoteTrouble,
  type VotingModel,
} from './ask-model.ts'
import { backOffMs } from './back-off.ts'
import { castVotes } from './cast-votes.ts'
import { keyPurpose } from './model-settings.ts'
import { type OpenPost, openPosts } from './open-posts.ts'
import { auditedVotes } from './read-vote-figures.ts'
import { countVotes, readVoteDay } from './vote-day.ts'
import { stoppedParts, voteFigures } from './vote-figures.ts'

export interface VoteParts {
  door: Door
  outside: Outside
  seal: Seal
  now: () => Date
  random: RandomBytes
  /** Of one request; tests choose less. */
  millisecondsMax?: number
}

/** A request that is due, with what it needs; the posts are counted already. */
interface Turn extends VotingModel {
  posts: (OpenPost & { ref: string })[]
  /** The day of this instant has counted the posts. */
  askedAt: Date
}

/**
 * Asks the language model of a workspace about the next open posts, where it is on, within its budget
 * and not waiting after a failure: one request, one at a time over all processes. Answers whether it
 * asked and there may be more.
 */
export async function takeVotes(
  parts: VoteParts,
  workspaceId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const { door, outside, random, now } = parts
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    door.inWorkspace(workspaceId, work, 'background')
  const turn = await run((tx) => beginTurn(tx, workspaceId, parts))
  if (turn === undefined) return false
  const { millisecondsMax = REQUEST_MS_MAX } = parts
  const tools = { outside, signal, millisecondsMax }
  const answer = await askModel(turn, turn.posts, codeBy(random), tools)
  await run((tx) => endTurn(tx, workspaceId, turn, answer, { now: now(), random }))
  return answer.kind === 'answer'
}

/** Longer than a request takes: whoever still holds the turn then has died. */
const TURN_MS = 2 * REQUEST_MS_MAX

async function beginTurn(
  tx: Transaction,
  workspaceId: string,
  { seal, now: clock, random }: VoteParts,
): Promise<Turn | undefined> {
  const now = clock()
  const settings = await dueModel(tx, now)
  if (settings === undefined) return undefined
  const { address, model, sealed_key: sealed, votes_per_day: budget } = settings
  const left = budget - ((await readVoteDay(tx, workspaceId, now))?.posts ?? 0)
  if (left <= 0) return undefined
  const stopped = stoppedParts(voteFigures(await auditedVotes(tx, workspaceId, model)))
  const limit = Math.min(left, settings.posts_per_request)
  const posts = await openPosts(tx, workspaceId, { limit, without: stopped })
  if (posts.length === 0) return undefined
  const key = sealed === null ? null : seal.open(sealed, keyPurpose(workspaceId))
  if (key === undefined) {
    await noteTrouble(tx, workspaceId, { kind: 'trouble', failure: 'key-unreadable' }, now)
    return undefined
  }
  await sql`update language_model set busy_until = ${new Date(now.getTime() + TURN_MS)}
    where workspace_id = ${workspaceId}`.execute(tx)
  // Counted before it is asked, so that a process that dies overdraws nothing.
  await countVotes(tx, workspaceId, now, { requests: 1, posts: posts.length })
  const asked = posts.map((post) => ({ ...post, ref: codeBy(random) }))
  return { address, model, key, posts: asked, askedAt: now }
}

/** The settings, locked, where a request may go out now. */
function dueModel(tx: Transaction, now: Date) {
  return tx
    .selectFrom('language_model')
    .select(['address', 'model', 'sealed_key', 'votes_per_day', 'posts_per_request'])
    .where('is_on', '=', true)
    .where((column) =>
      column.or([column('next_try_at', 'is', null), column('next_try_at', '<=', now)]),
    )
    .where((column) =>
      column.or([column('busy_until', 'is', null), column('busy_until', '<=', now)]),
    )
    .forUpdate()
    .executeTakeFirst()
}

/** Something that nobody who writes a post can know. */
function codeBy(random: RandomBytes): string {
  const bytes = new Uint8Array(9)
  random(bytes)
  return Buffer.from(bytes).toString('hex')
}

async function endTurn(
  tx: Transaction,
  workspaceId: string,
  { posts, model, askedAt }: Turn,
  answer: ModelAnswer,
  chance: { now: Date; random: RandomBytes },
): Promise<void> {
  const { now } = chance
  await sql`update language_model set busy_until = null where workspace_id = ${workspaceId}`.execute(
    tx,
  )
  if (answer.kind === 'cancelled') {
    return countVotes(tx, workspaceId, askedAt, { requests: -1, posts: -posts.length })
  }
  const isReached = answer.kind === 'answer' || reachedModel(answer.failure)
  const votes = posts.map((post) => ({
    post,
    labels: (answer.kind === 'answer' ? answer.votes.get(post.ref) : undefined) ?? {},
  }))
  const filled = isReached
    ? await castVotes(tx, workspaceId, votes, { model, ...chance })
    : await countVotes(tx, workspaceId, askedAt, { posts: -posts.length })
  if (answer.kind === 'trouble') {
    const dropped = isReached ? posts.length : 0
    await countVotes(tx, workspaceId, askedAt, { dropped, failures: 1 })
    return noteTrouble(tx, workspaceId, answer, now)
  }
  await countVotes(tx, workspaceId, askedAt, { votes: filled ?? 0, dropped: answer.dropped })
  await sql`update language_model set failure = null, failure_status = null, failed_at = null,
    failures_in_row = 0, next_try_at = null, answered_at = ${now}
    where workspace_id = ${workspaceId}`.execute(tx)
}

/** Shown to managers, who may mend it; asked again after a while that grows. */
async function noteTrouble(
  tx: Transaction,
  workspaceId: string,
  trouble: VoteTrouble,
  now: Date,
): Promise<void> {
  const { failures_in_row: before } = await tx
    .selectFrom('language_model')
    .select('failures_in_row')
    .executeTakeFirstOrThrow()
  const nextTryAt = new Date(now.getTime() + backOffMs(trouble, before + 1))
  await sql`update language_model set failure = ${trouble.failure},
    failure_status = ${trouble.status ?? null}::integer, failed_at = ${now},
    failures_in_row = ${before + 1}, next_try_at = ${nextTryAt}
    where workspace_id = ${workspaceId}`.execute(tx)
  const detail = [`failure=${trouble.failure}`]
  await writeEvent(tx, workspaceId, { name: 'language-model.failed', detail })
}

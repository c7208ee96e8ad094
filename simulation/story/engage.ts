import type { IncomingActivity } from '#vocabulary/index.ts'
import { isOwn } from '../cast/company.ts'
import { delayWithin, happens, pickWeighted } from '../chance/draws.ts'
import type { Claim, Purpose } from '../text/text-request.ts'
import { DAY_MS } from '../time.ts'
import type { Account, Actor } from '../world.ts'
import { followersAt, publish, touch, writeText } from './publish.ts'
import { claimFor } from './purposes.ts'
import { actorOf, moodOf, nextKey, plan, type Said, type Story, standingOf } from './story.ts'

/** How many cases the company's answer solves, and how many solve themselves. */
const SOLVED_BY_ANSWER = 0.6
const SOLVED_ALONE = 0.12

export function like(story: Story, account: Account, said: Said, atMs: number): void {
  if (!said.isDeleted) act(story, 'Like', 'like', account, said, atMs)
}

/** The post goes on to the followers of whoever reposts it. */
export function repost(story: Story, account: Account, said: Said, atMs: number): void {
  if (said.isDeleted) return
  const activity = act(story, 'Announce', 'repost', account, said, atMs)
  for (const follower of followersAt(story, account, atMs)) {
    touch(story, said, actorOf(story, follower), { by: 'repost', activity }, atMs)
  }
}

/** Somebody opens the link in a post. */
export function open(story: Story, account: Account, said: Said, atMs: number): void {
  if (said.isDeleted || said.product === undefined) return
  const isFeed = said.account.handle.platform === 'feed'
  const url = isFeed
    ? `${said.account.handle.url?.replace(/\/$/, '')}/${said.key}`
    : `https://shop.example/${said.product.companyId}/${said.product.id}?from=${said.key}`
  const activity = act(story, 'View', 'view', account, said, atMs, url)
  touch(story, said, actorOf(story, account), { by: 'click', activity }, atMs)
}

/** On the platform of the post that it is about, which for a feed is not the reader's own. */
function act(
  story: Story,
  type: 'Like' | 'Announce' | 'View',
  kind: string,
  { handle }: Account,
  said: Said,
  atMs: number,
  url?: string,
): string {
  const externalKey = nextKey(story, kind)
  const arrival: IncomingActivity = {
    ...{ kind: 'activity', operation: 'create', type, externalKey, actor: handle },
    platform: said.account.handle.platform,
    publishedAt: new Date(atMs),
    parentKey: said.key,
    ...(url === undefined ? {} : { url }),
  }
  story.arrivals.push({ atMs, actor: handle, arrival })
  return externalKey
}

export function answer(story: Story, account: Account, said: Said, atMs: number): void {
  if (said.isDeleted) return
  const actor = actorOf(story, account)
  const purpose = answerPurpose(story, actor, said)
  // Most who have nothing to say on it say nothing.
  if (purpose === 'react' && !happens(story.chance, reactionShare(said))) return
  const { product } = said
  const claim = claimOf(story, purpose, said)
  const answering = publish(story, {
    atMs,
    actor,
    account,
    purpose,
    product,
    claim,
    answered: said,
  })
  if (purpose === 'staff-answer') treatCase(story, said, answering)
}

/** To daily life most react; to a question few who cannot answer it; to an announcement hardly anybody. */
function reactionShare({ purpose }: Said): number {
  if (purpose === 'daily-life' || purpose === 'community-talk') return 0.9
  if (purpose === 'announce' || purpose === 'report') return 0.08
  return purpose === 'ask' || purpose === 'compare' || purpose === 'support' ? 0.25 : 0.5
}

/** The company answers to what was claimed; others claim what they find themselves. */
function claimOf(story: Story, purpose: Purpose, { product, request }: Said): Claim | undefined {
  if (purpose === 'staff-answer') return request.claim
  return product === undefined ? undefined : claimFor(purpose, product, story.chance)
}

/** Those who recommend or advise against answer as such; the company's own as the company; the rest react. */
function answerPurpose(story: Story, actor: Actor, { product, author }: Said): Purpose {
  if (actor.role === 'staff' || actor.role === 'company') return 'staff-answer'
  const canAnswer = product !== undefined && actor.role === 'public' && actor !== author
  if (!canAnswer || standingOf(story, actor, product) !== 3) return 'react'
  return moodOf(story, actor, product) < 0 ? 'answer-against' : 'answer-for'
}

/** A customer's call for help is a case: staff looks for it, and some solve themselves. */
export function openCase(story: Story, said: Said): void {
  const { product, purpose, atMs } = said
  if (product === undefined || !isOwn(product)) return
  if (purpose !== 'support' && !(purpose === 'complain' && happens(story.chance, 0.6))) return
  story.openCases.add(said.key)
  if (happens(story.chance, SOLVED_ALONE)) {
    plan(story, { do: 'solve', said, atMs: atMs + wait(story, 3, 10) })
  }
  const account = staffAccount(story, said)
  if (account !== undefined && happens(story.chance, 0.75)) {
    plan(story, { do: 'answer', atMs: atMs + wait(story, 0.3, 3), account, said })
  }
}

/** Somebody of the company who has an account where it was asked, support first. */
function staffAccount(story: Story, said: Said): Account | undefined {
  const { platform } = said.account.handle
  const ours = story.actors.filter(({ role }) => role === 'staff' || role === 'company')
  const there = ours.flatMap((actor) =>
    actor.accounts
      .filter(({ handle }) => handle.platform === platform)
      .map((account) => [account, actor.position === 'カスタマーサポート' ? 6 : 1] as const),
  )
  return there.length === 0 ? undefined : pickWeighted(story.chance, there)
}

function treatCase(story: Story, said: Said, answering: Said): void {
  if (!story.openCases.has(said.key) || !happens(story.chance, SOLVED_BY_ANSWER)) return
  const delayMs = wait(story, 0.8, 7)
  const treated = { said: answering, reach: { by: 'thread' } as const, delayMs }
  plan(story, { do: 'solve', said, touch: treated, atMs: answering.atMs + delayMs })
}

function wait(story: Story, days: number, window: number): number {
  return Math.max(60_000, Math.floor(delayWithin(story.chance, days, window) * DAY_MS))
}

/** The author writes the post anew; the first form's author, purpose and product stay. */
export function edit(story: Story, said: Said, atMs: number): void {
  if (said.isDeleted) return
  const { text } = writeText(story, said.request, said.post.tags?.[0])
  const content = { ...said.post.content, text }
  const editedAt = new Date(atMs)
  const arrival: IncomingActivity = { ...said.post, operation: 'update', editedAt, content }
  story.arrivals.push({ atMs, actor: said.account.handle, arrival })
  story.truth.push({ kind: 'edit', post: said.key, at: editedAt.toISOString() })
}

/** The post is gone; what it has caused stays caused. */
export function erase(story: Story, said: Said, atMs: number): void {
  if (said.isDeleted) return
  said.isDeleted = true
  const { handle } = said.account
  const { key: externalKey } = said
  const deletedAt = new Date(atMs)
  const arrival = { kind: 'deletion', platform: handle.platform, externalKey, deletedAt } as const
  story.arrivals.push({ atMs, actor: handle, arrival })
  story.truth.push({ kind: 'deletion', post: said.key, at: deletedAt.toISOString() })
}

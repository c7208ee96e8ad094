import type { IncomingActivity, IncomingHandle } from '#vocabulary/index.ts'
import type { Product } from '../cast/company.ts'
import { countOf, delayWithin, happens, pick } from '../chance/draws.ts'
import type { TextRequest, WrittenText } from '../text/text-request.ts'
import { DAY_MS, HOUR_MS } from '../time.ts'
import type { Account, Actor, Cause, Reach, TruePost } from '../world.ts'
import { TAU_DAYS, WINDOW_DAYS } from './mechanism.ts'
import { ANSWERS_MEAN, canMove, levelOf, shownBy } from './purposes.ts'
import {
  actorOf,
  neighbourhood,
  nextKey,
  plan,
  type Said,
  type Story,
  standingOf,
  type Thread,
  type Touch,
  type Utterance,
} from './story.ts'

const EDITED = 0.012
const DELETED = 0.008

/** Lets somebody say something: the post itself, whom it reaches, and what others will do with it. */
export function publish(story: Story, utterance: Utterance): Said {
  const request = requestOf(utterance)
  const said = recordPost(story, utterance, request)
  spreadToFollowers(story, said)
  if (utterance.answered !== undefined) spreadInThread(story, said)
  planAnswers(story, said)
  planLikes(story, said)
  planOpenings(story, said)
  if (happens(story.chance, EDITED)) {
    plan(story, { do: 'edit', atMs: said.atMs + soon(story, 0.2, 2), said })
  }
  if (happens(story.chance, DELETED)) {
    plan(story, { do: 'delete', atMs: said.atMs + soon(story, 1, 6), said })
  }
  return said
}

/** The account that writes the next post on its own: two in three times the first of two. */
export function nextAccount(story: Story, actor: Actor): Account {
  const count = story.postCounts[actor.index] ?? 0
  story.postCounts[actor.index] = count + 1
  const account = actor.accounts[count % 3 === 1 ? actor.accounts.length - 1 : 0]
  if (account === undefined) throw new RangeError(`${actor.id} has no account`)
  return account
}

function requestOf({
  actor,
  purpose,
  product,
  rival,
  claim,
  question,
  answered,
}: Utterance): TextRequest {
  return {
    voice: actor.voice,
    purpose,
    ...(product === undefined ? {} : { product }),
    ...(rival === undefined ? {} : { rival }),
    ...(claim === undefined ? {} : { claim }),
    ...(question === undefined ? {} : { question }),
    ...(answered === undefined ? {} : { answers: answered.purpose }),
  }
}

function recordPost(story: Story, utterance: Utterance, request: TextRequest): Said {
  const { actor, account, purpose, product, answered, atMs, tag } = utterance
  const key = nextKey(story, 'post')
  const thread = answered?.thread ?? { rootKey: key, speakers: [] }
  if (!thread.speakers.includes(account)) thread.speakers.push(account)
  const written = writeText(story, request, tag)
  const post = postOf(utterance, key, thread, written.text)
  const said: Said = {
    ...{ key, atMs, account, author: actor, purpose, product, request, post, thread },
    ...shownBy(purpose),
    depth: answered === undefined ? 0 : answered.depth + 1,
    isDeleted: false,
  }
  story.arrivals.push({ atMs, actor: account.handle, arrival: post })
  story.truth.push(truePostOf(utterance, said, written))
  return said
}

function truePostOf(
  { rival, answered }: Utterance,
  said: Said,
  { claim, question }: Partial<WrittenText>,
): TruePost {
  const { handle } = said.account
  return {
    ...{ kind: 'post', id: said.key, at: new Date(said.atMs).toISOString() },
    ...{ actor: said.author.id, platform: handle.platform, handle: handle.externalId },
    ...{ purpose: said.purpose, stage: said.stage, stance: said.stance },
    ...(said.product === undefined ? {} : { topic: said.product.id }),
    ...(rival === undefined ? {} : { rival: rival.id }),
    ...(claim === undefined ? {} : { claim }),
    ...(question === undefined ? {} : { question }),
    ...(answered === undefined ? {} : { answers: answered.key }),
  }
}

export function writeText(
  story: Story,
  request: TextRequest,
  tag?: string,
): Pick<WrittenText, 'text' | 'claim' | 'question'> {
  const written = story.write(request)
  return tag === undefined ? written : { ...written, text: `${written.text} #${tag}` }
}

function postOf(
  { account, answered, actor, atMs, tag }: Utterance,
  externalKey: string,
  thread: Thread,
  text: string,
): IncomingActivity {
  const { handle } = account
  return {
    ...{ kind: 'activity', operation: 'create', type: 'Create', externalKey, actor: handle },
    platform: handle.platform,
    publishedAt: new Date(atMs),
    content: { text, languageHint: actor.voice.language },
    url: `${handle.url?.replace(/\/$/, '')}/${externalKey}`,
    ...(answered === undefined
      ? {}
      : { parentKey: answered.key, threadKey: thread.rootKey, mentions: [mentionOf(answered)] }),
    ...(tag === undefined ? {} : { tags: [tag] }),
  }
}

function mentionOf({ account }: Said): IncomingHandle {
  const { platform, externalId, username = externalId } = account.handle
  return { platform, externalId, username }
}

/** Everybody who follows the author's account at that moment. */
export function followersAt(story: Story, account: Account, atMs: number): Account[] {
  const found: Account[] = []
  for (const { follower, sinceMs } of story.followers[account.index] ?? []) {
    const one = sinceMs <= atMs ? story.accounts[follower] : undefined
    if (one !== undefined) found.push(one)
  }
  return found
}

function spreadToFollowers(story: Story, said: Said): void {
  if (!canReachAnybody(said)) return
  for (const account of followersAt(story, said.account, said.atMs)) {
    touch(story, said, actorOf(story, account), { by: 'follow' }, said.atMs)
  }
}

function spreadInThread(story: Story, said: Said): void {
  if (!canReachAnybody(said)) return
  for (const account of said.thread.speakers) {
    touch(story, said, actorOf(story, account), { by: 'thread' }, said.atMs)
  }
}

function canReachAnybody({ purpose, product, author }: Said): boolean {
  return product !== undefined && canMove(purpose) && author.influence > 0
}

/** Lets a word reach somebody at an instant; what it may cause comes after a delay by the kernel. */
export function touch(story: Story, said: Said, actor: Actor, reach: Reach, atMs: number): void {
  const isInterested =
    said.product !== undefined && actor.interests.includes(said.product.categoryId)
  if (!isInterested || actor === said.author || !canReachAnybody(said)) return
  const days = delayWithin(story.chance, TAU_DAYS, WINDOW_DAYS)
  const delayMs = Math.max(1, Math.floor(days * DAY_MS))
  plan(story, {
    do: 'touch',
    atMs: atMs + delayMs,
    actor,
    touch: { said, reach, delayMs },
  })
}

/** How a touch stands in the truth. */
export function causeOf({ said, reach, delayMs }: Touch): Cause {
  return { post: said.key, actor: said.author.id, level: levelOf(said.purpose), reach, delayMs }
}

/** A delay of so many days in the mean, at most `window`, in ms. */
function soon(story: Story, days: number, window: number): number {
  return Math.max(1_000, Math.floor(delayWithin(story.chance, days, window) * DAY_MS))
}

const DEPTH_MAX = 4

function planAnswers(story: Story, said: Said): void {
  if (said.depth >= DEPTH_MAX || said.account.handle.platform === 'feed') return
  const followers = followersAt(story, said.account, said.atMs)
  const neighbours = story.neighbours.get(neighbourhood(said.account, said.author)) ?? []
  const count = countOf(story.chance, ANSWERS_MEAN[said.purpose])
  for (let i = 0; i < count; i++) {
    const isBack = said.depth > 0 && happens(story.chance, 0.5)
    const among = isBack
      ? said.thread.speakers
      : happens(story.chance, 0.5)
        ? followers
        : neighbours
    const account = chooseAnswerer(story, among, said)
    if (account === undefined) continue
    plan(story, { do: 'answer', atMs: said.atMs + soon(story, 0.25, 3), account, said })
  }
}

/** Of up to nine, whoever can advise; else whoever says most. */
function chooseAnswerer(story: Story, among: Account[], said: Said): Account | undefined {
  let best: Account | undefined
  for (let i = 0; i < 9 && among.length > 0; i++) {
    const account = pick(story.chance, among)
    const actor = actorOf(story, account)
    if (actor === said.author || actor.isOrganisation) continue
    if (said.product !== undefined && canAdvise(story, actor, said.product)) return account
    if (best === undefined || actor.pace > actorOf(story, best).pace) best = account
  }
  return best
}

function canAdvise(story: Story, actor: Actor, product: Product): boolean {
  return standingOf(story, actor, product) === 3
}

/** The more followers, the more likes and reposts, but not in proportion. */
function planLikes(story: Story, said: Said): void {
  if (said.account.handle.platform === 'feed') return
  const followers = followersAt(story, said.account, said.atMs)
  if (followers.length === 0) return
  const share = followers.length / (followers.length + 8)
  const isAboutProduct = said.product !== undefined && canMove(said.purpose)
  const reposts = countOf(story.chance, (isAboutProduct ? 0.5 : 0.1) * share)
  for (let i = 0; i < reposts; i++) planBy(story, 'repost', followers, said, 0.3)
  const likes = countOf(story.chance, (isAboutProduct ? 1.5 : 0.9) * share)
  for (let i = 0; i < likes; i++) planBy(story, 'like', followers, said, 0.15)
}

/** What carries a link is opened: posts of organisations and blogs, and recommendations. */
function planOpenings(story: Story, said: Said): void {
  if (said.product === undefined || !canMove(said.purpose)) return
  const isFeed = said.account.handle.platform === 'feed'
  const isOrganisation = said.author.isOrganisation
  if (!isFeed && !isOrganisation && said.purpose !== 'recommend') return
  const readers = isFeed
    ? readersOf(story, said.author)
    : followersAt(story, said.account, said.atMs)
  if (readers.length === 0) return
  const mean = (isFeed ? 4 : 1.4) * (isOrganisation ? 1 : 0.6)
  const count = countOf(story.chance, (mean * readers.length) / (readers.length + 8))
  for (let i = 0; i < count; i++) planBy(story, 'open', readers, said, 0.4)
}

/** Feeds have readers, not followers: whoever shares language and community, for the press whoever shares the language. */
function readersOf(story: Story, author: Actor): Account[] {
  const { community, language } = author.voice
  return ['x', 'bluesky', 'mastodon', 'forum'].flatMap((platform) => {
    const communities = author.isOrganisation ? PRESS_READERS : [community]
    return communities.flatMap(
      (one) => story.neighbours.get(`${platform} ${one} ${language}`) ?? [],
    )
  })
}

const PRESS_READERS = ['home-coffee', 'gadgets', 'interior', 'office-workers', 'cooking'] as const

function planBy(
  story: Story,
  what: 'repost' | 'like' | 'open',
  among: Account[],
  said: Said,
  days: number,
): void {
  const account = pick(story.chance, among)
  const atMs = said.atMs + Math.max(soon(story, days, 4), HOUR_MS / 60)
  if (actorOf(story, account) !== said.author) plan(story, { do: what, atMs, account, said })
}

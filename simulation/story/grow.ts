import type { IncomingActivity } from '#vocabulary/index.ts'
import { seededChance } from '#vocabulary/index.ts'
import { makeCast } from '../cast/cast.ts'
import { PRODUCTS, worldTopics } from '../cast/company.ts'
import { makeFollows } from '../cast/follows.ts'
import { DAY_MS } from '../time.ts'
import type { Actor, Follow, TrueActor, World, WorldOptions, Writing } from '../world.ts'
import { placePeople, planDay } from './days.ts'
import { answer, edit, erase, like, open, repost } from './engage.ts'
import { planEvents } from './mechanism.ts'
import { announce, doIfOpen, solve, speak, talk, yieldToTouch } from './move.ts'
import { beginStory, nextKey, type Planned, type Story } from './story.ts'

/** Lets a world grow day by day: pure, and the same for the same options and phrasebooks. */
export function growWorld(options: WorldOptions, writing: Writing): World {
  const startsAtMs = options.endsAtMs - options.days * DAY_MS
  const actors = makeCast(options, writing)
  const events = planEvents(startsAtMs, options.days)
  const chance = seededChance(options.seed, 'follows')
  const follows = makeFollows(actors, startsAtMs, options.endsAtMs, chance)
  const { write } = writing.createWriter(seededChance(options.seed, 'texts'))
  const story = beginStory({ options, startsAtMs, events, actors, follows, write })
  for (const actor of actors) story.truth.push(trueActorOf(actor))
  // Accounts show themselves before anybody speaks of them: a link between two counts when they are met.
  const shownMs = Math.min(startsAtMs, follows[0]?.sinceMs ?? startsAtMs)
  for (const { handle } of story.accounts) {
    story.arrivals.push({ atMs: shownMs, actor: handle, arrival: { kind: 'profile', handle } })
  }
  for (const follow of follows) story.arrivals.push(followed(story, follow))
  placePeople(story)
  for (let day = 0; day < options.days; day++) liveThrough(story, startsAtMs + day * DAY_MS)
  drain(story, options.endsAtMs)
  const arrivals = story.arrivals.sort((a, b) => a.atMs - b.atMs)
  const { truth } = story
  return {
    ...{ options, startsAtMs, actors, follows, arrivals, truth, events },
    topics: worldTopics(),
    products: PRODUCTS,
  }
}

function liveThrough(story: Story, dayMs: number): void {
  drain(story, dayMs)
  planDay(story, dayMs)
}

function drain(story: Story, untilMs: number): void {
  for (;;) {
    const planned = story.queue.takeBefore(untilMs)
    if (planned === undefined) return
    letHappen(story, planned)
  }
}

function letHappen(story: Story, planned: Planned): void {
  const { atMs } = planned
  switch (planned.do) {
    case 'talk':
      talk(story, planned.actor, planned.account, atMs)
      break
    case 'announce':
      announce(story, planned.actor, atMs)
      break
    case 'speak':
      speak(story, planned.actor, planned.product, atMs)
      break
    case 'deed':
      doIfOpen(story, planned.deed, planned.actor, planned.product, atMs)
      break
    case 'touch':
      yieldToTouch(story, planned.actor, planned.touch, atMs)
      break
    case 'solve':
      solve(story, planned.said, planned.touch, atMs)
      break
    default:
      handlePost(story, planned)
  }
}

/** What is done with a post that stands there already. */
type WithPost = Extract<
  Planned,
  { do: 'like' | 'repost' | 'open' | 'answer' } | { do: 'edit' | 'delete' }
>

function handlePost(story: Story, planned: WithPost): void {
  const { atMs, said } = planned
  switch (planned.do) {
    case 'like':
      like(story, planned.account, said, atMs)
      break
    case 'repost':
      repost(story, planned.account, said, atMs)
      break
    case 'open':
      open(story, planned.account, said, atMs)
      break
    case 'answer':
      answer(story, planned.account, said, atMs)
      break
    case 'edit':
      edit(story, said, atMs)
      break
    case 'delete':
      erase(story, said, atMs)
      break
  }
}

function followed(story: Story, { follower, followed, sinceMs }: Follow) {
  const [from, to] = [story.accounts[follower], story.accounts[followed]]
  if (from === undefined || to === undefined) throw new RangeError('a follow of nobody')
  const { platform, externalId, username = externalId } = to.handle
  const arrival: IncomingActivity = {
    ...{ kind: 'activity', operation: 'create', type: 'Follow', platform, actor: from.handle },
    externalKey: nextKey(story, 'follow'),
    publishedAt: new Date(sinceMs),
    objectHandle: { platform, externalId, username },
  }
  return { atMs: sinceMs, actor: from.handle, arrival }
}

function trueActorOf(actor: Actor): TrueActor {
  const { id, name, role, isOrganisation, voice, influence, accounts, planted, is } = actor
  const [, second] = accounts
  const isVerified = second?.handle.verifiedLinks !== undefined
  return {
    ...{ kind: 'actor', id, name, role, isOrganisation, influence },
    ...{ language: voice.language, community: voice.community },
    handles: accounts.map(({ handle }) => ({
      platform: handle.platform,
      handle: handle.externalId,
    })),
    ...(second === undefined ? {} : { joinedBy: isVerified ? 'verified-link' : 'same-name' }),
    ...(planted === undefined ? {} : { planted }),
    ...(is === undefined ? {} : { is }),
  }
}

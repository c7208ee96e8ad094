import type { Chance } from '#vocabulary/index.ts'
import { happens, heavyTail, pick } from '../chance/draws.ts'
import { DAY_MS } from '../time.ts'
import type { Account, Actor, Follow } from '../world.ts'

/** Follows that were there before the world begins, and over how long they had come about. */
const FOLLOWED_BEFORE = 0.7
const YEARS_BEFORE_MS = 365 * DAY_MS

/** Whom one follows: mostly the own community, sometimes an organisation, sometimes anybody. */
const WITHIN_COMMUNITY = 0.62
const ORGANISATIONS_TOO = 0.84

/** How many of the people on its platform follow the loud one, and how many in all the quiet one. */
const LOUD_SHARE = 0.4
const QUIET_FOLLOWERS_MAX = 40

/** Accounts to choose from, with the running sum of their popularity, to choose by it. */
interface Pool {
  accounts: Account[]
  sums: number[]
}

/** Who follows whom, each once, on one platform at a time, earliest first. */
export function makeFollows(
  actors: readonly Actor[],
  startsAtMs: number,
  endsAtMs: number,
  chance: Chance,
): Follow[] {
  const pools = makePools(actors)
  const follows: Follow[] = []
  const seen = new Set<string>()
  const add = (follower: Account, followed: Account | undefined) => {
    if (followed === undefined || followed.actor === follower.actor) return
    const key = `${follower.index} ${followed.index}`
    if (seen.has(key)) return
    seen.add(key)
    const sinceMs = sinceWhen(startsAtMs, endsAtMs, chance)
    follows.push({ follower: follower.index, followed: followed.index, sinceMs })
  }
  for (const actor of actors) {
    if (actor.isOrganisation) continue
    for (const account of actor.accounts) followSome(actor, account, actors, pools, chance, add)
  }
  followPlanted(actors, chance, add)
  return follows.sort((a, b) => a.sinceMs - b.sinceMs || a.follower - b.follower)
}

type Add = (follower: Account, followed: Account | undefined) => void

function followSome(
  actor: Actor,
  account: Account,
  actors: readonly Actor[],
  pools: Map<string, Pool>,
  chance: Chance,
  add: Add,
): void {
  const { platform } = account.handle
  if (platform === 'feed') return
  const wanted = Math.floor(heavyTail(chance, 14) * 1.9)
  const { community, language } = actor.voice
  for (let i = 0; i < wanted; i++) {
    const draw = chance()
    const name =
      draw < WITHIN_COMMUNITY ? community : draw < ORGANISATIONS_TOO ? 'organisations' : 'all'
    const spoken = name === 'organisations' ? '' : language
    const pool = pools.get(`${platform} ${name} ${spoken}`)
    add(account, chooseAlike(actor, actors, pool, chance))
  }
}

function sinceWhen(startsAtMs: number, endsAtMs: number, chance: Chance): number {
  const isBefore = happens(chance, FOLLOWED_BEFORE)
  const [from, span] = isBefore
    ? [startsAtMs - YEARS_BEFORE_MS, YEARS_BEFORE_MS]
    : [startsAtMs, endsAtMs - startsAtMs]
  return Math.floor(from + chance() * span)
}

function makePools(actors: readonly Actor[]): Map<string, Pool> {
  const pools = new Map<string, Pool>()
  const put = (name: string, account: Account, weight: number) => {
    const pool = pools.get(name) ?? { accounts: [], sums: [] }
    pool.accounts.push(account)
    pool.sums.push((pool.sums.at(-1) ?? 0) + weight)
    pools.set(name, pool)
  }
  for (const actor of actors) {
    if (actor.planted !== undefined) continue
    const { community, language } = actor.voice
    for (const account of actor.accounts) {
      const { platform } = account.handle
      if (actor.isOrganisation) put(`${platform} organisations `, account, actor.popularity)
      else {
        put(`${platform} ${community} ${language}`, account, actor.popularity)
        put(`${platform} all ${language}`, account, actor.popularity)
      }
    }
  }
  return pools
}

/** The first of three who cares for something that the follower cares for, else the third. */
function chooseAlike(
  follower: Actor,
  actors: readonly Actor[],
  pool: Pool | undefined,
  chance: Chance,
): Account | undefined {
  let chosen: Account | undefined
  for (let i = 0; i < 3; i++) {
    chosen = chooseFrom(pool, chance)
    const interests = chosen === undefined ? [] : (actors[chosen.actor]?.interests ?? [])
    if (interests.some((interest) => follower.interests.includes(interest))) break
  }
  return chosen
}

function chooseFrom(pool: Pool | undefined, chance: Chance): Account | undefined {
  if (pool === undefined) return undefined
  const wanted = chance() * (pool.sums.at(-1) ?? 0)
  let [low, high] = [0, pool.sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pool.sums[middle] ?? 0) > wanted) high = middle
    else low = middle + 1
  }
  return pool.accounts[low]
}

/** The loud one is followed by everybody; the quiet one by a few who care for the same things. */
function followPlanted(actors: readonly Actor[], chance: Chance, add: Add): void {
  const loud = actors.find(({ planted }) => planted === 'loud')?.accounts[0]
  const quiet = actors.find(({ planted }) => planted === 'quiet')
  const near: Account[] = []
  for (const actor of actors) {
    if (actor.role !== 'public' || actor.planted !== undefined) continue
    for (const account of actor.accounts) {
      if (account.handle.platform === loud?.handle.platform && happens(chance, LOUD_SHARE)) {
        add(account, loud)
      }
      if (quiet !== undefined && isNear(actor, account, quiet)) near.push(account)
    }
  }
  const wanted = Math.min(QUIET_FOLLOWERS_MAX, Math.ceil(actors.length / 25), near.length)
  for (let i = 0; i < wanted; i++) add(pick(chance, near), quiet?.accounts[0])
}

function isNear(actor: Actor, account: Account, quiet: Actor): boolean {
  return (
    account.handle.platform === quiet.accounts[0]?.handle.platform &&
    actor.voice.language === quiet.voice.language &&
    quiet.interests.some((interest) => actor.interests.includes(interest))
  )
}

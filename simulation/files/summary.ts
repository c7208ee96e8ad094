import type { Cause, TrueMove, TrueOutcome, TruePost, Truth, World } from '../world.ts'

/** How many of something happened, and how many of them because of somebody's words. */
interface Share {
  all: number
  caused: number
}

/** The most telling of the truth at a glance: `truth.json`. The lines of `truth.jsonl` are behind every count. */
export function summarise(world: World) {
  const { options, startsAtMs, events, truth } = world
  const deeds = truth.filter((one) => one.kind === 'move' || one.kind === 'outcome')
  return {
    seed: options.seed,
    from: iso(startsAtMs),
    until: iso(options.endsAtMs),
    people: world.actors.filter(({ isOrganisation }) => !isOrganisation).length,
    organisations: world.actors.filter(({ isOrganisation }) => isOrganisation).length,
    handles: world.actors.reduce((sum, { accounts }) => sum + accounts.length, 0),
    behindTwoHandles: world.actors
      .filter(({ accounts }) => accounts.length > 1)
      .map(({ id }) => id),
    activities: countActivities(world),
    outcomes: sharesBy(deeds, (deed) => (deed.kind === 'outcome' ? deed.type : undefined)),
    moves: sharesBy(deeds, (deed) =>
      deed.kind === 'move' ? `${deed.from} > ${deed.to}` : undefined,
    ),
    topCauses: topCauses(deeds, world),
    loud: describePlanted(world, deeds, 'loud'),
    quiet: describePlanted(world, deeds, 'quiet'),
    incident: timesOf(events.incident),
    campaign: timesOf(events.campaign),
    claims: countSaid(truth, 'claim'),
    questions: countSaid(truth, 'question'),
  }
}

type Deed = TrueMove | TrueOutcome

function iso(atMs: number): string {
  return new Date(atMs).toISOString()
}

function timesOf<Event extends { fromMs: number; untilMs: number }>({
  fromMs,
  untilMs,
  ...rest
}: Event) {
  return { ...rest, from: iso(fromMs), until: iso(untilMs) }
}

/** Activities by type as the log will hold them; accounts are no activities, edits and deletions change rows and are counted apart. */
function countActivities({ arrivals }: World): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { arrival } of arrivals) {
    if (arrival.kind === 'profile') continue
    const isEdit = arrival.kind === 'activity' && arrival.operation === 'update'
    const type = arrival.kind === 'activity' ? arrival.type : 'deletion'
    const name = isEdit ? 'edit' : type
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return sorted(counts)
}

function sorted<Value>(values: Map<string, Value>): Record<string, Value> {
  return Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function sharesBy(
  deeds: readonly Deed[],
  nameOf: (deed: Deed) => string | undefined,
): Record<string, Share> {
  const shares = new Map<string, Share>()
  for (const deed of deeds) {
    const name = nameOf(deed)
    if (name === undefined) continue
    const { all, caused } = shares.get(name) ?? { all: 0, caused: 0 }
    shares.set(name, { all: all + 1, caused: caused + (deed.cause === undefined ? 0 : 1) })
  }
  return sorted(shares)
}

const TOP_CAUSES = 20

function causesByActor(deeds: readonly Deed[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { cause } of deeds) {
    if (cause !== undefined) counts.set(cause.actor, (counts.get(cause.actor) ?? 0) + 1)
  }
  return counts
}

function topCauses(deeds: readonly Deed[], world: World) {
  const names = new Map(world.actors.map(({ id, name }) => [id, name]))
  return [...causesByActor(deeds)]
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .slice(0, TOP_CAUSES)
    .map(([actor, caused]) => ({ actor, name: names.get(actor), caused }))
}

function describePlanted(world: World, deeds: readonly Deed[], planted: 'loud' | 'quiet') {
  const actor = world.actors.find((one) => one.planted === planted)
  const account = actor?.accounts[0]
  const isBy = (cause: Cause | undefined) => cause?.actor === actor?.id
  return {
    actor: actor?.id,
    name: actor?.name,
    handle: account?.handle.externalId,
    platform: account?.handle.platform,
    posts: world.truth.filter((one) => one.kind === 'post' && one.actor === actor?.id).length,
    followers: world.follows.filter(({ followed }) => followed === account?.index).length,
    caused: deeds.filter(({ cause }) => cause !== undefined && isBy(cause)).length,
  }
}

/** How often each claim or question about each product recurs, whatever its wording, and in which posts. */
function countSaid<What extends 'claim' | 'question'>(truth: readonly Truth[], what: What) {
  type Said = NonNullable<TruePost[What]>
  const said = new Map<string, { topic: string; name: Said; posts: string[] }>()
  for (const one of truth) {
    if (one.kind !== 'post' || one.topic === undefined) continue
    const name = one[what]
    if (name === undefined) continue
    const key = `${one.topic} ${name}`
    const known = said.get(key) ?? { topic: one.topic, name, posts: [] }
    known.posts.push(one.id)
    said.set(key, known)
  }
  return [...said]
    .sort(([a, { posts }], [b, other]) => other.posts.length - posts.length || (a < b ? -1 : 1))
    .map(([, { topic, name, posts }]) => ({ topic, [what]: name, count: posts.length, posts }))
}

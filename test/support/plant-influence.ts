import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { ACTOR_LEVELS, type ActorLevel, seededChance, type TouchKind } from '#vocabulary/index.ts'
import { newId, type TestWorkspace } from './workspace.ts'

/** A share of a planted outcome. */
export interface PlantedShare {
  /** Numbers of the accounts and channels. */
  actor: number
  channel: number
  level: ActorLevel
  kind: TouchKind
  activityId: string
  reachedAt: Date
  share: number
}

/** Something that reached somebody, whether or not an outcome followed. */
export interface PlantedTouch {
  at: Date
  actor: number
  channel: number
  level: ActorLevel
}

export interface PlantedOutcome {
  id: string
  type: string
  /** Number of the account. */
  handle: number
  at: Date
  valueMinor: number | null
  /** Of moves that are worth something as far as anybody can say. */
  worthMinor: number | null
  isLive: boolean
  background: number
  shares: PlantedShare[]
}

/** A measured workspace: accounts of people, channels, outcomes with shares, and a run's figures. */
export interface PlantedInfluence {
  topic: string
  run: string
  handles: string[]
  /** Of each account, its person. */
  people: string[]
  channels: string[]
  outcomes: PlantedOutcome[]
  touches: PlantedTouch[]
  /** Business outcomes of nobody. */
  unlinked: { type: string; at: Date }[]
  /** Credit of the run by account, channel, level and type: what is not live. */
  measuredAt: Date
}

const BEGIN = Date.UTC(2026, 8, 1)
const DAY_MS = 86_400_000
const TYPES = ['purchase', 'sign-up', 'stage:evaluation'] as const
const PEOPLE = 12
const REPLICATES = 20

/** Plants a measured topic with `outcomes` outcomes of September 2026, the same for the same seed. */
export async function plantInfluence(
  workspace: TestWorkspace,
  seed: number,
  outcomes = 40,
): Promise<PlantedInfluence> {
  const chance = seededChance(seed, 'planted influence')
  const [topic, run] = [newId(), newId()]
  const people = Array.from({ length: PEOPLE }, newId)
  const handles = Array.from({ length: PEOPLE }, newId)
  const channels = Array.from({ length: 3 }, newId)
  const post = Array.from({ length: PEOPLE }, newId)
  const grown = Array.from({ length: outcomes }, (_, n) => growOutcome(chance, n, post))
  const told = { touches: growTouches(chance), unlinked: growUnlinked(chance) }
  const planted = { topic, run, handles, people, channels, outcomes: grown, ...told }
  const measuredAt = new Date(BEGIN + 25 * DAY_MS)
  await workspace.run(async (tx) => {
    const id = workspace.id
    await sql`insert into topic (workspace_id, id, name, kind) values (${id}, ${topic}, 'Yurari', 'own')`.execute(
      tx,
    )
    for (const [i, channel] of channels.entries()) {
      await sql`insert into channel (workspace_id, id, kind, name)
        values (${id}, ${channel}, 'file', ${`channel ${i}`})`.execute(tx)
    }
    for (const [i, person] of people.entries()) {
      const [handle, name] = [handles[i] as string, `person ${i}`]
      await sql`insert into person (workspace_id, id, display_name, sort_key)
        values (${id}, ${person}, ${name}, ${name})`.execute(tx)
      await sql`insert into handle (workspace_id, id, platform, external_id, username)
        values (${id}, ${handle}, 'file', ${name}, ${name})`.execute(tx)
      await sql`insert into handle_ownership (workspace_id, handle_id, person_id, reason)
        values (${id}, ${handle}, ${person}, 'born')`.execute(tx)
    }
    const acts = [
      ...post.map((postId, i) => ({ id: postId, handle: i, at: new Date(BEGIN - DAY_MS) })),
      ...grown.map(({ id: outcomeId, handle, at }) => ({ id: outcomeId, handle, at })),
    ]
    for (const act of acts) {
      await sql`insert into activity (workspace_id, id, type, platform, external_key, channel_id,
          handle_id, published_at, arrived_at, content_hash)
        values (${id}, ${act.id}, 'Create', 'file', ${act.id}, ${channels[0]},
          ${handles[act.handle]}, ${act.at}, ${act.at}, '')`.execute(tx)
      await sql`insert into post (workspace_id, activity_id, text, tokens)
        values (${id}, ${act.id}, ${`says ${act.handle}`}, '')`.execute(tx)
    }
  })
  const all = { ...planted, measuredAt }
  await plantRun(workspace, all)
  await plantDays(workspace, all)
  await plantCredits(workspace, all)
  return all
}

/** Far more than come before outcomes, day and night. */
function growTouches(chance: () => number): PlantedTouch[] {
  const below = (most: number) => Math.floor(chance() * most)
  return Array.from({ length: 500 }, () => ({
    at: new Date(BEGIN + below(25 * DAY_MS)),
    ...{ actor: below(PEOPLE), channel: below(3) },
    level: ACTOR_LEVELS[below(ACTOR_LEVELS.length)] ?? 'knows',
  }))
}

/** Of the run as a whole. */
function plantedPlacebos(credited: number) {
  const spread = (part: number) => ({ low: (credited * part) / 2, high: credited * part * 2 })
  return {
    ...{
      draws: 5,
      credited: credited / 10,
      shuffledTimes: credited / 4,
      reversedEdges: credited / 8,
    },
    spread: { credited: spread(0.1), shuffledTimes: spread(0.25), reversedEdges: spread(0.125) },
  }
}

function growUnlinked(chance: () => number): PlantedInfluence['unlinked'] {
  return Array.from({ length: 7 }, (_, n) => ({
    ...{ type: n % 3 === 0 ? 'churn' : 'purchase' },
    at: new Date(BEGIN + Math.floor(chance() * 25 * DAY_MS)),
  }))
}

/** Of an instant, its day in Japan. */
export function dayInJapan(at: Date): string {
  return new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)
}

function growOutcome(chance: () => number, n: number, posts: readonly string[]): PlantedOutcome {
  const below = (most: number) => Math.floor(chance() * most)
  const handle = below(PEOPLE)
  const at = new Date(BEGIN + (n % 28) * DAY_MS + below(DAY_MS / 2))
  const touches = below(5)
  const weights = Array.from({ length: touches }, () => chance())
  const background = touches === 0 ? 1 : 0.1 + 0.8 * chance()
  const sum = weights.reduce((all, one) => all + one, 0)
  const shares = weights.map((weight, i): PlantedShare => {
    const actor = (handle + 1 + below(PEOPLE - 1)) % PEOPLE
    return {
      ...{ actor, channel: below(3), activityId: posts[actor] as string, kind: 'reply' },
      level: ACTOR_LEVELS[below(ACTOR_LEVELS.length)] ?? 'knows',
      reachedAt: new Date(at.getTime() - (touches - i) * 3_600_000),
      share: ((1 - background) * weight) / sum,
    }
  })
  const type = TYPES[below(TYPES.length)] ?? 'purchase'
  const valueMinor = type === 'purchase' ? 1_000 + below(9_000) : null
  const isLive = at.getTime() > BEGIN + 24 * DAY_MS
  // Every other move: of the others nobody can say.
  const worthMinor = type === 'stage:evaluation' && n % 2 === 0 ? 10.5 * n - 200 : null
  return { id: newId(), type, handle, at, valueMinor, worthMinor, isLive, background, shares }
}

/** Figures of the measurement are those of what is not live, a fifth to either side. */
async function plantRun(workspace: TestWorkspace, planted: PlantedInfluence): Promise<void> {
  const measured = planted.outcomes.filter(({ isLive }) => !isLive)
  const lines = new Map<string, { cut: string; key: string; type: string; credit: number }>()
  const outcomesOf = new Map<string, Set<string>>()
  const add = (cut: string, key: string, type: string, outcome: string, share: number) => {
    const name = `${cut} ${key} ${type}`
    const line = lines.get(name) ?? { cut, key, type, credit: 0 }
    line.credit += share
    lines.set(name, line)
    outcomesOf.set(name, (outcomesOf.get(name) ?? new Set()).add(outcome))
  }
  for (const { id, type, shares } of measured) {
    for (const { actor, channel, level, share } of shares) {
      for (const of of ['', type]) {
        add('actor', planted.handles[actor] as string, of, id, share)
        add('channel', planted.channels[channel] as string, of, id, share)
        add('level', level, of, id, share)
      }
      add('type', type, '', id, share)
    }
  }
  const credited = measured.reduce((sum, { background }) => sum + 1 - background, 0)
  const channelCredit = (channel: string) => lines.get(`channel ${channel} `)?.credit ?? 0
  const replicates = Object.fromEntries(
    planted.channels.map((channel) => [
      channel,
      Array.from({ length: REPLICATES }, (_, b) => channelCredit(channel) * (0.9 + b / 100)),
    ]),
  )
  const theta = Object.fromEntries(
    planted.channels.map((channel, c) => [
      channel,
      Object.fromEntries(TYPES.map((type) => [type, 0.2 + c / 5])),
    ]),
  )
  const byChannel = planted.channels.map((channel) => {
    const rules = { lastTouch: 3, firstTouch: 2, linear: 2.5, timeDecay: 2.7 }
    return { channel, ...rules, markov: 2.2, shapley: 2.4 }
  })
  const parameters = {
    journeyChannels: planted.channels,
    ...{ tauDays: 2, windowDays: 7, controls: 10, level: 0.9, sway: 0.05, multiplierOfOthers: 1 },
    ...{ theta, strata: { count: 4 }, draws: 5 },
    placebo: plantedPlacebos(credited),
    comparators: { preceded: measured.length, halfLifeDays: 3.5, byChannel },
  }
  await workspace.run(async (tx) => {
    await sql`insert into influence_run (workspace_id, id, scope_id, topic_id, state, measured_at, from_at,
        to_at, people, touches, outcomes, unlinked, credited, background, low, high, parameters, replicates)
      values (${workspace.id}, ${planted.run}, ${planted.topic}, ${planted.topic}, 'measured',
        ${planted.measuredAt}, ${new Date(BEGIN)}, ${planted.measuredAt}, ${PEOPLE}, 100,
        ${measured.length}, 7, ${credited}, ${measured.length - credited}, ${credited * 0.8},
        ${credited * 1.2}, ${JSON.stringify(parameters)}, ${JSON.stringify(replicates)})`.execute(
      tx,
    )
    await plantJourneys(tx, workspace.id, planted)
    for (const [name, line] of lines) {
      const outcomes = outcomesOf.get(name)?.size ?? 0
      await plantFigure(tx, workspace.id, planted, { ...line, outcomes })
    }
  })
}

/** Of each measured outcome that something preceded, its channels in the order of the touches. */
async function plantJourneys(
  tx: Transaction,
  workspaceId: string,
  { run, outcomes }: PlantedInfluence,
): Promise<void> {
  for (const { type, at, shares } of outcomes.filter(
    (one) => !one.isLive && one.shares.length > 0,
  )) {
    const met = shares.map(({ channel }) => channel)
    const steps = met.filter((channel, i) => channel !== met[i - 1])
    const parts = met.map(() => 1 / met.length)
    const journey = [at.getTime() / 1000, met[0], met.at(-1), steps, met, parts, parts]
    await sql`insert into influence_journey (workspace_id, run_id, type, day, journeys)
      values (${workspaceId}, ${run}, ${type}, ${at.toISOString().slice(0, 10)},
        ${JSON.stringify([journey])})
      on conflict (workspace_id, run_id, type, day)
      do update set journeys = influence_journey.journeys || excluded.journeys`.execute(tx)
  }
}

async function plantFigure(
  tx: Transaction,
  workspace: string,
  planted: PlantedInfluence,
  line: { cut: string; key: string; type: string; credit: number; outcomes: number },
): Promise<void> {
  const { cut, key, type, credit, outcomes } = line
  const reached = keysReached(planted).get(`${cut} ${key}`)?.length ?? 0
  await sql`insert into influence_figure (workspace_id, run_id, cut, key, type, credit, low, high,
          placebo, placebo_low, placebo_high, shuffled, shuffled_low, shuffled_high, reversed,
          reversed_low, reversed_high, passed_on, passed_on_low, passed_on_high, multiplier_low,
          multiplier_high, outcomes, touches, multiplier, is_enough, handle_id)
        values (${workspace}, ${planted.run}, ${cut}, ${key}, ${type}, ${credit}, ${credit * 0.8},
          ${credit * 1.2}, ${credit / 10}, ${credit / 20}, ${credit / 5}, ${credit / 4}, ${credit / 5},
          ${credit / 3}, ${credit / 8}, ${credit / 9}, ${credit / 7}, ${credit / 2}, ${credit / 3},
          ${credit}, ${cut === 'actor' ? 0.5 : null}, ${cut === 'actor' ? 1.5 : null}, ${outcomes},
          ${cut === 'type' ? planted.touches.length : reached},
          ${cut === 'actor' ? 1 : null}, ${outcomes >= 10}, ${cut === 'actor' ? key : null})`.execute(
    tx,
  )
}

/** By cut and key, when it reached somebody. */
function keysReached({ touches, handles, channels }: PlantedInfluence): Map<string, Date[]> {
  const reached = new Map<string, Date[]>()
  for (const { at, actor, channel, level } of touches) {
    for (const name of [
      `actor ${handles[actor]}`,
      `channel ${channels[channel]}`,
      `level ${level}`,
    ]) {
      reached.set(name, [...(reached.get(name) ?? []), at])
    }
  }
  return reached
}

/** What the measurement counted by day. */
async function plantDays(workspace: TestWorkspace, planted: PlantedInfluence): Promise<void> {
  const { run, outcomes, unlinked } = planted
  await workspace.run(async (tx) => {
    for (const [name, times] of keysReached(planted)) {
      const [cut = '', key = ''] = name.split(' ')
      await plantTouchDays(tx, { workspace: workspace.id, run, cut, key, times })
    }
    const count = (type: string, at: Date, side: 'linked' | 'unlinked') =>
      sql`insert into influence_outcome_days (workspace_id, run_id, type, day, linked, unlinked)
        values (${workspace.id}, ${run}, ${type}, ${dayInJapan(at)}, ${side === 'linked' ? 1 : 0},
          ${side === 'linked' ? 0 : 1})
        on conflict (workspace_id, run_id, type, day) do update
        set linked = influence_outcome_days.linked + excluded.linked,
          unlinked = influence_outcome_days.unlinked + excluded.unlinked`.execute(tx)
    for (const { type, at, isLive } of outcomes) if (!isLive) await count(type, at, 'linked')
    for (const { type, at } of unlinked) await count(type, at, 'unlinked')
  })
}

async function plantTouchDays(
  tx: Transaction,
  of: { workspace: string; run: string; cut: string; key: string; times: readonly Date[] },
): Promise<void> {
  const { workspace, run, cut, key, times } = of
  const days = [...new Set(times.map(dayInJapan))].sort()
  const touches = days.map((day) => times.filter((at) => dayInJapan(at) === day).length)
  await sql`insert into influence_touch_days (workspace_id, run_id, cut, key, days, touches, handle_id)
    values (${workspace}, ${run}, ${cut}, ${key}, ${days}::date[], ${touches}::integer[],
      ${cut === 'actor' ? key : null})`.execute(tx)
}

async function plantCredits(workspace: TestWorkspace, planted: PlantedInfluence): Promise<void> {
  await workspace.run(async (tx) => {
    for (const outcome of planted.outcomes) {
      const { id, type, handle, at, valueMinor, worthMinor, isLive, background, shares } = outcome
      await sql`insert into outcome_credit (workspace_id, scope_id, outcome_id, type, run_id, handle_id,
          at, value_minor, currency, worth_minor, worth_currency, background, is_live, credited_at)
        values (${workspace.id}, ${planted.topic}, ${id}, ${type}, ${planted.run},
          ${planted.handles[handle]}, ${at}, ${valueMinor}, ${valueMinor === null ? null : 'JPY'},
          ${worthMinor}, ${worthMinor === null ? null : 'JPY'}, ${background}, ${isLive}, ${at})`.execute(
        tx,
      )
      for (const [number, one] of shares.entries()) {
        await sql`insert into credit_share (workspace_id, scope_id, outcome_id, type, number, activity_id,
            evidence_id, kind, actor_handle_id, channel_id, level, reached_at, share)
          values (${workspace.id}, ${planted.topic}, ${id}, ${type}, ${number}, ${one.activityId},
            ${one.activityId}, ${one.kind}, ${planted.handles[one.actor]},
            ${planted.channels[one.channel]}, ${one.level}, ${one.reachedAt}, ${one.share})`.execute(
          tx,
        )
      }
    }
  })
}

/** Two communities, of the accounts with even and with odd numbers, as measured; answers their ids. */
export async function plantCommunities(
  workspace: TestWorkspace,
  { handles, run, outcomes, touches }: PlantedInfluence,
): Promise<string[]> {
  const groups = [newId(), newId()]
  await workspace.run(async (tx) => {
    for (const [i, id] of groups.entries()) {
      await sql`insert into community (workspace_id, id, phrases, people, ties, posts, recent_posts,
          before_posts, weeks, health, active_share, answer_rate, reciprocity, newcomers_kept, stages,
          languages, relevance, relevant_posts, rival_posts, ours, rivals, is_to_join, born_at,
          people_told)
        values (${workspace.id}, ${id}, ${['tea', `group ${i}`]}, 6, 6, 1, 1, 1, '{}', 1, 1, 1, 1, 1,
          '[]', '[]', 1, 1, 1, 1, 1, false, now(), 6)`.execute(tx)
      const own = outcomes
        .filter(({ isLive }) => !isLive)
        .map(({ shares }) => shares.filter(({ actor }) => actor % 2 === i))
      const credit = own.flat().reduce((sum, { share }) => sum + share, 0)
      const times = touches.filter(({ actor }) => actor % 2 === i).map(({ at }) => at)
      await sql`insert into influence_figure (workspace_id, run_id, cut, key, type, credit, low, high,
          placebo, placebo_low, placebo_high, shuffled, shuffled_low, shuffled_high, reversed,
          reversed_low, reversed_high, outcomes, touches, is_enough)
        values (${workspace.id}, ${run}, 'community', ${id}, '', ${credit}, ${credit * 0.8},
          ${credit * 1.2}, ${credit / 10}, ${credit / 20}, ${credit / 5}, ${credit / 4}, ${credit / 5},
          ${credit / 3}, ${credit / 8}, ${credit / 9}, ${credit / 7},
          ${own.filter((shares) => shares.length > 0).length}, ${times.length}, true)`.execute(tx)
      await plantTouchDays(tx, { workspace: workspace.id, run, cut: 'community', key: id, times })
    }
    for (const [i, handle] of handles.entries()) {
      await sql`insert into community_member (workspace_id, community_id, handle_id, is_first, rank,
          core, leap, strength, x, y)
        values (${workspace.id}, ${groups[i % 2]}, ${handle}, true, 1, 1, 1, 1, 0, 0)`.execute(tx)
    }
  })
  return groups
}

/** Whether an outcome lies between two days in Japan, both included, and is of a type. */
export function isBetween(from: string, to: string, type?: string) {
  const instant = (day: string, plus: number) =>
    Date.parse(`${day}T00:00:00+09:00`) + plus * 86_400_000
  return (outcome: { at: Date; type: string }) =>
    outcome.at.getTime() >= instant(from, 0) &&
    outcome.at.getTime() < instant(to, 1) &&
    (type === undefined || outcome.type === type)
}

import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { readEventsAfter } from '#store/event-log.ts'
import {
  actor,
  BEE,
  BEGIN,
  HOUR_MS,
  log,
  OTHERS,
  openCredit,
  TAU_DAYS,
  thetaOf,
  toArrival,
  WINDOW_DAYS,
} from '#test/credit-logs.ts'
import { SHORT_RUNS } from '#test/short-runs.ts'
import type { TestWorkspace } from '#test/workspace.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { creditOutcome } from '../influence/credit.ts'
import { readGround } from '../nightly/measure-workspace.ts'
import { scopeInput } from '../nightly/scope-input.ts'
import { readTopicsListened } from '../touches/read-outcomes.ts'
import { creditAfter } from './follow-outcomes.ts'

const RUNS = Number(process.env.ENISHI_PROPERTY_RUNS ?? 3)

/** Works off all events of the workspace; answers how many outcomes changed. */
async function creditAll(workspace: TestWorkspace): Promise<number> {
  const { events } = await readEventsAfter(workspace.door, { xid: '0', id: 0 }, 1_000_000)
  let changed = 0
  for (const event of events.filter(({ workspaceId }) => workspaceId === workspace.id)) {
    changed += await creditAfter(workspace.door, event, () => new Date())
  }
  return changed
}

type Parts = Record<string, number>

async function written(workspace: TestWorkspace, scope: string): Promise<Record<string, Parts>> {
  const { rows } = await workspace.run((tx) =>
    sql<{ key: string; background: number; shares: Parts | null }>`
      select c.outcome_id || ' ' || c.type as key, c.background,
        (select json_object_agg(s.activity_id || ' ' || s.evidence_id, s.share) from credit_share s
          where s.scope_id = c.scope_id and s.outcome_id = c.outcome_id and s.type = c.type) as shares
      from outcome_credit c where c.scope_id = ${scope}::uuid`.execute(tx),
  )
  return Object.fromEntries(
    rows.map(({ key, background, shares }) => [key, { ...shares, background }]),
  )
}

/** All outcomes against all touches of the whole log, as a measurement reads it. */
async function slowly(
  workspace: TestWorkspace,
  topicId: string | null,
): Promise<Record<string, Parts>> {
  const topics = await workspace.run(readTopicsListened)
  const ground = await readGround(workspace.run, topics)
  const { input, happenings, row } = scopeInput(ground, topicId)
  const { accounts, activities, activity, evidence } = ground.touches
  const { rows } = await workspace.run((tx) =>
    sql<{ id: string; name: string }>`select id, external_id as name from handle`.execute(tx),
  )
  const multiplier = new Float64Array(accounts.people.count).fill(OTHERS)
  for (const { id, name } of rows) {
    const person = accounts.personOf(accounts.handles.find(id))
    if (name === 'a' || name === 'b') multiplier[person] = name === 'a' ? 3 : 1.5
  }
  const credited = happenings.map((one, o) => {
    const [t, person] = [input.outcomes.t[o] as number, input.outcomes.person[o] as number]
    const own = [...row.keys()].filter((i) => input.touches.person[i] === person)
    const seen = own.map((i) => ({
      t: input.touches.t[i] as number,
      actor: input.touches.actor[i] as number,
      channel: 0,
    }))
    const kernel = { tauDays: TAU_DAYS, windowDays: WINDOW_DAYS, channels: 1, multiplier }
    const theta = Float64Array.of(thetaOf(one.type))
    const { parts, background } = creditOutcome({ ...kernel, theta }, 0, t, seen)
    const named = own.map((i, at) => {
      const [what, shows] = [activity[row[i] as number], evidence[row[i] as number]] as number[]
      return [`${activities.idOf(what as number)} ${activities.idOf(shows as number)}`, parts[at]]
    })
    const shares = Object.fromEntries(named.filter(([, part]) => (part as number) > 0)) as Parts
    return [`${one.activityId} ${one.type}`, { ...shares, background }] as const
  })
  return Object.fromEntries(credited)
}

function expectSame(found: Record<string, Parts>, expected: Record<string, Parts>): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort())
  for (const [key, parts] of Object.entries(expected)) {
    expect(Object.keys(found[key] ?? {}).sort(), key).toEqual(Object.keys(parts).sort())
    for (const [name, part] of Object.entries(parts)) {
      expect(Math.abs((found[key]?.[name] ?? Number.NaN) - part)).toBeLessThan(1e-6)
    }
    const sum = Object.values(found[key] ?? {}).reduce((all, one) => all + one, 0)
    expect(Math.abs(sum - 1)).toBeLessThan(1e-9)
  }
}

describe('credit as outcomes come', () => {
  it('is that of the whole log at the same parameters, whatever comes when', async () => {
    let [shares, types] = [0, new Set<string>()]
    await fc.assert(
      fc.asyncProperty(log, fc.integer({ min: 1, max: 12 }), async (acts, atOnce) => {
        const { workspace, topic, hearAll } = await openCredit()
        for (let from = 0; from < acts.length; from += atOnce) {
          await hearAll(acts.slice(from, from + atOnce).map(toArrival))
          await creditLatest(workspace)
        }
        for (const topicId of [null, topic]) {
          const found = await written(workspace, topicId ?? workspace.id)
          expectSame(found, await slowly(workspace, topicId))
          for (const [key, parts] of Object.entries(found)) {
            types.add(key.split(' ')[1] ?? '')
            shares += Object.keys(parts).length - 1
          }
        }
        expect(await creditAll(workspace)).toBe(0)
      }),
      { numRuns: RUNS, endOnFailure: true, ...SHORT_RUNS },
    )
    expect(shares).toBeGreaterThan(5 * RUNS)
    expect(types.size).toBeGreaterThan(4)
  }, 300_000)
})

const HEARSAY = { kind: 'activity', operation: 'create', platform: 'shop' } as const
const dayOf = (day: number) => new Date(BEGIN + day * 24 * HOUR_MS)

/** Somebody of whom nothing but a purchase is heard. */
function buyer(name: string, day: number): IncomingActivity {
  return {
    ...{ ...HEARSAY, type: 'Outcome', externalKey: `buys ${name}`, publishedAt: dayOf(day) },
    ...{ actor: { platform: 'shop', externalId: name }, outcome: { type: 'purchase', about: BEE } },
  }
}

function mention(of: string, day: number): IncomingActivity {
  return {
    ...{ ...HEARSAY, type: 'Create', externalKey: `names ${of}`, publishedAt: dayOf(day) },
    ...{ actor: actor(0), content: { text: `${BEE} おすすめ` } },
    mentions: [{ platform: 'shop', externalId: of }],
  }
}

describe('credit of those of whom nothing but outcomes was heard', () => {
  it('is as a measurement has it: they count where anything ever reached them', async () => {
    const { workspace, topic, hearAll } = await openCredit()
    // Before the window, within it, after the outcome, and never.
    await hearAll([mention('far', 0.2), mention('near', 5), buyer('far', 7), buyer('near', 7)])
    await hearAll([mention('late', 7.5), buyer('late', 7), buyer('never', 7)])
    await creditLatest(workspace)
    for (const topicId of [null, topic]) {
      const found = await written(workspace, topicId ?? workspace.id)
      expectSame(found, await slowly(workspace, topicId))
      expect(Object.keys(found).filter((key) => key.endsWith(' purchase'))).toHaveLength(3)
    }
    expect(await creditAll(workspace)).toBe(0)
  }, 60_000)

  it('looks at all that a busy account wrote whom they follow', async () => {
    const { workspace, topic, hearAll } = await openCredit()
    const follow = {
      ...HEARSAY,
      type: 'Follow',
      externalKey: 'follows',
      publishedAt: dayOf(0),
    } as const
    await hearAll([
      { ...follow, actor: { platform: 'shop', externalId: 'reader' }, objectHandle: actor(0) },
    ])
    const posts = Array.from({ length: 260 }, (_, i): IncomingActivity => {
      const publishedAt = new Date(dayOf(3).getTime() + i * 60_000)
      const text = `${BEE} おすすめ ${i}`
      return { ...mention('f', 3), externalKey: `busy ${i}`, publishedAt, content: { text } }
    })
    await hearAll(posts)
    await hearAll([buyer('reader', 4)])
    await creditLatest(workspace)
    const found = await written(workspace, topic)
    expectSame(found, await slowly(workspace, topic))
    const parts = Object.entries(found).find(([key]) => key.endsWith(' purchase'))?.[1]
    expect(Object.keys(parts ?? {}).length).toBeGreaterThan(200)
  }, 120_000)
})

const taken = new Map<string, Set<string>>()

/** Works off the events that came since the last time. */
async function creditLatest(workspace: TestWorkspace): Promise<void> {
  const done = taken.get(workspace.id) ?? new Set()
  taken.set(workspace.id, done)
  const { rows } = await workspace.door.asSystem((tx) =>
    sql<{ place: string; name: string; subjectId: string | null; detail: string[] }>`
      select xid::text || '-' || id as place, name, subject_id as "subjectId", detail from event
      where workspace_id = ${workspace.id} order by xid, id`.execute(tx),
  )
  for (const { place, ...event } of rows.filter(({ place }) => !done.has(place))) {
    done.add(place)
    await creditAfter(workspace.door, { ...event, workspaceId: workspace.id }, () => new Date())
  }
}

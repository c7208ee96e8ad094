import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import {
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
import { INFLUENCE_OUTCOMES, TOUCH_KINDS, type TouchKind } from '#vocabulary/index.ts'
import { readGround } from '../nightly/measure-workspace.ts'
import { scopeInput } from '../nightly/scope-input.ts'
import { readTopicsListened } from '../touches/read-outcomes.ts'
import { readRun } from './read-run.ts'
import { scopeOf } from './scope.ts'
import { type Step, traceBack } from './trace-back.ts'

const RUNS = Number(process.env.ENISHI_PROPERTY_RUNS ?? 4)
const DAY_MS = 86_400_000
const OUTCOMES_EACH = 8

/** A touch of the whole log, as a measurement reads it. */
interface Reached {
  activityId: string
  evidenceId: string
  actorHandleId: string
  channelId: string
  kind: TouchKind
  atMs: number
  /** People by number. */
  actor: number
  person: number
  multiplier: number
}

/** Everything there is to know of a log, in plain lists. */
interface World {
  touches: Reached[]
  /** When something was said, by whom, and what it answers. */
  said: Map<string, { atMs: number; person: number; parentId: string | null }>
  outcomes: { atMs: number; person: number; type: string }[]
}

async function readWorld(
  workspace: TestWorkspace,
  topicId: string | null,
  parentOf: ReadonlyMap<string, string>,
): Promise<World> {
  const ground = await readGround(workspace.run, await workspace.run(readTopicsListened))
  const { row, happenings } = scopeInput(ground, topicId)
  const { accounts, activities, channels, ...read } = ground.touches
  const { rows } = await workspace.run((tx) =>
    sql<{ id: string; key: string; at: Date; handleId: string; name: string }>`
      select a.id, a.external_key as key, a.published_at as at, a.handle_id as "handleId",
        h.external_id as name from activity a join handle h on h.id = a.handle_id`.execute(tx),
  )
  const idOf = new Map(rows.map(({ key, id }) => [key, id]))
  const nameOf = new Map(rows.map(({ handleId, name }) => [handleId, name]))
  const touches = Array.from(row, (i): Reached => {
    const actorHandleId = accounts.handles.idOf(read.actorHandle[i] as number)
    const name = nameOf.get(actorHandleId)
    return {
      activityId: activities.idOf(read.activity[i] as number),
      evidenceId: activities.idOf(read.evidence[i] as number),
      channelId: channels.idOf(read.channel[i] as number),
      ...{ actorHandleId, kind: TOUCH_KINDS[read.kind[i] as number] ?? 'follow' },
      ...{ atMs: read.atMs[i] as number, actor: read.actor[i] as number },
      person: read.person[i] as number,
      multiplier: name === 'a' ? 3 : name === 'b' ? 1.5 : OTHERS,
    }
  }).sort((a, b) => a.atMs - b.atMs || (a.activityId < b.activityId ? -1 : 1))
  const said = new Map(
    rows.map(({ id, key, at, handleId }) => {
      const person = accounts.personOf(accounts.handles.find(handleId))
      const parentId = idOf.get(parentOf.get(key) ?? '') ?? null
      return [id, { atMs: at.getTime(), person, parentId }]
    }),
  )
  return { touches, said, outcomes: happenings }
}

/** Parts of touches at an instant: theta r phi over one and all of them. */
function partsAt(reached: readonly Reached[], atMs: number, theta: number) {
  const pushes = reached.map((touch) => {
    const days = (atMs - touch.atMs) / DAY_MS
    const isWithin = days > 0 && days <= WINDOW_DAYS
    return isWithin ? (theta * touch.multiplier * Math.exp(-days / TAU_DAYS)) / TAU_DAYS : 0
  })
  const all = pushes.reduce((sum, push) => sum + push, 1)
  return reached.map((touch, i) => ({ touch, share: (pushes[i] as number) / all }))
}

const ANY_TYPE =
  INFLUENCE_OUTCOMES.reduce((sum, type) => sum + thetaOf(type), 0) / INFLUENCE_OUTCOMES.length

interface Shown {
  touch: Reached
  share: number
}

/** What stands right behind a touch: what it answers, whole; else what had reached its author. */
function rightBehind({ touches, said }: World, { touch, share }: Shown): Shown[] {
  const words = said.get(touch.activityId)
  if (words === undefined) return []
  const reached = touches.filter(({ person }) => person === words.person)
  const answered = reached.find(
    ({ activityId, atMs }) =>
      activityId === words.parentId &&
      atMs <= words.atMs &&
      atMs >= words.atMs - WINDOW_DAYS * DAY_MS,
  )
  if (answered !== undefined) return [{ touch: answered, share }]
  return largest(
    partsAt(reached, words.atMs, ANY_TYPE).map((one) => ({
      ...one,
      share: share * one.share,
    })),
    5,
  ).sort((a, b) => a.touch.atMs - b.touch.atMs)
}

function largest<One extends { share: number }>(some: readonly One[], most: number): One[] {
  return some
    .filter(({ share }) => share >= 1e-3)
    .sort((a, b) => b.share - a.share)
    .slice(0, most)
}

interface Numbered extends Shown {
  number: number
  parent: number | null
  hop: number
}

/** The path behind the first hop by its definition: hop by hop, no words behind two. */
function behindSlowly(world: World, first: readonly Numbered[]): Numbered[] {
  const all = [...first]
  for (const hop of [2, 3]) {
    for (const from of largest(
      all.filter((one) => one.hop === hop - 1),
      6,
    )) {
      const shown = new Set(all.map(({ touch }) => touch.activityId))
      const fresh = rightBehind(world, from).filter(({ touch }) => !shown.has(touch.activityId))
      for (const one of fresh) all.push({ ...one, number: all.length, parent: from.number, hop })
    }
  }
  return all.slice(first.length)
}

const toStep = ({ touch, share, number, parent, hop }: Numbered): Step => ({
  ...{ number, parent, hop, share, kind: touch.kind, level: 'unknown' },
  ...{ reachedAt: new Date(touch.atMs), activityId: touch.activityId },
  ...{ evidenceId: touch.evidenceId, actorHandleId: touch.actorHandleId },
  channelId: touch.channelId,
})

/** The first hop of an outcome, one touch of an activity. */
function firstHop({ touches }: World, outcome: World['outcomes'][number]): Numbered[] {
  const reached = touches.filter(({ person }) => person === outcome.person)
  const seen = new Set<string>()
  return partsAt(reached, outcome.atMs, thetaOf(outcome.type))
    .filter(
      ({ share, touch: { activityId } }) =>
        share > 0 && !seen.has(activityId) && seen.add(activityId),
    )
    .map((one, number) => ({ ...one, number, parent: null, hop: 1 }))
}

function expectSame(found: readonly Step[], expected: readonly Step[]): void {
  const bare = ({ share: _, level: __, ...step }: Step) => step
  expect(found.map(bare)).toEqual(expected.map(bare))
  found.forEach(({ share }, i) => {
    expect(Math.abs(share - (expected[i]?.share ?? Number.NaN))).toBeLessThan(1e-9)
  })
}

it('the path behind an outcome is that of the whole log, hop by hop', async () => {
  const seen = { hops: [0, 0, 0, 0], whole: 0, parts: 0 }
  await fc.assert(
    fc.asyncProperty(log, async (acts) => {
      const { workspace, topic, hearAll } = await openCredit()
      const arrivals = acts.map(toArrival)
      await hearAll(arrivals)
      const parentOf = new Map(
        arrivals.flatMap(({ externalKey, parentKey }) =>
          parentKey === undefined ? [] : [[externalKey, parentKey] as const],
        ),
      )
      for (const topicId of [undefined, topic]) {
        const world = await readWorld(workspace, topicId ?? null, parentOf)
        for (const outcome of world.outcomes.slice(0, OUTCOMES_EACH)) {
          const first = firstHop(world, outcome)
          const expected = behindSlowly(world, first)
          const found = await workspace.run(async (tx) => {
            const scope = await scopeOf(tx, topicId)
            const run = await readRun(tx, scope)
            if (run === null) throw new Error('nothing was measured')
            return traceBack(tx, scope, run, first.map(toStep))
          })
          expectSame(found, expected.map(toStep))
          for (const { hop, share, parent } of expected) {
            seen.hops[hop] = (seen.hops[hop] ?? 0) + 1
            const isWhole = [...first, ...expected][parent ?? -1]?.share === share
            if (isWhole) seen.whole += 1
            else seen.parts += 1
          }
        }
      }
    }),
    { numRuns: RUNS, endOnFailure: true, ...SHORT_RUNS },
  )
  const [, , second = 0, third = 0] = seen.hops
  expect(Math.min(second, third, seen.whole, seen.parts), JSON.stringify(seen)).toBeGreaterThan(0)
}, 300_000)

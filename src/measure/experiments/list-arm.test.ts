import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Transaction } from '#store/door.ts'
import { ASSIGNED, at, buy, later, seedMany, start } from '#test/experiment-world.ts'
import { seedChannel } from '#test/seed.ts'
import { makeWorkspace, type TestWorkspace } from '#test/workspace.ts'
import { seededChance } from '#vocabulary/index.ts'
import { assignIn, recordEngagements } from './assign-engagement.ts'
import { readArms } from './count-arms.ts'
import { type ArmAsked, type ListedSubject, listArm } from './list-arm.ts'
import { type PersonInArm, peopleInArms, type ShownHit } from './tally-arms.ts'

const PEOPLE = 1_100
const HORIZON_DAYS = 14
const NOW = later(17)

/** An experiment over days, some met at one instant and some twice, some engaged, some merged since. */
async function growExperiment(workspace: TestWorkspace) {
  const { run } = workspace
  const chance = seededChance(7, 'arms')
  const channels = [await seedChannel(workspace, 'board'), await seedChannel(workspace, 'mail')]
  const experiment = await start(workspace)
  const people = await seedMany(workspace, PEOPLE, 3)
  for (const channelId of channels) {
    for (let i = 0; i < people.length; i += 200) {
      const met = people.slice(i, i + 200).filter(() => chance() < 0.7)
      const asked = { people: met, channelId }
      await run((tx) => assignIn(tx, experiment, asked, at(workspace, ASSIGNED)))
      const engaged = met.filter(() => chance() < 0.4)
      await run((tx) =>
        recordEngagements(tx, experiment, { people: engaged, channelId }, at(workspace, later(1))),
      )
    }
  }
  // Some six days, five to an instant by and large; of the channels not in the same order.
  await run((tx) =>
    sql`update experiment_subject set assigned_at = assigned_at
      + (abs(hashtext(handle_id::text || channel_id::text)) % 400) * interval '20 minutes'`.execute(
      tx,
    ),
  )
  const [first] = channels
  const buyers = people.filter(() => chance() < 0.1)
  await buy(workspace, first ?? '', buyers, later(9))
  const merge = (tx: Transaction) =>
    sql`update person p set merged_into = keep.id from (
        select id, lead(id) over (order by id) as next, row_number() over (order by id) as n
        from person where merged_into is null) keep
      where keep.n % 12 = 0 and p.id = keep.next and p.merged_into is null returning 1`.execute(tx)
  // Of tables that have just grown the database knows too little to join them fast.
  const { rows: merged } = await workspace.door.inWorkspace(workspace.id, merge, 'background')
  expect(merged.length).toBeGreaterThan(PEOPLE / 15)
  return { experiment, channels }
}

/** Everybody at once, by the definition. */
async function slowly(workspace: TestWorkspace, id: string, asked: ArmAsked) {
  const startedAt = await workspace.run(async (tx) => {
    const { rows } = await sql<{ at: Date }>`
      select started_at as at from experiment where id = ${id}`.execute(tx)
    return rows[0]?.at ?? NOW
  })
  const counted = {
    id,
    outcome: 'purchase',
    topicId: null,
    horizonDays: HORIZON_DAYS,
    startedAt,
  } as const
  const { subjects, hits } = await workspace.run((tx) => readArms(tx, counted))
  const when = { horizonDays: HORIZON_DAYS, now: NOW }
  const isAsked = (one: PersonInArm<ShownHit>) =>
    one.channelId === (asked.channel ?? null) &&
    (asked.arm === undefined || one.arm === asked.arm) &&
    one.isWaiting === (asked.only === 'waiting') &&
    (asked.only !== 'hit' || one.hits.length > 0) &&
    (asked.only !== 'engaged' || one.isEngaged)
  return [...peopleInArms(subjects, hits, when)]
    .filter(isAsked)
    .sort((a, b) => b.from.getTime() - a.from.getTime() || (a.rootId < b.rootId ? 1 : -1))
    .map(({ rootId, arm, from, hits }) => [rootId, arm, from.toISOString(), hits.length])
}

async function pageBy(workspace: TestWorkspace, id: string, asked: ArmAsked, limit: number) {
  const found: ListedSubject[] = []
  for (let cursor: string | undefined; ; ) {
    const page = { limit, cursor }
    const { items, next } = await workspace.door.inWorkspace(
      workspace.id,
      (tx) => listArm(tx, id, asked, page, NOW),
      'background',
    )
    expect(items.length).toBeLessThanOrEqual(limit)
    found.push(...items)
    if (next === null) break
    expect(items).toHaveLength(limit)
    cursor = next
  }
  return found.map(({ person, arm, assignedAt, hitsAll }) => [person.id, arm, assignedAt, hitsAll])
}

it('page after page, an arm lists whom the definition counts, in its order', async () => {
  const workspace = await makeWorkspace()
  const { experiment, channels } = await growExperiment(workspace)
  const [board, mail] = channels
  const wishes: [ArmAsked, number][] = [
    [{}, 200],
    [{ only: 'hit' }, 7],
    [{ arm: 'hold-out' }, 13],
    [{ channel: board, only: 'engaged' }, 90],
    [{ channel: mail, arm: 'engage', only: 'hit' }, 20],
    [{ channel: mail, only: 'waiting' }, 150],
  ]
  for (const [asked, limit] of wishes) {
    const expected = await slowly(workspace, experiment, asked)
    expect(expected.length, JSON.stringify(asked)).toBeGreaterThan(limit)
    expect(await pageBy(workspace, experiment, asked, limit), JSON.stringify(asked)).toEqual(
      expected,
    )
  }
}, 120_000)

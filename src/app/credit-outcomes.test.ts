import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { ensureChannel } from '#listen/index.ts'
import { readInfluence } from '#measure/index.ts'
import type { Door } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import { oneRound } from '#test/bells.ts'
import { changeIn } from '#test/change.ts'
import { hear, testListening } from '#test/listening.ts'
import { freshDatabase } from '#test/server.ts'
import { settle } from '#test/settle.ts'
import { newId, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import { addTopic, erasePerson, mergePeople, unmergePeople } from '#understand/index.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { creditOutcomes } from './credit-outcomes.ts'

const HOUR_MS = 3_600_000
const BEGIN = Date.now() - 48 * HOUR_MS

/** A database of its own: the consumer follows all workspaces. */
async function open() {
  const door = await freshDatabase()
  const id = newId()
  await door.asSystem((tx) =>
    tx
      .insertInto('workspace')
      .values({ id, slug: 'w', name: 'W', language: 'ja', time_zone: 'Asia/Tokyo' })
      .execute(),
  )
  const workspace: TestWorkspace = {
    id,
    slug: 'w',
    door,
    run: (work) => door.inWorkspace(id, work),
  }
  const { id: topic } = await workspace.run((tx) =>
    addTopic(tx, { name: 'Yurari', kind: 'own', aliases: [] }, changeIn(workspace)),
  )
  const channel = await workspace.run((tx) =>
    ensureChannel(tx, id, { kind: 'activities', name: 'test' }, new Date(), randomBytes),
  )
  const listening = await testListening(door)
  const say = (...acts: IncomingActivity[]) => hear(listening, workspace, channel, acts)
  return { workspace, topic, channel, say }
}

function post(who: string, key: string, hours: number, more: Partial<IncomingActivity> = {}) {
  const activity: IncomingActivity = {
    ...{
      kind: 'activity',
      operation: 'create',
      type: 'Create',
      platform: 'shop',
      externalKey: key,
    },
    actor: { platform: 'shop', externalId: who, displayName: who },
    publishedAt: new Date(BEGIN + hours * HOUR_MS),
    content: { text: `Yurari ${key}` },
  }
  return { ...activity, ...more }
}

function purchase(who: string, key: string, hours: number): IncomingActivity {
  const { content: _, ...bare } = post(who, key, hours)
  const outcome = { type: 'purchase' as const, valueMinor: 500, currency: 'JPY', about: 'Yurari' }
  return { ...bare, type: 'Outcome', outcome }
}

async function plantRun({ id, run }: TestWorkspace, channel: string, measuredAt = new Date()) {
  const theta = { [channel]: { purchase: 2 } }
  const parameters = { tauDays: 2, windowDays: 7, multiplierOfOthers: 1, theta }
  await run(async (tx) => {
    await sql`delete from influence_run`.execute(tx)
    await sql`insert into influence_run (workspace_id, id, scope_id, state, measured_at, people, touches,
        outcomes, unlinked, credited, background, low, high, parameters, replicates)
      values (${id}, ${newId()}, ${id}, 'measured', ${measuredAt}, 1, 1, 1, 0, 0, 1, 0, 0,
        ${JSON.stringify(parameters)}, '{}')`.execute(tx)
  })
}

/** Works off all events, as the process does in its role `work`; answers what it logged. */
async function follow(door: Door): Promise<string[]> {
  const lines: string[] = []
  const stopping = new AbortController()
  const bell = oneRound(() => stopping.abort())
  const log = (line: Record<string, unknown>) => void lines.push(JSON.stringify(line))
  await settle(door)
  const chance = { now: () => new Date(), random: randomBytes }
  await creditOutcomes({ door, bell, chance, log }, stopping.signal)
  return lines
}

async function credited({ run }: TestWorkspace) {
  const { rows } = await run((tx) =>
    sql<{ key: string; background: number; isLive: boolean; shares: number; sum: number }>`
      select a.external_key as key, c.background, c.is_live as "isLive", count(s.share) as shares,
        c.background + case when sum(s.share) is null then 0 else sum(s.share) end as sum
      from outcome_credit c join activity a on a.id = c.outcome_id
      left join credit_share s on s.outcome_id = c.outcome_id and s.scope_id = c.scope_id
        and s.type = c.type
      where c.type = 'purchase' group by 1, 2, 3 order by 1`.execute(tx),
  )
  return rows
}

async function eventsNamed({ door, id }: TestWorkspace, name: string) {
  return door.asSystem((tx) =>
    tx
      .selectFrom('event')
      .select(['detail', 'subject_id'])
      .where('workspace_id', '=', id)
      .where('name', '=', name)
      .execute(),
  )
}

const reply = (who: string, key: string, to: string, hours: number) =>
  post(who, key, hours, { parentKey: to })

describe('credit of outcomes as they come', () => {
  it('is written with its event, once, and goes on where a process stopped', async () => {
    const { workspace, channel, say } = await open()
    await plantRun(workspace, channel)
    await say(post('ann', 'p1', 0), reply('bob', 'r1', 'p1', 1))
    await say(purchase('bob', 'o1', 3))
    expect(await follow(workspace.door)).toEqual([])
    const [first] = await credited(workspace)
    expect(first).toMatchObject({ key: 'o1', isLive: true, shares: 1 })
    expect(first?.sum).toBeCloseTo(1, 12)
    // theta / tau times e^(-2 hours / tau) against 1.
    const push = (2 / 2) * Math.exp(-(2 / 24) / 2)
    expect(first?.background).toBeCloseTo(1 / (1 + push), 9)
    const told = await eventsNamed(workspace, 'outcome.credited')
    expect(told.length).toBeGreaterThan(0)
    expect(told.flatMap(({ detail }) => detail).every((part) => /^outcomes=\d+$/.test(part))).toBe(
      true,
    )
    await say(purchase('bob', 'o2', 4))
    await follow(workspace.door)
    expect((await credited(workspace)).map(({ key }) => key)).toEqual(['o1', 'o2'])
    await workspace.door.asSystem((tx) =>
      sql`update event_consumer set xid = '0', id = 0 where name = 'credit-outcomes'`.execute(tx),
    )
    const before = await credited(workspace)
    const events = (await eventsNamed(workspace, 'outcome.credited')).length
    await follow(workspace.door)
    expect(await credited(workspace)).toEqual(before)
    expect(await eventsNamed(workspace, 'outcome.credited')).toHaveLength(events)
  }, 60_000)

  it('goes to what is left of the money once some is paid back', async () => {
    const { workspace, channel, say } = await open()
    await plantRun(workspace, channel)
    await say(post('ann', 'p1', 0), reply('bob', 'r1', 'p1', 1), purchase('bob', 'o1', 3))
    await follow(workspace.door)
    const values = async () => {
      const { rows } = await workspace.run((tx) =>
        sql<{ value: number; background: number }>`
          select value_minor as value, background from outcome_credit
          where type = 'purchase'`.execute(tx),
      )
      return rows
    }
    const [before] = await values()
    expect(before?.value).toBe(500)
    const of = { kind: 'refund' as const, platform: 'shop', purchaseKeys: ['o1'], currency: 'JPY' }
    const listening = await testListening(workspace.door)
    await hear(listening, workspace, channel, [{ ...of, externalKey: 'b1', valueMinor: 200 }])
    await follow(workspace.door)
    expect(await values()).toEqual([{ value: 300, background: before?.background }])
  }, 60_000)

  it('is given anew where a parent, or a touch, comes late', async () => {
    const { workspace, channel, say } = await open()
    await plantRun(workspace, channel)
    await say(reply('bob', 'r1', 'p1', 1), purchase('bob', 'o1', 3))
    await follow(workspace.door)
    expect(await credited(workspace)).toMatchObject([{ key: 'o1', shares: 0, background: 1 }])
    await say(post('ann', 'p1', 0))
    await follow(workspace.door)
    expect(await credited(workspace)).toMatchObject([{ key: 'o1', shares: 1 }])
    await say(post('cat', 'p2', 2, { mentions: [{ platform: 'shop', externalId: 'bob' }] }))
    await follow(workspace.door)
    const [both] = await credited(workspace)
    expect(both).toMatchObject({ shares: 2 })
    expect(both?.sum).toBeCloseTo(1, 12)
  }, 60_000)

  it('follows a new measurement, and keeps what came while it was under way', async () => {
    const { workspace, channel, say } = await open()
    await say(post('ann', 'p1', 0), reply('bob', 'r1', 'p1', 1), purchase('bob', 'o1', 3))
    await follow(workspace.door)
    expect(await credited(workspace)).toEqual([])
    await plantRun(workspace, channel)
    await workspace.run((tx) => writeEvent(tx, workspace.id, { name: 'influence.measured' }))
    await follow(workspace.door)
    expect(await credited(workspace)).toMatchObject([{ key: 'o1', shares: 1, isLive: true }])
  }, 60_000)

  it('is that of merged people together, and nothing of somebody erased', async () => {
    const { workspace, channel, say } = await open()
    await plantRun(workspace, channel)
    await say(post('ann', 'p1', 0), post('cat', 'p2', 0.5))
    await say(reply('bob', 'r1', 'p1', 1), reply('bob', 'r2', 'p2', 2), purchase('bob', 'o1', 3))
    await follow(workspace.door)
    const credits = async () => {
      const { items } = await workspace.run((tx) =>
        readInfluence(tx, { by: 'actor' }, { limit: 9 }),
      )
      return new Map(items.map(({ label, credit, live, key }) => [label, { credit, live, key }]))
    }
    const apart = await credits()
    const [ann, cat] = [apart.get('ann'), apart.get('cat')]
    expect(ann?.credit).toBeGreaterThan(0)
    expect(ann?.live).toBe(ann?.credit)
    const wanted = { keep: ann?.key ?? '', merge: cat?.key ?? '', origin: 'member' as const }
    const { id } = await workspace.run((tx) => mergePeople(tx, wanted, changeIn(workspace)))
    const sum = (ann?.credit ?? 0) + (cat?.credit ?? 0)
    expect((await credits()).get('ann')?.credit).toBeCloseTo(sum, 12)
    expect((await credits()).has('cat')).toBe(false)
    await workspace.run((tx) => unmergePeople(tx, id, changeIn(workspace)))
    expect(await credits()).toEqual(apart)
    await workspace.run((tx) => erasePerson(tx, cat?.key ?? '', 'cat', changeIn(workspace)))
    expect((await credits()).has('cat')).toBe(false)
    await follow(workspace.door)
    for (const { sum } of await credited(workspace)) expect(sum).toBeCloseTo(1, 12)
    const { rows } = await workspace.run((tx) =>
      sql`select 1 from credit_share s where not exists (
        select from activity a where a.id = s.activity_id or a.id = s.evidence_id)`.execute(tx),
    )
    expect(rows).toEqual([])
  }, 60_000)
})

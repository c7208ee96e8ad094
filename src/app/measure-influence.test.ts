import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { measureWorkspace } from '#measure/index.ts'
import { changeIn } from '#test/change.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { makeWorkspace, newId, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import { addTopic, forgetCredits } from '#understand/index.ts'
import { type Arrival, type IncomingActivity, NOBODY } from '#vocabulary/index.ts'
import { enqueueMeasurement } from './measure-influence.ts'

const NOW = new Date('2026-07-01T00:00:00Z')
const BEGIN = Date.UTC(2026, 2, 1)
const HOUR_MS = 3_600_000
const account = (name: string) => ({ platform: 'shop', externalId: name, displayName: name })

/**
 * A world with a cause that cannot be missed: one account posts, somebody likes it and buys an hour
 * later; somebody else likes it and does nothing; now and then somebody buys by themselves.
 */
function arrivals(): Arrival[] {
  const heard: Arrival[] = []
  const add = (key: string, by: string, hours: number, more: Partial<IncomingActivity>) =>
    heard.push({
      ...({ kind: 'activity', operation: 'create', type: 'Create', platform: 'shop' } as const),
      ...{ externalKey: key, actor: account(by), publishedAt: new Date(BEGIN + hours * HOUR_MS) },
      ...more,
    })
  const buy = { type: 'Outcome', outcome: { type: 'purchase', about: 'Yurari' } } as const
  for (let i = 0; i < 90; i++) {
    const [day, parentKey] = [24 * i, `post ${i}`]
    const person = (n: number) => `person ${(i * 7 + n) % 40}`
    add(parentKey, i % 3 === 0 ? 'loud' : 'quiet', day, { content: { text: 'Yurari is here' } })
    add(`like ${i}`, person(0), day + 1, { type: 'Like', parentKey })
    add(`other ${i}`, person(11), day + 2, { type: 'Like', parentKey })
    if (i % 3 !== 0) add(`bought ${i}`, person(0), day + 2, buy)
    if (i % 4 === 0) add(`own ${i}`, person(23), day + 12, buy)
  }
  return heard
}

const wish = (workspace: TestWorkspace, seed = 1) => ({
  ...{ workspaceId: workspace.id, now: NOW, random: randomBytes, seed },
})

let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await makeWorkspace()
  const topic = { name: 'Yurari', kind: 'own' as const, aliases: [] }
  await workspace.run((tx) => addTopic(tx, topic, changeIn(workspace)))
  await hear(await testListening(), workspace, await testChannel(workspace), arrivals())
}, 60_000)

/** Everything that a measurement wrote, but for its ids. */
async function written() {
  return workspace.run(async (tx) => ({
    runs: (
      await sql`select scope_id, topic_id, state, people, touches, outcomes, unlinked, credited,
        background, low, high, parameters, replicates from influence_run order by scope_id`.execute(
        tx,
      )
    ).rows,
    figures: (
      await sql`select r.scope_id, f.cut, f.key, f.type, f.credit, f.low, f.high, f.placebo,
        f.outcomes, f.touches from influence_figure f join influence_run r on r.id = f.run_id
        order by 1, 2, 3, 4`.execute(tx)
    ).rows,
    credits: (
      await sql`select scope_id, outcome_id, type, background from outcome_credit order by 1, 2, 3`.execute(
        tx,
      )
    ).rows,
    shares: (
      await sql`select scope_id, outcome_id, type, number, activity_id, kind, share from credit_share
        order by 1, 2, 3, 4`.execute(tx)
    ).rows,
  }))
}

describe('measuring a workspace', () => {
  it('gives the same figures for the same log and seed, and only one measurement stands', async () => {
    await measureWorkspace(workspace.door, wish(workspace))
    const once = await written()
    await measureWorkspace(workspace.door, wish(workspace))
    expect(await written()).toEqual(once)
    expect(once.credits.length).toBeGreaterThan(150)
    expect(once.shares.length).toBeGreaterThan(0)
  }, 120_000)

  it('shares of an outcome and its background are one; all together are what the run says', async () => {
    const { rows } = await workspace.run((tx) =>
      sql<{ total: number }>`
        select c.background + coalesce(sum(s.share), 0) as total from outcome_credit c
        left join credit_share s on s.scope_id = c.scope_id and s.outcome_id = c.outcome_id
          and s.type = c.type
        group by c.scope_id, c.outcome_id, c.type, c.background`.execute(tx),
    )
    for (const { total } of rows) expect(total).toBeCloseTo(1, 9)
    const { rows: runs } = await workspace.run((tx) =>
      sql<{ credited: number; outcomes: number; background: number; shared: number; all: number }>`
        select r.credited, r.outcomes, r.background, count(*) as all,
          sum(1 - c.background) as shared
        from influence_run r join outcome_credit c on c.scope_id = r.scope_id
        where r.state = 'measured' group by r.id, 1, 2, 3`.execute(tx),
    )
    expect(runs).toHaveLength(2)
    for (const run of runs) {
      expect(run.all).toBe(run.outcomes)
      expect(run.credited + run.background).toBeCloseTo(run.outcomes, 9)
      expect(run.shared).toBeCloseTo(run.credited, 4)
    }
  })

  it('credits whoever moved people, by account, level, channel and type', async () => {
    const { rows } = await workspace.run((tx) =>
      sql<{ name: string; credit: number; placebo: number; low: number }>`
        select h.external_id as name, f.credit, f.placebo, f.low from influence_figure f
        join influence_run r on r.id = f.run_id and r.topic_id is null
        join handle h on h.id = f.handle_id where f.cut = 'actor' and f.type = '' order by 2 desc`.execute(
        tx,
      ),
    )
    const [first] = rows
    expect(first?.name).toBe('quiet')
    expect(first?.credit).toBeGreaterThan(30)
    expect(first?.low).toBeGreaterThan(10)
    expect(first?.placebo).toBeLessThan(10)
    const loud = rows.find(({ name }) => name === 'loud')
    expect(loud?.credit ?? 0).toBeLessThan(5)
    const cuts = await workspace.run((tx) =>
      tx.selectFrom('influence_figure').select(['cut', 'type']).distinct().execute(),
    )
    expect(new Set(cuts.map(({ cut, type }) => `${cut} ${type}`))).toEqual(
      new Set([
        ...['actor ', 'channel ', 'level ', 'type '],
        ...['actor purchase', 'channel purchase', 'level purchase'],
      ]),
    )
  })

  it('says where there is too little to tell', async () => {
    const rows = await workspace.run((tx) =>
      tx.selectFrom('influence_run').select(['state', 'outcomes', 'credited']).execute(),
    )
    expect(rows.map(({ state }) => state)).toEqual(['measured', 'measured'])
    const few = await makeWorkspace()
    const channel = await testChannel(few)
    await hear(await testListening(), few, channel, arrivals().slice(0, 80))
    const [all] = await measureWorkspace(few.door, wish(few))
    expect(all).toMatchObject({ state: 'insufficient', credited: 0, figures: [], credits: [] })
    expect(all?.outcomes).toBeGreaterThan(5)
  })

  it('counts outcomes of nobody as such, by type and day, whatever they claim', async () => {
    const one = await makeWorkspace()
    const topic = { name: 'Yurari', kind: 'own' as const, aliases: [] }
    await one.run((tx) => addTopic(tx, topic, changeIn(one)))
    const nobodys = Array.from(
      { length: 12 },
      (_, i): Arrival => ({
        ...({ kind: 'activity', operation: 'create', type: 'Outcome', platform: 'shop' } as const),
        ...{ externalKey: `till ${i}`, actor: NOBODY },
        publishedAt: new Date(BEGIN + (24 * Math.floor(i / 4) + 15) * HOUR_MS),
        outcome: {
          ...{ type: i % 2 === 0 ? 'purchase' : 'churn', about: 'Yurari' },
          claims: [{ class: 'referral', text: 'quiet', by: account('quiet') }],
        },
      }),
    )
    const channel = await testChannel(one)
    await hear(await testListening(), one, channel, [...arrivals(), ...nobodys])
    const [all, ofTopic] = await measureWorkspace(one.door, wish(one))
    expect([all?.unlinked, ofTopic?.unlinked]).toEqual([12, 12])
    const unlinked = (all?.outcomeDays ?? [])
      .filter((day) => day.unlinked > 0)
      .map((day) => `${day.day} ${day.type} ${day.unlinked}`)
    // 15:00 UTC is the next day in Japan.
    const days = ['2026-03-02', '2026-03-03', '2026-03-04']
    expect(unlinked.sort()).toEqual(
      days.flatMap((day) => [`${day} churn 2`, `${day} purchase 2`]).sort(),
    )
    const linked = (all?.outcomeDays ?? []).reduce((sum, day) => sum + day.linked, 0)
    expect(linked).toBe(all?.outcomes)
    const { rows } = await one.run((tx) =>
      sql`select 1 from outcome_credit c join handle h on h.id = c.handle_id
        where h.platform = 'nobody'`.execute(tx),
    )
    expect(rows).toEqual([])
  })

  it('counts touches by day as the log has them, one after the other', async () => {
    const { rows } = await workspace.run((tx) =>
      sql<{ cut: string; key: string; days: string[]; touches: number[]; scope: string }>`
        select t.cut, t.key, t.days::text[] as days, t.touches, r.scope_id as scope
        from influence_touch_days t join influence_run r on r.id = t.run_id
        where t.cut in ('actor', 'channel')`.execute(tx),
    )
    const likes = arrivals().filter((one) => one.kind === 'activity' && one.type === 'Like')
    const slow = new Map<string, number>()
    for (const like of likes) {
      if (like.kind !== 'activity' || like.publishedAt === undefined) continue
      const at = new Date(like.publishedAt.getTime() + 9 * HOUR_MS)
      const by = Number(like.parentKey?.split(' ')[1]) % 3 === 0 ? 'loud' : 'quiet'
      const key = `${by} ${at.toISOString().slice(0, 10)}`
      slow.set(key, (slow.get(key) ?? 0) + 1)
    }
    const names = await workspace.run((tx) =>
      tx.selectFrom('handle').select(['id', 'external_id']).execute(),
    )
    const nameOf = new Map(names.map(({ id, external_id }) => [id, external_id]))
    const found = (cut: string) =>
      rows
        .filter((row) => row.cut === cut && row.scope === workspace.id)
        .flatMap(({ key, days, touches }) =>
          days.map((day, i) => [`${nameOf.get(key) ?? ''} ${day}`, touches[i] ?? 0] as const),
        )
    expect(new Map(found('actor'))).toEqual(slow)
    const inAll = found('channel').reduce((sum, [, touches]) => sum + touches, 0)
    expect(inAll).toBe(likes.length)
  })

  it('has placebos of five draws beside every cell, and intervals of pushes', async () => {
    const figures = await workspace.run((tx) =>
      tx.selectFrom('influence_figure').selectAll().execute(),
    )
    for (const one of figures) {
      for (const [low, mean, high] of [
        [one.placebo_low, one.placebo, one.placebo_high],
        [one.shuffled_low, one.shuffled, one.shuffled_high],
        [one.reversed_low, one.reversed, one.reversed_high],
      ]) {
        expect(low).toBeLessThanOrEqual((mean ?? Number.NaN) + 1e-9)
        expect(high).toBeGreaterThanOrEqual((mean ?? Number.NaN) - 1e-9)
      }
      if (one.multiplier === null) continue
      expect(one.multiplier_low).toBeLessThanOrEqual(one.multiplier)
      expect(one.multiplier_high).toBeGreaterThanOrEqual(one.multiplier)
    }
    expect(figures.some(({ multiplier_low }) => multiplier_low !== null)).toBe(true)
    expect(figures.some(({ shuffled }) => shuffled !== null)).toBe(true)
  })

  it('is put in line at once where communities were found that it does not know', async () => {
    await workspace.run((tx) => tx.deleteFrom('job').execute())
    const at = { now: () => NOW, random: randomBytes }
    expect(await enqueueMeasurement(workspace.door, workspace.id, at)).toBe(false)
    await workspace.run((tx) =>
      sql`insert into community (workspace_id, id, phrases, people, ties, posts, recent_posts,
          before_posts, weeks, health, active_share, answer_rate, reciprocity, newcomers_kept, stages,
          languages, relevance, relevant_posts, rival_posts, ours, rivals, is_to_join, born_at,
          people_told)
        values (${workspace.id}, ${newId()}, '{tea}', 6, 6, 1, 1, 1, '{}', 1, 1, 1, 1, 1, '[]', '[]',
          1, 1, 1, 1, 1, false, ${new Date(NOW.getTime() + 1000)}, 6)`.execute(tx),
    )
    expect(await enqueueMeasurement(workspace.door, workspace.id, at)).toBe(true)
    await workspace.run(async (tx) => {
      await tx.deleteFrom('job').execute()
      await tx.deleteFrom('community').execute()
    })
    expect(await enqueueMeasurement(workspace.door, workspace.id, at)).toBe(false)
    await workspace.run((tx) =>
      sql`update influence_run set parameters = parameters - 'draws'`.execute(tx),
    )
    expect(await enqueueMeasurement(workspace.door, workspace.id, at)).toBe(true)
    await workspace.run((tx) =>
      sql`update influence_run set parameters = parameters || '{"draws": 5}'`.execute(tx),
    )
  })

  it('counts no touch that is not before its outcome', async () => {
    const { rows } = await workspace.run((tx) =>
      sql`select 1 from credit_share s join outcome_credit c on c.scope_id = s.scope_id
          and c.outcome_id = s.outcome_id and c.type = s.type
        where s.reached_at >= c.at or s.reached_at < c.at - interval '7 days'
          or s.evidence_id = s.outcome_id`.execute(tx),
    )
    expect(rows).toEqual([])
  })

  it('forgets the credit of an outcome whole where a share of it leaves', async () => {
    const share = await workspace.run((tx) =>
      tx.selectFrom('credit_share').selectAll().limit(1).executeTakeFirst(),
    )
    if (share === undefined) throw new Error('nothing was credited')
    await workspace.run((tx) => forgetCredits(tx, { activities: [share.activity_id] }))
    const left = await workspace.run((tx) =>
      sql`select 1 from outcome_credit where outcome_id = ${share.outcome_id}
        and scope_id = ${share.scope_id} and type = ${share.type}
        union all select 1 from credit_share where activity_id = ${share.activity_id}`.execute(tx),
    )
    expect(left.rows).toEqual([])
  })

  it('is put in line when it is a day old and something came, and only once', async () => {
    const at = (hours: number) => ({
      ...{ now: () => new Date(NOW.getTime() + hours * 3_600_000), random: randomBytes },
    })
    await workspace.run((tx) => tx.deleteFrom('job').execute())
    expect(await enqueueMeasurement(workspace.door, workspace.id, at(2))).toBe(false)
    await workspace.run((tx) =>
      sql`update influence_run set measured_at = measured_at - interval '60 days'`.execute(tx),
    )
    expect(await enqueueMeasurement(workspace.door, workspace.id, at(2))).toBe(true)
    const jobs = await workspace.run((tx) =>
      tx.selectFrom('job').select('kind').where('kind', '=', 'measure-influence').execute(),
    )
    expect(jobs).toHaveLength(1)
    expect(await enqueueMeasurement(workspace.door, workspace.id, at(2))).toBe(false)
  })

  it('has nothing to say of an empty workspace, and is not asked to', async () => {
    const empty = await makeWorkspace()
    const chance = { now: () => NOW, random: randomBytes }
    expect(await enqueueMeasurement(empty.door, empty.id, chance)).toBe(false)
    const [all] = await measureWorkspace(empty.door, wish(empty))
    expect(all).toMatchObject({ state: 'insufficient', outcomes: 0, touches: 0, credited: 0 })
  })

  it('is put in line again as soon as something came where it had nothing to measure', async () => {
    const young = await makeWorkspace()
    const chance = { now: () => NOW, random: randomBytes }
    await measureWorkspace(young.door, wish(young))
    expect(await enqueueMeasurement(young.door, young.id, chance)).toBe(false)
    await hear(await testListening(), young, await testChannel(young), arrivals())
    expect(await enqueueMeasurement(young.door, young.id, chance)).toBe(true)
  })
})

import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  creditAfter,
  measureWorkspace,
  readInfluence,
  readJourneyChain,
  readMethod,
  readPaths,
} from '#measure/index.ts'
import { changeIn } from '#test/change.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import { addTopic } from '#understand/index.ts'
import { type IncomingActivity, STAGES, type Stage } from '#vocabulary/index.ts'

const BEE = 'みつばち号'
const DUCK = 'カルガモ丸'
const HOUR_MS = 3_600_000
/** What arrives more than 30 days late is not credited live, so this world lies just behind us. */
const BEGIN = Math.floor(Date.now() / (24 * HOUR_MS) - 92) * 24 * HOUR_MS
const NOW = new Date(BEGIN + 90 * 24 * HOUR_MS)
const SAYINGS: Record<Stage, string> = {
  discovery: ' 気になる',
  evaluation: 'と他社を比較中。迷う',
  recommendation: 'おすすめ',
  satisfaction: 'を買ってよかった',
}

function act(key: string, by: string, hours: number, more: Partial<IncomingActivity>) {
  const activity: IncomingActivity = {
    ...{ kind: 'activity', operation: 'create', type: 'Create', platform: 'shop' },
    ...{ externalKey: key, actor: { platform: 'shop', externalId: by, displayName: by } },
    publishedAt: new Date(BEGIN + hours * HOUR_MS),
  }
  return { ...activity, ...more }
}

const say = (by: string, hours: number, stage: Stage, topic = BEE) =>
  act(`${by} ${topic} ${stage} ${hours}`, by, hours, {
    content: { text: `${topic}${SAYINGS[stage]}` },
  })

/**
 * Sixty people like a post of one account and go on by a stage an hour later, all the way round; every
 * other buys (a third of them without saying for how much), and half speak of another product, which
 * brings in nothing.
 */
function world(): IncomingActivity[] {
  const heard: IncomingActivity[] = []
  for (let day = 0; day < 80; day++) {
    const content = { text: `${BEE} ${DUCK} 今日の一枚` }
    heard.push(act(`post ${day}`, 'guide', 24 * day, { content }))
  }
  for (let i = 0; i < 60; i++) {
    for (const [step, stage] of STAGES.entries()) {
      const day = i + 4 * step
      const like = { type: 'Like', parentKey: `post ${day}` } as const
      heard.push(act(`like ${i} ${step}`, `p${i}`, 24 * day + 1, like))
      heard.push(say(`p${i}`, 24 * day + 2, stage))
      if (i % 2 === 1 && step < 2) heard.push(say(`p${i}`, 24 * day + 3, stage, DUCK))
    }
    if (i % 2 === 1) continue
    const paid = i % 3 === 0 ? {} : { valueMinor: 10_000 + 100 * i, currency: 'JPY' }
    const outcome = { type: 'purchase' as const, about: BEE, ...paid }
    heard.push(act(`bought ${i}`, `p${i}`, 24 * (i + 12) + 5, { type: 'Outcome', outcome }))
  }
  heard.push(
    act('against', 'p7', 24 * 85, { content: { text: `${BEE}はやめたほうがいい。解約した` } }),
  )
  return heard.sort((a, b) => Number(a.publishedAt) - Number(b.publishedAt))
}

let workspace: TestWorkspace
let topics: { bee: string; duck: string }
let listen: (acts: IncomingActivity[]) => Promise<unknown>

beforeAll(async () => {
  workspace = await makeWorkspace()
  const add = (name: string) =>
    workspace.run((tx) => addTopic(tx, { name, kind: 'own', aliases: [] }, changeIn(workspace)))
  const [bee, duck] = [await add(BEE), await add(DUCK)]
  topics = { bee: bee.id, duck: duck.id }
  const [listening, channel] = [await testListening(), await testChannel(workspace)]
  listen = (acts) => hear(listening, workspace, channel, acts)
  await listen(world())
  const wish = { workspaceId: workspace.id, now: NOW, random: randomBytes, seed: 1 }
  await measureWorkspace(workspace.door, wish)
}, 180_000)

interface CreditedMove {
  id: string
  type: string
  topicId: string
  from: Stage | 'none'
  to: Stage
  stance: string
  minor: number | null
  currency: string | null
}

/** Every credited move of a scope with the moves of the log that it stands for. */
async function creditedMoves(scopeId: string): Promise<CreditedMove[]> {
  const { rows } = await workspace.run((tx) =>
    sql<CreditedMove>`select c.outcome_id as id, c.type, m.topic_id as "topicId",
        m.from_stage as "from", m.to_stage as "to", m.stance, c.worth_minor as minor,
        c.worth_currency as currency
      from outcome_credit c join journey_move m on m.activity_id = c.outcome_id
      where c.scope_id = ${scopeId} and (m.topic_id = ${scopeId} or ${scopeId} = ${workspace.id})
      order by 1, 3`.execute(tx),
  )
  return rows
}

/** V of each stage as the page of journeys has it. */
async function valuesNow(topic: string) {
  const chain = await workspace.run((tx) => readJourneyChain(tx, { topic }, NOW))
  expect(chain.stages.every(({ isEnough }) => isEnough)).toBe(true)
  const values = new Map(chain.stages.map(({ stage, value }) => [stage, value]))
  return (stage: Stage | 'none') => (stage === 'none' ? 0 : (values.get(stage) ?? Number.NaN))
}

describe('moves in money', () => {
  it('are worth what the stage after is worth more than the one before', async () => {
    const value = await valuesNow(topics.bee)
    const moves = await creditedMoves(topics.bee)
    const worthy = moves.filter(({ type }) => type !== 'stage:rejection')
    expect(worthy.length).toBeGreaterThan(200)
    for (const { from, to, minor, currency } of worthy) {
      expect(currency).toBe('JPY')
      expect(minor).toBeCloseTo(value(to) - value(from), 6)
    }
    expect(new Set(worthy.map(({ minor }) => Math.round(minor ?? 0))).size).toBeGreaterThan(3)
    for (const { minor } of moves.filter(({ type }) => type === 'stage:rejection')) {
      expect(minor).toBeNull()
    }
  })

  it('are of no known worth on a topic that brought nothing in, and count once where it is one post', async () => {
    const duck = await creditedMoves(topics.duck)
    expect(duck.length).toBeGreaterThan(30)
    for (const { minor, currency } of duck) expect([minor, currency]).toEqual([null, null])
    const value = await valuesNow(topics.bee)
    const all = await creditedMoves(workspace.id)
    for (const { topicId, from, to, type, minor } of all) {
      if (topicId !== topics.bee || type === 'stage:rejection') continue
      expect(minor).toBeCloseTo(value(to) - value(from), 6)
    }
  })

  it('stand beside what was paid, and say of how much of the credit they speak', async () => {
    for (const by of ['actor', 'channel'] as const) {
      const list = await workspace.run((tx) =>
        readInfluence(tx, { topic: topics.bee, by }, { limit: 10 }),
      )
      const [line] = list.items
      const { rows } = await workspace.run((tx) =>
        sql<{ paid: number; moves: number; known: number; credit: number }>`
          select sum(s.share * coalesce(c.value_minor, 0)) as paid,
            sum(s.share * coalesce(c.worth_minor, 0)) as moves,
            sum(s.share) filter (where c.value_minor is not null or c.worth_minor is not null) as known,
            sum(s.share) as credit
          from outcome_credit c join credit_share s on s.scope_id = c.scope_id
            and s.outcome_id = c.outcome_id and s.type = c.type
          where c.scope_id = ${topics.bee}`.execute(tx),
      )
      const [slow] = rows
      expect(line?.movesMoney).toHaveLength(1)
      expect(line?.movesMoney[0]?.minor).toBeCloseTo(slow?.moves ?? Number.NaN, 3)
      expect(line?.movesMoney[0]?.minor).toBeGreaterThan(0)
      expect(line?.money[0]?.minor ?? 0).toBeCloseTo(slow?.paid ?? Number.NaN, 3)
      expect(line?.valued).toBeCloseTo((slow?.known ?? 0) / (slow?.credit ?? 0), 9)
    }
    const none = await workspace.run((tx) =>
      readInfluence(tx, { topic: topics.duck, by: 'channel' }, { limit: 10 }),
    )
    expect(none.items[0]).toMatchObject({ money: [], movesMoney: [], valued: 0 })
  })

  it('are shown with the path, and the values of the stages with the method', async () => {
    const moves = await creditedMoves(topics.bee)
    const move = moves.find(({ minor }) => minor !== null && minor !== 0)
    const { paths } = await workspace.run((tx) => readPaths(tx, move?.id ?? '', topics.bee))
    expect(paths[0]?.outcome.worth).toEqual({ currency: 'JPY', minor: move?.minor })
    const value = await valuesNow(topics.bee)
    const { stageValues } = await workspace.run((tx) => readMethod(tx, undefined))
    expect(stageValues).toHaveLength(1)
    expect(stageValues[0]).toMatchObject({ topic: { id: topics.bee }, currency: 'JPY' })
    for (const { stage, minor } of stageValues[0]?.stages ?? []) {
      expect(minor).toBeCloseTo(value(stage), 6)
    }
  })

  it('that come afterwards are reckoned by the measurement, however the journeys went on', async () => {
    const valued = (await workspace.run((tx) => readMethod(tx, topics.bee))).stageValues[0]
    const at = new Map(valued?.stages.map(({ stage, minor }) => [stage, minor ?? Number.NaN]))
    const outcome = { type: 'purchase' as const, about: BEE, valueMinor: 900_000, currency: 'JPY' }
    await listen([
      act('like late', 'late', 24 * 79 + 2, { type: 'Like', parentKey: 'post 79' }),
      say('late', 24 * 79 + 3, 'discovery'),
      say('late', 24 * 79 + 9, 'evaluation'),
      act('bought late', 'late', 24 * 79 + 12, { type: 'Outcome', outcome }),
    ])
    const heard = await workspace.run((tx) =>
      tx.selectFrom('event').select('detail').where('name', '=', 'activities.heard').execute(),
    )
    const { detail } = heard.at(-1) ?? { detail: [] }
    const news = { workspaceId: workspace.id, name: 'activities.heard', detail, subjectId: null }
    expect(await creditAfter(workspace.door, news, () => NOW)).toBe(3)
    // Credited as it should be, it stays as it is.
    expect(await creditAfter(workspace.door, news, () => NOW)).toBe(0)
    const late = (await creditedMoves(topics.bee)).filter(({ from }) => from !== 'satisfaction')
    const live = await workspace.run((tx) =>
      tx.selectFrom('outcome_credit').select('outcome_id').where('is_live', '=', true).execute(),
    )
    const ids = new Set(live.map((one) => one.outcome_id))
    const own = late.filter(({ id }) => ids.has(id))
    expect(own.map(({ to }) => to).sort()).toEqual(['discovery', 'evaluation'])
    for (const { from, to, minor } of own) {
      const before = from === 'none' ? 0 : (at.get(from) ?? Number.NaN)
      expect(minor).toBeCloseTo((at.get(to) ?? Number.NaN) - before, 6)
    }
  })
})

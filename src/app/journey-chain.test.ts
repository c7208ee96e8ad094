import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import {
  listStays,
  readBeforeMoves,
  readJourneyChain,
  readSegment,
  readStageValues,
  readStuckPoints,
  readStuckSegments,
} from '#measure/index.ts'
import { changeIn } from '#test/change.ts'
import { insertCommunity } from '#test/communities.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { makeWorkspace, newId, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import { addTopic, applyTopics, mergePeople, readPersonJourneys } from '#understand/index.ts'
import {
  type IncomingActivity,
  type OutcomeType,
  STAGES,
  STAY_ENDINGS,
  seededChance,
} from '#vocabulary/index.ts'

const BEE = 'みつばち号'
const DUCK = 'カルガモ丸'
const SAYINGS = {
  discovery: '気になる',
  evaluation: 'と他社を比較中。迷う',
  recommendation: 'おすすめ',
  satisfaction: 'を買ってよかった',
}
type Saying = keyof typeof SAYINGS
const NOW = new Date('2026-10-01T00:00:00Z')

const at = (day: number, hour = 3) => new Date(Date.UTC(2026, 0, day, hour))

function post(who: string, day: number, saying: Saying, topic = BEE): IncomingActivity {
  return {
    ...{ kind: 'activity', operation: 'create', type: 'Create', platform: 'shop' },
    externalKey: `${who}-${topic}-${day}`,
    actor: { platform: 'shop', externalId: who },
    publishedAt: at(day),
    content: { text: `${topic}${saying === 'discovery' ? ' ' : ''}${SAYINGS[saying]}` },
  }
}

function outcome(who: string, day: number, type: OutcomeType, about?: string): IncomingActivity {
  return {
    ...{ kind: 'activity', operation: 'create', type: 'Outcome', platform: 'shop' },
    externalKey: `${who}-${type}-${day}`,
    actor: { platform: 'shop', externalId: who },
    publishedAt: at(day),
    outcome: {
      type,
      ...(type === 'purchase' ? { valueMinor: 1_000, currency: 'JPY' } : {}),
      ...(about === undefined ? {} : { about }),
    },
  }
}

async function open(arrivals: IncomingActivity[], channel = 'test') {
  const workspace = await makeWorkspace()
  const change = { authorId: null, now: new Date(), random: randomBytes }
  const add = (name: string) =>
    workspace.run((tx) => addTopic(tx, { name, kind: 'own', aliases: [] }, change))
  const [{ id: topic }, { id: other }] = [await add(BEE), await add(DUCK)]
  await applyTopics(workspace.door, workspace.id)
  const listening = await testListening()
  await hear(listening, workspace, await testChannel(workspace, channel), arrivals)
  return { workspace, topic, other }
}

/** Whoever has a number goes round at their own pace; some stop, some come back after a year. */
function everybody(): IncomingActivity[] {
  const order: Saying[] = ['discovery', 'evaluation', 'recommendation', 'satisfaction', 'discovery']
  return Array.from({ length: 30 }, (_, who) =>
    order
      .slice(0, 1 + (who % 5))
      .map((saying, step) => post(`p${who}`, 1 + who + step * (1 + (who % 7)), saying)),
  ).flat()
}

async function people(workspace: TestWorkspace): Promise<Map<string, string>> {
  const { rows } = await workspace.run((tx) =>
    sql<{ name: string; id: string }>`select h.external_id as name, o.person_id as id
      from handle h join handle_ownership o on o.handle_id = h.id`.execute(tx),
  )
  return new Map(rows.map(({ name, id }) => [name, id]))
}

/** The same stays counted the slow way: each person's journey, move by move. */
async function countSlowly(workspace: TestWorkspace, topic: string) {
  const counts = new Map<string, number>()
  for (const id of new Set((await people(workspace)).values())) {
    const journeys = await workspace.run((tx) => readPersonJourneys(tx, id))
    const moves = journeys.find((one) => one.topic.id === topic)?.moves ?? []
    for (const [step, move] of moves.entries()) {
      const from = Date.parse(move.shownBy.publishedAt)
      const next = moves[step + 1]
      const days = (Date.parse(next?.shownBy.publishedAt ?? NOW.toISOString()) - from) / 86_400_000
      const ending = days > 180 ? 'silence' : (next?.to ?? 'ongoing')
      counts.set(`${move.to} ${ending}`, (counts.get(`${move.to} ${ending}`) ?? 0) + 1)
    }
  }
  return counts
}

describe('the chain of a topic', () => {
  it('counts each stay once, as the journeys of the people say, and lists those it counts', async () => {
    const { workspace, topic } = await open([
      ...everybody(),
      post('late', 1, 'discovery'),
      post('late', 250, 'evaluation'),
      post('now', 200, 'evaluation'),
    ])
    const chain = await workspace.run((tx) => readJourneyChain(tx, { topic }, NOW))
    const slowly = await countSlowly(workspace, topic)
    expect(chain.stays).toBe([...slowly.values()].reduce((sum, one) => sum + one, 0))
    for (const stage of STAGES) {
      const figures = chain.stages.find((one) => one.stage === stage)
      expect(figures?.ongoing).toBe(slowly.get(`${stage} ongoing`) ?? 0)
      for (const ending of STAY_ENDINGS) {
        const stays = slowly.get(`${stage} ${ending}`) ?? 0
        const way = chain.ways.find(({ from, to }) => from === stage && to === ending)
        if (ending !== 'ongoing' && ending !== stage) expect(way?.stays).toBe(stays)
        const { items } = await workspace.run((tx) =>
          listStays(tx, { topic, stage, ending }, { limit: 100 }, NOW),
        )
        expect(items).toHaveLength(stays)
      }
    }
    expect(slowly.get('discovery silence')).toBeGreaterThan(0)
    const [discovery] = chain.stages
    expect(discovery).toMatchObject({ stage: 'discovery', isEnough: true })
    // Of 37 who discovered 24 went on, at paces of one to seven days: the 19th after six.
    expect([discovery?.stays, slowly.get('discovery evaluation')]).toEqual([37, 24])
    expect(discovery?.stay).toMatchObject({ days: 6 })
  })

  it('turns the pages of its stays without losing or repeating one', async () => {
    const { workspace, topic } = await open(everybody())
    const read = (cursor?: string) =>
      workspace.run((tx) => listStays(tx, { topic }, { limit: 7, cursor }, NOW))
    const found: string[] = []
    let page = await read()
    for (;;) {
      found.push(...page.items.map((one) => one.begunBy))
      if (page.next === null) break
      page = await read(page.next)
    }
    const { stays } = await workspace.run((tx) => readJourneyChain(tx, { topic }, NOW))
    expect(found).toHaveLength(stays)
    expect(new Set(found).size).toBe(stays)
    expect(found).toEqual([...found].sort().reverse())
  })

  it('ends a stay where a customer leaves, of the topic that is named or of all of our own', async () => {
    const { workspace, topic, other } = await open([
      post('a', 1, 'satisfaction'),
      post('a', 1, 'satisfaction', DUCK),
      outcome('a', 9, 'churn', `${DUCK} 2型`),
      post('b', 1, 'satisfaction'),
      outcome('b', 5, 'churn'),
      post('b', 20, 'discovery'),
    ])
    const endings = async (id: string) => {
      const { items } = await workspace.run((tx) => listStays(tx, { topic: id }, { limit: 9 }, NOW))
      return items.map(({ stage, ending, days }) => `${stage} ${ending} ${days}`).sort()
    }
    expect(await endings(topic)).toEqual([
      'discovery silence 180',
      'satisfaction churn 4',
      'satisfaction silence 180',
    ])
    expect(await endings(other)).toEqual(['satisfaction churn 8'])
  })

  it('values stages by the money that came in while people stayed there', async () => {
    const { workspace, topic, other } = await open([
      ...everybody(),
      ...Array.from({ length: 6 }, (_, who) =>
        outcome(`p${who * 5 + 4}`, 60 + who, 'purchase', BEE),
      ),
    ])
    const money = await workspace.run((tx) => readStageValues(tx, topic, NOW))
    expect(money).toMatchObject({ basis: 'money', currency: 'JPY' })
    for (const stage of STAGES) expect(money.values[stage]).toBeGreaterThan(0)
    expect(money.values.discovery).toBeGreaterThan(money.values.evaluation)
    const none = await workspace.run((tx) => readStageValues(tx, other, NOW))
    expect(none).toMatchObject({ basis: 'purchase', currency: null })
    expect(none.values.satisfaction).toBe(1)
  })

  it('narrows to a segment, also of people who were merged', async () => {
    const { workspace, topic } = await open(everybody(), 'forum')
    const ids = await people(workspace)
    const [one = '', two = ''] = ['p4', 'p29'].map((name) => ids.get(name))
    await workspace.run(async (tx) => {
      await mergePeople(tx, { keep: one, merge: two, origin: 'member' }, changeIn(workspace))
      await tx
        .insertInto('relation')
        .values({
          ...{ workspace_id: workspace.id, id: newId(), person_id: two, kind: 'customer' },
          source: 'member',
        })
        .execute()
    })
    const stays = async (segment?: string) =>
      (
        await workspace.run((tx) =>
          readJourneyChain(tx, { topic, ...(segment && { segment: readSegment(segment) }) }, NOW),
        )
      ).stays
    const all = await stays()
    const { items } = await workspace.run((tx) =>
      listStays(tx, { topic, segment: readSegment('relation:customer') }, { limit: 50 }, NOW),
    )
    expect(new Set(items.map(({ person }) => person.id))).toEqual(new Set([one]))
    // Five of the one, then four of the other, who begins where the first stood.
    expect(items).toHaveLength(9)
    expect(await stays('relation:customer')).toBe(items.length)
    expect(await stays('relation:media')).toBe(0)
    expect(await stays('language:ja')).toBe(all)
    expect(await stays('language:en')).toBe(0)
    const channel = await testChannel(workspace, 'forum')
    expect(await stays(`channel:${channel}`)).toBe(all)
    expect(await stays(`channel:${newId()}`)).toBe(0)
    expect(await stays(`tag:${newId()}`)).toBe(0)
    const community = await workspace.run(async (tx) => {
      const { id: handle } = await tx
        .selectFrom('handle')
        .select('id')
        .where('external_id', '=', 'p29')
        .executeTakeFirstOrThrow()
      const { id: activity } = await tx
        .selectFrom('activity')
        .select('id')
        .limit(1)
        .executeTakeFirstOrThrow()
      return insertCommunity(tx, workspace.id, { handle, topic, activity })
    })
    expect(await stays(`community:${community}`)).toBe(items.length)
    expect(await stays(`community:${newId()}`)).toBe(0)
    expect(() => readSegment('weather:fine')).toThrow(/segment/)
  })

  it('takes the stays begun on the days asked for, in the days of the workspace', async () => {
    const { workspace, topic } = await open([post('a', 3, 'discovery'), post('a', 9, 'evaluation')])
    const stays = async (from: string, to: string) => {
      const chain = await workspace.run((tx) => readJourneyChain(tx, { topic, from, to }, NOW))
      return chain.ways.filter((way) => way.stays > 0).map(({ from, to }) => `${from} ${to}`)
    }
    expect(await stays('2026-01-03', '2026-01-03')).toEqual(['discovery evaluation'])
    expect(await stays('2026-01-04', '2026-01-08')).toEqual([])
    expect(await stays('2026-01-04', '2026-01-09')).toEqual(['evaluation silence'])
  })

  it('says nothing of a topic that nobody moved for, and refuses one that is none', async () => {
    const { workspace, topic } = await open([])
    const chain = await workspace.run((tx) => readJourneyChain(tx, { topic }, NOW))
    expect(chain).toMatchObject({ stays: 0, since: null })
    expect(chain.stages.every(({ isEnough, stay }) => !isEnough && stay === null)).toBe(true)
    const none = newId()
    for (const read of [
      () => workspace.run((tx) => readJourneyChain(tx, { topic: none }, NOW)),
      () => workspace.run((tx) => readStuckPoints(tx, none, NOW)),
      () => workspace.run((tx) => listStays(tx, { topic: none }, { limit: 1 }, NOW)),
    ]) {
      await expect(read()).rejects.toThrow(/topic/)
    }
  })
})

describe('where people get stuck', () => {
  it('is the topic whose people go on more slowly, with the people behind it', async () => {
    const walk = (topic: string, days: number) =>
      Array.from({ length: 40 }, (_, who) => [
        post(`p${who}`, 200 + (who % 9), 'discovery', topic),
        post(`p${who}`, 200 + (who % 9) + Math.round(days * (0.5 + who / 40)), 'evaluation', topic),
      ]).flat()
    const { workspace, topic } = await open([...walk(BEE, 40), ...walk(DUCK, 4)])
    const stuck = await workspace.run((tx) => readStuckPoints(tx, undefined, NOW))
    const slow = stuck.points.filter(({ verdict }) => verdict === 'slow')
    expect(slow[0]).toMatchObject({ stage: 'discovery', beside: 'other-topics', people: 40 })
    expect(slow.every((one) => one.topic.id === topic)).toBe(true)
    expect(slow[0]?.high).toBeLessThan(1)
    expect(stuck.topics).toBe(2)
    // All who leave discovery go on to evaluation: it is told once.
    expect(stuck.points.map(({ to }) => to)).toEqual([null, null])
    expect(stuck.points.length * 2 + stuck.usual + stuck.insufficient).toBe(2 * 2 * 8)
    const own = await workspace.run((tx) => readStuckPoints(tx, topic, NOW))
    expect(own.points).toEqual(stuck.points.filter((one) => one.topic.id === topic))
  })
})

describe('where the people of a segment get stuck', () => {
  it('is where a community goes on more slowly than everybody else, and nowhere by the language that all speak', async () => {
    const walk = (who: string, days: number, n: number) => [
      post(who, 200 + (n % 9), 'discovery'),
      post(who, 200 + (n % 9) + Math.round(days * (0.5 + n / 40)), 'evaluation'),
    ]
    const people = Array.from({ length: 40 }, (_, n) => n)
    const { workspace, topic } = await open([
      ...people.flatMap((n) => walk(`slow${n}`, 40, n)),
      ...people.flatMap((n) => walk(`fast${n}`, 4, n)),
    ])
    const tag = newId()
    await workspace.run(async (tx) => {
      await sql`insert into tag (workspace_id, id, name, name_key, created_at)
        values (${workspace.id}, ${tag}, 'slow ones', 'slow ones', now())`.execute(tx)
      await sql`insert into tagging (workspace_id, id, tag_id, person_id, added_at)
        select ${workspace.id}, h.id, ${tag}, o.person_id, now() from handle h
        join handle_ownership o on o.handle_id = h.id where h.external_id like 'slow%'`.execute(tx)
    })
    const read = (by: 'tag' | 'language') =>
      workspace.run((tx) => readStuckSegments(tx, { topic, by }, NOW))
    const found = await read('tag')
    expect(found.segments).toBe(1)
    const [point] = found.points
    expect(point).toMatchObject({
      ...{ stage: 'discovery', beside: 'others', verdict: 'slow', stays: 40, otherStays: 40 },
      segment: { kind: 'tag', value: tag, name: 'slow ones' },
    })
    const stays = await workspace.run((tx) =>
      listStays(
        tx,
        { topic, stage: 'discovery', segment: { kind: 'tag', value: tag }, from: found.recentFrom },
        { limit: 100 },
        NOW,
      ),
    )
    expect(stays.items).toHaveLength(point?.stays ?? 0)
    expect((await read('language')).points).toEqual([])
    const before = await workspace.run((tx) =>
      readBeforeMoves(
        tx,
        { topic, move: 'discovery-evaluation', segment: { kind: 'tag', value: tag } },
        seededChance(1, 'x'),
      ),
    )
    expect(before.moves).toBe(40)
  })
})

describe('what came before a move', () => {
  it('is more often an answer where answers were planted, and no more likes than others got', async () => {
    const chance = seededChance(7, 'before')
    const arrivals: IncomingActivity[] = []
    const react = (type: 'Create' | 'Like', who: string, day: number) =>
      arrivals.push({
        ...{ kind: 'activity', operation: 'create', type, platform: 'shop' },
        externalKey: `${type}-${who}-${day}`,
        actor: { platform: 'shop', externalId: 'helper' },
        publishedAt: at(day, 9),
        parentKey: `${who}-${BEE}-1`,
        ...(type === 'Create' ? { content: { text: 'はい、そうです' } } : {}),
      } as IncomingActivity)
    for (let who = 0; who < 120; who++) {
      const isMover = who < 50
      arrivals.push(post(`w${who}`, 1, 'discovery'))
      if (chance() < (isMover ? 0.7 : 0.2)) react('Create', `w${who}`, 12)
      if (chance() < 0.4) react('Like', `w${who}`, 13)
      if (isMover) arrivals.push(post(`w${who}`, 15 + (who % 3), 'evaluation'))
    }
    const { workspace, topic } = await open(arrivals)
    const ask = () =>
      workspace.run((tx) =>
        readBeforeMoves(tx, { topic, move: 'discovery-evaluation' }, seededChance(1, 'x')),
      )
    const before = await ask()
    expect(before).toMatchObject({ moves: 50, compared: 50, from: 'discovery', to: 'evaluation' })
    const [answer, like] = ['answer', 'like'].map((by) => before.rows.find((row) => row.by === by))
    expect(answer).toMatchObject({ isEnough: true, movers: 50 })
    expect(answer?.low).toBeGreaterThan(1.5)
    expect(like?.low).toBeLessThan(1)
    expect(like?.high).toBeGreaterThan(1)
    const { rows } = await workspace.run((tx) =>
      sql<{ count: number }>`select count(*)::integer from activity
        where type = 'Create' and external_key like 'Create-w%'
          and substring(external_key from 'w(\\d+)')::integer < 50`.execute(tx),
    )
    expect(answer?.moversReached).toBe(rows[0]?.count)
    expect(answer?.examples).toHaveLength(answer?.moversReached ?? 0)
    expect(answer?.examples.every(({ name }) => name !== '')).toBe(true)
    expect(before.rows.find((row) => row.by === 'mention')).toMatchObject({
      ...{ moversReached: 0, isEnough: false, ratio: null },
    })
    expect(await ask()).toEqual(before)
    const first = await workspace.run((tx) =>
      readBeforeMoves(tx, { topic, move: 'none-discovery' }, seededChance(1, 'x')),
    )
    expect(first.moves).toBe(120)
  })
})

import { describe, expect, it } from 'vitest'
import { type ActivityFilter, listActivities } from '#listen/index.ts'
import { changeIn } from '#test/change.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { makeWorkspace, newId, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import {
  addTopic,
  applyTopics,
  listPeople,
  mergePeople,
  readJourneys,
  readPersonJourneys,
} from '#understand/index.ts'
import { type IncomingActivity, STAGES, STANCES } from '#vocabulary/index.ts'

const BEE = 'みつばち号'
const SAYINGS = [
  `${BEE} 気になる`,
  `${BEE}と他社を比較中。迷う`,
  `${BEE}おすすめ`,
  `${BEE}を買ってよかった`,
  `${BEE}がすぐ壊れた。最悪`,
  `${BEE} 気になる`,
  'なし',
]

function post(who: string, day: number, text: string): IncomingActivity {
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: 'shop',
    externalKey: `${who}-${day}`,
    actor: { platform: 'shop', externalId: who },
    publishedAt: new Date(Date.UTC(2026, 8, day, 3)),
    content: { text },
  }
}

async function open(posts: IncomingActivity[]) {
  const workspace = await makeWorkspace()
  const change = { authorId: null, now: new Date(), random: randomBytes }
  const { id: topic } = await workspace.run((tx) =>
    addTopic(tx, { name: BEE, kind: 'own', aliases: [] }, change),
  )
  await applyTopics(workspace.door, workspace.id)
  const listening = await testListening()
  await hear(listening, workspace, await testChannel(workspace), posts)
  return { workspace, topic }
}

const everybody = () =>
  [...'abcdef'].flatMap((who, w) =>
    SAYINGS.map((text, i) => post(who, 1 + ((i * (w + 1)) % 7) * 3 + w, text)),
  )

async function personOf(workspace: TestWorkspace, who: string): Promise<string> {
  const { person_id } = await workspace.run((tx) =>
    tx
      .selectFrom('handle')
      .innerJoin('handle_ownership', 'handle_ownership.handle_id', 'handle.id')
      .select('handle_ownership.person_id')
      .where('external_id', '=', who)
      .executeTakeFirstOrThrow(),
  )
  return person_id
}

async function countPosts(workspace: TestWorkspace, filter: Partial<ActivityFilter>) {
  const { items } = await workspace.run((tx) =>
    listActivities(tx, { kind: 'post', ...filter }, { limit: 200 }),
  )
  return items.length
}

describe('figures of journeys', () => {
  it('count exactly the posts that they lead to, of every span and stance', async () => {
    const { workspace, topic } = await open(everybody())
    const spans = [{}, { from: '2026-09-05', to: '2026-09-14' }, { to: '2026-09-09' }]
    for (const span of spans) {
      const { flows, moves } = await workspace.run((tx) => readJourneys(tx, { topic, ...span }))
      expect(flows.length).toBeGreaterThan(4)
      for (const { move, moves, byStance } of flows) {
        expect(await countPosts(workspace, { topic, move, ...span })).toBe(moves)
        for (const stance of STANCES) {
          expect(await countPosts(workspace, { topic, move, stance, ...span })).toBe(
            byStance[stance],
          )
        }
      }
      expect(flows.reduce((sum, flow) => sum + flow.moves, 0)).toBe(moves)
    }
    const { firstDay, lastDay, roundsClosed } = await workspace.run((tx) =>
      readJourneys(tx, { topic }),
    )
    expect([firstDay, lastDay]).toEqual(['2026-09-01', '2026-09-24'])
    expect(roundsClosed).toBe(
      await countPosts(workspace, { topic, move: 'satisfaction-discovery' }),
    )
    expect(roundsClosed).toBeGreaterThan(0)
  })

  it('count each person where they stand, merged ones once', async () => {
    const { workspace, topic } = await open(everybody())
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((who) => personOf(workspace, who)))
    for (const other of [b, c]) await merge(workspace, a, other)
    const { people } = await workspace.run((tx) => readJourneys(tx, { topic }))
    for (const stage of STAGES) {
      const { items } = await workspace.run((tx) =>
        listPeople(tx, { topic, stage, sort: 'last' }, { limit: 50 }),
      )
      expect(people[stage]).toBe(items.length)
    }
    expect(Object.values(people).reduce((sum, n) => sum + n, 0)).toBe(4)
  })

  it('say nothing of a topic that nobody has moved for, and refuse one that is none', async () => {
    const { workspace, topic } = await open([])
    expect(await workspace.run((tx) => readJourneys(tx, { topic }))).toMatchObject({
      moves: 0,
      flows: [],
      roundsClosed: 0,
      firstDay: null,
      people: { discovery: 0, satisfaction: 0 },
    })
    await expect(workspace.run((tx) => readJourneys(tx, { topic: newId() }))).rejects.toThrow(
      /topic/,
    )
    const noTopic = workspace.run((tx) =>
      listActivities(tx, { kind: 'post', move: 'none-discovery' }, { limit: 5 }),
    )
    await expect(noTopic).rejects.toThrow(/topic/)
  })
})

describe('the journeys of one person', () => {
  it('show each move with its post, and the latest post even where it only repeats', async () => {
    const { workspace, topic } = await open([
      post('a', 1, SAYINGS[0] as string),
      post('a', 2, SAYINGS[1] as string),
      post('a', 3, SAYINGS[4] as string),
      post('a', 4, SAYINGS[4] as string),
    ])
    const person = await personOf(workspace, 'a')
    const journeys = await workspace.run((tx) => readPersonJourneys(tx, person))
    expect(journeys).toMatchObject([
      {
        topic: { id: topic, name: BEE, kind: 'own' },
        stage: 'satisfaction',
        stance: 'against',
        round: 1,
        earlier: 0,
        latest: { publishedAt: '2026-09-04T03:00:00.000Z', excerpt: SAYINGS[4] },
        moves: [
          { move: 'none-discovery', shownBy: { publishedAt: '2026-09-01T03:00:00.000Z' } },
          { move: 'discovery-evaluation', shownBy: { excerpt: SAYINGS[1] } },
          {
            move: 'evaluation-satisfaction',
            stance: 'against',
            shownBy: { publishedAt: '2026-09-03T03:00:00.000Z' },
          },
        ],
      },
    ])
    expect(journeys[0]?.latest.stageConfidence).toBeGreaterThan(0)
  })

  it('are walked over all posts of people who were merged', async () => {
    const { workspace } = await open([
      post('a', 1, SAYINGS[0] as string),
      post('b', 2, SAYINGS[3] as string),
      post('a', 3, SAYINGS[0] as string),
      post('b', 4, SAYINGS[3] as string),
    ])
    const [a, b] = await Promise.all(['a', 'b'].map((who) => personOf(workspace, who)))
    const read = async (id: string) => {
      const [journey] = await workspace.run((tx) => readPersonJourneys(tx, id))
      return journey?.moves.map(({ move, round }) => `${move} ${round}`)
    }
    expect(await read(b as string)).toEqual(['none-satisfaction 1'])
    await merge(workspace, a, b)
    const together = [
      'none-discovery 1',
      'discovery-satisfaction 1',
      'satisfaction-discovery 2',
      'discovery-satisfaction 2',
    ]
    expect(await read(a as string)).toEqual(together)
    expect(await read(b as string)).toEqual(together)
  })
})

async function merge(workspace: TestWorkspace, keep = '', other = ''): Promise<void> {
  await workspace.run((tx) =>
    mergePeople(tx, { keep, merge: other, origin: 'member' }, changeIn(workspace)),
  )
}

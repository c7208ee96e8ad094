import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { listActivities } from '#listen/index.ts'
import { type SeededPerson, seedChannel, seedPerson, seedPost, seedTopic } from '#test/seed.ts'
import { makeWorkspace, newId, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import {
  askToGroup,
  dueTopics,
  getOpinion,
  groupTopic,
  listOpinions,
  meaningFinder,
  mergeOpinions,
  type OpinionChange,
  renameOpinion,
  splitOpinion,
  undoDecision,
} from './index.ts'
import type { ListedOpinion } from './read-opinions.ts'

const NOW = new Date('2026-11-20T03:00:00Z')
const chance = { now: () => NOW, random: randomBytes }

let world: TestWorkspace
let topic: string
let channel: string
let people: SeededPerson[]
let change: OpinionChange

beforeAll(async () => {
  world = await makeWorkspace('ja')
  change = { workspaceId: world.id, authorId: newId(), now: NOW, random: randomBytes }
  topic = await seedTopic(world, 'ユラリ')
  channel = await seedChannel(world, 'forum')
  people = []
  for (let i = 0; i < 12; i++) people.push(await seedPerson(world, `person ${i}`))
  await say('against', NOISY)
  await say('for', PRETTY)
  await say('none', ASKING)
})

const NOISY = [
  'ユラリ、音がうるさい。',
  'うるさいです。朝は使えない。',
  'とにかくうるさい。音が大きすぎる。',
  'It is so noisy.',
  'Way too loud, very noisy.',
]
const PRETTY = [
  'デザインがおしゃれで気に入っています。',
  '見た目がおしゃれ。',
  'おしゃれなデザイン。',
  'The design is beautiful.',
]
const ASKING = ['ギフト包装はできますか？', 'ギフト包装ってしてもらえる？', 'ギフト包装できる？']

let turn = 0

async function say(stance: 'for' | 'against' | 'none', texts: readonly string[]) {
  const ids: string[] = []
  for (const text of texts) {
    const by = people[turn % people.length]?.handleId ?? ''
    const at = new Date(NOW.getTime() - (turn + 1) * 3_600_000).toISOString()
    const lang = /[ぁ-ん]/.test(text) ? 'ja' : 'en'
    ids.push(await seedPost(world, { at, by, text, channel, lang, stance, topics: [topic] }))
    turn++
  }
  return ids
}

const group = () => groupTopic(world.door, world.id, topic, meaningFinder(), chance)
const page = { limit: 50 }

function list(filter: Partial<Parameters<typeof listOpinions>[1]> = {}) {
  return world.run((tx) => listOpinions(tx, { topic, sort: 'voices', ...filter }, page))
}

async function called(part: string): Promise<ListedOpinion> {
  const { items } = await list()
  const found = items.find(({ name }) => `${name.ja} ${name.en}`.includes(part))
  if (found === undefined) throw new Error(`no opinion ${part} in ${JSON.stringify(items)}`)
  return found
}

async function postsOf(opinion: string): Promise<string[]> {
  const found = await world.run((tx) =>
    listActivities(tx, { opinion, kind: 'post' }, { limit: 100 }),
  )
  return found.items.map(({ text }) => text ?? '')
}

describe('grouping a topic', () => {
  test('finds claims and questions across languages, with their posts', async () => {
    const { opinions } = await group()
    expect(opinions).toBe(3)
    const noisy = await called('うるさい')
    expect(noisy).toMatchObject({ voicesOf: { for: 0, against: 5, mixed: 0 }, recentVoices: 5 })
    expect(noisy).toMatchObject({ kind: 'claim', side: 'against', posts: 5, voices: 5, against: 5 })
    expect(noisy.name.en).toMatch(/noisy|loud/)
    expect((await postsOf(noisy.id)).sort()).toEqual([...NOISY].sort())
    expect(await called('ギフト包装')).toMatchObject({ kind: 'question', posts: 3, answered: 0 })
    const { run } = await list()
    expect(run).toEqual({ groupedAt: NOW.toISOString(), posts: 12, isGrouping: false })
  })

  test('keeps ids and names when it is done again with more posts', async () => {
    const before = (await list()).items
    await say('against', ['音がうるさいです。返したい。'])
    await group()
    const after = (await list()).items
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
    const noisy = await called('うるさい')
    expect(noisy.posts).toBe(6)
    expect(before.find(({ id }) => id === noisy.id)?.name).toEqual(noisy.name)
  })

  test('a person who repeats, and copies of one text, are one voice', async () => {
    const text =
      '駅前の店で見かけたユラリ、音がうるさいので買わないほうがいいと店員にも言われました。'
    await say('against', [text, `${text} https://example.com/a`, `${text}！！`])
    await group()
    const noisy = await called('うるさい')
    expect(noisy).toMatchObject({ posts: 9 })
    expect(noisy.voices).toBeLessThan(8)
    const { examples } = await world.run((tx) => getOpinion(tx, noisy.id))
    expect(Math.max(...examples.map(({ copies }) => copies))).toBe(3)
  })

  test('organisations, bots and our own people have no voice', async () => {
    const ours = await seedPerson(world, 'ours')
    await world.run((tx) =>
      sql`insert into relation (workspace_id, id, person_id, kind, source)
        values (${world.id}, ${newId()}, ${ours.personId}, 'employee', 'member')`.execute(tx),
    )
    const at = new Date(NOW.getTime() - 1000).toISOString()
    await seedPost(world, {
      ...{ at, by: ours.handleId, text: 'うるさいです。', channel },
      topics: [topic],
    })
    const { posts } = await group()
    expect(posts).toBe(16)
  })

  test('a reply by somebody else answers, unless it asks', async () => {
    const { items } = await list({ kind: 'question' })
    const [asked] = items
    if (asked === undefined) throw new Error('no question')
    const { examples } = await world.run((tx) => getOpinion(tx, asked.id))
    const post = examples[0]?.activity
    if (post === undefined) throw new Error('no post')
    await reply(post.id, 'それ、わたしも知りたい？', 3)
    await group()
    expect((await called('ギフト包装')).answered).toBe(0)
    await reply(post.id, 'できますよ。', 4)
    await group()
    expect((await called('ギフト包装')).answered).toBe(1)
  })
})

async function reply(parentId: string, text: string, who: number): Promise<void> {
  const at = new Date(NOW.getTime() - 60_000 * who).toISOString()
  const answerer = await seedPerson(world, `answerer ${who}`)
  const by = answerer.handleId
  const id = await seedPost(world, { at, by, text, channel })
  const hash = Buffer.from(parentId)
  await world.run(async (tx) => {
    await sql`insert into activity_source (workspace_id, platform, external_key_hash, activity_id)
      values (${world.id}, 'mastodon', ${hash}, ${parentId}) on conflict do nothing`.execute(tx)
    await sql`update activity set parent_hash = ${hash} where id = ${id}`.execute(tx)
  })
}

describe('what members decide', () => {
  test('a name survives grouping and can be taken back', async () => {
    const { id, name } = await called('きれい')
    await world.run((tx) => renameOpinion(tx, id, { ja: 'すてきな見た目' }, change))
    await group()
    expect(await called('すてきな見た目')).toMatchObject({ id, isNamed: true })
    const { decisions } = await world.run((tx) => getOpinion(tx, id))
    await world.run((tx) => undoDecision(tx, id, decisions[0]?.id ?? '', change))
    expect((await world.run((tx) => getOpinion(tx, id))).name).toEqual(name)
  })

  test('a merge survives grouping, counts both, and can be taken back', async () => {
    const [noisy, pretty] = [await called('うるさい'), await called('きれい')]
    await world.run((tx) => mergeOpinions(tx, noisy.id, [pretty.id], change))
    await group()
    const merged = await world.run((tx) => getOpinion(tx, pretty.id))
    expect(merged).toMatchObject({ id: noisy.id, posts: noisy.posts + pretty.posts })
    expect((await list()).items.map(({ id }) => id)).not.toContain(pretty.id)
    expect(await postsOf(noisy.id)).toHaveLength(noisy.posts + pretty.posts)
    await world.run((tx) => undoDecision(tx, noisy.id, merged.decisions[0]?.id ?? '', change))
    expect((await called('きれい')).posts).toBe(pretty.posts)
    expect((await called('うるさい')).posts).toBe(noisy.posts)
  })

  test('claims and questions are not merged', async () => {
    const [noisy, asked] = [await called('うるさい'), await called('ギフト包装')]
    const merging = world.run((tx) => mergeOpinions(tx, noisy.id, [asked.id], change))
    await expect(merging).rejects.toMatchObject({ code: 'bad-input' })
  })

  test('a split survives grouping, takes copies along, and can be taken back', async () => {
    const noisy = await called('うるさい')
    const { examples } = await world.run((tx) => getOpinion(tx, noisy.id))
    const copied = examples.find(({ copies }) => copies === 3)
    const posts = [copied?.activity.id ?? '']
    const words = { ja: '店員も勧めない' }
    const id = await world.run((tx) => splitOpinion(tx, noisy.id, { posts, words }, change))
    expect((await called('店員も勧めない')).posts).toBe(3)
    await group()
    await group()
    expect(await called('店員も勧めない')).toMatchObject({ id, posts: 3 })
    expect((await called('うるさい')).posts).toBe(noisy.posts - 3)
    const { decisions } = await world.run((tx) => getOpinion(tx, noisy.id))
    await world.run((tx) => undoDecision(tx, noisy.id, decisions[0]?.id ?? '', change))
    expect((await called('うるさい')).posts).toBe(noisy.posts)
    await group()
    expect((await called('うるさい')).posts).toBe(noisy.posts)
  })

  test('each decision writes its event, with ids and no words', async () => {
    const { rows } = await world.run((tx) =>
      sql<{ name: string; detail: string[] }>`select name, detail from event
        where name like 'opinion%' order by id`.execute(tx),
    )
    const names = new Set(rows.map(({ name }) => name))
    expect([...names].sort()).toEqual([
      'opinion.merged',
      'opinion.renamed',
      'opinion.restored',
      'opinion.split',
      'opinions.grouped',
    ])
    expect(JSON.stringify(rows)).not.toMatch(/[ぁ-ん]/)
  })
})

describe('the list', () => {
  test('is filtered by kind, side and words, sorted and paged', async () => {
    expect((await list({ kind: 'question' })).items.map(({ kind }) => kind)).toEqual(['question'])
    expect((await list({ side: 'for' })).items.every(({ side }) => side === 'for')).toBe(true)
    expect((await list({ q: 'きれい' })).items).toHaveLength(1)
    const first = await world.run((tx) => listOpinions(tx, { topic, sort: 'voices' }, { limit: 2 }))
    const rest = await world.run((tx) =>
      listOpinions(tx, { topic, sort: 'voices' }, { limit: 2, cursor: first.next ?? '' }),
    )
    const ids = [...first.items, ...rest.items].map(({ id }) => id)
    expect(ids).toEqual((await list()).items.map(({ id }) => id))
    expect(rest.next).toBeNull()
  })

  test('refuses a foreign cursor and an unknown topic', async () => {
    const odd = world.run((tx) =>
      listOpinions(tx, { topic, sort: 'voices' }, { limit: 2, cursor: 'x' }),
    )
    await expect(odd).rejects.toMatchObject({ code: 'bad-input' })
    await expect(list({ topic: newId() })).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('a topic is due once, and again after enough was said', async () => {
  const due = () => world.run((tx) => dueTopics(tx, NOW))
  expect(await due()).toEqual([])
  await world.run((tx) => askToGroup(tx, topic, change))
  expect((await list()).run.isGrouping).toBe(true)
  await world.run((tx) => sql`delete from job`.execute(tx))
  const at = new Date(NOW.getTime() + 1000).toISOString()
  const by = people[0]?.handleId ?? ''
  for (let i = 0; i < 50; i++)
    await seedPost(world, { at, by, text: `${i}`, channel, topics: [topic] })
  expect(await due()).toEqual([topic])
})

test('what nobody voices any more goes; what a member named stays without posts', async () => {
  const pretty = await called('きれい')
  await world.run((tx) => renameOpinion(tx, pretty.id, { en: 'Looks nice' }, change))
  await world.run(async (tx) => {
    await sql`delete from reading_topic where topic_id = ${topic}`.execute(tx)
  })
  await group()
  expect((await list()).items).toEqual([])
  const kept = await world.run((tx) => getOpinion(tx, pretty.id))
  expect(kept).toMatchObject({ posts: 0, name: { en: 'Looks nice' } })
})

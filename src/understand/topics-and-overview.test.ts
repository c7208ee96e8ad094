import { describe, expect, it } from 'vitest'
import { listActivities } from '#listen/index.ts'
import { seedChannel, seedPerson, seedPost, seedRollUps, seedTopic } from '#test/seed.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import { INTENTS, NIL_UUID } from '#vocabulary/index.ts'
import {
  addTopic,
  deleteTopic,
  listTopics,
  patchTopic,
  readOverview,
  recountTopicDays,
} from './index.ts'

const NOW = new Date('2026-03-10T03:00:00Z')
const change = { authorId: null, now: NOW, random: randomBytes }
const input = { name: 'Phone', kind: 'own' as const, aliases: ['phone', '電話'] }

describe('topics', () => {
  it('adds, changes and removes, each with its event and a job for the log', async () => {
    const ours = await makeWorkspace()
    const added = await ours.run((tx) => addTopic(tx, input, change))
    expect(added).toMatchObject({ ...input, posts: 0, isApplied: false })
    const renamed = await ours.run((tx) => patchTopic(tx, added.id, { name: 'Cable' }, change))
    expect(renamed).toMatchObject({ name: 'Cable', aliases: ['phone', '電話'] })
    await ours.run((tx) => patchTopic(tx, added.id, { aliases: ['cable', 'cable'] }, change))
    await ours.run((tx) => deleteTopic(tx, added.id, change))
    const left = await ours.run((tx) => listTopics(tx, { limit: 50 }))
    expect(left).toEqual({ items: [], next: null })
    const events = await ours.run((tx) =>
      tx.selectFrom('event').select(['name', 'detail']).orderBy('id').execute(),
    )
    expect(events).toEqual([
      { name: 'topic.added', detail: [] },
      { name: 'topic.changed', detail: ['name'] },
      { name: 'topic.changed', detail: ['aliases'] },
      { name: 'topic.removed', detail: [] },
    ])
    const jobs = await ours.run((tx) =>
      tx.selectFrom('job').select(['kind', 'subject_id']).execute(),
    )
    expect(jobs).toEqual(Array(4).fill({ kind: 'apply-topics', subject_id: added.id }))
  })

  it('refuses a name that is taken, and frees it when the topic goes', async () => {
    const ours = await makeWorkspace()
    const add = () => ours.run((tx) => addTopic(tx, input, change))
    const together = await Promise.allSettled([add(), add(), add()])
    const refused = together.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(2)
    expect(refused[0]).toMatchObject({ reason: { code: 'conflict', place: { field: 'name' } } })
    const [taken] = (await ours.run((tx) => listTopics(tx, { limit: 5 }))).items
    await ours.run((tx) => deleteTopic(tx, taken?.id ?? '', change))
    expect(await add()).toMatchObject({ name: 'Phone' })
    const gone = ours.run((tx) => patchTopic(tx, taken?.id ?? '', { kind: 'category' }, change))
    await expect(gone).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lists by name, page by page', async () => {
    const ours = await makeWorkspace()
    for (const name of ['c', 'a', 'e', 'b', 'd']) await seedTopic(ours, name)
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = await ours.run((tx) => listTopics(tx, { limit: 2, cursor }))
      names.push(...page.items.map(({ name }) => name))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

type More = (
  post: (at: string, channel: string, more?: object) => Promise<string>,
  ids: { phone: string; blog: string },
) => Promise<unknown>

async function seedMarch(ours: TestWorkspace, more?: More) {
  const [phone, forum, blog] = [
    await seedTopic(ours, 'phone'),
    await seedChannel(ours, 'forum'),
    await seedChannel(ours, 'blog'),
  ]
  const { handleId: by } = await seedPerson(ours, 'Aiko')
  const post = (at: string, channel: string, said: object = {}) =>
    seedPost(ours, { at, by, channel, text: 'x', ...said })
  // The last one is the 8th of March in Tokyo.
  await post('2026-02-01T00:00:00Z', forum, { sentiment: 'positive' })
  await post('2026-03-05T00:00:00Z', forum, { topics: [phone], stage: 'evaluation' })
  await post('2026-03-05T01:00:00Z', blog, { topics: [phone], sentiment: 'negative' })
  await post('2026-03-07T15:00:00Z', blog)
  await more?.(post, { phone, blog })
  await seedRollUps(ours)
  return { phone, blog }
}

describe('the overview', () => {
  it('counts the 28 days up to the last post, and the 28 before', async () => {
    const ours = await makeWorkspace()
    const { phone } = await seedMarch(ours)
    const seen = await ours.run((tx) => readOverview(tx, {}, NOW))
    expect(seen).toMatchObject({
      from: '2026-02-09',
      to: '2026-03-08',
      firstDay: '2026-02-01',
      lastDay: '2026-03-08',
    })
    expect(seen.total).toMatchObject({
      posts: 3,
      bySentiment: { negative: 1, neutral: 2, positive: 0 },
      byStage: { none: 2, discovery: 0, evaluation: 1, recommendation: 0, satisfaction: 0 },
    })
    expect(seen.before).toMatchObject({ posts: 1, bySentiment: { positive: 1 } })
    expect(seen.days).toHaveLength(28)
    expect(
      seen.days.filter(({ posts }) => posts > 0).map(({ day, posts }) => [day, posts]),
    ).toEqual([
      ['2026-03-05', 2],
      ['2026-03-08', 1],
    ])
    expect(seen.topics).toMatchObject([{ id: phone, name: 'phone', posts: 2 }])
    const [topic] = (await ours.run((tx) => listTopics(tx, { limit: 5 }))).items
    expect(topic?.posts).toBe(2)
    expect(topic?.readBy.map(({ posts }) => posts)).toEqual([2])
  })

  it('says which model read the posts of its days', async () => {
    const ours = await makeWorkspace()
    const read = (day: string, model: string, posts: number) => ({
      ...{ workspace_id: ours.id, topic_id: NIL_UUID, channel_id: ours.id, day, model, posts },
    })
    const days = [
      read('2026-02-28', 'base-1', 40),
      read('2026-03-01', 'base-1', 2),
      read('2026-03-02', 'base-1+1', 3),
      read('2026-03-07', 'base-1+1', 4),
      read('2026-03-07', 'base-0', 0),
    ]
    await ours.run((tx) => tx.insertInto('model_day').values(days).execute())
    const span = { from: '2026-03-01', to: '2026-03-07' }
    const { readBy } = await ours.run((tx) => readOverview(tx, span, NOW))
    expect(readBy).toEqual([
      { model: 'base-1+1', posts: 7 },
      { model: 'base-1', posts: 2 },
    ])
  })

  it('counts what the list shows for the same filters', async () => {
    const ours = await makeWorkspace()
    const { phone, blog } = await seedMarch(ours)
    const span = { from: '2026-03-01', to: '2026-03-08' }
    for (const filter of [
      {},
      { topic: phone },
      { channel: blog },
      { topic: phone, channel: blog },
    ]) {
      const seen = await ours.run((tx) => readOverview(tx, { ...span, ...filter }, NOW))
      const list = await ours.run((tx) =>
        listActivities(tx, { ...span, ...filter, kind: 'post' }, { limit: 50 }),
      )
      expect(seen.total.posts).toBe(list.items.length)
      expect(seen.readBy.reduce((sum, { posts }) => sum + posts, 0)).toBe(list.items.length)
    }
  })

  it('counts by intent what the list shows for the same filters', async () => {
    const ours = await makeWorkspace()
    const { phone, blog } = await seedMarch(ours, async (post, ids) => {
      const named = { topics: [ids.phone], intents: ['question', 'churn'] }
      await post('2026-03-06T00:00:00Z', ids.blog, named)
      await post('2026-03-06T01:00:00Z', ids.blog, { intents: ['question'], toxic: true })
      await post('2026-02-01T01:00:00Z', ids.blog, { intents: ['question'] })
    })
    const span = { from: '2026-03-01', to: '2026-03-08' }
    const parts = [{}, { topic: phone }, { channel: blog }, { topic: phone, channel: blog }]
    for (const filter of parts.map((part) => ({ ...span, ...part }))) {
      const { total, before } = await ours.run((tx) => readOverview(tx, filter, NOW))
      const listed = async (more: object) => {
        const wanted = { ...filter, ...more, kind: 'post' as const }
        return (await ours.run((tx) => listActivities(tx, wanted, { limit: 50 }))).items.length
      }
      for (const intent of INTENTS) {
        expect([intent, total.byIntent[intent]]).toEqual([intent, await listed({ intent })])
      }
      expect(total.toxic).toBe(await listed({ toxic: true }))
      expect(before.byIntent.question).toBe(0)
    }
    const end = { from: '2026-03-08', to: '2026-03-31' }
    const later = await ours.run((tx) => readOverview(tx, end, NOW))
    expect(later.before.byIntent).toMatchObject({ question: 2, churn: 1 })
  })

  it('follows the roll-up down when posts go, and is empty without any', async () => {
    const ours = await makeWorkspace()
    await seedMarch(ours)
    await ours.run(async (tx) => {
      await tx
        .updateTable('reading_day')
        .set({ posts: 5 })
        .where('stage', '=', 'evaluation')
        .execute()
      await tx.deleteFrom('reading_day').where('stage', '<>', 'evaluation').execute()
      await recountTopicDays(tx, ours.id)
    })
    const seen = await ours.run((tx) => readOverview(tx, {}, NOW))
    expect(seen.total).toMatchObject({ posts: 5, byStage: { none: 0, evaluation: 5 } })
    expect(seen.lastDay).toBe('2026-03-05')
    const theirs = await makeWorkspace()
    const empty = await theirs.run((tx) => readOverview(tx, {}, NOW))
    expect(empty).toMatchObject({
      to: '2026-03-10',
      firstDay: null,
      total: { posts: 0 },
      topics: [],
    })
    const backwards = theirs.run((tx) =>
      readOverview(tx, { from: '2026-03-02', to: '2026-03-01' }, NOW),
    )
    await expect(backwards).rejects.toMatchObject({ code: 'bad-input' })
  })
})

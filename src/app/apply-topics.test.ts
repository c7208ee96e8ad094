import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import {
  addTopic,
  applyTopics,
  checkDerived,
  deleteTopic,
  listPeople,
  mergePeople,
  patchTopic,
  readOverview,
} from '#understand/index.ts'
import type { Arrival, IncomingActivity } from '#vocabulary/index.ts'

const DAY = new Date('2026-10-01T03:00:00Z')
const change = () => ({ authorId: null, now: new Date(), random: randomBytes })

function post(key: string, text: string, more: Partial<IncomingActivity> = {}): Arrival {
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: 'shop',
    externalKey: key,
    actor: { platform: 'shop', externalId: `by-${key}`, displayName: '山田 花子' },
    publishedAt: DAY,
    content: { text },
    ...more,
  }
}

async function open() {
  const workspace = await makeWorkspace()
  const channel = await testChannel(workspace)
  const listening = await testListening()
  const hearAll = (...arrivals: Arrival[]) => hear(listening, workspace, channel, arrivals)
  const add = (name: string, aliases: string[] = []) =>
    workspace.run((tx) => addTopic(tx, { name, kind: 'own', aliases }, change()))
  const apply = () => applyTopics(workspace.door, workspace.id)
  return { workspace, hearAll, add, apply }
}

/** Keys of the posts in which the topic was found. */
async function foundIn(workspace: TestWorkspace, topicId: string): Promise<string[]> {
  const { rows } = await workspace.run((tx) =>
    sql<{ key: string }>`select a.external_key as key from reading_topic t
      join activity a on a.id = t.activity_id where t.topic_id = ${topicId} order by 1`.execute(tx),
  )
  return rows.map(({ key }) => key)
}

async function expectAgreement(workspace: TestWorkspace): Promise<void> {
  expect(await workspace.run(checkDerived)).toEqual([])
}

const TABLES = [
  'topic',
  'topic_alias',
  'reading_topic',
  'reading_day',
  'topic_day',
  'journey_stage',
]

describe('topics over a log that is there', () => {
  it('finds a new one in old posts, then follows its aliases and its name', async () => {
    const { workspace, hearAll, add, apply } = await open()
    await hearAll(
      post('bee', 'みつばち号を買った。おすすめ'),
      post('hornet', 'スズメバチ号は最悪。返品した'),
      post('wasp', 'アシナガバチ号が気になる'),
    )
    const { id } = await add('みつばち号')
    expect(await foundIn(workspace, id)).toEqual([])
    expect(await apply()).toEqual([id])
    expect(await foundIn(workspace, id)).toEqual(['bee'])
    await expectAgreement(workspace)

    const patch = (input: { name?: string; aliases?: string[] }) =>
      workspace.run((tx) => patchTopic(tx, id, input, change()))
    expect(await patch({ aliases: ['スズメバチ号'] })).toMatchObject({ isApplied: false })
    await apply()
    expect(await foundIn(workspace, id)).toEqual(['bee', 'hornet'])
    await patch({ aliases: ['アシナガバチ号'] })
    await apply()
    expect(await foundIn(workspace, id)).toEqual(['bee', 'wasp'])
    expect(await patch({ name: 'アシナガ' })).toMatchObject({ isApplied: false })
    await apply()
    expect(await foundIn(workspace, id)).toEqual(['wasp'])
    await expectAgreement(workspace)
    expect(await patch({ name: 'アシナガ', aliases: ['アシナガバチ号'] })).toMatchObject({
      isApplied: true,
    })
    expect(await apply()).toEqual([])
  })

  it('counts the days of a found topic as it counts those of all posts', async () => {
    const { workspace, hearAll, add, apply } = await open()
    await hearAll(
      post('1', 'みつばち号は最高'),
      post('2', 'みつばち号が壊れた。最悪'),
      post('3', 'x'),
    )
    const { id } = await add('みつばち号')
    await apply()
    const now = new Date('2026-10-02T00:00:00Z')
    const seen = await workspace.run((tx) => readOverview(tx, { topic: id }, now))
    expect(seen.total).toMatchObject({ posts: 2, bySentiment: { negative: 1, positive: 1 } })
    expect(seen.topics).toMatchObject([{ id, posts: 2 }])
  })

  it('takes a removed one out of everything, also out of posts that come later', async () => {
    const { workspace, hearAll, add, apply } = await open()
    const { id } = await add('みつばち号', ['honey bee'])
    await hearAll(post('1', 'みつばち号を買った。おすすめ'), post('2', 'a honey bee'))
    await apply()
    await workspace.run((tx) => deleteTopic(tx, id, change()))
    await expectAgreement(workspace)
    await hearAll(post('3', 'みつばち号'), { kind: 'deletion', platform: 'shop', externalKey: '2' })
    expect(await foundIn(workspace, id)).toEqual(['1'])
    const again = await add('みつばち号')
    expect(await apply()).toEqual([again.id])
    for (const table of TABLES) {
      const column = table === 'topic' ? 'id' : 'topic_id'
      const left = await workspace.run((tx) =>
        sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(tx),
      )
      expect([table, left.rows]).toEqual([table, []])
    }
    expect(await foundIn(workspace, again.id)).toEqual(['1', '3'])
    await expectAgreement(workspace)
  })

  it('removes more rows than fit in one step', async () => {
    const { workspace, hearAll, add, apply } = await open()
    await hearAll(post('1', 'x'))
    const { id } = await add('みつばち号')
    await apply()
    await workspace.run((tx) =>
      sql`insert into topic_day select w.id, gen_random_uuid(), ${id}, '2026-10-01', 1, 0, 1, 0, 1, 0, 0, 0, 0
        from workspace w, generate_series(1, 20001)`.execute(tx),
    )
    await workspace.run((tx) => deleteTopic(tx, id, change()))
    await apply()
    await expectAgreement(workspace)
    const days = await workspace.run((tx) =>
      tx.selectFrom('topic_day').select('topic_id').where('topic_id', '=', id).execute(),
    )
    expect(days).toEqual([])
  })

  it('finds a topic in every post that names it, whenever posts and topic arrive (property)', async () => {
    const batch = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 })
    const streams = fc.array(fc.array(batch, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    })
    const changes = fc.array(fc.constantFrom('apply', 'rename', 'remove'), { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(streams, changes, async (heard, later) => {
        const { workspace, hearAll, add, apply } = await open()
        const naming: string[] = []
        const listen = async (batches: boolean[][], stream: number) => {
          for (const [b, named] of batches.entries()) {
            const posts = named.map((isNamed, n) => {
              const key = `${stream}-${b}-${n}`
              if (isNamed) naming.push(key)
              return post(key, isNamed ? 'みつばち号 (bee) を買った' : '何か買った')
            })
            await hearAll(...posts)
          }
        }
        let topicId = ''
        const steer = async () => {
          topicId = (await add('みつばち号')).id
          for (const next of later) {
            if (next === 'apply') await apply()
            if (next === 'rename') {
              const input = { name: 'bee', aliases: ['蜂'] }
              await workspace.run((tx) => patchTopic(tx, topicId, input, change()))
            }
            if (next === 'remove') {
              await workspace.run((tx) => deleteTopic(tx, topicId, change()))
              topicId = (await add('みつばち号')).id
            }
          }
        }
        await Promise.all([...heard.map(listen), steer()])
        await apply()
        expect(await foundIn(workspace, topicId)).toEqual(naming.sort())
        await expectAgreement(workspace)
      }),
      { numRuns: Number(process.env.ENISHI_PROPERTY_RUNS ?? 15) },
    )
  }, 120_000)
})

describe('people of a log', () => {
  it('finds a name with and without its space', async () => {
    const { workspace, hearAll } = await open()
    await hearAll(post('1', 'x'))
    for (const q of ['山田花子', '山田 花子', '花子']) {
      const page = await workspace.run((tx) => listPeople(tx, { q, sort: 'name' }, { limit: 5 }))
      expect([q, page.items.length]).toEqual([q, 1])
    }
  })

  it('keeps the figures of merged people at their root, up and down', async () => {
    const { workspace, hearAll } = await open()
    const by = (externalId: string) => ({ platform: 'shop', externalId, displayName: externalId })
    const say = (key: string, externalId: string, day: number) =>
      post(key, 'x', { actor: by(externalId), publishedAt: new Date(Date.UTC(2026, 8, day)) })
    await hearAll(say('1', 'ann', 10), say('2', 'anne', 5), say('3', 'bob', 7))
    await workspace.run(async (tx) => {
      const people = await tx.selectFrom('person').select(['id', 'display_name']).execute()
      const [keep = '', merge = ''] = ['ann', 'anne'].map(
        (name) => people.find((one) => one.display_name === name)?.id,
      )
      await mergePeople(tx, { keep, merge, origin: 'member' }, changeIn(workspace))
    })
    await expectAgreement(workspace)
    const gone = (externalKey: string): Arrival => ({
      kind: 'deletion',
      platform: 'shop',
      externalKey,
    })
    for (const arrivals of [
      [say('4', 'anne', 20), say('5', 'ann', 1)],
      [gone('4')],
      [gone('1'), gone('5')],
      [gone('2')],
    ]) {
      await hearAll(...arrivals)
      await expectAgreement(workspace)
    }
    const page = await workspace.run((tx) => listPeople(tx, { sort: 'posts' }, { limit: 5 }))
    expect(page.items.map(({ displayName, posts }) => [displayName, posts])).toEqual([
      ['bob', 1],
      ['ann', 0],
    ])
  })
})

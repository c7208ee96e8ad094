import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Transaction } from '#store/door.ts'
import {
  type SeededPerson,
  seedChannel,
  seedPerson,
  seedPost,
  seedRollUps,
  seedTopic,
} from '#test/seed.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import { areCopiesDue, countVoices, groupCopiesOf, readTopicVoices, readVoices } from './index.ts'
import { voicesOf } from './voices-of.ts'

const NOW = new Date('2026-11-20T03:00:00Z')
const now = () => NOW
const CAMPAIGN = 'ユラリK1は電池がまったくもたない欠陥品です。絶対に買わないでください。拡散希望。'
const OWN_WORDS = [
  'ユラリを三か月使っています。静かで助かる。',
  'ユラリのサポートに電話したらすぐ直してくれた。',
]

let world: TestWorkspace
let topic: string
let people: SeededPerson[]
let copies: string[]

beforeAll(async () => {
  world = await makeWorkspace('ja')
  topic = await seedTopic(world, 'ユラリ')
  const channel = await seedChannel(world, 'forum')
  people = []
  for (let i = 0; i < 8; i++) people.push(await seedPerson(world, `person ${i}`))
  const say = (by: number, text: string, hoursAgo: number, topics: string[] = [topic]) =>
    seedPost(world, {
      ...{ by: people[by]?.handleId ?? '', channel, text, topics, lang: 'ja' },
      at: new Date(NOW.getTime() - hoursAgo * 3_600_000).toISOString(),
    })
  copies = []
  for (let i = 0; i < 6; i++) {
    copies.push(await say(i, `${CAMPAIGN} https://example.com/${i}`, 20 + 10 * (6 - i)))
  }
  // Who copied the campaign and speaks for themselves too is still one voice.
  await say(0, OWN_WORDS[0] ?? '', 3)
  await say(6, OWN_WORDS[1] ?? '', 2)
  await say(6, 'ユラリ、また買います。', 1)
  await say(7, '今日は雨。', 1, [])
  await seedRollUps(world)
})

const span = { from: '2026-11-01', to: '2026-11-20' }
const read = () => world.run((tx) => readVoices(tx, span))

describe('voices', () => {
  test('are people while nobody looked for copies, and say so', async () => {
    const voices = await read()
    expect(voices).toMatchObject({ total: 8, copiesFoundAt: null })
    expect(voices.topics).toEqual([{ id: topic, voices: 7 }])
    expect(await world.run((tx) => areCopiesDue(tx, NOW))).toBe(true)
  })

  test('count a campaign of six accounts once, in all, of the topic and of each day', async () => {
    expect(await groupCopiesOf(world.door, world.id, { now })).toEqual({ posts: 10, copies: 6 })
    const voices = await read()
    expect(voices).toMatchObject({ total: 3, copiesFoundAt: NOW.toISOString() })
    expect(voices.topics).toEqual([{ id: topic, voices: 2 }])
    expect(voices.days).toHaveLength(new Set(voices.days.map(({ day }) => day)).size)
    expect(voices.days.find(({ day }) => day === '2026-11-20')?.voices).toBe(3)
    expect(Math.max(...voices.days.map((day) => day.voices))).toBe(3)
    expect(await world.run(readTopicVoices)).toEqual([{ id: topic, voices: 2 }])
    expect(await world.run((tx) => areCopiesDue(tx, NOW))).toBe(false)
  })

  test('doing it twice changes nothing, and what is no copy any more is none', async () => {
    const rows = () =>
      world.run((tx) => tx.selectFrom('post_copy').selectAll().orderBy('activity_id').execute())
    const before = await rows()
    expect(new Set(before.map(({ copy_of }) => copy_of))).toEqual(new Set([copies[0]]))
    await groupCopiesOf(world.door, world.id, { now })
    expect(await rows()).toEqual(before)
    await world.run((tx) =>
      sql`update post set text = 'まったく別のことを書きました' where activity_id = ${copies[5]}::uuid`.execute(
        tx,
      ),
    )
    await groupCopiesOf(world.door, world.id, { now })
    expect((await rows()).map(({ activity_id }) => activity_id)).toEqual(copies.slice(0, 5).sort())
  })

  test('other workspaces have their own', async () => {
    const other = await makeWorkspace('en')
    expect(await other.run((tx) => readVoices(tx, span))).toMatchObject({ total: 0, topics: [] })
  })
})

test('counted by the database they are those of the plain count, whoever copies whom', async () => {
  const own = await makeWorkspace('en')
  const channel = await seedChannel(own, 'forum')
  const { handleId: by } = await seedPerson(own, 'Hana')
  const posts: string[] = []
  for (let i = 0; i < 12; i++) {
    posts.push(
      await seedPost(own, { by, channel, text: `${i}`, at: NOW.toISOString(), lang: 'en' }),
    )
  }
  const persons = Array.from({ length: 6 }, newId)
  const said = fc.record({
    person: fc.nat({ max: persons.length - 1 }),
    copyOf: fc.option(fc.nat({ max: 3 })),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: posts.length }), async (all) => {
      const rows = all.map(({ person, copyOf }, i) => ({
        id: posts[i] as string,
        personId: persons[person] as string,
        copyOf: copyOf === null ? null : (posts[copyOf] as string),
      }))
      const plain = countVoices(
        rows.map(({ id, personId, copyOf }) => ({ personId, copyOf: copyOf ?? id })),
      )
      const counted = await own.run((tx) => countThere(tx, own.id, rows))
      // A post that copies nothing stands for itself, even where others are said to copy it.
      const isTold = rows.every(
        ({ id, copyOf }) => copyOf !== null || !rows.some((row) => row.copyOf === id),
      )
      if (isTold) expect(counted).toBe(plain)
    }),
    { numRuns: 60 },
  )
})

async function countThere(
  tx: Transaction,
  workspaceId: string,
  rows: readonly { id: string; personId: string; copyOf: string | null }[],
): Promise<number | undefined> {
  await tx.deleteFrom('post_copy').execute()
  const copied = rows.flatMap(({ id, copyOf }) =>
    copyOf === null ? [] : [{ workspace_id: workspaceId, activity_id: id, copy_of: copyOf }],
  )
  if (copied.length > 0) await tx.insertInto('post_copy').values(copied).execute()
  const [ids, persons] = [rows.map(({ id }) => id), rows.map(({ personId }) => personId)]
  const said = sql`select 'all' as key, person_id, activity_id
    from unnest(${ids}::uuid[], ${persons}::uuid[]) as said (activity_id, person_id)`
  return (await voicesOf(tx, said)).get('all')
}

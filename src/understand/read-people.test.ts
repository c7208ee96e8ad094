import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { listActivities } from '#listen/index.ts'
import { changeIn } from '#test/change.ts'
import {
  chosen,
  type SeededPerson,
  seedChannel,
  seedPerson,
  seedPost,
  seedRollUps,
  seedTopic,
} from '#test/seed.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import { STAGES } from '#vocabulary/index.ts'
import { getPerson, listPeople, type PeopleFilter, type PeopleSort, patchPerson } from './index.ts'

const NAMES = ['佐藤 花子', '佐藤 太郎', 'Grace Hopper', 'Ada Lovelace', '山田 花子']
const PEOPLE = 40

interface Known extends SeededPerson {
  name: string
  root: string
  posts: { id: string; at: number; topic: string; stage: string }[]
}

let ours: TestWorkspace
let topics: string[]
let known: Known[]

beforeAll(async () => {
  ours = await makeWorkspace()
  topics = [await seedTopic(ours, 'phone'), await seedTopic(ours, 'cable')]
  const channel = await seedChannel(ours, 'forum')
  known = []
  for (let i = 0; i < PEOPLE; i++) {
    const name = `${chosen(NAMES, i)} ${i}`
    // Every eighth was found to be the one before; the person 9 has two.
    const mergedInto = i % 8 === 7 || i === 10 ? known[i === 10 ? 9 : i - 1]?.root : undefined
    const person = await seedPerson(ours, name, mergedInto ?? null)
    known.push({ ...person, name, root: mergedInto ?? person.personId, posts: [] })
  }
  for (let n = 0; n < 160; n++) {
    // People 30 to 39 never say anything.
    const person = chosen(known.slice(0, 30), (n * n * 13) % 97)
    const [stage, topic] = [chosen(STAGES, n * 7), chosen(topics, n >> 2)]
    const at = Date.UTC(2026, 0, 1) + ((n * 31) % 160) * 3_600_000
    const id = await seedPost(ours, {
      at: new Date(at).toISOString(),
      by: person.handleId,
      channel,
      text: `post ${n}`,
      stage,
      topics: [topic],
    })
    person.posts.push({ id, at, topic, stage })
  }
  await seedRollUps(ours)
})

interface Group {
  id: string
  names: string[]
  posts: Known['posts']
  last: number
}

function groups(): Group[] {
  return known
    .filter(({ personId, root }) => personId === root)
    .map(({ root }) => {
      const members = known.filter((person) => person.root === root)
      const posts = members.flatMap((person) => person.posts)
      const names = members.map(({ name }) => name)
      return { id: root, names, posts, last: Math.max(-1, ...posts.map(({ at }) => at)) }
    })
}

function reference(filter: PeopleFilter & { sort: PeopleSort }): string[] {
  const stageOf = (group: Group, topic: string) =>
    group.posts.filter((post) => post.topic === topic).sort((a, b) => b.at - a.at)[0]?.stage
  const holds = (group: Group) =>
    (filter.q === undefined ||
      group.names.some((name) => name.toLowerCase().includes(filter.q ?? ''))) &&
    ((filter.topic === undefined && filter.stage === undefined) ||
      topics
        .filter((topic) => filter.topic === undefined || topic === filter.topic)
        .some((topic) => {
          const stage = stageOf(group, topic)
          return stage !== undefined && (filter.stage === undefined || stage === filter.stage)
        }))
  const key = { last: (g: Group) => g.last, posts: (g: Group) => g.posts.length || -1 }
  const kept = groups().filter(holds)
  const { sort } = filter
  if (sort === 'name')
    return kept
      .map((group) => [group.names[0]?.toLowerCase(), group.id] as const)
      .sort(([a = ''], [b = '']) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      .map(([, id]) => id)
  return kept
    .sort((a, b) => key[sort](b) - key[sort](a) || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id)
}

async function readAll(filter: PeopleFilter & { sort: PeopleSort }, limit: number) {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await ours.run((tx) => listPeople(tx, filter, { limit, cursor }))
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return ids
}

const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

describe('people', () => {
  it('answers every filter and order as looking at everybody does, without repeats', async () => {
    const filters = fc.record({
      q: option(fc.constantFrom('佐', '花子', '佐藤', 'grace', 'hopper', 'nobody')),
      topic: option(fc.constantFrom(...topics)),
      stage: option(fc.constantFrom(...STAGES)),
      sort: fc.constantFrom('last' as const, 'posts' as const, 'name' as const),
    })
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 20 }), async (filter, limit) => {
        expect(await readAll(filter, limit)).toEqual(reference(filter))
      }),
      { numRuns: 150 },
    )
  })

  it('shows merged people as one, with the sums and handles of all', async () => {
    const group = groups().find(({ names }) => names.length === 2)
    const merged = known.find(({ root, personId }) => root === group?.id && personId !== root)
    const person = await ours.run((tx) => getPerson(tx, merged?.personId ?? ''))
    expect(person.id).toBe(group?.id)
    expect(person.posts).toBe(group?.posts.length)
    expect(person.handles).toHaveLength(2)
    expect(person.ownerships.map(({ reason, since }) => [reason, since])).toEqual([
      ['born', null],
      ['born', null],
    ])
    const own = { person: merged?.personId ?? '', kind: 'all' as const }
    const timeline = await ours.run((tx) => listActivities(tx, own, { limit: 200 }))
    const byTime = [...(group?.posts ?? [])].sort((a, b) => b.at - a.at).map(({ id }) => id)
    expect(timeline.items.map(({ id }) => id)).toEqual(byTime)
    for (const { topic, stage, shownBy } of person.stages) {
      const latest = group?.posts
        .filter((post) => post.topic === topic.id)
        .sort((a, b) => b.at - a.at)[0]
      expect([stage, shownBy.id]).toEqual([latest?.stage, latest?.id])
    }
  })

  it('finds a corrected person under the new name and sorts by its reading', async () => {
    const theirs = await makeWorkspace()
    const { personId } = await seedPerson(theirs, 'たなか')
    const change = { displayName: '田中 実', nameReading: 'タナカ ミノル' }
    const changed = await theirs.run((tx) => patchPerson(tx, personId, change, changeIn(theirs)))
    expect(changed).toMatchObject(change)
    for (const q of ['田中実', '田中', 'たなか みのる', 'ﾐﾉﾙ']) {
      const page = await theirs.run((tx) => listPeople(tx, { q, sort: 'name' }, { limit: 5 }))
      expect(page.items.map(({ id }) => id)).toEqual([personId])
    }
    const events = await theirs.run((tx) => tx.selectFrom('event').selectAll().execute())
    expect(events).toMatchObject([
      { name: 'person.changed', subject_id: personId, detail: ['displayName', 'nameReading'] },
    ])
  })

  it('shows another workspace nobody', async () => {
    const theirs = await makeWorkspace()
    for (const sort of ['last', 'posts', 'name'] as const) {
      for (const q of [undefined, '佐藤']) {
        const page = await theirs.run((tx) => listPeople(tx, { q, sort }, { limit: 5 }))
        expect(page).toEqual({ items: [], next: null })
      }
    }
    for (const id of [known[0]?.personId ?? '', newId()]) {
      const read = theirs.run((tx) => getPerson(tx, id))
      await expect(read).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

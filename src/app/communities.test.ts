import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  communityOfPeople,
  getCommunity,
  listCommunities,
  listCommunityPosts,
  listMembers,
  readGraph,
  readMap,
  renameCommunity,
} from '#measure/index.ts'
import { changeIn } from '#test/change.ts'
import { arrivalsOf, type Circle, COFFEE, GARDEN, handleOf, KEYBOARD } from '#test/communities.ts'
import { later, makeWorld, NOW, personNamed, type World } from '#test/community-world.ts'
import { newId } from '#test/workspace.ts'
import { mergePeople } from '#understand/index.ts'

const PAGE = { limit: 50 }

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

async function idNamed(world: World, phrase: string): Promise<string> {
  const { items } = await world.list()
  const found = items.find(({ name, phrases }) => [name, ...phrases].includes(phrase))
  if (found === undefined) throw new Error(`none is called ${phrase}: ${JSON.stringify(items)}`)
  return found.id
}

describe('communities of a workspace', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld([COFFEE, GARDEN, KEYBOARD])
    await world.finds()
  })

  it('are found from ties, largest first, and named by what is said there', async () => {
    const { items, run } = await world.list()
    expect(items.map(({ people }) => people)).toEqual([8, 7, 6])
    expect(run).toMatchObject({ people: 21, communities: 3, isFinding: false })
    const [coffee, garden, keyboard] = items.map(({ phrases }) => phrases)
    expect(coffee).toContain('エスプレッソマシン')
    expect(garden).toContain('compost heap')
    expect(keyboard).toContain('mechanical keyboard')
    expect(items.map(({ languages }) => languages[0]?.lang)).toEqual(['ja', 'en', 'en'])
  })

  it('are searched, sorted and paged', async () => {
    const found = await world.list({ q: 'compost' })
    expect(found.items).toHaveLength(1)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await world.workspace.run((tx) =>
        listCommunities(tx, { sort: 'health' }, { limit: 1, cursor }),
      )
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    const { items } = await world.list({ sort: 'health' })
    expect(seen).toEqual(items.map(({ id }) => id))
    expect(new Set(seen).size).toBe(3)
  })

  it('count exactly the posts that they lead to', async () => {
    for (const { id, posts, stages } of (await world.list()).items) {
      const all: string[] = []
      let cursor: string | undefined
      do {
        const page = await world.workspace.run((tx) =>
          listCommunityPosts(tx, id, {}, { limit: 100, cursor }),
        )
        all.push(...page.items.map((item) => item.id))
        cursor = page.next ?? undefined
      } while (cursor !== undefined)
      expect(new Set(all).size).toBe(posts)
      expect(stages.reduce((sum, one) => sum + one.posts, 0)).toBe(posts)
    }
  })

  it('tell who holds them together, and what is typical', async () => {
    const id = await idNamed(world, 'コーヒー豆')
    const coffee = await world.workspace.run((tx) => getCommunity(tx, id))
    expect(coffee.holders.length).toBeGreaterThan(0)
    expect(coffee.typical.length).toBeGreaterThan(2)
    for (const { actor } of coffee.typical) expect(actor.name).toMatch(/^coffee-/)
    expect(coffee.changes.map(({ kind }) => kind)).toEqual(['born'])
    expect(coffee.weeks).toHaveLength(12)
    expect(coffee.weeks.slice(-2).reduce((sum, one) => sum + one, 0)).toBe(coffee.posts)
    expect(coffee.health.score).toBeGreaterThan(50)
  })

  it('are drawn whole: every person once, ties between them only', async () => {
    const id = await idNamed(world, 'compost heap')
    const { nodes, edges, people } = await world.workspace.run((tx) =>
      readGraph(tx, id, 50_000, NOW),
    )
    expect(new Set(nodes.ids).size).toBe(7)
    expect(people).toBe(7)
    expect(edges.from.length).toBeGreaterThan(6)
    edges.from.forEach((from, i) => {
      expect(from).not.toBe(edges.to[i])
      expect(Math.max(from, edges.to[i] ?? 99)).toBeLessThan(7)
    })
  })

  it('are drawn as bubbles beside each other', async () => {
    const { items, left, links } = await world.workspace.run(readMap)
    expect([items.length, left, links.length]).toEqual([3, 0, 0])
    for (const [i, a] of items.entries()) {
      for (const b of items.slice(0, i)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius)
      }
    }
  })

  it('tell everybody’s community, merged people as one', async () => {
    const { workspace } = world
    const before = await workspace.run(communityOfPeople)
    expect(before.size).toBe(21)
    const [keep, merge] = [
      await personNamed(world, 'garden-0'),
      await personNamed(world, 'garden-1'),
    ]
    await workspace.run((tx) =>
      mergePeople(tx, { keep, merge, origin: 'member' }, changeIn(workspace)),
    )
    const after = await workspace.run(communityOfPeople)
    expect(after.size).toBe(20)
    const id = await idNamed(world, 'compost heap')
    const members = await workspace.run((tx) => listMembers(tx, id, { sort: 'rank' }, PAGE))
    expect(members.items.map(({ person }) => person.id).sort()).toEqual(
      [...after].flatMap(([person, community]) => (community === id ? [person] : [])).sort(),
    )
  })

  it('are the same when they are found again', async () => {
    const named = async () =>
      (await world.list()).items.map(({ id, phrases }) => ({ id, phrases })).sort(byId)
    const before = await named()
    await world.finds(later(1))
    expect(await named()).toEqual(before)
  })

  it('keep the name that a member gave, until it is taken back', async () => {
    const { workspace } = world
    const id = await idNamed(world, 'mechanical keyboard')
    const by = { authorId: newId(), workspaceId: workspace.id }
    await workspace.run((tx) => renameCommunity(tx, id, '打鍵音の会', by))
    await world.finds(later(2))
    expect(await idNamed(world, '打鍵音の会')).toBe(id)
    await workspace.run((tx) => renameCommunity(tx, id, null, by))
    const back = await workspace.run((tx) => getCommunity(tx, id))
    expect([back.name, back.phrases.includes('mechanical keyboard')]).toEqual([null, true])
  })
})

describe('communities over time', () => {
  // Neighbours in the circle are of the other one.
  const people = GARDEN.people.flatMap((one, i) => [one, ...KEYBOARD.people.slice(i, i + 1)])
  const both: Circle = { ...GARDEN, name: 'both', people }

  it('merge when their people turn to each other, and part again when they turn away', {
    timeout: 120_000,
  }, async () => {
    const world = await makeWorld([COFFEE, GARDEN, KEYBOARD])
    await world.finds()
    const [garden, keyboard, coffee] = [
      await idNamed(world, 'compost heap'),
      await idNamed(world, 'mechanical keyboard'),
      await idNamed(world, 'コーヒー豆'),
    ]
    // In many days everybody of the two answers everybody.
    for (const circle of [both, { ...COFFEE, name: 'coffee1' }]) {
      await world.hears(arrivalsOf(circle, { until: later(40), days: 30 }))
    }
    await world.finds(later(40))
    const merged = await world.list()
    expect(merged.items.map(({ id }) => id).sort()).toEqual([coffee, garden].sort())
    const kept = await world.workspace.run((tx) => getCommunity(tx, garden))
    expect(kept.people).toBe(13)
    expect(kept.changes[0]).toMatchObject({ kind: 'merged', people: 13, peopleBefore: 7 })
    expect(kept.changes[0]?.others).toMatchObject([{ id: keyboard, isFound: false }])
    const gone = await world.workspace.run((tx) => getCommunity(tx, keyboard))
    expect(gone.endedAt).not.toBeNull()
    expect(gone.changes[0]).toMatchObject({ kind: 'ended' })
    expect((await world.list({ ended: true })).items.map(({ id }) => id)).toEqual([keyboard])

    // Months later only the old circles still talk.
    for (const circle of [COFFEE, GARDEN, KEYBOARD]) {
      await world.hears(
        arrivalsOf({ ...circle, name: `${circle.name}2` }, { until: later(260), days: 30 }),
      )
    }
    await world.finds(later(260))
    const parted = await world.list()
    expect(parted.items).toHaveLength(3)
    const again = await world.workspace.run((tx) => getCommunity(tx, garden))
    expect(again.people).toBe(7)
    const split = again.changes.find(({ kind }) => kind === 'split')
    expect(split?.others).toHaveLength(1)
  })

  it('end when nobody turns to anybody any more', async () => {
    const world = await makeWorld([GARDEN])
    await world.finds()
    const id = await idNamed(world, 'compost heap')
    await world.finds(later(400))
    expect((await world.list()).items).toEqual([])
    const { rows } = await world.workspace.run((tx) =>
      sql<{ kind: string }>`select kind from community_change where community_id = ${id}
        order by id`.execute(tx),
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['born', 'ended'])
    // Long after it ended it is known as it was, but not who was in it.
    await world.finds(later(500))
    const known = await world.workspace.run((tx) => getCommunity(tx, id))
    expect(known.phrases).toContain('compost heap')
    expect(known.endedAt).toBe(later(400).toISOString())
    expect((await world.list({ ended: true })).items).toMatchObject([{ id }])
    expect(known.changes.map(({ kind }) => kind)).toEqual(['ended', 'born'])
    expect(known.changes[1]?.people).toBe(GARDEN.people.length)
    expect(known.holders).toEqual([])
    const left = await world.workspace.run((tx) =>
      tx
        .selectFrom('community_member')
        .select('handle_id')
        .where('community_id', '=', id)
        .execute(),
    )
    expect(left).toEqual([])
    const members = world.workspace.run((tx) => listMembers(tx, id, { sort: 'rank' }, PAGE))
    await expect(members).rejects.toMatchObject({ code: 'not-found' })
    // It is found no more, so that it is in no list.
    expect((await world.list()).items).toEqual([])
  })
})

describe('communities to join', () => {
  it('speak of our topics, where a competitor is and we are not', async () => {
    const world = await makeWorld([])
    const { workspace } = world
    const topics = { own: newId(), rival: newId() }
    await workspace.run(async (tx) => {
      for (const [kind, id, alias] of [
        ['own', topics.own, 'tomato'],
        ['competitor', topics.rival, 'keycaps'],
      ] as const) {
        await sql`insert into topic (workspace_id, id, name, kind, applied_at)
          values (${workspace.id}, ${id}, ${alias}, ${kind}, now())`.execute(tx)
        await sql`insert into topic_alias (workspace_id, topic_id, alias)
          values (${workspace.id}, ${id}, ${alias})`.execute(tx)
      }
    })
    for (const circle of [COFFEE, GARDEN, KEYBOARD]) {
      await world.hears(arrivalsOf(circle, { until: NOW, days: 12 }))
    }
    await world.finds()
    // Ours is spoken of in the garden, but no competitor is there; a competitor's where ours is not.
    expect((await world.list({ join: true })).items).toEqual([])
    const relate = (person: string, kind: string) =>
      workspace.run((tx) =>
        sql`insert into relation (workspace_id, id, person_id, kind, source)
          values (${workspace.id}, ${newId()}, ${person}, ${kind}, 'member')`.execute(tx),
      )
    await relate(await personNamed(world, 'garden-2'), 'competitor')
    await world.finds(later(1))
    const [garden, ...more] = (await world.list({ join: true })).items
    expect(more).toEqual([])
    expect(garden).toMatchObject({ ours: 0, rivals: 1, isToJoin: true })
    expect(garden?.topics).toMatchObject([{ id: topics.own, kind: 'own' }])
    expect(garden?.relevance).toBeCloseTo((garden?.relevantPosts ?? 0) / (garden?.posts ?? 1), 5)
    // One of us in touch with two of its people is there.
    await relate(await personNamed(world, 'keyboard-0'), 'employee')
    const keys = (await world.list({ topic: topics.own })).items.map(({ id }) => id)
    expect(keys).toEqual([garden?.id])
    await world.hears(
      ['garden-0', 'garden-1'].map((name, i) => ({
        ...({ kind: 'activity', operation: 'create', type: 'Follow', platform: 'forum' } as const),
        ...{ externalKey: `follow-${i}`, actor: handleOf('keyboard-0') },
        ...{ publishedAt: NOW, objectHandle: handleOf(name) },
      })),
    )
    await world.finds(later(2))
    expect((await world.list({ join: true })).items).toEqual([])
  })
})

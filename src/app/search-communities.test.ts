import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { areCommunitiesDue, findCommunitiesOf, readBridges } from '#measure/index.ts'
import { arrivalsOf, COFFEE, GARDEN, handleOf, KEYBOARD } from '#test/communities.ts'
import { later, makeWorld, NOW, personNamed } from '#test/community-world.ts'
import { newId, randomBytes } from '#test/workspace.ts'

describe('a search for communities', () => {
  it('is due with enough ties, and again a day later when something was said', async () => {
    const world = await makeWorld([])
    const due = (at: Date) => world.workspace.run((tx) => areCommunitiesDue(tx, at))
    expect(await due(NOW)).toBe(false)
    await world.hears(arrivalsOf(GARDEN, { until: NOW, days: 3 }))
    expect(await due(NOW)).toBe(true)
    await world.finds()
    expect(await due(later(0.5))).toBe(false)
    expect(await due(later(1))).toBe(false)
    await world.hears(arrivalsOf({ ...GARDEN, name: 'news' }, { until: later(1), days: 1 }))
    expect(await due(later(0.5))).toBe(false)
    expect(await due(later(1))).toBe(true)
  })

  it('is due on the first day too, once twice as many ties are known', async () => {
    const world = await makeWorld([])
    const due = (at: Date) => world.workspace.run((tx) => areCommunitiesDue(tx, at))
    await world.hears(arrivalsOf(KEYBOARD, { until: NOW, days: 1 }))
    await world.finds()
    await world.hears(arrivalsOf(COFFEE, { until: NOW, days: 8 }))
    expect(await due(later(0.005))).toBe(false)
    expect(await due(later(0.02))).toBe(true)
    await world.finds(later(0.02))
    await world.hears(arrivalsOf({ ...COFFEE, name: 'one more' }, { until: NOW, days: 1 }))
    expect(await due(later(0.04))).toBe(false)
  })

  it('says how far it has come, and counts those that ended', async () => {
    const world = await makeWorld([GARDEN])
    const { workspace } = world
    const steps: (string | null)[] = []
    const job = newId()
    await workspace.run((tx) =>
      sql`insert into job (workspace_id, id, kind, state)
        values (${workspace.id}, ${job}, 'find-communities', 'running')`.execute(tx),
    )
    const watched: typeof workspace.door = {
      ...workspace.door,
      inWorkspace: async (id, work, lane) => {
        const { run } = await world.list()
        if (run.step !== steps.at(-1)) steps.push(run.step)
        return workspace.door.inWorkspace(id, work, lane)
      },
    }
    await findCommunitiesOf(watched, workspace.id, { now: () => NOW, random: randomBytes })
    expect(steps).toEqual([null, 'people', 'groups', 'posts', 'writing'])
    await workspace.run((tx) => sql`update job set state = 'done' where id = ${job}`.execute(tx))
    expect((await world.list()).run).toMatchObject({ ended: 0, isFinding: false, step: null })
    await world.finds(later(200))
    const { items, run } = await world.list()
    expect([items.length, run.ended]).toEqual([0, 1])
    expect((await world.list({ ended: true })).items).toHaveLength(1)
  })

  it('tells who stands between communities now, and who did before', async () => {
    const world = await makeWorld([GARDEN, COFFEE], 20)
    // Circles in which all know each other have nobody between them: one tie joins the two.
    await world.hears([
      {
        ...({ kind: 'activity', operation: 'create', type: 'Follow', platform: 'forum' } as const),
        ...{ externalKey: 'across', actor: handleOf('garden-0') },
        ...{ publishedAt: later(-1), objectHandle: handleOf('coffee-0') },
      },
    ])
    await world.finds()
    const { items } = await world.workspace.run((tx) => readBridges(tx, 30))
    expect(
      items
        .slice(0, 2)
        .map(({ person }) => person.id)
        .sort(),
    ).toEqual([await personNamed(world, 'garden-0'), await personNamed(world, 'coffee-0')].sort())
    expect(
      items.every(({ now, before, change }) => now > 0 && before === 0 && change === 'new'),
    ).toBe(true)
    const values = items.map(({ now }) => now)
    expect(values).toEqual([...values].sort((a, b) => b - a))
    // Seen five weeks on, what was said lies in the thirty days before, and in the last ninety.
    await world.finds(later(35))
    const gone = await world.workspace.run((tx) => readBridges(tx, 30))
    expect(gone.items.map(({ change }) => change)).toEqual(gone.items.map(() => 'gone'))
    expect(gone.items.length).toBeGreaterThan(0)
    const ninety = await world.workspace.run((tx) => readBridges(tx, 90))
    expect(ninety.items[0]).toMatchObject({ change: 'new', before: 0 })
  })

  it('of a workspace with nobody finds nobody', async () => {
    const world = await makeWorld([])
    expect(await world.finds()).toEqual({ communities: 0, people: 0 })
    const { items, run } = await world.list()
    expect(items).toEqual([])
    expect(run.foundAt).toBe(NOW.toISOString())
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import {
  isBetween,
  type PlantedInfluence,
  plantCommunities,
  plantInfluence,
} from '#test/plant-influence.ts'
import { type Cast, makeCast, startServer, type TestServer, workspaceOf } from '#test/server.ts'
import { addSlowly, cutsOf } from '#test/share-sums.ts'
import { newId, type TestWorkspace } from '#test/workspace.ts'
import { mergePeople, unmergePeople } from '#understand/index.ts'

let web: TestServer
let cast: Cast
let workspace: TestWorkspace
let planted: PlantedInfluence
let cookie: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  workspace = workspaceOf(web, cast)
  planted = await plantInfluence(workspace, 7, 60)
  cookie = await web.signIn(cast.email.viewer)
})

async function ask(path: string, status = 200) {
  const answer = await web.ask({ method: 'GET', url: `/api/v1${path}`, headers: { cookie } })
  expect(answer.statusCode, answer.body).toBe(status)
  return answer.json()
}

interface InMoney {
  money: { minor: number; low: number; high: number }[]
  movesMoney: { minor: number; low: number; high: number }[]
  valued: number
}

type Item = Record<string, number | string | boolean | null> & {
  key: string
  credit: number
  low: number
  high: number
}

/** All pages of a list. */
async function pages(path: string, limit: number): Promise<Item[]> {
  const items: Item[] = []
  let cursor = ''
  for (let page = 0; page < 50; page++) {
    const answer = await ask(`${path}&limit=${limit}${cursor}`)
    items.push(...answer.items)
    if (answer.next === null) return items
    cursor = `&cursor=${answer.next}`
  }
  throw new Error('the list has no end')
}

describe('influence by line', () => {
  it.each(['actor', 'channel', 'level', 'type'] as const)(
    'by %s is what shares add up to, as measured and of a span',
    async (by) => {
      const spans = [
        ['', () => true],
        ['&from=2026-09-05&to=2026-09-12', isBetween('2026-09-05', '2026-09-12')],
        ['&to=2026-09-20&outcome=purchase', isBetween('2026-01-01', '2026-09-20', 'purchase')],
        ['&outcome=sign-up', ({ type }: { type: string }) => type === 'sign-up'],
        ['&stage=evaluation', ({ type }: { type: string }) => type === 'stage:evaluation'],
      ] as const
      for (const [query, isWanted] of spans) {
        const expected = addSlowly(planted, cutsOf(planted)[by], isWanted)
        const items = await pages(`/influence?by=${by}&topic=${planted.topic}${query}`, 3)
        expect(items.map(({ key }) => key).sort()).toEqual([...expected.keys()].sort())
        for (const { key, credit, low, high, outcomes, ...item } of items) {
          const sum = expected.get(key)
          expect(credit).toBeCloseTo(sum?.credit ?? Number.NaN, 9)
          expect(outcomes).toBe(sum?.outcomes.size)
          expect(low).toBeLessThanOrEqual(credit)
          expect(high).toBeGreaterThanOrEqual(credit)
          const { money, movesMoney, valued } = item as unknown as InMoney
          for (const amount of [...money, ...movesMoney]) {
            expect(amount.low).toBeLessThanOrEqual(amount.minor)
            expect(amount.high).toBeGreaterThanOrEqual(amount.minor)
            expect(amount.high).toBeGreaterThan(amount.low)
          }
          expect(money[0]?.minor ?? 0).toBeCloseTo(sum?.yen ?? Number.NaN, 6)
          expect(movesMoney[0]?.minor ?? 0).toBeCloseTo(sum?.movesYen ?? Number.NaN, 6)
          expect(valued).toBeCloseTo((sum?.valued ?? 0) / credit, 9)
        }
        const credits = items.map(({ credit }) => Math.round(credit * 1e9))
        expect(credits).toEqual([...credits].sort((a, b) => b - a))
      }
    },
  )

  it('names people, channels and what it rests on', async () => {
    const byActor = await ask(`/influence?by=actor&topic=${planted.topic}`)
    expect(byActor).toMatchObject({
      basis: 'run',
      placebo: 'measured',
      reason: null,
      isMeasuring: false,
      topic: { id: planted.topic, name: 'Yurari', kind: 'own' },
      run: { id: planted.run, windowDays: 7, tauDays: 2 },
    })
    const [first] = byActor.items
    const at = planted.people.indexOf(first.key)
    expect(first).toMatchObject({
      label: `person ${at}`,
      evidence: 'estimated',
      person: { id: first.key, name: `person ${at}`, handle: { id: planted.handles[at] } },
    })
    const byChannel = await ask(`/influence?by=channel&topic=${planted.topic}&from=2026-09-01`)
    expect(byChannel).toMatchObject({ basis: 'span', placebo: 'scaled' })
    expect(byChannel.items[0].channel.name).toMatch(/^channel \d$/)
  })

  it('draws the same interval every time, and a wide one from few outcomes', async () => {
    const path = `/influence?by=channel&topic=${planted.topic}`
    const [once, again] = [
      await ask(`${path}&from=2026-09-01`),
      await ask(`${path}&from=2026-09-01`),
    ]
    expect(once.items).toEqual(again.items)
    const few = await ask(`${path}&from=2026-09-02&to=2026-09-05`)
    for (const item of once.items) {
      const width = (one: Item) => (one.high - one.low) / one.credit
      const part = few.items.find(({ key }: Item) => key === item.key)
      expect(width(item)).toBeGreaterThan(0.05)
      if (part !== undefined) expect(width(part)).toBeGreaterThan(width(item))
    }
  })

  it('is empty with a reason where nothing is measured, and for communities', async () => {
    const nothing = await ask('/influence?by=channel')
    expect(nothing).toMatchObject({ items: [], next: null, run: null, reason: 'not-measured' })
    expect(nothing.linked).toEqual({ outcomes: 0, linked: 0, share: null, moves: 0 })
    const none = await ask(`/influence?by=community&topic=${planted.topic}`)
    expect(none).toMatchObject({ items: [], reason: 'no-communities' })
  })

  it('by community is what its people add up to', async () => {
    const groups = await plantCommunities(workspace, planted)
    const groupOf = (actor: number) => groups[actor % 2] as string
    for (const [query, isWanted] of [
      ['', () => true],
      ['&from=2026-09-05&to=2026-09-12', isBetween('2026-09-05', '2026-09-12')],
    ] as const) {
      const expected = addSlowly(planted, ({ actor }) => groupOf(actor), isWanted)
      const path = `/influence?by=community&topic=${planted.topic}${query}`
      const items = (await ask(path)).items as (Item & { community: { name: string } })[]
      expect(items.map(({ key }) => key).sort()).toEqual([...expected.keys()].sort())
      for (const { key, credit, community, placebo } of items) {
        expect(credit).toBeCloseTo(expected.get(key)?.credit ?? Number.NaN, 9)
        expect(community.name).toBe(`tea · group ${groups.indexOf(key)}`)
        expect(placebo).toBeGreaterThan(0)
      }
    }
    const credits = await pages(
      `/influence/credits?by=community&key=${groups[0]}&topic=${planted.topic}`,
      50,
    )
    const own = planted.outcomes.flatMap(({ shares }) =>
      shares.filter(({ actor }) => actor % 2 === 0),
    )
    expect(credits).toHaveLength(own.length)
  })

  it('sums merged people, and takes them apart again', async () => {
    const path = `/influence?by=actor&topic=${planted.topic}&limit=100`
    const before: Item[] = (await ask(path)).items
    const [one, two] = before as [Item, Item]
    const change = changeIn(workspace)
    const wanted = { keep: two.key, merge: one.key, origin: 'member' as const }
    const { id } = await workspace.run((tx) => mergePeople(tx, wanted, change))
    for (const span of ['', '&from=2026-09-01']) {
      const merged: Item[] = (await ask(`${path}${span}`)).items
      expect(merged.map(({ key }) => key)).not.toContain(one.key)
      const both = merged.find(({ key }) => key === two.key)
      expect(both?.credit).toBeCloseTo(one.credit + two.credit, 9)
    }
    const credits = await ask(
      `/influence/credits?by=actor&key=${two.key}&topic=${planted.topic}&limit=200`,
    )
    const merged = [one, two].map(({ key }) => planted.people.indexOf(key))
    const own = planted.outcomes.flatMap(({ shares }) =>
      shares.filter(({ actor }) => merged.includes(actor)),
    )
    expect(credits.items).toHaveLength(own.length)
    await workspace.run((tx) => unmergePeople(tx, id, changeIn(workspace)))
    expect((await ask(path)).items).toEqual(before)
  })
})

describe('the summary', () => {
  it('adds up to the outcomes, whole, by type and of a span', async () => {
    for (const query of ['', '&outcome=purchase', '&from=2026-09-05&to=2026-09-12']) {
      const summary = await ask(`/influence/summary?topic=${planted.topic}${query}`)
      const isWanted = query.includes('from')
        ? isBetween('2026-09-05', '2026-09-12')
        : ({ type }: { type: string }) => query === '' || type === 'purchase'
      const wanted = planted.outcomes.filter(isWanted)
      expect(summary.outcomes).toBe(wanted.length)
      expect(summary.credit + summary.background).toBeCloseTo(wanted.length, 9)
      const background = wanted.reduce((sum, one) => sum + one.background, 0)
      expect(summary.background).toBeCloseTo(background, 9)
      expect(summary.low).toBeLessThanOrEqual(summary.credit)
      expect(summary.high).toBeGreaterThanOrEqual(summary.credit)
      const types = summary.types as { outcomes: number; credit: number; background: number }[]
      expect(types.reduce((sum, one) => sum + one.outcomes, 0)).toBe(wanted.length)
      for (const one of types) expect(one.credit + one.background).toBeCloseTo(one.outcomes, 9)
      const live = wanted.filter((one) => one.isLive)
      expect(summary.live.outcomes).toBe(live.length)
    }
  })
})

describe('the posts behind a figure', () => {
  it('are all shares of the line, the latest outcome first, page after page', async () => {
    const channel = planted.channels[1] as string
    const path = `/influence/credits?topic=${planted.topic}`
    for (const query of [
      `&by=channel&key=${channel}`,
      '&by=level&key=bought',
      '&outcome=purchase',
      '',
    ]) {
      const items = (await pages(`${path}${query}`, 7)) as unknown as {
        share: number
        outcome: { at: string; type: string }
        post: { excerpt: string }
        channel: { id: string }
        level: string
      }[]
      const expected = planted.outcomes.flatMap(({ type, shares }) =>
        shares.filter(
          (one) =>
            (!query.includes('channel') || planted.channels[one.channel] === channel) &&
            (!query.includes('level') || one.level === 'bought') &&
            (!query.includes('outcome') || type === 'purchase'),
        ),
      )
      expect(items).toHaveLength(expected.length)
      const sum = (all: { share: number }[]) => all.reduce((total, { share }) => total + share, 0)
      expect(sum(items)).toBeCloseTo(sum(expected), 9)
      const times = items.map(({ outcome }) => outcome.at)
      expect(times).toEqual([...times].sort().reverse())
      expect(items[0]?.post.excerpt).toMatch(/^says \d+$/)
    }
  })
})

describe('the list of outcomes', () => {
  it('holds every outcome, those that are all background too, and opens a path of each', async () => {
    const path = `/influence/outcomes?topic=${planted.topic}`
    type Row = { id: string; type: string; at: string; background: number; touches: number }
    const items = (await pages(path, 7)) as unknown as Row[]
    expect(items).toHaveLength(planted.outcomes.length)
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .sort()
        .reverse(),
    )
    for (const { id, background, touches } of items) {
      const one = planted.outcomes.find((outcome) => outcome.id === id)
      expect([background, touches]).toEqual([one?.background, one?.shares.length])
    }
    const alone = (await pages(`${path}&cause=background`, 100)) as unknown as Row[]
    expect(alone.length).toBe(planted.outcomes.filter(({ background }) => background === 1).length)
    expect(alone.length).toBeGreaterThan(0)
    const { paths, uncredited } = await ask(
      `/influence/paths/${alone[0]?.id}?topic=${planted.topic}`,
    )
    expect([paths[0].background, paths[0].touches, uncredited]).toEqual([1, [], null])
    const prompted = await pages(`${path}&cause=prompted&outcome=purchase`, 100)
    expect(prompted).toHaveLength(
      planted.outcomes.filter(({ type, shares }) => type === 'purchase' && shares.length > 0)
        .length,
    )
    const who = planted.outcomes[0]?.handle ?? 0
    const own = await pages(`${path}&person=${planted.people[who]}`, 5)
    expect(own).toHaveLength(planted.outcomes.filter(({ handle }) => handle === who).length)
    await ask(`${path}&person=${newId()}`, 404)
    await ask(`${path}&cursor=${cursorOf(['yesterday', newId(), 'purchase'])}`, 400)
  })

  it('says what one post led to', async () => {
    const post = planted.outcomes.find(({ shares }) => shares.length > 0)?.shares[0]?.activityId
    const path = `/influence/credits?topic=${planted.topic}&activity=${post}`
    const items = (await pages(path, 4)) as unknown as { post: { id: string }; share: number }[]
    const expected = planted.outcomes.flatMap(({ shares }) =>
      shares.filter(({ activityId }) => activityId === post),
    )
    expect(items).toHaveLength(expected.length)
    expect(items.every((item) => item.post.id === post)).toBe(true)
    // The measurement planted is of one topic: over all of them nothing is known yet.
    expect(await ask(`/influence/posts/${post}`)).toEqual({
      ...{ isMeasured: false, ledTo: [], is: [], isOutcome: false },
    })
  })
})

describe('the path of an outcome', () => {
  it('adds up to one, and says who, where and when', async () => {
    const outcome = planted.outcomes.find(({ shares }) => shares.length > 2)
    const answer = await ask(`/influence/paths/${outcome?.id}?topic=${planted.topic}`)
    expect(answer.paths).toHaveLength(1)
    const [path] = answer.paths
    const first = path.touches.filter(({ hop }: { hop: number }) => hop === 1)
    const sum = first.reduce((total: number, { share }: { share: number }) => total + share, 0)
    expect(sum + path.restShare + path.background).toBeCloseTo(1, 9)
    expect(first).toHaveLength(outcome?.shares.length ?? -1)
    expect(first[0]).toMatchObject({ parent: null, kind: 'reply', post: { excerpt: /says/ } })
    expect(path.outcome.person.name).toBe(`person ${outcome?.handle}`)
  })

  it('is empty of what was not credited, and not found of what is not there', async () => {
    const outcome = planted.outcomes[0]
    const bare = await ask(`/influence/paths/${outcome?.id}`)
    expect(bare).toMatchObject({ paths: [], uncredited: { reason: 'no-outcome', outcome: null } })
    expect(await ask(`/influence/paths/${newId()}`, 404)).toMatchObject({ field: 'outcome' })
  })
})

describe('what cannot be asked', () => {
  it('is refused with the field at fault', async () => {
    const by = `/influence?by=channel&topic=${planted.topic}`
    const refused: [string, number, string][] = [
      [`/influence?by=channel&topic=${newId()}`, 404, 'id'],
      [`/influence/summary?topic=${newId()}`, 404, 'id'],
      [`${by}&from=2026-09-09&to=2026-09-01`, 400, 'to'],
      [`${by}&cursor=rubbish`, 400, 'cursor'],
      [`${by}&cursor=${cursorOf(['actor', '1', 'x'])}`, 400, 'cursor'],
      [`${by}&cursor=${cursorOf(['channel', 'much', 'x'])}`, 400, 'cursor'],
      [`${by}&stage=discovery&outcome=purchase`, 400, 'stage'],
      [`/influence/credits?by=channel`, 400, 'key'],
      [`/influence/credits?key=x`, 400, 'by'],
      [`/influence/credits?by=channel&key=x`, 400, 'key'],
      [`/influence/credits?by=level&key=boss`, 400, 'key'],
      [`/influence/credits?by=actor&key=${newId()}`, 404, 'id'],
      [
        `/influence/credits?cursor=${cursorOf(['yesterday', newId(), 'purchase', '1'])}`,
        400,
        'cursor',
      ],
    ]
    for (const [path, status, field] of refused) {
      expect(await ask(path, status), path).toMatchObject({ field })
    }
    for (const path of ['/influence?by=mood', `${by}&outcome=joy`, `${by}&from=soon`]) {
      await ask(path, 400)
    }
  })

  it('is not there for another workspace', async () => {
    const other = await makeCast()
    const theirs = await web.signIn(other.email.owner)
    for (const path of ['/influence?by=channel&', '/influence/summary?', '/influence/credits?']) {
      const answer = await web.ask({
        ...{ method: 'GET', headers: { cookie: theirs } },
        url: `/api/v1${path}topic=${planted.topic}`,
      })
      expect(answer.statusCode).toBe(404)
    }
    const path = `/api/v1/influence/paths/${planted.outcomes[0]?.id}`
    const answer = await web.ask({ method: 'GET', url: path, headers: { cookie: theirs } })
    expect(answer.statusCode).toBe(404)
  })
})

function cursorOf(parts: string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

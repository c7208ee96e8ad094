import { beforeAll, describe, expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import {
  dayInJapan,
  isBetween,
  type PlantedInfluence,
  plantCommunities,
  plantInfluence,
} from '#test/plant-influence.ts'
import { type Cast, makeCast, startServer, type TestServer, workspaceOf } from '#test/server.ts'
import type { TestWorkspace } from '#test/workspace.ts'
import { mergePeople, unmergePeople } from '#understand/index.ts'

let web: TestServer
let cast: Cast
let workspace: TestWorkspace
let planted: PlantedInfluence
let groups: string[]
let cookie: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  workspace = workspaceOf(web, cast)
  planted = await plantInfluence(workspace, 11, 60)
  groups = await plantCommunities(workspace, planted)
  cookie = await web.signIn(cast.email.viewer)
})

async function ask(path: string) {
  const answer = await web.ask({ method: 'GET', url: `/api/v1${path}`, headers: { cookie } })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

interface ShownPlacebos {
  draws: number
  redealt: { credit: number; low: number; high: number }
  shuffledTimes: { credit: number; low: number; high: number }
  reversedEdges: { credit: number; low: number; high: number }
}

interface Item {
  key: string
  credit: number
  touches: number
  placebo: number
  placebos: ShownPlacebos | null
}

/** Touches of a line, one after the other: shares of outcomes are none. */
function touchesSlowly(
  isOf: (touch: PlantedInfluence['touches'][number]) => boolean,
  [first, last]: readonly [string, string] = ['2026-01-01', '2026-12-31'],
): number {
  const isWithin = ({ at }: { at: Date }) => dayInJapan(at) >= first && dayInJapan(at) <= last
  return planted.touches.filter((touch) => isWithin(touch) && isOf(touch)).length
}

const REACHES = {
  actor: ({ actor }, key) => planted.people[actor] === key,
  channel: ({ channel }, key) => planted.channels[channel] === key,
  level: ({ level }, key) => level === key,
  type: () => true,
  community: ({ actor }, key) => groups[actor % 2] === key,
} satisfies Record<string, (touch: PlantedInfluence['touches'][number], key: string) => boolean>

const SPANS = [
  ['', undefined],
  ['&from=2026-09-05&to=2026-09-12', ['2026-09-05', '2026-09-12']],
  ['&to=2026-09-20&outcome=purchase', ['2026-01-01', '2026-09-20']],
  ['&outcome=sign-up', undefined],
] as const

describe('beside every figure', () => {
  it.each(Object.keys(REACHES) as (keyof typeof REACHES)[])(
    'by %s stand the touches of the days, and not the shares of outcomes',
    async (by) => {
      for (const [query, days] of SPANS) {
        if (by === 'community' && query.includes('sign-up')) continue
        const path = `/influence?by=${by}&topic=${planted.topic}&limit=100${query}`
        const { items }: { items: Item[] } = await ask(path)
        expect(items.length).toBeGreaterThan(0)
        for (const { key, touches } of items) {
          expect(touches).toBe(touchesSlowly((touch) => REACHES[by](touch, key), days))
        }
      }
    },
  )

  it('touches of merged people are those of both', async () => {
    const path = `/influence?by=actor&topic=${planted.topic}&limit=100`
    const [one, two] = (await ask(path)).items as [Item, Item]
    const change = changeIn(workspace)
    const wanted = { keep: two.key, merge: one.key, origin: 'member' as const }
    const { id } = await workspace.run((tx) => mergePeople(tx, wanted, change))
    const isTheirs = (actor: number) => [one.key, two.key].includes(planted.people[actor] ?? '')
    for (const [query, days] of SPANS.slice(0, 2)) {
      const { items }: { items: Item[] } = await ask(`${path}${query}`)
      const both = items.find(({ key }) => key === two.key)
      expect(both?.touches).toBe(touchesSlowly(({ actor }) => isTheirs(actor), days))
    }
    await workspace.run((tx) => unmergePeople(tx, id, changeIn(workspace)))
  })

  it('says of how many business outcomes of these days anybody knows whose they are', async () => {
    const business = ({ type }: { type: string }) => !type.startsWith('stage:')
    for (const by of ['/influence?by=level&', '/influence/summary?']) {
      for (const [query, isWanted] of [
        ['', () => true],
        ['&outcome=purchase', ({ type }: { type: string }) => type === 'purchase'],
        ['&outcome=stage:evaluation', ({ type }: { type: string }) => type === 'stage:evaluation'],
        ['&from=2026-09-05&to=2026-09-12', isBetween('2026-09-05', '2026-09-12')],
        [
          '&from=2026-09-05&to=2026-09-12&outcome=purchase',
          isBetween('2026-09-05', '2026-09-12', 'purchase'),
        ],
      ] as const) {
        const { linked } = await ask(`${by}topic=${planted.topic}${query}`)
        const known = planted.outcomes.filter(isWanted)
        const mine = known.filter(business).length
        const outcomes = mine + planted.unlinked.filter(isWanted).length
        const share = outcomes === 0 ? null : mine / outcomes
        expect(linked).toEqual({ outcomes, linked: mine, share, moves: known.length - mine })
      }
    }
  })

  it('has all placebos with their spread beside every line and cell', async () => {
    for (const query of ['by=actor', 'by=level&outcome=purchase', 'by=channel', 'by=community']) {
      const measured: Item[] = (await ask(`/influence?${query}&topic=${planted.topic}`)).items
      const told = measured.filter(({ placebos }) => placebos !== null)
      expect(told.length).toBeGreaterThan(0)
      for (const item of told) {
        const { draws, redealt, ...others } = item.placebos as ShownPlacebos
        expect(draws).toBe(5)
        expect(redealt.credit).toBeCloseTo(Number(item.placebo), 9)
        for (const one of [redealt, ...Object.values(others)]) {
          expect(one.low).toBeLessThan(one.credit)
          expect(one.high).toBeGreaterThan(one.credit)
        }
      }
      const span = `${query}&topic=${planted.topic}&from=2026-09-01&to=2026-09-14`
      const some: Item[] = (await ask(`/influence?${span}`)).items
      for (const { key, placebos } of some) {
        const whole = measured.find((one) => one.key === key)?.placebos
        if (whole === undefined || whole === null || placebos === null) continue
        const [part, all] = [placebos, whole] as const
        expect(part.shuffledTimes.high).toBeLessThan(all.shuffledTimes.high)
      }
    }
    const summary = await ask(`/influence/summary?topic=${planted.topic}`)
    expect(summary.placebos.redealt.credit).toBeCloseTo(summary.placebo, 9)
    expect(summary.placebos.redealt.high).toBeCloseTo(summary.placebo * 2, 9)
  })
})

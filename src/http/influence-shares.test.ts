import { beforeAll, expect, it } from 'vitest'
import { type PlantedInfluence, plantInfluence } from '#test/plant-influence.ts'
import { type Cast, makeCast, startServer, type TestServer, workspaceOf } from '#test/server.ts'
import type { TestWorkspace } from '#test/workspace.ts'

let web: TestServer
let cast: Cast
let workspace: TestWorkspace
let planted: PlantedInfluence
let cookie: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  workspace = workspaceOf(web, cast)
  planted = await plantInfluence(workspace, 13, 60)
  cookie = await web.signIn(cast.email.viewer)
})

interface Item {
  key: string
  credit: number
  shareOfCredit: { share: number; low: number; high: number } | null
}

async function ask(query: string): Promise<{ items: Item[]; next: string | null }> {
  const url = `/api/v1/influence?topic=${planted.topic}&${query}`
  const answer = await web.ask({ method: 'GET', url, headers: { cookie } })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

it.each(['', '&outcome=purchase', '&from=2026-09-05', '&to=2026-09-20&stage=evaluation'])(
  'each channel has its share of all credit, with an interval: %s',
  async (query) => {
    const { items } = await ask(`by=channel${query}`)
    const all = items.reduce((sum, { credit }) => sum + credit, 0)
    expect(items.length).toBeGreaterThan(1)
    for (const { credit, shareOfCredit } of items) {
      const { share = -1, low = 2, high = 2 } = shareOfCredit ?? {}
      expect(share).toBeCloseTo(credit / all, 9)
      expect(low).toBeLessThan(share)
      expect(high).toBeGreaterThan(share)
      expect(high).toBeLessThanOrEqual(1)
    }
  },
)

it.each(['', '&from=2026-09-05'])(
  'a page or a line alone tells the same share: %s',
  async (query) => {
    const { items } = await ask(`by=channel${query}`)
    const [first, second] = items.map(({ shareOfCredit }) => shareOfCredit)
    const alone = async (narrowed: string) => {
      const page = await ask(`by=channel${query}${narrowed}`)
      return { next: page.next, shares: page.items.map(({ shareOfCredit }) => shareOfCredit) }
    }
    const { shares, next } = await alone('&limit=1')
    expect(shares).toEqual([first])
    expect((await alone(`&limit=1&cursor=${next}`)).shares).toEqual([second])
    expect((await alone(`&key=${items[1]?.key}`)).shares).toEqual([second])
  },
)

it('what is no channel has no share, and no channel has where no replicates were kept', async () => {
  const { items } = await ask('by=actor')
  expect(items.map(({ shareOfCredit }) => shareOfCredit)).toEqual(items.map(() => null))
  await workspace.run(async (tx) => {
    await tx.updateTable('influence_run').set({ replicates: '{}' }).execute()
  })
  for (const query of ['', '&from=2026-09-05', '&outcome=purchase']) {
    const bare = (await ask(`by=channel${query}`)).items
    expect(bare.map(({ shareOfCredit }) => shareOfCredit)).toEqual(bare.map(() => null))
  }
})

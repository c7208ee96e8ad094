import { beforeAll, describe, expect, it } from 'vitest'
import { isBetween, type PlantedInfluence, plantInfluence } from '#test/plant-influence.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'

let web: TestServer
let cast: Cast
let planted: PlantedInfluence
let cookie: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  const workspace = {
    ...{ id: cast.workspaceId, slug: cast.slug, door: web.door },
    run: <T>(work: Parameters<typeof web.door.inWorkspace<T>>[1]) =>
      web.door.inWorkspace(cast.workspaceId, work),
  }
  planted = await plantInfluence(workspace, 7, 60)
  cookie = await web.signIn(cast.email.viewer)
})

async function ask(path: string) {
  const answer = await web.ask({ method: 'GET', url: `/api/v1${path}`, headers: { cookie } })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

/** What shares of measured outcomes add up to, one after the other. */
function creditByChannel(): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { shares } of planted.outcomes.filter(({ isLive }) => !isLive)) {
    for (const { channel, share } of shares) {
      const key = planted.channels[channel] as string
      sums.set(key, (sums.get(key) ?? 0) + share)
    }
  }
  return sums
}

describe('comparators and method', () => {
  it('set the usual rules beside our measure', async () => {
    const answer = await ask(`/influence/comparators?topic=${planted.topic}`)
    expect(answer).toMatchObject({ halfLifeDays: 3.5 })
    expect(answer.byChannel).toHaveLength(3)
    const measured = creditByChannel()
    for (const { channel, credit } of answer.byChannel) {
      expect(credit.credit).toBeCloseTo(measured.get(channel.id) ?? Number.NaN, 9)
      expect(credit).toMatchObject({ evidence: 'estimated', calibration: null })
    }
    expect((await ask('/influence/comparators')).byChannel).toEqual([])
  })

  it.each([
    ['', () => true],
    ['&outcome=purchase', ({ type }: { type: string }) => type === 'purchase'],
    ['&from=2026-09-05&to=2026-09-12', isBetween('2026-09-05', '2026-09-12')],
    ['&outcome=sign-up&from=2026-09-05', isBetween('2026-09-05', '2030-01-01', 'sign-up')],
  ] as const)(
    'follow the outcome and the days chosen (%s), with intervals',
    async (query, isMeant) => {
      const answer = await ask(`/influence/comparators?topic=${planted.topic}${query}`)
      const meant = planted.outcomes.filter((one) => !one.isLive && isMeant(one))
      const preceded = meant.filter(({ shares }) => shares.length > 0)
      expect([answer.outcomes, answer.preceded]).toEqual([meant.length, preceded.length])
      const last = new Map<string, number>()
      for (const { shares } of preceded) {
        const channel = planted.channels[shares.at(-1)?.channel ?? 0] ?? ''
        last.set(channel, (last.get(channel) ?? 0) + 1)
      }
      expect(preceded.length).toBeGreaterThan(2)
      for (const { channel, credit: _, ...rules } of answer.byChannel) {
        expect(rules.lastTouch.credit).toBe(last.get(channel.id) ?? 0)
        for (const { credit, low, high } of Object.values(rules) as Record<string, number>[]) {
          expect(low).toBeLessThanOrEqual(credit ?? Number.NaN)
          expect(high).toBeGreaterThanOrEqual(credit ?? Number.NaN)
        }
      }
      for (const rule of ['lastTouch', 'firstTouch', 'linear', 'markov', 'shapley']) {
        const sum = answer.byChannel.reduce(
          (all: number, row: Record<string, { credit: number }>) => all + (row[rule]?.credit ?? 0),
          0,
        )
        expect(sum, rule).toBeCloseTo(preceded.length, 6)
      }
      const spread = answer.byChannel[0].lastTouch
      expect(spread.high - spread.low).toBeGreaterThan(0)
      const again = await ask(`/influence/comparators?topic=${planted.topic}${query}`)
      expect(again.byChannel).toEqual(answer.byChannel)
    },
  )

  it('answer five questions with figures of one’s own, and say what they do not prove', async () => {
    const { questions, notProven } = await ask(`/influence/method?topic=${planted.topic}`)
    const least = Math.min(...planted.outcomes.map(({ background }) => background))
    expect(questions.path.background).toBeCloseTo(least, 12)
    expect(questions.lastClick.channel).toMatchObject({ lastTouch: 3 })
    expect(questions.anyway).toMatchObject({ controls: 10, strata: 4 })
    expect(questions.certainty).toMatchObject({ level: 0.9, replicates: 20 })
    expect(questions.movers.length).toBeGreaterThan(2)
    expect(notProven.map(({ kind }: { kind: string }) => kind)).toEqual([
      'cause',
      'prevention',
      'unseen',
    ])
    expect(notProven[2].figure).toBe(7)
    const nothing = await ask('/influence/method')
    expect(Object.values(nothing.questions)).toEqual([null, null, null, null, null])
  })
})

import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId, randomBytes } from '#test/workspace.ts'
import { addTopic, applyTopics } from '#understand/index.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'

const BEE = 'みつばち号'
const DAY_MS = 86_400_000
const PEOPLE = 40

let web: TestServer
let cast: Cast
let member: string
let topic: string
let tag: string

/** Somebody discovers, and compares some days later. */
function walk(who: string, n: number, days: number): IncomingActivity[] {
  const begun = Date.now() - (70 - (n % 9)) * DAY_MS
  const post = (text: string, at: number): IncomingActivity => ({
    ...{ kind: 'activity', operation: 'create', type: 'Create', platform: 'shop' },
    ...{ externalKey: `${who}-${at}`, actor: { platform: 'shop', externalId: who } },
    publishedAt: new Date(at),
    content: { text },
  })
  const later = begun + Math.round(days * (0.5 + n / PEOPLE)) * DAY_MS
  return [post(`${BEE} 気になる`, begun), post(`${BEE}と他社を比較中。迷う`, later)]
}

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast(web.door)
  member = await web.signIn(cast.email.member)
  const run = <T>(work: Parameters<typeof web.door.inWorkspace<T>>[1]) =>
    web.door.inWorkspace(cast.workspaceId, work)
  const workspace = { id: cast.workspaceId, slug: cast.slug, door: web.door, run }
  const change = { authorId: null, now: new Date(), random: randomBytes }
  const added = await run((tx) => addTopic(tx, { name: BEE, kind: 'own', aliases: [] }, change))
  topic = added.id
  await applyTopics(web.door, cast.workspaceId)
  const numbers = Array.from({ length: PEOPLE }, (_, n) => n)
  await hear(await testListening(web.door), workspace, await testChannel(workspace), [
    ...numbers.flatMap((n) => walk(`slow${n}`, n, 40)),
    ...numbers.flatMap((n) => walk(`fast${n}`, n, 4)),
  ])
  tag = newId()
  await run(async (tx) => {
    await sql`insert into tag (workspace_id, id, name, name_key, created_at)
      values (${cast.workspaceId}, ${tag}, 'slow ones', 'slow ones', now())`.execute(tx)
    await sql`insert into tagging (workspace_id, id, tag_id, person_id, added_at)
      select ${cast.workspaceId}, h.id, ${tag}, o.person_id, now() from handle h
      join handle_ownership o on o.handle_id = h.id where h.external_id like 'slow%'`.execute(tx)
  })
})

const ask = (query: string, cookie?: string) =>
  web.ask({
    url: `/api/v1/journeys/stuck/segments?${query}`,
    ...(cookie === undefined ? {} : { headers: { cookie } }),
  })

describe('where the people of a segment get stuck, over HTTP', () => {
  it('is told with the figures of the segment and of everybody else', async () => {
    const answer = await ask(`topic=${topic}&by=tag`, member)
    expect(answer.statusCode).toBe(200)
    const { points, ...rest } = answer.json()
    expect(rest).toMatchObject({ topic: { id: topic, name: BEE, kind: 'own' }, segments: 1 })
    expect(points).toHaveLength(1)
    expect(points[0]).toMatchObject({
      ...{ stage: 'discovery', to: null, beside: 'others', verdict: 'slow' },
      ...{ stays: PEOPLE, otherStays: PEOPLE, ongoing: 0 },
      segment: { kind: 'tag', value: tag, name: 'slow ones' },
    })
    expect(points[0].ratio).toBeLessThan(points[0].high)
    expect(points[0].high).toBeLessThan(1)
    expect(points[0].stay.days).toBeGreaterThan(points[0].usualStay.days)
  })

  it('leads to as many stays as it counts', async () => {
    const { recentFrom, points } = (await ask(`topic=${topic}&by=tag`, member)).json()
    const { kind, value } = points[0].segment
    const stays = await web.ask({
      url: `/api/v1/journeys/stays?topic=${topic}&stage=discovery&segment=${kind}:${value}&from=${recentFrom}&limit=100`,
      headers: { cookie: member },
    })
    expect(stays.json().items).toHaveLength(points[0].stays)
  })

  it('is nowhere by what all have in common', async () => {
    const { points, segments } = (await ask(`topic=${topic}&by=language`, member)).json()
    expect([points, segments]).toEqual([[], 1])
  })

  it('may be read by every member, by nobody else, and by no other workspace', async () => {
    const query = `topic=${topic}&by=tag`
    expect((await ask(query)).statusCode).toBe(401)
    for (const role of ['viewer', 'manager', 'owner'] as const) {
      const cookie = await web.signIn(cast.email[role])
      expect((await ask(query, cookie)).statusCode).toBe(200)
    }
    const others = await makeCast(web.door)
    const stranger = await web.signIn(others.email.owner)
    expect((await ask(query, stranger)).statusCode).toBe(404)
  })

  it('is refused for a topic that is none and for what is no kind of segment', async () => {
    expect((await ask(`topic=${newId()}&by=tag`, member)).statusCode).toBe(404)
    expect((await ask(`topic=${topic}&by=weather`, member)).statusCode).toBe(400)
    expect((await ask('by=tag', member)).statusCode).toBe(400)
  })
})

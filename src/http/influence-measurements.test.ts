import { beforeAll, describe, expect, it } from 'vitest'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'

let web: TestServer
let cast: Cast
let cookie: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.viewer)
})

describe('a measurement', () => {
  it('is put in line once, by members', async () => {
    const member = await web.signIn(cast.email.member)
    const measure = (who: string) =>
      web.ask({
        ...{ method: 'POST', url: '/api/v1/influence/measurements', payload: {} },
        headers: { cookie: who },
      })
    expect((await measure(cookie)).statusCode).toBe(403)
    for (let times = 0; times < 2; times++) {
      const answer = await measure(member)
      expect([answer.statusCode, answer.json()]).toEqual([202, { isMeasuring: true }])
    }
    const jobs = await web.door.asSystem((tx) =>
      tx
        .selectFrom('job')
        .select('kind')
        .where('workspace_id', '=', cast.workspaceId)
        .where('state', '=', 'waiting')
        .execute(),
    )
    expect(jobs.filter(({ kind }) => String(kind) === 'measure-influence')).toHaveLength(1)
    const url = '/api/v1/influence?by=channel'
    const answer = await web.ask({ method: 'GET', url, headers: { cookie } })
    expect(answer.json()).toMatchObject({ isMeasuring: true })
  })
})

import { beforeAll, expect, test } from 'vitest'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'

let web: TestServer
let cast: Cast
let cookie: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.manager)
})

const ask = async (method: 'GET' | 'POST') =>
  (await web.ask({ method, url: '/api/v1/world', headers: { cookie } })).json() as { state: string }

const end = (state: 'done' | 'failed') =>
  web.door.inWorkspace(cast.workspaceId, (tx) =>
    tx.updateTable('job').set({ state }).where('kind', '=', 'load-world').execute(),
  )

test('a world that could not be made is said to have failed, and may be tried again', async () => {
  expect(await ask('GET')).toEqual({ state: 'offered' })
  expect(await ask('POST')).toEqual({ state: 'growing' })
  await end('failed')
  expect(await ask('GET')).toEqual({ state: 'failed' })
  expect(await ask('POST')).toEqual({ state: 'growing' })
  expect(await ask('GET')).toEqual({ state: 'growing' })
  await end('done')
  expect(await ask('POST')).toEqual({ state: 'loaded' })
})

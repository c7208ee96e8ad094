import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'

const PATH = '/api/v1/workspace/language-model'

let web: TestServer
let cast: Cast
let cookie: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.manager)
})

async function ask(payload?: object) {
  const method = payload === undefined ? 'GET' : 'PATCH'
  const request = { method, url: PATH, headers: { cookie } } as const
  const answer = await web.ask(payload === undefined ? request : { ...request, payload })
  return { status: answer.statusCode, body: answer.json(), text: answer.body }
}

/** All that the database holds of a workspace’s model and of its events. */
async function stored(): Promise<{ model: Buffer | null; text: string }> {
  const { rows } = await web.door.inWorkspace(cast.workspaceId, (tx) =>
    sql<{ model: Buffer | null; text: string }>`
      select sealed_key as model, to_jsonb(m)::text
        || (select coalesce(string_agg(to_jsonb(e)::text, ''), '') from event e) as text
      from language_model m`.execute(tx),
  )
  return rows[0] ?? { model: null, text: '' }
}

describe('the language model over HTTP', () => {
  it('is off, and is used only with an address and a name', async () => {
    expect((await ask()).body).toEqual({
      ...{ isOn: false, address: '', model: '', hasKey: false, votesPerDay: 200 },
      ...{ postsPerRequest: 1, trouble: null, answeredAt: null },
      today: { requests: 0, posts: 0, votes: 0, dropped: 0, failures: 0 },
    })
    expect(await ask({ isOn: true })).toMatchObject({ status: 400, body: { field: 'address' } })
    const address = 'https://models.example/v1'
    expect(await ask({ isOn: true, address })).toMatchObject({
      ...{ status: 400, body: { field: 'model' } },
    })
    expect((await ask()).body).toMatchObject({ isOn: false, address: '' })
  })

  it('keeps the key where nobody reads it: not in answers, rows or events', async () => {
    const key = 'sk-very-secret-0123456789'
    const wanted = { isOn: true, address: 'https://models.example/v1/', model: 'llm-7b', key }
    const changed = await ask(wanted)
    expect(changed).toMatchObject({
      status: 200,
      body: { isOn: true, address: 'https://models.example/v1', model: 'llm-7b', hasKey: true },
    })
    const row = await stored()
    expect(row.model).not.toBeNull()
    expect(row.text).toContain('language-model.changed')
    const shown = [changed.text, (await ask()).text, row.text, row.model?.toString('latin1')]
    for (const text of shown) expect(text).not.toContain(key)
    expect(row.text).not.toContain(Buffer.from(key).toString('hex'))
    expect(JSON.stringify(web.logged)).not.toContain(key)
  })

  it('drops the key when the address leads to another server, and only then', async () => {
    const change = (payload: object) => ask(payload).then(({ body }) => body.hasKey as boolean)
    await ask({ address: 'https://models.example/v1', model: 'm', key: 'sk-1' })
    expect(await change({ address: 'https://models.example/v2', model: 'n' })).toBe(true)
    expect(await change({ votesPerDay: 5 })).toBe(true)
    expect(await change({ address: 'https://models.example.evil.example/v2' })).toBe(false)
    await ask({ key: 'sk-1' })
    expect(await change({ address: 'http://models.example.evil.example/v2' })).toBe(false)
    expect(await change({ address: 'https://models.example/v1', key: 'sk-2' })).toBe(true)
    expect(await change({ key: null })).toBe(false)
  })

  it('takes an address with or without its last part, and refuses what is none', async () => {
    for (const address of [
      'https://models.example/v1/chat/completions',
      'https://models.example/v1///',
    ]) {
      expect((await ask({ address })).body.address).toBe('https://models.example/v1')
    }
    for (const address of [
      ...['models.example', 'ftp://models.example', 'https://a:b@models.example', 'javascript:1'],
      ...['https://models.example/v1?key=sk', 'https://models.example/#x', 'file:///etc/passwd'],
    ]) {
      expect(await ask({ address })).toMatchObject({ status: 400, body: { field: 'address' } })
    }
    for (const wrong of [
      { key: 'a\nb' },
      { key: '' },
      { votesPerDay: -1 },
      { postsPerRequest: 11 },
    ]) {
      expect((await ask(wrong)).status).toBe(400)
    }
  })
})

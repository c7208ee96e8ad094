import { expect, test } from 'vitest'
import { ApiProblem, addressOf, createClient } from './api.ts'

/** Stands for the wire: answers what it is told to and keeps what was asked. */
function wireThat(answer: () => Response) {
  const asked: { address: string; init: RequestInit }[] = []
  const wire = async (address: string | URL | Request, init?: RequestInit) => {
    asked.push({ address: String(address), init: init ?? {} })
    return answer()
  }
  return { asked, call: createClient({ fetch: wire, language: () => 'ja' }) }
}

const id = '00000000-0000-7000-8000-000000000001'

test('fills parameters and leaves out what is empty', () => {
  expect(addressOf('/people/{id}', { id: 'a/b' })).toBe('/api/v1/people/a%2Fb')
  expect(addressOf('/activities', {}, { q: '返品 a&b', topic: undefined, lang: '' })).toBe(
    '/api/v1/activities?q=%E8%BF%94%E5%93%81+a%26b',
  )
})

test('sends method, body and language', async () => {
  const { asked, call } = wireThat(() => Response.json({ id, displayName: '花子' }))
  await call('PATCH /people/{id}', { params: { id }, body: { displayName: '花子' } })
  expect(asked[0]?.address).toBe(`/api/v1/people/${id}`)
  expect(asked[0]?.init.method).toBe('PATCH')
  expect(asked[0]?.init.body).toBe('{"displayName":"花子"}')
  expect(new Headers(asked[0]?.init.headers).get('accept-language')).toBe('ja')
})

test('answers nothing for 204', async () => {
  const { call } = wireThat(() => new Response(null, { status: 204 }))
  expect(await call('DELETE /topics/{id}', { params: { id } })).toBeUndefined()
})

test('a problem keeps status, code, words and field', async () => {
  const problem = { type: 'about:blank', title: 'Bad', status: 400, code: 'bad-input' }
  const { call } = wireThat(() =>
    Response.json({ ...problem, detail: '短すぎます', field: 'name' }, { status: 400 }),
  )
  const refused = await call('GET /topics', {}).catch((cause: unknown) => cause)
  expect(refused).toBeInstanceOf(ApiProblem)
  expect(refused).toMatchObject({
    status: 400,
    code: 'bad-input',
    message: '短すぎます',
    field: 'name',
  })
})

test('an answer that is no problem (a page of a proxy, half a JSON) is a fault with its status', async () => {
  for (const text of ['<html>Bad gateway</html>', '{"half":']) {
    const { call } = wireThat(() => new Response(text, { status: 502 }))
    await expect(call('GET /topics', {})).rejects.toMatchObject({ status: 502, code: 'fault' })
  }
})

test('a wire that is down is unreachable', async () => {
  const { call } = wireThat(() => {
    throw new TypeError('fetch failed')
  })
  await expect(call('GET /topics', {})).rejects.toMatchObject({ status: 0, code: 'unreachable' })
})

test('types derive from the contract', () => {
  const { call } = wireThat(() => Response.json({}))
  // @ts-expect-error: no such route
  const noRoute = () => call('GET /nowhere', {})
  // @ts-expect-error: the parameter is missing
  const noParams = () => call('GET /people/{id}', {})
  // @ts-expect-error: not a sentiment
  const noSentiment = () => call('GET /activities', { query: { sentiment: 'angry' } })
  expect([noRoute, noParams, noSentiment]).toHaveLength(3)
})

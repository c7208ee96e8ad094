import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { type LocalServer, startLocal } from '#test/local-server.ts'
import { ssrfAddresses, ssrfForms, ssrfUrls } from '#test/ssrf-forms.ts'
import type { Lookup } from './check-target.ts'
import type { FetchAnswer } from './fetch-answer.ts'
import { createFetcher, type Fetcher, type FetcherParts } from './guarded-fetch.ts'
import { openGuardedSocket } from './guarded-socket.ts'

const REFUSED = [
  'refused-address',
  'refused-scheme',
  'refused-credentials',
  'refused-port',
  'bad-url',
  'redirect-refused',
]

/** What is private and listens; nothing may connect to it. */
let inside: LocalServer
/** What is outside, as far as the test goes, and leads astray. */
let outside: LocalServer
const fetchers: Fetcher[] = []
let tried = 0
let through = 0

beforeAll(async () => {
  inside = await startLocal((_, response) => response.end('secret'), '0.0.0.0')
  outside = await startLocal((request, response) => {
    const to = new URL(request.url ?? '', 'http://a.example').searchParams.get('to') ?? ''
    response.writeHead(302, { location: Buffer.from(to).toString('latin1') }).end()
  })
})

afterAll(async () => {
  for (const fetcher of fetchers) await fetcher.close()
  process.stdout.write(`SSRF: ${tried} attempts, ${through} through\n`)
  expect(tried).toBeGreaterThan(1_500)
  expect(through).toBe(0)
  expect(inside.connections()).toBe(0)
})

function fetcherWith(parts: Partial<FetcherParts> = {}): Fetcher {
  const fetcher = createFetcher({ allow: [], lookup: noLookup, ...parts })
  fetchers.push(fetcher)
  return fetcher
}

const noLookup: Lookup = async (hostname) => {
  throw new Error(`asked for ${hostname}`)
}

function codeOf(answer: FetchAnswer | Awaited<ReturnType<typeof openGuardedSocket>>): string {
  return answer.kind === 'failure' ? answer.failure.code : answer.kind
}

function note(code: string): void {
  tried += 1
  if (!REFUSED.includes(code)) through += 1
}

const URLS = () => [
  ...ssrfForms.map(({ host }) => `http://${host}:${inside.port}/`),
  ...ssrfForms.map(({ host }) => `https://${host}:${inside.port}/`),
  ...ssrfUrls,
]

describe('what leads inside', () => {
  it('counts the forms', () => {
    process.stdout.write(
      `${ssrfForms.length} hosts, ${ssrfAddresses.length} IPs, ${ssrfUrls.length} URLs\n`,
    )
    expect(ssrfForms.length).toBeGreaterThan(250)
    expect(new Set(ssrfForms.map(({ host }) => host)).size).toBe(ssrfForms.length)
  })

  it('is refused by the fetcher in every form', async () => {
    const fetcher = fetcherWith()
    for (const url of URLS()) {
      const code = codeOf(await fetcher.fetchOutside(url))
      note(code)
      expect(REFUSED, url).toContain(code)
    }
  })

  it('is refused by the socket in every form', async () => {
    for (const url of URLS().map((url) => url.replace(/^http/, 'ws'))) {
      const code = codeOf(
        await openGuardedSocket(url, { allow: [], lookup: noLookup, onMessage: () => 0 }),
      )
      note(code)
      expect(REFUSED, url).toContain(code)
    }
  })

  it('is refused as the target of a redirect', async () => {
    const fetcher = fetcherWith({ allow: [outside.allow] })
    for (const url of ssrfForms.map(({ host }) => `http://${host}:${inside.port}/`)) {
      const answer = await fetcher.fetchOutside(`${outside.origin}/?to=${encodeURIComponent(url)}`)
      note(codeOf(answer))
      expect(['refused-address', 'redirect-refused'], url).toContain(codeOf(answer))
    }
    expect(outside.requests.length).toBe(ssrfForms.length)
  })

  it('is refused as an answer of the name server, alone and among public addresses', async () => {
    for (const address of ssrfAddresses) {
      const family = address.includes(':') ? 6 : 4
      const bad = { address, family } as const
      const good = { address: '93.184.215.14', family: 4 } as const
      for (const answers of [[bad], [good, bad], [bad, good]]) {
        const lookup: Lookup = async () => answers
        const url = `http://feeds.example:${inside.port}/`
        const code = codeOf(await fetcherWith({ lookup }).fetchOutside(url))
        const socket = await openGuardedSocket(url.replace('http', 'ws'), {
          ...{ allow: [], lookup, onMessage: () => 0 },
        })
        note(code)
        note(codeOf(socket))
        expect([code, codeOf(socket)], address).toEqual(['refused-address', 'refused-address'])
      }
    }
  })
})

describe('a name server that changes its answer', () => {
  /** Answers with the allowed address first and with a private one from then on. */
  function rebinding(): { lookup: Lookup; asked: () => number } {
    let asked = 0
    const lookup: Lookup = async () => {
      asked += 1
      return [{ address: asked === 1 ? '127.0.0.3' : '127.0.0.1', family: 4 }]
    }
    return { lookup, asked: () => asked }
  }
  const allow = [{ kind: 'range', address: '127.0.0.3', prefixBits: 32 }] as const

  it('is asked once a connection, and the connection goes to what was checked', async () => {
    const good = await startLocal((_, response) => {
      response.setHeader('connection', 'close')
      response.end('public')
    }, '127.0.0.3')
    const { lookup, asked } = rebinding()
    const fetcher = fetcherWith({ lookup, allow })
    const url = `http://feeds.example:${good.port}/`
    const first = await fetcher.fetchOutside(url)
    expect([codeOf(first), asked(), good.connections()]).toEqual(['reply', 1, 1])
    if (first.kind === 'reply')
      for await (const _ of first.body) expect(_.length).toBeGreaterThan(0)
    const second = await fetcher.fetchOutside(url)
    expect([codeOf(second), asked(), good.connections()]).toEqual(['refused-address', 2, 1])
  })

  it('is asked once by the socket too', async () => {
    const good = await startLocal((_, response) => response.end(), '127.0.0.3')
    const { lookup, asked } = rebinding()
    const request = { allow, lookup, onMessage: () => 0 }
    const url = `ws://feeds.example:${good.port}/`
    // The server answers 200 instead of upgrading: it was reached, at the checked address.
    expect(codeOf(await openGuardedSocket(url, request))).toBe('bad-answer')
    expect([asked(), good.connections()]).toEqual([1, 1])
    expect(codeOf(await openGuardedSocket(url, request))).toBe('refused-address')
    expect([asked(), good.connections()]).toEqual([2, 1])
  })
})

describe('what the environment says of proxies', () => {
  it('is ignored', async () => {
    const proxy = await startLocal((_, response) => response.end('proxied'))
    const before = { ...process.env }
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'HTTPS_PROXY'])
      process.env[name] = proxy.origin
    process.env.NODE_USE_ENV_PROXY = '1'
    const good = await startLocal((_, response) => response.end('direct'))
    const answer = await fetcherWith({ allow: [good.allow] }).fetchOutside(good.origin)
    process.env = before
    expect([codeOf(answer), proxy.connections(), good.connections()]).toEqual(['reply', 0, 1])
  })
})

describe('a socket', () => {
  it('follows no redirect', async () => {
    const to = encodeURIComponent(`http://127.0.0.1:${inside.port}/`)
    const request = { allow: [outside.allow], onMessage: () => 0 }
    const answer = await openGuardedSocket(`ws://127.0.0.1:${outside.port}/?to=${to}`, request)
    expect(answer).toMatchObject({ failure: { code: 'bad-answer', detail: '302' } })
  })

  it('carries the host and the port that the rule names, no other', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    const request = { onMessage: () => 0 }
    const rule = { kind: 'host', host: '127.0.0.1', port } as const
    const url = `ws://127.0.0.1:${port}/`
    const open = await openGuardedSocket(url, { ...request, allow: [rule] })
    expect(codeOf(open)).toBe('socket')
    if (open.kind === 'socket') open.close()
    const other = await openGuardedSocket(url, { ...request, allow: [{ ...rule, port: port + 1 }] })
    expect(codeOf(other)).toBe('refused-address')
    server.close()
  })
})

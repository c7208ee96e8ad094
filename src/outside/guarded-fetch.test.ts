import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { startLocal } from '#test/local-server.ts'
import { readAll } from './fetch-answer.ts'
import { createFetcher, type Fetcher, type FetchRequest } from './guarded-fetch.ts'
import { OUTSIDE_WORDS } from './outside-fault.ts'
import { OUTSIDE_FAILURES } from './ports.ts'
import { hopAfter } from './redirects.ts'
import { USER_AGENT } from './user-agent.ts'

type Handler = Parameters<typeof startLocal>[0]

const fetchers: Fetcher[] = []
afterAll(async () => {
  for (const fetcher of fetchers) await fetcher.close()
})

async function serve(handler: Handler) {
  const server = await startLocal(handler)
  const fetcher = createFetcher({ allow: [server.allow] })
  fetchers.push(fetcher)
  const ask = async (request: FetchRequest = {}, path = '/') => {
    const answer = await fetcher.fetchOutside(`${server.origin}${path}`, request)
    if (answer.kind === 'failure') return { failure: answer.failure.code }
    const { bytes, failure } = await readAll(answer)
    const { status, url, redirects, headers } = answer
    const path_ = new URL(url).pathname
    return {
      status,
      path: path_,
      redirects,
      headers,
      text: bytes.toString(),
      failure: failure?.code,
    }
  }
  return { server, fetcher, ask }
}

describe('fetchOutside', () => {
  it('says who it is, and hands on headers and body', async () => {
    const { ask } = await serve((request, response) => {
      const { 'user-agent': agent, host, accept, 'x-own': own } = request.headers
      response.setHeader('etag', 'W/"1"')
      request.on('data', (body) => response.end(JSON.stringify([agent, accept, own, `${body}`])))
      expect(host).toMatch(/^127\.0\.0\.1:/)
    })
    const headers = { 'X-Own': '1', 'User-Agent': 'else', Host: 'evil.example' }
    const answer = await ask({ method: 'POST', body: 'said', headers, accept: 'text/xml' })
    expect(answer).toMatchObject({ status: 200, headers: { etag: 'W/"1"' } })
    expect(JSON.parse(answer.text ?? '')).toEqual([USER_AGENT, 'text/xml', '1', 'said'])
    expect(USER_AGENT).toMatch(/^Enishi\/\d+\.\d+\.\d+ /)
  })

  it('has words in both languages for every failure', () => {
    for (const code of OUTSIDE_FAILURES) {
      const { ja, en } = OUTSIDE_WORDS[code]
      expect(ja).toMatch(/[ぁ-ん].*。$/)
      expect(en).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('names hosts that are not found, servers that are not there, and what is not HTTP', async () => {
    const { server, fetcher } = await serve((_, response) => {
      response.socket?.end('SSH-2.0-OpenSSH_9\r\n')
    })
    const codeOf = async (url: string, lookup?: () => Promise<never[]>) => {
      const asking = lookup === undefined ? fetcher : createFetcher({ allow: [], lookup })
      const answer = await asking.fetchOutside(url)
      return answer.kind === 'failure' ? answer.failure.code : answer.kind
    }
    expect(await codeOf(server.origin)).toBe('bad-answer')
    expect(await codeOf(server.origin.replace('http', 'https'))).toBe('tls')
    await server.close()
    expect(await codeOf(server.origin)).toBe('not-reached')
    expect(await codeOf('http://nowhere.example/', async () => [])).toBe('not-resolved')
  })
})

describe('redirects', () => {
  it('are followed and told', async () => {
    const { ask } = await serve((request, response) => {
      const to = { '/': '/a', '/a': 'b?x', '/b?x': '' }[request.url ?? '']
      if (to === '') response.end('there')
      else response.writeHead(request.url === '/' ? 301 : 307, { location: to }).end('moved')
    })
    const answer = await ask()
    expect(answer).toMatchObject({ status: 200, path: '/b', text: 'there' })
    expect(answer.redirects?.map(({ status, to }) => [status, new URL(to).pathname])).toEqual([
      [301, '/a'],
      [307, '/b'],
    ])
  })

  it('end: a loop is too many, 0 follows none', async () => {
    const { ask, server } = await serve((_, response) => {
      response.writeHead(302, { location: '/' }).end()
    })
    expect(await ask()).toEqual({ failure: 'too-many-redirects' })
    expect(server.requests).toHaveLength(6)
    expect(await ask({ redirectsMax: 0 })).toEqual({ failure: 'too-many-redirects' })
    expect(server.requests).toHaveLength(7)
  })

  it('without a location are answers', async () => {
    const { ask } = await serve((_, response) => response.writeHead(302).end('no way'))
    expect(await ask()).toMatchObject({ status: 302, text: 'no way' })
  })

  it.each([
    [301, 'POST', 'GET', undefined],
    [302, 'POST', 'GET', undefined],
    [303, 'PUT', 'GET', undefined],
    [303, 'HEAD', 'HEAD', undefined],
    [301, 'PUT', 'PUT', 'said'],
    [307, 'POST', 'POST', 'said'],
    [308, 'POST', 'POST', 'said'],
  ])('%d turns %s into %s', async (status, method, then, body) => {
    const headers = { 'content-type': 'text/plain' }
    const hop = { url: 'http://a.example/', method, headers, body: 'said' }
    const next = hopAfter({ ...hop, body: method === 'HEAD' ? undefined : 'said' }, status, '/b')
    expect(next).toMatchObject({ url: 'http://a.example/b', method: then, body })
    const kept = body === undefined && method !== 'HEAD' ? {} : headers
    expect(next).toMatchObject({ headers: kept })
  })

  it('tell other origins no secrets', async () => {
    const seen: unknown[] = []
    const other = await startLocal((request, response) => {
      seen.push(request.headers)
      response.end()
    })
    const { server } = await serve((request, response) => {
      seen.push(request.headers)
      const to = request.url === '/' ? '/again' : `${other.origin}/`
      response.writeHead(302, { location: to }).end()
    })
    const fetcher = createFetcher({ allow: [server.allow, other.allow] })
    fetchers.push(fetcher)
    const secret = { authorization: 'Bearer s', cookie: 's=1', 'x-api-key': 's' }
    await fetcher.fetchOutside(server.origin, { headers: { ...secret, 'if-none-match': '"1"' } })
    expect(seen.slice(0, 2)).toEqual([
      expect.objectContaining(secret),
      expect.objectContaining(secret),
    ])
    expect(JSON.stringify(seen[2])).not.toMatch(/authorization|cookie|x-api-key/)
    expect(seen[2]).toMatchObject({ 'if-none-match': '"1"' })
  })

  it('never lead from https to http', () => {
    const hop = { url: 'https://a.example/', method: 'GET', headers: {}, body: undefined }
    expect(hopAfter(hop, 301, 'http://a.example/')).toMatchObject({ code: 'redirect-refused' })
    expect(hopAfter(hop, 301, 'https://b.example/#x')).toMatchObject({ url: 'https://b.example/' })
  })
})

describe('bodies', () => {
  const text = 'ご縁'.repeat(1000)

  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['identity', Buffer.from(text)],
  ])('are unpacked: %s', async (encoding, bytes) => {
    const { ask } = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes)
    })
    expect(await ask()).toMatchObject({ text, failure: undefined })
  })

  it.each([
    ['gzip', gzipSync(text).subarray(0, 30), 'cut-off'],
    ['gzip', Buffer.from('no gzip at all'), 'bad-encoding'],
    ['br', Buffer.from('no brotli at all'), 'bad-encoding'],
    ['deflate', Buffer.from([0x78, 0x9c, 0xff, 0xff, 0xff]), 'bad-encoding'],
    ['gzip', Buffer.alloc(0), undefined],
  ])('that are no proper %s are no answer', async (encoding, bytes, failure) => {
    const { ask } = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes)
    })
    expect((await ask()).failure).toBe(failure)
  })

  it.each(['zstd', 'gzip, gzip', 'gzip, br', 'aes128gcm'])(
    'packed with %s are refused',
    async (encoding) => {
      const { ask } = await serve((_, response) => {
        response.writeHead(200, { 'content-encoding': encoding }).end('x')
      })
      expect(await ask()).toEqual({ failure: 'bad-encoding' })
    },
  )

  const zeros = Buffer.alloc(64 * 1024 * 1024)
  it.each([
    ['gzip', () => gzipSync(zeros)],
    ['deflate', () => deflateSync(zeros)],
    ['br', () => brotliCompressSync(zeros, { params: { 1: 4 } })],
  ])('that are bombs (%s) are stopped while they grow', async (encoding, make) => {
    const bomb = make()
    const { ask } = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb)
    })
    const before = process.memoryUsage().arrayBuffers
    const answer = await ask({ bytesMax: 100_000 })
    expect(answer).toMatchObject({ failure: 'too-large' })
    expect(answer.text?.length).toBeLessThanOrEqual(100_000)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024)
  })

  it('that announce too much are not read, those that do not announce it are stopped', async () => {
    let written = 0
    const { ask } = await serve((request, response) => {
      if (request.url === '/said') response.setHeader('content-length', 2000)
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1000))) written += 1000
        if (!response.destroyed && written < 1e9) response.once('drain', more)
      }
      if (request.url === '/said') response.end(Buffer.alloc(2000))
      else more()
    })
    expect(await ask({ bytesMax: 1000 }, '/said')).toEqual({ failure: 'too-large' })
    expect(await ask({ bytesMax: 100_000 }, '/endless')).toMatchObject({ failure: 'too-large' })
    expect(written).toBeLessThan(1e8)
  })

  it('that break off are told apart from whole ones', async () => {
    const { ask } = await serve((request, response) => {
      if (request.url === '/length') response.setHeader('content-length', 1000)
      response.write('half')
      setImmediate(() => response.destroy())
    })
    expect(await ask({}, '/length')).toMatchObject({ text: 'half', failure: 'cut-off' })
    expect(await ask({}, '/chunked')).toMatchObject({ text: 'half', failure: 'cut-off' })
  })
})

describe('limits', () => {
  it('hold for heads that never come and bodies that drip', async () => {
    const { ask } = await serve((request, response) => {
      if (request.url === '/silent') return
      response.write('a')
      const drip = setInterval(() => response.write('a'), 20)
      response.on('close', () => clearInterval(drip))
    })
    expect(await ask({ millisecondsMax: 200 }, '/silent')).toEqual({ failure: 'timed-out' })
    const dripping = await ask({ millisecondsMax: 200 }, '/drip')
    expect(dripping).toMatchObject({ failure: 'timed-out' })
    expect(dripping.text).toMatch(/^a+$/)
  })

  it('hold for name servers that never answer', async () => {
    const lookup = () => new Promise<never>(() => 0)
    const fetcher = createFetcher({ allow: [], lookup })
    const answer = await fetcher.fetchOutside('http://a.example/', { millisecondsMax: 50 })
    expect(answer).toMatchObject({ failure: { code: 'timed-out' } })
    await fetcher.close()
  })

  it('hold for headers', async () => {
    const { ask } = await serve((_, response) => {
      for (let at = 0; at < 100; at++) response.setHeader(`x-${at}`, 'a'.repeat(1000))
      response.end()
    })
    expect(await ask()).toEqual({ failure: 'too-large' })
  })

  it('end when the caller ends them: before, waiting and reading', async () => {
    const { fetcher, server, ask } = await serve((request, response) => {
      if (request.url === '/body') response.write('a')
    })
    expect(await ask({ signal: AbortSignal.abort() })).toEqual({ failure: 'aborted' })
    const waiting = new AbortController()
    const asked = ask({ signal: waiting.signal })
    while (server.requests.length === 0) await sleep(5)
    waiting.abort()
    expect(await asked).toEqual({ failure: 'aborted' })
    const reading = new AbortController()
    const answer = await fetcher.fetchOutside(`${server.origin}/body`, { signal: reading.signal })
    if (answer.kind === 'failure') throw new Error('no answer')
    setImmediate(() => reading.abort())
    expect(await readAll(answer)).toMatchObject({ failure: { code: 'aborted' } })
  })

  it('leave a connection to the next call once a body was read', async () => {
    const { ask, server } = await serve((_, response) => response.end('a'))
    for (let at = 0; at < 20; at++) await ask()
    expect(server.connections()).toBeLessThan(5)
  })
})

import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { type FeedSite, listenTo, rssOf, startSite, type TestEntry } from '#test/feed-site.ts'
import { feedKind } from './live.ts'
import { type LiveMemory, readMemory } from './live-memory.ts'
import { settleFeed } from './live-settings.ts'
import { feedFormat } from './receive.ts'

const toClose: { close(): Promise<void> }[] = []
afterAll(async () => {
  for (const one of toClose) await one.close()
})

const entry = (id: string, text = `said ${id}`): TestEntry => ({ id, title: `Title ${id}`, text })

async function listening(more: Record<string, unknown> = {}) {
  const site = await startSite()
  const settings = settleFeed({ address: `${site.server.origin}/feed`, ...more })
  const listener = listenTo(feedKind, { ...settings }, [site.server])
  toClose.push(listener)
  return { site, listener, look: listener.look }
}

function publish(site: FeedSite, entries: TestEntry[], headers: Record<string, string> = {}): void {
  site.answer = (_, response) => response.writeHead(200, headers).end(rssOf(entries))
}

const idsOf = (heard: Map<string, unknown>) => [...heard.keys()].map((key) => key.split('#')[1])

describe('asking conditionally', () => {
  it.each([
    [{ etag: 'W/"1"', 'last-modified': 'Sun, 01 Mar 2026 00:00:00 GMT' }],
    [{ etag: '"strong"' }],
    [{ 'last-modified': 'Sun, 01 Mar 2026 00:00:00 GMT' }],
  ])('sends back what it was given: %j', async (given: Record<string, string>) => {
    const { site, look } = await listening()
    const asked: (string | undefined)[][] = []
    site.answer = ({ headers }, response) => {
      asked.push([headers['if-none-match'], headers['if-modified-since']])
      if (asked.length > 1) response.writeHead(304).end()
      else response.writeHead(200, given).end(rssOf([entry('a')]))
    }
    expect((await look()).payloads).toHaveLength(1)
    for (let at = 0; at < 2; at++) {
      const again = await look()
      expect(again).toMatchObject({ payloads: [], counts: { requests: 1, unchanged: 1, bytes: 0 } })
      expect(again.problem).toBeUndefined()
    }
    const sent = [given.etag, given['last-modified']]
    expect(asked).toEqual([[undefined, undefined], sent, sent])
  })

  it('knows an unchanged body without being told', async () => {
    const { site, look } = await listening()
    publish(site, [entry('a')])
    expect((await look()).counts.unchanged).toBe(0)
    expect(await look()).toMatchObject({ payloads: [], counts: { unchanged: 1, events: 0 } })
  })

  it('knows nothing of a feed whose address was changed since', () => {
    const memory: LiveMemory = {
      ...{ set: 'https://a.example/', address: 'https://a.example/moved', etag: '"1"' },
      ...{ intervalMs: 1, heardAt: 1, seen: ['x'] },
    }
    const of = (address: string) => readMemory(JSON.stringify(memory), address, 2)
    expect(of('https://a.example/')).toEqual(memory)
    const address = 'https://b.example/'
    expect(of(address)).toEqual({ set: address, address, intervalMs: 2, seen: [] })
  })

  it('forgets its conditions when another server answers "not modified"', async () => {
    const { site, look } = await listening()
    publish(site, [entry('a')], { etag: '"1"' })
    await look()
    site.answer = ({ url }, response) => {
      if (url === '/feed') response.writeHead(302, { location: '/other' }).end()
      else response.writeHead(304).end()
    }
    expect((await look()).nextInMs).toBe(10 * 60_000)
    const asked: unknown[] = []
    site.answer = ({ headers }, response) => {
      asked.push(headers['if-none-match'])
      response.end(rssOf([entry('b'), entry('a')]))
    }
    expect((await look()).payloads).toHaveLength(1)
    expect(asked).toEqual([undefined])
  })
})

describe('what is handed on', () => {
  it('is what is new or changed, oldest first, each once', async () => {
    const { site, listener, look } = await listening()
    publish(site, [entry('b'), entry('a')])
    await look()
    publish(site, [entry('c'), entry('b', 'edited'), entry('a')])
    expect((await look()).counts).toMatchObject({ events: 3, taken: 2 })
    publish(site, [entry('d'), entry('c'), entry('b')])
    await look()
    const texts = [...listener.heard.values()].map((forms) =>
      forms.map(({ content }) => content?.text),
    )
    expect(idsOf(listener.heard)).toEqual(['a', 'b', 'c', 'd'])
    // The change back is a change too.
    expect(texts).toEqual([['said a'], ['said b', 'edited', 'said b'], ['said c'], ['said d']])
  })

  it('is not handed on again when a feed drops entries and brings them back', async () => {
    const { site, look } = await listening()
    publish(site, [entry('b'), entry('a')])
    await look()
    publish(site, [entry('b')])
    await look()
    publish(site, [entry('b'), entry('a')])
    expect((await look()).payloads).toEqual([])
  })

  it('survives feeds that give two entries one id', async () => {
    const { site, look } = await listening()
    publish(site, [entry('a', 'one'), entry('a', 'two')])
    expect((await look()).payloads).toHaveLength(2)
    publish(site, [entry('b'), entry('a', 'one'), entry('a', 'two')])
    expect((await look()).payloads).toHaveLength(1)
  })

  it('meets an import of the same file in the same activities', async () => {
    const { site, listener, look } = await listening()
    const documents = [
      rssOf([entry('a'), { ...entry('b'), link: '/2026/b' }]),
      '<rss><channel><link>https://a.example/</link><item><guid>12</guid><title>x</title></item>' +
        '<item><link>/p?1</link><title>no id</title></item></channel></rss>',
      '<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://b.example/"/><entry><id>tag:b,1</id>' +
        '<link href="e/1"/><title>x</title><content>whole</content></entry></feed>',
      '{"version":"https://jsonfeed.org/version/1.1","title":"j","home_page_url":"https://c.example/",' +
        '"items":[{"id":7,"url":"/7","content_text":"seven"}]}',
    ]
    for (const document of documents) {
      site.answer = (_, response) => response.end(document)
      await look()
    }
    const context = { arrivedAt: new Date(0), scope: 'feed.xml', timeZone: 'Asia/Tokyo' }
    const imported = []
    for (const document of documents) {
      const bytes = (async function* () {
        yield Buffer.from(document)
      })()
      for await (const record of feedFormat.split(bytes, context)) {
        const read = 'refusal' in record ? record : feedFormat.read(record, context)
        if ('arrival' in read) imported.push(read.arrival)
      }
    }
    const live = [...listener.heard.values()].flat()
    const byKey = (a: { externalKey?: string }, b: { externalKey?: string }) =>
      (a.externalKey ?? '') < (b.externalKey ?? '') ? -1 : 1
    expect(live).toHaveLength(6)
    expect(live.sort(byKey)).toEqual(imported.sort(byKey as never))
  })

  it('says when entries may have gone by between two looks', async () => {
    const { site, look } = await listening()
    publish(site, [entry('b'), entry('a')])
    const first = await look()
    expect(first.gap).toBeUndefined()
    publish(site, [entry('d'), entry('c'), entry('b')])
    expect((await look()).gap).toBeUndefined()
    publish(site, [entry('h'), entry('g')])
    const { gap } = await look()
    expect(gap?.reason).toBe('feed-overran')
    expect(gap?.since.getTime()).toBeLessThan(gap?.until.getTime() ?? 0)
  })
})

describe('a feed that moves', () => {
  it('is followed for good once it said so five times in a row', async () => {
    const { site, look } = await listening()
    site.answer = ({ url }, response) => {
      if (url === '/new') response.end(rssOf([entry('a')]))
      else
        response
          .writeHead(url === '/feed' ? 301 : 308, { location: url === '/feed' ? '/mid' : '/new' })
          .end()
    }
    for (let at = 0; at < 5; at++) await look()
    const before = site.server.requests.length
    expect(await look()).toMatchObject({ counts: { requests: 1 } })
    expect(site.server.requests.slice(before)).toEqual(['GET /new'])
  })

  it('is not followed for good by a passing redirect, nor beyond one', async () => {
    const { site, look } = await listening()
    site.answer = ({ url }, response) => {
      if (url === '/there') response.end(rssOf([entry('a')]))
      else
        response
          .writeHead(url === '/feed' ? 301 : 302, { location: url === '/feed' ? '/mid' : '/there' })
          .end()
    }
    for (let at = 0; at < 6; at++) await look()
    expect(site.server.requests.at(-2)).toBe('GET /mid')
  })

  it('is looked for where it was when it is gone from where it went', async () => {
    const { site, look } = await listening()
    site.answer = ({ url }, response) => {
      if (url === '/new') response.end(rssOf([entry('a')]))
      else response.writeHead(301, { location: '/new' }).end()
    }
    for (let at = 0; at < 6; at++) await look()
    expect(site.server.requests.at(-1)).toBe('GET /new')
    site.answer = ({ url }, response) => {
      if (url === '/new') response.writeHead(410).end()
      else response.end(rssOf([entry('b'), entry('a')]))
    }
    const lost = await look()
    expect(lost.problem).toMatchObject({ code: 'feed-gone' })
    expect(lost.problem?.isLasting).toBeUndefined()
    expect((await look()).payloads).toHaveLength(1)
    expect(site.server.requests.at(-1)).toBe('GET /feed')
  })
})

describe('faults of servers', () => {
  it.each([
    [410, 'feed-gone', true],
    [404, 'feed-not-found', undefined],
    [401, 'feed-forbidden', undefined],
    [403, 'feed-forbidden', undefined],
    [500, 'feed-server-fault', undefined],
    [502, 'feed-server-fault', undefined],
    [429, 'feed-asked-to-wait', undefined],
    [503, 'feed-asked-to-wait', undefined],
    [418, 'feed-odd-status', undefined],
    [206, 'feed-odd-status', undefined],
  ])('%d is %s', async (status, code, isLasting) => {
    const { site, look } = await listening()
    site.answer = (_, response) => response.writeHead(status).end(rssOf([entry('a')]))
    const { problem, payloads } = await look()
    expect(problem).toEqual({ code, detail: `HTTP ${status}`, ...(isLasting ? { isLasting } : {}) })
    expect(payloads).toEqual([])
  })

  it('are met with more and more patience, up to a day, and forgotten when they end', async () => {
    const { site, listener, look } = await listening()
    publish(site, [entry('a')])
    await look()
    const memory = JSON.parse(listener.memory ?? '')
    site.answer = (_, response) => response.writeHead(500).end()
    const minutes: number[] = []
    for (let at = 0; at < 11; at++) minutes.push((await look()).nextInMs / 60_000)
    expect(minutes).toEqual([10, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440])
    expect(JSON.parse(listener.memory ?? '')).toEqual(memory)
    publish(site, [entry('b'), entry('a')])
    expect((await look()).payloads).toHaveLength(1)
    expect(listener.failuresInRow).toBe(0)
  })

  it('wait as long as the server asks, in seconds or until a date', async () => {
    const { site, listener, look } = await listening()
    site.answer = (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end()
    expect((await look()).nextInMs).toBe(7_200_000)
    const until = new Date(listener.now.getTime() + 36 * 3_600_000).toUTCString()
    site.answer = (_, response) => response.writeHead(503, { 'retry-after': until }).end()
    expect((await look()).nextInMs).toBe(36 * 3_600_000)
    site.answer = (_, response) => response.writeHead(503, { 'retry-after': 'soon' }).end()
    expect((await look()).nextInMs).toBe(20 * 60_000)
  })

  it('of the way there have the codes of the way out', async () => {
    const { site, look } = await listening()
    await site.server.close()
    expect((await look()).problem?.code).toBe('not-reached')
  })

  it.each([
    ['<!DOCTYPE html><title>x</title>', 'feed-is-a-page'],
    ['<html><body><rss></rss></body></html>', 'feed-is-a-page'],
    ['just text', 'feed-not-a-feed'],
    ['{"error": 1}', 'feed-not-a-feed'],
    ['{"version": "https://jsonfeed.org/version/1", "items": [', 'feed-not-a-feed'],
    ['<opml><body/></opml>', 'feed-not-a-feed'],
    ['', 'feed-empty-body'],
    ['  \n', 'feed-empty-body'],
    ['<rss><channel>', 'feed-cut-off'],
  ])('%j is %s', async (body, code) => {
    const { site, listener, look } = await listening()
    publish(site, [entry('a')], { etag: '"1"' })
    await look()
    const memory = JSON.parse(listener.memory ?? '')
    site.answer = (_, response) => response.end(body)
    expect(await look()).toMatchObject({ payloads: [], problem: { code } })
    if (code !== 'feed-cut-off') expect(JSON.parse(listener.memory ?? '')).toEqual(memory)
    publish(site, [entry('b'), entry('a')])
    expect((await look()).payloads).toHaveLength(1)
  })
})

describe('a body that breaks off', () => {
  const whole = rssOf([entry('c'), entry('b'), entry('a')])
  const half = whole.slice(0, whole.indexOf('said a') + 3)

  it('short of its announced length is not believed at all', async () => {
    const { site, listener, look } = await listening()
    site.answer = (_, response) => {
      response.writeHead(200, { 'content-length': Buffer.byteLength(whole), etag: '"1"' })
      response.write(half)
      setImmediate(() => response.destroy())
    }
    expect(await look()).toMatchObject({ payloads: [], problem: { code: 'cut-off' } })
    expect(listener.memory ?? '').not.toContain('etag')
  })

  it('within the XML gives its complete entries and is asked for again, unconditionally', async () => {
    const { site, listener, look } = await listening()
    site.answer = (_, response) => response.writeHead(200, { etag: '"1"' }).end(half)
    const cut = await look()
    expect(cut.problem).toMatchObject({ code: 'feed-cut-off', detail: '2 entries' })
    expect(idsOf(listener.heard)).toEqual(['b', 'c'])
    const asked: unknown[] = []
    site.answer = ({ headers }, response) => {
      asked.push(headers['if-none-match'])
      response.end(whole)
    }
    await look()
    expect(asked).toEqual([undefined])
    expect([...listener.heard.values()].map((forms) => forms.length)).toEqual([1, 1, 1])
  })

  it('again and again is remembered no longer than whole ones', async () => {
    const { site, listener, look } = await listening()
    for (let at = 0; at < 30; at++) {
      const entries = Array.from({ length: 100 }, (_, i) => entry(`${at}-${i}`))
      const body = rssOf(entries)
      site.answer = (_, response) => response.end(body.slice(0, body.lastIndexOf('</item>')))
      expect((await look()).problem?.code).toBe('feed-cut-off')
    }
    expect(JSON.parse(listener.memory ?? '').seen.length).toBeLessThanOrEqual(1_100)
  })

  it('packed as gzip, whole or cut, is what it is', async () => {
    const { site, listener, look } = await listening()
    const packed = gzipSync(whole)
    const headers = { 'content-encoding': 'gzip' }
    site.answer = (_, response) => response.writeHead(200, headers).end(packed.subarray(0, 60))
    expect((await look()).problem?.code).toBe('cut-off')
    site.answer = (_, response) => response.writeHead(200, headers).end(packed)
    expect((await look()).counts).toMatchObject({ bytes: packed.length, taken: 3 })
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))
    site.answer = (_, response) => response.writeHead(200, headers).end(bomb)
    expect(await look()).toMatchObject({ payloads: [], problem: { code: 'too-large' } })
    expect(listener.heard.size).toBe(3)
  })
})

describe('how often it looks', () => {
  it('adapts between the bounds', async () => {
    const { site, look } = await listening({ minutesMin: 15, minutesMax: 120 })
    publish(site, [entry('a')])
    const minutes: number[] = []
    const note = async () => minutes.push((await look()).nextInMs / 60_000)
    for (let at = 0; at < 6; at++) await note()
    for (const id of ['b', 'c', 'd', 'e']) {
      publish(site, [entry(id), entry('a')])
      await note()
    }
    expect(minutes).toEqual([30, 45, 67.5, 101.25, 120, 120, 60, 30, 15, 15])
  })

  it.each([
    ['', { 'cache-control': 'public, max-age=10800' }, 180],
    ['', { 'cache-control': 'max-age=10800', age: '3600' }, 120],
    ['<ttl>240</ttl>', {}, 240],
    ['<ttl>0</ttl>', {}, 30],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>6</sy:updateFrequency>', {}, 240],
    ['', { 'cache-control': 'max-age=31536000' }, 1440],
  ])(
    'waits where the publisher asks for it: %s %j',
    async (head, headers: Record<string, string>, minutes) => {
      const { site, look } = await listening()
      site.answer = (_, response) => response.writeHead(200, headers).end(rssOf([entry('a')], head))
      expect((await look()).nextInMs).toBe(minutes * 60_000)
    },
  )

  it('is spread by chance', async () => {
    const { site, listener, look } = await listening()
    publish(site, [entry('a')])
    listener.tools.random = (into) => into.fill(255)
    const { nextInMs } = await look()
    expect(nextInMs / 60_000).toBeGreaterThan(35.9)
    expect(nextInMs / 60_000).toBeLessThanOrEqual(36)
  })
})

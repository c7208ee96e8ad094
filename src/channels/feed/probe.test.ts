import { afterAll, describe, expect, it } from 'vitest'
import { createOutside } from '#outside/outside.ts'
import { listenTo, rssOf, startSite } from '#test/feed-site.ts'
import { startLocal } from '#test/local-server.ts'
import { ssrfForms, ssrfUrls } from '#test/ssrf-forms.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { feedKind } from './live.ts'
import { settleFeed } from './live-settings.ts'

const toClose: { close(): Promise<void> }[] = []
afterAll(async () => {
  for (const one of toClose) await one.close()
})

type Answer = Parameters<typeof startLocal>[0]

async function probing(answer: Answer, more: Record<string, unknown> = {}) {
  const site = await startSite()
  site.answer = answer
  const settings = { ...settleFeed({ address: `${site.server.origin}/feed`, ...more }) }
  const listener = listenTo(feedKind, settings, [site.server])
  toClose.push(listener)
  return { site, result: await feedKind.probe(settings, listener.tools) }
}

const whole = { id: 'a', title: '靴の話', text: '<![CDATA[<p>歩いた。</p>]]>' }

function foundAt(result: Awaited<ReturnType<typeof probing>>['result'], label: string) {
  if (result.kind !== 'works') throw new Error(result.code)
  return result.found.find(({ label: { en } }) => en.startsWith(label))?.value
}

describe('the test button', () => {
  it('says what it found, and whether conditional requests are answered', async () => {
    const item = rssOf([whole]).replace(
      '</item>',
      '<pubDate>Mon, 02 Mar 2026 09:00:00 +0900</pubDate></item>',
    )
    const { result } = await probing(({ url, headers }, response) => {
      if (url === '/robots.txt') response.writeHead(404).end()
      else if (headers['if-none-match'] === 'W/"7"') response.writeHead(304).end()
      else response.writeHead(200, { etag: 'W/"7"' }).end(item)
    })
    expect(foundAt(result, 'Title')).toBe('縁側だより')
    expect(foundAt(result, 'Entries')).toBe('1')
    expect(foundAt(result, 'Newest entry')).toBe('靴の話')
    expect(foundAt(result, 'Newest date')).toBe('2026-03-02T00:00:00.000Z')
    expect(foundAt(result, 'Conditional')).toBe('✓')
    expect(result).toMatchObject({ kind: 'works', notes: [] })
    const plain = await probing((_, response) => response.end(item))
    expect(foundAt(plain.result, 'Conditional')).toBe('–')
  })

  it.each<[string, Answer, string, RegExp]>([
    ['a missing page', (_, r) => r.writeHead(404).end(), 'feed-not-found', /404/],
    ['a feed that is gone', (_, r) => r.writeHead(410).end(), 'feed-gone', /410/],
    ['a refusal', (_, r) => r.writeHead(403).end(), 'feed-forbidden', /403/],
    ['a fault', (_, r) => r.writeHead(500).end(), 'feed-server-fault', /500/],
    ['a wish to wait', (_, r) => r.writeHead(429).end(), 'feed-asked-to-wait', /429/],
    ['text', (_, r) => r.end('hello\nworld'), 'feed-not-a-feed', /line 1: hello/],
    [
      'other XML',
      (_, r) => r.end('<?xml version="1.0"?>\n\n<opml></opml>'),
      'feed-not-a-feed',
      /<opml>, line 3/,
    ],
    [
      'broken JSON',
      (_, r) => r.end('{"version": 1,\n}'),
      'feed-not-a-feed',
      /JSON, line 2, column 1/,
    ],
    ['nothing', (_, r) => r.end(), 'feed-empty-body', /./],
    ['a loop', (_, r) => r.writeHead(302, { location: '/feed' }).end(), 'too-many-redirects', /./],
    [
      'a way inside',
      (_, r) => r.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
      'refused-address',
      /10\.0\.0\.1/,
    ],
    [
      'too much',
      (_, r) => r.writeHead(200, { 'content-length': 99_000_000 }).end(),
      'too-large',
      /99000000/,
    ],
    ['what is no HTTP', (_, r) => r.socket?.end('220 smtp\r\n'), 'bad-answer', /./],
  ])('names %s precisely, in both languages', async (_, answer, code, detail) => {
    const { result } = await probing(answer)
    if (result.kind !== 'problem') throw new Error('works')
    expect(result).toMatchObject({ code, field: 'address' })
    expect(result.words.en).toMatch(detail)
    expect(result.words.ja).toMatch(detail)
    expect(result.words.ja).toMatch(/[ぁ-ん]/)
  })

  it('names hosts that are not found and servers that do not speak TLS', async () => {
    const { site } = await probing((_, response) => response.end())
    const tools = listenTo(feedKind, {}, [site.server])
    toClose.push(tools)
    const secure = { ...settleFeed({ address: site.server.origin.replace('http', 'https') }) }
    expect(await feedKind.probe(secure, tools.tools)).toMatchObject({ code: 'tls' })
    const outside = createOutside({ lookup: async () => [], now: () => new Date() })
    toClose.push(outside)
    const missing = { ...settleFeed({ address: 'nowhere.example/feed' }) }
    const result = await feedKind.probe(missing, { ...tools.tools, outside })
    expect(result).toMatchObject({ code: 'not-resolved' })
  })

  it('offers the feeds that a page names, web addresses only', async () => {
    const links =
      '<link rel="alternate" type="application/rss+xml" title=" All\n posts " href="/all.xml#x">' +
      '<link rel="ALTERNATE nofollow" type="application/atom+xml" href="https://other.example/atom">' +
      '<link rel="alternate" type="application/feed+json; charset=utf-8" href="feed.json">' +
      '<link rel="alternate" type="application/rss+xml" href="/all.xml">' +
      '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">' +
      '<link rel="alternate" type="application/rss+xml" href="http://me:secret@a.example/">' +
      '<link rel="alternate" hreflang="en" href="/en"><link rel="stylesheet" href="/s.css">'
    const page = `<!DOCTYPE html><html><head><base href="/blog/">${links}</head><body></body></html>`
    const { result, site } = await probing((_, response) => response.end(page))
    const { origin } = site.server
    expect(result).toMatchObject({
      ...{ kind: 'problem', code: 'feed-is-a-page' },
      offers: [
        { field: 'address', value: `${origin}/all.xml`, label: 'All posts' },
        {
          field: 'address',
          value: 'https://other.example/atom',
          label: 'https://other.example/atom',
        },
        { field: 'address', value: `${origin}/blog/feed.json`, label: `${origin}/blog/feed.json` },
      ],
    })
    const bare = await probing((_, response) => response.end('<html><body>hello</body></html>'))
    expect(bare.result).toMatchObject({ code: 'feed-is-a-page' })
    expect(bare.result).not.toHaveProperty('offers')
  })

  it.each<[string, string, Record<string, unknown>, string[]]>([
    ['an empty feed', rssOf([]), {}, ['no entries yet']],
    [
      'excerpts',
      rssOf([{ ...whole, isSummary: true, link: '/p' }]),
      {},
      ['are excerpts; the whole is read'],
    ],
    [
      'excerpts that stay',
      rssOf([{ ...whole, isSummary: true }]),
      { fullText: false },
      ['switched off'],
    ],
    ['a feed that breaks off', `${rssOf([whole]).split('</channel>')[0]}`, {}, ['breaks off']],
  ])('notes %s', async (_, document, more, notes) => {
    const { result } = await probing(({ url }, response) => {
      response.end(url === '/robots.txt' ? '' : document.replaceAll('https://engawa.example/', ''))
    }, more)
    if (result.kind !== 'works') throw new Error(result.code)
    expect(result.notes.map(({ en }) => en)).toEqual(
      notes.map((note) => expect.stringContaining(note)),
    )
  })

  it('notes what robots.txt says, and where the feed has moved', async () => {
    const { result } = await probing(({ url }, response) => {
      if (url === '/robots.txt') response.end('User-agent: *\nDisallow: /')
      else if (url === '/feed') response.writeHead(301, { location: '/new' }).end()
      else
        response.end(
          rssOf([{ ...whole, isSummary: true, link: '/p' }]).replaceAll(
            'https://engawa.example/',
            '',
          ),
        )
    })
    if (result.kind !== 'works') throw new Error(result.code)
    const notes = result.notes.map(({ en }) => en)
    expect(notes[0]).toMatch(/moved for good.*\/new$/)
    expect(notes[1]).toMatch(/robots\.txt asks robots to stay away/)
    expect(notes[2]).toMatch(/robots\.txt forbids reading their pages/)
  })
})

describe('what is filled in', () => {
  it.each([
    ['https://a.example/feed#x', 'https://a.example/feed'],
    [' a.example/feed ', 'https://a.example/feed'],
    ['a.example:8080/feed', 'https://a.example:8080/feed'],
    ['feed://a.example/feed', 'http://a.example/feed'],
    ['feed:https://a.example/feed', 'https://a.example/feed'],
    ['https://例え.jp/', 'https://xn--r8jz45g.jp/'],
  ])('%j is kept as %s', (address, kept) => {
    expect(settleFeed({ address })).toEqual({
      ...{ address: kept, fullText: true, minutesMin: 10, minutesMax: 360 },
    })
    expect(settleFeed({ ...settleFeed({ address }) })).toEqual(settleFeed({ address }))
  })

  it.each([
    [{}, 'address'],
    [{ address: 'ftp://a.example/' }, 'address'],
    [{ address: 'https://me:secret@a.example/' }, 'address'],
    [{ address: 5 }, 'address'],
    [{ address: `https://a.example/${'x'.repeat(3000)}` }, 'address'],
    [{ address: 'a.example', minutesMin: 0 }, 'minutesMin'],
    [{ address: 'a.example', minutesMin: 60, minutesMax: 30 }, 'minutesMax'],
    [{ address: 'a.example', minutesMax: 1e9 }, 'minutesMax'],
    [{ address: 'a.example', fullText: 'yes' }, 'fullText'],
  ])('%j is refused at %s', (filledIn, field) => {
    try {
      settleFeed(filledIn)
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof EnishiError)) throw error
      expect(error).toMatchObject({ code: 'bad-input', place: { field } })
      expect(JSON.stringify(error.words)).not.toContain('secret')
    }
  })

  it('never leads inside, in whatever form it is written', async () => {
    const inside = await startLocal((_, response) => response.end(rssOf([whole])), '0.0.0.0')
    const listener = listenTo(feedKind, {}, [])
    toClose.push(listener)
    const forms = ssrfForms.map(({ host }) => `http://${host}:${inside.port}/`)
    let refused = 0
    for (const address of [...forms, ...ssrfUrls]) {
      try {
        const settings = { ...settleFeed({ address }) }
        const result = await feedKind.probe(settings, listener.tools)
        const turn = { settings, memory: null, failuresInRow: 0, tools: listener.tools }
        const polled = await feedKind.poll({ ...turn, signal: new AbortController().signal })
        expect(result, address).toMatchObject({ kind: 'problem', code: polled.problem?.code })
        const isRefused = polled.problem?.isLasting ?? polled.problem?.code === 'not-resolved'
        expect(isRefused, address).toBe(true)
      } catch (error) {
        if (!(error instanceof EnishiError)) throw error
      }
      refused += 1
    }
    expect(refused).toBe(ssrfForms.length + ssrfUrls.length)
    expect(inside.connections()).toBe(0)
  })
})

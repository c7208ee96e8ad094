import { afterAll, describe, expect, it } from 'vitest'
import { listenTo, rssOf, startSite, type TestEntry } from '#test/feed-site.ts'
import { startLocal } from '#test/local-server.ts'
import { ssrfForms } from '#test/ssrf-forms.ts'
import { excerptSign } from './excerpt.ts'
import { feedKind } from './live.ts'
import { settleFeed } from './live-settings.ts'
import { readPage } from './read-page.ts'

const toClose: { close(): Promise<void> }[] = []
afterAll(async () => {
  for (const one of toClose) await one.close()
})

const SENTENCE = '川沿いの道を三日かけて歩いたので、靴の減り方がよく分かりました。'
const WHOLE = Array.from({ length: 12 }, (_, at) => `<p>${at + 1}日目の記録です。${SENTENCE}</p>`)

function pageOf(title: string, paragraphs: readonly string[]): string {
  return (
    `<!doctype html><html lang="ja"><head><title>${title} | 縁側</title></head><body>` +
    `<nav><a href="/">ホーム</a> <a href="/about">会社</a></nav><article><h1>${title}</h1>` +
    `${paragraphs.join('')}</article><footer>© 縁側</footer><script>alert(1)</script></body></html>`
  )
}

interface SiteOf {
  robots?: string
  page?: string | { status: number; headers?: Record<string, string> }
  entry?: Partial<TestEntry>
  settings?: Record<string, unknown>
  head?: string
}

async function lookAt({ robots = '', page = '', entry = {}, settings = {} }: SiteOf) {
  const site = await startSite()
  const { origin } = site.server
  const own = {
    id: 'a',
    title: '靴の話',
    text: `1日目の記録です。${SENTENCE} […]`,
    isSummary: true,
  }
  const entries: TestEntry[] = [{ ...own, link: `${origin}/page`, ...entry }]
  site.answer = ({ url }, response) => {
    if (url === '/robots.txt') response.end(robots)
    else if (url === '/feed') response.end(rssOf(entries))
    else if (typeof page === 'string')
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
    else response.writeHead(page.status, page.headers).end('<p>gone</p>')
  }
  const kept = settleFeed({ address: `${origin}/feed`, ...settings })
  const listener = listenTo(feedKind, { ...kept }, [site.server])
  toClose.push(listener)
  const result = await listener.look()
  const [activity] = [...listener.heard.values()].flat()
  return { site, listener, result, content: activity?.content }
}

describe('an entry that is an excerpt', () => {
  it('is read from its page', async () => {
    const { content, result } = await lookAt({ page: pageOf('靴の話', WHOLE) })
    expect(content?.isExcerpt).toBeUndefined()
    expect(content?.text).toContain('12日目の記録です。')
    expect(content?.text).not.toMatch(/ホーム|alert|©/)
    expect(content?.html).not.toContain('script')
    expect(result.counts.requests).toBe(2)
  })

  it('has the same key with its page as without', async () => {
    const entry = { id: '', title: '靴の話', text: `1日目の記録です。${SENTENCE}` }
    const read = await lookAt({ page: pageOf('靴の話', WHOLE), entry })
    const unread = await lookAt({ page: { status: 404 }, entry })
    const keyOf = ({ listener }: typeof read) => [...listener.heard.keys()][0]?.split('#sha256:')[1]
    expect(keyOf(read)).toMatch(/^[0-9a-f]{64}$/)
    expect(keyOf(read)).toBe(keyOf(unread))
  })

  it.each<[string, SiteOf]>([
    [
      'robots.txt forbids it',
      { robots: 'User-agent: *\nDisallow: /page', page: pageOf('靴の話', WHOLE) },
    ],
    ['the settings say so', { settings: { fullText: false }, page: pageOf('靴の話', WHOLE) }],
    ['the page is gone', { page: { status: 404 } }],
    ['the page is a picture', { page: { status: 200, headers: { 'content-type': 'image/png' } } }],
    [
      'the page asks for consent',
      {
        page: pageOf(
          'Cookieの設定',
          Array<string>(20).fill('<p>このサイトではCookieを使用します。同意しますか。</p>'),
        ),
      },
    ],
    ['the page is empty', { page: '' }],
    [
      'the page is too large',
      { page: pageOf('靴の話', [...WHOLE, `<!-- ${'x'.repeat(3_000_000)} -->`]) },
    ],
    [
      'the page leads inside',
      { page: { status: 302, headers: { location: 'http://169.254.169.254/' } } },
    ],
    ['it has no link', { entry: { link: 'mailto:a@b.example' }, page: pageOf('靴の話', WHOLE) }],
  ])('stays one where %s', async (_, site) => {
    const { content, result } = await lookAt(site)
    expect(content).toMatchObject({ isExcerpt: true, title: '靴の話' })
    expect(content?.text).toBe(`1日目の記録です。${SENTENCE} […]`)
    expect(result.problem).toBeUndefined()
  })

  it('is whole after all where its page says no more', async () => {
    const said = WHOLE.slice(0, 6).map((paragraph) => paragraph.replace(/<\/?p>/g, ''))
    const { content } = await lookAt({
      entry: { text: said.join(' ') },
      page: pageOf('靴の話', WHOLE.slice(0, 6)),
    })
    expect(content?.isExcerpt).toBeUndefined()
    expect(content?.text).toBe(said.join(' '))
  })

  it('is looked for where its link leads, by the robots.txt of each host on the way', async () => {
    const [shortener, closed, open] = [await startSite(), await startSite(), await startSite()]
    const page = pageOf('靴の話', WHOLE)
    const serve = (site: typeof open, robots: string) => {
      site.answer = ({ url }, response) => {
        if (url === '/robots.txt') response.end(robots)
        else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
      }
    }
    serve(closed, 'User-agent: *\nDisallow: /')
    serve(open, '')
    const to = { closed: closed.server.origin, open: open.server.origin }
    const entries: TestEntry[] = ['closed', 'open'].map((id) => {
      const link = `${shortener.server.origin}/${id}`
      return { id, title: '靴の話', text: `${SENTENCE}…`, isSummary: true, link }
    })
    shortener.answer = ({ url = '' }, response) => {
      if (url === '/feed') response.end(rssOf(entries))
      else if (url === '/robots.txt') response.end('')
      else if (url === '/round') response.writeHead(302, { location: '/round' }).end()
      else {
        const place = url === '/closed' ? to.closed : to.open
        response.writeHead(301, { location: `${place}/page?p=${url.slice(1)}` }).end()
      }
    }
    const settings = settleFeed({ address: `${shortener.server.origin}/feed` })
    const sites = [shortener, closed, open].map(({ server }) => server)
    const listener = listenTo(feedKind, { ...settings }, sites)
    toClose.push(listener)
    await listener.look()
    const marked = [...listener.heard].map(([key, [form]]) => [key, form?.content?.isExcerpt])
    expect(marked).toEqual([
      [expect.stringMatching(/#open$/), undefined],
      [expect.stringMatching(/#closed$/), true],
    ])
    expect(closed.server.requests).toEqual(['GET /robots.txt'])
    expect(open.server.requests).toEqual(['GET /robots.txt', 'GET /page?p=open'])
    const round = { id: 'r', title: '靴の話', text: `${SENTENCE}…`, isSummary: true }
    entries.unshift({ ...round, link: `${shortener.server.origin}/round` })
    await listener.look()
    expect(shortener.server.requests.filter((one) => one === 'GET /round')).toHaveLength(6)
  })

  it('is left alone where its server asks for that, and looked for again a few times', async () => {
    const site = await startSite()
    const ids = ['a', 'b', 'c']
    let isBusy = true
    site.answer = ({ url = '', headers }, response) => {
      const entries = ids.map((id) => {
        const link = `${site.server.origin}/${id}`
        return { id, title: `靴の話${id}`, text: `${SENTENCE}…`, isSummary: true, link }
      })
      if (url === '/robots.txt') response.end('')
      else if (url === '/feed') {
        const isKnown = headers['if-none-match'] === '"1"'
        response.writeHead(isKnown ? 304 : 200, { etag: '"1"' }).end(isKnown ? '' : rssOf(entries))
      } else if (isBusy) response.writeHead(url === '/a' ? 429 : 503).end()
      else response.end(pageOf('靴の話', WHOLE))
    }
    const settings = settleFeed({ address: `${site.server.origin}/feed` })
    const listening = () => {
      const listener = listenTo(feedKind, { ...settings }, [site.server])
      toClose.push(listener)
      return listener
    }
    const pagesAsked = () => site.server.requests.filter((one) => /^GET \/[abc]$/.test(one)).length
    const waited = listening()
    expect((await waited.look()).payloads).toHaveLength(3)
    expect(pagesAsked()).toBe(1)
    isBusy = false
    expect((await waited.look()).payloads).toHaveLength(3)
    const forms = [...waited.heard.values()].map((both) =>
      both.map(({ content }) => content?.isExcerpt),
    )
    expect(forms).toEqual(Array(3).fill([true, undefined]))
    expect(await waited.look()).toMatchObject({ payloads: [], counts: { unchanged: 1 } })

    isBusy = true
    const givenUp = listening()
    const before = pagesAsked()
    const handedOn: number[] = []
    for (let at = 0; at < 5; at += 1) handedOn.push((await givenUp.look()).payloads.length)
    expect(handedOn).toEqual([3, 0, 0, 0, 0])
    expect(pagesAsked() - before).toBe(3)
  })

  it('is asked for one page of a host at a time, a second apart', async () => {
    const site = await startSite()
    const { origin } = site.server
    let open = 0
    let openMax = 0
    const ids = Array.from({ length: 40 }, (_, at) => `${at}`)
    site.answer = ({ url }, response) => {
      if (url === '/robots.txt') response.end('')
      else if (url?.startsWith('/feed')) {
        const entries = ids.map((id) => {
          return {
            id: `${url}${id}`,
            title: `靴の話${id}`,
            text: `${SENTENCE}…`,
            isSummary: true,
            link: `${origin}/${id}`,
          }
        })
        response.end(rssOf(entries))
      } else {
        open += 1
        openMax = Math.max(openMax, open)
        setTimeout(() => {
          open -= 1
          response.end(pageOf('靴の話', WHOLE))
        }, 2)
      }
    }
    const settings = settleFeed({ address: `${origin}/feed` })
    const listener = listenTo(feedKind, { ...settings }, [site.server])
    toClose.push(listener)
    const other = { ...listener.tools }
    const turn = { memory: null, failuresInRow: 0, signal: new AbortController().signal }
    await Promise.all([
      listener.look(),
      feedKind.poll({
        ...turn,
        settings: { ...settings, address: `${origin}/feed2` },
        tools: other,
      }),
    ])
    const pages = site.server.requests.filter((request) => /^GET \/\d+$/.test(request))
    expect(openMax).toBe(1)
    // The newest thirty of each; the others stay excerpts.
    expect(pages).toHaveLength(60)
    expect(listener.slept).toHaveLength(59)
    expect(new Set(listener.slept)).toEqual(new Set([1_000]))
    const marked = [...listener.heard.values()].flat().filter(({ content }) => content?.isExcerpt)
    expect(marked).toHaveLength(10)
  })

  it('never leads inside, in whatever form its link is written', async () => {
    const inside = await startLocal(
      (_, response) => response.end(pageOf('靴の話', WHOLE)),
      '0.0.0.0',
    )
    const site = await startSite()
    site.answer = (_, response) => {
      const entries = ssrfForms.map(({ host }, at) => {
        const link = `http://${host}:${inside.port}/`.replace('&', '&amp;')
        return { id: `${at}`, title: '靴の話', text: SENTENCE, isSummary: true, link }
      })
      const turnedTo = Number(site.server.requests.length - 1) * 30
      response.end(rssOf(entries.slice(turnedTo, turnedTo + 30)))
    }
    const settings = settleFeed({ address: `${site.server.origin}/feed` })
    const listener = listenTo(feedKind, { ...settings }, [site.server])
    toClose.push(listener)
    for (let at = 0; at * 30 < ssrfForms.length; at++) await listener.look()
    expect(listener.heard.size).toBe(ssrfForms.length)
    expect([...listener.heard.values()].flat().every(({ content }) => content?.isExcerpt)).toBe(
      true,
    )
    expect(inside.connections()).toBe(0)
  })
})

describe('excerptSign', () => {
  const html = (value: string) => ({ type: 'html' as const, value })
  const base = { authors: [], categories: [] }
  it.each([
    ['<p>A whole post.</p>', undefined],
    ['<p>It trails off…</p>', undefined],
    ['<p>It goes on [&#8230;]</p>', 'goes-on'],
    ['<p>It goes on [...]</p>', 'goes-on'],
    ['<p>始まりだけ。<a href="x">続きを読む</a></p>', 'goes-on'],
    ['<p>Beginning. <a href="x">Continue reading →</a></p>', 'goes-on'],
    ['<p>Beginning […]</p><p>The post <a>Title</a> appeared first on <a>Blog</a>.</p>', 'goes-on'],
    ['<p>You may continue reading or stop here.</p>', undefined],
  ])('of the content %s: %s', (value, sign) => {
    expect(excerptSign({ ...base, content: html(value) })).toBe(sign)
  })

  it('takes a summary for one, except in an item that is complete in itself', () => {
    const title = html('a')
    expect(excerptSign({ ...base, title, summary: html('b') })).toBe('summary-only')
    expect(excerptSign({ ...base, summary: html('b'), isComplete: true })).toBeUndefined()
    expect(excerptSign({ ...base, summary: html('b […]'), isComplete: true })).toBe('summary-only')
    expect(excerptSign({ ...base, title })).toBe('title-only')
  })
})

describe('readPage', () => {
  const entry = { authors: [], categories: [], summary: { type: 'text' as const, value: SENTENCE } }

  it('gives up on pages made to take for ever, and reads the next one', async () => {
    const deep = `<html><body>${'<div>'.repeat(5_000)}${SENTENCE}${'</div>'.repeat(5_000)}`
    const start = performance.now()
    const [lost, found] = await Promise.all([
      readPage(entry, deep),
      readPage(entry, pageOf('靴の話', WHOLE)),
    ])
    expect(lost).toBeUndefined()
    expect(found?.html).toContain('12日目')
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  it('goes on after something that cannot even be handed over', async () => {
    const odd = Object.assign({ ...entry }, { toString: () => 'no data' })
    const [lost, found] = await Promise.all([
      readPage(odd, pageOf('靴の話', WHOLE)),
      readPage(entry, pageOf('靴の話', WHOLE)),
    ])
    expect(lost).toBeUndefined()
    expect(found?.html).toContain('12日目')
  })

  it.each([
    ['nothing', ''],
    ['stray brackets', '<'.repeat(1_000_000)],
    ['unfinished tags', '<a '.repeat(300_000)],
    ['more than is weighed', `<html>${'<p>a'.repeat(40_000)}`],
    ['no HTML', '\0\u0001'],
  ])('takes %s for no page', async (_, html) => {
    expect(await readPage(entry, html)).toBeUndefined()
  })

  it('reads pages that leave out what HTML lets them leave out', async () => {
    const bare = `<!doctype html><title>靴の話</title><h1>靴の話</h1>${WHOLE.join('')}`
    expect((await readPage(entry, bare))?.html).toContain('12日目')
  })
})

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  chromiumPath,
  type Language,
  makeWorkspaceThere,
  openBrowser,
  overflowPx,
  type RunningServer,
  seriousOf,
  signInAt,
  startServer,
  type Visit,
  visit,
} from './support.ts'

if (chromiumPath === undefined) {
  console.warn('SKIPPED: no Chromium found for the channels; name one with CHROMIUM=/path.')
}

const SAID = {
  ja: {
    add: 'チャネルを追加',
    test: '試す',
    use: /を使う$/,
    works: '受け取れます。',
    doesNotWork: '受け取れません。',
    begin: '追加して受信を始める',
    listening: '受信中',
    pause: '一時停止',
    resume: '再開',
    remove: '削除',
  },
  en: {
    add: 'Add channel',
    test: 'Test',
    use: /^Use /,
    works: 'This works.',
    doesNotWork: 'This does not work.',
    begin: 'Add and begin to listen',
    listening: 'Listening',
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Remove',
  },
} as const

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>縁の台所</title>
<link>http://kitchen.example/</link><description>d</description>
<item><guid>k1</guid><title>新しいケトル</title><link>http://kitchen.example/1</link>
<pubDate>Fri, 20 Nov 2026 09:00:00 +0900</pubDate>
<description>みつばち号が届いた。お湯が早い。</description></item></channel></rss>`

const SITE = `<!doctype html><title>縁の台所</title>
<link rel="alternate" type="application/rss+xml" title="縁の台所の記事" href="/feed.xml"><p>いらっしゃい</p>`

/** A site whose page names its feed. */
function openSite(): Promise<Server> {
  const server = createServer((request, response) => {
    const isFeed = request.url === '/feed.xml'
    const isSite = request.url === '/'
    response.writeHead(isFeed || isSite ? 200 : 404, {
      'content-type': isFeed ? 'application/rss+xml' : 'text/html; charset=utf-8',
      etag: '"1"',
    })
    response.end(isFeed ? FEED : isSite ? SITE : 'not here')
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'a channel (%s)',
  (language) => {
    const said = SAID[language]
    let browser: Browser
    let server: RunningServer
    let site: Server
    let seen: Visit
    let page: Page
    let host: string

    beforeAll(async () => {
      browser = await openBrowser(chromiumPath ?? '')
      site = await openSite()
      host = `127.0.0.1:${(site.address() as AddressInfo).port}`
      server = await startServer({ ENISHI_ALLOW_HOSTS: host })
      await makeWorkspaceThere(server, language)
      seen = await visit(browser, server.address, language)
      page = seen.page
      await signInAt(page, 'owner@en.example')
    })

    afterAll(async () => {
      await browser?.close()
      await server?.stop()
      site?.close()
    })

    async function expectSound(): Promise<void> {
      expect(await seriousOf(page)).toEqual([])
      expect(await overflowPx(page)).toBe(0)
      expect(seen.faults).toEqual([])
    }

    const button = (name: string | RegExp) =>
      page.getByRole('button', { name, exact: typeof name === 'string' })

    it('says what is wrong with an address before it is added', async () => {
      await page.goto('/channels')
      await expectSound()
      await page.getByRole('link', { name: said.add }).first().click()
      await page.locator('a[href$="kind=feed"]').click()
      await page.locator('[name=address]').fill('http://127.0.0.1:1/feed')
      await button(said.test).click()
      await page.getByText(said.doesNotWork).waitFor()
      await expectSound()
      await page.locator('[name=address]').fill(`http://${host}/gone`)
      await button(said.test).click()
      await page.getByText(/404/).first().waitFor()
    })

    it('finds the feed that a site names, listens to it and shows what it said', async () => {
      await page.locator('[name=name]').fill('縁の台所')
      await page.locator('[name=address]').fill(`http://${host}/`)
      await button(said.test).click()
      await button(said.use).click()
      expect(await page.locator('[name=address]').inputValue()).toBe(`http://${host}/feed.xml`)
      await button(said.test).click()
      await page.getByText(said.works).waitFor()
      await expectSound()
      await button(said.begin).click()
      await page.waitForURL(/channels\/[0-9a-f-]{36}$/)
      await page.locator('.condition', { hasText: said.listening }).waitFor({ timeout: 30_000 })
      await expectSound()
      await page.goto('/listening')
      await page.getByText('みつばち号が届いた。お湯が早い。').first().waitFor({ timeout: 30_000 })
    })

    it('is paused, resumed, found in the list and removed', async () => {
      await page.goto('/channels')
      await page.getByRole('link', { name: '縁の台所', exact: true }).click()
      await button(said.pause).click()
      await button(said.resume).click()
      await button(said.pause).waitFor()
      await button(said.remove).click()
      await expectSound()
      await page.getByRole('dialog').getByRole('button', { name: said.remove }).click()
      await page.waitForURL('**/channels')
      await expect
        .poll(() => page.getByRole('link', { name: '縁の台所', exact: true }).count())
        .toBe(0)
      await page.goto('/listening')
      await page.getByText('みつばち号が届いた。お湯が早い。').first().waitFor()
    })
  },
)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EnishiProcess, runEnishi } from '#test/enishi-process.ts'
import {
  chromiumPath,
  type Language,
  openBrowser,
  overflowPx,
  seriousOf,
  type Visit,
  visit,
} from './support.ts'

const SOON = { timeout: 20_000, interval: 20 }
const EMAIL = 'live@en.example'
const PASSWORD = 'correct horse battery'
const NEW_PASSWORD = 'staple battery horse'
const VISIBLE_MS_MAX = 1_000

if (chromiumPath === undefined) {
  console.warn('SKIPPED: no Chromium found for live updates; name one with CHROMIUM=/path.')
}

interface Said {
  live: string
  again: string
  waiting: (count: number) => string
  arrived: (count: number) => string
  saveSearch: string
  save: string
  each: string
  bell: (unseen: number) => string
  found: string
}

const SAID: Record<Language, Said> = {
  ja: {
    live: 'ライブ更新中',
    again: '再接続中',
    waiting: (count) => `新しい投稿 ${count}件を表示`,
    arrived: (count) => `新しい投稿が${count}件届きました`,
    saveSearch: 'この検索を保存',
    save: '保存',
    each: '新しい投稿があったとき (10分ごとにまとめる)',
    bell: (unseen) => (unseen === 0 ? '通知' : `通知 (未確認${unseen}件)`),
    found: '新しい投稿 1件',
  },
  en: {
    live: 'Live',
    again: 'Reconnecting',
    waiting: (count) => `Show ${count} new post${count === 1 ? '' : 's'}`,
    arrived: (count) => `${count} new post${count === 1 ? '' : 's'}`,
    saveSearch: 'Save this search',
    save: 'Save',
    each: 'New posts (at most every 10 minutes)',
    bell: (unseen) => (unseen === 0 ? 'Alerts' : `Alerts (${unseen} unseen)`),
    found: '1 new post',
  },
}

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'live updates (%s)',
  (language) => {
    const said = SAID[language]
    const data = mkdtempSync(join(tmpdir(), 'enishi-live-'))
    let browser: Browser
    let server: EnishiProcess
    let address = ''
    let key = ''
    let seen: Visit
    let page: Page
    let posted = 0

    async function serve(port: string): Promise<void> {
      server = runEnishi(['serve', '--data', data, '--port', port])
      const [, said = ''] = await server.says(/Enishi is at (http:\S+) /)
      address = said
    }

    async function run(args: string[], input = ''): Promise<string> {
      const command = runEnishi([...args, '--data', data], { input })
      expect(await command.ended(), command.err()).toBe(0)
      return command.out()
    }

    beforeAll(async () => {
      const who = ['--workspace', 'live', '--email', EMAIL, '--name', 'L', '--lang', language]
      await run(['init', ...who], `${PASSWORD}\n`)
      const made = await run(['key', 'create', '--name', 'test', '--scope', 'write'])
      key = /enishi_\S+/.exec(made)?.[0] ?? ''
      await serve('0')
      browser = await openBrowser(chromiumPath ?? '')
      seen = await visit(browser, address, language)
      page = seen.page
      await signIn(page)
      for (let i = 0; i < 30; i++) await post(`始め ${i}`)
      await page.goto('/listening')
      await isLive(page)
    })

    afterAll(async () => {
      await browser?.close()
      server?.child.kill('SIGINT')
      await server?.ended()
      rmSync(data, { recursive: true, force: true })
    })

    async function signIn(on: Page, password = PASSWORD): Promise<void> {
      await on.goto('/sign-in')
      await on.locator('[name=email]').fill(EMAIL)
      await on.locator('[name=password]').fill(password)
      await on.keyboard.press('Enter')
      await on.waitForURL((url) => url.pathname !== '/sign-in')
    }

    /** Records a post as a program would; answers when that was asked for. */
    async function post(content: string): Promise<number> {
      posted += 1
      const actor = { platform: 'shop', handle: 'hanako', name: '花子' }
      const startedAt = performance.now()
      const answer = await fetch(`${address}/api/v1/activities`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ id: `live-${posted}`, type: 'Create', actor, content }),
      })
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({ items: [{ ending: 'new' }] })
      return startedAt
    }

    const isLive = (on: Page) => on.locator('[data-live=live]').waitFor()
    const shows = (on: Page, text: string) =>
      on.locator('article[data-activity]').filter({ hasText: text }).first().waitFor()
    const listed = (on: Page) => on.locator('article[data-activity]').count()

    async function figure(name: string): Promise<number> {
      const text = await (await fetch(`${address}/metrics`)).text()
      return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])
    }

    it('shows a post within a second of its arrival', async () => {
      const took: number[] = []
      for (const text of ['到着その一', '到着その二', '到着その三', '到着その四', '到着その五']) {
        const startedAt = await post(text)
        await shows(page, text)
        took.push(Math.round(performance.now() - startedAt))
        expect(await page.locator('article[data-activity]').first().textContent()).toContain(text)
      }
      console.info(`live (${language}): visible ${took.join(', ')} ms after POST began`)
      const [, , middle] = took.toSorted((a, b) => a - b)
      expect(middle).toBeLessThan(VISIBLE_MS_MAX)
      await page.getByText(said.arrived(1), { exact: true }).waitFor({ state: 'attached' })
      expect(seen.faults).toEqual([])
    })

    it('leaves what is being read where it is, and tells what waits', async () => {
      await page.evaluate('window.scrollTo(0, 700)')
      const read = page.locator('article[data-activity]').nth(12)
      const id = await read.getAttribute('data-activity')
      const same = page.locator(`article[data-activity="${id}"]`)
      const before = (await same.boundingBox())?.y
      const count = await listed(page)
      await post('読書中に届いた一')
      await page.getByRole('button', { name: said.waiting(1), exact: true }).waitFor()
      await post('読書中に届いた二')
      const bar = page.getByRole('button', { name: said.waiting(2), exact: true })
      await bar.waitFor()
      expect((await same.boundingBox())?.y).toBe(before)
      expect(await listed(page)).toBe(count)
      expect(await seriousOf(page)).toEqual([])
      await bar.click()
      await shows(page, '読書中に届いた二')
      expect(await page.evaluate('window.scrollY')).toBe(0)
      expect(await listed(page)).toBe(count + 2)
    })

    it('waits while the focus is in the list', async () => {
      await page.locator('article[data-activity] [data-list-item]').first().focus()
      await post('焦点のあいだに')
      const bar = page.getByRole('button', { name: said.waiting(1), exact: true })
      await bar.waitFor()
      await bar.click()
      await shows(page, '焦点のあいだに')
    })

    it('keeps one connection for two tabs, and hands it over when its tab closes', async () => {
      const second = await seen.context.newPage()
      await second.goto('/listening')
      await isLive(second)
      await post('二つのタブへ')
      await Promise.all([shows(page, '二つのタブへ'), shows(second, '二つのタブへ')])
      expect(await figure('enishi_streams')).toBe(1)
      const opened = await figure('enishi_streams_opened_total')
      // The first tab has the stream: it came first.
      await page.close()
      await post('引き継ぎのあいだに')
      await shows(second, '引き継ぎのあいだに')
      await isLive(second)
      await expect.poll(() => figure('enishi_streams'), SOON).toBe(1)
      expect(await figure('enishi_streams_opened_total')).toBe(opened + 1)
      page = second
    })

    it('resumes after the server was killed, and misses nothing', async () => {
      await post('停止の直前')
      server.child.kill('SIGKILL')
      await server.ended()
      await page.getByText(said.again, { exact: true }).waitFor()
      await serve(new URL(address).port)
      const texts = ['再開の直後一', '再開の直後二', '再開の直後三']
      for (const text of texts) await post(text)
      for (const text of ['停止の直前', ...texts]) await shows(page, text)
      await isLive(page)
      await page.getByText(said.live, { exact: true }).waitFor()
    })

    it('rings for a saved search', async () => {
      await page.goto('/listening?q=返品')
      await page.getByRole('button', { name: said.saveSearch, exact: true }).click()
      const form = page.getByRole('dialog')
      await form.locator('select').selectOption({ label: said.each })
      expect(await seriousOf(page)).toEqual([])
      await form.getByRole('button', { name: said.save, exact: true }).click()
      await form.waitFor({ state: 'hidden' })
      await page.goto('/people')
      await isLive(page)
      await page.getByRole('button', { name: said.bell(0), exact: true }).waitFor()
      const startedAt = await post('返品したい')
      const bell = page.getByRole('button', { name: said.bell(1), exact: true })
      await bell.waitFor()
      const tookMs = performance.now() - startedAt
      console.info(`live (${language}): the bell rang ${tookMs.toFixed(0)} ms after POST began`)
      await bell.focus()
      await page.keyboard.press('Enter')
      const item = page.getByRole('dialog').getByRole('link', { name: said.found })
      await item.waitFor()
      expect(await seriousOf(page)).toEqual([])
      await item.focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/listening\?q=/)
      await shows(page, '返品したい')
      await page.getByRole('button', { name: said.bell(0), exact: true }).waitFor()
      await expect.poll(() => page.locator('.saved-count').count(), SOON).toBe(0)
      expect(await page.locator('.saved-link[data-active=true]').count()).toBe(1)
      expect(await overflowPx(page)).toBe(0)
      expect(await seriousOf(page)).toEqual([])
    })

    it('notices that it was signed out in another place', async () => {
      const other = await visit(browser, address, language)
      await signIn(other.page)
      const changed = await other.page.evaluate(
        async ([currentPassword, newPassword]) =>
          (
            await fetch('/api/auth/change-password', {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ currentPassword, newPassword }),
            })
          ).status,
        [PASSWORD, NEW_PASSWORD],
      )
      expect(changed).toBe(200)
      await page.waitForURL('**/sign-in**')
      await expect.poll(() => figure('enishi_streams'), SOON).toBeLessThanOrEqual(1)
    })
  },
)

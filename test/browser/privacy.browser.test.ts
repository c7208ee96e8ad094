import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  chromiumPath,
  type Language,
  makeWorkspaceThere,
  openBrowser,
  overflowPx,
  PASSWORD,
  type RunningServer,
  seriousOf,
  startServer,
  type Visit,
  visit,
} from './support.ts'

const WORDS = {
  ja: {
    close: '連絡を止める',
    reason: '理由',
    closed: '連絡しないでください',
    export: '保有情報をページで出力',
    erase: 'この人物を消去…',
    confirm: /「山田 太郎」と入力/,
    eraseNow: '消去する',
  },
  en: {
    close: 'Do not contact',
    reason: 'Reason',
    closed: 'Do not contact',
    export: 'Export as a page',
    erase: 'Erase this person…',
    confirm: /Type “山田 太郎”/,
    eraseNow: 'Erase for good',
  },
} as const

const NAME = '山田 太郎'

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'personal data (%s)',
  (language) => {
    const words = WORDS[language]
    let browser: Browser
    let server: RunningServer
    let seen: Visit
    let page: Page
    let id: string

    async function post(path: string, data: object): Promise<void> {
      const headers = { origin: server.address }
      const answer = await seen.context.request.post(path, { data, headers })
      expect(answer.status(), await answer.text()).toBeLessThan(300)
    }

    beforeAll(async () => {
      browser = await openBrowser(chromiumPath ?? '')
      server = await startServer()
      await makeWorkspaceThere(server, language)
      seen = await visit(browser, server.address, language)
      page = seen.page
      await post('/api/auth/sign-in/email', { email: 'owner@en.example', password: PASSWORD })
      const said = { id: '1', type: 'Create', content: 'x', published: '2026-11-01T00:00:00Z' }
      const actor = { platform: 'shop', handle: 'taro', name: NAME }
      await post('/api/v1/activities', [{ ...said, actor }])
      const people = await seen.context.request.get('/api/v1/people')
      id = ((await people.json()) as { items: { id: string }[] }).items[0]?.id ?? ''
    })
    afterAll(async () => {
      await browser?.close()
      await server?.stop()
    })

    it('says in a banner that nobody may contact the person', async () => {
      await page.goto(`/people/${id}`)
      await page.getByRole('button', { name: words.close }).click()
      await page.getByRole('dialog').getByLabel(words.reason).fill('電話は困る')
      await page.getByRole('dialog').getByRole('button', { name: words.close }).click()
      const banner = page.getByRole('status').filter({ hasText: '電話は困る' })
      await banner.waitFor()
      expect(await banner.textContent()).toContain(words.closed)
      expect(await seriousOf(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 800 })
      expect(await overflowPx(page)).toBe(0)
      await page.setViewportSize({ width: 1280, height: 800 })
    })

    it('hands out what is known as a page', async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: words.export }).click(),
      ])
      expect(download.suggestedFilename()).toBe(`person-${id}.html`)
    })

    it('erases for good once the name is typed', async () => {
      await page.getByRole('button', { name: words.erase }).click()
      const dialog = page.getByRole('dialog')
      const erase = dialog.getByRole('button', { name: words.eraseNow })
      await erase.waitFor()
      expect(await erase.isDisabled()).toBe(true)
      expect(await seriousOf(page)).toEqual([])
      await dialog.getByLabel(words.confirm).fill(NAME)
      await erase.click()
      await page.waitForURL(/\/people$/)
      const gone = await seen.context.request.get(`/api/v1/people/${id}`)
      expect(gone.status()).toBe(404)
    })
  },
)

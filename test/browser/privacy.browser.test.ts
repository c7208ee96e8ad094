import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language, overflowPx, seriousOf } from './support.ts'

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
    const opened = openForOwner(language)
    const { send } = opened
    const post = (path: string, data: object) => send('POST', path, data)
    let page: Page
    let id: string

    beforeAll(async () => {
      page = opened.page
      const said = { id: '1', type: 'Create', content: 'x', published: '2026-11-01T00:00:00Z' }
      const actor = { platform: 'shop', handle: 'taro', name: NAME }
      await post('/api/v1/activities', [{ ...said, actor }])
      const people = await opened.seen.context.request.get('/api/v1/people')
      id = ((await people.json()) as { items: { id: string }[] }).items[0]?.id ?? ''
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
      const gone = await opened.seen.context.request.get(`/api/v1/people/${id}`)
      expect(gone.status()).toBe(404)
    })
  },
)

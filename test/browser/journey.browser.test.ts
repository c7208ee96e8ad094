import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  chromiumPath,
  type Language,
  numberIn,
  openBrowser,
  overflowPx,
  type RunningServer,
  seriousOf,
  startServer,
  type Visit,
  visit,
  writtenText,
} from './support.ts'
import { SAID } from './words.ts'

const SOON = { timeout: 15_000, interval: 50 }
const SAMPLES = join(import.meta.dirname, 'samples')
const EMAIL = 'yuiko@en.example'
const PASSWORD = 'correct horse battery'
const NEW_PASSWORD = 'staple battery horse'

if (chromiumPath === undefined) {
  console.warn('SKIPPED: no Chromium found for the browser journeys; name one with CHROMIUM=/path.')
}

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'a newcomer (%s)',
  (language) => {
    const said = SAID[language]
    let browser: Browser
    let server: RunningServer
    let seen: Visit
    let page: Page

    beforeAll(async () => {
      browser = await openBrowser(chromiumPath ?? '')
      server = await startServer()
      seen = await visit(browser, server.address, language)
      page = seen.page
    })

    afterAll(async () => {
      await browser?.close()
      await server?.stop()
    })

    /** Nothing serious for axe, nothing wider than a telephone, nothing in the console. */
    async function expectSound(): Promise<void> {
      expect(await seriousOf(page)).toEqual([])
      expect(await overflowPx(page)).toBe(0)
      expect(seen.faults).toEqual([])
    }

    function button(name: string | RegExp, inside: Page | Locator = page): Locator {
      return inside.getByRole('button', { name, exact: typeof name === 'string' })
    }

    async function importFile(name: string, imports: number): Promise<Locator> {
      await page.locator('input[type=file]').setInputFiles(join(SAMPLES, name))
      const card = page.getByRole('region', { name, exact: true })
      await button(said.startImport, card).click()
      await card.waitFor({ state: 'detached' })
      await expect.poll(() => page.getByRole('article').count(), SOON).toBe(imports)
      const run = page.getByRole('article', { name, exact: true }).first()
      await run.getByText(said.done, { exact: true }).waitFor()
      return run
    }

    async function tallyOf(run: Locator): Promise<Record<string, number>> {
      const rows = run.locator('[data-ending]')
      const entries = await rows.evaluateAll((found) =>
        found.map((row) => [row.getAttribute('data-ending'), row.lastElementChild?.textContent]),
      )
      return Object.fromEntries(entries.map(([ending, count]) => [ending, numberIn(count)]))
    }

    /** All posts that Listening lists, page after page. */
    async function listed(): Promise<number> {
      const isWhole = page.getByText(said.end, { exact: true }).or(page.getByText(said.nothing))
      await isWhole.or(button(said.more)).first().waitFor()
      const isAll = async () => {
        await page.keyboard.press('End')
        return isWhole.isVisible()
      }
      await expect.poll(isAll, SOON).toBe(true)
      return page.locator('article[data-activity]').count()
    }

    async function search(text: string): Promise<number> {
      await page.goto('/listening')
      const box = page.getByRole('searchbox')
      await box.fill(text)
      await box.press('Enter')
      await page.waitForURL(/[?&]q=/)
      return listed()
    }

    it('makes the workspace with the one-time link', async () => {
      await page.goto(server.setupLink)
      await button(said.start).waitFor()
      await expectSound()
      await page.locator('[name=workspace]').fill('縁サイクル')
      await page.locator('[name=name]').fill('結子')
      await page.locator('[name=email]').fill(EMAIL)
      await page.locator('[name=password]').fill(PASSWORD)
      await page.locator('[name=timeZone]').selectOption('Asia/Tokyo')
      await button(said.start).click()
      await page.waitForURL('**/import')
      await expectSound()
    })

    it('imports exports, maps the columns of a CP932 table and says what was refused', async () => {
      const talk = await importFile('talk.jsonl', 1)
      expect(await tallyOf(talk)).toMatchObject({ read: 190, new: 188, updated: 2, refused: 0 })
      await importFile('reviews.jsonl', 2)
      await importFile('hostile.jsonl', 3)
      await page.locator('input[type=file]').setInputFiles(join(SAMPLES, 'survey.csv'))
      const card = page.getByRole('region', { name: 'survey.csv', exact: true })
      const chosen = card.locator('thead select')
      await chosen.first().waitFor()
      const values = await chosen.evaluateAll((all) => all.map((one) => one.value as string))
      expect(values).toEqual(['id', 'publishedAt', 'platform', 'author', 'text', ''])
      await card.getByText('①班 中村').waitFor()
      await expectSound()
      await button(said.startImport, card).click()
      const survey = page.getByRole('article', { name: 'survey.csv', exact: true })
      await survey.getByText(said.done, { exact: true }).waitFor()
      expect(await tallyOf(survey)).toMatchObject({ read: 26, new: 24, refused: 2 })
      await button(said.whyRefused, survey).click()
      await survey.getByText(said.badDate).waitFor()
      const download = page.waitForEvent('download')
      await survey.getByRole('link', { name: said.download }).click()
      const csv = readFileSync(await (await download).path(), 'utf8')
      expect(csv.startsWith('\ufeff')).toBe(true)
      expect(csv).toContain('2026/13/45')
      await expectSound()
    })

    it('imports the same file again without adding anything', async () => {
      const again = await importFile('reviews.jsonl', 5)
      expect(await tallyOf(again)).toMatchObject({ read: 11, new: 0, duplicate: 11 })
    })

    it('shows hostile names and texts as text and runs none of them', async () => {
      expect(await search('罠')).toBe(3)
      await page.getByText('<script>globalThis.enishiRan=2</script>').waitFor()
      await page.getByRole('link', { name: '<img src=x onerror' }).waitFor()
      expect(await page.locator('main img, main script, main a[href^="javascript:"]').count()).toBe(
        0,
      )
      await expectSound()
      await page.getByRole('link', { name: '<img src=x onerror' }).click()
      await page.waitForURL('**/people/*')
      await page.getByRole('heading', { level: 1, name: '<img src=x onerror' }).waitFor()
      await expectSound()
      expect(await page.evaluate('typeof globalThis.enishiRan')).toBe('undefined')
    })

    it('finds a topic in the posts that are already there', async () => {
      await page.goto('/topics')
      for (const [name, alias] of [
        ['みつばち号', 'Mitsubachi'],
        ['カルガモ', 'Karugamo'],
      ] as const) {
        await button(said.addTopic).click()
        const form = page.getByRole('dialog')
        await form.getByLabel(said.name).fill(name)
        await form
          .getByRole('combobox', { name: said.aliases })
          .or(form.getByLabel(said.aliases))
          .first()
          .fill(alias)
        await page.keyboard.press('Enter')
        await button(said.save, form).click()
        await form.waitFor({ state: 'hidden' })
      }
      const row = page.getByRole('row', { name: /みつばち号/ })
      await expect.poll(() => page.locator('tbody [role=status]').count(), SOON).toBe(0)
      await expectSound()
      const posts = numberIn(await row.locator('td.number a').textContent())
      expect(posts).toBeGreaterThan(50)
      await row.locator('td.number a').click()
      await page.waitForURL('**/listening?topic=*')
      expect(await listed()).toBe(posts)
      const unmarked = page
        .locator('article[data-activity]')
        .filter({ hasNot: page.locator('mark') })
      expect(await unmarked.count()).toBe(0)
    })

    it('leads from every number of Home to as many posts', async () => {
      await page.goto('/')
      const sentence = page.locator('.summary-link').first()
      const total = numberIn(said.postsSentence.exec((await sentence.textContent()) ?? '')?.[1])
      expect(total).toBeGreaterThan(50)
      await page.locator('.volume-frame canvas').first().waitFor()
      await expectSound()
      const links = page.locator('main td.number a, main .ring-label a, main [href*="stage=none"]')
      const numbers = await links.evaluateAll((all) =>
        all.map((link) => [link.getAttribute('href') ?? '', link.textContent ?? '']),
      )
      await sentence.click()
      await page.waitForURL('**/listening?*')
      expect(await listed()).toBe(total)
      const counts = numbers.filter(([, text]) => !text?.includes('%'))
      expect(counts.length).toBeGreaterThan(8)
      for (const [href = '', text] of counts) {
        await page.goto(href)
        expect([href, await listed()]).toEqual([href, numberIn(text)])
      }
    })

    it('shows what Home is narrowed to, and widens it again', async () => {
      await page.goto('/topics')
      const href = await page
        .getByRole('row', { name: /カルガモ/ })
        .locator('td.number a')
        .getAttribute('href')
      await page.goto(`/?${href?.split('?')[1]}&days=90`)
      await page.getByText(said.postsSentence).waitFor()
      await expectSound()
      await page.getByRole('link', { name: said.without('カルガモ') }).click()
      await page.waitForURL((url) => url.pathname === '/' && !url.searchParams.has('topic'))
      expect(new URL(page.url()).searchParams.get('days')).toBe('90')
    })

    it('searches words of any width and single characters, and marks them', async () => {
      expect(await search('返品')).toBe(5)
      expect(await page.locator('mark[data-sought=true]').allTextContents()).toEqual(
        Array(5).fill('返品'),
      )
      const half = await search('iPhone')
      expect(half).toBe(3)
      expect(await search('ｉＰｈｏｎｅ')).toBe(half)
      expect(
        await page.locator('mark[data-sought=true]', { hasText: 'ｉＰｈｏｎｅ' }).count(),
      ).toBe(2)
      const hills = await search('坂')
      expect(hills).toBeGreaterThan(5)
      expect(await page.locator('article[data-activity]', { hasText: '坂' }).count()).toBe(hills)
    })

    it('goes by keyboard, and leaves the Enter of a composition to the input method', async () => {
      await page.goto('/listening')
      await page.locator('article[data-activity]').first().waitFor()
      await page.keyboard.press('/')
      const box = page.getByRole('searchbox')
      expect(await box.evaluate((one) => one.matches(':focus'))).toBe(true)
      await box.fill('返品')
      const enter = (isComposing: boolean) =>
        `dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: ${isComposing}, bubbles: true, cancelable: true }))`
      expect(await page.evaluate(`document.activeElement.${enter(true)}`)).toBe(false)
      expect(await page.evaluate(`document.activeElement.${enter(false)}`)).toBe(true)
      expect(page.url()).not.toContain('q=')
      await box.press('Enter')
      await page.waitForURL(/[?&]q=/)
      await listed()
      await box.blur()
      const focused = page.locator('[data-list-item]:focus')
      const at = () =>
        page
          .locator('[data-list-item]')
          .evaluateAll((all) => all.findIndex((one) => one.matches(':focus')))
      for (const [key, index] of [
        ['j', 0],
        ['j', 1],
        ['j', 2],
        ['k', 1],
      ] as const) {
        await page.keyboard.press(key)
        expect(await at()).toBe(index)
      }
      const text = await page
        .locator('article[data-activity]', { has: focused })
        .locator('.post-text')
        .textContent()
      await page.keyboard.press('Enter')
      const drawer = page.getByRole('dialog')
      await drawer.locator('.post-text').waitFor()
      await expect.poll(() => writtenText(drawer.locator('.post-text'))).toBe(text)
      await drawer.locator('summary').last().waitFor()
      await expectSound()
      await page.keyboard.press('Escape')
      await drawer.waitFor({ state: 'hidden' })
    })

    it('joins the accounts of one person, lists what they did, and takes a better name', async () => {
      await page.goto('/people')
      await page.getByRole('link', { name: '高橋みなみ' }).waitFor()
      await expectSound()
      await page.getByRole('link', { name: '高橋みなみ' }).click()
      await page.getByText(said.sameMail).waitFor()
      await page.getByText('c-3310').first().waitFor()
      await expectSound()
      const link = page.getByRole('link', { name: said.postsOfPerson })
      const posts = numberIn(await link.textContent())
      await link.click()
      await page.waitForURL('**/listening?person=*')
      expect(await listed()).toBe(posts)
      await page.goBack()
      await button(said.editName).click()
      const form = page.getByRole('dialog')
      await form.getByLabel(said.reading).fill('たかはし みなみ')
      await expectSound()
      await button(said.save, form).click()
      await form.waitFor({ state: 'hidden' })
      await page.getByRole('heading', { level: 1, name: 'たかはし みなみ' }).waitFor()
    })

    it('makes an API key that works', async () => {
      await page.goto('/settings?section=keys')
      await page.locator('[name=name]').fill('CRM')
      await button(said.makeKey).click()
      const note = page.getByRole('status').filter({ hasText: said.shownOnce })
      const key = await note.getByRole('textbox').inputValue()
      await expectSound()
      const people = await fetch(`${server.address}/api/v1/people?limit=1`, {
        headers: { authorization: `Bearer ${key}` },
      })
      expect(people.status).toBe(200)
    })

    it('ends other sessions with the password, and lets the new one in', async () => {
      const other = await visit(browser, server.address, language)
      await signIn(other.page, PASSWORD)
      await other.page.waitForURL((url) => url.pathname === '/')
      await page.goto('/account')
      await page.locator('[name=current]').fill(PASSWORD)
      await page.locator('[name=fresh]').fill(NEW_PASSWORD)
      await expectSound()
      await button(said.changePassword).click()
      await page.getByText(said.changed).waitFor()
      // The page is told, so nobody has to touch it.
      await other.page.waitForURL((url) => url.pathname === '/sign-in')
      await other.context.close()
      await button(said.account).click()
      await page.getByRole('menuitem', { name: said.signOut }).click()
      await page.waitForURL('**/sign-in')
      await expectSound()
      await signIn(page, NEW_PASSWORD)
      await page.waitForURL((url) => url.pathname === '/')
      await page.goto('/nowhere')
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expectSound()
    })

    it('stops an import and goes on where it stood', async () => {
      await page.goto('/import')
      const buffer = Buffer.from(longTable(LONG_ROWS))
      const file = { name: 'long.csv', mimeType: 'text/csv', buffer }
      await page.locator('input[type=file]').setInputFiles(file)
      await button(said.startImport).click()
      const run = page.getByRole('article', { name: 'long.csv', exact: true })
      await button(said.stop, run).click()
      await button(said.goOn, run).waitFor()
      await button(said.goOn, run).click()
      await run.getByText(said.done, { exact: true }).waitFor({ timeout: 120_000 })
      expect(await tallyOf(run)).toMatchObject({ read: LONG_ROWS, new: LONG_ROWS, duplicate: 0 })
      expect(seen.faults).toEqual([])
    })

    async function signIn(at: Page, password: string): Promise<void> {
      await at.goto('/sign-in')
      await at.locator('[name=email]').fill(EMAIL)
      await at.locator('[name=password]').fill(password)
      await button(said.signIn, at).click()
    }
  },
)

const LONG_ROWS = 15_000

/** A table that takes long enough to read for somebody to stop it. */
function longTable(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `${row},2026-10-01 09:00,${row % 50}さん,${row}番目の感想です。よかった。`,
  )
  return ['id,日時,投稿者,本文', ...lines].join('\n')
}

import { mkdirSync } from 'node:fs'
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
const TOPIC = 'みつばち号'

/** What is read and clicked here alone. */
const WORDS = {
  ja: {
    noTopics: '話題がまだありません',
    addOrganisation: '企業・団体を追加',
    noOrganisations: '企業・団体がまだありません',
    join: '企業・団体に加える',
    organisationName: '企業・団体の名前',
    role: '役職・役割',
    competitor: '競合企業',
    edit: '編集',
    remove: '削除',
    takeOut: /^外す: /,
  },
  en: {
    noTopics: 'There are no topics yet',
    addOrganisation: 'Add organisation',
    noOrganisations: 'There are no organisations yet',
    join: 'Add to an organisation',
    organisationName: 'Name of the organisation',
    role: 'Role',
    competitor: 'Competitor',
    edit: 'Edit',
    remove: 'Delete',
    takeOut: /^Take out: /,
  },
}

const SAYINGS = [
  `${TOPIC} 気になる`,
  `${TOPIC}と他社を比較中。迷う`,
  `${TOPIC}おすすめ`,
  `${TOPIC}を買ってよかった`,
  `${TOPIC}が壊れた。最悪`,
  `${TOPIC} 気になる`,
]

/** Six people who go round the cycle at their own pace. */
function activities() {
  return [...'abcdef'].flatMap((who, w) =>
    SAYINGS.map((content, i) => ({
      id: `${who}-${i}`,
      type: 'Create',
      actor: { platform: 'shop', handle: who, name: `人物 ${who}` },
      content,
      published: new Date(Date.UTC(2026, 8, 1 + ((i * (w + 1)) % 7) * 3, w)).toISOString(),
    })),
  )
}

if (chromiumPath === undefined) {
  console.warn('SKIPPED: no Chromium found for the circle; name one with CHROMIUM=/path.')
}

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'the circle (%s)',
  (language) => {
    const said = { ...SAID[language], ...WORDS[language] }
    let browser: Browser
    let server: RunningServer
    let seen: Visit
    let page: Page

    beforeAll(async () => {
      browser = await openBrowser(chromiumPath ?? '')
      server = await startServer()
      seen = await visit(browser, server.address, language)
      page = seen.page
      await page.goto(server.setupLink)
      await page.locator('[name=workspace]').fill('縁サイクル')
      await page.locator('[name=name]').fill('結子')
      await page.locator('[name=email]').fill('yuiko@circle.example')
      await page.locator('[name=password]').fill('correct horse battery')
      await page.locator('[name=timeZone]').selectOption('Asia/Tokyo')
      await button(said.start).click()
      await page.waitForURL('**/import', { timeout: 60_000 })
    })

    afterAll(async () => {
      await browser?.close()
      await server?.stop()
    })

    /** Nothing serious for axe, nothing wider than a telephone, nothing in the console. */
    async function expectSound(name: string): Promise<void> {
      expect(await seriousOf(page)).toEqual([])
      expect(await overflowPx(page)).toBe(0)
      expect(seen.faults).toEqual([])
      await keepPictures(page, `${name}-${language}`)
    }

    function button(name: string | RegExp, inside: Page | Locator = page): Locator {
      return inside.getByRole('button', { name, exact: typeof name === 'string' })
    }

    async function post(path: string, data: unknown): Promise<void> {
      const headers = { origin: new URL(server.address).origin }
      const answer = await seen.context.request.post(`/api/v1${path}`, { data, headers })
      expect(answer.status(), await answer.text()).toBeLessThan(300)
    }

    async function listed(of: string): Promise<number> {
      await page.getByText(said.end, { exact: true }).or(page.getByText(said.nothing)).waitFor()
      return page.locator(of).count()
    }

    it('teaches where nothing is known yet', async () => {
      await page.goto('/journeys')
      await page.getByRole('heading', { name: said.noTopics }).waitFor()
      await expectSound('journeys-empty')
      await page.goto('/organisations')
      await page.getByRole('heading', { name: said.noOrganisations }).waitFor()
      await expectSound('organisations-empty')
    })

    it('leads from every number of the flow to as many posts', async () => {
      await post('/activities', activities())
      await post('/topics', { name: TOPIC, kind: 'own', aliases: [TOPIC] })
      const isApplied = async () => {
        const answer = await seen.context.request.get('/api/v1/topics')
        return ((await answer.json()) as { items: { isApplied: boolean }[] }).items[0]?.isApplied
      }
      await expect.poll(isApplied, SOON).toBe(true)
      await page.goto('/journeys')
      await page.locator('.scroll-x a').first().waitFor()
      await expectSound('journeys')
      const links = page.locator('.cycle-way a, .scroll-x a')
      const found = await links.evaluateAll((all) =>
        all.map((link) => ({
          href: link.getAttribute('href') ?? '',
          text: link.lastElementChild?.textContent ?? link.textContent ?? '',
        })),
      )
      expect(found.length).toBeGreaterThan(10)
      for (const { href, text } of found) {
        await page.goto(href)
        expect([href, await listed('article[data-activity]')]).toEqual([href, numberIn(text)])
      }
    })

    it('counts as many people at a stage as it then lists', async () => {
      await page.goto('/journeys')
      const links = page.locator('.cycle-stage a')
      await links.first().waitFor()
      const found = await links.evaluateAll((all) =>
        all.map((link) => ({
          href: link.getAttribute('href') ?? '',
          text: link.lastElementChild?.textContent ?? '',
        })),
      )
      expect(found).toHaveLength(4)
      for (const { href, text } of found.filter((one) => numberIn(one.text) > 0)) {
        await page.goto(href)
        expect([href, await listed('tbody [data-list-item]')]).toEqual([href, numberIn(text)])
      }
    })

    it('shows the chain of a person, each step with its post', async () => {
      await page.goto('/people')
      await page.getByRole('link', { name: '人物 a' }).click()
      const steps = page.locator('.journey-chip')
      await steps.first().waitFor()
      expect(await steps.count()).toBeGreaterThan(4)
      await expectSound('person')
      await steps.first().click()
      const shown = page.getByRole('dialog').locator('.post-text')
      await shown.waitFor()
      await expect.poll(() => writtenText(shown)).toContain(`${TOPIC} 気になる`)
      await expectSound('person-post')
      await page.keyboard.press('Escape')
    })

    it('puts a person into an organisation that is new by this', async () => {
      await page.goto('/people')
      await page.getByRole('link', { name: '人物 a' }).click()
      await button(said.join).click()
      const form = page.getByRole('dialog')
      await form.getByLabel(said.organisationName).fill('株式会社ひばり')
      await form.getByLabel(said.role).fill('部長')
      await expectSound('person-join')
      await button(said.save, form).click()
      await form.waitFor({ state: 'hidden' })
      await page.getByRole('link', { name: '株式会社ひばり' }).click()
      await page.getByRole('heading', { level: 1, name: '株式会社ひばり' }).waitFor()
      await page.getByText('部長').waitFor()
      await expectSound('organisation')
      for (const link of await page.locator('main p.row > a[href*="organisation="]').all()) {
        const [href, text] = [await link.getAttribute('href'), await link.textContent()]
        const other = await seen.context.newPage()
        await other.goto(href ?? '')
        await other.getByText(said.end, { exact: true }).waitFor()
        const items = other.locator('article[data-activity], tbody [data-list-item]')
        expect([href, await items.count()]).toEqual([href, numberIn(text ?? '')])
        await other.close()
      }
      await button(said.takeOut).click()
      await button(said.takeOut).waitFor({ state: 'detached' })
    })

    it('makes an account the organisation’s own, and takes it back', async () => {
      await page.goto('/people')
      await page.getByRole('link', { name: '人物 b' }).click()
      await button(said.join).click()
      const form = page.getByRole('dialog')
      await form.getByLabel(said.organisationName).fill('株式会社ひばり')
      await form.locator('[name=isOwnAccount]').check()
      await expectSound('person-own-account')
      await button(said.save, form).click()
      await form.waitFor({ state: 'hidden' })
      await page.goto('/organisations')
      await page.getByRole('link', { name: '株式会社ひばり', exact: true }).click()
      await button(said.takeOut).waitFor()
      await expectSound('organisation-accounts')
      await button(said.takeOut).click()
      await button(said.takeOut).waitFor({ state: 'detached' })
    })

    it('adds, finds, corrects and removes an organisation by keyboard', async () => {
      await page.goto('/organisations')
      await button(said.addOrganisation).click()
      const form = page.getByRole('dialog')
      await form.locator('[name=name]').fill('カルガモ工業')
      await form.locator('[name=nameReading]').fill('かるがもこうぎょう')
      await form.getByLabel(said.competitor).check()
      await expectSound('organisation-form')
      await form.locator('[name=name]').press('Enter')
      await page.getByRole('heading', { level: 1, name: 'カルガモ工業' }).waitFor()
      await page.goto('/organisations')
      await page.locator('tbody tr').nth(1).waitFor()
      await expectSound('organisations')
      await page.keyboard.press('/')
      await page.keyboard.type('かるがも')
      await page.keyboard.press('Enter')
      await page.waitForURL(/[?&]q=/)
      await expect.poll(() => page.locator('tbody tr').count(), SOON).toBe(1)
      await page.locator('h1').click()
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/organisations/*')
      await button(said.edit).click()
      await page.getByRole('dialog').locator('[name=name]').fill('かるがも工業')
      await button(said.save, page.getByRole('dialog')).click()
      await page.getByRole('heading', { level: 1, name: 'かるがも工業' }).waitFor()
      await button(said.remove).click()
      await expectSound('organisation-remove')
      await button(said.remove, page.getByRole('dialog')).click()
      await page.waitForURL('**/organisations')
      await expect.poll(() => page.locator('tbody tr').count(), SOON).toBe(1)
      expect(seen.faults).toEqual([])
    })
  },
)

/** With ENISHI_PICTURES=folder: what the page looks like, wide and narrow, light and dark. */
async function keepPictures(page: Page, name: string): Promise<void> {
  const folder = process.env.ENISHI_PICTURES
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  const wide = page.viewportSize() ?? { width: 1400, height: 900 }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of [1400, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${width}.png`) })
    }
  }
  await page.setViewportSize(wide)
  await page.emulateMedia({ colorScheme: 'light' })
}

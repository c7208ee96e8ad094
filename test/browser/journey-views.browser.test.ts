import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
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
} from './support.ts'
import { SAID } from './words.ts'

const SOON = { timeout: 15_000, interval: 50 }
const BEE = 'みつばち号'
const DUCK = 'カルガモ丸'

/** What is read and clicked here alone. */
const WORDS = {
  ja: {
    flow: '流れと日数',
    stuck: '停滞',
    before: '動く前',
    segment: '対象者',
    nobody: 'この条件に当てはまる人はいません',
    closeList: '一覧を閉じる',
    halfLeft: /発見: 半分が次へ動くまで\d/,
    slow: /「みつばち号」で発見から先へ動く速さは、ほかの話題の0\.\d+倍です/,
    numbers: '数で見る',
    notCause: /「動いた理由」ではありません/,
    answered: /「自分の投稿に返信がついた」人は、そうでない人の[\d.]+倍の頻度で動いていました/,
    move: '動き',
  },
  en: {
    flow: 'Flow and days',
    stuck: 'Stuck points',
    before: 'Before moves',
    segment: 'People',
    nobody: 'Nobody matches these conditions',
    closeList: 'Close the list',
    halfLeft: /Discovery: half have left after \d/,
    slow: /For “みつばち号”, people go on from Discovery at 0\.\d+× the pace of the other topics/,
    numbers: 'The numbers',
    notCause: /not what brought it about/,
    answered: /“Somebody answered their post” in the 7 days before: such people moved [\d.]+×/,
    move: 'Move',
  },
}

const DAY_MS = 86_400_000
const START = Date.now() - 80 * DAY_MS

function post(who: string, day: number, content: string, more: object = {}) {
  return {
    ...{ id: `${who}-${day}-${content.slice(0, 8)}`, type: 'Create', content },
    actor: { platform: 'shop', handle: who, name: `人物 ${who}` },
    published: new Date(START + day * DAY_MS).toISOString(),
    ...more,
  }
}

/** Sixty people: those of the duck go on in days, those of the bee in weeks, if they were answered. */
function activities() {
  return Array.from({ length: 60 }, (_, who) => {
    const [name, started] = [`w${who}`, (who % 10) / 10]
    const bee = post(name, started, `${BEE} 気になる`)
    const isMover = who % 2 === 0
    const wait = 20 + (who % 7)
    const isAnswered = who % 10 < 6 ? isMover : who % 4 === 1
    return [
      bee,
      post(name, started + 0.2, `${DUCK} 気になる`),
      post(name, started + 2 + (who % 5) / 2, `${DUCK}と他社を比較中。迷う`),
      ...(who % 3 === 0 ? [post(name, started + 8, `${DUCK}おすすめ`)] : []),
      ...(who % 6 === 0 ? [post(name, started + 12, `${DUCK}を買ってよかった`)] : []),
      ...(who % 12 === 0 ? [post(name, started + 20, `${DUCK} 気になる`)] : []),
      ...(isAnswered ? [post(`h${who}`, wait - 3, 'はい、そうです', { inReplyTo: bee.id })] : []),
      ...(isMover ? [post(name, wait, `${BEE}と他社を比較中。迷う`)] : []),
    ]
  }).flat()
}

if (chromiumPath === undefined) {
  console.warn(
    'SKIPPED: no Chromium found for the views of Journeys; name one with CHROMIUM=/path.',
  )
}

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'the views of Journeys (%s)',
  (language) => {
    const said = { ...SAID[language], ...WORDS[language] }
    let browser: Browser
    let server: RunningServer
    let seen: Visit
    let page: Page
    let topics: Record<string, string>

    beforeAll(async () => {
      browser = await openBrowser(chromiumPath ?? '')
      server = await startServer()
      seen = await visit(browser, server.address, language)
      page = seen.page
      await page.goto(server.setupLink)
      await page.locator('[name=workspace]').fill('縁サイクル')
      await page.locator('[name=name]').fill('結子')
      await page.locator('[name=email]').fill('yuiko@views.example')
      await page.locator('[name=password]').fill('correct horse battery')
      await page.locator('[name=timeZone]').selectOption('Asia/Tokyo')
      await page.getByRole('button', { name: said.start, exact: true }).click()
      await page.waitForURL('**/import', { timeout: 60_000 })
      const all = activities()
      for (let at = 0; at < all.length; at += 100)
        await send('/activities', all.slice(at, at + 100))
      for (const name of [BEE, DUCK]) await send('/topics', { name, kind: 'own', aliases: [name] })
    }, 180_000)

    afterAll(async () => {
      await browser?.close()
      await server?.stop()
    })

    async function send(path: string, data: unknown): Promise<void> {
      const headers = { origin: new URL(server.address).origin }
      const answer = await seen.context.request.post(`/api/v1${path}`, {
        ...{ data, headers, timeout: 60_000 },
      })
      expect(answer.status(), await answer.text()).toBeLessThan(300)
    }

    async function isApplied(): Promise<boolean> {
      const answer = await seen.context.request.get('/api/v1/topics')
      const { items } = (await answer.json()) as {
        items: { id: string; name: string; isApplied: boolean }[]
      }
      topics = Object.fromEntries(items.map(({ id, name }) => [name, id]))
      return items.length === 2 && items.every((one) => one.isApplied)
    }

    /** Nothing serious for axe, nothing wider than a telephone, nothing in the console. */
    async function expectSound(name: string): Promise<void> {
      expect(await seriousOf(page)).toEqual([])
      expect(await overflowPx(page)).toBe(0)
      expect(seen.faults).toEqual([])
      const folder = process.env.ENISHI_PICTURES
      if (folder === undefined) return
      mkdirSync(folder, { recursive: true })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.screenshot({
          path: join(folder, `${name}-${language}-${colorScheme}.png`),
          fullPage: true,
        })
      }
      await page.emulateMedia({ colorScheme: 'light' })
    }

    it('keeps the view in the address, and leads from every count to as many people', async () => {
      await expect.poll(isApplied, { timeout: 60_000, interval: 200 }).toBe(true)
      await page.goto(`/journeys?topic=${topics[DUCK]}`)
      await page.getByRole('button', { name: said.flow, exact: true }).click()
      await page.waitForURL(/view=flow/)
      await page.getByText(said.halfLeft).waitFor()
      await expectSound('journeys-flow')
      const counts = await page.locator('a[data-stays]').evaluateAll((all) =>
        all.map((link) => ({
          href: link.getAttribute('href') ?? '',
          text: link.textContent ?? '',
        })),
      )
      expect(counts.length).toBeGreaterThan(6)
      for (const { href, text } of counts) {
        await page.goto(href)
        const people = page.locator('li[data-stay]')
        await people.first().waitFor()
        const more = page.getByRole('button', { name: said.more })
        const isWhole = async () => {
          await page.keyboard.press('End')
          return (
            (await more.count()) === 0 &&
            (await page.getByText(said.end, { exact: true }).count()) === 1
          )
        }
        await expect.poll(isWhole, SOON).toBe(true)
        expect([href, await people.count()]).toEqual([href, numberIn(text)])
      }
    })

    it('draws the way back that closes the cycle, and opens people and posts from it by keyboard', async () => {
      await page.goto(`/journeys?topic=${topics[DUCK]}&view=flow`)
      const closing = page.locator('.loop-band[data-way=back][data-stage=satisfaction]')
      await closing.waitFor()
      await closing.focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/ending=discovery/)
      const people = page.locator('li[data-stay]')
      await expect.poll(() => people.count(), SOON).toBe(5)
      await expectSound('journeys-stays')
      await people.first().getByRole('link').nth(1).click()
      const drawer = page.getByRole('dialog')
      await drawer.locator('.post-text').waitFor()
      await page.keyboard.press('Escape')
      await drawer.waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: said.closeList }).click()
      await expect.poll(() => people.count(), SOON).toBe(0)
    })

    it('narrows to some of the people, and says so where there are none', async () => {
      await page.goto(`/journeys?topic=${topics[DUCK]}&view=flow`)
      await page.getByLabel(said.segment, { exact: true }).selectOption('relation:media')
      await page.getByRole('heading', { name: said.nobody }).waitFor()
      expect(page.url()).toContain('segment=')
      await page.getByLabel(said.segment, { exact: true }).selectOption('language:ja')
      await page.getByText(said.halfLeft).waitFor()
    })

    it('says where people get stuck, and who is there', async () => {
      await page.goto('/journeys?view=stuck')
      await page.getByText(said.slow).first().waitFor()
      await page.getByText(said.numbers, { exact: true }).click()
      await expectSound('journeys-stuck')
      const point = page.locator('[data-verdict=slow]').first()
      const text = await point.locator('p').first().textContent()
      await point.getByRole('link').first().click()
      await page.waitForURL(/ending=ongoing/)
      const people = page.locator('li[data-stay]')
      await expect.poll(() => people.count(), SOON).toBe(30)
      expect(text).toContain('30')
    })

    it('tells segments apart where people get stuck', async () => {
      await page.goto(`/journeys?topic=${topics[BEE]}&view=stuck&by=language`)
      await page.locator('#stuck-segments').waitFor()
      await expectSound('journeys-segments')
    })

    it('shows what came before a move and calls it no cause', async () => {
      await page.goto(`/journeys?topic=${topics[BEE]}&view=before`)
      await page.getByText(said.notCause).waitFor()
      await page.getByText(said.answered).waitFor()
      await expectSound('journeys-before')
      await page.locator('tr[data-reached=answer] summary').first().click()
      await page.locator('tr[data-reached=answer] li a').nth(1).click()
      await page.getByRole('dialog').locator('.post-text').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.getByLabel(said.move, { exact: true }).selectOption('none-discovery')
      await page.waitForURL(/move=none-discovery/)
      await page.locator('tr[data-reached]').first().waitFor()
    })
  },
)

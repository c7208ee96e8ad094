import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Door, openDoor } from '#store/door.ts'
import { makePlanWorld } from '#test/plans.ts'
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
  console.warn('SKIPPED: no Chromium found for plans; name one with CHROMIUM=/path.')
}

const SAID = {
  ja: {
    title: '誰に声をかけるか',
    empty: 'まだ計画がありません',
    choose: '候補を選ぶ',
    chosen: '候補',
    find: '候補を探す',
    noMatch: '条件に合う候補はいません。',
    asTable: '表で見る',
    estimated: '推定',
    expected: /30日で \d[\d.]*人が動く見込み/,
    reason: /「Morning roasters」の 12人に言葉が届き、/,
    outcome: '目指す成果・段階',
    lacking: /人の言葉による効果が見つかっていません/,
    tasks: 'この人たちのタスクを作る',
    make: '作成',
    made: 'タスク作成済み',
    task: 'Quiet Konさんに声をかける',
    earlier: 'これまでの計画',
  },
  en: {
    title: 'Whom to talk to next',
    empty: 'There is no plan yet',
    choose: 'Choose people',
    chosen: 'Chosen',
    find: 'Find among those chosen',
    noMatch: 'Nobody chosen matches.',
    asTable: 'As a table',
    estimated: 'Estimated',
    expected: /\d[\d.]* people expected to move in 30 days/,
    reason: /Reaches 12 people of “Morning roasters”; /,
    outcome: 'Outcome or stage',
    lacking: /No effect of what people say was found/,
    tasks: 'Make tasks for these',
    make: 'Make',
    made: 'Task made',
    task: 'Talk to Quiet Kon',
    earlier: 'Earlier plans',
  },
} as const

/** A database of the test's own on the server of the run, so that it can be filled beside the pages. */
async function makeDatabase(name: string): Promise<string> {
  const url = new URL(inject('databaseUrl'))
  const client = new pg.Client(url.href)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  url.pathname = `/${name}`
  return url.href
}

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'whom to talk to next (%s)',
  (language) => {
    const said = SAID[language]
    let browser: Browser
    let server: RunningServer
    let door: Door
    let seen: Visit
    let page: Page

    beforeAll(async () => {
      browser = await openBrowser(chromiumPath ?? '')
      const connectionString = await makeDatabase(`plan_${language}_${process.pid}`)
      server = await startServer({ DATABASE_URL: connectionString })
      await makeWorkspaceThere(server, language)
      door = openDoor({ connectionString })
      seen = await visit(browser, server.address, language)
      page = seen.page
      await signInAt(page, 'owner@en.example')
    })

    afterAll(async () => {
      await browser?.close()
      await door?.close()
      await server?.stop()
    })

    async function expectSound(): Promise<void> {
      expect(await seriousOf(page)).toEqual([])
      expect(await overflowPx(page)).toBe(0)
      expect(seen.faults).toEqual([])
    }

    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const chosen = () => page.getByRole('region', { name: said.chosen, exact: true })

    it('teaches where nothing was asked yet, and is found from everywhere', async () => {
      await page.goto('/')
      await page.locator('nav a[href="/influence/plan"]').first().click()
      await page.getByRole('heading', { level: 1, name: said.title }).waitFor()
      await page.getByText(said.empty).waitFor()
      await expectSound()
    })

    it('says what is missing while nothing was measured', async () => {
      await button(said.choose).click()
      await page.locator('a[href="/influence"]').last().waitFor()
      await expectSound()
    })

    it('proposes people with reasons, an interval and what others would choose', async () => {
      const { rows } = await door.asSystem(async (tx) => ({
        rows: await tx.selectFrom('workspace').select('id').execute(),
      }))
      const id = rows[0]?.id ?? ''
      await makePlanWorld({ id, slug: '', door, run: (work) => door.inWorkspace(id, work) })
      await button(said.choose).click()
      await page.getByText(said.expected).waitFor()
      await page.getByText(said.estimated, { exact: true }).waitFor()
      const first = chosen().getByRole('listitem').first()
      await first.getByText('Quiet Kon', { exact: true }).waitFor()
      await first.getByText(said.reason).waitFor()
      await page.getByText(said.asTable).click()
      expect(await page.getByRole('table').getByRole('row').count()).toBe(5)
      await expectSound()
    })

    it('finds among those chosen, and can be left and opened again', async () => {
      const box = page.getByRole('searchbox', { name: said.find })
      await box.fill('zzz')
      await box.press('Enter')
      await page.getByText(said.noMatch).waitFor()
      await box.fill('quiet')
      await box.press('Enter')
      await chosen().getByText('Quiet Kon', { exact: true }).waitFor()
      await page.reload()
      await chosen().getByText('Quiet Kon', { exact: true }).waitFor()
      expect(await chosen().getByText('Bridge Aoi', { exact: true }).count()).toBe(0)
      await expectSound()
      await box.fill('')
      await box.press('Enter')
      await chosen().getByText('Bridge Aoi', { exact: true }).waitFor()
    })

    it('makes a task for each', async () => {
      await button(said.tasks).click()
      await expectSound()
      await button(said.make).click()
      await chosen().getByText(said.made, { exact: true }).first().waitFor()
      await button(said.tasks).waitFor({ state: 'detached' })
      await expectSound()
      await page.goto('/tasks')
      await page.getByText(said.task, { exact: true }).first().waitFor()
    })

    it('says so where no effect was found', async () => {
      await page.goto('/influence/plan')
      await page.getByRole('region', { name: said.earlier }).waitFor()
      await page.getByLabel(said.outcome).selectOption('renewal')
      await button(said.choose).click()
      await page.getByText(said.lacking).waitFor()
      await expectSound()
    })
  },
)

import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { arrivalsOf, type Circle, COFFEE, GARDEN, KEYBOARD } from '#test/communities.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language, numberIn, overflowPx, seriousOf } from './support.ts'

const WORDS = {
  ja: {
    empty: 'コミュニティはまだ見つかっていません',
    find: '今すぐ見つける',
    again: '今すぐ見つけ直す',
    bridges: '橋渡しする人の移り変わり',
    coffee: /エスプレッソマシン/,
    garden: /compost heap/,
    search: '名前で検索',
    nothing: '当てはまるコミュニティがありません',
    clear: '絞り込みを解除',
    join: '参加を検討',
    onlyJoin: '参加を検討したいものだけ',
    rename: '名前を変更',
    name: 'コミュニティの名前',
    save: '保存',
    table: '表で見る',
    overview: '概要',
    people: '人物',
    posts: '投稿',
    graph: 'つながりの図',
    born: /^\d+人で生まれた$/,
    typical: '代表的な投稿',
    picture: 'つながりの図。同じ人物は表で見られます。',
    zoomIn: '拡大',
    language: '言語',
    more: 'さらに表示',
    end: 'これで全部です',
  },
  en: {
    empty: 'No community has been found yet',
    find: 'Find them now',
    again: 'Find anew now',
    bridges: 'Bridges, lately and before',
    coffee: /エスプレッソマシン/,
    garden: /compost heap/,
    search: 'Search names',
    nothing: 'No community matches',
    clear: 'Clear filters',
    join: 'Worth joining',
    onlyJoin: 'Only those to join',
    rename: 'Rename',
    name: 'Name of the community',
    save: 'Save',
    table: 'Show as table',
    overview: 'Overview',
    people: 'People',
    posts: 'Posts',
    graph: 'Picture of ties',
    born: /^Came into being with \d+ people$/,
    typical: 'Typical posts',
    picture: 'Picture of the ties. The table has the same people.',
    zoomIn: 'Zoom in',
    language: 'Language',
    more: 'Show more',
    end: 'That is all',
  },
} as const

const CROWD = 5_000

/** As it is sent in. */
function sentOf(one: IncomingActivity) {
  const { platform, externalId: handle, displayName: name } = one.actor
  return {
    ...{ type: one.type, id: one.externalKey, actor: { platform, handle, name } },
    ...{ published: one.publishedAt?.toISOString(), content: one.content?.text },
    ...(one.parentKey === undefined ? {} : { inReplyTo: one.parentKey }),
  }
}

/** Everybody follows one account. */
function crowdOf(size: number, published: string) {
  const account = (i: number) => ({ platform: 'crowd', handle: `c${i}`, name: `Crowd ${i}` })
  return Array.from({ length: size - 1 }, (_, i) => ({
    ...{ type: 'Follow', id: `f-${i}`, published, actor: account(i + 1) },
    object: { type: 'Person', ...account(0) },
  }))
}

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'communities (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { send } = opened
    const post = (path: string, data: object) => send('POST', path, data)
    let page: Page

    async function hears(circle: Circle): Promise<void> {
      const arrivals = arrivalsOf(circle, { until: new Date(), days: 6 })
      await post('/api/v1/activities', arrivals.map(sentOf))
    }

    beforeAll(async () => {
      page = opened.page
      await post('/api/v1/topics', { name: 'トマト', kind: 'own', aliases: ['tomato'] })
      await post('/api/v1/topics', { name: 'Slug Inc', kind: 'competitor', aliases: ['slugs'] })
    })

    /** The driver says when Sigma reads what is under the pointer; nobody else has to know. */
    const faults = () => opened.seen.faults.filter((fault) => !fault.includes('GL Driver Message'))

    async function expectSound(): Promise<void> {
      expect(await seriousOf(page)).toEqual([])
      expect(await overflowPx(page)).toBe(0)
      expect(faults()).toEqual([])
    }

    const lines = () => page.locator('.community-table tbody tr')
    const bubbles = (name?: string) =>
      page.locator(`svg.bubbles a.bubble[aria-label${name === undefined ? '' : `*="${name}"`}]`)

    /** Drags over something, to and fro. */
    async function panOver(what: string): Promise<void> {
      const box = await page.locator(what).boundingBox()
      if (box === null) throw new Error(`${what} has no place`)
      const [x, y] = [box.x + box.width / 2, box.y + Math.min(300, box.height / 2)]
      await page.mouse.move(x, y)
      await page.mouse.down()
      for (let step = 0; step < 40; step++) {
        await page.mouse.move(x + 120 * Math.sin(step / 8), y + 90 * Math.cos(step / 8))
      }
      await page.mouse.up()
    }

    /** Waits until the list has this one and no other. */
    async function only(name: RegExp): Promise<void> {
      await lines().getByRole('link', { name: words.coffee }).waitFor({ state: 'detached' })
      await lines().getByRole('link', { name }).waitFor()
      expect(await lines().count()).toBe(1)
    }
    const view = (name: string) =>
      page.locator('.community-views').getByRole('link', { name, exact: true })

    it('teach what they are while there are none', async () => {
      await page.goto('/communities')
      await page.getByText(words.empty).waitFor()
      await expectSound()
    })

    it('are found when asked for: bubbles and a list', async () => {
      for (const circle of [COFFEE, GARDEN, KEYBOARD]) await hears(circle)
      await page.getByRole('button', { name: words.find }).click()
      await lines().nth(2).waitFor({ timeout: 60_000 })
      expect([await lines().count(), await bubbles().count()]).toEqual([3, 3])
      expect(await bubbles('エスプレッソ').count()).toBe(1)
      await page.getByRole('heading', { name: words.bridges }).waitFor()
      await expectSound()
    })

    it('are narrowed by name and by whether to join, and the filter is in the address', async () => {
      await page.getByLabel(words.search).fill('compost')
      await page.getByLabel(words.search).press('Enter')
      await only(words.garden)
      await page.getByLabel(words.search).fill('zzz')
      await page.getByLabel(words.search).press('Enter')
      await page.getByText(words.nothing).waitFor()
      await page.getByRole('button', { name: words.clear }).click()
      await lines().nth(2).waitFor()
      await page.getByLabel(words.onlyJoin).click()
      await only(words.garden)
      expect(page.url()).toContain('join=true')
      expect(await lines().getByText(words.join).count()).toBe(1)
      await page.getByLabel(words.onlyJoin).click()
      await lines().nth(2).waitFor()
    })

    it('open from a bubble by keyboard, with what holds them together', async () => {
      await bubbles('エスプレッソ').focus()
      await page.keyboard.press('Enter')
      await page.waitForURL('**/communities/*-*')
      await page.getByRole('heading', { name: words.coffee, level: 1 }).waitFor()
      await page.getByRole('heading', { name: words.typical }).waitFor()
      expect(await page.locator('article.post').count()).toBeGreaterThan(2)
      await page.getByText(words.born).waitFor()
      await page.getByRole('button', { name: words.table }).click()
      await expectSound()
    })

    it('lead from each figure to the posts that it counts', async () => {
      const mix = page.locator('a[href*="lang=ja"]')
      const count = numberIn(await mix.first().textContent())
      await mix.first().click()
      await page.waitForURL('**view=posts**')
      await page.locator('article.post').first().waitFor()
      while (!(await page.getByText(words.end, { exact: true }).isVisible())) {
        await page.evaluate('scrollTo(0, document.body.scrollHeight)')
        await page.waitForTimeout(100)
      }
      expect(await page.locator('article.post').count()).toBe(count)
      await page.evaluate('scrollTo(0, 0)')
    })

    it('list their people, and draw them', async () => {
      await view(words.people).click()
      await page.locator('table.plain tbody tr').nth(7).waitFor()
      expect(await page.locator('table.plain tbody tr').count()).toBe(8)
      await expectSound()
      await view(words.graph).click()
      await page.getByRole('img', { name: words.picture }).waitFor()
      await page.locator('.ties-frame canvas').first().waitFor()
      await page.getByRole('button', { name: words.zoomIn }).click()
      await expectSound()
    })

    it('keep a name that a member gives', async () => {
      await page.getByRole('button', { name: words.rename }).click()
      await page.getByLabel(words.name).fill('Barista 珈琲の会')
      await page.getByRole('button', { name: words.save }).click()
      await page.getByRole('heading', { name: 'Barista 珈琲の会' }).waitFor()
      await page.goto('/communities')
      await page.getByRole('button', { name: words.again }).click()
      await page.getByRole('button', { name: words.again }).waitFor()
      await lines().getByRole('link', { name: 'Barista 珈琲の会', exact: true }).waitFor()
    })

    // How many frames a second that makes is measured by bench/picture.ts.
    it.runIf(language === 'en')(
      `are drawn with ${CROWD} people, and panned without faults`,
      async () => {
        const all = crowdOf(CROWD, new Date(Date.now() - 86_400_000).toISOString())
        for (let at = 0; at < all.length; at += 1_000) {
          await post('/api/v1/activities', all.slice(at, at + 1_000))
        }
        await page.goto('/communities')
        await page.getByRole('button', { name: words.again }).click()
        await lines()
          .first()
          .getByRole('link', { name: '5,000', exact: true })
          .waitFor({ timeout: 120_000 })
        await lines().first().getByRole('link').first().click()
        await view(words.graph).click()
        await page.locator('.ties-frame canvas').first().waitFor({ timeout: 60_000 })
        await page.getByText(/^5,000 of 5,000 people/).waitFor()
        await panOver('.ties-frame')
        // A drag is none: nobody's page opened.
        expect(page.url()).toContain('view=graph')
        expect(faults()).toEqual([])
      },
    )
  },
)

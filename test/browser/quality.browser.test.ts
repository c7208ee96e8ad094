import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { SAID } from './quality-words.ts'
import { chromiumPath, type Language, PASSWORD, signInAt, visit } from './support.ts'

if (chromiumPath === undefined) {
  console.warn('SKIPPED: no Chromium found for quality; name one with CHROMIUM=/path.')
}

/** What has the focus: its name or, without one, its text. */
const FOCUSED = `(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)`

const TALK = join(import.meta.dirname, 'samples/talk.jsonl')

/** Words that no model knows; what they mean only whoever judges can tell. */
const SHOPS = ['駅前の店', '港の店', '坂の上の店', '商店街の店', '川沿いの店', '公園の店', '橋の店']
const TIMES = ['朝', '昼', '夕方', '夜', '週末', '休みの日', '雨の日', '雪の日', '祭りの日']
const invented = (i: number) => {
  const word = i % 2 === 0 ? 'ぽよったん' : 'しゅべろん'
  return `${TIMES[i % TIMES.length]}に${SHOPS[i % SHOPS.length]}で${i}番の席、${word}でした`
}
const INVENTED = 320
const isGood = (text: string) => text.includes('ぽよったん')

type Json = Record<string, unknown>
interface Item {
  activity: { id: string; text: string }
}

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'quality of readings (%s)',
  (language) => {
    const said = SAID[language]
    const opened = openForOwner(language, { isSignedIn: false })
    const { expectSound } = opened
    let page: Page

    beforeAll(async () => {
      page = opened.page
      await signInAt(page, 'owner@en.example')
      const talk = readFileSync(TALK, 'utf8').trim().split('\n')
      await record(talk.map((line) => JSON.parse(line) as Json))
    })

    async function ask(method: 'get' | 'put' | 'post', path: string, data?: object): Promise<Json> {
      const headers = { origin: opened.server.address }
      const options = data === undefined ? { headers } : { headers, data }
      const answer = await opened.seen.context.request[method](`/api/v1${path}`, options)
      expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true)
      const text = await answer.text()
      return text === '' ? {} : (JSON.parse(text) as Json)
    }

    async function record(activities: Json[]): Promise<void> {
      const { items } = await ask('post', '/activities', activities)
      const endings = new Set((items as Json[]).map(({ ending }) => ending))
      expect([...endings].filter((ending) => ending !== 'new' && ending !== 'updated')).toEqual([])
    }

    const focused = () => page.evaluate<string | undefined>(FOCUSED)
    const reading = async (id: string) => (await ask('get', `/activities/${id}`)).reading as Json
    const idOf = async (post: Locator) => (await post.getAttribute('data-activity')) ?? ''
    const notice = (text: string) => page.getByText(text, { exact: false }).last().waitFor()

    it('corrects a sentiment where it is shown, without moving a row, and undoes it', async () => {
      await page.goto('/listening')
      // A post of which the reader is sure, so that there is a chip to correct.
      const posts = page.locator('article[data-activity]')
      const chips = page.getByRole('button', { name: said.sentiment })
      await chips.first().waitFor()
      const post = posts.filter({ has: chips }).filter({ hasNotText: said.negative }).first()
      const id = await idOf(post)
      const own = page.locator(`article[data-activity="${id}"]`)
      const before = await reading(id)
      const next = page.locator(`li:has(article[data-activity="${id}"]) + li`)
      const from = await next.boundingBox()
      await own.getByRole('button', { name: said.sentiment }).click()
      await page.getByRole('menuitemradio', { name: said.negative }).waitFor()
      await expectSound()
      await page.getByRole('menuitemradio', { name: said.negative }).click()
      await own.getByRole('button', { name: said.sentiment }).getByText(said.negative).waitFor()
      await page.getByRole('status').filter({ hasText: said.correct }).waitFor()
      expect((await next.boundingBox())?.y).toBe(from?.y)
      await own.getByText(said.mark, { exact: true }).waitFor()
      await expect.poll(async () => (await reading(id)).sentiment).toBe('negative')
      // The offer to undo passes; how the page sounds is asked afterwards, which takes its time.
      await page.getByRole('button', { name: said.undo }).click()
      await notice(said.undone)
      await expectSound()
      await own.getByText(said.mark, { exact: true }).waitFor({ state: 'detached' })
      const after = await reading(id)
      expect(after.sentiment).toBe(before.sentiment)
      expect(after.correctedBy).toBe(null)
    })

    it('stays in a list whose filter no longer has it', async () => {
      await page.goto('/listening?sentiment=neutral')
      const chip = page.getByRole('button', { name: said.sentiment }).first()
      await chip.waitFor()
      const id = await idOf(page.locator('article[data-activity]', { has: chip }).first())
      const own = page.locator(`article[data-activity="${id}"]`)
      await page.locator('[data-live=live]').waitFor()
      const asked = page.waitForResponse((response) => response.url().includes('/activities?'))
      await own.getByRole('button', { name: said.sentiment }).click()
      await page.getByRole('menuitemradio', { name: said.positive }).click()
      // The change is told, and the newest posts are asked for again.
      await asked
      await own.getByRole('button', { name: said.sentiment }).getByText(said.positive).waitFor()
      await page.getByRole('button', { name: said.undo }).click()
      await notice(said.undone)
      expect(opened.seen.faults).toEqual([])
    })

    it('works by keyboard: adds an intent, and shows and takes it back in the history', async () => {
      await page.goto('/listening')
      const own = page.locator('article[data-activity]').first()
      const add = own.getByRole('button', { name: said.add })
      await add.focus()
      await page.keyboard.press('ArrowDown')
      await page.getByRole('menu').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'detached' })
      await expect.poll(focused).toBe(said.add)
      await page.keyboard.press('Enter')
      const feature = page.getByRole('menuitem', { name: said.feature, exact: true })
      await feature.waitFor()
      for (let step = 0; step < 12; step++) {
        if ((await focused()) === said.feature) break
        await page.keyboard.press('ArrowDown')
      }
      await page.keyboard.press('Enter')
      await own.getByRole('button', { name: said.featureChip }).waitFor()
      await own.locator('[data-list-item]').click()
      const drawer = page.getByRole('dialog')
      await drawer.getByText(said.history).click()
      // The newest comes first; the post may have been corrected before.
      await drawer.getByText(said.by).first().waitFor()
      await expectSound()
      await drawer.getByRole('button', { name: said.takeBack }).first().click()
      await drawer.getByRole('status').filter({ hasText: said.tookBack }).waitFor()
      await drawer.getByRole('button', { name: said.featureChip }).waitFor({ state: 'detached' })
      await expectSound()
      await page.keyboard.press('Escape')
      await drawer.waitFor({ state: 'detached' })
      await own.getByRole('button', { name: said.featureChip }).waitFor({ state: 'detached' })
    })

    it('confirms in one click what the reader left open', async () => {
      await page.goto('/listening?unsure=true')
      const own = page.locator('article[data-activity]').first()
      const id = await idOf(own)
      const ticks = own.getByRole('button', { name: said.right })
      const open = (await reading(id)).unsure as string[]
      const shown = await ticks.count()
      expect(shown).toBeGreaterThan(0)
      await ticks.first().click()
      await expect.poll(async () => (await reading(id)).unsure).toHaveLength(open.length - 1)
      await own.getByText(said.mark, { exact: true }).waitFor()
      await expectSound()
    })

    it('shows chips without menus to whoever may not write', async () => {
      const invited = { email: 'viewer@en.example', role: 'viewer' }
      const { token } = await ask('post', '/invitations', invited)
      const guest = await visit(opened.browser, opened.server.address, language)
      const data = { token, name: '見る人', password: PASSWORD, language }
      const headers = { origin: opened.server.address }
      await guest.context.request.post('/api/v1/join', { data, headers })
      await signInAt(guest.page, 'viewer@en.example')
      await guest.page.goto('/listening')
      await guest.page.locator('article[data-activity] .chip').first().waitFor()
      expect(await guest.page.locator('[data-chips]').count()).toBe(0)
      await guest.page.goto('/quality')
      await guest.page.getByRole('region', { name: said.verdict }).waitFor()
      expect(await guest.page.getByRole('link', { name: said.judge }).count()).toBe(0)
      expect(guest.faults).toEqual([])
      await guest.context.close()
    })

    it('says that nothing is known yet, why, and what to do', async () => {
      await page.goto('/')
      await page.getByText(said.readBy).waitFor()
      await page.goto('/quality')
      await page.getByText(said.none).waitFor()
      await page.getByText(said.notYet).first().waitFor()
      await page.getByText(said.why).click()
      await expectSound()
      await page.getByText(said.table).click()
      await expectSound()
      await page.getByText(said.bars).click()
    })

    it('audits a post by keys, blindly, and leaves one out', async () => {
      await page.getByRole('link', { name: said.judge }).click()
      await page.waitForURL('**/quality/judge?queue=audit')
      const post = page.locator('.judging article')
      await post.waitFor()
      expect(await page.locator('.judging .chip').count()).toBe(0)
      expect(await page.locator('.judging input:checked').count()).toBe(1)
      await expectSound()
      const text = await post.textContent()
      // A key that an input method is composing with chooses nothing.
      await page.evaluate(
        `dispatchEvent(new KeyboardEvent('keydown', { key: '3', isComposing: true }))`,
      )
      await page.keyboard.press('Enter')
      expect(await page.locator('.judging input:checked').count()).toBe(1)
      for (const key of ['2', '8', 'q', 'w', 'q']) await page.keyboard.press(key)
      expect(await page.locator('.judging input:checked').count()).toBe(4)
      await page.keyboard.press('Enter')
      await page.getByText(said.one, { exact: true }).waitFor()
      await expect.poll(() => post.textContent()).not.toBe(text)
      const second = await post.textContent()
      await page.keyboard.press('z')
      await expect.poll(() => post.textContent()).not.toBe(second)
      await page.getByText(said.one, { exact: true }).waitFor()
      await page.getByText(said.left).first().waitFor()
      expect(opened.seen.faults).toEqual([])
    })

    it('shows in the learning queue what the model says, and where it is unsure', async () => {
      await page.goto('/quality/judge?queue=learning')
      const post = page.locator('.judging article')
      await post.waitFor()
      await page.getByText(said.unsure).first().waitFor()
      expect(await page.locator('.judging input[name=sentiment]:checked').count()).toBe(1)
      await expectSound()
      await page.keyboard.press('Enter')
      await page.getByText(said.one, { exact: true }).waitFor()
      expect(opened.seen.faults).toEqual([])
    })

    it('shows figures from 50 audits on', async () => {
      const actor = { platform: 'shop', handle: 'taro', name: '太郎' }
      const texts = Array.from({ length: INVENTED }, (_, i) => invented(i))
      await record(
        texts.map((content, i) => ({ ...{ id: `new-${i}`, type: 'Create', actor, content } })),
      )
      await judgeAll(180)
      await page.goto('/quality')
      await page.getByText(said.audited).waitFor()
      const rows = page.getByRole('region', { name: /./ }).locator('.share-track')
      await rows.first().waitFor()
      await expectSound()
      await page.getByText(said.table).click()
      await expectSound()
    })

    /** Judges posts of the audit queue as somebody would who knows the invented words. */
    async function judgeAll(count: number): Promise<void> {
      for (let judged = 0; judged < count; ) {
        const { items } = await ask('get', '/quality/queue?queue=audit')
        expect((items as Item[]).length).toBeGreaterThan(0)
        for (const { activity } of items as Item[]) {
          await ask('post', `/quality/queue/${activity.id}`, truthOf(activity.text))
          judged += 1
        }
      }
    }

    const truthOf = (text: string) => ({
      ...{ sentiment: sentimentOf(text), stage: 'none', stance: 'none' },
      ...{ intents: [], toxicity: false },
    })
    const sentimentOf = (text: string) => {
      if (isGood(text)) return 'positive'
      return text.includes('しゅべろん') ? 'negative' : 'neutral'
    }

    it('learns the words of the workspace, reads old posts again, and goes back', async () => {
      await teach()
      await page.goto('/quality')
      await page.getByRole('button', { name: said.train }).click()
      const models = page.getByRole('region', { name: said.models, exact: true }).first()
      const learnt = models.getByRole('row').filter({ hasText: '+1' })
      await learnt.getByText(said.better).waitFor({ timeout: 120_000 })
      await learnt.getByText(said.running).waitFor()
      await expectSound()
      await expect
        .poll(async () => (await ask('get', '/quality')).rereading, { timeout: 60_000 })
        .toBe(null)
      const { readBy } = (await ask('get', '/quality')) as { readBy: { model: string }[] }
      expect(readBy.every(({ model }) => model.endsWith('+1'))).toBe(true)
      await learnt.getByText(said.compared).waitFor()
      await seeWhy()
      await models.getByRole('button', { name: said.use }).click()
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      await expectSound()
      await dialog.getByRole('button', { name: said.useIt }).click()
      await models.getByText(said.chosen).first().waitFor()
      expect(await ask('get', '/quality')).toMatchObject({
        running: expect.not.stringContaining('+'),
      })
      await expectSound()
    })

    /** From the change of the model to a post that nobody judged, and to the words that moved it. */
    async function seeWhy(): Promise<void> {
      await page.reload()
      const moved = page.getByRole('link', { name: said.moved }).first()
      await moved.waitFor()
      await expectSound()
      await moved.click()
      await page.waitForURL('**/listening?moved=*')
      await page.getByText(said.movedNote).waitFor()
      await page.locator('article[data-activity]').first().waitFor()
      const id = await untaughtPost(new URL(page.url()).searchParams.get('moved') ?? '')
      await page.goto(`/listening?post=${id}`)
      const drawer = page.getByRole('dialog')
      await drawer.getByText(said.history).click()
      await drawer.getByText(said.whyMoved).first().click()
      const words = drawer.getByRole('list', { name: said.pulled }).first()
      await words.waitFor()
      expect(await words.locator('[data-for=true]').count()).toBeGreaterThan(0)
      await drawer.getByText(said.taughtBy).first().waitFor()
      await expectSound()
      await page.keyboard.press('Escape')
      await drawer.waitFor({ state: 'detached' })
      await page.goto('/quality')
    }

    /** A post that nobody judged, of which a change of the model moved the sentiment. */
    async function untaughtPost(run: string): Promise<string> {
      const { items } = await ask('get', `/activities?moved=${run}&limit=200`)
      for (const { id } of items as { id: string }[]) {
        const history = (await ask('get', `/activities/${id}/corrections`)) as {
          corrections: unknown[]
          moves: { moved: { part: string }[] }[]
        }
        const parts = history.moves[0]?.moved.map(({ part }) => part)
        if (history.corrections.length === 0 && parts?.includes('sentiment') === true) return id
      }
      throw new Error('No post that nobody judged was moved')
    }

    /** Corrects invented posts that no audit has judged. */
    async function teach(): Promise<void> {
      const { items } = (await ask('get', '/activities?q=%E5%B8%AD&limit=200')) as {
        items: { id: string; text: string }[]
      }
      const wanted = items.filter(({ text }) => sentimentOf(text) !== 'neutral')
      for (const { id, text } of wanted.slice(0, 120)) {
        await ask('put', `/activities/${id}/reading`, { sentiment: sentimentOf(text) })
      }
    }
  },
)

import type { Page, Route } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language, overflowPx, seriousOf } from './support.ts'

if (chromiumPath === undefined) {
  console.warn('SKIPPED: no Chromium found for readings; name one with CHROMIUM=/path.')
}

const TITLE = '届いた掃除機'
const TEXT = '最悪。すぐ壊れた。でも色はよい。ほかの店で買い直したほうがいいですか？'
/** In title and text joined by a line break. */
const at = (words: string) => `${TITLE}\n${TEXT}`.indexOf(words)
const piece = (of: string, text: string, weight: number, label?: string) => ({
  ...{ of, text, weight, start: at(text), end: at(text) + text.length },
  ...(label === undefined ? {} : { label }),
})

/** What a reader could say of the post; the pages are to show it whatever reader the server has. */
const READ = {
  ...{ sentiment: 'negative', sentimentConfidence: 0.9, stage: 'satisfaction', stance: 'against' },
  ...{ intents: ['question', 'complaint', 'churn'], isToxic: true, toxicity: 0.9, novelty: 0.95 },
  ...{ stanceConfidence: 0.9, isNew: true, isOther: true },
  saidBy: { sentiment: 'member', question: 'language-model' },
  ...{ unsure: ['stage', 'churn'], model: 'base-1' },
  correctedBy: { id: '0197a000-0000-7000-8000-000000000001', name: '新任 花子' },
}
const EVIDENCE = [
  piece('sentiment', '最悪', 3, 'negative'),
  piece('sentiment', '壊れた', 1, 'negative'),
  piece('sentiment', 'よい', 2, 'positive'),
  piece('sentiment', '掃除機', 0.5, 'negative'),
  piece('question', 'ですか？', 2),
]

const BORDER = "getComputedStyle(document.querySelector('.chip-open')).borderStyle"

const SAID = {
  ja: {
    chips: [
      '否定',
      '質問',
      '苦情',
      '攻撃的な表現',
      'モデルが初めて見る内容',
      'ほか',
      '言語モデル',
      'メンバー',
      '訂正済み (新任 花子)',
    ],
    open: ['段階: 購買後？', '離脱のおそれ: あり？'],
    explain: '本文に示す根拠',
    parts: ['感情: 否定', '質問', '話題が出てくる箇所'],
    marks: ['掃除機(支える)', '最悪(強く支える)', '壊れた(支える)', 'よい(強く反する)'],
    table: '根拠の一覧 (5件)',
    row: '感情: 肯定',
    ...{ intent: '意図', abuse: '攻撃的な表現', leftOpen: '未判定の項目', no: 'なし' },
    ...{ nothing: '当てはまる投稿がありません', save: 'この検索を保存', keep: '保存' },
    ...{ name: '名前', byIntent: '意図', seen: '質問: 4件の投稿を見る' },
    oneTap: '判定をひと押しで訂正',
    tapped: [
      ['感情', '肯定'],
      ['段階', '購買評価'],
    ],
  },
  en: {
    chips: [
      'Negative',
      'Question',
      'Complaint',
      'abusive',
      'new to the reader',
      'other',
      'language model',
      'member',
    ],
    open: ['Stage: satisfaction?', 'Is leaving: yes?'],
    explain: 'Show in the text why',
    parts: ['Sentiment: negative', 'Question', 'Where topics are named'],
    marks: ['掃除機(for)', '最悪(strongly for)', '壊れた(for)', 'よい(strongly against)'],
    table: 'All the evidence as a table (5)',
    row: 'Sentiment: positive',
    ...{ intent: 'Intent', abuse: 'Abuse', leftOpen: 'Left open', no: 'No' },
    ...{ nothing: 'No posts match', save: 'Save this search', keep: 'Save' },
    ...{ name: 'Name', byIntent: 'Intents', seen: 'Question: see 4 posts' },
    oneTap: 'Correct the reading in one tap',
    tapped: [
      ['Sentiment', 'Positive'],
      ['Stage', 'Evaluation'],
    ],
  },
} as const

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'readings on the pages (%s)',
  (language) => {
    const said = SAID[language]
    const opened = openForOwner(language)
    const { expectSound } = opened
    let page: Page

    beforeAll(async () => {
      page = opened.page
      const headers = { origin: opened.server.address }
      const { request } = opened.seen.context
      const actor = { platform: 'shop', handle: 'hanako', name: '山田 花子' }
      const post = { id: 'r1', type: 'Create', actor, title: TITLE, content: TEXT, lang: 'ja' }
      const answer = await request.post('/api/v1/activities', { data: post, headers })
      expect(await answer.json()).toMatchObject({ items: [{ ending: 'new' }] })
    })

    /** Lets the server answer, and has its answer changed on the way to the page. */
    const changed = (change: (answer: Json) => Json) => async (route: Route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: change((await response.json()) as Json) })
    }
    type Json = Record<string, unknown>
    const read = (one: Json): Json => ({ ...one, reading: { ...(one.reading as Json), ...READ } })
    const inList = ({ items, ...rest }: Json) => ({ ...rest, items: (items as Json[]).map(read) })

    it('shows what holds, what is open, abuse, novelty and who corrected it', async () => {
      await page.route('**/api/v1/activities?*', changed(inList))
      await page.route('**/api/v1/activities', changed(inList))
      await page.goto('/listening')
      const post = page.locator('article[data-activity]')
      for (const chip of said.chips) await post.getByText(chip, { exact: true }).waitFor()
      for (const open of said.open) await post.getByText(open, { exact: true }).waitFor()
      expect(await page.evaluate(BORDER)).toBe('dashed')
      await expectSound()
    })

    it('shows in the text what spoke for it and against it, part by part', async () => {
      const whole = changed((one) => ({ ...read(one), evidence: EVIDENCE }))
      await page.route('**/api/v1/activities/*', whole)
      await page.locator('[data-list-item]').first().click()
      const drawer = page.getByRole('dialog')
      const choice = drawer.getByLabel(said.explain)
      await choice.waitFor()
      expect(await choice.locator('option').allTextContents()).toEqual(said.parts)
      expect(await drawer.locator('mark').allTextContents()).toEqual(said.marks)
      expect(await drawer.locator('mark[data-for=false]').allTextContents()).toEqual([
        said.marks[3],
      ])
      await expectSound()
      // By keyboard, as everything.
      await choice.focus()
      await page.keyboard.press('ArrowDown')
      await expect
        .poll(() => drawer.locator('mark').allTextContents())
        .toEqual([expect.stringMatching(/^ですか？/)])
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => drawer.locator('mark').count()).toBe(0)
      expect(await choice.inputValue()).toBe('topics')
      await page.keyboard.press('ArrowUp')
      await expect.poll(() => drawer.locator('mark').count()).toBe(1)
      await drawer.getByText(said.table).click()
      await drawer.getByRole('cell', { name: said.row }).waitFor()
      await expectSound()
      await page.keyboard.press('Escape')
      await drawer.waitFor({ state: 'detached' })
      await page.unrouteAll()
    })

    it('narrows the list by intent, abuse and what is open, and keeps that in a saved search', async () => {
      await page.goto('/listening')
      await page.getByLabel(said.intent, { exact: true }).selectOption('spam')
      await page.getByText(said.nothing).waitFor()
      await page.getByLabel(said.intent, { exact: true }).selectOption('')
      await page.getByLabel(said.abuse, { exact: true }).selectOption('false')
      await page.getByLabel(said.leftOpen, { exact: true }).selectOption('false')
      await page.waitForURL('**/listening?toxic=false&unsure=false')
      await page.getByRole('button', { name: said.save }).waitFor()
      await expectSound()
      await page.getByRole('button', { name: said.save }).click()
      const form = page.getByRole('dialog')
      await form.getByLabel(said.name).fill('穏やか')
      await form.getByRole('button', { name: said.keep, exact: true }).click()
      await form.waitFor({ state: 'detached' })
      await page.goto('/listening')
      await page.getByRole('link', { name: '穏やか' }).click()
      await page.waitForURL('**/listening?toxic=false&unsure=false')
      expect(await page.getByLabel(said.abuse, { exact: true }).inputValue()).toBe('false')
      expect(opened.seen.faults).toEqual([])
    })

    it('corrects sentiment and stage in one tap where the opened post is touched', async () => {
      const touching = await opened.browser.newContext({
        ...{ baseURL: opened.server.address, hasTouch: true, isMobile: true },
        ...{ viewport: { width: 390, height: 844 }, colorScheme: 'light' },
        ...{ storageState: await opened.seen.context.storageState() },
      })
      const phone = await touching.newPage()
      const listed = await opened.seen.context.request.get('/api/v1/activities')
      const { id } = (await listed.json()).items[0] as { id: string }
      await phone.goto(`/listening?post=${id}`)
      const choices = phone.getByRole('dialog').getByRole('region', { name: said.oneTap })
      const choice = (part: string, label: string) =>
        choices.getByRole('group', { name: part }).getByRole('button', { name: label, exact: true })
      for (const [part, label] of said.tapped) {
        await choice(part, label).tap()
        await choices.locator('[aria-pressed=true]', { hasText: label }).waitFor()
      }
      const read = async () => {
        const answer = await opened.seen.context.request.get(`/api/v1/activities/${id}`)
        const { sentiment, stage, saidBy } = (await answer.json()).reading
        return { sentiment, stage, by: [saidBy.sentiment, saidBy.stage] }
      }
      const corrected = { sentiment: 'positive', stage: 'evaluation', by: ['member', 'member'] }
      await expect.poll(read).toEqual(corrected)
      expect(await overflowPx(phone)).toBe(0)
      expect(await seriousOf(phone)).toEqual([])
      await touching.close()
      // Under a mouse the chips' own menus do it: nothing stands there twice.
      await page.goto(`/listening?post=${id}`)
      const section = page.getByRole('dialog').locator('.reading-choices')
      await section.waitFor({ state: 'attached' })
      expect(await section.isVisible()).toBe(false)
    })

    it('counts posts by intent on Home, each leading to its posts', async () => {
      await page.goto('/')
      const intents = page.getByRole('region', { name: said.byIntent, exact: true })
      await intents.waitFor()
      await expectSound()
      const counted = ({ total, ...rest }: Json) => {
        const known = total as { byIntent: Json }
        const none = Object.fromEntries(Object.keys(known.byIntent).map((intent) => [intent, 0]))
        const byIntent = { ...none, question: 4, complaint: 1 }
        return { ...rest, total: { ...known, byIntent, toxic: 2 } }
      }
      await page.route('**/api/v1/overview*', changed(counted))
      await page.reload()
      await intents.getByRole('row').nth(3).waitFor()
      expect(await intents.locator('tbody th').allTextContents()).toEqual([
        said.chips[1],
        said.chips[2],
        said.abuse,
      ])
      await expectSound()
      await intents.getByRole('link', { name: said.seen }).click()
      await page.waitForURL(/\/listening\?.*intent=question/)
      expect(opened.seen.faults).toEqual([])
    })
  },
)

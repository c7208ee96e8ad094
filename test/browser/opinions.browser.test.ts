import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language, numberIn } from './support.ts'

const WORDS = {
  ja: {
    empty: '繰り返し語られている意見はまだありません',
    group: '今すぐまとめ直す',
    noisy: /うるさ/,
    rename: '名前を変更',
    name: '日本語の名前',
    save: '保存',
    table: '表で見る',
    choose: /^「.*」を選ぶ$/,
    merge: '1つにまとめる',
    undo: /を取り消す$/,
    post: /の投稿を選ぶ$/,
    splitName: '新しい意見の名前',
    split: '分ける',
    all: /^すべての投稿から選ぶ/,
    stances: /件（声\d+）/,
    search: '名前で検索',
    nothing: '当てはまる意見がありません',
  },
  en: {
    empty: 'No opinion recurs yet',
    group: 'Find anew now',
    noisy: /nois/i,
    rename: 'Rename',
    name: 'Name in English',
    save: 'Save',
    table: 'Show as table',
    choose: /^Choose “.*”$/,
    merge: 'Merge',
    undo: /^Undo: /,
    post: /^Choose the post by /,
    splitName: 'Name of the new opinion',
    split: 'Split',
    all: /^Choose among all/,
    stances: /posts? \(\d+ voices?\)/,
    search: 'Search names',
    nothing: 'No opinion matches',
  },
} as const

const SAID = [
  'Yurari is so noisy.',
  'ユラリ、うるさいです。',
  'ユラリはうるさい。朝は使えない。',
  'The Yurari is very noisy, my cat runs away.',
  'ユラリK1、とにかくうるさい。',
  'Yurari is beautiful.',
  'ユラリはおしゃれ。',
  'ユラリ、おしゃれで気に入ってる。',
  'What a beautiful thing, this Yurari.',
]

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'opinions (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { expectSound, send } = opened
    const post = (path: string, data: object) => send('POST', path, data)
    let page: Page

    beforeAll(async () => {
      page = opened.page
      await post('/api/v1/topics', { name: 'ユラリ', kind: 'own', aliases: ['ユラリ', 'Yurari'] })
    })

    const lines = () => page.locator('.opinion-table tbody tr')

    it('teach what they are while there are none', async () => {
      await page.goto('/opinions')
      await page.getByText(words.empty).waitFor()
      await expectSound()
    })

    it('are found when asked for, and narrowed', async () => {
      const now = Date.now()
      await post(
        '/api/v1/activities',
        SAID.map((content, i) => ({
          type: 'Create',
          id: `said-${i}`,
          actor: { platform: 'forum', handle: `speaker-${i}`, name: `Speaker ${i}` },
          published: new Date(now - i * 86_400_000).toISOString(),
          object: { type: 'Note', id: `said-${i}`, content },
        })),
      )
      await page.getByRole('button', { name: words.group }).click()
      await page.getByRole('link', { name: words.noisy }).first().waitFor()
      expect(await lines().count()).toBe(2)
      await page.getByText(words.stances).first().waitFor()
      await expectSound()
      await page.getByLabel(words.search).fill('zzz')
      await page.getByLabel(words.search).press('Enter')
      await page.getByText(words.nothing).waitFor()
      await page.getByLabel(words.search).fill('')
      await page.getByRole('link', { name: words.noisy }).first().waitFor()
    })

    it('lead to the posts that they count', async () => {
      const line = lines().filter({ hasText: words.noisy })
      const link = line.getByRole('link').nth(1)
      const posts = numberIn(await link.textContent())
      await link.click()
      await page.waitForURL('**/listening?*opinion=*')
      await page
        .locator('article.post')
        .nth(posts - 1)
        .waitFor()
      expect(await page.locator('article.post').count()).toBe(posts)
      await page.goBack()
    })

    it('are renamed in place, and shown with their days as a table', async () => {
      await page.getByRole('link', { name: words.noisy }).first().click()
      await page.waitForURL('**/opinions/*')
      await page.getByRole('button', { name: words.table }).click()
      await expectSound()
      await page.getByRole('button', { name: words.rename }).click()
      await page.getByLabel(words.name).fill('Loud 大きな音')
      await page.getByRole('button', { name: words.save }).click()
      await page.getByRole('heading', { name: 'Loud 大きな音' }).waitFor()
      await page.getByText('Owner').or(page.getByText(/ · /)).first().waitFor()
      await page.getByRole('button', { name: words.undo }).click()
      await page.getByRole('heading', { name: words.noisy, level: 1 }).waitFor()
    })

    it('are split and put together again by keyboard', async () => {
      await page.getByRole('button', { name: words.all }).press('Enter')
      await page.getByRole('checkbox', { name: words.post }).nth(4).waitFor()
      await expectSound()
      await page.getByRole('checkbox', { name: words.post }).first().focus()
      await page.keyboard.press('Space')
      await page.getByLabel(words.splitName).fill('Apart 別の話')
      await page.getByRole('button', { name: words.split, exact: true }).press('Enter')
      await page.getByRole('heading', { name: 'Apart 別の話' }).waitFor()
      await page.goto('/opinions')
      await page.getByRole('link', { name: 'Apart 別の話', exact: true }).waitFor()
      expect(await lines().count()).toBe(3)
      for (const line of await lines()
        .filter({ hasText: /Apart|うるさ|nois/i })
        .all()) {
        await line.getByRole('checkbox', { name: words.choose }).focus()
        await page.keyboard.press('Space')
      }
      await page.getByRole('button', { name: words.merge }).press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      await expectSound()
      await dialog.getByRole('button', { name: words.merge }).press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await page
        .getByRole('link', { name: 'Apart 別の話', exact: true })
        .waitFor({ state: 'detached' })
      expect(await lines().count()).toBe(2)
      await expectSound()
    })
  },
)

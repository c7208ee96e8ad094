import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language } from './support.ts'

const WORDS = {
  ja: {
    sentence: '話したのは2の声です。',
    voices: '声',
    byTopic: '話題ごと',
    share: '自社と競合の話題量',
    ofVoices: /自社の話題は、競合と合わせた声の67%/,
    table: '表で見る',
    days: '日ごとの投稿数の表',
    add: '判定を加える',
    other: 'ほか (どれでもない)',
    mark: 'メンバー',
    isOther: /^ほか \(訂正する\)/,
    wrong: /^「ほか」ではない/,
  },
  en: {
    sentence: 'They are 2 voices.',
    voices: 'Voices',
    byTopic: 'By topic',
    share: 'Share of voice',
    ofVoices: /67% of the voices about us and our competitors are about us/,
    table: 'Show as table',
    days: 'Table of posts per day',
    add: 'Add what is missing',
    other: 'Other (none of these)',
    mark: 'member',
    isOther: /^other \(correct it\)/,
    wrong: /^Not “other”/,
  },
} as const

const SAID = [
  ['hana', 'ユラリ、静かで助かる。'],
  ['hana', 'ユラリをもう一台買った。'],
  ['taro', 'ユラリとサラリで迷う。'],
] as const

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'voices beside posts (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { expectSound, send } = opened
    const post = (path: string, data: object) => send('POST', path, data)
    let page: Page

    beforeAll(async () => {
      page = opened.page
      await post('/api/v1/topics', { name: 'ユラリ', kind: 'own', aliases: ['ユラリ'] })
      await post('/api/v1/topics', { name: 'サラリ', kind: 'competitor', aliases: ['サラリ'] })
      await post(
        '/api/v1/activities',
        SAID.map(([handle, content], i) => ({
          type: 'Create',
          id: `said-${i}`,
          actor: { platform: 'forum', handle, name: handle },
          published: new Date(Date.now() - (i + 1) * 3_600_000).toISOString(),
          object: { type: 'Note', id: `said-${i}`, content },
        })),
      )
    })

    it('are told on Home: in the sentence, of topics, of days and as the share', async () => {
      await page.goto('/')
      await page.getByText(words.sentence).waitFor()
      const topics = page.getByRole('region', { name: words.byTopic })
      await topics.getByRole('columnheader', { name: words.voices }).waitFor()
      const line = topics.getByRole('row', { name: /ユラリ/ }).getByRole('cell')
      expect((await line.allTextContents()).slice(1, 3)).toEqual(['3', '2'])
      const share = page.getByRole('region', { name: words.share })
      await share.getByText(words.ofVoices).waitFor()
      await expectSound()
      await page.getByRole('button', { name: words.table }).first().click()
      const days = page.getByRole('region', { name: words.days })
      await days.getByRole('columnheader', { name: words.voices }).waitFor()
      await expectSound()
    })

    it('are told beside the posts of each topic', async () => {
      await page.goto('/topics')
      const cells = page.getByRole('row', { name: /ユラリ/ }).getByRole('cell')
      const counts = async () =>
        (await cells.allTextContents()).slice(1, 3).map((told) => Number.parseInt(told, 10))
      await expect.poll(counts).toEqual([3, 2])
      await expectSound()
    })

    it('let a member say that a post is something else, and take it back in one click', async () => {
      await page.goto('/listening')
      const first = page.locator('article.post').first()
      await first.getByRole('button', { name: words.add }).press('Enter')
      await page.getByRole('menuitem', { name: words.other }).press('Enter')
      await first.getByRole('button', { name: words.isOther }).waitFor()
      await first.getByText(words.mark, { exact: true }).first().waitFor()
      await expectSound()
      await first.getByRole('button', { name: words.wrong }).press('Enter')
      await first.getByRole('button', { name: words.isOther }).waitFor({ state: 'detached' })
      await expectSound()
    })
  },
)

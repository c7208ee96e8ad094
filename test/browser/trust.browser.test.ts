import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import {
  chromiumPath,
  type Language,
  overflowPx,
  PASSWORD,
  seriousOf,
  type Visit,
  visit,
} from './support.ts'

const WORDS = {
  ja: {
    audit: '監査記録',
    about: '種類',
    relations: '関係区分',
    verify: '連鎖を検証',
    intact: /改ざんはありません/,
    clear: '絞り込みを外す',
    privacy: '個人情報',
    looks: '一覧・検索・書き出し',
    place: '人物',
    rules: '利用目的と保存期間',
    textDays: /残す日数/,
    save: '保存',
    saved: '保存しました',
    stop: '利用を停止…',
    resume: '利用停止を解除…',
    reason: '理由',
    why: '解除する理由',
    stopped: '利用停止中',
    bell: /^通知 \(未確認1件\)$/,
    mine: 'あなた宛て',
    named: /メモであなたへの言及/,
    read: /^既読にする/,
    unread: /^未読に戻す/,
  },
  en: {
    audit: 'Audit trail',
    about: 'About',
    relations: 'Relations',
    verify: 'Verify the chain',
    intact: /^Intact/,
    clear: 'Clear the filters',
    privacy: 'Personal data',
    looks: 'Lists, searches, exports',
    place: 'People',
    rules: 'Purpose and retention',
    textDays: /Days to keep texts/,
    save: 'Save',
    saved: 'Saved',
    stop: 'Stop use of their data…',
    resume: 'Use their data again…',
    reason: 'Reason',
    why: 'Why it is used again',
    stopped: 'Use of this person’s data is stopped',
    bell: /^Alerts \(1 unseen\)$/,
    mine: 'For you',
    named: /Named you in a note/,
    read: /^Mark as read/,
    unread: /^Mark as unread/,
  },
} as const

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'what a company can be trusted with (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    let page: Page
    let person: string
    let owner: string

    async function send(of: Visit, path: string, data: object) {
      const headers = { origin: opened.server.address }
      const answer = await of.context.request.post(path, { data, headers, timeout: 90_000 })
      expect(answer.status(), await answer.text()).toBeLessThan(300)
      return answer.status() === 204 ? null : answer.json()
    }

    beforeAll(async () => {
      page = opened.page
      const said = { id: '1', type: 'Create', content: 'x', published: '2026-11-01T00:00:00Z' }
      const actor = { platform: 'shop', handle: 'taro', name: '山田 太郎' }
      await send(opened.seen, '/api/v1/activities', [{ ...said, actor }])
      const people = await (await opened.seen.context.request.get('/api/v1/people')).json()
      person = people.items[0]?.id ?? ''
      const members = await (await opened.seen.context.request.get('/api/v1/members')).json()
      owner = members.items[0]?.id ?? ''
      await send(opened.seen, `/api/v1/people/${person}/relations`, { kind: 'customer' })
      await page.goto('/')
    })

    async function expectSound(shot: string): Promise<void> {
      const folder = process.env.ENISHI_SHOTS
      if (folder !== undefined) await page.screenshot({ path: `${folder}/${shot}-${language}.png` })
      expect(await seriousOf(page)).toEqual([])
      expect(await overflowPx(page)).toBe(0)
      expect(opened.seen.faults).toEqual([])
    }

    it('lists what was done, finds it, and says that the chain holds', async () => {
      await page.getByRole('link', { name: words.audit, exact: true }).click()
      await page.getByRole('row').nth(1).waitFor()
      await page.getByLabel(words.about).selectOption(words.relations)
      await page.getByRole('row').filter({ hasText: '山田 太郎' }).waitFor()
      expect(await page.getByRole('row').count()).toBe(2)
      await page.getByRole('button', { name: words.verify }).click()
      await page.getByText(words.intact).waitFor()
      await expectSound('audit')
      await page.keyboard.press('/')
      await page.keyboard.type('誰もいない')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: words.clear }).click()
      await page.getByRole('row').nth(2).waitFor()
      await page.setViewportSize({ width: 390, height: 800 })
      await expectSound('audit-narrow')
      await page.setViewportSize({ width: 1280, height: 800 })
    })

    it('shows who saw how many people, and keeps the days of texts', async () => {
      await page.getByRole('link', { name: words.privacy, exact: true }).click()
      await page.getByRole('button', { name: words.looks, exact: true }).click()
      await page.getByRole('row').filter({ hasText: words.place }).first().waitFor()
      await expectSound('looks')
      await page.getByRole('button', { name: words.rules, exact: true }).click()
      await page.getByLabel(words.textDays).fill('365')
      await page.getByRole('button', { name: words.save, exact: true }).click()
      await page.getByText(words.saved).waitFor()
      await page.reload()
      await page.getByLabel(words.textDays).waitFor()
      expect(await page.getByLabel(words.textDays).inputValue()).toBe('365')
      await expectSound('rules')
    })

    it('stops the use of somebody’s data, says so, and lifts it again', async () => {
      await page.goto(`/people/${person}`)
      await page.getByRole('button', { name: words.stop }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words.reason).fill('本人の求め')
      await expectSound('stop-dialog')
      await dialog.getByLabel(words.reason).press('Enter')
      await page.getByRole('status').getByText(words.stopped).waitFor()
      await expectSound('stopped')
      await page.getByRole('button', { name: words.resume }).click()
      await dialog.getByLabel(words.why).fill('改めて同意')
      await dialog.getByLabel(words.why).press('Enter')
      await page.getByRole('button', { name: words.stop }).waitFor()
    })

    it('tells at once that a colleague named me, until I have read it', async () => {
      const wanted = { email: 'other@en.example', name: '佐藤', role: 'member' }
      const { token } = await send(opened.seen, '/api/v1/invitations', wanted)
      const colleague = await visit(opened.browser, opened.server.address, language)
      const joining = { token, name: '佐藤', password: PASSWORD, language }
      await send(colleague, '/api/v1/join', joining)
      const account = { email: 'other@en.example', password: PASSWORD }
      await send(colleague, '/api/auth/sign-in/email', account)
      await page.goto('/')
      await page.getByRole('heading').first().waitFor()
      const about = { kind: 'person', id: person }
      await send(colleague, '/api/v1/notes', { about, text: '@縁 結子 確認を', mentions: [owner] })
      await page.getByRole('button', { name: words.bell }).click()
      await page.getByRole('heading', { name: words.mine }).waitFor()
      await page.getByText(words.named).waitFor()
      await expectSound('notices')
      await page.getByRole('button', { name: words.read }).click()
      await page.getByRole('button', { name: words.unread }).click()
      await page.getByRole('button', { name: words.read }).waitFor()
      await page.getByRole('link', { name: words.named }).press('Enter')
      await page.waitForURL((url) => url.pathname === `/people/${person}`)
      await page.getByRole('button', { name: words.bell }).waitFor({ state: 'detached' })
    })
  },
)

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Receiver, signersOf, startReceiver } from '#test/webhooks.ts'
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
  console.warn('SKIPPED: no Chromium found for the webhooks; name one with CHROMIUM=/path.')
}

const SAID = {
  ja: {
    empty: 'Webhook はまだありません',
    add: 'Webhook を作る',
    tasks: 'タスク',
    allTasks: 'タスクのすべて',
    plain: /暗号化されずに/,
    save: '保存',
    done: '保存しました',
    none: 'まだ何も送っていません。',
    test: 'テストを送る',
    delivered: '届いた',
    body: '1 番の内容を表示',
    again: '1 番を再送',
    twice: /試行 2回/,
    trouble: /この時刻から届いていません/,
    answered: /応答 500/,
    allAgain: '未達をすべて再送',
    renew: 'シークレットを更新',
    old: '以前のシークレット',
    noMatch: '条件に合うものはありません。',
    remove: '削除',
    gone: '停止（受信側が終了）',
    on: '有効にする',
    pause: '一時停止',
    missed: '停止中の変更',
    withMissed: '停止中の変更も（1件）',
    kind: '種類',
  },
  en: {
    empty: 'There are no webhooks yet',
    add: 'Make a webhook',
    tasks: 'Tasks',
    allTasks: 'All about tasks',
    plain: /travels unencrypted/,
    save: 'Save',
    done: 'I have kept it',
    none: 'Nothing was sent yet.',
    test: 'Send a test',
    delivered: 'Delivered',
    body: 'Body of number 1',
    again: 'Send again: number 1',
    twice: /2 attempts/,
    trouble: /Nothing has got through since/,
    answered: /answered 500/,
    allAgain: 'Send all undelivered again',
    renew: 'New secret',
    old: 'Old secret',
    noMatch: 'Nothing matches.',
    remove: 'Delete',
    gone: 'Off: it wants no more',
    on: 'Turn on',
    pause: 'Pause',
    missed: 'Missed while off',
    withMissed: 'Also what was missed (1 change)',
    kind: 'Kind',
  },
} as const

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'webhooks (%s)',
  (language) => {
    const said = SAID[language]
    let browser: Browser
    let server: RunningServer
    let receiver: Receiver
    let seen: Visit
    let page: Page
    let secret = ''

    beforeAll(async () => {
      browser = await openBrowser(chromiumPath ?? '')
      receiver = await startReceiver()
      server = await startServer({ ENISHI_ALLOW_HOSTS: '127.0.0.1' })
      await makeWorkspaceThere(server, language)
      seen = await visit(browser, server.address, language)
      page = seen.page
      await signInAt(page, 'owner@en.example')
    })

    afterAll(async () => {
      await browser?.close()
      await server?.stop()
    })

    async function expectSound(): Promise<void> {
      expect(await seriousOf(page)).toEqual([])
      expect(await overflowPx(page)).toBe(0)
      expect(seen.faults).toEqual([])
    }

    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const states = (state: string) => page.locator(`.delivery-state[data-state=${state}]`).count()

    it('teaches where there is none yet, and is found in the navigation', async () => {
      await page.getByRole('link', { name: /^(Webhook 通知|Webhooks)$/ }).click()
      await page.getByText(said.empty).waitFor()
      await expectSound()
    })

    it('is made with the changes that are chosen, and shows its secret once', async () => {
      await button(said.add).click()
      await page.locator('[name=name]').fill('社内の受け口')
      await page.locator('[name=address]').fill(`${receiver.origin}/enishi?key=hidden`)
      await page.getByText(said.plain).waitFor()
      await page.locator('summary', { hasText: said.tasks }).click()
      await page.getByLabel(said.allTasks).check()
      await expectSound()
      await button(said.save).click()
      secret = await page.locator('[name=secret]').inputValue()
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
      await expectSound()
      await button(said.done).click()
      await page.getByText('社内の受け口').waitFor()
      await page.reload()
      await page.getByText('社内の受け口').waitFor()
      expect(await page.content()).not.toContain(secret)
      await expectSound()
    })

    it('takes a test, and shows what was sent and answered', async () => {
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await page.getByText(said.none).waitFor()
      await expectSound()
      await button(said.test).click()
      await expect.poll(() => states('delivered'), { timeout: 20_000 }).toBe(1)
      expect(receiver.heard.map((one) => signersOf(one, [secret]))).toEqual([[secret]])
      await button(said.body).click()
      await page.locator('pre.delivery-body', { hasText: 'webhook.test' }).waitFor()
      await expectSound()
      await button(said.again).click()
      await page.getByText(said.twice).waitFor()
      expect(receiver.heard[1]?.text).toBe(receiver.heard[0]?.text)
    })

    it('is told of what happens, and says when nothing gets through', async () => {
      receiver.answer = { status: 500 }
      const made = await page.evaluate(
        `fetch('/api/v1/tasks', { method: 'POST', headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ title: '電話' }) }).then((answer) => answer.status)`,
      )
      expect(made).toBe(201)
      await expect
        .poll(
          async () => {
            await page.reload()
            await page.locator('.delivery-item').first().waitFor()
            return page.getByText(said.answered).count()
          },
          { timeout: 20_000 },
        )
        .toBe(1)
      await page.getByText(said.trouble).waitFor()
      await expectSound()
      receiver.answer = { status: 200 }
      await button(said.allAgain).click()
      await expect.poll(() => states('delivered'), { timeout: 20_000 }).toBe(2)
      expect(receiver.heard.at(-1)?.body.type).toBe('task.added')
    })

    it('is searched and filtered', async () => {
      await page.locator('main input[type=search]').fill('nothing')
      await page.keyboard.press('Enter')
      await page.getByText(said.noMatch).waitFor()
      await page.locator('main input[type=search]').fill('')
      await page.getByLabel(said.kind, { exact: true }).selectOption('task.added')
      await expect.poll(() => page.locator('.delivery-item').count()).toBe(1)
      await page.getByLabel(said.kind, { exact: true }).selectOption('')
      await expect.poll(() => page.locator('.delivery-item').count()).toBe(2)
    })

    it('has another secret beside the old one', async () => {
      await button(said.renew).click()
      await page.getByRole('dialog').getByRole('button', { name: said.renew, exact: true }).click()
      await page.locator('[name=secret]').waitFor()
      const renewed = await page.locator('[name=secret]').inputValue()
      await button(said.done).click()
      await page.getByText(said.old, { exact: true }).waitFor()
      await button(said.test).click()
      await expect.poll(() => states('delivered'), { timeout: 20_000 }).toBe(3)
      const last = receiver.heard.at(-1)
      expect(last && signersOf(last, [secret, renewed])).toEqual([secret, renewed])
      await expectSound()
    })

    it('is told what it missed where that is chosen as it is turned on', async () => {
      await button(said.pause).click()
      await page.locator('.webhook-state[data-state=paused]').waitFor()
      const missed = { headers: { origin: server.address }, data: { title: 'missed' } }
      expect((await seen.context.request.post('/api/v1/tasks', missed)).ok()).toBe(true)
      await page.reload()
      await page.getByText(said.missed, { exact: true }).waitFor()
      await button(said.on).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: said.withMissed }).check()
      await expectSound()
      await dialog.getByRole('button', { name: said.on, exact: true }).click()
      await page.locator('.webhook-state[data-state=on]').waitFor()
      await expect.poll(() => states('delivered'), { timeout: 20_000 }).toBe(4)
      await expectSound()
    })

    it('is off where the receiver wants no more, and removed', async () => {
      receiver.answer = { status: 410 }
      await button(said.test).click()
      await page.locator('.webhook-state[data-state=gone]').waitFor()
      await expectSound()
      receiver.answer = { status: 200 }
      await button(said.on).click()
      await page.locator('.webhook-state[data-state=on]').waitFor()
      await button(said.remove).click()
      await page.getByRole('dialog').getByRole('button', { name: said.remove, exact: true }).click()
      await page.getByText(said.empty).waitFor()
      await expectSound()
    })
  },
)

import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { standardHeadersWith } from '#test/hooks.ts'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language, signInAt } from './support.ts'

if (chromiumPath === undefined) {
  console.warn('SKIPPED: no Chromium found for the links; name one with CHROMIUM=/path.')
}

const SAID = {
  ja: {
    noLinks: 'リンクはまだありません',
    addLink: 'リンクを作る',
    addCode: 'コードを登録',
    save: '保存',
    edit: '「春のチラシ」を編集',
    removeYes: '削除',
    click: 'クリック 1回 · 成果 1件',
    outcome: '成果 1件',
    begin: '追加して受信を始める',
    draw: '秘密鍵を作る',
    missing: /秘密鍵が未登録/,
    saved: '保存しました。',
    address: '受信アドレス',
    noMatch: '条件に合うものはありません。',
  },
  en: {
    noLinks: 'There are no links yet',
    addLink: 'Make a link',
    addCode: 'Add a code',
    save: 'Save',
    edit: 'Edit “春のチラシ”',
    removeYes: 'Delete',
    click: '1 click · 1 outcome',
    outcome: '1 outcome',
    begin: 'Add and begin to listen',
    draw: 'Make a secret',
    missing: /Nothing is taken yet/,
    saved: 'Saved.',
    address: 'Address for the sender',
    noMatch: 'Nothing matches.',
  },
} as const

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Mobile/15E148 Safari/604.1'

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'links and what tells outcomes (%s)',
  (language) => {
    const said = SAID[language]
    const opened = openForOwner(language, { isSignedIn: false })
    const { expectSound } = opened
    let page: Page
    let hook = { address: '', secret: '' }

    beforeAll(async () => {
      page = opened.page
      await signInAt(page, 'owner@en.example')
    })

    const button = (name: string) => page.getByRole('button', { name, exact: true })

    it('teaches where there is nothing yet', async () => {
      await page.goto('/links')
      await page.getByText(said.noLinks).waitFor()
      await expectSound()
    })

    it('sets up a channel that is told, with a secret drawn here', async () => {
      await page.goto('/channels/new')
      await page.locator('a[href$="kind=webhook"]').click()
      await page.locator('[name=name]').fill('本店の EC')
      await expectSound()
      await button(said.begin).click()
      await page.getByText(said.missing).waitFor()
      await button(said.draw).click()
      const secret = await page.locator('[name=secret]').inputValue()
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
      await expectSound()
      await button(said.save).click()
      await page.getByText(said.saved).waitFor()
      await page.getByText(said.missing).waitFor({ state: 'detached' })
      const address = await page.getByLabel(said.address, { exact: true }).last().inputValue()
      expect(address).toMatch(/^http:.+\/api\/v1\/hooks\/[0-9a-f-]{36}$/)
      await page.reload()
      await page.locator('[name=secret]').waitFor()
      expect(await page.locator('[name=secret]').inputValue()).toBe('')
      expect(await page.content()).not.toContain(secret)
      await expectSound()
      hook = { address, secret }
    })

    it('makes a link and a code', async () => {
      await page.goto('/links')
      await button(said.addLink).click()
      await page.locator('[name=name]').fill('春のチラシ')
      await page.locator('[name=target]').fill('https://shop.example/spring')
      await page.locator('[name=code]').fill('spring')
      await page.locator('[name=campaign]').fill('2026 春')
      await expectSound()
      await button(said.save).click()
      await page.getByText(`${opened.server.address}/l/spring`).waitFor()
      await button(said.addCode).click()
      await page.locator('[name=text]').fill('HARU-10')
      await button(said.save).click()
      await page.getByText('HARU-10').waitFor()
      await expectSound()
    })

    it('shows the clicks and the outcomes that came of them', async () => {
      const headers = { 'user-agent': PHONE }
      const link = `${opened.server.address}/l/spring`
      const followed = await fetch(link, { redirect: 'manual', headers })
      const click = new URL(followed.headers.get('location') ?? '').searchParams.get('enishi_click')
      const body = JSON.stringify({
        ...{ type: 'purchase', id: '1', at: '2026-04-01T10:00:00+09:00', value: 1200 },
        ...{ currency: 'JPY', person: { email: 'a@example.com' }, click, code: 'haru-10' },
      })
      const signed = standardHeadersWith(hook.secret, body)
      const told = await fetch(hook.address, { method: 'POST', body, headers: signed })
      expect(await told.json()).toEqual({ heard: 'recorded' })
      await expect
        .poll(
          async () => {
            await page.goto('/links')
            await page.getByText('春のチラシ').waitFor()
            return page.getByText(said.click).count()
          },
          { timeout: 20_000 },
        )
        .toBe(1)
      await page.getByText(said.click).click()
      await page.locator('table.link-days td').waitFor()
      await page.getByText(said.outcome, { exact: true }).waitFor()
      await expectSound()
    })

    it('is searched, changed and emptied', async () => {
      await page.locator('main input[type=search]').first().fill('nothing')
      await page.keyboard.press('Enter')
      await page.getByText(said.noMatch).first().waitFor()
      await page.goto(`/links?q=${encodeURIComponent('2026 春')}`)
      await button(said.edit).click()
      await page.locator('[name=name]').fill('夏のチラシ')
      await button(said.save).click()
      await page.getByText('夏のチラシ').first().waitFor()
      await page.getByRole('button', { name: /夏のチラシ.*削除|Delete “夏/ }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: said.removeYes, exact: true })
        .click()
      await page.getByText('夏のチラシ', { exact: true }).waitFor({ state: 'detached' })
      await expectSound()
    })
  },
)

import type { Page, Request } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import {
  chromiumPath,
  type Language,
  overflowPx,
  PASSWORD,
  seriousOf,
  signInAt,
  visit,
} from './support.ts'

if (chromiumPath === undefined) {
  console.warn('SKIPPED: no Chromium found for the settings; name one with CHROMIUM=/path.')
}

const SAID = {
  ja: {
    save: '保存',
    saved: '保存しました。',
    counting: /数え直しています/,
    drop: '保存して消す',
    invite: '招待リンクを作る',
    withdraw: /への招待を取り消す/,
    join: '参加する',
    roleOf: '新任 花子の役割',
    remove: '新任 花子を外す',
    confirm: '外す',
    invalid: /この招待リンクは使えません/,
  },
  en: {
    save: 'Save',
    saved: 'Saved.',
    counting: /being made anew/,
    drop: 'Save and remove',
    invite: 'Make invitation link',
    withdraw: /Withdraw the invitation/,
    join: 'Join',
    roleOf: 'Role of 新任 花子',
    remove: 'Remove 新任 花子',
    confirm: 'Remove',
    invalid: /This invitation link does not work/,
  },
} as const

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'settings and members (%s)',
  (language) => {
    const said = SAID[language]
    const opened = openForOwner(language, { isSignedIn: false })
    const { expectSound } = opened
    let page: Page

    beforeAll(async () => {
      page = opened.page
      await signInAt(page, 'owner@en.example')
    })

    it('changes how the workspace writes, and asks before posts would go', async () => {
      await page.goto('/settings')
      await page.locator('[name=name]').fill('縁商会')
      await page.locator('[name=timeZone]').selectOption('America/New_York')
      await page.locator('[name=fiscalYearStartMonth]').selectOption('1')
      await page.getByRole('button', { name: said.save, exact: true }).click()
      await page.getByText(said.saved).waitFor()
      await expectSound()
      await page.locator('[name=retentionDays]').fill('400')
      await page.getByRole('button', { name: said.save, exact: true }).click()
      await page.getByRole('dialog').waitFor()
      await expectSound()
      await page.getByRole('button', { name: said.drop }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.reload()
      await expect.poll(() => page.locator('[name=retentionDays]').inputValue()).toBe('400')
      expect(await page.locator('[name=timeZone]').inputValue()).toBe('America/New_York')
      await page.getByText('縁商会').first().waitFor()
    })

    it('keeps the form when asking again fails, and what a colleague saved meanwhile', async () => {
      await page.goto('/settings')
      await page.locator('[data-live=live]').waitFor()
      await page.locator('[name=name]').fill('縁商店')
      const isAsked = (request: Request) =>
        request.method() === 'GET' && request.url().endsWith('/api/v1/workspace')
      await page.route('**/api/v1/workspace', (route) =>
        isAsked(route.request()) ? route.fulfill({ status: 500, body: '{}' }) : route.continue(),
      )
      const failed = page.waitForResponse(
        (response) => isAsked(response.request()) && response.status() === 500,
      )
      const colleague = await visit(opened.browser, opened.server.address, language)
      await signInAt(colleague.page, 'owner@en.example')
      await colleague.page.goto('/settings')
      await colleague.page.locator('[name=fiscalYearStartMonth]').selectOption('7')
      await colleague.page.getByRole('button', { name: said.save, exact: true }).click()
      await colleague.page.getByText(said.saved).waitFor()
      await failed
      await page.unroute('**/api/v1/workspace')
      await page.locator('[name=name]').press('End')
      expect(await page.locator('[name=name]').inputValue()).toBe('縁商店')
      await page.getByRole('button', { name: said.save, exact: true }).click()
      await page.getByText(said.saved).waitFor()
      await page.locator('[name=name]').press('a')
      await page.getByText(said.saved).waitFor({ state: 'hidden' })
      await colleague.page.reload()
      await expect.poll(() => colleague.page.locator('[name=name]').inputValue()).toBe('縁商店')
      expect(await colleague.page.locator('[name=fiscalYearStartMonth]').inputValue()).toBe('7')
      expect(colleague.faults).toEqual([])
      await colleague.context.close()
      // The browser itself writes a refused request to the console.
      expect(opened.seen.faults.splice(0).every((fault) => fault.includes('500'))).toBe(true)
    })

    it('invites a colleague, who joins once and gets another role', async () => {
      const link = await invite('new@en.example')
      await expectSound()
      const guest = await visit(opened.browser, opened.server.address, language)
      await guest.page.goto(link)
      await guest.page.locator('[name=name]').fill('新任 花子')
      await guest.page.locator('[name=password]').fill(PASSWORD)
      expect(await seriousOf(guest.page)).toEqual([])
      expect(await overflowPx(guest.page)).toBe(0)
      await guest.page.getByRole('button', { name: said.join, exact: true }).click()
      await guest.page.waitForURL((url) => url.pathname === '/')
      expect(guest.faults).toEqual([])
      const late = await visit(opened.browser, opened.server.address, language)
      await late.page.goto(link)
      await late.page.getByText(said.invalid).waitFor()
      await late.context.close()

      await page.reload()
      await page.getByLabel(said.roleOf).selectOption('viewer')
      await guest.page.goto('/settings')
      await expect.poll(() => guest.page.locator('[name=email]').count()).toBe(0)
      await page.getByRole('button', { name: said.remove }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: said.confirm, exact: true })
        .click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await guest.page.goto('/people')
      await guest.page.waitForURL('**/sign-in?next=*')
      await guest.context.close()
      expect(opened.seen.faults).toEqual([])
    })

    it('leads nobody outside who signs in, and shows no view that is not', async () => {
      const { context, page: door } = await visit(opened.browser, opened.server.address, language)
      await door.goto(`/sign-in?next=${encodeURIComponent('https://elsewhere.example/')}`)
      await door.waitForURL((url) => url.pathname === '/sign-in' && url.search === '')
      await door.locator('[name=email]').fill('owner@en.example')
      await door.locator('[name=password]').fill(PASSWORD)
      await door.locator('button[type=submit]').click()
      await door.waitForURL(`${opened.server.address}/`)
      await door.goto('/settings?section=nonsense')
      await door.waitForURL((url) => url.pathname === '/settings' && url.search === '')
      await door.locator('[name=timeZone]').waitFor()
      await context.close()
    })

    it('withdraws an invitation', async () => {
      await invite('other@en.example')
      await page.getByRole('button', { name: said.withdraw }).click()
      await expect.poll(() => page.getByRole('button', { name: said.withdraw }).count()).toBe(0)
      await expectSound()
    })

    async function invite(email: string): Promise<string> {
      await page.goto('/settings?section=members')
      await page.locator('[name=email]').fill(email)
      await page.getByRole('button', { name: said.invite }).click()
      return page.getByRole('status').getByRole('textbox').inputValue()
    }
  },
)

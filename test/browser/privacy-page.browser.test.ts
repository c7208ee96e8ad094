import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language, overflowPx, seriousOf } from './support.ts'

const WORDS = {
  ja: {
    title: '個人情報',
    empty: '請求はありません',
    add: '請求を記録',
    requester: '請求した人',
    received: '受付日',
    save: '保存',
    overdue: '期限切れ',
    check: '本人確認を記録',
    checked: '本人確認済み',
    answerOf: '山田 花子の請求への回答を記録',
    answer: '回答を記録',
    state: '状態',
    answered: '回答済み',
    granted: '応じた',
    closed: '連絡しない人',
    rules: '利用目的と保存期間',
    purpose: '利用目的',
    pictures: 'プロフィール画像を名寄せに使う',
    saved: '保存しました',
    search: '検索',
    nothing: '該当するものはありません',
    clear: '絞り込みを外す',
    consents: '同意',
    addConsent: '同意を記録',
    person: '本人',
    shown: '見せた文面',
    how: '方法',
    card: '名刺',
    provisions: '第三者提供',
    addProvision: '第三者提供を記録',
    recipient: '提供先',
    items: '提供した項目',
    withdraw: 'メールへの同意の撤回を記録',
    withdrawn: '撤回',
    mailNo: /メールの同意がありません/,
    mailYes: 'メールの同意あり',
  },
  en: {
    title: 'Personal data',
    empty: 'There are no requests',
    add: 'New request',
    requester: 'Who asks',
    received: 'Received',
    save: 'Save',
    overdue: 'Overdue',
    check: 'Identity is checked',
    checked: 'Identity checked',
    answerOf: 'Answer the request of 山田 花子',
    answer: 'Answer',
    state: 'State',
    answered: 'Answered',
    granted: 'Granted',
    closed: 'Do not contact',
    rules: 'Purpose and retention',
    purpose: 'Purpose of use',
    pictures: 'Compare profile pictures in matching',
    saved: 'Saved',
    search: 'Search',
    nothing: 'Nothing fits',
    clear: 'Clear the filters',
    consents: 'Consents',
    addConsent: 'Record consent',
    person: 'Person',
    shown: 'What was shown',
    how: 'How',
    card: 'Business card',
    provisions: 'Given to others',
    addProvision: 'Record a provision',
    recipient: 'To',
    items: 'What was given',
    withdraw: 'Agrees no more: Mail',
    withdrawn: 'Withdrawn',
    mailNo: /Has not agreed to be mailed/,
    mailYes: 'Agreed to be mailed',
  },
} as const

/** The Enter that ends a composition, as Chromium tells it; false where somebody took it. */
const COMPOSED_ENTER = `document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
  { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))`

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'the register of personal data (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { expectSound, send } = opened
    const post = (path: string, data: object) => send('POST', path, data)
    let page: Page
    let person: string

    beforeAll(async () => {
      page = opened.page
      const said = { id: '1', type: 'Create', content: 'x', published: '2026-11-01T00:00:00Z' }
      const actor = { platform: 'shop', handle: 'taro', name: '山田 太郎' }
      await post('/api/v1/activities', [{ ...said, actor }])
      const people = await opened.seen.context.request.get('/api/v1/people')
      person = ((await people.json()) as { items: { id: string }[] }).items[0]?.id ?? ''
      await post(`/api/v1/people/${person}/do-not-contact`, {
        channel: 'all',
        reason: '電話は困る',
      })
    })

    it('teaches while it is empty, and is reached from the navigation', async () => {
      await page.goto('/')
      await page.getByRole('link', { name: words.title, exact: true }).click()
      await page.getByRole('heading', { name: words.empty }).waitFor()
      expect(await seriousOf(page)).toEqual([])
    })

    it('writes a request down, shows that it is overdue, and takes the answer', async () => {
      await page.getByRole('button', { name: words.add }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words.requester).fill('山田 花子')
      await dialog.getByLabel(words.received).fill('2026-01-10')
      await dialog.getByRole('button', { name: words.save }).click()
      await page.getByText(words.overdue).first().waitFor()
      await page.getByRole('button', { name: words.check }).click()
      await page.getByText(words.checked, { exact: true }).waitFor()
      expect(await seriousOf(page)).toEqual([])
      // By keyboard: j goes to the request, Enter answers it.
      await page.locator('body').click({ position: { x: 1, y: 1 } })
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await dialog.getByRole('heading', { name: words.answerOf }).waitFor()
      await dialog.getByRole('button', { name: words.answer, exact: true }).click()
      await page.getByRole('heading', { name: words.empty }).waitFor()
      await page.getByLabel(words.state).selectOption(words.answered)
      await page.getByText(words.granted).waitFor()
    })

    it('lists whom nobody may contact, and finds them by name', async () => {
      await page.getByRole('button', { name: words.closed }).click()
      await page.getByRole('link', { name: '山田 太郎' }).waitFor()
      expect(await seriousOf(page)).toEqual([])
      await page.keyboard.press('/')
      await page.keyboard.type('佐藤')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: words.nothing }).waitFor()
      await page.getByRole('button', { name: words.clear }).click()
      await page.getByRole('link', { name: '山田 太郎' }).waitFor()
      await page.setViewportSize({ width: 390, height: 800 })
      expect(await overflowPx(page)).toBe(0)
      await page.setViewportSize({ width: 1280, height: 800 })
    })

    const dialog = () => page.getByRole('dialog')

    it('takes a consent and a provision of somebody who is looked for', async () => {
      await page.getByRole('button', { name: words.consents, exact: true }).click()
      await page.getByRole('button', { name: words.addConsent }).click()
      await dialog().getByRole('combobox', { name: words.person }).fill('山田')
      await page.getByRole('option', { name: '山田 太郎' }).click()
      await dialog()
        .getByRole('combobox', { name: words.how, exact: true })
        .selectOption({ label: words.card })
      await dialog().getByLabel(words.shown).fill('月1回、新商品の案内をお送りします')
      await expectSound()
      await dialog().getByRole('button', { name: words.save, exact: true }).press('Enter')
      await dialog().waitFor({ state: 'detached' })
      const row = page.getByRole('row').filter({ hasText: '月1回、新商品の案内をお送りします' })
      await row.getByText(words.card).waitFor()
      await row.getByRole('link', { name: '山田 太郎' }).waitFor()
      await page.getByRole('button', { name: words.provisions, exact: true }).click()
      await page.getByRole('button', { name: words.addProvision }).click()
      await dialog().getByRole('combobox', { name: words.person }).fill('山田')
      await page.getByRole('option', { name: '山田 太郎' }).click()
      await dialog().getByRole('textbox', { name: words.recipient, exact: true }).fill('配送会社')
      await dialog().getByLabel(words.items).fill('氏名と住所')
      // Enter belongs to the composition: nothing is sent, the dialog stays.
      await dialog().getByLabel(words.items).focus()
      expect(await page.evaluate(COMPOSED_ENTER)).toBe(false)
      await dialog().getByLabel(words.items).waitFor()
      await expectSound()
      await dialog().getByRole('button', { name: words.save, exact: true }).click()
      await dialog().waitFor({ state: 'detached' })
      await page.getByRole('row').filter({ hasText: '配送会社' }).getByText('氏名と住所').waitFor()
      await expectSound()
    })

    it('takes both on the page of the person, and that they agree no more', async () => {
      await page.goto(`/people/${person}`)
      const part = page.locator('section[aria-labelledby=privacy]')
      await part.getByText(words.mailYes).waitFor()
      await part.getByText('配送会社').waitFor()
      await part.getByRole('button', { name: words.withdraw }).press('Enter')
      await part.getByText(words.withdrawn).waitFor()
      await part.getByText(words.mailNo).waitFor()
      await part.getByRole('button', { name: words.addConsent }).click()
      await dialog().getByLabel(words.shown).fill('やはりお知らせを受け取ります')
      await dialog().getByRole('button', { name: words.save, exact: true }).click()
      await dialog().waitFor({ state: 'detached' })
      await part.getByText('やはりお知らせを受け取ります').waitFor()
      await part.getByText(words.mailYes).waitFor()
      await part.getByRole('button', { name: words.addProvision }).click()
      await dialog().getByRole('textbox', { name: words.recipient, exact: true }).fill('税理士')
      await dialog().getByLabel(words.items).fill('氏名')
      await dialog().getByRole('button', { name: words.save, exact: true }).click()
      await dialog().waitFor({ state: 'detached' })
      await part.getByText('税理士').waitFor()
      await expectSound()
      await page.goto('/privacy')
    })

    it('keeps the purpose of use, and whether pictures are compared', async () => {
      await page.goto('/privacy')
      await page.getByRole('button', { name: words.rules }).click()
      await page.getByLabel(words.purpose).fill('お問い合わせへの回答')
      const pictures = page.getByRole('switch', { name: words.pictures })
      expect(await pictures.isChecked()).toBe(false)
      await pictures.press('Space')
      await page.getByRole('button', { name: words.save, exact: true }).click()
      await page.getByText(words.saved).waitFor()
      expect(await seriousOf(page)).toEqual([])
      await page.reload()
      await page.getByText('お問い合わせへの回答').waitFor()
      expect(await pictures.isChecked()).toBe(true)
    })
  },
)

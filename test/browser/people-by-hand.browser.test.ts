import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language } from './support.ts'

const WORDS = {
  ja: {
    add: '人物を登録',
    familyName: '姓',
    givenName: '名',
    reading: 'ふりがな',
    phones: '電話番号',
    organisation: '所属する企業・団体',
    met: '最初の接触のメモ',
    alike: 'すでに登録されている、よく似た人物',
    none: 'よく似た人物はいません。',
    others: /どの人物とも別人なので/,
    save: '保存',
    contacts: '連絡先',
    addDetail: '連絡先を追加',
    email: 'メールアドレス',
    correct: (name: string) => `「${name}」を訂正`,
    remove: (name: string) => `「${name}」を外す`,
    removeButton: '外す',
    addHere: 'この企業・団体の人物を登録',
    cancel: 'キャンセル',
  },
  en: {
    add: 'Add a person',
    familyName: 'Family name',
    givenName: 'Given name',
    reading: 'Reading (furigana)',
    phones: 'Phone numbers',
    organisation: 'Organisation',
    met: 'Note of the first contact',
    alike: 'Known already, and alike',
    none: 'Nobody known looks alike.',
    others: /None of these/,
    save: 'Save',
    contacts: 'Contact details',
    addDetail: 'Add a contact detail',
    email: 'E-mail address',
    correct: (name: string) => `Correct ${name}`,
    remove: (name: string) => `Remove ${name}`,
    removeButton: 'Remove',
    addHere: 'Add somebody of this organisation',
    cancel: 'Cancel',
  },
} as const

/** The Enter that ends a composition, as Chromium tells it; false where somebody took it. */
const COMPOSED_ENTER = `document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
  { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))`

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'people written down by hand (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { expectSound } = opened
    let page: Page
    let first: string

    beforeAll(async () => {
      page = opened.page
    })

    const dialog = () => page.getByRole('dialog')
    const field = (label: string) => dialog().getByLabel(label, { exact: true })
    /** Its label ends in a star where it is required, its name does not. */
    const textbox = (name: string) => dialog().getByRole('textbox', { name, exact: true })
    const save = () => dialog().getByRole('button', { name: words.save, exact: true })

    it('are entered with the keyboard and opened', async () => {
      await page.goto('/people')
      await page.getByRole('button', { name: words.add }).press('Enter')
      await field(words.familyName).fill('速水')
      await field(words.givenName).fill('花子')
      await field(words.reading).fill('はやみ はなこ')
      await field(words.phones).fill('03-1234-5678、090-1234-5678')
      // Enter belongs to the composition: nothing is sent.
      expect(await page.evaluate(COMPOSED_ENTER)).toBe(false)
      await dialog().getByText(words.none).waitFor()
      await dialog().getByRole('combobox', { name: words.organisation }).fill('株式会社青海')
      await field(words.met).fill('展示会で名刺交換')
      await expectSound()
      await field(words.reading).press('Enter')
      await page.waitForURL(/\/people\/[0-9a-f-]{36}/)
      first = page.url()
      await page.getByRole('heading', { name: '速水 花子' }).waitFor()
      await page.getByText('展示会で名刺交換').first().waitFor()
      const contacts = page.getByRole('region', { name: words.contacts, exact: true })
      await contacts.getByRole('link', { name: '+819012345678' }).waitFor()
      await contacts.getByRole('link', { name: '+81312345678' }).waitFor()
      await expectSound()
    })

    it('are shown while they are typed again, and ruled out before a second one is made', async () => {
      await page.goto('/people')
      await page.getByRole('button', { name: words.add }).click()
      await field(words.familyName).fill('速水')
      await field(words.givenName).fill('花子')
      await dialog().getByRole('combobox', { name: words.organisation }).fill('株式会社青海')
      const alike = dialog().getByRole('region', { name: words.alike })
      await alike.getByRole('link', { name: '速水 花子' }).waitFor()
      await save().click()
      // The browser asks for the tick: nobody was added.
      expect(page.url()).toMatch(/\/people$/)
      await expectSound()
      await dialog().getByRole('checkbox', { name: words.others }).check()
      await save().click()
      await page.waitForURL(/\/people\/[0-9a-f-]{36}/)
      expect(page.url()).not.toBe(first)
    })

    it('get contact details, which are corrected and taken away', async () => {
      await page.goto(first)
      const contacts = page.getByRole('region', { name: words.contacts, exact: true })
      await contacts.getByRole('button', { name: words.addDetail }).click()
      await textbox(words.email).fill('wrong@example.com')
      await save().click()
      await contacts.getByRole('button', { name: words.correct('wrong@example.com') }).click()
      await textbox(words.email).fill('right@example.com')
      await save().click()
      await contacts.getByRole('link', { name: 'right@example.com' }).waitFor()
      await expectSound()
      await contacts.getByRole('button', { name: words.remove('right@example.com') }).click()
      await dialog().getByRole('button', { name: words.removeButton, exact: true }).click()
      await contacts.getByText('right@example.com').waitFor({ state: 'detached' })
      await expectSound()
    })

    it('are entered from their organisation, which stands there already', async () => {
      await page.goto('/organisations')
      await page.getByRole('link', { name: '株式会社青海', exact: true }).click()
      await page.getByRole('button', { name: words.addHere }).click()
      const place = dialog().getByRole('combobox', { name: words.organisation })
      expect(await place.inputValue()).toBe('株式会社青海')
      await dialog().getByRole('button', { name: words.cancel }).click()
      await expectSound()
    })
  },
)

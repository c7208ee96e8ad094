import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language, overflowPx, seriousOf, signInAt } from './support.ts'

if (chromiumPath === undefined) {
  console.warn('SKIPPED: no Chromium found for the language model; name one with CHROMIUM=/path.')
}

const SAID = {
  ja: {
    section: '言語モデル',
    save: '保存',
    saved: '保存しました。',
    missing: /アドレスとモデル名を入力/,
    kept: /保存済み/,
    dropKey: '保存したキーを消す',
    none: /補ったものはまだありません/,
  },
  en: {
    section: 'Language model',
    save: 'Save',
    saved: 'Saved.',
    missing: /enter its address and its name/,
    kept: /One is stored/,
    dropKey: 'Remove the stored key',
    none: /No audited post has been voted on yet/,
  },
} as const

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'the language model in the settings (%s)',
  (language) => {
    const said = SAID[language]
    const opened = openForOwner(language, { isSignedIn: false })
    let page: Page

    beforeAll(async () => {
      page = opened.page
      await signInAt(page, 'owner@en.example')
    })

    const save = () => page.getByRole('button', { name: said.save, exact: true }).click()

    it('takes address, name and key, shows the key no more, and takes it away', async () => {
      await page.goto('/settings')
      await page.getByRole('link', { name: said.section }).click()
      await page.getByText(said.none).waitFor()
      await page.locator('[name=isOn]').check({ force: true })
      await save()
      await page.getByText(said.missing).waitFor()
      // The browser itself writes a refused request to the console.
      expect(opened.seen.faults.splice(0).every((fault) => fault.includes('400'))).toBe(true)
      await page.locator('[name=address]').fill('https://models.example/v1')
      await page.locator('[name=model]').fill('llm-7b')
      await page.locator('[name=key]').fill('sk-secret')
      await page.locator('[name=votesPerDay]').fill('0')
      await save()
      await page.getByText(said.saved).waitFor()
      await page.getByText(said.kept).waitFor()
      expect(await page.locator('[name=key]').inputValue()).toBe('')
      expect(await seriousOf(page)).toEqual([])
      expect(await overflowPx(page)).toBe(0)
      await page.setViewportSize({ width: 390, height: 800 })
      expect(await overflowPx(page)).toBe(0)
      await page.setViewportSize({ width: 1400, height: 900 })
      await page.reload()
      await expect.poll(() => page.locator('[name=model]').inputValue()).toBe('llm-7b')
      expect(await page.locator('[name=isOn]').isChecked()).toBe(true)
      expect(await page.content()).not.toContain('sk-secret')
      await page.getByRole('button', { name: said.dropKey }).click()
      await page.getByText(said.kept).waitFor({ state: 'hidden' })
      expect(opened.seen.faults).toEqual([])
    })
  },
)

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language } from './support.ts'
import { SAID } from './words.ts'

const FIXTURES = join(import.meta.dirname, '../../src/channels/file/fixtures')

const WORDS = {
  ja: {
    relation: '関係区分',
    customer: '顧客',
    price: '12,000円|1万2,000円',
    people: '人物 (CSV)',
    sold: '購入',
    tryFirst: '試してみる',
    notWritten: 'まだ何も書き込んでいません。',
    unchanged: '変更なし',
    undoOf: 'outcomes.csvの取り込みを取り消す',
    undo: '取り消す',
    undone: '取り消し済み',
  },
  en: {
    relation: 'Relation',
    customer: 'Customer',
    price: '¥12,000',
    people: 'People (CSV)',
    sold: 'Purchase',
    tryFirst: 'Try it first',
    notWritten: 'Nothing has been written yet.',
    unchanged: 'Unchanged',
    undoOf: 'Take back the import of outcomes.csv',
    undo: 'Take back',
    undone: 'Taken back',
  },
} as const

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'lists of people and outcomes (%s)',
  (language) => {
    const said = SAID[language]
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { expectSound } = opened
    let page: Page

    beforeAll(() => {
      page = opened.page
    })

    /** On a page of its own: what an attempt before it left open is no file of this one. */
    async function importList(name: string, format: string, columns: string[]): Promise<void> {
      await page.goto('/import')
      await page.locator('input[type=file]').setInputFiles(join(FIXTURES, name))
      const card = page.getByRole('region', { name, exact: true })
      const chosen = card.locator('thead select')
      await chosen.first().waitFor()
      expect(await chosen.evaluateAll((all) => all.map((one) => one.value as string))).toEqual(
        columns,
      )
      expect(await card.locator('select').first().inputValue()).toBe(format)
      await expectSound()
      await card.getByRole('button', { name: said.startImport }).click()
      await newest(name).getByText(said.done, { exact: true }).waitFor()
    }

    /** The list holds the newest import first; an earlier attempt may have begun one as well. */
    function newest(name: string) {
      return page.getByRole('article', { name, exact: true }).first()
    }

    it('are known by their headers and imported as they are', async () => {
      const person = 'name family given reading organisation role platform handle relation'
      await importList('people.csv', 'people-csv', person.split(' '))
      const outcome = 'id at platform handle type value currency about'
      await importList('outcomes.csv', 'outcomes-csv', outcome.split(' '))
    })

    it('show what people are to us, and narrow the list by it', async () => {
      await page.goto('/people')
      await page.getByRole('link', { name: '佐藤 健' }).waitFor()
      await page.getByLabel(words.relation).selectOption('customer')
      await page.getByRole('link', { name: '佐藤 健' }).waitFor({ state: 'detached' })
      await expectSound()
      await page.getByRole('link', { name: '山田 花子' }).click()
      await page.waitForURL('**/people/*')
      await page.getByRole('link', { name: words.customer, exact: true }).waitFor()
      await page.getByText('株式会社みなみ商店').waitFor()
      await page.getByText(words.sold, { exact: true }).waitFor()
      await page.getByText(new RegExp(words.price)).waitFor()
      await expectSound()
    })

    it('are there to take along', async () => {
      await page.goto('/import')
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: words.people }).click()
      const csv = readFileSync(await (await download).path(), 'utf8')
      expect(csv.startsWith('\ufeffname,family,')).toBe(true)
      expect(csv).toContain('山田 花子,山田,花子,やまだ はなこ,株式会社みなみ商店,購買部長')
      await expectSound()
    })

    it('can be tried before, which writes nothing', async () => {
      await page.goto('/import')
      await page.locator('input[type=file]').setInputFiles(join(FIXTURES, 'people.csv'))
      const card = page.getByRole('region', { name: 'people.csv', exact: true })
      await card.getByRole('button', { name: words.tryFirst }).click()
      await card.getByText(words.notWritten).waitFor()
      const unchanged = card.locator('[data-ending=unchanged]')
      expect(await unchanged.locator('dt').textContent()).toBe(words.unchanged)
      expect(Number(await unchanged.locator('dd').textContent())).toBeGreaterThan(0)
      expect(await card.locator('[data-ending=new] dd').textContent()).toBe('0')
      await expectSound()
    })

    it('can be taken back after being asked', async () => {
      await page.goto('/import')
      await page.getByRole('button', { name: words.undoOf }).first().click()
      const question = page.getByRole('dialog')
      await question.waitFor()
      await expectSound()
      await question.getByRole('button', { name: words.undo, exact: true }).click()
      await newest('outcomes.csv').getByText(words.undone, { exact: true }).waitFor()
      await expectSound()
    })
  },
)

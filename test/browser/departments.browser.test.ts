import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language } from './support.ts'

const WORDS = {
  ja: {
    open: '縁 結子の部署・異動',
    none: /部署の記録はありません/,
    department: '部署',
    title: '役職（任意）',
    since: '配属日・異動日',
    until: '最後の日',
    record: '記録する',
    recorded: (name: string) => `「${name}」への配属を記録しました。`,
    offer: /人物1・企業0・商談0・タスク0/,
    leaves: '前日までで離れる部署',
    history: '配属の履歴',
    handOver: '担当を引き継ぐ',
    reason: '理由',
    mend: '「営業部」の期間を直す',
    save: '保存',
    remove: '「営業部」の配属を削除',
    removeButton: '削除',
    close: '閉じる',
    departments: '部署',
    rename: '「企画部」の名前を変える',
    renameAgain: '「経営企画部」の名前を変える',
    newName: '新しい名前',
    renamedOn: '名前が変わった日',
    slip: '書き間違いを直すだけ',
    formerly: '2020/04/01より前は「企画部」',
  },
  en: {
    open: 'Departments of 縁 結子',
    none: /No department on record/,
    department: 'Department',
    title: 'Job title (optional)',
    since: 'From',
    until: 'Last day',
    record: 'Record',
    recorded: (name: string) => `“${name}” is on record.`,
    offer: /1 people, 0 organisations, 0 deals and 0 open tasks/,
    leaves: 'Leaves the day before',
    history: 'Departments so far',
    handOver: 'Hand over',
    reason: 'Reason',
    mend: 'Mend the days of “営業部”',
    save: 'Save',
    remove: 'Remove the time in “営業部”',
    removeButton: 'Remove',
    close: 'Close',
    departments: 'Departments',
    rename: 'Rename “企画部”',
    renameAgain: 'Rename “経営企画部”',
    newName: 'New name',
    renamedOn: 'Called so from',
    slip: 'The name was a slip',
    formerly: '“企画部” before 1 Apr 2020',
  },
} as const

/** The Enter that ends a composition, as Chromium tells it; false where somebody took it. */
const COMPOSED_ENTER = `document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
  { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))`

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'departments of members (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { expectSound, send } = opened
    let page: Page
    let person: string

    async function firstOf(path: string): Promise<string> {
      const answer = await opened.seen.context.request.get(path)
      return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id ?? ''
    }

    beforeAll(async () => {
      page = opened.page
      const said = { id: '1', type: 'Create', content: 'x', published: '2026-11-01T00:00:00Z' }
      const actor = { platform: 'shop', handle: 'taro', name: '山田 太郎' }
      await send('POST', '/api/v1/activities', [{ ...said, actor }])
      person = await firstOf('/api/v1/people')
      const owner = await firstOf('/api/v1/members')
      await send('PATCH', `/api/v1/people/${person}/card`, { owner })
    })

    const dialog = () => page.getByRole('dialog')
    const history = () => dialog().getByRole('region', { name: words.history })
    const open = () => page.getByRole('button', { name: words.open }).press('Enter')
    const record = () => dialog().getByRole('button', { name: words.record, exact: true })

    it('teach while there are none, and are recorded with title and first day', async () => {
      await page.goto('/settings?section=members')
      await open()
      await dialog().getByText(words.none).waitFor()
      await dialog().getByRole('combobox', { name: words.department }).fill('営業部')
      await dialog().getByLabel(words.title).fill('課長')
      // Enter belongs to the composition: nothing is sent.
      expect(await page.evaluate(COMPOSED_ENTER)).toBe(false)
      await dialog().getByText(words.none).waitFor()
      await dialog().getByLabel(words.since).fill('2020-04-01')
      await expectSound()
      await record().press('Enter')
      await dialog().getByText(words.recorded('営業部')).waitFor()
      await history().getByText('課長').waitFor()
      await dialog().getByRole('button', { name: words.close }).click()
      await page.getByRole('row').filter({ hasText: '縁 結子' }).getByText('営業部').waitFor()
      await expectSound()
    })

    it('offer to hand over what a member looks after when they move on', async () => {
      await open()
      await dialog().getByRole('combobox', { name: words.department }).fill('企画部')
      const leaves = dialog().getByRole('group', { name: words.leaves })
      expect(await leaves.getByRole('checkbox', { name: '営業部' }).isChecked()).toBe(true)
      await record().click()
      await dialog().getByText(words.recorded('企画部')).waitFor()
      await dialog().getByText(words.offer).waitFor()
      expect(await history().getByRole('listitem').count()).toBe(2)
      await expectSound()
      await dialog().getByRole('button', { name: words.handOver, exact: true }).click()
      expect(await dialog().getByLabel(words.reason).inputValue()).toBe('transfer')
      await dialog().getByText('山田 太郎').waitFor()
      await expectSound()
      await page.keyboard.press('Escape')
    })

    it('stand beside who looks after somebody', async () => {
      await page.goto(`/people/${person}`)
      const card = page.locator('section', { has: page.locator('#card') })
      await card.getByText('企画部').waitFor()
      expect(await card.getByText('営業部').count()).toBe(0)
      await expectSound()
    })

    it('are mended and removed', async () => {
      await page.goto('/settings?section=members')
      await open()
      await history().getByRole('button', { name: words.mend }).click()
      const form = dialog().getByRole('form', { name: words.mend })
      await form.getByLabel(words.until).fill('2020-03-31')
      await form.getByRole('button', { name: words.save }).click()
      // The last day before the first is refused with the way out.
      await form.getByRole('alert').waitFor()
      await form.getByLabel(words.until).fill('2024-03-31')
      await form.getByRole('button', { name: words.save }).click()
      await form.waitFor({ state: 'detached' })
      await history().getByText(/2024/).waitFor()
      opened.seen.faults.length = 0
      await history().getByRole('button', { name: words.remove }).click()
      await dialog().last().getByRole('button', { name: words.removeButton, exact: true }).click()
      await history().getByText('営業部').waitFor({ state: 'detached' })
      await expectSound()
    })

    const list = () => page.getByRole('region', { name: words.departments, exact: true })
    const inList = (name: string) => list().getByRole('row').filter({ hasText: name })
    const save = () => dialog().getByRole('button', { name: words.save, exact: true })

    it('are renamed from a day on, and keep their name of then', async () => {
      const departments = await (
        await opened.seen.context.request.get('/api/v1/departments')
      ).json()
      const { items } = departments as { items: { id: string; name: string }[] }
      const planning = items.find(({ name }) => name === '企画部')?.id ?? ''
      const earlier = { since: '2012-04-01', until: '2015-03-31' }
      const member = await firstOf('/api/v1/members')
      await send('POST', '/api/v1/assignments', { member, department: planning, ...earlier })
      await page.goto('/settings?section=members')
      await list().getByRole('button', { name: words.rename }).press('Enter')
      await dialog().getByLabel(words.newName).fill('経営企画部')
      expect(await page.evaluate(COMPOSED_ENTER)).toBe(false)
      await dialog().getByLabel(words.renamedOn).fill('2020-04-01')
      await expectSound()
      await save().press('Enter')
      await dialog().waitFor({ state: 'detached' })
      await inList('経営企画部').getByText(words.formerly).waitFor()
      await page.getByRole('row').filter({ hasText: '縁 結子' }).getByText('経営企画部').waitFor()
      await open()
      const stays = history().getByRole('listitem')
      await stays.filter({ hasText: '2015' }).getByText('企画部', { exact: true }).waitFor()
      expect(await stays.first().textContent()).toContain('経営企画部')
      await expectSound()
      await page.keyboard.press('Escape')
    })

    it('are renamed throughout where the name was a slip, and never like another', async () => {
      await page.goto('/settings?section=members')
      await list().getByRole('button', { name: words.renameAgain }).click()
      await dialog().getByLabel(words.slip).check()
      await dialog().getByLabel(words.renamedOn).waitFor({ state: 'detached' })
      await dialog().getByLabel(words.newName).fill('営業部')
      await save().click()
      await dialog().getByRole('alert').waitFor()
      // The answer 409 is told in the console, too.
      opened.seen.faults.length = 0
      await expectSound()
      await dialog().getByLabel(words.newName).fill('経営企画室')
      await save().click()
      await dialog().waitFor({ state: 'detached' })
      await inList('経営企画室').getByText(words.formerly).waitFor()
      expect(await list().getByText('経営企画部').count()).toBe(0)
      await expectSound()
    })
  },
)

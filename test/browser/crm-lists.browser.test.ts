import type { Page } from 'playwright-core'
import { beforeAll, describe, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language } from './support.ts'

const WORDS = {
  ja: {
    fieldName: '項目名',
    kind: '種類',
    choices: '選択肢（1行に1つ）',
    addField: '項目を追加',
    edit: '担当・タグ・項目を編集',
    owner: '主担当',
    newTags: '新しいタグ（読点・カンマ区切り）',
    save: '保存',
    tag: 'タグ',
    saveList: 'リストとして保存',
    listName: 'リスト名',
    inList: 'リスト「要フォロー」を表示中',
    choose: '山田 花子を選ぶ',
    bulk: '選んだ1件を変更',
    change: '変更する内容',
    removeTag: 'タグを外す',
    preview: '確認する',
    changes: '1件が変わります。0件はすでにその状態です。',
    run: '変更する',
    made: '1件を変更しました。',
    undo: '元に戻す',
    undone: '元に戻しました（1件）。その後に編集された0件はそのままです。',
    empty: 'まだリストがありません',
    handovers: '引き継ぎはありません',
    start: '引き継ぐ',
    summary: '申し送り',
  },
  en: {
    fieldName: 'Name of the field',
    kind: 'Kind',
    choices: 'Choices, one a line',
    addField: 'Add field',
    edit: 'Edit owner, tags and fields',
    owner: 'Owner',
    newTags: 'New tags, separated by commas',
    save: 'Save',
    tag: 'Tag',
    saveList: 'Save as list',
    listName: 'Name of the list',
    inList: 'List “要フォロー”',
    choose: 'Choose 山田 花子',
    bulk: 'Edit 1 chosen',
    change: 'What to change',
    removeTag: 'Remove a tag',
    preview: 'Preview',
    changes: '1 change; 0 are so already.',
    run: 'Make the change',
    made: '1 changed.',
    undo: 'Undo',
    undone: 'Undone for 1; 0 edited since stay as they are.',
    empty: 'There are no lists yet',
    handovers: 'There are no hand-overs',
    start: 'Hand over',
    summary: 'Summary',
  },
} as const

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'owners, tags, fields and lists (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { expectSound, send } = opened
    const post = (path: string, data: object) => send('POST', path, data)
    let page: Page

    beforeAll(async () => {
      page = opened.page
      for (const [handle, name] of [
        ['hanako', '山田 花子'],
        ['taro', '佐藤 太郎'],
      ]) {
        await post('/api/v1/activities', {
          ...{ id: `a-${handle}`, type: 'Create', object: { id: `p-${handle}`, type: 'Note' } },
          actor: { platform: 'shop', handle, name },
          ...{ content: '予約が取れない', published: '2026-03-08T00:00:00Z' },
        })
      }
    })

    const dialog = () => page.getByRole('dialog')

    it('teach where there is nothing', async () => {
      await page.goto('/lists')
      await page.getByRole('heading', { name: words.empty }).waitFor()
      await expectSound()
      await page.goto('/handovers')
      await page.getByRole('heading', { name: words.handovers }).waitFor()
      await expectSound()
    })

    it('are fields of the workspace’s own, filled in beside owner and tags', async () => {
      await page.goto('/settings?section=fields')
      await page.getByLabel(words.fieldName).fill('会員ランク')
      await page.getByLabel(words.kind, { exact: true }).selectOption('choice')
      await page.getByLabel(words.choices).fill('金\n銀')
      await page.getByRole('button', { name: words.addField }).click()
      await page.getByText('金 / 銀').waitFor()
      await expectSound()
      await page.goto('/people')
      await page.getByRole('link', { name: '山田 花子' }).click()
      await page.getByRole('button', { name: words.edit }).click()
      await dialog().getByLabel(words.owner, { exact: true }).selectOption({ index: 1 })
      await dialog().getByLabel(words.newTags).fill('要フォロー、東京')
      await dialog().getByLabel('会員ランク').selectOption({ label: '金' })
      await expectSound()
      await dialog().getByRole('button', { name: words.save }).click()
      await dialog().waitFor({ state: 'detached' })
      const card = page.locator('section', { has: page.locator('#card') })
      await card.getByText('東京').waitFor()
      await card.getByText('金', { exact: true }).waitFor()
      await expectSound()
    })

    it('narrow people down, and are saved as a list', async () => {
      await page.goto('/people')
      await page.getByRole('link', { name: '佐藤 太郎' }).waitFor()
      await page.getByLabel(words.tag, { exact: true }).selectOption({ label: '要フォロー' })
      await page.getByRole('link', { name: '佐藤 太郎' }).waitFor({ state: 'detached' })
      await page.getByRole('link', { name: '山田 花子' }).waitFor()
      await page.getByRole('button', { name: words.saveList }).click()
      await dialog().getByLabel(words.listName).fill('要フォロー')
      await expectSound()
      await dialog().getByRole('button', { name: words.save }).click()
      await page.getByText(words.inList).waitFor()
      await page.getByRole('link', { name: '佐藤 太郎' }).waitFor({ state: 'detached' })
      await page.goto('/lists')
      const row = page.getByRole('row', { name: /要フォロー/ })
      await row.getByRole('cell', { name: '1', exact: true }).waitFor()
      await expectSound()
    })

    it('change for many at once after a preview, and are undone', async () => {
      await page.goto('/people')
      await page.getByRole('checkbox', { name: words.choose }).check()
      await page.getByRole('button', { name: words.bulk }).click()
      await dialog().getByLabel(words.change).selectOption({ label: words.removeTag })
      await dialog()
        .getByRole('combobox', { name: words.tag })
        .selectOption({ label: '要フォロー' })
      await dialog().getByRole('button', { name: words.preview }).click()
      await dialog().getByText(words.changes).waitFor()
      await expectSound()
      await dialog().getByRole('button', { name: words.run, exact: true }).click()
      await page.getByText(words.made).waitFor()
      await expectSound()
      await page.getByRole('button', { name: words.undo, exact: true }).click()
      await page.getByText(words.undone).waitFor()
      await page.goto('/handovers')
      await page.getByRole('button', { name: words.start }).click()
      await dialog().getByLabel(words.summary).waitFor()
      await expectSound()
    })

    it('hold on a narrow screen and in the dark', async () => {
      await page.setViewportSize({ width: 390, height: 800 })
      await page.emulateMedia({ colorScheme: 'dark' })
      for (const path of ['/people', '/lists', '/handovers', '/settings?section=fields']) {
        await page.goto(path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await expectSound()
      }
    })
  },
)

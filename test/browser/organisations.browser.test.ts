import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language, overflowPx, seriousOf } from './support.ts'

const WORDS = {
  ja: {
    sums: 'この企業・団体の合計',
    open: '進行中 1件',
    won: '受注 1件',
    purchase: '購入 1件',
    oneOnly: '1つの企業・団体の商談だけを表示しています。',
    alike: 'よく似た企業・団体',
    compare: '見比べる: Enishi Trading',
    takeName: '名前は「Enishi Trading」にする',
    merge: '統合する',
    from: '「Enishi Trading」を統合',
    undo: '統合を取り消す',
    undone: '取り消し済み',
    since: 'この日から接触なし',
    saveAs: 'リストとして保存',
    listName: 'リスト名',
    save: '保存',
    editList: '「疎遠」を編集',
    name: '名前',
    bulk: '絞り込んだすべてを変更',
    change: '変更する内容',
    lose: '失注にする',
    preview: '確認する',
    run: '変更する',
    lost: '失注',
  },
  en: {
    sums: 'What it comes to',
    open: 'Open: 1',
    won: 'Won: 1',
    purchase: 'Purchase: 1',
    oneOnly: 'Showing the deals of one organisation only.',
    alike: 'Organisations like it',
    compare: 'Compare: Enishi Trading',
    takeName: 'Name: take “Enishi Trading”',
    merge: 'Merge',
    from: '“Enishi Trading” was merged into it',
    undo: 'Take back',
    undone: 'Taken back',
    since: 'Not contacted since',
    saveAs: 'Save as list',
    listName: 'Name of the list',
    save: 'Save',
    editList: 'Edit “疎遠”',
    name: 'Name',
    bulk: 'Edit all that match',
    change: 'What to change',
    lose: 'Mark as lost',
    preview: 'Preview',
    run: 'Make the change',
    lost: 'Lost',
  },
} as const

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'organisations, their sums and merges (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    let page: Page
    let id: string

    async function post(path: string, data: object) {
      const headers = { origin: opened.server.address }
      const answer = await opened.seen.context.request.post(`/api/v1${path}`, { data, headers })
      expect(answer.status()).toBe(201)
      return answer.json()
    }

    beforeAll(async () => {
      page = opened.page
      const url = 'https://enishi.example/'
      id = (await post('/organisations', { name: '縁商事株式会社', url })).id
      await post('/organisations', { name: 'Enishi Trading', url })
      const hana = await post('/people', {
        displayName: '山田 花',
        emails: ['hana@enishi.example'],
        organisation: { name: '縁商事' },
      })
      const people = [{ person: hana.id }]
      const money = { valueMinor: 1_200_000, currency: 'JPY' }
      await post('/deals', { name: '導入', organisation: id, ...money })
      await post('/deals', { name: '更新', people, state: 'won', ...money })
    })

    it('sums what its people come to, and each figure opens what it counts', async () => {
      await page.goto(`/organisations/${id}`)
      const sums = page.getByRole('region', { name: words.sums })
      await sums.getByRole('link', { name: words.won }).waitFor()
      await sums.getByRole('button', { name: words.purchase }).click()
      await sums.getByText('更新').waitFor()
      expect(await seriousOf(page)).toEqual([])
      expect(await overflowPx(page)).toBe(0)
      await sums.getByRole('link', { name: words.open }).click()
      await page.getByText(words.oneOnly).waitFor()
      await page.getByRole('link', { name: '導入' }).waitFor()
      expect(await page.getByRole('link', { name: '更新' }).count()).toBe(0)
    })

    it('shows what is alike, side by side, merges it and takes that back', async () => {
      await page.goto(`/organisations/${id}`)
      const alike = page.getByRole('region', { name: words.alike })
      await alike.getByRole('button', { name: words.compare }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: words.takeName }).check()
      expect(await seriousOf(page)).toEqual([])
      await dialog.getByRole('button', { name: words.merge, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'Enishi Trading' }).waitFor()
      await page.getByText(words.from).waitFor()
      await page.getByRole('button', { name: words.undo }).click()
      await page.getByRole('dialog').getByRole('button', { name: words.undo, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: '縁商事株式会社' }).waitFor()
      await page.getByText(words.undone).waitFor()
    })

    it('narrows lists by contact, saves and edits the list, and loses many deals at once', async () => {
      await page.goto('/deals?view=table&state=open')
      await page.getByLabel(words.since).fill('2026-01-01')
      await page.getByRole('link', { name: '導入' }).waitFor()
      await page.getByRole('button', { name: words.bulk }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words.change).selectOption('lose')
      await dialog.getByRole('button', { name: words.preview }).click()
      await dialog.getByRole('button', { name: words.run }).click()
      await page.goto('/deals?view=table&state=lost')
      await page.getByRole('link', { name: '導入' }).waitFor()

      await page.goto('/organisations?notContactedSince=2026-01-01')
      await page.getByRole('button', { name: words.saveAs }).click()
      await page.getByRole('dialog').getByLabel(words.listName).fill('疎遠')
      await page.getByRole('dialog').getByRole('button', { name: words.save }).click()
      await page.waitForURL(/list=/)
      await page.goto('/lists')
      await page.getByRole('button', { name: words.editList }).click()
      await page.getByRole('dialog').getByLabel(words.name).fill('疎遠な取引先')
      await page.getByRole('dialog').getByRole('button', { name: words.save }).click()
      await page.getByRole('link', { name: '疎遠な取引先', exact: true }).waitFor()
      expect(await seriousOf(page)).toEqual([])
      expect(opened.seen.faults).toEqual([])
    })
  },
)

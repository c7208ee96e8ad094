import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language } from './support.ts'

const WORDS = {
  ja: {
    none: /ほかの人物と統合されていません/,
    mergeWith: '別の人物と統合',
    search: '統合する人物を名前で探す',
    nobody: '当てはまる人物がいません。',
    keepOther: /「Taro Yamada」を残す/,
    keepOwn: /「山田 太郎」を残す/,
    take: '表示名を「Taro Yamada」にする',
    takeNumber: '会員番号を「B-2」にする',
    numberBack: /会員番号: B-2 → A-1/,
    merge: '統合する',
    joined: '「Taro Yamada」を統合',
    noReasons: /根拠の記録はありません/,
    undo: '「Taro Yamada」の統合を取り消す',
    undoButton: '統合を取り消す',
    notSame: '別人とした人物',
    takeBack: /との「別人」を取り消す$/,
    split: 'アカウント「taro」を切り離す',
    splitButton: '切り離す',
    undone: '取り消した統合',
    line: '「Taro Yamada」を「Taro Yamada」に統合',
    lineUndone: '取り消し済み',
    merges: '統合',
    deals: '商談',
    changes: '名前・連絡先・担当・項目の変更履歴',
    changed: /^表示名: 山田 太郎 → Taro Yamada/,
    restored: /^表示名: Taro Yamada → 山田 太郎/,
    move: 'アカウント「taro」を別の人物へ移す',
    moveSearch: '移す先の人物を名前で探す',
    moveTitle: '「taro」を「Hanako」へ移す',
    moveButton: '別の人物へ移す',
  },
  en: {
    none: /Nobody has been merged/,
    mergeWith: 'Merge with…',
    search: 'Search the other person by name',
    nobody: 'Nobody matches.',
    keepOther: /Keep “Taro Yamada”/,
    keepOwn: /Keep “山田 太郎”/,
    take: 'Take Display name “Taro Yamada”',
    takeNumber: 'Take 会員番号 “B-2”',
    numberBack: /会員番号: B-2 → A-1/,
    merge: 'Merge',
    joined: 'Joined from “Taro Yamada”',
    noReasons: /No evidence recorded/,
    undo: 'Take back the merge of “Taro Yamada”',
    undoButton: 'Take back',
    notSame: 'Not the same as',
    takeBack: /is not the same$/,
    split: 'Split away the account “taro”',
    splitButton: 'Split away',
    undone: 'Merges taken back',
    line: '“Taro Yamada” was merged into “Taro Yamada”',
    lineUndone: 'taken back',
    merges: 'Merges',
    deals: 'Deals',
    changes: 'History of names, contact details, owners and fields',
    changed: /^Display name: 山田 太郎 → Taro Yamada/,
    restored: /^Display name: Taro Yamada → 山田 太郎/,
    move: 'Move the account “taro” to another person',
    moveSearch: 'Search the person whose it is',
    moveTitle: 'Move “taro” to “Hanako”',
    moveButton: 'Move',
  },
} as const

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'merging people (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { expectSound, send } = opened
    const post = (path: string, data: object) => send('POST', path, data)
    let page: Page

    /** A field of both with another value each, and a tag of the second. */
    async function keepOfBoth(): Promise<void> {
      const { request } = opened.seen.context
      const headers = { origin: opened.server.address }
      const data = { name: '会員番号', subject: 'person', kind: 'text' }
      const added = await request.post('/api/v1/custom-fields', { data, headers })
      const { id: field } = await added.json()
      const { items } = await (await request.get('/api/v1/people')).json()
      const cards = [
        ['山田 太郎', { fields: { [field]: 'A-1' } }],
        ['Taro Yamada', { fields: { [field]: 'B-2' }, newTags: ['招待'] }],
      ] as const
      for (const [name, card] of cards) {
        const { id } = items.find((one: { displayName: string }) => one.displayName === name)
        const answer = await request.patch(`/api/v1/people/${id}/card`, { data: card, headers })
        expect(answer.status(), await answer.text()).toBe(200)
      }
    }

    beforeAll(async () => {
      page = opened.page
      const people = [
        ['yamada', '山田 太郎'],
        ['yamada', '山田 太郎'],
        ['taro', 'Taro Yamada'],
        ['hanako', 'Hanako'],
      ]
      await post(
        '/api/v1/activities',
        people.map(([handle, name], i) => ({
          type: 'Create',
          id: `said-${i}`,
          actor: { platform: 'forum', handle, name },
          published: new Date(Date.now() - i * 86_400_000).toISOString(),
          object: { type: 'Note', id: `said-${i}`, content: `Post ${i}` },
        })),
      )
      await keepOfBoth()
    })

    const card = () => page.locator('section[aria-labelledby=card]')
    const joined = () => page.locator('section[aria-labelledby=joined]')
    const history = () => page.locator('section[aria-labelledby=changes]')
    const line = () => page.locator('section[aria-labelledby=timeline]')
    const accounts = () => page.locator('section[aria-labelledby=handles] li')

    it('teaches what a merge is while there is none', async () => {
      await page.goto('/people')
      await page.getByRole('link', { name: '山田 太郎' }).first().click()
      await joined().getByText(words.none).waitFor()
      expect(await accounts().count()).toBe(1)
      await expectSound()
    })

    it('finds the other one by keyboard and shows both side by side', async () => {
      await joined().getByRole('button', { name: words.mergeWith }).press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words.search).fill('nobody at all')
      await dialog.getByText(words.nobody).waitFor()
      await dialog.getByLabel(words.search).fill('Taro')
      await dialog.getByRole('button', { name: /^Taro Yamada/ }).press('Enter')
      await dialog.getByRole('rowheader', { name: words.deals, exact: true }).waitFor()
      // Who did more is proposed to stay.
      await dialog.getByRole('radio', { name: words.keepOwn }).waitFor()
      expect(await dialog.getByRole('radio', { name: words.keepOwn }).isChecked()).toBe(true)
      await expectSound()
      const narrow = { width: 390, height: 800 }
      const wide = page.viewportSize() ?? narrow
      await page.setViewportSize(narrow)
      await expectSound()
      await page.setViewportSize(wide)
      await dialog.getByRole('radio', { name: words.keepOther }).check()
      await dialog
        .getByRole('columnheader', { name: /Taro Yamada/ })
        .first()
        .waitFor()
      await dialog.getByRole('radio', { name: words.keepOwn }).check()
    })

    it('merges with the fields that were chosen', async () => {
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: words.take }).check()
      await dialog.getByRole('radio', { name: words.takeNumber }).check()
      expect(await dialog.getByRole('row').filter({ hasText: '招待' }).count()).toBe(1)
      await dialog.getByRole('button', { name: words.merge, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('heading', { name: 'Taro Yamada', level: 1 }).waitFor()
      await joined().getByRole('heading', { name: words.joined }).waitFor()
      await joined().getByText(words.noReasons).waitFor()
      expect(await accounts().count()).toBe(2)
      await card().getByText('B-2').waitFor()
      await card().getByText('招待').waitFor()
      await line().getByText(words.line).waitFor()
      await history().getByRole('listitem').filter({ hasText: words.changed }).waitFor()
      await expectSound()
    })

    it('says what taking it back does, does it, and remembers that they are two', async () => {
      await joined().getByRole('button', { name: words.undo }).press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByText(/Taro Yamada → 山田 太郎/).waitFor()
      await dialog.getByText(words.numberBack).waitFor()
      await expectSound()
      await dialog.getByRole('button', { name: words.undoButton, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('heading', { name: '山田 太郎', level: 1 }).waitFor()
      await joined().getByRole('heading', { name: words.notSame }).waitFor()
      await joined().getByText(words.undone).waitFor()
      await card().getByText('A-1').waitFor()
      expect(await card().getByText('招待').count()).toBe(0)
      await line().getByRole('button', { name: words.merges, exact: true }).click()
      await line().getByText(words.lineUndone).waitFor()
      await history().getByRole('listitem').filter({ hasText: words.restored }).waitFor()
      expect(await accounts().count()).toBe(1)
      await joined().getByRole('button', { name: words.takeBack }).click()
      await joined().getByRole('heading', { name: words.notSame }).waitFor({ state: 'detached' })
    })

    it('splits one account away', async () => {
      await joined().getByRole('button', { name: words.mergeWith }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words.search).fill('Taro')
      await dialog.getByRole('button', { name: /^Taro Yamada/ }).click()
      await dialog.getByRole('button', { name: words.merge, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('button', { name: words.split }).click()
      await dialog.getByRole('button', { name: words.splitButton, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      await joined().getByRole('heading', { name: words.notSame }).waitFor()
      expect(await accounts().count()).toBe(1)
      await expectSound()
    })

    it('moves one account to the person whose it is', async () => {
      await joined().getByRole('button', { name: words.mergeWith }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words.search).fill('Taro')
      await dialog.getByRole('button', { name: /^Taro Yamada/ }).click()
      await dialog.getByRole('button', { name: words.merge, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('button', { name: words.move }).press('Enter')
      await dialog.getByLabel(words.moveSearch).fill('Hana')
      await expectSound()
      await dialog.getByRole('button', { name: /^Hanako/ }).press('Enter')
      await page.getByRole('heading', { name: words.moveTitle }).waitFor()
      await expectSound()
      await dialog.getByRole('button', { name: words.moveButton, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      expect(await accounts().count()).toBe(1)
      await page.goto('/people')
      await page.getByRole('link', { name: 'Hanako' }).first().click()
      await page.getByRole('heading', { name: 'Hanako', level: 1 }).waitFor()
      await accounts().nth(1).waitFor()
      await expectSound()
    })
  },
)

import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language } from './support.ts'
import { SAID } from './words.ts'

const WORDS = {
  ja: {
    looksLike: 'Sansan から書き出した表のようです。列の対応を確かめてください。',
    holds: (header: string) => `列の対応: ${header}`,
    ignored: '取り込まない列:',
    remembered: '前に同じ見出しの表で選んだ対応を使っています。',
    needed: /氏名.*のどれかの列を選んでください/,
    tryFirst: '試してみる',
    result: '取り込むとこうなります',
    notWritten: 'まだ何も書き込んでいません。',
    changed: '内容が変わる行: 1件',
    department: '部署: 営業部 → 企画部',
    role: '役職: 係長 → 課長',
    lookalike: '登録済みのものによく似た行が1件あります',
    lookalikes: 'よく似た行の扱い',
    repeated: '前の行と同じ相手の行: 1件',
    refused: '取り込めない行: 1件',
    badField: '項目の値が正しくありません',
    undoOf: 'contacts.csvの取り込みを取り消す',
    undo: '取り消す',
    undone: '取り消し済み',
    kept: /残したもの.*件を見る/,
    edited: '取り込み後に編集された',
    person: '人物',
  },
  en: {
    looksLike: 'This looks like an export of Sansan. Check what the columns hold.',
    holds: (header: string) => `What the columns hold: ${header}`,
    ignored: 'Columns that are left out:',
    remembered: 'Taken over from the last table with this header.',
    needed: 'Choose a column for the name, the e-mail address or the account.',
    tryFirst: 'Try it first',
    result: 'What the import would do',
    notWritten: 'Nothing has been written yet.',
    changed: 'Rows that change something: 1',
    department: 'Department: 営業部 → 企画部',
    role: 'Role: 係長 → 課長',
    lookalike: 'One row looks like somebody or something you know',
    lookalikes: 'Rows that look like what is known',
    repeated: 'Rows about somebody named before: 1',
    refused: 'Rows that cannot be taken: 1',
    badField: 'A field holds a value that is not valid',
    undoOf: 'Take back the import of contacts.csv',
    undo: 'Take back',
    undone: 'Taken back',
    kept: /See the .* kept/,
    edited: 'edited since',
    person: 'Person',
  },
} as const

/** Business cards as Sansan writes them. */
const CARDS = `名刺ID,会社名,部署,役職,姓,名,姓カナ,名カナ,メールアドレス,名刺交換日
C-1,株式会社みなみ商店,営業部,係長,山田,花子,ヤマダ,ハナコ,hanako@example.jp,2024/05/01
C-2,㈱みなみ商店,総務部,,佐藤,健,サトウ,ケン,ken@example.jp,2024/05/01
`

/** A list of one's own: one that changes, one that does not, a new one twice, a bad one, a lookalike. */
const CONTACTS = `氏名,ふりがな,会社名,セクション,役職,メール
山田 花子,ヤマダ ハナコ,株式会社みなみ商店,企画部,課長,hanako@example.jp
佐藤 健,サトウ ケン,㈱みなみ商店,,,ken@example.jp
鈴木 一郎,すずき いちろう,北野工業,開発部,部長,ichiro@example.jp
鈴木 一郎,すずき いちろう,北野工業,開発部,本部長,ichiro@example.jp
高橋 次郎,,北野工業,,,これはアドレスではない
山田 花子,やまだ はなこ,みなみ商店,,,hana@private.example
`

/** An import, a trial or an undo is a job behind others, each in a thread that has to start. */
const JOB_MS_MAX = 60_000

interface Person {
  id: string
  displayName: string
}

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'the import of lists (%s)',
  (language) => {
    const said = SAID[language]
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { expectSound, send } = opened
    let page: Page

    beforeAll(async () => {
      page = opened.page
    })

    async function people(): Promise<Person[]> {
      const answer = await opened.seen.context.request.get('/api/v1/people?sort=name')
      return ((await answer.json()) as { items: Person[] }).items
    }

    /** The card of a file that was just chosen. */
    async function choose(name: string, text: string): Promise<Locator> {
      await page.goto('/import')
      const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
      await page.locator('input[type=file]').setInputFiles(file)
      const card = page.getByRole('region', { name, exact: true })
      await card.locator('thead select').first().waitFor()
      return card
    }

    const held = (card: Locator) =>
      card
        .locator('thead select')
        .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value))

    async function start(card: Locator, name: string): Promise<void> {
      await card.getByRole('button', { name: said.startImport }).click()
      const run = page.getByRole('article', { name, exact: true })
      await run.getByText(said.done, { exact: true }).waitFor({ timeout: JOB_MS_MAX })
    }

    async function tryIt(card: Locator): Promise<Locator> {
      await card.getByRole('button', { name: words.tryFirst }).click()
      const result = card.getByRole('region', { name: words.result })
      await result.getByText(words.notWritten).waitFor({ timeout: JOB_MS_MAX })
      return result
    }

    it('guesses what the columns of a known product hold, the department too', async () => {
      const card = await choose('cards.csv', CARDS)
      await card.getByText(words.looksLike).waitFor()
      expect(await held(card)).toEqual([
        ...['id', 'organisation', 'department', 'role', 'family', 'given', 'familyReading'],
        ...['givenReading', 'email', 'since'],
      ])
      await expectSound()
      await start(card, 'cards.csv')
      expect((await people()).map(({ displayName }) => displayName).sort()).toEqual(
        ['佐藤 健', '山田 花子'].sort(),
      )
    })

    it('lets the guess be mended, and asks for what it cannot do without', async () => {
      const card = await choose('contacts.csv', CONTACTS)
      const expected = ['name', 'reading', 'organisation', '', 'role', 'email']
      expect(await held(card)).toEqual(expected)
      await card.getByText(words.ignored).waitFor()
      await card.getByLabel(words.holds('セクション')).selectOption('department')
      await card.getByText(words.ignored).waitFor({ state: 'detached' })
      // A meaning is in one column: taking it elsewhere takes it from here.
      await card.getByLabel(words.holds('役職')).selectOption('department')
      expect((await held(card)).slice(3, 5)).toEqual(['', 'department'])
      for (const header of ['氏名', 'メール']) {
        await card.getByLabel(words.holds(header)).selectOption('')
      }
      await card.getByText(words.needed).waitFor()
      expect(await card.getByRole('button', { name: said.startImport }).isDisabled()).toBe(true)
      expect(await card.getByRole('button', { name: words.tryFirst }).isDisabled()).toBe(true)
      await expectSound()
    })

    it('says with counts and examples what would become of each row, and writes nothing', async () => {
      const card = await choose('contacts.csv', CONTACTS)
      await card.getByLabel(words.holds('セクション')).selectOption('department')
      const result = await tryIt(card)
      const counts: Record<string, string | null> = {}
      for (const ending of ['read', 'new', 'updated', 'unchanged', 'repeated', 'refused']) {
        counts[ending] = await result.locator(`[data-ending=${ending}] dd`).textContent()
      }
      expect(counts).toEqual({
        ...{ read: '6', new: '2', updated: '1', unchanged: '1', repeated: '1', refused: '1' },
      })
      await result.getByText(words.changed).click()
      await result.getByText(words.department).waitFor()
      await result.getByText(words.role).waitFor()
      await result.getByText(words.repeated).click()
      await result.getByText(words.refused).click()
      await result.getByText(words.badField).waitFor()
      await result.getByText(words.lookalike).waitFor()
      const [known] = (await people()).filter(({ displayName }) => displayName === '山田 花子')
      const link = result.getByRole('link', { name: '山田 花子' })
      expect(await link.getAttribute('href')).toBe(`/people/${known?.id}`)
      expect(await people()).toHaveLength(2)
      await expectSound()
      // What was found held for what was tried.
      await card.getByLabel(words.holds('役職')).selectOption('')
      await result.waitFor({ state: 'detached' })
    })

    it('adds rows that look like somebody to them where that was chosen', async () => {
      const card = await choose('contacts.csv', CONTACTS)
      await card.getByLabel(words.holds('セクション')).selectOption('department')
      const result = await tryIt(card)
      await result.getByLabel(words.lookalikes).selectOption('update')
      await start(card, 'contacts.csv')
      const names = (await people()).map(({ displayName }) => displayName)
      expect(names.sort()).toEqual(['佐藤 健', '山田 花子', '鈴木 一郎'].sort())
      await expectSound()
      const again = await choose('contacts.csv', CONTACTS)
      await again.getByText(words.remembered).waitFor()
      expect((await held(again))[3]).toBe('department')
    })

    it('shows the department where somebody belongs', async () => {
      const [hanako] = (await people()).filter(({ displayName }) => displayName === '山田 花子')
      await page.goto(`/people/${hanako?.id}`)
      await page.getByText('企画部').waitFor()
      await page.getByText('課長').waitFor()
      await expectSound()
    })

    it('is taken back after being asked, but for what was edited since', async () => {
      const [hanako, ichiro] = ['山田 花子', '鈴木 一郎'].map((name) =>
        people().then((all) => all.find(({ displayName }) => displayName === name)?.id),
      )
      await send('PATCH', `/api/v1/people/${await ichiro}`, { displayName: '鈴木 壱郎' })
      await page.goto('/import')
      await page.getByRole('button', { name: words.undoOf }).click()
      const question = page.getByRole('dialog')
      await question.waitFor()
      await expectSound()
      await question.getByRole('button', { name: words.undo, exact: true }).click()
      const run = page.getByRole('article', { name: 'contacts.csv', exact: true })
      await run.getByText(words.undone, { exact: true }).waitFor({ timeout: JOB_MS_MAX })
      await run.getByRole('button', { name: words.kept }).click()
      const edited = run.getByRole('row').filter({ hasText: words.edited })
      await edited.first().waitFor()
      await edited.getByRole('link', { name: words.person }).first().waitFor()
      await expectSound()
      const names = (await people()).map(({ displayName }) => displayName)
      expect(names.sort()).toEqual(['佐藤 健', '山田 花子', '鈴木 壱郎'].sort())
      await page.goto(`/people/${await hanako}`)
      await page.getByText('営業部').waitFor()
      await page.getByText('係長').waitFor()
      expect(await page.getByText('企画部').count()).toBe(0)
    })
  },
)

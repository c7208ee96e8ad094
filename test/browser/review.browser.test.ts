import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language } from './support.ts'

const WORDS = {
  ja: {
    empty: '確認待ちの組はありません',
    search: '人物を検索',
    nothing: '当てはまる組がありません',
    clear: '検索を解除',
    why: '同じ人と考えた根拠',
    likely: /同一人物である確率 \d/,
    reading: /^名前: 読みが一致 \(重み \+\d+\.\d\)$/,
    inRow: '名前: 読みが一致',
    open: (name: string) => `「${name}」を開く`,
    keep: (name: string) => `「${name}」を残す`,
    take: (name: string) => `表示名を「${name}」にする`,
    suggested: /おすすめ/,
    merge: '統合する',
    apart: '別人として記録',
    later: 'あとで',
    close: '閉じる',
    states: { open: '未確認', later: '保留', merged: '統合した', 'not-same': '別人とした' },
    undo: (name: string) => `「${name}」の統合を取り消す`,
    undoButton: '統合を取り消す',
    notSame: '別人とした人物',
    noLater: '保留にした組はありません',
    left: '確認待ち 2組',
  },
  en: {
    empty: 'There is no pair to look at',
    search: 'Search people',
    nothing: 'No pair matches',
    clear: 'Clear the search',
    why: 'Why they may be one',
    likely: /\d% likely the same person/,
    reading: /^Name: the same reading \(weight \+\d+\.\d\)$/,
    inRow: 'Name: the same reading',
    open: (name: string) => `Open “${name}”`,
    keep: (name: string) => `Keep “${name}”`,
    take: (name: string) => `Take Display name “${name}”`,
    suggested: /suggested/,
    merge: 'Merge',
    apart: 'They are not the same',
    later: 'Later',
    close: 'Close',
    states: {
      ...{ open: 'To look at', later: 'Put off' },
      ...{ merged: 'Merged', 'not-same': 'Not the same' },
    },
    undo: (name: string) => `Take back the merge of “${name}”`,
    undoButton: 'Take back',
    notSame: 'Not the same as',
    noLater: 'Nothing was put off',
    left: '2 pairs to look at',
  },
} as const

/** Who is one by the reading of a rare name only. */
const PAIRS = [
  ['雪村 花子', 'Yukimura Hanako'],
  ['長谷川 直樹', 'Hasegawa Naoki'],
  ['白鳥 美咲', 'Shiratori Misaki'],
] as const
const [FIRST, SECOND, THIRD] = PAIRS

/** People who share nothing, not even half a name. */
const STRANGERS =
  `Alder Birk Cyprus Dagny Elgar Fjord Gudrun Hollis Imke Jorund Kestrel Lindel Mottram Nyberg
  Oxley Pavlo Quimby Rasmus Stig Thorkel Ulrika Vetle Wystan Xanthe Yrsa Zelmar Bruno Corvin Dorrit Emeka
  Fabiola Gwilym Hesper Isolde Juniper Kasimir Lorcan Merete Nestor Oberon`.split(/\s+/)

/** The Enter that ends a composition, as Chromium tells it; false where somebody took it. */
const COMPOSED_ENTER = `document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
  { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))`

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'the review queue (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { expectSound, send } = opened
    const post = (path: string, data: object) => send('POST', path, data)
    let page: Page

    const said = (platform: string, handle: string, name: string) => ({
      ...{ type: 'Create', id: `said-${handle}`, published: new Date().toISOString() },
      actor: { platform, handle, name },
      object: { type: 'Note', id: `said-${handle}`, content: `${name} says something` },
    })

    interface Waiting {
      items: object[]
      standing: { waiting: number }
    }

    /** Waits until every account was compared. */
    async function expectPairs(count: number): Promise<void> {
      const ask = async () => {
        const answer = await opened.seen.context.request.get('/api/v1/people/candidates')
        const { items, standing } = (await answer.json()) as Waiting
        return { pairs: items.length, waiting: standing.waiting }
      }
      await expect.poll(ask, { timeout: 60_000 }).toEqual({ pairs: count, waiting: 0 })
    }

    beforeAll(async () => {
      page = opened.page
    })

    const dialog = () => page.getByRole('dialog')
    const rowOf = ([one, other]: readonly [string, string]) =>
      page.getByRole('listitem').filter({ hasText: one }).filter({ hasText: other })
    const pairOf = (names: readonly [string, string]) => rowOf(names).getByRole('button')
    const show = (state: keyof typeof words.states) =>
      page.getByRole('button', { name: words.states[state], exact: true }).click()

    it('teaches what comes here while nothing does', async () => {
      const strangers = STRANGERS.map((name, i) =>
        said('x', name.toLowerCase(), `${name} ${STRANGERS[(i + 13) % STRANGERS.length]}sen`),
      )
      await post('/api/v1/activities', strangers)
      await expectPairs(0)
      await page.goto('/review')
      await page.getByRole('heading', { name: words.empty }).waitFor()
      await expectSound()
    })

    it('lists each pair with its likelihood and what speaks for it', async () => {
      const pairs = PAIRS.flatMap(([kanji, latin], i) => [
        said('x', `kanji${i}`, kanji),
        said('forum', `latin_${i}`, latin),
      ])
      await post('/api/v1/activities', pairs)
      await expectPairs(PAIRS.length)
      await page.goto('/review')
      for (const pair of PAIRS) {
        const row = rowOf(pair)
        await row.getByText(words.likely).waitFor()
        await row.getByText(words.inRow).waitFor()
      }
      await expectSound()
    })

    it('searches on Enter, but not on that of a composition', async () => {
      await page.keyboard.press('/')
      await page.keyboard.type('長谷川')
      const before = page.url()
      // Somebody took it, so the form is not sent.
      expect(await page.evaluate(COMPOSED_ENTER)).toBe(false)
      expect(page.url()).toBe(before)
      await page.keyboard.press('Enter')
      await pairOf(FIRST).waitFor({ state: 'detached' })
      await pairOf(SECOND).waitFor()
      await page.getByLabel(words.search).fill('nobody at all')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: words.nothing }).waitFor()
      await expectSound()
      await page.getByRole('button', { name: words.clear }).click()
      await pairOf(FIRST).waitFor()
    })

    it('opens by keyboard, side by side with reasons in words and weights', async () => {
      await page.locator('body').click({ position: { x: 1, y: 1 } })
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('k')
      await pairOf(FIRST).focus()
      await page.keyboard.press('Enter')
      const why = dialog().getByRole('region', { name: words.why })
      await why.getByText(words.likely).waitFor()
      await why.getByRole('listitem').filter({ hasText: words.reading }).waitFor()
      for (const name of FIRST)
        await dialog()
          .getByRole('link', { name: words.open(name) })
          .waitFor()
      await dialog().getByText(words.suggested).first().waitFor()
      await expectSound()
    })

    it('shows what would change: the direction, and field by field', async () => {
      const [kanji, latin] = FIRST
      await dialog()
        .getByRole('radio', { name: words.keep(latin) })
        .check()
      const kept = dialog().getByRole('columnheader').nth(1)
      await kept.getByText(latin).waitFor()
      await dialog()
        .getByRole('radio', { name: words.keep(kanji) })
        .check()
      await kept.getByText(kanji).waitFor()
      await dialog()
        .getByRole('radio', { name: words.take(latin) })
        .check()
      const result = dialog().getByRole('row').nth(1).getByRole('cell').last()
      await expect.poll(() => result.textContent()).toBe(latin)
      await dialog()
        .getByRole('radio', { name: words.take(kanji) })
        .check()
      await expect.poll(() => result.textContent()).toBe(kanji)
      await expectSound()
    })

    it('goes to the page of either and back to the pair', async () => {
      await dialog()
        .getByRole('link', { name: words.open(FIRST[0]) })
        .click()
      await page.getByRole('heading', { name: FIRST[0], level: 1 }).waitFor()
      await page.goBack()
      await dialog()
        .getByRole('radio', { name: words.keep(FIRST[0]) })
        .waitFor()
      await page.keyboard.press('Escape')
      await dialog().waitFor({ state: 'detached' })
      await pairOf(FIRST).waitFor()
    })

    it('merges as was chosen, and stays at the queue', async () => {
      const [kanji, latin] = FIRST
      await pairOf(FIRST).click()
      await dialog()
        .getByRole('radio', { name: words.keep(latin) })
        .check()
      await dialog()
        .getByRole('radio', { name: words.take(kanji) })
        .check()
      const merge = dialog().getByRole('button', { name: words.merge, exact: true })
      // It waits for what is shown to be what was chosen.
      await expect.poll(() => merge.isEnabled()).toBe(true)
      await merge.press('Enter')
      await dialog().waitFor({ state: 'detached' })
      await pairOf(FIRST).waitFor({ state: 'detached' })
      await page.getByRole('status').filter({ hasText: words.left }).waitFor()
      await show('merged')
      await page.getByRole('listitem').filter({ hasText: words.inRow }).waitFor()
      await expectSound()
    })

    it('keeps the evidence with the merge, and takes it back', async () => {
      const [kanji, latin] = FIRST
      await page.goto('/people')
      await page.getByRole('link', { name: kanji }).click()
      const joined = page.locator('section[aria-labelledby=joined]')
      await joined.getByText(words.likely).waitFor()
      await joined.getByRole('listitem').filter({ hasText: words.reading }).first().waitFor()
      await joined.getByRole('button', { name: words.undo(kanji) }).press('Enter')
      await dialog().getByRole('button', { name: words.undoButton, exact: true }).click()
      await dialog().waitFor({ state: 'detached' })
      await page.getByRole('heading', { name: latin, level: 1 }).waitFor()
      await joined.getByRole('heading', { name: words.notSame }).waitFor()
      // They are two now, and said to be: the queue does not ask again.
      await page.goto('/review')
      await pairOf(SECOND).waitFor()
      expect(await pairOf(FIRST).count()).toBe(0)
      await expectSound()
    })

    it('remembers who is not the same', async () => {
      await pairOf(SECOND).click()
      await dialog().getByRole('button', { name: words.apart }).click()
      await dialog().waitFor({ state: 'detached' })
      await pairOf(SECOND).waitFor({ state: 'detached' })
      // The accounts are heard of anew, compared anew, and not asked about again.
      const again = SECOND.map((name, i) => ({
        ...said(i === 0 ? 'x' : 'forum', i === 0 ? 'kanji1' : 'latin_1', `${name} `),
        ...{ id: `again-${i}`, object: { type: 'Note', id: `again-${i}`, content: 'again' } },
      }))
      await post('/api/v1/activities', again)
      await expectPairs(1)
      await show('not-same')
      await pairOf(SECOND).waitFor()
      await pairOf(SECOND).click()
      await dialog()
        .getByRole('link', { name: words.open(SECOND[0]) })
        .waitFor()
      expect(await dialog().getByRole('button', { name: words.merge, exact: true }).count()).toBe(0)
      await expectSound()
      await dialog()
        .getByRole('link', { name: words.open(SECOND[0]) })
        .click()
      await page.locator('section[aria-labelledby=joined]').getByText(words.notSame).waitFor()
    })

    it('puts off, and decides what was put off', async () => {
      await page.goto('/review')
      await pairOf(THIRD).click()
      await dialog().getByRole('button', { name: words.later, exact: true }).click()
      await dialog().waitFor({ state: 'detached' })
      await page.getByRole('heading', { name: words.empty }).waitFor()
      await show('later')
      await pairOf(THIRD).click()
      await dialog().getByRole('button', { name: words.merge, exact: true }).click()
      await dialog().waitFor({ state: 'detached' })
      await page.getByRole('heading', { name: words.noLater }).waitFor()
      await expectSound()
    })
  },
)

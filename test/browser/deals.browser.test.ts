import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { SIGNING, stripeHeaders } from '#test/hooks.ts'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language } from './support.ts'

const WORDS = {
  ja: {
    deals: '商談',
    empty: 'まだ商談がありません',
    add: '商談を追加',
    name: '商談名',
    dealName: '予約システムの導入',
    person: '相手の人物',
    value: '金額',
    amount: '120万',
    shown: /120万円|1,200,000円/,
    save: '保存',
    stages: ['引き合い', 'ヒアリング', '提案'],
    moveOf: (stage: string) => `「予約システムの導入」を移動 (現在: ${stage})`,
    moved: (stage: string) => `「予約システムの導入」を「${stage}」へ移しました。`,
    win: '受注にする',
    lose: '失注にする',
    reason: '失注の理由',
    reopen: '進行中に戻す',
    wonThisYear: '今年度の受注',
    table: '一覧',
    board: 'ボード',
    lost: '失注',
    competitor: '競合に決まった',
    writeNote: 'メモを書く',
    note: '内容',
    addTask: 'タスクを追加',
    task: 'すること',
    dueOn: '期日',
    overdue: '期限超過',
    record: '接触を記録',
    notes: 'メモ',
    bought: '購入',
    mine: '自分の期限超過',
    mentions: '自分へのメモ',
    done: '「見積書を送る」を完了にする',
    homeOverdue: '期限を過ぎた自分のタスク',
    imported: '取り込み: 縁 結子',
    paidBack: /返金 \$4\.00（.+）を差し引いた額/,
    search: '商談を検索',
    nothing: '当てはまる商談がありません',
  },
  en: {
    deals: 'Deals',
    empty: 'There are no deals yet',
    add: 'Add deal',
    name: 'Name',
    dealName: 'Booking system',
    person: 'Person',
    value: 'Value',
    amount: '12,000',
    shown: /US\$12,000/,
    save: 'Save',
    stages: ['Enquiry', 'Discovery', 'Proposal'],
    moveOf: (stage: string) => `Move “Booking system” (now: ${stage})`,
    moved: (stage: string) => `“Booking system” is now at “${stage}”.`,
    win: 'Mark as won',
    lose: 'Mark as lost',
    reason: 'Why it was lost',
    reopen: 'Reopen',
    wonThisYear: 'Won this fiscal year',
    table: 'Table',
    board: 'Board',
    lost: 'Lost',
    competitor: 'Lost to a competitor',
    writeNote: 'Write a note',
    note: 'Note',
    addTask: 'Add a task',
    task: 'What to do',
    dueOn: 'Due on',
    overdue: 'Overdue',
    record: 'Record a contact',
    notes: 'Notes',
    bought: 'Purchase',
    mine: 'My overdue work',
    mentions: 'Notes that call me',
    done: 'Mark “見積書を送る” as done',
    homeOverdue: 'My overdue work',
    imported: 'imported by 縁 結子',
    paidBack: /after US\$4\.00 paid back, last on/,
    search: 'Search deals',
    nothing: 'No deal matches',
  },
} as const

/** The Enter that ends a composition, as Chromium tells it. */
const COMPOSED_ENTER = `document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
  { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))`
const HAS_FOCUS = (text: string) =>
  `document.activeElement?.textContent === ${JSON.stringify(text)}`
const FOCUSED = `document.activeElement?.getAttribute('aria-label')`

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'deals, tasks and the timeline (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { expectSound, send } = opened
    const post = (path: string, data: object) => send('POST', path, data)
    let page: Page
    let personId: string

    beforeAll(async () => {
      page = opened.page
      const actor = { platform: 'shop', handle: 'hanako', name: '山田 花子' }
      await post('/api/v1/activities', {
        ...{ id: 'a1', type: 'Create', object: { id: 'p1', type: 'Note' } },
        ...{ actor, content: '予約が取れない', published: '2026-03-08T00:00:00Z' },
      })
      const people = await opened.seen.context.request.get('/api/v1/people')
      personId = (await people.json()).items[0].id
    })

    const column = (name: string) => page.getByRole('region', { name, exact: true })
    const card = (stage: string) => column(stage).getByRole('link', { name: words.dealName })
    const dialog = () => page.getByRole('dialog')

    it('teach where there is nothing, and take a deal in the words people use', async () => {
      await page.goto('/deals')
      await page.getByRole('heading', { name: words.empty }).waitFor()
      await expectSound()
      await page.getByRole('button', { name: words.add }).click()
      await dialog().waitFor()
      await page.keyboard.press('Escape')
      await dialog().waitFor({ state: 'detached' })
      const isBack = () => page.evaluate(HAS_FOCUS(words.add))
      await expect.poll(isBack).toBe(true)
      await page.keyboard.press('Enter')
      await dialog().getByLabel(words.name, { exact: false }).first().fill(words.dealName)
      // Enter belongs to the composition: nothing is sent, the dialog stays.
      expect(await page.evaluate(COMPOSED_ENTER)).toBe(false)
      await dialog().getByRole('combobox', { name: words.person }).fill('山田')
      await page.getByRole('option', { name: '山田 花子' }).click()
      await dialog().getByRole('textbox', { name: words.value, exact: true }).fill(words.amount)
      await expectSound()
      await dialog().getByRole('button', { name: words.save }).click()
      await page.waitForURL('**/deals/*-*')
      await page.getByText(words.shown).first().waitFor()
      await page.getByRole('link', { name: '山田 花子' }).waitFor()
      await expectSound()
    })

    it('move by arrow keys, by the menu and by dragging, and say so', async () => {
      const [first, second, third] = words.stages
      await page.goto('/deals')
      await card(first).waitFor()
      await expectSound()
      const mover = (stage: string) => page.getByRole('button', { name: words.moveOf(stage) })
      await mover(first).focus()
      await page.keyboard.press('ArrowRight')
      await card(second).waitFor()
      await page.getByText(words.moved(second)).waitFor({ state: 'attached' })
      // The focus went along, so that the next arrow moves the same deal.
      await expect.poll(() => page.evaluate(FOCUSED)).toBe(words.moveOf(second))
      await page.keyboard.press('ArrowLeft')
      await card(first).waitFor()
      await mover(first).click()
      await page.getByRole('menuitem', { name: third }).click()
      await card(third).waitFor()
      await column(third).getByText(words.shown).first().waitFor()
      await page.locator('.board-card').dragTo(column(second))
      await card(second).waitFor()
      await expectSound()
    })

    it('are lost with a reason, reopened, and won as a purchase', async () => {
      const second = words.stages[1]
      await page.getByRole('button', { name: words.moveOf(second) }).click()
      await page.getByRole('menuitem', { name: words.lose }).click()
      await dialog().getByLabel(words.reason).selectOption('competitor')
      await expectSound()
      await dialog().getByRole('button', { name: words.lose }).click()
      await card(second).waitFor({ state: 'detached' })
      await page.getByRole('button', { name: words.table, exact: true }).click()
      await page.getByRole('cell', { name: words.lost, exact: true }).waitFor()
      await expectSound()
      // On a telephone the row scrolls: its name is not squeezed into a column of single characters.
      const wide = page.viewportSize() ?? { width: 1400, height: 900 }
      await page.setViewportSize({ width: 390, height: 844 })
      const name = page.getByRole('rowheader', { name: words.dealName })
      await expect.poll(async () => (await name.boundingBox())?.width).toBeGreaterThan(120)
      await page.setViewportSize(wide)
      await page.getByRole('link', { name: words.dealName }).click()
      await page.getByText(words.competitor).waitFor()
      await page.getByRole('button', { name: words.reopen }).click()
      await page.getByRole('button', { name: words.win }).click()
      await page.getByRole('button', { name: words.reopen }).waitFor()
      await page.goto('/deals')
      await column(words.wonThisYear).getByText(words.shown).waitFor()
      await page.getByLabel(words.search).fill('ない商談')
      await page.getByLabel(words.search).press('Enter')
      await page.goto('/deals?view=table&q=xyz')
      await page.getByRole('heading', { name: words.nothing }).waitFor()
      await expectSound()
    })

    it('stand in one line with what the person does, and with notes, tasks and contacts', async () => {
      await page.goto(`/people/${personId}`)
      const line = page.getByRole('region', { name: /^(タイムライン|Timeline)$/ })
      await line.getByText('予約が取れない').waitFor()
      await line.getByText(words.bought, { exact: true }).waitFor()
      await page.getByRole('button', { name: words.writeNote }).click()
      const text = dialog().getByRole('textbox', { name: words.note })
      await text.fill('来週伺う ')
      await text.press('End')
      await text.pressSequentially('@縁')
      await page.getByRole('option', { name: '縁 結子' }).click()
      await expectSound()
      await dialog().getByRole('button', { name: words.save }).click()
      await line.locator('.mention', { hasText: '@縁 結子' }).waitFor()
      await page.getByRole('button', { name: words.record }).click()
      await dialog().locator('textarea').fill('電話で要件を確認')
      await expectSound()
      await dialog().getByRole('button', { name: words.save }).click()
      await line.getByText('電話で要件を確認').waitFor()
      await page.getByRole('button', { name: words.addTask }).click()
      await dialog().getByLabel(words.task).fill('見積書を送る')
      await dialog().getByLabel(words.dueOn).fill('2026-03-01')
      await dialog().getByRole('button', { name: words.save }).click()
      await line.getByText('見積書を送る').waitFor()
      await expectSound()
      await line.getByRole('button', { name: words.notes, exact: true }).click()
      await line.getByText('予約が取れない').waitFor({ state: 'detached' })
      await line.getByText('来週伺う').waitFor()
    })

    it('stand beside notes that were imported, with who did, and what Stripe says was paid back', async () => {
      await importPeople('name,mail,note\n買田 多郎,taro@shop.example,展示会で名刺交換\n')
      await tellStripe()
      const { request } = opened.seen.context
      const taro = { q: '買田' }
      const idOf = async () =>
        (await (await request.get('/api/v1/people', { params: taro })).json()).items[0]?.id
      await expect.poll(idOf, { timeout: 30_000 }).toBeDefined()
      await page.goto(`/people/${await idOf()}`)
      const line = page.getByRole('region', { name: /^(タイムライン|Timeline)$/ })
      await line.getByText('展示会で名刺交換').waitFor()
      await line.getByText(words.imported, { exact: true }).waitFor()
      await line.getByText(words.paidBack).waitFor()
      await expectSound()
    })

    /** A list of people whose third column is a note. */
    async function importPeople(csv: string): Promise<void> {
      const headers = { origin: opened.server.address, 'content-type': 'application/octet-stream' }
      const put = { data: Buffer.from(csv), headers, params: { name: 'people.csv' } }
      const uploaded = await opened.seen.context.request.post('/api/v1/uploads', put)
      const columns = { name: 'name', email: 'mail', note: 'note' }
      const { uploadId } = await uploaded.json()
      await post('/api/v1/imports', { uploadId, format: 'people-csv', columns })
    }

    /** As Stripe tells of a purchase by mail address, and that some of it was paid back. */
    async function tellStripe(): Promise<void> {
      const stripe = { kind: 'stripe', name: `Stripe ${Date.now()}`, settings: {}, secret: SIGNING }
      const { hook } = (await post('/api/v1/channels', stripe)) as { hook: { path: string } }
      const seconds = Math.floor(Date.now() / 1000) - 60
      const payment = { id: 'pi_1', amount_received: 1_000, currency: 'usd', customer: 'cus_1' }
      const charge = { id: 'ch_1', payment_intent: 'pi_1', currency: 'usd', customer: 'cus_1' }
      for (const [type, object] of [
        ['payment_intent.succeeded', { ...payment, receipt_email: 'taro@shop.example' }],
        ['charge.refunded', { ...charge, amount_refunded: 400 }],
      ] as const) {
        const event = {
          id: `evt_${type}`,
          type,
          created: seconds,
          livemode: true,
          data: { object },
        }
        const body = JSON.stringify(event)
        const headers = { 'content-type': 'application/json', ...stripeHeaders(body) }
        const told = await fetch(`${opened.server.address}${hook.path}`, {
          ...{ method: 'POST', body, headers },
        })
        expect(told.status).toBe(200)
      }
    }

    it('tell what is overdue on Home and among the tasks, until it is done', async () => {
      await page.goto('/')
      await page
        .getByRole('region', { name: words.homeOverdue })
        .getByText('見積書を送る')
        .waitFor()
      await expectSound()
      await page.goto('/tasks')
      await page.getByRole('button', { name: words.mine, exact: true }).click()
      await page.getByText(words.overdue, { exact: false }).first().waitFor()
      await expectSound()
      // Done, it leaves the list at once: there may be nothing left that could be seen to be checked.
      await page.getByRole('checkbox', { name: words.done }).click()
      await page.getByText('見積書を送る').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: words.mentions }).click()
      await page.getByText('来週伺う').waitFor()
      await expectSound()
    })
  },
)

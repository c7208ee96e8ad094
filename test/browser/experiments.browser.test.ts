import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { getExperimentResults } from '#http/contract/experiments.ts'
import { analyseArms } from '#measure/experiments/analyse-arms.ts'
import { planWeeks } from '#measure/experiments/plan-people.ts'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language, signInAt } from './support.ts'

const WORDS = {
  ja: {
    page: '効果検証',
    empty: 'まだ効果検証がありません',
    never: '必ず返事をする相手',
    complaint: '苦情、質問、困りごとを書いた人',
    baseRate: '成果が起きる割合（%）',
    peopleAWeek: '1週間に新しく出会う人数',
    compute: '計算',
    answer: (weeks: number) => `20%の上乗せを見分けるには、${weeks}週間かかります。`,
    nothingHappens: '過去8週間にこの成果が1件もないため',
    add: '効果検証を計画',
    name: '名前',
    save: '保存',
    submit: '承認を申請',
    approve: '承認',
    sendBack: '差し戻し',
    note: '申し送り',
    start: '開始',
    running: '実施中',
    nobodyYet: 'まだ誰も割り付けられていません。',
    end: '終了',
    confirm: '実行',
    search: '効果検証を検索',
    nothing: '当てはまる効果検証がありません',
    told: '声をかけたことで、成果の割合は',
    chart: '測った効果と見かけの差',
    table: '数値',
    insufficient: '根拠不足: 成果がまだ10件未満です。',
    leaveAlone: 'こちらからは声をかけないでください',
    always: '宛てられた投稿、苦情、質問',
    chip: '声をかけない',
    contaminated: '声をかけない群の1人に、こちらから声をかけてしまいました',
    byContact: '接触の記録による',
    task: '電話をかける',
  },
  en: {
    page: 'Experiments',
    empty: 'There are no experiments yet',
    never: 'Who is never left alone',
    complaint: 'Whoever complains, asks or needs help',
    baseRate: 'How often it happens (%)',
    peopleAWeek: 'New people a week',
    compute: 'Work it out',
    answer: (weeks: number) => `To see a 20% lift you need ${weeks} weeks.`,
    nothingHappens: 'This has not happened once in the last eight weeks',
    add: 'Plan an experiment',
    name: 'Name',
    save: 'Save',
    submit: 'Submit for approval',
    approve: 'Approve',
    sendBack: 'Send back',
    note: 'Note',
    start: 'Start',
    running: 'Running',
    nobodyYet: 'Nobody has been drawn yet.',
    end: 'End',
    confirm: 'Go ahead',
    search: 'Search experiments',
    nothing: 'No experiment matches',
    told: 'Reaching out raised the share of people by',
    chart: 'Measured effect and apparent difference',
    table: 'The figures',
    insufficient: 'Insufficient evidence: fewer than 10 outcomes so far.',
    leaveAlone: 'Please do not reach out to them',
    always: 'What they address to us, complaints, questions',
    chip: 'Leave alone',
    contaminated: 'Colleagues reached out to 1 of those who were to be left alone',
    byContact: 'a contact was written down',
    task: 'Give them a call',
  },
} as const

const NAME = '春のあいさつ spring'

/** What the server answers once the horizon of many people is over: no test waits for that. */
function resultsOfMany() {
  const engage = { people: 2_700, hits: 810, engagedPeople: 1_350, engagedHits: 560 }
  const holdOut = { people: 300, hits: 50, engagedPeople: 0, engagedHits: 0 }
  const quiet = { people: 900, hits: 4, engagedPeople: 10, engagedHits: 1 }
  const shown = (name: string | null, arms: Parameters<typeof analyseArms>[0]) => {
    const { rho, ...analysed } = analyseArms(arms, 0.9)
    const found = rho && { value: rho.value, low: rho.low, high: rho.high }
    const channel = name && { id: '01900000-0000-7000-8000-000000000001', name }
    const pooledRho = name === null || found === null ? null : pooled(found)
    return { channel: channel || null, ...arms, waiting: 12, ...analysed, rho: found, pooledRho }
  }
  const pooled = ({ value, low, high }: { value: number; low: number; high: number }) => ({
    ...{ rho: value, low, high, experiments: 1 },
  })
  const few = { people: 100, hits: 1, engagedPeople: 0, engagedHits: 0 }
  const second = { ...shown('静かな場所', { engage: quiet, holdOut: few }) }
  const id = '01900000-0000-7000-8000-000000000002'
  return getExperimentResults.answer.parse({
    ...{ level: 0.9, outcome: 'purchase', horizonDays: 14, bothArms: 1, contaminated: 0 },
    all: shown(null, { engage, holdOut }),
    channels: [
      shown('掲示板 board', { engage, holdOut }),
      { ...second, channel: { id, name: '静かな場所' } },
    ],
  })
}

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'experiments (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language, { isSignedIn: false })
    const { expectSound } = opened
    let page: Page

    beforeAll(async () => {
      page = opened.page
      await signInAt(page, 'owner@en.example')
    })

    const button = (name: string) => page.getByRole('button', { name, exact: true })

    it('teach what they are for and whom they never leave alone', async () => {
      await page.getByRole('link', { name: words.page, exact: true }).click()
      await page.waitForURL('**/experiments')
      await page.getByRole('heading', { name: words.empty }).waitFor()
      await page.getByRole('region', { name: words.never }).getByText(words.complaint).waitFor()
      await expectSound()
    })

    it('say how many weeks one takes, and why none can be said', async () => {
      await button(words.compute).click()
      await page.getByText(words.nothingHappens).waitFor()
      await page.getByLabel(words.baseRate).fill('10')
      await page.getByLabel(words.peopleAWeek).fill('1200')
      await button(words.compute).click()
      const aim = { baseRate: 0.1, lift: 0.2, holdoutShare: 0.1, engagedShare: 1 }
      const plan = planWeeks({ ...aim, level: 0.9, power: 0.8 }, 1_200, 14)
      const weeks = 'weeks' in plan ? plan.weeks : 0
      expect(weeks).toBeGreaterThan(2)
      await page.getByText(words.answer(weeks)).waitFor()
      await expectSound()
    })

    it('are planned, approved by the only manager there is, and started', async () => {
      await button(words.add).click()
      const form = page.getByRole('dialog', { name: words.add })
      await form.getByRole('textbox', { name: words.name }).fill(NAME)
      await expectSound()
      await form.getByRole('button', { name: words.save }).click()
      await page.waitForURL('**/experiments/*-*')
      await page.getByRole('heading', { name: NAME, level: 1 }).waitFor()
      await button(words.submit).click()
      await page.getByLabel(words.note).fill('ok')
      await expectSound()
      await button(words.sendBack).click()
      await button(words.submit).click()
      await button(words.approve).click()
      await button(words.start).click()
      await page.getByText(words.nobodyYet).waitFor()
      await page.getByText(words.running, { exact: true }).waitFor()
      await expectSound()
    })

    it('are found and opened by keyboard', async () => {
      await page.goto('/experiments')
      await page.getByRole('link', { name: NAME }).waitFor()
      await page.keyboard.press('/')
      await page.keyboard.type('nowhere')
      await page.keyboard.press('Enter')
      await page.getByText(words.nothing).waitFor()
      await page.getByRole('searchbox', { name: words.search }).fill('SPRING')
      await page.keyboard.press('Enter')
      const link = page.getByRole('link', { name: NAME })
      await link.waitFor()
      await page.getByRole('heading', { level: 1 }).focus()
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/experiments/*-*')
    })

    it('show what they found with the figures behind the chart, and say where it is not enough', async () => {
      await page.route('**/api/v1/experiments/*/results', (route) =>
        route.fulfill({ json: resultsOfMany() }),
      )
      await page.reload()
      await page.getByText(words.told).waitFor()
      await page.getByRole('img', { name: words.chart }).waitFor()
      const table = page.getByRole('table', { name: words.table })
      await table.getByText('810').first().waitFor()
      await table.getByText(words.insufficient).waitFor()
      await expectSound()
      await page.unroute('**/api/v1/experiments/*/results')
    })

    /** As the page does, with the same session. */
    async function asked(method: 'get' | 'post', path: string, data?: object) {
      const headers = { origin: opened.server.address }
      const more = data === undefined ? {} : { data }
      const answer = await opened.seen.context.request[method](`/api/v1${path}`, {
        headers,
        ...more,
      })
      expect(answer.status(), await answer.text()).toBeLessThan(300)
      return answer.json()
    }

    /** Somebody on whom the lot fell to be left alone. */
    async function somebodyHeldOut(experiment: string): Promise<string> {
      const heard = Array.from({ length: 150 }, (_, i) => ({
        ...{ id: `hello-${i}`, type: 'Create', published: new Date().toISOString() },
        actor: { platform: 'forum', handle: `p${i}`, name: `p${i}` },
        object: { type: 'Note', id: `hello-${i}`, content: 'good morning' },
      }))
      await asked('post', '/activities', heard)
      const { items } = await asked('get', '/people?limit=200')
      const people = items.map(({ id }: { id: string }) => id)
      const drawn = await asked('post', `/experiments/${experiment}/assignments`, { people })
      return drawn.items.find(({ decision }: { decision: string }) => decision === 'hold-out')
        .personId
    }

    it('tell colleagues whom to leave alone, and see it where they did not', async () => {
      const { items } = await asked('get', '/experiments')
      const experiment: string = items[0].id
      const person = await somebodyHeldOut(experiment)
      await asked('post', '/tasks', { title: words.task, about: { kind: 'person', id: person } })
      await page.goto(`/people/${person}`)
      await page.getByText(words.leaveAlone).waitFor()
      await page.getByText(words.always).waitFor()
      await expectSound()
      await page.goto('/tasks')
      const row = page.locator('.task-row').filter({ hasText: words.task })
      await row.getByRole('link', { name: words.chip }).waitFor()
      await expectSound()
      // Nobody tells the experiment: the contact is seen as it is written down.
      await page.goto(`/experiments/${experiment}`)
      await page.getByRole('heading', { name: NAME, level: 1 }).waitFor()
      const contact = { by: 'phone', at: new Date().toISOString(), summary: 'x', people: [person] }
      await asked('post', '/contacts', contact)
      await page.getByRole('link', { name: words.contaminated }).click()
      await page.getByText(words.byContact).waitFor()
      await expectSound()
    })

    it('end after a question', async () => {
      await page.reload()
      await button(words.end).click()
      await button(words.confirm).click()
      await button(words.end).waitFor({ state: 'detached' })
      await expectSound()
    })
  },
)

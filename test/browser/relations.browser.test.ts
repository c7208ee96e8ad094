import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openForOwner } from './owner-visit.ts'
import { chromiumPath, type Language, seriousOf } from './support.ts'

const WORDS = {
  ja: {
    add: '関係区分を追加',
    kind: '区分',
    since: '開始日',
    save: '保存',
    relations: '関係区分',
    end: '今日で終了: 支持者',
    history: /過去の関係区分/,
    empty: 'プログラムがまだありません',
    begin: 'プログラムを始める',
    log: '連絡を記録: 山田 花子',
    thanked: '試供品を送った',
    good: '良好 1',
    lapsing: '途切れそう 1',
    proposals: '提案',
    look: '今すぐ探す',
    says: 'プロフィールに「購買部長」とあります',
    confirm: '登録する: 山田 花子は「意思決定者」',
    nothing: '確認する提案はありません',
    deciding: '意思決定者',
    advocate: '支持者',
    ties: 'つながりのある人',
    show: '投稿を見る: 佐藤 健とのやりとり',
    answers: '返信 1',
    what: '内容',
    rules: 'ルールと区分',
    addKind: '区分を追加',
    nameJa: '日本語の名前',
    nameEn: '英語の名前',
    added: '投資家 / Investor',
    contacts: '連絡の記録: 山田 花子',
    remove: /の連絡の記録を削除$/,
    removeTitle: '連絡の記録を削除',
    removeButton: '削除',
    noContacts: /連絡の記録はまだありません/,
    join: '相手を加える',
    person: '人物',
    terms: '設定: 佐藤 健の担当・間隔・次の約束',
    rhythm: '連絡の間隔(日)',
    nextOn: '次の約束(決まっていれば)',
    agreed: '約束あり',
    members: '人物と役割',
    addRule: 'ルールを追加',
    condition: '条件',
    tag: 'タグ',
    becomes: 'この区分にする',
    ruleName: 'ルールの名前',
    preview: '対象を確認',
    previewed: 'いま保存すると 1人がこの区分になります',
    becauseOf: /からタグ「VIP」が付いています$/,
    sentence: 'タグ「VIP」が付いている人 → パートナー企業',
    byRule: /ルール.*VIP rule/,
    addCondition: '条件を増やす',
    second: '条件 2',
    match: '当てはまる条件',
    editRule: '編集: タグ「VIP」が付いている人 → パートナー企業',
    ending: 'いまこのルールで区分されている1人は終了します',
    both: 'タグ「VIP」が付いている人、かつ 365日以内に購入・更新した人 → パートナー企業',
    either: 'タグ「VIP」が付いている人、または 365日以内に購入・更新した人 → パートナー企業',
  },
  en: {
    add: 'Add relation',
    kind: 'Relation',
    since: 'Since',
    save: 'Save',
    relations: 'What they are to us',
    end: 'End today: Advocate',
    history: /Earlier/,
    empty: 'There is no programme yet',
    begin: 'Begin a programme',
    log: 'Log contact: 山田 花子',
    thanked: 'Sent a sample',
    good: 'Good 1',
    lapsing: 'Lapsing 1',
    proposals: 'Proposals',
    look: 'Look now',
    says: 'The profile says “購買部長”',
    confirm: 'Confirm: 山田 花子 is Decision maker',
    nothing: 'There is nothing to confirm',
    deciding: 'Decision maker',
    advocate: 'Advocate',
    ties: 'Ties to people',
    show: 'Show posts: what passed with 佐藤 健',
    answers: 'answers 1',
    what: 'What',
    rules: 'Rules and kinds',
    addKind: 'Add kind',
    nameJa: 'Name in Japanese',
    nameEn: 'Name in English',
    added: '投資家 / Investor',
    contacts: 'Contacts with 山田 花子',
    remove: /^Delete the contact of/,
    removeTitle: 'Delete contact',
    removeButton: 'Delete',
    noContacts: /No contact yet/,
    join: 'Put somebody in',
    person: 'Person',
    terms: 'Adjust owner, rhythm, next contact: 佐藤 健',
    rhythm: 'Rhythm (days)',
    nextOn: 'Next contact, if agreed',
    agreed: 'agreed',
    members: 'People and their roles',
    addRule: 'Add rule',
    condition: 'Condition',
    tag: 'Tag',
    becomes: 'They become',
    ruleName: 'Name of the rule',
    preview: 'Preview',
    previewed: 'Saved now, 1 person would become it',
    becauseOf: /^Tag “VIP” since/,
    sentence: 'Carries the tag “VIP” → Partner',
    byRule: /by a rule.*VIP rule/,
    addCondition: 'Add another condition',
    second: 'Condition 2',
    match: 'Which must hold',
    editRule: 'Edit: Carries the tag “VIP” → Partner',
    ending: '1 person would cease to be what the rule says of them now',
    both: 'Carries the tag “VIP”, and Bought or renewed within 365 days → Partner',
    either: 'Carries the tag “VIP”, or Bought or renewed within 365 days → Partner',
  },
} as const

/** A buyer with a profile, and somebody who answered her. */
const HEARD = [
  {
    type: 'Create',
    id: 'p1',
    actor: {
      ...{ platform: 'shop', handle: 'hanako', name: '山田 花子' },
      bio: '株式会社みなみ商店 購買部長。自転車',
    },
    object: { type: 'Note', content: 'みなさん、おすすめのミルはありますか' },
    published: '2026-09-01T03:00:00Z',
  },
  {
    type: 'Create',
    id: 'p2',
    actor: { platform: 'shop', handle: 'ken', name: '佐藤 健' },
    object: { type: 'Note', content: 'カリリットがいいですよ', inReplyTo: 'p1' },
    published: '2026-09-02T03:00:00Z',
  },
]

describe.runIf(chromiumPath !== undefined).each<Language>(['ja', 'en'])(
  'relations (%s)',
  (language) => {
    const words = WORDS[language]
    const opened = openForOwner(language)
    const { expectSound } = opened
    let page: Page

    beforeAll(async () => {
      page = opened.page
      const headers = { origin: opened.server.address }
      const { request } = opened.seen.context
      const heard = await request.post('/api/v1/activities', { headers, data: HEARD })
      expect(heard.ok(), await heard.text()).toBe(true)
    })

    it('are added on the page of a person, with a date, and ended with their history', async () => {
      await page.goto('/people')
      await page.getByRole('link', { name: '山田 花子' }).click()
      const part = page.getByRole('region', { name: words.relations, exact: true })
      await part.getByRole('button', { name: words.add }).click()
      const form = page.getByRole('dialog')
      await form.getByLabel(words.kind).selectOption('advocate')
      await form.getByLabel(words.since).fill('2025-04-01')
      await form.getByRole('button', { name: words.save }).click()
      await part.getByText(words.advocate, { exact: true }).waitFor()
      await part.getByText(/2025/).waitFor()
      await expectSound()
      await part.getByRole('button', { name: words.add }).click()
      await form.getByLabel(words.kind).selectOption('peer')
      await form.getByRole('button', { name: words.save }).click()
      await form.waitFor({ state: 'detached' })
      await part.getByRole('button', { name: words.end }).click()
      await part.getByText(words.history).click()
      await expectSound()
    })

    it('between people are shown with what passed, down to the posts', async () => {
      const ties = page.getByRole('region', { name: words.ties, exact: true }).first()
      await ties.getByText(words.answers).waitFor()
      await ties.getByRole('button', { name: words.show }).click()
      const acts = page.getByRole('dialog')
      await acts.getByText('カリリットがいいですよ').waitFor()
      expect(await seriousOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await acts.waitFor({ state: 'detached' })
    })

    it('have programmes that say who is lapsing, and contacts are logged', async () => {
      await page.goto('/programmes')
      await page.getByText(words.empty).waitFor()
      await expectSound()
      await page.getByRole('button', { name: words.begin }).click()
      const form = page.getByRole('dialog')
      await form.getByRole('combobox').first().selectOption('advocate')
      await form.getByRole('button', { name: words.save }).click()
      await form.waitFor({ state: 'detached' })
      // She is an advocate again, since long ago.
      const { request } = opened.seen.context
      const people = await (await request.get('/api/v1/people')).json()
      const hanako = people.items.find(
        (one: { displayName: string }) => one.displayName === '山田 花子',
      )
      const added = await request.post(`/api/v1/people/${hanako.id}/relations`, {
        data: { kind: 'advocate', since: '2020-01-01' },
        headers: { origin: opened.server.address },
      })
      expect(added.status()).toBe(201)
      await page.reload()
      await page.getByRole('button', { name: words.lapsing }).waitFor()
      await expectSound()
      await page.getByRole('button', { name: words.log }).click()
      await form.getByLabel(words.what, { exact: true }).fill(words.thanked)
      await form.getByRole('checkbox').check()
      await form.getByRole('button', { name: words.save }).click()
      await page.getByRole('button', { name: words.good }).waitFor()
      await page.getByText(words.thanked).waitFor()
      await expectSound()
    })

    it('have programmes in which contacts logged by mistake are deleted', async () => {
      await page.getByRole('button', { name: words.contacts }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText(words.thanked).waitFor()
      await expectSound()
      await dialog.getByRole('button', { name: words.remove }).click()
      await page.getByRole('heading', { name: words.removeTitle }).waitFor()
      await expectSound()
      await dialog.getByRole('button', { name: words.removeButton, exact: true }).click()
      await dialog.getByText(words.noContacts).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: words.lapsing }).waitFor()
    })

    it('have programmes into which somebody is put, with a day and a rhythm of their own', async () => {
      await page.getByRole('button', { name: words.join }).click()
      const form = page.getByRole('dialog')
      await form.getByRole('combobox', { name: words.person, exact: true }).fill('佐藤')
      await page.getByRole('option', { name: '佐藤 健' }).click()
      await form.getByLabel(words.nextOn).fill('2099-04-01')
      await expectSound()
      await form.getByRole('button', { name: words.save }).click()
      await form.waitFor({ state: 'detached' })
      const row = page.getByRole('row', { name: /佐藤 健/ })
      await row.getByText(words.agreed, { exact: true }).waitFor()
      await page.getByRole('button', { name: words.terms }).press('Enter')
      expect(await form.getByLabel(words.nextOn).inputValue()).toBe('2099-04-01')
      await form.getByLabel(words.nextOn).fill('')
      await form.getByLabel(words.rhythm).fill('12')
      await form.getByRole('button', { name: words.save }).click()
      await form.waitFor({ state: 'detached' })
      await row.getByText(words.agreed, { exact: true }).waitFor({ state: 'detached' })
      const { request } = opened.seen.context
      const { items } = await (await request.get('/api/v1/programmes')).json()
      const path = `/api/v1/programmes/${items[0].id}/members?q=${encodeURIComponent('佐藤')}`
      const { items: members } = await (await request.get(path)).json()
      expect(members).toMatchObject([{ rhythmDays: 12, isAgreed: false }])
    })

    it('are shown beside the roles of an organisation’s people', async () => {
      const { request } = opened.seen.context
      const headers = { origin: opened.server.address }
      const { items } = await (await request.get('/api/v1/people')).json()
      const ken = items.find((one: { displayName: string }) => one.displayName === '佐藤 健')
      const house = { headers, data: { name: 'みなみ商店' } }
      const { id } = await (await request.post('/api/v1/organisations', house)).json()
      const member = { headers, data: { person: ken.id, role: '営業' } }
      await request.post(`/api/v1/organisations/${id}/people`, member)
      await page.goto(`/organisations/${id}`)
      const people = page.getByRole('region', { name: words.members, exact: true }).first()
      await people
        .getByRole('row', { name: /佐藤 健/ })
        .getByText(words.advocate)
        .waitFor()
      await expectSound()
      await page.goto('/programmes')
    })

    it('are proposed with the words that show them, and confirmed with one click', async () => {
      await page.getByRole('button', { name: words.proposals, exact: true }).click()
      await page.getByRole('button', { name: words.look }).click()
      await page.getByText(words.says).waitFor()
      await expectSound()
      await page.getByRole('button', { name: words.confirm }).click()
      await page.getByText(words.nothing).waitFor()
      await page.goto('/people')
      await page.getByRole('link', { name: '山田 花子' }).click()
      const part = page.getByRole('region', { name: words.relations, exact: true })
      await part.getByText(words.deciding, { exact: true }).waitFor()
      await part.getByText(words.says).waitFor()
      await expectSound()
    })

    it('are begun by rules, after whom they find has been shown', async () => {
      const { request } = opened.seen.context
      const headers = { origin: opened.server.address }
      const { items } = await (await request.get('/api/v1/people')).json()
      const ken = items.find((one: { displayName: string }) => one.displayName === '佐藤 健')
      const made = await request.post('/api/v1/tags', { headers, data: { name: 'VIP' } })
      const tagged = { headers, data: { addTags: [(await made.json()).id] } }
      expect((await request.patch(`/api/v1/people/${ken.id}/card`, tagged)).ok()).toBe(true)
      await page.goto('/programmes?tab=rules')
      await page.getByRole('button', { name: words.addRule, exact: true }).click()
      const form = page.getByRole('dialog')
      await form.getByLabel(words.condition).selectOption('tagged')
      await form.getByLabel(words.tag).selectOption('VIP')
      await form.getByLabel(words.becomes).selectOption('partner')
      await form.getByLabel(words.ruleName).fill('VIP rule')
      await form.getByRole('button', { name: words.preview }).click()
      await form.getByText(words.previewed).waitFor()
      await form.getByText(words.becauseOf).waitFor()
      await expectSound()
      await form.getByRole('button', { name: words.save }).click()
      await form.waitFor({ state: 'detached' })
      await page.getByText(words.sentence).waitFor()
      await expectSound()
      await page.goto(`/people/${ken.id}`)
      const part = page.getByRole('region', { name: words.relations, exact: true })
      await part.getByText(words.byRule).waitFor()
      await part.getByText(words.becauseOf).waitFor()
      await expectSound()
    })

    it('of rules with several conditions, changed and renamed after what that does was shown', async () => {
      await page.goto('/programmes?tab=rules')
      await page.getByRole('button', { name: words.editRule }).click()
      const form = page.getByRole('dialog')
      await form.getByRole('button', { name: words.addCondition }).click()
      await form.getByRole('group', { name: words.second }).waitFor()
      await form.getByRole('button', { name: words.preview }).click()
      await form.getByText(words.ending).waitFor()
      await expectSound()
      await form.getByLabel(words.ruleName).fill('VIP buyers')
      await form.getByRole('button', { name: words.save }).click()
      await form.waitFor({ state: 'detached' })
      await page.getByText(words.both).waitFor()
      await page.getByText('VIP buyers').waitFor()
      await page.getByRole('button', { name: words.both }).first().click()
      await form.getByLabel(words.match).selectOption('any')
      await form.getByRole('button', { name: words.preview }).click()
      await form.getByText(words.previewed).waitFor()
      await form.getByRole('button', { name: words.save }).click()
      await form.waitFor({ state: 'detached' })
      await page.getByText(words.either).waitFor()
      await expectSound()
    })

    it('may be of kinds that the workspace adds', async () => {
      await page.goto('/programmes?tab=rules')
      await page.getByRole('button', { name: words.addKind, exact: true }).click()
      const form = page.getByRole('dialog')
      await form.getByLabel(words.nameJa).fill('投資家')
      await form.getByLabel(words.nameEn).fill('Investor')
      await form.getByRole('button', { name: words.save }).click()
      await page.getByText(words.added).waitFor()
      await expectSound()
    })
  },
)

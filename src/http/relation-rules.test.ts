import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { daysAgo, oneOf, openRuleHouse, type RuleHouse } from '#test/rule-house.ts'
import { seedChannel, seedPost, seedTopic } from '#test/seed.ts'
import { startServer, type TestServer } from '#test/server.ts'
import { newId } from '#test/workspace.ts'

let web: TestServer
let house: RuleHouse

beforeAll(async () => {
  web = await startServer()
  house = await openRuleHouse(web)
})

const ask: RuleHouse['ask'] = (...args) => house.ask(...args)
const person = (name: string, of = house) => of.person(name)
const relationsOf = (id: string, of = house) => of.relationsOf(id)
const search = () => house.search()
const addAsPreviewed = (input: object, of = house) => of.addRule(oneOf(input))
const makeTag = (name: string, of = house) => of.makeTag(name)
const put = (id: string, card: object, of = house) => of.put(id, card)

async function makeField(name: string, kind: string, more: object = {}) {
  const made = await ask('POST', '/custom-fields', { subject: 'person', name, kind, ...more })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}

describe('a rule by tag', () => {
  it('makes something of whoever carries it, says why, and ends it without the tag', async () => {
    const tag = await makeTag('VIP')
    const [vip, other, byHand] = [await person('VIP'), await person('Other'), await person('Hand')]
    await put(vip.personId, { addTags: [tag] })
    await put(byHand.personId, { addTags: [tag] })
    await house.workspace.run((tx) =>
      sql`update tagging set added_at = ${new Date(Date.now() - 3 * 86_400_000)}
        where person_id = ${vip.personId}`.execute(tx),
    )
    const entered = await ask('POST', `/people/${byHand.personId}/relations`, { kind: 'advocate' })
    const input = { condition: 'tagged', tag, kind: 'advocate', name: 'VIPは支持者' }
    const { preview, rule } = await addAsPreviewed(input)
    expect(preview).toMatchObject({ people: 1, matching: 2 })
    const looks = (await ask('GET', '/privacy/looks')).body.items
    expect(looks[0]).toMatchObject({ place: 'relations', kind: 'listed', people: 1 })
    const evidence = { tag: { id: tag, name: 'VIP' }, since: daysAgo(3) }
    expect(preview.examples).toEqual([{ person: { id: vip.personId, name: 'VIP' }, evidence }])
    expect(rule).toMatchObject({
      ...{ name: 'VIPは支持者', match: 'all', isOn: true },
      conditions: [{ condition: 'tagged', tag: { id: tag, name: 'VIP' } }],
    })
    expect(await relationsOf(vip.personId)).toMatchObject([
      {
        ...{ kind: 'advocate', source: 'rule', since: daysAgo(3), until: null, evidence },
        rule: { id: rule.id, name: 'VIPは支持者' },
      },
    ])
    expect(await relationsOf(other.personId)).toEqual([])
    await put(vip.personId, { removeTags: [tag] })
    await put(byHand.personId, { removeTags: [tag] })
    expect(await search()).toMatchObject({ begun: 0, ended: 1 })
    expect(await relationsOf(vip.personId)).toMatchObject([{ until: daysAgo(0) }])
    expect(await relationsOf(byHand.personId)).toMatchObject([
      { id: entered.body.id, source: 'member', rule: null, until: null },
    ])
  })

  it('follows the tag into another, and finds nobody once that is removed', async () => {
    const [old, kept] = [await makeTag('旧VIP'), await makeTag('得意先')]
    const one = await person('Merged tag')
    await put(one.personId, { addTags: [old] })
    const { rule } = await addAsPreviewed({ condition: 'tagged', tag: old, kind: 'partner' })
    expect((await ask('POST', `/tags/${old}/merge`, { into: kept })).status).toBe(200)
    const listed = async () =>
      (await ask('GET', '/relation-rules')).body.items.find((r: { id: string }) => r.id === rule.id)
    expect(await listed()).toMatchObject({ conditions: [{ tag: { id: kept } }], people: 1 })
    expect(await search()).toMatchObject({ ended: 0 })
    expect((await ask('DELETE', `/tags/${kept}`)).status).toBe(204)
    expect(await search()).toMatchObject({ ended: 1 })
    expect(await listed()).toMatchObject({ conditions: [{ tag: null }], people: 0 })
    const renamed = await ask('PATCH', `/relation-rules/${rule.id}`, { name: '旧ルール' })
    expect(renamed.body).toMatchObject({ name: '旧ルール' })
  })

  it('leaves what a member ended until the tag is given anew', async () => {
    const tag = await makeTag('展示会')
    const one = await person('Ended by hand')
    await put(one.personId, { addTags: [tag] })
    await addAsPreviewed({ condition: 'tagged', tag, kind: 'peer' })
    const [entry] = await relationsOf(one.personId)
    const path = `/people/${one.personId}/relations/${entry.id}`
    expect((await ask('PATCH', path, { since: daysAgo(9), until: daysAgo(2) })).status).toBe(200)
    await house.workspace.run((tx) =>
      sql`update tagging set added_at = ${new Date(Date.now() - 5 * 86_400_000)}
        where person_id = ${one.personId}`.execute(tx),
    )
    expect(await search()).toMatchObject({ begun: 0 })
    await put(one.personId, { removeTags: [tag] })
    await put(one.personId, { addTags: [tag] })
    expect(await search()).toMatchObject({ begun: 1 })
  })
})

describe('a rule by custom field', () => {
  it.each([
    ['text', 'is', '甲種', '甲種', '乙種', {}],
    ['text', 'contains', 'プレミアム', 'ﾌﾟﾚﾐｱﾑ会員', '一般会員', {}],
    ['number', 'at-least', 10, 10, 9.5, {}],
    ['money', 'at-least', 5_000, 12_000, 4_999, { currency: 'JPY' }],
    ['date', 'on-or-after', '2026-04-01', '2026-04-01', '2026-03-31', {}],
    ['date', 'is', '2026-04-01', '2026-04-01', '2026-04-02', {}],
    ['yes-no', 'is', false, false, true, {}],
    ['url', 'contains', 'example.com', 'https://example.com/a', 'https://other.example/', {}],
  ] as const)('of %s: %s %s', async (kind, comparison, value, held, not, more) => {
    const field = await makeField(`${kind} ${comparison}`, kind, more)
    const [fits, doesNot] = [await person('Fits'), await person('Does not')]
    await put(fits.personId, { fields: { [field.id]: held } })
    await put(doesNot.personId, { fields: { [field.id]: not } })
    const input = { condition: 'field', field: field.id, comparison, value, kind: 'stakeholder' }
    const { preview, rule } = await addAsPreviewed(input)
    const example = { person: { id: fits.personId }, evidence: { since: daysAgo(0) } }
    expect(preview.examples).toMatchObject([example])
    expect(rule).toMatchObject({
      ...{ people: 1, conditions: [{ field: { id: field.id }, comparison, value }] },
    })
    expect(await relationsOf(fits.personId)).toMatchObject([
      { kind: 'stakeholder', evidence: { field: { name: `${kind} ${comparison}` } } },
    ])
    expect(await relationsOf(doesNot.personId)).toEqual([])
    await put(fits.personId, { fields: { [field.id]: not } })
    expect(await search()).toMatchObject({ begun: 0, ended: 1 })
    expect((await relationsOf(fits.personId))[0].until).toBe(daysAgo(0))
    await ask('DELETE', `/relation-rules/${rule.id}`)
  })

  it('of choices asks for one, and refuses what the field cannot hold', async () => {
    const choices = [{ name: '金' }, { name: '銀' }]
    const field = await makeField('会員', 'choices', { choices })
    const [gold, silver] = field.choices
    const one = await person('Both')
    await put(one.personId, { fields: { [field.id]: [gold.id, silver.id] } })
    const base = { condition: 'field', field: field.id, kind: 'stakeholder' }
    const { rule } = await addAsPreviewed({ ...base, comparison: 'is', value: silver.id })
    expect(rule).toMatchObject({ conditions: [{ choice: '銀' }], people: 1 })
    expect(await relationsOf(one.personId)).toMatchObject([{ evidence: { value: '金, 銀' } }])
    await put(one.personId, { fields: { [field.id]: [gold.id] } })
    expect(await search()).toMatchObject({ ended: 1 })
    const number = await makeField('数', 'number')
    const wrong = [
      { ...base, comparison: 'at-least', value: 1 },
      { ...base, comparison: 'is', value: newId() },
      { ...base, field: number.id, comparison: 'contains', value: '1' },
      { ...base, field: number.id, comparison: 'at-least', value: 'many' },
      { ...base, field: newId(), comparison: 'is', value: 'x' },
    ]
    for (const input of wrong) {
      expect((await ask('POST', '/relation-rules', oneOf(input))).status).toBe(400)
      expect((await ask('POST', '/relation-rules/preview', oneOf(input))).status).toBe(400)
    }
    await ask('DELETE', `/relation-rules/${rule.id}`)
  })
})

describe('a rule by stage', () => {
  it('holds while somebody was last seen there, with the post that shows it', async () => {
    const { workspace } = house
    const topic = await seedTopic(workspace, 'カリリット')
    const channel = await seedChannel(workspace, 'board')
    const [a, b] = [await person('Recommends'), await person('Evaluates')]
    const stand = async (of: typeof a, stage: string) => {
      const at = new Date().toISOString()
      const id = await seedPost(workspace, { at, by: of.handleId, channel, text: stage })
      await workspace.run((tx) =>
        sql`insert into journey_stage (workspace_id, person_id, topic_id, stage, stance, activity_id)
          values (${workspace.id}, ${of.personId}, ${topic}, ${stage}, 'for', ${id})
          on conflict (workspace_id, person_id, topic_id) do update
          set stage = excluded.stage, activity_id = excluded.activity_id`.execute(tx),
      )
      return id
    }
    const post = await stand(a, 'recommendation')
    await stand(b, 'evaluation')
    const input = { condition: 'stage', topic, stage: 'recommendation', kind: 'advocate' }
    const { rule } = await addAsPreviewed(input)
    expect(rule).toMatchObject({ people: 1, conditions: [{ topic: { name: 'カリリット' } }] })
    expect(await relationsOf(a.personId)).toMatchObject([
      {
        ...{ kind: 'advocate', since: daysAgo(0) },
        evidence: { activities: [post], topics: ['カリリット'], stage: 'recommendation' },
      },
    ])
    expect(await relationsOf(b.personId)).toEqual([])
    await stand(a, 'satisfaction')
    expect(await search()).toMatchObject({ ended: 1 })
    expect((await relationsOf(a.personId))[0].until).toBe(daysAgo(0))
    expect((await ask('POST', '/relation-rules', oneOf({ ...input, topic: newId() }))).status).toBe(
      400,
    )
    await ask('DELETE', `/relation-rules/${rule.id}`)
  })
})

describe('a rule by role', () => {
  it('looks for its words in roles of today', async () => {
    const [buyer, director] = [await person('Buyer'), await person('Director')]
    const { id } = (await ask('POST', '/organisations', { name: 'みなみ商店' })).body
    const join = (who: string, role: string) =>
      ask('POST', `/organisations/${id}/people`, { person: who, role })
    await join(buyer.personId, '購買部長')
    await join(director.personId, 'Director')
    const input = { condition: 'role', words: ['部長', 'CTO'], kind: 'decision-maker' }
    const { rule } = await addAsPreviewed(input)
    expect(rule).toMatchObject({ people: 1, conditions: [{ words: ['部長', 'CTO'] }] })
    expect(await relationsOf(buyer.personId)).toMatchObject([
      { evidence: { words: ['購買部長'], in: 'affiliation', organisation: { id } } },
    ])
    expect(await relationsOf(director.personId)).toEqual([])
    const { rows } = await house.workspace.run((tx) =>
      sql<{ id: string }>`select id from affiliation where person_id = ${buyer.personId}`.execute(
        tx,
      ),
    )
    expect((await ask('DELETE', `/organisations/${id}/people/${rows[0]?.id}`)).status).toBe(204)
    expect(await search()).toMatchObject({ ended: 1 })
    expect((await relationsOf(buyer.personId))[0].until).toBe(daysAgo(0))
    expect(
      (await ask('POST', '/relation-rules', oneOf({ ...input, words: ['\u200b'] }))).status,
    ).toBe(400)
    await ask('DELETE', `/relation-rules/${rule.id}`)
  })
})

describe('a rule by saved list', () => {
  it('holds for who is in it, as long as it is shared', async () => {
    const tag = await makeTag('招待')
    const one = await person('Listed')
    await put(one.personId, { addTags: [tag] })
    const make = async (more: object) =>
      (
        await ask('POST', '/lists', {
          ...{ name: '招待客', subject: 'person', filter: { tag }, isShared: true },
          ...more,
        })
      ).body.id
    const list = await make({})
    const input = { condition: 'listed', list, kind: 'stakeholder' }
    const { rule } = await addAsPreviewed(input)
    expect(rule).toMatchObject({ people: 1, conditions: [{ list: { id: list } }] })
    expect(await relationsOf(one.personId)).toMatchObject([
      { evidence: { list: { id: list, name: '招待客' } }, since: daysAgo(0) },
    ])
    await ask('PATCH', `/lists/${list}`, { isShared: false })
    expect(await search()).toMatchObject({ ended: 1 })
    await ask('PATCH', `/lists/${list}`, { isShared: true })
    expect(await search()).toMatchObject({ begun: 1 })
    await put(one.personId, { removeTags: [tag] })
    expect(await search()).toMatchObject({ ended: 1 })
    const unfit = [
      await make({ isShared: false }),
      await make({ filter: { owner: 'me' } }),
      await make({ filter: { relation: 'customer' } }),
      await make({ subject: 'organisation', filter: {} }),
      newId(),
    ]
    for (const id of unfit) {
      expect((await ask('POST', '/relation-rules', oneOf({ ...input, list: id }))).status).toBe(400)
    }
  })
})

describe('rules', () => {
  it('take over from each other what one of them ends', async () => {
    const [first, second] = [await makeTag('一'), await makeTag('二')]
    const one = await person('By two')
    await put(one.personId, { addTags: [first, second] })
    const later = await addAsPreviewed({ condition: 'tagged', tag: second, kind: 'media' })
    const { rule } = await addAsPreviewed({ condition: 'tagged', tag: first, kind: 'media' })
    expect([later.rule.people, rule.people]).toEqual([1, 0])
    await put(one.personId, { removeTags: [second] })
    expect(await search()).toMatchObject({ begun: 1, ended: 1 })
    const holding = (await relationsOf(one.personId)).filter(
      (r: { until: string | null }) => r.until === null,
    )
    expect(holding).toMatchObject([{ rule: { id: rule.id } }])
  })

  it('of one workspace see nothing of another', async () => {
    const other = await openRuleHouse(web)
    const tag = await makeTag('二社')
    const [here, there] = [await person('Here'), await person('There', other)]
    await put(here.personId, { addTags: [tag] })
    const theirs = await makeTag('二社', other)
    await put(there.personId, { addTags: [theirs] }, other)
    const list = (
      await ask('POST', '/lists', { name: 'x', subject: 'person', filter: {}, isShared: true })
    ).body.id
    const foreign = [
      { condition: 'tagged', tag, kind: 'peer' },
      { condition: 'listed', list, kind: 'peer' },
      {
        condition: 'stage',
        topic: await seedTopic(house.workspace, '別'),
        stage: 'discovery',
        kind: 'peer',
      },
    ]
    for (const input of foreign) {
      expect((await other.ask('POST', '/relation-rules', oneOf(input))).status).toBe(400)
    }
    const { preview } = await addAsPreviewed(
      { condition: 'tagged', tag: theirs, kind: 'peer' },
      other,
    )
    expect(preview.examples).toMatchObject([{ person: { id: there.personId } }])
    expect(await relationsOf(here.personId)).toEqual([])
    expect((await other.ask('GET', '/relation-rules')).body.items).toHaveLength(1)
  })
})

import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedChannel, seedPerson, seedPost, seedTopic } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId, type TestWorkspace, testDoor } from '#test/workspace.ts'

/** So many days ago in Japan, where the workspaces are. */
const daysAgo = (days: number) =>
  new Date(Date.now() + 9 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

interface House {
  cast: Cast
  workspace: TestWorkspace
  ask: ReturnType<typeof askerWith>
}

let web: TestServer
let house: House

function askerWith(cookie: string) {
  return async (method: Method, path: string, payload?: object) => {
    const request = { method, url: `/api/v1${path}`, headers: { cookie } }
    const answer = await web.ask(payload === undefined ? request : { ...request, payload })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
  }
}

async function openHouse(): Promise<House> {
  const cast = await makeCast()
  const cookie = await web.signIn(cast.email.owner)
  const { workspaceId: id } = cast
  const door = testDoor()
  const workspace: TestWorkspace = { id, slug: '', door, run: (work) => door.inWorkspace(id, work) }
  await workspace.run((tx) => sql`update workspace set time_zone = 'Asia/Tokyo'`.execute(tx))
  const ask = askerWith(cookie)
  return { cast, workspace, ask }
}

beforeAll(async () => {
  web = await startServer()
  house = await openHouse()
})

const ask: House['ask'] = (...args) => house.ask(...args)
const person = (name: string, of = house) => seedPerson(of.workspace, name)
const relationsOf = async (id: string, of = house) =>
  (await of.ask('GET', `/people/${id}/relations`)).body.items
const search = async () => (await ask('POST', '/relation-proposals/search', {})).body

/** A rule of one condition. */
function oneOf(input: object) {
  const { kind, name, ...condition } = input as { kind: string; name?: string }
  return { kind, ...(name === undefined ? {} : { name }), conditions: [condition] }
}

/** Adds the rule after its preview, which must say what it then does. */
const addAsPreviewed = (input: object, of = house) => addRule(oneOf(input), of)

async function addRule(input: object, of = house) {
  const preview = await of.ask('POST', '/relation-rules/preview', input)
  expect(preview.status, JSON.stringify(preview.body)).toBe(200)
  const rule = await of.ask('POST', '/relation-rules', input)
  expect(rule.status, JSON.stringify(rule.body)).toBe(201)
  expect(rule.body.people).toBe(preview.body.people)
  return { preview: preview.body, rule: rule.body }
}

async function makeTag(name: string, of = house): Promise<string> {
  const { status, body } = await of.ask('POST', '/tags', { name })
  expect(status).toBe(201)
  return body.id
}

async function makeField(name: string, kind: string, more: object = {}) {
  const made = await ask('POST', '/custom-fields', { subject: 'person', name, kind, ...more })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}

async function put(id: string, card: object, of = house): Promise<void> {
  const { status, body } = await of.ask('PATCH', `/people/${id}/card`, card)
  expect(status, JSON.stringify(body)).toBe(200)
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

describe('a rule of several conditions', () => {
  /** People who carry the first tag, the second, both; each tag given so many days ago. */
  async function tagged() {
    const [first, second] = [await makeTag(`前 ${newId()}`), await makeTag(`後 ${newId()}`)]
    const [one, two, both] = [await person('First'), await person('Second'), await person('Both')]
    await put(one.personId, { addTags: [first] })
    await put(two.personId, { addTags: [second] })
    await put(both.personId, { addTags: [first, second] })
    await house.workspace.run((tx) =>
      sql`update tagging set added_at = ${new Date(Date.now() - 5 * 86_400_000)}
        where tag_id = ${first}`.execute(tx),
    )
    const conditions = [first, second].map((tag) => ({ condition: 'tagged', tag }))
    const holders = async () => {
      const all = [one, two, both]
      const held = await Promise.all(all.map(({ personId }) => relationsOf(personId)))
      return held.map((entries) => entries.some((e: { until: unknown }) => e.until === null))
    }
    return { first, second, one, two, both, conditions, holders }
  }

  it('that must all hold finds who holds each, since the last of them', async () => {
    const { both, second, conditions, holders } = await tagged()
    const { preview, rule } = await addRule({ kind: 'media', conditions })
    expect(preview).toMatchObject({ people: 1, matching: 1, ending: 0 })
    expect(rule).toMatchObject({ match: 'all', people: 1 })
    expect(await holders()).toEqual([false, false, true])
    const each = [{ since: daysAgo(5) }, { tag: { id: second }, since: daysAgo(0) }]
    expect(await relationsOf(both.personId)).toMatchObject([
      { since: daysAgo(0), evidence: { each } },
    ])
    await put(both.personId, { removeTags: [second] })
    expect(await search()).toMatchObject({ ended: 1 })
    expect(await holders()).toEqual([false, false, false])
    await ask('DELETE', `/relation-rules/${rule.id}`)
  })

  it('of which any is enough finds who holds one, since the first of them', async () => {
    const { one, both, first, conditions, holders } = await tagged()
    const { rule } = await addRule({ kind: 'media', match: 'any', conditions })
    expect(rule).toMatchObject({ match: 'any', people: 3 })
    expect(await relationsOf(both.personId)).toMatchObject([{ since: daysAgo(5) }])
    expect(await relationsOf(one.personId)).toMatchObject([{ evidence: { tag: { id: first } } }])
    expect((await ask('DELETE', `/tags/${first}`)).status).toBe(204)
    expect(await search()).toMatchObject({ ended: 1 })
    expect(await holders()).toEqual([false, true, true])
    await ask('DELETE', `/relation-rules/${rule.id}`)
  })

  it('finds nobody once one that must hold is gone, instead of more', async () => {
    const { first, conditions, holders } = await tagged()
    const { rule } = await addRule({ kind: 'media', conditions })
    expect((await ask('DELETE', `/tags/${first}`)).status).toBe(204)
    expect(await search()).toMatchObject({ ended: 1 })
    expect(await holders()).toEqual([false, false, false])
    await ask('DELETE', `/relation-rules/${rule.id}`)
  })

  it('is changed in what it asks, what it makes of people and its name, as previewed', async () => {
    const { both, conditions, holders } = await tagged()
    const { rule } = await addRule({ kind: 'media', name: '仮', match: 'any', conditions })
    const path = `/relation-rules/${rule.id}`
    const preview = async (terms: object) =>
      (await ask('POST', '/relation-rules/preview', { ...terms, rule: rule.id })).body
    const narrow = { kind: 'media', match: 'all', conditions }
    expect(await preview(narrow)).toMatchObject({ people: 1, matching: 1, ending: 2 })
    const changed = await ask('PATCH', path, { terms: narrow, name: '本番' })
    expect(changed.body).toMatchObject({ match: 'all', people: 1, name: '本番' })
    expect(await holders()).toEqual([false, false, true])
    const other = { kind: 'partner', conditions: conditions.slice(0, 1) }
    expect(await preview(other)).toMatchObject({ people: 2, ending: 1 })
    expect((await ask('PATCH', path, { terms: other })).body).toMatchObject({
      ...{ kind: 'partner', people: 2, name: '本番' },
    })
    const entries = await relationsOf(both.personId)
    expect(
      entries.map((e: { kind: string; until: string | null }) => [e.kind, e.until]).sort(),
    ).toEqual([
      ['media', daysAgo(0)],
      ['partner', null],
    ])
    expect((await ask('PATCH', path, { name: null })).body).toMatchObject({ name: null, people: 2 })
    const unfit = [
      { terms: { kind: 'media', conditions: [] } },
      { terms: { kind: 'media', conditions: Array(9).fill(conditions[0]) } },
      { terms: { kind: 'media', conditions: [{ condition: 'tagged', tag: newId() }] } },
    ]
    for (const body of unfit) expect((await ask('PATCH', path, body)).status).toBe(400)
    expect((await ask('POST', '/relation-rules/preview', { ...other, rule: newId() })).status).toBe(
      404,
    )
    expect((await ask('GET', '/relation-rules')).body.items).toContainEqual(
      expect.objectContaining({ id: rule.id, kind: 'partner', people: 2 }),
    )
    await ask('DELETE', path)
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
    const other = await openHouse()
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

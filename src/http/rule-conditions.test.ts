import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { daysAgo, openRuleHouse, type RuleHouse } from '#test/rule-house.ts'
import { startServer } from '#test/server.ts'
import { newId } from '#test/workspace.ts'

let house: RuleHouse

beforeAll(async () => {
  house = await openRuleHouse(await startServer())
})

const ask: RuleHouse['ask'] = (...args) => house.ask(...args)
const person = (name: string) => house.person(name)
const relationsOf = (id: string) => house.relationsOf(id)
const search = () => house.search()
const addRule = (input: object) => house.addRule(input)
const makeTag = (name: string) => house.makeTag(name)
const put = (id: string, card: object) => house.put(id, card)

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

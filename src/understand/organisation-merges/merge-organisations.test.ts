import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { seedPerson } from '#test/seed.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import {
  addOrganisation,
  addRelation,
  addToOrganisation,
  ensureOrganisations,
  findOrganisationPairs,
  getOrganisation,
  listOrganisationMerges,
  listOrganisations,
  mergeOrganisations,
  patchOrganisation,
  sayOrganisationsApart,
  unmergeOrganisations,
} from '../index.ts'

async function add(workspace: TestWorkspace, name: string, url?: string): Promise<string> {
  const { id } = await workspace.run((tx) =>
    addOrganisation(tx, { name, url }, changeIn(workspace)),
  )
  return id
}

const merge = (workspace: TestWorkspace, keep: string, merged: string, fields = {}) =>
  workspace.run((tx) =>
    mergeOrganisations(tx, { keep, merge: merged, fields }, changeIn(workspace)),
  )

const unmerge = (workspace: TestWorkspace, id: string) =>
  workspace.run((tx) => unmergeOrganisations(tx, id, changeIn(workspace)))

/** A deal without more; answers its id. */
async function seedDeal(workspace: TestWorkspace, organisation: string): Promise<string> {
  const [deal, pipeline, stage] = [newId(), newId(), newId()]
  const { id } = workspace
  await workspace.run(async (tx) => {
    await sql`insert into pipeline (workspace_id, id, name, name_key)
      values (${id}, ${pipeline}, ${deal}, ${deal})`.execute(tx)
    await sql`insert into pipeline_stage (workspace_id, id, pipeline_id, name, position, probability)
      values (${id}, ${stage}, ${pipeline}, 'x', 0, 50)`.execute(tx)
    await sql`insert into deal (workspace_id, id, name, sort_key, search_key, pipeline_id, stage_id,
        stage_since, created_at, changed_at, organisation_id)
      values (${id}, ${deal}, 'x', 'x', 'x', ${pipeline}, ${stage}, now(), now(), now(), ${organisation})`.execute(
      tx,
    )
  })
  return deal
}

async function organisationOf(workspace: TestWorkspace, deal: string): Promise<string | null> {
  const row = await workspace.run((tx) =>
    tx
      .selectFrom('deal')
      .select('organisation_id as id')
      .where('id', '=', deal)
      .executeTakeFirstOrThrow(),
  )
  return row.id
}

/** Every affiliation and relation as it stands, whose they are and what they say. */
function standing(workspace: TestWorkspace): Promise<unknown> {
  return workspace.run(async (tx) => {
    const affiliations =
      await sql`select id, organisation_id, person_id, role, department, since, until
      from affiliation order by id`.execute(tx)
    const relations =
      await sql`select id, organisation_id, kind, until from relation order by id`.execute(tx)
    const names = await sql`select id, name, name_reading, url, merged_into from organisation
      order by id`.execute(tx)
    return [affiliations.rows, relations.rows, names.rows]
  })
}

describe('two organisations that are one', () => {
  it('are shown, found and named as one, and are two again as they were', async () => {
    const workspace = await makeWorkspace()
    const keep = await add(workspace, '縁商事株式会社')
    const merged = await add(workspace, 'Enishi Trading Inc.', 'https://enishi.example/')
    const { personId: person } = await seedPerson(workspace, 'Hana')
    const by = changeIn(workspace)
    await workspace.run((tx) => addToOrganisation(tx, keep, { person }, by))
    await workspace.run((tx) => addToOrganisation(tx, merged, { person, role: '部長' }, by))
    await workspace.run((tx) =>
      addRelation(tx, { organisationId: merged }, { kind: 'customer' }, by),
    )
    const deal = await seedDeal(workspace, merged)
    const before = await standing(workspace)

    const { id } = await merge(workspace, keep, merged)
    const one = await workspace.run((tx) => getOrganisation(tx, merged))
    expect(one).toMatchObject({
      ...{ id: keep, name: '縁商事株式会社', url: 'https://enishi.example/', people: 1 },
      relations: ['customer'],
      members: [{ person: { id: person }, role: '部長' }],
    })
    expect(one.members).toHaveLength(1)
    expect(await organisationOf(workspace, deal)).toBe(keep)
    const listed = await workspace.run((tx) =>
      listOrganisations(tx, { q: 'Trading', sort: 'name' }, { limit: 10 }),
    )
    expect(listed.items.map((item) => item.id)).toEqual([keep])
    // A list that names it by the other name means it.
    const { random, workspaceId, now: at } = by
    const named = await workspace.run((tx) =>
      ensureOrganisations(tx, { workspaceId, at, random }, [{ name: 'ENISHI TRADING Co., Ltd.' }]),
    )
    expect([...named.values()]).toEqual([keep])

    await unmerge(workspace, id)
    expect(await standing(workspace)).toEqual(before)
    expect(await organisationOf(workspace, deal)).toBe(merged)
    await expect(unmerge(workspace, id)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('keep what was edited since', async () => {
    const workspace = await makeWorkspace()
    const [keep, merged] = [
      await add(workspace, 'A'),
      await add(workspace, 'B', 'https://b.example/'),
    ]
    const elsewhere = await add(workspace, 'C')
    const [stays, goes] = [await seedDeal(workspace, merged), await seedDeal(workspace, merged)]
    const { id } = await merge(workspace, keep, merged, { name: 'merge' })
    const [url, by] = ['https://a.example/', changeIn(workspace)]
    await workspace.run((tx) => patchOrganisation(tx, merged, { url }, by))
    await workspace.run((tx) =>
      sql`update deal set organisation_id = ${elsewhere} where id = ${goes}`.execute(tx),
    )
    await unmerge(workspace, id)
    const kept = await workspace.run((tx) => getOrganisation(tx, keep))
    expect(kept).toMatchObject({ name: 'A', url })
    expect(await workspace.run((tx) => getOrganisation(tx, merged))).toMatchObject({
      ...{ name: 'B', url: 'https://b.example/' },
    })
    expect(await organisationOf(workspace, stays)).toBe(merged)
    expect(await organisationOf(workspace, goes)).toBe(elsewhere)
  })

  it('become one once only, however many ask at once', async () => {
    const workspace = await makeWorkspace()
    const [a, b] = [await add(workspace, 'A'), await add(workspace, 'B')]
    const asked = await Promise.allSettled([
      merge(workspace, a, b),
      merge(workspace, b, a),
      merge(workspace, a, b),
    ])
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = asked.filter((one) => one.status === 'rejected')
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'conflict' })
    const merges = await workspace.run((tx) => listOrganisationMerges(tx, a))
    expect(merges).toHaveLength(1)
  })

  it('leave no row behind that was written while they became one', async () => {
    const workspace = await makeWorkspace()
    const [a, b] = [await add(workspace, 'A'), await add(workspace, 'B')]
    const { personId: person } = await seedPerson(workspace, 'Ken')
    await Promise.all([
      merge(workspace, a, b),
      workspace.run((tx) => addToOrganisation(tx, b, { person }, changeIn(workspace))),
    ])
    const one = await workspace.run((tx) => getOrganisation(tx, a))
    expect(one.members.map((member) => member.person.id)).toEqual([person])
  })
})

describe('organisations that are alike', () => {
  it('are found by domain, spelling and reading, until somebody says that they are two', async () => {
    const workspace = await makeWorkspace()
    const a = await add(workspace, '斎藤商店', 'https://www.saito.example/shop')
    const b = await add(workspace, '齋藤商店 株式会社')
    const c = await add(workspace, 'Saito Stores', 'http://saito.example')
    await add(workspace, '高橋商店')
    const find = () =>
      workspace.run((tx) => findOrganisationPairs(tx, { organisation: a, limit: 10 }))
    const others = (pairs: Awaited<ReturnType<typeof find>>) =>
      pairs.map(({ organisations, reasons }) => [
        organisations.find(({ id }) => id !== a)?.id,
        reasons[0],
      ])
    expect(others(await find())).toEqual([
      [c, 'domain'],
      [b, 'name'],
    ])
    await workspace.run((tx) => sayOrganisationsApart(tx, c, a, changeIn(workspace)))
    expect(others(await find())).toEqual([[b, 'name']])
    await merge(workspace, a, b)
    expect(await find()).toEqual([])
  })
})

const SIZE = 4
const organisation = fc.nat({ max: SIZE - 1 })
const step = fc.oneof(
  fc.record({ do: fc.constant('merge' as const), a: organisation, b: organisation }),
  fc.record({ do: fc.constant('unmerge' as const), at: fc.nat() }),
  fc.record({
    do: fc.constant('give' as const),
    deal: fc.nat({ max: 2 * SIZE - 1 }),
    to: organisation,
  }),
)

describe('any sequence of merges, edits and unmerges', () => {
  it('shows every deal at its organisation, and gives back all that there was', async () => {
    const run = fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      async (steps, order) => {
        const workspace = await makeWorkspace()
        const ids: string[] = []
        for (let i = 0; i < SIZE; i++) ids.push(await add(workspace, `organisation ${i}`))
        const { personId: person } = await seedPerson(workspace, 'Hana')
        const by = changeIn(workspace)
        for (const [i, id] of ids.entries()) {
          // Of one person everywhere: only one of these may show at a time.
          const told = i % 2 === 0 ? { role: `role ${i}` } : { department: `department ${i}` }
          await workspace.run((tx) => addToOrganisation(tx, id, { person, ...told }, by))
          await workspace.run((tx) =>
            addRelation(tx, { organisationId: id }, { kind: 'customer' }, by),
          )
        }
        const deals: string[] = []
        for (const id of [...ids, ...ids]) deals.push(await seedDeal(workspace, id))
        const before = await standing(workspace)
        const model = new Model(ids)
        for (const one of steps) await take(workspace, model, deals, one)
        await check(workspace, model, deals)
        for (const at of order) {
          const id = model.pick(at)
          if (id === undefined) break
          await unmerge(workspace, id)
          model.unmerge(id)
          await check(workspace, model, deals)
        }
        for (const id of [...model.standing.keys()]) {
          await unmerge(workspace, id)
          model.unmerge(id)
        }
        await check(workspace, model, deals)
        expect(await standing(workspace)).toEqual(before)
      },
    )
    await fc.assert(run, { numRuns: 40 })
  }, 120_000)
})

/** Who is whom, and whose each deal is: the merges that stand are a forest. */
class Model {
  readonly standing = new Map<string, { keep: string; merged: string }>()
  readonly owner: string[]

  readonly ids: readonly string[]

  constructor(ids: readonly string[]) {
    this.ids = ids
    this.owner = [...ids, ...ids]
  }

  rootOf(id: string): string {
    const edge = [...this.standing.values()].find(({ merged }) => merged === id)
    return edge === undefined ? id : this.rootOf(edge.keep)
  }

  pick(at: number): string | undefined {
    const all = [...this.standing.keys()]
    return all[at % Math.max(1, all.length)]
  }

  unmerge(id: string): void {
    this.standing.delete(id)
  }
}

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

async function take(
  workspace: TestWorkspace,
  model: Model,
  deals: readonly string[],
  one: Step,
): Promise<void> {
  if (one.do === 'merge') {
    const [keep, merged] = [model.ids[one.a] ?? '', model.ids[one.b] ?? '']
    const edge = { keep: model.rootOf(keep), merged: model.rootOf(merged) }
    if (edge.keep === edge.merged) return
    const { id } = await merge(workspace, keep, merged)
    model.standing.set(id, edge)
  } else if (one.do === 'unmerge') {
    const id = model.pick(one.at)
    if (id === undefined) return
    await unmerge(workspace, id)
    model.unmerge(id)
  } else {
    const to = model.rootOf(model.ids[one.to] ?? '')
    // Given once: back where it was before is no edit that a row could tell.
    if (model.owner[one.deal] !== [...model.ids, ...model.ids][one.deal]) return
    if (model.rootOf(model.owner[one.deal] ?? '') === to) return
    await workspace.run((tx) =>
      sql`update deal set organisation_id = ${to} where id = ${deals[one.deal]}`.execute(tx),
    )
    model.owner[one.deal] = to
  }
}

async function check(
  workspace: TestWorkspace,
  model: Model,
  deals: readonly string[],
): Promise<void> {
  for (const [i, deal] of deals.entries()) {
    expect(await organisationOf(workspace, deal)).toBe(model.rootOf(model.owner[i] ?? ''))
  }
  const { rows } = await workspace.run((tx) =>
    sql<{ id: string; stays: number; relations: number }>`
      select o.id, (select count(*)::integer from affiliation a where a.organisation_id = o.id) as stays,
        (select count(*)::integer from relation r where r.organisation_id = o.id) as relations
      from organisation o order by o.id`.execute(tx),
  )
  for (const { id, stays, relations } of rows) {
    const isRoot = model.rootOf(id) === id
    expect([id, stays, relations]).toEqual([id, isRoot ? 1 : 0, isRoot ? 1 : 0])
  }
}

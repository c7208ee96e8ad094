import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDeal, addField, getCard, listDeals, patchCard, patchDeal } from '#engage/index.ts'
import { changeIn } from '#test/change.ts'
import { Model } from '#test/merge-model.ts'
import { RecordsModel } from '#test/records-model.ts'
import { seedPerson } from '#test/seed.ts'
import { makeWorkspace, newId } from '#test/workspace.ts'
import {
  addRelation,
  closeContact,
  contactRulesOf,
  listRelations,
  mergePeople,
  openContact,
  recordConsent,
  removeRelation,
  unmergePeople,
  withdrawConsent,
} from '#understand/index.ts'
import type { MergeField, MergeSide } from '#vocabulary/index.ts'

/** As for merges.test.ts. */
const RUNS = Number(process.env.ENISHI_PROPERTY_RUNS ?? 10)
const SEED = process.env.ENISHI_PROPERTY_SEED
const PROPERTY = { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: Number(SEED) }) }

const RELATIONS = ['customer', 'media', 'peer'] as const
const MEMBERS = [newId(), newId(), newId()]
const noOutcome = () => Promise.reject(new Error('no outcome is heard'))

/** Five people that nothing is known of, two own fields and two tags. */
async function open() {
  const workspace = await makeWorkspace()
  const people: string[] = []
  for (const name of ['A', 'B', 'C', 'D', 'E'])
    people.push((await seedPerson(workspace, name)).personId)
  const model = new Model()
  for (const [i, id] of people.entries()) {
    const displayName = 'ABCDE'[i] ?? ''
    model.base.set(id, { displayName, familyName: null, givenName: null, nameReading: null })
  }
  const fields: string[] = []
  for (const name of ['会員番号', '好み']) {
    const added = { name, subject: 'person', kind: 'text' } as const
    fields.push((await workspace.run((tx) => addField(tx, added, changeIn(workspace)))).id)
  }
  const made = { kind: 'person', id: people[0] ?? '' } as const
  const hearing = { ...changeIn(workspace), hear: noOutcome }
  const card = await workspace.run((tx) =>
    patchCard(tx, made, { newTags: ['常連', '招待'] }, hearing),
  )
  const tags = card.tags.map(({ id }) => id)
  for (const tag of tags) model.note(made.id, { kind: 'edit', field: `tag:${tag}`, value: 'true' })
  return { workspace, people, model, records: new RecordsModel(model), fields, tags }
}
type Opened = Awaited<ReturnType<typeof open>>

const side = fc.constantFrom<MergeSide>('keep', 'merge')
const person = fc.nat(4)
const kinds = [
  ...(['owner', 'owner', 'second', 'field', 'field', 'tag'] as const),
  ...(['relation', 'unrelate', 'deal', 'people', 'consent', 'withdraw', 'close', 'open'] as const),
]
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ kind: fc.constant('merge' as const), a: person, b: person },
      choice: fc.record({ main: side, field: side }, { requiredKeys: [] }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), n: fc.nat(9) }) },
  {
    weight: 9,
    arbitrary: fc.record({ kind: fc.constantFrom(...kinds), a: person, b: person, n: fc.nat(5) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never
type Edit = Extract<Step, { b: number; n: number }>

async function take(opened: Opened, one: Step): Promise<void> {
  if (one.kind === 'merge') return mergeBoth(opened, one)
  if (one.kind === 'unmerge') return unmergeBoth(opened, one.n)
  if (['owner', 'second', 'field', 'tag'].includes(one.kind)) return editCard(opened, one)
  if (one.kind === 'deal' || one.kind === 'people') return editDeal(opened, one)
  if (one.kind === 'relation' || one.kind === 'unrelate') return editRelation(opened, one)
  return editContact(opened, one)
}

async function mergeBoth(
  { workspace, people, model, fields }: Opened,
  { a, b, choice }: Extract<Step, { kind: 'merge' }>,
): Promise<void> {
  const [keep = '', other = ''] = [people[a], people[b]]
  const [root, merged] = [model.rootOf(keep), model.rootOf(other)]
  const sides: { [Field in MergeField]?: MergeSide } = {}
  if (choice.main !== undefined) sides['owner:main'] = choice.main
  if (choice.field !== undefined) sides[`field:${fields[0]}`] = choice.field
  const wanted = { keep, merge: other, fields: sides, origin: 'member' as const }
  const made = workspace.run((tx) => mergePeople(tx, wanted, changeIn(workspace)))
  if (root === merged) {
    await expect(made).rejects.toMatchObject({ code: 'conflict' })
    return
  }
  const merge = { id: (await made).id, keep: root, merged, isUndone: false }
  const taken = keysOf(model).filter((field) => {
    const [own, theirs] = [model.valueOf(root, field), model.valueOf(merged, field)]
    return (sides[field] ?? (own === null ? 'merge' : 'keep')) === 'merge' && own !== theirs
  })
  for (const field of taken) model.note(root, { kind: 'merge', field, merge })
  model.merges.push(merge)
}

/** Every field that anybody ever held. */
function keysOf(model: Model): MergeField[] {
  const held = [...model.happened.values()].flat().map(({ field }) => field)
  return [...new Set(held)]
}

async function unmergeBoth({ workspace, model }: Opened, n: number): Promise<void> {
  const standing = model.merges.filter(({ isUndone }) => !isUndone)
  const merge = standing[n % Math.max(1, standing.length)]
  if (merge === undefined) return
  await workspace.run((tx) => unmergePeople(tx, merge.id, changeIn(workspace)))
  merge.isUndone = true
}

async function editCard(opened: Opened, { kind, a, n }: Edit): Promise<void> {
  const { workspace, people, model, fields, tags } = opened
  const id = people[a] ?? ''
  const root = model.rootOf(id)
  const [member, field, tag] = [MEMBERS[n] ?? null, fields[n % 2] ?? '', tags[n % 2] ?? '']
  const text = n < 4 ? `値${n}` : null
  const edits = {
    owner: [{ owner: member }, 'owner:main', member],
    second: [{ secondOwner: member }, 'owner:second', member],
    field: [{ fields: { [field]: text } }, `field:${field}`, text && JSON.stringify(text)],
    tag: [n < 4 ? { addTags: [tag] } : { removeTags: [tag] }, `tag:${tag}`, n < 4 ? 'true' : null],
  } as const
  const [patch, key, value] = edits[kind as keyof typeof edits]
  const change = { ...changeIn(workspace), hear: noOutcome }
  await workspace.run((tx) =>
    patchCard(tx, { kind: 'person', id }, structuredClone(patch) as object, change),
  )
  // Saying what is there already changes nothing.
  if (model.valueOf(root, key) !== value) model.note(root, { kind: 'edit', field: key, value })
}

async function editDeal(opened: Opened, { kind, a, b, n }: Edit): Promise<void> {
  const { workspace, people, records } = opened
  const change = { ...changeIn(workspace), hear: noOutcome }
  const wanted = [...new Set([people[a] ?? '', people[b] ?? ''])]
  const involved = wanted.map((id) => ({ person: id, role: 'user' as const }))
  if (kind === 'deal') {
    const deal = await workspace.run((tx) =>
      addDeal(tx, { name: 'deal', people: involved }, change),
    )
    records.takePart(deal.id, wanted)
    return
  }
  const deal = [...records.deals.keys()][n]
  if (deal === undefined) return
  await workspace.run((tx) => patchDeal(tx, deal, { people: involved }, change))
  records.takePart(deal, wanted)
}

async function editRelation(opened: Opened, { kind, a, n }: Edit): Promise<void> {
  const { workspace, people, model, records } = opened
  const [personId = '', what] = [people[a], RELATIONS[n % 3] ?? 'peer']
  const change = changeIn(workspace)
  if (kind === 'relation') {
    const added = workspace.run((tx) => addRelation(tx, { personId }, { kind: what }, change))
    if (records.holds(records.relations, personId, what)) {
      await expect(added).rejects.toMatchObject({ code: 'conflict' })
    } else records.relations.set((await added).id, { person: model.rootOf(personId), what })
    return
  }
  const id = records.shownOf(records.relations, personId)[0]
  if (id === undefined) return
  await workspace.run((tx) => removeRelation(tx, { personId }, id, change))
  records.relations.delete(id)
}

async function editContact(opened: Opened, { kind, a, n }: Edit): Promise<void> {
  const { workspace, people, model, records } = opened
  const id = people[a] ?? ''
  const [root, change] = [model.rootOf(id), changeIn(workspace)]
  const channel = n < 3 ? 'mail' : 'phone'
  if (kind === 'consent') {
    const said = { channel, givenAt: change.now, how: 'spoken', textShown: '同意' } as const
    const consent = await workspace.run((tx) => recordConsent(tx, id, said, change))
    records.consents.set(consent, { person: root, what: channel })
  } else if (kind === 'close') {
    const all = await workspace.run((tx) => closeContact(tx, id, { channel, reason: 'x' }, change))
    const known = [...records.closed.values()]
    if (known.some((one) => one.person === root && one.what === channel)) return
    const added = all.filter((one) => !records.closed.has(one.id))
    expect(added).toHaveLength(1)
    records.closed.set(added[0]?.id ?? '', { person: root, what: channel })
  } else {
    const held = kind === 'open' ? records.closed : records.consents
    const record = records.shownOf(held, id)[0]
    if (record === undefined) return
    const takeBack = kind === 'open' ? openContact : withdrawConsent
    await workspace.run((tx) => takeBack(tx, id, record, change))
    held.delete(record)
  }
}

async function expectAgreement({ workspace, people, model, records }: Opened): Promise<void> {
  const now = new Date()
  for (const id of people) {
    const card = await workspace.run((tx) => getCard(tx, { kind: 'person', id }, now))
    const shown: [MergeField, string | null][] = [
      ['owner:main', card.owner?.id ?? null],
      ['owner:second', card.secondOwner?.id ?? null],
      ...card.fields.map(({ id: field, value }): [MergeField, string | null] => [
        `field:${field}`,
        value === null ? null : JSON.stringify(value),
      ]),
      ...card.tags.map((tag): [MergeField, string] => [`tag:${tag.id}`, 'true']),
    ]
    const root = model.rootOf(id)
    const held = keysOf(model).map((field) => [field, model.valueOf(root, field)] as const)
    const plain = (all: readonly (readonly [string, string | null])[]) =>
      Object.fromEntries(all.filter(([, value]) => value !== null))
    expect(plain(shown)).toEqual(plain(held))
    const relations = await workspace.run((tx) => listRelations(tx, { personId: id }))
    const ids = (all: readonly { id: string }[]) => all.map((one) => one.id).sort()
    expect(ids(relations)).toEqual(records.shownOf(records.relations, id))
    const rules = await workspace.run((tx) => contactRulesOf(tx, id))
    expect(ids(rules.doNotContact)).toEqual(records.shownOf(records.closed, id))
    const standing = rules.consents.filter(({ withdrawnAt }) => withdrawnAt === null)
    expect(ids(standing)).toEqual(records.shownOf(records.consents, id))
    const deals = await workspace.run((tx) =>
      listDeals(tx, { person: id, sort: 'name' }, { limit: 200 }),
    )
    expect(ids(deals.items)).toEqual(records.dealsOf(id))
  }
}

describe('what colleagues keep of people', () => {
  it('is at the right person and nothing lost, whatever is merged, edited and taken back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 6, maxLength: 24 }),
        fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }),
        async (steps, order) => {
          const opened = await open()
          for (const one of steps) await take(opened, one)
          await expectAgreement(opened)
          // Taken back in any order, nothing is left of them.
          for (const n of order) await unmergeBoth(opened, n)
          await expectAgreement(opened)
        },
      ),
      PROPERTY,
    )
  }, 3_600_000)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listActivities } from '#listen/index.ts'
import { changeIn } from '#test/change.ts'
import { type Fields, Model } from '#test/merge-model.ts'
import { ACCOUNTS, type Opened, open, post } from '#test/merge-world.ts'
import {
  checkDerived,
  listPeople,
  mergePeople,
  moveHandle,
  patchPerson,
  readPersonJourneys,
  splitHandle,
  unmergePeople,
} from '#understand/index.ts'
import {
  type IncomingHandle,
  type MergeSide,
  PERSON_FIELDS,
  type PersonField,
} from '#vocabulary/index.ts'

/** For a long run: ENISHI_PROPERTY_RUNS=5000; a failure prints the seed, ENISHI_PROPERTY_SEED repeats it. */
const RUNS = Number(process.env.ENISHI_PROPERTY_RUNS ?? 12)
const SEED = process.env.ENISHI_PROPERTY_SEED
const PROPERTY = { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: Number(SEED) }) }

type Step =
  | { kind: 'say'; posts: { n: number; saying: number }[] }
  | { kind: 'merge'; a: number; b: number; choice: Partial<Record<PersonField, MergeSide>> }
  | { kind: 'unmerge'; n: number }
  | { kind: 'edit'; a: number; field: PersonField; value: string }
  | { kind: 'split'; n: number }
  | { kind: 'move'; n: number; b: number }

const side = fc.constantFrom<MergeSide>('keep', 'merge')
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      posts: fc.array(fc.record({ n: fc.nat(35), saying: fc.nat(5) }), {
        minLength: 1,
        maxLength: 6,
      }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      ...{ kind: fc.constant('merge' as const), a: fc.nat(9), b: fc.nat(9) },
      choice: fc.record(
        { displayName: side, familyName: side, givenName: side, nameReading: side },
        { requiredKeys: [] },
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), n: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ kind: fc.constant('edit' as const), a: fc.nat(9) },
      field: fc.constantFrom(...PERSON_FIELDS),
      value: fc.constantFrom('鈴木', 'Suzuki', 'すずき', '一郎'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('split' as const), n: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('move' as const), n: fc.nat(9), b: fc.nat(9) }),
  },
)

/** Does one step to both; what is refused must be refused for a reason that the model knows. */
async function take(opened: Opened, model: Model, one: Step): Promise<void> {
  if (one.kind === 'say') return sayBoth(opened, model, one.posts)
  const people = [...model.base.keys()]
  if (people.length === 0) return
  const pick = (n: number) => people[n % people.length] as string
  const { workspace } = opened
  if (one.kind === 'edit') {
    const root = model.rootOf(pick(one.a))
    await workspace.run((tx) =>
      patchPerson(tx, pick(one.a), { [one.field]: one.value }, changeIn(workspace)),
    )
    // Saying what is there already changes nothing.
    if (model.valueOf(root, one.field) === one.value) return
    model.note(root, { kind: 'edit', field: one.field, value: one.value })
  } else if (one.kind === 'merge')
    await mergeBoth(opened, model, pick(one.a), pick(one.b), one.choice)
  else if (one.kind === 'unmerge') await unmergeBoth(opened, model, one.n)
  else await handOverBoth(opened, model, one.n, one.kind === 'move' ? pick(one.b) : null)
}

async function sayBoth(
  { say, read }: Opened,
  model: Model,
  posts: { n: number; saying: number }[],
): Promise<void> {
  const news = posts
    .filter(({ n }, i) => posts.findIndex((one) => one.n === n) === i)
    .filter(({ n }) => !model.posts.has(`post-${n}`))
  // One at a time: which of two strangers with one address is met first is then no matter.
  for (const { n, saying } of news) {
    await say(post(n, saying))
    const { externalId, verifiedEmail } = ACCOUNTS[n % ACCOUNTS.length] as IncomingHandle
    model.posts.set(`post-${n}`, externalId)
    if (model.owner.has(externalId)) continue
    const other = ACCOUNTS.find(
      (one) => one.verifiedEmail === verifiedEmail && one.externalId !== externalId,
    )
    const met = verifiedEmail === undefined ? undefined : model.owner.get(other?.externalId ?? '')
    const { people, owners } = await read()
    const own = owners.find((row) => row.external_id === externalId)?.person_id ?? ''
    if (met !== undefined) expect(own).toBe(met)
    else expect(model.base.has(own)).toBe(false)
    model.owner.set(externalId, own)
    const row = people.find(({ id }) => id === own)
    if (met === undefined && row !== undefined) model.base.set(own, fieldsOf(row))
  }
}

interface Row {
  display_name: string
  family_name: string | null
  given_name: string | null
  name_reading: string | null
}

function fieldsOf(row: Row): Fields {
  return {
    ...{ displayName: row.display_name, familyName: row.family_name },
    ...{ givenName: row.given_name, nameReading: row.name_reading },
  }
}

async function mergeBoth(
  { workspace }: Opened,
  model: Model,
  a: string,
  b: string,
  choice: Partial<Record<PersonField, MergeSide>>,
): Promise<void> {
  const [keep, merged] = [model.rootOf(a), model.rootOf(b)]
  const made = workspace.run((tx) =>
    mergePeople(tx, { keep: a, merge: b, fields: choice, origin: 'member' }, changeIn(workspace)),
  )
  if (keep === merged) {
    await expect(made).rejects.toMatchObject({ code: 'conflict' })
    return
  }
  const merge = { id: (await made).id, keep, merged, isUndone: false }
  const [own, other] = [model.fieldsOf(keep), model.fieldsOf(merged)]
  const isUnsplit = own.familyName === null && own.givenName === null
  for (const field of PERSON_FIELDS) {
    const isName = field === 'familyName' || field === 'givenName'
    const fills = own[field] === null && (!isName || isUnsplit)
    const isTaken = (choice[field] ?? (fills ? 'merge' : 'keep')) === 'merge'
    if (isTaken && own[field] !== other[field]) model.note(keep, { kind: 'merge', field, merge })
  }
  model.merges.push(merge)
}

async function unmergeBoth({ workspace }: Opened, model: Model, n: number): Promise<void> {
  const merge = model.merges[n % Math.max(1, model.merges.length)]
  if (merge === undefined) return
  const undone = workspace.run((tx) => unmergePeople(tx, merge.id, changeIn(workspace)))
  if (merge.isUndone) await expect(undone).rejects.toMatchObject({ code: 'conflict' })
  else await undone
  merge.isUndone = true
}

async function handOverBoth(
  { workspace, read }: Opened,
  model: Model,
  n: number,
  to: string | null,
): Promise<void> {
  const accounts = [...model.owner.keys()]
  const account = accounts[n % Math.max(1, accounts.length)]
  if (account === undefined) return
  const { owners } = await read()
  const handle = owners.find((row) => row.external_id === account)?.id ?? ''
  const person = model.owner.get(account) ?? ''
  const isRefused =
    model.accountsOf(model.rootOf(person)).length === 1 ||
    (to !== null && model.rootOf(to) === model.rootOf(person))
  const done = workspace.run((tx) =>
    to === null
      ? splitHandle(tx, person, handle, changeIn(workspace))
      : moveHandle(tx, person, handle, to, changeIn(workspace)),
  )
  if (isRefused) {
    await expect(done).rejects.toMatchObject({ code: 'conflict' })
    return
  }
  const owner = await done
  model.owner.set(account, owner)
  const row = (await read()).people.find(({ id }) => id === owner)
  if (to === null && row !== undefined) model.base.set(owner, fieldsOf(row))
  else expect(owner).toBe(model.rootOf(to ?? ''))
}

async function expectAgreement({ workspace, read }: Opened, model: Model): Promise<void> {
  const { people, owners } = await read()
  for (const row of people) {
    const root = model.rootOf(row.id)
    expect(row.merged_into).toBe(root === row.id ? null : root)
    expect(fieldsOf(row)).toEqual(model.fieldsOf(row.id))
  }
  expect(people.map(({ id }) => id)).toEqual([...model.base.keys()].sort())
  expect(new Map(owners.map((row) => [row.external_id, row.person_id]))).toEqual(model.owner)
  expect(await workspace.run((tx) => checkDerived(tx))).toEqual([])
  const { items } = await workspace.run((tx) => listPeople(tx, { sort: 'last' }, { limit: 200 }))
  const roots = [...new Set([...model.base.keys()].map((id) => model.rootOf(id)))].sort()
  expect(items.map(({ id }) => id).sort()).toEqual(roots)
  let seen = 0
  for (const { id, handles, posts } of items) {
    expect(handles.map((one) => one.externalId).sort()).toEqual(model.accountsOf(id).sort())
    const own = await workspace.run((tx) =>
      listActivities(tx, { person: id, kind: 'all' }, { limit: 200 }),
    )
    const expected = [...model.posts.values()].filter((by) => model.accountsOf(id).includes(by))
    expect(own.items).toHaveLength(expected.length)
    expect(posts).toBe(expected.length)
    expect(own.items.every(({ actor }) => actor.personId === id)).toBe(true)
    seen += own.items.length
  }
  expect(seen).toBe(model.posts.size)
}

describe('merges of people', () => {
  it('put every activity at the right person, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        const [opened, model] = [await open(), new Model()]
        await sayBoth(
          opened,
          model,
          [0, 1, 2, 3, 4].map((n) => ({ n, saying: n })),
        )
        for (const one of steps) await take(opened, model, one)
        await expectAgreement(opened, model)
        // Taken back in any order, nothing is left of them.
        for (const merge of model.merges) {
          if (merge.isUndone) continue
          await opened.workspace.run((tx) =>
            unmergePeople(tx, merge.id, changeIn(opened.workspace)),
          )
          merge.isUndone = true
        }
        await expectAgreement(opened, model)
      }),
      PROPERTY,
    )
  }, 3_600_000)

  it('make one journey of two, and two of one again', async () => {
    const { workspace, say, read } = await open()
    await say(post(0, 0), post(1, 3), post(6, 0), post(7, 3))
    const { owners } = await read()
    const [a, b] = ['a', 'b'].map(
      (name) => owners.find((one) => one.external_id === name)?.person_id,
    )
    const moves = async (id = '') => {
      const [journey] = await workspace.run((tx) => readPersonJourneys(tx, id))
      return journey?.moves.map(({ move, round }) => `${move} ${round}`)
    }
    const apart = [await moves(a), await moves(b)]
    const { id } = await workspace.run((tx) =>
      mergePeople(tx, { keep: a ?? '', merge: b ?? '', origin: 'member' }, changeIn(workspace)),
    )
    const together = await moves(a)
    expect(together?.length).toBeGreaterThan(Math.max(...apart.map((one) => one?.length ?? 0)))
    expect(await moves(b)).toEqual(together)
    await workspace.run((tx) => unmergePeople(tx, id, changeIn(workspace)))
    expect([await moves(a), await moves(b)]).toEqual(apart)
  })
})

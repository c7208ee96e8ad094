import { expect, it } from 'vitest'
import { addField, getCard, patchCard } from '#engage/index.ts'
import { changeIn } from '#test/change.ts'
import { seedPerson } from '#test/seed.ts'
import { makeWorkspace, newId } from '#test/workspace.ts'
import { mergePeople, unmergePeople } from '#understand/index.ts'
import type { MergeField, MergeSide } from '#vocabulary/index.ts'

/** Nothing here is won or lost. */
const noOutcome = () => Promise.reject(new Error('no outcome is heard'))

async function cards() {
  const workspace = await makeWorkspace()
  const { personId: a } = await seedPerson(workspace, '山田 太郎')
  const { personId: b } = await seedPerson(workspace, 'Taro')
  const person = (id: string) => ({ kind: 'person', id }) as const
  const { id: field } = await workspace.run((tx) =>
    addField(tx, { name: '会員番号', subject: 'person', kind: 'text' }, changeIn(workspace)),
  )
  const patch = (id: string, change: Parameters<typeof patchCard>[2]) =>
    workspace.run((tx) =>
      patchCard(tx, person(id), change, { ...changeIn(workspace), hear: noOutcome }),
    )
  const card = async (id: string) => {
    const now = new Date('2026-10-01T00:00:00Z')
    const { owner, owners, tags, fields } = await workspace.run((tx) =>
      getCard(tx, person(id), now),
    )
    return {
      ...{ owner: owner?.id ?? null, tags: tags.map(({ name }) => name) },
      value: fields[0]?.value ?? null,
      history: owners.map((one) => [one.member?.id, one.until === null]),
    }
  }
  const merge = (keep: string, other: string, fields: { [Field in MergeField]?: MergeSide } = {}) =>
    workspace.run((tx) =>
      mergePeople(tx, { keep, merge: other, fields, origin: 'member' }, changeIn(workspace)),
    )
  const unmerge = (id: string) => workspace.run((tx) => unmergePeople(tx, id, changeIn(workspace)))
  return { a, b, field, patch, card, merge, unmerge }
}

it('gives each of two their owner, value and tags back, and leaves what was edited with whom it was', async () => {
  const { a, b, field, patch, card, merge, unmerge } = await cards()
  const [first, second, third] = [newId(), newId(), newId()]
  await patch(a, { owner: first, newTags: ['常連'] })
  await patch(b, { owner: second, fields: { [field]: 'B-1' }, newTags: ['招待'] })
  const [one, other] = [await card(a), await card(b)]
  const { id } = await merge(a, b)
  const both = [
    [second, false],
    [first, true],
  ]
  const tags = ['常連', '招待'].sort()
  expect(await card(a)).toEqual({ owner: first, value: 'B-1', tags, history: both })
  await patch(b, { owner: third, fields: { [field]: null } })
  expect(await card(b)).toMatchObject({ owner: third, value: null })
  await unmerge(id)
  const history = [
    [third, true],
    [first, false],
  ]
  expect(await card(a)).toEqual({ ...one, owner: third, history })
  expect(await card(b)).toEqual(other)
})

it('takes back what a merge filled, when nobody touched it', async () => {
  const { a, b, field, patch, card, merge, unmerge } = await cards()
  await patch(b, { owner: newId(), fields: { [field]: 'B-1' }, newTags: ['招待'] })
  const [one, other] = [await card(a), await card(b)]
  const { id } = await merge(a, b)
  expect(await card(a)).toMatchObject({ owner: other.owner, value: 'B-1', tags: ['招待'] })
  await unmerge(id)
  expect([await card(a), await card(b)]).toEqual([one, other])
})

it('takes the owner and the value that were chosen, and gives back what they replaced', async () => {
  const { a, b, field, patch, card, merge, unmerge } = await cards()
  await patch(a, { owner: newId(), fields: { [field]: 'A-1' } })
  await patch(b, { owner: newId(), fields: { [field]: 'B-1' } })
  const [one, other] = [await card(a), await card(b)]
  const sides: { [Field in MergeField]?: MergeSide } = { 'owner:main': 'merge' }
  sides[`field:${field}`] = 'merge'
  const { id } = await merge(a, b, sides)
  expect(await card(a)).toMatchObject({ owner: other.owner, value: 'B-1' })
  await unmerge(id)
  expect([await card(a), await card(b)]).toEqual([one, other])
})

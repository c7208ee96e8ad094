import { expect, it } from 'vitest'
import { addField, getCard, patchCard } from '#engage/index.ts'
import { changeIn } from '#test/change.ts'
import { seedPerson } from '#test/seed.ts'
import { makeWorkspace, newId } from '#test/workspace.ts'
import { mergePeople, unmergePeople } from '#understand/index.ts'

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
    const { owner, tags, fields } = await workspace.run((tx) => getCard(tx, person(id), now))
    return {
      ...{ owner: owner?.id ?? null, tags: tags.map(({ name }) => name) },
      value: fields[0]?.value ?? null,
    }
  }
  const merge = (keep: string, other: string) =>
    workspace.run((tx) =>
      mergePeople(tx, { keep, merge: other, origin: 'member' }, changeIn(workspace)),
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
  expect(await card(a)).toEqual({ owner: first, value: 'B-1', tags: ['常連', '招待'].sort() })
  await patch(b, { owner: third, fields: { [field]: null } })
  expect(await card(b)).toMatchObject({ owner: third, value: null })
  await unmerge(id)
  expect(await card(a)).toEqual({ ...one, owner: third })
  expect(await card(b)).toEqual(other)
})

it('takes back what a merge filled, when nobody touched it', async () => {
  const { a, b, field, patch, card, merge, unmerge } = await cards()
  await patch(b, { owner: newId(), fields: { [field]: 'B-1' }, newTags: ['招待'] })
  const [one, other] = [await card(a), await card(b)]
  const { id } = await merge(a, b)
  expect(await card(a)).toEqual(other)
  await unmerge(id)
  expect([await card(a), await card(b)]).toEqual([one, other])
})

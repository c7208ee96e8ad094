import { describe, expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { seedPerson } from '#test/seed.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import {
  areKeptApart,
  keptApartAmong,
  listFieldChanges,
  listMerges,
  listPeople,
  mergePeople,
  pairName,
  patchPerson,
  previewMerge,
  sayNotSame,
  takeBackNotSame,
  unmergePeople,
} from '../index.ts'

async function pair(): Promise<{ workspace: TestWorkspace; a: string; b: string }> {
  const workspace = await makeWorkspace()
  const { personId: a } = await seedPerson(workspace, '山田 太郎')
  const { personId: b } = await seedPerson(workspace, 'Taro')
  return { workspace, a, b }
}

const EVIDENCE = {
  probability: 0.997,
  reasons: [{ field: 'email', agreement: 'exact', weight: 7.1 } as const],
}

describe('a merge', () => {
  it('is a row with author, time, evidence and backup, and an event without names', async () => {
    const { workspace, a, b } = await pair()
    const change = changeIn(workspace)
    const wanted = { keep: a, merge: b, fields: { displayName: 'merge' } as const }
    const merge = await workspace.run((tx) =>
      mergePeople(tx, { ...wanted, origin: 'automatic', evidence: EVIDENCE }, change),
    )
    expect(merge).toMatchObject({
      ...{ keepId: a, mergedId: b, origin: 'automatic', evidence: EVIDENCE, moved: [b] },
      ...{ authorId: change.authorId, at: change.now, undoneAt: null },
      backup: { keep: { displayName: '山田 太郎' } },
    })
    const events = await workspace.run((tx) => tx.selectFrom('event').selectAll().execute())
    expect(events).toMatchObject([
      {
        ...{ name: 'person.merged', subject_id: a, author_id: change.authorId },
        detail: [`merge=${merge.id}`, `merged=${b}`, 'displayName'],
      },
    ])
  })

  it('finds the person under either name, and each under their own once it is taken back', async () => {
    const { workspace, a, b } = await pair()
    const found = async (q: string) =>
      (await workspace.run((tx) => listPeople(tx, { q, sort: 'name' }, { limit: 9 }))).items.map(
        ({ id }) => id,
      )
    const wanted = { keep: a, merge: b, fields: { displayName: 'merge' } as const }
    const { id } = await workspace.run((tx) =>
      mergePeople(tx, { ...wanted, origin: 'member' }, changeIn(workspace)),
    )
    expect([await found('山田'), await found('Taro')]).toEqual([[a], [a]])
    await workspace.run((tx) => unmergePeople(tx, id, changeIn(workspace)))
    expect([await found('山田'), await found('Taro')]).toEqual([[a], [b]])
  })

  it('goes back to what was, keeps what was edited since, and journals all of it', async () => {
    const { workspace, a, b } = await pair()
    await workspace.run((tx) =>
      patchPerson(tx, b, { nameReading: 'タロウ', givenName: 'Taro' }, changeIn(workspace)),
    )
    const fields = { displayName: 'merge', nameReading: 'merge' } as const
    const { id } = await workspace.run((tx) =>
      mergePeople(tx, { keep: a, merge: b, fields, origin: 'member' }, changeIn(workspace)),
    )
    await workspace.run((tx) => patchPerson(tx, b, { nameReading: 'たろう' }, changeIn(workspace)))
    const { items } = await workspace.run((tx) => listMerges(tx, b))
    expect(items[0]?.undo).toMatchObject({
      person: { id: b, displayName: 'Taro' },
      fields: [
        { field: 'displayName', now: 'Taro', after: '山田 太郎', fate: 'restored' },
        { field: 'givenName', now: 'Taro', after: null, fate: 'restored' },
        { field: 'nameReading', now: 'たろう', after: 'たろう', fate: 'kept' },
      ],
    })
    await workspace.run((tx) => unmergePeople(tx, id, changeIn(workspace)))
    const people = await workspace.run((tx) => listPeople(tx, { sort: 'name' }, { limit: 9 }))
    expect(people.items.map((one) => [one.displayName, one.givenName, one.nameReading])).toEqual(
      expect.arrayContaining([
        ['山田 太郎', null, 'たろう'],
        ['Taro', 'Taro', 'タロウ'],
      ]),
    )
    const journal = await workspace.run((tx) => listFieldChanges(tx, a, { limit: 3 }))
    expect(journal.items.map(({ field, to, origin }) => [field, to, origin])).toEqual([
      ['givenName', null, 'unmerge'],
      ['displayName', '山田 太郎', 'unmerge'],
      ['nameReading', 'たろう', 'member'],
    ])
    const more = { limit: 3, cursor: journal.next ?? '' }
    const earlier = await workspace.run((tx) => listFieldChanges(tx, a, more))
    expect(earlier.items.map(({ origin, mergeId }) => [origin, mergeId])).toEqual([
      ['merge', id],
      ['merge', id],
      ['merge', id],
    ])
    expect(earlier.next).toBeNull()
    const { rows } = await editedOf(workspace, a)
    expect(rows).toEqual(['nameReading'])
  })

  it('refuses whom nobody knows, and another workspace’s people', async () => {
    const { workspace, a } = await pair()
    const theirs = await pair()
    for (const merge of [newId(), theirs.a]) {
      const made = workspace.run((tx) =>
        mergePeople(tx, { keep: a, merge, origin: 'member' }, changeIn(workspace)),
      )
      await expect(made).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

async function editedOf(workspace: TestWorkspace, id: string) {
  const row = await workspace.run((tx) =>
    tx.selectFrom('person').select('edited_fields').where('id', '=', id).executeTakeFirstOrThrow(),
  )
  return { rows: row.edited_fields }
}

describe('not the same', () => {
  it('is remembered by every automatic merge, whoever is merged into whom since', async () => {
    const { workspace, a, b } = await pair()
    const { personId: c } = await seedPerson(workspace, 'c')
    const { personId: d } = await seedPerson(workspace, 'd')
    const said = await workspace.run((tx) => sayNotSame(tx, b, a, changeIn(workspace)))
    const again = await workspace.run((tx) => sayNotSame(tx, a, b, changeIn(workspace)))
    expect(again.id).toBe(said.id)
    const merge = (keep: string, other: string, origin: 'member' | 'automatic' | 'import') =>
      workspace.run((tx) => mergePeople(tx, { keep, merge: other, origin }, changeIn(workspace)))
    await merge(c, a, 'automatic')
    await merge(d, b, 'automatic')
    for (const origin of ['automatic', 'import'] as const) {
      await expect(merge(c, d, origin)).rejects.toMatchObject({ code: 'conflict' })
      await expect(merge(d, c, origin)).rejects.toMatchObject({ code: 'conflict' })
    }
    expect(await workspace.run((tx) => areKeptApart(tx, a, d))).toBe(true)
    const among = await workspace.run((tx) =>
      keptApartAmong(tx, [
        [c, d],
        [a, c],
      ]),
    )
    expect(among).toEqual(new Set([pairName([d, c])]))
    await workspace.run((tx) => takeBackNotSame(tx, said.id, changeIn(workspace)))
    await merge(c, d, 'automatic')
  })

  it('follows from a merge taken back, and a member’s merge takes it back', async () => {
    const { workspace, a, b } = await pair()
    const merge = (origin: 'member' | 'automatic') =>
      workspace.run((tx) => mergePeople(tx, { keep: a, merge: b, origin }, changeIn(workspace)))
    const { id } = await merge('automatic')
    await workspace.run((tx) => unmergePeople(tx, id, changeIn(workspace)))
    await expect(merge('automatic')).rejects.toMatchObject({ code: 'conflict' })
    const preview = await workspace.run((tx) => previewMerge(tx, { keep: a, merge: b }))
    expect(preview.notSame).toMatchObject([{ because: 'unmerge' }])
    await merge('member')
    const { items, notSame } = await workspace.run((tx) => listMerges(tx, a))
    expect(items.map(({ undoneAt }) => undoneAt === null)).toEqual([true, false])
    expect(notSame).toEqual([])
    const one = workspace.run((tx) => sayNotSame(tx, a, b, changeIn(workspace)))
    await expect(one).rejects.toMatchObject({ code: 'conflict' })
  })
})

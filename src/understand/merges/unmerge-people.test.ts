import { describe, expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { seedPerson } from '#test/seed.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { mergePeople, patchPerson, unmergePeople } from '../index.ts'

/** People called a, b, c ... and what the tests do with them. */
async function open(...names: string[]) {
  const workspace = await makeWorkspace()
  const ids = new Map<string, string>()
  for (const name of names) ids.set(name, (await seedPerson(workspace, name)).personId)
  const idOf = (name: string) => ids.get(name) ?? ''
  return {
    /** Shows one as the other, under the other's name. */
    merge: async (other: string, keep: string) => {
      const fields = { displayName: 'merge' } as const
      const wanted = { keep: idOf(keep), merge: idOf(other), fields, origin: 'member' as const }
      return (await workspace.run((tx) => mergePeople(tx, wanted, changeIn(workspace)))).id
    },
    undo: (id: string) => workspace.run((tx) => unmergePeople(tx, id, changeIn(workspace))),
    rename: (name: string, displayName: string) =>
      workspace.run((tx) => patchPerson(tx, idOf(name), { displayName }, changeIn(workspace))),
    /** What each is called, and as whom they are shown. */
    read: async () => {
      const rows = await workspace.run((tx) =>
        tx.selectFrom('person').select(['id', 'display_name', 'merged_into']).execute(),
      )
      const nameOf = (id: string | null) => names.find((name) => ids.get(name) === id)
      return Object.fromEntries(
        names.map((name) => {
          const row = rows.find(({ id }) => id === ids.get(name))
          return [name, [row?.display_name, nameOf(row?.merged_into ?? null) ?? 'root']]
        }),
      )
    },
  }
}

describe('taking a merge back', () => {
  it('leaves what a later merge wrote, which then goes back to what was before both', async () => {
    const { merge, undo, read } = await open('a', 'b', 'c')
    const [first, second] = [await merge('b', 'a'), await merge('c', 'a')]
    await undo(first)
    expect(await read()).toEqual({ a: ['c', 'root'], b: ['b', 'root'], c: ['c', 'a'] })
    await undo(second)
    expect(await read()).toEqual({ a: ['a', 'root'], b: ['b', 'root'], c: ['c', 'root'] })
  })

  it('leaves what somebody gave since, also below a later merge', async () => {
    const { merge, undo, rename, read } = await open('a', 'b', 'c')
    const first = await merge('b', 'a')
    await rename('b', 'given')
    const second = await merge('c', 'a')
    await undo(first)
    expect((await read()).a).toEqual(['c', 'root'])
    await undo(second)
    expect((await read()).a).toEqual(['given', 'root'])
  })

  it('of an inner merge frees its people, and the name that was handed on goes back as well', async () => {
    const { merge, undo, read } = await open('a', 'b', 'c', 'd')
    await merge('d', 'c')
    const inner = await merge('c', 'b')
    const outer = await merge('b', 'a')
    expect(await read()).toEqual({ a: ['d', 'root'], b: ['d', 'a'], c: ['d', 'a'], d: ['d', 'a'] })
    await undo(inner)
    expect(await read()).toEqual({
      a: ['b', 'root'],
      b: ['b', 'a'],
      c: ['d', 'root'],
      d: ['d', 'c'],
    })
    await undo(outer)
    expect((await read()).a).toEqual(['a', 'root'])
  })

  it('hands a name back below a merge that covers it', async () => {
    const { merge, undo, read } = await open('a', 'b', 'c', 'e')
    const inner = await merge('c', 'b')
    await merge('b', 'a')
    const cover = await merge('e', 'a')
    await undo(inner)
    expect((await read()).a).toEqual(['e', 'root'])
    await undo(cover)
    expect((await read()).a).toEqual(['b', 'root'])
  })
})

import { describe, expect, it } from 'vitest'
import { listActivities } from '#listen/index.ts'
import { changeIn } from '#test/change.ts'
import { open, post } from '#test/merge-world.ts'
import {
  checkDerived,
  mergePeople,
  patchPerson,
  splitHandle,
  unmergePeople,
} from '#understand/index.ts'
import { EnishiError } from '#vocabulary/index.ts'

describe('people merged at once', () => {
  /** Runs all at once; answers the ids of what was made and the codes of what was refused. */
  async function race(works: Promise<{ id: string }>[]) {
    const ended = await Promise.allSettled(works)
    const made = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []))
    const refused = ended.flatMap((one) => {
      if (one.status === 'fulfilled') return []
      if (one.reason instanceof EnishiError) return [one.reason.code]
      throw one.reason
    })
    return { made, refused }
  }

  it('the same merge and its mirror: one is made, the others are told', async () => {
    for (let round = 0; round < 5; round++) {
      const opened = await open()
      const { workspace } = opened
      await opened.say(post(0, 0), post(1, 3))
      const [a = '', b = ''] = (await opened.read()).people.map(({ id }) => id)
      const merge = (keep: string, other: string) =>
        workspace.run((tx) =>
          mergePeople(tx, { keep, merge: other, origin: 'member' }, changeIn(workspace)),
        )
      const { made, refused } = await race([merge(a, b), merge(b, a), merge(a, b), merge(b, a)])
      expect(made).toHaveLength(1)
      expect(refused).toEqual(['conflict', 'conflict', 'conflict'])
      expect(await workspace.run((tx) => checkDerived(tx))).toEqual([])
    }
  })

  it('merges in a circle end as one person, whoever was first', async () => {
    const opened = await open()
    const { workspace } = opened
    await opened.say(...[0, 1, 2, 3].map((n) => post(n, n)))
    const ids = (await opened.read()).people.map(({ id }) => id)
    const { made, refused } = await race(
      ids.map((keep, i) =>
        workspace.run((tx) =>
          mergePeople(
            tx,
            { keep, merge: ids[(i + 1) % ids.length] ?? '', origin: 'member' },
            changeIn(workspace),
          ),
        ),
      ),
    )
    expect([made.length, refused]).toEqual([3, ['conflict']])
    const { people } = await opened.read()
    expect(people.filter((row) => row.merged_into === null)).toHaveLength(1)
    expect(await workspace.run((tx) => checkDerived(tx))).toEqual([])
  })

  it('batches, merges, unmerges, splits and edits lose nothing', { timeout: 120_000 }, async () => {
    const opened = await open()
    const { workspace } = opened
    await opened.say(...[0, 1, 2, 3, 4].map((n) => post(n, n)))
    const { people, owners } = await opened.read()
    const ids = people.map(({ id }) => id)
    const [a = '', b = '', c = ''] = ids
    const merge = (keep: string, other: string) =>
      workspace.run((tx) =>
        mergePeople(tx, { keep, merge: other, origin: 'member' }, changeIn(workspace)),
      )
    const first = await merge(a, b)
    const heard = Array.from({ length: 5 }, (_, i) =>
      Array.from({ length: 6 }, (__, j) => post(6 + i * 6 + j, i * j)),
    )
    const patch = (id: string, displayName: string) =>
      workspace.run((tx) => patchPerson(tx, id, { displayName }, changeIn(workspace)))
    const handle = owners.find((row) => row.person_id === b)?.id ?? ''
    const works: Promise<unknown>[] = [
      ...heard.map((posts) => opened.say(...posts)),
      merge(c, a),
      workspace.run((tx) => unmergePeople(tx, first.id, changeIn(workspace))),
      workspace.run((tx) => unmergePeople(tx, first.id, changeIn(workspace))),
      patch(b, '鈴木'),
      patch(a, '高橋'),
      workspace.run((tx) => splitHandle(tx, b, handle, changeIn(workspace))),
    ]
    const ended = await Promise.allSettled(works)
    for (const one of ended) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' })
    }
    expect(await workspace.run((tx) => checkDerived(tx))).toEqual([])
    const all = await workspace.run((tx) => listActivities(tx, { kind: 'all' }, { limit: 200 }))
    expect(all.items).toHaveLength(35)
  })
})

import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import {
  arrivalsOf,
  chance,
  differences,
  idOf,
  memberId,
  openLearning,
  readingOf,
} from '#test/learning.ts'
import { seededChance } from '#vocabulary/index.ts'
import { readAgain } from './read-again.ts'
import { readCorrections } from './read-corrections.ts'
import { readQuality } from './read-quality.ts'
import { followBase } from './run-model.ts'
import { inventPosts } from './testing/invented-posts.ts'
import { smallBase } from './testing/small-base.ts'

describe('reading again', () => {
  it('goes on where it was interrupted, keeps what was corrected, and counts as a rebuild does', async () => {
    const opened = await openLearning(smallBase(), smallBase('small-0'))
    const { workspace, add, correct, readers } = opened
    await add('ハコ')
    await opened.hearAll(...arrivalsOf(inventPosts(1_100, seededChance(1, 'log'), 0.3)))
    const id = await idOf(workspace, 'p3')
    await correct(id, { stage: 'recommendation', spam: 'yes' })
    const again = (isEnough: () => boolean) =>
      readAgain(workspace.door, workspace.id, readers, chance, isEnough)
    expect(await again(() => true)).toEqual({ posts: 500, isComplete: false })
    expect(await differences(workspace)).toEqual([])
    const newest = await workspace.run((tx) =>
      sql<{
        model: string
      }>`select r.model from reading r order by r.activity_id desc limit 500`.execute(tx),
    )
    expect(new Set(newest.rows.map(({ model }) => model))).toEqual(new Set(['small-1']))
    const base = { name: 'small-1' }
    expect(await followBase(workspace.door, workspace.id, base, chance)).toEqual(['read-again'])
    const midway = await workspace.run((tx) => readQuality(tx, workspace.id, base))
    expect(midway.rereading).toEqual({ state: 'waiting', done: 500, total: 1_100 })
    expect(await again(() => false)).toEqual({ posts: 600, isComplete: true })
    expect(await differences(workspace)).toEqual([])
    const quality = await workspace.run((tx) => readQuality(tx, workspace.id, base))
    expect(quality.readBy).toEqual([{ model: 'small-1', posts: 1_100 }])
    expect(await readingOf(workspace, id)).toMatchObject({
      ...{ model: 'small-1', stage: 'recommendation', spam: true, corrected_by: memberId },
    })
    const history = await workspace.run((tx) => readCorrections(tx, workspace.id, id))
    expect(history.readings.map(({ model, replacedAt }) => [model, replacedAt === null])).toEqual([
      ['small-1', true],
      ['small-0', false],
    ])
    expect(await again(() => false)).toEqual({ posts: 0, isComplete: true })
  })
})

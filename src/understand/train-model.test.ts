import { describe, expect, it } from 'vitest'
import { toHeard } from '#listen/index.ts'
import {
  arrivalsOf,
  chance,
  change,
  differences,
  idOf,
  type LearningWorkspace,
  openLearning,
  post,
  readingOf,
} from '#test/learning.ts'
import { seededChance } from '#vocabulary/index.ts'
import { answerQueue } from './answer-queue.ts'
import { nextToJudge } from './draw-queue.ts'
import { readAgain } from './read-again.ts'
import { readQuality } from './read-quality.ts'
import { askToTrain, followBase, runModel } from './run-model.ts'
import { type InventedPost, inventPosts } from './testing/invented-posts.ts'
import { smallBase } from './testing/small-base.ts'
import { trainModel } from './train-model.ts'

describe('a workspace that learns', () => {
  const base = { name: 'small-1' }
  const partsOf = ({ detector }: LearningWorkspace) => ({ base: smallBase(), detector, ...chance })

  /** Judges posts of a queue as they are true, as members would. */
  async function judge(
    { workspace }: LearningWorkspace,
    queue: 'audit' | 'learning',
    truths: ReadonlyMap<string, InventedPost>,
    count: number,
  ): Promise<void> {
    for (let judged = 0; judged < count; ) {
      const items = await workspace.run((tx) => nextToJudge(tx, workspace.id, { queue }, change()))
      expect(items.length).toBeGreaterThan(0)
      for (const { activity } of items) {
        const { truth } = truths.get(activity.text ?? '') as InventedPost
        await workspace.run((tx) => answerQueue(tx, workspace.id, activity.id, truth, change()))
        judged++
      }
    }
  }

  async function train(opened: LearningWorkspace) {
    const { workspace } = opened
    await workspace.run((tx) => askToTrain(tx, workspace.id, base, change()))
    const job = await workspace.run((tx) =>
      tx
        .selectFrom('job')
        .select(['id', 'subject_id'])
        .where('kind', '=', 'train-model')
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow(),
    )
    const done = await trainModel(
      workspace.door,
      workspace.id,
      job.subject_id ?? '',
      partsOf(opened),
    )
    await workspace.run((tx) =>
      tx.updateTable('job').set({ state: 'done' }).where('id', '=', job.id).execute(),
    )
    return done
  }

  it('runs what reads audits better, in batches that were read before too, and rolls back', {
    timeout: 120_000,
  }, async () => {
    const opened = await openLearning(smallBase())
    const { workspace, channel, listening, readers } = opened
    const posts = inventPosts(700, seededChance(5, 'log'), 0.6)
    const truths = new Map(posts.map((invented) => [invented.text, invented]))
    await opened.hearAll(...arrivalsOf(posts))
    await judge(opened, 'learning', truths, 20)
    expect(await train(opened)).toMatchObject({ reason: 'too-few-audits', mean: null })
    const refused = await workspace.run((tx) => readQuality(tx, workspace.id, base))
    expect(refused).toMatchObject({ running: 'small-1', training: null })
    expect(refused.models).toMatchObject([
      { version: 1, state: 'refused', reason: 'too-few-audits', learntFrom: 20, mayRun: false },
      { version: 0, name: 'small-1', state: 'running' },
    ])
    // Drawn by lot: with fewer, one label in some runs has less than the fifty that a figure needs.
    await judge(opened, 'audit', truths, 180)
    await judge(opened, 'learning', truths, 160)
    const hearing = {
      ...{ workspaceId: workspace.id, channelId: channel, refused: [] },
      heard: [toHeard(post('late', 'またポコった'), { position: 1, line: 1 }, true, undefined)],
    }
    await listening.readAhead(hearing)
    const comparison = await train(opened)
    expect(comparison?.reason).toBe('better')
    await listening.hear(hearing)
    expect(await readingOf(workspace, await idOf(workspace, 'late'))).toMatchObject({
      ...{ model: 'small-1+2', complaint: true },
    })
    await readAgain(workspace.door, workspace.id, readers, chance)
    expect(await differences(workspace)).toEqual([])
    const better = await workspace.run((tx) => readQuality(tx, workspace.id, base))
    expect(better).toMatchObject({
      running: 'small-1+2',
      readBy: [{ model: 'small-1+2', posts: 701 }],
    })
    const feelings = better.labels.filter(
      ({ part, lang }) => part === 'sentiment' && lang === 'all',
    )
    const neutral = feelings.find(({ label }) => label === 'neutral')
    expect(neutral?.recall?.low).toBeLessThan(neutral?.recall?.value ?? 0)
    const run = (version: number) =>
      workspace.run((tx) => runModel(tx, workspace.id, version, base, change()))
    await expect(run(1)).rejects.toMatchObject({ code: 'conflict' })
    await expect(run(7)).rejects.toMatchObject({ code: 'not-found' })
    await run(0)
    await readAgain(workspace.door, workspace.id, readers, chance)
    expect(await differences(workspace)).toEqual([])
    const back = await workspace.run((tx) => readQuality(tx, workspace.id, base))
    expect(back).toMatchObject({ running: 'small-1', readBy: [{ model: 'small-1', posts: 701 }] })
    await run(2)
    // The next version of the product brings another base.
    const next = { name: 'small-2' }
    const asked = await followBase(workspace.door, workspace.id, next, chance)
    expect(asked).toContain('train-model')
    const upgraded = await workspace.run((tx) => readQuality(tx, workspace.id, next))
    expect(upgraded.running).toBe('small-2')
    expect(upgraded.models).toMatchObject([
      { version: 3, state: 'candidate', base: 'small-2' },
      { version: 2, state: 'retired', reason: 'base-replaced', mayRun: false },
      { version: 1 },
      { version: 0, state: 'running', base: 'small-2' },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { listActivities, toHeard } from '#listen/index.ts'
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
import { newId as randomId } from '#test/workspace.ts'
import { seededChance } from '#vocabulary/index.ts'
import { answerQueue } from './answer-queue.ts'
import { nextToJudge } from './draw-queue.ts'
import type { ModelRun } from './model-runs.ts'
import { readAgain } from './read-again.ts'
import { readCorrections } from './read-corrections.ts'
import { type Quality, readQuality } from './read-quality.ts'
import { createModels, deltasOf } from './reading-source.ts'
import { askToTrain, followBase, runModel } from './run-model.ts'
import { type InventedPost, inventPosts } from './testing/invented-posts.ts'
import { smallBase } from './testing/small-base.ts'
import { trainModel } from './train-model.ts'
import { explainMovesHere, moveToExplain } from './why-moved.ts'

/** Posts from which a word is known for certain. */
const TAUGHT = 6

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

  /** Says of the first posts with a word that they complain: a lot may leave a word out. */
  async function teachComplaint(
    { workspace, correct }: LearningWorkspace,
    posts: readonly InventedPost[],
    word: string,
  ): Promise<void> {
    const keys = posts.flatMap(({ text }, at) => (text.includes(word) ? [`p${at}`] : []))
    expect(keys.length).toBeGreaterThanOrEqual(TAUGHT)
    const complains = { complaint: 'yes', sentiment: 'negative', stance: 'against' }
    for (const key of keys.slice(0, TAUGHT)) await correct(await idOf(workspace, key), complains)
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

  /** Half of the audits report, and the others compared. */
  function expectFigures({ labels, slices, audited, figuresReadBy, models }: Quality): void {
    const feelings = labels.filter(({ part, lang }) => part === 'sentiment' && lang === 'all')
    const neutral = feelings.find(({ label }) => label === 'neutral')
    expect(neutral?.recall?.low).toBeLessThan(neutral?.recall?.value ?? 0)
    expect(slices.reporting + slices.selecting).toBe(audited)
    expect(figuresReadBy).toEqual([{ model: 'small-1+2', posts: slices.reporting }])
    expect(models[0]?.compared).toMatchObject({ audits: slices.selecting, auditsMin: 40 })
  }

  /** Why each post moved that the latest change of the model moved; answers how many did. */
  async function explainEveryMove(
    opened: LearningWorkspace,
    [run]: readonly ModelRun[],
  ): Promise<number> {
    expect(run).toMatchObject({ model: 'small-1+2', before: 'small-1', reason: 'better' })
    if (run === undefined) return 0
    const { workspace, detector } = opened
    const filter = { moved: run.id, kind: 'post' as const }
    const { items } = await workspace.run((tx) => listActivities(tx, filter, { limit: 1_000 }))
    expect(items).toHaveLength(run.moved)
    expect(run.moved).toBeGreaterThan(10)
    const explain = explainMovesHere(detector, createModels(smallBase(), deltasOf(workspace.door)))
    const taught = { parts: 0, untaught: 0 }
    for (const { id } of items.slice(0, 20)) {
      const { moves } = await workspace.run((tx) => readCorrections(tx, workspace.id, id))
      expect(moves).toMatchObject([{ run: run.id, fromModel: 'small-1', toModel: 'small-1+2' }])
      const asked = { activityId: id, run: run.id }
      const { move, question } = await workspace.run((tx) =>
        moveToExplain(tx, workspace.id, asked, base),
      )
      expect(move).toEqual(moves[0])
      const why = typeof question === 'string' ? null : await explain(question)
      expect(why?.map(({ part, from, to }) => ({ part, from, to }))).toEqual(move.moved)
      for (const { lead, pieces, rest, taughtBy } of why ?? []) {
        // Two of several labels change places, or a yes turns: the lead of the new one changes sign.
        expect(lead.before).toBeLessThanOrEqual(0)
        expect(lead.after).toBeGreaterThanOrEqual(0)
        expect(pieces.length).toBeGreaterThan(0)
        // Together they are what the lead gained, but for rounding.
        const told = rest + pieces.reduce((sum, { weight }) => sum + weight, 0)
        expect(Math.abs(told - (lead.after - lead.before))).toBeLessThan(0.01)
        taught.parts++
        if (taughtBy.length === 0) taught.untaught++
        for (const { share } of taughtBy) expect(share).toBeGreaterThan(0)
      }
    }
    expect(taught.untaught / taught.parts).toBeLessThan(0.3)
    const other = { activityId: items[0]?.id ?? '', run: randomId() }
    await expect(
      workspace.run((tx) => moveToExplain(tx, workspace.id, other, base)),
    ).rejects.toMatchObject({ code: 'not-found' })
    const gone = { activityId: items[0]?.id ?? '', run: run.id }
    const upgraded = await workspace.run((tx) =>
      moveToExplain(tx, workspace.id, gone, { name: 'small-2' }),
    )
    expect(upgraded.question).toBe('model-gone')
    return run.moved
  }

  it('runs what reads audits better, in batches that were read before too, and rolls back', {
    timeout: 120_000,
  }, async () => {
    const opened = await openLearning(smallBase())
    const { workspace, channel, listening, readers } = opened
    const posts = inventPosts(1_000, seededChance(5, 'log'), 0.6)
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
    // Drawn by lot, and half of them report: with fewer, a label in some runs has less than the fifty
    // that a figure needs.
    await judge(opened, 'audit', truths, 260)
    await teachComplaint(opened, posts, 'またポコった')
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
      readBy: [{ model: 'small-1+2', posts: 1_001 }],
    })
    expectFigures(better)
    const moved = await explainEveryMove(opened, better.runs)
    const run = (version: number) =>
      workspace.run((tx) => runModel(tx, workspace.id, version, base, change()))
    await expect(run(1)).rejects.toMatchObject({ code: 'conflict' })
    await expect(run(7)).rejects.toMatchObject({ code: 'not-found' })
    await run(0)
    await readAgain(workspace.door, workspace.id, readers, chance)
    expect(await differences(workspace)).toEqual([])
    const back = await workspace.run((tx) => readQuality(tx, workspace.id, base))
    expect(back).toMatchObject({ running: 'small-1', readBy: [{ model: 'small-1', posts: 1_001 }] })
    expect(back.runs[0]).toMatchObject({ model: 'small-1', before: 'small-1+2', reason: 'chosen' })
    // What went one way comes back, and what arrived in between.
    expect(back.runs[0]?.moved).toBeGreaterThanOrEqual(moved)
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

import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { arrivalsOf, change, differences, openLearning, readingOf } from '#test/learning.ts'
import { newId } from '#test/workspace.ts'
import { seededChance } from '#vocabulary/index.ts'
import { answerQueue, skipQueue } from './answer-queue.ts'
import { sliceOf } from './audit-slices.ts'
import { nextToJudge } from './draw-queue.ts'
import { readQuality } from './read-quality.ts'
import { askToTrain } from './run-model.ts'
import { inventPosts } from './testing/invented-posts.ts'
import { smallBase } from './testing/small-base.ts'

describe('the queues', () => {
  it('offer audits blindly and evenly, and the least sure to learn from', async () => {
    const opened = await openLearning(smallBase())
    const { workspace } = opened
    await opened.hearAll(...arrivalsOf(inventPosts(300, seededChance(2, 'log'), 0.5)))
    const next = (queue: 'audit' | 'learning', lang?: string) =>
      workspace.run((tx) => nextToJudge(tx, workspace.id, { queue, lang }, change()))
    const audits = await next('audit')
    expect(audits).toHaveLength(20)
    for (const { activity, said, unsure } of audits) {
      expect([activity.reading, said, unsure]).toEqual([null, null, []])
    }
    expect((await next('audit')).map(({ activity }) => activity.id)).toEqual(
      audits.map(({ activity }) => activity.id),
    )
    const japanese = await next('audit', 'ja')
    expect(japanese).toHaveLength(20)
    for (const { activity } of japanese) {
      expect((await readingOf(workspace, activity.id)).lang).toBe('ja')
    }
    const learning = await next('learning')
    const drawn = new Set(learning.map(({ activity }) => activity.id))
    const { rows } = await workspace.run((tx) =>
      sql<{ id: string; open: number; isAudit: boolean }>`
        select activity_id as id, cardinality(unsure) as open, exists (select from audit_item i
          where i.activity_id = reading.activity_id and i.queue = 'audit') as "isAudit"
        from reading`.execute(tx),
    )
    const others = rows.filter(({ isAudit }) => !isAudit)
    const opens = (isDrawn: boolean) =>
      others.filter(({ id }) => drawn.has(id) === isDrawn).map(({ open }) => open)
    expect(Math.min(...opens(true))).toBeGreaterThanOrEqual(Math.max(...opens(false)))
    expect(learning.every(({ said }) => said !== null)).toBe(true)
  })

  it('draw every post with the same chance', async () => {
    const opened = await openLearning(smallBase(), smallBase('small-0'))
    const { workspace } = opened
    await opened.hearAll(...arrivalsOf(inventPosts(60, seededChance(3, 'log'), 0)))
    const counts = new Map<string, number>()
    const rounds = 60
    for (let round = 0; round < rounds; round++) {
      const items = await workspace.run((tx) =>
        nextToJudge(tx, workspace.id, { queue: 'audit' }, change()),
      )
      for (const { activity } of items) {
        counts.set(activity.id, (counts.get(activity.id) ?? 0) + 1)
      }
      await workspace.run((tx) => tx.deleteFrom('audit_item').execute())
    }
    // 20 of 60 a round: each post is shown 20 times in 60, with a deviation of at most 3.7.
    expect(counts.size).toBe(60)
    for (const count of counts.values()) expect(Math.abs(count - rounds / 3)).toBeLessThan(19)
  })

  it('take one answer, correct what is shown, and count for the figures', async () => {
    const opened = await openLearning(smallBase())
    const { workspace } = opened
    await opened.hearAll(...arrivalsOf(inventPosts(40, seededChance(4, 'log'), 0)))
    const items = await workspace.run((tx) =>
      nextToJudge(tx, workspace.id, { queue: 'audit' }, change()),
    )
    const ids = items.map(({ activity }) => activity.id)
    // Only audits of the reporting half are figures.
    const first = ids.find((id) => sliceOf(id) === 'reporting') as string
    const second = ids.find((id) => id !== first) as string
    const truth = {
      ...{ sentiment: 'negative' as const, stage: 'discovery' as const, stance: 'mixed' as const },
      ...{ intents: ['feature' as const], toxicity: true },
    }
    const answer = (id: string) =>
      workspace.run((tx) => answerQueue(tx, workspace.id, id, truth, change()))
    await answer(first)
    expect(await differences(workspace)).toEqual([])
    expect(await readingOf(workspace, first)).toMatchObject({
      ...{ sentiment: 'negative', stage: 'discovery', stance: 'mixed', feature: true, toxic: true },
    })
    await workspace.run((tx) => skipQueue(tx, workspace.id, second, change()))
    for (const id of [first, second]) {
      await expect(answer(id)).rejects.toMatchObject({ code: 'conflict' })
    }
    await expect(answer(newId())).rejects.toMatchObject({ code: 'not-found' })
    const base = { name: 'small-1' }
    const quality = await workspace.run((tx) => readQuality(tx, workspace.id, base))
    expect(quality).toMatchObject({ audited: 1, corrections: { total: 0, sinceModel: 0 } })
    const figures = quality.labels.find(({ part, lang }) => part === 'feature' && lang === 'all')
    expect(figures).toMatchObject({ held: 1, said: 0, precision: null, recall: null })
    // What only an audit says is nothing to learn from.
    const asking = workspace.run((tx) => askToTrain(tx, workspace.id, base, change()))
    await expect(asking).rejects.toMatchObject({ code: 'conflict' })
  })
})

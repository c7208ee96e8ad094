import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { getActivity } from '#listen/index.ts'
import {
  chance,
  change,
  differences,
  idOf,
  memberId,
  openLearning,
  post,
  readingOf,
} from '#test/learning.ts'
import { newId } from '#test/workspace.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { takeCorrectionsBack } from './correct-reading.ts'
import { readAgain } from './read-again.ts'
import { readCorrections } from './read-corrections.ts'
import { smallBase } from './testing/small-base.ts'

describe('a correction', () => {
  it('holds for lists, roll-ups and journeys, and taken back leaves what the model said', async () => {
    const { workspace, hearAll, add, correct } = await openLearning(
      smallBase(),
      smallBase('small-0'),
    )
    await add('みつばち号')
    await hearAll(
      post('a', 'みつばち号が気になる'),
      post('h', 'みつばち号を買った。最高', { publishedAt: new Date('2026-10-02T03:00:00Z') }),
    )
    const id = await idOf(workspace, 'a')
    const before = await readingOf(workspace, id)
    await correct(id, { sentiment: 'negative', stage: 'satisfaction', complaint: 'yes' })
    expect(await differences(workspace)).toEqual([])
    expect(await readingOf(workspace, id)).toMatchObject({
      ...{ sentiment: 'negative', stage: 'satisfaction', complaint: true, stage_confidence: 1 },
      ...{ model: before.model, stance: before.stance, corrected_by: memberId },
    })
    const topic = await workspace.run((tx) =>
      tx.selectFrom('reading_topic').selectAll().where('activity_id', '=', id).execute(),
    )
    expect(topic).toMatchObject([{ sentiment: 'negative', stage: 'satisfaction' }])
    await correct(id, { stage: 'none' })
    expect(await differences(workspace)).toEqual([])
    await workspace.run((tx) => takeCorrectionsBack(tx, workspace.id, id, change()))
    expect(await differences(workspace)).toEqual([])
    expect(await readingOf(workspace, id)).toEqual(before)
  })

  it('is taken back for one part alone; the others stay', async () => {
    const { workspace, hearAll, correct } = await openLearning(smallBase(), smallBase('small-0'))
    await hearAll(post('a', '届いた。最高'))
    const id = await idOf(workspace, 'a')
    const before = await readingOf(workspace, id)
    await correct(id, { sentiment: 'negative' })
    await correct(id, { spam: 'yes' })
    const takeBack = (part: 'sentiment' | 'spam') =>
      workspace.run((tx) => takeCorrectionsBack(tx, workspace.id, id, change(), part))
    await takeBack('sentiment')
    const after = await readingOf(workspace, id)
    expect(after.sentiment).toBe(before.sentiment)
    expect(after.spam).toBe(true)
    expect(after.corrected_by).not.toBe(null)
    expect(await differences(workspace)).toEqual([])
    await takeBack('spam')
    expect(await readingOf(workspace, id)).toEqual(before)
  })

  it('says that a post is something else, whatever is read of it, until that is taken back', async () => {
    const { workspace, hearAll, correct } = await openLearning(smallBase(), smallBase('small-0'))
    await hearAll(post('a', '届いた。最高'))
    const id = await idOf(workspace, 'a')
    const before = await readingOf(workspace, id)
    const shown = () => workspace.run(async (tx) => (await getActivity(tx, id)).reading)
    expect(await shown()).toMatchObject({ saidBy: {}, isNew: false })
    await correct(id, { other: 'yes', stage: 'none' })
    expect(await shown()).toMatchObject({
      ...{ isOther: true, stage: 'none', saidBy: { other: 'member', stage: 'member' } },
    })
    await correct(id, { other: 'no' })
    expect(await shown()).toMatchObject({ isOther: false })
    expect(await differences(workspace)).toEqual([])
    await workspace.run((tx) => takeCorrectionsBack(tx, workspace.id, id, change()))
    expect(await readingOf(workspace, id)).toEqual(before)
    expect(await shown()).toMatchObject({ saidBy: {} })
  })

  it('of the stance is certain, and open no more', async () => {
    const { workspace, hearAll, correct } = await openLearning(smallBase(), smallBase('small-0'))
    await hearAll(post('a', '届いた。最高'))
    const id = await idOf(workspace, 'a')
    await workspace.run((tx) => sql`update reading set unsure = '{stance}'`.execute(tx))
    await correct(id, { stance: 'against' })
    expect(await readingOf(workspace, id)).toMatchObject({
      ...{ stance: 'against', stance_confidence: 1, unsure: [] },
    })
  })

  it('is told in its history and as an event, with names of parts alone', async () => {
    const { workspace, hearAll, correct } = await openLearning(smallBase(), smallBase('small-0'))
    await hearAll(post('a', '壊れた。返品したい'))
    const id = await idOf(workspace, 'a')
    const { model } = await readingOf(workspace, id)
    await correct(id, { toxicity: 'yes' })
    await correct(id, { toxicity: 'no', spam: 'yes' })
    const history = await workspace.run((tx) => readCorrections(tx, workspace.id, id))
    expect(history.corrections).toHaveLength(3)
    expect(history.corrections.filter(({ undoneAt }) => undoneAt === null)).toMatchObject([
      expect.objectContaining({ by: { id: memberId, name: null }, model }),
      expect.objectContaining({ by: { id: memberId, name: null }, model }),
    ])
    expect(history.readings).toMatchObject([{ model, replacedAt: null }])
    const { rows } = await workspace.run((tx) =>
      sql`select name, subject_id, detail from event where name like 'reading.%' order by id`.execute(
        tx,
      ),
    )
    expect(rows).toEqual([
      { name: 'reading.corrected', subject_id: id, detail: ['toxicity'] },
      { name: 'reading.corrected', subject_id: id, detail: ['spam', 'toxicity'] },
    ])
  })

  it('has no effect on an edited text, and stays in the history', async () => {
    const { workspace, hearAll, correct, readers, earlier } = await openLearning(
      smallBase(),
      smallBase('small-0'),
    )
    await hearAll(post('a', '今日は晴れ'))
    const id = await idOf(workspace, 'a')
    await correct(id, { sentiment: 'negative' })
    const edited = { operation: 'update' as const, editedAt: new Date('2026-10-03T00:00:00Z') }
    await hearAll(post('a', '最高に便利で大満足', edited))
    expect(await differences(workspace)).toEqual([])
    const { sentiment } = earlier.read('最高に便利で大満足')
    expect(sentiment).not.toBe('negative')
    expect(await readingOf(workspace, id)).toMatchObject({
      ...{ revision: 2, sentiment, corrected_by: null },
    })
    await readAgain(workspace.door, workspace.id, readers, chance)
    expect(await readingOf(workspace, id)).toMatchObject({ model: 'small-1', corrected_by: null })
    const history = await workspace.run((tx) => readCorrections(tx, workspace.id, id))
    expect(history.corrections).toMatchObject([{ revision: 1, to: 'negative', undoneAt: null }])
  })

  it('is refused for what has no reading', async () => {
    const { workspace, hearAll, correct } = await openLearning(smallBase(), smallBase('small-0'))
    const { content: _, ...like } = post('l', '') as IncomingActivity
    await hearAll(post('a', '好き'), { ...like, type: 'Like' })
    await expect(correct(newId(), { sentiment: 'negative' })).rejects.toMatchObject({
      code: 'not-found',
    })
    const liked = await idOf(workspace, 'l')
    await expect(correct(liked, { sentiment: 'negative' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

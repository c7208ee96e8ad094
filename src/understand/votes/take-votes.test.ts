import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { getActivity } from '#listen/index.ts'
import {
  chance,
  change,
  differences,
  idOf,
  type LearningWorkspace,
  openLearning,
  post,
  readingOf,
} from '#test/learning.ts'
import { always, type Play, startModel, votingIn } from '#test/voting-model.ts'
import type { ReadingPart } from '#vocabulary/index.ts'
import { answerQueue } from '../answer-queue.ts'
import { rebuildDerived } from '../check-derived.ts'
import { takeCorrectionsBack } from '../correct-reading.ts'
import { nextToJudge } from '../draw-queue.ts'
import { readAgain } from '../read-again.ts'
import { readQuality } from '../read-quality.ts'
import type { ReaderSource } from '../reading-source.ts'
import { followBase } from '../run-model.ts'
import { smallBase } from '../testing/small-base.ts'

const NAMED = { isOn: true, model: 'm-7', key: 'sk-secret' }

/** A workspace with a model on loopback, and what the reader leaves open of each post. */
async function open(play: Play, texts: Record<string, string>, parts: ReadingPart[]) {
  const learning = await openLearning(smallBase(), smallBase('small-0'))
  await learning.add('みつばち号')
  const model = await startModel(play)
  const voting = votingIn(learning.workspace, model.outside)
  await voting.change({ ...NAMED, address: model.address })
  const arrivals = Object.entries(texts).map(([key, text], at) =>
    post(key, text, { publishedAt: new Date(Date.UTC(2026, 9, 1, at)) }),
  )
  await learning.hearAll(...arrivals)
  await leaveOpen(learning, parts)
  return { ...learning, model, voting }
}

/** What of posts is open depends on how a base was trained; here the test says it. */
function leaveOpen({ workspace }: Pick<LearningWorkspace, 'workspace'>, parts: ReadingPart[]) {
  const isStageOpen = parts.includes('stage')
  return workspace.run(async (tx) => {
    await sql`update reading set unsure = ${parts}::text[]`.execute(tx)
    await sql`update reading_topic set stage_open = ${isStageOpen}`.execute(tx)
    await rebuildDerived(tx, workspace.id)
  })
}

function votesOf({ workspace }: Pick<LearningWorkspace, 'workspace'>) {
  return workspace.run((tx) =>
    tx.selectFrom('model_vote').selectAll().orderBy('activity_id').orderBy('part').execute(),
  )
}

const BEE = { a: 'みつばち号が気になる' }

describe('votes', () => {
  it('fill open parts alone, are counted everywhere, and keep what the reader said', async () => {
    const play = always({
      sentiment: 'negative',
      stage: 'satisfaction',
      complaint: 'yes',
      spam: 'yes',
    })
    const there = await open(play, BEE, ['sentiment', 'stage', 'complaint'])
    const { workspace, model, voting } = there
    const id = await idOf(workspace, 'a')
    const before = await readingOf(workspace, id)
    expect(await voting.take()).toBe(true)
    expect(await differences(workspace)).toEqual([])
    expect(await readingOf(workspace, id)).toEqual({
      ...before,
      ...{ sentiment: 'negative', sentiment_score: expect.any(Number), stage: 'satisfaction' },
      ...{ complaint: true, unsure: [], model: `${before.model} & m-7` },
    })
    expect((await readingOf(workspace, id)).sentiment_score).toBeLessThanOrEqual(-0.5)
    const saidBy = async () => (await workspace.run((tx) => getActivity(tx, id))).reading?.saidBy
    const voted = 'language-model'
    expect(await saidBy()).toEqual({ sentiment: voted, stage: voted, complaint: voted })
    await there.correct(id, { stage: 'evaluation' })
    expect(await saidBy()).toEqual({ sentiment: voted, stage: 'member', complaint: voted })
    await workspace.run((tx) => takeCorrectionsBack(tx, workspace.id, id, change()))
    expect(await saidBy()).toEqual({ sentiment: voted, stage: voted, complaint: voted })
    expect(await votesOf(there)).toMatchObject([
      { part: 'complaint', value: 'yes', said: before.complaint ? 'yes' : 'no', usable: true },
      { part: 'sentiment', value: 'negative', said: before.sentiment, model: 'm-7', revision: 1 },
      { part: 'stage', value: 'satisfaction', said: before.stage },
    ])
    const { rows } = await workspace.run((tx) =>
      sql`select subject_id, detail from event where name = 'reading.voted'`.execute(tx),
    )
    expect(rows).toEqual([{ subject_id: id, detail: ['sentiment', 'stage', 'complaint'] }])
    const [asked] = model.requests
    expect(asked).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer sk-secret' },
      body: { model: 'm-7', stream: false },
      posts: [{ text: BEE.a, open: { stage: expect.arrayContaining(['none', 'discovery']) } }],
    })
    expect(JSON.stringify(asked?.body)).not.toContain(id)
    expect(await voting.take()).toBe(false)
    expect(model.requests).toHaveLength(1)
    expect(await voting.settings()).toMatchObject({
      ...{ today: { requests: 1, posts: 1, votes: 3, dropped: 0, failures: 0 }, trouble: null },
      answeredAt: voting.clock.now.toISOString(),
    })
  })

  it('yield to corrections, stand again when those are taken back, and end with an edit', async () => {
    const there = await open(always({ sentiment: 'negative', stage: 'none' }), BEE, ['sentiment'])
    const { workspace, voting, correct, hearAll } = there
    const id = await idOf(workspace, 'a')
    const read = await readingOf(workspace, id)
    await voting.take()
    const voted = await readingOf(workspace, id)
    await correct(id, { sentiment: 'positive', spam: 'yes' })
    expect(await readingOf(workspace, id)).toMatchObject({ sentiment: 'positive', spam: true })
    expect(await differences(workspace)).toEqual([])
    await workspace.run((tx) => takeCorrectionsBack(tx, workspace.id, id, change()))
    expect(await readingOf(workspace, id)).toEqual(voted)
    expect(await differences(workspace)).toEqual([])
    const edited = { operation: 'update' as const, editedAt: new Date('2026-10-03T00:00:00Z') }
    await hearAll(post('a', '今日は晴れ', edited))
    expect(await readingOf(workspace, id)).toMatchObject({ model: read.model, revision: 2 })
    expect(await differences(workspace)).toEqual([])
  })

  it('leave corrected parts alone', async () => {
    const there = await open(always({ sentiment: 'negative', stage: 'satisfaction' }), BEE, [
      ...(['sentiment', 'stage'] as const),
    ])
    const { workspace, voting, correct, model } = there
    const id = await idOf(workspace, 'a')
    await correct(id, { sentiment: 'positive' })
    await voting.take()
    expect(model.requests[0]?.posts.map((one) => Object.keys(one.open))).toEqual([['stage']])
    expect(await readingOf(workspace, id)).toMatchObject({
      ...{ sentiment: 'positive', stage: 'satisfaction', unsure: [] },
    })
    expect(await differences(workspace)).toEqual([])
  })

  it('change nothing where a member was quicker than the model', async () => {
    let answer = () => undefined as undefined
    const play: Play = (request, response) => {
      answer = () => {
        const choices = [
          { message: { content: always({ sentiment: 'negative' })(request, response) } },
        ]
        response.end(JSON.stringify({ choices }))
      }
      return undefined
    }
    const { workspace, voting, correct, model } = await open(play, BEE, ['sentiment'])
    const id = await idOf(workspace, 'a')
    const taking = voting.take()
    await expect.poll(() => model.requests.length).toBe(1)
    await correct(id, { sentiment: 'positive' })
    // One request at a time, whoever asks.
    expect(await voting.take()).toBe(false)
    answer()
    expect(await taking).toBe(true)
    expect(await readingOf(workspace, id)).toMatchObject({ sentiment: 'positive' })
    expect(await voting.settings()).toMatchObject({ today: { votes: 0, dropped: 0 } })
    expect(await differences(workspace)).toEqual([])
  })

  it('outlast reading again only where the new reading leaves the part open too', async () => {
    const texts = { a: 'みつばち号が気になる', b: '最高に便利で大満足', c: 'どうなんだろう' }
    const play = always({ sentiment: 'negative' })
    const { workspace, voting, readers } = await open(play, texts, ['sentiment'])
    await voting.change({ postsPerRequest: 10 })
    await voting.take()
    // Of what is open thresholds decide, and a small base has none.
    const hesitant: ReaderSource = async (ref) => {
      const { model, read } = await readers(ref)
      const unsure = (text: string): ReadingPart[] => (text === texts.b ? [] : ['sentiment'])
      return { model, read: (text, hint) => ({ ...read(text, hint), unsure: unsure(text) }) }
    }
    await readAgain(workspace.door, workspace.id, hesitant, chance)
    for (const key of ['a', 'c']) {
      expect(await readingOf(workspace, await idOf(workspace, key))).toMatchObject({
        ...{ model: 'small-1 & m-7', sentiment: 'negative', unsure: [] },
      })
    }
    expect(await readingOf(workspace, await idOf(workspace, 'b'))).toMatchObject({
      ...{ model: 'small-1', sentiment: 'positive', unsure: [] },
    })
    expect(await differences(workspace)).toEqual([])
  })

  it('are no reason to read posts again', async () => {
    const there = await open(always({ sentiment: 'negative' }), BEE, ['sentiment'])
    const { workspace, voting, readers } = there
    await readAgain(workspace.door, workspace.id, readers, chance)
    await leaveOpen(there, ['sentiment'])
    await voting.take()
    expect(await readingOf(workspace, await idOf(workspace, 'a'))).toMatchObject({
      ...{ model: 'small-1 & m-7', sentiment: 'negative' },
    })
    const { door, id } = workspace
    expect(await readAgain(door, id, readers, chance)).toEqual({ posts: 0, isComplete: true })
    expect(await followBase(door, id, { name: 'small-1' }, chance)).toEqual([])
  })

  it('ask newest first, several at once where wanted, and stop at the budget of the day', async () => {
    const texts = Object.fromEntries([...'abcdefg'].map((key) => [key, `${key} 今日は晴れ`]))
    const { voting, model } = await open(always({ spam: 'no' }), texts, ['spam'])
    await voting.change({ votesPerDay: 5, postsPerRequest: 3 })
    while (await voting.take());
    const asked = model.requests.map(({ posts }) => posts.map(({ text }) => text[0]))
    expect(asked).toEqual([
      ['g', 'f', 'e'],
      ['d', 'c'],
    ])
    voting.clock.now = new Date(voting.clock.now.getTime() + 24 * 3_600_000)
    while (await voting.take());
    expect(
      model.requests.slice(2).flatMap(({ posts }) => posts.map(({ text }) => text[0])),
    ).toEqual([...['b', 'a']])
  })

  it('are not asked for while it is off, which it is until somebody switches it on', async () => {
    const { workspace, voting, model } = await open(always({ sentiment: 'negative' }), BEE, [
      'sentiment',
    ])
    await voting.change({ isOn: false })
    expect(await voting.take()).toBe(false)
    expect(model.requests).toEqual([])
    await workspace.run((tx) => tx.deleteFrom('language_model').execute())
    expect(await voting.settings()).toMatchObject({ isOn: false, hasKey: false, address: '' })
    expect(await voting.take()).toBe(false)
  })
})

describe('audits of votes', () => {
  it('stop votes on a part where the reader alone is right more often', async () => {
    const count = 50
    const texts = Object.fromEntries(
      Array.from({ length: count + 1 }, (_, at) => [`p${at}`, `${at} 今日は晴れ`]),
    )
    const there = await open(always({ spam: 'yes', toxicity: 'no' }), texts, ['spam', 'toxicity'])
    const { workspace, voting, model, hearAll } = there
    await workspace.run((tx) => sql`update reading set spam = false, toxic = false`.execute(tx))
    await voting.change({ votesPerDay: 1_000, postsPerRequest: 10 })
    while (await voting.take());
    let audited = 0
    while (audited < count) {
      const items = await workspace.run((tx) =>
        nextToJudge(tx, workspace.id, { queue: 'audit' }, change()),
      )
      for (const { activity } of items.slice(0, count - audited)) {
        const { id } = activity
        const truth = { sentiment: 'neutral', stage: 'none', stance: 'none' } as const
        const all = { ...truth, intents: [], toxicity: false }
        await workspace.run((tx) => answerQueue(tx, workspace.id, id, all, change()))
        audited++
      }
    }
    const quality = await workspace.run((tx) => readQuality(tx, workspace.id, { name: 'small-1' }))
    expect(quality.votes).toMatchObject({
      ...{ model: 'm-7', isOn: true },
      parts: [
        {
          part: 'spam',
          audited: 50,
          precision: { value: 0 },
          reader: { value: 1 },
          isStopped: true,
        },
        { part: 'toxicity', audited: 50, precision: { value: 1, of: 50 }, isStopped: false },
      ],
    })
    await hearAll(post('q', '新しい投稿'))
    await workspace.run((tx) =>
      sql`update reading set unsure = '{spam,toxicity}' where revision = 1`.execute(tx),
    )
    model.requests.splice(0)
    await voting.take()
    const open_ = model.requests.flatMap(({ posts }) => posts.map((one) => Object.keys(one.open)))
    expect(open_).toEqual([['toxicity']])
    // Another model is another matter.
    await voting.change({ model: 'm-8' })
    await hearAll(post('r', 'もうひとつ'))
    await workspace.run((tx) => sql`update reading set unsure = '{spam}'`.execute(tx))
    model.requests.splice(0)
    await voting.take()
    expect(model.requests[0]?.posts.map((one) => Object.keys(one.open))).toContainEqual(['spam'])
  })
})

import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLanguageDetector, type LanguageDetector } from '#language/index.ts'
import { toHeard } from '#listen/index.ts'
import { hear, testChannel } from '#test/listening.ts'
import { makeWorkspace, newId, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import {
  addTopic,
  answerQueue,
  applyTopics,
  askToTrain,
  checkDerived,
  correctReading,
  createReader,
  createReaders,
  deltasOf,
  followBase,
  nextToJudge,
  readAgain,
  readCorrections,
  readQuality,
  runModel,
  skipQueue,
  type Truth,
  takeCorrectionsBack,
  trainModel,
  understandHere,
} from '#understand/index.ts'
import { type InventedPost, inventPosts } from '#understand/testing/invented-posts.ts'
import { smallBase } from '#understand/testing/small-base.ts'
import type { Arrival, CorrectionOrigin, IncomingActivity } from '#vocabulary/index.ts'
import { seededChance } from '#vocabulary/index.ts'
import { composeListening } from './listening.ts'

const chance = { now: () => new Date(), random: randomBytes }
const memberId = newId()
const change = () => ({ authorId: memberId, now: new Date(), random: randomBytes })
const DAY_MS = 86_400_000

let detector: LanguageDetector
beforeAll(async () => {
  detector = await createLanguageDetector()
})

function post(key: string, text: string, more: Partial<IncomingActivity> = {}): Arrival {
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: 'shop',
    externalKey: key,
    actor: { platform: 'shop', externalId: `by-${key.charCodeAt(0) % 7}` },
    publishedAt: new Date('2026-10-01T03:00:00Z'),
    content: { text },
    ...more,
  }
}

/** A workspace whose posts are heard with an earlier base, or with the small base and what was learnt. */
async function open(isTrained = false) {
  const workspace = await makeWorkspace()
  const channel = await testChannel(workspace)
  const base = smallBase()
  const readers = createReaders(detector, base, deltasOf(workspace.door))
  const earlier = createReader(detector, smallBase('small-0'))
  const understanding = understandHere(isTrained ? readers : earlier)
  const listening = composeListening(workspace.door, understanding)
  const hearAll = (...arrivals: Arrival[]) => hear(listening, workspace, channel, arrivals)
  const add = async (name: string) => {
    const topic = { name, kind: 'own' as const, aliases: [] }
    await workspace.run((tx) => addTopic(tx, topic, change()))
    await applyTopics(workspace.door, workspace.id)
  }
  const correct = (id: string, truth: Truth, origin: CorrectionOrigin = 'page') =>
    workspace.run((tx) => correctReading(tx, workspace.id, id, { truth, origin }, change()))
  return { workspace, channel, listening, readers, hearAll, add, correct }
}

type Opened = Awaited<ReturnType<typeof open>>

async function idOf(workspace: TestWorkspace, key: string): Promise<string> {
  const { id } = await workspace.run((tx) =>
    tx
      .selectFrom('activity')
      .select('id')
      .where('external_key', '=', key)
      .executeTakeFirstOrThrow(),
  )
  return id
}

function readingOf(workspace: TestWorkspace, id: string) {
  return workspace.run((tx) =>
    tx.selectFrom('reading').selectAll().where('activity_id', '=', id).executeTakeFirstOrThrow(),
  )
}

async function expectAgreement(workspace: TestWorkspace): Promise<void> {
  expect(await workspace.run(checkDerived)).toEqual([])
}

/** Invented posts as arrivals, one a minute; `key` tells them apart. */
function arrivalsOf(posts: readonly InventedPost[], key = 'p'): Arrival[] {
  const start = Date.now() - 10 * DAY_MS
  return posts.map(({ text }, at) =>
    post(`${key}${at}`, text, { publishedAt: new Date(start + at * 60_000) }),
  )
}

async function hearMany({ hearAll }: Opened, arrivals: Arrival[]): Promise<void> {
  for (let at = 0; at < arrivals.length; at += 400) await hearAll(...arrivals.slice(at, at + 400))
}

describe('a correction', () => {
  it('holds for lists, roll-ups and journeys, and taken back leaves what the model said', async () => {
    const { workspace, hearAll, add, correct } = await open()
    await add('みつばち号')
    await hearAll(
      post('a', 'みつばち号が気になる'),
      post('h', 'みつばち号を買った。最高', { publishedAt: new Date('2026-10-02T03:00:00Z') }),
    )
    const id = await idOf(workspace, 'a')
    const before = await readingOf(workspace, id)
    await correct(id, { sentiment: 'negative', stage: 'satisfaction', complaint: 'yes' })
    await expectAgreement(workspace)
    expect(await readingOf(workspace, id)).toMatchObject({
      ...{ sentiment: 'negative', stage: 'satisfaction', complaint: true, stage_confidence: 1 },
      ...{ model: before.model, stance: before.stance, corrected_by: memberId },
    })
    const topic = await workspace.run((tx) =>
      tx.selectFrom('reading_topic').selectAll().where('activity_id', '=', id).execute(),
    )
    expect(topic).toMatchObject([{ sentiment: 'negative', stage: 'satisfaction' }])
    await correct(id, { stage: 'none' })
    await expectAgreement(workspace)
    await workspace.run((tx) => takeCorrectionsBack(tx, workspace.id, id, change()))
    await expectAgreement(workspace)
    expect(await readingOf(workspace, id)).toEqual(before)
  })

  it('is told in its history and as an event, with names of parts alone', async () => {
    const { workspace, hearAll, correct } = await open()
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
    const { workspace, hearAll, correct, readers } = await open()
    await hearAll(post('a', '今日は晴れ'))
    const id = await idOf(workspace, 'a')
    await correct(id, { sentiment: 'negative' })
    const edited = { operation: 'update' as const, editedAt: new Date('2026-10-03T00:00:00Z') }
    await hearAll(post('a', '最高に便利で大満足', edited))
    await expectAgreement(workspace)
    const { sentiment } = createReader(detector, smallBase('small-0')).read('最高に便利で大満足')
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
    const { workspace, hearAll, correct } = await open()
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

describe('reading again', () => {
  it('goes on where it was interrupted, keeps what was corrected, and counts as a rebuild does', async () => {
    const opened = await open()
    const { workspace, add, correct, readers } = opened
    await add('ハコ')
    await hearMany(opened, arrivalsOf(inventPosts(1_100, seededChance(1, 'log'), 0.3)))
    const id = await idOf(workspace, 'p3')
    await correct(id, { stage: 'recommendation', spam: 'yes' })
    const again = (isEnough: () => boolean) =>
      readAgain(workspace.door, workspace.id, readers, chance, isEnough)
    expect(await again(() => true)).toEqual({ posts: 500, isComplete: false })
    await expectAgreement(workspace)
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
    await expectAgreement(workspace)
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

describe('the queues', () => {
  it('offer audits blindly and evenly, and the least sure to learn from', async () => {
    const opened = await open(true)
    const { workspace } = opened
    await hearMany(opened, arrivalsOf(inventPosts(300, seededChance(2, 'log'), 0.5)))
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
    const opened = await open()
    const { workspace } = opened
    await hearMany(opened, arrivalsOf(inventPosts(60, seededChance(3, 'log'), 0)))
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
    const opened = await open(true)
    const { workspace } = opened
    await hearMany(opened, arrivalsOf(inventPosts(40, seededChance(4, 'log'), 0)))
    const items = await workspace.run((tx) =>
      nextToJudge(tx, workspace.id, { queue: 'audit' }, change()),
    )
    const [first, second] = items.map(({ activity }) => activity.id) as [string, string]
    const truth = {
      ...{ sentiment: 'negative' as const, stage: 'discovery' as const, stance: 'mixed' as const },
      ...{ intents: ['feature' as const], toxicity: true },
    }
    const answer = (id: string) =>
      workspace.run((tx) => answerQueue(tx, workspace.id, id, truth, change()))
    await answer(first)
    await expectAgreement(workspace)
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

describe('a workspace that learns', () => {
  const base = { name: 'small-1' }
  const parts = () => ({ base: smallBase(), detector, ...chance })

  /** Judges posts of a queue as they are true, as members would. */
  async function judge(
    { workspace }: Opened,
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

  async function train({ workspace }: Opened) {
    await workspace.run((tx) => askToTrain(tx, workspace.id, base, change()))
    const job = await workspace.run((tx) =>
      tx
        .selectFrom('job')
        .select(['id', 'subject_id'])
        .where('kind', '=', 'train-model')
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow(),
    )
    const done = await trainModel(workspace.door, workspace.id, job.subject_id ?? '', parts())
    await workspace.run((tx) =>
      tx.updateTable('job').set({ state: 'done' }).where('id', '=', job.id).execute(),
    )
    return done
  }

  it('runs what reads audits better, in batches that were read before too, and rolls back', {
    timeout: 120_000,
  }, async () => {
    const opened = await open(true)
    const { workspace, channel, listening, readers } = opened
    const posts = inventPosts(700, seededChance(5, 'log'), 0.6)
    const truths = new Map(posts.map((invented) => [invented.text, invented]))
    await hearMany(opened, arrivalsOf(posts))
    await judge(opened, 'learning', truths, 20)
    expect(await train(opened)).toMatchObject({ reason: 'too-few-audits', mean: null })
    const refused = await workspace.run((tx) => readQuality(tx, workspace.id, base))
    expect(refused).toMatchObject({ running: 'small-1', training: null })
    expect(refused.models).toMatchObject([
      { version: 1, state: 'refused', reason: 'too-few-audits', learntFrom: 20, mayRun: false },
      { version: 0, name: 'small-1', state: 'running' },
    ])
    await judge(opened, 'audit', truths, 120)
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
    await expectAgreement(workspace)
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
    await expectAgreement(workspace)
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

import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { FRANK_READER } from '#test/frank-reader.ts'
import { hear, testChannel } from '#test/listening.ts'
import { makeWorkspace, randomBytes, type TestWorkspace, testDoor } from '#test/workspace.ts'
import {
  addTopic,
  applyTopics,
  changeWorkspace,
  checkDerived,
  countAnew,
  deleteTopic,
  dropExpired,
  patchTopic,
  rebuildDerived,
  understandHere,
} from '#understand/index.ts'
import { type Arrival, NIL_UUID } from '#vocabulary/index.ts'
import { composeListening } from './listening.ts'

const NOW = new Date('2026-10-20T00:00:00Z')
const by = { authorId: null, now: NOW, random: randomBytes }

function post(key: string, text: string, day = 1, edited?: number): Arrival {
  return {
    kind: 'activity',
    operation: edited === undefined ? 'create' : 'update',
    type: 'Create',
    platform: 'shop',
    externalKey: key,
    actor: { platform: 'shop', externalId: 'hanako' },
    // In Tokyo the next day has begun.
    publishedAt: new Date(Date.UTC(2026, 9, day, 20)),
    ...(edited === undefined ? {} : { editedAt: new Date(Date.UTC(2026, 9, 10, edited)) }),
    content: { text },
  }
}

const gone = (externalKey: string): Arrival => ({ kind: 'deletion', platform: 'shop', externalKey })

async function open() {
  const workspace = await makeWorkspace()
  const channel = await testChannel(workspace)
  const listening = composeListening(testDoor(), understandHere(FRANK_READER))
  const hearAll = (...arrivals: Arrival[]) => hear(listening, workspace, channel, arrivals)
  const add = (name: string) =>
    workspace.run((tx) => addTopic(tx, { name, kind: 'own', aliases: [name] }, by))
  const apply = () => applyTopics(testDoor(), workspace.id)
  return { workspace, channel, hearAll, add, apply }
}

/** Days with what they count, of all channels and one topic (nil: all posts). */
async function daysOf(workspace: TestWorkspace, topicId = NIL_UUID) {
  const { rows } = await workspace.run((tx) =>
    sql<Record<string, unknown>>`select day, question, complaint, churn, toxic from intent_day
      where channel_id = ${NIL_UUID} and topic_id = ${topicId}::uuid order by day`.execute(tx),
  )
  return rows.map(({ day, question, complaint, churn, toxic }) => [
    day,
    { question, complaint, churn, toxic },
  ])
}

const NONE = { question: 0, complaint: 0, churn: 0, toxic: 0 }

describe('a reading as the reader gives it', () => {
  it('is stored with its intents, likelihoods, novelty and what is open', async () => {
    const { workspace, hearAll } = await open()
    await hearAll(post('1', '#question #churn #toxic #new ?stage ?praise'))
    const [row] = await workspace.run((tx) => tx.selectFrom('reading').selectAll().execute())
    expect(row).toMatchObject({
      ...{ question: true, complaint: false, praise: false, churn: true, spam: false, toxic: true },
      likelihoods: [87, 2, 2, 2, 2, 2, 2, 2, 87, 2, 95],
      novelty: 0.9375,
      unsure: ['stage', 'praise'],
      model: 'frank-1',
    })
    await hearAll(post('1', 'calm', 1, 1))
    const [edited] = await workspace.run((tx) => tx.selectFrom('reading').selectAll().execute())
    expect(edited).toMatchObject({ question: false, toxic: false, unsure: [], revision: 2 })
  })
})

describe('the days of intents', () => {
  it('count what holds, follow edits and deletions, and keep no empty day', async () => {
    const { workspace, channel, hearAll } = await open()
    await hearAll(
      post('1', '#question'),
      post('2', '#question #churn #toxic'),
      post('3', '#complaint', 4),
      post('4', 'nothing said', 5),
    )
    expect(await daysOf(workspace)).toEqual([
      ['2026-10-02', { ...NONE, question: 2, churn: 1, toxic: 1 }],
      ['2026-10-05', { ...NONE, complaint: 1 }],
    ])
    const own = await workspace.run((tx) =>
      tx.selectFrom('intent_day').selectAll().where('channel_id', '=', channel).execute(),
    )
    expect(own).toHaveLength(2)
    await hearAll(post('2', '#churn', 1, 1), gone('3'))
    expect(await daysOf(workspace)).toEqual([['2026-10-02', { ...NONE, question: 1, churn: 1 }]])
    await hearAll(gone('1'), gone('2'))
    expect(await workspace.run((tx) => tx.selectFrom('intent_day').selectAll().execute())).toEqual(
      [],
    )
    expect(await workspace.run(checkDerived)).toEqual([])
  })

  it('count a topic from the posts that name it, as it comes, changes and goes', async () => {
    const { workspace, hearAll, add, apply } = await open()
    await hearAll(post('1', 'みつばち号 #question'), post('2', 'くまばち号 #complaint'))
    const { id } = await add('みつばち号')
    await apply()
    await hearAll(post('3', 'みつばち号 #churn', 2))
    expect(await daysOf(workspace, id)).toEqual([
      ['2026-10-02', { ...NONE, question: 1 }],
      ['2026-10-03', { ...NONE, churn: 1 }],
    ])
    const renamed = { name: 'くまばち号', aliases: ['くまばち号'] }
    await workspace.run((tx) => patchTopic(tx, id, renamed, by))
    await apply()
    expect(await daysOf(workspace, id)).toEqual([['2026-10-02', { ...NONE, complaint: 1 }]])
    await workspace.run((tx) => deleteTopic(tx, id, by))
    await apply()
    expect(await daysOf(workspace, id)).toEqual([])
    expect(await workspace.run(checkDerived)).toEqual([])
  })

  it('follow retention and the time zone', async () => {
    const { workspace, hearAll } = await open()
    await hearAll(post('1', '#question'), post('2', '#question', 15))
    await workspace.run((tx) => changeWorkspace(tx, { retentionDays: 10 }, by))
    await dropExpired(testDoor(), workspace.id, { now: () => NOW, random: randomBytes })
    expect(await daysOf(workspace)).toEqual([['2026-10-16', { ...NONE, question: 1 }]])
    await workspace.run((tx) => changeWorkspace(tx, { timeZone: 'UTC' }, by))
    await countAnew(testDoor(), workspace.id)
    expect(await daysOf(workspace)).toEqual([['2026-10-15', { ...NONE, question: 1 }]])
  })

  it('are told apart from what the log says, and put right', async () => {
    const { workspace, hearAll } = await open()
    await hearAll(post('1', '#question'))
    await workspace.run((tx) => sql`update intent_day set question = 7`.execute(tx))
    const differs = await workspace.run(checkDerived)
    expect(differs).toEqual([{ table: 'intent_day', missing: 2, surplus: 2 }])
    await workspace.run((tx) => rebuildDerived(tx, workspace.id))
    expect(await workspace.run(checkDerived)).toEqual([])
    expect(await daysOf(workspace)).toEqual([['2026-10-02', { ...NONE, question: 1 }]])
  })

  it('agree with a rebuild from the log, whatever arrives in which batches (property)', async () => {
    const texts = [
      'みつばち号 #question',
      '#question #churn',
      '#toxic みつばち号',
      'みつばち号',
      'x',
    ]
    const key = fc.integer({ min: 1, max: 6 }).map(String)
    const arrival = fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .record({
            key,
            text: fc.constantFrom(...texts),
            edited: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
          })
          .map(({ key, text, edited }) => post(key, text, Number(key), edited)),
      },
      { weight: 1, arbitrary: key.map(gone) },
    )
    const batches = fc.array(fc.array(arrival, { minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 5,
    })
    await fc.assert(
      fc.asyncProperty(batches, fc.nat(4), async (heard, topicAt) => {
        const { workspace, hearAll, add, apply } = await open()
        for (const [at, batch] of heard.entries()) {
          if (at === topicAt) await add('みつばち号')
          await hearAll(...batch)
        }
        await apply()
        expect(await workspace.run(checkDerived)).toEqual([])
      }),
      { numRuns: Number(process.env.ENISHI_PROPERTY_RUNS ?? 20) },
    )
  }, 60_000)
})

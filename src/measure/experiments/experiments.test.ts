import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { ASSIGNED, at, DAY_MS, later, seedMany, start } from '#test/experiment-world.ts'
import { seedChannel, seedPerson, seedPost, seedTopic } from '#test/seed.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import { closeContact } from '#understand/index.ts'
import { armOf } from './assign-arm.ts'
import { assignEngagement, assignIn } from './assign-engagement.ts'
import {
  addExperiment,
  decideExperiment,
  moveExperiment,
  patchExperiment,
} from './change-experiments.ts'
import { getExperiment, listExperiments } from './read-experiments.ts'
import { readResults } from './read-results.ts'

describe('the way of an experiment', () => {
  let workspace: TestWorkspace
  beforeAll(async () => {
    workspace = await makeWorkspace()
  })
  const draft = { name: 'x', holdoutShare: 0.08, outcome: 'purchase', horizonDays: 7 } as const

  it('is drafted, submitted, approved by somebody else, started and ended', async () => {
    const { run } = workspace
    const author = changeIn(workspace)
    const { id, state } = await run((tx) => addExperiment(tx, draft, author))
    expect(state).toBe('draft')
    await run((tx) => patchExperiment(tx, id, { name: 'y', liftSought: 0.3 }, author))
    await run((tx) => moveExperiment(tx, id, 'submit', author))
    await expect(run((tx) => patchExperiment(tx, id, { name: 'z' }, author))).rejects.toMatchObject(
      {
        code: 'conflict',
      },
    )
    const own = { ...author, isOnlyManager: false }
    await expect(
      run((tx) => decideExperiment(tx, id, { isApproved: true }, own)),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(run((tx) => moveExperiment(tx, id, 'start', author))).rejects.toMatchObject({
      code: 'conflict',
    })
    const other = { ...changeIn(workspace), isOnlyManager: false }
    const back = { isApproved: false, note: 'too long' }
    expect(await run((tx) => decideExperiment(tx, id, back, other))).toMatchObject({
      ...{ state: 'draft', decisionNote: 'too long', name: 'y', liftSought: 0.3 },
    })
    await run((tx) => moveExperiment(tx, id, 'submit', author))
    // Who is the only manager approves their own, and that is on record.
    const alone = { ...author, isOnlyManager: true }
    await run((tx) => decideExperiment(tx, id, { isApproved: true }, alone))
    await run((tx) => moveExperiment(tx, id, 'start', author))
    const second = await run((tx) => addExperiment(tx, draft, author))
    await run((tx) => moveExperiment(tx, second.id, 'submit', author))
    await run((tx) => decideExperiment(tx, second.id, { isApproved: true }, other))
    const startSecond = run((tx) => moveExperiment(tx, second.id, 'start', author))
    await expect(startSecond).rejects.toMatchObject({ code: 'conflict' })
    expect(await run((tx) => moveExperiment(tx, id, 'end', author))).toMatchObject({
      state: 'ended',
    })
    await run((tx) => moveExperiment(tx, second.id, 'withdraw', author))
    const events = await run((tx) =>
      tx
        .selectFrom('event')
        .select(['name', 'detail'])
        .where('subject_id', '=', id)
        .orderBy('id')
        .execute(),
    )
    expect(events.map(({ name }) => name)).toEqual([
      ...[
        'experiment.drafted',
        'experiment.changed',
        'experiment.submitted',
        'experiment.sent-back',
      ],
      ...['experiment.submitted', 'experiment.approved', 'experiment.started', 'experiment.ended'],
    ])
    expect(events[5]?.detail).toEqual(['by=only-manager'])
    const audited = await run((tx) =>
      tx.selectFrom('audit_entry').select('action').where('subject_id', '=', id).execute(),
    )
    expect(audited).toHaveLength(events.length)
  })

  it('refuses shares outside of 5 to 10 %, and topics and channels that are not there', async () => {
    const { run } = workspace
    const refused = (more: object) =>
      expect(
        run((tx) => addExperiment(tx, { ...draft, ...more }, changeIn(workspace))),
      ).rejects.toMatchObject({ code: 'bad-input' })
    await refused({ holdoutShare: 0.2 })
    await refused({ topic: newId() })
    await refused({ channels: [newId()] })
  })

  it('is found by its words and state, page by page', async () => {
    const own = await makeWorkspace()
    for (const [i, name] of ['Summer', 'Winter', 'Summer again'].entries()) {
      await own.run((tx) => addExperiment(tx, { ...draft, name }, at(own, later(i))))
    }
    const list = (filter: object, page: object) =>
      own.run((tx) => listExperiments(tx, filter, { limit: 1, ...page }))
    const first = await list({ q: 'summer' }, {})
    expect(first.items.map(({ name }) => name)).toEqual(['Summer again'])
    const second = await list({ q: 'summer' }, { cursor: first.next })
    expect(second).toMatchObject({ items: [{ name: 'Summer' }], next: null })
    expect((await list({ state: 'running' }, {})).items).toEqual([])
  })
})

describe('assignments', () => {
  let workspace: TestWorkspace
  let channel: string
  let experiment: string
  let seed: string
  beforeAll(async () => {
    workspace = await makeWorkspace()
    channel = await seedChannel(workspace, 'board')
    experiment = await start(workspace)
    const row = await workspace.run((tx) =>
      tx
        .selectFrom('experiment')
        .select('seed')
        .where('id', '=', experiment)
        .executeTakeFirstOrThrow(),
    )
    seed = row.seed
  })
  const assign = (people: string[], more: object = {}) =>
    workspace.run((tx) =>
      assignIn(tx, experiment, { people, channelId: channel, ...more }, at(workspace, ASSIGNED)),
    )
  /** Somebody on whom the lot falls as wanted. */
  const findIn = async (arm: 'engage' | 'hold-out') => {
    for (;;) {
      const one = await seedPerson(workspace, 'somebody')
      if (armOf(seed, one.personId, 0.1) === arm) return one
    }
  }

  it('follow the draw, and stay the same when asked again', async () => {
    const people = await seedMany(workspace, 50, 2)
    const first = await assign(people)
    expect(first.map(({ personId }) => personId)).toEqual(people)
    for (const { personId, decision } of first) expect(decision).toBe(armOf(seed, personId, 0.1))
    expect(await assign(people)).toEqual(first)
    const { people: counted } = await workspace.run((tx) => getExperiment(tx, experiment))
    expect(counted.assigned).toBe(50)
  })

  it('write nothing down on a look', async () => {
    const { personId, handleId } = await findIn('hold-out')
    expect(await assign([personId], { isLook: true })).toMatchObject([{ decision: 'hold-out' }])
    const rows = await workspace.run((tx) =>
      tx.selectFrom('experiment_subject').selectAll().where('handle_id', '=', handleId).execute(),
    )
    expect(rows).toEqual([])
  })

  it('never hold out who asks, complains, needs support, leaves, turns to us, or works for us', async () => {
    const topic = await seedTopic(workspace, 'our thing')
    const when = new Date(ASSIGNED.getTime() - DAY_MS).toISOString()
    const decisionOf = async (personId: string, more: object = {}) =>
      (await assign([personId], more))[0]
    for (const [intent, reason] of [
      ['question', 'question'],
      ['complaint', 'complaint'],
      ['support', 'support'],
      ['churn', 'leaving'],
    ] as const) {
      const { personId, handleId } = await findIn('hold-out')
      const post = { at: when, by: handleId, channel, text: 'hm', intents: [intent] }
      const silent = await seedPost(workspace, post)
      // About nothing of ours, and not named: it is no reason.
      expect(await decisionOf(personId, { isLook: true })).toMatchObject({ decision: 'hold-out' })
      const named = { posts: [silent], isLook: true }
      expect(await decisionOf(personId, named)).toMatchObject({ decision: 'always', reason })
      await seedPost(workspace, { ...post, topics: [topic] })
      expect(await decisionOf(personId)).toMatchObject({ decision: 'always', reason })
    }
    const colleague = await findIn('hold-out')
    await workspace.run((tx) =>
      sql`insert into relation (workspace_id, id, person_id, kind, source)
        values (${workspace.id}, ${newId()}, ${colleague.personId}, 'employee', 'member')`.execute(
        tx,
      ),
    )
    expect(await decisionOf(colleague.personId)).toMatchObject({ reason: 'colleague' })
    const caller = await findIn('hold-out')
    const called = await seedPost(workspace, {
      ...{ at: when, by: caller.handleId, channel, text: 'you there' },
    })
    await workspace.run((tx) =>
      sql`insert into activity_mention (workspace_id, activity_id, handle_id)
        values (${workspace.id}, ${called}, ${colleague.handleId})`.execute(tx),
    )
    expect(await decisionOf(caller.personId)).toMatchObject({ reason: 'addressed' })
    const inCrisis = await findIn('hold-out')
    expect(await decisionOf(inCrisis.personId, { reasons: ['crisis'] })).toMatchObject({
      ...{ decision: 'always', reason: 'crisis' },
    })
  })

  it('never engage who must not be contacted', async () => {
    const { personId } = await findIn('engage')
    const wish = { channel: 'all', reason: 'asked' } as const
    await workspace.run((tx) => closeContact(tx, personId, wish, changeIn(workspace)))
    expect(await assign([personId])).toMatchObject([
      { decision: 'never', reason: 'do-not-contact' },
    ])
  })

  it('keep merged people in the arm of the first assignment', async () => {
    const [held, engaged] = [await findIn('hold-out'), await findIn('engage')]
    await assign([held.personId])
    const change = at(workspace, later(1))
    const asked = { people: [engaged.personId], channelId: channel }
    await workspace.run((tx) => assignIn(tx, experiment, asked, change))
    await workspace.run((tx) =>
      tx
        .updateTable('person')
        .set({ merged_into: engaged.personId })
        .where('id', '=', held.personId)
        .execute(),
    )
    expect(await assign([engaged.personId, held.personId])).toMatchObject([
      { personId: engaged.personId, decision: 'hold-out' },
      { personId: held.personId, decision: 'hold-out' },
    ])
    const { bothArms } = await workspace.run((tx) => readResults(tx, experiment, later(30)))
    expect(bothArms).toBe(1)
  })

  it('are outside without a running experiment, in other channels, and without an account', async () => {
    const { personId } = await findIn('hold-out')
    const nobody = newId()
    await workspace.run((tx) =>
      sql`insert into person (workspace_id, id, display_name, sort_key)
        values (${workspace.id}, ${nobody}, 'x', 'x')`.execute(tx),
    )
    expect(await assign([nobody])).toMatchObject([{ decision: 'always', reason: 'no-account' }])
    // Never heard: nowhere to meet them.
    const anywhere = { channelId: null, isLook: true }
    expect(await assign([personId], anywhere)).toMatchObject([{ reason: 'other-channel' }])
    const empty = await makeWorkspace()
    const stranger = await seedPerson(empty, 'x')
    const asked = { people: [stranger.personId], channelId: null }
    expect(await empty.run((tx) => assignEngagement(tx, asked, at(empty, ASSIGNED)))).toMatchObject(
      [{ decision: 'always', reason: 'no-experiment', experimentId: null }],
    )
    await expect(assign([newId()])).rejects.toMatchObject({ code: 'not-found' })
  })
})

import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { ASSIGNED, at, later, start } from '#test/experiment-world.ts'
import { insertPlan } from '#test/plans.ts'
import { type SeededPerson, seedChannel, seedPerson, seedPost } from '#test/seed.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import type { Arm } from '#vocabulary/index.ts'
import { armOf } from './assign-arm.ts'
import { assignIn, recordEngagements } from './assign-engagement.ts'
import { engagementsAfter } from './engagements-after.ts'
import { readHeldOut } from './held-out.ts'
import { listArm } from './list-arm.ts'
import { readResults } from './read-results.ts'
import { seeEngagements } from './see-engagements.ts'

let workspace: TestWorkspace
let channel: string
let experiment: string
let colleague: SeededPerson

beforeAll(async () => {
  workspace = await makeWorkspace()
  channel = await seedChannel(workspace, 'board')
  experiment = await start(workspace)
  colleague = await seedPerson(workspace, 'colleague')
  await workspace.run((tx) =>
    sql`insert into relation (workspace_id, id, person_id, kind, source)
      values (${workspace.id}, ${newId()}, ${colleague.personId}, 'employee', 'member')`.execute(
      tx,
    ),
  )
})

/** Somebody in an arm since `ASSIGNED`. */
async function somebodyIn(arm: Arm): Promise<SeededPerson> {
  const { seed } = await workspace.run((tx) =>
    tx
      .selectFrom('experiment')
      .select('seed')
      .where('id', '=', experiment)
      .executeTakeFirstOrThrow(),
  )
  for (;;) {
    const one = await seedPerson(workspace, 'somebody')
    if (armOf(seed, one.personId, 0.1) !== arm) continue
    const asked = { people: [one.personId], channelId: channel }
    await workspace.run((tx) => assignIn(tx, experiment, asked, at(workspace, ASSIGNED)))
    return one
  }
}

async function meet({ personId }: SeededPerson, day: number): Promise<string> {
  const id = newId()
  await workspace.run(async (tx) => {
    await sql`insert into contact (workspace_id, id, kind, at, summary, search_key, created_at, changed_at)
      values (${workspace.id}, ${id}, 'phone', ${later(day)}, 'x', 'x', now(), now())`.execute(tx)
    await sql`insert into contact_person (workspace_id, contact_id, person_id)
      values (${workspace.id}, ${id}, ${personId})`.execute(tx)
  })
  return id
}

async function say(by: SeededPerson, to: SeededPerson, day: number): Promise<string> {
  const post = { at: later(day).toISOString(), by: by.handleId, channel, text: 'hello' }
  const id = await seedPost(workspace, post)
  await workspace.run((tx) =>
    sql`insert into activity_mention (workspace_id, activity_id, handle_id)
      values (${workspace.id}, ${id}, ${to.handleId})`.execute(tx),
  )
  return id
}

const look = (day: number, isAnew = false) =>
  workspace.run((tx) => seeEngagements(tx, { now: later(day), isAnew }))

async function engagedOf({ handleId }: SeededPerson) {
  const row = await workspace.run((tx) =>
    tx
      .selectFrom('experiment_subject')
      .select(['engaged_at as at', 'engaged_by as by'])
      .where('handle_id', '=', handleId)
      .executeTakeFirst(),
  )
  return row?.at === null ? null : row
}

it('a contact after the assignment engages, and no longer does once it is removed', async () => {
  const one = await somebodyIn('engage')
  await meet(one, -1)
  expect(await look(1)).toBe(0)
  const contact = await meet(one, 2)
  await meet(one, 4)
  expect(await look(5)).toBe(1)
  expect(await engagedOf(one)).toEqual({ at: later(2), by: 'contact' })
  expect(await look(5, true)).toBe(0)
  const remove = (id: string) =>
    workspace.run((tx) => tx.deleteFrom('contact').where('id', '=', id).execute())
  await remove(contact)
  expect(await look(5, true)).toBe(1)
  expect(await engagedOf(one)).toEqual({ at: later(4), by: 'contact' })
  await workspace.run((tx) => tx.deleteFrom('contact').execute())
  const { door, id: workspaceId } = workspace
  const event = { workspaceId, name: 'contact.removed', detail: [] }
  expect(await engagementsAfter(door, event, later(5))).toBe(1)
  expect(await engagedOf(one)).toBeNull()
})

it('a finished task of a plan engages, and what was told stays', async () => {
  const [one, told] = [await somebodyIn('engage'), await somebodyIn('engage')]
  const task = newId()
  await workspace.run(async (tx) => {
    const plan = await insertPlan(tx, workspace.id, one.handleId)
    await sql`insert into task (workspace_id, id, title, search_key, person_id, created_at, changed_at)
      values (${workspace.id}, ${task}, 'x', 'x', ${one.personId}, now(), now())`.execute(tx)
    await sql`update engagement_plan_person set decision = 'task', task_id = ${task}
      where plan_id = ${plan['/influence/plans']}`.execute(tx)
  })
  const tell = { people: [told.personId], channelId: null }
  await workspace.run((tx) => recordEngagements(tx, experiment, tell, at(workspace, later(1))))
  expect(await look(3)).toBe(0)
  await workspace.run((tx) =>
    sql`update task set done_at = ${later(3)} where id = ${task}`.execute(tx),
  )
  const { door, id: workspaceId } = workspace
  await engagementsAfter(door, { workspaceId, name: 'task.done', detail: [] }, later(3))
  expect(await engagedOf(one)).toEqual({ at: later(3), by: 'task' })
  await look(4, true)
  expect(await engagedOf(told)).toEqual({ at: later(1), by: 'told' })
})

it('a word in public engages whoever did not turn to us, and tells who was to be left alone', async () => {
  const [greeted, asking, held] = [
    await somebodyIn('engage'),
    await somebodyIn('engage'),
    await somebodyIn('hold-out'),
  ]
  await say(asking, colleague, 1)
  await say(colleague, asking, 2)
  await say(colleague, greeted, 2)
  const to = await say(colleague, held, 3)
  const detail = [`from=${to}`, `to=${to}`, `at=${later(3).toISOString()}`]
  const { door, id: workspaceId } = workspace
  const heard = { workspaceId, name: 'activities.heard', detail }
  expect(await engagementsAfter(door, heard, later(3))).toBe(2)
  expect(await engagedOf(greeted)).toEqual({ at: later(2), by: 'answer' })
  expect(await engagedOf(asking)).toBeNull()
  expect(await engagedOf(held)).toEqual({ at: later(3), by: 'answer' })
  // A week after they asked, a word is of our own accord again.
  await say(colleague, asking, 12)
  expect(await look(12)).toBe(1)
  const { contaminated, all } = await workspace.run((tx) => readResults(tx, experiment, later(4)))
  expect(contaminated).toBe(1)
  expect(all?.waiting).toBeGreaterThan(0)
  const page = { limit: 10 }
  const { items } = await workspace.run((tx) =>
    listArm(tx, experiment, { only: 'contaminated' }, page, later(4)),
  )
  expect(items).toMatchObject([
    { person: { id: held.personId }, engagedBy: 'answer', isWaiting: true },
  ])
})

it('who is held out is known until their time is over, and whether they turned to us', async () => {
  const [held, asking, free] = [
    await somebodyIn('hold-out'),
    await somebodyIn('hold-out'),
    await somebodyIn('engage'),
  ]
  await say(asking, colleague, 1)
  const people = [held, asking, free].map(({ personId }) => personId)
  const known = (day: number) => workspace.run((tx) => readHeldOut(tx, people, later(day)))
  expect(await known(2)).toEqual([
    {
      ...{ personId: held.personId, experiment: { id: experiment, name: 'greetings' } },
      ...{ since: ASSIGNED.toISOString(), until: later(14).toISOString(), isToBeAnswered: false },
    },
    expect.objectContaining({ personId: asking.personId, isToBeAnswered: true }),
  ])
  expect(await known(15)).toEqual([])
})

import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { seedMany } from '#test/seed-many.ts'
import { freshDatabase } from '#test/server.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import { touchesOf } from '../touches/touches-of.ts'
import { type Step, traceBack } from './trace-back.ts'

const POSTS = 3_000

/** A log of 300 people, and a database that took all of its tables for empty last and looks no more. */
async function youngLog(): Promise<TestWorkspace> {
  const door = await freshDatabase()
  const url = new URL(inject('databaseUrl'))
  url.pathname = await door.asSystem(async (tx) => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(tx)
    return `/${rows[0]?.name}`
  })
  const owner = new pg.Client(url.href)
  await owner.connect()
  const { rows } = await owner.query<{ name: string }>(
    `select format('enishi.%I', tablename) as name from pg_tables where schemaname = 'enishi'`,
  )
  for (const { name } of rows)
    await owner.query(`alter table ${name} set (autovacuum_enabled = off)`)
  await owner.query('vacuum analyze')
  await owner.end()
  const workspace = await makeWorkspace('ja', door)
  await seedMany(workspace, POSTS)
  return workspace
}

let workspace: TestWorkspace
let spoken: Step
let personId: string
beforeAll(async () => {
  workspace = await youngLog()
  const { rows } = await workspace.run((tx) =>
    sql<Omit<Step, 'number'> & { personId: string }>`
      select a.id as "activityId", a.id as "evidenceId", a.handle_id as "actorHandleId",
        a.handle_id as "personId", a.channel_id as "channelId", a.published_at as "reachedAt"
      from activity a order by a.id desc limit 1`.execute(tx),
  )
  const [row] = rows
  if (row === undefined) throw new Error('no post was planted')
  personId = row.personId
  spoken = { ...row, number: 0, parent: null, hop: 1, share: 1, kind: 'like', level: 'unknown' }
}, 120_000)

/** Of somebody whom nothing reached: what is asked is whether it is answered at all, in two seconds each. */
describe('while the database knows nothing of the log yet', () => {
  it('who was reached by what is found of a person', async () => {
    const wish = { of: { personId }, before: new Date(), windowDays: 3_650 }
    expect(await workspace.run((tx) => touchesOf(tx, wish))).toEqual([])
  })

  it('what had reached those who spoke is found', async () => {
    const run = { id: newId(), parameters: { windowDays: 3_650 } }
    const traced = workspace.run((tx) =>
      traceBack(tx, { id: workspace.id, topic: null }, run, [spoken]),
    )
    expect(await traced).toEqual([])
  })
})

import pg from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { makeWorkspace, newId } from '#test/workspace.ts'
import { openBell } from './bell.ts'
import { writeEvent } from './outbox.ts'

const LONG_MS = 20_000

/** A bell whose connection is known by a name, so that only this one is cut. */
async function namedBell() {
  const url = new URL(inject('databaseUrl'))
  const name = `bell-${newId().slice(-12)}`
  url.searchParams.set('application_name', name)
  return { bell: await openBell({ connectionString: url.href }), name }
}

/** Ends the bell's connection from outside, as a restart would; answers how many were ended. */
async function cut(name: string): Promise<number> {
  return countAsOwner(
    'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
    name,
  )
}

describe('the bell', () => {
  it('wakes everybody when a change commits', async () => {
    const { bell } = await namedBell()
    const followers = [bell.follow(), bell.follow()]
    const { id, run } = await makeWorkspace()
    const waits = followers.map((one) => one.wait(LONG_MS))
    const startedAt = performance.now()
    await run((tx) => writeEvent(tx, id, { name: 'one' }))
    await Promise.all(waits)
    expect(performance.now() - startedAt).toBeLessThan(LONG_MS / 2)
    await bell.close()
  })

  it('keeps a ring for who was not waiting, once', async () => {
    const { bell } = await namedBell()
    const follower = bell.follow()
    bell.ring()
    await follower.wait(LONG_MS)
    const startedAt = performance.now()
    await follower.wait(30)
    // Other tests ring it too, so only the upper bound of the first wait is sure.
    expect(performance.now() - startedAt).toBeLessThan(LONG_MS)
    follower.end()
    await bell.close()
  })

  it('comes back after its connection was cut, and wakes everybody then', async () => {
    const { bell, name } = await namedBell()
    const { id, run } = await makeWorkspace()
    for (let turn = 0; turn < 2; turn++) {
      expect(await cut(name)).toBe(1)
      await expect.poll(() => isThere(name), { timeout: LONG_MS }).toBe(1)
    }
    const follower = bell.follow()
    await follower.wait(500)
    const wait = follower.wait(LONG_MS)
    const startedAt = performance.now()
    await run((tx) => writeEvent(tx, id, { name: 'after' }))
    await wait
    expect(performance.now() - startedAt).toBeLessThan(LONG_MS / 2)
    await bell.close()
    await expect.poll(() => isThere(name), { timeout: LONG_MS }).toBe(0)
  })

  it('ends a wait at the signal', async () => {
    const { bell } = await namedBell()
    const controller = new AbortController()
    const wait = bell.follow().wait(LONG_MS, controller.signal)
    const startedAt = performance.now()
    controller.abort()
    await wait
    expect(performance.now() - startedAt).toBeLessThan(LONG_MS / 2)
    await bell.close()
  })
})

function isThere(name: string): Promise<number> {
  const ears = `select 1 from pg_stat_activity where application_name = $1 and query like 'listen%'`
  return countAsOwner(ears, name)
}

async function countAsOwner(statement: string, name: string): Promise<number> {
  const client = new pg.Client(inject('databaseUrl'))
  await client.connect()
  const { rows } = await client.query(statement, [name])
  await client.end()
  return rows.length
}

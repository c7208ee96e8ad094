import pg from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { newId } from '#test/workspace.ts'
import { openLock } from './held-lock.ts'
import { openSession } from './long-session.ts'

const LONG_MS = 20_000

/** A lock of the test's own, over a session that is known by a name. */
function ownLock() {
  const url = new URL(inject('databaseUrl'))
  const name = `lock-${newId().slice(-12)}`
  url.searchParams.set('application_name', name)
  const connection = { connectionString: url.href }
  const lock = Number.parseInt(newId().slice(-7), 16)
  return { name, connection, open: () => openLock(connection, lock) }
}

async function countSessions(name: string, what = '1'): Promise<number> {
  const client = new pg.Client(inject('databaseUrl'))
  await client.connect()
  const { rows } = await client.query(
    `select ${what} from pg_stat_activity where application_name = $1`,
    [name],
  )
  await client.end()
  return rows.length
}

describe('a held lock', () => {
  it('is held by one session at a time, until that one is closed', async () => {
    const { open, name } = ownLock()
    const [one, other] = [await open(), await open()]
    expect(one.isHeld()).toBe(false)
    expect(await one.take()).toBe(true)
    expect(await other.take()).toBe(false)
    expect([one.isHeld(), other.isHeld()]).toEqual([true, false])
    await one.close()
    expect([one.isStanding(), one.isHeld()]).toEqual([false, false])
    expect(await other.take()).toBe(true)
    await other.close()
    await expect.poll(() => countSessions(name), { timeout: LONG_MS }).toBe(0)
  })

  it('is lost where its session is cut, which is noticed', async () => {
    const { open, name } = ownLock()
    const one = await open()
    await one.take()
    expect(await countSessions(name, 'pg_terminate_backend(pid)')).toBe(1)
    await expect.poll(() => one.isStanding(), { timeout: LONG_MS }).toBe(false)
    expect(one.isHeld()).toBe(false)
    await expect(one.take()).rejects.toThrow()
    const other = await open()
    expect(await other.take()).toBe(true)
    await Promise.all([one.close(), other.close()])
  })

  it('leaves no session behind that could not begin', async () => {
    const { connection, name } = ownLock()
    await expect(openSession(connection, (one) => one.query('listen'))).rejects.toThrow(/syntax/)
    await expect.poll(() => countSessions(name), { timeout: LONG_MS }).toBe(0)
  })
})

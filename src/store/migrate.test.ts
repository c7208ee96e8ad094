import type pg from 'pg'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { onDatabase as on } from '#test/database-client.ts'
import { newId } from '#test/workspace.ts'
import { openDoor } from './door.ts'
import { migrate } from './migrate.ts'

const ROLES = 'enishi_nobody, enishi_app, enishi_accounts, enishi_system'
const toUndo: { url: string; statement: string }[] = []

afterAll(async () => {
  for (const { url, statement } of toUndo.reverse()) {
    await on(url, (client) => client.query(statement))
  }
})

/** A database that belongs to a user who may create roles and databases, and no more. */
async function plainDatabase(): Promise<{ url: string; user: string }> {
  const url = new URL(inject('databaseUrl'))
  const user = `plain_${newId().slice(-12)}`
  const login = `login createrole createdb password 'plain'`
  await on(url.href, (client) => client.query(`create role ${user} ${login}`))
  toUndo.push({ url: url.href, statement: `drop role ${user}` })
  url.username = user
  url.password = 'plain'
  await on(url.href, (client) => client.query(`create database ${user}`))
  // Without force: that would be denied where autovacuum, a superuser's work, is in the database.
  toUndo.push({ url: url.href, statement: `drop database ${user}` })
  url.pathname = `/${user}`
  return { url: url.href, user }
}

async function versionOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query('show server_version_num')
  return Number(rows[0].server_version_num)
}

describe('migrate', () => {
  it('applies each file once, also when several processes begin at once', async () => {
    const { url, user } = await plainDatabase()
    await on(inject('databaseUrl'), (client) => client.query(`grant ${ROLES} to ${user}`))
    const applied = await Promise.all([1, 2, 3].map(() => on(url, migrate)))
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
    expect(await on(url, migrate)).toEqual([])
  })

  it('needs no superuser where an administrator has let the user into the roles', async () => {
    const { url, user } = await plainDatabase()
    await on(inject('databaseUrl'), (client) => client.query(`grant ${ROLES} to ${user}`))
    await on(url, migrate)
    const door = openDoor({ connectionString: url })
    const topics = await door.inWorkspace(newId(), (tx) =>
      tx.selectFrom('topic').selectAll().execute(),
    )
    expect(topics).toEqual([])
    await door.close()
  })

  it('says what to do where it may not act as the roles', async () => {
    const { url } = await plainDatabase()
    const version = await on(url, versionOf)
    // Before PostgreSQL 16 whoever may create roles may also enter them.
    if (version < 160_000) expect(await on(url, migrate)).not.toEqual([])
    else await expect(on(url, migrate)).rejects.toThrow(/administrator run: grant enishi_nobody/)
  })

  it('stops at a file that differs from the one that was applied', async () => {
    const { url, user } = await plainDatabase()
    await on(inject('databaseUrl'), (client) => client.query(`grant ${ROLES} to ${user}`))
    await on(url, async (client) => {
      await migrate(client)
      await client.query(`update enishi_migration set hash = 'x' where name = '0001-accounts.sql'`)
    })
    await expect(on(url, migrate)).rejects.toThrow(/0001-accounts.sql/)
  })
})

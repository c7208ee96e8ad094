import { inject } from 'vitest'
import { openDoor } from '#store/door.ts'
import { migrate } from '#store/migrate.ts'
import { onDatabase as on } from '#test/database-client.ts'
import { closeAfterFile } from '#test/open-things.ts'
import { newId, type TestWorkspace } from '#test/workspace.ts'

export interface UpgradedDatabase {
  workspace: TestWorkspace
  /** Makes the database what an earlier release left. */
  goBack: (sql: string) => Promise<unknown>
  /** Answers the names of the migrations that were made. */
  migrate: () => Promise<string[]>
}

/** A database of a test's own with one workspace, for going back to an earlier release and on from it. */
export async function openUpgradable(): Promise<UpgradedDatabase> {
  const url = new URL(inject('databaseUrl'))
  const name = `upgrade_${newId().slice(-12)}`
  await on(url.href, (client) => client.query(`create database ${name}`))
  closeAfterFile({ close: () => drop(name) })
  url.pathname = `/${name}`
  await on(url.href, migrate)
  return {
    workspace: await makeWorkspaceIn(url.href),
    goBack: (sql) => on(url.href, (client) => client.query(sql)),
    migrate: () => on(url.href, migrate),
  }
}

function drop(name: string): Promise<unknown> {
  return on(inject('databaseUrl'), (client) =>
    client.query(`drop database if exists ${name} with (force)`),
  )
}

async function makeWorkspaceIn(connectionString: string): Promise<TestWorkspace> {
  const door = closeAfterFile(openDoor({ connectionString }))
  const id = newId()
  await door.asSystem((tx) =>
    tx
      .insertInto('workspace')
      .values({ id, slug: 'upgraded', name: 'x', language: 'ja', time_zone: 'Asia/Tokyo' })
      .execute(),
  )
  return { id, slug: 'upgraded', door, run: (work) => door.inWorkspace(id, work) }
}

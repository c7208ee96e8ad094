import { randomFillSync } from 'node:crypto'
import { inject } from 'vitest'
import { type Door, openDoor, type Transaction } from '#store/door.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import { closeAfterFile } from './open-things.ts'

/** Random bytes of the system, for tests that do not care which. */
export function randomBytes(into: Uint8Array): void {
  randomFillSync(into)
}

/** A fresh id. */
export function newId(): string {
  return uuidV7(Date.now(), randomBytes)
}

let shared: Door | undefined

/** The door to the run's database; closed after the test file. */
export function testDoor(): Door {
  if (shared === undefined) {
    const door = openDoor({ connectionString: inject('databaseUrl') })
    const close = () => {
      shared = undefined
      return door.close()
    }
    closeAfterFile({ close })
    shared = door
  }
  return shared
}

export interface TestWorkspace {
  id: string
  slug: string
  door: Door
  /** Runs inside this workspace. */
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}

/**
 * A workspace of the test's own, so that tests share one database and run side by side. What goes
 * through all workspaces of a database needs one of its own: `door` leads there.
 */
export async function makeWorkspace(
  language: 'ja' | 'en' = 'ja',
  door = testDoor(),
): Promise<TestWorkspace> {
  const id = newId()
  const slug = `t-${id.slice(24)}-${id.slice(0, 8)}`
  await door.asSystem((tx) =>
    tx
      .insertInto('workspace')
      .values({ id, slug, name: 'Test', language, time_zone: 'Asia/Tokyo' })
      .execute(),
  )
  return { id, slug, door, run: (work) => door.inWorkspace(id, work) }
}

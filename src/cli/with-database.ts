import { type Database, openDatabase } from '#store/database.ts'
import type { Settings } from './command.ts'

/** Runs the work on the database of these settings, also beside a server that runs on it. */
export async function withDatabase<T>(
  settings: Settings,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(databaseOf(settings))
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Where the settings say that the database is. */
export function databaseOf({ data, databaseUrl }: Settings) {
  return { folder: data, ...(databaseUrl === undefined ? {} : { url: databaseUrl }) }
}

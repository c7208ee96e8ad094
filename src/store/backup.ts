import { createWriteStream } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import type { Connection } from './door.ts'
import { secretMark } from './seal.ts'

/** The first line of a backup. */
export interface BackupHead {
  format: 'enishi-backup'
  version: 1
  madeAt: string
  /** The database that it is of, by its migrations. */
  migrations: string[]
  /** Tells the installation's secret from others, where it was known; see `secretMark`. */
  secretMark?: string
}

const ROWS_AT_ONCE = 500
/** A line is read back as one value of the database, and those end at 256 MB. */
const LINE_CHARACTERS_MAX = 8_000_000
const FILE = /^enishi-\d{8}T\d{6}Z\.jsonl\.gz$/

/**
 * What a backup leaves out: the outbox, whose order is that of this one server, and work in line, which
 * names uploaded files.
 */
const LEFT_OUT = ['enishi.event', 'enishi.event_consumer', 'enishi.event_parked', 'enishi.job']

/** Tables in the order of their names, with the columns that can be written. */
export const BACKED_UP = `
  select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted,
    string_agg(format('%I', a.attname), ', ' order by a.attnum) as columns,
    -- The null of JSON and no value at all are one in a line of JSON: where a value must be, it is the first.
    string_agg(format(case when a.attnotnull and a.atttypid = 'jsonb'::regtype
      then 'coalesce(%I, ''null''::jsonb)' else '%I' end, a.attname), ', ' order by a.attnum) as read
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = ''
  where c.relkind = 'r' and n.nspname in ('enishi', 'accounts')
    and n.nspname || '.' || c.relname <> all($1)
  group by 1, 2 order by 1`

/** Names of the tables that {@link BACKED_UP} is asked to leave out. */
export const LEFT_OUT_OF_BACKUPS: readonly string[] = LEFT_OUT

/** What a backup made at this moment is called. */
export function backupName(at: Date): string {
  return `enishi-${at.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z.jsonl.gz`
}

/** The folder beside a backup with the uploaded files that imports had not read to their end. */
export function uploadsBeside(path: string): string {
  return `${path.replace(/\.jsonl\.gz$/, '')}.files`
}

/** Backups in a folder, the oldest first; none where it is not there. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => FILE.test(name)).toSorted()
}

/** Keeps the newest backups of a folder; answers the names of those that went. */
export async function pruneBackups(folder: string, kept: number): Promise<string[]> {
  const old = (await listBackups(folder)).slice(0, -kept)
  for (const name of old) {
    await rm(join(folder, name))
    await rm(uploadsBeside(join(folder, name)), { recursive: true, force: true })
  }
  return old
}

/**
 * Writes the whole database as it is at one moment, all workspaces with their accounts, as gzipped lines
 * of JSON; other work goes on meanwhile. The file has its name once it is whole. Mode 0600. The
 * installation's secret is not in it, only by what it is known again.
 */
export async function writeBackup(
  connection: Connection,
  path: string,
  at: Date,
  secret?: string,
): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  const part = `${path}.part`
  try {
    await client.query('begin isolation level repeatable read read only')
    await pipeline(
      Readable.from(linesOf(client, at, secret)),
      createGzip(),
      createWriteStream(part, { mode: 0o600 }),
    )
    await client.query('commit')
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
    await client.end()
  }
}

async function* linesOf(client: pg.Client, at: Date, secret?: string): AsyncGenerator<string> {
  const done = await client.query('select name from public.enishi_migration order by name')
  const migrations = done.rows.map((row) => row.name as string)
  const own: BackupHead = {
    format: 'enishi-backup',
    version: 1,
    madeAt: at.toISOString(),
    migrations,
    ...(secret === undefined ? {} : { secretMark: secretMark(secret) }),
  }
  yield `${JSON.stringify(own)}\n`
  const tables = await client.query(BACKED_UP, [LEFT_OUT])
  for (const { name, quoted, columns } of tables.rows) {
    // Rows stay text: JavaScript would round large numbers.
    await client.query(`declare rows cursor for
      select to_jsonb(t)::text as row from (select ${columns} from ${quoted}) t`)
    for (;;) {
      const { rows } = await client.query(`fetch ${ROWS_AT_ONCE} from rows`)
      if (rows.length === 0) break
      for (const some of partsOf(rows.map(({ row }) => row as string))) {
        yield `${JSON.stringify(name)}\t[${some.join(',')}]\n`
      }
    }
    await client.query('close rows')
  }
}

function* partsOf(rows: readonly string[]): Generator<string[]> {
  let part: string[] = []
  let characters = 0
  for (const row of rows) {
    if (part.length > 0 && characters + row.length > LINE_CHARACTERS_MAX) {
      yield part
      part = []
      characters = 0
    }
    part.push(row)
    characters += row.length
  }
  yield part
}

import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { EnishiError, type Words } from '#vocabulary/index.ts'
import { BACKED_UP, type BackupHead, LEFT_OUT_OF_BACKUPS } from './backup.ts'
import type { Connection } from './door.ts'

/** What stands at the beginning of a backup. Throws `bad-input` for no backup. */
export async function readBackupHead(path: string): Promise<BackupHead> {
  try {
    for await (const line of linesOf(openBackup(path))) return headOf(line)
  } catch (cause) {
    throw cause instanceof EnishiError ? cause : noBackup(cause)
  }
  throw noBackup()
}

/** The text of a backup; whoever stops reading closes the file. */
function openBackup(path: string): Readable {
  const file = createReadStream(path)
  const text = file.pipe(createGunzip())
  file.on('error', (error) => text.destroy(error))
  text.on('close', () => file.destroy())
  return text
}

function headOf(line: string): BackupHead {
  const head = JSON.parse(line) as Partial<BackupHead>
  if (head.format !== 'enishi-backup' || head.version !== 1) throw noBackup()
  return head as BackupHead
}

/** How many keys of other systems are sealed in the database, by table. */
export async function countSealed(connection: Connection): Promise<Record<string, number>> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const columns = await client.query(SEALED)
    const counts: Record<string, number> = {}
    for (const { name, quoted, column } of columns.rows) {
      const { rows } = await client.query(
        `select count(*)::integer as n from ${quoted} where ${column} is not null`,
      )
      if (rows[0].n > 0) counts[name] = rows[0].n
    }
    return counts
  } finally {
    await client.end()
  }
}

const SEALED = `
  select c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted, format('%I', a.attname) as column
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'enishi'
  join pg_attribute a on a.attrelid = c.oid and a.attname in ('sealed', 'sealed_key') and not a.attisdropped
  where c.relkind = 'r' order by 1`

/** Columns that count by themselves go on behind the highest that came back. */
const COUNTING = `
  select format('%I.%I', n.nspname, c.relname) as quoted, a.attname as column,
    pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind = 'r' and n.nspname in ('enishi', 'accounts')
    and pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) is not null`

/**
 * Puts a backup into an empty database of the same version, in one transaction. What belonged to the
 * outbox of the other server begins here anew; imports that ran are stopped. Answers how many rows came
 * back. Throws `conflict` where a workspace is there already, `bad-input` for another version or for no
 * backup, `forbidden` without the right to set session_replication_role.
 */
export async function restoreBackup(connection: Connection, path: string): Promise<number> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('begin')
    const there = await client.query('select 1 from enishi.workspace limit 1')
    if (there.rows.length > 0) throw notEmpty()
    await switchTriggersOff(client)
    const rows = await readInto(client, path)
    await goOnHere(client)
    await client.query('commit')
    return rows
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    await client.end()
  }
}

/** Rows come back in any order, and nothing that follows a change has to follow again. */
async function switchTriggersOff(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select has_parameter_privilege('session_replication_role', 'set') as may, current_user as role`,
  )
  if (!rows[0].may) throw mayNotRestore(rows[0].role)
  await client.query('set local session_replication_role = replica')
}

async function readInto(client: pg.Client, path: string): Promise<number> {
  const tables = await client.query(BACKED_UP, [LEFT_OUT_OF_BACKUPS])
  const columnsOf = new Map(tables.rows.map((row) => [row.name as string, row]))
  let rows = 0
  let isHead = true
  try {
    for await (const line of linesOf(openBackup(path))) {
      if (isHead) await checkHead(client, line)
      else rows += await putRows(client, columnsOf, line)
      isHead = false
    }
  } catch (cause) {
    // What the database says of a row is no word about the file.
    const isTold = cause instanceof EnishiError || cause instanceof pg.DatabaseError
    throw isTold ? cause : noBackup(cause)
  }
  if (isHead) throw noBackup()
  return rows
}

/**
 * Lines end at a line feed alone: `node:readline` would end them at U+2028 and U+2029 too, which stand
 * as they are in the text of posts.
 */
async function* linesOf(text: Readable): AsyncGenerator<string> {
  let open: string[] = []
  for await (const chunk of text.setEncoding('utf8')) {
    const [first = '', ...more] = (chunk as string).split('\n')
    open.push(first)
    for (const part of more) {
      yield open.join('')
      open = [part]
    }
  }
  const last = open.join('')
  if (last !== '') yield last
}

async function checkHead(client: pg.Client, line: string): Promise<void> {
  const head = headOf(line)
  const done = await client.query('select name from public.enishi_migration order by name')
  const own = done.rows.map(({ name }) => name).join()
  if (head.migrations?.join() !== own) throw otherVersion(head.migrations?.at(-1) ?? '?')
}

async function putRows(
  client: pg.Client,
  columnsOf: ReadonlyMap<string, { quoted: string; columns: string; read: string }>,
  line: string,
): Promise<number> {
  const tab = line.indexOf('\t')
  const table = columnsOf.get(JSON.parse(line.slice(0, tab)))
  if (table === undefined) throw noBackup()
  const { quoted, columns, read } = table
  const { rowCount } = await client.query(
    `insert into ${quoted} (${columns}) overriding system value
      select ${read} from jsonb_populate_recordset(null::${quoted}, $1::jsonb)`,
    [line.slice(tab + 1)],
  )
  return rowCount ?? 0
}

async function goOnHere(client: pg.Client): Promise<void> {
  for (const { quoted, column, sequence } of (await client.query(COUNTING)).rows) {
    const name = client.escapeIdentifier(column)
    await client.query(`select setval($1, greatest(coalesce(max(${name}), 0), 1)) from ${quoted}`, [
      sequence,
    ])
  }
  // What changed while a webhook was off stands in the outbox of the other server.
  await client.query(`update enishi.webhook set since_xid = pg_current_xact_id(),
    off_xid = case when state <> 'on' then pg_current_xact_id() end,
    missed_xid = null, missed_id = null, missed_to = null`)
  await client.query(`update enishi.webhook_delivery set event_xid = null, event_id = null`)
  await client.query(`update enishi.import set state = 'stopped' where state = 'running'`)
}

function notEmpty(): EnishiError {
  return new EnishiError('conflict', {
    en: 'This database holds a workspace already. Restore into a new data folder (--data DIR), and start the server on that.',
    ja: 'このデータベースにはすでにワークスペースがあります。新しいデータフォルダーを --data DIR で指定して復元し、そのフォルダーでサーバーを起動してください。',
  })
}

function mayNotRestore(role: string): EnishiError {
  const grant = `grant set on parameter session_replication_role to "${role}"`
  return new EnishiError('forbidden', {
    en: `The role ${role} may not restore into this database. Let a superuser run: ${grant}. Or restore into the embedded one.`,
    ja: `ロール ${role} には、このデータベースへ復元する権限がありません。スーパーユーザーで次を実行してください: ${grant}。同梱のデータベースへ復元することもできます。`,
  })
}

function noBackup(cause?: unknown): EnishiError {
  const words: Words = {
    en: 'This file is no whole backup. `enishi backup` and the server write them to backups/ in the data folder.',
    ja: '完全なバックアップファイルではありません。バックアップは `enishi backup` とサーバーがデータフォルダーの backups/ に書き出します。',
  }
  return new EnishiError('bad-input', words, {}, cause)
}

function otherVersion(last: string): EnishiError {
  return new EnishiError('bad-input', {
    en: `The backup is of another version of Enishi (its last migration is ${last}). Restore it with that version, then start the newer one on the same folder.`,
    ja: `バックアップを作った Enishi の版が異なります(最後の移行は ${last})。その版で復元してから、同じフォルダーで新しい版を起動してください。`,
  })
}

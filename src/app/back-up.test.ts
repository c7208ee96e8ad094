import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { keepUploads, returnUploads, saveUpload } from '#listen/index.ts'
import { uploadsBeside, writeBackup } from '#store/backup.ts'
import { openDoor } from '#store/door.ts'
import { migrate } from '#store/migrate.ts'
import { countSealed, readBackupHead, restoreBackup } from '#store/restore.ts'
import { secretMark } from '#store/seal.ts'
import { placeSecretKey } from '#store/secret-key.ts'
import { changeIn } from '#test/change.ts'
import { closeAfterFile } from '#test/open-things.ts'
import { AKANE, makePrivacyWorld } from '#test/privacy-world.ts'
import { newId, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import { erasePerson, keepTombstones, replayKept } from '#understand/index.ts'
import { backUpIfDue } from './back-up.ts'

const scratch = () => mkdtemp(join(tmpdir(), 'enishi-backup-'))

/** A migrated database of its own, empty. */
async function emptyDatabase(): Promise<string> {
  const url = new URL(inject('databaseUrl'))
  const name = `restored_${newId().replaceAll('-', '')}`
  const client = new pg.Client(url.href)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  url.pathname = `/${name}`
  const inside = new pg.Client(url.href)
  await inside.connect()
  await migrate(inside)
  await inside.end()
  return url.href
}

/** A role that is no superuser has to be allowed. */
async function mayRestore(url: string): Promise<boolean> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(
    `select has_parameter_privilege('session_replication_role', 'set') as may`,
  )
  await client.end()
  return rows[0].may
}

async function addTopic({ run, id }: TestWorkspace, name: string): Promise<void> {
  await run((tx) =>
    sql`insert into topic (workspace_id, id, name, kind, applied_at)
      values (${id}, ${newId()}, ${name}, 'own', now())`.execute(tx),
  )
}

async function expectRefusal(url: string, path: string): Promise<void> {
  const refused = restoreBackup({ connectionString: url }, path)
  await expect(refused).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('grant set on parameter'),
  })
}

describe('a backup', () => {
  it('gives back everything, and whoever was erased since is not back', {
    timeout: 120_000,
  }, async () => {
    const { workspace, akane, bystander } = await makePrivacyWorld()
    // Ends of a line to some readers; the tab ends the name of a table in the file.
    await addTopic(workspace, 'a\u2028b\u2029c\u0085d\te\nf\rg')
    const folder = await scratch()
    const path = join(folder, 'enishi-20260101T000000Z.jsonl.gz')
    const connection = { connectionString: inject('databaseUrl') }
    await writeBackup(connection, path, new Date())
    const before = await countIn(inject('databaseUrl'), workspace.id)
    const change = changeIn(workspace)
    await workspace.run((tx) => erasePerson(tx, akane, AKANE.displayName ?? '', change))
    await keepTombstones(workspace.door, workspace.id, folder)

    const url = await emptyDatabase()
    if (!(await mayRestore(url))) return expectRefusal(url, path)
    expect(await restoreBackup({ connectionString: url }, path)).toBeGreaterThan(50)
    expect(await countIn(url, workspace.id)).toEqual(before)
    const door = closeAfterFile(openDoor({ connectionString: url }))
    const people = () =>
      door.inWorkspace(workspace.id, (tx) =>
        sql<{ id: string }>`select id from person where merged_into is null order by id`.execute(
          tx,
        ),
      )
    expect((await people()).rows.map(({ id }) => id)).toContain(akane)
    const chance = { now: () => new Date(), random: randomBytes }
    expect(await replayKept(door, folder, chance)).toBe(1)
    expect((await people()).rows.map(({ id }) => id)).toEqual([bystander])
    // A second restore would lie over what is there.
    const twice = restoreBackup({ connectionString: url }, path)
    await expect(twice).rejects.toMatchObject({ code: 'conflict' })
  })

  it('knows its secret again, and brings back the files of imports that were not done', {
    timeout: 120_000,
  }, async () => {
    const { workspace } = await makePrivacyWorld()
    const [from, to] = [await scratch(), await scratch()]
    const path = join(from, 'backups', 'enishi-20260101T000000Z.jsonl.gz')
    await mkdir(join(from, 'backups'))
    async function* bytes(text: string) {
      yield Buffer.from(text)
    }
    const upload = (text: string) => saveUpload(from, workspace.id, bytes(text), newId())
    const [unread, lost, idle] = [await upload('a'), await upload('b'), await upload('c')]
    await workspace.run((tx) =>
      sql`insert into import (workspace_id, id, channel_id, format, file_name, fingerprint, state)
        select workspace_id, u.id, channel.id, 'people-csv', u.name, u.fingerprint, 'running'
        from (select * from channel where workspace_id = ${workspace.id} limit 1) channel, unnest(${[newId(), newId()]}::uuid[], ${['a.csv', 'b.csv']}::text[],
          ${[unread.id, lost.id]}::text[]) as u(id, name, fingerprint)`.execute(tx),
    )
    await keepUploads(workspace.door, from, path)
    const secret = 's'.repeat(40)
    const connection = { connectionString: inject('databaseUrl') }
    await writeBackup(connection, path, new Date(), secret)
    expect(await readdir(join(uploadsBeside(path), 'uploads', workspace.id))).toEqual(
      [unread.id, lost.id].sort(),
    )
    expect(idle.id).not.toBe(unread.id)
    expect((await readBackupHead(path)).secretMark).toBe(secretMark(secret))
    await rm(join(uploadsBeside(path), 'uploads', workspace.id, lost.id))

    const url = await emptyDatabase()
    if (!(await mayRestore(url))) return expectRefusal(url, path)
    await restoreBackup({ connectionString: url }, path)
    const door = closeAfterFile(openDoor({ connectionString: url }))
    const missing = await returnUploads(door, to, path)
    expect(missing.filter((one) => one.workspaceId === workspace.id)).toMatchObject([
      { fileName: 'b.csv', uploadId: lost.id },
    ])
    expect(await readdir(join(to, 'uploads', workspace.id))).toEqual([unread.id])
    const sealed = await countSealed({ connectionString: url })
    expect(Object.values(sealed).every((count) => count > 0)).toBe(true)

    const keyFile = join(from, 'secret.key')
    await writeFile(keyFile, `${secret}\n`)
    const place = (mark: string, settings: { data: string; secretKey?: string } = { data: to }) =>
      placeSecretKey(settings, keyFile, mark)
    expect(() => place(secretMark('another'))).toThrow(/not the key file/)
    expect(() => place(secretMark(secret), { data: to, secretKey: 'x' })).toThrow(/another key/)
    place(secretMark(secret))
    expect(await readFile(join(to, 'secret.key'), 'utf8')).toBe(secret)
  })

  it('is no file that was cut off, and nothing of it stays', async () => {
    const folder = await scratch()
    const path = join(folder, 'x.jsonl.gz')
    await writeFile(path, 'not gzip')
    const url = await emptyDatabase()
    if (!(await mayRestore(url))) return expectRefusal(url, path)
    const cut = restoreBackup({ connectionString: url }, path)
    await expect(cut).rejects.toMatchObject({ code: 'bad-input' })
  })
})

describe('daily backups', () => {
  // Each holds what all tests of the run have left.
  it('are made once the newest is a day old, so many are kept, and none where they are off', {
    timeout: 120_000,
  }, async () => {
    const { workspace } = await makePrivacyWorld()
    const dataFolder = await scratch()
    const connection = { connectionString: inject('databaseUrl') }
    let now = new Date(Date.now() + 2 * 24 * 3_600_000)
    const chance = { now: () => now, random: randomBytes }
    const parts = {
      door: workspace.door,
      connection,
      dataFolder,
      kept: 2,
      chance,
      log: () => undefined,
    }
    expect(await backUpIfDue({ ...parts, kept: 0 })).toBeUndefined()
    for (let day = 0; day < 3; day++) {
      const made = await backUpIfDue(parts)
      expect(made).toBeDefined()
      await utimes(made ?? '', now, now)
      expect(await backUpIfDue(parts)).toBeUndefined()
      now = new Date(now.getTime() + 24 * 3_600_000)
    }
    const names = await readdir(join(dataFolder, 'backups'))
    expect(names.filter((name) => name.endsWith('.gz'))).toHaveLength(2)
  })
})

/** Rows of a workspace by table. */
async function countIn(url: string, workspaceId: string): Promise<Record<string, number>> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(`select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'enishi'::regnamespace and c.relkind = 'r'
      and c.relname not in ('event', 'event_parked', 'job') order by 1`)
  const counts: Record<string, number> = {}
  for (const { name } of rows) {
    const found = await client.query(
      `select count(*)::integer as n, md5(string_agg(t::text, '|' order by t::text)) as sum
       from enishi.${name} t where workspace_id = $1`,
      [workspaceId],
    )
    counts[name] = found.rows[0].n
    if (!['webhook', 'webhook_delivery', 'import'].includes(name))
      counts[`${name} sum`] = found.rows[0].sum
  }
  await client.end()
  return counts
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { EnishiError, type TombstoneKind } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { holdPeople } from '../merges/hold-people.ts'
import { eraseWhom } from './erase-person.ts'
import { tombstoneHash } from './tombstone-keys.ts'
import { findTombstoneKey } from './tombstones.ts'
import { findWhom } from './whom.ts'

/** Who was erased, as it outlives a backup: ids and keyed hashes, no clear text. Keep it as a secret. */
export interface TombstoneFile {
  format: 'enishi-tombstones'
  version: 1
  /** Null while nobody was erased. */
  key: string | null
  personIds: string[]
  tombstones: { hash: string; kind: TombstoneKind; erasureId: string }[]
}

export async function readTombstones(tx: Transaction, workspaceId: string): Promise<TombstoneFile> {
  const { rows } = await sql<TombstoneFile['tombstones'][number]>`
    select encode(hash, 'hex') as hash, kind, erasure_id as "erasureId" from erasure_tombstone
    order by hash`.execute(tx)
  const erasures = await tx.selectFrom('erasure').select('person_ids').orderBy('id').execute()
  const key = await findTombstoneKey(tx, workspaceId)
  return {
    ...{ format: 'enishi-tombstones', version: 1, key: key?.toString('hex') ?? null },
    ...{ personIds: erasures.flatMap((one) => one.person_ids), tombstones: rows },
  }
}

/** What is in a file of tombstones. Throws `bad-input` for anything else. */
export function parseTombstones(text: string): TombstoneFile {
  try {
    const file = JSON.parse(text) as TombstoneFile
    if (file.format === 'enishi-tombstones' && file.version === 1) return file
  } catch (cause) {
    throw notTombstones(cause)
  }
  throw notTombstones()
}

/**
 * Tells a restored database whom it has to forget: writes the tombstones and erases everybody who is
 * there again, by their id or by what they are known by. Done twice, the second finds nobody. Answers
 * how many were erased. Throws `conflict` where the database has tombstones under another key.
 */
export async function replayTombstones(
  tx: Transaction,
  file: TombstoneFile,
  change: ChangeInWorkspace,
): Promise<{ tombstones: number; erased: number }> {
  const { workspaceId } = change
  await holdPeople(tx)
  if (file.key === null) return { tombstones: 0, erased: 0 }
  const key = Buffer.from(file.key, 'hex')
  await adoptKey(tx, workspaceId, key)
  const rows = file.tombstones.map(({ hash, kind, erasureId }) => ({
    ...{ hash: Buffer.from(hash, 'hex'), kind, erasure_id: erasureId },
  }))
  const columns = { hash: 'bytes', kind: 'text', erasure_id: 'uuid' } as const
  const after = sql`on conflict do nothing`
  await insertRows(tx, 'erasure_tombstone', workspaceId, columns, rows, after)
  let erased = 0
  for (const personId of await peopleToErase(tx, file, key)) {
    await eraseWhom(tx, await findWhom(tx, personId), change, 'replayed')
    erased += 1
  }
  return { tombstones: rows.length, erased }
}

async function adoptKey(tx: Transaction, workspaceId: string, key: Buffer): Promise<void> {
  const own = await findTombstoneKey(tx, workspaceId)
  if (own?.equals(key)) return
  const { rows } = await sql`select 1 from erasure_tombstone limit 1`.execute(tx)
  if (rows.length > 0) throw otherKey()
  await sql`
    insert into privacy_setting (workspace_id, tombstone_key) values (${workspaceId}, ${key})
    on conflict (workspace_id) do update set tombstone_key = excluded.tombstone_key`.execute(tx)
}

/** Roots who are there again. All people are walked, as hashes are no way to look anybody up. */
async function peopleToErase(
  tx: Transaction,
  { personIds, tombstones }: TombstoneFile,
  key: Buffer,
): Promise<string[]> {
  const gone = new Set(personIds)
  const hashes = new Set(tombstones.map(({ hash }) => hash))
  const roots = await tx
    .selectFrom('person')
    .select('id')
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute()
  const found: string[] = []
  for (const { id } of roots) {
    const { people, marks } = await findWhom(tx, id)
    const isKnown = () => marks.some((one) => hashes.has(tombstoneHash(key, one).toString('hex')))
    if (people.some((one) => gone.has(one)) || isKnown()) found.push(id)
  }
  return found
}

function notTombstones(cause?: unknown): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'This is no file of tombstones. `enishi privacy tombstones --out FILE` writes one.',
      ja: '消去記録のファイルではありません。`enishi privacy tombstones --out FILE` で書き出したものを指定してください。',
    },
    {},
    cause,
  )
}

function otherKey(): EnishiError {
  return new EnishiError('conflict', {
    en: 'This workspace has tombstones under another key: the file is of another workspace.',
    ja: 'このワークスペースの消去記録とは鍵が異なります。別のワークスペースのファイルです。',
  })
}

import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  dropIdleUploads,
  keepUploads,
  returnUploads,
  type UnreadUpload,
  unreadUploads,
} from '#listen/index.ts'
import { workspaceIds } from '#store/accounts.ts'
import { backupName, uploadsBeside, writeBackup } from '#store/backup.ts'
import type { Door } from '#store/door.ts'
import { countSealed, readBackupHead, restoreBackup } from '#store/restore.ts'
import { secretMark } from '#store/seal.ts'
import { findSecretKey, placeSecretKey } from '#store/secret-key.ts'
import { keepTombstones, replayKept } from '#understand/index.ts'
import type { Words } from '#vocabulary/index.ts'
import { badUsage, type Command, DATA_OPTIONS, readArguments, type Settings } from './command.ts'
import { withDatabase } from './with-database.ts'

const usage = 'backup [--out FILE] [--data DIR]'
const restoreUsage = 'restore FILE [--secret-key FILE] [--data DIR]'

/** Writes the whole database to a file, also while the server runs. */
export const backupCommand: Command = {
  name: 'backup',
  usage,
  summary: {
    en: 'Write the whole database to a file; the server makes one a day by itself',
    ja: 'データベース全体をファイルに書き出す(サーバーも1日1回自動で作る)',
  },
  async run(args, surroundings) {
    const { values } = readArguments(args, OPTIONS, { usage })
    const settings = surroundings.settings(values)
    const at = surroundings.chance.now()
    const path = values.out ?? join(settings.data, 'backups', backupName(at))
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const secret = findSecretKey(settings)
    const uploads = await withDatabase(settings, async ({ door, connection }) => {
      for (const id of await workspaceIds(door)) await keepTombstones(door, id, dirname(path))
      await keepUploads(door, settings.data, path)
      await writeBackup(connection, path, at, secret)
      return keepUploads(door, settings.data, path)
    })
    const files = uploads === 0 ? {} : { files: uploadsBeside(path), uploads }
    surroundings.out(JSON.stringify({ backup: path, ...files }))
    surroundings.err(NOT_IN_IT[surroundings.language])
    return 0
  },
}

/** Puts a backup into a new data folder, and erases again whom the tombstones beside it name. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: restoreUsage,
  summary: {
    en: 'Put a backup into a new data folder; whoever was erased since is erased again',
    ja: 'バックアップを新しいデータフォルダーに復元し、その後に消去された人物を再び消去する',
  },
  async run(args, surroundings) {
    const { values, positionals } = readArguments(args, RESTORE_OPTIONS, { usage: restoreUsage })
    const [path] = positionals
    if (path === undefined) throw badUsage('which file?', { usage: restoreUsage })
    const settings = surroundings.settings(values)
    const { secretMark: mark } = await readBackupHead(path)
    const keyFile = values['secret-key']
    if (keyFile !== undefined) placeSecretKey(settings, keyFile, mark)
    const done = await withDatabase(settings, async ({ door, connection }) => {
      const rows = await restoreBackup(connection, path)
      const erasedAgain = await replayKept(door, dirname(path), surroundings.chance)
      const uploads = await bringBackUploads(door, settings, path, erasedAgain)
      const secret = findSecretKey(settings)
      const isKnown = secret !== undefined && (mark === undefined || secretMark(secret) === mark)
      const sealed = isKnown ? {} : await countSealed(connection)
      return { rows, erasedAgain, missing: { secretKey: !isKnown, sealed, uploads } }
    })
    surroundings.out(JSON.stringify(done))
    for (const words of missingWords(done.missing)) surroundings.err(words[surroundings.language])
    return 0
  },
}

/** After an erasure no file stays that may hold whoever was erased, as after one on the page. */
async function bringBackUploads(
  door: Door,
  { data }: Settings,
  path: string,
  erasedAgain: number,
): Promise<UnreadUpload[]> {
  const missing = await returnUploads(door, data, path)
  if (erasedAgain === 0) return missing
  for (const id of await workspaceIds(door)) await dropIdleUploads(door, data, id)
  return unreadUploads(door)
}

interface Missing {
  secretKey: boolean
  sealed: Record<string, number>
  uploads: readonly UnreadUpload[]
}

function missingWords({ secretKey, sealed, uploads }: Missing): Words[] {
  const keys = Object.values(sealed).reduce((sum, count) => sum + count, 0)
  const names = uploads.map(({ fileName }) => fileName)
  const places = Object.keys(sealed).join(', ')
  const entered =
    keys === 0
      ? { en: '', ja: '' }
      : {
          en: `, and ${keys} keys of other systems (${places}) have to be entered anew`,
          ja: `と、外部システムの鍵 ${keys}件（${places}）の再入力`,
        }
  const words: Words[] = []
  if (secretKey) {
    words.push({
      en: `The key of the server that made this backup is not here. Everybody signs in again${entered.en}. To keep it, restore into a new folder with --secret-key and its secret.key, or set ENISHI_SECRET_KEY.`,
      ja: `バックアップを作ったサーバーの鍵がありません。全員の再サインイン${entered.ja}が必要です。引き継ぐには、そのサーバーの secret.key を --secret-key で指定して新しいフォルダーに復元するか、ENISHI_SECRET_KEY を設定してください。`,
    })
  }
  if (names.length > 0) {
    words.push({
      en: `Imports that stopped midway need their files again; hand them over and they go on: ${names.join(', ')}`,
      ja: `途中の取り込みに必要なファイルがありません。もう一度渡すと続きから取り込みます: ${names.join('、')}`,
    })
  }
  return words
}

const NOT_IN_IT: Words = {
  en: 'Not in it: the key (secret.key in the data folder, or ENISHI_SECRET_KEY), which opens the keys of other systems. Keep it in another place than the backup.',
  ja: 'バックアップに鍵は含まれません（データフォルダーの secret.key、または ENISHI_SECRET_KEY）。外部システムの鍵を開くものなので、バックアップとは別の場所に保管してください。',
}

const OPTIONS = { ...DATA_OPTIONS, out: { type: 'string' } } as const
const RESTORE_OPTIONS = { ...DATA_OPTIONS, 'secret-key': { type: 'string' } } as const

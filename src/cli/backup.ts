import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { workspaceIds } from '#store/accounts.ts'
import { backupName, writeBackup } from '#store/backup.ts'
import { restoreBackup } from '#store/restore.ts'
import { keepTombstones, replayKept } from '#understand/index.ts'
import { badUsage, type Command, DATA_OPTIONS, readArguments } from './command.ts'
import { withDatabase } from './with-database.ts'

const usage = 'backup [--out FILE] [--data DIR]'
const restoreUsage = 'restore FILE [--data DIR]'

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
    await withDatabase(settings, async ({ door, connection }) => {
      for (const id of await workspaceIds(door)) await keepTombstones(door, id, dirname(path))
      await writeBackup(connection, path, at)
    })
    surroundings.out(JSON.stringify({ backup: path }))
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
    const { values, positionals } = readArguments(args, DATA_OPTIONS, { usage: restoreUsage })
    const [path] = positionals
    if (path === undefined) throw badUsage('which file?', { usage: restoreUsage })
    const settings = surroundings.settings(values)
    const done = await withDatabase(settings, async ({ door, connection }) => {
      const rows = await restoreBackup(connection, path)
      return { rows, erasedAgain: await replayKept(door, dirname(path), surroundings.chance) }
    })
    surroundings.out(JSON.stringify(done))
    return 0
  },
}

const OPTIONS = { ...DATA_OPTIONS, out: { type: 'string' } } as const

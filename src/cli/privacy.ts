import { readFile, writeFile } from 'node:fs/promises'
import { findWorkspace } from '#store/accounts.ts'
import { parseTombstones, readTombstones, replayTombstones } from '#understand/index.ts'
import { badUsage, type Command, DATA_OPTIONS, readArguments, required } from './command.ts'
import { withDatabase } from './with-database.ts'

const usage = 'privacy tombstones --out FILE | privacy replay FILE [--workspace SLUG] [--data DIR]'

/** Carries erasures over the restore of a backup. */
export const privacyCommand: Command = {
  name: 'privacy',
  usage,
  summary: {
    en: 'Write down who was erased, and erase them again after a backup was restored',
    ja: '消去した人の記録を書き出し、バックアップの復元後にもう一度消去する',
  },
  async run(args, surroundings) {
    const { values, positionals } = readArguments(args, OPTIONS, { usage })
    const settings = surroundings.settings(values)
    const [verb, path] = positionals
    if (verb === 'tombstones') {
      const out = required(values.out, 'out', { usage })
      const file = await withDatabase(settings, async ({ door }) => {
        const { id } = await findWorkspace(door, settings.workspace)
        return door.inWorkspace(id, (tx) => readTombstones(tx, id), 'background')
      })
      await writeFile(out, `${JSON.stringify(file)}\n`, { mode: 0o600 })
      surroundings.out(JSON.stringify({ tombstones: file.tombstones.length }))
      return 0
    }
    if (verb !== 'replay' || path === undefined) throw badUsage('tombstones or replay?', { usage })
    const file = parseTombstones(await readFile(path, 'utf8'))
    const done = await withDatabase(settings, async ({ door }) => {
      const { id: workspaceId } = await findWorkspace(door, settings.workspace)
      const { now, random } = surroundings.chance
      const change = { workspaceId, authorId: null, now: now(), random }
      return door.inWorkspace(workspaceId, (tx) => replayTombstones(tx, file, change), 'background')
    })
    surroundings.out(JSON.stringify(done))
    return 0
  },
}

const OPTIONS = { ...DATA_OPTIONS, out: { type: 'string' } } as const

import { findWorkspace } from '#store/accounts.ts'
import { createApiKey } from '#store/api-keys.ts'
import { SCOPES } from '#vocabulary/index.ts'
import { badUsage, type Command, DATA_OPTIONS, oneOf, readArguments, required } from './command.ts'
import { withDatabase } from './with-database.ts'

const usage = 'key create --name N --scope read|write|admin [--workspace SLUG] [--data DIR]'

/** Makes an API key and prints it, alone, on standard output; it is not shown again. */
export const keyCommand: Command = {
  name: 'key',
  usage,
  summary: { en: 'Make an API key', ja: 'API キーを作る' },
  async run(args, surroundings) {
    const { values, positionals } = readArguments(args, OPTIONS, { usage })
    if (positionals.join(' ') !== 'create') throw badUsage('create is missing', { usage })
    const name = required(values.name, 'name', { usage }).trim()
    const scope = oneOf(values.scope ?? '', SCOPES, 'scope', { usage })
    const settings = surroundings.settings(values)
    const { key } = await withDatabase(settings, async ({ door }) => {
      const workspace = await findWorkspace(door, settings.workspace)
      const wanted = { workspaceId: workspace.id, name, scope, userId: null }
      return createApiKey(door, surroundings.chance, wanted)
    })
    surroundings.out(key)
    return 0
  },
}

const OPTIONS = {
  ...DATA_OPTIONS,
  name: { type: 'string' },
  scope: { type: 'string' },
} as const

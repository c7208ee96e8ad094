import { addMember, findWorkspace } from '#store/accounts.ts'
import { INTERFACE_LANGUAGES, ROLES } from '#vocabulary/index.ts'
import {
  badUsage,
  type Command,
  DATA_OPTIONS,
  oneOf,
  readArguments,
  readPassword,
  required,
} from './command.ts'
import { withDatabase } from './with-database.ts'

const usage =
  'member add --email E --name N --role owner|manager|member|viewer [--lang ja|en] [--workspace SLUG] [--data DIR] < PASSWORD'

/** Lets a colleague sign in. */
export const memberCommand: Command = {
  name: 'member',
  usage,
  summary: {
    en: 'Add a member (password on standard input)',
    ja: 'メンバーを追加する（パスワードは標準入力）',
  },
  async run(args, surroundings) {
    const { values, positionals } = readArguments(args, OPTIONS, { usage })
    if (positionals.join(' ') !== 'add') throw badUsage('add is missing', { usage })
    const person = {
      email: required(values.email, 'email', { usage }),
      name: required(values.name, 'name', { usage }).trim(),
      role: oneOf(values.role ?? '', ROLES, 'role', { usage }),
      language: oneOf(values.lang ?? 'ja', INTERFACE_LANGUAGES, 'lang', { usage }),
    }
    const settings = surroundings.settings(values)
    const password = await readPassword(surroundings)
    const { userId } = await withDatabase(settings, async ({ door }) => {
      const workspace = await findWorkspace(door, settings.workspace)
      return addMember(door, surroundings.chance, workspace.id, { ...person, password })
    })
    surroundings.out(JSON.stringify({ userId }))
    return 0
  },
}

const OPTIONS = {
  ...DATA_OPTIONS,
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  lang: { type: 'string' },
} as const

import { openWorkspace } from '#store/accounts.ts'
import { INTERFACE_LANGUAGES } from '#vocabulary/index.ts'
import { type Command, oneOf, readArguments, readPassword, required } from './command.ts'
import { withDatabase } from './with-database.ts'

const usage =
  'init --workspace NAME --email E --name N [--lang ja|en] [--time-zone TZ] [--another] [--data DIR] < PASSWORD'

/** Makes a workspace and its owner without a browser. */
export const initCommand: Command = {
  name: 'init',
  usage,
  summary: {
    en: 'Make the first workspace and its owner (password on standard input)',
    ja: '最初のワークスペースと所有者を作る（パスワードは標準入力）',
  },
  async run(args, surroundings) {
    const { values } = readArguments(args, OPTIONS, { usage })
    const language = oneOf(values.lang ?? 'ja', INTERFACE_LANGUAGES, 'lang', { usage })
    const wanted = {
      name: required(values.workspace, 'workspace', { usage }).trim(),
      language,
      timeZone: values['time-zone'] ?? usualTimeZone(language),
      isAnother: values.another ?? false,
    }
    const email = required(values.email, 'email', { usage })
    const name = required(values.name, 'name', { usage }).trim()
    const settings = surroundings.settings({ data: values.data })
    const password = await readPassword(surroundings)
    const owner = { name, email, password, language }
    const { workspaceId, slug } = await withDatabase(settings, ({ door }) =>
      openWorkspace(door, surroundings.chance, { ...wanted, owner }),
    )
    surroundings.out(JSON.stringify({ workspaceId, slug }))
    return 0
  },
}

const OPTIONS = {
  workspace: { type: 'string' },
  email: { type: 'string' },
  name: { type: 'string' },
  lang: { type: 'string' },
  'time-zone': { type: 'string' },
  another: { type: 'boolean' },
  data: { type: 'string' },
} as const

/** Servers often run in UTC, wherever their people are. */
function usualTimeZone(language: 'ja' | 'en'): string {
  return language === 'ja' ? 'Asia/Tokyo' : Intl.DateTimeFormat().resolvedOptions().timeZone
}

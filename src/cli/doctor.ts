import { findWorkspace } from '#store/accounts.ts'
import type { Transaction } from '#store/door.ts'
import { checkDerived, rebuildDerived } from '#understand/index.ts'
import { type Command, DATA_OPTIONS, readArguments } from './command.ts'
import { withDatabase } from './with-database.ts'

const usage = 'doctor [--repair] [--workspace SLUG] [--data DIR]'

/** Compares roll-ups, summaries and journey stages with a rebuild from the log. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage,
  summary: {
    en: 'Compare all derived figures with a rebuild from the log; --repair puts them right',
    ja: '集計値をログからの再計算と比べる。--repair で正す',
  },
  async run(args, surroundings) {
    const { values } = readArguments(args, OPTIONS, { usage })
    const settings = surroundings.settings(values)
    const differences = await withDatabase(settings, async ({ door }) => {
      const workspace = await findWorkspace(door, settings.workspace)
      const run = <T>(work: (tx: Transaction) => Promise<T>) =>
        door.inWorkspace(workspace.id, work, 'background')
      const found = await run(checkDerived)
      if (values.repair === true && found.length > 0) {
        await run((tx) => rebuildDerived(tx, workspace.id))
      }
      return found
    })
    surroundings.out(JSON.stringify({ differences, repaired: values.repair === true }))
    return differences.length === 0 || values.repair === true ? 0 : 1
  },
}

const OPTIONS = { ...DATA_OPTIONS, repair: { type: 'boolean' } } as const

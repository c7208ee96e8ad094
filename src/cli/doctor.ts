import { findWorkspace } from '#store/accounts.ts'
import { verifyAudit } from '#store/audit-chain.ts'
import type { Transaction } from '#store/door.ts'
import { checkDerived, rebuildDerived } from '#understand/index.ts'
import { type Command, DATA_OPTIONS, readArguments } from './command.ts'
import { withDatabase } from './with-database.ts'

const usage = 'doctor [--repair] [--workspace SLUG] [--data DIR]'

/** Compares roll-ups, summaries and journey stages with a rebuild from the log; verifies the audit chain. */
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
    const { differences, audit } = await withDatabase(settings, async ({ door }) => {
      const workspace = await findWorkspace(door, settings.workspace)
      const run = <T>(work: (tx: Transaction) => Promise<T>) =>
        door.inWorkspace(workspace.id, work, 'background')
      const found = await run(checkDerived)
      if (values.repair === true && found.length > 0) {
        await run((tx) => rebuildDerived(tx, workspace.id))
      }
      return { differences: found, audit: await run(verifyAudit) }
    })
    surroundings.out(JSON.stringify({ differences, repaired: values.repair === true, audit }))
    // A broken chain cannot be repaired: that is what it is for.
    const isInOrder = differences.length === 0 || values.repair === true
    return isInOrder && audit.brokenAt === null ? 0 : 1
  },
}

const OPTIONS = { ...DATA_OPTIONS, repair: { type: 'boolean' } } as const

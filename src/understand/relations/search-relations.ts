import { sql } from 'kysely'
import type { Door, Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { applyRule } from './apply-rules.ts'
import { findProposals } from './find-proposals.ts'
import { activeRules } from './rules.ts'

/** What a search changed. */
export interface SearchedRelations {
  begun: number
  ended: number
  proposed: number
}

const DUE_HOURS = 20

/**
 * Applies all rules and looks for proposals, each in a transaction of its own; two at once take
 * turns. Records `relations.searched` where something changed.
 */
export async function searchRelations(
  door: Door,
  change: ChangeInWorkspace,
): Promise<SearchedRelations> {
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    door.inWorkspace(
      change.workspaceId,
      async (tx) => {
        await takeTurn(tx, change.now)
        return work(tx)
      },
      'background',
    )
  const all: SearchedRelations = { begun: 0, ended: 0, proposed: 0 }
  for (const rule of await run(activeRules)) {
    const { begun, ended } = await run((tx) => applyRule(tx, rule, change))
    all.begun += begun
    all.ended += ended
  }
  all.proposed = await run((tx) => findProposals(tx, change))
  const detail = Object.entries(all).map(([what, n]) => `${what}=${n}`)
  const { authorId } = change
  if (all.begun + all.ended + all.proposed > 0) {
    await run((tx) =>
      writeEvent(tx, OWN_WORKSPACE, { name: 'relations.searched', detail, authorId }),
    )
  }
  return all
}

/** Whether the last search was begun more than twenty hours ago, in a workspace that has people. */
export async function isSearchDue(tx: Transaction, now: Date): Promise<boolean> {
  const { rows } = await sql<{ isDue: boolean }>`
    select exists (select from person) and not exists (select from relation_search
      where searched_at > ${now}::timestamptz - make_interval(hours => ${sql.lit(DUE_HOURS)}))
      as "isDue"`.execute(tx)
  return rows[0]?.isDue ?? false
}

/** Notes the search, and holds its row until the end of the transaction. */
async function takeTurn(tx: Transaction, now: Date): Promise<void> {
  await sql`
    insert into relation_search (workspace_id, searched_at) values (${OWN_WORKSPACE}, ${now})
    on conflict (workspace_id) do update set searched_at = excluded.searched_at`.execute(tx)
}

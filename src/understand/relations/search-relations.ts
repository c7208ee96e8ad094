import { sql } from 'kysely'
import type { Door, Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { RuleCondition } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { applyRule, type Rule } from './apply-rules.ts'
import { findProposals } from './find-proposals.ts'
import type { CardLook } from './rule-terms.ts'
import { activeRules } from './rules.ts'

/** What a search changed. */
export interface SearchedRelations {
  begun: number
  ended: number
  proposed: number
}

const DUE_HOURS = 20

type Run = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

/**
 * Applies all rules and looks for proposals, each in a transaction of its own; two at once take
 * turns. Records `relations.searched` where something changed.
 */
export async function searchRelations(
  door: Door,
  change: ChangeInWorkspace,
  cards: CardLook,
): Promise<SearchedRelations> {
  const run = inTurn(door, change)
  const rules = await run(activeRules)
  const all = { ...(await applyAll(run, { rules, touched: rules }, change, cards)), proposed: 0 }
  all.proposed = await run((tx) => findProposals(tx, change))
  await tellSearched(run, all, change)
  return all
}

/**
 * Applies the rules of these conditions, after what they look at has changed, as `searchRelations`
 * does; it stays due for the daily one. Answers how many relations began and ended.
 */
export async function applyRulesAbout(
  door: Door,
  conditions: ReadonlySet<RuleCondition>,
  change: ChangeInWorkspace,
  cards: CardLook,
): Promise<{ begun: number; ended: number }> {
  const isTouched = (rule: Rule) =>
    rule.conditions.some(({ condition }) => conditions.has(condition))
  // Most workspaces have no such rule, and then nobody waits for a turn.
  const rules = await door.inWorkspace(change.workspaceId, activeRules, 'background')
  const touched = rules.filter(isTouched)
  if (touched.length === 0) return { begun: 0, ended: 0 }
  const run: Run = (work) =>
    door.inWorkspace(
      change.workspaceId,
      async (tx) => {
        await waitTurn(tx)
        return work(tx)
      },
      'background',
    )
  const all = await applyAll(run, { rules, touched }, change, cards)
  await tellSearched(run, all, change)
  return all
}

/** What one rule ended another of the same kind may still find: those are applied once more. */
async function applyAll(
  run: Run,
  { rules, touched }: { rules: readonly Rule[]; touched: readonly Rule[] },
  change: ChangeInWorkspace,
  cards: CardLook,
): Promise<{ begun: number; ended: number }> {
  const all = { begun: 0, ended: 0 }
  const endedBy: Rule[] = []
  const apply = async (id: string) => {
    const { begun, ended } = await run(async (tx) => {
      // As it stands now: it may have been switched off meanwhile.
      const rule = (await activeRules(tx)).find((one) => one.id === id)
      return rule === undefined ? { begun: 0, ended: 0 } : applyRule(tx, rule, change, cards)
    })
    all.begun += begun
    all.ended += ended
    return ended
  }
  for (const rule of touched) if ((await apply(rule.id)) > 0) endedBy.push(rule)
  const again = rules.filter(({ id, kind }) =>
    endedBy.some((other) => other.kind === kind && other.id !== id),
  )
  for (const { id } of again) await apply(id)
  return all
}

function inTurn(door: Door, { workspaceId, now }: ChangeInWorkspace): Run {
  return (work) =>
    door.inWorkspace(
      workspaceId,
      async (tx) => {
        await takeTurn(tx, now)
        return work(tx)
      },
      'background',
    )
}

async function tellSearched(
  run: Run,
  changed: Record<string, number>,
  { authorId }: ChangeInWorkspace,
): Promise<void> {
  if (Object.values(changed).every((count) => count === 0)) return
  const detail = Object.entries(changed).map(([what, n]) => `${what}=${n}`)
  await run((tx) => writeEvent(tx, OWN_WORKSPACE, { name: 'relations.searched', detail, authorId }))
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

/** Holds the row of the search until the end of the transaction, where there was one. */
async function waitTurn(tx: Transaction): Promise<void> {
  await sql`select from relation_search for update`.execute(tx)
}

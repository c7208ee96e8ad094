import { sql } from 'kysely'
import type { Chance } from '#store/accounts.ts'
import type { Door, Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import { EnishiError } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { noteLinks } from '../links-back/note-links.ts'
import { mergePeople } from '../merges/index.ts'
import { notePictures } from '../pictures/note-pictures.ts'
import { findMerged } from '../root-of-people.ts'
import {
  type Behaviours,
  doContradict,
  type Judge,
  type JudgedPair,
  judgeAccount,
} from './judge-accounts.ts'
import { type KnownAccount, loadAccounts, loadBehaviour } from './load-records.ts'
import { countedKeysOf, createJudge, type PeopleCount } from './local-judge.ts'
import { accountsSharing, keysOfAccount, leadsSomewhere, writeKeys } from './match-keys.ts'
import { letGo, recordCandidates } from './record-candidates.ts'

/** What came of comparing some accounts. */
export interface Compared {
  accounts: number
  merged: number
  /** Pairs that are newly worth a look. */
  found: number
}

/** So many accounts are compared at once: a few milliseconds each, and nobody waits long. */
const ACCOUNTS_AT_ONCE = 20

/**
 * Compares the accounts that have waited longest with all others that share a key: joins those of
 * whom the evidence is overwhelming, and puts the rest that is worth a look into the review queue.
 * What was interrupted is done again. Answers undefined when nobody waits.
 */
export async function matchDue(
  door: Door,
  workspaceId: string,
  chance: Chance,
  countPeople: PeopleCount,
): Promise<Compared | undefined> {
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    door.inWorkspace(workspaceId, work, 'background')
  const due = await run(readDue)
  if (due.length === 0) return undefined
  const change = { workspaceId, authorId: null, now: chance.now(), random: chance.random }
  const compared = await matchAccounts(
    run,
    due.map(({ id }) => id),
    change,
    countPeople,
  )
  await run((tx) => clearDue(tx, due))
  return compared
}

interface Due {
  id: string
  /** To the microsecond, which a Date would lose. */
  notedAt: string
}

async function readDue(tx: Transaction): Promise<Due[]> {
  return tx
    .selectFrom('match_due')
    .select(['handle_id as id', sql<string>`noted_at::text`.as('notedAt')])
    .orderBy('handle_id')
    .limit(ACCOUNTS_AT_ONCE)
    .execute()
}

/**
 * What was noted again meanwhile waits on. Rows are locked in the order of their ids, in which they are
 * noted, too: whoever notes and whoever clears wait for each other in turn only.
 */
async function clearDue(tx: Transaction, due: readonly Due[]): Promise<void> {
  const ids = due.map(({ id }) => id)
  await sql`
    with held as materialized (
      select d.handle_id as id, d.noted_at from match_due d
      where d.handle_id = any(${ids}::uuid[]) order by d.handle_id for update)
    delete from match_due d using held h, unnest(${ids}::uuid[],
      ${due.map(({ notedAt }) => notedAt)}::timestamptz[]) as k(id, noted_at)
    where d.handle_id = h.id and k.id = h.id and h.noted_at <= k.noted_at
  `.execute(tx)
}

type Run = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

/** Compares these accounts with all others; see {@link matchDue}. One transaction a step. */
export async function matchAccounts(
  run: Run,
  handleIds: readonly string[],
  change: ChangeInWorkspace,
  countPeople: PeopleCount,
): Promise<Compared> {
  const met = await run((tx) => meet(tx, handleIds, change, countPeople))
  const pairs = uniquePairs(
    met.accounts.flatMap((account) =>
      judgeAccount(account, met.nearOf(account), met.behaviours, met.judge),
    ),
  )
  let merged = 0
  const open = pairs.filter(({ judgement }) => judgement.verdict === 'review')
  for (const pair of pairs) {
    if (pair.judgement.verdict !== 'same') continue
    if (await run((tx) => mergePair(tx, pair, met.judge, change))) merged++
    else open.push(pair)
  }
  const found = await run(async (tx) => {
    const recorded = open.length === 0 ? 0 : await recordFound(tx, open, change)
    await letGo(tx, handleIds, change.now)
    return recorded
  })
  return { accounts: handleIds.length, merged, found }
}

interface Met {
  accounts: KnownAccount[]
  /** The accounts of those who are near a decision with it. */
  nearOf(account: KnownAccount): KnownAccount[]
  behaviours: Behaviours
  judge: Judge
}

/** Whom the accounts meet by their keys, with what is needed to judge. */
async function meet(
  tx: Transaction,
  handleIds: readonly string[],
  { workspaceId, now }: ChangeInWorkspace,
  countPeople: PeopleCount,
): Promise<Met> {
  await notePictures(tx, handleIds, now)
  await noteLinks(tx, handleIds, now)
  const own = await loadAccounts(tx, handleIds)
  const meetsOf = await whomTheyMeet(tx, workspaceId, own)
  const others = await loadAccounts(tx, [...new Set([...meetsOf.values()].flat())])
  const othersOf = ({ record }: KnownAccount) =>
    (meetsOf.get(record.id) ?? []).flatMap((id) => others.get(id) ?? [])
  const accounts = [...own.values()]
  const met = accounts.flatMap((account) =>
    othersOf(account).map((other) => [account.record, other.record] as const),
  )
  const { people, usual, languages } = await countPeople(tx, workspaceId, now)
  const judge = await createJudge(tx, met, people, languages)
  const unheard = { of: new Map(), usual }
  const judged = new Map(
    accounts.map((account) => [account, judgeAccount(account, othersOf(account), unheard, judge)]),
  )
  const near = [...judged.values()].flat().flatMap(({ accounts: pair }) => pair)
  const nearOf = (account: KnownAccount) => {
    const roots = new Set((judged.get(account) ?? []).map((pair) => pair.accounts[1].rootId))
    return othersOf(account).filter(({ rootId }) => roots.has(rootId))
  }
  const ids = [...new Set(near.map(({ record }) => record.id))]
  return { accounts, nearOf, judge, behaviours: { of: await loadBehaviour(tx, ids), usual } }
}

/** By account those that share a telling key with it; the keys of these accounts are written anew. */
async function whomTheyMeet(
  tx: Transaction,
  workspaceId: string,
  accounts: ReadonlyMap<string, KnownAccount>,
): Promise<Map<string, string[]>> {
  const keysOf = new Map([...accounts].map(([id, account]) => [id, keysOfAccount(account)]))
  const written = [...accounts].map(
    ([id, { record }]) => [id, [...(keysOf.get(id) ?? []), ...countedKeysOf(record)]] as const,
  )
  await writeKeys(tx, workspaceId, new Map(written))
  const sharing = await accountsSharing(tx, [...keysOf.values()].flat())
  return new Map(
    [...keysOf].map(([id, keys]) => {
      const met = keys.flatMap((key) => {
        const handles = sharing.get(key) ?? []
        return leadsSomewhere(handles) ? handles : []
      })
      return [id, [...new Set(met)].filter((other) => other !== id)]
    }),
  )
}

/** Each pair of people once, as judged from the side that spoke more for it. */
function uniquePairs(pairs: readonly JudgedPair[]): JudgedPair[] {
  const byPeople = new Map<string, JudgedPair>()
  for (const pair of pairs) {
    const name = pair.accounts
      .map(({ rootId }) => rootId)
      .sort()
      .join(' ')
    const known = byPeople.get(name)
    if (known === undefined || known.judgement.weight < pair.judgement.weight) {
      byPeople.set(name, pair)
    }
  }
  return [...byPeople.values()]
}

/** Joins two people unless some of their accounts contradict each other, or somebody said that they are two. */
async function mergePair(
  tx: Transaction,
  { accounts, judgement }: JudgedPair,
  judge: Judge,
  change: ChangeInWorkspace,
): Promise<boolean> {
  const [one, other] = accounts
  // An earlier pair of the same round may have joined one of them to somebody else.
  const originals = [one.personId, other.personId]
  const merged = await findMerged(tx, change.workspaceId, originals)
  const [root = '', otherRoot = ''] = originals.map((id) => merged.get(id) ?? id)
  const held = await accountsOf(tx, [root, otherRoot])
  const [ones, others] = [held.get(root) ?? [], held.get(otherRoot) ?? []]
  if (doContradict(ones, others, judge)) return false
  const [keep, merge] = ones.length >= others.length ? [root, otherRoot] : [otherRoot, root]
  const { probability, reasons } = judgement
  try {
    const evidence = { probability, reasons }
    await mergePeople(tx, { keep, merge, origin: 'automatic', evidence }, change)
    return true
  } catch (error) {
    // They are one already, or were said to be two: both are answers.
    if (error instanceof EnishiError && error.code === 'conflict') return false
    throw error
  }
}

const ACCOUNTS_OF_PERSON_MAX = 20

/** The accounts of these people, merges resolved. */
async function accountsOf(
  tx: Transaction,
  roots: readonly string[],
): Promise<Map<string, KnownAccount[]>> {
  const { rows } = await sql<{ root: string; handle: string }>`
    select k.id as root, o.handle_id as handle from unnest(${[...roots]}::uuid[]) as k(id)
    cross join lateral (select o.handle_id
      from (select k.id union all select m.id from person m where m.merged_into = k.id) p(id)
      cross join lateral (select h.handle_id from handle_ownership h
        where h.person_id = p.id and h.until is null offset 0) o
      order by o.handle_id limit ${ACCOUNTS_OF_PERSON_MAX}) o
  `.execute(tx)
  const accounts = await loadAccounts(
    tx,
    rows.map(({ handle }) => handle),
  )
  const accountsOfRoot = (id: string) =>
    rows.flatMap(({ root, handle }) => (root === id ? (accounts.get(handle) ?? []) : []))
  return new Map(roots.map((root) => [root, accountsOfRoot(root)]))
}

async function recordFound(
  tx: Transaction,
  pairs: readonly JudgedPair[],
  change: ChangeInWorkspace,
): Promise<number> {
  const found = await recordCandidates(tx, pairs, change)
  if (found > 0) {
    await writeEvent(tx, change.workspaceId, {
      ...{ name: 'candidates.found', subjectId: change.workspaceId },
      detail: [`found=${found}`],
    })
  }
  return found
}

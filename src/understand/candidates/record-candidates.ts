import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { keptApartAmong, pairName } from '../merges/index.ts'
import { findMerged } from '../root-of-people.ts'
import type { JudgedPair } from './judge-accounts.ts'

/**
 * Writes down pairs worth a look; one that is known is judged anew and keeps what a member decided.
 * People of whom it was said that they are two are left out, and those who are one by now. Answers how many are open.
 */
export async function recordCandidates(
  tx: Transaction,
  pairs: readonly JudgedPair[],
  change: ChangeInWorkspace,
): Promise<number> {
  const people = pairs.flatMap(({ accounts }) => accounts.map(({ personId }) => personId))
  const merged = await findMerged(tx, change.workspaceId, people)
  const rootsOf = ({ accounts: [one, other] }: JudgedPair): [string, string] => [
    merged.get(one.personId) ?? one.personId,
    merged.get(other.personId) ?? other.personId,
  ]
  const apart = await keptApartAmong(tx, pairs.map(rootsOf))
  let open = 0
  for (const pair of pairs) {
    const roots = rootsOf(pair)
    if (roots[0] === roots[1] || apart.has(pairName(roots))) continue
    if (await recordOne(tx, pair, change)) open++
  }
  return open
}

async function recordOne(
  tx: Transaction,
  { accounts, judgement }: JudgedPair,
  { now, random }: ChangeInWorkspace,
): Promise<boolean> {
  const [first, second] = accounts.toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
  if (first === undefined || second === undefined) return false
  const { weight, probability, reasons } = judgement
  const value = await worthOf(tx, [first.rootId, second.rootId], probability)
  const { rows } = await sql<{ isNew: boolean }>`
    insert into match_candidate as c (workspace_id, id, first_id, second_id, first_handle_id,
      second_handle_id, weight, probability, reasons, value, found_at,
      judged_at)
    values (${OWN_WORKSPACE}, ${uuidV7(now.getTime(), random)}, ${first.personId}, ${second.personId},
      ${first.record.id}, ${second.record.id}, ${weight}, ${probability}, ${JSON.stringify(reasons)},
      ${value}, ${now}, ${now})
    on conflict (workspace_id, first_id, second_id) do update set weight = excluded.weight,
      first_handle_id = excluded.first_handle_id, second_handle_id = excluded.second_handle_id,
      probability = excluded.probability, reasons = excluded.reasons, value = excluded.value,
      judged_at = excluded.judged_at,
      -- A merge that was taken back keeps the two apart by itself; what is undecided comes again.
      state = case when c.state in ('gone', 'merged') then 'open' else c.state end
    returning (xmax = 0) as "isNew"
  `.execute(tx)
  return rows[0]?.isNew ?? false
}

/** Pairs of these accounts that were judged again and are no longer worth a look leave the queue. */
export async function letGo(
  tx: Transaction,
  handleIds: readonly string[],
  now: Date,
): Promise<void> {
  const ids = [...handleIds]
  await sql`
    update match_candidate set state = 'gone', judged_at = ${now}
    where state = 'open' and judged_at < ${now}
      and (first_handle_id = any(${ids}::uuid[]) or second_handle_id = any(${ids}::uuid[]))
  `.execute(tx)
}

/** How much more somebody is worth a look who has bought, or whom we know as a customer or the like. */
const KNOWN_VALUE = 2

/**
 * What looking at a pair is worth: how likely the two are one, times how much is known of them. Two
 * silent accounts can wait; a customer who speaks under another name cannot.
 */
async function worthOf(
  tx: Transaction,
  roots: readonly string[],
  probability: number,
): Promise<number> {
  const { rows } = await sql<{ activities: string; known: number }>`
    select coalesce(sum(s.activities), 0) as activities,
      count(*) filter (where exists (select 1 from relation r where r.person_id = k.id
        and r.until is null)
        or exists (select 1 from outcome o join activity a on a.id = o.activity_id
          join handle_ownership h on h.handle_id = a.handle_id and h.until is null
          where h.person_id = k.id))::integer as known
    from unnest(${[...roots]}::uuid[]) as k(id) left join root_summary s on s.person_id = k.id
  `.execute(tx)
  const { activities, known } = rows[0] ?? { activities: '0', known: 0 }
  return probability * (1 + Math.log1p(Number(activities)) + KNOWN_VALUE * known)
}

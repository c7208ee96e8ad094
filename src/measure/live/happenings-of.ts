import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { ORIGINALS } from '#understand/index.ts'
import type { Topic } from '#vocabulary/index.ts'
import { type Happening, happeningsOfMoves, type MoveRow } from '../nightly/happenings.ts'
import { type Accounts, accountsOf, readAccountsOf } from '../touches/people-of-handles.ts'
import { outcomeFinder } from '../touches/read-outcomes.ts'

/** A happening with whose it is, by id. */
export interface HappeningOf extends Happening {
  personId: string
}

/** Nobody has more outcomes than these. */
const OUTCOMES_MAX = 20_000

/** All moves and business outcomes of some people (roots), as a measurement reads them of everybody. */
export async function happeningsOf(
  tx: Transaction,
  people: readonly string[],
  topics: readonly Topic[],
): Promise<HappeningOf[]> {
  const wanted = [...new Set(people)]
  if (wanted.length === 0) return []
  const handles = await accountsOf(tx, wanted)
  const accounts = await readAccountsOf(tx, handles)
  const kinds = new Map(topics.map(({ id, kind }) => [id, kind]))
  const moves = (await readMovesOf(tx, wanted)).filter(({ topicId }) => kinds.has(topicId))
  const outcomes = await outcomesOf(tx, handles, accounts, topics)
  return [...happeningsOfMoves(moves, accounts, kinds), ...outcomes].map((one) => ({
    ...one,
    personId: accounts.people.idOf(one.person),
  }))
}

async function readMovesOf(tx: Transaction, people: readonly string[]): Promise<MoveRow[]> {
  const { rows } = await sql<MoveRow>`
    select m.person_id as "personId", wanted.id as "rootId", m.topic_id as "topicId",
      m.activity_id as "activityId", a.handle_id as "handleId", m.from_stage as "from",
      m.to_stage as "to", m.stance, m.at,
      a.parent_hash is not null and asked.person_id is distinct from wanted.id as "isAnswer"
    from unnest(${[...people]}::uuid[]) as wanted (id) ${ORIGINALS}
    cross join lateral (
      select * from journey_move m where m.person_id = original.original_id offset 0) m
    cross join lateral (
      select a.workspace_id, a.platform, a.handle_id, a.parent_hash from activity a
      where a.id = m.activity_id and a.deleted_at is null offset 0) a
    left join lateral (
      select s.activity_id from activity_source s where s.workspace_id = a.workspace_id
        and s.platform = a.platform and s.external_key_hash = a.parent_hash limit 1) s on true
    left join lateral (
      select hp.person_id from activity p join handle_person hp
        on hp.workspace_id = p.workspace_id and hp.handle_id = p.handle_id
      where p.workspace_id = a.workspace_id and p.id = s.activity_id limit 1) asked on true
    order by m.at, m.activity_id, m.topic_id`.execute(tx)
  return rows
}

async function outcomesOf(
  tx: Transaction,
  handles: readonly string[],
  accounts: Accounts,
  topics: readonly Topic[],
): Promise<Happening[]> {
  const find = outcomeFinder(topics)
  const rows = await find(tx, sql`a.handle_id = any(${[...handles]}::uuid[])`, OUTCOMES_MAX)
  return rows.flatMap(({ at, handleId, ...row }) => {
    const person = accounts.personOf(accounts.handles.find(handleId))
    return person < 0 ? [] : [{ ...row, handleId, person, atMs: at.getTime(), moves: [] }]
  })
}

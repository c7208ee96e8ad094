import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type PlanOutcome, STAGES } from '#vocabulary/index.ts'
import type { Accounts } from '../touches/people-of-handles.ts'

/** What is known of everybody in a plan's graph, by the number of the person. */
export interface PeopleOfPlan {
  /** Of each person, index into `communities`; -1 for none. */
  community: Int32Array
  communities: string[]
  /** Index into STAGES; -1 where nobody knows. */
  stage: Int32Array
  /** 1 for those who stand there already. */
  settled: Uint8Array
  multiplier: Float64Array
  outcomes: Float64Array
  credit: Float64Array
  /** Null where nobody's are known. */
  followers: Float64Array | null
}

export interface ReadingPeople {
  accounts: Accounts
  runId: string
  /** Of those who have no multiplier of their own. */
  multiplierOfOthers: number
  topicId: string | null
  outcome: PlanOutcome
}

/** Reads what a plan knows of everybody. */
export async function readPeopleOfPlan(
  tx: Transaction,
  reading: ReadingPeople,
): Promise<PeopleOfPlan> {
  const stage = await readStages(tx, reading)
  return {
    ...(await readCommunities(tx, reading.accounts)),
    ...(await readFigures(tx, reading)),
    stage,
    settled: await readSettled(tx, reading, stage),
    followers: await readFollowers(tx, reading.accounts),
  }
}

/** The person behind an account, -1 for none. */
function personOf(accounts: Accounts, handleId: string): number {
  return accounts.personOf(accounts.handles.find(handleId))
}

/** Communities as they were last found. */
async function readCommunities(tx: Transaction, accounts: Accounts) {
  const { rows } = await sql<{ handleId: string; communityId: string }>`
    select m.handle_id as "handleId", m.community_id as "communityId"
    from community c join community_member m on m.workspace_id = c.workspace_id
      and m.community_id = c.id
    where c.ended_at is null order by m.community_id, m.handle_id`.execute(tx)
  const community = new Int32Array(accounts.people.count).fill(-1)
  const numbers = new Map<string, number>()
  for (const { handleId, communityId } of rows) {
    const person = personOf(accounts, handleId)
    if (person < 0) continue
    const number = numbers.get(communityId) ?? numbers.size
    numbers.set(communityId, number)
    community[person] = number
  }
  return { community, communities: [...numbers.keys()] }
}

async function readStages(tx: Transaction, { accounts, topicId }: ReadingPeople) {
  const stage = new Int32Array(accounts.people.count).fill(-1)
  if (topicId === null) return stage
  const { rows } = await sql<{ root: string; stage: (typeof STAGES)[number] }>`
    select r.root_id as root, j.stage from journey_stage j
    join person_root r on r.workspace_id = j.workspace_id and r.person_id = j.person_id
    where j.topic_id = ${topicId} order by j.activity_id`.execute(tx)
  // Of merged people the one who was heard last tells.
  for (const row of rows) {
    const person = accounts.people.find(row.root)
    if (person >= 0) stage[person] = STAGES.indexOf(row.stage)
  }
  return stage
}

/** Who cannot be moved there: whoever stands at that stage for the topic, or has signed up already. */
async function readSettled(
  tx: Transaction,
  { accounts, outcome }: ReadingPeople,
  stage: Int32Array,
): Promise<Uint8Array> {
  const wanted = STAGES.findIndex((one) => `stage:${one}` === outcome)
  if (wanted >= 0) return Uint8Array.from(stage, (one) => (one === wanted ? 1 : 0))
  const settled = new Uint8Array(accounts.people.count)
  if (outcome !== 'sign-up') return settled
  const { rows } = await sql<{ handleId: string }>`
    select a.handle_id as "handleId" from outcome o
    join activity a on a.workspace_id = o.workspace_id and a.id = o.activity_id
    where o.type = 'sign-up' and a.deleted_at is null`.execute(tx)
  for (const { handleId } of rows) {
    const person = personOf(accounts, handleId)
    if (person >= 0) settled[person] = 1
  }
  return settled
}

async function readFigures(tx: Transaction, reading: ReadingPeople) {
  const { accounts, runId, outcome } = reading
  const people = accounts.people.count
  const multiplier = new Float64Array(people).fill(reading.multiplierOfOthers)
  const [outcomes, credit] = [new Float64Array(people), new Float64Array(people)]
  const pushes = await tx
    .selectFrom('influence_multiplier')
    .select(['handle_id', 'multiplier'])
    .where('run_id', '=', runId)
    .execute()
  for (const row of pushes) {
    const person = personOf(accounts, row.handle_id)
    if (person >= 0) multiplier[person] = row.multiplier
  }
  const figures = await tx
    .selectFrom('influence_figure')
    .select(['handle_id', 'credit', 'outcomes'])
    .where('run_id', '=', runId)
    .where('cut', '=', 'actor')
    .where('type', '=', outcome)
    .execute()
  for (const row of figures) {
    const person = row.handle_id === null ? -1 : personOf(accounts, row.handle_id)
    if (person < 0) continue
    credit[person] = row.credit
    outcomes[person] = row.outcomes
  }
  return { multiplier, outcomes, credit }
}

/** How many follow each person, as far as the log knows: accounts, of people other than themselves. */
async function readFollowers(tx: Transaction, accounts: Accounts): Promise<Float64Array | null> {
  const { rows } = await sql<{ handleId: string; followers: number }>`
    select to_handle_id as "handleId", count(distinct from_handle_id) as followers
    from tie where follows > 0 group by to_handle_id`.execute(tx)
  if (rows.length === 0) return null
  const followers = new Float64Array(accounts.people.count)
  for (const row of rows) {
    const person = personOf(accounts, row.handleId)
    if (person >= 0) followers[person] = (followers[person] as number) + Number(row.followers)
  }
  return followers
}

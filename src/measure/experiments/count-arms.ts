import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type InfluenceOutcome, uuidV7Floor } from '#vocabulary/index.ts'
import { type Among, outcomeTimes } from './outcome-times.ts'
import { type ShownHit, type Subject, type Tally, tallyArms } from './tally-arms.ts'

/** What is counted of an experiment. */
export interface Counted {
  id: string
  outcome: InfluenceOutcome
  topicId: string | null
  horizonDays: number
  startedAt: Date
}

/** The arms of an experiment by channel, as they stand. See `tallyArms` for what counts. */
export async function countArms(tx: Transaction, counted: Counted, now: Date): Promise<Tally> {
  const { subjects, hits } = await readArms(tx, counted)
  return tallyArms(subjects, hits, { horizonDays: counted.horizonDays, now })
}

/** Everybody who was assigned, and what happened to anybody since the experiment began. */
export async function readArms(
  tx: Transaction,
  { id, outcome, topicId, startedAt }: Counted,
): Promise<{ subjects: Subject[]; hits: ShownHit[] }> {
  const subjects = await readSubjects(tx, id)
  const since = uuidV7Floor(startedAt.getTime())
  const hits = subjects.length === 0 ? [] : await readHits(tx, { outcome, topicId, since })
  return { subjects, hits }
}

/** Assignments with whose the accounts are by now; looked up by lists of ids, for the reason below. */
async function readSubjects(tx: Transaction, experimentId: string): Promise<Subject[]> {
  const given = await tx
    .selectFrom('experiment_subject')
    .select(['handle_id as handleId', 'channel_id as channelId', 'arm'])
    .select(['assigned_at as assignedAt', 'engaged_at as engagedAt'])
    .where('experiment_id', '=', experimentId)
    .execute()
  const { rows: owners } = await sql<{ handleId: string; personId: string }>`
    select handle_id as "handleId", person_id as "personId" from handle_ownership
    where handle_id = any(${given.map(({ handleId }) => handleId)}::uuid[]) and until is null`.execute(
    tx,
  )
  const { rows: people } = await sql<{ id: string; root: string | null }>`
    select id, merged_into as root from person
    where id = any(${owners.map(({ personId }) => personId)}::uuid[])`.execute(tx)
  const rootOf = new Map(people.map(({ id, root }) => [id, root ?? id]))
  const ownerOf = new Map(owners.map(({ handleId, personId }) => [handleId, personId]))
  return given.flatMap((one) => {
    const rootId = rootOf.get(ownerOf.get(one.handleId) ?? '')
    return rootId === undefined ? [] : [{ ...one, rootId }]
  })
}

interface HitsWanted {
  outcome: InfluenceOutcome
  topicId: string | null
  since: string
  /** Without them: anybody. */
  among?: Among
}

/**
 * To whom an outcome happened, and when. They are matched with people here rather than in the database:
 * of a table that has just grown it knows too little to choose how.
 */
export async function readHits(
  tx: Transaction,
  { outcome, topicId, since, among }: HitsWanted,
): Promise<ShownHit[]> {
  const times = outcomeTimes(outcome, topicId, since, among)
  const { rows } = await sql<ShownHit>`
    select hit.root as "rootId", hit.at, hit.shown as "shownBy" from (${times}) hit`.execute(tx)
  return rows
}

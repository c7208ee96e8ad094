import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { InfluenceOutcome } from '#vocabulary/index.ts'
import { happeningsOf } from '../live/happenings-of.ts'
import { readTopicsListened } from '../touches/read-outcomes.ts'
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
  const roots = new Set(subjects.map(({ rootId }) => rootId))
  return { subjects, hits: await readHits(tx, { outcome, topicId, since: startedAt, roots }) }
}

/** Assignments with whose the accounts are by now; looked up by lists of ids, for the reason below. */
async function readSubjects(tx: Transaction, experimentId: string): Promise<Subject[]> {
  const given = await tx
    .selectFrom('experiment_subject')
    .select(['handle_id as handleId', 'channel_id as channelId', 'arm'])
    .select(['assigned_at as assignedAt', 'engaged_at as engagedAt'])
    .select('engaged_by as engagedBy')
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
  /** Null: whatever it is about. */
  topicId: string | null
  since: Date
  /** The people (roots) to whom it may have happened. */
  roots: Iterable<string>
}

/** People of whom is read in one go. */
const PEOPLE_AT_ONCE = 2_000

/**
 * To whom of some people an outcome happened, and when: exactly what a measurement of that topic counts
 * as this outcome, so that what is found here may stand beside its figures.
 */
export async function readHits(
  tx: Transaction,
  { outcome, topicId, since, roots }: HitsWanted,
): Promise<ShownHit[]> {
  const topics = await readTopicsListened(tx)
  const people = [...roots]
  const hits: ShownHit[] = []
  for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
    const some = people.slice(from, from + PEOPLE_AT_ONCE)
    for (const one of await happeningsOf(tx, some, topics)) {
      if (one.type !== outcome || one.atMs < since.getTime()) continue
      if (topicId !== null && !one.topicIds.includes(topicId)) continue
      hits.push({ rootId: one.personId, at: new Date(one.atMs), shownBy: one.activityId })
    }
  }
  return hits
}

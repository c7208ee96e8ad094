import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type Counted, readHits } from './count-arms.ts'
import { type PersonInArm, peopleInArms, type ShownHit, type Subject } from './tally-arms.ts'

/** Which people of an experiment, before what happened to them is looked up. */
export interface PeopleWanted {
  /** Null: wherever they were met first. */
  channelId: string | null
  /** Assigned at this instant or before; null: at any time. */
  until: Date | null
  /** Whether their outcomes may still come: whose time is over is asked for, or whose is not; null: both. */
  isWaiting: boolean | null
  isWanted: (one: PersonInArm) => boolean
}

/** Assignments that are looked at in one go; more where many were made at one instant. */
const AT_ONCE = 400
const DAY_MS = 86_400_000
/** Later than anybody was ever assigned. */
const LAST_MS = Date.UTC(9999, 0)

/**
 * People of an experiment with what happened to them, those assigned last first, read in portions as far
 * as they are asked for: each reads some hundred assignments, and outcomes of the people wanted alone.
 */
export async function* peopleOfArm(
  tx: Transaction,
  counted: Counted,
  { channelId, until, isWaiting, isWanted }: PeopleWanted,
  now: Date,
): AsyncGenerator<PersonInArm<ShownHit>> {
  // Somebody assigned at this instant or before has had their time.
  const overMs = now.getTime() - counted.horizonDays * DAY_MS
  const after = isWaiting === true ? new Date(overMs) : null
  const latestMs = Math.min(until?.getTime() ?? LAST_MS, isWaiting === false ? overMs : LAST_MS)
  let before = new Date(latestMs + 1)
  for (;;) {
    const instants = await readInstants(tx, counted.id, { channelId, after, before })
    const oldest = instants.at(-1)?.assignedAt
    if (oldest === undefined) return
    const same = await readSame(
      tx,
      instants.map(({ handleId }) => handleId),
    )
    const subjects = await readSubjectsOf(tx, counted.id, same)
    // Whoever was met before as well stands further down the list.
    const isHere = (one: PersonInArm) =>
      one.channelId === channelId &&
      one.from >= oldest &&
      one.from < before &&
      (isWaiting === null || one.isWaiting === isWaiting) &&
      isWanted(one)
    const when = { horizonDays: counted.horizonDays, now }
    const found = [...peopleInArms(subjects, [], when)].filter(isHere)
    const wanted = new Set(found.map(({ rootId }) => rootId))
    const hits = await readHits(tx, { ...counted, since: counted.startedAt, roots: wanted })
    const own = subjects.filter(({ rootId }) => wanted.has(rootId))
    yield* [...peopleInArms(own, hits, when)].filter(isHere).sort(byLatest)
    before = oldest
  }
}

function byLatest(a: PersonInArm, b: PersonInArm): number {
  return b.from.getTime() - a.from.getTime() || (a.rootId < b.rootId ? 1 : -1)
}

/** The latest assignments before an instant; all of an instant or none. */
async function readInstants(
  tx: Transaction,
  experimentId: string,
  { channelId, after, before }: { channelId: string | null; after: Date | null; before: Date },
): Promise<Pick<Subject, 'handleId' | 'assignedAt'>[]> {
  const conditions = [sql`experiment_id = ${experimentId}::uuid`, sql`assigned_at < ${before}`]
  if (channelId !== null) conditions.push(sql`channel_id = ${channelId}::uuid`)
  if (after !== null) conditions.push(sql`assigned_at > ${after}`)
  const { rows } = await sql<Pick<Subject, 'handleId' | 'assignedAt'>>`
    select handle_id as "handleId", assigned_at as "assignedAt" from experiment_subject
    where ${sql.join(conditions, sql` and `)}
    order by assigned_at desc fetch first ${sql.lit(AT_ONCE)} rows with ties`.execute(tx)
  return rows
}

/** People (roots) with all that they are: who was merged into them, and their accounts. */
interface Same {
  rootOf: ReadonlyMap<string, string>
  /** Of each account, the person it belongs to. */
  ownerOf: ReadonlyMap<string, string>
}

/**
 * Whose these accounts are by now, with all their others. Looked up by lists of ids, step by step: of
 * tables that have just grown the database knows too little to choose how to join them.
 */
async function readSame(tx: Transaction, handles: readonly string[]): Promise<Same> {
  const { rows: owners } = await sql<{ personId: string }>`
    select person_id as "personId" from handle_ownership
    where handle_id = any(${[...handles]}::uuid[]) and until is null`.execute(tx)
  const { rows: named } = await sql<{ root: string }>`
    select case when merged_into is null then id else merged_into end as root from person
    where id = any(${owners.map(({ personId }) => personId)}::uuid[])`.execute(tx)
  const roots = [...new Set(named.map(({ root }) => root))]
  const { rows: merged } = await sql<{ id: string; root: string }>`
    select id, merged_into as root from person where merged_into = any(${roots}::uuid[])`.execute(
    tx,
  )
  const rootOf = new Map(roots.map((root) => [root, root]))
  for (const { id, root } of merged) rootOf.set(id, root)
  const { rows: own } = await sql<{ handleId: string; personId: string }>`
    select handle_id as "handleId", person_id as "personId" from handle_ownership
    where person_id = any(${[...rootOf.keys()]}::uuid[]) and until is null`.execute(tx)
  return { rootOf, ownerOf: new Map(own.map(({ handleId, personId }) => [handleId, personId])) }
}

/** All assignments of these accounts. */
async function readSubjectsOf(
  tx: Transaction,
  experimentId: string,
  { rootOf, ownerOf }: Same,
): Promise<Subject[]> {
  const { rows } = await sql<Omit<Subject, 'rootId'>>`
    select handle_id as "handleId", channel_id as "channelId", arm, assigned_at as "assignedAt",
      engaged_at as "engagedAt", engaged_by as "engagedBy" from experiment_subject
    where experiment_id = ${experimentId}::uuid
      and handle_id = any(${[...ownerOf.keys()]}::uuid[])`.execute(tx)
  return rows.flatMap((one) => {
    const rootId = rootOf.get(ownerOf.get(one.handleId) ?? '')
    return rootId === undefined ? [] : [{ ...one, rootId }]
  })
}

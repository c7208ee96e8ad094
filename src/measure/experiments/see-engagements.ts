import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { ORIGINALS } from '#understand/index.ts'
import type { Arm, EngagedBy } from '#vocabulary/index.ts'
import { type Approach, readApproaches } from './approaches.ts'
import { readSaid } from './engagement-facts.ts'

/** How long after the last outcome counts something late may still be heard or written down. */
export const LATE_DAYS = 30

interface Looked {
  id: string
  startedAt: Date
  /** Empty: everywhere. */
  channels: string[]
}

/**
 * Looks at what we did towards people who are in an experiment that still counts, and writes down whom
 * we engaged by it: those to be engaged, and those to be left alone, which is then no longer so. What
 * answers somebody who had turned to us in the days before is none: both arms have that alike. `isAnew`:
 * all that was seen before is looked at again, and taken back where its ground is gone; otherwise only
 * people of whom nothing is known are. What was told stays. Records `experiment.engaged` where anything
 * changed; answers how many people did.
 */
export async function seeEngagements(
  tx: Transaction,
  { now, isAnew }: { now: Date; isAnew: boolean },
): Promise<number> {
  const { rows } = await sql<Looked>`
    select e.id, e.started_at as "startedAt",
      array(select c.channel_id from experiment_channel c where c.experiment_id = e.id) as channels
    from experiment e
    where e.started_at is not null and (e.state = 'running' or (e.state = 'ended' and
      e.ended_at + make_interval(days => e.horizon_days + ${LATE_DAYS}) >= ${now}::timestamptz))
    order by e.id`.execute(tx)
  let changed = 0
  for (const experiment of rows) changed += await seeIn(tx, experiment, now, isAnew)
  return changed
}

/** One assignment with the account and channel that name it. */
interface Seen {
  rootId: string
  handleId: string
  channelId: string
  arm: Arm
  assignedAt: Date
  engagedAt: Date | null
  engagedBy: EngagedBy | null
}

type Found = Seen & { first: Approach | null }

async function seeIn(
  tx: Transaction,
  experiment: Looked,
  now: Date,
  isAnew: boolean,
): Promise<number> {
  const all = await readApproaches(tx, { since: experiment.startedAt, now })
  const approaches = all.filter((one) => isOfKind(one, experiment))
  const roots = [...new Set(approaches.map(({ rootId }) => rootId))]
  const known = await readSeen(tx, experiment.id, roots)
  const open = known.filter(({ engagedAt, engagedBy }) =>
    isAnew ? engagedBy !== 'told' : engagedAt === null,
  )
  const found = await firstUnasked(tx, open, approaches)
  const gone = isAnew ? await readGroundless(tx, experiment.id, known) : []
  const changed = [...found, ...gone].filter(isNews)
  await write(tx, experiment.id, changed)
  return tell(tx, experiment.id, changed)
}

/** What is said in public elsewhere than an experiment takes place is no engagement of it. */
function isOfKind({ by, channels }: Approach, experiment: Looked): boolean {
  if (by !== 'answer' || experiment.channels.length === 0) return true
  return channels.some((channel) => experiment.channels.includes(channel))
}

function isNews({ first, engagedAt, engagedBy }: Found): boolean {
  return (
    (first?.at.getTime() ?? null) !== (engagedAt?.getTime() ?? null) ||
    (first?.by ?? null) !== engagedBy
  )
}

/** The assignments of some people (roots). */
async function readSeen(
  tx: Transaction,
  experimentId: string,
  roots: readonly string[],
): Promise<Seen[]> {
  const { rows } = await sql<Seen>`
    select wanted.id as "rootId", s.handle_id as "handleId", s.channel_id as "channelId", s.arm,
      s.assigned_at as "assignedAt", s.engaged_at as "engagedAt", s.engaged_by as "engagedBy"
    from unnest(${[...roots]}::uuid[]) as wanted (id) ${ORIGINALS}
    cross join lateral (
      select o.handle_id from handle_ownership o
      where o.person_id = original.original_id and o.until is null offset 0) own
    cross join lateral (
      select * from experiment_subject s where s.handle_id = own.handle_id
        and s.experiment_id = ${experimentId}::uuid offset 0) s`.execute(tx)
  return rows
}

/** Assignments that were seen engaged of people towards whom nothing of ours is left. */
async function readGroundless(
  tx: Transaction,
  experimentId: string,
  known: readonly Seen[],
): Promise<Found[]> {
  const { rows } = await sql<Omit<Seen, 'rootId'>>`
    select handle_id as "handleId", channel_id as "channelId", arm, assigned_at as "assignedAt",
      engaged_at as "engagedAt", engaged_by as "engagedBy"
    from experiment_subject where experiment_id = ${experimentId}::uuid
      and engaged_by in ('task', 'contact', 'answer')`.execute(tx)
  const handles = new Set(known.map(({ handleId }) => handleId))
  return rows
    .filter(({ handleId }) => !handles.has(handleId))
    .map((row) => ({ ...row, rootId: row.handleId, first: null }))
}

/**
 * Of each assignment the first approach after it that nothing had asked for. Tasks of plans are always of
 * our own accord.
 */
async function firstUnasked(
  tx: Transaction,
  open: readonly Seen[],
  approaches: readonly Approach[],
): Promise<Found[]> {
  const byRoot = Map.groupBy(approaches, ({ rootId }) => rootId)
  const ofRoot = Map.groupBy(open, ({ rootId }) => rootId)
  const later = [...ofRoot].flatMap(([rootId, own]) => {
    const from = Math.min(...own.map(({ assignedAt }) => assignedAt.getTime()))
    return (byRoot.get(rootId) ?? []).filter(({ at }) => at.getTime() > from)
  })
  const asked = later.filter(({ by }) => by !== 'task')
  const handles = await handlesOf(tx, [...new Set(asked.map(({ rootId }) => rootId))])
  const said = await readSaid(
    tx,
    asked.map(({ rootId, at, answers }) => ({
      ...{ handles: handles.get(rootId) ?? [], at, posts: answers === null ? [] : [answers] },
    })),
  )
  const isAsked = new Set(asked.filter((_, i) => (said[i]?.size ?? 0) > 0))
  const unasked = Map.groupBy(
    later.filter((one) => !isAsked.has(one)),
    ({ rootId }) => rootId,
  )
  return open.map((one) => ({
    ...one,
    first: unasked.get(one.rootId)?.find(({ at }) => at > one.assignedAt) ?? null,
  }))
}

/** All accounts of some people (roots): what one of them said counts for the person. */
async function handlesOf(
  tx: Transaction,
  roots: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ root: string; handles: string[] }>`
    select wanted.id as root, array_agg(own.handle_id) as handles
    from unnest(${[...roots]}::uuid[]) as wanted (id) ${ORIGINALS}
    cross join lateral (
      select o.handle_id from handle_ownership o
      where o.person_id = original.original_id and o.until is null offset 0) own
    group by 1`.execute(tx)
  return new Map(rows.map(({ root, handles }) => [root, handles]))
}

async function write(tx: Transaction, experimentId: string, changed: readonly Found[]) {
  if (changed.length === 0) return
  await sql`
    update experiment_subject s set engaged_at = w.at, engaged_by = w.by
    from unnest(${changed.map((one) => one.handleId)}::uuid[],
      ${changed.map((one) => one.channelId)}::uuid[],
      ${changed.map((one) => one.first?.at ?? null)}::timestamptz[],
      ${changed.map((one) => one.first?.by ?? null)}::text[]) as w (handle_id, channel_id, at, by)
    where s.experiment_id = ${experimentId}::uuid and s.handle_id = w.handle_id
      and s.channel_id = w.channel_id and s.engaged_by is distinct from 'told'`.execute(tx)
}

async function tell(
  tx: Transaction,
  experimentId: string,
  changed: readonly Found[],
): Promise<number> {
  if (changed.length === 0) return 0
  const people = (of: readonly Found[]) => new Set(of.map(({ rootId }) => rootId)).size
  const seen = changed.filter(({ first }) => first !== null)
  const heldOut = people(seen.filter(({ arm }) => arm === 'hold-out'))
  const takenBack = people(changed.filter(({ first }) => first === null))
  const detail = [`recorded=${people(seen)}`, `heldOut=${heldOut}`, `takenBack=${takenBack}`]
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'experiment.engaged', subjectId: experimentId, detail, authorId: null },
  })
  return people(changed)
}

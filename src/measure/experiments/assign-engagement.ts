import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import { type Arm, type Assignment, EnishiError, type SaidReason } from '#vocabulary/index.ts'
import { armOf, decideEngagement, settleArm } from './assign-arm.ts'
import { type Candidate, type Facts, readCandidates, readFacts } from './engagement-facts.ts'
import { noExperiment } from './read-experiments.ts'

/** Whom we might engage of our own accord, and where. */
export interface EngagementAsked {
  people: readonly string[]
  /** Null: wherever each was heard last. */
  channelId: string | null
  /** Posts that the engagement would answer. */
  posts?: readonly string[] | undefined
  /** What somebody who read them says, for all of the people. */
  reasons?: readonly SaidReason[] | undefined
  /** A look writes nothing down: nobody is in the experiment by it. */
  isLook?: boolean | undefined
}

export type Assigned = Assignment & { personId: string; experimentId: string | null }

interface Running {
  id: string
  seed: string
  share: number
  /** Empty: everywhere. */
  channels: string[]
}

/**
 * For each of the people whether to engage them: by the experiment that is running, if one is. Those
 * given an arm are written down with the channel, unless it is a look. Answers in the order asked.
 * Throws `not-found` for a person who is not known.
 */
export async function assignEngagement(
  tx: Transaction,
  asked: EngagementAsked,
  change: ChangeInWorkspace,
): Promise<Assigned[]> {
  const { rows } = await sql<Running>`${RUNNING} where e.state = 'running'`.execute(tx)
  return assignBy(tx, rows[0] ?? null, asked, change)
}

/** The same of one experiment. Throws `conflict` where it is not running. */
export async function assignIn(
  tx: Transaction,
  experimentId: string,
  asked: EngagementAsked,
  change: ChangeInWorkspace,
): Promise<Assigned[]> {
  const { rows } = await sql<Running & { state: string }>`${RUNNING}
    where e.id = ${experimentId}`.execute(tx)
  const [found] = rows
  if (found === undefined) throw noExperiment()
  if (found.state !== 'running') throw notRunning()
  return assignBy(tx, found, asked, change)
}

const RUNNING = sql`
  select e.id, e.seed, e.holdout_share as share, e.state,
    array(select c.channel_id from experiment_channel c where c.experiment_id = e.id) as channels
  from experiment e`

async function assignBy(
  tx: Transaction,
  running: Running | null,
  asked: EngagementAsked,
  change: ChangeInWorkspace,
): Promise<Assigned[]> {
  const candidates = await readCandidates(tx, [...new Set(asked.people)])
  const { posts = [], reasons = [] } = asked
  const experimentId = running?.id ?? null
  const facts = await readFacts(tx, candidates, { experimentId, posts, now: change.now })
  const places = await placesOf(tx, candidates, asked.channelId)
  const met: Met[] = []
  const decided = candidates.map((candidate): [string, Assigned] => {
    const { personId } = candidate
    const place = places.get(personId)
    const known = withReasons(facts.get(personId), reasons, running, place)
    const assignment = decideOne(candidate, known, running)
    const isIn = assignment.decision === 'engage' || assignment.decision === 'hold-out'
    if (isIn && place !== undefined) met.push({ ...place, arm: assignment.decision })
    return [personId, { ...assignment, personId, experimentId: isIn ? experimentId : null }]
  })
  if (running !== null && asked.isLook !== true) await writeDown(tx, running.id, met, change)
  const byPerson = new Map(decided)
  return asked.people.flatMap((personId) => byPerson.get(personId) ?? [])
}

interface Place {
  handleId: string
  channelId: string
}

type Met = Place & { arm: Arm }

function withReasons(
  facts: Facts | undefined,
  said: readonly SaidReason[],
  running: Running | null,
  place: Place | undefined,
): Facts {
  const known = facts ?? { reasons: new Set(), mayNotBeContacted: false, given: [] }
  const reasons = new Set([...known.reasons, ...said])
  if (running === null) reasons.add('no-experiment')
  else if (place === undefined)
    reasons.add(reasons.has('no-account') ? 'no-account' : 'other-channel')
  else if (running.channels.length > 0 && !running.channels.includes(place.channelId)) {
    reasons.add('other-channel')
  }
  return { ...known, reasons }
}

function decideOne({ rootId }: Candidate, facts: Facts, running: Running | null): Assignment {
  const { reasons, mayNotBeContacted, given } = facts
  return decideEngagement({ reasons, mayNotBeContacted, givenArm: settleArm(given) }, () =>
    running === null ? 'engage' : armOf(running.seed, rootId, running.share),
  )
}

/** Where each of the people is met: in the channel asked for, else where they were heard last. */
async function placesOf(
  tx: Transaction,
  candidates: readonly Candidate[],
  channelId: string | null,
): Promise<Map<string, Place>> {
  if (channelId !== null) {
    await checkChannel(tx, channelId)
    return new Map(
      candidates.flatMap(({ personId, handles: [handleId] }) =>
        handleId === undefined ? [] : [[personId, { handleId, channelId }]],
      ),
    )
  }
  const { rows } = await sql<Place & { id: string }>`
    select last.id, of.id as "handleId", last.channel_id as "channelId"
    from unnest(${candidates.flatMap((one) => one.handles)}::uuid[]) as of (id)
    cross join lateral (
      select a.id, a.channel_id from activity a where a.handle_id = of.id
      order by a.id desc limit 1) last
    order by last.id`.execute(tx)
  const newest = new Map(
    rows.map(({ handleId, channelId, id }) => [handleId, { handleId, channelId, id }]),
  )
  return new Map(
    candidates.flatMap(({ personId, handles }) => {
      const heard = handles.flatMap((handle) => newest.get(handle) ?? [])
      const last = heard.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]
      return last === undefined
        ? []
        : [[personId, { handleId: last.handleId, channelId: last.channelId }]]
    }),
  )
}

async function checkChannel(tx: Transaction, id: string): Promise<void> {
  const known = await tx.selectFrom('channel').select('id').where('id', '=', id).executeTakeFirst()
  if (known === undefined) throw noChannel()
}

/** Once for each person and channel: the first assignment stays. */
async function writeDown(
  tx: Transaction,
  experimentId: string,
  met: readonly Met[],
  { workspaceId, now, authorId }: ChangeInWorkspace,
): Promise<void> {
  if (met.length === 0) return
  const { rows } = await sql<{ arm: Arm }>`
    insert into experiment_subject
      (workspace_id, experiment_id, handle_id, channel_id, arm, assigned_at)
    select ${workspaceId}, ${experimentId}, m.handle_id, m.channel_id, m.arm, ${now}
    from unnest(${met.map((one) => one.handleId)}::uuid[], ${met.map((one) => one.channelId)}::uuid[],
      ${met.map((one) => one.arm)}::text[]) as m (handle_id, channel_id, arm)
    on conflict do nothing returning arm`.execute(tx)
  if (rows.length === 0) return
  const heldOut = rows.filter(({ arm }) => arm === 'hold-out').length
  const detail = [`engage=${rows.length - heldOut}`, `heldOut=${heldOut}`]
  await writeEvent(tx, workspaceId, {
    ...{ name: 'experiment.assigned', subjectId: experimentId, detail, authorId },
  })
}

export interface EngagedCount {
  /** People newly written down as engaged. */
  recorded: number
  /** Of them held out: they asked us something, or the draw was not kept to. */
  heldOut: number
  /** Asked for, but not in the experiment. */
  outside: number
}

/**
 * Writes down that we engaged these people; the first time counts. `channelId` null: in whichever
 * channel they were met. Records `experiment.engaged`. Throws `not-found`, `conflict`.
 */
export async function recordEngagements(
  tx: Transaction,
  experimentId: string,
  { people, channelId }: { people: readonly string[]; channelId: string | null },
  { workspaceId, now, authorId }: ChangeInWorkspace,
): Promise<EngagedCount> {
  const state = await tx
    .selectFrom('experiment')
    .select('state')
    .where('id', '=', experimentId)
    .executeTakeFirst()
  if (state === undefined) throw noExperiment()
  if (state.state !== 'running' && state.state !== 'ended') throw notRunning()
  const candidates = await readCandidates(tx, [...new Set(people)])
  const handles = candidates.flatMap((one) => one.handles)
  const inChannel = channelId === null ? sql`true` : sql`s.channel_id = ${channelId}::uuid`
  const { rows } = await sql<{ handleId: string; arm: Arm; isNew: boolean }>`
    with old as (
      select s.handle_id, s.channel_id, s.arm, s.engaged_at, s.engaged_by from experiment_subject s
      where s.experiment_id = ${experimentId} and s.handle_id = any(${handles}::uuid[]) and ${inChannel}
      for update
    ), done as (
      update experiment_subject s
      set engaged_at = coalesce(old.engaged_at, ${now}::timestamptz), engaged_by = 'told' from old
      where s.experiment_id = ${experimentId} and s.handle_id = old.handle_id
        and s.channel_id = old.channel_id and s.engaged_by is distinct from 'told'
    )
    select handle_id as "handleId", arm, engaged_at is null as "isNew" from old`.execute(tx)
  const count = countEngaged(candidates, rows)
  const detail = [`recorded=${count.recorded}`, `heldOut=${count.heldOut}`]
  await writeEvent(tx, workspaceId, {
    ...{ name: 'experiment.engaged', subjectId: experimentId, detail, authorId },
  })
  return count
}

function countEngaged(
  candidates: readonly Candidate[],
  rows: readonly { handleId: string; arm: Arm; isNew: boolean }[],
): EngagedCount {
  const count = { recorded: 0, heldOut: 0, outside: 0 }
  for (const { handles } of candidates) {
    const own = rows.filter(({ handleId }) => handles.includes(handleId))
    if (own.length === 0) count.outside += 1
    else if (own.some(({ isNew }) => isNew)) {
      count.recorded += 1
      if (own.some(({ arm }) => arm === 'hold-out')) count.heldOut += 1
    }
  }
  return count
}

function notRunning(): EnishiError {
  return new EnishiError('conflict', {
    en: 'The experiment is not running, so nobody is in it now. Start it once a manager has approved it.',
    ja: 'この効果検証は実施中ではないため、割り付けできません。管理者の承認を得てから開始してください。',
  })
}

function noChannel(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such channel. GET /channels lists those that there are.',
      ja: 'このチャネルは見つかりません。GET /channels で一覧を確認してください。',
    },
    { field: 'channel' },
  )
}

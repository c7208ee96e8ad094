import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import {
  type ProposalBasis,
  type RelationCode,
  type RelationKind,
  uuidV7,
  uuidV7Floor,
} from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { isUsed, stoppedAmong } from '../privacy/stopped.ts'
import { EVIDENCE_ACTIVITIES_MAX, type Evidence } from './evidence.ts'
import { isDecidingRole, rolesIn } from './role-words.ts'
import { createWorkplaceFinder, type KnownWorkplace } from './workplace-words.ts'

/** What somebody may be to us, and why. */
export interface Finding {
  rootId: string
  kind: RelationCode
  basis: ProposalBasis
  evidence: Evidence
}

/**
 * What is proposed, and from what, with what the sample world says of it (relations.slow.test.ts).
 * A kind that does not reach a precision of 0.90 there is not among them: see decision 0030.
 */
const PROPOSED: readonly { kind: RelationKind; basis: ProposalBasis }[] = [
  { kind: 'decision-maker', basis: 'role' },
  { kind: 'media', basis: 'role' },
  { kind: 'competitor', basis: 'workplace' },
  { kind: 'partner', basis: 'workplace' },
  { kind: 'media', basis: 'workplace' },
  { kind: 'employee', basis: 'workplace' },
  { kind: 'advocate', basis: 'recommending' },
]

/** So many posts in which somebody recommends us, on as many days, make an advocate. */
const RECOMMENDATIONS_MIN = 3
/** Posts older than this no longer say what somebody is today. */
const RECOMMENDED_WITHIN_DAYS = 365
const DAY_MS = 86_400_000

/**
 * Looks for what people may be to us and keeps it as open proposals: new ones are added, open ones
 * that nothing speaks for any more go, decided ones stay as they are. Nothing is proposed that holds
 * already, or held until a member ended it. Answers how many are new.
 */
export async function findProposals(
  tx: Transaction,
  { workspaceId, now, random }: ChangeInWorkspace,
): Promise<number> {
  const found = await findAll(tx, now)
  const settled = await readSettled(tx)
  const open = found.filter((one) => !settled.has(keyOf(one)))
  await dropStale(tx, open)
  const rows = open.map(({ rootId, kind, basis, evidence }) => ({
    ...{ id: uuidV7(now.getTime(), random), person_id: rootId, kind, basis },
    ...{ evidence: JSON.stringify(evidence), proposed_at: now.toISOString() },
  }))
  const news = await insertRows<{ isNew: boolean }>(
    tx,
    'relation_proposal',
    workspaceId,
    COLUMNS,
    rows,
    sql`on conflict (workspace_id, person_id, kind) do update
      set basis = excluded.basis, evidence = excluded.evidence
      where relation_proposal.state = 'open'
      returning xmax = 0 as "isNew"`,
  )
  return news.filter(({ isNew }) => isNew).length
}

const COLUMNS = {
  id: 'uuid',
  person_id: 'uuid',
  kind: 'text',
  basis: 'text',
  evidence: 'text',
  proposed_at: 'timestamptz',
} as const

const keyOf = ({ rootId, kind }: Pick<Finding, 'rootId' | 'kind'>) => `${rootId} ${kind}`

/** Those of the findings that are proposed. */
async function findAll(tx: Transaction, now: Date): Promise<Finding[]> {
  return (await findCandidates(tx, now)).filter(isProposed)
}

export function isProposed({ kind, basis }: Pick<Finding, 'kind' | 'basis'>): boolean {
  return PROPOSED.some((one) => one.kind === kind && one.basis === basis)
}

/**
 * All findings, one a person and kind: words of a role before a place of work before posts. Also of
 * kinds that are not precise enough to be proposed, so that they can be measured.
 */
export async function findCandidates(tx: Transaction, now: Date): Promise<Finding[]> {
  const found = new Map<string, Finding>()
  const add = (some: readonly Finding[]) => {
    for (const one of some) if (!found.has(keyOf(one))) found.set(keyOf(one), one)
  }
  add(await findInProfiles(tx))
  add(await findAdvocates(tx, now))
  add(await findProspects(tx, now))
  const stopped = await stoppedAmong(
    tx,
    [...found.values()].map(({ rootId }) => rootId),
  )
  return [...found.values()]
    .filter(({ rootId }) => !stopped.has(rootId))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** What holds, was ended by a member, or was decided, by root. */
async function readSettled(tx: Transaction): Promise<Set<string>> {
  const root = sql`case when p.merged_into is null then p.id else p.merged_into end as "rootId"`
  const { rows } = await sql<{ rootId: string; kind: RelationCode }>`
    select ${root}, r.kind from relation r
    cross join lateral (select * from person where person.id = r.person_id offset 0) p
    where r.person_id is not null and (r.until is null or r.ended_by is not null)
    union
    select ${root}, r.kind from relation_proposal r
    cross join lateral (select * from person where person.id = r.person_id offset 0) p
    where r.state <> 'open'`.execute(tx)
  return new Set(rows.map(keyOf))
}

async function dropStale(tx: Transaction, open: readonly Finding[]): Promise<void> {
  await sql`
    delete from relation_proposal p where p.state = 'open' and not exists (
      select from unnest(${open.map(({ rootId }) => rootId)}::uuid[],
        ${open.map(({ kind }) => kind)}::text[]) as k(person_id, kind)
      where k.person_id = p.person_id and k.kind = p.kind)`.execute(tx)
}

interface ProfileRow {
  id: string
  rootId: string
  name: string | null
  bio: string | null
}

const PROFILES_AT_ONCE = 2_000

/** Decision makers and media by the words of their role, and where people say that they work. */
async function findInProfiles(tx: Transaction): Promise<Finding[]> {
  const workplaces = await readWorkplaces(tx)
  const finder = createWorkplaceFinder(workplaces.map(({ organisation }) => organisation))
  const kindsAt = Map.groupBy(workplaces, ({ organisation }) => organisation.id)
  const found: Finding[] = await findInRoles(tx)
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await readProfiles(tx, after)
    for (const { rootId, name, bio } of rows) {
      for (const { kind, words } of rolesIn(bio ?? '')) {
        found.push({ rootId, kind, basis: 'role', evidence: { words: [words], in: 'bio' } })
      }
      for (const place of finder({ name, bio })) {
        for (const { kind, organisation } of kindsAt.get(place.organisationId) ?? []) {
          const evidence = { words: [place.words], in: place.in, organisation }
          found.push({ rootId, kind, basis: 'workplace', evidence })
        }
      }
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < PROFILES_AT_ONCE) return found
    after = last.id
  }
}

/** Accounts of organisations speak for them, and belong there by a rule; bots are nobody. */
async function readProfiles(tx: Transaction, after: string): Promise<ProfileRow[]> {
  const { rows } = await sql<ProfileRow>`
    select h.id, hp.person_id as "rootId", h.display_name as name, h.bio
    from (select * from handle where id > ${after}::uuid and deleted_at is null and kind <> 'bot'
      and ${isUsed(sql`id`)}
      order by id limit ${PROFILES_AT_ONCE}) h
    cross join lateral (select * from handle_person where handle_person.handle_id = h.id offset 0) hp
    order by h.id`.execute(tx)
  return rows
}

/** Organisations that are something to us which their people then are, and ourselves. */
async function readWorkplaces(
  tx: Transaction,
): Promise<{ kind: RelationCode; organisation: KnownWorkplace }[]> {
  const { rows } = await sql<{ kind: RelationCode } & KnownWorkplace>`
    select distinct r.kind, g.id, g.name from relation r join organisation g on g.id = r.organisation_id
    where r.until is null and r.kind in ('competitor', 'partner', 'media')
    union
    select 'employee', g.id, g.name from relation_rule r
    join relation_rule_condition c on c.rule_id = r.id and c.condition = 'own-organisation'
    join organisation g on g.id = c.organisation_id where r.is_on
    order by 2, 1`.execute(tx)
  return rows.map(({ kind, id, name }) => ({ kind, organisation: { id, name } }))
}

/** Decision makers by the role that a list of contacts gives them. */
async function findInRoles(tx: Transaction): Promise<Finding[]> {
  const { rows } = await sql<{ rootId: string; role: string; id: string; name: string }>`
    select case when p.merged_into is null then p.id else p.merged_into end as "rootId", a.role, g.id, g.name
    from affiliation a join organisation g on g.id = a.organisation_id
    cross join lateral (select * from person where person.id = a.person_id offset 0) p
    where a.role is not null and (a.until is null or a.until >= current_date)
    order by a.id`.execute(tx)
  return rows
    .filter(({ role }) => isDecidingRole(role))
    .map(({ rootId, role, id, name }) => ({
      ...{ rootId, kind: 'decision-maker' as const, basis: 'role' as const },
      evidence: { words: [role], in: 'affiliation' as const, organisation: { id, name } },
    }))
}

interface AdvocateRow {
  rootId: string
  activities: string[]
  count: number
  topics: string[]
}

/** Who recommended our own topics again and again. Our own people and accounts do so for a living. */
async function findAdvocates(tx: Transaction, now: Date): Promise<Finding[]> {
  const floor = uuidV7Floor(now.getTime() - RECOMMENDED_WITHIN_DAYS * DAY_MS)
  const { rows } = await sql<AdvocateRow>`
    select hp.person_id as "rootId", count(distinct r.activity_id)::integer as count,
      (array_agg(distinct r.activity_id order by r.activity_id desc))[1:${sql.lit(EVIDENCE_ACTIVITIES_MAX)}]
        as activities,
      array_agg(distinct t.name order by t.name) as topics
    from topic t
    join reading_topic r on r.topic_id = t.id and r.stage = 'recommendation' and r.stance = 'for'
      and r.activity_id >= ${floor}::uuid
    cross join lateral (select * from activity where activity.id = r.activity_id offset 0) a
    cross join lateral (select * from handle where handle.id = a.handle_id offset 0) h
    cross join lateral (select * from handle_person where handle_person.handle_id = a.handle_id offset 0) hp
    join workspace w on w.id = a.workspace_id
    where t.kind = 'own' and t.deleted_at is null and h.kind not in ('organisation', 'bot')
      and not exists (select from relation own where own.person_id in (hp.person_id, hp.original_person_id)
        and own.kind in ('employee', 'partner', 'media', 'competitor') and own.until is null)
    group by hp.person_id
    having count(distinct (a.published_at at time zone w.time_zone)::date) >= ${RECOMMENDATIONS_MIN}`.execute(
    tx,
  )
  return rows.map(({ rootId, activities, count, topics }) => ({
    ...{ rootId, kind: 'advocate' as const, basis: 'recommending' as const },
    evidence: { activities, count, topics },
  }))
}

/** An evaluation older than this is over, one way or the other. */
const EVALUATING_WITHIN_DAYS = 60

interface ProspectRow {
  rootId: string
  activities: string[]
  topics: string[]
}

/** Who was last seen evaluating one of our own topics and has not bought since. */
async function findProspects(tx: Transaction, now: Date): Promise<Finding[]> {
  const floor = uuidV7Floor(now.getTime() - EVALUATING_WITHIN_DAYS * DAY_MS)
  const { rows } = await sql<ProspectRow>`
    select case when p.merged_into is null then p.id else p.merged_into end as "rootId",
      array_agg(j.activity_id order by j.activity_id desc) as activities,
      array_agg(distinct t.name order by t.name) as topics
    from topic t join journey_stage j on j.topic_id = t.id and j.stage = 'evaluation'
      and j.activity_id >= ${floor}::uuid
    cross join lateral (select * from person where person.id = j.person_id offset 0) p
    where t.kind = 'own' and t.deleted_at is null
      and not exists (
        select from handle_ownership o
        cross join lateral (
          select * from activity where activity.handle_id = o.handle_id and activity.id > j.activity_id
            and activity.type = 'Outcome' offset 0) a
        join outcome done on done.activity_id = a.id and done.type in ('purchase', 'renewal')
        where o.person_id = j.person_id and o.until is null)
      and not exists (select from relation own where own.person_id in (p.id, p.merged_into)
        and own.kind in ('employee', 'partner', 'media', 'competitor', 'customer') and own.until is null)
    group by 1`.execute(tx)
  return rows.map(({ rootId, activities, topics }) => ({
    ...{ rootId, kind: 'prospect' as const, basis: 'evaluating' as const },
    evidence: { activities: activities.slice(0, EVIDENCE_ACTIVITIES_MAX), topics },
  }))
}

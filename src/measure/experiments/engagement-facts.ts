import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { mayContact } from '#understand/index.ts'
import { type AlwaysReason, EnishiError, type SaidReason, uuidV7Floor } from '#vocabulary/index.ts'
import { loadSides } from '../communities/sides.ts'
import type { GivenArm } from './assign-arm.ts'

/** What somebody said to us or about us in the last days is answered, whether or not it was named. */
const LOOKED_BACK_DAYS = 7
const DAY_MS = 86_400_000

/** Somebody whom we might engage: the person asked for, and who that is by now. */
export interface Candidate {
  personId: string
  rootId: string
  /** Originals: the root and all that were merged into it. */
  originals: string[]
  /** Accounts that are theirs today, the oldest first. */
  handles: string[]
}

interface PersonRow {
  personId: string
  rootId: string
  originals: string[]
  handles: string[]
}

/** The people asked for, each with the accounts of all that were merged. Throws `not-found`. */
export async function readCandidates(
  tx: Transaction,
  people: readonly string[],
): Promise<Candidate[]> {
  const { rows } = await sql<PersonRow>`
    select wanted.id as "personId", root.id as "rootId", same.ids as originals,
      array(select own.handle_id from unnest(same.ids) as original (id)
        cross join lateral (select o.handle_id from handle_ownership o
          where o.person_id = original.id and o.until is null offset 0) own
        order by own.handle_id) as handles
    from unnest(${[...people]}::uuid[]) as wanted (id)
    cross join lateral (select * from person where person.id = wanted.id offset 0) named
    cross join lateral (
      select case when named.merged_into is null then named.id else named.merged_into end as id) root
    cross join lateral (
      select array(select root.id union all
        select m.id from person m where m.merged_into = root.id) as ids) same`.execute(tx)
  if (rows.length < people.length) throw noPerson()
  return rows
}

interface SaidRow extends Record<Exclude<SaidReason, 'crisis'>, boolean> {
  number: number
}

/** What somebody said until an instant is asked for: by these accounts, or in this post that was answered. */
export interface SaidAsked {
  handles: readonly string[]
  at: Date
  posts: readonly string[]
}

/**
 * Of each that is asked for, why what was said must be answered: said in the posts named, or in the days
 * before to us or about us.
 */
export async function readSaid(
  tx: Transaction,
  asked: readonly SaidAsked[],
): Promise<Set<AlwaysReason>[]> {
  const { ours } = await loadSides(tx)
  const own = asked.flatMap(({ handles, at }, number) =>
    handles.map((handle) => ({ number, handle, ...idsBefore(at) })),
  )
  const named = asked.flatMap(({ posts }, number) => posts.map((post) => ({ number, post })))
  const { rows } = await sql<SaidRow>`
    with ours as materialized (select id as handle_id from unnest(${[...ours]}::uuid[]) as o (id)),
    asked as materialized (
      select * from unnest(${own.map((one) => one.number)}::integer[],
        ${own.map((one) => one.handle)}::uuid[], ${own.map((one) => one.from)}::uuid[],
        ${own.map((one) => one.to)}::uuid[]) as asked (number, handle_id, since, before)
    ),
    named as materialized (
      select * from unnest(${named.map((one) => one.number)}::integer[],
        ${named.map((one) => one.post)}::uuid[]) as named (number, post)
    ),
    said as (
      select k.number, a.id, a.handle_id, a.platform, a.parent_hash, false as is_named
      from asked k
      cross join lateral (select * from activity where activity.handle_id = k.handle_id
        and activity.id >= k.since and activity.id < k.before offset 0) a
      where a.type = 'Create' and a.deleted_at is null
      union
      select k.number, a.id, a.handle_id, a.platform, a.parent_hash, true
      from named k cross join lateral (select * from activity where activity.id = k.post offset 0) a
      where exists (select from asked o where o.number = k.number and o.handle_id = a.handle_id)
    ),
    heard as (
      select s.number, s.id, ${ADDRESSED} as addressed,
        (s.is_named or exists (
          select from reading_topic rt join topic t on t.id = rt.topic_id
          where rt.activity_id = s.id and t.kind = 'own' and t.deleted_at is null)) as counts
      from said s
    )
    select h.number, bool_or(h.addressed) as addressed,
      ${saysInReading('complaint')}, ${saysInReading('support')}, ${saysInReading('question')},
      coalesce(bool_or(r.churn and (h.counts or h.addressed)), false) as leaving
    from heard h
    left join lateral (select * from reading where reading.activity_id = h.id offset 0) r on true
    group by h.number`.execute(tx)
  const found = new Map(rows.map(({ number, ...said }) => [number, reasonsOf(said)]))
  return asked.map((_, number) => found.get(number) ?? new Set())
}

/** Ids of the days before an instant, itself included. */
function idsBefore(at: Date): { from: string; to: string } {
  const from = uuidV7Floor(at.getTime() - LOOKED_BACK_DAYS * DAY_MS)
  return { from, to: uuidV7Floor(at.getTime() + 1) }
}

function saysInReading(column: 'complaint' | 'support' | 'question'): RawBuilder<unknown> {
  return sql`coalesce(bool_or(r.${sql.ref(column)} and (h.counts or h.addressed)), false) as ${sql.ref(column)}`
}

/** Names one of our accounts, or answers one. */
const ADDRESSED = sql`(
  exists (select from activity_mention m where m.activity_id = s.id
    and m.handle_id in (select handle_id from ours))
  or exists (select from activity_source src join activity parent on parent.id = src.activity_id
    where src.platform = s.platform and src.external_key_hash = s.parent_hash
      and parent.handle_id in (select handle_id from ours)))`

function reasonsOf(said: Record<Exclude<SaidReason, 'crisis'>, boolean>): Set<AlwaysReason> {
  const held = Object.entries(said).filter(([, holds]) => holds)
  return new Set(held.map(([reason]) => reason as SaidReason))
}

async function readColleagues(tx: Transaction, people: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('relation')
    .select('person_id')
    .where('person_id', 'in', [...people])
    .where('kind', '=', 'employee')
    .where('until', 'is', null)
    .execute()
  return new Set(rows.flatMap((row) => (row.person_id === null ? [] : [row.person_id])))
}

/** What is known of each candidate that decides about them. */
export interface Facts {
  reasons: Set<AlwaysReason>
  mayNotBeContacted: boolean
  given: GivenArm[]
}

/** By the person asked for. `experimentId` null: nobody was given an arm. */
export async function readFacts(
  tx: Transaction,
  candidates: readonly Candidate[],
  asked: { experimentId: string | null; posts: readonly string[]; now: Date },
): Promise<Map<string, Facts>> {
  const handles = [...new Set(candidates.flatMap((one) => one.handles))]
  const { posts, now } = asked
  const people = [...new Set(candidates.flatMap((one) => one.originals))]
  if (people.length === 0) return new Map()
  const said = await readSaid(
    tx,
    candidates.map((one) => ({ handles: one.handles, at: now, posts })),
  )
  const colleagues = await readColleagues(tx, people)
  const contact = await mayContact(
    tx,
    [...new Set(candidates.map((one) => one.personId))],
    'message',
  )
  const given = await readGiven(tx, asked.experimentId, handles)
  return new Map(
    candidates.map(({ personId, originals, handles: own }, number) => {
      const reasons = new Set(said[number])
      if (originals.some((id) => colleagues.has(id))) reasons.add('colleague')
      if (own.length === 0) reasons.add('no-account')
      const facts = {
        reasons,
        mayNotBeContacted: contact.get(personId) === 'do-not-contact',
        given: own.flatMap((handle) => given.get(handle) ?? []),
      }
      return [personId, facts]
    }),
  )
}

async function readGiven(
  tx: Transaction,
  experimentId: string | null,
  handles: readonly string[],
): Promise<Map<string, GivenArm[]>> {
  if (experimentId === null || handles.length === 0) return new Map()
  const rows = await tx
    .selectFrom('experiment_subject')
    .select(['handle_id as handleId', 'arm', 'assigned_at as assignedAt'])
    .where('experiment_id', '=', experimentId)
    .where('handle_id', 'in', [...handles])
    .execute()
  return Map.groupBy(rows, ({ handleId }) => handleId)
}

function noPerson(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'One of these people is not known here. Ask GET /people for those that are.',
      ja: '指定した人物の中に見つからない人がいます。GET /people で確認してください。',
    },
    { field: 'people' },
  )
}

import { sql } from 'kysely'
import { organisationKey } from '#language/index.ts'
import { type Heard, type Hearing, type Lookalike, toHeard } from '#listen/index.ts'
import type { Door, Transaction } from '#store/door.ts'
import type { IncomingHandle, IncomingProfile, PairJudgement } from '#vocabulary/index.ts'
import {
  type Frequencies,
  judgePair,
  type MatchRecord,
  SOCIAL_PARAMETERS,
} from '../matching/index.ts'
import { sortKey, splitDisplayName } from '../names.ts'
import { numberOf } from '../phone-handles.ts'

/** Somebody who is known, with an account by which a row can be put with them. */
export interface Resembled extends Lookalike {
  handle: IncomingHandle
}

interface Candidate {
  asked: number
  personId: string
  name: string
  family: string | null
  given: string | null
  organisations: string[]
  handles: { platform: string; externalId: string }[]
}

/** How many people of one name, or of one organisation, a row is held against. */
const CANDIDATES_MAX = 50
/** How rare a name is shows in a crowd; a log of ten people is part of one. */
const PEOPLE_MIN = 1_000
/** More are not counted: the prior hardly moves. */
const PEOPLE_COUNTED_MAX = 100_000

/**
 * Whom the rows of a list look like that name nobody whose account is known: people who are called the
 * same, or who belong to the same organisation, judged as matching does. Of several, the likeliest;
 * two that are as likely as each other mean neither. Reads only.
 */
export async function findAlikePeople(
  tx: Transaction,
  { workspaceId, heard }: Pick<Hearing, 'workspaceId' | 'heard'>,
): Promise<Map<Heard, Resembled>> {
  const named = await unknownOf(tx, workspaceId, heard)
  const candidates = Map.groupBy(await findCandidates(tx, workspaceId, named), (one) => one.asked)
  if (candidates.size === 0) return new Map()
  const people = await countPeople(tx)
  return new Map(
    named.flatMap(({ one, record }, at) => {
      const like = likeliest(record, candidates.get(at) ?? [], people)
      return like === undefined ? [] : [[one, like] as const]
    }),
  )
}

interface Named {
  one: Heard
  record: MatchRecord
  family: string | null
  given: string | null
  organisationKey: string | null
  /** What people of that reading are sorted by; null where only equal names count. */
  sortKey: string | null
}

/** Rows with a name none of whose accounts is known. */
async function unknownOf(
  tx: Transaction,
  workspaceId: string,
  heard: readonly Heard[],
): Promise<Named[]> {
  const profiles = heard.flatMap((one) =>
    one.arrival.kind === 'profile' && one.arrival.person?.displayName !== undefined
      ? [{ one, profile: one.arrival, handles: handlesOf(one.arrival) }]
      : [],
  )
  const all = profiles.flatMap(({ handles }) => handles)
  if (all.length === 0) return []
  const { rows } = await sql<{ platform: string; externalId: string }>`
    select k.platform, k.external_id as "externalId"
    from unnest(${all.map((h) => h.platform)}::text[], ${all.map((h) => h.externalId)}::text[])
      as k(platform, external_id)
    cross join lateral (select 1 from handle h where h.workspace_id = ${workspaceId}
      and h.platform = k.platform and (h.external_id = k.external_id or h.username = k.external_id)
      limit 1) h
  `.execute(tx)
  const known = new Set(rows.map(keyOf))
  return profiles
    .filter(({ handles }) => !handles.some((handle) => known.has(keyOf(handle))))
    .map(({ one, profile }) => namedOf(one, profile))
}

function handlesOf({ handle, alsoHandles = [] }: IncomingProfile): IncomingHandle[] {
  return [handle, ...alsoHandles]
}

function keyOf({ platform, externalId }: { platform: string; externalId: string }): string {
  return `${platform}\n${externalId}`
}

function namedOf(one: Heard, profile: IncomingProfile): Named {
  const { person } = profile
  const name = person?.displayName ?? ''
  const split = splitDisplayName(name)
  const organisation = person?.organisation?.name
  const contacts = contactsOf(handlesOf(profile))
  // A whole name may stand in the field of one part alone.
  const isPart = person?.givenName !== undefined || split.family === undefined
  return {
    one,
    sortKey: null,
    family: (isPart ? person?.familyName : undefined) ?? split.family ?? null,
    given: person?.givenName ?? split.given ?? null,
    organisationKey: organisation === undefined ? null : organisationKey(organisation),
    record: {
      ...{ id: String(one.position), name, kind: 'person' },
      ...(organisation === undefined ? {} : { organisation }),
      ...contacts,
    },
  }
}

/** The mail address and the number among some accounts. */
function contactsOf(
  handles: readonly { platform: string; externalId: string }[],
): Pick<MatchRecord, 'email' | 'phone'> {
  const on = (wanted: string) => handles.find(({ platform }) => platform === wanted)?.externalId
  const [email, phone] = [on('mail'), handles.map(numberOf).find(Boolean)]
  return { ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) }
}

async function findCandidates(
  tx: Transaction,
  workspaceId: string,
  named: readonly Named[],
): Promise<Candidate[]> {
  if (named.length === 0) return []
  const column = (of: (one: Named) => string | null) => named.map(of)
  const { rows } = await sql<Candidate>`
    select distinct on (k.asked, p.id) (k.asked - 1)::integer as asked, p.id as "personId",
      p.display_name as name, p.family_name as family, p.given_name as given,
      array(select o.name from affiliation a
        join organisation o on o.workspace_id = a.workspace_id and o.id = a.organisation_id
        where a.workspace_id = ${workspaceId} and a.person_id = p.id) as organisations,
      array(select jsonb_build_object('platform', h.platform, 'externalId', h.external_id)
        from handle_ownership w join handle h on h.workspace_id = w.workspace_id and h.id = w.handle_id
        where w.workspace_id = ${workspaceId} and w.person_id = p.id and w.until is null) as handles
    from unnest(${column((one) => one.family)}::text[], ${column((one) => one.given)}::text[],
      ${column((one) => one.sortKey)}::text[], ${column((one) => one.organisationKey)}::text[])
      with ordinality as k(family, given, sort_key, organisation_key, asked)
    cross join lateral (
      (select id from person n where n.workspace_id = ${workspaceId} and n.family_name = k.family
        and n.given_name = k.given and n.merged_into is null limit ${CANDIDATES_MAX})
      union all
      (select id from person n where n.workspace_id = ${workspaceId} and n.sort_key = k.sort_key
        and n.merged_into is null limit ${CANDIDATES_MAX})
      union all
      (select a.person_id from organisation o
        join affiliation a on a.workspace_id = o.workspace_id
          and a.organisation_id = case when o.merged_into is null then o.id else o.merged_into end
        where o.workspace_id = ${workspaceId} and o.name_key = k.organisation_key
        limit ${CANDIDATES_MAX})
    ) found
    join person p on p.workspace_id = ${workspaceId} and p.id = found.id and p.merged_into is null
  `.execute(tx)
  return rows
}

interface Likely {
  one: Candidate
  judgement: PairJudgement
}

/** Those who may be meant, the likeliest first. */
function judgeAll(record: MatchRecord, candidates: readonly Candidate[], people: number): Likely[] {
  const others = (has: (one: Candidate) => boolean) =>
    Math.max(0, candidates.filter(has).length - 1) / people
  const shares: Partial<Record<string, number>> = {
    name: others(({ name }) => name === record.name),
    organisation: others(({ organisations }) => organisations.length > 0),
  }
  const frequencies: Frequencies = { people, frequencyOf: (field) => shares[field] ?? 0 }
  return candidates
    .map((one) => ({ one, judgement: judgeBest(record, one, frequencies) }))
    .filter(({ judgement }) => judgement.verdict !== 'different')
    .sort((a, b) => b.judgement.probability - a.judgement.probability)
}

function likeliest(
  record: MatchRecord,
  candidates: readonly Candidate[],
  people: number,
): Resembled | undefined {
  const [best, next] = judgeAll(record, candidates, people)
  if (best === undefined) return undefined
  const { one, judgement } = best
  const handle = one.handles[0]
  if (handle === undefined || next?.judgement.probability === judgement.probability)
    return undefined
  return {
    known: { kind: 'person', id: one.personId, name: one.name },
    probability: judgement.probability,
    isCertain: judgement.verdict === 'same',
    handle,
  }
}

/** Somebody may belong to several organisations; the one that fits best counts. */
function judgeBest(record: MatchRecord, one: Candidate, frequencies: Frequencies) {
  const known: MatchRecord = {
    ...{ id: one.personId, name: one.name, kind: 'person', ...contactsOf(one.handles) },
  }
  const places = one.organisations.length === 0 ? [undefined] : one.organisations
  const judgements = places.map((organisation) => {
    const placed = organisation === undefined ? known : { ...known, organisation }
    return judgePair(record, placed, SOCIAL_PARAMETERS, frequencies)
  })
  return judgements.reduce((a, b) => (b.probability > a.probability ? b : a))
}

/** Somebody who may be the one that is written down. */
export interface Alike {
  personId: string
  /** `account`: one of the accounts is theirs; `likeness`: what else is known of them is alike. */
  because: 'account' | 'likeness'
  /** 0..1. */
  probability: number
  isCertain: boolean
}

const ALIKE_MAX = 10

/**
 * Everybody whom somebody that is about to be written down may be: the owners of the accounts given,
 * then people who are called the same (by name or reading) or belong to the same organisation, as
 * matching judges them, the likeliest first. People are roots. Reads only.
 */
export async function findAllAlike(
  tx: Transaction,
  workspaceId: string,
  profile: IncomingProfile,
): Promise<Alike[]> {
  const owners = await findOwnersOf(tx, workspaceId, handlesOf(profile))
  const known = owners.map(
    (personId): Alike => ({ personId, because: 'account', probability: 1, isCertain: true }),
  )
  const { displayName, nameReading } = profile.person ?? {}
  if (displayName === undefined) return known
  const heard = toHeard(profile, { position: 0, line: 1 }, true)
  const named = { ...namedOf(heard, profile), sortKey: sortKey(displayName, nameReading) }
  const candidates = await findCandidates(tx, workspaceId, [named])
  const likely = judgeAll(withReading(named.record, nameReading), candidates, await countPeople(tx))
  const alike = likely
    .filter(({ one }) => !owners.includes(one.personId))
    .map(
      ({ one, judgement: { probability, verdict } }): Alike => ({
        ...{ personId: one.personId, because: 'likeness', probability },
        isCertain: verdict === 'same',
      }),
    )
  return [...known, ...alike].slice(0, ALIKE_MAX)
}

/** As matching writes names with a reading: `山田 太郎 (やまだ たろう)`. */
function withReading(record: MatchRecord, reading: string | undefined): MatchRecord {
  return reading === undefined ? record : { ...record, name: `${record.name} (${reading})` }
}

/** The roots whose the accounts are that are known, by id or by what people write to address them. */
export async function findOwnersOf(
  tx: Transaction,
  workspaceId: string,
  handles: readonly IncomingHandle[],
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct hp.person_id as "personId"
    from unnest(${handles.map((h) => h.platform)}::text[], ${handles.map((h) => h.externalId)}::text[],
      ${handles.map((h) => h.isByUsername === true)}::boolean[])
      as k(platform, external_id, is_by_username)
    cross join lateral (
      (select h.id from handle h where h.workspace_id = ${workspaceId} and h.platform = k.platform
        and h.external_id = k.external_id limit 1)
      union all
      (select h.id from handle h where k.is_by_username and h.workspace_id = ${workspaceId}
        and h.platform = k.platform and h.username = k.external_id and h.deleted_at is null limit 2)
    ) h
    cross join lateral (select person_id from handle_person
      where handle_person.workspace_id = ${workspaceId} and handle_person.handle_id = h.id
      offset 0) hp
  `.execute(tx)
  return rows.map(({ personId }) => personId)
}

async function countPeople(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::integer as people from (select 1 from person limit ${PEOPLE_COUNTED_MAX}) p
  `.execute(tx)
  return Math.max(PEOPLE_MIN, rows[0]?.people ?? 0)
}

/**
 * Puts each row that matching is certain of with that person, as if the list had named their
 * account: what an import does where a member chose so.
 */
export async function joinAlikePeople(door: Door, hearing: Hearing): Promise<void> {
  const found = await door.inWorkspace(
    hearing.workspaceId,
    (tx) => findAlikePeople(tx, hearing),
    'background',
  )
  for (const [one, { handle, isCertain }] of found) {
    const { arrival } = one
    if (arrival.kind !== 'profile' || !isCertain) continue
    one.arrival = { ...arrival, alsoHandles: [...(arrival.alsoHandles ?? []), handle] }
  }
}

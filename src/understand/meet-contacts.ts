import { sql } from 'kysely'
import { foldText, organisationKey } from '#language/index.ts'
import { type Batch, type Heard, type ListenStep, toHeard } from '#listen/index.ts'
import type { IncomingContact, IncomingDeal, IncomingPerson } from '#vocabulary/index.ts'
import { sortKey, splitDisplayName } from './names.ts'

/**
 * Finds whom lists of deals name by their name only: somebody of that name at the organisation, else
 * the only one of that name. Several that fit end the row as refused; nobody, and an address that is
 * not known, is somebody new, who then belongs to the organisation.
 */
export const meetContactsStep: ListenStep = {
  name: 'meet-contacts',
  isForWholeBatch: true,
  run: meetContacts,
}

interface Meeting {
  heard: Heard
  deal: IncomingDeal
  contact: IncomingContact
}

async function meetContacts(batch: Batch): Promise<void> {
  const meetings = batch.heard.flatMap(meetingOf)
  if (meetings.length === 0) return
  await meetByName(
    batch,
    meetings.filter(({ contact }) => contact.isByName),
  )
  batch.heard = batch.heard.filter(({ ending }) => ending?.kind !== 'refused')
  const met = batch.heard.flatMap(meetingOf)
  const known = await knownHandles(batch, met)
  // Who is new comes first, so that the deal finds them.
  const strangers = new Map(
    met
      .filter(({ contact }) => !known.has(keyOf(contact.handle)))
      .map((one) => [keyOf(one.contact.handle), introduce(one)] as const),
  )
  batch.heard = [...strangers.values(), ...batch.heard]
}

function meetingOf(heard: Heard): Meeting[] {
  const { arrival } = heard
  if (arrival.kind !== 'deal' || arrival.contact === undefined) return []
  return [{ heard, deal: arrival, contact: arrival.contact }]
}

function keyOf({ platform, externalId }: { platform: string; externalId: string }): string {
  return `${platform}\n${externalId}`
}

interface Called {
  asked: number
  personId: string
  name: string
  family: string | null
  given: string | null
  isThere: boolean
  platform: string
  externalId: string
}

/** How many people of one name are looked at. */
const CALLED_MAX = 50

async function meetByName(batch: Batch, meetings: readonly Meeting[]): Promise<void> {
  const found = Map.groupBy(await findCalled(batch, meetings), ({ asked }) => asked)
  for (const [at, { heard, deal, contact }] of meetings.entries()) {
    const called = (found.get(at) ?? []).filter((one) => isCalled(one, contact.name ?? ''))
    const there = called.filter(({ isThere }) => isThere)
    const [meant, ...others] = there.length > 0 ? there : called
    if (meant === undefined) continue
    if (others.length > 0) {
      const { contact: field = 'contact' } = deal.columns
      const refusal = { reason: 'several-people', field, detail: contact.name ?? '' } as const
      heard.ending = { kind: 'refused', refusal }
      continue
    }
    const { platform, externalId } = meant
    // Said by name still: a transaction that is tried again looks again.
    heard.arrival = { ...deal, contact: { ...contact, handle: { platform, externalId } } }
  }
}

function isCalled({ name, family, given }: Called, asked: string): boolean {
  const bare = (text: string) => foldText(splitDisplayName(text).plain).replaceAll(' ', '')
  const wanted = bare(asked)
  return bare(name) === wanted || (family !== null && bare(`${family}${given ?? ''}`) === wanted)
}

/** People whose name may be the one asked for, with the oldest of their accounts. */
async function findCalled(batch: Batch, meetings: readonly Meeting[]): Promise<Called[]> {
  if (meetings.length === 0) return []
  const { workspaceId } = batch
  const names = meetings.map(({ contact }) => contact.name ?? '')
  const parts = names.map((name) => splitDisplayName(name))
  const organisations = meetings.map(({ deal }) =>
    deal.organisation === undefined ? null : organisationKey(deal.organisation),
  )
  const { rows } = await sql<Called>`
    select distinct on (k.asked, p.id) (k.asked - 1)::integer as asked, p.id as "personId",
      p.display_name as name, p.family_name as family, p.given_name as given,
      exists (select from affiliation a
        join organisation o on o.workspace_id = a.workspace_id
          and (o.id = a.organisation_id or o.merged_into = a.organisation_id)
        where a.workspace_id = ${workspaceId} and a.person_id = p.id
          and o.name_key = k.organisation) as "isThere",
      h.platform, h.external_id as "externalId"
    from unnest(${parts.map(({ family }) => family)}::text[], ${parts.map(({ given }) => given)}::text[],
      ${names.map((name) => sortKey(name))}::text[], ${organisations}::text[])
      with ordinality as k(family, given, sort_key, organisation, asked)
    cross join lateral (
      (select id from person n where n.workspace_id = ${workspaceId} and n.family_name = k.family
        and n.given_name = k.given and n.merged_into is null limit ${CALLED_MAX})
      union all
      (select id from person n where n.workspace_id = ${workspaceId} and n.sort_key = k.sort_key
        and n.merged_into is null limit ${CALLED_MAX})
      union all
      (select a.person_id from organisation o
        join affiliation a on a.workspace_id = o.workspace_id
          and a.organisation_id = case when o.merged_into is null then o.id else o.merged_into end
        where o.workspace_id = ${workspaceId} and o.name_key = k.organisation)
    ) found
    join person p on p.workspace_id = ${workspaceId} and p.id = found.id and p.merged_into is null
    cross join lateral (
      select h.platform, h.external_id from handle_ownership w
      join handle h on h.workspace_id = w.workspace_id and h.id = w.handle_id
      where w.workspace_id = ${workspaceId} and w.person_id = p.id and w.until is null
        and h.deleted_at is null order by h.id limit 1) h
  `.execute(batch.tx)
  return rows
}

async function knownHandles(batch: Batch, met: readonly Meeting[]): Promise<Set<string>> {
  const handles = met.map(({ contact }) => contact.handle)
  const { rows } = await sql<{ platform: string; externalId: string }>`
    select k.platform, k.external_id as "externalId"
    from unnest(${handles.map((one) => one.platform)}::text[],
      ${handles.map((one) => one.externalId)}::text[]) as k(platform, external_id)
    cross join lateral (select 1 from handle h where h.workspace_id = ${batch.workspaceId}
      and h.platform = k.platform and h.external_id = k.external_id limit 1) h
  `.execute(batch.tx)
  return new Set(rows.map(keyOf))
}

/** Somebody new, as a list of people would name them; recorded, not counted. */
function introduce({ heard, deal, contact }: Meeting): Heard {
  const { name } = contact
  const person: IncomingPerson = {
    ...(name === undefined ? {} : { displayName: name }),
    ...(deal.organisation === undefined ? {} : { organisation: { name: deal.organisation } }),
  }
  const { position, line } = heard
  return toHeard({ kind: 'profile', handle: contact.handle, person }, { position, line }, false)
}

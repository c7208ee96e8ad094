import { sql } from 'kysely'
import { organisationKey } from '#language/index.ts'
import { type Batch, changesOf, type Heard, type ListenStep } from '#listen/index.ts'
import type { IncomingOrganisation } from '#vocabulary/index.ts'
import { ensureOrganisations, type Making, organisationRow } from './organisations.ts'
import { recordListedRelations } from './relations/record-listed-relations.ts'

/**
 * Records what lists of organisations say: those that are new are made, of the others reading and
 * address are brought to what the list says, unless a member has edited the organisation: then only
 * what is missing is added. What says nothing new is a duplicate.
 */
export const recordOrganisationsStep: ListenStep = {
  name: 'record-organisations',
  isForWholeBatch: true,
  run: recordOrganisations,
}

interface Listed {
  heard: Heard
  organisation: IncomingOrganisation
  key: string
}

interface Told {
  nameReading: string | null
  url: string | null
}

interface Known extends Told {
  id: string
  key: string
  name: string
  isEdited: boolean
}

const FIELDS = ['nameReading', 'url'] as const

async function recordOrganisations(batch: Batch): Promise<void> {
  const listed = batch.heard.flatMap(listedOf)
  if (listed.length === 0) return
  const { workspaceId, arrivedAt: at, random, ledger } = batch
  const making = { workspaceId, at, random, ledger }
  refuseNameless(listed)
  const named = listed.filter(({ heard }) => heard.ending === undefined)
  const before = await readKnown(batch, named)
  const strange = named.filter((one) => !before.has(placeOf(one)))
  const made = await makeOrganisations(batch, making, strange)
  for (const [place, one] of made) before.set(place, one)
  await tellFields(batch, named, before, new Set(made.keys()))
  await tellRelations(batch, making, named)
}

function listedOf(heard: Heard): Listed[] {
  const { arrival } = heard
  if (arrival.kind !== 'organisation') return []
  return [{ heard, organisation: arrival, key: organisationKey(arrival.name) }]
}

/** 「株式会社」 alone names nobody. */
function refuseNameless(listed: readonly Listed[]): void {
  for (const { heard, key, organisation } of listed) {
    if (key !== '') continue
    const refusal = { reason: 'bad-field', field: 'name', detail: organisation.name } as const
    heard.ending = { kind: 'refused', refusal }
  }
}

/** By what it is found: the id that somebody chose, else the name. */
function placeOf({ organisation, key }: Listed): string {
  return organisation.sameAs ?? key
}

async function readKnown(batch: Batch, listed: readonly Listed[]): Promise<Map<string, Known>> {
  const keys = listed.map(({ key }) => key)
  const ids = listed.flatMap(({ organisation }) => organisation.sameAs ?? [])
  const { rows } = await sql<Known & { namedId: string }>`
    select r.id, n.name_key as key, n.id as "namedId", r.name, r.name_reading as "nameReading", r.url,
      r.edited_at is not null as "isEdited"
    from organisation n
    join organisation r on r.workspace_id = n.workspace_id
      and r.id = case when n.merged_into is null then n.id else n.merged_into end
    where n.workspace_id = ${batch.workspaceId}
      and (n.name_key = any(${keys}::text[]) or n.id = any(${ids}::uuid[]))
    order by r.id, n.id for update of r
  `.execute(batch.tx)
  // Two names of one that was merged lead to the same.
  const roots = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    rows.flatMap((row) => {
      const root = roots.get(row.id) ?? row
      return [row.key, row.namedId, row.id].map((place) => [place, root] as const)
    }),
  )
}

async function makeOrganisations(
  batch: Batch,
  making: Making,
  listed: readonly Listed[],
): Promise<Map<string, Known>> {
  // Somebody else may have removed the one that was chosen: then it is made by its name.
  const ids = await ensureOrganisations(
    batch.tx,
    making,
    listed.map(({ organisation: { name, nameReading, url } }) => ({
      ...{ name, reading: nameReading, url },
    })),
  )
  const made = new Map<string, Known>()
  for (const one of listed) {
    const { name, nameReading = null, url = null } = one.organisation
    const known = made.get(one.key) ?? { nameReading, url }
    const id = ids.get(one.key)
    if (id === undefined) continue
    const added = { ...{ id, key: one.key, name, isEdited: false }, ...known }
    made.set(one.key, made.get(one.key) ?? added)
    made.set(placeOf(one), made.get(one.key) ?? added)
  }
  return made
}

/** The rows in their order: the last word counts. */
async function tellFields(
  batch: Batch,
  listed: readonly Listed[],
  known: Map<string, Known>,
  made: Set<string>,
): Promise<void> {
  const before = new Map<string, Told>()
  const changed = new Map<string, Known>()
  for (const one of listed) {
    const place = placeOf(one)
    const held = known.get(place)
    if (held === undefined) continue
    one.heard.subjectId = held.id
    const was = { nameReading: held.nameReading, url: held.url }
    const isNews = tell(held, one.organisation)
    if (isNews && !before.has(held.id)) before.set(held.id, was)
    if (isNews) changed.set(held.id, held)
    // The first row that names a new one makes it.
    const kind = made.has(place) ? 'new' : isNews ? 'updated' : 'duplicate'
    for (const name of [place, held.key, held.id]) made.delete(name)
    one.heard.ending = { kind, activityId: null }
  }
  for (const [id, was] of before) {
    const held = changed.get(id)
    if (held === undefined) continue
    batch.ledger.changed.push(...changesOf({ kind: 'organisation', id }, was, held, FIELDS))
  }
  await writeOrganisations(batch, [...changed.values()])
}

function tell(held: Known, said: IncomingOrganisation): boolean {
  let isNews = false
  for (const field of FIELDS) {
    const value = said[field]
    if (value === undefined || value === held[field]) continue
    if (held.isEdited && held[field] !== null) continue
    held[field] = value
    isNews = true
  }
  return isNews
}

async function writeOrganisations(batch: Batch, changed: readonly Known[]): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map(({ id, name, nameReading, url }) => {
    return {
      id,
      ...organisationRow({ name, reading: nameReading ?? undefined, url: url ?? undefined }),
    }
  })
  const column = (of: (row: (typeof rows)[number]) => string | null | undefined) =>
    rows.map((row) => of(row) ?? null)
  await sql`
    update organisation o set name_reading = u.name_reading, url = u.url, domain = u.domain,
      sort_key = u.sort_key, name_tokens = u.name_tokens::tsvector
    from unnest(${column((row) => row.id)}::uuid[], ${column((row) => row.name_reading)}::text[],
      ${column((row) => row.url)}::text[], ${column((row) => row.domain)}::text[],
      ${column((row) => row.sort_key)}::text[], ${column((row) => row.name_tokens)}::text[])
      as u(id, name_reading, url, domain, sort_key, name_tokens)
    where o.workspace_id = ${batch.workspaceId} and o.id = u.id
  `.execute(batch.tx)
}

async function tellRelations(
  batch: Batch,
  making: Making,
  listed: readonly Listed[],
): Promise<void> {
  const relations = listed.flatMap(({ heard, organisation }) => {
    const { subjectId } = heard
    if (subjectId === undefined) return []
    const { relations: kinds = [], datedRelations: dated = [] } = organisation
    return [...kinds.map((kind) => ({ kind })), ...dated].map((said) => {
      return { heard, of: { organisationId: subjectId }, ...said }
    })
  })
  for (const { heard } of await recordListedRelations(batch.tx, making, relations)) {
    if (heard.ending?.kind === 'duplicate') heard.ending = { kind: 'updated', activityId: null }
  }
}

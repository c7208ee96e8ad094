import { sql } from 'kysely'
import { organisationKey } from '#language/index.ts'
import { type Batch, changesOf, type Heard, type ListenStep } from '#listen/index.ts'
import { type IncomingPerson, LIMITS } from '#vocabulary/index.ts'
import { recordAffiliations } from './affiliations.ts'
import { noteDuePeople } from './candidates/note-due.ts'
import { journalFields } from './merges/field-journal.ts'
import { sortKey, splitDisplayName } from './names.ts'
import { ensureOrganisations, type Making } from './organisations.ts'
import { nameTokens } from './person-names.ts'
import { recordWishes } from './privacy/record-wishes.ts'
import { recordListedRelations } from './relations/record-listed-relations.ts'

/**
 * Records what lists of contacts say of people: names and reading, where they belong, what they
 * are to us. What says nothing new stays a duplicate; names that a member has given stay.
 */
export const recordProfilesStep: ListenStep = {
  name: 'record-profiles',
  isForWholeBatch: true,
  run: recordProfiles,
}

/** One row of a list and the person it speaks of. */
interface Listed {
  heard: Heard
  personId: string
  person: IncomingPerson
}

async function recordProfiles(batch: Batch): Promise<void> {
  const listed = batch.heard.flatMap((heard) => listedOf(batch, heard))
  if (listed.length === 0) return
  const { workspaceId, arrivedAt: at, random, ledger } = batch
  const making = { workspaceId, at, random, ledger }
  const [names, places] = [
    await recordNames(batch, listed),
    await tellAffiliations(batch, making, listed),
  ]
  // Accounts that are new are noted already.
  const told = [...names, ...places].filter(({ heard }) => heard.ending?.kind !== 'new')
  await noteDuePeople(
    batch,
    told.map(({ personId }) => personId),
  )
  const wishes = await tellWishes(batch, making, listed)
  const news = [names, places, await tellRelations(batch, making, listed), wishes]
  for (const { heard } of news.flatMap((some) => [...some])) {
    if (heard.ending?.kind === 'duplicate') heard.ending = { kind: 'updated', activityId: null }
  }
}

function listedOf(batch: Batch, heard: Heard): Listed[] {
  const { arrival, handleId } = heard
  if (arrival.kind !== 'profile' || arrival.person === undefined) return []
  const personId = handleId === undefined ? undefined : batch.personOfHandle.get(handleId)
  return personId === undefined ? [] : [{ heard, personId, person: arrival.person }]
}

interface Names {
  displayName: string
  familyName: string | null
  givenName: string | null
  nameReading: string | null
}

const NAME_FIELDS = ['displayName', 'familyName', 'givenName', 'nameReading'] as const

interface KnownPerson {
  names: Names
  /** What they were called before. */
  before: Names
  edited: Set<string>
  isChanged: boolean
}

/** The rows that tell a name, in their order: the last word counts. Answers those that told news. */
async function recordNames(batch: Batch, listed: Listed[]): Promise<Set<Listed>> {
  const naming = listed.filter(({ person }) => NAME_FIELDS.some((name) => person[name]))
  const known = await readPeople(batch, naming)
  const news = new Set<Listed>()
  for (const one of naming) {
    const before = known.get(one.personId)
    if (before !== undefined && tellNames(before, one.person)) news.add(one)
  }
  const changed = [...known].filter(([, { isChanged }]) => isChanged)
  await writeNames(
    batch,
    changed.map(([id, { names }]) => ({ id, names })),
  )
  for (const [id, { names, before }] of changed) {
    batch.ledger.changed.push(
      ...changesOf({ kind: 'person', id, personId: id }, before, names, NAME_FIELDS),
    )
  }
  const { workspaceId, arrivedAt: at, random } = batch
  await journalFields(
    batch.tx,
    { workspaceId, at, random, authorId: null, origin: 'import' },
    changed.flatMap(([personId, { names, before }]) =>
      NAME_FIELDS.map((field) => ({ personId, field, from: before[field], to: names[field] })),
    ),
  )
  return news
}

function tellNames(known: KnownPerson, person: IncomingPerson): boolean {
  let isNews = false
  const names = withParts(person)
  for (const field of NAME_FIELDS) {
    const said = names[field]
    if (!said || known.edited.has(field) || known.names[field] === said) continue
    known.names[field] = said
    isNews = true
  }
  known.isChanged ||= isNews
  return isNews
}

/** A whole name is taken apart where the list does not and its form leaves no doubt. */
function withParts(person: IncomingPerson): Partial<Record<keyof Names, string | null>> {
  const { displayName, familyName, givenName, nameReading } = person
  const isWhole = displayName !== undefined && familyName === undefined && givenName === undefined
  const parts = isWhole ? splitDisplayName(displayName) : { family: familyName, given: givenName }
  return {
    ...(displayName === undefined ? {} : { displayName }),
    ...(parts.family === undefined ? {} : { familyName: parts.family }),
    ...(parts.given === undefined ? {} : { givenName: parts.given }),
    ...(nameReading === undefined ? {} : { nameReading }),
  }
}

async function readPeople(batch: Batch, listed: Listed[]): Promise<Map<string, KnownPerson>> {
  const ids = [...new Set(listed.map(({ personId }) => personId))].sort()
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Names & { id: string; edited: string[] }>`
    select id, display_name as "displayName", family_name as "familyName",
      given_name as "givenName", name_reading as "nameReading", edited_fields as edited
    from person where workspace_id = ${batch.workspaceId} and id = any(${ids}::uuid[])
    order by id for update
  `.execute(batch.tx)
  return new Map(
    rows.map(({ id, edited, ...names }) => [
      id,
      { names, before: { ...names }, edited: new Set(edited), isChanged: false },
    ]),
  )
}

async function writeNames(batch: Batch, changed: { id: string; names: Names }[]): Promise<void> {
  if (changed.length === 0) return
  const column = (of: (names: Names) => string | null) => changed.map(({ names }) => of(names))
  await sql`
    update person p set display_name = u.display_name, family_name = u.family_name,
      given_name = u.given_name, name_reading = u.name_reading, sort_key = u.sort_key,
      name_tokens = p.name_tokens || u.name_tokens::tsvector
    from unnest(${changed.map(({ id }) => id)}::uuid[], ${column((n) => n.displayName)}::text[],
      ${column((n) => n.familyName)}::text[], ${column((n) => n.givenName)}::text[],
      ${column((n) => n.nameReading)}::text[], ${column(sortKeyOf)}::text[],
      ${column(tokensOf)}::text[])
      as u(id, display_name, family_name, given_name, name_reading, sort_key, name_tokens)
    where p.workspace_id = ${batch.workspaceId} and p.id = u.id
  `.execute(batch.tx)
}

/** Every name by which they are found, the parts also as one. */
function tokensOf(names: Names): string {
  return nameTokens([...Object.values(names), `${names.familyName ?? ''}${names.givenName ?? ''}`])
}

function sortKeyOf({ displayName, nameReading }: Names): string {
  return sortKey(displayName, nameReading ?? undefined)
    .slice(0, LIMITS.nameCharsMax)
    .toWellFormed()
}

async function tellAffiliations(
  batch: Batch,
  making: Making,
  listed: Listed[],
): Promise<Set<Listed>> {
  const named = listed.flatMap((one) =>
    one.person.organisation === undefined ? [] : [{ one, organisation: one.person.organisation }],
  )
  const ids = await ensureOrganisations(
    batch.tx,
    making,
    named.map(({ organisation }) => organisation),
  )
  const wanted = named.flatMap(({ one, organisation }) => {
    const { department, role, since, until, name } = organisation
    const organisationId = ids.get(organisationKey(name))
    if (organisationId === undefined) return []
    const { personId } = one
    const told = { department, role, since, until, source: 'import' as const }
    return [{ one, personId, organisationId, ...told }]
  })
  const news = await recordAffiliations(batch.tx, making, wanted)
  return new Set(news.map(({ one }) => one))
}

async function tellRelations(batch: Batch, making: Making, listed: Listed[]): Promise<Set<Listed>> {
  const relations = listed.flatMap((one) => {
    const { relations: kinds = [], datedRelations: dated = [] } = one.person
    return [...kinds.map((kind) => ({ kind })), ...dated].map((said) => {
      return { one, of: { personId: one.personId }, ...said }
    })
  })
  const news = await recordListedRelations(batch.tx, making, relations)
  return new Set([...news].map(({ one }) => one))
}

async function tellWishes(batch: Batch, making: Making, listed: Listed[]): Promise<Set<Listed>> {
  const told = listed.flatMap((one) => {
    const { wishes } = one.person
    return wishes === undefined ? [] : [{ one, personId: one.personId, wishes }]
  })
  const news = await recordWishes(batch.tx, making, told)
  return new Set([...news].map(({ one }) => one))
}

import { writeHandle } from '#channels/file/handle.ts'
import { writeActivity } from '#channels/file/write-activity.ts'
import { OUTCOMES_HEADER, PEOPLE_HEADER, writeRow } from '#channels/file/write-lists.ts'
import type { IncomingHandle } from '#vocabulary/index.ts'
import { seededChance } from '#vocabulary/index.ts'
import { happens } from '../chance/draws.ts'
import type { Actor, ActorRole, DatedArrival, World } from '../world.ts'

/** The log of the world, one line each of `enishi import --as activities`. */
export function* activityLines(world: World): Generator<string, void, undefined> {
  for (const dated of world.arrivals) yield JSON.stringify(activityLine(dated))
}

function activityLine({ arrival, actor, atMs }: DatedArrival): unknown {
  if (arrival.kind === 'activity') return writeActivity(arrival)
  if (arrival.kind === 'profile') return profileLine(arrival.handle)
  if (arrival.kind !== 'deletion') throw new RangeError(`no line for ${arrival.kind}`)
  const { platform, externalKey } = arrival
  return {
    type: 'Delete',
    actor: { platform, handle: actor.externalId },
    object: { id: externalKey, type: 'Tombstone' },
    published: new Date(atMs).toISOString(),
  }
}

function profileLine(handle: IncomingHandle): unknown {
  return {
    type: handle.kind === 'organisation' ? 'Organization' : 'Person',
    ...writeHandle(handle),
  }
}

/** The company's books as `outcomes-csv`: what its customers did, with what they paid. */
export function* outcomeRows(world: World): Generator<string, void, undefined> {
  yield writeRow(OUTCOMES_HEADER)
  for (const truth of world.truth) {
    if (truth.kind !== 'outcome') continue
    const { id, at, platform, handle, type, value, currency, topic } = truth
    yield writeRow([id, at, platform, handle, type, value?.toString(), currency, topic])
  }
}

/** Words of the glossary for what somebody is to the company. */
const RELATIONS: Record<ActorRole, string> = {
  public: 'customer',
  staff: 'employee',
  company: 'employee',
  competitor: 'competitor',
  partner: 'partner',
  press: 'media',
}

/** Of those who bought: how many the company knows by name. */
const KNOWN_CUSTOMERS = 0.3

/** The company's address book as `people-csv`: its staff, partners, the press, competitors and some customers. */
export function* peopleRows(world: World): Generator<string, void, undefined> {
  const customers = customersOf(world)
  const chance = seededChance(world.options.seed, 'address book')
  yield writeRow(PEOPLE_HEADER)
  for (const actor of world.actors) {
    if (actor.role === 'company') continue
    const isKnown = actor.role !== 'public' || (customers.has(actor.id) && isNamed(actor))
    if (!isKnown || (actor.role === 'public' && !happens(chance, KNOWN_CUSTOMERS))) continue
    yield writeRow(personRow(actor))
  }
}

function personRow(actor: Actor): (string | undefined)[] {
  const { name, family, given, reading, position, role, isOrganisation } = actor
  const handle = actor.accounts[0]?.handle
  const isJapanese = reading !== undefined
  const fullName = isJapanese ? `${family} ${given}` : `${given} ${family}`
  const cells: Partial<Record<(typeof PEOPLE_HEADER)[number], string | undefined>> = {
    ...{ name: isOrganisation ? name : fullName, family, given, reading },
    organisation: isOrganisation ? name : role === 'staff' ? '株式会社コトユ' : undefined,
    ...{ role: position, platform: handle?.platform, handle: handle?.externalId },
    relation: RELATIONS[role],
  }
  return PEOPLE_HEADER.map((column) => cells[column])
}

function isNamed({ family }: Actor): boolean {
  return family !== undefined && family !== ''
}

function customersOf(world: World): Set<string> {
  const bought = world.truth.flatMap((truth) =>
    truth.kind === 'outcome' && truth.type === 'purchase' ? [truth.person] : [],
  )
  return new Set(bought)
}

import { sql } from 'kysely'
import { changesOf } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import type { Making } from './organisations.ts'

/** Where a person belongs; what is absent was not said. Days are YYYY-MM-DD. */
export interface Affiliation {
  personId: string
  organisationId: string
  role?: string | undefined
  department?: string | undefined
  since?: string | undefined
  until?: string | undefined
  source: 'import' | 'member'
}

/** A stay of a person at an organisation; until its end is known it holds today. */
interface Stay {
  id: string
  personId: string
  organisationId: string
  role: string | null
  department: string | null
  since: string | null
  until: string | null
  source: 'import' | 'member'
}

const STAY_FIELDS = ['role', 'department', 'since', 'until', 'source'] as const

function rowOfStay({ id, personId }: Stay) {
  return { kind: 'affiliation' as const, id, personId }
}

const COLUMNS = {
  id: 'uuid',
  person_id: 'uuid',
  organisation_id: 'uuid',
  role: 'text',
  department: 'text',
  since: 'date',
  until: 'date',
  source: 'text',
} as const

/**
 * Records that people belong to organisations, in the order given; answers those that were news. The
 * stay that holds today is told more of, or ended, by what is said of it; an import changes none that
 * a member made. One that has ended is known by its end: whoever left and came back has several.
 */
export async function recordAffiliations<One extends Affiliation>(
  tx: Transaction,
  making: Making,
  wanted: readonly One[],
): Promise<One[]> {
  const known = await readStays(tx, making.workspaceId, wanted)
  const before = new Map([...known.values()].flat().map((stay) => [stay.id, { ...stay }]))
  const [added, changed] = [new Set<Stay>(), new Set<Stay>()]
  const news = wanted.filter((one) => {
    const stays = known.get(keyOf(one)) ?? []
    const meant = stayMeant(stays, one)
    if (meant !== undefined) {
      if (!tellMore(meant, one)) return false
      if (!added.has(meant)) changed.add(meant)
      return true
    }
    const stay = begin(one, making)
    known.set(keyOf(one), [...stays, stay])
    added.add(stay)
    return true
  })
  await updateStays(tx, making.workspaceId, [...changed])
  // After the ends: there is one stay of today at most.
  const made = await insertRows<{ id: string }>(
    tx,
    'affiliation',
    making.workspaceId,
    COLUMNS,
    [...added].map(rowOf),
    sql`on conflict do nothing returning id`,
  )
  making.ledger?.made.affiliation.push(...made.map(({ id }) => id))
  for (const stay of changed) {
    const was = before.get(stay.id) ?? stay
    making.ledger?.changed.push(...changesOf(rowOfStay(stay), was, stay, STAY_FIELDS))
  }
  return news
}

/** Whether what is said would end the stay that holds today before it began. */
export async function wouldEndBeforeStart(
  tx: Transaction,
  workspaceId: string,
  wanted: Affiliation,
): Promise<boolean> {
  const { since, until } = wanted
  if (until === undefined || since !== undefined) return false
  const stays = (await readStays(tx, workspaceId, [wanted])).get(keyOf(wanted)) ?? []
  if (stays.some((stay) => stay.until === until)) return false
  const began = stays.find((stay) => stay.until === null)?.since
  return typeof began === 'string' && until < began
}

function keyOf({ personId, organisationId }: Pick<Stay, 'personId' | 'organisationId'>): string {
  return `${personId} ${organisationId}`
}

async function readStays(
  tx: Transaction,
  workspaceId: string,
  wanted: readonly Affiliation[],
): Promise<Map<string, Stay[]>> {
  const pairs = new Map(wanted.map((one) => [keyOf(one), one]))
  if (pairs.size === 0) return new Map()
  const column = (name: 'personId' | 'organisationId') =>
    [...pairs.values()].map((one) => one[name])
  const { rows } = await sql<Stay>`
    select a.id, a.person_id as "personId", a.organisation_id as "organisationId", a.role, a.department,
      a.since::text as since, a.until::text as until, a.source
    from unnest(${column('personId')}::uuid[], ${column('organisationId')}::uuid[])
      as u(person_id, organisation_id)
    join affiliation a on a.workspace_id = ${workspaceId} and a.person_id = u.person_id
      and a.organisation_id = u.organisation_id
    order by a.id for update of a
  `.execute(tx)
  return Map.groupBy(rows, keyOf)
}

/** The stay that is spoken of: one with that end, or today's; undefined for one not heard of yet. */
function stayMeant(stays: readonly Stay[], { since, until }: Affiliation): Stay | undefined {
  const current = stays.find((stay) => stay.until === null)
  if (until === undefined) return current
  const ended = stays.find((stay) => stay.until === until)
  if (ended !== undefined || current === undefined) return ended
  const isItsEnd =
    current.since === null ||
    (since === undefined ? until >= current.since : since === current.since)
  return isItsEnd ? current : undefined
}

/** Answers whether that changed anything. */
function tellMore(stay: Stay, told: Affiliation): boolean {
  const { role, department, since, until, source } = told
  if (stay.source === 'member' && source === 'import') return false
  const after = {
    role: role ?? stay.role,
    department: department ?? stay.department,
    since: since ?? stay.since,
    until: until ?? stay.until,
  }
  const fields = ['role', 'department', 'since', 'until'] as const
  if (fields.every((field) => after[field] === stay[field])) return false
  Object.assign(stay, after, { source })
  return true
}

function begin(wanted: Affiliation, { at, random }: Making): Stay {
  const { personId, organisationId, role, department, since, until, source } = wanted
  return {
    id: uuidV7(at.getTime(), random),
    ...{ personId, organisationId, source },
    ...{ role: role ?? null, department: department ?? null },
    ...{ since: since ?? null, until: until ?? null },
  }
}

function rowOf({ personId, organisationId, ...stay }: Stay) {
  return { ...stay, person_id: personId, organisation_id: organisationId }
}

async function updateStays(
  tx: Transaction,
  workspaceId: string,
  stays: readonly Stay[],
): Promise<void> {
  if (stays.length === 0) return
  const column = (name: keyof Stay) => stays.map((stay) => stay[name])
  await sql`
    update affiliation a set role = u.role, department = u.department, since = u.since, until = u.until, source = u.source
    from unnest(${column('id')}::uuid[], ${column('role')}::text[],
      ${column('department')}::text[], ${column('since')}::date[], ${column('until')}::date[],
      ${column('source')}::text[]) as u(id, role, department, since, until, source)
    where a.workspace_id = ${workspaceId} and a.id = u.id
  `.execute(tx)
}

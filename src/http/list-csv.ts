import { csvCell } from '#channels/file/formula-guard.ts'
import { listDeals } from '#engage/index.ts'
import type { Transaction } from '#store/door.ts'
import { nameMembers } from '#store/members.ts'
import {
  agreedAmong,
  closedAmong,
  listOrganisations,
  listPeople,
  numberOf,
  stoppedAmong,
} from '#understand/index.ts'
import { LIMITS, type SubjectKind } from '#vocabulary/index.ts'
import type { Caller, HttpContext } from './handler.ts'
import { narrowQuery } from './lists.ts'

const BOM = '\uFEFF'

/** The columns by what a list is of; imports of such lists read them again. */
const COLUMNS = {
  person: [
    ...(['name', 'family', 'given', 'reading', 'organisation', 'role', 'relation'] as const),
    ...(['email', 'phone', 'do_not_contact', 'consent'] as const),
  ],
  organisation: ['name', 'reading', 'url', 'relation', 'people'],
  deal: [
    ...(['id', 'name', 'organisation', 'contact', 'pipeline', 'stage', 'state', 'value'] as const),
    ...(['currency', 'probability', 'closes_on', 'lost_reason', 'source', 'owner'] as const),
  ],
} as const satisfies Record<SubjectKind, readonly string[]>

interface CsvPage {
  rows: (string | null)[][]
  next: string | null
}

type ReadPage = (
  tx: Transaction,
  query: { list: string; limit: number; cursor?: string },
  caller: Caller,
) => Promise<CsvPage>

/**
 * A saved list as CSV: UTF-8 with BOM, page after page, so that a long list is never held as a whole.
 * Nobody whose use was stopped is in it. People whom nobody may contact are marked: a mailing must leave them out. An import reads that again,
 * and what they agreed to.
 */
export async function* listCsv(
  kind: SubjectKind,
  list: string,
  caller: Caller,
  context: HttpContext,
): AsyncGenerator<string, void, undefined> {
  yield `${BOM}${COLUMNS[kind].join(',')}\r\n`
  let cursor: string | undefined
  do {
    const query = { list, limit: LIMITS.pageItemsMax, ...(cursor === undefined ? {} : { cursor }) }
    const { rows, next } = await readPage(kind, query, caller, context)
    yield rows.map((row) => `${row.map((cell) => csvCell(cell ?? '')).join(',')}\r\n`).join('')
    cursor = next ?? undefined
  } while (cursor !== undefined)
}

async function readPage(
  kind: SubjectKind,
  query: Parameters<ReadPage>[1],
  caller: Caller,
  { door }: HttpContext,
): Promise<CsvPage> {
  const read = { person: readPeople, organisation: readOrganisations, deal: readDeals }[kind]
  const page = await door.inWorkspace(caller.workspaceId, (tx) => read(tx, query, caller))
  if (kind !== 'deal') return page
  // The accounts are another door: owners are named behind it.
  const owners = [...new Set(page.rows.flatMap((row) => row.at(-1) ?? []))]
  const names =
    owners.length === 0
      ? new Map<string, string>()
      : await nameMembers(door, caller.workspaceId, owners)
  const rows = page.rows.map((row) => [...row.slice(0, -1), names.get(row.at(-1) ?? '') ?? null])
  return { ...page, rows }
}

const readPeople: ReadPage = async (tx, query, caller) => {
  const narrowed = await narrowQuery(tx, 'person', query, caller)
  const { items, next } = await listPeople(tx, { ...narrowed, sort: 'name' }, query)
  const ids = items.map(({ id }) => id)
  const [closed, agreed] = [await closedAmong(tx, ids), await agreedAmong(tx, ids)]
  const stopped = await stoppedAmong(tx, ids)
  const rows = items
    .filter(({ id }) => !stopped.has(id))
    .map((person) => {
      const stay = person.affiliations.find(({ until }) => until === null)
      const mails = person.handles.filter(({ platform }) => platform === 'mail')
      const numbers = person.handles.flatMap((handle) => numberOf(handle) ?? [])
      return [
        ...[person.displayName, person.familyName, person.givenName, person.nameReading],
        ...[stay?.organisation.name ?? null, stay?.role ?? null, person.relations.join(';')],
        ...[mails.map(({ externalId }) => externalId).join(';'), numbers.join(';')],
        ...[(closed.get(person.id) ?? []).join(';'), (agreed.get(person.id) ?? []).join(';')],
      ]
    })
  return { rows, next }
}

const readOrganisations: ReadPage = async (tx, query, caller) => {
  const narrowed = await narrowQuery(tx, 'organisation', query, caller)
  const { items, next } = await listOrganisations(tx, { ...narrowed, sort: 'name' }, query)
  const rows = items.map(({ name, nameReading, url, relations, people }) => [
    ...[name, nameReading, url, relations.join(';'), String(people)],
  ])
  return { rows, next }
}

const readDeals: ReadPage = async (tx, query, caller) => {
  const narrowed = await narrowQuery(tx, 'deal', query, caller)
  const filter = { ...narrowed, owner: undefined, sort: 'name' as const }
  const { items, next } = await listDeals(tx, filter, query)
  const people = items.flatMap((deal) => deal.people.map(({ id }) => id))
  const stopped = await stoppedAmong(tx, people)
  const rows = items.map((deal) => [
    ...[deal.key ?? deal.id, deal.name, deal.organisation?.name ?? null],
    ...[
      deal.people.find(({ id }) => !stopped.has(id))?.name ?? null,
      deal.pipeline.name,
      deal.stage.name,
      deal.state,
    ],
    ...[deal.value, deal.currency, String(deal.probability), deal.closesOn],
    ...[deal.lostText ?? deal.lostReason, deal.source, deal.owner?.id ?? null],
  ])
  return { rows, next }
}

import {
  cellsOfCard,
  notesCell,
  relationDays,
  relationsCell,
  writeRow,
} from '#channels/file/write-lists.ts'
import { listDeals } from '#engage/index.ts'
import type { Transaction } from '#store/door.ts'
import { nameMembers } from '#store/members.ts'
import {
  agreedAmong,
  closedAmong,
  type ExportedCard,
  exportCards,
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
    ...(['relation_since', 'relation_until', 'owner', 'second_owner', 'tags'] as const),
  ],
  organisation: [
    ...(['name', 'reading', 'url', 'relation', 'people', 'relation_since'] as const),
    ...(['relation_until', 'owner', 'second_owner', 'tags', 'note'] as const),
  ],
  deal: [
    ...(['id', 'name', 'organisation', 'contact', 'pipeline', 'stage', 'state', 'value'] as const),
    ...(['currency', 'probability', 'closes_on', 'lost_reason', 'source', 'owner'] as const),
    ...(['second_owner', 'tags', 'note'] as const),
  ],
} as const satisfies Record<SubjectKind, readonly string[]>

/** A row, whose owners are still to be named. */
interface CsvRow {
  /** What stands before the card. */
  cells: (string | null)[]
  card: ExportedCard | undefined
}

interface CsvPage {
  rows: CsvRow[]
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
 * and what they agreed to. Notes leave the house with organisations and deals; of people only with the
 * whole export, for a list of people may be handed to whoever sends a mailing.
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
    const names = await namesOfOwners(rows, caller, context)
    yield rows.map((row) => writeRow(cellsOf(kind, row, names))).join('')
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
  return door.inWorkspace(caller.workspaceId, (tx) => read(tx, query, caller))
}

/** The accounts are another door: owners are named behind it. */
async function namesOfOwners(
  rows: readonly CsvRow[],
  { workspaceId }: Caller,
  { door }: HttpContext,
): Promise<Map<string, string>> {
  const owners = rows.flatMap(({ card }) => [card?.ownerId, card?.secondOwnerId])
  const ids = [...new Set(owners.filter((id) => typeof id === 'string'))]
  return ids.length === 0 ? new Map() : nameMembers(door, workspaceId, ids)
}

function cellsOf(
  kind: SubjectKind,
  { cells, card }: CsvRow,
  names: ReadonlyMap<string, string>,
): (string | null)[] {
  if (card === undefined) return cells
  const days = kind === 'deal' ? [] : relationDays(card.relations)
  const notes = kind === 'person' ? [] : [notesCell(card.notes)]
  return [...cells, ...days, ...cellsOfCard(card, names), ...notes]
}

const readPeople: ReadPage = async (tx, query, caller) => {
  const narrowed = await narrowQuery(tx, 'person', query, caller)
  const { items, next } = await listPeople(tx, { ...narrowed, sort: 'name' }, query)
  const ids = items.map(({ id }) => id)
  const [closed, agreed] = [await closedAmong(tx, ids), await agreedAmong(tx, ids)]
  const stopped = await stoppedAmong(tx, ids)
  const cards = await exportCards(tx, 'person', ids)
  const rows = items
    .filter(({ id }) => !stopped.has(id))
    .map((person) => {
      const stay = person.affiliations.find(({ until }) => until === null)
      const mails = person.handles.filter(({ platform }) => platform === 'mail')
      const numbers = person.handles.flatMap((handle) => numberOf(handle) ?? [])
      const card = cards.get(person.id)
      const cells = [
        ...[person.displayName, person.familyName, person.givenName, person.nameReading],
        ...[
          stay?.organisation.name ?? null,
          stay?.role ?? null,
          relationsCell(card?.relations ?? []),
        ],
        ...[mails.map(({ externalId }) => externalId).join(';'), numbers.join(';')],
        ...[(closed.get(person.id) ?? []).join(';'), (agreed.get(person.id) ?? []).join(';')],
      ]
      return { cells, card }
    })
  return { rows, next }
}

const readOrganisations: ReadPage = async (tx, query, caller) => {
  const narrowed = await narrowQuery(tx, 'organisation', query, caller)
  const { items, next } = await listOrganisations(tx, { ...narrowed, sort: 'name' }, query)
  const ids = items.map(({ id }) => id)
  const cards = await exportCards(tx, 'organisation', ids)
  const rows = items.map(({ id, name, nameReading, url, people }) => {
    const card = cards.get(id)
    const relations = relationsCell(card?.relations ?? [])
    return { cells: [name, nameReading, url, relations, String(people)], card }
  })
  return { rows, next }
}

const readDeals: ReadPage = async (tx, query, caller) => {
  const narrowed = await narrowQuery(tx, 'deal', query, caller)
  const filter = { ...narrowed, owner: undefined, sort: 'name' as const }
  const { items, next } = await listDeals(tx, filter, query)
  const people = items.flatMap((deal) => deal.people.map(({ id }) => id))
  const stopped = await stoppedAmong(tx, people)
  const ids = items.map(({ id }) => id)
  const cards = await exportCards(tx, 'deal', ids)
  const cellsOfDeal = (deal: (typeof items)[number]) => [
    ...[deal.key ?? deal.id, deal.name, deal.organisation?.name ?? null],
    ...[
      deal.people.find(({ id }) => !stopped.has(id))?.name ?? null,
      deal.pipeline.name,
      deal.stage.name,
      deal.state,
    ],
    ...[deal.value, deal.currency, String(deal.probability), deal.closesOn],
    ...[deal.lostText ?? deal.lostReason, deal.source],
  ]
  const rows = items.map((deal) => ({ cells: cellsOfDeal(deal), card: cards.get(deal.id) }))
  return { rows, next }
}

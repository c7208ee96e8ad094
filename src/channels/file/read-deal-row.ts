import { createHash } from 'node:crypto'
import {
  DEAL_COLUMNS,
  type DealColumn,
  knownFields,
  type ReadContext,
  type ReadRecord,
} from '#listen/index.ts'
import type { DealState, IncomingContact, IncomingDeal } from '#vocabulary/index.ts'
import { RefusedRecord } from '../json-fields.ts'
import { dayOfCell } from './day-cell.ts'
import { dealStateNamed } from './deal-words.ts'
import { mailAddress, mailHandle, namelessHandle } from './list-handles.ts'
import { moneyOfCells } from './money-cells.ts'
import { ownTermCells } from './own-term-cells.ts'
import { cellsOf, damagedCell, fieldOf, type NamedRow } from './table-format.ts'

type Cells = Partial<Record<DealColumn, string>>

/** What a row of a list of deals says. Pure. */
export function readDealRow(named: NamedRow | undefined, context: ReadContext): ReadRecord {
  if (named === undefined) return { refusal: { reason: 'not-an-object' } }
  const cells: Cells = cellsOf(named, DEAL_COLUMNS)
  const damaged = damagedCell(cells, named, DEAL_COLUMNS)
  if (damaged !== undefined) return { refusal: damaged }
  try {
    const { terms, ...noted } = ownTermCells(named, context)
    return { arrival: { ...dealOf(cells, named, context), ...terms }, ...noted }
  } catch (fault) {
    if (fault instanceof RefusedRecord) return { refusal: fault.refusal }
    throw fault
  }
}

function dealOf(cells: Cells, named: NamedRow, context: ReadContext): IncomingDeal {
  const { columns } = named
  const { name, pipeline, stage, source, organisation, lostReason } = cells
  if (name === undefined) throw missing(fieldOf(columns, 'name'))
  return knownFields<IncomingDeal>({
    kind: 'deal',
    key: keyOf(cells, context),
    name,
    ...{ pipeline, stage, source, organisation, lostText: lostReason },
    state: stateOf(cells, named),
    ...moneyOfCells(cells, columns),
    probability: percentOf(cells, named),
    closesOn: dayOfCell(cells.closesOn, 'closesOn', named, context),
    contact: contactOf(cells, named, context),
    columns: {
      stage: fieldOf(columns, stage === undefined ? 'state' : 'stage'),
      pipeline: fieldOf(columns, 'pipeline'),
      contact: fieldOf(columns, 'contact'),
    },
  })
}

/** A list that gives no ids means the deal of that name at that organisation. */
function keyOf({ id, name, organisation }: Cells, { scope }: ReadContext): string {
  if (id !== undefined) return `${scope}:${id}`
  const said = JSON.stringify([name ?? '', organisation ?? ''])
  return `${scope}:sha256:${createHash('sha256').update(said).digest('hex').slice(0, 32)}`
}

/** A column for the state says it; else the words of the stage may. */
function stateOf({ state, stage }: Cells, { columns }: NamedRow): DealState | undefined {
  if (state === undefined) return stage === undefined ? undefined : dealStateNamed(stage)
  const known = dealStateNamed(state)
  if (known !== undefined || stage === undefined) return known ?? wordless(state, columns)
  return dealStateNamed(stage)
}

/** Without a column for the stage a word that tells no state has to be corrected. */
function wordless(state: string, columns: NamedRow['columns']): never {
  const field = fieldOf(columns, 'state')
  throw new RefusedRecord({ reason: 'unknown-stage', field, detail: state.slice(0, 100) })
}

function percentOf({ probability }: Cells, { columns }: NamedRow): number | undefined {
  if (probability === undefined) return undefined
  const folded = probability.normalize('NFKC').replace(/\s/g, '')
  const [, number] = /^(\d{1,3}(?:\.\d+)?)%?$/.exec(folded) ?? []
  const percent = Number(number)
  if (number !== undefined && percent <= 100) return percent
  const field = fieldOf(columns, 'probability')
  throw new RefusedRecord({ reason: 'bad-field', field, detail: probability.slice(0, 100) })
}

/** By address where there is one; else by name, at the organisation. */
function contactOf(
  { contact, email, organisation }: Cells,
  { columns }: NamedRow,
  { scope }: ReadContext,
): IncomingContact | undefined {
  if (email !== undefined) {
    const address = mailAddress(email)
    const field = fieldOf(columns, 'email')
    if (address === null)
      throw new RefusedRecord({ reason: 'bad-field', field, detail: email.slice(0, 100) })
    return knownFields<IncomingContact>({ handle: mailHandle(address), name: contact })
  }
  if (contact === undefined) return undefined
  return { handle: namelessHandle([contact, organisation], scope), name: contact, isByName: true }
}

function missing(field: string): RefusedRecord {
  return new RefusedRecord({ reason: 'missing-field', field })
}

import { foldName, type ReadContext } from '#listen/index.ts'
import type { DatedRelation, Refusal, RelationKind } from '#vocabulary/index.ts'
import { RefusedRecord } from '../json-fields.ts'
import { dayOfCell } from './day-cell.ts'
import { localTime } from './local-time.ts'
import { relationWords } from './relation-words.ts'
import { fieldOf, type NamedRow } from './table-format.ts'

/** The cells that say what somebody is to us, and when. */
interface Cells {
  relation?: string
  relationSince?: string
  relationUntil?: string
}

/** What a row says of relations, and what of it was left out. */
interface RelationsSaid {
  said: { relations?: RelationKind[]; datedRelations?: DatedRelation[] }
  notes: Refusal[]
}

/** A column that is called so says by itself that they are a customer. */
const OF_CUSTOMERS =
  /^(customersince(date)?|clientsince|becamea?customerdate|顧客開始日|顧客になった日|顧客化した日)$/

/**
 * What somebody is to us, with the days from which and until which. One day is of all relations of the row;
 * several, parted by `;`, are of each in turn. Days to come, and days of no relation, are left out and noted.
 * Throws RefusedRecord for what is no day, and for an end before its beginning. Pure.
 */
export function relationCells(cells: Cells, named: NamedRow, context: ReadContext): RelationsSaid {
  const words = wordsOf(cells, named)
  const notes: Refusal[] = []
  const since = daysOf(cells, 'relationSince', words.length, named, context)
  const until = daysOf(cells, 'relationUntil', words.length, named, context)
  const today = localTime(context.arrivedAt, context.timeZone).slice(0, 10)
  const toCome = (column: 'relationSince' | 'relationUntil', day: string) =>
    notes.push({ reason: 'date-to-come', field: fieldOf(named.columns, column), detail: day })
  const relations: DatedRelation[] = []
  for (const [at, kind] of words.entries()) {
    const [from, to] = [dayAt(since, at), dayAt(until, at)]
    if (from !== undefined && to !== undefined && to < from) throw backwards(named, from, to)
    if (from !== undefined && from > today) toCome('relationSince', from)
    else if (to !== undefined && to > today) toCome('relationUntil', to)
    if (kind === undefined || (from !== undefined && from > today)) continue
    relations.push({
      kind,
      ...(from === undefined ? {} : { since: from }),
      ...(to === undefined || to > today ? {} : { until: to }),
    })
  }
  const placeless = [...since, ...until].find((day) => day !== undefined)
  if (placeless !== undefined && words.every((kind) => kind === undefined)) {
    const field = fieldOf(
      named.columns,
      since.includes(placeless) ? 'relationSince' : 'relationUntil',
    )
    notes.push({ reason: 'date-without-relation', field, detail: placeless })
  }
  return { said: sorted(cells, relations), notes }
}

function wordsOf(cells: Cells, { columns }: NamedRow): (RelationKind | undefined)[] {
  const words = cells.relation === undefined ? [] : relationWords(cells.relation)
  if (words.some((kind) => kind !== undefined)) return words
  const isCustomer =
    cells.relationSince !== undefined &&
    OF_CUSTOMERS.test(foldName(fieldOf(columns, 'relationSince')))
  return isCustomer ? ['customer'] : words
}

/** Several days are of several relations, and as many as those. */
function daysOf(
  cells: Cells,
  column: 'relationSince' | 'relationUntil',
  relations: number,
  named: NamedRow,
  context: ReadContext,
): (string | undefined)[] {
  const cell = cells[column]
  if (cell === undefined) return []
  const parts = cell.split(/[;；\n]/).map((part) => part.trim())
  if (parts.length > 1 && parts.length !== relations) {
    const field = fieldOf(named.columns, column)
    throw new RefusedRecord({ reason: 'bad-date', field, detail: cell.slice(0, 100) })
  }
  return parts.map((part) => dayOfCell(part === '' ? undefined : part, column, named, context))
}

function dayAt(days: readonly (string | undefined)[], at: number): string | undefined {
  return days.length === 1 ? days[0] : days[at]
}

/** Those of which no day was said hold from now on, as far as the list knows. */
function sorted(cells: Cells, relations: readonly DatedRelation[]): RelationsSaid['said'] {
  const isDated = (one: DatedRelation) => one.since !== undefined || one.until !== undefined
  const undated = relations.filter((one) => !isDated(one)).map(({ kind }) => kind)
  const dated = relations.filter(isDated)
  return {
    ...(cells.relation === undefined ? {} : { relations: [...new Set(undated)] }),
    ...(dated.length === 0 ? {} : { datedRelations: dated }),
  }
}

function backwards({ columns }: NamedRow, from: string, to: string): RefusedRecord {
  const field = fieldOf(columns, 'relationUntil')
  return new RefusedRecord({ reason: 'end-before-start', field, detail: `${from} – ${to}` })
}

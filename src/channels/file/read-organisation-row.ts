import {
  knownFields,
  ORGANISATION_COLUMNS,
  type OrganisationColumn,
  type ReadContext,
  type ReadRecord,
} from '#listen/index.ts'
import type { IncomingOrganisation } from '#vocabulary/index.ts'
import { RefusedRecord } from '../json-fields.ts'
import { ownTermCells } from './own-term-cells.ts'
import { relationCells } from './relation-cells.ts'
import { cellsOf, damagedCell, fieldOf, type NamedRow } from './table-format.ts'
import { webAddress } from './web-address.ts'

type Cells = Partial<Record<OrganisationColumn, string>>

/** What a row of a list of organisations says. Pure. */
export function readOrganisationRow(named: NamedRow | undefined, context: ReadContext): ReadRecord {
  if (named === undefined) return { refusal: { reason: 'not-an-object' } }
  const cells: Cells = cellsOf(named, ORGANISATION_COLUMNS)
  const damaged = damagedCell(cells, named, ORGANISATION_COLUMNS)
  if (damaged !== undefined) return { refusal: damaged }
  if (cells.name === undefined) {
    return { refusal: { reason: 'missing-field', field: fieldOf(named.columns, 'name') } }
  }
  try {
    const { terms, ...noted } = ownTermCells(named, context)
    const relations = relationCells(cells, named, context)
    const notes = [...(noted.notes ?? []), ...relations.notes]
    return {
      arrival: { ...organisationOf(cells, cells.name), ...relations.said, ...terms },
      ...(notes.length === 0 ? {} : { notes }),
    }
  } catch (fault) {
    if (fault instanceof RefusedRecord) return { refusal: fault.refusal }
    throw fault
  }
}

function organisationOf(cells: Cells, name: string): IncomingOrganisation {
  return knownFields<IncomingOrganisation>({
    kind: 'organisation',
    name,
    nameReading: cells.reading,
    url: webAddress(cells.url),
  })
}

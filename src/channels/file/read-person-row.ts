import {
  knownFields,
  PERSON_COLUMNS,
  type PersonColumn,
  type ReadContext,
  type ReadRecord,
} from '#listen/index.ts'
import type { IncomingHandle, IncomingPerson, IncomingProfile } from '#vocabulary/index.ts'
import { RefusedRecord } from '../json-fields.ts'
import { dayOfCell } from './day-cell.ts'
import {
  handleOfPage,
  LIST,
  listHandle,
  mailAddress,
  mailHandle,
  namedHandles,
  namelessHandle,
} from './list-handles.ts'
import { ownTermCells } from './own-term-cells.ts'
import { relationsNamed } from './relation-words.ts'
import { cellsOf, damagedCell, fieldOf, type NamedRow } from './table-format.ts'
import { webAddress } from './web-address.ts'

type Cells = Partial<Record<PersonColumn, string>>

/** What a row of a list of contacts says: who somebody is. Pure. */
export function readPersonRow(named: NamedRow | undefined, context: ReadContext): ReadRecord {
  if (named === undefined) return { refusal: { reason: 'not-an-object' } }
  const cells: Cells = cellsOf(named, PERSON_COLUMNS)
  const damaged = damagedCell(cells, named, PERSON_COLUMNS)
  if (damaged !== undefined) return { refusal: damaged }
  try {
    const { terms, ...noted } = ownTermCells(named, context)
    const person = { ...personOf(cells, named, context), ...terms }
    const [handle, ...others] = handlesOf(cells, named, context, person)
    const profile: IncomingProfile = { kind: 'profile', handle, person }
    return {
      arrival: others.length === 0 ? profile : { ...profile, alsoHandles: others },
      ...noted,
    }
  } catch (fault) {
    if (fault instanceof RefusedRecord) return { refusal: fault.refusal }
    throw fault
  }
}

function personOf(cells: Cells, named: NamedRow, context: ReadContext): IncomingPerson {
  const readings = [cells.familyReading, cells.givenReading].filter((text) => text !== undefined)
  return knownFields({
    displayName: cells.name ?? composedName(cells),
    familyName: cells.family,
    givenName: cells.given,
    nameReading: cells.reading ?? (readings.length === 0 ? undefined : readings.join(' ')),
    organisation: organisationOf(cells, named, context),
    relations: cells.relation === undefined ? undefined : relationsNamed(cells.relation),
  })
}

/** Family first where the name is written in Japanese, given first elsewhere. */
function composedName({ family, given }: Cells): string | undefined {
  const isJapanese = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(`${family}${given}`)
  const parts = isJapanese ? [family, given] : [given, family]
  const said = parts.filter((part) => part !== undefined)
  return said.length === 0 ? undefined : said.join(' ')
}

function organisationOf(
  cells: Cells,
  named: NamedRow,
  context: ReadContext,
): IncomingPerson['organisation'] {
  if (cells.organisation === undefined) return undefined
  return knownFields<NonNullable<IncomingPerson['organisation']>>({
    name: cells.organisation,
    department: cells.department,
    role: cells.role,
    since: dayOfCell(cells.since, 'since', named, context),
    until: dayOfCell(cells.until, 'until', named, context),
    url: webAddress(cells.organisationUrl),
  })
}

/** The accounts that the row gives, the one that tells most first; at least one. */
function handlesOf(
  cells: Cells,
  { columns }: NamedRow,
  { scope }: ReadContext,
  { displayName }: IncomingPerson,
): [IncomingHandle, ...IncomingHandle[]] {
  const onPlatforms = namedHandles(cells.platform, cells.handle)
  if (onPlatforms === undefined) {
    throw new RefusedRecord({ reason: 'missing-field', field: fieldOf(columns, 'platform') })
  }
  const address = addressOf(cells, fieldOf(columns, 'email'))
  const page = cells.url === undefined ? undefined : handleOfPage(cells.url)
  const found = [
    ...onPlatforms,
    ...(page === undefined ? [] : [page]),
    ...(address === undefined ? [] : [mailHandle(address)]),
    ...(cells.id === undefined ? [] : [listHandle(cells.id, scope)]),
  ]
  const once = [
    ...new Map(found.map((one) => [`${one.platform}\n${one.externalId}`, one])).values(),
  ]
  const [first, ...others] = once.map((handle) => named(handle, displayName))
  return [first ?? named(byName(cells, columns, scope), displayName), ...others]
}

/** Only lists speak of an account of theirs, so what it is called is what the list says. */
function named(handle: IncomingHandle, displayName: string | undefined): IncomingHandle {
  if (handle.platform !== LIST || displayName === undefined) return handle
  return { ...handle, displayName, kind: 'person' }
}

const NO_ADDRESS = /^(?:[-ー―—]|なし|無し|無|不明|n\/?a|none|null)$/i

function addressOf({ email }: Cells, field: string): string | undefined {
  if (email === undefined || NO_ADDRESS.test(email)) return undefined
  const address = mailAddress(email)
  if (address !== null) return address
  throw new RefusedRecord({ reason: 'bad-field', field, detail: email.slice(0, 100) })
}

function byName(cells: Cells, columns: NamedRow['columns'], scope: string): IncomingHandle {
  const { name, family, given, reading, organisation } = cells
  if (name === undefined && family === undefined && given === undefined) {
    const field = fieldOf(columns, columns.name === undefined ? 'family' : 'name')
    throw new RefusedRecord({ reason: 'missing-field', field })
  }
  return namelessHandle([name, family, given, reading, organisation], scope)
}

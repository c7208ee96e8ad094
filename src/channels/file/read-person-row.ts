import {
  knownFields,
  PERSON_COLUMNS,
  type PersonColumn,
  type ReadContext,
  type ReadRecord,
} from '#listen/index.ts'
import { phoneCountryOf, phoneHandle, readPhone } from '#understand/index.ts'
import type { IncomingHandle, IncomingPerson, IncomingProfile, Refusal } from '#vocabulary/index.ts'
import { RefusedRecord } from '../json-fields.ts'
import { wishesOf } from './contact-wishes.ts'
import { dayOfCell } from './day-cell.ts'
import {
  handleOfPage,
  LIST,
  listHandle,
  mailAddresses,
  mailHandle,
  namedHandles,
  namelessHandle,
} from './list-handles.ts'
import { ownTermCells } from './own-term-cells.ts'
import { relationCells } from './relation-cells.ts'
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
    const relations = relationCells(cells, named, context)
    const person = { ...personOf(cells, named, context), ...relations.said, ...terms }
    const [handle, ...others] = handlesOf(cells, named, context, person)
    const numbers = numbersOf(cells, named, context, handle)
    const alsoHandles = [...others, ...numbers.handles]
    const wishes = wishesOf(cells, named)
    const said = wishes.wishes === undefined ? person : { ...person, wishes: wishes.wishes }
    const profile: IncomingProfile = { kind: 'profile', handle, person: said }
    const about = [...(noted.notes ?? []), ...relations.notes]
    const notes = [...about, ...numbers.notes, ...wishes.notes]
    return {
      arrival: alsoHandles.length === 0 ? profile : { ...profile, alsoHandles },
      ...(notes.length === 0 ? {} : { notes }),
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
  })
}

/** Family first where the name is written in Japanese, given first elsewhere. */
export function composedName({
  family,
  given,
}: {
  family?: string | undefined
  given?: string | undefined
}): string | undefined {
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
  const page = cells.url === undefined ? undefined : handleOfPage(cells.url)
  const found = [
    ...onPlatforms,
    ...(page === undefined ? [] : [page]),
    ...addressesOf(cells.email, fieldOf(columns, 'email')).map(mailHandle),
    ...addressesOf(cells.otherEmail, fieldOf(columns, 'otherEmail')).map(mailHandle),
    ...(cells.id === undefined ? [] : [listHandle(cells.id, scope)]),
  ]
  const once = [
    ...new Map(found.map((one) => [`${one.platform}\n${one.externalId}`, one])).values(),
  ]
  const [first, ...others] = once.map((handle) => named(handle, displayName))
  return [first ?? named(byName(cells, columns, scope), displayName), ...others]
}

/** So many numbers in one cell are read. */
const NUMBERS_MAX = 5

/** The numbers that the row gives, and those that are none: they keep nobody out. */
function numbersOf(
  cells: Cells,
  { columns }: NamedRow,
  { timeZone }: ReadContext,
  whose: IncomingHandle,
): { handles: IncomingHandle[]; notes: Refusal[] } {
  const country = phoneCountryOf(timeZone)
  const scope = `${whose.platform}\n${whose.externalId}`
  const read = (['mobile', 'phone'] as const).flatMap((column) =>
    writtenNumbers(cells[column]).map((text) => ({
      column,
      text,
      number: readPhone(text, country),
    })),
  )
  return {
    handles: read.flatMap(({ number }) =>
      number === undefined ? [] : [phoneHandle(number, scope)],
    ),
    notes: read
      .filter(({ number }) => number === undefined)
      .map(({ column, text }) => ({
        ...{ reason: 'bad-field' as const, field: fieldOf(columns, column) },
        detail: text.slice(0, 100),
      })),
  }
}

/** Numbers are written with spaces: only signs that stand in none of them part several. */
function writtenNumbers(cell: string | undefined): string[] {
  if (cell === undefined || NO_ADDRESS.test(cell)) return []
  const written = cell.split(/[,;、，；\n]|\s\/\s|:::/).map((text) => text.trim())
  return written.filter((text) => text !== '').slice(0, NUMBERS_MAX)
}

/** Only lists speak of an account of theirs, so what it is called is what the list says. */
function named(handle: IncomingHandle, displayName: string | undefined): IncomingHandle {
  if (handle.platform !== LIST || displayName === undefined) return handle
  return { ...handle, displayName, kind: 'person' }
}

const NO_ADDRESS = /^(?:[-ー―—]|なし|無し|無|不明|n\/?a|none|null)$/i

function addressesOf(cell: string | undefined, field: string): string[] {
  if (cell === undefined || NO_ADDRESS.test(cell)) return []
  return mailAddresses(cell).map((address) => {
    if (address !== null) return address
    throw new RefusedRecord({ reason: 'bad-field', field, detail: cell.slice(0, 100) })
  })
}

function byName(cells: Cells, columns: NamedRow['columns'], scope: string): IncomingHandle {
  const { name, family, given, reading, organisation } = cells
  if (name === undefined && family === undefined && given === undefined) {
    const field = fieldOf(columns, columns.name === undefined ? 'family' : 'name')
    throw new RefusedRecord({ reason: 'missing-field', field })
  }
  return namelessHandle([name, family, given, reading, organisation], scope)
}

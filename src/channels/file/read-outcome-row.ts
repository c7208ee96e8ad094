import { createHash } from 'node:crypto'
import {
  knownFields,
  OUTCOME_COLUMNS,
  type OutcomeColumn,
  parseDate,
  type ReadContext,
  type ReadRecord,
} from '#listen/index.ts'
import {
  type IncomingActivity,
  type IncomingClaim,
  type IncomingHandle,
  type IncomingOutcome,
  NOBODY,
  type OutcomeType,
  type Refusal,
} from '#vocabulary/index.ts'
import { claimOf } from '../hooks/said-claims.ts'
import { RefusedRecord } from '../json-fields.ts'
import { listHandle, mailAddress, mailHandle, namedHandle, namelessHandle } from './list-handles.ts'
import { localTime } from './local-time.ts'
import { moneyOfCells } from './money-cells.ts'
import { outcomeTypeNamed } from './outcome-words.ts'
import { cellsOf, damagedCell, fieldOf, type NamedRow } from './table-format.ts'

type Cells = Partial<Record<OutcomeColumn, string>>

/** Where ids of outcomes are counted that a list numbers itself. */
const PLATFORM = 'list'

/** What a row of a list of outcomes says: who bought, renewed, left, and for how much. Pure. */
export function readOutcomeRow(named: NamedRow | undefined, context: ReadContext): ReadRecord {
  if (named === undefined) return { refusal: { reason: 'not-an-object' } }
  const cells: Cells = cellsOf(named, OUTCOME_COLUMNS)
  const damaged = damagedCell(cells, named, OUTCOME_COLUMNS)
  if (damaged !== undefined) return { refusal: damaged }
  try {
    return { arrival: activityOf(cells, named, context) }
  } catch (fault) {
    if (fault instanceof RefusedRecord) return { refusal: fault.refusal }
    throw fault
  }
}

function activityOf(cells: Cells, named: NamedRow, context: ReadContext): IncomingActivity {
  const publishedAt = timeOf(cells, named, context)
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Outcome',
    ...keyOf(cells, publishedAt, named.line, context),
    actor: actorOf(cells, named, context),
    publishedAt,
    outcome: outcomeOf(cells, named),
  }
}

/** In our own exports an id says whose it is; it then means the same in every file. */
const OWN_ID = /^enishi:([a-z0-9._-]+):(.+)$/s

/** The id of an outcome as our exports write it. */
export function writeOutcomeId(platform: string, externalKey: string): string {
  return `enishi:${platform}:${externalKey}`
}

/** Where somebody says to have come from makes no other outcome of it. */
const TELLING_COLUMNS = OUTCOME_COLUMNS.filter(
  (column) => !['code', 'referredBy', 'heardFrom'].includes(column),
)

/**
 * The id where there is one, else a hash of what the row says: who did what at a time of day is one
 * outcome, in however many lists it comes. Equal rows of a day without a time may be several sales:
 * they are told apart by file and line.
 */
function keyOf(
  cells: Cells,
  publishedAt: Date,
  line: number,
  { scope, fileName = '', timeZone }: ReadContext,
): { platform: string; externalKey: string } {
  const [, platform, own] = OWN_ID.exec(cells.id ?? '') ?? []
  if (platform !== undefined && own !== undefined) return { platform, externalKey: own }
  if (cells.id !== undefined) return { platform: PLATFORM, externalKey: `${scope}:${cells.id}` }
  const values = TELLING_COLUMNS.map((meaning) => cells[meaning] ?? '')
  // Numbers and names are known in their list only, accounts everywhere.
  const isKnownEverywhere = (cells.handle && cells.platform) ?? cells.email
  const within = isKnownEverywhere === undefined ? [scope] : []
  // Sales to nobody are alike: only who did what at a time of day is one and the same.
  const isTelling = hasTimeOfDay(publishedAt, timeZone) && !isNobodys(cells)
  const said = isTelling ? [...within, ...values] : [scope, fileName, line, ...values]
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('hex')
  return { platform: PLATFORM, externalKey: `sha256:${hash}` }
}

/** Midnight, here or by UTC, is how lists write a day without a time. */
function hasTimeOfDay(instant: Date, timeZone: string): boolean {
  const clocks = [localTime(instant, timeZone).slice(11), instant.toISOString().slice(11, 19)]
  return !clocks.includes('00:00:00')
}

function actorOf(cells: Cells, { columns }: NamedRow, { scope }: ReadContext): IncomingHandle {
  const { platform, handle, email, personId, name } = cells
  if (handle !== undefined && platform !== undefined) return namedHandle(platform, handle)
  if (email !== undefined) {
    const address = mailAddress(email)
    if (address !== null) return mailHandle(address)
    throw refused('bad-field', fieldOf(columns, 'email'), email)
  }
  if (personId !== undefined) return withName(listHandle(personId, scope), name)
  if (name !== undefined) return withName(namelessHandle([name], scope), name)
  // A list without any column of who it was is refused whole: it is read wrongly rather than nobody's.
  if (isNobodys(cells)) return NOBODY
  const lacking =
    handle === undefined ? firstColumn(columns, ['handle', 'email', 'personId']) : 'platform'
  throw refused('missing-field', fieldOf(columns, lacking))
}

/** Whether a row leaves out whose it was. */
function isNobodys({ handle, email, personId, name }: Cells): boolean {
  return [handle, email, personId, name].every((cell) => cell === undefined)
}

function withName(handle: IncomingHandle, displayName: string | undefined): IncomingHandle {
  return displayName === undefined ? handle : { ...handle, displayName }
}

function firstColumn(
  columns: NamedRow['columns'],
  among: readonly ('handle' | 'email' | 'personId')[],
): OutcomeColumn {
  return among.find((meaning) => columns[meaning] !== undefined) ?? 'personId'
}

function timeOf({ at }: Cells, { columns, dayOrder }: NamedRow, { timeZone }: ReadContext): Date {
  const field = fieldOf(columns, 'at')
  if (at === undefined) throw refused('missing-field', field)
  const date = parseDate(at, dayOrder === undefined ? { timeZone } : { timeZone, dayOrder })
  if (date === undefined) throw refused('bad-date', field, at)
  return date
}

function outcomeOf(cells: Cells, named: NamedRow): IncomingOutcome {
  const { about } = cells
  const claims = claimsOf(cells)
  return knownFields<IncomingOutcome>({
    type: typeOf(cells, named),
    about,
    ...moneyOfCells(cells, named.columns),
    claims: claims.length === 0 ? undefined : claims,
  })
}

/** What the row says of where the outcome came from; a cell may hold several codes. */
function claimsOf({ code, referredBy, heardFrom }: Cells): IncomingClaim[] {
  const codes = (code ?? '').split(/[\s,;、，；|]+/)
  const claims = [
    ...codes.map((one) => claimOf('coupon', one)),
    claimOf('referral', referredBy),
    claimOf('said', heardFrom),
  ]
  return claims.filter((claim) => claim !== undefined)
}

/** A list without a column for the kind of outcome is a list of sales. */
function typeOf({ type }: Cells, { columns }: NamedRow): OutcomeType {
  if (columns.type === undefined) return 'purchase'
  const field = fieldOf(columns, 'type')
  if (type === undefined) throw refused('missing-field', field)
  const known = outcomeTypeNamed(type)
  if (known === undefined) throw refused('bad-field', field, type)
  return known
}

function refused(reason: Refusal['reason'], field: string, detail?: string): RefusedRecord {
  return new RefusedRecord(
    detail === undefined ? { reason, field } : { reason, field, detail: detail.slice(0, 100) },
  )
}

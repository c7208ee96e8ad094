import type { ExportedActivity } from '#listen/index.ts'
import type { ExportedPerson } from '#understand/index.ts'
import { decimalOfMinor } from '#vocabulary/index.ts'
import { csvCell } from './formula-guard.ts'
import { writeOutcomeId } from './read-outcome-row.ts'

export const PEOPLE_HEADER = [
  ...['name', 'family', 'given', 'reading', 'organisation', 'role', 'since', 'until'],
  ...['organisation_url', 'platform', 'handle', 'email', 'relation', 'department'],
  ...['do_not_contact', 'consent'],
] as const

/** The rows of one person in `people-csv`: one for each place where they belong, at least one. */
export function writePerson(person: ExportedPerson): string {
  const { affiliations } = person
  const places = affiliations.length === 0 ? [undefined] : affiliations
  return places.map((place) => writeRow(cellsOfPerson(person, place))).join('')
}

function cellsOfPerson(
  person: ExportedPerson,
  place: ExportedPerson['affiliations'][number] | undefined,
): (string | null | undefined)[] {
  const { displayName, familyName, givenName, nameReading, handles, relations } = person
  // One address has a column of its own; further ones are accounts like others.
  const mail = handles.find(({ platform }) => platform === 'mail')
  const others = handles.filter((handle) => handle !== mail)
  return [
    ...[displayName, familyName, givenName, nameReading],
    ...[place?.organisation, place?.role, place?.since, place?.until, place?.organisationUrl],
    others.map(({ platform }) => platform).join('\n'),
    others.map(({ externalId }) => externalId).join('\n'),
    mail?.externalId,
    relations.join(';'),
    place?.department,
    person.closed.join(';'),
    person.agreed.join(';'),
  ]
}

export const OUTCOMES_HEADER = [
  ...['id', 'at', 'person_platform', 'person_handle', 'type', 'value', 'currency', 'topic'],
] as const

/** One outcome as a row of `outcomes-csv`; empty for one that is gone. */
export function writeOutcomeRow({ activity, isDeleted }: ExportedActivity): string {
  const { outcome, actor, publishedAt } = activity
  if (outcome === undefined || isDeleted) return ''
  const { type, valueMinor, currency, about } = outcome
  const isValued = valueMinor !== undefined && currency !== undefined
  return writeRow([
    writeOutcomeId(activity.platform, activity.externalKey),
    publishedAt?.toISOString(),
    ...[actor.platform, actor.externalId, type],
    isValued ? decimalOfMinor(valueMinor, currency) : null,
    ...[currency, about],
  ])
}

/** A row of CSV (RFC 4180), guarded against formulas. */
export function writeRow(cells: readonly (string | null | undefined)[]): string {
  return `${cells.map((cell) => csvCell(cell ?? '')).join(',')}\r\n`
}

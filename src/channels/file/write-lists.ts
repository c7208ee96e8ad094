import type { ExportedActivity } from '#listen/index.ts'
import type { ExportedCard, ExportedPerson } from '#understand/index.ts'
import { decimalOfMinor } from '#vocabulary/index.ts'
import { csvCell } from './formula-guard.ts'
import { writeOutcomeId } from './read-outcome-row.ts'
import { RELATION_SEPARATORS } from './relation-words.ts'
import { BETWEEN_NOTES } from './written-terms.ts'

export const PEOPLE_HEADER = [
  ...['name', 'family', 'given', 'reading', 'organisation', 'role', 'since', 'until'],
  ...['organisation_url', 'platform', 'handle', 'email', 'relation', 'department'],
  ...['do_not_contact', 'consent', 'relation_since', 'relation_until'],
  ...['owner', 'second_owner', 'tags', 'note'],
] as const

/** What members are called, by their ids. */
export type MemberNames = ReadonlyMap<string, string>

/**
 * The rows of one person in `people-csv`: one for each place where they belong, at least one. What colleagues
 * wrote stands in the first.
 */
export function writePerson(person: ExportedPerson, members: MemberNames): string {
  const { affiliations } = person
  const places = affiliations.length === 0 ? [undefined] : affiliations
  const card = cellsOfCard(person, members)
  const notes = notesCell(person.notes)
  return places
    .map((place, at) => {
      const known = [...cellsOfPerson(person, place), ...relationDays(person.relations)]
      return writeRow([...known, ...card, at === 0 ? notes : null])
    })
    .join('')
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
    relationsCell(relations),
    place?.department,
    person.closed.join(';'),
    person.agreed.join(';'),
  ]
}

/** Main and second owner, and the tags. */
export function cellsOfCard(
  { ownerId, secondOwnerId, tags }: Pick<ExportedCard, 'ownerId' | 'secondOwnerId' | 'tags'>,
  members: MemberNames,
): (string | null)[] {
  const nameOf = (id: string | null) => (id === null ? null : (members.get(id) ?? null))
  return [nameOf(ownerId), nameOf(secondOwnerId), tags.join(';')]
}

/** Notes as one cell, which the import takes apart again. */
export function notesCell(notes: readonly string[]): string {
  return notes.map((text) => text.replaceAll('\r\n', '\n')).join(`\n${BETWEEN_NOTES}\n`)
}

/** Relations by name, one behind the other; a name that holds a sign between them loses it. */
export function relationsCell(relations: ExportedCard['relations']): string {
  return relations.map(({ kind }) => kind.split(RELATION_SEPARATORS).join(' ')).join(';')
}

/** The days from which and until which each relation held, in the order of the relations. */
export function relationDays(relations: ExportedCard['relations']): string[] {
  return (['since', 'until'] as const).map((day) => {
    const days = relations.map((one) => one[day] ?? '')
    return days.every((one) => one === '') ? '' : days.join(';')
  })
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

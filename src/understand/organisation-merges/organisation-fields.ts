import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { OrganisationBackup } from '#store/tables-merges.ts'
import {
  type MergeSide,
  ORGANISATION_FIELDS,
  type OrganisationField,
  type OrganisationMergeField,
} from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import {
  type Card,
  isCardKey,
  possibleChanges,
  readCards,
  writeCard,
} from '../merges/card-fields.ts'
import { organisationRow } from '../organisations.ts'

/** From whom each field is taken; what is left out stays, or fills a gap. */
export type OrganisationChoice = { [Field in OrganisationMergeField]?: MergeSide | undefined }

/** One organisation's own row with what colleagues keep of it: all that a merge chooses between. */
export interface WholeOrganisation {
  id: string
  fields: Record<OrganisationField, string | null>
  card: Card
  mergedInto: string | null
}

/** These organisations, locked in the order of their ids; those that are none are missing. */
export async function lockOrganisations(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, WholeOrganisation>> {
  // Rows that are to name one of them wait, which `for no key update` would not make them do.
  await sql`select id from organisation where id = any(${[...ids]}::uuid[])
    order by id for update`.execute(tx)
  return readWholeOrganisations(tx, ids)
}

/** These organisations with their cards; those that are none are missing. */
export async function readWholeOrganisations(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, WholeOrganisation>> {
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'name_reading as nameReading', 'url', 'merged_into as mergedInto'])
    .where('id', 'in', [...ids])
    .execute()
  const cards = await readCards(tx, ids)
  return new Map(
    rows.map(({ id, mergedInto, ...fields }) => [
      id,
      { id, fields, card: cards.get(id) ?? {}, mergedInto },
    ]),
  )
}

export function heldIn(
  { fields, card }: WholeOrganisation,
  field: OrganisationMergeField,
): string | null {
  return isCardKey(field) ? (card[field] ?? null) : fields[field]
}

/** From whom each field of both is taken: what the kept one lacks is filled. */
export function organisationSides(
  keep: WholeOrganisation,
  merge: WholeOrganisation,
  choice: OrganisationChoice,
): { field: OrganisationMergeField; takes: MergeSide }[] {
  const keys = new Set([...Object.keys(keep.card), ...Object.keys(merge.card)])
  const fields = [...ORGANISATION_FIELDS, ...([...keys].sort() as OrganisationMergeField[])]
  return fields.map((field) => {
    const isGap = heldIn(keep, field) === null && heldIn(merge, field) !== null
    return { field, takes: choice[field] ?? (isGap ? 'merge' : 'keep') }
  })
}

/** The fields that change by it, with what they were and what they become. A name is never emptied. */
export function organisationWrites(
  keep: WholeOrganisation,
  merge: WholeOrganisation,
  choice: OrganisationChoice,
): OrganisationBackup['wrote'] {
  const wrote: OrganisationBackup['wrote'] = {}
  for (const { field, takes } of organisationSides(keep, merge, choice)) {
    const [before, after] = [heldIn(keep, field), heldIn(merge, field)]
    if (takes === 'merge' && before !== after) wrote[field] = { before, after }
  }
  return wrote
}

/**
 * Writes fields of one organisation for a merge or its undoing. The name by which lists find it stays:
 * those of both lead to it. Answers what was written; a field or tag that was removed since is not.
 */
export async function writeOrganisationFields(
  tx: Transaction,
  of: WholeOrganisation,
  wanted: readonly { field: OrganisationMergeField; to: string | null }[],
  origin: 'merge' | 'unmerge',
  change: ChangeInWorkspace,
): Promise<OrganisationMergeField[]> {
  const changes = await possibleChanges(tx, wanted)
  const fields = { ...of.fields }
  for (const { field, to } of changes) if (!isCardKey(field)) fields[field] = to
  const { name_tokens, ...row } = organisationRow({
    name: fields.name ?? '',
    reading: fields.nameReading ?? undefined,
    url: fields.url ?? undefined,
  })
  await tx
    .updateTable('organisation')
    .set({ ...row, edited_at: change.now, name_tokens: sql<string>`${name_tokens}::tsvector` })
    .where('id', '=', of.id)
    .execute()
  await writeCard(tx, { kind: 'organisation', id: of.id }, changes, origin, change)
  return changes.map(({ field }) => field)
}

import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { OrganisationBackup } from '#store/tables-merges.ts'
import {
  EnishiError,
  type MergeSide,
  type OrganisationLikeness,
  type OrganisationMergeField,
} from '#vocabulary/index.ts'
import { getListedOrganisation, type ListedOrganisation } from '../read-organisations.ts'
import { likenessOf } from './lookalikes.ts'
import { NAMING_TABLES } from './naming-tables.ts'
import {
  heldIn,
  type OrganisationChoice,
  organisationSides,
  readWholeOrganisations,
} from './organisation-fields.ts'
import { originalsOfOrganisation, rootOrganisationOf } from './organisation-root.ts'

/** A merge as it is kept. */
export interface OrganisationMerge {
  id: string
  /** Both were roots when it was made; `keepId` is shown since. */
  keepId: string
  mergedId: string
  authorId: string | null
  at: Date
  evidence: OrganisationLikeness[]
  backup: OrganisationBackup
  undoneAt: Date | null
  undoneBy: string | null
  /** The order in which merges were made. */
  seq: number
}

/** Merges, newest first. */
export function selectMerges(tx: Transaction) {
  return tx
    .selectFrom('organisation_merge')
    .select(['id', 'keep_id as keepId', 'merged_id as mergedId', 'author_id as authorId'])
    .select(['made_at as at', 'evidence', 'backup', 'undone_at as undoneAt'])
    .select(['undone_by as undoneBy', 'seq'])
    .orderBy('seq', 'desc')
}

/** Throws `not-found`. */
export async function getOrganisationMerge(
  tx: Transaction,
  id: string,
): Promise<OrganisationMerge> {
  const merge = await selectMerges(tx).where('id', '=', id).executeTakeFirst()
  if (merge !== undefined) return merge
  throw new EnishiError(
    'not-found',
    {
      en: 'There is no such merge. Look at the page of the organisation for the merges that stand.',
      ja: 'この統合は見つかりません。いま有効な統合は、企業・団体のページで確認してください。',
    },
    { field: 'id' },
  )
}

/** A field or what stands on the card, with its value as people read it. */
interface NamedValue {
  field: string
  name: string | null
  before: string | null
  after: string | null
}

export interface ShownOrganisationMerge {
  id: string
  keep: { id: string; name: string }
  merged: { id: string; name: string }
  author: { id: string; name: string | null } | null
  at: string
  evidence: OrganisationLikeness[]
  /** What the merge wrote at the kept one. */
  fields: NamedValue[]
  /** Rows that moved, and those that were kept aside because the kept one has their like. */
  rows: { moved: number; aside: number }
  undoneAt: string | null
  undoneBy: { id: string; name: string | null } | null
}

/** The merges by which an organisation is one, and those taken back, newest first. Throws `not-found`. */
export async function listOrganisationMerges(
  tx: Transaction,
  id: string,
): Promise<ShownOrganisationMerge[]> {
  const originals = await originalsOfOrganisation(tx, id)
  const merges = await selectMerges(tx)
    .where((is) => is.or([is('keep_id', 'in', originals), is('merged_id', 'in', originals)]))
    .execute()
  return showMerges(tx, merges)
}

/** One merge as pages show it. Throws `not-found`. */
export async function showOrganisationMerge(
  tx: Transaction,
  id: string,
): Promise<ShownOrganisationMerge> {
  const [shown] = await showMerges(tx, [await getOrganisationMerge(tx, id)])
  return shown as ShownOrganisationMerge
}

async function showMerges(
  tx: Transaction,
  merges: readonly OrganisationMerge[],
): Promise<ShownOrganisationMerge[]> {
  const ids = merges.flatMap(({ keepId, mergedId }) => [keepId, mergedId])
  const names = await readWholeOrganisations(tx, [...ids, NOBODY])
  const named = (id: string) => ({ id, name: names.get(id)?.fields.name ?? '' })
  const words = await readCardWords(tx)
  const { rows } = await sql<{ id: string; moved: number; aside: number }>`
    select merge_id as id, (count(*) filter (where aside is null))::integer as moved,
      (count(*) filter (where aside is not null))::integer as aside
    from organisation_merge_row where merge_id = any(${merges.map(({ id }) => id)}::uuid[])
    group by 1`.execute(tx)
  const counts = new Map(rows.map(({ id, ...count }) => [id, count]))
  return merges.map(({ id, keepId, mergedId, evidence, backup, ...merge }) => ({
    ...{ id, evidence, keep: named(keepId), merged: named(mergedId) },
    author: member(merge.authorId),
    at: merge.at.toISOString(),
    fields: writtenBy(backup).map(([field, { before, after }]) => ({
      ...{ field, name: words.nameOf(field) },
      ...{ before: words.valueOf(field, before), after: words.valueOf(field, after) },
    })),
    rows: counts.get(id) ?? { moved: 0, aside: 0 },
    undoneAt: merge.undoneAt?.toISOString() ?? null,
    undoneBy: member(merge.undoneBy),
  }))
}

/** Stands in a list of ids that may be empty otherwise. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

function member(id: string | null) {
  return id === null ? null : { id, name: null }
}

/** What keys of a card are called, and their values as people read them. */
async function readCardWords(tx: Transaction) {
  const { rows: tags } = await sql<{ id: string; name: string }>`select id, name from tag`.execute(
    tx,
  )
  const { rows: fields } = await sql<{
    id: string
    name: string
    choices: { id: string; name: string }[]
  }>`select id, name, choices from custom_field where subject = 'organisation'`.execute(tx)
  const known = new Map([...tags, ...fields].map(({ id, name }) => [id, name]))
  const choices = new Map(fields.flatMap((field) => field.choices.map((c) => [c.id, c.name])))
  const keyed = (field: string) => field.slice(field.indexOf(':') + 1)
  return {
    nameOf: (field: string) => (field.includes(':') ? (known.get(keyed(field)) ?? null) : null),
    valueOf: (field: string, value: string | null) => {
      if (value === null || !field.startsWith('field:')) return value
      const held: unknown = JSON.parse(value)
      const texts = (Array.isArray(held) ? held : [held]).map(String)
      return texts.map((text) => choices.get(text) ?? text).join(', ')
    },
  }
}

export interface PreviewedOrganisation extends ListedOrganisation {
  /** Organisations that had been merged into it before. */
  merged: number
  /** Rows that name it, by table. */
  rows: Record<string, number>
}

export interface OrganisationMergePreview {
  keep: PreviewedOrganisation
  merge: PreviewedOrganisation
  fields: {
    field: string
    name: string | null
    keep: string | null
    merge: string | null
    takes: MergeSide
    result: string | null
  }[]
  reasons: OrganisationLikeness[]
  isOneAlready: boolean
}

/** Two organisations side by side and what a merge would change; writes nothing. Throws `not-found`. */
export async function previewOrganisationMerge(
  tx: Transaction,
  wanted: { keep: string; merge: string; fields?: OrganisationChoice | undefined },
): Promise<OrganisationMergePreview> {
  const keepId = await rootOrganisationOf(tx, wanted.keep)
  const mergeId = await rootOrganisationOf(tx, wanted.merge)
  const both = await readWholeOrganisations(tx, [keepId, mergeId])
  const [keep, merge] = [both.get(keepId), both.get(mergeId)]
  const words = await readCardWords(tx)
  const fields =
    keep === undefined || merge === undefined
      ? []
      : organisationSides(keep, merge, wanted.fields ?? {}).map(({ field, takes }) => {
          const of = (side: typeof keep) => words.valueOf(field, heldIn(side, field))
          const sides = { keep: of(keep), merge: of(merge) }
          return { field, name: words.nameOf(field), ...sides, takes, result: sides[takes] }
        })
  return {
    keep: await previewed(tx, keepId),
    merge: await previewed(tx, mergeId),
    fields,
    reasons: keepId === mergeId ? [] : await likenessOf(tx, keepId, mergeId),
    isOneAlready: keepId === mergeId,
  }
}

async function previewed(tx: Transaction, id: string): Promise<PreviewedOrganisation> {
  const rows: Record<string, number> = {}
  for (const { name } of NAMING_TABLES) {
    const { rows: counted } = await sql<{ count: number }>`
      select count(*)::integer as count from ${sql.table(name)}
      where organisation_id = ${id}::uuid`.execute(tx)
    rows[name] = counted[0]?.count ?? 0
  }
  const merged = (await originalsOfOrganisation(tx, id)).length - 1
  return { ...(await getListedOrganisation(tx, id)), merged, rows }
}

export type Written = { before: string | null; after: string | null }

/** What a merge wrote, field by field. */
export function writtenBy({ wrote }: OrganisationBackup): [OrganisationMergeField, Written][] {
  return Object.entries(wrote) as [OrganisationMergeField, Written][]
}

import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import {
  type ChangeInWorkspace,
  journalFields,
  lockedRootOf,
  ORIGINALS,
  originalsOf,
  rootOf,
} from '#understand/index.ts'
import { type CardKey, EnishiError, type SubjectKind, uuidV7 } from '#vocabulary/index.ts'
import { type AboutColumns, type AboutInput, checkThere, organisationMeant } from './subjects.ts'

/** A person, an organisation or a deal that is there, with all rows under which it is kept. */
export interface Subject extends AboutInput {
  /** A person's root and whoever was merged into it; of others only the id. */
  ids: string[]
}

/** The subject of this id, a person as its root. Throws `not-found`. */
export async function subjectOf(tx: Transaction, { kind, id }: AboutInput): Promise<Subject> {
  if (kind === 'person') {
    const root = await rootOf(tx, id)
    return { kind, id: root, ids: await originalsOf(tx, root) }
  }
  try {
    if (kind === 'organisation') {
      const root = await organisationMeant(tx, id, 'id')
      return { kind, id: root, ids: [root] }
    }
    await checkThere(tx, kind, id, 'id')
  } catch (error) {
    if (!(error instanceof EnishiError)) throw error
    throw new EnishiError('not-found', error.words, { field: 'id' })
  }
  return { kind, id, ids: [id] }
}

/** The same for a change: a person's row is locked, and followed to the root if a merge came first. */
export async function subjectToChange(tx: Transaction, { kind, id }: AboutInput): Promise<Subject> {
  return subjectOf(tx, { kind, id: kind === 'person' ? await lockedRootOf(tx, id) : id })
}

/** A change of an owner, the value of an own field or a tag; values as the journal keeps them. */
export interface CardChange {
  field: CardKey
  from: string | null
  to: string | null
}

/** Journals what a member changed of a person, field by field; of others the events tell. */
export async function journalCard(
  tx: Transaction,
  { kind, id }: Subject,
  changes: readonly CardChange[],
  { workspaceId, now: at, random, authorId }: ChangeInWorkspace,
): Promise<void> {
  if (kind !== 'person' || changes.length === 0) return
  const journalling = { workspaceId, at, random, authorId, origin: 'member' as const }
  await journalFields(
    tx,
    journalling,
    changes.map((one) => ({ ...one, personId: id })),
  )
}

/** The columns of a new row about the subject: a merged person's is written to the root. */
export function subjectColumns({ kind, id }: AboutInput): AboutColumns {
  return {
    ...{ person_id: null, organisation_id: null, deal_id: null },
    [`${kind}_id`]: id,
  }
}

/** The rows of a table that are about one of the ids; for a merged person about all originals. */
export function rowsAbout(ids: readonly string[]): RawBuilder<unknown> {
  return sql`subject_id = any(${ids}::uuid[])`
}

/**
 * A row set `original (original_id)` for `wanted.id`, to be followed by a lateral of its rows: the
 * root and those merged into it for a person, else the one itself.
 */
export function originalsIn(kind: SubjectKind): RawBuilder<unknown> {
  const own = sql`(select wanted.id) same`
  if (kind !== 'person') return sql`(select wanted.id as original_id) original`
  return sql`(select original.original_id from (select wanted.id from ${own}) wanted ${ORIGINALS}) original`
}

/** An id of a new row. */
export function newRowId({ now, random }: ChangeInWorkspace): string {
  return uuidV7(now.getTime(), random)
}

/** Writes the event of a change; its detail names fields, never what stands in them. */
export function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  { authorId }: Pick<ChangeInWorkspace, 'authorId'>,
  detail: string[] = [],
): Promise<void> {
  return writeEvent(tx, OWN_WORKSPACE, { name, subjectId, authorId, detail })
}

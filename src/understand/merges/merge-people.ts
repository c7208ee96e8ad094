import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { MergeBackup } from '#store/tables-merges.ts'
import {
  EnishiError,
  type MergeEvidence,
  type MergeField,
  type MergeOrigin,
  uuidV7,
} from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { noPerson, rootOf } from '../read-people.ts'
import { originalsOf } from '../root-of-people.ts'
import { isCardKey } from './card-fields.ts'
import { type FieldChoice, writtenFields, writtenIn } from './choose-fields.ts'
import { holdPeople } from './hold-people.ts'
import { getMerge, type Merge } from './merge-row.ts'
import { forgetNotSame, notSameBetween } from './not-same.ts'
import { recountPeople } from './recount-people.ts'
import { lockWhole, type WholePerson, writeForMerge } from './whole-person.ts'

/** Who is to be shown as whom, and why. */
export interface WantedMerge {
  /** The person that stays; any id of theirs. */
  keep: string
  /** The person that is shown as the other from now on; any id of theirs. */
  merge: string
  /** From whom each field is taken; see choose-fields.ts for what is left out. */
  fields?: FieldChoice | undefined
  origin: MergeOrigin
  evidence?: MergeEvidence | undefined
}

const NO_EVIDENCE: MergeEvidence = { probability: null, reasons: [] }

/**
 * Shows one person as another from now on. Nothing of the log is rewritten: `merged_into` is set for
 * the person and all that had been merged into it, a row says who did it, when, why and what the
 * fields, the owners, the values of own fields and the tags were, and what is derived (sums, journeys, voices) is made anew. Records `person.merged`.
 * The workspace is held, so merges, batches and corrections of readings follow each other. Throws
 * `not-found`, and `conflict` for two that are one already or, where no member asks, for two of whom
 * it was said that they are not the same; a member's merge takes that back.
 */
export async function mergePeople(
  tx: Transaction,
  wanted: WantedMerge,
  change: ChangeInWorkspace,
): Promise<Merge> {
  await holdPeople(tx)
  const [keepId, mergedId] = [await rootOf(tx, wanted.keep), await rootOf(tx, wanted.merge)]
  if (keepId === mergedId) throw isOneAlready()
  await settleNotSame(tx, keepId, mergedId, wanted.origin, change)
  const locked = await lockWhole(tx, [keepId, mergedId])
  const [keep, merged] = [locked.get(keepId), locked.get(mergedId)]
  if (keep === undefined || merged === undefined) throw noPerson()
  const backup: MergeBackup = {
    keep: keep.fields,
    wrote: writtenFields(keep, merged, wanted.fields ?? {}),
  }
  const moved = await originalsOf(tx, mergedId)
  const id = await recordMerge(tx, wanted, { keepId, mergedId, backup, moved }, change)
  await tx.updateTable('person').set({ merged_into: keepId }).where('id', 'in', moved).execute()
  await writeChosen(tx, keep, backup, { id, origin: wanted.origin }, change)
  const { workspaceId, now, authorId } = change
  await recountPeople(tx, { workspaceId, now }, { roots: [keepId, mergedId] })
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'person.merged', subjectId: keepId, authorId },
    detail: [`merge=${id}`, `merged=${mergedId}`, ...Object.keys(backup.wrote)],
  })
  return getMerge(tx, id)
}

async function settleNotSame(
  tx: Transaction,
  keepId: string,
  mergedId: string,
  origin: MergeOrigin,
  change: ChangeInWorkspace,
): Promise<void> {
  const pairs = await notSameBetween(tx, keepId, mergedId)
  if (pairs.length === 0) return
  if (origin !== 'member') throw wasSaidNotSame()
  await forgetNotSame(tx, pairs, change)
}

async function recordMerge(
  tx: Transaction,
  { origin, evidence = NO_EVIDENCE }: WantedMerge,
  made: { keepId: string; mergedId: string; backup: MergeBackup; moved: string[] },
  { workspaceId, authorId, now, random }: ChangeInWorkspace,
): Promise<string> {
  const id = uuidV7(now.getTime(), random)
  await tx
    .insertInto('person_merge')
    .values({
      ...{ workspace_id: workspaceId, id, keep_id: made.keepId, merged_id: made.mergedId },
      ...{ origin, author_id: authorId, made_at: now, moved: made.moved },
      evidence: JSON.stringify(evidence),
      backup: JSON.stringify(made.backup),
      undone_at: null,
      undone_by: null,
    })
    .execute()
  return id
}

/** What a member chose counts as given by a member: no import takes it back. */
async function writeChosen(
  tx: Transaction,
  keep: WholePerson,
  { wrote }: MergeBackup,
  { id, origin }: { id: string; origin: MergeOrigin },
  change: ChangeInWorkspace,
): Promise<void> {
  const changes = writtenIn(wrote).map(([field, { before, after }]) => {
    return { personId: keep.id, field, from: before, to: after }
  })
  if (changes.length === 0) return
  const given = origin === 'member' ? changes.map(({ field }) => field).filter(isName) : []
  const wanted = { changes, edited: [...keep.edited, ...given] }
  await writeForMerge(tx, keep, wanted, { id, origin: 'merge' }, change)
}

function isName(field: MergeField): boolean {
  return !isCardKey(field)
}

function isOneAlready(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'These two are shown as one person already; somebody may have merged them just now. Open the person to see the merge.',
      ja: 'この2人は、すでに1人の人物として表示されています。ほかのメンバーが直前に統合した可能性があります。人物のページで統合の内容を確認してください。',
    },
    { field: 'merge' },
  )
}

function wasSaidNotSame(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'It was said that these two are not the same person. Only a member may merge them.',
      ja: 'この2人は「別人」として記録されています。統合できるのはメンバーだけです。',
    },
    { field: 'merge' },
  )
}

import type { Transaction } from '#store/door.ts'
import type { MergeBackup } from '#store/tables-merges.ts'
import { EnishiError, type MergeEvidence, type MergeOrigin } from '#vocabulary/index.ts'

/** A merge as it is kept: who was found to be whom, by whom, when, why, and what it changed. */
export interface Merge {
  id: string
  /** Both were roots when it was made; `keepId` is shown since. */
  keepId: string
  mergedId: string
  origin: MergeOrigin
  authorId: string | null
  at: Date
  evidence: MergeEvidence
  backup: MergeBackup
  /** The persons that moved: the merged one and all that had been merged into it. */
  moved: string[]
  undoneAt: Date | null
  undoneBy: string | null
  /** The order in which merges were made. */
  seq: number
}

const COLUMNS = [
  'id',
  'keep_id as keepId',
  'merged_id as mergedId',
  'origin',
  'author_id as authorId',
  'made_at as at',
  'evidence',
  'backup',
  'moved',
  'undone_at as undoneAt',
  'undone_by as undoneBy',
  'seq',
] as const

/** Merges, newest first. */
export function selectMerges(tx: Transaction) {
  return tx.selectFrom('person_merge').select(COLUMNS).orderBy('seq', 'desc')
}

/** Throws `not-found`. */
export async function getMerge(tx: Transaction, id: string): Promise<Merge> {
  const merge = await selectMerges(tx).where('id', '=', id).executeTakeFirst()
  if (merge === undefined) throw noMerge()
  return merge
}

function noMerge(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such merge. Look at the page of the person for the merges that stand.',
      ja: 'この統合は見つかりません。いま有効な統合は、人物のページで確認してください。',
    },
    { field: 'id' },
  )
}

import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { type CandidateState, type CandidateVerdict, EnishiError } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { mergePeople, sayNotSame, type WantedMerge } from '../merges/index.ts'
import { rootOf } from '../read-people.ts'
import { getCandidate, type ListedCandidate, noCandidate } from './read-candidates.ts'

export interface CandidateDecision {
  verdict: CandidateVerdict
  /** Who stays, with `same`; the person with more activities where left out. */
  keep?: string | undefined
  fields?: WantedMerge['fields']
}

const PUT_OFF_DAYS = 30
const DAY_MS = 86_400_000

/**
 * A member's word on a pair: the merge, "not the same", or later (it comes back after 30 days), with
 * all that follows from it in one transaction. Records `candidate.decided`. Throws `not-found`, and
 * `conflict` where somebody decided before.
 */
export async function decideCandidate(
  tx: Transaction,
  id: string,
  { verdict, keep, fields }: CandidateDecision,
  change: ChangeInWorkspace,
): Promise<ListedCandidate> {
  const row = await tx
    .selectFrom('match_candidate')
    .select(['first_id', 'second_id', 'state', 'probability', 'reasons'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw noCandidate()
  if (row.state !== 'open' && row.state !== 'later') throw wasDecided()
  if (verdict === 'same') {
    const wanted = await whoStays(tx, [row.first_id, row.second_id], keep)
    const { probability, reasons } = row
    await mergePeople(
      tx,
      { ...wanted, fields, origin: 'member', evidence: { probability, reasons } },
      change,
    )
  } else if (verdict === 'not-same') await sayNotSame(tx, row.first_id, row.second_id, change)
  await note(tx, id, STATE_OF[verdict], change)
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'candidate.decided', subjectId: id, authorId: change.authorId },
    detail: [verdict],
  })
  return getCandidate(tx, id)
}

const STATE_OF: Record<CandidateVerdict, CandidateState> = {
  same: 'merged',
  'not-same': 'not-same',
  later: 'later',
}

async function whoStays(
  tx: Transaction,
  ids: readonly [string, string],
  keep: string | undefined,
): Promise<{ keep: string; merge: string }> {
  const [first, second] = [await rootOf(tx, ids[0]), await rootOf(tx, ids[1])]
  if (keep === second) return { keep: second, merge: first }
  if (keep === undefined || keep === first) return { keep: first, merge: second }
  const words = {
    en: 'The person that stays has to be one of the two.',
    ja: '残す人物は、この組の2人のどちらかにしてください。',
  }
  throw new EnishiError('bad-input', words, { field: 'keep' })
}

async function note(
  tx: Transaction,
  id: string,
  state: CandidateState,
  { now, authorId }: ChangeInWorkspace,
): Promise<void> {
  const again_at = state === 'later' ? new Date(now.getTime() + PUT_OFF_DAYS * DAY_MS) : null
  await tx
    .updateTable('match_candidate')
    .set({ state, again_at, decided_at: now, decided_by: authorId })
    .where('id', '=', id)
    .execute()
}

/** Puts pairs back in line whose time has come. */
export async function bringBackCandidates(tx: Transaction, now: Date): Promise<void> {
  await tx
    .updateTable('match_candidate')
    .set({ state: 'open', again_at: null })
    .where('state', '=', 'later')
    .where('again_at', '<=', now)
    .execute()
}

function wasDecided(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'Somebody has decided about this pair already. Open the list again.',
      ja: 'この組については、すでに判断されています。一覧を開き直してください。',
    },
    { field: 'id' },
  )
}

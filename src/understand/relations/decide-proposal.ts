import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { EnishiError } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { rootOf } from '../read-people.ts'
import { listRelations } from './read-relations.ts'
import { recordRelations } from './record-relations.ts'
import { todayIn } from './today.ts'

/**
 * Confirms a proposal: the relation holds from today, with its evidence. Or refuses it: it is not
 * made again. Records `person.relation-confirmed` or `person.relation-refused`. Throws `not-found`,
 * and `conflict` for one that is decided.
 */
export async function decideProposal(
  tx: Transaction,
  id: string,
  verdict: 'confirm' | 'refuse',
  { workspaceId, now, random, authorId }: ChangeInWorkspace,
): Promise<void> {
  const proposal = await tx
    .selectFrom('relation_proposal')
    .select(['person_id', 'kind', 'evidence', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (proposal === undefined) throw noProposal()
  if (proposal.state !== 'open') throw decidedAlready()
  const { kind, evidence } = proposal
  const personId = await rootOf(tx, proposal.person_id)
  await tx
    .updateTable('relation_proposal')
    .set({
      state: verdict === 'confirm' ? 'confirmed' : 'refused',
      decided_at: now,
      decided_by: authorId,
    })
    .where('id', '=', id)
    .execute()
  const entries = await listRelations(tx, { personId })
  const holds = entries.some((one) => one.kind === kind && one.until === null)
  if (verdict === 'confirm' && !holds) {
    const since = await todayIn(tx, now)
    const relation = { of: { personId }, kind, source: 'inferred' as const, since, evidence }
    const making = { workspaceId, at: now, random }
    await recordRelations(tx, making, [{ ...relation, confirmedBy: authorId }])
  }
  const name = verdict === 'confirm' ? 'person.relation-confirmed' : 'person.relation-refused'
  await writeEvent(tx, OWN_WORKSPACE, { name, subjectId: personId, detail: [kind], authorId })
}

function noProposal(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such proposal any more. Look at the list of proposals.',
      ja: 'この提案はもうありません。提案の一覧を確認してください。',
    },
    { field: 'id' },
  )
}

function decidedAlready(): EnishiError {
  return new EnishiError('conflict', {
    en: 'This proposal has been decided already. What holds can be changed on the person’s page.',
    ja: 'この提案はすでに判断済みです。関係区分は人物のページで変更できます。',
  })
}

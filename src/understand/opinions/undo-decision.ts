import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { holdOpinion, type OpinionChange, tell } from './change-opinions.ts'
import { recountOpinion } from './recount-opinion.ts'

interface Decision {
  id: string
  kind: 'rename' | 'merge' | 'split'
  others: string[]
  before_ja: string | null
  before_en: string | null
  before_by: string | null
}

/**
 * Takes back what a member decided about an opinion: a rename brings the words before, a merge lets
 * the other stand by itself again, a split puts the posts back. Records `opinion.restored`. Throws
 * `not-found`, and `conflict` where later decisions stand on it.
 */
export async function undoDecision(
  tx: Transaction,
  opinionId: string,
  decisionId: string,
  change: OpinionChange,
): Promise<void> {
  await holdOpinion(tx, opinionId)
  const decision = await tx
    .selectFrom('opinion_decision')
    .select(['id', 'kind', 'others', 'before_ja', 'before_en', 'before_by'])
    .where('id', '=', decisionId)
    .where('opinion_id', '=', opinionId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  if (decision === undefined) throw noDecision()
  await UNDO[decision.kind](tx, opinionId, decision, change)
  await tx
    .updateTable('opinion_decision')
    .set({ undone_at: change.now })
    .where('id', '=', decisionId)
    .execute()
  await recountOpinion(tx, change.workspaceId, opinionId, change.now)
  await tell(tx, 'opinion.restored', opinionId, change, [decision.kind])
}

type Undo = (
  tx: Transaction,
  opinionId: string,
  decision: Decision,
  change: OpinionChange,
) => Promise<void>

const UNDO: Record<Decision['kind'], Undo> = {
  rename: undoRename,
  merge: undoMerge,
  split: undoSplit,
}

async function undoRename(tx: Transaction, opinionId: string, decision: Decision): Promise<void> {
  const later = await tx
    .selectFrom('opinion_decision')
    .select('id')
    .where('opinion_id', '=', opinionId)
    .where('kind', '=', 'rename')
    .where('undone_at', 'is', null)
    .where('id', '>', decision.id)
    .executeTakeFirst()
  if (later !== undefined) throw standsUnderLater()
  await tx
    .updateTable('opinion')
    .set({
      ...{ name_ja: decision.before_ja, name_en: decision.before_en },
      named_by: decision.before_by,
    })
    .where('id', '=', opinionId)
    .execute()
}

async function undoMerge(
  tx: Transaction,
  opinionId: string,
  { others }: Decision,
  change: OpinionChange,
): Promise<void> {
  const [head] = others
  if (head === undefined) return
  const inside = sql`id = any(${others}::uuid[]) and merged_into = ${opinionId}::uuid`
  await sql`update opinion set merged_into = case when id = ${head}::uuid then null
    else ${head}::uuid end where ${inside}`.execute(tx)
  await sql`update opinion_post set shown_id = ${head}::uuid
    where opinion_id = any(${others}::uuid[]) and shown_id = ${opinionId}::uuid`.execute(tx)
  await recountOpinion(tx, change.workspaceId, head, change.now)
}

async function undoSplit(tx: Transaction, _: string, { others }: Decision): Promise<void> {
  const [splitId] = others
  if (splitId === undefined) return
  const row = await tx
    .selectFrom('opinion')
    .select((opinion) => [
      'merged_into',
      opinion
        .exists(
          opinion
            .selectFrom('opinion as inside')
            .select('inside.id')
            .where('inside.merged_into', '=', splitId),
        )
        .as('hasInside'),
      opinion
        .exists(
          opinion
            .selectFrom('opinion_pin as pin')
            .select('pin.to_id')
            .where('pin.from_id', '=', splitId),
        )
        .as('hasPins'),
    ])
    .where('id', '=', splitId)
    .executeTakeFirst()
  if (row === undefined) throw noDecision()
  if (row.merged_into !== null || row.hasInside || row.hasPins) throw standsUnderLater()
  await sql`
    insert into opinion_post (workspace_id, opinion_id, shown_id, activity_id, copy_of, starts_at,
      ends_at, typical, is_answered)
    select p.workspace_id, pin.from_id,
      case when o.merged_into is null then o.id else o.merged_into end, p.activity_id, p.copy_of,
      p.starts_at, p.ends_at, p.typical, p.is_answered
    from opinion_post p
    join opinion_pin pin on pin.workspace_id = p.workspace_id and pin.to_id = p.opinion_id
      and pin.activity_id = p.activity_id
    join opinion o on o.workspace_id = pin.workspace_id and o.id = pin.from_id
    where p.opinion_id = ${splitId}::uuid
    on conflict do nothing`.execute(tx)
  await tx.deleteFrom('opinion').where('id', '=', splitId).execute()
}

function noDecision(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is nothing left to take back here. Reload the page to see how it stands.',
      ja: '取り消せるものは残っていません。ページを読み込み直して、今の状態を確かめてください。',
    },
    { field: 'decision' },
  )
}

function standsUnderLater(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'A later decision builds on this one. Take that back first.',
      ja: 'この操作のあとに、これを前提にした操作があります。先にそちらを取り消してください。',
    },
    { field: 'decision' },
  )
}

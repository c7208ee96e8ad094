import { sql } from 'kysely'
import { codeKey, holdOutcomes } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { type Change, rootOf } from '#understand/index.ts'
import { type CodeKind, EnishiError, LIMITS, uuidV7 } from '#vocabulary/index.ts'
import { getCode, type ListedCode, noCode } from './read-codes.ts'

export interface CodeInput {
  text: string
  kind: CodeKind
  person?: string | null | undefined
  campaign?: string | null | undefined
}

type CodeChange = { [Field in keyof CodeInput]?: CodeInput[Field] | undefined }

/**
 * Says whose a code is; outcomes that carried it before belong to it too. Records `code.added`.
 * Throws `not-found` for the person, `conflict` for a code that is there.
 */
export async function addCode(
  tx: Transaction,
  input: CodeInput,
  { authorId, now, random }: Change,
): Promise<ListedCode> {
  await refuseFull(tx)
  const id = uuidV7(now.getTime(), random)
  const added = await tx
    .insertInto('code')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, created_by: authorId, created_at: now },
      ...{ changed_at: now, kind: input.kind, text: input.text, key: codeKey(input.text) },
      ...(await columnsOf(tx, input)),
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) throw takenCode()
  await findCarried(tx, id)
  await writeEvent(tx, OWN_WORKSPACE, { name: 'code.added', subjectId: id, authorId })
  return getCode(tx, id)
}

/** Changes a code. Records `code.changed` with the names of the fields. Throws as `addCode`. */
export async function patchCode(
  tx: Transaction,
  id: string,
  input: CodeChange,
  { authorId, now }: Change,
): Promise<ListedCode> {
  const { text, kind } = input
  if (text !== undefined) await refuseTaken(tx, text, id)
  const { numUpdatedRows } = await tx
    .updateTable('code')
    .set({
      changed_at: now,
      ...(text === undefined ? {} : { text, key: codeKey(text) }),
      ...(kind === undefined ? {} : { kind }),
      ...(await columnsOf(tx, input)),
    })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw noCode()
  if (text !== undefined) await findCarried(tx, id)
  const detail = Object.keys(input)
  await writeEvent(tx, OWN_WORKSPACE, { name: 'code.changed', subjectId: id, detail, authorId })
  return getCode(tx, id)
}

/** Takes a code away; outcomes keep what they said. Records `code.removed`. Throws `not-found`. */
export async function deleteCode(tx: Transaction, id: string, { authorId }: Change): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom('code').where('id', '=', id).executeTakeFirst()
  if (numDeletedRows === 0n) throw noCode()
  await writeEvent(tx, OWN_WORKSPACE, { name: 'code.removed', subjectId: id, authorId })
}

/** The outcomes that carry the code as it is written now, and no others. */
async function findCarried(tx: Transaction, id: string): Promise<void> {
  await holdOutcomes(tx, OWN_WORKSPACE)
  await sql`
    update claimed_touch t set code_id = null from code c
    where c.id = ${id}::uuid and t.code_id = c.id and t.key <> c.key`.execute(tx)
  await sql`
    update claimed_touch t set code_id = c.id from code c
    where c.id = ${id}::uuid and t.workspace_id = c.workspace_id and t.key = c.key
      and t.class in ('coupon', 'referral')`.execute(tx)
}

async function columnsOf(tx: Transaction, { person, campaign }: CodeChange) {
  const personId = person ? await rootOf(tx, person) : person
  return {
    ...(personId === undefined ? {} : { person_id: personId }),
    ...(campaign === undefined ? {} : { campaign: campaign || null }),
  }
}

async function refuseTaken(tx: Transaction, text: string, ownId: string): Promise<void> {
  const taken = await tx
    .selectFrom('code')
    .select('id')
    .where('key', '=', codeKey(text))
    .executeTakeFirst()
  if (taken !== undefined && taken.id !== ownId) throw takenCode()
}

function takenCode(): EnishiError {
  const words = {
    en: 'This code is there already, if perhaps in other letters. Change that one.',
    ja: '同じコードが既にあります（大文字・小文字や全角・半角の違いは区別しません）。既存のコードを編集してください。',
  }
  return new EnishiError('conflict', words, { field: 'text' })
}

async function refuseFull(tx: Transaction): Promise<void> {
  const { codes } = await tx
    .selectFrom('code')
    .select((counted) => counted.fn.countAll<number>().as('codes'))
    .executeTakeFirstOrThrow()
  const most = LIMITS.codesPerWorkspaceMax
  if (codes < most) return
  throw new EnishiError('conflict', {
    en: `A workspace has ${most} codes at most. Remove some that are no longer used.`,
    ja: `コードは一つのワークスペースに${most}件までです。使わなくなったものを削除してください。`,
  })
}

import type { Selectable } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { Tables } from '#store/tables.ts'
import { EnishiError } from '#vocabulary/index.ts'

export type OpinionRow = Selectable<Tables['opinion']>

/** One opinion as it is stored, held for a change where asked; undefined where there is none. */
export async function opinionRow(
  tx: Transaction,
  id: string,
  isHeld = false,
): Promise<OpinionRow | undefined> {
  const query = tx.selectFrom('opinion').selectAll().where('id', '=', id)
  return isHeld ? query.forUpdate().executeTakeFirst() : query.executeTakeFirst()
}

export function noOpinion(field = 'id'): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such opinion. It may have been merged into another; look at the list.',
      ja: 'この意見は見つかりません。ほかの意見にまとめられた可能性があります。一覧を確かめてください。',
    },
    { field },
  )
}

import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { ORIGINALS, rootOf } from '#understand/index.ts'
import {
  ACTOR_LEVELS,
  EnishiError,
  INFLUENCE_OUTCOMES,
  type InfluenceCut,
  isUuid,
} from '#vocabulary/index.ts'

import { COMMUNITY_OF_SHARE, OPINION_OF_SHARE } from './shares-of.ts'

/** One line of a figure: by what it is summed, and whose line it is. */
export interface CutKey {
  by: InfluenceCut
  key: string
}

/**
 * The condition that a share `s` of an outcome `c` belongs to a line. Throws `bad-input` for a key that
 * no line of that cut can have, `not-found` for a person that there is not.
 */
export async function conditionOf(
  tx: Transaction,
  { by, key }: CutKey,
): Promise<RawBuilder<unknown>> {
  if (by === 'level') return ofList(key, ACTOR_LEVELS, sql`s.level = ${key}`)
  if (by === 'type') return ofList(key, INFLUENCE_OUTCOMES, sql`c.type = ${key}`)
  if (!isUuid(key)) throw noKey(key)
  if (by === 'channel') return sql`s.channel_id = ${key}::uuid`
  if (by === 'actor') return sql`s.actor_handle_id = any(${await handlesOf(tx, key)}::uuid[])`
  if (by === 'opinion') return sql`${key}::uuid = (${OPINION_OF_SHARE})`
  return sql`${key}::uuid = (${COMMUNITY_OF_SHARE})`
}

/** The accounts of a person and of all who were merged into them. */
export async function handlesOf(tx: Transaction, personId: string): Promise<string[]> {
  const root = await rootOf(tx, personId)
  const { rows } = await sql<{ id: string }>`
    select own.handle_id as id from (select ${root}::uuid as id) wanted ${ORIGINALS}
    cross join lateral (
      select o.handle_id from handle_ownership o
      where o.person_id = original.original_id and o.until is null offset 0) own`.execute(tx)
  return rows.map(({ id }) => id)
}

function ofList(
  key: string,
  known: readonly string[],
  condition: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (!known.includes(key)) throw noKey(key)
  return condition
}

function noKey(key: string): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: `No line of this list has the key "${key}". Take it from GET /influence with the same "by".`,
      ja: `この一覧に「${key}」というキーの行はありません。同じ by で GET /influence が返したキーを使ってください。`,
    },
    { field: 'key' },
  )
}

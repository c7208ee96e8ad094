import { sql } from 'kysely'
import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { getTopic } from '#understand/index.ts'
import { isUuid, type Stage, type StayEnding } from '#vocabulary/index.ts'
import type { ChainFilter } from './read-chain.ts'
import { scopeOf, withStays } from './stay-rows.ts'

/** One person's stay at a stage, with the posts that show where it began and ended. */
export interface ListedStay {
  person: { id: string; name: string; nameReading: string | null }
  stage: Stage
  ending: StayEnding
  begunAt: string
  endedAt: string | null
  days: number
  /** The post that shows the move there. */
  begunBy: string
  /** The act that shows the move on: a post, or the outcome of leaving us. */
  endedBy: string | null
}

export interface StayListFilter extends ChainFilter {
  stage?: Stage | undefined
  ending?: StayEnding | undefined
}

/**
 * Exactly the stays that a figure of the chain counts, those begun last first. One pass over the
 * moves of the topic a page. Throws `not-found`, and `bad-input` for a foreign cursor.
 */
export async function listStays(
  tx: Transaction,
  { topic, stage, ending, ...filter }: StayListFilter,
  page: PageRequest,
  now: Date,
): Promise<Listed<ListedStay>> {
  const { id } = await getTopic(tx, topic)
  const scope = await scopeOf(tx, { ...filter, topics: [id] }, now)
  const conditions = [
    ...(stage === undefined ? [] : [sql`stage = ${stage}`]),
    ...(ending === undefined ? [] : [sql`ending = ${ending}`]),
    ...(page.cursor === undefined ? [] : [behind(page.cursor)]),
  ]
  const { rows } = await sql<StayLine>`
    ${withStays(scope)}, wanted as (
      select * from stay where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
      order by activity_id desc, person_id desc limit ${page.limit + 1}::integer
    )
    select wanted.*, p.display_name as name, p.name_reading from wanted
    cross join lateral (select * from person where person.id = wanted.person_id offset 0) p
    order by wanted.activity_id desc, wanted.person_id desc`.execute(tx)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const isMore = rows.length > shown.length && last !== undefined
  return {
    items: shown.map(showStay),
    next: isMore ? writeCursor([last.activity_id, last.person_id]) : null,
  }
}

function behind(cursor: string) {
  const [post = '', person = ''] = readCursor(cursor, 2)
  if (!isUuid(post) || !isUuid(person)) readCursor('', 2)
  return sql`(activity_id, person_id) < (${post}::uuid, ${person}::uuid)`
}

interface StayLine {
  person_id: string
  name: string
  name_reading: string | null
  stage: Stage
  ending: StayEnding
  at: Date
  until: Date | null
  days: number
  activity_id: string
  until_id: string | null
}

function showStay(line: StayLine): ListedStay {
  return {
    person: { id: line.person_id, name: line.name, nameReading: line.name_reading },
    ...{ stage: line.stage, ending: line.ending, days: line.days },
    begunAt: line.at.toISOString(),
    endedAt: line.until?.toISOString() ?? null,
    begunBy: line.activity_id,
    endedBy: line.until_id,
  }
}

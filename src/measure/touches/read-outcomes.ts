import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { createTopicFinder } from '#understand/index.ts'
import type { OutcomeType, Topic } from '#vocabulary/index.ts'

/** A business outcome, with what it is about. */
export interface BusinessOutcome {
  activityId: string
  handleId: string
  type: OutcomeType
  at: Date
  valueMinor: number | null
  currency: string | null
  /** Topics that `about` names, and the one of the deal that was won. */
  topicIds: string[]
}

/** The topics that are listened for, with their names. */
export async function readTopicsListened(tx: Transaction): Promise<Topic[]> {
  const { rows } = await sql<Topic>`
    select t.id, t.name, t.kind,
      array(select a.alias from topic_alias a where a.workspace_id = t.workspace_id
        and a.topic_id = t.id order by a.alias) as aliases
    from topic t where t.deleted_at is null order by t.id`.execute(tx)
  return rows
}

interface OutcomeRow extends Omit<BusinessOutcome, 'topicIds'> {
  about: string | null
  dealTopicId: string | null
}

/** Where deals that were won have their outcomes; the key is `deal:ID:NUMBER`. */
const DEALS_AT = 'enishi'

/**
 * Finds business outcomes in portions: of accounts, or of the whole workspace, the oldest first.
 * What an outcome says to be about counts for every topic of which it holds a name.
 */
export function outcomeFinder(topics: readonly Topic[]) {
  const finder = createTopicFinder(topics)
  const isListened = new Set(topics.map(({ id }) => id))
  const known = new Map<string, string[]>()
  const topicsOf = (about: string): string[] => {
    const found = known.get(about) ?? [...new Set(finder.find(about).map(({ topicId }) => topicId))]
    known.set(about, found)
    return found
  }
  const found = ({ about, dealTopicId, ...row }: OutcomeRow): BusinessOutcome => {
    const ofDeal = dealTopicId !== null && isListened.has(dealTopicId) ? [dealTopicId] : []
    const said = about === null ? [] : topicsOf(about)
    return { ...row, topicIds: [...new Set([...ofDeal, ...said])].sort() }
  }
  return async (tx: Transaction, of: RawBuilder<unknown>, limit: number) => {
    const { rows } = await selectOutcomes(of, limit).execute(tx)
    return rows.map(found)
  }
}

function selectOutcomes(of: RawBuilder<unknown>, limit: number): RawBuilder<OutcomeRow> {
  return sql`
    select a.id as "activityId", a.handle_id as "handleId", o.type, a.published_at as at,
      o.value_minor as "valueMinor", o.currency, o.about, d.topic_id as "dealTopicId"
    from (select a.* from activity a where a.type = 'Outcome' and a.deleted_at is null and ${of}
      order by a.id limit ${limit}) a
    join outcome o on o.workspace_id = a.workspace_id and o.activity_id = a.id
    left join deal d on d.workspace_id = a.workspace_id and a.platform = ${DEALS_AT}
      and d.id = case when a.platform = ${DEALS_AT} and a.external_key like 'deal:%'
        then split_part(a.external_key, ':', 2)::uuid end
    order by a.id`
}

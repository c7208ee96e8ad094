import { sql } from 'kysely'
import {
  assertedIntents,
  type Batch,
  type Contribution,
  type CountedReading,
  type ListenStep,
} from '#listen/index.ts'
import { noteTied } from './ties/add-ties.ts'

/** Before an edit or a deletion: takes what the activity contributes to the roll-ups back. */
export const takeBackStep: ListenStep = {
  name: 'take-back',
  run: async (batch) => {
    const edited = batch.heard.flatMap((heard) =>
      heard.plan?.kind === 'update' ? [heard.activityId as string] : [],
    )
    batch.contributions.push(...(await contributionsOf(batch, [...batch.buried, ...edited], -1)))
    await noteTied(batch, [...batch.buried, ...edited])
  },
}

/** What activities contribute to the roll-ups as they stand now. Deleted ones contribute nothing. */
export async function contributionsOf(
  batch: Batch,
  ids: string[],
  sign: 1 | -1,
): Promise<Contribution[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredContribution>`
    select a.id as "activityId", a.type, a.channel_id as "channelId", a.handle_id as "handleId",
      a.published_at as "publishedAt", r.model, r.sentiment, r.stage, r.stance, 'stage' = any(r.unsure) as "isStageOpen", o.person_id as "personId",
      ${assertedIntents('r')} as asserted, r.toxic as "isToxic",
      coalesce((select array_agg(t.topic_id) from reading_topic t
        where t.workspace_id = a.workspace_id and t.activity_id = a.id), '{}') as "topicIds"
    from activity a
    join handle_ownership o on o.workspace_id = a.workspace_id and o.handle_id = a.handle_id
      and o.until is null
    left join reading r on r.workspace_id = a.workspace_id and r.activity_id = a.id
    where a.workspace_id = ${batch.workspaceId} and a.id = any(${ids}::uuid[]) and a.deleted_at is null
  `.execute(batch.tx)
  for (const row of rows) batch.personOfHandle.set(row.handleId, row.personId)
  return rows.map((row) => toContribution(row, sign))
}

interface StoredReading extends Omit<CountedReading, 'sentiment'> {
  sentiment: string | null
}

type StoredContribution = Omit<Contribution, 'sign' | 'reading'> &
  StoredReading & { personId: string }

function toContribution(row: StoredContribution, sign: 1 | -1): Contribution {
  const { activityId, type, channelId, handleId, publishedAt, personId: _, ...read } = row
  const { sentiment } = read
  const reading = sentiment === null ? undefined : { ...read, sentiment }
  return { sign, activityId, type, channelId, handleId, publishedAt, reading }
}

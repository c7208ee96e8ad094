import { INPUT_FORMATS } from '#channels/registry.ts'
import { type Listening, type LivePayload, prepareRecord } from '#listen/index.ts'
import { emptyTally, LIMITS, type Tally } from '#vocabulary/index.ts'
import type { TestWorkspace } from './workspace.ts'

/** Works off what a live channel handed on, in batches, as the engine does. */
export async function hearPayloads(
  listening: Listening,
  workspace: Pick<TestWorkspace, 'id'>,
  channelId: string,
  payloads: readonly LivePayload[],
): Promise<Tally> {
  const sum = emptyTally()
  for (let at = 0; at < payloads.length; at += LIMITS.batchRecords) {
    const batch = payloads.slice(at, at + LIMITS.batchRecords)
    const prepared = batch.map(({ format, body, scope }, i) => {
      const context = { arrivedAt: new Date(), scope, timeZone: 'Asia/Tokyo' }
      const record = { line: at + i + 1, payload: body }
      return prepareRecord(record, at + i + 1, INPUT_FORMATS[format], context)
    })
    const tally = await listening.hear({
      ...{ workspaceId: workspace.id, channelId },
      heard: prepared.flatMap((one) => ('heard' in one ? one.heard : [])),
      refused: prepared.flatMap((one) => ('refused' in one ? [one.refused] : [])),
    })
    for (const name of Object.keys(sum) as (keyof Tally)[]) sum[name] += tally[name]
  }
  return sum
}

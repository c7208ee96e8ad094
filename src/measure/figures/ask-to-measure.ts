import type { Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { type RandomBytes, uuidV7 } from '#vocabulary/index.ts'
import { isMeasuring } from './read-run.ts'

export interface MeasurementChange {
  authorId: string | null
  now: Date
  random: RandomBytes
}

/** Puts a measurement of all topics in line; once is enough while that waits. */
export async function askToMeasure(
  tx: Transaction,
  { authorId, now, random }: MeasurementChange,
): Promise<void> {
  if (await isMeasuring(tx, ['waiting'])) return
  const id = uuidV7(now.getTime(), random)
  await enqueueJob(tx, OWN_WORKSPACE, { id, kind: 'measure-influence' })
  await writeEvent(tx, OWN_WORKSPACE, { name: 'influence.asked', subjectId: id, authorId })
}

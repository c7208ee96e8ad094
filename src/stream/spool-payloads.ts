import type { LiveChannel, LivePayload } from '#listen/index.ts'
import { LIMITS } from '#vocabulary/index.ts'
import type { HealthBook, HealthNote } from './health-book.ts'
import type { Spool } from './spool.ts'
import type { SpoolRecord } from './spool-frame.ts'

/** What became safe of a channel; for the figures. */
export interface Kept {
  records: number
  /** Of those of which it is known when they happened, the mean time until they were here, in ms. */
  lagMs: number | undefined
}

export interface KeepParts {
  spool: Spool
  book: HealthBook
  now: () => Date
}

/**
 * Puts what was heard into the spool; settles when it is safe. What is too large is left out and
 * noted. `lagSince`: what happened before was not missed but old, and says nothing of the lag.
 */
export async function keepPayloads(
  { spool, book, now }: KeepParts,
  channel: LiveChannel,
  payloads: readonly LivePayload[],
  lagSince: Date | null,
): Promise<Kept> {
  const receivedAt = now()
  const records: SpoolRecord[] = []
  for (const { format, body, scope } of payloads) {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    const { workspaceId, id: channelId } = channel
    if (bytes.length <= LIMITS.recordBytesMax) {
      records.push({ workspaceId, channelId, format, scope, receivedAt, body: bytes })
      continue
    }
    const problem = { at: receivedAt, code: 'too-large', detail: `${bytes.length} bytes` }
    book.note(channel, { problems: [problem] })
  }
  await spool.append(records)
  const found = newestOf(payloads, receivedAt)
  if (records.length > 0) book.note(channel, { ...found, lastArrivedAt: receivedAt })
  return { records: records.length, lagMs: lagOf(payloads, receivedAt, lagSince) }
}

function newestOf(payloads: readonly LivePayload[], receivedAt: Date): HealthNote {
  const times = payloads.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
  if (times.length === 0) return {}
  // A source whose clock is ahead does not speak from the future.
  const newest = times.reduce((most, time) => Math.max(most, time))
  return { lastPublishedAt: new Date(Math.min(newest, receivedAt.getTime())) }
}

function lagOf(
  payloads: readonly LivePayload[],
  receivedAt: Date,
  since: Date | null,
): number | undefined {
  let sum = 0
  let count = 0
  for (const { publishedAt } of payloads) {
    if (publishedAt === undefined || (since !== null && publishedAt < since)) continue
    sum += Math.max(0, receivedAt.getTime() - publishedAt.getTime())
    count += 1
  }
  return count === 0 ? undefined : sum / count
}

/** Of the last few times: each new one weighs a fifth. */
export function smoothLag(before: number | undefined, lagMs: number): number {
  return before === undefined ? lagMs : before * 0.8 + lagMs * 0.2
}

import {
  dropDeliveries,
  dueWorkspaces,
  placeInLog,
  type SendParts,
  sendNext,
  writeDeliveries,
} from '#engage/index.ts'
import { workspaceIds } from '#store/accounts.ts'
import type { Bell } from '#store/bell.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import { areEventsWaiting, readEventsAfter } from '#store/event-log.ts'
import { moveConsumer, type OutboxEvent, parkEvent } from '#store/outbox.ts'

export interface WebhookParts extends SendParts {
  bell: Bell
  log: (line: Record<string, unknown>) => void
}

const CONSUMER = 'webhooks'
const LOOK_MS = 30_000
/** While a transaction that began before a change still runs: nobody calls when it ends. */
const LOOK_AGAIN_MS = 250
const AFTER_FAILURE_MS = 2_000
const EVENTS_AT_ONCE = 50
const TRIES_MAX = 3
/** Addresses that are called at once. */
const SENDERS = 4
const DROP_EVERY_MS = 3_600_000

/**
 * Writes deliveries for what changes, sends them, and drops old ones, until the signal. What a process
 * that is killed had not written is written by the next, from its place in the log; what it had not sent
 * stands in line.
 */
export async function sendWebhooks(parts: WebhookParts, signal: AbortSignal): Promise<void> {
  const senders = Array.from({ length: SENDERS }, (_, i) => keepSending(parts, signal, i === 0))
  await Promise.all([keepWriting(parts, signal), ...senders])
}

async function keepWriting(parts: WebhookParts, signal: AbortSignal): Promise<void> {
  await keepOn(parts, signal, async () => {
    const isMoreWaiting = await areEventsWaiting(parts.door)
    while (!signal.aborted && (await takeSome(parts, signal)) > 0);
    return isMoreWaiting ? LOOK_AGAIN_MS : LOOK_MS
  })
}

/** Does a round whenever the bell rings or the time that the last one answered, in milliseconds, is over. */
async function keepOn(
  { bell, log }: WebhookParts,
  signal: AbortSignal,
  round: () => Promise<number>,
): Promise<void> {
  const follower = bell.follow()
  let waitMs = 0
  while (!signal.aborted) {
    await follower.wait(waitMs, signal)
    if (signal.aborted) break
    try {
      waitMs = await round()
    } catch (error) {
      // The database is away for a moment; everything stands where it stood.
      const { message, stack } = error as Error
      const isLost = isConnectionLost(error)
      log({ level: isLost ? 'warn' : 'error', at: CONSUMER, error: isLost ? message : stack })
      waitMs = AFTER_FAILURE_MS
    }
  }
  follower.end()
}

/** Takes the next events of all workspaces; answers how many. */
async function takeSome(parts: WebhookParts, signal: AbortSignal): Promise<number> {
  const { door } = parts
  const position = await placeInLog(door, CONSUMER)
  const { events } = await readEventsAfter(door, position, EVENTS_AT_ONCE)
  for (const event of events) {
    if (signal.aborted) return 0
    await takeOne(parts, event)
  }
  const last = events.at(-1)
  if (last !== undefined) await door.asSystem((tx) => moveConsumer(tx, CONSUMER, last))
  return events.length
}

/** One on which it fails three times is set aside, with the reason. */
async function takeOne({ door, chance, bell, log }: WebhookParts, event: OutboxEvent) {
  for (let tries = 1; ; tries++) {
    try {
      if ((await writeDeliveries(door, event, chance)) > 0) bell.ring()
      return
    } catch (error) {
      if (isConnectionLost(error)) throw error
      if (tries < TRIES_MAX) continue
      const { message, stack } = error as Error
      await parkEvent(door, CONSUMER, event, message)
      log({ level: 'error', at: CONSUMER, event: `${event.xid}-${event.id}`, error: stack })
      return
    }
  }
}

async function keepSending(
  parts: WebhookParts,
  signal: AbortSignal,
  isCleaner: boolean,
): Promise<void> {
  let droppedAtMs = 0
  await keepOn(parts, signal, async () => {
    const nowMs = parts.chance.now().getTime()
    if (isCleaner && nowMs - droppedAtMs >= DROP_EVERY_MS) {
      await dropOld(parts, signal)
      droppedAtMs = nowMs
    }
    return sendDue(parts, signal)
  })
}

/** Sends all that is due; answers when something is due next, in milliseconds. */
async function sendDue(parts: WebhookParts, signal: AbortSignal): Promise<number> {
  while (!signal.aborted) {
    const due = await dueWorkspaces(parts.door)
    let hasSent = false
    const now = parts.chance.now().getTime()
    for (const { workspaceId, at } of due) {
      if (signal.aborted || at.getTime() > now) break
      if (await sendNext(parts, workspaceId, signal)) hasSent = true
    }
    if (hasSent) continue
    const first = due[0]?.at.getTime() ?? Number.POSITIVE_INFINITY
    // What is due and could not be had is under way elsewhere.
    return Math.min(Math.max(first - now, LOOK_AGAIN_MS), LOOK_MS)
  }
  return 0
}

async function dropOld({ door, chance }: WebhookParts, signal: AbortSignal): Promise<void> {
  for (const id of await workspaceIds(door)) {
    const dropSome = () =>
      door.inWorkspace(id, (tx) => dropDeliveries(tx, chance.now()), 'background')
    while (!signal.aborted && (await dropSome()) > 0);
  }
}

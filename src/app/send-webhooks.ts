import {
  dropDeliveries,
  dueWorkspaces,
  placeInLog,
  type SendParts,
  sendNext,
  tellMissed,
  workspacesMissing,
  writeDeliveries,
} from '#engage/index.ts'
import { workspaceIds } from '#store/accounts.ts'
import type { OutboxEvent } from '#store/outbox.ts'
import { followLog, keepOn, type LogParts } from './follow-log.ts'

export interface WebhookParts extends SendParts, LogParts {}

const NAME = 'webhooks'
const LOOK_MS = 30_000
/** What is under way elsewhere, or becomes due, is looked for this often at most. */
const LOOK_AGAIN_MS = 250
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
  await Promise.all([keepWriting(parts, signal), keepCatchingUp(parts, signal), ...senders])
}

function keepWriting(parts: WebhookParts, signal: AbortSignal): Promise<void> {
  const { door, chance, bell } = parts
  const effect = async (event: OutboxEvent) => {
    const written = await writeDeliveries(door, event, chance)
    if (written > 0) bell.ring()
    return written
  }
  return followLog(parts, { name: NAME, place: placeInLog, effect }, signal)
}

/** Writes what webhooks missed while they were off, where a member asked for it. */
function keepCatchingUp(parts: WebhookParts, signal: AbortSignal): Promise<void> {
  const { door, chance, bell } = parts
  return keepOn(parts, NAME, signal, async () => {
    for (const id of await workspacesMissing(door)) {
      while (!signal.aborted && (await tellMissed(door, id, chance)) > 0) bell.ring()
    }
    // Others still have to end, or too much waits: nobody calls when that is over.
    return (await workspacesMissing(door)).length > 0 ? LOOK_AGAIN_MS : LOOK_MS
  })
}

async function keepSending(
  parts: WebhookParts,
  signal: AbortSignal,
  isCleaner: boolean,
): Promise<void> {
  let droppedAtMs = 0
  await keepOn(parts, NAME, signal, async () => {
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

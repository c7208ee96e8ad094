import { cardLook } from '#engage/index.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import { areEventsWaiting } from '#store/event-log.ts'
import { openConsumer } from '#store/take-events.ts'
import { applyRulesAbout, conditionsTouchedBy, type Touched } from '#understand/index.ts'
import type { RuleCondition } from '#vocabulary/index.ts'
import type { FollowParts } from './follow-events.ts'
import { keepOn } from './follow-log.ts'

const NAME = 'relation-rules'
const LOOK_MS = 30_000
const LOOK_AGAIN_MS = 250
/** Rules look at everybody: after an application the next waits so long, more where posts asked for it. */
const PAUSE_MS: Record<Touched['by'], number> = { members: 5_000, posts: 10 * 60_000 }

/** What is to be applied in a workspace, and from when. */
interface Due {
  workspaceId: string
  by: Touched['by']
  conditions: Set<RuleCondition>
  atMs: number
}

/**
 * Applies the rules of relations soon after what they look at has changed, until the signal. What was
 * due as a process ended is found by the search of the day.
 */
export async function followRules(parts: FollowParts, signal: AbortSignal): Promise<void> {
  const { door, chance, log } = parts
  const waiting = createWaiting()
  const events = openConsumer(
    door,
    NAME,
    async ({ workspaceId, name }) => waiting.note(workspaceId, name),
    (event, error) =>
      log({ level: 'error', at: NAME, event: `${event.xid}-${event.id}`, error: error.stack }),
  )
  await keepOn(parts, NAME, signal, async () => {
    const isMoreWaiting = await areEventsWaiting(door)
    while (!signal.aborted && (await events.takeNext()) > 0);
    for (const due of waiting.dueAt(chance.now().getTime())) {
      if (signal.aborted) return 0
      await apply(parts, due)
      waiting.done(due, chance.now().getTime())
    }
    const nextMs = waiting.nextAtMs() - chance.now().getTime()
    return Math.min(isMoreWaiting ? LOOK_AGAIN_MS : LOOK_MS, Math.max(nextMs, LOOK_AGAIN_MS))
  })
}

/** Remembers what is due where, and when it was last applied. */
function createWaiting() {
  const all = new Map<string, Due>()
  const appliedAtMs = new Map<string, number>()
  const keyOf = (workspaceId: string, by: Touched['by']) => `${workspaceId} ${by}`
  return {
    note: (workspaceId: string, eventName: string) => {
      const touched = conditionsTouchedBy(eventName)
      if (touched === undefined) return
      const { by } = touched
      const key = keyOf(workspaceId, by)
      const lastMs = appliedAtMs.get(key) ?? Number.NEGATIVE_INFINITY
      const before = all.get(key)?.conditions ?? []
      const conditions = new Set([...before, ...touched.conditions])
      all.set(key, { workspaceId, by, conditions, atMs: lastMs + PAUSE_MS[by] })
    },
    dueAt: (nowMs: number) => [...all.values()].filter(({ atMs }) => atMs <= nowMs),
    done: ({ workspaceId, by }: Due, nowMs: number) => {
      all.delete(keyOf(workspaceId, by))
      appliedAtMs.set(keyOf(workspaceId, by), nowMs)
    },
    nextAtMs: () => Math.min(...[...all.values()].map(({ atMs }) => atMs)),
  }
}

/** A fault in one workspace leaves the others alone. Throws only where the database is away. */
async function apply({ door, chance, log }: FollowParts, due: Due): Promise<void> {
  const { workspaceId, conditions } = due
  const { now, random } = chance
  try {
    const change = { workspaceId, authorId: null, now: now(), random }
    await applyRulesAbout(door, conditions, change, cardLook)
  } catch (error) {
    if (isConnectionLost(error)) throw error
    log({ level: 'error', at: NAME, workspace: workspaceId, error: (error as Error).stack })
  }
}

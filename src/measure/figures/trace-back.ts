import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { ActorLevel, TouchKind } from '#vocabulary/index.ts'
import { touchesIn } from '../live/credit-people.ts'
import { creditTouches } from '../live/credit-touches.ts'
import { liveParametersOf } from '../live/live-parameters.ts'
import { accountsOf } from '../touches/people-of-handles.ts'
import type { Touch } from '../touches/touches-of.ts'
import { rootsOf } from './name-people.ts'
import type { Run } from './read-run.ts'
import type { Scope } from './scope.ts'

/** One touch on the way to an outcome, before it has names. */
export interface Step {
  number: number
  parent: number | null
  hop: number
  share: number
  kind: TouchKind
  level: ActorLevel
  reachedAt: Date
  activityId: string
  evidenceId: string
  actorHandleId: string
  channelId: string
}

const DAY_MS = 86_400_000
/** Parts of an outcome that are looked behind, and shown: as in the engine's hops. */
const SHARE_MIN = 1e-3
const HOPS_MAX = 3
/** Of each hop so many are looked behind, and of each of them so many shown: the largest. */
const LOOKED_BEHIND_MAX = 6
const SHOWN_BEHIND_MAX = 5

/**
 * What had reached those who spoke, over up to three hops: behind a post that answers or passes on
 * another stands that one, whole; behind others what had reached their author within the window before,
 * each touch with its part at the parameters of the measurement. Words stand behind one touch alone, the
 * first that leads to them. Numbers go on where those of `first` end.
 */
export async function traceBack(
  tx: Transaction,
  scope: Scope,
  run: Pick<Run, 'id' | 'parameters'>,
  first: readonly Step[],
): Promise<Step[]> {
  const behind: Step[] = []
  const seen = new Set(first.map(({ activityId }) => activityId))
  let hop = [...first]
  for (let depth = 2; depth <= HOPS_MAX; depth++) {
    const next: Step[] = []
    for (const step of largest(hop, LOOKED_BEHIND_MAX)) {
      const found = await lookBehind(tx, scope, run, step)
      for (const one of found.filter(({ activityId }) => !seen.has(activityId))) {
        seen.add(one.activityId)
        const number = first.length + behind.length + next.length
        next.push({ ...one, number, parent: step.number, hop: depth })
      }
    }
    behind.push(...next)
    hop = next
  }
  return behind
}

function largest<One extends { share: number }>(steps: readonly One[], most: number): One[] {
  return steps
    .filter(({ share }) => share >= SHARE_MIN)
    .sort((a, b) => b.share - a.share)
    .slice(0, most)
}

type Found = Omit<Step, 'number' | 'parent' | 'hop'>

async function lookBehind(
  tx: Transaction,
  scope: Scope,
  run: Pick<Run, 'id' | 'parameters'>,
  { activityId, actorHandleId, share }: Step,
): Promise<Found[]> {
  const spoken = await readSpoken(tx, activityId)
  if (spoken === undefined) return []
  const accounts = await accountsBeside(tx, actorHandleId)
  // Of what is answered the answer itself is the evidence: at the instant, not before it.
  const afterMs = spoken.parentId === null ? 0 : 1
  const before = new Date(spoken.publishedAt.getTime() + afterMs)
  const windowDays = Number(run.parameters.windowDays ?? 0) + afterMs / DAY_MS
  const counted = { topicId: scope.topic?.id ?? null, parameters: { windowDays } }
  const reached = await touchesIn(tx, counted, accounts, before)
  const ofParent = reached.find((touch) => touch.activityId === spoken.parentId)
  if (ofParent !== undefined) return [stepOf(ofParent, share)]
  const people = reached.map(({ actorPersonId }) => actorPersonId)
  const parameters = await liveParametersOf(tx, run, people)
  const { parts } = creditTouches(parameters, null, spoken.publishedAt, reached)
  const steps = reached.map((touch, i) => stepOf(touch, share * (parts[i] as number)))
  return largest(steps, SHOWN_BEHIND_MAX).sort(
    (a, b) => a.reachedAt.getTime() - b.reachedAt.getTime(),
  )
}

function stepOf(touch: Touch, share: number): Found {
  const { kind, level, at, activityId, evidenceId, actorHandleId, channelId } = touch
  return { kind, level, reachedAt: at, activityId, evidenceId, actorHandleId, channelId, share }
}

interface Spoken {
  publishedAt: Date
  parentId: string | null
}

/** When something was said, and what it answers or passes on. */
async function readSpoken(tx: Transaction, activityId: string): Promise<Spoken | undefined> {
  const { rows } = await sql<Spoken>`
    select a.published_at as "publishedAt", s.activity_id as "parentId"
    from activity a
    left join lateral (
      select s.activity_id from activity_source s where s.workspace_id = a.workspace_id
        and s.platform = a.platform and s.external_key_hash = a.parent_hash offset 0) s on true
    where a.id = ${activityId}::uuid`.execute(tx)
  return rows[0]
}

/** All accounts of the person behind one. */
async function accountsBeside(tx: Transaction, handleId: string): Promise<string[]> {
  const roots = await rootsOf(tx, [handleId])
  return accountsOf(tx, [...roots.values()])
}

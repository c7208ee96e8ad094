import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { SAID_REASONS } from '#vocabulary/index.ts'
import { type GivenArm, settleArm } from './assign-arm.ts'
import { readCandidates, readFacts } from './engagement-facts.ts'

/** Somebody whom an experiment leaves alone: nobody engages them unasked until then. */
export interface HeldOut {
  personId: string
  experiment: { id: string; name: string }
  since: string
  /** Until then their outcomes count. */
  until: string
  /** They turned to us in the last days: that is answered as always. */
  isToBeAnswered: boolean
}

interface Given extends GivenArm {
  experimentId: string
  name: string
  horizonDays: number
}

const DAY_MS = 86_400_000

/**
 * Who of these people is to be left alone now: held out by an experiment that was not withdrawn, and
 * whose outcomes still count for them, even if it has ended. Throws `not-found` for a person who is not known.
 */
export async function readHeldOut(
  tx: Transaction,
  people: readonly string[],
  now: Date,
): Promise<HeldOut[]> {
  const candidates = await readCandidates(tx, [...new Set(people)])
  const given = await readGiven(tx, [...new Set(candidates.flatMap(({ handles }) => handles))])
  const found = candidates.flatMap((candidate) => {
    const own = candidate.handles.flatMap((handle) => given.get(handle) ?? [])
    const standing = standingOf(own, now)
    return standing === null ? [] : [{ candidate, standing }]
  })
  const facts = await readFacts(
    tx,
    found.map(({ candidate }) => candidate),
    { experimentId: null, posts: [], now },
  )
  return found.map(({ candidate: { personId }, standing }) => ({
    ...{ personId, ...standing },
    isToBeAnswered: SAID_REASONS.some((reason) => facts.get(personId)?.reasons.has(reason)),
  }))
}

/** The experiment that leaves somebody alone the longest; null where none does. */
function standingOf(
  given: readonly Given[],
  now: Date,
): Omit<HeldOut, 'personId' | 'isToBeAnswered'> | null {
  const standing = [...Map.groupBy(given, ({ experimentId }) => experimentId).values()].flatMap(
    (own) => {
      const [first] = own
      if (first === undefined || settleArm(own) !== 'hold-out') return []
      const since = Math.min(...own.map(({ assignedAt }) => assignedAt.getTime()))
      // In each channel their time begins anew.
      const last = Math.max(...own.map(({ assignedAt }) => assignedAt.getTime()))
      const until = last + first.horizonDays * DAY_MS
      if (until <= now.getTime()) return []
      const experiment = { id: first.experimentId, name: first.name }
      return [{ experiment, since, until }]
    },
  )
  const [longest] = standing.sort((a, b) => b.until - a.until)
  if (longest === undefined) return null
  const { experiment, since, until } = longest
  const text = (ms: number) => new Date(ms).toISOString()
  return { experiment, since: text(since), until: text(until) }
}

async function readGiven(
  tx: Transaction,
  handles: readonly string[],
): Promise<Map<string, Given[]>> {
  const { rows } = await sql<Given>`
    select s.handle_id as "handleId", s.arm, s.assigned_at as "assignedAt",
      e.id as "experimentId", e.name, e.horizon_days as "horizonDays"
    from unnest(${[...handles]}::uuid[]) as own (id)
    cross join lateral (
      select * from experiment_subject s where s.handle_id = own.id offset 0) s
    join experiment e on e.id = s.experiment_id and e.state in ('running', 'ended')`.execute(tx)
  return Map.groupBy(rows, ({ handleId }) => handleId)
}

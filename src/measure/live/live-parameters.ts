import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { ORIGINALS } from '#understand/index.ts'
import type { Run } from '../figures/read-run.ts'

/** What credit is given by, with ids instead of numbers: those of one measurement. */
export interface LiveParameters {
  runId: string
  tauDays: number
  shape: number
  windowDays: number
  /** Push of a channel towards outcomes of a type, in days; for null the mean over all types. */
  thetaOf(channelId: string, type: string | null): number
  /** How much a person's words push, relative to usual ones. */
  multiplierOf(personId: string): number
}

/** The parameters of a measurement, with the multipliers of these people (roots). */
export async function liveParametersOf(
  tx: Transaction,
  { id, parameters }: Pick<Run, 'id' | 'parameters'>,
  people: readonly string[],
): Promise<LiveParameters> {
  const theta = thetaIn(parameters)
  const multipliers = await multipliersOf(tx, id, people)
  const others = numberIn(parameters, 'multiplierOfOthers', 1)
  return {
    runId: id,
    tauDays: numberIn(parameters, 'tauDays', 1),
    shape: numberIn(parameters, 'shape', 1),
    windowDays: numberIn(parameters, 'windowDays', 7),
    thetaOf: theta,
    multiplierOf: (person) => multipliers.get(person) ?? others,
  }
}

function numberIn(parameters: Record<string, unknown>, name: string, missing: number): number {
  const value = parameters[name]
  return typeof value === 'number' ? value : missing
}

/** Theta stands by channel and, within it, by type. */
function thetaIn(parameters: Record<string, unknown>): LiveParameters['thetaOf'] {
  const theta = (parameters.theta ?? {}) as Record<string, Record<string, number>>
  const types = new Set(Object.values(theta).flatMap((one) => Object.keys(one)))
  return (channelId, type) => {
    const own = theta[channelId]
    if (own === undefined) return 0
    if (type !== null) return own[type] ?? 0
    const sum = Object.values(own).reduce((all, one) => all + one, 0)
    return sum / Math.max(1, types.size)
  }
}

/** Multipliers by person; of accounts that became one person since, their mean. */
async function multipliersOf(
  tx: Transaction,
  runId: string,
  people: readonly string[],
): Promise<Map<string, number>> {
  const wanted = [...new Set(people)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; multiplier: number }>`
    select wanted.id, avg(m.multiplier) as multiplier
    from unnest(${wanted}::uuid[]) as wanted (id) ${ORIGINALS}
    cross join lateral (
      select o.handle_id from handle_ownership o
      where o.person_id = original.original_id and o.until is null offset 0) own
    join influence_multiplier m on m.run_id = ${runId}::uuid and m.handle_id = own.handle_id
    group by 1`.execute(tx)
  return new Map(rows.map(({ id, multiplier }) => [id, multiplier]))
}

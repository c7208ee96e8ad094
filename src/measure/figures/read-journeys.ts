import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { InfluenceOutcome } from '#vocabulary/index.ts'
import type { JourneysOfOutcomes } from '../attribution/journeys-of-outcomes.ts'
import { NOTHING, type WrittenJourney } from '../nightly/measured-journeys.ts'
import type { Run } from './read-run.ts'
import type { Span } from './scope.ts'

/**
 * The journeys of a measurement to outcomes of one type (or all) in a span, with those that did not end
 * so: what came to nothing, and what ended in another type.
 */
export async function readMeasuredJourneys(
  tx: Transaction,
  run: Pick<Run, 'id'>,
  { type, since, before }: Span & { type: InfluenceOutcome | null },
): Promise<JourneysOfOutcomes> {
  const from = since === null ? sql`` : sql`and day >= (${since} at time zone 'UTC')::date`
  const to = before === null ? sql`` : sql`and day <= (${before} at time zone 'UTC')::date`
  const { rows } = await sql<{ type: string; journeys: WrittenJourney[] }>`
    select type, journeys from influence_journey where run_id = ${run.id}::uuid ${from} ${to}
    order by type, day`.execute(tx)
  const found: JourneysOfOutcomes = { preceded: [], nulls: [] }
  const isWithin = (t: number) =>
    (since === null || t * 1_000 >= since.getTime()) &&
    (before === null || t * 1_000 < before.getTime())
  for (const row of rows) {
    const isMeant = row.type !== NOTHING && (type === null || row.type === type)
    for (const written of row.journeys) {
      if (isWithin(written[0])) addTo(found, written, isMeant)
    }
  }
  return found
}

function addTo(found: JourneysOfOutcomes, written: WrittenJourney, isMeant: boolean): void {
  if (written.length === 3) {
    const [t, count, steps] = written
    found.nulls.push({ t, count, steps })
    return
  }
  const [t, first, last, steps, channels, linear, timeDecay] = written
  if (isMeant) found.preceded.push({ type: 0, t, first, last, steps, channels, linear, timeDecay })
  else if (steps.length > 0) found.nulls.push({ t, count: 1, steps })
}

import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import type { JourneysOfOutcomes, OutcomeJourney } from '../attribution/journeys-of-outcomes.ts'

/** Journeys with the names of what their numbers mean. */
export interface MeasuredJourneys extends JourneysOfOutcomes {
  channels: readonly string[]
  types: readonly string[]
}

const DAY_SECONDS = 86_400
/** The type of what came to nothing. */
export const NOTHING = ''
const ROWS_AT_ONCE = 500

/** As rows hold it: seconds, first, last, steps, channels, linear, time decay; or hour, count, steps. */
export type WrittenJourney =
  | [number, number, number, number[], number[], number[], number[]]
  | [number, number, number[]]

/** Writes the journeys of a measurement, a row a type and day. */
export async function insertJourneys(
  tx: Transaction,
  workspaceId: string,
  runId: string,
  { preceded, nulls, types }: MeasuredJourneys,
): Promise<void> {
  const days = new Map<string, { type: string; day: string; journeys: WrittenJourney[] }>()
  const add = (type: string, t: number, written: WrittenJourney) => {
    const day = new Date(Math.floor(t / DAY_SECONDS) * DAY_SECONDS * 1_000)
      .toISOString()
      .slice(0, 10)
    const of = days.get(`${type} ${day}`) ?? { type, day, journeys: [] }
    days.set(`${type} ${day}`, of)
    of.journeys.push(written)
  }
  for (const one of preceded) add(types[one.type] ?? NOTHING, one.t, writtenOf(one))
  for (const { t, count, steps } of nulls) add(NOTHING, t, [t, count, steps])
  const rows = [...days.values()].map(({ type, day, journeys }) => ({
    ...{ run_id: runId, type, day, journeys: JSON.stringify(journeys) },
  }))
  const columns = { run_id: 'uuid', type: 'text', day: 'date', journeys: 'jsonb' } as const
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    await insertRows(tx, 'influence_journey', workspaceId, columns, some)
  }
}

function writtenOf(one: OutcomeJourney): WrittenJourney {
  const round = (parts: readonly number[]) => parts.map((part) => Number(part.toPrecision(6)))
  const { t, first, last, steps, channels, linear, timeDecay } = one
  return [t, first, last, steps, channels, round(linear), round(timeDecay)]
}

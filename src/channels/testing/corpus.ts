import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { checkArrival, type InputFormat, type ReadContext } from '#listen/index.ts'
import type { Arrival, Refusal } from '#vocabulary/index.ts'

const CORPUS_CONTEXT: ReadContext = {
  arrivedAt: new Date('2026-12-01T00:00:00Z'),
  scope: 'corpus',
  timeZone: 'Asia/Tokyo',
}

/** The folder of recorded payloads beside the project, or undefined (said aloud) where it is absent. */
export function corpusFolder(name: string): string | undefined {
  const folder = fileURLToPath(new URL(`../../../../shared/data/channels/${name}`, import.meta.url))
  if (existsSync(folder)) return folder
  console.warn(`no corpus at ${folder}: its tests are skipped`)
  return undefined
}

export function gunzippedLines(file: string): string[] {
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  return text.split('\n').filter((line) => line.trim() !== '')
}

/** What became of a payload on its way to the log. */
export type Heard = { arrival: Arrival } | { refusal: Refusal }

/** Reads and checks one payload, and what it says beside must pass the check as well. */
export function hear(format: InputFormat, payload: string | Buffer, line: number): Heard {
  const answer = format.read({ line, payload }, CORPUS_CONTEXT)
  if ('refusal' in answer) return answer
  for (const beside of answer.context ?? []) {
    const checked = checkArrival(beside, CORPUS_CONTEXT.arrivedAt)
    if ('refusal' in checked) throw new Error(`beside line ${line}: ${checked.refusal.reason}`)
  }
  return checkArrival(answer.arrival, CORPUS_CONTEXT.arrivedAt)
}

/** How many of each: activities by type, others by kind, refusals by reason, field and detail. */
export function countHeard(heard: Heard[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const one of heard) {
    const name = 'refusal' in one ? nameOfRefusal(one.refusal) : nameOf(one.arrival)
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

function nameOf(arrival: Arrival): string {
  return arrival.kind === 'activity' ? arrival.type : arrival.kind
}

function nameOfRefusal({ reason, field, detail }: Refusal): string {
  const place = reason === 'missing-field' ? [field] : [field, detail]
  return ['refused', reason, ...place].filter((part) => part !== undefined).join(' ')
}

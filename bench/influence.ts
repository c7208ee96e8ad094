/**
 * `enishi influence` on 3.4 million touches and 12,000 outcomes: reading, then measuring with 200
 * bootstrap replicates in threads, beside csv-parse over the same touches in the same run; and live
 * credit, one outcome at a time. Usage: node bench/influence.ts [touches] [outcomes]
 */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { Remarks } from '#cli/csv-columns.ts'
import { readInfluenceFiles } from '#cli/influence-files.ts'
import {
  CreditAsItArrives,
  INFLUENCE_DEFAULTS,
  type InfluenceInput,
  measureInfluence,
} from '#measure/index.ts'
import { seededChance } from '#vocabulary/index.ts'
import { describeMachine } from './measure.ts'

const TOUCHES = Number(process.argv[2] ?? '3400000')
const OUTCOMES = Number(process.argv[3] ?? '12000')
const [PEOPLE, ACTORS, DAYS] = [100_000, 5_000, 180]
const CHANNELS = ['bluesky', 'hackernews', 'mail', 'reddit', 'web']
const START = 1_750_000_000

const folder = mkdtempSync(join(tmpdir(), 'enishi-bench-influence-'))
try {
  console.log(describeMachine())
  const files = await writeFiles()
  const parsed = await timed('csv-parse over the touches', () => parseAll(files.touches))
  const remarks = new Remarks(console.error, 'en')
  const read = await timed('reading all three files', () =>
    readInfluenceFiles({ ...files, needsActivities: false }, START * 2, remarks),
  )
  const measured = await timed('measuring, 200 replicates', () =>
    measureInfluence(read.value, INFLUENCE_DEFAULTS),
  )
  const { credited, outcomes } = measured.value
  console.log(`credited ${credited.toFixed(0)} of ${outcomes}`)
  console.log(`reading costs ${(read.seconds / parsed.seconds).toFixed(2)} of csv-parse`)
  console.log(`reading and measuring: ${(read.seconds + measured.seconds).toFixed(1)} s`)
  measureLive(read.value, measured.value.parameters)
} finally {
  rmSync(folder, { recursive: true })
}

async function timed<Value>(name: string, work: () => Promise<Value>) {
  const before = process.cpuUsage()
  const start = performance.now()
  const value = await work()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const memory = (process.memoryUsage().rss / 2 ** 20).toFixed(0)
  console.log(
    `${name.padEnd(32)}${seconds.toFixed(2).padStart(8)} s, processor ${((user + system) / 1e6).toFixed(2)} s, resident ${memory} MB`,
  )
  return { value, seconds }
}

async function writeFiles() {
  const chance = seededChance(1, 'bench influence')
  const at = (i: number, of: number) => START + Math.floor((i / of) * DAYS * 86_400)
  // Squares and cubes: few people hear much, few actors say much.
  const person = () => `p${Math.floor(chance() ** 2 * PEOPLE)}`
  const touches = await write('touches.csv', 't,actor,person,channel', TOUCHES, (i) => {
    const actor = `a${Math.floor(chance() ** 3 * ACTORS)}`
    return `${at(i, TOUCHES)},${actor},${person()},${CHANNELS[Math.floor(chance() * 5)]}`
  })
  const outcomes = await write('outcomes.csv', 't,person,type', OUTCOMES, (i) => {
    return `${at(i, OUTCOMES)},${person()},${chance() < 0.5 ? 'buy' : 'refer'}`
  })
  const people = await write('people.csv', 'person,stratum', PEOPLE, (i) => {
    return `p${i},c${i % 10}-a${Math.floor(Math.log2(1 + i / 100))}`
  })
  return { touches, outcomes, people }
}

async function write(name: string, header: string, count: number, line: (i: number) => string) {
  const path = join(folder, name)
  const file = await open(path, 'w')
  let piece = `${header}\n`
  for (let i = 0; i < count; i++) {
    piece += `${line(i)}\n`
    if (piece.length < 2 ** 20) continue
    await file.write(piece)
    piece = ''
  }
  await file.write(piece)
  await file.close()
  return path
}

async function parseAll(path: string): Promise<number> {
  let records = 0
  const parser = createReadStream(path).pipe(parse({ columns: false }))
  for await (const _ of parser) records++
  return records
}

/** Every touch and outcome in the order of time; only outcomes are timed. */
function measureLive(
  { touches, outcomes }: InfluenceInput,
  parameters: ConstructorParameters<typeof CreditAsItArrives>[0],
) {
  const live = new CreditAsItArrives(parameters)
  const times: number[] = []
  let next = 0
  for (let o = 0; o < outcomes.t.length; o++) {
    const t = outcomes.t[o] ?? 0
    for (; next < touches.t.length && (touches.t[next] ?? 0) < t; next++) {
      const touch = {
        t: touches.t[next] ?? 0,
        actor: touches.actor[next] ?? 0,
        channel: touches.channel[next] ?? 0,
      }
      live.hearTouch(touches.person[next] ?? 0, touch)
    }
    const start = performance.now()
    live.creditNow(outcomes.person[o] ?? 0, outcomes.type[o] ?? 0, t)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(4)
  console.log(`live credit of ${times.length} outcomes: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
}

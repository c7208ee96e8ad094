/**
 * How long it takes to say whose part an outcome is at the moment it arrives, at the size of the aim:
 * 10 M follows among 1 M people (degree-corrected block model, seeded). Authors post, people are touched,
 * outcomes come in, all in the order of time; only outcomes are timed, each by itself. Ends with 1 where
 * the 99th of a hundred takes longer than the limit, or memory goes beyond its own.
 * Usage: node bench/live-credit.ts [edges]       10000000 unless said otherwise
 */
import { drawBlockModel } from '#graph/index.ts'
import { CreditAsItArrives } from '#measure/index.ts'
import { seededChance } from '#vocabulary/index.ts'
import { describeMachine } from './measure.ts'

const EDGES = Number(process.argv[2] ?? 10_000_000)
const PEOPLE = Math.max(10, Math.round(EDGES / 10))
const DAYS = 14
const DAY_SECONDS = 86_400
const POSTS = Math.round(EDGES / 5)
const TOUCHES = Math.round(EDGES / 5)
const OUTCOMES = 100_000
const CHANNELS = 5
const P99_MS_MAX = 1

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)

console.log(describeMachine())
const chance = seededChance(1, 'live credit')
const live = openCredit()
const begun = performance.now()
follow(live)
console.log(`${PEOPLE} people, ${EDGES} follows heard in ${seconds(begun)} s`)
const times = play(live)
const at = (share: number) =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const p99 = at(0.99)
console.log(
  `${times.length} outcomes: p50 ${at(0.5).toFixed(4)} ms, p99 ${p99.toFixed(4)} ms, worst ${at(1).toFixed(2)} ms`,
)
console.log(`resident ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`)
console.log(`limit of p99: ${P99_MS_MAX} ms: ${p99 < P99_MS_MAX ? 'kept' : 'NOT KEPT'}`)
if (p99 >= P99_MS_MAX) process.exitCode = 1

/** Parameters as a measurement would find them: one of two types, a multiplier for everybody. */
function openCredit(): CreditAsItArrives {
  return new CreditAsItArrives({
    ...{ tauDays: 2, shape: 1, windowDays: 7, channels: CHANNELS },
    theta: Float64Array.from({ length: 2 * CHANNELS }, () => 0.2 + chance()),
    multiplier: Float64Array.from({ length: PEOPLE }, () => 2 * chance()),
  })
}

function follow(credit: CreditAsItArrives): void {
  const random = seededChance(1, 'bench')
  const { edges } = drawBlockModel({
    nodes: PEOPLE,
    edges: EDGES,
    blocks: 100,
    mixing: 0.3,
    random,
  })
  edges.sources.forEach((source, i) => {
    credit.follow(source, edges.targets[i] as number)
  })
}

/** Two weeks in the order of time; answers how long each outcome took, in ms, the shortest first. */
function play(credit: CreditAsItArrives): Float64Array {
  const took = new Float64Array(OUTCOMES)
  const anybody = () => Math.floor(chance() * PEOPLE)
  const steps = POSTS + TOUCHES
  let [done, due] = [0, 0]
  const heard = performance.now()
  for (let step = 0; step < steps; step++) {
    const t = (step / steps) * DAYS * DAY_SECONDS
    const what = { t, actor: anybody(), channel: Math.floor(chance() * CHANNELS) }
    if (step % 2 === 0) credit.hearPost(what)
    else credit.hearTouch(anybody(), what)
    due += OUTCOMES / steps
    if (due < 1) continue
    due -= 1
    const [person, type] = [anybody(), chance() < 0.5 ? 0 : 1]
    const from = performance.now()
    credit.creditNow(person, type, t + 1)
    took[done++] = performance.now() - from
  }
  console.log(`${steps} posts and touches between them, ${seconds(heard)} s in all`)
  return took.subarray(0, done).sort()
}

/**
 * Matching of many made-up people, as CPU time and peak memory, beside bare Jaro-Winkler of names in
 * the same run: how many such comparisons of two strings one compared pair of records costs.
 *
 *   node bench/match.ts [people] [records each]
 */

import { jaroWinkler } from '#language/jaro-winkler.ts'
import { matchRecords, readPlainPhone } from '#understand/index.ts'
import { makeMatchWorld } from './match-people.ts'
import { describeMachine } from './measure.ts'

const people = Number(process.argv[2] ?? '100000')
const recordsEach = Number(process.argv[3] ?? '4')
/** A pair of records may cost so many bare comparisons of two names: it compares eight fields. */
const RATIO_MAX = 60

const BARE_PAIRS = 3_000_000

console.log(describeMachine())
const { records, personOf } = makeMatchWorld({ people, kind: 'social', seed: 1, recordsEach })
console.log(`${people} people, ${records.length} records`)
const names = records.flatMap(({ name }) => (name === undefined ? [] : [name.toLowerCase()]))
const bare = cpuSeconds(() => {
  let sum = 0
  for (let at = 0; at < BARE_PAIRS; at++) {
    sum += jaroWinkler(names[at % names.length] ?? '', names[(at * 7919) % names.length] ?? '')
  }
  return sum
})
const matched = cpuSeconds(() => {
  const found = matchRecords(records, readPlainPhone)
  let same = 0
  let right = 0
  for (const { a, b, verdict } of found.pairs()) {
    if (verdict !== 'same') continue
    same++
    if (personOf.get(a) === personOf.get(b)) right++
  }
  return { same, right, compared: found.compared }
})
const { same, right, compared } = matched.answer
const ratio = matched.seconds / compared / (bare.seconds / BARE_PAIRS)
const peakMb = process.resourceUsage().maxRSS / 1024
console.log(`bare Jaro-Winkler: ${(BARE_PAIRS / bare.seconds / 1e6).toFixed(2)} M pairs/s`)
console.log(
  `matched in ${matched.seconds.toFixed(1)} CPU seconds: ${compared} pairs compared, ${same} the same, ${((100 * right) / same).toFixed(2)} % of them right`,
)
console.log(`peak memory ${peakMb.toFixed(0)} MB, the records themselves included`)
console.log(`ratio ${ratio.toFixed(1)} bare comparisons a pair (at most ${RATIO_MAX})`)
process.exitCode = ratio <= RATIO_MAX ? 0 : 1

function cpuSeconds<Answer>(work: () => Answer): { answer: Answer; seconds: number } {
  const before = process.cpuUsage()
  const answer = work()
  const { user, system } = process.cpuUsage(before)
  return { answer, seconds: (user + system) / 1e6 }
}

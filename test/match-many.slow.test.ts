import { expect, it } from 'vitest'
import { matchRecords, readPlainPhone } from '#understand/index.ts'
import { makeMatchWorld } from '../bench/match-people.ts'

/** The aim is 100,000 people in 400,000 records; a fifth shows the same. */
const PEOPLE = Number(process.env.ENISHI_MATCH_PEOPLE ?? 20_000)
const RECORDS_EACH = 4
const SECONDS_AIMED = 90
const MEGABYTES_MAX = 1_500

it(`matches ${PEOPLE} people in about ${PEOPLE * RECORDS_EACH} records`, () => {
  const world = makeMatchWorld({
    people: PEOPLE,
    kind: 'social',
    seed: 11,
    recordsEach: RECORDS_EACH,
  })
  const { records, personOf } = world
  const before = process.cpuUsage()
  const matched = matchRecords(records, readPlainPhone)
  let same = 0
  let right = 0
  let found = 0
  for (const { a, b, verdict } of matched.pairs()) {
    const isRight = personOf.get(a) === personOf.get(b)
    if (isRight) found++
    if (verdict !== 'same') continue
    same++
    if (isRight) right++
  }
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  const all = countTrue(personOf)
  const peakMb = process.resourceUsage().maxRSS / 1024
  console.info(
    `${records.length} records: ${matched.compared} pairs compared in ${seconds.toFixed(1)} CPU s, peak ${peakMb.toFixed(0)} MB; same: precision ${(right / same).toFixed(4)}, recall ${(right / all).toFixed(4)}; with review recall ${(found / all).toFixed(4)}`,
  )
  expect(right / same).toBeGreaterThanOrEqual(0.995)
  expect(right / all).toBeGreaterThanOrEqual(0.65)
  expect(found / all).toBeGreaterThanOrEqual(0.85)
  expect(peakMb).toBeLessThan(MEGABYTES_MAX)
  // Other work on the machine makes CPU time slower, too: four times the aim is a fault of ours.
  expect(seconds).toBeLessThan(((4 * SECONDS_AIMED) / 400_000) * records.length)
  expect(matched.compared).toBeLessThan(records.length * 40)
})

function countTrue(personOf: ReadonlyMap<string, number>): number {
  const sizes = new Map<number, number>()
  for (const person of personOf.values()) sizes.set(person, (sizes.get(person) ?? 0) + 1)
  let pairs = 0
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2
  return pairs
}

import { expect, test } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { type LevelSample, maximise } from './estimate-parameters.ts'
import type { MatchParameters } from './match-parameters.ts'

const FIELDS = 4
const TRUE_M = [0.95, 0.9, 0.8, 0.7]
const TRUE_U = [0.02, 0.05, 0.1, 0.2]
const PAIRS = 20_000
const MATCHES = 2_000

/** Pairs drawn from the model that EM assumes. */
function drawPairs(): Int8Array {
  const chance = seededChance(7, 'pairs')
  return Int8Array.from({ length: PAIRS * FIELDS }, (_, cell) => {
    const field = cell % FIELDS
    const isMatch = Math.floor(cell / FIELDS) < MATCHES
    return chance() < ((isMatch ? TRUE_M : TRUE_U)[field] ?? 0) ? 0 : 1
  })
}

function begun(): MatchParameters {
  const fields = TRUE_U.map((u) => ({
    field: 'lang' as const,
    agreements: ['exact', 'different'] as const,
    m: [0.8, 0.2],
    u: [u, 1 - u],
    byFrequency: [0, 0],
  }))
  return {
    ...{ fields, priorLogOdds: Math.log(0.01), householdLogOdds: -100 },
    ...{ sharedInHousehold: TRUE_U.map(() => 0), order: [], exactGiven: [], differentGiven: [] },
  }
}

function sampleOf(levels: Int8Array): LevelSample {
  const logU = Float64Array.from(levels, (level, cell) => {
    const u = TRUE_U[cell % FIELDS] ?? 0
    return Math.log(level === 0 ? u : 1 - u)
  })
  const household = new Float64Array(PAIRS)
  return { levels, logU, fields: FIELDS, pairs: PAIRS, standsFor: 1, household }
}

/** EM with u held as the textbooks write it, in products of chances and to the bitter end. */
function slowly(levels: Int8Array): { m: number[]; share: number } {
  let m = TRUE_U.map(() => 0.8)
  let share = 0.01
  for (let round = 0; round < 500; round++) {
    const chances = Array.from({ length: PAIRS }, (_, row) => {
      let [ofMatch, ofOther] = [share, 1 - share]
      for (let field = 0; field < FIELDS; field++) {
        const isSame = levels[row * FIELDS + field] === 0
        ofMatch *= isSame ? (m[field] ?? 0) : 1 - (m[field] ?? 0)
        ofOther *= isSame ? (TRUE_U[field] ?? 0) : 1 - (TRUE_U[field] ?? 0)
      }
      return ofMatch / (ofMatch + ofOther)
    })
    const all = chances.reduce((sum, one) => sum + one, 0)
    m = m.map((_, field) => {
      const same = chances.filter((__, row) => levels[row * FIELDS + field] === 0)
      return same.reduce((sum, one) => sum + one, 0) / all
    })
    share = all / PAIRS
  }
  return { m, share }
}

test('EM finds what a slow EM finds, and what the pairs were drawn from', () => {
  const levels = drawPairs()
  const shipped = begun().fields
  const learnt = maximise(sampleOf(levels), begun(), shipped, PAIRS)
  const reference = slowly(levels)
  learnt.fields.forEach(({ m }, field) => {
    // What was shipped weighs as much as 20 matches of 2,000.
    expect(m[0]).toBeCloseTo(reference.m[field] ?? 0, 1)
    expect(Math.abs((m[0] ?? 0) - (reference.m[field] ?? 0))).toBeLessThan(0.01)
    expect(Math.abs((m[0] ?? 0) - (TRUE_M[field] ?? 0))).toBeLessThan(0.04)
  })
  const share = 1 / (1 + Math.exp(-learnt.priorLogOdds))
  expect(Math.abs(share - reference.share)).toBeLessThan(0.005)
})

test('without pairs what was shipped stays', () => {
  const shipped = begun().fields
  const nothing = { ...sampleOf(new Int8Array()), pairs: 0 }
  const learnt = maximise(nothing, begun(), shipped, 1)
  expect(learnt.fields.map(({ m }) => m[0])).toEqual([0.8, 0.8, 0.8, 0.8])
})

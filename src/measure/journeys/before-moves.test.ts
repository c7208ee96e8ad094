import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareReached, type Watched } from './before-moves.ts'
import { drawCandidates, keepComparable, type Standing } from './draw-controls.ts'

function pairs(counts: [mover: boolean, other: boolean, times: number][]) {
  const watched: Watched[] = []
  const reached: boolean[] = []
  for (const [mover, other, times] of counts) {
    for (let i = 0; i < times; i++) {
      const set = watched.length
      watched.push({ set, isMover: true }, { set, isMover: false })
      reached.push(mover, other)
    }
  }
  return compareReached(watched, reached)
}

test('is the ratio of the pairs that differ in the Los Angeles study of endometrial cancer (Breslow & Day 1980)', () => {
  // Oestrogens: 27 pairs both, 29 the case only, 3 the control only, 4 neither.
  const found = pairs([
    [true, true, 27],
    [true, false, 29],
    [false, true, 3],
    [false, false, 4],
  ])
  expect(found).toMatchObject({ movers: 63, moversReached: 56, others: 63, othersReached: 30 })
  expect(found.ratio).toBeCloseTo(29 / 3, 10)
  expect(found.low).toBeCloseTo((29 / 3) * Math.exp(-1.96 * Math.sqrt(1 / 29 + 1 / 3)), 3)
  expect(found.high).toBeCloseTo((29 / 3) * Math.exp(1.96 * Math.sqrt(1 / 29 + 1 / 3)), 2)
})

test('says nothing where nobody differs', () => {
  expect(pairs([[true, true, 9]]).ratio).toBeNull()
  expect(pairs([]).ratio).toBeNull()
  expect(pairs([[true, false, 5]]).ratio).toBeNull()
})

test('turning reached and not reached round turns the ratio round', () => {
  const flags = fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), { minLength: 1 })
  fc.assert(
    fc.property(flags, (sets) => {
      const watched = sets.flatMap((_, set) => [
        { set, isMover: true },
        { set, isMover: false },
        { set, isMover: false },
      ])
      const found = compareReached(watched, sets.flat())
      const turned = compareReached(
        watched,
        sets.flat().map((one) => !one),
      )
      if (found.ratio === null) {
        expect(turned.ratio).toBeNull()
        return
      }
      expect(found.ratio * (turned.ratio ?? 0)).toBeCloseTo(1, 9)
      expect(found.low).toBeLessThanOrEqual(found.ratio)
      expect(found.high).toBeGreaterThanOrEqual(found.ratio)
    }),
  )
})

test('draws only others who stand there at that moment, none twice, and as busy as the mover', () => {
  const anyStandings = fc.array(
    fc.record({
      personId: fc.constantFrom(...'abcdefghij'),
      fromMs: fc.integer({ min: 0, max: 100 }),
      untilMs: fc.integer({ min: 0, max: 100 }),
    }),
  )
  fc.assert(
    fc.property(
      anyStandings,
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      (standings, draws) => {
        const move = { personId: 'a', atMs: 50, activityId: 'm' }
        const drawn = drawCandidates([move], standings, () => draws.next().value ?? 0)
        const others = drawn.slice(1).map(({ personId }) => personId)
        expect(new Set(others).size).toBe(others.length)
        const isThere = (id: string) => (one: Standing) =>
          one.personId === id && one.fromMs < 50 && one.untilMs > 50
        for (const id of others) expect(id !== 'a' && standings.some(isThere(id))).toBe(true)
        const kept = keepComparable(
          drawn,
          drawn.map((_, at) => (at % 2) * 5),
        )
        expect(kept.filter(({ isMover }) => isMover).length).toBeLessThanOrEqual(1)
        for (const one of kept.slice(1)) expect(drawn.indexOf(one) % 2).toBe(0)
      },
    ),
  )
})

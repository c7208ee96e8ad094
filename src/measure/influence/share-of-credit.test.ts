import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesOfCredit } from './share-of-credit.ts'

const WISH = { level: 0.9, sway: 0 }
const near = (value: number) => expect.closeTo(value, 5)

describe('shares of credit', () => {
  it('are sure where replicates disagree about all credit alike', () => {
    const replicates = [
      [30, 60, 90],
      [10, 20, 30],
    ]
    expect(sharesOfCredit([60, 20], replicates, WISH)).toEqual([
      { share: 0.75, low: near(0.75), high: near(0.75) },
      { share: 0.25, low: near(0.25), high: near(0.25) },
    ])
  })

  it('are unsure where what one has another lacks, though the total is sure', () => {
    const replicates = [
      [20, 40, 60, 80],
      [80, 60, 40, 20],
    ]
    const [one] = sharesOfCredit([50, 50], replicates, WISH)
    expect(one?.low).toBeLessThan(0.2)
    expect(one?.high).toBeGreaterThan(0.8)
  })

  it('may be anything where no replicate credits anybody, and are none where nothing is credited', () => {
    const none = [
      [0, 0],
      [0, 0],
    ]
    expect(sharesOfCredit([3, 1], none, WISH)).toEqual([
      { share: 0.75, low: 0, high: 1 },
      { share: 0.25, low: 0, high: 1 },
    ])
    expect(sharesOfCredit([0, 0], none, WISH)).toEqual([null, null])
  })

  it('add up to 1, lie in their intervals, and these between 0 and 1', () => {
    const credits = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 6 })
    const sway = fc.integer({ min: 0, max: 100 }).map((one) => one / 100)
    fc.assert(
      fc.property(
        credits,
        fc.array(fc.nat(50), { minLength: 6, maxLength: 30 }),
        sway,
        (own, by, part) => {
          const replicates = own.map((credit, c) =>
            by.map((one, b) => (credit * one * ((b + c) % 3)) / 9),
          )
          const found = sharesOfCredit(own, replicates, { level: 0.9, sway: part })
          const all = own.reduce((sum, one) => sum + one, 0)
          if (all === 0) return expect(found).toEqual(own.map(() => null))
          expect(found.reduce((sum, one) => sum + (one?.share ?? 0), 0)).toBeCloseTo(1, 9)
          for (const one of found) {
            expect(one?.low).toBeGreaterThanOrEqual(0)
            expect(one?.low).toBeLessThanOrEqual(one?.share ?? -1)
            expect(one?.high).toBeGreaterThanOrEqual(one?.share ?? 2)
            expect(one?.high).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })
})

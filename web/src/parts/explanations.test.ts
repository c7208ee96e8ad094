import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explanationsOf } from './explanations.ts'

const number = fc.double({ min: -5, max: 5, noNaN: true })

test('the shown numbers sum up to the shown score, whatever is rounded', () => {
  fc.assert(
    fc.property(
      number,
      number,
      number,
      fc.array(number, { maxLength: 12 }),
      (bias, whole, rest, weights) => {
        const score = bias + whole + rest + weights.reduce((all, weight) => all + weight, 0)
        const named = { of: 'sentiment', label: 'negative' } as const
        const evidence = weights.map((weight) => ({ ...named, weight }))
        const { sums, others } = explanationsOf([{ ...named, score, bias, whole, rest }], evidence)
        expect(others).toEqual([])
        const [sum] = sums
        const parts = [
          sum?.bias,
          sum?.whole,
          sum?.rest,
          ...(sum?.pieces.map(({ weight }) => weight) ?? []),
        ]
        const cents = parts.reduce((all, part) => all + Math.round(100 * Number(part)), 0)
        expect(cents).toBe(Math.round(100 * Number(sum?.score)))
      },
    ),
  )
})

test('evidence of another label than those that are summed stays', () => {
  const other = { of: 'sentiment', label: 'positive', weight: 1 } as const
  expect(explanationsOf([], [other])).toEqual({ sums: [], others: [other] })
})

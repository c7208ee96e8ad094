import { describe, expect, it } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { fitSquaredHinge } from './squared-hinge.ts'

const PENALTY = 3

/** Rows of three features and what is asked of them, at random. */
function problem(count: number) {
  const chance = seededChance(4, 'squared hinge')
  const rows = Float64Array.from({ length: 3 * count }, () => chance() * 2 - 1)
  const answers = Float64Array.from({ length: count }, (_, row) =>
    (rows[3 * row] as number) - (rows[3 * row + 1] as number) + chance() > 0.5 ? 1 : -1,
  )
  const base = Float64Array.from({ length: count }, () => chance() - 0.5)
  return { rows, answers, base }
}

/** What is to be made small, written down plainly. */
function lossOf(
  { rows, answers, base }: ReturnType<typeof problem>,
  weights: ArrayLike<number>,
): number {
  let loss = 0
  for (let at = 0; at < 3; at++) loss += (PENALTY / 2) * (weights[at] as number) ** 2
  for (const [row, answer] of answers.entries()) {
    let margin = base[row] as number
    for (let at = 0; at < 3; at++)
      margin += (weights[at] as number) * (rows[3 * row + at] as number)
    loss += Math.max(0, 1 - answer * margin) ** 2
  }
  return loss
}

/** By differences of the loss, in small steps: slow, and sure for a loss with one minimum. */
function descendSlowly(asked: ReturnType<typeof problem>): Float64Array {
  const weights = new Float64Array(3)
  for (let step = 0; step < 1500; step++) {
    const slope = weights.map((_, at) => {
      const [above, below] = [1e-5, -1e-5].map((off) => {
        const away = weights.slice()
        away[at] = (away[at] as number) + off
        return lossOf(asked, away)
      })
      return ((above as number) - (below as number)) / 2e-5
    })
    for (let at = 0; at < 3; at++)
      weights[at] = (weights[at] as number) - 1e-3 * (slope[at] as number)
  }
  return weights
}

describe('fitSquaredHinge', () => {
  const asked = problem(400)
  const { rows, answers, base } = asked
  const learn = () =>
    fitSquaredHinge(rows, 3, { answers: [answers], base: [base], penalty: PENALTY })

  it('comes within a hundredth of the least of the loss, which plain descent finds slowly', () => {
    const [weights = new Float64Array()] = learn()
    const least = lossOf(asked, descendSlowly(asked))
    expect(lossOf(asked, weights)).toBeGreaterThanOrEqual(least - 1e-6)
    expect(lossOf(asked, weights)).toBeLessThan(1.01 * least)
  })

  it('gives the same bits again, and each question its own answer', () => {
    const opposite = answers.map((answer) => -answer)
    const [one, other] = fitSquaredHinge(rows, 3, {
      answers: [answers, opposite],
      base: [base, base.map((said) => -said)],
      penalty: PENALTY,
    })
    expect(learn()[0]).toEqual(one)
    expect(other).toEqual(one?.map((weight) => -weight))
  })

  it('learns only what the base does not say', () => {
    const told = answers.map((answer) => 5 * answer)
    const [weights] = fitSquaredHinge(rows, 3, {
      answers: [answers],
      base: [told],
      penalty: PENALTY,
    })
    expect([...(weights ?? [])].every((weight) => weight === 0)).toBe(true)
  })
})

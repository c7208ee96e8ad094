/** Yes-or-no questions over the same rows. */
interface DenseProblem {
  /** A question each: by row, 1 for yes and -1 for no. */
  answers: readonly Float64Array[]
  /** A question each: by row, what is said of it already; only what is missing is learnt. */
  base: readonly Float64Array[]
  /** How strongly weights are held to nothing. */
  penalty: number
}

/** Near the minimum; for the reader's figures eight are nearly as good. */
const STEPS = 20

/**
 * Weights of few dense features for many yes-or-no questions: squared hinge loss with an L2 penalty, as
 * `trainHeads` has it for many sparse ones. The curve of the loss is nowhere more than twice the
 * features' squares, so steps by that bound never rise, and one Cholesky factor serves all
 * questions (D. Böhning, B. G. Lindsay: "Monotonicity of quadratic-approximation algorithms", 1988).
 * `rows` holds `width` numbers a row. Time: rows × width² once, and rows × width × 40 a question.
 * Answers `width` weights a question; the same rows give the same bits.
 */
export function fitSquaredHinge(
  rows: Float64Array,
  width: number,
  { answers, base, penalty }: DenseProblem,
): Float64Array[] {
  const factor = factorise(boundOf(rows, width, penalty), width)
  return answers.map((said, question) =>
    descend(rows, width, said, base[question] as Float64Array, penalty, factor),
  )
}

/** Twice the products of the features, the penalty on the diagonal; the lower half is filled. */
function boundOf(rows: Float64Array, width: number, penalty: number): Float64Array {
  const bound = new Float64Array(width * width)
  for (let from = 0; from < rows.length; from += width) {
    for (let one = 0; one < width; one++) {
      const twice = 2 * (rows[from + one] as number)
      if (twice === 0) continue
      const line = one * width
      for (let other = 0; other <= one; other++) {
        bound[line + other] =
          (bound[line + other] as number) + twice * (rows[from + other] as number)
      }
    }
  }
  for (let one = 0; one < width; one++) {
    bound[one * width + one] = (bound[one * width + one] as number) + penalty
  }
  return bound
}

/** Cholesky's factor of a positive definite matrix, in place of its lower half. */
function factorise(matrix: Float64Array, width: number): Float64Array {
  for (let row = 0; row < width; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * width + column] as number
      for (let at = 0; at < column; at++) {
        sum -= (matrix[row * width + at] as number) * (matrix[column * width + at] as number)
      }
      matrix[row * width + column] =
        row === column ? Math.sqrt(sum) : sum / (matrix[column * width + column] as number)
    }
  }
  return matrix
}

/** In place: the solution for a right-hand side. */
function solve(factor: Float64Array, width: number, side: Float64Array): void {
  for (let row = 0; row < width; row++) {
    let sum = side[row] as number
    for (let at = 0; at < row; at++)
      sum -= (factor[row * width + at] as number) * (side[at] as number)
    side[row] = sum / (factor[row * width + row] as number)
  }
  for (let row = width - 1; row >= 0; row--) {
    let sum = side[row] as number
    for (let at = row + 1; at < width; at++) {
      sum -= (factor[at * width + row] as number) * (side[at] as number)
    }
    side[row] = sum / (factor[row * width + row] as number)
  }
}

function descend(
  rows: Float64Array,
  width: number,
  said: Float64Array,
  base: Float64Array,
  penalty: number,
  factor: Float64Array,
): Float64Array {
  const weights = new Float64Array(width)
  const slope = new Float64Array(width)
  for (let step = 0; step < STEPS; step++) {
    for (let at = 0; at < width; at++) slope[at] = penalty * (weights[at] as number)
    for (let row = 0; row < said.length; row++) {
      const from = row * width
      let margin = base[row] as number
      for (let at = 0; at < width; at++) {
        margin += (weights[at] as number) * (rows[from + at] as number)
      }
      const short = 1 - (said[row] as number) * margin
      if (short <= 0) continue
      const pull = 2 * short * (said[row] as number)
      for (let at = 0; at < width; at++) {
        slope[at] = (slope[at] as number) - pull * (rows[from + at] as number)
      }
    }
    solve(factor, width, slope)
    for (let at = 0; at < width; at++) weights[at] = (weights[at] as number) - (slope[at] as number)
  }
  return weights
}

/** F1 of each label and their mean, in percent. */
export interface LabelScores {
  macroF1: number
  macroRecall: number
  byLabel: { label: string; precision: number; recall: number; f1: number; count: number }[]
}

/** Scores of one answer a text out of `labels`. */
export function scoreLabels(
  labels: readonly string[],
  truth: readonly string[],
  said: readonly string[],
): LabelScores {
  const byLabel = labels.map((label) =>
    scoreOf(
      label,
      truth.map((one) => one === label),
      said.map((one) => one === label),
    ),
  )
  return {
    macroF1: mean(byLabel.map(({ f1 }) => f1)),
    macroRecall: mean(byLabel.map(({ recall }) => recall)),
    byLabel,
  }
}

/** Scores of one yes or no. */
export function scoreOf(
  label: string,
  truth: readonly boolean[],
  said: readonly boolean[],
): LabelScores['byLabel'][number] {
  const right = truth.filter((one, at) => one && said[at]).length
  const saidYes = said.filter(Boolean).length
  const count = truth.filter(Boolean).length
  const share = (of: number) => (of === 0 ? 0 : (100 * right) / of)
  const f1 = saidYes + count === 0 ? 0 : (200 * right) / (saidYes + count)
  return { label, precision: share(saidYes), recall: share(count), f1, count }
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/** Pearson's correlation. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const meanA = mean(a)
  const meanB = mean(b)
  let ab = 0
  let aa = 0
  let bb = 0
  for (const [at, x] of a.entries()) {
    const y = b[at] as number
    ab += (x - meanA) * (y - meanB)
    aa += (x - meanA) ** 2
    bb += (y - meanB) ** 2
  }
  return ab / Math.sqrt(aa * bb)
}

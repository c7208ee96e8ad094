/** Spearman's rank correlation with mean ranks for ties. */
export function rankCorrelation(one: Float64Array, other: Float64Array): number {
  const [a, b] = [ranksOf(one), ranksOf(other)]
  const [meanA, meanB] = [mean(a), mean(b)]
  let both = 0
  let ofA = 0
  let ofB = 0
  a.forEach((rank, i) => {
    const [x, y] = [rank - meanA, (b[i] ?? 0) - meanB]
    both += x * y
    ofA += x * x
    ofB += y * y
  })
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB)
}

function ranksOf(values: Float64Array): Float64Array {
  const order = [...values.keys()].sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0))
  const ranks = new Float64Array(values.length)
  for (let i = 0; i < order.length; ) {
    let j = i
    while (j < order.length && values[order[j] as number] === values[order[i] as number]) j++
    for (let k = i; k < j; k++) ranks[order[k] as number] = (i + j - 1) / 2
    i = j
  }
  return ranks
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

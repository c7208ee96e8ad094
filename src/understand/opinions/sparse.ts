/** A vector of named features; what isn't named is 0. */
export type Sparse = Map<string, number>

export function addTo(sum: Sparse, vector: Sparse, times = 1): void {
  for (const [name, value] of vector) sum.set(name, (sum.get(name) ?? 0) + value * times)
}

export function dot(a: Sparse, b: Sparse): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [name, value] of few) sum += value * (many.get(name) ?? 0)
  return sum
}

export function normOf(vector: Sparse): number {
  let sum = 0
  for (const value of vector.values()) sum += value * value
  return Math.sqrt(sum)
}

/** The vector of length 1 in the same direction; an empty one stays empty. */
export function unit(vector: Sparse): Sparse {
  const norm = normOf(vector)
  return norm === 0 ? vector : new Map([...vector].map(([name, value]) => [name, value / norm]))
}

/** 1 for the same direction, 0 for nothing in common. */
export function cosine(a: Sparse, b: Sparse): number {
  const norms = normOf(a) * normOf(b)
  return norms === 0 ? 0 : dot(a, b) / norms
}

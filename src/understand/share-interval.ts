/** A share of `of`, with the interval in which the true share lies 19 times out of 20. */
export interface ShareInterval {
  value: number
  low: number
  high: number
  of: number
}

/** The quantile of the normal distribution that leaves 2.5 % on either side. */
const Z = 1.959963984540054

/**
 * A share and its score interval of 95 % (E. B. Wilson: "Probable inference, the law of succession,
 * and statistical inference", JASA 1927). Unlike the textbook interval it stays within 0..1 and holds
 * for few observations. Throws for `of` below 1.
 */
export function shareInterval(count: number, of: number): ShareInterval {
  if (of < 1 || count < 0 || count > of) throw new Error(`No share: ${count} of ${of}`)
  const share = count / of
  const square = Z * Z
  const middle = share + square / (2 * of)
  const spread = Z * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  const whole = 1 + square / of
  // At the ends the formula is exactly 0 or 1, which rounding misses by a hair.
  const low = count === 0 ? 0 : (middle - spread) / whole
  const high = count === of ? 1 : (middle + spread) / whole
  return { value: share, low, high, of }
}

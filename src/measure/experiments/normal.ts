/** The largest share of the normal distribution that an interval here may leave out on one side. */
const HALF = 0.5

/**
 * The quantile of the normal distribution for a probability in (0, 1): algorithm PPND7 of
 * M. J. Wichura ("Algorithm AS 241", Applied Statistics 37, 1988), right to about one in 10^7.
 */
export function normalQuantile(probability: number): number {
  const centred = probability - HALF
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred
    return (
      (centred * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
      (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1)
    )
  }
  const tail = Math.sqrt(-Math.log(centred < 0 ? probability : 1 - probability))
  const found = tail <= 5 ? nearTail(tail - 1.6) : farTail(tail - 5)
  return centred < 0 ? -found : found
}

function nearTail(r: number): number {
  return (
    (((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) /
    ((0.12021132975 * r + 0.7370016425) * r + 1)
  )
}

function farTail(r: number): number {
  return (
    (((0.017337203997 * r + 0.42868294337) * r + 3.081226386) * r + 6.657905115) /
    ((0.012258202635 * r + 0.24197894225) * r + 1)
  )
}

/**
 * The share of the normal distribution below `z`: 26.2.17 of M. Abramowitz and I. A. Stegun
 * ("Handbook of Mathematical Functions", 1964), right to 7.5e-8.
 */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const sum =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const upper = (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
  return z < 0 ? upper : 1 - upper
}

/** How many standard errors an interval of a level (0.9: nine times out of ten) reaches to either side. */
export function reachOfLevel(level: number): number {
  return normalQuantile(HALF + level / 2)
}

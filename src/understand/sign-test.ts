/**
 * How often chance alone gives so many of `better`, or more, where better and worse are as likely: the
 * exact one-sided sign test, which of pairs of answers to yes or no is McNemar's (Q. McNemar: "Note on
 * the sampling error of the difference between correlated proportions or percentages", Psychometrika
 * 1947). 1 for no difference at all. Linear in their sum. Throws for what are no counts.
 */
export function signTest(better: number, worse: number): number {
  if (![better, worse].every((count) => Number.isInteger(count) && count >= 0)) {
    throw new Error(`No counts: ${better} better, ${worse} worse`)
  }
  const tries = better + worse
  // In logarithms, since 1/2 to the power of a thousand is nought.
  let log = -tries * Math.LN2
  let sum = 0
  for (let won = tries; won >= better; won--) {
    sum += Math.exp(log)
    log += Math.log(won) - Math.log(tries - won + 1)
  }
  return Math.min(1, sum)
}

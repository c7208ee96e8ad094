const PREFIX_MAX = 4
const PREFIX_WEIGHT = 0.1
/** Jaro of which the common beginning counts; below, a common beginning is chance (Winkler 1990). */
const BOOST_FROM = 0.7

/**
 * How alike two strings are, 0 to 1: Jaro's share of matching and transposed characters, raised by
 * a common beginning of up to four (Winkler, "String Comparator Metrics and Enhanced Decision Rules
 * in the Fellegi-Sunter Model of Record Linkage", 1990). Compares UTF-16 code units as they are.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  // Matching is greedy, so the order of the two is fixed for the answer to be symmetric.
  const isInOrder = a.length < b.length || (a.length === b.length && a < b)
  const jaro = isInOrder ? jaroSimilarity(a, b) : jaroSimilarity(b, a)
  if (jaro < BOOST_FROM) return jaro
  const most = Math.min(PREFIX_MAX, a.length, b.length)
  let prefix = 0
  while (prefix < most && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro)
}

/** Which code units are taken; kept between calls so that comparing makes no garbage. */
let takenInA = new Uint8Array(64)
let takenInB = new Uint8Array(64)

function jaroSimilarity(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 0
  const matches = markMatches(a, b)
  if (matches === 0) return 0
  const outOfOrder = countOutOfOrder(a, b) / 2
  return (matches / a.length + matches / b.length + (matches - outOfOrder) / matches) / 3
}

function markMatches(a: string, b: string): number {
  if (takenInA.length < a.length) takenInA = new Uint8Array(a.length * 2)
  if (takenInB.length < b.length) takenInB = new Uint8Array(b.length * 2)
  takenInA.fill(0, 0, a.length)
  takenInB.fill(0, 0, b.length)
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1)
  let matches = 0
  for (let i = 0; i < a.length; i++) {
    const unit = a.charCodeAt(i)
    const end = Math.min(b.length, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (takenInB[j] === 1 || b.charCodeAt(j) !== unit) continue
      takenInA[i] = 1
      takenInB[j] = 1
      matches++
      break
    }
  }
  return matches
}

function countOutOfOrder(a: string, b: string): number {
  let count = 0
  let j = 0
  for (let i = 0; i < a.length; i++) {
    if (takenInA[i] === 0) continue
    while (takenInB[j] === 0) j++
    if (a.charCodeAt(i) !== b.charCodeAt(j)) count++
    j++
  }
  return count
}

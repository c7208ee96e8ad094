import { Z_95 } from './stay-curve.ts'

/** One who moved (a case) or stood at the same stage at the same moment and did not (a control). */
export interface Watched {
  /** Those who are compared with each other: one move and its controls. */
  set: number
  isMover: boolean
}

/** How often something reached people before they moved, beside those who did not move. */
export interface BeforeFigure {
  movers: number
  moversReached: number
  others: number
  othersReached: number
  /** How many times as often; null where nothing can be said. Not a cause: see `compareReached`. */
  ratio: number | null
  low: number | null
  high: number | null
}

/**
 * The odds of having been reached, movers against comparable people, set by set: Mantel & Haenszel
 * 1959 with the variance of Robins, Breslow & Greenland 1986, which holds for many small sets. Since
 * the others of a set stand where the mover stood at that moment, this is the ratio of the rates of
 * moving of those reached and those not. What makes somebody both be reached and move, and isn't
 * matched, is in it: it says what came before, not what brought it about.
 */
export function compareReached(
  watched: readonly Watched[],
  reached: readonly boolean[],
): BeforeFigure {
  const sets = new Map<number, Float64Array>()
  const counts = { movers: 0, moversReached: 0, others: 0, othersReached: 0 }
  for (const [at, { set, isMover }] of watched.entries()) {
    const cells = sets.get(set) ?? new Float64Array(4)
    const cell = (isMover ? 0 : 2) + (reached[at] === true ? 0 : 1)
    cells[cell] = (cells[cell] as number) + 1
    sets.set(set, cells)
    counts[isMover ? 'movers' : 'others'] += 1
    if (reached[at] === true) counts[isMover ? 'moversReached' : 'othersReached'] += 1
  }
  return { ...counts, ...mantelHaenszel([...sets.values()]) }
}

/** Sets as [mover reached, mover not, other reached, other not]. */
function mantelHaenszel(
  sets: readonly Float64Array[],
): Pick<BeforeFigure, 'ratio' | 'low' | 'high'> {
  let [r, s, pr, both, qs] = [0, 0, 0, 0, 0]
  for (const cells of sets) {
    const [a = 0, b = 0, c = 0, d = 0] = cells
    const n = a + b + c + d
    const [agree, differ] = [(a * d) / n, (b * c) / n]
    const [p, q] = [(a + d) / n, (b + c) / n]
    r += agree
    s += differ
    pr += p * agree
    both += p * differ + q * agree
    qs += q * differ
  }
  if (r === 0 || s === 0) return { ratio: null, low: null, high: null }
  const ratio = r / s
  const variance = pr / (2 * r * r) + both / (2 * r * s) + qs / (2 * s * s)
  const width = Math.exp(Z_95 * Math.sqrt(variance))
  return { ratio, low: ratio / width, high: ratio * width }
}

/** A figure and where the true one lies, at the level that was asked for. */
export interface Interval {
  value: number
  low: number
  high: number
}

/** How often the intervals of experiments hold the true value: as everywhere in what is measured. */
export const LEVEL = 0.9

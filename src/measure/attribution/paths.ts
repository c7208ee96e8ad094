/** One journey as it was seen: the channels met in their order, and how often it ended how. */
export interface Path {
  /** Indices into the names of the channels; never empty. */
  channels: readonly number[]
  conversions: number
  /** Money of those conversions, in the file's own unit. */
  value: number
  /** How often somebody went this way and did not convert. */
  nulls: number
}

/** Journeys with the names of their channels, in the order of first appearance. */
export interface Paths {
  names: readonly string[]
  paths: readonly Path[]
}

/** Adds a share to a channel's sum. */
export function addTo(sums: Float64Array, index: number, amount: number): void {
  sums[index] = (sums[index] ?? 0) + amount
}

/** All conversions of these journeys. */
export function totalConversions({ paths }: Paths): number {
  return paths.reduce((sum, path) => sum + path.conversions, 0)
}

/** Geometry of the cycle: four quarters, clockwise, the first centred on top. */

const GAP_DEGREES = 13

function pointAt(centre: number, radius: number, degrees: number): [number, number] {
  const radians = (degrees * Math.PI) / 180
  return [centre + radius * Math.sin(radians), centre - radius * Math.cos(radians)]
}

const written = ([x, y]: [number, number]) => `${x.toFixed(2)} ${y.toFixed(2)}`

export function arcPath(centre: number, radius: number, quarter: number): string {
  const from = pointAt(centre, radius, quarter * 90 - 45 + GAP_DEGREES / 2)
  const to = pointAt(centre, radius, quarter * 90 + 45 - GAP_DEGREES / 2)
  return `M ${written(from)} A ${radius} ${radius} 0 0 1 ${written(to)}`
}

/** The arrow head that leads from one quarter on to the next. */
export function arrowPath(centre: number, radius: number, quarter: number): string {
  const end = quarter * 90 + 45
  const tip = pointAt(centre, radius, end + 4)
  const outer = pointAt(centre, radius + 8, end - 5)
  const inner = pointAt(centre, radius - 8, end - 5)
  return `M ${written(tip)} L ${written(outer)} L ${written(inner)} Z`
}

/** Width of an arc: 4 for nothing, 22 for the largest. */
export function strokeWidth(count: number, largest: number): number {
  return largest === 0 ? 4 : 4 + (18 * count) / largest
}

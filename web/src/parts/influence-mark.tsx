import './influence-mark.css'

/** One figure with how sure it is; in outcomes. */
export interface Measured {
  credit: number
  low: number
  high: number
  placebo: number
}

const WIDTH = 120
const HEIGHT = 18
const PAD = 4

/** The end of a scale on which all these figures find room. */
export function scaleOf(figures: readonly Measured[]): number {
  return Math.max(
    0.1,
    ...figures.map(({ high, credit, placebo }) => Math.max(high, credit, placebo)),
  )
}

/**
 * An interval as a line, the figure as a dot on it and the placebo as an open diamond, on the scale
 * that the whole list shares. The numbers stand beside it, so it says nothing to screen readers.
 */
export function InfluenceMark(props: { of: Measured; scale: number; isEnough: boolean }) {
  const { credit, low, high, placebo } = props.of
  const x = (value: number) =>
    PAD + (Math.min(Math.max(value, 0), props.scale) / props.scale) * (WIDTH - 2 * PAD)
  const middle = HEIGHT / 2
  return (
    <svg
      className="influence-mark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      data-enough={props.isEnough}
      aria-hidden="true"
    >
      <path className="influence-mark-axis" d={`M ${PAD} ${middle} H ${WIDTH - PAD}`} />
      <path className="influence-mark-line" d={`M ${x(low)} ${middle} H ${x(high)}`} />
      <path
        className="influence-mark-placebo"
        d={`M ${x(placebo)} ${middle - 4} l 4 4 l -4 4 l -4 -4 z`}
      />
      <circle className="influence-mark-dot" cx={x(credit)} cy={middle} r="4" />
    </svg>
  )
}

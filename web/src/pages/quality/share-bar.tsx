import type { LabelQuality } from '../../terms.ts'

const WIDTH = 120
const HEIGHT = 12

/** A share from 0 to 1: the band is its interval, the stroke its value. What it says stands beside it as text. */
export function ShareBar({ share }: { share: NonNullable<LabelQuality['precision']> }) {
  const { value, low, high } = share
  return (
    <svg
      className="share-track"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden
    >
      <rect className="share-ground" x={0} y={4} width={WIDTH} height={4} rx={2} />
      <rect
        className="share-band"
        x={WIDTH * low}
        y={2}
        width={Math.max(2, WIDTH * (high - low))}
        height={8}
        rx={2}
      />
      <rect className="share-value" x={WIDTH * value - 1} y={0} width={2} height={HEIGHT} />
    </svg>
  )
}

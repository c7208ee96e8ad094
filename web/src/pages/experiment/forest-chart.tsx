import { useLanguage, useWords } from '../../language.tsx'
import type { ChannelResult } from '../experiments/words.ts'
import { formatPoints, scaleOf } from './figures.ts'
import { WORDS } from './words.ts'

const WIDTH = 720
const LABEL = 190
const MARGIN = 24
const ROW = 44

type Interval = NonNullable<ChannelResult['observed']>

/**
 * Measured and apparent effect of each channel with enough evidence, with their intervals; the table
 * below says the same.
 */
export function ForestChart({ results }: { results: ChannelResult[] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const known = results.filter(({ gap, perEngaged }) => gap === null && perEngaged !== null)
  if (known.length === 0) return null
  const ends = known.flatMap(({ perEngaged, observed }) =>
    [perEngaged, observed].flatMap((one) => (one === null ? [] : [one.low, one.high])),
  )
  const { place, ticks } = scaleOf(ends, WIDTH - LABEL - MARGIN * 2)
  const at = (value: number) => LABEL + MARGIN + place(value)
  const bottom = known.length * ROW + 10
  return (
    <div className="scroll-x">
      <svg className="forest" viewBox={`0 0 ${WIDTH} ${bottom + 22}`} role="img">
        <title>{words.chart}</title>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? 'forest-zero' : 'forest-axis'}
              x1={at(tick)}
              x2={at(tick)}
              y1={0}
              y2={bottom}
            />
            <text x={at(tick)} y={bottom + 16} textAnchor="middle">
              {formatPoints(tick, language)}
            </text>
          </g>
        ))}
        {known.map((result, i) => (
          <g key={result.channel?.id ?? 'all'}>
            <text x={0} y={i * ROW + 26}>
              {shorten(result.channel?.name ?? words.all)}
            </text>
            <Bar interval={result.perEngaged} at={at} y={i * ROW + 16} kind="measured" />
            <Bar interval={result.observed} at={at} y={i * ROW + 30} kind="observed" />
          </g>
        ))}
      </svg>
    </div>
  )
}

const CHARACTERS_MAX = 14

const shorten = (name: string) =>
  [...name].length > CHARACTERS_MAX ? `${[...name].slice(0, CHARACTERS_MAX - 1).join('')}…` : name

function Bar(props: {
  interval: Interval | null
  at: (value: number) => number
  y: number
  kind: 'measured' | 'observed'
}) {
  const { interval, at, y, kind } = props
  if (interval === null) return null
  return (
    <g className={`forest-${kind}`}>
      <line x1={at(interval.low)} x2={at(interval.high)} y1={y} y2={y} strokeWidth={2} />
      {kind === 'measured' ? (
        <circle cx={at(interval.value)} cy={y} r={4.5} />
      ) : (
        <rect x={at(interval.value) - 4} y={y - 4} width={8} height={8} />
      )}
    </g>
  )
}

/** What the marks of the chart mean. */
export function ForestKey() {
  const words = useWords(WORDS)
  return (
    <p className="small">
      <svg className="forest-key forest-measured" viewBox="0 0 12 8" aria-hidden="true">
        <circle cx={6} cy={4} r={4} />
      </svg>{' '}
      {words.measured}{' '}
      <svg className="forest-key forest-observed" viewBox="0 0 12 8" aria-hidden="true">
        <rect x={2} y={0} width={8} height={8} />
      </svg>{' '}
      {words.observed}
    </p>
  )
}

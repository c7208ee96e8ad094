import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { formatMoves } from './amounts.ts'
import { COMPARATOR_WORDS, type Figures, WORDS } from './words.ts'

interface Row {
  key: string
  label: string
  people: number
  expected: Figures['expected'] | null
}

/** What this plan is expected to move beside usual rankings: bars with intervals, and the same as a table. */
export function Comparison({ figures, people }: { figures: Figures; people: number }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const rows: Row[] = [
    { key: 'plan', label: words.thisPlan, people, expected: figures.expected },
    ...figures.comparators.map(({ by, ...row }) => ({
      ...{ ...row, key: by, label: COMPARATOR_WORDS[by][language] },
    })),
  ]
  const most = Math.max(...rows.map(({ expected }) => expected?.high ?? 0), 1e-12)
  return (
    <section className="sheet stack" aria-label={words.comparison}>
      <h2>{words.comparison}</h2>
      <p className="soft small">{words.comparisonText}</p>
      <div className="plan-bars" aria-hidden>
        {rows.map((row) => (
          <Bar key={row.key} row={row} most={most} value={figures.value} />
        ))}
      </div>
      <details className="small">
        <summary>{words.asTable}</summary>
        <Table rows={rows} value={figures.value} />
      </details>
    </section>
  )
}

const WIDTH = 300
const HEIGHT = 14

function Bar({ row, most, value }: { row: Row; most: number; value: Figures['value'] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { label, expected } = row
  const at = (moves: number) => (WIDTH * moves) / most
  return (
    <>
      <span className="small">{label}</span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="plan-bar">
        <title>{label}</title>
        <rect className="plan-bar-ground" x={0} y={5} width={WIDTH} height={4} />
        {expected !== null && (
          <>
            <rect
              className={row.key === 'plan' ? 'plan-bar-own' : 'plan-bar-other'}
              x={0}
              y={2}
              width={Math.max(1, at(expected.estimate))}
              height={HEIGHT - 4}
            />
            <rect
              className="plan-bar-range"
              x={at(expected.low)}
              y={6}
              width={Math.max(1, at(expected.high) - at(expected.low))}
              height={2}
            />
          </>
        )}
      </svg>
      <span className="number small">
        {expected === null ? words.unknown : formatMoves(expected.estimate, value, language)}
      </span>
    </>
  )
}

function Table({ rows, value }: { rows: Row[]; value: Figures['value'] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const moves = (one: number) => formatMoves(one, value, language)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={words.comparison}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.way}</th>
            <th scope="col" className="number">
              {words.chosenPeople}
            </th>
            <th scope="col" className="number">
              {words.expected}
            </th>
            <th scope="col" className="number">
              {words.interval}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, people, expected }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className="number">{formatCount(people, language)}</td>
              <td className="number">
                {expected === null ? words.unknown : moves(expected.estimate)}
              </td>
              <td className="number">
                {expected === null ? '' : `${moves(expected.low)} – ${moves(expected.high)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

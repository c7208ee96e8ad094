import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { formatCount, formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Loading } from '../../parts/page.tsx'
import { VoiceCount, VoicesHint } from '../../parts/voices.tsx'
import type { OpinionInFull } from '../../terms.ts'
import { WORDS } from './words.ts'

const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }))

/** Posts a day and their voices, as a chart or as the table behind them. */
export function Trend({ opinion }: { opinion: OpinionInFull }) {
  const words = useWords(WORDS)
  const [isTable, setTable] = useState(false)
  return (
    <section className="sheet stack-tight" aria-labelledby="opinion-trend">
      <div className="row spread">
        <h2 id="opinion-trend">{words.trend}</h2>
        <button type="button" className="link-button small" onClick={() => setTable(!isTable)}>
          {isTable ? words.showChart : words.showTable}
        </button>
      </div>
      {isTable ? (
        <DayTable opinion={opinion} />
      ) : (
        <div className="opinion-trend">
          <Suspense fallback={<Loading />}>
            <TrendChart opinion={opinion.id} days={opinion.days} />
          </Suspense>
        </div>
      )}
    </section>
  )
}

function DayTable({ opinion }: { opinion: OpinionInFull }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="opinion-days" tabIndex={0} aria-label={words.trend}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col" className="number">
              {words.posts}
            </th>
            <th scope="col" className="number">
              <VoicesHint>{words.voices}</VoicesHint>
            </th>
          </tr>
        </thead>
        <tbody>
          {opinion.days.map(({ day, posts, voices }) => (
            <tr key={day}>
              <th scope="row">{formatDay(day, language)}</th>
              <td className="number">
                <Link to="/listening" search={{ opinion: opinion.id, from: day, to: day }}>
                  {formatCount(posts, language)}
                </Link>
              </td>
              <td className="number">
                <VoiceCount voices={voices} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

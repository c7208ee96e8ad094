import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { ask } from '../../client.ts'
import { SENTIMENTS } from '../../filters.ts'
import { formatCount, formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Loading } from '../../parts/page.tsx'
import { VoiceCount, VoicesHint } from '../../parts/voices.tsx'
import { SENTIMENT_WORDS } from '../../parts/words.ts'
import type { Slice } from './page.tsx'
import type { Overview, Voices } from './sentences.ts'
import { WORDS } from './words.ts'

const VolumeChart = lazy(async () => ({
  default: (await import('./volume-chart.tsx')).VolumeChart,
}))

/** Posts per day by sentiment, with their voices, as a chart or as the table behind them. */
export function Volume({ slice, overview }: { slice: Slice; overview: Overview }) {
  const words = useWords(WORDS)
  const [isTable, setTable] = useState(false)
  const voices = useQuery(ask('GET /overview/voices', { query: slice })).data
  const voicesOn = useMemo(() => (voices?.total == null ? null : byDay(voices)), [voices])
  return (
    <section className="sheet stack-tight" aria-labelledby="volume">
      <div className="row spread">
        <h2 id="volume">{words.volumePerDay}</h2>
        <button type="button" className="link-button small" onClick={() => setTable(!isTable)}>
          {isTable ? words.showChart : words.showTable}
        </button>
      </div>
      {isTable ? (
        <DayTable slice={slice} days={overview.days} voicesOn={voicesOn} />
      ) : (
        <div className="volume-chart">
          <Suspense fallback={<Loading />}>
            <VolumeChart slice={slice} days={overview.days} voicesOn={voicesOn} />
          </Suspense>
        </div>
      )}
    </section>
  )
}

/** Voices by day; days without posts have none. */
const byDay = ({ days }: Voices) => new Map(days.map(({ day, voices }) => [day, voices]))

function DayTable(props: {
  slice: Slice
  days: Overview['days']
  voicesOn: ReadonlyMap<string, number> | null
}) {
  const { slice, days, voicesOn } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="day-table" tabIndex={0} aria-label={words.dayTable}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            {SENTIMENTS.map((sentiment) => (
              <th key={sentiment} scope="col" className="number">
                {SENTIMENT_WORDS[sentiment][language]}
              </th>
            ))}
            <th scope="col" className="number">
              {words.posts}
            </th>
            <th scope="col" className="number">
              <VoicesHint>{words.voices}</VoicesHint>
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, posts, bySentiment }) => (
            <tr key={day}>
              <th scope="row">{formatDay(day, language)}</th>
              {SENTIMENTS.map((sentiment) => (
                <td key={sentiment} className="number">
                  <Link to="/listening" search={{ ...slice, from: day, to: day, sentiment }}>
                    {formatCount(bySentiment[sentiment], language)}
                  </Link>
                </td>
              ))}
              <td className="number">
                <Link to="/listening" search={{ ...slice, from: day, to: day }}>
                  {formatCount(posts, language)}
                </Link>
              </td>
              <td className="number">
                <VoiceCount voices={voicesOn === null ? null : (voicesOn.get(day) ?? 0)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatCount, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import type { ChannelResult, Experiment, Results } from '../experiments/words.ts'
import { ArmPeople } from './arm-people.tsx'
import { formatLift, formatPoints, formatRho, formatSize } from './figures.ts'
import { ForestChart, ForestKey } from './forest-chart.tsx'
import type { ExperimentSearch } from './url-state.ts'
import { GAP_WORDS, WORDS } from './words.ts'

/** What an experiment shows so far. */
export function ExperimentResults({ experiment }: { experiment: Experiment }) {
  const words = useWords(WORDS)
  const query = useQuery(ask('GET /experiments/{id}/results', { params: { id: experiment.id } }))
  return (
    <section className="sheet stack" aria-labelledby="results">
      <h2 id="results">{words.results}</h2>
      {experiment.startedAt === null ? (
        <p className="soft">{words.notStarted}</p>
      ) : query.data === undefined ? (
        <Awaiting query={query} />
      ) : (
        <Found experiment={experiment} results={query.data} />
      )}
    </section>
  )
}

function Found({ experiment, results }: { experiment: Experiment; results: Results }) {
  const { all, channels, bothArms, contaminated } = results
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (all === null) return <p className="soft">{words.nobodyYet}</p>
  return (
    <>
      <p className="power-answer">
        <Verdict result={all} />
      </p>
      {all.waiting > 0 && (
        <p>
          <CountedLink of={{ only: 'waiting' }}>
            {words.waiting(formatCount(all.waiting, language))}
          </CountedLink>
        </p>
      )}
      {contaminated > 0 && (
        <p role="status">
          <CountedLink of={{ only: 'contaminated' }}>
            {words.contaminated(formatCount(contaminated, language))}
          </CountedLink>
        </p>
      )}
      {bothArms > 0 && <p>{words.bothArms(formatCount(bothArms, language))}</p>}
      {all.gap === null && (
        <>
          <h3>{words.chart}</h3>
          <ForestKey />
          <ForestChart results={[all, ...channels]} />
          <p className="soft small">{words.measuredHelp}</p>
        </>
      )}
      <Figures results={[all, ...channels]} />
      <ArmPeople experiment={experiment} results={results} />
      <p className="soft small">{words.rhoHelp}</p>
      <p className="soft small">{words.itt}</p>
    </>
  )
}

/** The one sentence: what reaching out did, or that it can't be told. */
function Verdict({ result: { gap, difference } }: { result: ChannelResult }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (gap !== null) return GAP_WORDS[gap][language]
  if (difference === null) return GAP_WORDS['few-people'][language]
  const { value, low, high } = difference
  const size = (of: number) => words.points(formatSize(of, language))
  if (low > 0) return words.told(size(value), size(low), size(high))
  if (high < 0) return words.toldFall(size(-value), size(-high), size(-low))
  const points = (of: number) => words.points(formatPoints(of, language))
  return words.notTold(points(low), points(high))
}

function Figures({ results }: { results: ChannelResult[] }) {
  const words = useWords(WORDS)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={words.table}>
      <table className="plain">
        <caption>{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.channel}</th>
            <th scope="col">{words.engageArm}</th>
            <th scope="col">{words.holdOutArm}</th>
            <th scope="col">{words.difference}</th>
            <th scope="col">{words.ratio}</th>
            <th scope="col">{words.measured}</th>
            <th scope="col">{words.observed}</th>
            <th scope="col">{words.rho}</th>
            <th scope="col">{words.pooled}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <FigureRow key={result.channel?.id ?? 'all'} result={result} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function FigureRow({ result }: { result: ChannelResult }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { gap, difference, perEngaged, observed } = result
  const points = (of: number) => formatPoints(of, language)
  const interval = (of: { value: number; low: number; high: number } | null) =>
    of === null ? '—' : words.interval(points(of.value), points(of.low), points(of.high))
  return (
    <tr>
      <th scope="row">
        <bdi>{result.channel?.name ?? words.all}</bdi>
      </th>
      <td>
        <ArmText arm={result.engage} of={{ arm: 'engage', channel: result.channel?.id }} />
      </td>
      <td>
        <ArmText arm={result.holdOut} of={{ arm: 'hold-out', channel: result.channel?.id }} />
      </td>
      {gap === null ? (
        <>
          <td>{interval(difference)}</td>
          <td>
            <LiftText lift={result.lift} />
          </td>
          <td>{interval(perEngaged)}</td>
          <td>{interval(observed)}</td>
          <RhoCells result={result} />
        </>
      ) : (
        <td colSpan={6} className="soft">
          {GAP_WORDS[gap][language]}
        </td>
      )}
    </tr>
  )
}

/** A figure that opens the people it counts. */
function CountedLink({ of, children }: { of: Counted; children: ReactNode }) {
  return (
    <Link
      from="/experiments/$id"
      to="/experiments/$id"
      search={withoutEmpty(of)}
      resetScroll={false}
    >
      {children}
    </Link>
  )
}

type Counted = Omit<{ [Key in keyof ExperimentSearch]: ExperimentSearch[Key] | undefined }, 'post'>

function ArmText({ arm, of }: { arm: ChannelResult['engage']; of: Counted }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const count = (of: number) => formatCount(of, language)
  const share = arm.people === 0 ? '—' : formatShare(arm.hits / arm.people, language)
  return (
    <>
      <CountedLink of={of}>{words.peopleIn(count(arm.people))}</CountedLink>
      {words.between}
      <CountedLink of={{ ...of, only: 'hit' }}>{words.hitsIn(count(arm.hits), share)}</CountedLink>
      <br />
      <span className="small">
        <CountedLink of={{ ...of, only: 'engaged' }}>
          {words.engaged(count(arm.engagedPeople))}
        </CountedLink>
      </span>
    </>
  )
}

function LiftText({ lift }: { lift: ChannelResult['lift'] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (lift === null) return '—'
  const text = (of: number | null, none: string) => (of === null ? none : formatLift(of, language))
  return words.interval(
    text(lift.value, words.manyTimes),
    text(lift.low, ''),
    text(lift.high, words.noUpper),
  )
}

function RhoCells({ result: { rho, rhoGap, pooledRho } }: { result: ChannelResult }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const text = (of: number) => formatRho(of, language)
  return (
    <>
      <td>
        {rho === null
          ? rhoGap !== null && <span className="soft small">{GAP_WORDS[rhoGap][language]}</span>
          : words.interval(text(rho.value), text(rho.low), text(rho.high))}
      </td>
      <td>
        {pooledRho === null ? (
          '—'
        ) : (
          <>
            {words.interval(text(pooledRho.rho), text(pooledRho.low), text(pooledRho.high))}{' '}
            <span className="soft small">
              {words.experimentsCount(formatCount(pooledRho.experiments, language))}
            </span>
          </>
        )}
      </td>
    </>
  )
}

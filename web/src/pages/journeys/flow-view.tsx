import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatCount, formatDay, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { formatMinor } from '../../money.ts'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Empty } from '../../parts/page.tsx'
import { STAGE_WORDS } from '../../parts/words.ts'
import type { Stage } from '../../terms.ts'
import { Loop } from './loop.tsx'
import { SegmentField } from './segment-field.tsx'
import { StayList } from './stay-list.tsx'
import { endingName, STAY_WORDS, sayDays, sayFigure } from './stay-words.ts'
import type { Ending, JourneysSearch } from './url-state.ts'

type Chain = Answer<'GET /journeys/chain'>
export type Change = (
  changed: {
    [Key in keyof JourneysSearch]?: JourneysSearch[Key] | undefined
  },
) => void

interface Shown {
  chain: Chain
  search: JourneysSearch
}

/** How long people stay at each stage and where they go, for all or some of them. */
export function FlowView(props: { search: JourneysSearch & { topic: string }; change: Change }) {
  const { search, change } = props
  const { topic, segment, from, to } = search
  const query = useQuery(
    ask('GET /journeys/chain', { query: { topic, ...withoutEmpty({ segment, from, to }) } }),
  )
  return (
    <>
      <div className="row">
        <SegmentField value={segment} choose={(one) => change({ segment: one })} />
      </div>
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : query.data.stays === 0 ? (
        <Nothing />
      ) : (
        <Chained chain={query.data} search={search} />
      )}
      {search.stage !== undefined && (
        <StayList search={search} stage={search.stage} change={change} />
      )}
    </>
  )
}

function Nothing() {
  const words = useWords(STAY_WORDS)
  return (
    <Empty title={words.noStays}>
      <p>{words.noStaysText}</p>
    </Empty>
  )
}

function Chained(shown: Shown) {
  const words = useWords(STAY_WORDS)
  const { language } = useLanguage()
  const { chain } = shown
  return (
    <>
      <section className="sheet stack-tight" aria-labelledby="loop">
        <h2 id="loop">{words.flow}</h2>
        <ul className="bare-list stack-tight">
          {chain.stages
            .filter(({ stays }) => stays > 0)
            .map((figures) => (
              <li key={figures.stage}>
                <StageSentence chain={chain} figures={figures} />
              </li>
            ))}
        </ul>
        <Loop {...shown} />
        <p className="small soft">{words.flowNote(chain.horizonDays)}</p>
        {chain.watchedDays < chain.horizonDays && (
          <p className="small soft">{words.young(sayDays(chain.watchedDays, language))}</p>
        )}
        {chain.since !== null && (
          <p className="small soft">{words.since(formatDay(chain.since, language))}</p>
        )}
      </section>
      <Ways {...shown} />
      <Worth {...shown} />
    </>
  )
}

function StageSentence({ chain, figures }: { chain: Chain; figures: Chain['stages'][number] }) {
  const words = useWords(STAY_WORDS)
  const { language } = useLanguage()
  const name = STAGE_WORDS[figures.stage][language]
  if (!figures.isEnough) return words.tooFew(name, figures.stays)
  const own = chain.ways.filter(({ from }) => from === figures.stage)
  const onward = own.filter(({ to }) => to !== 'silence')
  const most = [...onward].sort((a, b) => b.probability - a.probability)[0]
  const silence = own.find(({ to }) => to === 'silence')?.probability ?? 0
  const said = figures.stay === null ? words.mostStay(name) : words.halfLeft(name, figures.stay)
  const next =
    most === undefined
      ? ''
      : words.whereTo(endingName(most.to, language), most.probability, silence)
  return language === 'ja' ? said + next : `${said} ${next}`
}

/** A count that leads to the people behind it. */
function Counted(props: { search: JourneysSearch; stage: Stage; ending?: Ending; count: number }) {
  const { language } = useLanguage()
  const { search, stage, ending, count } = props
  const stageName = STAGE_WORDS[stage][language]
  const text = formatCount(count, language)
  if (count === 0) return <span className="soft">–</span>
  const name = ending === undefined ? stageName : `${stageName} → ${endingName(ending, language)}`
  const { ending: _, ...rest } = search
  return (
    <Link
      to="/journeys"
      search={{ ...rest, stage, ...(ending === undefined ? {} : { ending }) }}
      resetScroll={false}
      aria-label={`${name}: ${text}`}
      data-stays={`${stage} ${ending ?? ''}`}
    >
      {text}
    </Link>
  )
}

function Ways({ chain, search }: Shown) {
  const words = useWords(STAY_WORDS)
  const { language } = useLanguage()
  return (
    <section className="sheet stack-tight" aria-labelledby="ways">
      <h2 id="ways">{words.ways}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={words.ways}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col" className="number">
                {words.times}
              </th>
              <th scope="col" className="number">
                {words.people}
              </th>
              <th scope="col" className="number">
                {words.probability}
              </th>
              <th scope="col">{words.howLong}</th>
            </tr>
          </thead>
          <tbody>
            {chain.ways
              .filter(({ stays }) => stays > 0)
              .map((way) => (
                <tr key={`${way.from}-${way.to}`}>
                  <th scope="row">{STAGE_WORDS[way.from][language]}</th>
                  <td>{endingName(way.to, language)}</td>
                  <td className="number">
                    <Counted search={search} stage={way.from} ending={way.to} count={way.stays} />
                  </td>
                  <td className="number">{formatCount(way.people, language)}</td>
                  <td className="number">
                    {formatShare(way.probability, language)}
                    <Bounds
                      of={way.probabilityInterval}
                      say={(one) => formatShare(one, language)}
                    />
                  </td>
                  <td>
                    {way.days !== null && sayFigure(way.days, language)}
                    {way.days === null && way.to !== 'silence' && (
                      <span className="soft">{words.fewWent}</span>
                    )}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** Where a figure lies nine times in ten, under it. */
function Bounds({ of, say }: { of: { low: number; high: number }; say: (one: number) => string }) {
  const words = useWords(STAY_WORDS)
  return (
    <div className="soft small whole">
      <span className="hidden">{words.bounds} </span>
      {words.boundsOf(say(of.low), say(of.high))}
    </div>
  )
}

function Worth({ chain, search }: Shown) {
  const words = useWords(STAY_WORDS)
  const { language } = useLanguage()
  const { basis, currency, outcomes } = chain.value
  const isMoney = basis === 'money' && currency !== null
  const say = (value: number) =>
    isMoney
      ? formatMinor(String(Math.max(0, Math.round(value))), currency, language)
      : formatShare(value, language)
  return (
    <section className="sheet stack-tight" aria-labelledby="worth">
      <h2 id="worth">{words.worth}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={words.worth}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              <th scope="col" className="number">
                {words.came}
              </th>
              <th scope="col" className="number">
                {words.still}
              </th>
              <th scope="col">{words.half}</th>
              <th scope="col" className="number" title={words.visitsHint}>
                {words.visits}
              </th>
              <th scope="col" className="number">
                {isMoney ? words.value : words.chance}
              </th>
            </tr>
          </thead>
          <tbody>
            {chain.stages.map((one) => (
              <StageWorth key={one.stage} one={one} search={search} say={say} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="small soft">{isMoney ? words.valueNote(outcomes) : words.chanceNote}</p>
    </section>
  )
}

function StageWorth(props: {
  one: Chain['stages'][number]
  search: JourneysSearch
  say: (value: number) => string
}) {
  const { one, search, say } = props
  const words = useWords(STAY_WORDS)
  const { language } = useLanguage()
  return (
    <tr>
      <th scope="row">{STAGE_WORDS[one.stage][language]}</th>
      <td className="number">
        <Counted search={search} stage={one.stage} count={one.stays} />
      </td>
      <td className="number">
        <Counted search={search} stage={one.stage} ending="ongoing" count={one.ongoing} />
      </td>
      <td>{one.stay === null ? <span className="soft">–</span> : sayFigure(one.stay, language)}</td>
      <td className="number">
        {Object.values(one.visits)
          .reduce((sum, visits) => sum + visits, 0)
          .toFixed(1)}
        <Bounds of={one.intervals.visits} say={(visits) => visits.toFixed(1)} />
      </td>
      <td className="number">
        {one.isEnough ? (
          <>
            {say(one.value)}
            <Bounds of={one.intervals.value} say={say} />
          </>
        ) : (
          <span className="soft">{words.fewWent}</span>
        )}
      </td>
    </tr>
  )
}

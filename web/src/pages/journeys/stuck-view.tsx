import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Empty } from '../../parts/page.tsx'
import { STAGE_WORDS } from '../../parts/words.ts'
import type { InterfaceLanguage } from '../../terms.ts'
import type { Change } from './flow-view.tsx'
import { StuckSegments } from './stuck-segments.tsx'
import { SEGMENT_WORDS, STUCK_WORDS, sayHalves, times, VERDICT_WORDS } from './stuck-words.ts'
import { type JourneysSearch, SEGMENT_KINDS } from './url-state.ts'

type Stuck = Answer<'GET /journeys/stuck'>
type Point = Stuck['points'][number]

/** Where people stay longer and leave less than is usual here, in words and in numbers. */
export function StuckView(props: { search: JourneysSearch & { topic: string }; change: Change }) {
  const { search, change } = props
  const words = useWords(STUCK_WORDS)
  const { language } = useLanguage()
  return (
    <>
      <NativeSelect
        className="before-move"
        label={words.apart}
        value={search.by ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ by: SEGMENT_KINDS.find((one) => one === value) })
        }
        data={[
          { value: '', label: words.byTopic },
          ...SEGMENT_KINDS.map((value) => ({ value, label: SEGMENT_WORDS[value][language] })),
        ]}
      />
      {search.by === undefined ? (
        <ByTopic />
      ) : (
        <StuckSegments topic={search.topic} by={search.by} />
      )}
    </>
  )
}

function ByTopic() {
  const words = useWords(STUCK_WORDS)
  const query = useQuery(ask('GET /journeys/stuck', {}))
  if (query.data === undefined) return <Awaiting query={query} />
  const { points, topics, usual, insufficient, recentFrom } = query.data
  return (
    <section className="sheet stack" aria-labelledby="stuck">
      <h2 id="stuck">{words.title}</h2>
      <p className="small soft">{words.intro(topics)}</p>
      {points.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      ) : (
        <>
          <ul className="bare-list stack">
            {points.map((point) => (
              <Told key={keyOf(point)} point={point} from={recentFrom} />
            ))}
          </ul>
          <Numbers points={points} />
        </>
      )}
      <p className="small soft">
        {words.rest(usual, insufficient)} {words.certain}
      </p>
    </section>
  )
}

const keyOf = ({ topic, stage, to, beside }: Point) => `${topic.id} ${stage} ${to} ${beside}`

function wayOf({ stage, to }: Point, language: InterfaceLanguage): string {
  const words = STUCK_WORDS[language]
  const name = STAGE_WORDS[stage][language]
  return to === null ? words.leave(name) : words.goTo(name, STAGE_WORDS[to][language])
}

function besideOf({ beside }: Point, language: InterfaceLanguage): string {
  const words = STUCK_WORDS[language]
  return beside === 'earlier' ? words.besideEarlier : words.besideTopics
}

/** The point in words: its pace, how long half stay, and who is behind it. */
function sentencesOf(point: Point, language: InterfaceLanguage): string {
  const words = STUCK_WORDS[language]
  const { topic, stay, usualStay } = point
  const ratio = (one: number | null) => times(one ?? 0, language)
  const [way, beside] = [wayOf(point, language), besideOf(point, language)]
  const figures = [point.ratio, point.low, point.high].map(ratio) as [string, string, string]
  const sentences = [
    words.pace(topic.name, way, ...figures, beside),
    sayHalves(stay, usualStay, language),
    words.behind(point.people, point.ongoing),
  ]
  return sentences.join(language === 'ja' ? '' : ' ')
}

function Told({ point, from }: { point: Point; from: string }) {
  const words = useWords(STUCK_WORDS)
  const { language } = useLanguage()
  const { topic, stage, verdict } = point
  const view = { view: 'flow', topic: topic.id, stage, from } as const
  return (
    <li className="stuck-point" data-stage={stage} data-verdict={verdict}>
      <p>
        <strong className="stuck-verdict">
          {VERDICT_WORDS[verdict === 'slow' ? 'slow' : 'quick'][language]}
        </strong>{' '}
        {sentencesOf(point, language)}
      </p>
      <p className="row small">
        {point.ongoing > 0 && (
          <Link to="/journeys" search={{ ...view, ending: 'ongoing' }}>
            {words.seePeople}
          </Link>
        )}
        <Link to="/journeys" search={view}>
          {words.seeAll}
        </Link>
      </p>
    </li>
  )
}

function Numbers({ points }: { points: Point[] }) {
  const words = useWords(STUCK_WORDS)
  const { language } = useLanguage()
  const say = (ratio: number | null) => (ratio === null ? '–' : times(ratio, language))
  return (
    <details>
      <summary>{words.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={words.table}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.topic}</th>
              <th scope="col">{words.way}</th>
              <th scope="col">{words.beside}</th>
              {[words.stays, words.left, words.expected, words.ratio].map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
              <th scope="col">{words.interval}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={keyOf(point)}>
                <th scope="row">{point.topic.name}</th>
                <td>{wayOf(point, language)}</td>
                <td>{besideOf(point, language)}</td>
                <td className="number">{formatCount(point.stays, language)}</td>
                <td className="number">{formatCount(point.left, language)}</td>
                <td className="number">{formatCount(point.expected, language)}</td>
                <td className="number">{say(point.ratio)}</td>
                <td>
                  {say(point.low)} – {say(point.high)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

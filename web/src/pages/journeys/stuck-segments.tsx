import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { formatLanguage } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Empty } from '../../parts/page.tsx'
import { useRelationName } from '../../parts/relation-names.tsx'
import { STAGE_WORDS } from '../../parts/words.ts'
import type { MoveKind, Stage } from '../../terms.ts'
import { STUCK_WORDS, sayHalves, times, VERDICT_WORDS } from './stuck-words.ts'
import type { SegmentKind } from './url-state.ts'

type Stuck = Answer<'GET /journeys/stuck/segments'>
type Point = Stuck['points'][number]

/** Where the people of each segment stay longer, or go on quicker, than everybody else. */
export function StuckSegments({ topic, by }: { topic: string; by: SegmentKind }) {
  const words = useWords(STUCK_WORDS)
  const query = useQuery(ask('GET /journeys/stuck/segments', { query: { topic, by } }))
  if (query.data === undefined) return <Awaiting query={query} />
  const { points, segments, usual, insufficient } = query.data
  return (
    <section className="sheet stack" aria-labelledby="stuck-segments">
      <h2 id="stuck-segments">{words.title}</h2>
      <p className="small soft">{words.segmentIntro(query.data.topic.name, segments)}</p>
      {points.length === 0 ? (
        <Empty title={words.none}>
          <p>{segments === 0 ? words.noSegments : words.noneText}</p>
        </Empty>
      ) : (
        <ul className="bare-list stack">
          {points.map((point) => (
            <Told
              key={`${point.segment.value} ${point.stage} ${point.to}`}
              point={point}
              of={query.data}
            />
          ))}
        </ul>
      )}
      <p className="small soft">
        {words.rest(usual, insufficient)} {words.certain}
      </p>
    </section>
  )
}

const ONWARD: Record<Stage, MoveKind> = {
  discovery: 'discovery-evaluation',
  evaluation: 'evaluation-recommendation',
  recommendation: 'recommendation-satisfaction',
  satisfaction: 'satisfaction-discovery',
}

function Told({ point, of }: { point: Point; of: Stuck }) {
  const words = useWords(STUCK_WORDS)
  const { language } = useLanguage()
  const nameOf = useNameOf()
  const { stage, to, verdict, stay, usualStay, stays, ongoing } = point
  const [ratio = '', low = '', high = ''] = [point.ratio, point.low, point.high].map((one) =>
    times(one ?? 0, language),
  )
  const name = STAGE_WORDS[stage][language]
  const way = to === null ? words.leave(name) : words.goTo(name, STAGE_WORDS[to][language])
  const segment = `${point.segment.kind}:${point.segment.value}`
  const view = { topic: of.topic.id, segment, from: of.recentFrom }
  return (
    <li className="stuck-point" data-stage={stage} data-verdict={verdict}>
      <p>
        <strong className="stuck-verdict">
          {VERDICT_WORDS[verdict === 'slow' ? 'slow' : 'quick'][language]}
        </strong>{' '}
        {words.segmentPace(nameOf(point.segment), way, ratio, low, high)}{' '}
        {sayHalves(stay, usualStay, language)} {words.segmentStays(stays, ongoing)}
      </p>
      <p className="row small">
        {ongoing > 0 && (
          <Link to="/journeys" search={{ ...view, view: 'flow', stage, ending: 'ongoing' }}>
            {words.seePeople}
          </Link>
        )}
        <Link to="/journeys" search={{ ...view, view: 'flow', stage }}>
          {words.seeAll}
        </Link>
        <Link to="/journeys" search={{ ...view, view: 'before', move: ONWARD[stage] }}>
          {words.seeTouches}
        </Link>
      </p>
    </li>
  )
}

/** What a segment is called: relations and languages by the words of the interface. */
function useNameOf() {
  const { language } = useLanguage()
  const relation = useRelationName()
  return ({ kind, value, name }: Point['segment']) => {
    if (kind === 'relation') return relation(value)
    return kind === 'language' ? formatLanguage(value, language) : (name ?? '…')
  }
}

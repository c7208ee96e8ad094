import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api.ts'
import { STAGES } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { STAGE_WORDS } from '../../parts/words.ts'
import type { MoveKind, Stage } from '../../terms.ts'
import { arcPath, arrowPath, strokeWidth } from '../home/ring.ts'
import { moveName } from './move-name.ts'
import type { Slice } from './url-state.ts'
import { WORDS } from './words.ts'

const CENTRE = 150
const RADIUS = 108

/**
 * The cycle, closed: who stands at each stage now, and how many went on to the next one. The arc
 * behind a stage is the way on from it; it is as thick as it was often gone.
 */
export function Cycle({ slice, journeys }: { slice: Slice; journeys: Answer<'GET /journeys'> }) {
  const words = useWords(WORDS)
  const steps = STAGES.map((stage, quarter) => {
    const next = STAGES[(quarter + 1) % STAGES.length] ?? stage
    const move: MoveKind = `${stage}-${next}` as MoveKind
    const moves = journeys.flows.find((flow) => flow.move === move)?.moves ?? 0
    return { stage, next, move, moves, quarter }
  })
  const largest = Math.max(...steps.map(({ moves }) => moves))
  return (
    <section className="sheet stack-tight" aria-labelledby="cycle">
      <h2 id="cycle">{words.cycle}</h2>
      <div className="cycle">
        <svg viewBox={`0 0 ${2 * CENTRE} ${2 * CENTRE}`} aria-hidden>
          {steps.map(({ stage, moves, quarter }) => (
            <g key={stage} data-stage={stage}>
              <path
                className="cycle-arc"
                d={arcPath(CENTRE, RADIUS, quarter + 0.5)}
                strokeWidth={strokeWidth(moves, largest)}
              />
              <path className="cycle-arrow" d={arrowPath(CENTRE, RADIUS, quarter + 0.5)} />
            </g>
          ))}
        </svg>
        <ol className="bare-list">
          {steps.map((step) => (
            <Step key={step.stage} {...step} slice={slice} people={journeys.people[step.stage]} />
          ))}
        </ol>
      </div>
      <p className="small soft">{words.cycleNote}</p>
      <p className="small">
        <Link to="/listening" search={{ ...slice, move: 'satisfaction-discovery' }}>
          {words.rounds(journeys.roundsClosed)}
        </Link>
      </p>
    </section>
  )
}

function Step(props: {
  stage: Stage
  next: Stage
  move: MoveKind
  moves: number
  people: number
  slice: Slice
}) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { stage, next, move, moves, people, slice } = props
  const topic = slice.topic === undefined ? {} : { topic: slice.topic }
  return (
    <>
      <li className="cycle-stage" data-stage={stage}>
        <Link to="/people" search={{ ...topic, stage }}>
          <span className="cycle-name">{STAGE_WORDS[stage][language]}</span>{' '}
          <span>{words.peopleNow(people)}</span>
        </Link>
      </li>
      <li className="cycle-way" data-stage={stage}>
        <Link to="/listening" search={{ ...slice, move }} data-move={move}>
          <span className="hidden">{moveName(move, language)}: </span>
          <span className="cycle-onward" aria-hidden>
            {words.onward(STAGE_WORDS[next][language])}
          </span>{' '}
          <span className="cycle-count">{words.times(moves)}</span>
        </Link>
      </li>
    </>
  )
}

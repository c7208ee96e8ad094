import { Link } from '@tanstack/react-router'
import { STAGES } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { STAGE_WORDS } from '../../parts/words.ts'
import type { Slice } from './page.tsx'
import { arcPath, arrowPath, strokeWidth } from './ring.ts'
import type { Overview } from './sentences.ts'
import { WORDS } from './words.ts'

const CENTRE = 110
const RADIUS = 80

/** The stages as the cycle they are: discovery on top, then clockwise; a thicker arc has more posts. */
export function CycleRing({ slice, overview }: { slice: Slice; overview: Overview }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { byStage } = overview.total
  const largest = Math.max(...STAGES.map((stage) => byStage[stage]))
  return (
    <section className="sheet stack" aria-labelledby="cycle">
      <h2 id="cycle">{words.cycle}</h2>
      <div className="ring">
        <svg viewBox={`0 0 ${2 * CENTRE} ${2 * CENTRE}`} aria-hidden>
          {STAGES.map((stage, quarter) => (
            <g key={stage} data-stage={stage}>
              <path
                className="ring-arc"
                d={arcPath(CENTRE, RADIUS, quarter)}
                strokeWidth={strokeWidth(byStage[stage], largest)}
              />
              <path className="ring-arrow" d={arrowPath(CENTRE, RADIUS, quarter)} />
            </g>
          ))}
        </svg>
        <ol className="bare-list">
          {STAGES.map((stage) => (
            <li key={stage} className="ring-label" data-stage={stage}>
              <Link to="/listening" search={{ ...slice, stage }}>
                <span className="ring-name">{STAGE_WORDS[stage][language]}</span>{' '}
                <span className="ring-count">{formatCount(byStage[stage], language)}</span>
              </Link>
            </li>
          ))}
        </ol>
      </div>
      <p className="small soft row spread">
        <span>{words.cycleNote}</span>
        <Link to="/listening" search={{ ...slice, stage: 'none' }}>
          {words.noStage(byStage.none)}
        </Link>
      </p>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../api.ts'
import { ask } from '../client.ts'
import { formatShare } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Awaiting } from './awaiting.tsx'
import { Change } from './label-change.tsx'
import { HISTORY_WORDS } from './reading-history-words.ts'
import './why-moved.css'

type Moved = Answer<'GET /activities/{id}/moves/{run}'>
type Part = Moved['why'][number]

/** Why another model reads a post otherwise: the words that pulled, and who taught them. Asked for when opened. */
export function WhyMoved({ id, run }: { id: string; run: string }) {
  const words = useWords(HISTORY_WORDS)
  const [isOpen, setOpen] = useState(false)
  const query = useQuery({
    ...ask('GET /activities/{id}/moves/{run}', { params: { id, run } }),
    enabled: isOpen,
  })
  return (
    <details className="why-moved" onToggle={({ currentTarget: { open } }) => setOpen(open)}>
      <summary>{words.why}</summary>
      {isOpen && query.data === undefined && <Awaiting query={query} />}
      {query.data !== undefined && <Reasons moved={query.data} />}
    </details>
  )
}

function Reasons({ moved: { why, unexplained } }: { moved: Moved }) {
  const words = useWords(HISTORY_WORDS)
  if (unexplained !== null) return <p className="soft">{words.unexplained(unexplained)}</p>
  return why.map((part) => (
    <div key={part.part} className="stack-tight">
      <span className="row">
        <Change difference={part} />
        <span className="soft">
          {words.lead(signed(part.lead.before), signed(part.lead.after))}
        </span>
      </span>
      <Pieces part={part} />
      <TaughtBy part={part} />
    </div>
  ))
}

/** Below, nothing shows with two decimals. */
const REST_MIN = 0.005

function Pieces({ part: { pieces, rest } }: { part: Part }) {
  const words = useWords(HISTORY_WORDS)
  if (pieces.length === 0) return <span className="soft">{words.noPieces}</span>
  return (
    <ul className="bare-list row" aria-label={words.pulled}>
      {pieces.map(({ text, start, weight }) => (
        <li key={start} className="pull" data-for={weight > 0}>
          <bdi>{text}</bdi> <span className="soft number">{signed(weight)}</span>
        </li>
      ))}
      {Math.abs(rest) >= REST_MIN && <li className="soft">{words.rest(signed(rest))}</li>}
    </ul>
  )
}

function TaughtBy({ part: { taughtBy } }: { part: Part }) {
  const words = useWords(HISTORY_WORDS)
  const { language } = useLanguage()
  if (taughtBy.length === 0) return <span className="soft">{words.untaught}</span>
  return (
    <>
      <span>{words.taughtBy}</span>
      <ul className="bare-list">
        {taughtBy.map(({ activity, excerpt, share }) => (
          <li key={activity}>
            <Link to="/listening" search={{ post: activity }} dir="auto">
              {excerpt}
            </Link>{' '}
            <span className="soft">{words.ofPull(formatShare(share, language))}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** With its sign, a true minus. */
function signed(number: number): string {
  const text = Math.abs(number).toFixed(2)
  return number < 0 ? `−${text}` : `+${text}`
}

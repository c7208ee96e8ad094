import { useQuery } from '@tanstack/react-query'
import { type DragEvent, useRef, useState } from 'react'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { fiscalSpansOf } from '../../fiscal-year.ts'
import { dayOf, formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { formatMinor } from '../../money.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Deal, Pipeline } from '../../terms.ts'
import { BoardCards } from './board-cards.tsx'
import { LoseForm } from './lose-form.tsx'
import { type Going, useMoveDeal } from './move-deal.ts'
import type { DealsSearch } from './url-state.ts'
import { WORDS } from './words.ts'

type Sums = Answer<'GET /pipelines/{id}/sums'>['items'][number]

/** How the board moves a deal: on to a place, or out as lost, which asks why. */
export interface Mover {
  go: (going: Going) => void
  lose: (deal: Deal) => void
  mayMove: boolean
}

/** A column for each stage with its sums, and beside them what was won and lost this fiscal year. */
export function Board({ pipeline, search }: { pipeline: Pipeline; search: DealsSearch }) {
  const words = useWords(WORDS)
  const [said, say] = useState('')
  const [losing, setLosing] = useState<Deal | null>(null)
  const board = useRef<HTMLElement>(null)
  const dragged = useRef<Deal | null>(null)
  const moving = useMoveDeal((deal, what) => {
    say(what)
    focusOn(board.current, deal.id)
  })
  const sums = useSums(pipeline.id, search)
  const mover: Mover = {
    go: (going) => moving.mutate(going),
    lose: setLosing,
    mayMove: mayWrite(useSession()),
  }
  const drop = (to: Going['to'] | 'lost') => {
    const deal = dragged.current
    dragged.current = null
    if (deal === null) return
    if (to === 'lost') setLosing(deal)
    else if (!('stage' in to) || to.stage.id !== deal.stage.id) mover.go({ deal, to })
  }
  const shared = { drop, sums: sums.data?.items ?? [] }
  return (
    <>
      {mover.mayMove && <p className="soft small wide-only">{words.keys}</p>}
      <ProblemNote problem={moving.error ?? sums.error} />
      <p className="hidden" role="status">
        {said}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="board" ref={board} tabIndex={0} aria-label={words.board}>
        {pipeline.stages.map((stage) => (
          <Column
            key={stage.id}
            name={stage.name}
            sums={shared.sums.find(({ stageId }) => stageId === stage.id)}
            drop={() => drop({ stage })}
          >
            <BoardCards
              {...{ pipeline, stage, search, mover }}
              drag={(deal) => {
                dragged.current = deal
              }}
            />
          </Column>
        ))}
        <Closing {...shared} />
      </section>
      {losing !== null && (
        <LoseForm deal={losing} close={() => setLosing(null)} done={(what) => say(what)} />
      )}
    </>
  )
}

/** After a move the card stands elsewhere; the focus goes with it. */
function focusOn(board: HTMLElement | null, dealId: string): void {
  requestAnimationFrame(() =>
    board?.querySelector<HTMLElement>(`[data-deal="${dealId}"] button`)?.focus(),
  )
}

function useSums(pipelineId: string, { q, owner, topic }: DealsSearch) {
  const { workspace } = useSession()
  const today = dayOf(new Date(), workspace.timeZone)
  const { year } = fiscalSpansOf(today, workspace.fiscalYearStartMonth)
  const query = withoutEmpty({ q, owner, topic, closedFrom: year.from, closedTo: year.to })
  return useQuery(ask('GET /pipelines/{id}/sums', { params: { id: pipelineId }, query }))
}

/** Lets something be dropped on it. */
function useDropTarget(drop: () => void) {
  const [isOver, setOver] = useState(false)
  return {
    'data-over': isOver,
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      drop()
    },
  }
}

function Column(props: {
  name: string
  sums: Sums | undefined
  drop: () => void
  children?: React.ReactNode
}) {
  const target = useDropTarget(props.drop)
  return (
    <section className="board-column" aria-label={props.name} {...target}>
      <h2>
        <bdi>{props.name}</bdi>
      </h2>
      <ColumnSums sums={props.sums} />
      {props.children}
    </section>
  )
}

function ColumnSums({ sums }: { sums: Sums | undefined }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (sums === undefined) return <p className="small soft">{words.noneHere}</p>
  return (
    <div className="small">
      <p className="soft">{words.count(formatCount(sums.deals, language))}</p>
      {sums.byCurrency.map(({ currency, valueMinor, weightedMinor }) => (
        <p key={currency}>
          <span className="number">{formatMinor(valueMinor, currency, language)}</span>{' '}
          {sums.state === 'open' && (
            <span className="soft number">
              {words.weighted(formatMinor(weightedMinor, currency, language))}
            </span>
          )}
        </p>
      ))}
    </div>
  )
}

function Closing({ sums, drop }: { sums: Sums[]; drop: (to: Going['to'] | 'lost') => void }) {
  const words = useWords(WORDS)
  const of = (state: Sums['state']) => sums.find((one) => one.state === state)
  return (
    <div className="board-closing">
      <Column name={words.wonThisYear} sums={of('won')} drop={() => drop({ state: 'won' })}>
        <p className="small soft wide-only">{words.dropHere}</p>
      </Column>
      <Column name={words.lostThisYear} sums={of('lost')} drop={() => drop('lost')}>
        <p className="small soft wide-only">{words.dropHere}</p>
      </Column>
    </div>
  )
}

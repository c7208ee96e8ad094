import { Menu } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { dayOf, formatDay, formatMoney, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ChipMenu } from '../../parts/chip-menu.tsx'
import '../../parts/chips.css'
import { LoadMore } from '../../parts/load-more.tsx'
import { useSession } from '../../session.ts'
import type { Deal, Pipeline } from '../../terms.ts'
import type { Mover } from './board.tsx'
import type { DealsSearch } from './url-state.ts'
import { WORDS } from './words.ts'

interface CardsProps {
  pipeline: Pipeline
  stage: Pipeline['stages'][number]
  search: DealsSearch
  mover: Mover
  drag: (deal: Deal) => void
}

/** The open deals of a stage, those that are due first at the top. */
export function BoardCards(props: CardsProps) {
  const { q, owner, topic } = props.search
  const query = withoutEmpty({ q, owner, topic, stage: props.stage.id, state: 'open' as const })
  const pages = useInfiniteQuery(askPages('GET /deals', { query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const deals = pages.data.pages.flatMap((page) => page.items)
  return (
    <>
      <ul className="bare-list board-cards">
        {deals.map((deal) => (
          <Card key={deal.id} deal={deal} {...props} />
        ))}
      </ul>
      {pages.hasNextPage && <LoadMore pages={pages} />}
    </>
  )
}

function Card({ deal, pipeline, mover, drag }: CardsProps & { deal: Deal }) {
  const { language } = useLanguage()
  const { organisation, people, value, currency, owner } = deal
  const [main] = people
  return (
    <li
      className="board-card"
      data-deal={deal.id}
      draggable={mover.mayMove}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', deal.name)
        event.dataTransfer.effectAllowed = 'move'
        drag(deal)
      }}
    >
      <Link to="/deals/$id" params={{ id: deal.id }} data-list-item draggable={false}>
        <bdi>{deal.name}</bdi>
      </Link>
      <span className="small soft">
        <bdi>{organisation?.name ?? main?.name}</bdi>
      </span>
      <span className="small">
        {value !== null && currency !== null && (
          <span className="number">{formatMoney(value, currency, language)} </span>
        )}
        <span className="soft">{formatShare(deal.probability / 100, language)}</span>
      </span>
      <div className="board-card-foot small">
        <ClosesOn deal={deal} />
        <span className="soft">{owner?.name}</span>
        {mover.mayMove && <MoveMenu {...{ deal, pipeline, mover }} />}
      </div>
    </li>
  )
}

/** The expected day; past it, an open deal says so. */
export function ClosesOn({ deal }: { deal: Deal }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { workspace } = useSession()
  if (deal.closesOn === null) return <span />
  const isLate = deal.state === 'open' && deal.closesOn < dayOf(new Date(), workspace.timeZone)
  return (
    <span className={isLate ? 'late' : 'soft'}>
      {formatDay(deal.closesOn, language)}
      {isLate && <span className="hidden"> {words.overdue}</span>}
    </span>
  )
}

/** Moves without a pointer: arrows go to the next stage, the menu goes anywhere. */
function MoveMenu(props: { deal: Deal; pipeline: Pipeline; mover: Mover }) {
  const { deal, pipeline, mover } = props
  const words = useWords(WORDS)
  const at = pipeline.stages.findIndex(({ id }) => id === deal.stage.id)
  const step = (event: KeyboardEvent) => {
    // Of the card's own button; what the open menu is told is the menu's.
    if (!(event.target instanceof HTMLElement) || event.target.closest('[role=menu]')) return
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const stage = by === undefined ? undefined : pipeline.stages[at + by]
    if (stage === undefined) return
    event.preventDefault()
    mover.go({ deal, to: { stage } })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the button inside
    <span onKeyDown={step}>
      <ChipMenu name={words.moveOf(deal.name, deal.stage.name)} look="chip-add" chip={words.move}>
        {pipeline.stages
          .filter(({ id }) => id !== deal.stage.id)
          .map((stage) => (
            <Menu.Item key={stage.id} onClick={() => mover.go({ deal, to: { stage } })}>
              <bdi>{stage.name}</bdi>
            </Menu.Item>
          ))}
        <Menu.Item onClick={() => mover.go({ deal, to: { state: 'won' } })}>{words.win}</Menu.Item>
        <Menu.Item onClick={() => mover.lose(deal)}>{words.lose}</Menu.Item>
      </ChipMenu>
    </span>
  )
}

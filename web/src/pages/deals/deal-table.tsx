import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatMoney, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { BulkBar } from '../../parts/bulk/bulk-bar.tsx'
import type { Narrowed } from '../../parts/bulk/narrowed.ts'
import { ChooseAll, ChooseRow, type RowChoice } from '../../parts/bulk/row-choice.tsx'
import { SaveList } from '../../parts/bulk/save-list.tsx'
import { cardFilterOf } from '../../parts/cards/card-search.ts'
import { STATE_WORDS } from '../../parts/crm/words.ts'
import { ChoiceField } from '../../parts/filter-fields.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty } from '../../parts/page.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Deal } from '../../terms.ts'
import { ClosesOn } from './board-cards.tsx'
import { type Change, type DealsSearch, SORTS, STATES } from './url-state.ts'
import { SORT_WORDS, WORDS } from './words.ts'

export function TableFields({ search, change }: { search: DealsSearch; change: Change }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <>
      <ChoiceField
        label={words.state}
        words={STATE_WORDS}
        order={STATES}
        value={search.state}
        choose={(state) => change({ state })}
      />
      <NativeSelect
        label={words.sort}
        value={search.sort ?? 'closes'}
        onChange={(event) => change({ sort: SORTS.find((s) => s === event.currentTarget.value) })}
        data={SORTS.map((value) => ({ value, label: SORT_WORDS[value][language] }))}
      />
    </>
  )
}

/** The stage of a deal is no stage of a list: those are of journeys. */
function narrowedOf(search: DealsSearch): Narrowed {
  const { q, topic, state, pipeline, stage, person, organisation, list } = search
  const filter = {
    ...withoutEmpty({ q, topic, state, pipeline, organisation }),
    ...cardFilterOf(search),
  }
  const isWhole = stage === undefined && person === undefined
  return { subject: 'deal', filter: isWhole ? filter : null, list }
}

/** Deals as rows, whatever their state. */
export function DealTable({ search, clear }: { search: DealsSearch; clear: () => void }) {
  const words = useWords(WORDS)
  const session = useSession()
  const navigate = useNavigate({ from: '/deals' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { view, ...query } = search
  const pages = useInfiniteQuery(askPages('GET /deals', { query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const deals = pages.data.pages.flatMap((page) => page.items)
  if (deals.length > 0 || pages.hasNextPage) {
    return (
      <>
        <SaveList
          narrowed={narrowedOf(search)}
          open={(list) => navigate({ search: { view: 'table', list } })}
        />
        <Rows deals={deals} choice={mayWrite(session) ? { chosen, choose: setChosen } : null} />
        <LoadMore pages={pages} />
        {mayWrite(session) && (
          <BulkBar
            ids={[...chosen]}
            narrowed={narrowedOf(search)}
            clear={() => setChosen(new Set())}
          />
        )}
      </>
    )
  }
  const { sort, ...filters } = query
  if (Object.keys(withoutEmpty(filters)).length === 0) {
    return (
      <Empty title={words.empty}>
        <p>{words.emptyText}</p>
      </Empty>
    )
  }
  return (
    <Empty title={words.nothing}>
      <div>
        <Button variant="default" onClick={clear}>
          {words.clear}
        </Button>
      </div>
    </Empty>
  )
}

function Rows({ deals, choice }: { deals: Deal[]; choice: RowChoice | null }) {
  const words = useWords(WORDS)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="sheet posts scroll-x" tabIndex={0} aria-label={words.table}>
      <table className="plain">
        <thead>
          <tr>
            <ChooseAll choice={choice} ids={deals.map(({ id }) => id)} />
            <th scope="col">{words.name}</th>
            <th scope="col">{words.stage}</th>
            <th scope="col" className="number">
              {words.value}
            </th>
            <th scope="col" className="number">
              {words.probability}
            </th>
            <th scope="col">{words.closesOn}</th>
            <th scope="col">{words.owner}</th>
          </tr>
        </thead>
        <tbody>
          {deals.map((deal) => (
            <Row key={deal.id} deal={deal} choice={choice} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ deal, choice }: { deal: Deal; choice: RowChoice | null }) {
  const { language } = useLanguage()
  const { id, organisation, people, state, value, currency } = deal
  return (
    <tr>
      <ChooseRow choice={choice} id={id} name={deal.name} />
      <th scope="row">
        <Link to="/deals/$id" params={{ id }} data-list-item>
          <bdi>{deal.name}</bdi>
        </Link>
        <div className="soft small">
          <bdi>{organisation?.name ?? people[0]?.name}</bdi>
        </div>
      </th>
      <td className="small">
        <span className="deal-move" data-state={state}>
          {state === 'open' ? deal.stage.name : STATE_WORDS[state][language]}
        </span>
      </td>
      <td className="number">
        {value !== null && currency !== null && formatMoney(value, currency, language)}
      </td>
      <td className="number">{formatShare(deal.probability / 100, language)}</td>
      <td className="small">
        <ClosesOn deal={deal} />
      </td>
      <td className="small">{deal.owner?.name}</td>
    </tr>
  )
}

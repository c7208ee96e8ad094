import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ChoiceField, SearchField } from '../../parts/filter-fields.tsx'
import { CAUSED_WORDS } from '../../parts/influence-words.ts'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { mayWrite, useSession } from '../../session.ts'
import { ExperimentForm } from './experiment-form.tsx'
import './experiments.css'
import { NeverHeldOut } from './never-held-out.tsx'
import { PowerCalculator } from './power-calculator.tsx'
import { STATES } from './url-state.ts'
import { type Experiment, type ExperimentState, STATE_WORDS, WORDS } from './words.ts'

/** Experiments with our own engagement: those that there are, and what another one would take. */
export function ExperimentsPage() {
  const words = useWords(WORDS)
  const search = useSearch({ from: '/inside/experiments' })
  const navigate = useNavigate({ from: '/experiments' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  return (
    <Page title={words.title} beside={<Adding />}>
      <p className="soft small">{words.intro}</p>
      <section className="row row-end" aria-label={words.filters}>
        <SearchField
          label={words.find}
          placeholder={words.findHint}
          input={searchBox}
          value={search.q}
          choose={(q) => navigate({ search: withoutEmpty({ ...search, q }) })}
        />
        <ChoiceField
          label={words.state}
          words={STATE_WORDS}
          order={STATES}
          value={search.state}
          choose={(state) => navigate({ search: withoutEmpty({ ...search, state }) })}
        />
      </section>
      <div ref={list}>
        <Experiments q={search.q} state={search.state} />
      </div>
      <PowerCalculator />
      <NeverHeldOut />
    </Page>
  )
}

function Adding() {
  const words = useWords(WORDS)
  const isWriter = mayWrite(useSession())
  const [isAdding, setAdding] = useState(false)
  if (!isWriter) return null
  return (
    <>
      <Button onClick={() => setAdding(true)}>{words.add}</Button>
      {isAdding && <ExperimentForm experiment={null} close={() => setAdding(false)} />}
    </>
  )
}

function Experiments(props: { q: string | undefined; state: ExperimentState | undefined }) {
  const words = useWords(WORDS)
  const query = withoutEmpty(props)
  const pages = useInfiniteQuery(askPages('GET /experiments', { query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    const isSought = props.q !== undefined || props.state !== undefined
    if (isSought) return <p className="soft">{words.nothing}</p>
    return (
      <Empty title={words.empty}>
        <p>{words.emptyText}</p>
        <p>{words.emptyNext}</p>
      </Empty>
    )
  }
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard */}
      <section className="sheet posts scroll-x" tabIndex={0} aria-label={words.title}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.topic}</th>
              <th scope="col" className="number">
                {words.people}
              </th>
              <th scope="col" className="number">
                {words.heldOut}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </tbody>
        </table>
      </section>
      <LoadMore pages={pages} />
    </div>
  )
}

function Row({ item }: { item: Experiment }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const count = (of: number) => formatCount(of, language)
  const { assigned, heldOut } = item.people
  return (
    <tr>
      <th scope="row">
        <Link to="/experiments/$id" params={{ id: item.id }} data-list-item>
          <bdi>{item.name}</bdi>
        </Link>
      </th>
      <td>
        <span className="experiment-state" data-state={item.state}>
          {STATE_WORDS[item.state][language]}
        </span>
      </td>
      <td>{CAUSED_WORDS[item.outcome][language]}</td>
      <td>
        <bdi>{item.topic?.name ?? words.anyTopic}</bdi>
      </td>
      <td className="number">
        {item.peoplePlanned === null
          ? words.peopleIn(count(assigned))
          : words.progress(count(assigned), count(item.peoplePlanned))}
      </td>
      <td className="number">{words.peopleIn(count(heldOut))}</td>
    </tr>
  )
}

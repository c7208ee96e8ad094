import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Answer } from '../../api.ts'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { SearchField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import '../listening/filter-bar.css'
import '../../parts/crm/crm.css'
import { PairDialog } from './pair-dialog.tsx'
import { PairRow } from './pair-row.tsx'
import './review.css'
import { STATES, type State } from './url-state.ts'
import { EMPTY_WORDS, STATE_WORDS, WORDS } from './words.ts'

export type Candidate = Answer<'GET /people/candidates'>['items'][number]

/** The review queue: pairs of people that may be one, to be merged, told apart or put off. */
export function ReviewPage() {
  const words = useWords(WORDS)
  const search = useSearch({ from: '/inside/review' })
  const navigate = useNavigate({ from: '/review' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  const state = search.state ?? 'open'
  const change = (changed: { state?: State; q?: string | undefined; pair?: string | undefined }) =>
    navigate({ search: withoutEmpty({ ...search, ...changed }), resetScroll: false })
  const query = { state, ...withoutEmpty({ q: search.q }) }
  const pages = useInfiniteQuery(askPages('GET /people/candidates', { query }))
  const candidates = pages.data?.pages.flatMap((page) => page.items)
  const standing = pages.data?.pages[0]?.standing
  return (
    <Page title={words.title}>
      <p className="soft small">{words.intro}</p>
      <States state={state} choose={(chosen) => change({ state: chosen, pair: undefined })} />
      <section className="filter-bar" aria-label={words.filters}>
        <div className="filter-search">
          <SearchField
            label={words.search}
            placeholder={words.searchHint}
            input={searchBox}
            value={search.q}
            choose={(q) => change({ q })}
          />
        </div>
      </section>
      {standing !== undefined && (
        <p className="small soft" role="status">
          {words.standing(standing.open, standing.waiting)} ·{' '}
          {words.automatic(standing.automatic, standing.automaticTakenBack)}
        </p>
      )}
      <div ref={list}>
        {candidates === undefined ? (
          <Awaiting query={pages} />
        ) : candidates.length === 0 && !pages.hasNextPage ? (
          <Nothing state={state} q={search.q} clear={() => change({ q: undefined })} />
        ) : (
          <div className="stack">
            <ul className="bare-list sheet posts">
              {candidates.map((candidate) => (
                <PairRow
                  key={candidate.id}
                  candidate={candidate}
                  open={() => change({ pair: candidate.id })}
                />
              ))}
            </ul>
            <LoadMore pages={pages} />
          </div>
        )}
      </div>
      {search.pair !== undefined && (
        <PairDialog id={search.pair} close={() => change({ pair: undefined })} />
      )}
    </Page>
  )
}

function States({ state, choose }: { state: State; choose: (state: State) => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <fieldset className="line-kinds" aria-label={words.show}>
      {STATES.map((one) => (
        <button
          key={one}
          type="button"
          className="line-kind"
          aria-pressed={one === state}
          onClick={() => choose(one)}
        >
          {STATE_WORDS[one][language]}
        </button>
      ))}
    </fieldset>
  )
}

function Nothing(props: { state: State; q: string | undefined; clear: () => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (props.q === undefined) {
    return (
      <Empty title={EMPTY_WORDS[props.state][language]}>
        <p>{words.emptyText}</p>
      </Empty>
    )
  }
  return (
    <Empty title={words.nothing}>
      <div>
        <Button variant="default" onClick={props.clear}>
          {words.clear}
        </Button>
      </div>
    </Empty>
  )
}

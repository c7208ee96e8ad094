import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type RefObject, useEffect } from 'react'
import { askPages } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { SearchField } from '../../parts/filter-fields.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty } from '../../parts/page.tsx'
import type { InfluenceCut } from '../../terms.ts'
import { FigureTable } from './figure-table.tsx'
import { nameOfRow } from './names-of.ts'
import { NothingYet } from './nothing-yet.tsx'
import type { Change } from './page.tsx'
import { PlaceboLegend } from './placebos.tsx'
import { ordered } from './row-order.ts'
import { type Column, type InfluenceSearch, partOf } from './url-state.ts'
import { COLUMN_WORDS, WORDS } from './words.ts'

interface Shown {
  by: InfluenceCut
  search: InfluenceSearch
  change: Change
  searchBox: RefObject<HTMLInputElement | null>
}

/** Beyond this nobody reads on; who looks for a name narrows down first. */
const PAGES_MAX = 25

/** The figures of one cut, searched and sorted here: the whole list is asked for as soon as its order matters. */
export function Figures({ by, search, change, searchBox }: Shown) {
  const { language } = useLanguage()
  const sort = search.sort ?? 'credit'
  const pages = useInfiniteQuery(
    askPages('GET /influence', { query: { ...partOf(search), by, limit: 100 } }),
  )
  const isWholeWanted = sort !== 'credit' || search.q !== undefined
  const isMoreWanted =
    isWholeWanted && pages.hasNextPage && (pages.data?.pages.length ?? 0) < PAGES_MAX
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = pages
  useEffect(() => {
    if (isMoreWanted && !isFetchingNextPage && !isFetchNextPageError) fetchNextPage()
  }, [isMoreWanted, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  const ground = pages.data?.pages.at(-1)
  if (ground === undefined) return <Awaiting query={pages} />
  if (ground.reason !== null) return <NothingYet ground={ground} />
  const all = pages.data?.pages.flatMap((page) => page.items) ?? []
  if (all.length === 0) return <NoRows by={by} />
  const nameOf = (row: (typeof all)[number]) => nameOfRow(by, row, language)
  const rows = ordered(all, nameOf, { q: search.q, sort, language })
  return (
    <section className="stack-tight" aria-label={COLUMN_WORDS.credit[language]}>
      <Tools by={by} search={search} change={change} searchBox={searchBox} sort={sort} />
      {rows.length === 0 && !isMoreWanted ? (
        <NotFound clear={() => change({ q: undefined })} />
      ) : (
        <FigureTable
          by={by}
          rows={rows}
          search={search}
          sort={sort}
          sortBy={(column) => change({ sort: column === 'credit' ? undefined : column })}
          isScaled={ground.placebo === 'scaled'}
        />
      )}
      <PlaceboLegend draws={rows.find(({ placebos }) => placebos !== null)?.placebos?.draws} />
      {(pages.hasNextPage || isFetchNextPageError) && <LoadMore pages={pages} />}
    </section>
  )
}

function Tools({ by, search, change, searchBox, sort }: Shown & { sort: Column }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const columns: Column[] = ['credit', 'placebo', 'outcomes', 'touches']
  if (by === 'actor') columns.push('multiplier')
  return (
    <div className="row row-end spread">
      <div className="row row-end">
        <SearchField
          label={words.search}
          placeholder={words.searchHint}
          input={searchBox}
          value={search.q}
          choose={(q) => change({ q })}
        />
        <NativeSelect
          className="influence-sort"
          label={words.sort}
          value={sort}
          onChange={(event) => {
            const chosen = [...columns, 'name' as const].find(
              (column) => column === event.currentTarget.value,
            )
            change({ sort: chosen === 'credit' ? undefined : chosen })
          }}
          data={[...columns, 'name' as const].map((value) => ({
            value,
            label: COLUMN_WORDS[value][language],
          }))}
        />
      </div>
      <p className="soft small row">
        <span>{words.legend}</span>
        <Link to="/influence/credits" search={partOf(search)}>
          {words.allCredits}
        </Link>
      </p>
    </div>
  )
}

function NoRows({ by }: { by: InfluenceCut }) {
  const words = useWords(WORDS)
  return (
    <Empty title={words.noRows}>
      <p>{by === 'opinion' ? words.noOpinions : words.noRowsText}</p>
    </Empty>
  )
}

function NotFound({ clear }: { clear: () => void }) {
  const words = useWords(WORDS)
  return (
    <Empty title={words.nothingFound}>
      <div>
        <Button variant="default" onClick={clear}>
          {words.clear}
        </Button>
      </div>
    </Empty>
  )
}

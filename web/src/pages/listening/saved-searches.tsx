import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { askPages, call } from '../../client.ts'
import { type Filters, readFilters, withoutEmpty } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import type { SavedSearch } from '../../terms.ts'
import { RemoveSearch, SearchForm } from './saved-search-form.tsx'
import './saved-searches.css'
import { SAVED_WORDS } from './saved-words.ts'

type Doing = { what: 'save' } | { what: 'edit' | 'remove'; search: SavedSearch }

/** The searches that are saved, each with what is new; the one that is shown can be changed. */
export function SavedSearches({ filters }: { filters: Filters }) {
  const words = useWords(SAVED_WORDS)
  const [doing, setDoing] = useState<Doing | null>(null)
  const pages = useInfiniteQuery(askPages('GET /saved-searches', { query: {} }))
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  const same = items.find((search) => isSame(readFilters(search.filter), filters))
  // An alert leads to some days of its search.
  const active = same ?? items.find((search) => isSameButDays(readFilters(search.filter), filters))
  const seen = useSeen(active)
  const close = () => setDoing(null)
  const isFiltered = Object.keys(filters).length > 0
  if (pages.data === undefined && pages.isError) return <Awaiting query={pages} />
  return (
    <section className="row saved" aria-label={words.saved}>
      {items.length > 0 && (
        <ul className="bare-list row">
          {items.map((search) => (
            <SearchLink key={search.id} search={search} isActive={search.id === active?.id} />
          ))}
        </ul>
      )}
      {pages.hasNextPage && <LoadMore pages={pages} />}
      <ProblemNote problem={seen.error} />
      {same === undefined && isFiltered && (
        <Button variant="default" onClick={() => setDoing({ what: 'save' })}>
          {words.save}
        </Button>
      )}
      {active?.mayChange === true && (
        <>
          <Button variant="default" onClick={() => setDoing({ what: 'edit', search: active })}>
            {words.change}
          </Button>
          <Button variant="default" onClick={() => setDoing({ what: 'remove', search: active })}>
            {words.remove}
          </Button>
        </>
      )}
      {items.length === 0 && !isFiltered && pages.isSuccess && (
        <p className="soft small">{words.none}</p>
      )}
      {doing?.what === 'save' && <SearchForm search={null} filters={filters} close={close} />}
      {doing?.what === 'edit' && (
        <SearchForm search={doing.search} filters={filters} close={close} />
      )}
      {doing?.what === 'remove' && <RemoveSearch search={doing.search} close={close} />}
    </section>
  )
}

function SearchLink({ search, isActive }: { search: SavedSearch; isActive: boolean }) {
  const words = useWords(SAVED_WORDS)
  const { language } = useLanguage()
  return (
    <li>
      <Link
        to="/listening"
        search={withoutEmpty(readFilters(search.filter))}
        className="saved-link"
        aria-current={isActive ? 'page' : undefined}
        data-active={isActive}
      >
        <bdi>{search.name}</bdi>
        {search.alert !== 'none' && <span className="soft small">{words[search.alert]}</span>}
        {search.isShared && <span className="soft small">{words.shared}</span>}
        {search.unseen > 0 && (
          <span className="saved-count">
            <span aria-hidden>{formatCount(search.unseen, language)}</span>
            <span className="hidden">{words.unseen(search.unseen)}</span>
          </span>
        )}
      </Link>
    </li>
  )
}

/** What is shown is seen. */
function useSeen(active: SavedSearch | undefined) {
  const client = useQueryClient()
  const { id, unseen = 0 } = active ?? {}
  const note = useMutation({
    mutationFn: (seen: string) => call('POST /saved-searches/{id}/seen', { params: { id: seen } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /saved-searches'] }),
  })
  const { mutate } = note
  useEffect(() => {
    if (id !== undefined && unseen > 0) mutate(id)
  }, [id, unseen, mutate])
  return note
}

function isSame(one: Filters, other: Filters): boolean {
  const textOf = (filters: Filters) => JSON.stringify(Object.entries(filters).sort())
  return textOf(one) === textOf(other)
}

function isSameButDays(
  { from: _, to: __, ...one }: Filters,
  { from: ___, to: ____, ...other }: Filters,
): boolean {
  return Object.keys(one).length > 0 && isSame(one, other)
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type RefObject, useMemo, useRef } from 'react'
import { askPages } from '../../client.ts'
import type { Filters } from '../../filters.ts'
import { readFilters, withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { Post } from '../../parts/post.tsx'
import { PostDrawer } from '../../parts/post-drawer.tsx'
import { FilterBar } from './filter-bar.tsx'
import { NewestBar } from './newest-bar.tsx'
import { SavedSearches } from './saved-searches.tsx'
import { useNewest } from './use-newest.ts'
import { WORDS } from './words.ts'

/** The posts of the log, newest first, filtered; the URL holds the filters and the post that is open. */
export function ListeningPage() {
  const words = useWords(WORDS)
  const search = useSearch({ from: '/inside/listening' })
  const navigate = useNavigate({ from: '/listening' })
  const filters = useMemo(() => readFilters(search), [search])
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  const change = (changed: Filters) =>
    navigate({ search: withoutEmpty({ ...filters, ...changed }) })
  const open = (post: string | undefined) =>
    navigate({ search: withoutEmpty({ ...filters, post }), resetScroll: false })
  return (
    <Page title={words.title}>
      <FilterBar
        filters={filters}
        change={change}
        clear={() => navigate({ search: {} })}
        searchBox={searchBox}
      />
      <SavedSearches filters={filters} />
      <div ref={list}>
        <Posts
          filters={filters}
          open={open}
          clear={() => navigate({ search: {} })}
          list={list}
          isPostOpen={search.post !== undefined}
        />
      </div>
      <PostDrawer id={search.post} close={() => open(undefined)} />
    </Page>
  )
}

function Posts(props: {
  filters: Filters
  open: (id: string) => void
  clear: () => void
  list: RefObject<HTMLElement | null>
  isPostOpen: boolean
}) {
  const words = useWords(WORDS)
  const pages = useInfiniteQuery({
    ...askPages('GET /activities', { query: props.filters }),
    // Nothing moves under the reader's eyes; what is new is brought in by itself.
    meta: { keepsPlace: true },
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const newest = useNewest({ ...props, listed: pages.data, listedAt: pages.dataUpdatedAt })
  const shownAtFirst = useShownAtFirst(props.filters, pages.data)
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0 && !pages.hasNextPage)
    return <Nothing isFiltered={Object.keys(props.filters).length > 0} clear={props.clear} />
  return (
    <div className="stack">
      <NewestBar {...newest} />
      <p className="soft small row spread">
        <span role="status">
          {pages.hasNextPage ? words.shownWithMore(items.length) : words.shown(items.length)}
        </span>
        <span className="wide-only">{words.keys}</span>
      </p>
      <ol className="bare-list sheet posts">
        {items.map((activity) => (
          <li key={activity.id} data-arrived={shownAtFirst < activity.id}>
            <Post activity={activity} open={props.open} sought={props.filters.q} />
          </li>
        ))}
      </ol>
      <LoadMore pages={pages} />
    </div>
  )
}

/** The newest post that was there when the page was opened; behind it stands what arrived since. */
function useShownAtFirst(
  filters: Filters,
  data: { pages: { items: { id: string }[] }[] } | undefined,
): string {
  const first = useRef<{ filters: Filters; id: string } | null>(null)
  if (data !== undefined && first.current?.filters !== filters) {
    first.current = { filters, id: data.pages[0]?.items[0]?.id ?? '' }
  }
  return first.current?.id ?? ''
}

function Nothing({ isFiltered, clear }: { isFiltered: boolean; clear: () => void }) {
  const words = useWords(WORDS)
  if (isFiltered) {
    return (
      <Empty title={words.nothing}>
        <p>{words.nothingText}</p>
        <p>
          <button type="button" className="link-button" onClick={clear}>
            {words.clear}
          </button>
        </p>
      </Empty>
    )
  }
  return (
    <Empty title={words.empty}>
      <p>{words.emptyText}</p>
      <p>
        <Link to="/import">{words.goImport}</Link>
      </p>
    </Empty>
  )
}

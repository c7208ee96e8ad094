import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { usePollMs } from '../../live/provider.tsx'
import { ChoiceField, SearchField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayManage, useSession } from '../../session.ts'
import '../listening/filter-bar.css'
import { ChannelTable } from './channel-table.tsx'
import './channels.css'
import { Awaiting } from '../../parts/awaiting.tsx'
import { type ChannelsSearch, CONDITIONS, STATES } from './url-state.ts'
import { CONDITION_WORDS, STATE_WORDS, WORDS } from './words.ts'

export function ChannelsPage() {
  const words = useWords(WORDS)
  const session = useSession()
  const search = useSearch({ from: '/inside/channels' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  return (
    <Page
      title={words.title}
      beside={
        mayManage(session) && (
          <Button component={Link} to="/channels/new">
            {words.add}
          </Button>
        )
      }
    >
      <p className="soft small">{words.intro}</p>
      <Filters search={search} input={searchBox} />
      <div ref={list}>
        <Found search={search} />
      </div>
    </Page>
  )
}

function Filters(props: {
  search: ChannelsSearch
  input: React.RefObject<HTMLInputElement | null>
}) {
  const { search, input } = props
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const navigate = useNavigate({ from: '/channels' })
  const change = (changed: { [Key in keyof ChannelsSearch]?: ChannelsSearch[Key] | undefined }) =>
    navigate({ search: withoutEmpty({ ...search, ...changed }) })
  return (
    <section className="filter-bar" aria-label={words.filters}>
      <div className="filter-search">
        <SearchField
          label={common.search}
          placeholder={words.searchHint}
          input={input}
          value={search.q}
          choose={(q) => change({ q })}
        />
      </div>
      <ChoiceField
        label={words.state}
        words={STATE_WORDS}
        order={STATES}
        value={search.state}
        choose={(state) => change({ state })}
      />
      <ChoiceField
        label={words.condition}
        words={CONDITION_WORDS}
        order={CONDITIONS}
        value={search.condition}
        choose={(condition) => change({ condition })}
      />
    </section>
  )
}

/** Lag and counts move without an event; what befalls a channel is told where updates are live. */
const REFRESH_MS = 10_000
const REFRESH_LIVE_MS = 30_000

function Found({ search }: { search: ChannelsSearch }) {
  const words = useWords(WORDS)
  const refreshMs = usePollMs(REFRESH_MS, REFRESH_LIVE_MS)
  const pages = useInfiniteQuery({
    ...askPages('GET /channels', { query: { limit: 50, ...search } }),
    refetchInterval: refreshMs,
  })
  if (pages.data === undefined) return <Awaiting query={pages} />
  const channels = pages.data.pages.flatMap(({ items }) => items)
  if (channels.length > 0 || pages.hasNextPage) {
    return (
      <div className="stack">
        <ChannelTable channels={channels} />
        {pages.hasNextPage && <LoadMore pages={pages} />}
      </div>
    )
  }
  if (Object.keys(search).length > 0) {
    return (
      <Empty title={words.noMatch}>
        <Link to="/channels" search={{}}>
          {words.clear}
        </Link>
      </Empty>
    )
  }
  return <NoChannels />
}

function NoChannels() {
  const words = useWords(WORDS)
  const session = useSession()
  return (
    <Empty title={words.empty}>
      <p>{words.emptyText}</p>
      <div className="row">
        {mayManage(session) && (
          <Button component={Link} to="/channels/new">
            {words.add}
          </Button>
        )}
        <Button component={Link} to="/import" variant="default">
          {words.goImport}
        </Button>
      </div>
    </Empty>
  )
}

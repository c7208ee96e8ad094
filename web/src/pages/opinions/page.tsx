import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { askAll, askPages, call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ChoiceField, SearchField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { ReadBy } from '../../parts/read-by.tsx'
import { WORDS as COMMON, TOPIC_KIND_WORDS } from '../../parts/words.ts'
import { mayWrite, useSession } from '../../session.ts'
import type { Topic } from '../../terms.ts'
import '../listening/filter-bar.css'
import './opinions.css'
import { OpinionList } from './opinion-list.tsx'
import { KINDS, type OpinionsSearch, SIDES, SORTS } from './url-state.ts'
import { KIND_WORDS, SIDE_WORDS, SORT_WORDS, WORDS } from './words.ts'

/** What people say and ask about one topic; the URL holds the topic and the filters. */
export function OpinionsPage() {
  const words = useWords(WORDS)
  return (
    <Page title={words.title}>
      <p className="soft small">{words.intro}</p>
      <Content />
    </Page>
  )
}

function Content() {
  const words = useWords(WORDS)
  const search = useSearch({ from: '/inside/opinions' })
  const topics = useQuery(askAll('GET /topics'))
  if (topics.data === undefined) return <Awaiting query={topics} />
  // Our own come first: they are what most look for.
  const first = topics.data.find(({ kind }) => kind === 'own') ?? topics.data[0]
  if (first === undefined) {
    return (
      <Empty title={words.noTopics}>
        <p>{words.noTopicsText}</p>
        <div>
          <Button component={Link} to="/topics">
            {words.goTopics}
          </Button>
        </div>
      </Empty>
    )
  }
  return <OfTopic topics={topics.data} search={{ ...search, topic: search.topic ?? first.id }} />
}

type Narrowed = OpinionsSearch & { topic: string }

function OfTopic({ topics, search }: { topics: Topic[]; search: Narrowed }) {
  const navigate = useNavigate({ from: '/opinions' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  const change: Change = (changed) => navigate({ search: withoutEmpty({ ...search, ...changed }) })
  const clear = () => navigate({ search: withoutEmpty({ topic: search.topic, sort: search.sort }) })
  return (
    <>
      <Filters topics={topics} search={search} change={change} searchBox={searchBox} />
      <div ref={list}>
        <Found search={search} clear={clear} />
      </div>
    </>
  )
}

type Change = (changed: { [Key in keyof Narrowed]?: Narrowed[Key] | undefined }) => void

function Filters(props: {
  topics: Topic[]
  search: Narrowed
  change: Change
  searchBox: React.RefObject<HTMLInputElement | null>
}) {
  const { topics, search, change } = props
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { language } = useLanguage()
  return (
    <section className="filter-bar" aria-label={words.filters}>
      <NativeSelect
        className="filter-search"
        label={common.topic}
        value={search.topic}
        onChange={(event) => change({ topic: event.currentTarget.value })}
        data={topics.map(({ id, name, kind }) => ({
          value: id,
          label: `${name} (${TOPIC_KIND_WORDS[kind][language]})`,
        }))}
      />
      <div className="filter-search">
        <SearchField
          label={words.search}
          placeholder={words.searchHint}
          input={props.searchBox}
          value={search.q}
          choose={(q) => change({ q })}
        />
      </div>
      <ChoiceField
        label={common.kind}
        words={KIND_WORDS}
        order={KINDS}
        value={search.kind}
        choose={(kind) => change({ kind })}
      />
      <ChoiceField
        label={words.side}
        words={SIDE_WORDS}
        order={SIDES}
        value={search.side}
        choose={(side) => change({ side })}
      />
      <NativeSelect
        label={words.sort}
        value={search.sort ?? 'voices'}
        onChange={(event) => change({ sort: SORTS.find((s) => s === event.currentTarget.value) })}
        data={SORTS.map((value) => ({ value, label: SORT_WORDS[value][language] }))}
      />
    </section>
  )
}

const POLL_MS = 3_000

function Found({ search, clear }: { search: Narrowed; clear: () => void }) {
  const pages = useInfiniteQuery({
    ...askPages('GET /opinions', { query: search }),
    // The job may be running in another process, or live updates be cut off.
    refetchInterval: ({ state }) =>
      state.data?.pages.at(-1)?.run.isGrouping === true ? POLL_MS : false,
  })
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  const run = pages.data.pages.at(-1)?.run
  return (
    <div className="stack">
      {run !== undefined && <Run topic={search.topic} run={run} />}
      <ReadBy readBy={pages.data.pages[0]?.readBy ?? []} />
      {items.length > 0 || pages.hasNextPage ? (
        <>
          <OpinionList opinions={items} key={search.topic} />
          <LoadMore pages={pages} />
        </>
      ) : (
        <Nothing search={search} clear={clear} />
      )}
    </div>
  )
}

interface RunState {
  groupedAt: string | null
  isGrouping: boolean
}

/** When opinions were last found, and the button to find them anew. */
function Run({ topic, run }: { topic: string; run: RunState }) {
  const words = useWords(WORDS)
  const session = useSession()
  const client = useQueryClient()
  const group = useMutation({
    mutationFn: () => call('POST /opinions/group', { body: { topic } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /opinions'] }),
  })
  return (
    <div className="row small soft" role="status">
      {run.isGrouping && <span>{words.grouping}</span>}
      {run.groupedAt !== null && (
        <span>
          {words.groupedAt}: <PostTime time={run.groupedAt} />
        </span>
      )}
      {mayWrite(session) && !run.isGrouping && (
        <Button
          variant="default"
          size="compact-xs"
          loading={group.isPending}
          onClick={() => group.mutate()}
        >
          {words.groupNow}
        </Button>
      )}
      <ProblemNote problem={group.error} />
    </div>
  )
}

function Nothing({ search, clear }: { search: Narrowed; clear: () => void }) {
  const words = useWords(WORDS)
  const isFiltered = [search.q, search.kind, search.side].some((value) => value !== undefined)
  return isFiltered ? (
    <Empty title={words.nothing}>
      <div>
        <Button variant="default" onClick={clear}>
          {words.clear}
        </Button>
      </div>
    </Empty>
  ) : (
    <Empty title={words.empty}>
      <p>{words.emptyText}</p>
      <p>
        <Link to="/listening" search={{ topic: search.topic }}>
          {words.seePosts}
        </Link>
      </p>
    </Empty>
  )
}

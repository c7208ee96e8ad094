import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ask, askAll } from '../../client.ts'
import { dayOrNone, withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { ReadBy } from '../../parts/read-by.tsx'
import { WORDS as COMMON, TOPIC_KIND_WORDS } from '../../parts/words.ts'
import type { Topic } from '../../terms.ts'
import '../listening/filter-bar.css'
import { Cycle } from './cycle.tsx'
import { Flow } from './flow.tsx'
import './journeys.css'
import { Awaiting } from '../../parts/awaiting.tsx'
import { PostDrawer } from '../../parts/post-drawer.tsx'
import { BeforeView } from './before-view.tsx'
import { type Change, FlowView } from './flow-view.tsx'
import { STAY_WORDS, VIEW_WORDS } from './stay-words.ts'
import { StuckView } from './stuck-view.tsx'
import { type JourneysSearch, sliceOf, VIEWS, type View } from './url-state.ts'
import { WORDS } from './words.ts'

/** How people move along the cycle for one topic; the URL holds the topic and the days. */
export function JourneysPage() {
  const words = useWords(WORDS)
  return (
    <Page title={words.title}>
      <Content />
    </Page>
  )
}

function Content() {
  const search = useSearch({ from: '/inside/journeys' })
  const topics = useQuery(askAll('GET /topics'))
  if (topics.data === undefined) return <Awaiting query={topics} />
  // Our own come first: they are what most look for.
  const first = topics.data.find(({ kind }) => kind === 'own') ?? topics.data[0]
  if (first === undefined) return <NoTopics />
  return <OfTopic topics={topics.data} search={{ ...search, topic: search.topic ?? first.id }} />
}

function NoTopics() {
  const words = useWords(WORDS)
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

type Chosen = JourneysSearch & { topic: string }

function OfTopic({ topics, search }: { topics: Topic[]; search: Chosen }) {
  const slice = { ...sliceOf(search), topic: search.topic }
  const query = useQuery(ask('GET /journeys', { query: slice }))
  const navigate = useNavigate({ from: '/journeys' })
  const change: Change = (changed) =>
    navigate({ search: withoutEmpty({ ...search, ...changed }), resetScroll: false })
  const view = search.view ?? 'cycle'
  return (
    <>
      <Views view={view} change={change} />
      {(view !== 'stuck' || search.by !== undefined) && (
        <Chooser topics={topics} search={search} change={change} />
      )}
      {query.data === undefined && <Awaiting query={query} />}
      {query.data?.firstDay === null && <NoMoves topic={search.topic} />}
      {query.data !== undefined && query.data.firstDay !== null && (
        <>
          {view === 'cycle' && (
            <div className="journeys-pair">
              <Cycle slice={slice} journeys={query.data} />
              <Flow slice={slice} flows={query.data.flows} />
            </div>
          )}
          {view === 'flow' && <FlowView search={search} change={change} />}
          {view === 'stuck' && <StuckView search={search} change={change} />}
          {view === 'before' && (
            <BeforeView search={search} flows={query.data.flows} change={change} />
          )}
          <ReadBy readBy={query.data.readBy} />
        </>
      )}
      <PostDrawer id={search.post} close={() => change({ post: undefined })} />
    </>
  )
}

function Views({ view, change }: { view: View; change: Change }) {
  const words = useWords(STAY_WORDS)
  const { language } = useLanguage()
  const other = { stage: undefined, ending: undefined, move: undefined, post: undefined }
  return (
    <nav className="row journey-views" aria-label={words.views}>
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          className="journey-view"
          aria-current={one === view ? 'page' : undefined}
          onClick={() => change({ ...other, view: one === 'cycle' ? undefined : one })}
        >
          {VIEW_WORDS[one][language]}
        </button>
      ))}
    </nav>
  )
}

function Chooser(props: { topics: Topic[]; search: Chosen; change: Change }) {
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
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={common[end]}
          value={search[end] ?? ''}
          onChange={(event) => change({ [end]: dayOrNone(event.currentTarget.value) })}
        />
      ))}
      {(search.from ?? search.to) !== undefined && (
        <Button variant="default" onClick={() => change({ from: undefined, to: undefined })}>
          {words.allDays}
        </Button>
      )}
    </section>
  )
}

function NoMoves({ topic }: { topic: string }) {
  const words = useWords(WORDS)
  return (
    <Empty title={words.noMoves}>
      <p>{words.noMovesText}</p>
      <p>
        <Link to="/listening" search={{ topic }}>
          {words.seePosts}
        </Link>
      </p>
    </Empty>
  )
}

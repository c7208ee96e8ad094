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
import type { JourneysSearch } from './url-state.ts'
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
  return <OfTopic topics={topics.data} slice={{ ...search, topic: search.topic ?? first.id }} />
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

type Slice = JourneysSearch & { topic: string }

function OfTopic({ topics, slice }: { topics: Topic[]; slice: Slice }) {
  const query = useQuery(ask('GET /journeys', { query: slice }))
  return (
    <>
      <Chooser topics={topics} slice={slice} />
      {query.data === undefined && <Awaiting query={query} />}
      {query.data !== undefined && query.data.firstDay === null && <NoMoves topic={slice.topic} />}
      {query.data !== undefined && query.data.firstDay !== null && (
        <>
          <div className="journeys-pair">
            <Cycle slice={slice} journeys={query.data} />
            <Flow slice={slice} flows={query.data.flows} />
          </div>
          <AllReadBy />
        </>
      )}
    </>
  )
}

function AllReadBy() {
  const quality = useQuery(ask('GET /quality', {}))
  return quality.data === undefined ? null : <ReadBy readBy={quality.data.readBy} isAll />
}

function Chooser({ topics, slice }: { topics: Topic[]; slice: Slice }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { language } = useLanguage()
  const navigate = useNavigate({ from: '/journeys' })
  const change = (changed: { [Key in keyof Slice]?: Slice[Key] | undefined }) =>
    navigate({ search: withoutEmpty({ ...slice, ...changed }) })
  return (
    <section className="filter-bar" aria-label={words.filters}>
      <NativeSelect
        className="filter-search"
        label={common.topic}
        value={slice.topic}
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
          value={slice[end] ?? ''}
          onChange={(event) => change({ [end]: dayOrNone(event.currentTarget.value) })}
        />
      ))}
      {(slice.from ?? slice.to) !== undefined && (
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

import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Answer } from '../../api.ts'
import { ask, askPages, call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { SearchField, TopicField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import '../listening/filter-bar.css'
import './communities.css'
import { Bridges } from './bridges.tsx'
import { Bubbles } from './bubbles.tsx'
import { CommunityList } from './community-list.tsx'
import { type CommunitiesSearch, SORTS } from './url-state.ts'
import { SORT_WORDS, STEP_WORDS, WORDS } from './words.ts'

const POLL_MS = 3_000

/** Who turns to each other: bubbles of the largest, and all in a list. The URL holds the filters. */
export function CommunitiesPage() {
  const words = useWords(WORDS)
  const map = useQuery({
    ...ask('GET /communities/map', {}),
    // The search may be running in another process, or live updates be cut off.
    refetchInterval: ({ state }) => (state.data?.run.isFinding === true ? POLL_MS : false),
  })
  return (
    <Page title={words.title}>
      <p className="soft small">{words.intro}</p>
      {map.data === undefined ? (
        <Awaiting query={map} />
      ) : (
        <>
          <Run run={map.data.run} />
          <Shown map={map.data} />
        </>
      )}
    </Page>
  )
}

type RunState = CommunityMap['run']
type CommunityMap = Answer<'GET /communities/map'>

/** Bubbles and the list; where none is found today, those that ended, and what to do where there never was one. */
function Shown({ map }: { map: CommunityMap }) {
  const words = useWords(WORDS)
  if (map.items.length > 0) {
    return (
      <>
        <Bubbles map={map} />
        <Bridges />
        <Listed isNoneFound={false} />
      </>
    )
  }
  if (map.run.ended === 0) return <Teach run={map.run} />
  return (
    <>
      <p className="note">{words.allEnded(map.run.ended)}</p>
      <Listed isNoneFound />
    </>
  )
}

/** When communities were last found, and the button to find them anew. */
function Run({ run }: { run: RunState }) {
  const words = useWords(WORDS)
  const session = useSession()
  const client = useQueryClient()
  const find = useMutation({
    mutationFn: () => call('POST /communities/searches', {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /communities/map'] }),
  })
  return (
    <div className="row small soft" role="status">
      {run.isFinding && <Progress step={run.step} />}
      {run.foundAt !== null && (
        <span>
          {words.foundAt}: <PostTime time={run.foundAt} /> · {words.ofPeople(run.people)}
        </span>
      )}
      {mayWrite(session) && !run.isFinding && (
        <Button
          variant="default"
          size="compact-xs"
          loading={find.isPending}
          onClick={() => find.mutate()}
        >
          {run.foundAt === null ? words.findFirst : words.findNow}
        </Button>
      )}
      <ProblemNote problem={find.error} />
    </div>
  )
}

const STEPS: NonNullable<RunState['step']>[] = ['people', 'groups', 'posts', 'writing']

/** How far the search has come, in words and as a bar. */
function Progress({ step }: Pick<RunState, 'step'>) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const at = step === null ? 0 : STEPS.indexOf(step) + 1
  const said = step === null ? words.waiting : STEP_WORDS[step][language]
  return (
    <span className="row">
      <span>
        {words.finding} {said}
      </span>
      <progress max={STEPS.length + 1} value={at} aria-label={words.finding} />
    </span>
  )
}

function Teach({ run }: { run: RunState }) {
  const words = useWords(WORDS)
  return (
    <Empty title={words.empty}>
      <p>{run.foundAt === null ? words.emptyText : words.lookedText(run.people)}</p>
      <div>
        <Button component={Link} to="/channels" variant="default">
          {words.toChannels}
        </Button>
      </div>
    </Empty>
  )
}

function Listed({ isNoneFound }: { isNoneFound: boolean }) {
  const words = useWords(WORDS)
  const asked = useSearch({ from: '/inside/communities' })
  // Where none is found today, those that ended are all there is.
  const search = isNoneFound ? { ...asked, ended: true as const } : asked
  const navigate = useNavigate({ from: '/communities' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  const change: Change = (changed) =>
    navigate({ search: withoutEmpty({ ...search, ...changed }), resetScroll: false })
  const clear = () => navigate({ search: withoutEmpty({ sort: search.sort }), resetScroll: false })
  return (
    <>
      <h2>{words.list}</h2>
      <Filters search={search} change={change} searchBox={searchBox} />
      <div ref={list}>
        <Found search={search} clear={clear} />
      </div>
    </>
  )
}

type Change = (
  changed: {
    [Key in keyof CommunitiesSearch]?: CommunitiesSearch[Key] | undefined
  },
) => void

function Filters(props: {
  search: CommunitiesSearch
  change: Change
  searchBox: React.RefObject<HTMLInputElement | null>
}) {
  const { search, change } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <section className="filter-bar" aria-label={words.filters}>
      <div className="filter-search">
        <SearchField
          label={words.search}
          placeholder={words.searchHint}
          input={props.searchBox}
          value={search.q}
          choose={(q) => change({ q })}
        />
      </div>
      <TopicField value={search.topic} choose={(topic) => change({ topic })} />
      <NativeSelect
        label={words.sort}
        value={search.sort ?? 'people'}
        onChange={(event) => change({ sort: SORTS.find((s) => s === event.currentTarget.value) })}
        data={SORTS.map((value) => ({ value, label: SORT_WORDS[value][language] }))}
      />
      <Checkbox
        label={words.onlyJoin}
        checked={search.join === true}
        onChange={(event) => change({ join: event.currentTarget.checked || undefined })}
      />
      <Checkbox
        label={words.onlyEnded}
        checked={search.ended === true}
        onChange={(event) => change({ ended: event.currentTarget.checked || undefined })}
      />
    </section>
  )
}

const asked = (isChosen: boolean | undefined) => (isChosen === true ? 'true' : undefined)

function Found({ search, clear }: { search: CommunitiesSearch; clear: () => void }) {
  const words = useWords(WORDS)
  const pages = useInfiniteQuery(
    askPages('GET /communities', {
      query: { ...search, join: asked(search.join), ended: asked(search.ended) },
    }),
  )
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0 && !pages.hasNextPage) {
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
  return (
    <div className="stack">
      <CommunityList communities={items} />
      <LoadMore pages={pages} />
    </div>
  )
}

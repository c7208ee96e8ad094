import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { askAll, call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { CardFields } from '../../parts/cards/card-fields.tsx'
import { OwnerFilter } from '../../parts/crm/picks.tsx'
import { useRefresh } from '../../parts/crm/refresh.ts'
import { SearchField, TopicField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { Empty, Page } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Pipeline } from '../../terms.ts'
import '../listening/filter-bar.css'
import '../../parts/crm/crm.css'
import { ListName } from '../people/list-name.tsx'
import { Board } from './board.tsx'
import { DealForm } from './deal-form.tsx'
import { DealTable, TableFields } from './deal-table.tsx'
import './deals.css'
import { PipelineForm } from './pipeline-form.tsx'
import type { Change, DealsSearch } from './url-state.ts'
import { WORDS } from './words.ts'

/** Deals: a board to move them on, and a table to find them in; the URL holds which. */
export function DealsPage() {
  const words = useWords(WORDS)
  const session = useSession()
  const [isAdding, setAdding] = useState(false)
  const search = useSearch({ from: '/inside/deals' })
  const pipelines = useQuery(askAll('GET /pipelines'))
  const add = mayWrite(session) && <Button onClick={() => setAdding(true)}>{words.add}</Button>
  return (
    <Page title={words.title} beside={pipelines.data !== undefined && add}>
      {pipelines.data === undefined ? (
        <Awaiting query={pipelines} />
      ) : (
        <Known pipelines={pipelines.data} search={search} />
      )}
      {isAdding && (
        <DealForm
          about={null}
          close={() => setAdding(false)}
          {...withoutEmpty({ pipeline: search.pipeline })}
        />
      )}
    </Page>
  )
}

function Known({ pipelines, search }: { pipelines: Pipeline[]; search: DealsSearch }) {
  const navigate = useNavigate({ from: '/deals' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  const change: Change = (changed) => navigate({ search: withoutEmpty({ ...search, ...changed }) })
  const clear = () => navigate({ search: withoutEmpty({ view: search.view }) })
  const [first] = pipelines
  if (first === undefined) return <Newcomer />
  const pipeline = pipelines.find(({ id }) => id === search.pipeline) ?? first
  return (
    <>
      <Filters {...{ pipelines, pipeline, search, change, searchBox }} />
      <div ref={list} className="stack">
        {search.view === 'table' ? (
          <DealTable search={search} clear={clear} />
        ) : (
          <Board pipeline={pipeline} search={search} />
        )}
      </div>
    </>
  )
}

/** Where nothing is there yet: what deals are for, and the first pipeline. */
function Newcomer() {
  const words = useWords(WORDS)
  const session = useSession()
  const refresh = useRefresh('pipeline')
  const begin = useMutation({
    mutationFn: () => call('POST /pipelines', { body: {} }),
    onSuccess: refresh,
  })
  return (
    <Empty title={words.empty}>
      <p>{words.emptyText}</p>
      <ProblemNote problem={begin.error} />
      {mayWrite(session) && (
        <div>
          <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
            {words.newPipeline}
          </Button>
        </div>
      )}
    </Empty>
  )
}

function Filters(props: {
  pipelines: Pipeline[]
  pipeline: Pipeline
  search: DealsSearch
  change: Change
  searchBox: React.RefObject<HTMLInputElement | null>
}) {
  const { search, change } = props
  const words = useWords(WORDS)
  return (
    <>
      <div className="row spread">
        <ViewChoice search={search} change={change} />
        <PipelineActions pipeline={props.pipeline} />
      </div>
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
        <NativeSelect
          label={words.pipeline}
          value={props.pipeline.id}
          onChange={(event) => change({ pipeline: event.currentTarget.value, stage: undefined })}
          data={props.pipelines.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <OwnerFilter
          label={words.owner}
          mine={words.mine}
          value={search.owner}
          choose={(owner) => change({ owner })}
        />
        <TopicField value={search.topic} choose={(topic) => change({ topic })} />
        {search.view === 'table' && <TableFields search={search} change={change} />}
        {search.view === 'table' && (
          <CardFields subject="deal" isOwnerApart search={search} change={change} />
        )}
        {search.list !== undefined && (
          <ListName id={search.list} clear={() => change({ list: undefined })} />
        )}
        {search.view === 'table' && (search.organisation ?? search.person) !== undefined && (
          <p className="soft small">
            {search.organisation !== undefined ? words.oneOrganisation : words.onePerson}{' '}
            <button
              type="button"
              className="link-button small"
              onClick={() => change({ organisation: undefined, person: undefined })}
            >
              {words.showAll}
            </button>
          </p>
        )}
      </section>
    </>
  )
}

function ViewChoice({ search, change }: { search: DealsSearch; change: Change }) {
  const words = useWords(WORDS)
  return (
    <fieldset className="line-kinds" aria-label={words.view}>
      {([undefined, 'table'] as const).map((view) => (
        <button
          key={view ?? 'board'}
          type="button"
          className="line-kind"
          aria-pressed={search.view === view}
          onClick={() => change({ view })}
        >
          {view === undefined ? words.board : words.table}
        </button>
      ))}
    </fieldset>
  )
}

function PipelineActions({ pipeline }: { pipeline: Pipeline }) {
  const words = useWords(WORDS)
  const session = useSession()
  const [doing, setDoing] = useState<'edit' | 'add' | null>(null)
  if (!mayWrite(session)) return null
  return (
    <span className="row">
      <Button variant="default" size="compact-xs" onClick={() => setDoing('edit')}>
        {words.stagesOf}
      </Button>
      <Button variant="default" size="compact-xs" onClick={() => setDoing('add')}>
        {words.newPipeline}
      </Button>
      {doing !== null && (
        <PipelineForm pipeline={doing === 'edit' ? pipeline : null} close={() => setDoing(null)} />
      )}
    </span>
  )
}

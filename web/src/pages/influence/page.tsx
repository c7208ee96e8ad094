import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { Page } from '../../parts/page.tsx'
import { Figures } from './figures.tsx'
import { Filters } from './filters.tsx'
import './influence.css'
import { Matrix } from './matrix.tsx'
import { MeasureNow, useWhileMeasuring } from './measure-now.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { Rules } from './rules.tsx'
import { Summary } from './summary.tsx'
import { showsLoss, Unmeasured } from './unmeasured.tsx'
import { CUTS, type InfluenceSearch, partOf } from './url-state.ts'
import { CUT_TEXTS, CUT_WORDS, WORDS } from './words.ts'

export type InfluenceSummary = Answer<'GET /influence/summary'>

/** Who causes action; the URL holds the tab, what it is narrowed to, and how it is sorted. */
export function InfluencePage() {
  const words = useWords(WORDS)
  const search = useSearch({ from: '/inside/influence' })
  const summary = useQuery({
    ...ask('GET /influence/summary', { query: partOf(search) }),
    ...useWhileMeasuring(),
  })
  return (
    <Page
      title={words.title}
      beside={
        <div className="row">
          <Link to="/influence/method" search={withoutEmpty({ topic: search.topic })}>
            {words.method}
          </Link>
          {summary.data?.run != null && <MeasureNow ground={summary.data} />}
        </div>
      }
    >
      <Content search={search} summary={summary} />
    </Page>
  )
}

interface Shown {
  search: InfluenceSearch
  summary: { data: InfluenceSummary | undefined; error: Error | null; refetch: () => unknown }
}

function Content({ search, summary }: Shown) {
  const navigate = useNavigate({ from: '/influence' })
  const change: Change = (changed) =>
    navigate({ search: withoutEmpty({ ...search, ...changed }), resetScroll: false })
  // What was never measured has nothing to narrow down.
  const isBare = summary.data?.run === null && search.topic === undefined
  return (
    <>
      {!isBare && <Filters search={search} change={change} />}
      {summary.data === undefined ? (
        <Awaiting query={summary} />
      ) : (
        <Answered search={search} summary={summary.data} change={change} />
      )}
    </>
  )
}

export type Change = (
  changed: {
    [Key in keyof InfluenceSearch]?: InfluenceSearch[Key] | undefined
  },
) => void

function Answered(props: { search: InfluenceSearch; summary: InfluenceSummary; change: Change }) {
  const { search, summary, change } = props
  const { language } = useLanguage()
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  if (summary.run === null || summary.reason !== null) return <NothingYet ground={summary} />
  const by = search.by ?? 'actor'
  return (
    <>
      <Summary summary={summary} search={search} change={change} />
      {search.rules === 'shown' && <Rules search={search} change={change} />}
      <div className="stack-tight">
        <Tabs search={search} />
        <p className="soft small">{CUT_TEXTS[by][language]}</p>
      </div>
      {speaksOfLosses(search, summary) && <Unmeasured />}
      {by === 'level' && <Matrix search={search} summary={summary} />}
      <div ref={list}>
        <Figures key={by} by={by} search={search} change={change} searchBox={searchBox} />
      </div>
    </>
  )
}

/** Whether losses are chosen, or stand among the figures of a list by outcome. */
function speaksOfLosses({ outcome, by }: InfluenceSearch, { types }: InfluenceSummary): boolean {
  if (outcome !== undefined) return showsLoss(outcome)
  const isByOutcome = by === 'type' || by === 'level'
  return isByOutcome && types.some(({ type, outcomes }) => outcomes > 0 && showsLoss(type))
}

/** The cuts; each is an address of its own. */
function Tabs({ search }: { search: InfluenceSearch }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <nav className="influence-tabs" aria-label={words.cuts}>
      {CUTS.map((cut) => (
        <Link
          key={cut}
          to="/influence"
          search={withoutEmpty({ ...search, by: cut, q: undefined })}
          aria-current={(search.by ?? 'actor') === cut ? 'page' : undefined}
          resetScroll={false}
        >
          {CUT_WORDS[cut][language]}
        </Link>
      ))}
    </nav>
  )
}

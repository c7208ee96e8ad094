import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { askPages } from '../../client.ts'
import { STAGES, withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ChoiceField, SearchField, TopicField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { AddPersonButton } from '../../parts/people/add-person.tsx'
import { RelationField } from '../../parts/relation-names.tsx'
import { WORDS as COMMON, STAGE_WORDS } from '../../parts/words.ts'
import '../listening/filter-bar.css'
import { Awaiting } from '../../parts/awaiting.tsx'
import { BulkBar } from '../../parts/bulk/bulk-bar.tsx'
import type { Narrowed } from '../../parts/bulk/narrowed.ts'
import { SaveList } from '../../parts/bulk/save-list.tsx'
import { CardFields } from '../../parts/cards/card-fields.tsx'
import { isCardSearched } from '../../parts/cards/card-search.ts'
import { mayWrite, useSession } from '../../session.ts'
import { filterOf } from './filter-of.ts'
import { ListName } from './list-name.tsx'
import { PeopleTable } from './people-table.tsx'
import { type PeopleSearch, SORTS } from './url-state.ts'
import { SORT_WORDS, WORDS } from './words.ts'

export type Change = (
  changed: {
    [Key in keyof PeopleSearch]?: PeopleSearch[Key] | undefined
  },
) => void

export function PeoplePage() {
  const words = useWords(WORDS)
  const search = useSearch({ from: '/inside/people' })
  const navigate = useNavigate({ from: '/people' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  const change: Change = (changed) => navigate({ search: withoutEmpty({ ...search, ...changed }) })
  const clear = () => navigate({ search: withoutEmpty({ sort: search.sort }) })
  return (
    <Page title={words.title} beside={<AddPersonButton />}>
      <section className="filter-bar" aria-label={words.filters}>
        <div className="filter-search">
          <SearchField
            label={words.search}
            placeholder={words.searchHint}
            input={searchBox}
            value={search.q}
            choose={(q) => change({ q })}
          />
        </div>
        <PeopleFields search={search} change={change} />
        <CardFields subject="person" search={search} change={change} />
        {search.list !== undefined && <ListName id={search.list} clear={clear} />}
        {search.organisation !== undefined && (
          <p className="soft small">
            {words.oneOrganisation}{' '}
            <button type="button" className="link-button small" onClick={clear}>
              {words.clear}
            </button>
          </p>
        )}
      </section>
      <SaveList
        narrowed={narrowedOf(search)}
        open={(saved) => navigate({ search: { list: saved } })}
      />
      <div ref={list}>
        <Found search={search} clear={clear} />
      </div>
    </Page>
  )
}

function narrowedOf(search: PeopleSearch): Narrowed {
  return { subject: 'person', filter: filterOf(search), list: search.list }
}

function PeopleFields({ search, change }: { search: PeopleSearch; change: Change }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { language } = useLanguage()
  return (
    <>
      <TopicField value={search.topic} choose={(topic) => change({ topic })} />
      <ChoiceField
        label={common.stage}
        words={STAGE_WORDS}
        order={STAGES}
        value={search.stage}
        choose={(stage) => change({ stage: STAGES.find((known) => known === stage) })}
      />
      <RelationField
        label={common.relation}
        subject="person"
        value={search.relation}
        choose={(relation) => change({ relation })}
      />
      <NativeSelect
        label={words.sort}
        value={search.sort ?? 'last'}
        onChange={(event) => change({ sort: SORTS.find((s) => s === event.currentTarget.value) })}
        data={SORTS.map((value) => ({ value, label: SORT_WORDS[value][language] }))}
      />
    </>
  )
}

function Found({ search, clear }: { search: PeopleSearch; clear: () => void }) {
  const words = useWords(WORDS)
  const session = useSession()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const pages = useInfiniteQuery(askPages('GET /people', { query: search }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  const { q, topic, stage, relation, organisation, list } = search
  const filters = [q, topic, stage, relation, organisation, list]
  const isFiltered = isCardSearched(search) || filters.some((value) => value !== undefined)
  if (items.length > 0 || pages.hasNextPage) {
    return (
      <div className="stack">
        <PeopleTable people={items} chosen={chosen} choose={setChosen} />
        <LoadMore pages={pages} />
        {mayWrite(session) && (
          <BulkBar
            ids={[...chosen]}
            narrowed={narrowedOf(search)}
            clear={() => setChosen(new Set())}
          />
        )}
      </div>
    )
  }
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
      <p>
        {words.emptyText} <Link to="/import">{words.goImport}</Link>
      </p>
    </Empty>
  )
}

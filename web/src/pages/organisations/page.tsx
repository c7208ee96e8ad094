import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { SearchField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { RelationField, useRelationName } from '../../parts/relation-names.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Organisation } from '../../terms.ts'
import '../listening/filter-bar.css'
import { OrganisationForm } from './organisation-form.tsx'
import './organisations.css'
import { Awaiting } from '../../parts/awaiting.tsx'
import { BulkBar } from '../../parts/bulk/bulk-bar.tsx'
import type { Narrowed } from '../../parts/bulk/narrowed.ts'
import { ChooseAll, ChooseRow, type RowChoice } from '../../parts/bulk/row-choice.tsx'
import { SaveList } from '../../parts/bulk/save-list.tsx'
import { CardFields } from '../../parts/cards/card-fields.tsx'
import { cardFilterOf, isCardSearched } from '../../parts/cards/card-search.ts'
import { MERGE_WORDS } from '../organisation/merge-words.ts'
import { Lookalikes } from '../organisation/merges.tsx'
import { ListName } from '../people/list-name.tsx'
import { type OrganisationsSearch, SORTS } from './url-state.ts'
import { SORT_WORDS, WORDS } from './words.ts'

type Change = (
  changed: {
    [Key in keyof OrganisationsSearch]?: OrganisationsSearch[Key] | undefined
  },
) => void

/** Companies and other bodies, searched and filtered; the URL holds how. */
export function OrganisationsPage() {
  const words = useWords(WORDS)
  const merges = useWords(MERGE_WORDS)
  const session = useSession()
  const search = useSearch({ from: '/inside/organisations' })
  const navigate = useNavigate({ from: '/organisations' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [isAdding, setAdding] = useState(false)
  useListKeys(list, searchBox)
  const change: Change = (changed) => navigate({ search: withoutEmpty({ ...search, ...changed }) })
  return (
    <Page
      title={words.title}
      beside={mayWrite(session) && <Button onClick={() => setAdding(true)}>{words.add}</Button>}
    >
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
        <Fields search={search} change={change} />
        <CardFields subject="organisation" search={search} change={change} />
        {search.list !== undefined && (
          <ListName id={search.list} clear={() => change({ list: undefined })} />
        )}
      </section>
      <Lookalikes title={merges.allLookalikes} />
      <SaveList
        narrowed={narrowedOf(search)}
        open={(saved) => navigate({ search: { list: saved } })}
      />
      <div ref={list}>
        <Found
          search={search}
          clear={() => navigate({ search: withoutEmpty({ sort: search.sort }) })}
        />
      </div>
      {isAdding && (
        <OrganisationForm
          organisation={null}
          close={() => setAdding(false)}
          done={(id) => navigate({ to: '/organisations/$id', params: { id } })}
        />
      )}
    </Page>
  )
}

function narrowedOf(search: OrganisationsSearch): Narrowed {
  const { q, relation, list } = search
  const filter = { ...withoutEmpty({ q, relation }), ...cardFilterOf(search) }
  return { subject: 'organisation', filter, list }
}

function Fields({ search, change }: { search: OrganisationsSearch; change: Change }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <>
      <RelationField
        label={words.relation}
        subject="organisation"
        value={search.relation}
        choose={(relation) => change({ relation })}
      />
      <NativeSelect
        label={words.sort}
        value={search.sort ?? 'name'}
        onChange={(event) => change({ sort: SORTS.find((s) => s === event.currentTarget.value) })}
        data={SORTS.map((value) => ({ value, label: SORT_WORDS[value][language] }))}
      />
    </>
  )
}

function Found({ search, clear }: { search: OrganisationsSearch; clear: () => void }) {
  const words = useWords(WORDS)
  const session = useSession()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const pages = useInfiniteQuery(askPages('GET /organisations', { query: search }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length > 0 || pages.hasNextPage) {
    return (
      <div className="stack">
        <p className="soft small wide-only">{words.keys}</p>
        <OrganisationTable
          organisations={items}
          choice={mayWrite(session) ? { chosen, choose: setChosen } : null}
        />
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
  const isFiltered =
    isCardSearched(search) || (search.q ?? search.relation ?? search.list) !== undefined
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

function OrganisationTable(props: { organisations: Organisation[]; choice: RowChoice | null }) {
  const { organisations, choice } = props
  const words = useWords(WORDS)
  return (
    <div className="sheet posts">
      <table className="plain">
        <thead>
          <tr>
            <ChooseAll choice={choice} ids={organisations.map(({ id }) => id)} />
            <th scope="col">{words.name}</th>
            <th scope="col">{words.relation}</th>
            <th scope="col" className="number">
              {words.people}
            </th>
          </tr>
        </thead>
        <tbody>
          {organisations.map((organisation) => (
            <OrganisationRow key={organisation.id} organisation={organisation} choice={choice} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OrganisationRow(props: { organisation: Organisation; choice: RowChoice | null }) {
  const { organisation, choice } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { id, name, nameReading, domain, relations, people } = organisation
  return (
    <tr>
      <ChooseRow choice={choice} id={id} name={name} />
      <th scope="row">
        <Link to="/organisations/$id" params={{ id }} data-list-item>
          <bdi>{name}</bdi>
        </Link>
        <div className="soft small row">
          {nameReading !== null && <bdi>{nameReading}</bdi>}
          {domain !== null && <bdi>{domain}</bdi>}
        </div>
      </th>
      <td>
        <Relations kinds={relations} />
      </td>
      <td className="number">
        {people > 0 ? (
          <Link
            to="/people"
            search={{ organisation: id }}
            aria-label={words.peopleOf(name, people)}
          >
            {formatCount(people, language)}
          </Link>
        ) : (
          0
        )}
      </td>
    </tr>
  )
}

/** What an organisation is to us. */
export function Relations({ kinds }: { kinds: Organisation['relations'] }) {
  const nameOf = useRelationName()
  return (
    <span className="row">
      {kinds.map((kind) => (
        <span key={kind} className="relation-chip">
          {nameOf(kind)}
        </span>
      ))}
    </span>
  )
}

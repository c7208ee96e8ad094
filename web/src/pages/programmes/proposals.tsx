import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { askPages, call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { SearchField } from '../../parts/filter-fields.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { ProposalList, useRelationsChanged } from '../../parts/proposals.tsx'
import { RelationField } from '../../parts/relation-names.tsx'
import '../../parts/relations.css'
import { mayWrite, useSession } from '../../session.ts'
import type { Change } from './page.tsx'
import type { ProgrammesSearch } from './url-state.ts'
import { WORDS } from './words.ts'

/** What people may be to us, to be confirmed or refused. */
export function Proposals(props: {
  search: ProgrammesSearch
  change: Change
  input: RefObject<HTMLInputElement | null>
}) {
  const words = useWords(WORDS)
  const { search, change } = props
  return (
    <section className="stack" aria-label={words.searchPeople}>
      <div className="filter-bar">
        <div className="filter-search">
          <SearchField
            label={words.searchPeople}
            placeholder={words.searchHint}
            input={props.input}
            value={search.q}
            choose={(q) => change({ q })}
          />
        </div>
        <RelationField
          label={words.kind}
          subject="person"
          value={search.kind}
          choose={(kind) => change({ kind })}
        />
        <SearchNow />
      </div>
      <Found search={search} change={change} />
    </section>
  )
}

function SearchNow() {
  const words = useWords(WORDS)
  const changed = useRelationsChanged()
  const search = useMutation({
    mutationFn: () => call('POST /relation-proposals/search', { body: {} }),
    onSuccess: changed,
  })
  const { data } = search
  if (!mayWrite(useSession())) return null
  return (
    <div className="stack-tight">
      <Button variant="default" loading={search.isPending} onClick={() => search.mutate()}>
        {words.searchNow}
      </Button>
      <span className="small soft" role="status">
        {data !== undefined && words.searched(data.proposed, data.begun, data.ended)}
      </span>
      <ProblemNote problem={search.error} />
    </div>
  )
}

function Found({ search, change }: { search: ProgrammesSearch; change: Change }) {
  const words = useWords(WORDS)
  const { q, kind } = search
  const query = withoutEmpty({ q, kind })
  const pages = useInfiniteQuery(askPages('GET /relation-proposals', { query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length > 0) {
    return (
      <div className="sheet">
        <ProposalList proposals={items} isNaming />
        <LoadMore pages={pages} />
      </div>
    )
  }
  const isFiltered = q !== undefined || kind !== undefined
  return (
    <Empty title={isFiltered ? words.nothing : words.noProposals}>
      {isFiltered ? (
        <div>
          <Button variant="default" onClick={() => change({ q: undefined, kind: undefined })}>
            {words.clear}
          </Button>
        </div>
      ) : (
        <p>{words.noProposalsText}</p>
      )}
    </Empty>
  )
}

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { Empty, Page } from '../../parts/page.tsx'
import { mayManage, useSession } from '../../session.ts'
import { Members } from './members.tsx'
import { ProgrammeCards } from './programme-cards.tsx'
import { ProgrammeForm } from './programme-form.tsx'
import './programmes.css'
import { Proposals } from './proposals.tsx'
import { Rules } from './rules.tsx'
import type { ProgrammesSearch } from './url-state.ts'
import { TAB_WORDS, WORDS } from './words.ts'

export type Change = (
  changed: {
    [Key in keyof ProgrammesSearch]?: ProgrammesSearch[Key] | undefined
  },
) => void

const TABS = ['programmes', 'proposals', 'rules'] as const

/** How we keep in touch with those who are something to us; what to confirm; rules. The URL holds which. */
export function ProgrammesPage() {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const session = useSession()
  const search = useSearch({ from: '/inside/programmes' })
  const navigate = useNavigate({ from: '/programmes' })
  const [list, searchBox] = [useRef<HTMLDivElement>(null), useRef<HTMLInputElement>(null)]
  const [isAdding, setAdding] = useState(false)
  useListKeys(list, searchBox)
  const change: Change = (changed) => navigate({ search: withoutEmpty({ ...search, ...changed }) })
  const tab = search.tab ?? 'programmes'
  const isManager = mayManage(session)
  return (
    <Page
      title={words.title}
      beside={isManager && <Button onClick={() => setAdding(true)}>{words.add}</Button>}
    >
      <p className="soft small">{words.intro}</p>
      <nav className="row programme-tabs" aria-label={words.tabs}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            className="programme-tab"
            aria-current={one === tab ? 'page' : undefined}
            onClick={() =>
              navigate({ search: withoutEmpty({ tab: one === 'programmes' ? undefined : one }) })
            }
          >
            {TAB_WORDS[one][language]}
          </button>
        ))}
      </nav>
      <div ref={list} className="stack">
        {tab === 'programmes' && <Programmes search={search} change={change} input={searchBox} />}
        {tab === 'proposals' && <Proposals search={search} change={change} input={searchBox} />}
        {tab === 'rules' && <Rules isManager={isManager} />}
      </div>
      {isAdding && <ProgrammeForm programme={null} close={() => setAdding(false)} />}
    </Page>
  )
}

function Programmes(props: {
  search: ProgrammesSearch
  change: Change
  input: React.RefObject<HTMLInputElement | null>
}) {
  const words = useWords(WORDS)
  const session = useSession()
  const query = useQuery(ask('GET /programmes', {}))
  if (query.data === undefined) return <Awaiting query={query} />
  const { items } = query.data
  const [first] = items
  if (first === undefined) {
    return (
      <Empty title={words.empty}>
        <p>{words.emptyText}</p>
        {!mayManage(session) && <p className="soft">{words.askManager}</p>}
      </Empty>
    )
  }
  const open = items.find(({ id }) => id === props.search.programme) ?? first
  return (
    <>
      <ProgrammeCards programmes={items} open={open} change={props.change} />
      <Members {...props} programme={open} key={open.id} />
    </>
  )
}

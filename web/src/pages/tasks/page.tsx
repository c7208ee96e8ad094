import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { TaskForm } from '../../parts/crm/task-form.tsx'
import { TaskRow } from '../../parts/crm/task-row.tsx'
import { NoteItem } from '../../parts/crm/timeline-items.tsx'
import { SearchField } from '../../parts/filter-fields.tsx'
import { HeldOutAmong } from '../../parts/held-out.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Task } from '../../terms.ts'
import '../listening/filter-bar.css'
import '../../parts/crm/crm.css'
import { VIEWS, type View } from './url-state.ts'
import { EMPTY_WORDS, VIEW_WORDS, WORDS } from './words.ts'

/** Tasks: mine, what is overdue, everybody's; and the notes that call me. */
export function TasksPage() {
  const words = useWords(WORDS)
  const session = useSession()
  const search = useSearch({ from: '/inside/tasks' })
  const navigate = useNavigate({ from: '/tasks' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [isAdding, setAdding] = useState(false)
  useListKeys(list, searchBox)
  const view = search.view ?? 'mine'
  const change = (changed: { view?: View; q?: string | undefined }) =>
    navigate({ search: withoutEmpty({ ...search, ...changed }) })
  return (
    <Page
      title={words.title}
      beside={mayWrite(session) && <Button onClick={() => setAdding(true)}>{words.add}</Button>}
    >
      <Views view={view} choose={(chosen) => change({ view: chosen })} />
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
      </section>
      <div ref={list}>
        {view === 'mentions' ? (
          <Mentions q={search.q} clear={() => change({ q: undefined })} />
        ) : (
          <Tasks view={view} q={search.q} clear={() => change({ q: undefined })} />
        )}
      </div>
      {isAdding && <TaskForm about={null} close={() => setAdding(false)} />}
    </Page>
  )
}

function Views({ view, choose }: { view: View; choose: (view: View) => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <fieldset className="line-kinds" aria-label={words.view}>
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          className="line-kind"
          aria-pressed={one === view}
          onClick={() => choose(one)}
        >
          {VIEW_WORDS[one][language]}
        </button>
      ))}
    </fieldset>
  )
}

const QUERIES = {
  mine: { owner: 'me', state: 'open' },
  overdue: { owner: 'me', state: 'overdue' },
  all: { state: 'open' },
  done: { state: 'done', sort: 'new' },
} as const

interface Shown {
  q: string | undefined
  clear: () => void
}

function Tasks({ view, q, clear }: Shown & { view: Exclude<View, 'mentions'> }) {
  const query = { ...QUERIES[view], ...withoutEmpty({ q }) }
  const pages = useInfiniteQuery(askPages('GET /tasks', { query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const tasks = pages.data.pages.flatMap((page) => page.items)
  if (tasks.length === 0 && !pages.hasNextPage) return <Nothing {...{ view, q, clear }} />
  return (
    <HeldOutAmong people={tasks.flatMap(openPersonOf)}>
      <List pages={pages}>
        {tasks.map((task) => (
          <li key={task.id} className="post">
            <TaskRow task={task} />
          </li>
        ))}
      </List>
    </HeldOutAmong>
  )
}

/** Whom an open task is about. */
function openPersonOf({ about, doneAt }: Task): string[] {
  return about?.kind === 'person' && doneAt === null ? [about.id] : []
}

function Mentions({ q, clear }: Shown) {
  const query = { mentions: 'me' as const, ...withoutEmpty({ q }) }
  const pages = useInfiniteQuery(askPages('GET /notes', { query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const notes = pages.data.pages.flatMap((page) => page.items)
  if (notes.length === 0 && !pages.hasNextPage) return <Nothing view="mentions" {...{ q, clear }} />
  return (
    <List pages={pages}>
      {notes.map((note) => (
        <li key={note.id}>
          <NoteItem note={note} />
        </li>
      ))}
    </List>
  )
}

function List(props: { pages: Parameters<typeof LoadMore>[0]['pages']; children: ReactNode }) {
  return (
    <div className="stack">
      <ul className="bare-list sheet posts">{props.children}</ul>
      <LoadMore pages={props.pages} />
    </div>
  )
}

function Nothing({ view, q, clear }: Shown & { view: View }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (q === undefined) {
    return (
      <Empty title={EMPTY_WORDS[view][language]}>
        <p>{view === 'mentions' ? words.mentionsText : words.emptyText}</p>
      </Empty>
    )
  }
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

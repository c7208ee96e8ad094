import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../../api.ts'
import { ask, askPages, call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import '../../parts/crm/crm.css'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Handover } from '../../terms.ts'
import { HandoverForm } from './handover-form.tsx'
import { REASON_WORDS, VIEW_WORDS, WORDS } from './words.ts'

type View = keyof typeof VIEW_WORDS
const VIEWS = Object.keys(VIEW_WORDS) as View[]

/** What was handed to me or to others, and handing over. */
export function HandoversPage() {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const session = useSession()
  const [view, setView] = useState<View>('mine')
  const [isStarting, setStarting] = useState(false)
  return (
    <Page
      title={words.title}
      beside={mayWrite(session) && <Button onClick={() => setStarting(true)}>{words.start}</Button>}
    >
      <fieldset className="line-kinds" aria-label={words.view}>
        {VIEWS.map((one) => (
          <button
            key={one}
            type="button"
            className="line-kind"
            aria-pressed={one === view}
            onClick={() => setView(one)}
          >
            {VIEW_WORDS[one][language]}
          </button>
        ))}
      </fieldset>
      <Handovers view={view} />
      {isStarting && <HandoverForm close={() => setStarting(false)} done={() => setView('all')} />}
    </Page>
  )
}

function Handovers({ view }: { view: View }) {
  const words = useWords(WORDS)
  const query = view === 'mine' ? { receiver: 'me' as const } : {}
  const pages = useInfiniteQuery(askPages('GET /handovers', { query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return (
      <Empty title={words.empty}>
        <p>{words.emptyText}</p>
      </Empty>
    )
  }
  return (
    <div className="stack">
      <ul className="bare-list stack">
        {items.map((handover) => (
          <HandoverItem key={handover.id} handover={handover} />
        ))}
      </ul>
      <LoadMore pages={pages} />
    </div>
  )
}

function HandoverItem({ handover }: { handover: Handover }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const session = useSession()
  const client = useQueryClient()
  const { id, giver, receiver, acknowledgedAt } = handover
  const acknowledge = useMutation({
    mutationFn: () => call('POST /handovers/{id}/acknowledgement', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /handovers'] }),
  })
  const isMine = receiver?.id === session.member.id
  return (
    <li className="sheet stack-tight">
      <p className="row">
        <strong>
          <bdi>{giver?.name ?? words.left}</bdi> → <bdi>{receiver?.name ?? words.left}</bdi>
        </strong>
        <span>{REASON_WORDS[handover.reason][language]}</span>
        <span className="soft small">
          <PostTime time={handover.madeAt} />
        </span>
        <span>{acknowledgedAt === null ? words.waiting : words.acknowledged}</span>
      </p>
      <p className="post-text">{handover.summary}</p>
      <Went handover={handover} />
      {acknowledgedAt === null && isMine && mayWrite(session) && (
        <div>
          <Button loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
            {words.acknowledge}
          </Button>
        </div>
      )}
      <ProblemNote problem={acknowledge.error} />
    </li>
  )
}

function Went({ handover }: { handover: Handover }) {
  const words = useWords(WORDS)
  const [isOpen, setOpen] = useState(false)
  const { people, organisations, deals, promises, nextContacts } = handover
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small">
        {words.what}: {words.owns([people, organisations, deals, promises, nextContacts])}
      </summary>
      {isOpen && <Items id={handover.id} />}
    </details>
  )
}

function Items({ id }: { id: string }) {
  const query = useQuery(ask('GET /handovers/{id}', { params: { id } }))
  if (query.data === undefined) return <Awaiting query={query} />
  return (
    <ul className="bare-list small">
      {query.data.items.map((item) => (
        <li key={item.id}>
          <Item item={item} />
        </li>
      ))}
    </ul>
  )
}

function Item({ item }: { item: Answer<'GET /handovers/{id}'>['items'][number] }) {
  const params = { id: item.id }
  const name = <bdi>{item.name}</bdi>
  if (item.kind === 'person') {
    return (
      <Link to="/people/$id" params={params}>
        {name}
      </Link>
    )
  }
  if (item.kind === 'organisation') {
    return (
      <Link to="/organisations/$id" params={params}>
        {name}
      </Link>
    )
  }
  if (item.kind === 'task') return <Link to="/tasks">{name}</Link>
  return (
    <Link to="/deals/$id" params={params}>
      {name}
    </Link>
  )
}

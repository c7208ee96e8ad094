import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askPages } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import type { TimelineItem } from '../../terms.ts'
import { Awaiting } from '../awaiting.tsx'
import { LoadMore } from '../load-more.tsx'
import { Post } from '../post.tsx'
import './crm.css'
import type { About } from './about.ts'
import {
  ContactItem,
  DealItem,
  MergeItem,
  NoteItem,
  RelationItem,
  TaskItem,
} from './timeline-items.tsx'
import { LINE_WORDS, type LineKind, WORDS } from './words.ts'

const ROUTES = {
  person: 'GET /people/{id}/timeline',
  organisation: 'GET /organisations/{id}/timeline',
  deal: 'GET /deals/{id}/timeline',
} as const

/** What a deal has none of. */
const NOT_OF_DEALS = new Set<LineKind>(['activity', 'merge', 'relation'])

/** What happened, newest first: what people do on the net and what colleagues do, in one line. */
export function Timeline(props: { of: About; open: (post: string) => void; level?: 'all' }) {
  const words = useWords(WORDS)
  const [kind, setKind] = useState<LineKind | undefined>(undefined)
  const kinds = Object.keys(LINE_WORDS) as LineKind[]
  const shown = props.of.kind === 'deal' ? kinds.filter((one) => !NOT_OF_DEALS.has(one)) : kinds
  return (
    <section className="stack-tight" aria-labelledby="timeline">
      <h2 id="timeline">{words.timeline}</h2>
      <Kinds kinds={shown} chosen={kind} choose={setKind} />
      <Line of={props.of} kind={kind} open={props.open} />
    </section>
  )
}

function Kinds(props: {
  kinds: LineKind[]
  chosen: LineKind | undefined
  choose: (kind: LineKind | undefined) => void
}) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <fieldset className="line-kinds" aria-label={words.lineKinds}>
      {props.kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="line-kind"
          aria-pressed={kind === props.chosen}
          onClick={() => props.choose(kind === props.chosen ? undefined : kind)}
        >
          {LINE_WORDS[kind][language]}
        </button>
      ))}
    </fieldset>
  )
}

function Line(props: { of: About; kind: LineKind | undefined; open: (post: string) => void }) {
  const words = useWords(WORDS)
  const { of, kind, open } = props
  const asked = { params: { id: of.id }, query: kind === undefined ? {} : { kind } }
  const pages = useInfiniteQuery(askPages(ROUTES[of.kind], asked))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page): TimelineItem[] => page.items)
  if (items.length === 0 && !pages.hasNextPage) {
    return <p className="soft">{kind === undefined ? words.noLine : words.noLineOfKind}</p>
  }
  return (
    <>
      <ol className="bare-list sheet posts">
        {items.map((item) => (
          <li key={`${item.kind} ${item.id}`} data-kind={item.kind}>
            <Item item={item} of={of} open={open} />
          </li>
        ))}
      </ol>
      <LoadMore pages={pages} />
    </>
  )
}

function Item(props: { item: TimelineItem; of: About; open: (post: string) => void }) {
  const { item, of } = props
  switch (item.kind) {
    case 'activity':
      return <Post activity={item} open={props.open} />
    case 'note':
      return <NoteItem note={item} of={of} />
    case 'task':
      return <TaskItem task={item} of={of} />
    case 'deal':
      return <DealItem move={item} of={of} />
    case 'contact':
      return <ContactItem contact={item} of={of} />
    case 'merge':
      return <MergeItem merge={item} />
    case 'relation':
      return <RelationItem entry={item} of={of} />
  }
}
